"""Says when a figure holds: dates, months, years, financial years and quarters of its sentence or heading.

Belongs here: the grammar of time expressions, relative to the publication date, and which number takes which.
Durations ("over two years"), seasons and weekdays give no period, as the annotation guide says.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from nhscuts_pipeline.contracts.vocabulary import Measure, Modality, Unit
from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.passage import Passage
from nhscuts_pipeline.extraction.phrases import Expression

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_YEAR = r"(?:19|20)\d{2}"
_FINANCIAL = rf"{_YEAR}[-–/](?:20)?\d{{2}}"
_NUMBERS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "final": 4,
}

_DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{_MONTH})|(?:{_MONTH}) \d{{1,2}}(?:st|nd|rd|th)?(?!\d))"
    rf"(?:,? {_YEAR})?"
)
_THIS_YEAR = r"(?:this|the current|the present) financial year|(?:this|the current) year"
_POINT = (
    rf"q[1-4] {_FINANCIAL}|(?:first|second|third|fourth|final) quarter of (?:{_FINANCIAL}|{_THIS_YEAR})|"
    rf"quarter (?:one|two|three|four)"
    rf"|(?:the )?(?:first|second) half of (?:the |this |that )?(?:financial year|{_FINANCIAL}|{_YEAR})"
    rf"|{_DAY}|(?:{_MONTH}),? {_YEAR}|(?:{_MONTH})\b(?! \d{{1,2}}\b(?![,.]\d))|{_FINANCIAL}|{_YEAR}|"
    rf"{_THIS_YEAR}|last month|this month"
    r"|(?:last|next) (?:financial )?year|year[- ]end|(?:the )?year end"
)
SPAN = Expression(
    rf"(?P<lead>\b(?:since(?: the (?:start|beginning|end) of)?|by(?: the)?(?: end of| close of)?|"
    rf"before(?: the end of)?|until|till|"
    rf"up to(?: the end of)?|no later than|from|between(?: the start of)?|in|during|over|on|"
    rf"at(?: the end of)?|as at|as of|through|for|"
    rf"of|between|than in|than)? ?(?:next |last |this coming )?(?:early |late |mid-|mid |the (?:start|"
    rf"beginning|end) of |the (?:whole )?of )?[\"'“(]?)"
    rf"(?<!\w)(?P<first>{_POINT})(?!\w)"
    rf"(?:(?P<join> ?(?:to|and|[-–]|until) ?(?:the end of )?)(?P<second>{_POINT})(?!\w))?"
)
_TOLD = re.compile(
    r"\b(?:said|told|announced|wrote|revealed|warned|reported|declared|published|released|dated|elected|"
    r"opened|knew|counted|pronounced|created|"
    r"paper of|board of|white paper|july's|survey|speech|budget of|interview|gave|promised|was told|"
    r"were told|"
    r"taken over|took over|took charge)(?: \w+){0,3} (?:in|on|of|last|back in|this)? ?$"
)
# "In March the government told the boards to halve their costs": the date is of the telling.
_TOLD_AFTER = re.compile(
    r",? (?:[^,.;]{0,40} )?(?:told|announced|said|asked|ordered|instructed|wrote|warned|revealed|"
    r"pronounced|decided)\b"
)
_NAME_OF_DAY = re.compile(
    r"\b(?:act|bill|plan|survey|estimates?|accounts|election|reforms?|paper|budget|report|scheme)\b"
)


@dataclass(frozen=True, slots=True)
class Period:
    """A time that a text names: its place, and ISO dates where known."""

    place: tuple[int, int]
    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class Published:
    """When the document appeared; both ends of a date known only to the month or year. None where unknown."""

    first: date | None
    last: date | None


def find_periods(
    passage: Passage, published: Published, *, ahead: bool = False, label: bool = False
) -> list[Period]:
    """The periods named in a passage.

    `ahead` reads a bare month as the next one, not the last; `label` takes the text for a heading or
    caption, where every time named is meant ("2024/25 plan").
    """
    matches = _times(passage) if not label else passage.matches(SPAN)
    found = [_resolve(match, match["lead"].strip(" \"'“("), published, ahead) for match in matches]
    return [period for period in found if period is not None]


def _times(passage: Passage) -> list[re.Match[str]]:
    """The time expressions of a sentence that tell when something holds, not when it was said."""
    folded = passage.folded
    found = []
    for match in passage.matches(SPAN):
        before = folded[max(passage.start, match.start() - 45) : match.start("first")]
        if match["first"] == "may" and not match["lead"].strip(" \"'“("):
            continue  # the verb
        if not (
            _TOLD_AFTER.match(folded, match.end())
            or _TOLD.search(before)
            or _NAME_OF_DAY.match(folded[match.end() :].lstrip(" ").removeprefix("'s "))
        ):
            found.append(match)
    return found


def _resolve(match: re.Match[str], lead: str, published: Published, ahead: bool) -> Period | None:
    closing = lead.startswith(("by", "before", "until", "till", "up to", "no later"))
    later = ahead and not lead.startswith("since")
    second = match["second"] or ""
    year = re.search(_YEAR, second)
    first = _bounds(
        match["first"], published, later, year[0] if year and not re.search(_YEAR, match["first"]) else None
    )
    if first is None:
        return None
    low, high = first
    place = (match.start(), match.end())
    if second and (
        lead.startswith(("between", "from", "in", "for", "over", "")) or "to" in (match["join"] or "")
    ):
        last = _bounds(second, published, later, None)
        if last is None or last[1] < low:
            return None
        return Period(place, low.isoformat(), last[1].isoformat())
    if lead.startswith(("since", "than")):
        return Period(place, low.isoformat(), None)
    if closing:
        if lead == "before" and low.day == 1:
            high = low - timedelta(days=1) if low.day == 1 and (high - low).days < 32 else high
        return Period(place, None, high.isoformat())
    if lead == "from":
        return Period(place, low.isoformat(), None)
    if lead.startswith("at the end of"):
        return Period(place, high.isoformat(), high.isoformat())
    return Period(place, low.isoformat(), high.isoformat())


def _bounds(text: str, published: Published, later: bool, year_hint: str | None) -> tuple[date, date] | None:
    years = re.findall(_YEAR, text)
    financial = re.fullmatch(rf".*?({_YEAR})[-–/](?:20)?\d{{2}}", text)
    quarter = re.match(
        r"q([1-4])|(first|second|third|fourth|final) quarter|quarter (one|two|three|four)", text
    )
    if quarter:
        number = int(quarter[1]) if quarter[1] else _NUMBERS[quarter[2] or quarter[3]]
        begin = int(years[0]) if years else _financial_year(published)
        return None if begin is None else _months(begin, 1 + 3 * number, 3)
    half = re.match(r"(?:the )?(first|second) half", text)
    if half:
        begin = int(years[0]) if years else _financial_year(published)
        if begin is None:
            return None
        calendar_year = bool(years) and not financial
        opening = (1 if calendar_year else 4) + (6 if half[1] == "second" else 0)
        return _months(begin, opening, 6)
    if financial:
        return _months(int(financial[1]), 4, 12)
    return _plain(text, published, later, int(years[0]) if years else int(year_hint) if year_hint else None)


def _plain(text: str, published: Published, later: bool, year: int | None) -> tuple[date, date] | None:
    month = next((_MONTHS[word] for word in re.findall(r"[a-z]+", text) if word in _MONTHS), None)
    day = re.search(r"\b(\d{1,2})(?:st|nd|rd|th)?\b(?!\d)", re.sub(_YEAR, "", text))
    if month is None:
        return _named_year(text, published, year)
    if year is None:
        year = _year_of(month, int(day[1]) if day else None, published, later)
        if year is None:
            return None
    if day is None:
        return _months(year, month, 1)
    try:
        point = date(year, month, int(day[1]))
    except ValueError:
        return None
    return point, point


def _named_year(text: str, published: Published, year: int | None) -> tuple[date, date] | None:
    if year is not None:
        return date(year, 1, 1), date(year, 12, 31)
    begin = _financial_year(published)
    if begin is None or published.first is None:
        return None
    if "month" in text:
        return None
    if text in ("year-end", "year end", "the year end"):
        return _months(begin, 4, 12)
    if "financial" in text:
        return _months(
            begin + (1 if text.startswith("next") else -1 if text.startswith("last") else 0), 4, 12
        )
    return None


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    """A run of whole months; `month` may run past 12 into the next year."""
    first = date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)
    after = month + count
    return first, date(year + (after - 1) // 12, (after - 1) % 12 + 1, 1) - timedelta(days=1)


def _financial_year(published: Published) -> int | None:
    """The year in which the financial year of publication began; None where the date does not settle it."""
    if published.first is None or published.last is None:
        return None
    begins = {day.year if day.month >= 4 else day.year - 1 for day in (published.first, published.last)}
    return begins.pop() if len(begins) == 1 else None


def _year_of(month: int, day: int | None, published: Published, later: bool) -> int | None:
    if published.first is None or published.last is None:
        return None
    known = published.last
    if later:
        return known.year if (month, day or 31) >= (known.month, known.day) else known.year + 1
    return known.year if (month, day or 1) <= (known.month, known.day) else known.year - 1


_NEXT_CLAUSE = re.compile(
    r",?(?: and| but)? (?:had|has|have|will|would|may|on its way|plans|expects|still)\b"
)
_AHEAD = (Modality.PLANNED, Modality.POTENTIAL)


def set_from_label(label: Passage, draft: Draft, published: Published, *, spans_first: bool = False) -> bool:
    """Take the period of a heading, caption or header; False where it names none.

    `spans_first` prefers a stretch of time to a day, as in the caption of a table of events.
    """
    found = find_periods(label, published, label=True)
    if spans_first:
        found.sort(key=lambda period: period.start == period.end)
    if not found:
        return False
    draft.period_start, draft.period_end = found[0].start, found[0].end
    draft.rules["period"] = f"heading: {label.folded[slice(*found[0].place)].strip()}"
    return True


def set_period(passage: Passage, draft: Draft, published: Published) -> None:
    """Set the draft's period from the nearest time expression of its sentence."""
    ahead = draft.modality in _AHEAD and draft.measure is not Measure.POSTS_AT_RISK
    best: tuple[float, Period] | None = None
    for period in find_periods(passage, published, ahead=ahead):
        gap = passage.distance(draft, *period.place)
        # A time in brackets or ahead of the clause holds for all of it, so distance counts for little
        # before the number.
        if period.place[1] <= draft.start:
            gap *= 0.8
            if period.place[0] > passage.start and _NEXT_CLAUSE.match(passage.folded, period.place[1]):
                continue  # it closed the clause of an earlier number
        if gap < 26 and (best is None or gap < best[0]):
            best = (gap, period)
    if best is None:
        return
    if draft.unit is Unit.ORGANISATIONS and best[0] > 8:
        return
    draft.period_start, draft.period_end = best[1].start, best[1].end
    draft.rules["period"] = passage.folded[slice(*best[1].place)].strip()
