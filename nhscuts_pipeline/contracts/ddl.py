"""A contract as DuckDB SQL: types, NOT NULL, CHECK, keys and comments.

Belongs here: text that DuckDB will run. It imports no duckdb: `warehouse/` runs it.
"""

from collections.abc import Iterator

import pandera.pandas as pa

from nhscuts_pipeline.contracts.base import Column, Table

_COMPARISONS = {
    "greater_than": (">", "min_value"),
    "greater_than_or_equal_to": (">=", "min_value"),
    "less_than": ("<", "max_value"),
    "less_than_or_equal_to": ("<=", "max_value"),
}


def literal(value: object) -> str:
    """A Python text or number as an SQL literal."""
    if isinstance(value, str):
        return "'" + value.replace("'", "''") + "'"
    return repr(value)


def create_table(table: type[Table], *, foreign_keys: bool = False) -> str:
    """`CREATE TABLE` with all constraints.

    Foreign keys only where asked: DuckDB refuses to drop a table that another points at, so the build file,
    whose tables are replaced one at a time, has none. Nor can DuckDB declare one into another schema: those
    hold because publishing checks every foreign key of every contract.
    """
    about = table.about()
    lines = [_column(column) for column in table.columns()]
    if about.key:
        lines.append(f"PRIMARY KEY ({', '.join(about.key)})")
    lines += [f"CHECK ({rule.sql})" for rule in about.rules if rule.sql]
    if foreign_keys:
        lines += [
            f"FOREIGN KEY ({key.column}) REFERENCES {key.table} ({key.to})"
            for key in about.foreign_keys
            if key.table.startswith(f"{about.schema}.")
            and key.table != about.qualified_name  # a row is checked before a later one it points at
        ]
    return f"CREATE TABLE {about.qualified_name} (\n  " + ",\n  ".join(lines) + "\n)"


def comments(table: type[Table]) -> Iterator[str]:
    """`COMMENT ON` statements for the table or view and each of its columns."""
    about = table.about()
    kind = "VIEW" if about.view else "TABLE"
    yield f"COMMENT ON {kind} {about.qualified_name} IS {literal(about.comment)}"
    for column in table.columns():
        yield f"COMMENT ON COLUMN {about.qualified_name}.{column.name} IS {literal(column.description)}"


def _column(column: Column) -> str:
    parts = [column.name, column.type.sql]
    if not column.nullable:
        parts.append("NOT NULL")
    parts += [f"CHECK ({_check(column.name, check)})" for check in column.checks]
    return " ".join(parts)


def _check(name: str, check: pa.Check) -> str:
    statistics = check.statistics or {}
    if check.name == "isin":
        return f"{name} IN ({', '.join(literal(value) for value in statistics['allowed_values'])})"
    if check.name == "form":
        return f"regexp_full_match({name}, {literal(statistics['pattern'])})"
    if check.name in _COMPARISONS:
        sign, statistic = _COMPARISONS[check.name]
        return f"{name} {sign} {literal(statistics[statistic])}"
    raise ValueError(f"there is no SQL for the check {check.name!r} of column {name!r}: add it to {__name__}")
