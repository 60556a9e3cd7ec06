"""The mart of redundancies against ordinary turnover: `redundancy_rate`.

Belongs here: rates over the assumption annual_turnover.
"""

from nhscuts_pipeline.contracts.base import Date, Number, Table, Text
from nhscuts_pipeline.contracts.bounds import bound, bounded, upper_end
from nhscuts_pipeline.contracts.fields import common, field
from nhscuts_pipeline.contracts.rules import ordered, same_filled


class RedundancyRate(
    Table,
    schema="marts",
    name="redundancy_rate",
    key=("observation_id",),
    rules=(
        ordered("period_start", "period_end"),
        same_filled("turnover_in_period", "rate_of_period_turnover_pct"),
        same_filled("rate_of_annual_turnover_pct", "turnover_days"),
        same_filled("annual_turnover", "annual_turnover_qualifier"),
        same_filled("turnover_in_period", "turnover_in_period_qualifier"),
        *bounded(
            "redundancies",
            "rate_of_annual_turnover_pct",
            "rate_of_period_turnover_pct",
            "turnover_days",
            "annualised",
        ),
    ),
    question="How many redundancies were there, against the people who leave anyway?",
    beware="The two rates answer different questions: of a whole year's leavers, and of those of as long a "
    "period. The base is a minister's round number of 2006 whatever the year of the row, and the "
    "hospital and community statistics count otherwise. The same redundancies often stand in "
    "several rows: never add rows up.",
):
    """One row a redundancies observation that is reported as having happened, against ordinary turnover.

    The base is always national and for all staff; a row about a region, a body or a group of staff says so in
    its note. The same redundancies often stand in several rows, from several sources: never add rows up.
    """

    observation_id: Text = field("Key of core.observations.")
    origin: Text = field("claim or official_series.", isin=["claim", "official_series"])
    subject: Text = common("subject")
    redundancy_kind: Text = common("redundancy_kind")
    staff_group: Text = common("staff_group")
    period_start: Date = common("period_start")
    period_end: Date = common("period_end")
    months: Number = field(
        "Length of the period; null where an end is not known.", unit="months", nullable=True, gt=0
    )
    redundancies: Number = field("The number observed, of a range the lower end.", unit="see unit", ge=0)
    redundancies_to: Number = upper_end("`redundancies`", unit="see unit")
    redundancies_qualifier: Text = bound("`redundancies`")
    unit: Text = common("unit")
    annual_turnover: Number = field(
        "Leavers of a year, the base: the assumption annual_turnover.",
        unit="people a year",
        nullable=True,
        gt=0,
    )
    annual_turnover_qualifier: Text = bound("`annual_turnover`")
    turnover_in_period: Number = field(
        "Leavers to be expected in the period: the annual base times months / 12.",
        unit="people",
        nullable=True,
        gt=0,
    )
    turnover_in_period_qualifier: Text = bound("`turnover_in_period`")
    rate_of_annual_turnover_pct: Number = field(
        "Redundancies of the period as a share of a whole year's leavers.",
        unit="percent",
        nullable=True,
        ge=0,
    )
    rate_of_annual_turnover_pct_to: Number = upper_end("`rate_of_annual_turnover_pct`", unit="percent")
    rate_of_annual_turnover_pct_qualifier: Text = bound("`rate_of_annual_turnover_pct`")
    rate_of_period_turnover_pct: Number = field(
        "Redundancies of the period as a share of the leavers of as long a period.",
        unit="percent",
        nullable=True,
        ge=0,
    )
    rate_of_period_turnover_pct_to: Number = upper_end("`rate_of_period_turnover_pct`", unit="percent")
    rate_of_period_turnover_pct_qualifier: Text = bound("`rate_of_period_turnover_pct`")
    annualised: Number = field(
        "Redundancies a year at the period's pace.", unit="people a year", nullable=True, ge=0
    )
    annualised_to: Number = upper_end("`annualised`", unit="people a year")
    annualised_qualifier: Text = bound("`annualised`")
    turnover_days: Number = field(
        "In how many days ordinary turnover takes as many people.", unit="days", nullable=True, ge=0
    )
    turnover_days_to: Number = upper_end("`turnover_days`", unit="days")
    turnover_days_qualifier: Text = bound("`turnover_days`")
    note: Text = common("note")
    source: Text = field("Where the redundancies were read, in words: publisher, title and address.")
