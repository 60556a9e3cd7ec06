"""What the Dagster UI shows about a table: its schema, its rows, the version of its code.

Belongs here: contracts, frames and files turned into Dagster's metadata. Does not belong here: any asset.
"""

import base64
import hashlib
import inspect
import warnings
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import dagster as dg
import pandas as pd
import pandera.pandas as pa

from nhscuts_pipeline.contracts.base import Column, Table
from nhscuts_pipeline.contracts.ddl import comments, create_table

OWNERS = ("team:nhscuts",)
PACKAGE = Path(__file__).parents[1]
_WIDEST_CELL = 100
# A model's weights are as much part of a step as its code.
_CODE = (".py", ".json")
_LANGUAGES = {".py": "code", ".sql": "SQL"}


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
    code: Path,
    description: str | None = None,
    origins: Mapping[str, Sequence[str]] | None = None,
    metadata: Mapping[str, object] | None = None,
) -> dg.AssetSpec:
    """The asset of one table, described by its contract.

    `code` is the file that makes its rows; `origins` says what each column is made of, mostly as
    `schema.table.column`.
    """
    about = table.about()
    return dg.AssetSpec(
        key_of(table),
        deps=list(deps),
        description=description or table.about().description,
        group_name=group,
        kinds=kinds,
        owners=list(OWNERS),
        tags={"schema": about.schema, "stored_as": "view" if about.view else "table"},
        code_version=code_version,
        metadata={
            **code_references((code, 1, _LANGUAGES[code.suffix]), (*_declared(table), "contract")),
            "dagster/column_schema": column_schema(table, origins or {}),
            "dagster/table_name": f"nhscuts.{table.qualified_name()}",
            **(metadata or {}),
        },
    )


def _declared(table: type[Table]) -> tuple[Path, int]:
    """File and line of a contract."""
    return Path(inspect.getfile(table)), inspect.getsourcelines(table)[1]


def code_references(*places: tuple[Path, int, str]) -> dict[str, object]:
    """Links to files of the checkout, each a path, a line and what is found there."""
    with warnings.catch_warnings():
        # The classes are new in Dagster and say so every time; without them a page has no link, and no more.
        warnings.simplefilter("ignore", dg.BetaWarning)
        references = dg.CodeReferencesMetadataValue(
            code_references=[
                dg.LocalFileCodeReference(file_path=str(path), line_number=line, label=label)
                for path, line, label in places
            ]
        )
    return {"dagster/code_references": references}


def contract_text(table: type[Table]) -> str:
    """Everything a contract says, for the version of what depends on it: two contracts of one file differ."""
    rules = [f"{rule.name}: {rule.words}" for rule in table.about().rules]
    return "\n".join([create_table(table, foreign_keys=True), *comments(table), *rules])


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
        case "form":
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
    text = " ".join(_text(value).split())
    if len(text) > _WIDEST_CELL:
        text = text[: _WIDEST_CELL - 1] + "…"
    return text.replace("\\", "\\\\").replace("|", "\\|")


def image_value(png: bytes) -> dg.MarkdownMetadataValue:
    """A picture, inside of the metadata itself: nothing else has to be kept for a page to show it."""
    return dg.MetadataValue.md(f"![chart](data:image/png;base64,{base64.b64encode(png).decode()})")


def _text(value: object) -> str:
    if value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and value != value):
        return ""
    return str(value)


def table_value(frame: pd.DataFrame) -> dg.TableMetadataValue:
    """A frame as a table of Dagster's, every cell as text."""
    return dg.MetadataValue.table(
        [
            dg.TableRecord({str(name): _text(value) for name, value in row.items()})
            for row in frame.to_dict("records")
        ],
        dg.TableSchema([dg.TableColumn(str(name)) for name in frame.columns]),
    )


def code_version(*sources: Path | str) -> str:
    """Digest of what defines a step: files, folders of code and its data, and texts.

    Equal sources, equal version.
    Python's own `hash` would differ from one process to the next.
    """
    digest = hashlib.sha256()
    for source in sources:
        if isinstance(source, str):
            digest.update(source.encode())
            continue
        files = (path for path in source.rglob("*") if path.suffix in _CODE)
        for path in sorted(files) if source.is_dir() else [source]:
            digest.update(path.name.encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
