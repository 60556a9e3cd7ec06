"""SQL models: the files of `dbt_like_sql/staging` and `dbt_like_sql/marts`, in the order they are built in.

Belongs here: reading the files and their dependencies. Does not belong here: running them (`store`), their
columns' origins (`lineage`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

DIALECT = "duckdb"
SCHEMAS = ("staging", "marts")


class ModelError(ValueError):
    """An SQL file is not what it should be. The message says which file, what, and what to do."""


@dataclass(frozen=True, slots=True)
class SqlModel:
    """One SQL file: a single SELECT that becomes the view or table `schema.name`.

    `description` is the file's leading comment, `depends_on` the qualified names of what it reads, sorted.
    """

    schema: str
    name: str
    path: Path
    sql: str
    description: str
    depends_on: tuple[str, ...]

    @property
    def qualified_name(self) -> str:
        """`schema.name`, the way it is written in SQL."""
        return f"{self.schema}.{self.name}"


def read_models(folder: Path) -> list[SqlModel]:
    """All models under `folder`, each after those it reads; ties by name."""
    paths = (path for schema in SCHEMAS for path in sorted((folder / schema).glob("*.sql")))
    models = {model.qualified_name: model for model in map(read_model, paths)}
    if not models:
        raise ModelError(f"{folder} has no SQL models: expected {folder}/marts/*.sql")
    graph = {name: [d for d in model.depends_on if d in models] for name, model in models.items()}
    try:
        return [models[name] for name in TopologicalSorter(graph).static_order()]
    except CycleError as error:
        circle = " -> ".join(error.args[1])
        raise ModelError(f"the SQL models read one another in a circle: {circle}") from error


def read_model(path: Path) -> SqlModel:
    """One model; its schema is the name of the folder it stands in."""
    sql, description, tree = read_select(path)
    return SqlModel(path.parent.name, path.stem, path, sql, description, tables_read(path, tree))


def read_select(path: Path) -> tuple[str, str, exp.Query]:
    """The SELECT of a file without its semicolon, the leading comment, and the parsed statement."""
    text = path.read_text(encoding="utf-8")
    description = _leading_comment(text.splitlines())
    if not description:
        raise ModelError(f"{path} has no leading comment: say its grain and why it exists in -- lines")
    try:
        statements = [tree for tree in sqlglot.parse(text, dialect=DIALECT) if tree is not None]
    except SqlglotError as error:
        raise ModelError(f"{path} cannot be parsed: {error}") from error
    if len(statements) != 1 or not isinstance(statements[0], exp.Query):
        raise ModelError(f"{path} must hold one SELECT and nothing else")
    return text.strip().removesuffix(";"), description, statements[0]


def _leading_comment(lines: Iterable[str]) -> str:
    comment: list[str] = []
    for line in lines:
        if not line.startswith("--"):
            break
        comment.append(line.removeprefix("--").strip())
    return " ".join(comment).strip()


def tables_read(path: Path, tree: exp.Query) -> tuple[str, ...]:
    """Qualified names of the tables and views that a statement reads, sorted."""
    named_within = {cte.alias for cte in tree.find_all(exp.CTE)}
    found = set()
    for table in tree.find_all(exp.Table):
        if table.db:
            found.add(f"{table.db}.{table.name}")
        # A table function comes back as a table without a name.
        elif table.name and table.name not in named_within:
            raise ModelError(f"{path} reads {table.name!r} without a schema: write schema.{table.name}")
    return tuple(sorted(found))
