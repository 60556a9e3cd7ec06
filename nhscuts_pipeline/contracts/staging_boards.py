"""The views of schema `staging` that are about integrated care boards.

Belongs here: columns of `dbt_like_sql/staging/icb_*.sql`. People ask the marts, not these.
"""

from nhscuts_pipeline.contracts.base import Date, Flag, Number, Table, Text, Whole
from nhscuts_pipeline.contracts.fields import common, field


class IcbBoards(Table, schema="staging", name="icb_boards", key=("ods_code",), view=True):
    """One row an integrated care board that had a running cost allowance in 2024-25."""

    ods_code: Text = common("ods_code")
    icb: Text = field("Name of the board.")
    region: Text = field("Government office region; null where it crosses two.", nullable=True)
    allowance_gbp: Number = field("Running cost allowance of 2024-25, administration only.")
    allowance_precision: Text = field("How exact the allowance is.")
    allowance_lower: Number = common("lower")
    allowance_upper: Number = common("upper")
    allowance_approximate: Flag = common("approximate")
    allowance_id: Text = field("The fact in reference.icb_running_costs.")
    allowance_note: Text = common("note")
    population: Whole = field("People registered with general practices.", unit="people", nullable=True)
    staff: Number = field("Staff, where exactly one figure is known.", unit="see staff_unit", nullable=True)
    staff_to: Number = field("Upper end of a range of staff.", unit="see staff_unit", nullable=True)
    staff_qualifier: Text = common("qualifier", nullable=True)
    staff_unit: Text = field("people or fte.", nullable=True)
    staff_note: Text = field("The figures of staff where they differ or are not exact.", nullable=True)
    merger_note: Text = field("What became of a board that closed.", nullable=True)


class IcbAccounts(Table, schema="staging", name="icb_accounts", view=True):
    """One row a board, source and date that gives its operating cost or a reduction of it."""

    ods_code: Text = common("ods_code")
    as_of: Text = field("When it was said: a year, a month or a day.", nullable=True)
    source_url: Text = common("source_url")
    basis: Text = field("What the source says it counts.")
    cost_lower: Number = field("Operating cost of a year: at least.", unit="GBP", nullable=True)
    cost_upper: Number = field("Operating cost of a year: at most.", unit="GBP", nullable=True)
    cost_approximate: Flag = field("Whether that is rounded; null where it is not given.", nullable=True)
    saving_lower: Number = field("Reduction of it: at least.", unit="GBP", nullable=True)
    saving_upper: Number = field("Reduction of it: at most.", unit="GBP", nullable=True)
    saving_approximate: Flag = field("Whether that is rounded; null where it is not given.", nullable=True)
    target_lower: Number = field("Operating cost aimed at: at least.", unit="GBP", nullable=True)
    target_upper: Number = field("Operating cost aimed at: at most.", unit="GBP", nullable=True)
    target_approximate: Flag = field("Whether that is rounded; null where it is not given.", nullable=True)
    pct_lower: Number = field(
        "Reduction in percent, as the source gives it: at least.", unit="percent", nullable=True
    )
    pct_upper: Number = field(
        "Reduction in percent, as the source gives it: at most.", unit="percent", nullable=True
    )
    pct_approximate: Flag = field("Whether that is rounded; null where it is not given.", nullable=True)
    head_cost_lower: Number = field(
        "Operating cost for each person, as the source gives it: at least.", unit="GBP", nullable=True
    )
    head_cost_upper: Number = field(
        "Operating cost for each person, as the source gives it: at most.", unit="GBP", nullable=True
    )
    head_cost_approximate: Flag = field("Whether that is rounded; null where it is not given.", nullable=True)
    head_target_lower: Number = field("Operating cost a head aimed at: at least.", unit="GBP", nullable=True)
    head_target_upper: Number = field("Operating cost a head aimed at: at most.", unit="GBP", nullable=True)
    head_target_approximate: Flag = field(
        "Whether that is rounded; null where it is not given.", nullable=True
    )
    baseline_precision: Text = field("How exact the cost is.", nullable=True)
    baseline_id: Text = field("The fact that is the baseline.", nullable=True)
    reduction_id: Text = field("The fact that is the reduction.", nullable=True)
    note: Text = common("note")


class IcbGroups(Table, schema="staging", name="icb_groups", view=True):
    """One row a running cost that a source gives for several boards together."""

    icb: Text = field("The group, as the source names it.")
    region: Text = field("Government office region, where all its boards lie in one.", nullable=True)
    cost_lower: Number = field("Running cost of all together: at least.", unit="GBP", nullable=True)
    cost_upper: Number = field("Running cost of all together: at most.", unit="GBP", nullable=True)
    cost_approximate: Flag = common("approximate")
    saving_lower: Number = field("Reduction of it, where published: at least.", unit="GBP", nullable=True)
    saving_upper: Number = field("Reduction of it, where published: at most.", unit="GBP", nullable=True)
    saving_approximate: Flag = field("Whether that is rounded; null where it is not given.", nullable=True)
    baseline_precision: Text = field("How exact the cost is.")
    baseline_source: Text = field("The observation or reference row of the cost.")
    reduction_source: Text = field("The reference row of the reduction.", nullable=True)
    note: Text = common("note")


class IcbCombined(Table, schema="staging", name="icb_combined", key=("fact_id",), view=True):
    """One row a fact that a source gives for several boards together."""

    fact_id: Text = field("The first of the facts in reference.icb_running_costs that say so.")
    group_id: Text = field("The cluster; null where the boards form none that we know.", nullable=True)
    group_name: Text = field("Name of the cluster, or the names of its boards.")
    region: Text = common("region")
    fact: Text = field("What the value is.")
    value: Number = common("value")
    value_to: Number = common("value_to")
    unit: Text = field("Unit of the value.")
    precision: Text = field("How exact the value is.")
    basis: Text = field("What the value counts, in the source's terms.")
    as_of: Text = field("When it was said: a year, a month or a day.", nullable=True)
    source_url: Text = common("source_url")
    note: Text = common("note")


class IcbFacts(Table, schema="staging", name="icb_facts", key=("fact_id",), view=True):
    """One row a fact about one board or one group of boards, with its two ends."""

    fact_id: Text = field("Key of reference.icb_running_costs; of a group the first of its rows.")
    ods_code: Text = common("ods_code", nullable=True)
    subject_key: Text = common("subject_key")
    subject: Text = field("Name of the board or group.")
    scope: Text = common("scope")
    region: Text = common("region")
    fact: Text = field("What the value is, without the prefix of combined facts.")
    value: Number = common("value")
    value_to: Number = common("value_to")
    qualifier: Text = common("qualifier")
    lower: Number = common("lower")
    upper: Number = common("upper")
    approximate: Flag = common("approximate")
    unit: Text = field("Unit of the value; persons live there, people are staff.")
    in_words: Text = common("in_words")
    precision: Text = field("How exact the value is, in the words of the reference table.")
    basis: Text = field("What the value counts, in the source's terms.")
    period: Text = field("Financial year it holds for.", nullable=True)
    as_of: Text = field("When it was said: a year, a month or a day.", nullable=True)
    said_from: Date = field("First day it may have been said on.", nullable=True)
    said_to: Date = field("Last day it may have been said on.", nullable=True)
    source_url: Text = common("source_url")
    note: Text = common("note")
