"""The closed vocabularies of a figure, as `tests/gold/GUIDE.md` defines them.

Belongs here: words that more than one room must spell alike. Does not belong here: columns and rules (the
table contracts) or the phrases that lead to a word (extraction).
"""

from enum import StrEnum


class Unit(StrEnum):
    """What one of the counted things is."""

    POSTS = "posts"
    PEOPLE = "people"
    FTE = "fte"
    GBP = "gbp"
    GBP_PER_HEAD = "gbp_per_head"
    PERCENT = "percent"
    ORGANISATIONS = "organisations"


MONEY_UNITS = frozenset({Unit.GBP, Unit.GBP_PER_HEAD})
STAFF_UNITS = frozenset({Unit.POSTS, Unit.PEOPLE, Unit.FTE})
COUNT_UNITS = STAFF_UNITS | {Unit.ORGANISATIONS}


class Measure(StrEnum):
    """What is counted."""

    POSTS_AT_RISK = "posts_at_risk"
    POSTS_CUT = "posts_cut"
    REDUNDANCIES_NOTIFIED = "redundancies_notified"
    REDUNDANCY_NOTICES = "redundancy_notices"
    REDUNDANCIES = "redundancies"
    REDEPLOYED = "redeployed"
    TURNOVER = "turnover"
    VACANCIES = "vacancies"
    WORKFORCE = "workforce"
    WORKFORCE_CHANGE = "workforce_change"
    RUNNING_COSTS = "running_costs"
    RUNNING_COST_CUT = "running_cost_cut"
    SAVINGS = "savings"
    DEFICIT = "deficit"
    BUDGET = "budget"
    REDUNDANCY_COST = "redundancy_cost"
    ORGANISATIONS = "organisations"


class Qualifier(StrEnum):
    """How exactly the number is meant."""

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"
    RANGE = "range"


class Modality(StrEnum):
    """Whether it happened, is decided, might happen, or is reported as contested."""

    ACTUAL = "actual"
    PLANNED = "planned"
    POTENTIAL = "potential"
    DISPUTED = "disputed"


class RedundancyKind(StrEnum):
    """Who decided that the person goes."""

    COMPULSORY = "compulsory"
    VOLUNTARY = "voluntary"
    BOTH = "both"
