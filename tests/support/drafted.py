"""Drafts of a marked text with claimants and subjects set by the rules, for tests of whose a figure is."""

from datetime import date

from nhscuts_pipeline.contracts.vocabulary import Measure, Unit
from nhscuts_pipeline.extraction.claimant import set_claimants
from nhscuts_pipeline.extraction.engine import read_text
from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.focus import Focus
from nhscuts_pipeline.extraction.mentions import read_mentions
from nhscuts_pipeline.extraction.names import Names
from nhscuts_pipeline.extraction.subject import pick_subjects

ON = date(2010, 6, 1)


def drafts_of(
    names: Names,
    marked: str,
    measure: Measure = Measure.POSTS_CUT,
    *,
    value: float | None = None,
    unit: Unit | None = None,
    **labels: str,
) -> list[Draft]:
    """The drafts of a text whose numbers stand in [[ ]], with subjects set by the rules."""
    text, spans = "", []
    for part in marked.split("[["):
        number, closing, rest = part.partition("]]")
        if closing:
            spans.append((len(text), len(text) + len(number)))
        text += number + rest if closing else part
    read = read_text(text)
    drafts = []
    for index, (start, end) in enumerate(spans):
        sentence = max(i for i, span in enumerate(read.layout.sentences) if span.start <= start)
        size = float(index) if value is None else value
        drafts.append(Draft(start, end, size, sentence, measure=measure, unit=unit))
    mentions = read_mentions(read, names, ON, **labels)
    set_claimants(mentions, drafts, ON)
    for draft, picked in zip(drafts, pick_subjects(mentions, Focus(mentions), drafts), strict=True):
        draft.subject, draft.subject_id, draft.rules["subject"] = (
            picked.name.name,
            picked.name.id,
            picked.rule,
        )
    return drafts


def subjects(names: Names, marked: str, **labels: str) -> list[str | None]:
    return [draft.subject for draft in drafts_of(names, marked, **labels)]
