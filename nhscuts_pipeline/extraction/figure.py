"""The figure as it is built up (`Draft`) and as it leaves the extraction (`Figure`).

Belongs here: the two shapes and nothing that decides a field.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from nhscuts_pipeline.contracts.vocabulary import Measure, Modality, Qualifier, RedundancyKind, Unit

Scored = Sequence[tuple[Measure | Modality, float]]
"""Values with their scores in log-odds."""
# Only their figures have a redundancy kind.
MEASURES_WITH_KIND = frozenset({Measure.REDUNDANCIES, Measure.REDUNDANCY_NOTICES})


@dataclass(slots=True)
class Draft:
    """One number on its way to being a figure. Every stage fills its fields and names its rule in `rules`.

    `start` and `end` are code points in the document's text, `sentence` an index into `Layout.sentences`.
    `source` is the draft that an unnamed number took its meaning from.
    `head` is the span of the words that name the thing counted, `period_at` that of the time in its own
    sentence, where they were found. `evidence` names what stands around a number in prose, `margin` by what
    log-odds that makes it a figure, `scored` what the words around it give each measure and modality, and
    `sure` how likely those chosen are, between 0 and 1.
    """

    start: int
    end: int
    value: float
    sentence: int
    value_to: float | None = None
    qualifier: Qualifier = Qualifier.EXACT
    unit: Unit | None = None
    measure: Measure | None = None
    modality: Modality = Modality.ACTUAL
    redundancy_kind: RedundancyKind | None = None
    staff_group: str | None = None
    subject: str | None = None
    subject_id: str | None = None
    claimant: str | None = None
    claimant_id: str | None = None
    period_start: str | None = None
    period_end: str | None = None
    period_at: tuple[int, int] | None = None
    head: tuple[int, int] | None = None
    source: "Draft | None" = None
    rules: dict[str, str] = field(default_factory=dict)
    doubts: list[str] = field(default_factory=list)
    evidence: set[str] = field(default_factory=set)
    margin: float | None = None
    sure: dict[str, float] = field(default_factory=dict)
    scored: dict[str, Scored] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a document, with the fields of `tests/gold/GUIDE.md`.

    Periods are ISO dates. `subject_id` is an organisation or region id of the reference tables and
    `claimant_id` a claimant, organisation or person's organisation id; both are None where not resolved.
    `needs_review` says in words why a person should look, and is None when nothing is in doubt. `rules`
    names, field by field, the rule that set it.
    """

    span_start: int
    span_end: int
    quote: str
    value: float
    value_to: float | None
    qualifier: Qualifier
    unit: Unit
    measure: Measure
    redundancy_kind: RedundancyKind | None
    staff_group: str | None
    subject: str | None
    subject_id: str | None
    claimant: str | None
    claimant_id: str | None
    modality: Modality
    period_start: str | None
    period_end: str | None
    needs_review: str | None
    rules: dict[str, str]
