"""The times that a stretch of text names, as ISO dates.

Belongs here: what the words around a date make of it: since, by, the year to, a telling, tense. Does not
belong here: dates themselves (dates.py), which number takes which (period.py). Durations ("over two years"),
seasons and weekdays give no period, as the annotation guide says.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from nhscuts_pipeline.extraction.dates import (
    COUNT,
    POINT,
    YEAR,
    Published,
    bounds,
    count_of,
    months,
    months_before,
)
from nhscuts_pipeline.extraction.passage import Passage
from nhscuts_pipeline.extraction.phrases import Expression

SPAN = Expression(
    rf"(?P<lead>\b(?:since(?: the (?:start|beginning|end) of)?|by(?: the)?(?: end of| close of)?|"
    rf"before(?: the end of)?|until|till|"
    rf"(?:up )?to the end of|up to|no later than|from|between(?: the start of)?|in|during|over|on|"
    rf"at(?: the (?:end|close) of)?|as at|as of|through|for|"
    rf"of|between|than in|than)? ?(?:next |last |this coming |this |the following )?(?:early |late |mid-|"
    rf"mid |the (?:start|beginning|end|last day) of |the (?:whole )?(?:of )?)?[\"'“(]?)"
    rf"(?<!\w)(?P<first>{POINT})(?!\w)"
    rf"(?:(?P<join> ?(?:to|and|[-–]|until) ?(?:the end of )?(?:next |last |this |the following )?)"
    rf"(?P<second>{POINT})(?!\w))?"
)
# A date when something was told, or the name of a paper, is no time of a figure.
_TOLD = Expression(
    r"\b(?:(?:said|told|put to|announced|wrote|revealed|warned|reported|declared|published|released|dated|"
    r"elected|opened|knew|counted|pronounced|created|asked|"
    r"paper of|board of|white paper|july's|survey|speech|budget of|interview|gave|promised|was told|"
    r"were told|(?:series|records?) (?:began|begins|started)|"
    r"taken over|took over|took charge)(?: (?!that\b)\w+){0,3} (?:in|on|of|last|back in|this)?|"
    r"(?:answer|letter|memo|email|statement|debate|assessment|bulletin|circular|minutes|briefing|"
    r"article|edition|issue) (?:of|on|dated)) ?$"
)
# "In March the government told the boards to halve their costs": the date is of the telling.
_TOLD_AFTER = Expression(
    r"(?!, (?:he|she|it|they|we|i) \w+,)(?!, [^,.;]{2,50} (?:told us|said|says|reported),),? "
    r"(?:(?!and\b|but\b|with\b|which\b|who\b)[^,.;\s]+ ){0,7}?"
    r"(?:told(?! \d)|telling|announced|said|asked(?! (?:the \w+ )?(?:for|to (?:go|leave|be)))|ordered|"
    r"instructed|wrote(?! to \d)|warned|revealed|pronounced|decided)\b"
)
_NAME_OF_DAY = Expression(
    r"\b(?:act|bill|plan|survey|estimates?|accounts|election|reforms?|paper|budget|report|scheme|board|"
    r"meeting|letter|white paper|section 188|statement|announcement|minutes|edition|issue)\b"
)
# "In the year to March", "in the first six months of 2010-11", "the financial year that starts in April"
_RUN_TO = Expression(
    rf"\b(?:(?P<years>{COUNT}) (?:financial )?years|(?P<year>year)|(?P<months>{COUNT}) months|"
    rf"(?P<quarter>quarter)|half[- ]?year) "
    r"(?:up )?(?:to|ended|ending|end|(?:that|which) (?:ended|closed|finished))(?: on| in)?"
    r"(?: the end of)? (?:next |last |this )?$"
)
_PART_OF = Expression(rf"\b(?P<which>first|opening|last|final) (?P<months>{COUNT}) months of (?:the )?$")
_YEAR_FROM = Expression(
    r"\byear (?:that |which )?(?:starts?|started|begins?|began|starting|beginning|commencing)"
    r"(?: in| on| from| at the start of)? (?:next |last |this )?$"
)
# "In the 12 months from April", "over the three years that begin in April 2011"
_RUN_FROM = Expression(
    rf"\b(?:(?P<years>{COUNT}) (?:financial )?years|(?P<months>{COUNT}) months) "
    r"(?:from|(?:that |which )?(?:start|begin)(?:s|ning|ting)? (?:in|on|from)) (?:next |last |this )?$"
)
_NOW_AND = Expression(r"\bbetween now and $")
_AND_NOW = Expression(r" (?:and|to) (?:now|today)\b")
# "The trust ended August £3.4m behind plan"
_ENDED = Expression(r"\b(?:ended|closed|finished) (?:last )?$")
_AND_NEXT = Expression(
    r" and (?:in )?(?:the )?(?:next|following|one after)(?: (?:financial )?(?:year|one))?\b"
    r"(?! \w*(?:month|week))"
)
# A heading's "Departures to 31 March 2013"; "the year to 31 March" is a run.
_UP_TO = Expression(r"(?<!year )(?<!period )(?<!ended )(?<!months )(?<!quarter )\b(?:to|now and) $")
_DAY_OF_MONTH = Expression(r"\d{1,2}(?:st|nd|rd|th)? (?:of )?[a-z]{3}")
# "Redundancy costs to 31 March 2013": up to that day.
_ADDED_UP_TO = Expression(
    r"\b(?:costs?|spen[dt]\w*|payments|packages|transition|redundan\w+|departures|leavers|exits|left|gone|"
    r"savings|saved|applications|received) to $"
)
# "Finished last year in deficit" means the financial year, "than at this point last year" a day of it.
_NOT_THE_YEAR = Expression(r"\b(?:this (?:time|point)|ended|finished|closed) $")
# "A freeze that began on August 1"
_BEGAN = Expression(r"\b(?:that|which) (?:began|started|has run|dates)(?: on| in| from)? $")
# In "between 2 and 31 October" the first day has so many digits, and a year has more.
_DAY_DIGITS = 2
# The verb that a time belongs to may stand before it: "since the boards were merged in 2009".
_SINCE = Expression(r"\b(?:since|than (?:there|it|they|we|he|she|had))(?: [\w'’-]+){1,12} $")
_BY_THE_TIME = Expression(r"\bby the time(?: [\w'’-]+){1,8} $")
_TO_COME = Expression(
    r"\b(?:will|would|shall|could|might|must|won't|"
    r"(?:is|are|due|set|plans?|planning|expects?|expected|hopes?|intends?|means?|wants?|needs?|likely|about|"
    r"going) to|(?:plan|target|aim|goal|ambition)s? (?:is|are)|"
    r"falls?|drops?|shrinks?|becomes?|takes? effect|comes? into|runs? out|expires?|"
    r"(?<!the )(?:starts|begins|ends))\b"
)
# "Told to halve its costs by the end of December": what is ordered is still to come.
_ORDERED = Expression(r"\b(?:told|asked|ordered|instructed|required|urged) to\b")
_GONE_BY = Expression(
    r"\b(?:was|were|had|did|went|came|fell|rose|stood|became|broke|began|left|put)\b|"
    r"\b\w+ed(?: [\w'’-]+){0,3} $"
)
_HAD = Expression(r"\bhad (?!to\b|\w+ to\b|been \w+ to\b)")
# "In October it lodged papers"
_WENT = Expression(r",?(?: [\w'’-]+){1,6}? (?:was|were|had|did|put|gave|sent|told|\w{3,}ed)\b")
_EDGE = r"[,;:.()“”\"—–]"
_CLAUSE_ENDS = Expression(
    _EDGE + r"| (?:and|but) (?:\w+ )?(?:will|would|is|are|has|have|expects?|plans?|hopes?|intends?)\b"
)
_CLAUSE_EDGE = Expression(_EDGE)


@dataclass(frozen=True, slots=True)
class Period:
    """A time that a text names: its place, and ISO dates where known.

    `told` says that it is when what follows was told.
    """

    place: tuple[int, int]
    start: str | None
    end: str | None
    told: bool = False


# Every number of a sentence asks for the same ones.
@lru_cache(maxsize=64)
def find_periods(
    passage: Passage, published: Published, *, ahead: bool = False, label: bool = False
) -> tuple[Period, ...]:
    """The periods named in a passage.

    `ahead` reads a bare month as the next one, not the last, unless the tense of its clause tells; `label`
    takes the text for a heading or caption, where every time named is meant ("2024/25 plan").
    """
    found = []
    folded, start, end = passage.folded, passage.start, passage.end
    for match in passage.matches(SPAN):
        lead = match["lead"].strip(" \"'“(")
        before = folded[max(start, match.start() - 90) : match.start("first")]
        if match["first"] == "may" and not lead and not label:
            continue  # the verb
        if match["first"] == "last year" and _NOT_THE_YEAR.search(before):
            continue
        if not label and (
            _TOLD.search(before) or _NAME_OF_DAY.match(folded[match.end() :].lstrip(" ").removeprefix("'s "))
        ):
            continue
        told = not label and _TOLD_AFTER.match(folded, match.end()) is not None
        later = _is_ahead(folded, start, end, match, ahead)
        if not lead and (_UP_TO.search(before) if label else _is_up_to(match, before)):
            lead = "up to"
        period = _resolve(folded, match, lead, before, published, later)
        if period is not None:
            found.append(Period(period.place, period.start, period.end, told))
    return tuple(found)


def _is_up_to(match: re.Match[str], before: str) -> bool:
    """Whether a day ends what was added up: "redundancy costs to 31 March 2013"."""
    day = not match["second"] and _DAY_OF_MONTH.match(match["first"]) is not None
    return day and _ADDED_UP_TO.search(before) is not None


def _is_ahead(folded: str, start: int, end: int, match: re.Match[str], ahead: bool) -> bool:
    """Whether a bare month is the next one: by "next" and "last", else by the tense of its clause."""
    lead = match["lead"]
    if "last " in lead or "since" in lead:
        return False
    if "next " in lead or "coming " in lead:
        return True
    edges = [edge.end() for edge in _CLAUSE_EDGE.finditer(folded, start, match.start())]
    edge = _CLAUSE_ENDS.search(folded, match.end(), end)
    first, last = edges[-1] if edges else start, edge.start() if edge else end
    if _TO_COME.search(folded, first, last) or _ORDERED.search(folded, first, match.start()):
        return True
    if _closes(lead):
        return ahead and not _HAD.search(folded, start, end)
    opens = match.start() <= first + 1 and _WENT.match(folded, match.end(), last)
    return ahead and not opens and not _GONE_BY.search(folded, first, match.end("lead"))


def _closes(lead: str) -> bool:
    return lead.startswith(("by", "before", "until", "till", "up to", "to ", "no later"))


def _resolve(
    folded: str, match: re.Match[str], lead: str, before: str, published: Published, later: bool
) -> Period | None:
    """The days that a match names, with an open end where the words before it leave one."""
    year = re.search(YEAR, match["second"] or "")
    hint = year[0] if year and not re.search(YEAR, match["first"]) else None
    written = match["first"]
    if written.isdigit() and len(written) <= _DAY_DIGITS and match["second"]:
        written += match["second"].lstrip("0123456789")
    first = bounds(written, published, later, hint, match["lead"]) or _year_in_parts(
        written, before, published
    )
    if first is None:
        return None
    low, high = first
    place = (match.start(), match.end())
    if match["second"]:
        last = _second(match, low, published, later)
        return None if last is None else Period(place, low.isoformat(), last.isoformat())
    run = _run(before, low, high)
    if run is not None:
        return Period(place, run[0].isoformat(), run[1].isoformat())
    more = _AND_NEXT.match(folded, match.end()) if low.year < high.year or "year" in match["first"] else None
    if more is not None:
        place, high = (match.start(), more.end()), months_before(high, -12)
    if low.day == 1 and low.month == high.month and _ENDED.search(before):
        low = high
    start, end = _open(lead, before, low, high)
    if _AND_NOW.match(folded, match.end()):
        end = None
    return Period(place, start.isoformat() if start else None, end.isoformat() if end else None)


def _year_in_parts(written: str, before: str, published: Published) -> tuple[date, date] | None:
    """The calendar year of "the first three months of this year"."""
    steps = {"this year": 0, "last year": -1}.get(written)
    if steps is None or published.last is None or not _PART_OF.search(before):
        return None
    return months(published.last.year + steps, 1, 12)


def _second(match: re.Match[str], low: date, published: Published, later: bool) -> date | None:
    """The last day of "between April and next March"; None where it comes before the first."""
    last = bounds(match["second"], published, later, None, match["join"])
    if last is not None and last[1] < low and last[0].day == 1 and not re.search(YEAR, match["second"]):
        last = months(low.year + 1, last[0].month, 1)
    return None if last is None or last[1] < low else last[1]


def _open(lead: str, before: str, low: date, high: date) -> tuple[date | None, date | None]:
    began = _BEGAN.search(before) or (not _closes(lead) and _SINCE.search(before))
    if lead.startswith(("since", "than", "from")) or began:
        return low, None
    if lead.startswith("before") and "end of" not in lead and (low.day == 1 or low != high):
        return None, low - timedelta(days=1)
    if _closes(lead) or _BY_THE_TIME.search(before) or _NOW_AND.search(before):
        return None, high
    if lead.startswith(("at the end of", "at the close of")) or "last day of" in lead:
        return high, high
    return low, high


def _run(before: str, low: date, high: date) -> tuple[date, date] | None:
    """A run of months told by one end: "in the year to March", "in the first six months of 2010-11"."""
    run = _RUN_TO.search(before)
    if run is not None:
        return months_before(high + timedelta(days=1), _length(run)), high
    part = _PART_OF.search(before)
    if part is not None:
        count = count_of(part["months"])
        if part["which"] in ("first", "opening"):
            return low, months(low.year, low.month, count)[1]
        return months_before(high + timedelta(days=1), count), high
    if _YEAR_FROM.search(before):
        return low, months(low.year, low.month, 12)[1]
    onward = _RUN_FROM.search(before)
    if onward is not None and low.day == 1:
        return low, months(low.year, low.month, _length(onward))[1]
    return None


def _length(run: re.Match[str]) -> int:
    """How many months a match of `_RUN_TO` or `_RUN_FROM` is long."""
    named = run.groupdict()
    if named["years"] or named["months"]:
        return count_of(named["months"]) if named["months"] else 12 * count_of(named["years"])
    return 12 if named.get("year") else 3 if named.get("quarter") else 6


def shifted(period: Period, years: int) -> Period:
    """The same period so many years on."""
    start, end = (
        day and months_before(date.fromisoformat(day), -12 * years).isoformat()
        for day in (period.start, period.end)
    )
    return Period(period.place, start, end, period.told)
