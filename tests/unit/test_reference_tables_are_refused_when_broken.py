"""The committed reference tables pass; with any one cell broken, the row and the rule are named."""

import csv
import io
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from nhscuts_pipeline.contracts import reference
from nhscuts_pipeline.contracts.base import Table
from nhscuts_pipeline.contracts.checking import ContractError
from nhscuts_pipeline.warehouse.reference_checks import fold
from nhscuts_pipeline.warehouse.reference_tables import read_reference

SOURCES = Path(__file__).parents[2] / "sources" / "reference"


@pytest.fixture(scope="module")
def tables() -> dict[type[Table], pd.DataFrame]:
    return read_reference(SOURCES)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SOURCES, tmp_path / "reference"))


def edit(path: Path, line: int, change: Callable[[dict[str, str]], None]) -> None:
    """Change the row that stands on `line` of the file (the header is line 1)."""
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))
    change(rows[line - 2])
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, fieldnames=list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    path.write_text(out.getvalue(), encoding="utf-8")


def cells(**values: str) -> Callable[[dict[str, str]], None]:
    return lambda row: row.update(values)


BROKEN = [
    (
        "organisations.csv",
        5,
        cells(organisation_id="nhs-england"),
        "another row has the same organisation_id",
    ),
    ("organisations.csv", 5, cells(organisation_id="Black Country"), "organisation_id is 'Black Country'"),
    ("organisations.csv", 5, cells(kind="board"), "kind is 'board', which is not one of"),
    ("organisations.csv", 5, cells(opened="2022-07"), "opened is '2022-07', which is not a date"),
    ("organisations.csv", 5, cells(closed="2021-01-01"), "closed is before opened"),
    ("organisations.csv", 5, cells(ods_code="QHL"), "another row has the same ods_code"),
    ("organisations.csv", 5, cells(region="Mercia"), "reference.regions has no Mercia"),
    ("organisations.csv", 5, cells(parent_id="nobody"), "parent_id is 'nobody', which is not in"),
    (
        "organisations.csv",
        3,
        cells(successor_ids="black-country-icb"),
        "successor_id is filled and not the only",
    ),
    ("organisations.csv", 5, cells(successor_ids="a-body|b-body"), "successor_ids has 'a-body'"),
    ("organisations.csv", 5, cells(source_url="an atlas"), "source_url is 'an atlas'"),
    ("organisations.csv", 5, cells(name=" NHS Black Country"), "with spaces round it"),
    ("regions.csv", 2, cells(icb_ods_codes="QHM|QOP"), "are not the codes of icb_ids"),
    ("regions.csv", 2, cells(icb_ids="nobody"), "icb_ids has 'nobody'"),
    ("regions.csv", 2, cells(aliases="North-East| the North East"), "none empty or with spaces round it"),
    ("regions.csv", 2, cells(name="London"), "another row has the same name"),
    ("aliases.csv", 2, cells(region_id="london"), "exactly one of organisation_id and region_id"),
    ("aliases.csv", 2, cells(organisation_id=""), "exactly one of organisation_id and region_id"),
    ("aliases.csv", 2, cells(organisation_id="nobody"), "organisation_id is 'nobody', which is not in"),
    ("aliases.csv", 2, cells(valid_to="1990-01-01"), "valid_to is before valid_from"),
    ("aliases.csv", 2, cells(alias="NHS England"), "means nhs-england and airedale-trust on the same day"),
    ("aliases.csv", 2, cells(kind="nickname"), "kind is 'nickname'"),
    ("claimants.csv", 2, cells(organisation_id="nobody"), "organisation_id is 'nobody', which is not in"),
    (
        "people.csv",
        2,
        cells(claimant_id="", organisation_id=""),
        "one of claimant_id, organisation_id must be",
    ),
    ("people.csv", 2, cells(claimant_id="nobody"), "claimant_id is 'nobody', which is not in"),
    ("people.csv", 2, cells(valid_to="2006-31-12"), "valid_to is '2006-31-12', which is not a date"),
    (
        "icb_running_costs.csv",
        2,
        cells(value="27,091,000"),
        "value is '27,091,000', which is not a plain number",
    ),
    ("icb_running_costs.csv", 2, cells(value=""), "value is empty"),
    ("icb_running_costs.csv", 2, cells(unit="percent"), "this fact is never in this unit"),
    ("icb_running_costs.csv", 2, cells(unit="dollars"), "unit is 'dollars'"),
    ("icb_running_costs.csv", 2, cells(ods_code="Q99"), "QE1 has 0 rows of running_cost_allowance"),
    (
        "icb_running_costs.csv",
        2,
        cells(ods_code="RJE"),
        "ods_code is 'RJE', which is no integrated care board's",
    ),
    (
        "icb_running_costs.csv",
        3,
        cells(fact="running_cost_allowance", unit="gbp"),
        "QE1 has 0 rows of population",
    ),
    ("icb_running_costs.csv", 4, cells(value="26000000"), "the rounded allowance of QE1 is 26000000"),
    ("icb_running_costs.csv", 2, cells(period="2024/25"), "period is '2024/25'"),
    ("icb_running_costs.csv", 2, cells(as_of="2025-13"), "as_of is '2025-13'"),
    (
        "icb_running_costs.csv",
        2,
        cells(value="-1"),
        "value is -1.0, which breaks greater_than_or_equal_to(0)",
    ),
    ("icb_running_costs.csv", 2, cells(period=""), "one of period, as_of must be filled"),
    (
        "icb_running_costs.csv",
        2,
        cells(precision="range"),
        "value_to must be filled where precision is range",
    ),
    ("official_series.csv", 2, cells(measure="sackings"), "measure is 'sackings'"),
    ("official_series.csv", 2, cells(modality="sure"), "modality is 'sure'"),
    ("official_series.csv", 2, cells(qualifier="range"), "value_to must be filled where qualifier is range"),
    ("official_series.csv", 2, cells(redundancy_kind="forced"), "redundancy_kind is 'forced'"),
    (
        "official_series.csv",
        2,
        cells(period_start="", period_end=""),
        "one of period_start, period_end must be",
    ),
    (
        "official_series.csv",
        3,
        cells(period_start="2006-04-01", period_end="2006-09-30"),
        "another row has the same series_id, redundancy_kind, staff_group, subject, period_start, period_end",
    ),
]


