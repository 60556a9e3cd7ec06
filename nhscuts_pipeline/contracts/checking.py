"""Checking a frame against its contract before a row is written, with every reason for every refused row.

Belongs here: running the checks and putting what failed into words. Does not belong here: what is checked.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import pandas as pd
import pandera.pandas as pa

from nhscuts_pipeline.contracts.base import Rule, Table
from nhscuts_pipeline.contracts.rules import unique

FAILURE_COLUMNS = ("table", "row", "column", "rule", "value", "reason")
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Failure:
    """One broken rule of one row.

    `row` is the frame's index, a line number for a CSV file; None where the whole table is wrong. `value` is
    what the column holds, or the row's key where the rule is about several columns.
    """

    table: str
    row: Hashable | None
    column: str | None
    rule: str
    value: str | None
    reason: str

    def __str__(self) -> str:
        where = "" if self.row is None else f" row {self.row}"
        key = f" ({self.value})" if self.column is None and self.value else ""
        return f"{self.table}{where}{key}: {self.reason}"


class ContractError(ValueError):
    """A frame breaks its contract. `failures` has one row a broken rule and row, with `FAILURE_COLUMNS`."""

    def __init__(self, failures: Sequence[Failure], where: str | None = None) -> None:
        shown = "; ".join(str(failure) for failure in failures[:_SHOWN])
        more = f"; and {len(failures) - _SHOWN} more" if len(failures) > _SHOWN else ""
        place = f" in {where}" if where else ""
        super().__init__(
            f"{len(failures)} broken contract rule{'' if len(failures) == 1 else 's'}{place}: {shown}{more}"
        )
        self.failures = failures_frame(failures)


def failures_frame(failures: Iterable[Failure]) -> pd.DataFrame:
    """Failures as a frame, for asset checks and reports."""
    rows = [[getattr(failure, column) for column in FAILURE_COLUMNS] for failure in failures]
    return pd.DataFrame(rows, columns=list(FAILURE_COLUMNS), dtype=object)


def check(table: type[Table], frame: pd.DataFrame) -> list[Failure]:
    """Everything that is wrong with `frame`; empty where it keeps the contract. No check stops another."""
    if not frame.index.is_unique:
        frame = frame.reset_index(drop=True)
    try:
        _schema(table).validate(frame, lazy=True)
    except pa.errors.SchemaErrors as error:
        found = _from_pandera(table, error.failure_cases)
    else:
        found = []
    if all(failure.row is not None for failure in found):
        found += _broken_rules(table, frame)
    return sorted(found, key=lambda failure: str(failure.row).zfill(9))


def require(table: type[Table], frame: pd.DataFrame) -> None:
    """Raise `ContractError` with every failure unless `frame` keeps the contract."""
    if failures := check(table, frame):
        raise ContractError(failures)


@cache
def _schema(table: type[Table]) -> pa.DataFrameSchema:
    return table.to_schema()


def _rules(table: type[Table]) -> tuple[Rule, ...]:
    about = table.about()
    return (*((unique(*about.key),) if about.key else ()), *about.rules)


def _broken_rules(table: type[Table], frame: pd.DataFrame) -> list[Failure]:
    """Row rules run outside pandera: it would repeat each broken row once for every column of the frame."""
    found = []
    for rule in _rules(table):
        broken = frame[~rule.holds(frame).astype(bool)]
        keys = broken[list(table.about().key)].astype(str).to_dict("records")
        for row, key in zip(broken.index, keys, strict=True):
            shown = ", ".join(f"{name}={value}" for name, value in key.items()) or None
            found.append(Failure(table.qualified_name(), row, None, rule.name, shown, rule.words))
    return found


def _from_pandera(table: type[Table], cases: pd.DataFrame) -> list[Failure]:
    found = []
    for case in cases.to_dict("records"):
        rule, row = str(case["check"]), case["index"]
        whole_table = row is None or pd.isna(row)
        # For a fault of the whole table pandera names the column in the case, not in its own field.
        column = (
            case["failure_case"]
            if whole_table and case["column"] in (None, table.__name__)
            else case["column"]
        )
        value = None if case["failure_case"] is None else str(case["failure_case"])
        reason = f"{column} {_words(rule, value)}"
        found.append(
            Failure(table.qualified_name(), None if whole_table else row, str(column), rule, value, reason)
        )
    return found


def _words(rule: str, value: str | None) -> str:
    """Pandera's name of a check as the end of a sentence that begins with the column."""
    name, _, argument = rule.partition("(")
    argument = argument.removesuffix(")")
    match name:
        case "not_nullable":
            return "is empty"
        case "isin":
            return f"is {value!r}, which is not one of {argument.strip('[]')}"
        case "form":
            return f"is {value!r}, which is not of the form {argument}"
        case "column_in_dataframe":
            return "is missing"
        case "column_in_schema":
            return "is not a column of this table"
        case "column_ordered":
            return "is not in its place"
        case "dtype":
            return f"has the type {value}, not {argument}"
        case _:
            return f"is {value}, which breaks {rule}"
