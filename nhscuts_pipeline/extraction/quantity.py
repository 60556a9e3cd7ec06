"""Finds every number of a text that could be a quantity, with its span, value, sort and qualifier.

Belongs here: which characters make one number (currency, scale word, range, fraction, ratio). Which numbers
are dates, page numbers and the like is said in `not_quantity`; what a number counts in `unit`.
"""

import re
from enum import Enum, auto
from typing import NamedTuple

from nhscuts_pipeline.contracts.vocabulary import Qualifier
from nhscuts_pipeline.extraction import not_quantity
from nhscuts_pipeline.extraction.numerals import (
    DIGITS,
    FIRST_WORDS,
    FRACTION,
    PART_OF_SCALE,
    PENCE,
    SCALE_SUFFIX,
    SPACED_SUFFIX,
    WORDS,
    digit_value,
    fraction_value,
    part_of_scale_value,
    word_value,
)
from nhscuts_pipeline.extraction.phrases import Expression
from nhscuts_pipeline.extraction.tokens import Tokens


class Sort(Enum):
    """What the writing of the number itself says of its unit."""

    COUNT = auto()
    MONEY = auto()
    PERCENT = auto()


class Quantity(NamedTuple):
    """One number or range. Offsets are code points; `value` is scaled out, shares are in percent.

    `scaled` is whether the number has a scale word of its own ("£2.5m").
    """

    start: int
    end: int
    value: float
    sort: Sort
    value_to: float | None = None
    qualifier: Qualifier = Qualifier.EXACT
    verb: bool = False
    scaled: bool = False


_RATIO = (
    rf"(?P<ratio>(?P<part>{WORDS}|\d{{1,3}})"
    r"(?: [a-z]+|(?<=\bone) [a-z]+ [a-z]+)? (?:in|out of|of(?= every))(?: every)? "
    rf"(?P<whole>(?:a )?(?:{WORDS}|hundred|thousand)|(?!(?:19|20)\d\d)\d{{1,4}}))(?!\w|[.,]\d)"
)
_PERCENT = r"(?:\s?%|[ -]?per[ -]?cent\b|\s?pc\b|[ -]percentage points?\b)"
_SINGLE = (
    rf"(?P<halve>halv(?:e[ds]?|ing))\b"
    rf"|(?P<dozen>(?:half[ -]a[ -]|half |a |one |two |three |four |five |six |another )dozen)\b"
    rf"|(?P<part_of_scale>{PART_OF_SCALE})(?P<parttail> pounds)?\b"
    rf"|(?P<fraction>{FRACTION})(?![\w-])"
    rf"|(?P<words>{WORDS})"
    rf"(?P<wordtail>\s?%|[ -]per[ -]?cent\b| pounds\b(?: (?:and )?(?P<pence>{PENCE}))?)?(?![\w]))"
    rf"|(?<![\w.,/£$€])(?P<circa>c\.? ?)?(?P<money>£ ?|gbp ?)?(?P<digits>{DIGITS})"
    rf"(?P<scale>{SCALE_SUFFIX}|(?(money){SPACED_SUFFIX}|(?!)))?"
    rf"(?:(?P<percent>{_PERCENT})|(?P<pounds> pounds\b))?"
)
_NOT_WITHIN = r"(?<![\w£.,/-])"
_NUMBER = Expression(f"{_NOT_WITHIN}(?:{_RATIO}|{_SINGLE}")
# "Fewer than 120 in five years' time" is no ratio after all.
_NO_RATIO = Expression(f"{_NOT_WITHIN}(?:(?P<ratio>(?!))|{_SINGLE}")
_JOIN = Expression(r" ?(?:to|[-–—]|and|or) ?$")
_QUALIFIERS: tuple[tuple[Qualifier, Expression], ...] = (
    (
        Qualifier.ABOUT,
        Expression(
            r"(?:(?:nearer|closer) (?:to )?|close to |not far (?:off|short of) |something (?:like|"
            r"in the order of) |"
            r"in the (?:region|order|neighbourhood) of |an estimated |\bestimated )[\"'“‘(]*$"
        ),
    ),
    (Qualifier.OVER, Expression(r"\b(?:no|not) (?:fewer|less) than[\"'“”‘’(]* ?[\"'“‘(]*$")),
    (
        Qualifier.UNDER,
        Expression(
            r"\b(?:(?:no|not) (?:more|greater|higher) than|fewer than|less than|"
            r"(?:just |well )?(?:under|below|short of)|a (?:shade|touch|little) under|nearly|almost|up to|"
            r"as (?:many|much|high) as|at most|a maximum of|"
            r"not exceed(?:ing)?|will exceed|(?:will|would) stay below|a ceiling of)[\"'“”‘’(]* ?[\"'“‘(]*$"
        ),
    ),
    (
        Qualifier.OVER,
        Expression(
            r"(?<!hanging )(?<!looming )\b(?:(?:just |well )?over|"
            r"(?:a little|a shade|slightly) (?:over|more than)|more than|at least|in excess of|up ?wards of|"
            r"a minimum of|top(?:s|ped)?|above|exceed(?:s|ed|ing)?|past)[\"'“”‘’(]* ?[\"'“‘(]*$"
        ),
    ),
    (
        Qualifier.ABOUT,
        Expression(
            r"(?:\b(?:about|around|roughly|some|approximately|approx\.?|circa|c\.?|perhaps|maybe)"
            r"(?: [a-z]+ing)?|[~≈])[\"'“”‘’(]* ?[\"'“‘(]*$"
        ),
    ),
)
# With one of these, or a word in "-ing", ends whatever the patterns above match.
_QUALIFYING = (
    *("er", "to", "of", "off", "like", "estimated", "than", "under", "below", "ly", "almost", "as", "most"),
    *("ing", "exceed", "exceeds", "exceeded", "over", "least", "top", "tops", "topped", "above", "past"),
    *("about", "around", "some", "approx", "circa", "c", "perhaps", "maybe", "~", "≈"),
)
_AFTER = (
    (Qualifier.OVER, Expression(r"[\"'”’]? ?(?:or more|or so more|-?plus|and more|and counting|\+)(?![\w])")),
    (Qualifier.UNDER, Expression(r"[\"'”’]? ?(?:or (?:fewer|less)|at (?:the )?(?:most|outside))(?![\w])")),
    (Qualifier.ABOUT, Expression(r"[\"'”’]? ?(?:or so|or thereabouts|-odd|-ish)(?![\w])")),
)
# "employs 2,800 people or so": the qualifier follows the noun.
_AFTER_NOUN = Expression(
    r" [a-z]+ (?:or (?P<about>so)|or (?P<over>more)|at (?:the )?(?P<under>outside|most))(?![\w])"
)
_CHANGE = Expression(r"\b(?:by|up|down|fell|rose|grew)[ \"“‘]*$")
_SPREAD = Expression(
    r"\b(?:between|rang(?:e|es|ed|ing)(?: (?:is|was|of|from|between))*|r[au]n(?:s|ning)? from|"
    r"var(?:y|ies|ied|ying) (?:from|between)|(?:any|some)(?:thing|where) from)"
    r"(?: (?:about|around|roughly|some|just over|just under|as little as|as few as|perhaps))?[ \"“‘]*$"
)


