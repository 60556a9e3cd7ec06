"""Numbers of marts that carry their bound: the number, its upper end, and how exact it is.

Belongs here: the three columns and the rules between them. A number `x` stands beside `x_to`, filled where
it is a range, and `x_qualifier`, in the words of `Qualifier`. How bounds go through arithmetic is the SQL's
affair: it reckons with both ends (`staging.statements` says how they are set).
"""

from typing import Any

from nhscuts_pipeline.contracts.base import Rule
from nhscuts_pipeline.contracts.fields import field, words
from nhscuts_pipeline.contracts.rules import filled_exactly_when, finite, same_filled
from nhscuts_pipeline.contracts.vocabulary import Qualifier

TO, QUALIFIER = "_to", "_qualifier"


def upper_end(number: str, *, unit: str | None = None) -> Any:
    """The field `x_to` of a number that is described as `number`."""
    return field(f"Upper end of {number}, where that is a range; null otherwise.", unit=unit, nullable=True)


def bound(number: str) -> Any:
    """The field `x_qualifier` of a number that is described as `number`."""
    return field(
        f"How exact {number} is: exact, about, over (at least so much), under (at most so much) or range.",
        isin=words(Qualifier),
        nullable=True,
    )


def bounded(*numbers: str) -> tuple[Rule, ...]:
    """The rules of numbers that have all three columns."""
    return tuple(
        rule
        for number in numbers
        for rule in (
            finite(number),
            same_filled(number, number + QUALIFIER),
            filled_exactly_when(number + TO, number + QUALIFIER, str(Qualifier.RANGE)),
        )
    )
