"""Group `sources`: the folders that people fill, and the reference tables read from one of them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import dagster as dg
import pandas as pd

from nhscuts_pipeline.documents.listing import contents, digest_of
from nhscuts_pipeline.graph.describe import (
    OWNERS,
    PACKAGE,
    code_references,
    code_version,
    contract_text,
    table_spec,
    table_value,
)
from nhscuts_pipeline.graph.steps import Built, tables_step
from nhscuts_pipeline.settings import Settings
from nhscuts_pipeline.warehouse.reference_tables import FILES, read_reference
from nhscuts_pipeline.warehouse.store import Store

GROUP = "sources"
_SHOWN = 200


@dataclass(frozen=True, slots=True)
class SourceFolders:
    """Folders that people fill, as one asset: `key` is its name, `folders` where they are."""

    key: dg.AssetKey
    description: str
    kinds: frozenset[str]
    folders: Callable[[Settings], Sequence[Path]]

    def digest(self, settings: Settings) -> str:
        """A hash of all names and contents."""
        return digest_of(contents(self.folders(settings), settings.sources))


DOCUMENTS = SourceFolders(
    dg.AssetKey(["sources", "documents"]),
    "`sources/documents/` and `sources/inbox/`: one Markdown or text file a document. "
    "`sources/README.md` says how to add one.",
    frozenset({"file", "markdown"}),
    lambda settings: settings.document_folders,
)
REFERENCE = SourceFolders(
    dg.AssetKey(["sources", "reference"]),
    "`sources/reference/`: tables of facts as CSV, with a source on every row.",
    frozenset({"file", "csv"}),
    lambda settings: (settings.reference,),
)
SOURCES = (DOCUMENTS, REFERENCE)


def source_folders() -> list[dg.AssetsDefinition]:
    """A look at each of the folders. Its data version is a hash of the files."""
    return [_look(source) for source in SOURCES]


def _look(source: SourceFolders) -> dg.AssetsDefinition:
    name = "__".join(source.key.path)
    spec = dg.AssetSpec(
        source.key,
        description=f"{source.description} Building it is a look at the files; nothing is written.",
        group_name=GROUP,
        kinds=set(source.kinds),
        owners=list(OWNERS),
        tags={"schema": "sources"},
        code_version=code_version(PACKAGE / "documents" / "listing.py"),
        metadata=code_references((PACKAGE / "documents" / "listing.py", 1, "code")),
    )

    @dg.multi_asset(name=name, specs=[spec])
    def step(settings: dg.ResourceParam[Settings]) -> Iterator[dg.MaterializeResult[None]]:
        files = contents(source.folders(settings), settings.sources)
        listed = pd.DataFrame(sorted(files.items()), columns=["file", "sha256"])
        yield dg.MaterializeResult(
            asset_key=source.key,
            metadata={"files": len(files), "listing": table_value(listed.head(_SHOWN))},
            data_version=dg.DataVersion(digest_of(files)),
        )

    return step


def reference_step() -> dg.AssetsDefinition:
    """The reference tables, in one step: rules between them are checked before any is written."""
    reading = PACKAGE / "warehouse" / "reference_tables.py"

    def build(settings: Settings, _store: Store) -> Built:
        return Built(read_reference(settings.reference))

    return tables_step(
        "reference",
        {
            file.table: table_spec(
                file.table,
                group=GROUP,
                kinds={"csv", "duckdb", "python"},
                deps=[REFERENCE.key],
                code_version=code_version(
                    reading, PACKAGE / "warehouse" / "reference_checks.py", contract_text(file.table)
                ),
                code=reading,
                origins={
                    column.name: ("made of the row",)
                    if column.name == file.id_column
                    else (f"sources/reference/{file.name}",)
                    for column in file.table.columns()
                },
                metadata={"file": f"sources/reference/{file.name}"},
            )
            for file in FILES
        },
        build,
    )
