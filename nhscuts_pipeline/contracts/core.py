"""The tables of schema `core`: documents, figures, claims, observations, assumptions.

Belongs here: columns, types, keys, rules and their descriptions. The rows are built in `warehouse/`.
"""

from nhscuts_pipeline.contracts.base import Date, ForeignKey, Number, Rule, Table, Text, Texts, Whole
from nhscuts_pipeline.contracts.fields import common, field
from nhscuts_pipeline.contracts.rules import (
    contains,
    exactly_one,
    filled_exactly_when,
    filled_only_when,
    finite,
    ordered,
    spans,
)

FIGURE_RULES: tuple[Rule, ...] = (
    finite("value"),
    ordered("value", "value_to"),
    filled_exactly_when("value_to", "qualifier", "range"),
    filled_only_when("redundancy_kind", "measure", ["redundancies", "redundancy_notices", "redundancy_cost"]),
    ordered("period_start", "period_end"),
)

_DOCUMENT = ForeignKey("document_id", "core.documents", "document_id")


class Documents(
    Table,
    schema="core",
    name="documents",
    key=("document_id",),
    foreign_keys=(ForeignKey("superseded_by", "core.documents", "document_id"),),
    rules=(ordered("published_from", "published_to"),),
):
    """One row a document that was read, with its text. Documents that another replaces stay, and say so."""

    document_id: Text = common("document_id")
    title: Text = field("Title of the original.")
    publisher: Text = field("Who published the original.")
    published_from: Date = field(
        "First day it may have been published on; null where not known.", nullable=True
    )
    published_to: Date = field(
        "Last day it may have been published on: the same as published_from where the day is known, the end "
        "of the month or year otherwise.",
        nullable=True,
    )
    url: Text = field("Address of the original.", nullable=True)
    kind: Text = field(
        "article (an original text), digest (our own words for one), dataset or paper.",
        isin=["article", "digest", "dataset", "paper"],
    )
    path: Text = field("File it was read from, relative to the folder of sources.")
    sha256: Text = field("Hash of the file's bytes.", form=r"[0-9a-f]{64}")
    text: Text = field("The text that the figures' spans count in: code points, line ends as LF.")
    superseded_by: Text = field(
        "The document that replaces this one; its figures then count in no claim. Null where current.",
        nullable=True,
    )


class Figures(
    Table,
    schema="core",
    name="figures",
    key=("figure_id",),
    foreign_keys=(_DOCUMENT,),
    rules=(*FIGURE_RULES, contains("quote", "span_text"), spans("span_start", "span_end", "span_text")),
):
    """One row a mention of a quantity in a document, with the sentence it stands in.

    A number said three times is three figures; core.claims folds them.
    """

    figure_id: Text = field(
        "Stable id, from the document, the span and the characters there, whichever extractor found it.",
        form=r"[a-z0-9-]+-[0-9a-f]{12}",
    )
    document_id: Text = common("document_id")
    span_start: Whole = field("Where the number begins in the document's text.", unit="code points", ge=0)
    span_end: Whole = field("Where the number ends in the document's text.", unit="code points", ge=1)
    span_text: Text = field("The characters of the number as they stand in the text.")
    quote: Text = field("The sentence that holds the number, verbatim.")
    value: Number = common("value")
    value_to: Number = common("value_to")
    qualifier: Text = common("qualifier")
    unit: Text = common("unit")
    measure: Text = common("measure")
    redundancy_kind: Text = common("redundancy_kind")
    staff_group: Text = common("staff_group")
    subject: Text = common("subject")
    subject_id: Text = common("subject_id")
    claimant: Text = common("claimant")
    claimant_id: Text = common("claimant_id")
    modality: Text = common("modality")
    period_start: Date = common("period_start")
    period_end: Date = common("period_end")
    origin: Text = field(
        "extracted, or corrected where a reviewer changed a field.", isin=["extracted", "corrected"]
    )
    extractor_version: Text = common("extractor_version")
    needs_review: Text = common("needs_review")
    rules: Text = field("The rule that set each field, as a JSON object.")


