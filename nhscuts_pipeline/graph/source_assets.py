"""Group `sources`: the folders that people fill, and the reference tables read from one of them."""

import dagster as dg

from nhscuts_pipeline.graph.describe import OWNERS, PACKAGE, code_version, table_spec
from nhscuts_pipeline.graph.steps import Frames, tables_step
from nhscuts_pipeline.settings import Settings
from nhscuts_pipeline.warehouse.reference_tables import FILES, read_reference
from nhscuts_pipeline.warehouse.store import Store

GROUP = "sources"
DOCUMENTS_FOLDER = dg.AssetKey(["sources", "documents"])
REFERENCE_FOLDER = dg.AssetKey(["sources", "reference"])


def source_folders() -> list[dg.AssetSpec]:
    """The folders as external assets: Dagster shows them as where things come from, and never writes them."""
    return [
        dg.AssetSpec(
            DOCUMENTS_FOLDER,
            description="`sources/documents/` and `sources/inbox/`: one Markdown or text file a document. "
            "`sources/README.md` says how to add one.",
            group_name=GROUP,
            kinds={"file", "markdown"},
            owners=list(OWNERS),
        ),
        dg.AssetSpec(
            REFERENCE_FOLDER,
            description="`sources/reference/`: tables of facts as CSV, with a source on every row.",
            group_name=GROUP,
            kinds={"file", "csv"},
            owners=list(OWNERS),
        ),
    ]


def reference_step() -> dg.AssetsDefinition:
    """The reference tables, in one step: rules between them are checked before any is written."""
    version = code_version(
        PACKAGE / "contracts" / "reference.py",
        PACKAGE / "warehouse" / "reference_tables.py",
        PACKAGE / "warehouse" / "reference_checks.py",
    )

    def build(settings: Settings, _store: Store) -> Frames:
        return read_reference(settings.reference)

    return tables_step(
        "reference",
        {
            file.table: table_spec(
                file.table,
                group=GROUP,
                kinds={"csv", "duckdb", "python"},
                deps=[REFERENCE_FOLDER],
                code_version=version,
                metadata={"file": f"sources/reference/{file.name}"},
            )
            for file in FILES
        },
        build,
    )
