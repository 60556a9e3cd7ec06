"""The figures that the extraction finds in annotated documents, each with what gold says of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from score import same
from scoring import ROOT, GoldRow, read_gold

from nhscuts_pipeline.documents.reading import read_source
from nhscuts_pipeline.extraction import review
from nhscuts_pipeline.extraction.engine import Extractor
from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.mentions import Mentions
from nhscuts_pipeline.extraction.names import Names
from nhscuts_pipeline.extraction.review import FIELDS, Signs


@dataclass(frozen=True)
class Judged:
    """A figure with its signs, the fields gold has otherwise, and whether `needs_review` flags it."""

    document: str
    draft: Draft
    signs: dict[str, list[str]]
    wrong: frozenset[str]
    flagged: bool


@dataclass(frozen=True)
class Document:
    """An annotated document as the extraction reads it; `gold` has a row for each draft, or None."""

    path: Path
    mentions: Mentions
    drafts: list[Draft]
    gold: list[dict[str, object] | None]


def read_documents(paths: Iterable[Path]) -> Iterator[Document]:
    """Annotated documents with their figures before review."""
    extractor = Extractor(Names.read(ROOT / "sources" / "reference"))
    for path in paths:
        source = read_source(path)
        mentions, drafts = extractor.drafts(
            source.text,
            source.published_from,
            source.published_to,
            title=source.stated("title"),
            publisher=source.stated("publisher"),
        )
        yield Document(path, mentions, drafts, gold_of(read_gold(path, source.text), drafts))


def judge_documents(paths: Iterable[Path]) -> list[Judged]:
    """The figures of annotated documents."""
    found = []
    for document in read_documents(paths):
        mentions, drafts = document.mentions, document.drafts
        signs, reasons = Signs(mentions, drafts), review.review(mentions, drafts)
        for draft, row, reason in zip(drafts, document.gold, reasons, strict=True):
            wrong = wrong_fields(row, draft)
            found.append(Judged(document.path.stem, draft, signs.of(draft), wrong, reason is not None))
    return found


def gold_of(gold: Sequence[GoldRow], drafts: Sequence[Draft]) -> list[dict[str, object] | None]:
    """For each draft its row of gold, matched as the scorer does; None where gold has none."""
    taken: dict[int, dict[str, object]] = {}
    for row in gold:
        for at, draft in enumerate(drafts):
            if at not in taken and row.is_of(draft):
                taken[at] = row.fields
                break
    return [taken.get(at) for at in range(len(drafts))]


def wrong_fields(gold: dict[str, object] | None, draft: Draft) -> frozenset[str]:
    """The fields that are wrong; "figure" for one that gold lacks. A wrong unit is a wrong measure."""
    if gold is None:
        return frozenset({"figure"})
    fields = {name: getattr(draft, name) for name in ("unit", *FIELDS[1:])}
    wrong = {name for name in fields if not same(name, gold, fields)}
    return frozenset({"measure" if name == "unit" else name for name in wrong})