@pytest.mark.parametrize(("file", "line", "change", "reason"), BROKEN)
def test_a_broken_row_is_named(
    folder: Path, file: str, line: int, change: Callable[[dict[str, str]], None], reason: str
) -> None:
    edit(folder / file, line, change)
    with pytest.raises(ContractError) as error:
        read_reference(folder)
    failures = error.value.failures
    told = failures[failures["reason"].str.contains(reason, regex=False)]
    assert not told.empty, failures["reason"].tolist()
    # What is missing from a whole table has no row to name.
    if not reason.startswith("QE1"):
        assert line in set(told["row"]), told


def test_every_fault_of_every_file_is_told_at_once(folder: Path) -> None:
    edit(folder / "people.csv", 2, cells(role=""))
    edit(folder / "regions.csv", 3, cells(kind="shire"))
    with pytest.raises(ContractError, match="2 broken contract rules") as error:
        read_reference(folder)
    assert set(error.value.failures["table"]) == {"reference.people", "reference.regions"}


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda raw: raw.replace(b"\n", b"\r\n"), "CR line ends"),
        (lambda raw: b"\xef\xbb\xbf" + raw, "byte order mark"),
        (lambda raw: raw.replace(b"London", b"L\xffndon", 1), "is not UTF-8 at byte"),
        (lambda raw: raw.replace(b"region_id,name", b"name,region_id", 1), "has the columns name,region_id"),
        (
            lambda raw: raw.replace(b"north-east,North East,", b"north-east,North East,,", 1),
            "has 12 cells and not 11",
        ),
        (lambda _: None, "is missing"),
    ],
)
def test_a_spoilt_file_is_named(folder: Path, spoil: Callable[[bytes], bytes | None], reason: str) -> None:
    path = folder / "regions.csv"
    spoilt = spoil(path.read_bytes())
    if spoilt is None:
        path.unlink()
    else:
        path.write_bytes(spoilt)
    with pytest.raises(ContractError) as error:
        read_reference(folder)
    assert error.value.failures["reason"].str.contains(reason, regex=False).any()
    assert "regions.csv" in str(error.value) or "reference.regions" in str(error.value)


def test_the_register_gives_the_numbers_of_bodies_that_were_published(
    tables: dict[type[Table], pd.DataFrame],
) -> None:
    organisations = tables[reference.Organisations]

    def open_on(kind: str, day: date) -> int:
        of_kind = organisations[organisations["kind"] == kind]
        opened = of_kind["opened"].map(lambda first: first is pd.NA or first <= day)
        closed = of_kind["closed"].map(lambda last: last is not pd.NA and last < day)
        return int((opened & ~closed).sum())

    assert open_on("icb", date(2022, 7, 1)) == 42
    assert open_on("icb", date(2026, 4, 1)) == 36
    assert open_on("sha", date(2006, 6, 30)) == 28
    assert open_on("sha", date(2006, 7, 1)) == 10
    assert open_on("ccg", date(2013, 4, 1)) == 211
    assert open_on("ccg", date(2021, 4, 1)) == 106


def test_the_halves_of_the_year_add_up_to_the_printed_total(
    tables: dict[type[Table], pd.DataFrame],
) -> None:
    series = tables[reference.OfficialSeries]
    halves = series[series["series_id"] == "dh_compulsory_redundancies"]
    assert halves["value"].sum() == 5318
    parts = series[series["series_id"] == "dh_compulsory_redundancies_by_group"]
    assert parts["value"].sum() == 903


def test_ids_are_the_same_on_every_reading(tables: dict[type[Table], pd.DataFrame]) -> None:
    again = read_reference(SOURCES)
    for table, frame in tables.items():
        pd.testing.assert_frame_equal(frame, again[table])


def test_names_are_compared_without_case_and_punctuation() -> None:
    assert fold("St. Helens & Knowsley") == fold("ST HELENS & KNOWSLEY") == "st helens & knowsley"
