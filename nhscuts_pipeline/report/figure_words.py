"""A figure's fields as people say them: "about 550 people", "by 31 March 2025".

Belongs here: wording of values. What the rules are called is in `extraction.rule_words`.
"""

import calendar
from datetime import date, timedelta

from nhscuts_pipeline.contracts.vocabulary import Qualifier, Unit
from nhscuts_pipeline.extraction.figure import Figure

_QUALIFIERS = {Qualifier.ABOUT: "about ", Qualifier.OVER: "over ", Qualifier.UNDER: "up to "}
_NOUNS = {
    Unit.POSTS: ("post", "posts"),
    Unit.PEOPLE: ("person", "people"),
    Unit.FTE: ("full-time equivalent", "full-time equivalents"),
    Unit.ORGANISATIONS: ("body", "bodies"),
}
_SCALES = ((1e9, " billion"), (1e6, " million"))


def amount(figure: Figure) -> str:
    """Qualifier, number and unit: "about 550 people", "£1 billion to £1.3 billion", "up to 20%"."""
    said = _QUALIFIERS.get(figure.qualifier, "") + _number(figure.value, figure.unit)
    if figure.value_to is not None:
        said += f" to {_number(figure.value_to, figure.unit)}"
    if figure.unit is Unit.GBP_PER_HEAD:
        return f"{said} a head"
    if figure.unit not in _NOUNS:
        return said
    return f"{said} {_NOUNS[figure.unit][figure.value != 1 or figure.value_to is not None]}"


def _number(value: float, unit: Unit) -> str:
    sign, end = {Unit.GBP: ("£", ""), Unit.GBP_PER_HEAD: ("£", ""), Unit.PERCENT: ("", "%")}.get(
        unit, ("", "")
    )
    if sign:
        for scale, word in _SCALES:
            if value >= scale:
                return f"£{value / scale:,.10g}{word}"
        if value % 1:
            return f"£{value:,.2f}"
    return f"{sign}{value:,.10g}{end}" if value < 1e9 else f"{sign}{value:,.0f}{end}"


def period(start: str | None, end: str | None) -> str | None:
    """The time a figure covers, as short as it can be said: "2009/10", "March 2010", "since 1 May 2010"."""
    first = date.fromisoformat(start) if start else None
    last = date.fromisoformat(end) if end else None
    if first is None:
        return f"by {_day(last)}" if last else None
    if last is None:
        return f"since {_day(first)}"
    if first == last:
        return _day(first)
    whole_months = first.day == 1 and (last + timedelta(days=1)).day == 1
    if whole_months and first.year == last.year and (first.month, last.month) == (1, 12):
        return f"{first.year}"
    if whole_months and last.year == first.year + 1 and (first.month, last.month) == (4, 3):
        return f"{first.year}/{last.year % 100:02} (April to March)"
    if whole_months and (first.year, first.month) == (last.year, last.month):
        return f"{calendar.month_name[first.month]} {first.year}"
    return f"{_day(first)} to {_day(last)}"


def _day(day: date) -> str:
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"
