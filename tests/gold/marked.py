"""The texts that the models learn from: annotated documents, and passages with their figures marked in place.

In a passage a figure stands as `[[340|people|redundancies|planned]]`: the number, its unit, its measure and
its modality, with a slash where the guide leaves two readings open; a number marked without them only counts
as a figure. What is not marked is no figure.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from score import text_of
from scoring import DIGESTS, HERE, SEEDS, read_gold

from nhscuts_pipeline.documents.reading import read_source
from nhscuts_pipeline.extraction import engine, measure
from nhscuts_pipeline.extraction.dates import Published
from nhscuts_pipeline.extraction.engine import find_drafts, read_text
from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.passage import Text
from nhscuts_pipeline.extraction.unit import Reading

# The seed articles count where there is a copy beside the checkout.
FOLDERS = tuple(
    folder
    for folder in (*(HERE / name for name in ("dev", "more", "wider", "outside")), SEEDS)
    if folder.is_dir()
)
# Whole documents are what the models are for, a passage stands alone; the documents that came with the guide
# show best how it is meant, and every figure of the digests goes into the warehouse.
OF_THE_GUIDE = 9.0
OF_A_DOCUMENT = 3.0
OF_A_PASSAGE = 1.0
_FIELDS = ("unit", "measure", "modality")
Match = Callable[[Draft], dict[str, Any] | None]
Judge = Callable[[Text, Draft, Reading, list[Draft]], bool]
Weigh = Callable[[Text, list[Draft], list[Draft]], None]


@dataclass(frozen=True)
class Marked:
    """A text with what is a figure in it: `gold` gives the fields of a draft's figure, None for no figure.

    `weight` is what its figures weigh in training.
    """

    document: str
    text: str
    published: Published
    gold: Match
    weight: float

    def read(self, judge: Judge, weigh: Weigh) -> None:
        """Read the text once, with a gate and a weighing of one's own in place of the models'."""
        with (
            patch.object(measure, "is_figure", judge),
            patch.object(engine.sense, "weigh", weigh),
            patch.object(engine.again, "read_again", _leave),
        ):
            find_drafts(read_text(self.text), self.published)


def _leave(_: Sequence[Draft]) -> None:
    """A second reading that leaves everything as it is."""


def documents(folders: Iterable[Path] = FOLDERS) -> list[Marked]:
    """The annotated documents of those folders, by name."""
    return [_document(path) for folder in folders for path in sorted(folder.glob("*.md"))]


def digests() -> list[Marked]:
    """The digests of the sources, of which every figure is known."""
    return [_document(path) for path in _digests()]


def whole_texts() -> list[Path]:
    """Where all annotated documents and digests stand, for what is learnt of whole texts."""
    return [*(path for folder in FOLDERS for path in sorted(folder.glob("*.md"))), *_digests()]


def _digests() -> list[Path]:
    known = {path.name.removesuffix(".gold.jsonl") for path in (HERE / "digests").glob("*.gold.jsonl")}
    return [path for path in sorted(DIGESTS.glob("*.md")) if path.stem in known]


def _document(path: Path) -> Marked:
    text, source = text_of(path), read_source(path)
    rows = read_gold(path, text)

    def gold(draft: Draft) -> dict[str, Any] | None:
        return next((row.fields for row in rows if row.is_of(draft)), None)

    published = Published(source.published_from, source.published_to)
    return Marked(path.stem, text, published, gold, weight_of(path))


def weight_of(document: Path) -> float:
    """What the figures of an annotated document weigh in training."""
    return OF_THE_GUIDE if document.parent in (HERE / "dev", SEEDS, DIGESTS) else OF_A_DOCUMENT


def passages() -> list[Marked]:
    """The passages of `passages/`, one between blank lines; a line beginning with # is a remark."""
    found = []
    for path in sorted((HERE / "passages").glob("*.txt")):
        lines = path.read_text(encoding="utf-8").splitlines()
        text = "\n".join(line for line in lines if not line.startswith("#"))
        pieces = [piece for piece in re.split(r"\n\s*\n", text.strip()) if piece]
        found += [_passage(f"{path.stem}-{at}", piece) for at, piece in enumerate(pieces)]
    return found


def _passage(name: str, written: str) -> Marked:
    marks: list[tuple[int, int, dict[str, Any]]] = []
    text = ""
    for at, piece in enumerate(re.split(r"\[\[(.*?)\]\]", written)):
        number, *labels = piece.split("|") if at % 2 else [piece]
        if at % 2:
            fields = dict(zip(_FIELDS, (label.split("/") for label in labels), strict=False))
            marks.append((len(text), len(text) + len(number), fields))
        text += number

    def gold(draft: Draft) -> dict[str, Any] | None:
        return next((fields for start, end, fields in marks if draft.start < end and start < draft.end), None)

    return Marked(name, text, Published(None, None), gold, OF_A_PASSAGE)
