"""The views of schema `staging`: joins and distinctions that several marts need, said once.

Belongs here: columns of the views in `dbt_like_sql/staging/`; those of boards are in `staging_boards`.
People ask the marts, not these.
"""

from nhscuts_pipeline.contracts.base import Date, Flag, Number, Table, Text, Texts, Whole
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
    lower: Number = common("lower")
    upper: Number = common("upper")
    unit: Text = common("unit")
    note: Text = common("note")
    source: Text = field("Where it was read, in words.")


class Statements(Table, schema="staging", name="statements", key=("observation_id",), view=True):
    """One row an observation: whom it is about, who says it, when, and between which bounds it lies."""

    observation_id: Text = common("observation_id")
    origin: Text = field("claim or official_series.")
    document_id: Text = common("document_id", nullable=True)
    source_key: Text = field("The document, or the address of a series.")
    series_id: Text = field("The series; null for a claim.", nullable=True)
    subject: Text = common("subject")
    subject_words: Text = field("The subject's name, folded.", nullable=True)
    subject_key: Text = common("subject_key", nullable=True)
    scope: Text = common("scope")
    subject_kind: Text = field("Kind of body or region; null where not resolved.", nullable=True)
    region: Text = common("region")
    said_by: Text = common("said_by")
    claimant_key: Text = common("claimant_key")
    claimant_kind: Text = field("Kind of claimant; null where not in the register.", nullable=True)
    own_voice: Flag = field("Whether the source speaks in its own voice, or in that of its paper.")
    topic: Text = field("jobs for all measures of posts and people on the way out, otherwise the measure.")
    measure: Text = common("measure")
    redundancy_kind: Text = common("redundancy_kind")
    staff_group: Text = common("staff_group")
    modality: Text = common("modality")
    unit: Text = common("unit")
    value: Number = common("value")
    value_to: Number = common("value_to")
    qualifier: Text = common("qualifier")
    lower: Number = common("lower")
    upper: Number = common("upper")
    approximate: Flag = common("approximate")
    tolerance: Number = field(
        "By how much two statements of an approximate number may differ and agree.", unit="see unit"
    )
    in_words: Text = common("in_words")
    period_start: Date = common("period_start")
    period_end: Date = common("period_end")
    time_from: Date = field(
        "First day of what is told: of its period, else of its publication.", nullable=True
    )
    time_to: Date = field("Last day of what is told.", nullable=True)
    wave_from: Date = common("wave_from")
    wave_to: Date = field("Last day of the wave.", nullable=True)
    published_from: Date = field("First day the source may have been published on.", nullable=True)
    source: Text = common("source")
    note: Text = common("note")


class Mentions(Table, schema="staging", name="mentions", key=("figure_id",), view=True):
    """One row a mention of a claim, with where in the text it stands."""

    observation_id: Text = common("observation_id")
    figure_id: Text = field("Key of core.figures.")
    document_id: Text = common("document_id")
    span_start: Whole = field("Where the number begins.", unit="code points")
    quote: Text = field("The sentence that holds it.")
    paragraph: Whole = field("The paragraph of the text, counted from 1.", unit="paragraphs")
    following: Text = field("The characters behind the number.")


class Rungs(Table, schema="staging", name="rungs", view=True):
    """One row a subject, wave, rung and unit: the number that its statements give together."""

    subject_key: Text = common("subject_key")
    wave_from: Date = common("wave_from")
    rung: Text = field("Step on the way from a claim to an outcome.")
    unit: Text = common("unit")
    measure: Text = common("measure")
    staff_group: Text = common("staff_group")
    period_start: Date = common("period_start")
    period_end: Date = common("period_end")
    time_from: Date = field("First day that its statements tell of, or were made on.", nullable=True)
    time_to: Date = field("Last day of it.", nullable=True)
    lower: Number = common("lower")
    upper: Number = common("upper")
    approximate: Flag = common("approximate")
    value: Number = common("value")
    value_to: Number = common("value_to")
    qualifier: Text = common("qualifier")
    disagreement: Flag = field("Whether two statements cannot both be right.")
    said: Text = field("The statements it is taken from, with who said each.")
    also_said: Text = field(
        "Statements of the rung it is not taken from: parts, other periods.", nullable=True
    )
    observation_ids: Texts = field("The statements it is taken from; keys of core.observations.")


class RungRatios(Table, schema="staging", name="rung_ratios", view=True):
    """One row a subject, wave and step from one rung to another: a ratio, or why there is none."""

    subject_key: Text = common("subject_key")
    wave_from: Date = common("wave_from")
    rung: Text = field("The rung that is divided.")
    of_rung: Text = field("The rung it is divided by.")
    unit: Text = field("Unit of both; null where they differ.", nullable=True)
    no_ratio: Text = common("no_ratio")
    pct: Number = field("The ratio, or its lower end.", unit="percent", nullable=True)
    pct_to: Number = field("Upper end of a range.", unit="percent", nullable=True)
    qualifier: Text = common("qualifier", nullable=True)


class Parts(Table, schema="staging", name="parts", view=True):
    """One row a total, a way of dividing it and a part."""

    total_id: Text = field("The total: key of core.observations.")
    divided_by: Text = field("staff group, redundancy kind, subject, period, of them, or fate.")
    part_id: Text = field("The part: key of core.observations.")
    slot: Text = field("What tells the part from the other parts; two numbers of one slot count once.")
