"""Rows on standard output, as a table for people or as CSV or JSON lines for programs.

Belongs here: the three forms. Does not belong here: what the rows are.
"""

import csv
import json
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum

_WIDEST_CELL = 60


class Format(StrEnum):
    """How rows are printed."""

    TABLE = "table"
    CSV = "csv"
    JSONL = "jsonl"


def write_rows(columns: Sequence[str], rows: Iterable[Sequence[object]], form: Format) -> None:
    """Print the rows. CSV and JSON lines hold every value in full; a table cuts long ones off."""
    if form is Format.JSONL:
        for row in rows:
            line = json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False, default=_as_json)
            sys.stdout.write(line + "\n")
    elif form is Format.CSV:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(columns)
        for row in rows:
            writer.writerow([_as_text(value) for value in row])
    else:
        _write_table(columns, rows)


def _write_table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    rows = list(rows)
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for index, column in enumerate(columns):
        numeric = any(_is_number(row[index]) for row in rows)
        table.add_column(column, justify="right" if numeric else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text(_as_cell(value)) for value in row))
    # Without a terminal there is no width to fit: wrapped columns would break what reads them line by line.
    console = Console(width=None if sys.stdout.isatty() else 10_000)
    console.print(table)
    console.print(f"{len(rows):,} row{'' if len(rows) == 1 else 's'}")


def _as_cell(value: object) -> str:
    if value is None:
        return "-"
    if _is_number(value):
        return f"{value:,}".removesuffix(".0")
    text = " ".join(_as_text(value).split())
    return text if len(text) <= _WIDEST_CELL else text[: _WIDEST_CELL - 1] + "…"


def _is_number(value: object) -> bool:
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)


def _as_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, dict | list | tuple):
        return json.dumps(value, ensure_ascii=False, default=_as_json)
    return str(value)


def _as_json(value: object) -> object:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if isinstance(value, date) else str(value)
