"""The register of names: bodies, regions, claimants and people of the reference tables, as spellings.

Belongs here: reading those tables into spellings with the time each holds. Does not belong here: looking for
them in a text (names.py) and names that no table has (bodies.py).
"""

import csv
from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple


class NameKind(Enum):
    """What a name stands for."""

    BODY = auto()
    REGION = auto()
    CLAIMANT = auto()
    PERSON = auto()
    COLLECTIVE = auto()  # "ministers", "unions": nobody in particular
    OUTSIDER = auto()  # a council, a police force, a company: figures about it are none of ours


class Entry(NamedTuple):
    """One spelling of one name, and the days on which it means that.

    `printed` is the name in full; `spelt_out` says that it is to be printed instead of the spelling, which
    is an abbreviation. `sort` is the kind of the reference table ("pct", "union"). `behind` is the
    organisation a person speaks for.
    """

    spelling: str
    printed: str
    kind: NameKind
    sort: str
    id: str
    first: date | None
    last: date | None
    spelt_out: bool = False
    behind: str | None = None

    def holds(self, on: date) -> bool:
        """Whether the spelling means this on that day."""
        return (self.first is None or self.first <= on) and (self.last is None or on <= self.last)


class RegisterError(ValueError):
    """A reference table that cannot be used; says which file, which row and what is wrong."""


Rows = Sequence[Mapping[str, str]]

# The tables of names, each a CSV file in the folder of reference tables, and the columns that are read here.
TABLES: dict[str, tuple[str, ...]] = {
    "organisations": ("organisation_id", "name", "kind", "opened", "closed"),
    "regions": ("region_id", "name", "kind", "aliases", "valid_from", "valid_to"),
    "aliases": ("organisation_id", "region_id", "alias", "kind", "valid_from", "valid_to"),
    "claimants": ("claimant_id", "name", "kind", "aliases"),
    "people": ("person", "aliases", "claimant_id", "organisation_id", "valid_from", "valid_to"),
}


def read_register(folder: Path) -> list[Entry]:
    """All spellings of the five tables of names. Raises `RegisterError` on a missing file, column or date."""
    return register(
        {name: _rows(folder / f"{name}.csv", columns) for name, columns in TABLES.items()}, folder
    )


def register(tables: Mapping[str, Rows], folder: Path) -> list[Entry]:
    """All spellings of the rows of `TABLES`, cells written as in the CSV files, in an order of their own.

    `folder` is where the rows were read from, for errors. Raises `RegisterError` on a wrong date or key.
    """
    organisations, regions = tables["organisations"], tables["regions"]
    known = {row["organisation_id"]: row for row in organisations} | {
        row["region_id"]: row for row in regions
    }
    path = folder / "organisations.csv"
    entries = [_organisation(path, row) for row in organisations]
    entries += _regions(folder / "regions.csv", regions)
    path = folder / "aliases.csv"
    # "West Yorkshire ICB (WYICB)" is two spellings in one, and each has a row of its own.
    entries += [_alias(path, row, known) for row in tables["aliases"] if not row["alias"].endswith(")")]
    entries += _claimants(tables["claimants"])
    behind = {row["claimant_id"]: row["name"] for row in tables["claimants"]}
    behind |= {key: row["name"] for key, row in known.items()}
    path = folder / "people.csv"
    for row in tables["people"]:
        entries += _person(path, row, behind)
    # A file has its rows in another order than a table, and of equal bearers the first can count.
    return sorted(entries, key=_place)


def _place(entry: Entry) -> tuple[object, ...]:
    days = entry.first or date.min, entry.last or date.max
    return entry.kind.value, entry.id, entry.spelling, *days, entry.printed, entry.sort, entry.behind or ""


def _rows(path: Path, columns: tuple[str, ...]) -> list[dict[str, str]]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            # As csv.DictReader, which takes three times as long: half of reading all tables.
            reader = csv.reader(file)
            header = next(reader, [])
            missing = [column for column in columns if column not in header]
            if missing:
                raise RegisterError(f"{path}: no column {', '.join(missing)}; see the README beside it")
            rows = [row for row in reader if row]
    except FileNotFoundError as error:
        raise RegisterError(f"{path}: not found; the reference tables belong there") from error
    for row in rows:
        if len(row) != len(header):
            raise RegisterError(
                f"{path}: {len(row)} cells for {len(header)} columns in the row of {row[0]!r}"
            )
    return [dict(zip(header, row, strict=True)) for row in rows]


