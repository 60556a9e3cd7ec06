"""Where each column of a model comes from, read out of its SQL.

Belongs here: column lineage. Dependencies between whole tables are in `models`.
"""

from sqlglot import exp
from sqlglot.lineage import lineage

from nhscuts_pipeline.contracts import registry
from nhscuts_pipeline.warehouse.models import DIALECT, SqlModel


def column_lineage(model: SqlModel) -> dict[str, tuple[str, ...]]:
    """For each column of the model the columns it is made of, as `schema.table.column`, sorted.

    Only columns that a value is computed from: those of a WHERE or JOIN condition are not named. A column
    that is a constant comes from nothing.
    """
    schema = _schema(model)
    columns = [column.name for column in registry.contract(model.qualified_name).columns()]
    return {name: _origins(name, model.sql, schema) for name in columns}


def _schema(model: SqlModel) -> dict[str, dict[str, dict[str, str]]]:
    tables: dict[str, dict[str, dict[str, str]]] = {}
    for qualified_name in model.depends_on:
        about = registry.contract(qualified_name)
        types = {column.name: column.type.sql for column in about.columns()}
        tables.setdefault(about.about().schema, {})[about.about().name] = types
    return tables


def _origins(column: str, sql: str, schema: dict[str, dict[str, dict[str, str]]]) -> tuple[str, ...]:
    root = lineage(column, sql, schema=schema, dialect=DIALECT)
    found = set()
    for node in root.walk():
        if isinstance(node.expression, exp.Table) and node.expression.db:
            name = node.name.rpartition(".")[2].strip('"')  # a keyword comes quoted
            found.add(f"{node.expression.db}.{node.expression.name}.{name}")
    return tuple(sorted(found))
