"""The views of schema `staging`: joins and distinctions that several marts need, said once.

Belongs here: columns of the views in `dbt_like_sql/staging/`. People ask the marts, not these.
"""

from nhscuts_pipeline.contracts.base import Date, Flag, Number, Table, Text, Whole
from nhscuts_pipeline.contracts.fields import common, field


class Redundancies(Table, schema="staging", name="redundancies", key=("observation_id",), view=True):
    """One row an observation of redundancies that happened, counted in people, posts or fte."""

    observation_id: Text = field("Key of core.observations.")
    origin: Text = field("claim or official_series.")
    subject: Text = common("subject")
    is_national: Flag = field("Whether the number is of the whole service or England.")
    redundancy_kind: Text = common("redundancy_kind")
    staff_group: Text = common("staff_group")
    period_start: Date = common("period_start")
    period_end: Date = common("period_end")
    period_gap: Text = field("Why the period has no length; null where it has one.", nullable=True)
    months: Number = field("Length of the period.", unit="months", nullable=True)
    redundancies: Number = field("The number, of a range the lower end.", unit="see unit")
    redundancies_to: Number = field("Upper end of a range.", unit="see unit", nullable=True)
    qualifier: Text = common("qualifier")
    unit: Text = common("unit")
    note: Text = common("note")
    source: Text = field("Where it was read, in words.")


class IcbBoards(Table, schema="staging", name="icb_boards", key=("ods_code",), view=True):
    """One row an integrated care board that had a running cost allowance in 2024-25."""

    ods_code: Text = common("ods_code")
    icb: Text = field("Name of the board.")
    region: Text = field("Government office region; null where it crosses two.", nullable=True)
    allowance_gbp: Number = field("Running cost allowance of 2024-25, administration only.")
    allowance_precision: Text = field("How exact the allowance is.")
    allowance_id: Text = field("The fact in reference.icb_running_costs.")
    allowance_note: Text = common("note")
    population: Whole = field("People registered with general practices.", unit="people", nullable=True)
    staff: Number = field("Staff, where exactly one figure is known.", unit="see staff_unit", nullable=True)
    staff_unit: Text = field("people or fte.", nullable=True)
    staff_note: Text = field("The figures of staff where they differ or are not exact.", nullable=True)
    merger_note: Text = field("What became of a board that closed.", nullable=True)


class IcbAccounts(Table, schema="staging", name="icb_accounts", view=True):
    """One row a board, source and date that gives its operating cost or a reduction of it."""

    ods_code: Text = common("ods_code")
    as_of: Text = field("When it was said: a year, a month or a day.", nullable=True)
    source_url: Text = common("source_url")
    basis: Text = field("What the source says it counts.")
    cost_gbp: Number = field("Operating cost of a year.", nullable=True)
    saving_gbp: Number = field("Reduction of it.", nullable=True)
    target_gbp: Number = field("Operating cost aimed at.", nullable=True)
    reduction_pct: Number = field("Reduction as the source gives it.", nullable=True)
    cost_per_head_gbp: Number = field(
        "Operating cost for each person, as the source gives it.", nullable=True
    )
    target_per_head_gbp: Number = field("Operating cost a head aimed at.", nullable=True)
    baseline_precision: Text = field("How exact the cost is.", nullable=True)
    baseline_id: Text = field("The fact that is the baseline.", nullable=True)
    reduction_id: Text = field("The fact that is the reduction.", nullable=True)
    note: Text = common("note")


class IcbGroups(Table, schema="staging", name="icb_groups", view=True):
    """One row a running cost that a source gives for several boards together."""

    icb: Text = field("The group, as the source names it.")
    region: Text = field("Government office region, where all its boards lie in one.", nullable=True)
    cost_gbp: Number = field("Running cost of all together.")
    saving_gbp: Number = field("Reduction of it, where published.", nullable=True)
    baseline_precision: Text = field("How exact the cost is.")
    baseline_source: Text = field("The observation or reference row of the cost.")
    reduction_source: Text = field("The reference row of the reduction.", nullable=True)
    note: Text = common("note")