# What a number begins with, beside digits and "£": searching for it everywhere would take four times as long.
_OPENING = FIRST_WORDS | {"c", "gbp"}
_SCALED = 1_000_000
_SCALE_WORD = Expression(r"\b(?:thousand|million|billion)\b")
_DOZENS = {"half": 0.5, "a": 1, "one": 1, "another": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}


def find_quantities(folded: str, tokens: Tokens) -> list[Quantity]:
    """All quantities of a text that `fold` has lowered, in order, ranges joined, non-quantities left out."""
    blocked = not_quantity.blocked_spans(folded)
    found: list[Quantity] = []
    named_until = -1
    at = 0
    for start in tokens.starts_of(_OPENING):
        match = _NUMBER.match(folded, start) if start >= at else None
        if match is None:
            continue
        quantity = _read(match)
        if match["ratio"] and (quantity is None or not_quantity.is_duration(folded, quantity.end)):
            match = _NO_RATIO.match(folded, match.start()) or match
            quantity = _read(match)
        # Of two numerals side by side ("nine and six") only the first was read.
        at = quantity.end if quantity else match.end()
        # "0 redundancies" are none, and none is no figure.
        if quantity is None or not quantity.value or not_quantity.overlaps(blocked, *quantity[:2]):
            continue
        if quantity.sort is Sort.COUNT:
            if not_quantity.is_name(folded, quantity.start, quantity.end, named_until):
                named_until = quantity.end
                continue
            if not_quantity.is_duration(folded, quantity.end):
                continue
        if not_quantity.is_figure_of_speech(folded, quantity.start, quantity.end):
            continue
        found.append(quantity)
    return [_qualified(folded, quantity) for quantity in _join_ranges(folded, found)]


def _read(match: re.Match[str]) -> Quantity | None:
    start, end = match.span()
    if match["ratio"]:
        return _ratio(match, start, end)
    if match["halve"]:
        return Quantity(start, end, 50.0, Sort.PERCENT, verb=True)
    if match["dozen"]:
        return Quantity(start, end, 12 * _DOZENS[re.split("[ -]", match["dozen"])[0]], Sort.COUNT)
    if match["part_of_scale"]:
        sort = Sort.MONEY if match["parttail"] else Sort.COUNT
        return Quantity(start, end, part_of_scale_value(match["part_of_scale"]), sort)
    if match["fraction"]:
        value = fraction_value(match["fraction"])
        return None if value is None else Quantity(start, end, value, Sort.PERCENT)
    if match["words"]:
        return _words(match, start, end)
    value = digit_value(match["digits"], match["scale"])
    if match["circa"]:
        start = match.start("money") if match["money"] else match.start("digits")
    sort = (
        Sort.MONEY if match["money"] or match["pounds"] else Sort.PERCENT if match["percent"] else Sort.COUNT
    )
    return Quantity(start, end, value, sort, scaled=bool(match["scale"]))