def _day(path: Path, row: Mapping[str, str], column: str) -> date | None:
    text = row[column]
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        name = row.get("organisation_id") or row.get("person") or row.get("region_id")
        raise RegisterError(f"{path}: {column} of {name} is {text!r}, not a date like 2006-10-01") from error


def _kind_of(sort: str) -> NameKind:
    regional = ("government_office_region", "nhs_england_region", "sha_area", "country", "icb_cluster")
    return NameKind.REGION if sort in regional else NameKind.BODY


def _plain(name: str) -> str:
    """A register's name without the remark in brackets that keeps it apart from its namesakes."""
    return name.split(" (", 1)[0] if name.endswith(")") else name


def _organisation(path: Path, row: Mapping[str, str]) -> Entry:
    name = _plain(row["name"])
    first, last = _day(path, row, "opened"), _day(path, row, "closed")
    return Entry(name, name, NameKind.BODY, row["kind"], row["organisation_id"], first, last)


def _regions(path: Path, rows: Rows) -> list[Entry]:
    entries = []
    for row in rows:
        name = _plain(row["name"])
        spellings = [*filter(None, row["aliases"].split("|"))]
        # The NHS England regions and the clusters share their bare names with older regions or with bodies.
        if row["kind"] not in ("nhs_england_region", "icb_cluster"):
            spellings.insert(0, name)
        first, last = _day(path, row, "valid_from"), _day(path, row, "valid_to")
        # "West Country" and "East Anglia" are nearly, not exactly, a region: printed as they stand.
        for spelling in spellings:
            near = spelling.removeprefix("the ") in ("West Country", "East Anglia")
            printed = spelling if near else name
            entries.append(
                Entry(
                    spelling, printed, NameKind.REGION, row["kind"], row["region_id"], first, last, not near
                )
            )
    return entries


def _alias(path: Path, row: Mapping[str, str], known: Mapping[str, Mapping[str, str]]) -> Entry:
    key = row["organisation_id"] or row["region_id"]
    if key not in known:
        raise RegisterError(f"{path}: {row['alias']!r} names {key!r}, which no table has")
    sort = known[key]["kind"]
    kind = _kind_of(sort)
    printed, short = _plain(known[key]["name"]), row["kind"] == "abbreviation"
    if kind is NameKind.REGION and row["kind"] == "group of bodies":
        kind, sort, printed = NameKind.BODY, "group", row["alias"]
    first, last = _day(path, row, "valid_from"), _day(path, row, "valid_to")
    return Entry(row["alias"], printed, kind, sort, key, first, last, short)


def _claimants(rows: Rows) -> list[Entry]:
    entries = []
    for row in rows:
        name = _plain(row["name"])
        for spelling in {name, *filter(None, row["aliases"].split("|"))}:
            bare = spelling.removeprefix("the ")
            collective = bare == bare.lower()
            kind = NameKind.COLLECTIVE if collective else NameKind.CLAIMANT
            short = not collective and bare.isupper() and bare != name
            entries.append(
                Entry(
                    bare,
                    bare if collective else name,
                    kind,
                    row["kind"],
                    row["claimant_id"],
                    None,
                    None,
                    short,
                )
            )
    return entries


def _person(path: Path, row: Mapping[str, str], behind: Mapping[str, str]) -> list[Entry]:
    key = row["claimant_id"] or row["organisation_id"]
    if key not in behind:
        raise RegisterError(f"{path}: {row['person']} stands for {key!r}, which no table has")
    first, last = _day(path, row, "valid_from"), _day(path, row, "valid_to")
    spellings = {row["person"], *filter(None, row["aliases"].split("|"))}
    return [
        Entry(spelling, row["person"], NameKind.PERSON, "person", key, first, last, True, _plain(behind[key]))
        for spelling in sorted(spellings)
    ]
