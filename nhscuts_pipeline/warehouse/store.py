"""The build file: the DuckDB database that a run writes and nobody else reads.

Belongs here: opening it, replacing a table, building a model, reading back. Does not belong here: what the
tables hold (`contracts`), how rows are made (`figures`, `claims`, …), the published file (`publish`).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pandas as pd

from nhscuts_pipeline.contracts import registry
from nhscuts_pipeline.contracts.base import Table, to_pandas
from nhscuts_pipeline.contracts.checking import require
from nhscuts_pipeline.contracts.ddl import comments, create_table
from nhscuts_pipeline.warehouse.models import ModelError, SqlModel

# Without these DuckDB tries the network by itself when a query names a function it does not have.
CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}


class StoreError(RuntimeError):
    """The build file cannot be opened, or lacks a table. The message says what to do."""


@dataclass(frozen=True, slots=True)
class Look:
    """What stands in a table. `digest` is a SHA-256 of the rows, whatever their order."""

    rows: int
    preview: pd.DataFrame
    digest: str


@dataclass(frozen=True, slots=True)
class Store:
    """The build file at `path`. Every method opens and closes it, so that it is locked only while in use."""

    path: Path

    @contextmanager
    def connect(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A connection that may write; closed whatever happens."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        try:
            connection = duckdb.connect(str(self.path), config=CONFIG)
        except duckdb.Error as error:
            raise StoreError(
                f"the build file {self.path} cannot be opened: {error}. If another run has it open, wait for "
                f"that one; otherwise delete the file: a run builds it again."
            ) from error
        try:
            yield connection
        finally:
            connection.close()

    def replace(self, table: type[Table], frame: pd.DataFrame) -> int:
        """Check `frame` and make it the table's content, in one transaction; the number of rows.

        Raises `ContractError` with every failure; then nothing has been written.
        """
        require(table, frame)
        rows = table.to_arrow(frame)
        about = table.about()
        with self.connect() as connection:
            connection.register("incoming", rows)
            with transaction(connection):
                connection.execute(f"CREATE SCHEMA IF NOT EXISTS {about.schema}")
                connection.execute(f"DROP TABLE IF EXISTS {about.qualified_name}")
                create(connection, table)
                # By name: by position two columns of one type could swap without anybody noticing.
                connection.execute(f"INSERT INTO {about.qualified_name} BY NAME SELECT * FROM incoming")  # noqa: S608
        return len(frame)

    def read(self, table: type[Table]) -> pd.DataFrame:
        """All rows, ordered by key, with the contract's dtypes."""
        name, key = table.qualified_name(), table.about().key
        order = f" ORDER BY {', '.join(key)}" if key else ""
        frame = self.select(f"SELECT * FROM {name}{order}")  # noqa: S608
        if list(frame.columns) != [column.name for column in table.columns()]:
            raise StoreError(
                f"{name} in {self.path} was written by another version of this software: delete the file, a "
                "run builds it again."
            )
        return frame

    def build(self, model: SqlModel) -> int:
        """Build the view or table of a model; the number of rows. `ModelError` where the contract differs."""
        table = registry.contract(model.qualified_name)
        with self.connect() as connection:
            found = _columns(connection, model)
            wanted = [(column.name, column.type.sql) for column in table.columns()]
            if found != wanted:
                raise ModelError(
                    f"{model.path} does not give the columns of its contract: {_gap(found, wanted)}"
                )
            if table.about().view:
                _create_view(connection, table, model)
                return _count(connection, model.qualified_name)
            frame = to_pandas(connection.sql(model.sql).to_arrow_table())
        return self.replace(table, frame)

    def count(self, qualified_name: str) -> int:
        """Number of rows."""
        with self.connect() as connection:
            return _count(connection, self._present(qualified_name))

    def look(self, qualified_name: str) -> "Look":
        """What stands in a table: how many rows, the first of them, and a hash of all."""
        name = self._present(qualified_name)
        with self.connect() as connection:
            return Look(
                rows=_count(connection, name),
                preview=to_pandas(connection.sql(f"SELECT * FROM {name} LIMIT 10").to_arrow_table()),  # noqa: S608
                digest=_digest(connection, name),
            )

    def digest(self, qualified_name: str) -> str:
        """SHA-256 of the rows, whatever their order: equal rows, equal digest."""
        with self.connect() as connection:
            return _digest(connection, self._present(qualified_name))

    def tables(self) -> set[str]:
        """Qualified names of the tables and views in the file."""
        sql = "SELECT table_schema || '.' || table_name FROM information_schema.tables"
        with self.connect() as connection:
            return {str(name) for (name,) in connection.execute(sql).fetchall()}

    def orphans(self, table: type[Table]) -> pd.DataFrame:
        """Values of foreign keys that stand in no row of the table they point at: `key`, `value`, `rows`."""
        about = table.about()
        frames = [
            self.select(
                f"SELECT '{about.qualified_name}.{key.column} -> {key.table}.{key.to}' AS key, "  # noqa: S608
                f"child.{key.column} AS value, count(*) AS rows FROM {about.qualified_name} AS child "
                f"ANTI JOIN {key.table} AS parent ON child.{key.column} = parent.{key.to} "
                f"WHERE child.{key.column} IS NOT NULL GROUP BY ALL ORDER BY ALL"
            )
            for key in about.foreign_keys
        ]
        return pd.concat(frames) if frames else pd.DataFrame(columns=["key", "value", "rows"])

    def select(self, sql: str) -> pd.DataFrame:
        """The result of one of our own SELECTs, such as an audit."""
        with self.connect() as connection:
            return to_pandas(connection.sql(sql).to_arrow_table())

    def _present(self, qualified_name: str) -> str:
        """The name, once it is known to be a table of a contract: names go into SQL text."""
        return registry.contract(qualified_name).qualified_name()


