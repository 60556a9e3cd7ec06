"""Marts that add up or divide posts, people and money.

Belongs here: `reconciliation`, `savings_per_post`, `posts_cut_by_organisation`, `cuts_by_region`.
Ratios on the way to an outcome are in `ladder`.
"""

from nhscuts_pipeline.contracts.base import Date, Flag, Number, Table, Text, Texts, Whole
from nhscuts_pipeline.contracts.bounds import bound, bounded, upper_end
from nhscuts_pipeline.contracts.fields import common, field
from nhscuts_pipeline.contracts.rules import ordered, unique


class Reconciliation(
    Table,
    schema="marts",
    name="reconciliation",
    key=("total_id", "divided_by"),
    rules=(
        ordered("period_start", "period_end"),
        *bounded("total", "parts_sum", "remainder", "parts_of_total_pct"),
    ),
    question="Do the stated parts add up to the stated total?",
    beware="`short` says that not every part was stated, not that anybody is wrong; only `over` is a "
    "contradiction. `undecided` means that a bound allows both. The total and its parts must not be "
    "added to one another, and one total may stand in several rows, divided in several ways or told "
    "by several sources.",
):
    """One row a total and a way of dividing it: the total against the sum of its stated parts.

    Parts are found by rules: one source, measure, unit and modality; divided by staff group or redundancy
    kind within a paragraph, by subject within the total's area or name, by period where the parts reach
    from its beginning to its end, by "of them" behind a number, by the fate of people given notice. Missed
    are parts in another unit, parts that a second source gives, and a partition of which only one part is
    stated.
    """

    total_id: Text = field("The total; key of core.observations.")
    divided_by: Text = field(
        "What tells the parts from one another.",
        isin=["staff group", "redundancy kind", "subject", "period", "of them", "fate"],
    )
    subject: Text = common("subject")
    measure: Text = common("measure")
    unit: Text = common("unit")
    redundancy_kind: Text = common("redundancy_kind")
    staff_group: Text = common("staff_group")
    period_start: Date = common("period_start")
    period_end: Date = common("period_end")
    said_by: Text = common("said_by")
    total: Number = field("The total that the source states.", unit="see unit")
    total_to: Number = upper_end("`total`", unit="see unit")
    total_qualifier: Text = bound("`total`")
    parts: Whole = field("How many parts are stated.", unit="parts", ge=1)
    parts_in_words: Text = field("The parts, each with what it is of.")
    parts_sum: Number = field(
        "Sum of the parts; null where their bounds point in opposite directions.",
        unit="see unit",
        nullable=True,
    )
    parts_sum_to: Number = upper_end("`parts_sum`", unit="see unit")
    parts_sum_qualifier: Text = bound("`parts_sum`")
    status: Text = field(
        "balanced, short (the parts are less), over (they are more), or undecided (bounds allow both).",
        isin=["balanced", "short", "over", "undecided"],
    )
    remainder: Number = field(
        "Total less the sum of parts; negative where they are more.", unit="see unit", nullable=True
    )
    remainder_to: Number = upper_end("`remainder`", unit="see unit")
    remainder_qualifier: Text = bound("`remainder`")
    parts_of_total_pct: Number = field(
        "Sum of the parts as a share of the total.", unit="percent", nullable=True
    )
    parts_of_total_pct_to: Number = upper_end("`parts_of_total_pct`", unit="percent")
    parts_of_total_pct_qualifier: Text = bound("`parts_of_total_pct`")
    part_ids: Texts = field("The parts; keys of core.observations.")
    note: Text = common("note")
    source: Text = common("source")


class SavingsPerPost(
    Table,
    schema="marts",
    name="savings_per_post",
    key=("money_id", "number_id"),
    rules=(
        ordered("period_start", "period_end"),
        *bounded("money_gbp", "number", "gbp_each"),
    ),
    question="How much money is meant to be saved for each post that goes, or was spent on each redundancy?",
    beware="A saving a post far above a salary counts more than pay; one far below is a part of a year. A "
    "saving and a cost are different rows, told apart by money_measure. An exit package is not "
    "always a redundancy: read the note.",
):
    """One row a sum of money and a number of posts or people that one source puts together.

    They have one subject, modality and period, and stand in one sentence, else one paragraph, or in series
    of one publisher; where a source offers several partners none is chosen. Missed is money whose posts are
    told elsewhere, and every pair of a fact about a board, since those come from different pages.
    """

    subject: Text = common("subject")
    subject_key: Text = common("subject_key")
    money_measure: Text = field("What the money is.", isin=["savings", "running_cost_cut", "redundancy_cost"])
    number_measure: Text = field("What the number is.", isin=["posts_cut", "redundancies"])
    redundancy_kind: Text = common("redundancy_kind")
    staff_group: Text = common("staff_group")
    modality: Text = common("modality")
    period_start: Date = common("period_start")
    period_end: Date = common("period_end")
    money_gbp: Number = field("The money.")
    money_gbp_to: Number = upper_end("`money_gbp`", unit="GBP")
    money_gbp_qualifier: Text = bound("`money_gbp`")
    number: Number = field("The number it is divided by.", unit="see unit", gt=0)
    number_to: Number = upper_end("`number`", unit="see unit")
    number_qualifier: Text = bound("`number`")
    unit: Text = common("unit")
    gbp_each: Number = field("The money for each of them.", unit="GBP", nullable=True)
    gbp_each_to: Number = upper_end("`gbp_each`", unit="GBP")
    gbp_each_qualifier: Text = bound("`gbp_each`")
    no_ratio: Text = common("no_ratio")
    said_by: Text = common("said_by")
    put_together_by: Text = field(
        "What holds money and number together.",
        isin=["one sentence", "one paragraph", "series of one publisher"],
    )
    money_id: Text = field("The money; key of core.observations.")
    number_id: Text = field("The number; key of core.observations.")
    note: Text = common("note")
    source: Text = common("source")


