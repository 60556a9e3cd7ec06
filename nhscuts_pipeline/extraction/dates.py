"""Days, months, quarters and years by name, as first and last day, relative to the publication date.

Belongs here: the grammar of one point in time ("the first quarter of 2010-11", "next March"), the calendar.
Does not belong here: what the words around it make of it (times.py), which number takes it (period.py).
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
YEAR = r"(?:19|20)\d{2}"
_FINANCIAL = rf"{YEAR}[-–/](?:20)?\d{{2}}"
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4}
_ORDINAL = "|".join(_ORDINALS)
_NUMBERS = _ORDINALS | {"one": 1, "two": 2, "three": 3, "four": 4}
_COUNTS = _NUMBERS | {"five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11}
_COUNTS |= {"twelve": 12, "fifteen": 15, "eighteen": 18, "twenty-four": 24}
# A number of months or years, by digits or name.
COUNT = rf"(?:\d{{1,2}}|{'|'.join(_COUNTS)})"
_WHICH_YEAR = rf",? {YEAR}|,?(?: of)? (?:last|this|next) year"
# "Since April 14 posts have gone", "in July 44 of its staff": no day of the month.
COUNTED = (
    r" (?:posts?|jobs|roles|staff|people|employees|trusts|boards|nurses|managers|members|colleagues|wte|fte|"
    r"whole-time|full-time|of (?:the(?! (?:same|following|previous))|its|their|our|those|them|us))\b"
)
_OF_MONTH = rf"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?!\d|[,.]\d|{COUNTED})"
_DAY = rf"(?:{_OF_MONTH} (?:of )?(?:{MONTH})|(?:{MONTH}) {_OF_MONTH})(?:{_WHICH_YEAR})?"
_OTHER_YEARS = r"coming|new|next|following|last|previous|past"
_THIS_YEAR = (
    r"(?:this|the current|the present|the) financial year(?! (?:to|end|that|just|\d))|"
    r"(?:this|the current) year|"
    r"(?<=end of )the year(?! (?:to|end))"
)
POINT = (
    rf"q[1-4](?:,| of)? {_FINANCIAL}|{_FINANCIAL},? q[1-4]|"
    rf"(?:{_ORDINAL}) quarter(?: of (?:{_FINANCIAL}|{YEAR}|{_THIS_YEAR}))?|"
    rf"quarter (?:one|two|three|four)"
    rf"|(?:the )?(?:first|second) half of (?:the |this |that )?(?:financial year|{_FINANCIAL}|{YEAR})"
    rf"|{_DAY}|(?:{MONTH})(?:{_WHICH_YEAR})|(?:{MONTH})\b(?! {_OF_MONTH}\b)|{_FINANCIAL}|{YEAR}|"
    rf"{_THIS_YEAR}|last month|this month"
    rf"|(?<=between )\d{{1,2}}(?= and \d{{1,2}} (?:{MONTH}))|(?<=from )\d{{1,2}}(?= to \d{{1,2}} (?:{MONTH}))"
    rf"|(?:{_OTHER_YEARS}) financial year|(?:last|next) year|year[- ]end|(?:the )?year end"
)


@dataclass(frozen=True, slots=True)
class Published:
    """When the document appeared; both ends of a date known only to the month or year. None where unknown."""

    first: date | None
    last: date | None


def bounds(
    text: str, published: Published, later: bool, year_hint: str | None, lead: str
) -> tuple[date, date] | None:
    """First and last day of a match of `POINT`; None where the publication date does not settle it.

    `later` reads a bare month as the next one, `year_hint` is the year of the date it is joined with, and
    `lead` are the words before it ("next", "the end of").
    """
    years = re.findall(YEAR, text)
    financial = re.search(rf"({YEAR})[-–/](?:20)?(\d{{2}})\b", text)
    if financial and (int(financial[1]) + 1) % 100 != int(financial[2]):
        return None  # "2011/11" numbers a paper
    quarter = re.search(rf"\bq([1-4])|^({_ORDINAL}) quarter|^quarter (one|two|three|four)", text)
    if quarter:
        number = int(quarter[1]) if quarter[1] else _NUMBERS[quarter[2] or quarter[3]]
        if years and not financial:
            return months(int(years[0]), 3 * number - 2, 3)
        begin = int(years[0]) if years else _financial_year(published)
        return None if begin is None else months(begin, 1 + 3 * number, 3)
    half = re.match(r"(?:the )?(first|second) half", text)
    if half:
        begin = int(years[0]) if years else _financial_year(published)
        if begin is None:
            return None
        calendar_year = bool(years) and not financial
        opening = (1 if calendar_year else 4) + (6 if half[1] == "second" else 0)
        return months(begin, opening, 6)
    if financial:
        return months(int(financial[1]), 4, 12)
    year = int(years[0]) if years else int(year_hint) if year_hint else None
    return _plain(text, published, later, year, lead)


def _plain(
    text: str, published: Published, later: bool, year: int | None, lead: str
) -> tuple[date, date] | None:
    month = next((_MONTHS[word] for word in re.findall(r"[a-z]+", text) if word in _MONTHS), None)
    day = re.search(r"\b(\d{1,2})(?:st|nd|rd|th)?\b(?!\d)", re.sub(YEAR, "", text))
    if month is None:
        return _named_year(text, published, year, lead)
    if year is None:
        year = _year_of(month, int(day[1]) if day else None, published, later, text, lead)
        if year is None:
            return None
    if day is None:
        return months(year, month, 1)
    try:
        point = date(year, month, int(day[1]))
    except ValueError:
        return None
    return point, point


def _named_year(text: str, published: Published, year: int | None, lead: str) -> tuple[date, date] | None:
    if year is not None:
        return date(year, 1, 1), date(year, 12, 31)
    if published.first is None or published.last is None or "month" in text:
        return None
    words = text.split()
    steps = -1 if words[0] in ("last", "previous", "past") else 0 if words[0] in ("this", "the") else 1
    if words[-1] == "year" and "financial" not in words and "end of" in lead:
        known = published.last.year + steps
        return (
            (date(known, 1, 1), date(known, 12, 31)) if published.first.year == published.last.year else None
        )
    begin = _financial_year(published)
    if begin is None:
        return None
    if text in ("year-end", "year end", "the year end"):
        return months(begin, 4, 12)
    if "financial" in text:
        # A year is still new in its first months.
        if words[0] == "new" and published.last.month in (4, 5, 6):
            steps = 0
        return months(begin + steps, 4, 12)
    if text == "last year" and not lead.strip() and published.first.year == published.last.year:
        return months(published.last.year - 1, 1, 12)
    return None


def months(year: int, month: int, count: int) -> tuple[date, date]:
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


def _year_of(
    month: int, day: int | None, published: Published, later: bool, text: str, lead: str
) -> int | None:
    if published.first is None or published.last is None:
        return None
    known = published.last
    for word, steps in (("last year", -1), ("this year", 0), ("next year", 1)):
        if text.endswith(word):
            return known.year + steps
    # "Next March", said in March, is a year away.
    now = (known.month, known.day)
    if later:
        return known.year if (month, day or (0 if "next" in lead else 31)) >= now else known.year + 1
    return known.year if (month, day or (31 if "last" in lead else 1)) <= now else known.year - 1


def count_of(word: str) -> int:
    """The number of a match of `COUNT`."""
    return int(word) if word.isdigit() else _COUNTS[word]


def months_before(day: date, count: int) -> date:
    """The same day so many months before; of the last of a month, the last."""
    year, month = divmod(day.year * 12 + day.month - 1 - count, 12)
    last = calendar.monthrange(year, month + 1)[1]
    ends = day.day == calendar.monthrange(day.year, day.month)[1]
    return date(year, month + 1, last if ends else min(day.day, last))
