"""Rows of loose values (CSV text, extracted fields) turned into a frame with a contract's types.

Belongs here: one explicit conversion for each column type, and a failure for each cell that cannot be
converted. Does not belong here: rules (`checking` runs them on what comes out).
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

import pandas as pd
import pyarrow  # type: ignore[import-untyped]  # it ships no stubs

from nhscuts_pipeline.contracts.base import Table, to_pandas
from nhscuts_pipeline.contracts.checking import ContractError, Failure, check

LIST_SEPARATOR = "|"
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_WANTED = {
    "VARCHAR": "text",
    "DOUBLE": "a plain number such as -12.5, without separators",
    "BIGINT": "a whole number",
    "BOOLEAN": "true or false",
    "DATE": "a date that exists, written YYYY-MM-DD",
    "TIMESTAMP": "a date with a time",
    "VARCHAR[]": "a list of texts, none empty or with spaces round it",
}

Row = Mapping[str, object]


def convert(
    table: type[Table], rows: Sequence[Row], labels: Sequence[int] | None = None
) -> tuple[pd.DataFrame, list[Failure]]:
    """`rows` as a frame of the contract's dtypes, and what could not be converted (null in the frame).

    `labels` become the frame's index and name the rows in failures; without them rows count from 0. A column
    that no row has is null; a row with a key that is no column is a programming error.
    """
    columns = table.columns()
    known = {column.name for column in columns}
    index = list(labels) if labels is not None else list(range(len(rows)))
    failures: list[Failure] = []
    cells: dict[str, list[object]] = {name: [] for name in known}
    for label, row in zip(index, rows, strict=True):
        if unknown := set(row) - known:
            raise KeyError(f"{table.qualified_name()} has no column {', '.join(sorted(unknown))}")
        for column in columns:
            raw = row.get(column.name)
            try:
                cells[column.name].append(_converted(column.type.sql, raw))
            except (ValueError, TypeError):
                cells[column.name].append(None)
                reason = f"{column.name} is {raw!r}, which is not {_WANTED[column.type.sql]}"
                failures.append(Failure(table.qualified_name(), label, column.name, "type", str(raw), reason))
    frame = to_pandas(pyarrow.table(cells, schema=table.arrow_schema()))
    frame.index = pd.Index(index)
    return frame, failures


def convert_and_check(
    table: type[Table], rows: Sequence[Row], labels: Sequence[int] | None = None
) -> tuple[pd.DataFrame, list[Failure]]:
    """`convert`, and everything else that is wrong with `rows`. Each cell is told of once."""
    frame, failures = convert(table, rows, labels)
    # A cell that could not be converted is null by now: its own failure says more than "is empty" would.
    told = {(failure.row, failure.column) for failure in failures}
    return frame, failures + [f for f in check(table, frame) if (f.row, f.column) not in told]


def checked(table: type[Table], rows: Sequence[Row]) -> pd.DataFrame:
    """`rows` as a frame that keeps the contract; `ContractError` with every failure where one does not."""
    frame, failures = convert_and_check(table, rows)
    if failures:
        raise ContractError(failures)
    return frame


def rows_of(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """A frame as rows of plain values with None for null: the way back from `convert`."""
    plain = frame.astype(object)
    return [
        {str(column): value for column, value in row.items()}
        for row in plain.where(frame.notna(), None).to_dict("records")
    ]


def _converted(sql: str, raw: object) -> object:
    if raw is None or raw == "" or (isinstance(raw, float) and raw != raw):
        return [] if sql == "VARCHAR[]" else None
    return _CONVERSIONS[sql](raw)


def _text(raw: Any) -> str:
    if not isinstance(raw, str):
        raise TypeError(raw)
    return str(raw)


def _number(raw: Any) -> float:
    if isinstance(raw, str) and not _NUMBER.fullmatch(raw):
        raise ValueError(raw)
    return float(raw)


def _whole(raw: Any) -> int:
    if float(_number(raw)) != int(raw):
        raise ValueError(raw)
    return int(raw)


def _flag(raw: Any) -> bool:
    if not isinstance(raw, bool):
        raise TypeError(raw)
    return raw


def _date(raw: Any) -> date:
    if isinstance(raw, str) and _DATE.fullmatch(raw):
        return date.fromisoformat(raw)
    if isinstance(raw, date) and not isinstance(raw, datetime):
        return raw
    raise ValueError(raw)


def _moment(raw: Any) -> datetime:
    if not isinstance(raw, datetime):
        raise TypeError(raw)
    return raw


def _texts(raw: Any) -> list[str]:
    parts = [_text(part) for part in (raw.split(LIST_SEPARATOR) if isinstance(raw, str) else raw)]
    if any(part != part.strip() or not part for part in parts):
        raise ValueError(raw)
    return parts


_CONVERSIONS = {
    "VARCHAR": _text,
    "DOUBLE": _number,
    "BIGINT": _whole,
    "BOOLEAN": _flag,
    "DATE": _date,
    "TIMESTAMP": _moment,
    "VARCHAR[]": _texts,
}
