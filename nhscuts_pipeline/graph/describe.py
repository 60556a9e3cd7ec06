"""What the Dagster UI shows about a table: its schema, its rows, the version of its code.

Belongs here: contracts, frames and files turned into Dagster's metadata. Does not belong here: any asset.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import dagster as dg
import pandas as pd
import pandera.pandas as pa

from nhscuts_pipeline.contracts.base import Column, Table

OWNERS = ("team:nhscuts",)
PACKAGE = Path(__file__).parents[1]
_WIDEST_CELL = 100


def key_of(table: type[Table]) -> dg.AssetKey:
    """The asset of a table: schema and name."""
    return dg.AssetKey([table.about().schema, table.about().name])


def key_of_name(qualified_name: str) -> dg.AssetKey:
    """The asset of `schema.name`."""
    return dg.AssetKey(qualified_name.split("."))


def table_spec(
    table: type[Table],
    *,
    group: str,
    kinds: set[str],
    deps: Iterable[dg.AssetKey],
    code_version: str,
    description: str | None = None,
    origins: Mapping[str, Sequence[str]] | None = None,
    metadata: Mapping[str, object] | None = None,
) -> dg.AssetSpec:
    """The asset of one table, described by its contract.

    `origins` has the columns (`schema.table.column`) that each column is made of, where they are known.
    """
    return dg.AssetSpec(
        key_of(table),
        deps=list(deps),
        description=description or table.about().description,
        group_name=group,
        kinds=kinds,
        owners=list(OWNERS),
        code_version=code_version,
        metadata={
            "dagster/column_schema": column_schema(table, origins or {}),
            "dagster/table_name": f"nhscuts.{table.qualified_name()}",
            **(metadata or {}),
        },
    )


def column_schema(table: type[Table], origins: Mapping[str, Sequence[str]]) -> dg.TableSchema:
    """The contract's columns, with DuckDB's types, units, rules in words, and what each is made of."""
    about = table.about()
    constraints = [f"primary key ({', '.join(about.key)})"] if about.key else []
    constraints += [f"{key.column} is a {key.to} of {key.table}" for key in about.foreign_keys]
    constraints += [f"refused: {rule.words}" for rule in about.rules]
    return dg.TableSchema(
        columns=[
            dg.TableColumn(
                column.name,
                column.type.sql,
                description=_explained(column, origins.get(column.name, ())),
                constraints=dg.TableColumnConstraints(
                    nullable=column.nullable,
                    unique=about.key == (column.name,),
                    other=[_in_words(check) for check in column.checks],
                ),
            )
            for column in table.columns()
        ],
        constraints=dg.TableConstraints(other=constraints),
    )


def _explained(column: Column, origins: Sequence[str]) -> str:
    # Dagster's own page for column lineage is not part of its open-source UI.
    unit = f" Unit: {column.unit}." if column.unit else ""
    made_of = f" Made of {', '.join(origins)}." if origins else ""
    return column.description + unit + made_of


def _in_words(check: pa.Check) -> str:
    """A check of one column, short enough for a label."""
    statistics = check.statistics or {}
    match check.name:
        case "isin":
            return f"one of {', '.join(map(str, statistics['allowed_values']))}"
        case "str_matches":
            return f"of the form {statistics['pattern']}"
        case "greater_than":
            return f"above {statistics['min_value']:g}"
        case "greater_than_or_equal_to":
            return f"at least {statistics['min_value']:g}"
        case _:
            return str(check.error or check.name)


def rows_metadata(rows: int, preview: pd.DataFrame) -> dict[str, dg.MetadataValue]:
    """Row count and first rows of a table that was just written."""
    return {
        "dagster/row_count": dg.MetadataValue.int(rows),
        "preview": dg.MetadataValue.md(markdown(preview)),
    }


def markdown(frame: pd.DataFrame) -> str:
    """A frame as a Markdown table; long cells are cut, and no cell can break the table."""
    if frame.empty:
        return "no rows"
    lines = [list(frame.columns), ["---"] * len(frame.columns), *frame.itertuples(index=False)]
    return "\n".join(f"| {' | '.join(_cell(value) for value in line)} |" for line in lines)


def _cell(value: object) -> str:
    if value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and value != value):
        return ""
    text = " ".join(str(value).split())
    if len(text) > _WIDEST_CELL:
        text = text[: _WIDEST_CELL - 1] + "…"
    return text.replace("\\", "\\\\").replace("|", "\\|")


def code_version(*sources: Path | str) -> str:
    """Digest of what defines a step: files, folders of Python files, and texts. Equal sources, equal version.

    Python's own `hash` would differ from one process to the next.
    """
    digest = hashlib.sha256()
    for source in sources:
        if isinstance(source, str):
            digest.update(source.encode())
            continue
        for path in sorted(source.rglob("*.py")) if source.is_dir() else [source]:
            digest.update(path.name.encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
