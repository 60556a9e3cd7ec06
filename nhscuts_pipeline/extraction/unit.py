"""Says what one of the counted things is: the noun to the right of a number, or none.

Belongs here: the walk through the noun phrase. A number whose noun stands elsewhere ("Middlesbrough, which
loses 82") is left as ELSEWHERE for `elision`.
"""

from enum import Enum, auto
from typing import NamedTuple

from nhscuts_pipeline.contracts.vocabulary import Unit
from nhscuts_pipeline.extraction import lexicon
from nhscuts_pipeline.extraction.layout import Sentence
from nhscuts_pipeline.extraction.phrases import Expression
from nhscuts_pipeline.extraction.quantity import Quantity, Sort
from nhscuts_pipeline.extraction.words import Word, words_between


class Head(Enum):
    """Where the counted noun was found."""

    NAMED = auto()
    ELSEWHERE = auto()
    OUTSIDE = auto()


class Reading(NamedTuple):
    """What the words around a number say of its unit.

    `noun` is the head noun in lower case ("" where none was found), `span` its place, `partitive` whether the
    number is a part of something ("seven of the 19 people").
    """

    head: Head
    unit: Unit | None
    noun: str = ""
    span: tuple[int, int] | None = None
    partitive: bool = False


_REACH = 90
_MAX_MODIFIERS = 6
_PER_HEAD = Expression(
    r"[ ]?(?:\)|,)? ?(?:(?:a|per|each|for (?:every|each)) (?:head\b|resident|person|patient|inhabitant|"
    r"capita|member of the)|apiece)"
)
_EQUIVALENT_BEFORE = Expression(r"\bequivalent (?:of|to) (?:[a-z]+ ){0,3}$")
_EQUIVALENT_AFTER = Expression(r" (?:full|whole)[- ]time\b| working full[- ]time\b")
_FTE_BEFORE = Expression(r"\b(?:w\.?t\.?e\.?|fte)(?: \w+){0,2} ?[:(]? ?$")
_FTE_AFTER = Expression(
    r"[*+)]{0,3} ?(?:of (?:its|their|the|our) (?:[\d,.]+ )?)?(?:[a-z-]+ ){0,2}"
    r"(?:w\.?t\.?es?\b|ftes?\b|(?:full|whole)[- ]time[- ]equivalents?)"
)
_OF_US = Expression(r" of (?:us|those who|these who)\b")
_EMPLOYS = Expression(
    r"\bemploy(?:s|ed|ing)?(?: (?:only|just|about|around|some|nearly|almost|over|more than|roughly))* $"
)
_FTE = Expression(r"\b(?:w\.?t\.?es?|ftes?|(?:full|whole)[- ]time)\b")
_EARLIER = 600
_IS_NUMBER_OF = Expression(r" (?:is|was) the (?:number|total|count) of (?P<noun>[a-z]+)")
_NUMBER_OF = Expression(
    r"\b(?:number|count|tally|total)(?: of)? (?P<noun>[a-z]+)\b[^.;:\d]{0,60}"
    r"\b(?:to|at|past|by|is|was|reached|of|topped|total(?:s|led)?)(?: (?:about|around|some|nearly|over|"
    r"just))* ?$"
)
_WITHIN_PHRASE = frozenset("-'’\"“”&/*+")
_DETERMINERS = frozenset("the its their our these those all that some any his her my every such".split())
_PRONOUNS = frozenset("them whom which us you these those this latter former total ones".split())


def read_unit(text: str, folded: str, sentence: Sentence, quantity: Quantity) -> Reading:
    """The unit of a quantity by the noun beside it. `folded` is `text` in lower case, offset for offset."""
    if quantity.sort is Sort.MONEY:
        per_head = _PER_HEAD.match(folded, quantity.end)
        unit = Unit.GBP_PER_HEAD if per_head and "apiece" not in per_head[0] else Unit.GBP
        return Reading(Head.NAMED, unit)
    limit = min(sentence.end, quantity.end + _REACH)
    reading = _walk(text, words_between(folded, quantity.end, limit))
    if quantity.sort is Sort.PERCENT:
        return Reading(reading.head, Unit.PERCENT, reading.noun, reading.span, reading.partitive)
    before = folded[max(sentence.start, quantity.start - 40) : quantity.start]
    if reading.unit is not Unit.ORGANISATIONS and _is_fte(folded, before, quantity.end, limit):
        return Reading(Head.NAMED, Unit.FTE, reading.noun or "fte", reading.span, reading.partitive)
    if reading.unit is None and reading.head is Head.ELSEWHERE:
        return _said_apart(folded, sentence, quantity, reading)
    return reading


def _said_apart(folded: str, sentence: Sentence, quantity: Quantity, reading: Reading) -> Reading:
    """The unit of a number whose noun is said apart from it: "its tally of posts stands at 20,000"."""
    employed = _EMPLOYS.search(folded, max(sentence.start, quantity.start - 40), quantity.start)
    if employed and _FTE.search(folded, max(0, quantity.start - _EARLIER), quantity.start):
        return reading  # it may go on from those
    if employed or _OF_US.match(folded, quantity.end):
        return Reading(reading.head, Unit.PEOPLE, partitive=reading.partitive)
    match = _IS_NUMBER_OF.match(folded, quantity.end) or _NUMBER_OF.search(
        folded, max(sentence.start, quantity.start - _REACH), quantity.start
    )
    noun = match["noun"] if match else ""
    unit = Unit.PEOPLE if noun == "employed" else lexicon.NOUN_UNITS.get(noun)
    return Reading(reading.head, unit, noun, None, reading.partitive) if unit else reading