class PostsCutByOrganisation(
    Table,
    schema="marts",
    name="posts_cut_by_organisation",
    rules=(*bounded("posts"), unique("subject_key", "said_from", "stage", "unit", "source")),
    question="Which organisations are said to cut how many posts?",
    beware="Never add rows up: one body may stand here with what is to go and what has gone, in posts and "
    "in people, and a group with what its members cut together. A group's number is no member's. "
    "`disputed` is what somebody was reported to cut and the source calls wrong.",
):
    """One row a body or group of bodies, wave, stage and unit, with the number that the statements give.

    Documents and series by the rules of claim_to_outcome; facts about boards as their page gives them. The
    country and its regions are in cuts_by_region.
    """

    subject: Text = common("subject", nullable=False)
    subject_key: Text = common("subject_key")
    scope: Text = common("scope")
    kind: Text = field("Kind of body; null where the name is not resolved.", nullable=True)
    region: Text = common("region")
    stage: Text = field("to go, gone, or disputed.", isin=["to go", "gone", "disputed"])
    unit: Text = common("unit")
    posts: Number = field("How many, in the unit of the row.", unit="see unit", ge=0)
    posts_to: Number = upper_end("`posts`", unit="see unit")
    posts_qualifier: Text = bound("`posts`")
    staff_group: Text = common("staff_group")
    disagreement: Flag = field("Whether sources cannot both be right; then the number is the range between.")
    said: Text = field("The statements, and who made them.")
    also_said: Text = field(
        "Other statements that are not in the number: parts, groups of staff.", nullable=True
    )
    said_from: Date = field("First day told of, or on which it may have been said.", nullable=True)
    said_to: Date = field("Last day.", nullable=True)
    source_rows: Texts = field("Table and key of every row the number comes from.")
    source: Text = common("source")
    note: Text = common("note")


class CutsByRegion(
    Table,
    schema="marts",
    name="cuts_by_region",
    rules=(
        ordered("period_start", "period_end"),
        *bounded("stated", "bodies_sum", "bodies_of_stated_pct"),
        unique("region", "year", "rung", "unit", "period_start", "period_end"),
    ),
    question="How much is being cut in a region, and how much of it is known by organisation?",
    beware="`stated` and `bodies_sum` are two forms of the same thing and must not be added. The sum holds "
    "only bodies that a source speaks of: it is no estimate for the region, and regions cannot be "
    "ranked by it. Rungs of one region are steps of the same jobs and must not be added either.",
):
    """One row a region, year, rung, unit and period: the stated number beside the sum over bodies.

    Left out are bodies that cross regions, groups of bodies and names that are not resolved.
    """

    region: Text = field("Region, as its name stands in reference.regions.")
    year: Whole = field("Year in which the wave begins.", unit="year", nullable=True)
    rung: Text = field("Step on the way from a claim to an outcome, as in claim_to_outcome.")
    unit: Text = common("unit")
    period_start: Date = common("period_start")
    period_end: Date = common("period_end")
    stated: Number = field("What a source says of the whole region.", unit="see unit", nullable=True, ge=0)
    stated_to: Number = upper_end("`stated`", unit="see unit")
    stated_qualifier: Text = bound("`stated`")
    stated_said: Text = field("The statements of the region, and who made them.", nullable=True)
    stated_also_said: Text = field(
        "Other statements of the region that are not in the number.", nullable=True
    )
    bodies: Whole = field("How many bodies the sum is of.", unit="bodies", ge=0)
    bodies_sum: Number = field("Sum over the bodies of the region.", unit="see unit", nullable=True, ge=0)
    bodies_sum_to: Number = upper_end("`bodies_sum`", unit="see unit")
    bodies_sum_qualifier: Text = bound("`bodies_sum`")
    bodies_in_words: Text = field("The bodies and their numbers.", nullable=True)
    bodies_of_stated_pct: Number = field(
        "Share of the stated number that the bodies explain.", unit="percent", nullable=True, ge=0
    )
    bodies_of_stated_pct_to: Number = upper_end("`bodies_of_stated_pct`", unit="percent")
    bodies_of_stated_pct_qualifier: Text = bound("`bodies_of_stated_pct`")
    source_ids: Texts = field("Keys of core.observations and reference.icb_running_costs behind the row.")