@contextmanager
def transaction(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """All or nothing."""
    connection.begin()
    try:
        yield
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def create(connection: duckdb.DuckDBPyConnection, table: type[Table], *, foreign_keys: bool = False) -> None:
    """Create an empty table with its comments."""
    connection.execute(create_table(table, foreign_keys=foreign_keys))
    for comment in comments(table):
        connection.execute(comment)


def _count(connection: duckdb.DuckDBPyConnection, qualified_name: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {qualified_name}").fetchall()[0][0])  # noqa: S608


def _digest(connection: duckdb.DuckDBPyConnection, qualified_name: str) -> str:
    # As JSON a text cannot pass for a null or for two columns.
    sql = (
        "SELECT sha256(coalesce(string_agg(line, '' ORDER BY line), '')) FROM "  # noqa: S608
        f"(SELECT sha256(to_json(whole_row)) AS line FROM {qualified_name} AS whole_row)"
    )
    return str(connection.execute(sql).fetchall()[0][0])


def _create_view(connection: duckdb.DuckDBPyConnection, table: type[Table], model: SqlModel) -> None:
    with transaction(connection):
        connection.execute(f"CREATE SCHEMA IF NOT EXISTS {model.schema}")
        connection.execute(f"CREATE OR REPLACE VIEW {model.qualified_name} AS {model.sql}")
        for comment in comments(table):
            connection.execute(comment)


def _columns(connection: duckdb.DuckDBPyConnection, model: SqlModel) -> list[tuple[str, str]]:
    try:
        relation = connection.sql(model.sql)
    except duckdb.Error as error:
        raise ModelError(f"{model.path} does not run: {error}") from error
    return [(name, str(kind)) for name, kind in zip(relation.columns, relation.types, strict=True)]


def _gap(found: list[tuple[str, str]], wanted: list[tuple[str, str]]) -> str:
    """The first difference between two lists of columns, in words."""
    for position, (have, want) in enumerate(zip(found, wanted, strict=False), start=1):
        if have != want:
            return f"column {position} is {' '.join(have)}, the contract has {' '.join(want)}"
    return f"it has {len(found)} columns, the contract {len(wanted)}"
