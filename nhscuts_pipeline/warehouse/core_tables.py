"""Documents and figures as rows: what the readers and the extractor found, in the shape of the contracts.

Belongs here: pure functions from plain objects to frames of `core` and `quarantine`. Not here: what
is made of figures (`claims`, `observations`, `assumptions`).
"""

import json
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import fields

import pandas as pd

from nhscuts_pipeline.contracts import core, quarantine
from nhscuts_pipeline.contracts.checking import Failure
from nhscuts_pipeline.contracts.converting import checked, convert_and_check, rows_of
from nhscuts_pipeline.documents.document import Document, Refusal
from nhscuts_pipeline.extraction.figure import Figure
from nhscuts_pipeline.warehouse.ids import stable_id

_FIGURE_COLUMNS = [column.name for column in core.Figures.columns()]


def documents_frame(documents: Sequence[Document], superseded_by: Mapping[str, str]) -> pd.DataFrame:
    """`core.documents`; `superseded_by` maps a document's id to that of the one that counts in its place."""
    rows = [
        {
            "document_id": document.document_id,
            "title": document.title,
            "publisher": document.publisher,
            "published_from": document.published_from,
            "published_to": document.published_to,
            "url": document.url,
            "kind": document.kind,
            "path": document.path,
            "sha256": document.sha256,
            "text": document.text,
            "superseded_by": superseded_by.get(document.document_id),
        }
        for document in documents
    ]
    return checked(core.Documents, rows)


def refused_documents_frame(refusals: Iterable[Refusal]) -> pd.DataFrame:
    """`quarantine.documents`."""
    rows = [{"path": r.path, "reason": r.reason, "sha256": r.sha256} for r in refusals]
    return checked(quarantine.RefusedDocuments, rows)


def figures_frame(
    documents: Sequence[Document], figures: Mapping[str, Sequence[Figure]], extractor_version: str
) -> pd.DataFrame:
    """All figures as loose rows with the columns of `core.figures`, not yet checked: see `split_figures`.

    `figures` maps a document's id to its figures; a document without any may be left out.
    """
    rows = [
        _figure_row(document, figure, extractor_version)
        for document in documents
        for figure in figures.get(document.document_id, ())
    ]
    return pd.DataFrame(rows, columns=_FIGURE_COLUMNS, dtype=object)


def split_figures(frame: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Figures that keep the contract, for `core.figures`, and the others, for `quarantine.figures`.

    A refused figure stands once, as text, with every reason. Two figures with one id are both refused.
    """
    rows = rows_of(frame)
    typed, failures = convert_and_check(core.Figures, rows)
    reasons = _reasons(failures)
    good = typed[~typed.index.isin(list(reasons))].reset_index(drop=True)
    refused = [
        {name: None if cell is None else str(cell) for name, cell in row.items()}
        | {"reasons": reasons[index]}
        for index, row in enumerate(rows)
        if index in reasons
    ]
    return good, checked(quarantine.RefusedFigures, refused)


def figure_id(document_id: str, span_start: int, span_end: int, span_text: str) -> str:
    """The id of a figure: it stays when the extractor changes its mind about what the number means."""
    return stable_id(document_id, document_id, span_start, span_end, span_text, digits=12)


def _figure_row(document: Document, figure: Figure, extractor_version: str) -> dict[str, object]:
    span_text = document.text[figure.span_start : figure.span_end]
    return {
        **{each.name: getattr(figure, each.name) for each in fields(figure)},
        "figure_id": figure_id(document.document_id, figure.span_start, figure.span_end, span_text),
        "document_id": document.document_id,
        "span_text": span_text,
        "origin": "extracted",
        "extractor_version": extractor_version,
        "rules": json.dumps(figure.rules, sort_keys=True),
    }


def _reasons(failures: Iterable[Failure]) -> dict[Hashable, list[str]]:
    found: dict[Hashable, list[str]] = defaultdict(list)
    for failure in failures:
        if failure.row is not None and failure.reason not in found[failure.row]:
            found[failure.row].append(failure.reason)
    return dict(found)
