"""Group `extraction`: every mention of a quantity in the documents, and what was refused of it."""

from collections.abc import Iterator

import dagster as dg
import pandas as pd

from nhscuts_pipeline.contracts.converting import rows_of
from nhscuts_pipeline.contracts.core import Documents, Figures
from nhscuts_pipeline.contracts.quarantine import RefusedFigures
from nhscuts_pipeline.contracts.reference import (
    Claimants,
    OrganisationAliases,
    Organisations,
    People,
    Regions,
)
from nhscuts_pipeline.documents.document import Document
from nhscuts_pipeline.extraction.engine import EXTRACTOR_VERSION, Extractor
from nhscuts_pipeline.extraction.names import Names
from nhscuts_pipeline.graph.describe import PACKAGE, code_version, key_of, table_spec
from nhscuts_pipeline.graph.steps import Frames, RowsCheck, tables_step
from nhscuts_pipeline.settings import Settings
from nhscuts_pipeline.warehouse.core_tables import figures_frame, split_figures
from nhscuts_pipeline.warehouse.store import Store

GROUP = "extraction"
# Their names are what bodies, regions and speakers are recognised by.
_REGISTER = (Organisations, OrganisationAliases, Regions, Claimants, People)


def figures_step(*, strict: bool) -> dg.AssetsDefinition:
    """The figures of all documents, also of superseded ones: only claims leave those out."""
    version = code_version(
        PACKAGE / "extraction", PACKAGE / "contracts" / "core.py", PACKAGE / "warehouse" / "core_tables.py"
    )
    checks = [
        RowsCheck(
            RefusedFigures,
            "nothing_refused",
            "Each row is a figure that breaks a rule of core.figures and counts nowhere: a fault of the "
            "extraction.",
            lambda store: store.read(RefusedFigures)[["document_id", "span_text", "quote", "reasons"]],
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
                deps=[key_of(Documents), *map(key_of, _REGISTER)],
                code_version=version,
            )
            for table in (Figures, RefusedFigures)
        },
        _extract,
        checks,
    )


def _to_review(store: Store) -> pd.DataFrame:
    figures = store.read(Figures)
    return figures.loc[figures["needs_review"].notna(), ["document_id", "span_text", "needs_review", "quote"]]


def _extract(settings: Settings, store: Store) -> Frames:
    extractor = Extractor(Names.read(settings.reference))
    documents = list(_documents(store.read(Documents)))
    figures = {
        document.document_id: extractor.extract(
            document.text,
            document.published_from,
            document.published_to,
            title=document.title,
            publisher=document.publisher,
        )
        for document in documents
    }
    good, refused = split_figures(figures_frame(documents, figures, EXTRACTOR_VERSION))
    return {Figures: good, RefusedFigures: refused}


def _documents(frame: pd.DataFrame) -> Iterator[Document]:
    """The rows of core.documents as documents; what they supersede is settled by then, and left out."""
    for row in rows_of(frame.drop(columns="superseded_by")):
        yield Document(**row, supersedes=None)
