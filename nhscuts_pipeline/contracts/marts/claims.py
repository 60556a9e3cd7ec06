"""Marts that hold statements against each other: `contested_figures`, `claimant_scorecard`.

Belongs here: who says what, and who says otherwise. Numbers that add up are in `sums`.
"""

from nhscuts_pipeline.contracts.base import Date, Number, Table, Text, Texts
from nhscuts_pipeline.contracts.bounds import bound, bounded, upper_end
from nhscuts_pipeline.contracts.fields import common, field
from nhscuts_pipeline.contracts.rules import ordered, same_filled, unique


class ContestedFigures(
    Table,
    schema="marts",
    name="contested_figures",
    rules=(
        *bounded("larger", "smaller", "difference"),
        same_filled("smaller", "smaller_id"),
        ordered("period_start", "period_end"),
        unique("larger_id", "smaller_id"),
    ),
    question="Which figures do the sources disagree on, and who says what?",
    beware="Both sides are kept and neither is preferred. Two series may differ because they count "
    "different things: their notes say so. A figure that is not here is not thereby agreed, since "
    "only one source may give it; and a conflict between a plan and an outcome is in "
    "claim_to_outcome.",
):
    """One row a pair of observations that cannot both be right, or a figure its source calls wrong.

    One thing is one subject, measure, unit, kind, staff group and period, said within one wave. Bounds that
    allow each other, and approximate numbers within their rounding, are no conflict, nor are several
    numbers of one claimant in one source. Missed are conflicts between units, and between subjects whose
    names are not resolved to one.
    """

    subject: Text = common("subject")
    subject_key: Text = common("subject_key")
    measure: Text = common("measure")
    unit: Text = common("unit")
    redundancy_kind: Text = common("redundancy_kind")
    staff_group: Text = common("staff_group")
    period_start: Date = common("period_start")
    period_end: Date = common("period_end")
    stage: Text = field(
        "outcome (what is said to have happened) or expectation (planned, possible or disputed).",
        isin=["outcome", "expectation"],
    )
    conflict: Text = field(
        "Between whom: two claims, a claim and a series, two series, or disputed in its own source.",
        isin=["two claims", "a claim and a series", "two series", "disputed in its own source"],
    )
    larger: Number = field("The larger number; a range's lower end.", unit="see unit")
    larger_to: Number = upper_end("`larger`", unit="see unit")
    larger_qualifier: Text = bound("`larger`")
    larger_said_by: Text = field("Who says the larger.")
    larger_modality: Text = common("modality")
    larger_also: Text = field(
        "What the same claimant says beside it, of another kind or group; null where nothing.", nullable=True
    )
    larger_source: Text = common("source")
    smaller: Number = field(
        "The smaller number; null where the source itself disputes the larger and gives none.",
        unit="see unit",
        nullable=True,
    )
    smaller_to: Number = upper_end("`smaller`", unit="see unit")
    smaller_qualifier: Text = bound("`smaller`")
    smaller_said_by: Text = field("Who says the smaller.", nullable=True)
    smaller_modality: Text = common("modality", nullable=True)
    smaller_also: Text = field(
        "What the same claimant says beside it, of another kind or group; null where nothing.", nullable=True
    )
    smaller_source: Text = common("source", nullable=True)
    difference: Number = field("By how much the two cannot agree.", unit="see unit", nullable=True, ge=0)
    difference_to: Number = upper_end("`difference`", unit="see unit")
    difference_qualifier: Text = bound("`difference`")
    note: Text = common("note")
    larger_id: Text = field("The larger; key of core.observations.")
    smaller_id: Text = field("The smaller; key of core.observations.", nullable=True)


class ClaimantScorecard(
    Table,
    schema="marts",
    name="claimant_scorecard",
    key=("observation_id",),
    rules=(
        *bounded("foretold", "outcome", "outcome_of_foretold_pct"),
        same_filled("outcome", "outcome_said"),
    ),
    question="Who foretold how many job losses, and how many came?",
    beware="Posts can go without a redundancy, so redundancies are an outcome only of what spoke of "
    "redundancies or of people at risk. Most statements have no outcome in the sources, and that "
    "says nothing against the claimant. An employer who reports its own plan stands beside a union "
    "that reports a fear: look at modality.",
):
    """One row a statement of a named claimant about jobs still to go, beside what came of it.

    The outcome is that of the same subject, wave and unit. Of several numbers of one thing in one source
    the largest stands for the statement. Left out are statements of nobody named and those about staff in
    total.
    """

    claimant: Text = field("Who said so.")
    claimant_key: Text = common("claimant_key", nullable=False)
    claimant_kind: Text = field(
        "union, employer_body, government and so on; null where not known.", nullable=True
    )
    subject: Text = common("subject")
    subject_key: Text = common("subject_key", nullable=True)
    said_on: Date = field("First day it may have been said on.", nullable=True)
    measure: Text = common("measure")
    modality: Text = common("modality")
    unit: Text = common("unit")
    foretold: Number = field("The number that was foretold.", unit="see unit", ge=0)
    foretold_to: Number = upper_end("`foretold`", unit="see unit")
    foretold_qualifier: Text = bound("`foretold`")
    outcome: Number = field("What came, as far as the sources say.", unit="see unit", nullable=True, ge=0)
    outcome_to: Number = upper_end("`outcome`", unit="see unit")
    outcome_qualifier: Text = bound("`outcome`")
    outcome_said: Text = field("The statements of the outcome, and who made them.", nullable=True)
    outcome_from: Date = field("First day that the outcome covers.", nullable=True)
    outcome_until: Date = field("Last day that the outcome covers.", nullable=True)
    outcome_of_foretold_pct: Number = field(
        "Outcome as a share of what was foretold.", unit="percent", nullable=True, ge=0
    )
    outcome_of_foretold_pct_to: Number = upper_end("`outcome_of_foretold_pct`", unit="percent")
    outcome_of_foretold_pct_qualifier: Text = bound("`outcome_of_foretold_pct`")
    no_outcome: Text = field(
        "Why there is no outcome or no share, and what the sources give instead.", nullable=True
    )
    observation_id: Text = common("observation_id")
    outcome_ids: Texts = field("The statements of the outcome; keys of core.observations.")
    note: Text = common("note")
    source: Text = common("source")
