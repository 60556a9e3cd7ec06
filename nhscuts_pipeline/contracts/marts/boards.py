"""Marts about integrated care boards: `icb_running_cost_reductions`, `icb_clusters_and_mergers`.

Belongs here: what boards have to cut, each way of reckoning told apart.
"""

from nhscuts_pipeline.contracts.base import Date, Number, Table, Text, Texts, Whole
from nhscuts_pipeline.contracts.bounds import bound, bounded, upper_end
from nhscuts_pipeline.contracts.fields import common, field
from nhscuts_pipeline.contracts.rules import empty_exactly_when, same_filled, unique


class IcbRunningCostReductions(
    Table,
    schema="marts",
    name="icb_running_cost_reductions",
    rules=(
        empty_exactly_when("ods_code", "baseline_kind", "group_total"),
        unique("ods_code", "icb", "basis", "baseline_kind", "baseline_source", "reduction_source"),
        *bounded(
            "baseline_gbp",
            "reduction_pct",
            "reduction_gbp",
            "target_gbp",
            "baseline_per_head_gbp",
            "target_per_head_gbp",
            "staff",
        ),
    ),
    question="What does each integrated care board have to cut, by which reckoning?",
    beware="The allowance (administration only) and the operating cost (with programme pay) are different "
    "money: never compare across baseline_kind. No board was ever set exactly half; the instruction "
    "was for all together and is our arithmetic here. Rows of one board are alternatives, and a "
    "group's row is no member's: never add rows up.",
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
    baseline_gbp_to: Number = upper_end("`baseline_gbp`", unit="GBP")
    baseline_gbp_qualifier: Text = bound("`baseline_gbp`")
    reduction_pct: Number = field("The reduction as a share of the baseline.", nullable=True)
    reduction_pct_to: Number = upper_end("`reduction_pct`", unit="percent")
    reduction_pct_qualifier: Text = bound("`reduction_pct`")
    reduction_gbp: Number = field("The reduction in money.", nullable=True)
    reduction_gbp_to: Number = upper_end("`reduction_gbp`", unit="GBP")
    reduction_gbp_qualifier: Text = bound("`reduction_gbp`")
    target_gbp: Number = field("What is left of the baseline.", nullable=True, ge=0)
    target_gbp_to: Number = upper_end("`target_gbp`", unit="GBP")
    target_gbp_qualifier: Text = bound("`target_gbp`")
    population: Whole = field(
        "People registered with general practices, projected for 2024-25.", unit="people", nullable=True, gt=0
    )
    baseline_per_head_gbp: Number = field("Baseline for each registered person.", nullable=True, gt=0)
    baseline_per_head_gbp_to: Number = upper_end("`baseline_per_head_gbp`", unit="GBP")
    baseline_per_head_gbp_qualifier: Text = bound("`baseline_per_head_gbp`")
    target_per_head_gbp: Number = field("Target for each registered person.", nullable=True, ge=0)
    target_per_head_gbp_to: Number = upper_end("`target_per_head_gbp`", unit="GBP")
    target_per_head_gbp_qualifier: Text = bound("`target_per_head_gbp`")
    staff: Number = field(
        "Staff of the board, where exactly one figure is known.", unit="see staff_unit", nullable=True, gt=0
    )
    staff_to: Number = upper_end("`staff`", unit="see staff_unit")
    staff_qualifier: Text = bound("`staff`")
    staff_unit: Text = field("people or fte.", isin=["people", "fte"], nullable=True)
    baseline_source: Text = field("The reference row or claim that the baseline comes from.", nullable=True)
    reduction_source: Text = field("The assumption, reference row or claim that the reduction comes from.")
    note: Text = common("note")


class IcbClustersAndMergers(
    Table,
    schema="marts",
    name="icb_clusters_and_mergers",
    key=("group_id",),
    rules=(
        same_filled("allowance_gbp", "allowance_gbp_qualifier"),
        same_filled("allowance_per_head_gbp", "allowance_per_head_gbp_qualifier"),
    ),
    question="Which boards share leaders since 2025 or were merged in 2026, and what did they have to run "
    "themselves?",
    beware="The sums are our arithmetic with the allowances of 2024-25; no source gives a cluster or a new "
    "board an allowance. Where a member was divided there is no sum, because nobody knows how its "
    "money was. What a source gives for a group stands in `combined`, counts other money, and must "
    "not be shared out among members.",
):
    """One row a cluster of boards, or a board that others went into, with its members.

    A merger is a new board made of others; an enlargement is an older board that took in others.
    """

    group_id: Text = field("The cluster or board: a region_id or organisation_id.")
    group_name: Text = field("Its name.")
    change: Text = field("cluster, merger or enlargement.", isin=["cluster", "merger", "enlargement"])
    since: Date = field("First day of it.", nullable=True)
    members: Whole = field("How many boards are in it, wholly or in part.", unit="boards", ge=1)
    member_names: Text = field("Their names.")
    allowance_gbp: Number = field("Sum of the members' running cost allowances.", nullable=True, gt=0)
    allowance_gbp_qualifier: Text = bound("`allowance_gbp`")
    population: Whole = field("People registered with general practices.", unit="people", nullable=True, gt=0)
    allowance_per_head_gbp: Number = field("The sum for each registered person.", nullable=True, gt=0)
    allowance_per_head_gbp_qualifier: Text = bound("`allowance_per_head_gbp`")
    no_sum: Text = field("Why the allowances are not summed; null where they are.", nullable=True)
    combined: Text = field("What sources give for the group as a whole; null where nothing.", nullable=True)
    combined_rows: Texts = field("Table and key of every combined fact.")
