"""Reading `sources/reference/*.csv` into frames that keep their contracts.

Belongs here: CSV to typed frame, one file at a time. Every cell is read as text and converted by the
contract's type, since a CSV reader that guesses makes a number of "0001" and a missing value of "NA". Does
not belong here: what must hold between tables (`reference_checks`).
"""

import csv
import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from nhscuts_pipeline.contracts import reference
from nhscuts_pipeline.contracts.base import Table
from nhscuts_pipeline.contracts.checking import ContractError, Failure
from nhscuts_pipeline.contracts.converting import convert_and_check
from nhscuts_pipeline.warehouse.ids import stable_id
from nhscuts_pipeline.warehouse.reference_checks import check_reference

CsvRow = dict[str, str]


@dataclass(frozen=True, slots=True)
class ReferenceFile:
    """A CSV file, its table, and the id that is made for rows whose key is several columns."""

    name: str
    table: type[Table]
    id_column: str | None = None
    make_id: Callable[[CsvRow], str] | None = None


def _alias_id(row: CsvRow) -> str:
    target = row["organisation_id"] or row["region_id"]
    return stable_id(target, row["alias"], row["valid_from"], row["valid_to"])


def _person_row_id(row: CsvRow) -> str:
    name = re.sub(r"[^a-z0-9]+", "-", row["person"].lower()).strip("-")
    key = ("claimant_id", "organisation_id", "role", "valid_from", "source_url")
    return stable_id(name, *(row[column] for column in key))


def _fact_id(row: CsvRow) -> str:
    key = ("unit", "basis", "period", "as_of", "source_url")
    return stable_id(f"{row['ods_code']}-{row['fact']}", *(row[column] for column in key))


def _series_row_id(row: CsvRow) -> str:
    key = ("redundancy_kind", "staff_group", "subject", "period_start", "period_end")
    return stable_id(row["series_id"], *(row[column] for column in key))


FILES = (
    ReferenceFile("organisations.csv", reference.Organisations),
    ReferenceFile("regions.csv", reference.Regions),
    ReferenceFile("aliases.csv", reference.OrganisationAliases, "alias_id", _alias_id),
    ReferenceFile("claimants.csv", reference.Claimants),
    ReferenceFile("people.csv", reference.People, "person_row_id", _person_row_id),
    ReferenceFile("icb_running_costs.csv", reference.IcbRunningCosts, "fact_id", _fact_id),
    ReferenceFile("official_series.csv", reference.OfficialSeries, "series_row_id", _series_row_id),
)


def read_reference(folder: Path) -> dict[type[Table], pd.DataFrame]:
    """All reference tables, checked one by one and against one another.

    Raises `ContractError` with every failure of every file; its rows are line numbers.
    """
    frames: dict[type[Table], pd.DataFrame] = {}
    failures: list[Failure] = []
    for file in FILES:
        frames[file.table], found = _read(folder / file.name, file)
        failures += found
    failures += [] if failures else check_reference(frames)
    if failures:
        raise ContractError(failures, where=f"{folder} (a row is a line of the table's CSV file)")
    return {table: frame.reset_index(drop=True) for table, frame in frames.items()}


def _read(path: Path, file: ReferenceFile) -> tuple[pd.DataFrame, list[Failure]]:
    rows, lines, failures = _csv_rows(path, file)
    if file.id_column is not None and file.make_id is not None:
        made = [{file.id_column: file.make_id(row), **row} for row in rows]
    else:
        made = rows
    frame, broken = convert_and_check(file.table, made, lines)
    return frame, failures + broken


def _csv_rows(path: Path, file: ReferenceFile) -> tuple[list[CsvRow], list[int], list[Failure]]:
    """Rows with the right number of cells, their line numbers, and what is wrong with the text itself."""
    name = file.table.qualified_name()

    def fault(row: int | None, rule: str, reason: str, column: str | None = None) -> Failure:
        return Failure(name, row, column, rule, None, reason)

    columns = [column.name for column in file.table.columns() if column.name != file.id_column]
    try:
        text = path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return [], [], [fault(None, "file", f"{path.name} is missing: put it back from version control")]
    except UnicodeDecodeError as error:
        return (
            [],
            [],
            [fault(None, "utf-8", f"{path.name} is not UTF-8 at byte {error.start}: save it as UTF-8")],
        )
    failures = []
    if "\r" in text or text.startswith("\ufeff"):
        failures.append(
            fault(None, "plain text", f"{path.name} has CR line ends or a byte order mark: use LF")
        )
    reader = csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""))
    if (header := next(reader, [])) != columns:
        reason = f"{path.name} has the columns {','.join(header)} and not {','.join(columns)}"
        return [], [], [*failures, fault(None, "header", reason)]
    rows, lines = [], []
    for cells in reader:
        line = reader.line_num
        if len(cells) != len(columns):
            failures.append(fault(line, "ragged", f"the row has {len(cells)} cells and not {len(columns)}"))
            continue
        row = dict(zip(columns, cells, strict=True))
        for column, cell in row.items():
            if cell != cell.strip():
                failures.append(
                    fault(line, "whitespace", f"{column} is {cell!r}, with spaces round it", column)
                )
        rows.append(row)
        lines.append(line)
    return rows, lines, failures
