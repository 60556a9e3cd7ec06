"""The published file: written aside, checked, and swapped in with one rename.

Belongs here: what makes the swap safe for readers. Does not belong here: the build file (`store`).
"""

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb
import pandas as pd

from nhscuts_pipeline.contracts import core, meta, quarantine, registry
from nhscuts_pipeline.contracts.base import Table
from nhscuts_pipeline.contracts.converting import checked
from nhscuts_pipeline.contracts.ddl import comments
from nhscuts_pipeline.warehouse.store import CONFIG, Store, create, transaction

# The oldest DuckDB that must open the file; 2.0's own format is refused by every earlier version.
STORAGE_VERSION = "v1.2.0"
_OUT = "published"


class PublishError(RuntimeError):
    """The build must not be published. The message says why and what to do; the old file is as it was."""


@dataclass(frozen=True, slots=True)
class BuildInfo:
    """What a build says about itself. `built_at` is in UTC and has no zone, as the column has none."""

    built_at: datetime
    version: str
    git_commit: str | None
    extractor_version: str


def publish(store: Store, target: Path, build: BuildInfo) -> None:
    """Make the build the content of `target`, the published file.

    Readers that have the old file open keep it; who opens `target` afterwards sees the new one. Raises
    `PublishError` where a table is missing or a foreign key points nowhere. Whatever fails, the old file is
    as it was and no temporary file stays behind.
    """
    _require_complete(store)
    builds = _builds(store, build)
    target.parent.mkdir(parents=True, exist_ok=True)
    # Beside the target, since a rename is atomic only within one file system.
    fresh = target.with_name(f".{target.name}.publishing")
    try:
        with store.connect() as connection:  # holding the build file keeps a second publisher out
            _remove(fresh)
            _write(connection, fresh, builds)
        _check(store, fresh, builds)
        # A reader would replay the log of the old file into the new one, and fail to open it.
        _log(target).unlink(missing_ok=True)
        os.replace(fresh, target)  # noqa: PTH105 - the name says what happens to readers
    finally:
        _remove(fresh)
    store.replace(meta.Builds, builds)


def _require_complete(store: Store) -> None:
    present = store.tables() | {meta.Builds.qualified_name()}
    missing = [table.qualified_name() for table in registry.ALL if table.qualified_name() not in present]
    if missing:
        raise PublishError(f"not built yet: {', '.join(missing)}. Run the whole job, then publish.")
    orphans = pd.concat([store.orphans(table) for table in registry.ALL if table.about().foreign_keys])
    if not orphans.empty:
        lines = [
            f"{key}: {value!r}" for key, value in orphans[["key", "value"]].head().itertuples(index=False)
        ]
        raise PublishError(
            f"{len(orphans)} keys point at rows that are not there, such as {'; '.join(lines)}. "
            "Tables of different runs stand side by side: run the whole job, then publish."
        )


def _builds(store: Store, build: BuildInfo) -> pd.DataFrame:
    """The rows of meta.builds: those of earlier builds, as the build file remembers them, and this one."""
    row = {
        "built_at": build.built_at,
        "version": build.version,
        "git_commit": build.git_commit,
        "extractor_version": build.extractor_version,
        "documents": store.count(core.Documents.qualified_name()),
        "documents_refused": store.count(quarantine.RefusedDocuments.qualified_name()),
        "figures": store.count(core.Figures.qualified_name()),
        "figures_refused": store.count(quarantine.RefusedFigures.qualified_name()),
        "claims": store.count(core.Claims.qualified_name()),
        "observations": store.count(core.Observations.qualified_name()),
    }
    new = checked(meta.Builds, [row])
    if meta.Builds.qualified_name() not in store.tables():
        return new
    return pd.concat([store.read(meta.Builds), new], ignore_index=True)


def _write(connection: duckdb.DuckDBPyConnection, fresh: Path, builds: pd.DataFrame) -> None:
    """Write every contract's table into the fresh file, parents first; views last.

    Not COPY FROM DATABASE: it would copy whatever the build file has, and the published file also gets the
    foreign keys that the build file cannot have.
    """
    source = connection.execute("SELECT current_database()").fetchall()[0][0]
    connection.execute(f"ATTACH '{_quoted(fresh)}' AS {_OUT} (STORAGE_VERSION '{STORAGE_VERSION}')")
    connection.register("incoming_builds", meta.Builds.to_arrow(builds))
    connection.execute(f"USE {_OUT}")
    with transaction(connection):
        for schema in registry.SCHEMAS:
            connection.execute(f"CREATE SCHEMA {schema}")
        for table in registry.ALL:
            rows = "temp.incoming_builds" if table is meta.Builds else f"{source}.{table.qualified_name()}"
            if table.about().view:
                _copy_view(connection, source, table)
            else:
                create(connection, table, foreign_keys=True)
                connection.execute(f"INSERT INTO {table.qualified_name()} BY NAME SELECT * FROM {rows}")  # noqa: S608
    connection.execute(f"USE {source}")
    connection.execute(f"CHECKPOINT {_OUT}")
    connection.execute(f"DETACH {_OUT}")


def _copy_view(connection: duckdb.DuckDBPyConnection, source: str, table: type[Table]) -> None:
    about = table.about()
    found = connection.execute(
        "SELECT sql FROM duckdb_views() WHERE database_name = ? AND schema_name = ? AND view_name = ?",
        [source, about.schema, about.name],
    ).fetchall()
    connection.execute(found[0][0])
    for comment in comments(table):
        connection.execute(comment)


def _check(store: Store, fresh: Path, builds: pd.DataFrame) -> None:
    """The fresh file opens by itself, is checkpointed, and has as many rows as the build."""
    if _log(fresh).exists():
        raise PublishError(f"{_log(fresh)} was not folded into the file: run the job again")
    connection = duckdb.connect(str(fresh), read_only=True, config=CONFIG)
    try:
        for table in registry.ALL:
            name = table.qualified_name()
            wanted = len(builds) if table is meta.Builds else store.count(name)
            (found,) = connection.execute(f"SELECT count(*) FROM {name}").fetchall()[0]  # noqa: S608
            if found != wanted:
                raise PublishError(
                    f"{name} came out with {found} rows instead of {wanted}: run the job again"
                )
    finally:
        connection.close()


def _log(file: Path) -> Path:
    """DuckDB's write-ahead log of a database file."""
    return file.with_name(f"{file.name}.wal")


def _remove(file: Path) -> None:
    for path in (file, _log(file)):
        path.unlink(missing_ok=True)


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
