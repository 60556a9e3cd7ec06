"""Questions to the published file, read-only and without any access to other files or the network.

Belongs here: what `nhscuts sql` and `nhscuts tables` need. Nothing here writes.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb

from nhscuts_pipeline.warehouse.store import CONFIG


class QueryError(ValueError):
    """The file or the query cannot be read. The message says what to do."""


def query(path: Path, sql: str) -> tuple[list[str], list[tuple[Any, ...]]]:
    """Column names and rows of `sql` on the published file at `path`."""
    with _open(path) as connection:
        return _answer(connection, sql)


def tables(path: Path) -> list[tuple[str, int, str]]:
    """Qualified name, rows and description of every table and view of the published file."""
    named = (
        "SELECT schema_name || '.' || table_name, comment FROM duckdb_tables() WHERE NOT internal "
        "UNION ALL SELECT schema_name || '.' || view_name, comment FROM duckdb_views() WHERE NOT internal "
        "ORDER BY 1"
    )
    with _open(path) as connection:
        names = _answer(connection, named)[1]
        counts = [_answer(connection, f"SELECT count(*) FROM {name}")[1][0][0] for name, _ in names]  # noqa: S608
    return [(name, count, comment or "") for (name, comment), count in zip(names, counts, strict=True)]


def count(path: Path, qualified_name: str) -> int | None:
    """Number of rows of a table or view of the published file; None where it has no such table."""
    schema, _, name = qualified_name.partition(".")
    with _open(path) as connection:
        known = connection.execute(
            "SELECT count(*) FROM information_schema.tables WHERE table_schema = ? AND table_name = ?",
            [schema, name],
        ).fetchall()
        if not known[0][0]:
            return None
        return int(_answer(connection, f"SELECT count(*) FROM {qualified_name}")[1][0][0])  # noqa: S608


def _answer(connection: duckdb.DuckDBPyConnection, sql: str) -> tuple[list[str], list[tuple[Any, ...]]]:
    try:
        cursor = connection.execute(sql)
        columns = [str(column[0]) for column in cursor.description or []]
        return columns, cursor.fetchall()
    except duckdb.Error as error:
        raise QueryError(f"the query failed: {error}") from error


@contextmanager
def _open(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    if not path.is_file():
        raise QueryError(f"there is no warehouse at {path}: build it with `nhscuts run`")
    try:
        connection = duckdb.connect(
            str(path), read_only=True, config={**CONFIG, "enable_external_access": False}
        )
    except duckdb.Error as error:
        raise QueryError(f"{path} cannot be opened: {error}") from error
    try:
        yield connection
    finally:
        connection.close()