def _words(match: re.Match[str], start: int, end: int) -> Quantity | None:
    value = word_value(match["words"])
    if value is None:
        return _first_of_several(match["words"], start)
    if match["pence"]:
        value += (word_value(match["pence"].removesuffix(" pence")) or 0) / 100
    tail = match["wordtail"] or ""
    sort = Sort.MONEY if "pound" in tail else Sort.PERCENT if tail else Sort.COUNT
    return Quantity(start, end, value, sort, scaled=_SCALE_WORD.search(match["words"]) is not None)


def _first_of_several(words: str, start: int) -> Quantity | None:
    """The first of numerals side by side: "twenty-five and thirty", "five six"."""
    joined = [at.start() for at in re.finditer(" and ", words)]
    apart = [at.start() for at in re.finditer(" ", words)]
    for end in (*reversed(joined), *reversed(apart)):
        value = word_value(words[:end])
        if value is not None:
            return Quantity(start, start + end, value, Sort.COUNT)
    return None


def _ratio(match: re.Match[str], start: int, end: int) -> Quantity | None:
    part, whole = (_small_number(match[name]) for name in ("part", "whole"))
    if part is None or whole is None or part >= whole or whole < 2:
        return None
    return Quantity(start, end, round(100 * part / whole, 3), Sort.PERCENT)


def _small_number(text: str) -> float | None:
    if text.isdigit():
        return float(text)
    return word_value(text)


def _join_ranges(folded: str, found: list[Quantity]) -> list[Quantity]:
    joined: list[Quantity] = []
    for quantity in found:
        low = joined[-1] if joined else None
        if low is not None and low.value_to is None and _is_range(folded, low, quantity):
            joined[-1] = _range(low, quantity)
        else:
            joined.append(quantity)
    return joined


def _is_range(folded: str, low: Quantity, high: Quantity) -> bool:
    between = folded[low.end : high.start]
    if low.verb or high.verb or not _JOIN.fullmatch(between):
        return False
    lends_its_sign = _bare(low) or (low.sort is Sort.MONEY and high.sort is Sort.COUNT)
    if low.sort is not high.sort and not lends_its_sign:
        return False
    low_value = _range(low, high).value
    if low_value >= high.value:
        return False
    before = folded[max(0, low.start - 36) : low.start]
    word = between.strip()
    if word == "or":
        return low_value * 2 >= high.value
    if word == "and":
        return "between" in before and bool(_SPREAD.search(before))
    # "Cut by 120 to 640": a change and the level that it leads to.
    if word == "to" and low_value * 2 < high.value and _CHANGE.search(before):
        return False
    # "from 120 to 180" says where a level stood and where it went, unless a verb of spread stands before it.
    return not re.search(r"\bfrom[ \"“‘]*$", before) or bool(_SPREAD.search(before))


def _bare(low: Quantity) -> bool:
    """Whether the number has no sign of its own, so that a range's second half can lend it one."""
    return low.sort is Sort.COUNT and low.value < _SCALED


def _range(low: Quantity, high: Quantity) -> Quantity:
    value = low.value
    # In "£700-750 million" the scale word belongs to both ends, in "4 to 5,000" the thousand.
    shared = high.scaled or (low.sort is Sort.COUNT and high.value % 1000 == 0)
    if shared and not low.scaled and value < 1000 and value * 1000 <= high.value:
        for factor in (1e9, 1e6, 1e3):
            if high.value >= factor and value * factor <= high.value:
                value *= factor
                break
    sort = high.sort if low.sort is Sort.COUNT else low.sort
    return Quantity(low.start, high.end, value, sort, high.value, Qualifier.RANGE)


def _qualified(folded: str, quantity: Quantity) -> Quantity:
    if quantity.qualifier is Qualifier.RANGE:
        return quantity
    after = folded[quantity.end : quantity.end + 30]
    for qualifier, pattern in _AFTER:
        if pattern.match(after):
            return quantity._replace(qualifier=qualifier)
    before = folded[max(0, quantity.start - 40) : quantity.start]
    if before.rstrip(" \n.\"'“”‘’(").endswith(_QUALIFYING):
        for qualifier, pattern in _QUALIFIERS:
            if pattern.search(before):
                return quantity._replace(qualifier=qualifier)
    noun = _AFTER_NOUN.match(after)
    if noun:
        name = next(key for key, value in noun.groupdict().items() if value)
        return quantity._replace(qualifier=Qualifier(name))
    return quantity
