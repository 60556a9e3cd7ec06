"""The data dictionary, `DICTIONARY.md`: every table and column, from the contracts and the SQL.

Belongs here: how they are put into a page. What they mean is said in `contracts`, where a column comes from
is read by `lineage`.
"""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from nhscuts_pipeline.contracts import registry
from nhscuts_pipeline.contracts.base import Column, Table
from nhscuts_pipeline.warehouse.lineage import column_lineage, in_words
from nhscuts_pipeline.warehouse.models import SqlModel

NAME = "DICTIONARY.md"
_SCHEMAS = {
    "marts": "The answers. Each says which question it answers and how not to misread it.",
    "core": "What was read: documents, figures, claims, observations, and the baselines of the marts.",
    "reference": "Registers, running costs and official series, a source on every row.",
    "staging": "Joins and distinctions that several marts need; views, built by `dbt_like_sql/staging/`.",
    "quarantine": "What was refused, with every reason.",
    "meta": "What is known of each published build.",
}
_UNITS = {"_gbp": "GBP", "_pct": "percent"}
_HEAD = """# Dictionary

Every table of the warehouse and every column, written by `nhscuts dictionary` from the contracts in
`nhscuts_pipeline/contracts/` and the SQL in `dbt_like_sql/`: change those, not this page.

A number `x` that can be a bound has two columns beside it. `x_qualifier` says how exact it is: `exact`,
`about`, `over` (at least so much), `under` (at most so much) or `range`; of a range `x` is the lower and
`x_to` the upper end. A number that is computed from others carries their bounds: so many pounds over more
than 500 posts is under so much a post. Where the bounds point in opposite directions there is no number.

"Made of" names the columns that a value is computed from, not those that only choose the rows. Follow a
column of `staging` to its own entry.
"""


def dictionary(models: Iterable[SqlModel]) -> str:
    """The page, in Markdown."""
    origins = {model.qualified_name: column_lineage(model) for model in models}
    return "\n".join([_HEAD, *_contents(), *_entries(origins)])


def write_dictionary(folder: Path, models: Iterable[SqlModel]) -> Path:
    """Write the page into `folder`, whole or not at all; its path."""
    path = folder / NAME
    text = dictionary(models)
    fresh = path.with_name(f".{NAME}.writing")
    try:
        fresh.write_text(text, encoding="utf-8")
        os.replace(fresh, path)  # noqa: PTH105 - the name says what happens to readers
    finally:
        fresh.unlink(missing_ok=True)
    return path


def _contents() -> Iterator[str]:
    for schema, about in _SCHEMAS.items():
        yield f"**{schema}.** {about}\n"
        for table in _tables(schema):
            name = table.qualified_name()
            shown = table.about().question or table.about().description.split("\n\n")[0].replace("\n", " ")
            yield f"- [`{name}`](#{name.replace('.', '')}): {shown}"
        yield ""


def _entries(origins: Mapping[str, Mapping[str, Sequence[str]]]) -> Iterator[str]:
    for schema in _SCHEMAS:
        for table in _tables(schema):
            yield from _entry(table, origins.get(table.qualified_name()))


def _tables(schema: str) -> list[type[Table]]:
    return sorted(
        (table for table in registry.ALL if table.about().schema == schema),
        key=lambda table: table.about().name,
    )


def _entry(table: type[Table], origins: Mapping[str, Sequence[str]] | None) -> Iterator[str]:
    about = table.about()
    yield f"## {about.qualified_name}\n"
    if about.question:
        yield f"**Answers:** {about.question}\n"
    yield f"**Grain:** {about.description}\n"
    if key := _key(table):
        yield f"**Key:** {', '.join(f'`{name}`' for name in key)}\n"
    for foreign in about.foreign_keys:
        yield f"- `{foreign.column}` is a `{foreign.to}` of `{foreign.table}`"
    if about.foreign_keys:
        yield ""
    if about.beware:
        yield f"**How not to misread it:** {about.beware}\n"
    yield "| column | type | unit | what it is |" + (" made of |" if origins else "")
    yield "| --- | --- | --- | --- |" + (" --- |" if origins else "")
    for column in table.columns():
        yield _line(column, origins)
    yield ""


def _key(table: type[Table]) -> Sequence[str]:
    """The key; of a table whose key may be null, the columns that no two rows share."""
    about = table.about()
    uniques = (rule.name for rule in about.rules if rule.name.startswith("unique("))
    return about.key or next((name[len("unique(") : -1].split(", ") for name in uniques), ())


def _line(column: Column, origins: Mapping[str, Sequence[str]] | None) -> str:
    unit = column.unit or next((unit for end, unit in _UNITS.items() if column.name.endswith(end)), "")
    nullable = "" if column.nullable else ", never null"
    cells = [f"`{column.name}`", column.type.sql + nullable, unit, column.description]
    if origins:
        made_of = origins[column.name]
        cells.append(in_words(made_of) if made_of else "no column: a fixed word or a count of rows")
    # A vertical bar would end the cell.
    return f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"
