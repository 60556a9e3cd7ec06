"""Group `documents`: the texts, and the files that are none."""

import dagster as dg

from nhscuts_pipeline.contracts.core import Documents
from nhscuts_pipeline.contracts.quarantine import RefusedDocuments
from nhscuts_pipeline.documents import superseding
from nhscuts_pipeline.documents.document import DocumentError
from nhscuts_pipeline.documents.reading import read_folders
from nhscuts_pipeline.graph.describe import PACKAGE, code_version, table_spec
from nhscuts_pipeline.graph.source_assets import DOCUMENTS_FOLDER
from nhscuts_pipeline.graph.steps import Frames, RowsCheck, tables_step
from nhscuts_pipeline.settings import Settings
from nhscuts_pipeline.warehouse.core_tables import documents_frame, refused_documents_frame
from nhscuts_pipeline.warehouse.store import Store

GROUP = "documents"


def documents_step(*, strict: bool) -> dg.AssetsDefinition:
    """Every file of the document folders, as a document or a refusal."""
    version = code_version(PACKAGE / "documents", PACKAGE / "contracts" / "core.py")
    refused = RowsCheck(
        RefusedDocuments,
        "nothing_refused",
        "Each row is a file that no figure was read from. Its reason says what to do.",
        lambda store: store.read(RefusedDocuments)[["path", "reason"]],
        blocking=strict,
    )
    return tables_step(
        "documents",
        {
            table: table_spec(
                table,
                group=GROUP,
                kinds={"markdown", "python", "duckdb"},
                deps=[DOCUMENTS_FOLDER],
                code_version=version,
            )
            for table in (Documents, RefusedDocuments)
        },
        _read,
        checks=[refused],
    )


def _read(settings: Settings, _store: Store) -> Frames:
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
    return {
        Documents: documents_frame(documents, superseding.resolve(documents)),
        RefusedDocuments: refused_documents_frame(refusals),
    }
