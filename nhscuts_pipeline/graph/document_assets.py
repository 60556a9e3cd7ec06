"""Group `documents`: the texts, and the files that are none."""

import dagster as dg
import pandas as pd

from nhscuts_pipeline.contracts.core import Documents
from nhscuts_pipeline.contracts.quarantine import RefusedDocuments
from nhscuts_pipeline.documents import superseding
from nhscuts_pipeline.documents.document import DocumentError
from nhscuts_pipeline.documents.reading import read_folders
from nhscuts_pipeline.graph.describe import PACKAGE, code_version, contract_text, table_spec
from nhscuts_pipeline.graph.row_checks import RowsCheck
from nhscuts_pipeline.graph.source_assets import DOCUMENTS
from nhscuts_pipeline.graph.steps import Built, tables_step
from nhscuts_pipeline.settings import Settings
from nhscuts_pipeline.warehouse.core_tables import documents_frame, refused_documents_frame
from nhscuts_pipeline.warehouse.query import QueryError, query
from nhscuts_pipeline.warehouse.store import Store

GROUP = "documents"


def documents_step(*, strict: bool) -> dg.AssetsDefinition:
    """Every file of the document folders, as a document or a refusal."""
    checks = [
        RowsCheck(
            RefusedDocuments,
            "nothing_refused",
            "Each row is a file that no figure was read from. Its reason says what to do.",
            lambda _settings, store: store.read(RefusedDocuments)[["path", "reason"]],
            blocking=strict,
        ),
        RowsCheck(
            Documents,
            "no_file_vanished",
            "Each row is a document of the published build whose file is gone, and whose figures go with it. "
            "If it was not meant to go, put the file back: the next run has it again.",
            _vanished,
        ),
    ]
    return tables_step(
        "documents",
        {
            table: table_spec(
                table,
                group=GROUP,
                kinds={"markdown", "python", "duckdb"},
                deps=[DOCUMENTS.key],
                code_version=code_version(
                    PACKAGE / "documents", PACKAGE / "warehouse" / "core_tables.py", contract_text(table)
                ),
                code=PACKAGE / "documents" / "reading.py",
                origins={column.name: ("the file and its front matter",) for column in table.columns()},
            )
            for table in (Documents, RefusedDocuments)
        },
        _read,
        checks,
    )


def _read(settings: Settings, _store: Store) -> Built:
    documents, refusals = read_folders(
        settings.document_folders, settings.sources, settings.max_document_bytes
    )
    if not documents:
        # To publish an empty warehouse over a full one would look like a success.
        refused = (
            f"; {len(refusals)} files were refused, the first, {refusals[0].path}, because "
            f"{refusals[0].reason}"
            if refusals
            else ""
        )
        raise DocumentError(f"no document to read in {settings.sources}{refused}: see sources/README.md")
    return Built(
        {
            Documents: documents_frame(documents, superseding.resolve(documents)),
            RefusedDocuments: refused_documents_frame(refusals),
        },
        warnings=[f"refused: {refusal.path}: {refusal.reason}" for refusal in refusals],
    )


def _vanished(settings: Settings, store: Store) -> pd.DataFrame:
    columns = ["document_id", "path", "title"]
    if not settings.database.exists():
        return pd.DataFrame(columns=columns)
    try:
        published = query(
            settings.database, "SELECT document_id, path, title FROM core.documents ORDER BY 2"
        )[1]
    except QueryError as error:
        return pd.DataFrame({"problem": [str(error)]})
    # A file that is there and refused has not vanished: it is told of as refused.
    there = {*store.read(Documents)["path"], *store.read(RefusedDocuments)["path"]}
    return pd.DataFrame([row for row in published if row[1] not in there], columns=columns)
