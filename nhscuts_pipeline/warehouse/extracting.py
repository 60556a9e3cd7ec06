"""The figures of all documents, each text read once: what was found in it is kept for later runs.

Belongs here: what the figures of a text depend on, and the files they are kept in. Does not belong here: how
figures are found (`extraction`), what rows they become (`core_tables`).
"""

import hashlib
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

import pandas as pd
from pydantic import TypeAdapter

from nhscuts_pipeline.contracts import reference, vocabulary
from nhscuts_pipeline.contracts.base import Table
from nhscuts_pipeline.contracts.converting import LIST_SEPARATOR, rows_of
from nhscuts_pipeline.documents.document import Document
from nhscuts_pipeline.extraction import engine
from nhscuts_pipeline.extraction.engine import Extractor
from nhscuts_pipeline.extraction.figure import Figure
from nhscuts_pipeline.extraction.names import Names
from nhscuts_pipeline.extraction.register import register

EXTRACTOR_FILES = (Path(engine.__file__).parent, Path(vocabulary.__file__))
"""All the code and the models that a figure depends on: `extraction` imports nothing else of ours."""

NAMES: Mapping[str, type[Table]] = {
    "organisations": reference.Organisations,
    "regions": reference.Regions,
    "aliases": reference.OrganisationAliases,
    "claimants": reference.Claimants,
    "people": reference.People,
}
"""The tables that bodies, regions and speakers are recognised by, under the names the register has for
them."""

_FIGURES = TypeAdapter(list[Figure])


@dataclass(slots=True)
class Extraction:
    """Figures by document id, and how they were come by.

    `anew` are the ids of the documents that were read in this run, `kept` those whose figures are an earlier
    run's; `broken` says, in whole sentences, which kept figures could not be trusted.
    """

    figures: dict[str, list[Figure]] = field(default_factory=dict)
    anew: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)


class KeptFigures:
    """The figures of texts as they were found, kept in files of `folder`.

    Each stands under a hash of everything that it depends on: the text, its date, title and publisher, the
    names (the rows of the tables `NAMES`) and `code`, the version of the extractor. So what is kept is what
    reading the text again would give.
    """

    def __init__(self, folder: Path, names: Mapping[str, pd.DataFrame], code: str) -> None:
        self._all = folder
        self._names = {name: as_written(frame) for name, frame in names.items()}
        self._folder = folder / _digest([code, self._names])[:16]

    def extract(self, documents: Iterable[Document]) -> Extraction:
        """The figures of `documents`; only those texts are read of which none are kept."""
        found = Extraction()
        for document in documents:
            figures = self._kept(document, found.broken)
            (found.anew if figures is None else found.kept).append(document.document_id)
            found.figures[document.document_id] = self._read(document) if figures is None else figures
        return found

    def forget_others(self, documents: Iterable[Document]) -> None:
        """Remove what is kept of other texts than those of `documents`, for other names or by other code."""
        needed = {self._path(document) for document in documents}
        for path in self._all.rglob("*"):
            if path.is_file() and path not in needed:
                path.unlink()
        for folder in self._all.glob("*"):
            if folder != self._folder:
                folder.rmdir()

    @cached_property
    def _extractor(self) -> Extractor:
        # Putting the names together costs more than a short text, so it waits until one has to be read.
        return Extractor(Names(register(self._names, Path("reference"))))

    def _kept(self, document: Document, broken: list[str]) -> list[Figure] | None:
        path = self._path(document)
        try:
            sha256, _, body = path.read_bytes().partition(b"\n")
        except FileNotFoundError:
            return None
        if sha256.decode("ascii", "replace") != hashlib.sha256(body).hexdigest():
            broken.append(
                f"the kept figures of {document.document_id} are damaged ({path}): its text is read again"
            )
            return None
        return _FIGURES.validate_json(body)

    def _read(self, document: Document) -> list[Figure]:
        figures = self._extractor.extract(
            document.text,
            document.published_from,
            document.published_to,
            title=document.title,
            publisher=document.publisher,
        )
        body = _FIGURES.dump_json(figures)
        path = self._path(document)
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(".fresh")
        fresh.write_bytes(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
        os.replace(fresh, path)  # noqa: PTH105 - whole or not at all, as in `publish`
        return figures

    def _path(self, document: Document) -> Path:
        depends_on = [
            document.text,
            _day(document.published_from),
            _day(document.published_to),
            document.title,
            document.publisher,
        ]
        return self._folder / f"{_digest(depends_on)}.json"


def as_written(frame: pd.DataFrame) -> list[dict[str, str]]:
    """The rows of a reference table with cells as its CSV file has them: "" for null, lists joined."""
    return [{name: _cell(value) for name, value in row.items()} for row in rows_of(frame)]


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return value
    return LIST_SEPARATOR.join(value) if isinstance(value, Iterable) else str(value)


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _digest(parts: Sequence[object]) -> str:
    # As JSON, so that no two lists of parts run together into one text.
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()
