"""Marts about the sources themselves: `timeline`, `source_coverage`.

Belongs here: what was said when, and how much of what was read is told.
"""

from nhscuts_pipeline.contracts.base import Date, Number, Table, Text, Texts, Whole
from nhscuts_pipeline.contracts.fields import common, field
from nhscuts_pipeline.contracts.rules import filled_exactly_when, ordered, same_filled


class Timeline(
    Table,
    schema="marts",
    name="timeline",
    key=("source_row",),
    rules=(
        ordered("date_from", "date_to"),
        same_filled("value", "qualifier"),
        filled_exactly_when("value_to", "qualifier", "range"),
    ),
    question="What was said and what happened, in the order of time?",
    beware="A claim without a period stands at the day it was published, not when the thing happened: "
    "date_basis says which. The same event stands here once for every source that tells of it, so "
    "never count rows or add them up.",
):
    """One row an event: a statement, a value of a series, a fact about a board, or a change of a body."""

    date_from: Date = field("First day of the event; null where the source has no date.", nullable=True)
    date_to: Date = field("Last day of the event.", nullable=True)
    date_basis: Text = field(
        "What the dates are: the period told of, the day of publication, when it was said, or the "
        "register's.",
        isin=["period", "published", "said", "register"],
    )
    event: Text = field(
        "What kind of event.",
        isin=[
            "claim",
            "official series",
            "fact about a board",
            "body closed",
            "body divided",
            "cluster formed",
        ],
    )
    subject: Text = common("subject")
    subject_key: Text = common("subject_key", nullable=True)
    region: Text = common("region")
    what: Text = field("What was said or happened, in words.")
    measure: Text = common("measure", nullable=True)
    modality: Text = common("modality", nullable=True)
    value: Number = common("value", nullable=True)
    value_to: Number = common("value_to")
    qualifier: Text = common("qualifier", nullable=True)
    unit: Text = field("Unit of the value; persons live there, people are staff.", nullable=True)
    source_row: Text = field("Table and key of the row it comes from.")
    source: Text = common("source")


class SourceCoverage(
    Table,
    schema="marts",
    name="source_coverage",
    key=("source_kind", "source_id"),
    rules=(ordered("covers_from", "covers_to"),),
    question="What was read, what does each source give, and what does it leave unsaid?",
    beware="A source with few statements is not a poor one, and a mart without a source is not wrong: the "
    "counts say what was found. What nobody wrote down is in no source; the README of the reference "
    "tables lists known gaps.",
):
    """One row a source: a current document, an official series, or a page with facts about boards."""

    source_kind: Text = field("What kind of source.", isin=["document", "official series", "page on boards"])
    source_id: Text = field("The document_id, the series_id, or the address of the page.")
    title: Text = field("Title of the document, name of the series, or site of the page.")
    publisher: Text = field("Who published it.")
    url: Text = field("Address, or addresses with a blank between; null where not known.", nullable=True)
    published_from: Date = field("First day a document may have been published on.", nullable=True)
    covers_from: Date = field("First day of what it tells of.", nullable=True)
    covers_to: Date = field("Last day of what it tells of.", nullable=True)
    statements: Whole = field("Observations or facts it gives.", unit="statements", ge=0)
    subjects: Whole = field("Different subjects of these.", unit="subjects", ge=0)
    with_known_subject: Whole = field("Those whose subject is in the register.", unit="statements", ge=0)
    with_claimant: Whole = field("Those that name who says so.", unit="statements", ge=0)
    with_period: Whole = field("Those that have a period with both ends.", unit="statements", ge=0)
    not_exact: Whole = field("Those that are bounds, ranges or rounded.", unit="statements", ge=0)
    to_review: Whole = field("Those that a person should look at.", unit="statements", ge=0)
    in_marts: Whole = field(
        "Those that a mart other than the timeline names as where a number comes from.",
        unit="statements",
        ge=0,
    )
    measures: Text = field("What it counts; null where no figure was found.", nullable=True)
    marts: Texts = field("The marts that name it, besides the timeline.")