def _is_fte(folded: str, before: str, end: int, limit: int) -> bool:
    if _FTE_AFTER.match(folded, end, limit) or _FTE_BEFORE.search(before):
        return True
    return bool(_EQUIVALENT_BEFORE.search(before) and _EQUIVALENT_AFTER.match(folded, end, limit))


def _walk(text: str, words: list[Word]) -> Reading:
    at, partitive = _skip_lead(words)
    if at is None:
        return Reading(Head.ELSEWHERE, None, partitive=True)
    outside: Word | None = None
    for index in range(at, min(len(words), at + _MAX_MODIFIERS)):
        word = words[index]
        if (
            word.text in _WITHIN_PHRASE
            or (word.text == "," and _lists_adjectives(words, index))
            or (word.text == "and" and index > at and _joins_adjectives(words, index))
        ):
            continue
        named = _head_at(words, index)
        if named is not None:
            unit, last = named
            span = (word.start, words[last].end)
            return Reading(Head.NAMED, unit, words[last].text, span, partitive)
        if word.text in lexicon.OUTSIDE_NOUNS:
            return Reading(Head.OUTSIDE, None, word.text, (word.start, word.end), partitive)
        if _ends_phrase(word):
            break
        if _looks_plural(word.text) and not text[word.start].isupper():
            outside = word
    if outside is not None:
        return _unknown_noun(outside, partitive)
    return Reading(Head.ELSEWHERE, None, partitive=partitive)


def _skip_lead(words: list[Word]) -> tuple[int | None, bool]:
    """Index of the noun phrase's first word, None where a pronoun stands for it; and whether partitive."""
    at = 0
    while at < len(words) and words[at].text in (
        "-",
        "strong",
        "odd",
        "'",
        "’",
        '"',
        "”",
        "or",
        "so",
        "more",
        "fewer",
        "further",
        "other",
    ):
        if words[at].text == "or" and not (
            at + 1 < len(words) and words[at + 1].text in ("so", "more", "fewer")
        ):
            break
        at += 1
    if at >= len(words) or words[at].text != "of":
        return at, False
    at += 1
    while at < len(words) and (words[at].text in _DETERMINERS or words[at].text[0].isdigit()):
        if words[at].text in _PRONOUNS and (at + 1 >= len(words) or _ends_phrase(words[at + 1])):
            return None, True
        at += 1
    if at >= len(words) or words[at].text in _PRONOUNS:
        return None, True
    return at, True


def _ends_phrase(word: Word) -> bool:
    return not word.is_word or word.text in lexicon.STOP_WORDS


def _joins_adjectives(words: list[Word], index: int) -> bool:
    """Whether an "and" joins what stands before the noun: "managerial and clerical posts"."""
    if index + 2 >= len(words) or not (words[index - 1].is_word and words[index + 1].is_word):
        return False
    return not _looks_plural(words[index - 1].text) and _head_at(words, index + 2) is not None


def _lists_adjectives(words: list[Word], index: int) -> bool:
    """Whether a comma joins adjectives or nouns on the way to a shared head."""
    following = words[index + 1 : index + 3]
    return bool(following) and following[0].is_word and following[0].text.endswith(("ed", "ly", "al", "ive"))


def _head_at(words: list[Word], index: int) -> tuple[Unit, int] | None:
    """The unit of the noun that begins at a word, and the index of the word that it ends on."""
    rest = " ".join(word.text for word in words[index : index + 3])
    for phrase in lexicon.ORGANISATION_PHRASES:
        if rest.startswith(phrase):
            return Unit.ORGANISATIONS, index + phrase.count(" ")
    unit = lexicon.NOUN_UNITS.get(words[index].text)
    if unit is None:
        return None
    return _compound(words, index, unit)


def _compound(words: list[Word], index: int, unit: Unit) -> tuple[Unit, int] | None:
    """Follow a compound to its last noun: "job losses", "nurse and midwife posts", "trust staff"."""
    last = index
    look = index + 1
    if (
        look + 1 < len(words)
        and words[look].text in ("and", "&")
        and words[look + 1].text in lexicon.NOUN_UNITS
    ):
        after = look + 2
        if after < len(words) and words[after].text in lexicon.POST_NOUNS:
            return Unit.POSTS, after
    while look < len(words) and words[look].is_word and words[look].text not in lexicon.STOP_WORDS:
        text = words[look].text
        if text in lexicon.NOUN_UNITS:
            unit, last = lexicon.NOUN_UNITS[text], look
        elif (text in lexicon.LOSS_NOUNS and unit is Unit.POSTS) or (
            text in lexicon.SENT_NOUNS and words[last].text == "redundancy"
        ):
            last = look
        elif text in lexicon.OUTSIDE_NOUNS:
            return None
        else:
            break
        look += 1
    return unit, last


def _looks_plural(text: str) -> bool:
    return (
        len(text) > 3
        and text.endswith("s")
        and not text.endswith(("ss", "ous", "us", "'s", "’s"))
        and text not in lexicon.GENERIC_PLURALS_NOT_NOUNS
    )


def _unknown_noun(word: Word, partitive: bool) -> Reading:
    if word.text.endswith(lexicon.AGENT_SUFFIXES):
        return Reading(Head.NAMED, Unit.PEOPLE, word.text, (word.start, word.end), partitive)
    return Reading(Head.OUTSIDE, None, word.text, (word.start, word.end), partitive)