class Claims(
    Table,
    schema="core",
    name="claims",
    key=("claim_id",),
    foreign_keys=(_DOCUMENT,),
    rules=FIGURE_RULES,
):
    """One row a claim of a current document: the figures of it that say the same, folded into one.

    Figures fold only where every field that carries meaning is the same: value, both ends, qualifier, unit,
    measure, redundancy kind, staff group, subject, claimant, modality and period.
    """

    claim_id: Text = field("Stable id: the figure_id of the claim's first mention.")
    document_id: Text = common("document_id")
    figure_ids: Texts = field("Every mention, in the order of the text; keys of core.figures.")
    mentions: Whole = field("How often the document says it.", unit="figures", ge=1)
    quote: Text = field("The sentence of the first mention.")
    value: Number = common("value")
    value_to: Number = common("value_to")
    qualifier: Text = common("qualifier")
    unit: Text = common("unit")
    measure: Text = common("measure")
    redundancy_kind: Text = common("redundancy_kind")
    staff_group: Text = common("staff_group")
    subject: Text = common("subject")
    subject_id: Text = common("subject_id")
    claimant: Text = common("claimant")
    claimant_id: Text = common("claimant_id")
    modality: Text = common("modality")
    period_start: Date = common("period_start")
    period_end: Date = common("period_end")
    needs_review: Text = common("needs_review")


class Observations(
    Table,
    schema="core",
    name="observations",
    key=("observation_id",),
    foreign_keys=(
        ForeignKey("claim_id", "core.claims", "claim_id"),
        ForeignKey("series_row_id", "reference.official_series", "series_row_id"),
        _DOCUMENT,
    ),
    rules=(
        *FIGURE_RULES,
        exactly_one("claim_id", "series_row_id"),
        filled_exactly_when("claim_id", "origin", "claim"),
    ),
):
    """One row a claim of a document or a value of an official series, in one shape.

    `origin` tells them apart. The same number often stands in both: they are two sources, not two events.
    """

    observation_id: Text = field("The claim_id or the series_row_id.")
    origin: Text = field(
        "claim (a document says it) or official_series (a reference row has it).",
        isin=["claim", "official_series"],
    )
    claim_id: Text = field("The claim; null for a series.", nullable=True)
    series_row_id: Text = field("The row of reference.official_series; null for a claim.", nullable=True)
    document_id: Text = common("document_id", nullable=True)
    value: Number = common("value")
    value_to: Number = common("value_to")
    qualifier: Text = common("qualifier")
    unit: Text = common("unit")
    measure: Text = common("measure")
    redundancy_kind: Text = common("redundancy_kind")
    staff_group: Text = common("staff_group")
    subject: Text = common("subject")
    subject_id: Text = common("subject_id")
    claimant: Text = common("claimant")
    claimant_id: Text = common("claimant_id")
    modality: Text = common("modality")
    period_start: Date = common("period_start")
    period_end: Date = common("period_end")
    published_from: Date = field(
        "First day the source may have been published on; null where not known.", nullable=True
    )
    source: Text = field("Where it was read, in words: publisher, title and address.")
    note: Text = common("note")


class Assumptions(
    Table,
    schema="core",
    name="assumptions",
    key=("assumption",),
    foreign_keys=(ForeignKey("series_row_id", "reference.official_series", "series_row_id"),),
    rules=(finite("value"),),
):
    """One row a baseline that a mart divides by or applies, with the reference row it comes from.

    Marts take every baseline from here; no SQL model has one written into it.
    """

    assumption: Text = field("Name of the baseline.", form=r"[a-z][a-z0-9_]*")
    value: Number = common("value")
    qualifier: Text = common("qualifier")
    unit: Text = common("unit")
    measure: Text = common("measure")
    subject: Text = common("subject")
    claimant: Text = common("claimant")
    period_start: Date = common("period_start")
    period_end: Date = common("period_end")
    series_row_id: Text = field("The row of reference.official_series that it is taken from.")
    claim_ids: Texts = field("Claims of current documents that say the same; empty where none does.")
    source: Text = field("Where it was read, in words: publisher, title and address.")
    meaning: Text = field("What the baseline is used for, and how it may mislead.")
