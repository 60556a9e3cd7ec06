"""The tables of schema `marts`, which answer the questions people ask. `dbt_like_sql/marts/` has their SQL.

Belongs here: columns, units, keys and how not to misread each. A test fails where SQL and contract differ.
"""

from nhscuts_pipeline.contracts.base import Date, Number, Table, Text, Whole
from nhscuts_pipeline.contracts.fields import common, field
from nhscuts_pipeline.contracts.rules import empty_exactly_when, finite, ordered, same_filled, unique


class RedundancyRate(
    Table,
    schema="marts",
    name="redundancy_rate",
    key=("observation_id",),
    rules=(
        ordered("period_start", "period_end"),
        same_filled("turnover_in_period", "rate_of_period_turnover_pct"),
        same_filled("rate_of_annual_turnover_pct", "turnover_days"),
    ),
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
    redundancies: Number = field(
        "The number observed, of a range the lower end; the note says where it is a bound, and its "
        "unit where that is not people.",
        unit="people",
        ge=0,
    )
    annual_turnover: Number = field(
        "Leavers of a year, the base: the assumption annual_turnover.",
        unit="people a year",
        nullable=True,
        gt=0,
    )
    turnover_in_period: Number = field(
        "Leavers to be expected in the period: the annual base times months / 12.",
        unit="people",
        nullable=True,
        gt=0,
    )
    rate_of_annual_turnover_pct: Number = field(
        "Redundancies of the period as a share of a whole year's leavers.",
        unit="percent",
        nullable=True,
        ge=0,
    )
    rate_of_period_turnover_pct: Number = field(
        "Redundancies of the period as a share of the leavers of as long a period.",
        unit="percent",
        nullable=True,
        ge=0,
    )
    annualised: Number = field(
        "Redundancies a year at the period's pace.", unit="people a year", nullable=True, ge=0
    )
    turnover_days: Number = field(
        "In how many days ordinary turnover takes as many people.", unit="days", nullable=True, ge=0
    )
    note: Text = common("note")
    source: Text = field("Where the redundancies were read, in words: publisher, title and address.")


class IcbRunningCostReductions(
    Table,
    schema="marts",
    name="icb_running_cost_reductions",
    rules=(
        empty_exactly_when("ods_code", "baseline_kind", "group_total"),
        unique("ods_code", "icb", "basis", "baseline_kind", "baseline_source", "reduction_source"),
        finite("reduction_pct"),
    ),
):
    """One row an integrated care board, basis and baseline: what the board has to cut, reckoned one way.

    Every board of 2022 has a row on the instruction to halve. Rows of one board are alternatives: never add
    them up. A group's row belongs to none of its members.
    """

    ods_code: Text = common("ods_code", nullable=True)
    icb: Text = field("The board, or the group of boards whose combined figure this is.")
    region: Text = field(
        "Government office region of the board; of a group the region it is named for.", nullable=True
    )
    basis: Text = field(
        "Where the reduction comes from: instruction_to_halve (the national instruction, applied by us), "
        "cap_per_head (the national cost per head, applied by us) or published (the board's own).",
        isin=["instruction_to_halve", "cap_per_head", "published"],
    )
    baseline_kind: Text = field(
        "What money the baseline is: running_cost_allowance (administration only), operating_cost (running "
        "costs with programme pay) or group_total (several boards together). Never compared across kinds.",
        isin=["running_cost_allowance", "operating_cost", "group_total"],
    )
    baseline_precision: Text = field("How exact the baseline is: exact, rounded, or a bound.", nullable=True)
    baseline_gbp: Number = field("Money of a year before the reduction.", nullable=True, gt=0)
    reduction_pct: Number = field("The reduction as a share of the baseline.", nullable=True)
    reduction_gbp: Number = field("The reduction in money.", nullable=True)
    target_gbp: Number = field("What is left of the baseline.", nullable=True, ge=0)
    population: Whole = field(
        "People registered with general practices, projected for 2024-25.", unit="people", nullable=True, gt=0
    )
    baseline_per_head_gbp: Number = field("Baseline for each registered person.", nullable=True, gt=0)
    target_per_head_gbp: Number = field("Target for each registered person.", nullable=True, ge=0)
    staff: Number = field(
        "Staff of the board, where exactly one figure is known.", unit="see staff_unit", nullable=True, gt=0
    )
    staff_unit: Text = field("people or fte.", isin=["people", "fte"], nullable=True)
    baseline_source: Text = field("The reference row or claim that the baseline comes from.", nullable=True)
    reduction_source: Text = field("The assumption, reference row or claim that the reduction comes from.")
    note: Text = common("note")
