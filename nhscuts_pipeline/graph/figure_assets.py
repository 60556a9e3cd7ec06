"""Group `extraction`: every mention of a quantity in the documents, and what was refused of it."""

from collections.abc import Sequence
from importlib.metadata import version
from platform import python_version

import dagster as dg
import pandas as pd

from nhscuts_pipeline.contracts.converting import rows_of
from nhscuts_pipeline.contracts.core import Documents, Figures
from nhscuts_pipeline.contracts.quarantine import RefusedFigures
from nhscuts_pipeline.documents.document import Document
from nhscuts_pipeline.extraction.engine import EXTRACTOR_VERSION
from nhscuts_pipeline.extraction.figure import Figure
from nhscuts_pipeline.graph.describe import PACKAGE, code_version, contract_text, key_of, table_spec
from nhscuts_pipeline.graph.row_checks import RowsCheck
from nhscuts_pipeline.graph.steps import Built, tables_step
from nhscuts_pipeline.report.marked_text import marked_text
from nhscuts_pipeline.settings import Settings
from nhscuts_pipeline.warehouse.core_tables import figures_frame, split_figures
from nhscuts_pipeline.warehouse.extracting import EXTRACTOR_FILES, NAMES, Extraction, KeptFigures
from nhscuts_pipeline.warehouse.store import Store

GROUP = "extraction"
ANEW, UNCHANGED = "documents_read_anew", "documents_unchanged"
# Every run stores what it shows: enough for a person to look through, not the whole corpus each day.
_TEXTS_SHOWN = 25
_NAMED = 10
# Between a figure and its row: all of it counts, because unchanged tables are not built again.
_MAKES_ROWS = (
    PACKAGE / "warehouse" / "core_tables.py",
    PACKAGE / "warehouse" / "ids.py",
    *(PACKAGE / "contracts" / f"{name}.py" for name in ("base", "checking", "converting", "fields", "rules")),
)


def figures_step(*, strict: bool) -> dg.AssetsDefinition:
    """The figures of all documents, also of superseded ones: only claims leave those out."""
    checks = [
        RowsCheck(
            RefusedFigures,
            "nothing_refused",
            "Each row is a figure that breaks a rule of core.figures and counts nowhere: a fault of the "
            "extraction.",
            lambda _settings, store: store.read(RefusedFigures)[
                ["document_id", "span_text", "quote", "reasons"]
            ],
            blocking=strict,
        ),
        RowsCheck(
            Figures,
            "nothing_to_review",
            "Each row is a figure that counts, and that a person should look at for the reason given.",
            _to_review,
        ),
    ]
    return tables_step(
        "figures",
        {
            table: table_spec(
                table,
                group=GROUP,
                kinds={"python", "duckdb"},
                deps=[key_of(Documents), *map(key_of, NAMES.values())],
                code_version=code_version(
                    extractor_version(), *_MAKES_ROWS, *map(contract_text, (Figures, RefusedFigures))
                ),
                code=PACKAGE / "extraction" / "engine.py",
                origins={
                    column.name: ("core.documents.document_id",)
                    if column.name == "document_id"
                    else ("core.documents.text, by the rule that `rules` names",)
                    for column in table.columns()
                },
            )
            for table in (Figures, RefusedFigures)
        },
        _extract,
        checks,
        unchanged=_unchanged,
    )


def _to_review(_settings: Settings, store: Store) -> pd.DataFrame:
    figures = store.read(Figures)
    return figures.loc[figures["needs_review"].notna(), ["document_id", "span_text", "needs_review", "quote"]]


def _extract(settings: Settings, store: Store) -> Built:
    documents = _documents(store)
    kept = _kept_figures(settings, store)
    found = kept.extract(documents)
    kept.forget_others(documents)
    good, refused = split_figures(figures_frame(documents, found.figures, EXTRACTOR_VERSION))
    return Built(
        {Figures: good, RefusedFigures: refused},
        metadata={Figures: _counts(len(found.anew), len(found.kept)) | _views(documents, found)},
        notes=[
            f"{len(found.anew):,} documents read for figures{_such_as(found.anew)}",
            f"{len(found.kept):,} skipped, text, names and code being as before{_such_as(found.kept)}",
        ],
        warnings=found.broken,
    )


def _unchanged(settings: Settings, store: Store) -> Built:
    """What is told of a run in which no document, no name and no code has changed."""
    documents = _documents(store)
    # What is shown is kept too, so this reads no text.
    found = _kept_figures(settings, store).extract(documents[:_TEXTS_SHOWN])
    return Built(
        {},
        metadata={Figures: _counts(0, len(documents)) | _views(documents, found)},
        notes=[f"all {len(documents):,} documents skipped: texts, names, code and tables are as before"],
        warnings=found.broken,
    )


def _kept_figures(settings: Settings, store: Store) -> KeptFigures:
    names = {name: store.read(table) for name, table in NAMES.items()}
    return KeptFigures(settings.kept_figures, names, extractor_version())


def extractor_version() -> str:
    """Digest of all that decides what is found in a text, but the text and the names."""
    return code_version(*EXTRACTOR_FILES, python_version(), version("pyahocorasick"))


def _counts(anew: int, unchanged: int) -> dict[str, dg.MetadataValue]:
    return {ANEW: dg.MetadataValue.int(anew), UNCHANGED: dg.MetadataValue.int(unchanged)}


def _views(documents: Sequence[Document], found: Extraction) -> dict[str, dg.MetadataValue]:
    """Texts with their figures marked, those first that are new in this run."""
    anew = set(found.anew)
    known = [document for document in documents if document.document_id in found.figures]
    shown = sorted(known, key=lambda document: document.document_id not in anew)[:_TEXTS_SHOWN]
    return {
        f"text {document.document_id}": marked_view(document, found.figures[document.document_id])
        for document in shown
    }


def marked_view(document: Document, figures: Sequence[Figure]) -> dg.MetadataValue:
    """The text of a document with its figures marked."""
    head = f"## {document.title}\n\n*{document.publisher}, {document.path}*\n\n"
    return dg.MetadataValue.md(head + marked_text(document.text, figures))


def _such_as(ids: Sequence[str]) -> str:
    if not ids:
        return ""
    return f": {', '.join(ids[:_NAMED])}" + (f" and {len(ids) - _NAMED:,} more" if len(ids) > _NAMED else "")


def _documents(store: Store) -> list[Document]:
    """The rows of core.documents as documents; what they supersede is settled by then, and left out."""
    frame = store.read(Documents).drop(columns="superseded_by")
    return [Document(**row, supersedes=None) for row in rows_of(frame)]
