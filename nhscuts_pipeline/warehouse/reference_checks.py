"""What must hold between the reference tables: foreign keys, one meaning of a name on a day, complete boards.

Belongs here: rules that need more than one table, or more than one row, to be told. Rules of one row are in
the contracts.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import combinations
from typing import Any

import pandas as pd

from nhscuts_pipeline.contracts import reference
from nhscuts_pipeline.contracts.base import Table
from nhscuts_pipeline.contracts.checking import Failure

Frames = Mapping[type[Table], pd.DataFrame]

# The boards that the Health and Care Act set up; those of April 2026 have no allowance of 2024-25.
FIRST_BOARDS_OPENED = date(2022, 7, 1)
_ALLOWANCE_ROUNDING_GBP = 500_000


def check_reference(frames: Frames) -> list[Failure]:
    """Everything that is wrong between the tables; the index of each frame names the rows."""
    checks = (
        _foreign_keys,
        _lists_of_bodies,
        _region_names,
        _boards_of_regions,
        _ambiguous_names,
        _boards_of_costs,
        _rounded_allowances,
    )
    return [failure for each in checks for failure in each(frames)]


def fold(name: str) -> str:
    """A name without case and punctuation, as names are compared."""
    return re.sub(r"[^a-z0-9&]+", " ", name.lower()).strip()


def _fault(table: type[Table], row: object, column: str, rule: str, value: object, reason: str) -> Failure:
    line = int(str(row))
    return Failure(table.qualified_name(), line, column, rule, str(value), reason)


def _foreign_keys(frames: Frames) -> Iterator[Failure]:
    by_name = {table.qualified_name(): table for table in frames}
    for table, frame in frames.items():
        for key in table.about().foreign_keys:
            known = set(frames[by_name[key.table]][key.to])
            for row, value in frame[key.column].dropna().items():
                if value not in known:
                    reason = f"{key.column} is {value!r}, which is not in {key.table}"
                    yield _fault(table, row, key.column, "foreign key", value, reason)


def _lists_of_bodies(frames: Frames) -> Iterator[Failure]:
    known = set(frames[reference.Organisations]["organisation_id"])
    lists: tuple[tuple[type[Table], str], ...] = (
        (reference.Organisations, "successor_ids"),
        (reference.Regions, "icb_ids"),
    )
    for table, column in lists:
        for row, values in frames[table][column].items():
            for value in values:
                if value not in known:
                    reason = f"{column} has {value!r}, which is not in reference.organisations"
                    yield _fault(table, row, column, "foreign key", value, reason)


def _region_names(frames: Frames) -> Iterator[Failure]:
    names = set(frames[reference.Regions]["name"])
    organisations = frames[reference.Organisations]
    for column, suffix in (("region", ""), ("nhs_region", " (NHS England region)")):
        for row, value in organisations[column].dropna().items():
            if f"{value}{suffix}" not in names:
                reason = f"{column} is {value!r}, and reference.regions has no {value}{suffix}"
                yield _fault(reference.Organisations, row, column, "region", value, reason)


def _boards(frames: Frames) -> pd.DataFrame:
    organisations = frames[reference.Organisations]
    return organisations[organisations["kind"] == "icb"]


def _boards_of_regions(frames: Frames) -> Iterator[Failure]:
    boards = _boards(frames)
    ids = dict(zip(boards["ods_code"], boards["organisation_id"], strict=True))
    regions = frames[reference.Regions]
    for row, codes, named in zip(regions.index, regions["icb_ods_codes"], regions["icb_ids"], strict=True):
        if [ids.get(code) for code in codes] != list(named):
            reason = f"icb_ods_codes {', '.join(codes)} are not the codes of icb_ids {', '.join(named)}"
            yield _fault(reference.Regions, row, "icb_ods_codes", "boards of a region", codes, reason)


def _ambiguous_names(frames: Frames) -> Iterator[Failure]:
    """No name means two bodies on one day: documents are read by their date."""
    meanings: dict[str, list[tuple[str, date, date, type[Table], object]]] = defaultdict(list)

    def note(table: type[Table], row: object, name: str, target: str, first: Any, last: Any) -> None:
        since = date.min if pd.isna(first) else first
        until = date.max if pd.isna(last) else last
        meanings[fold(name)].append((target, since, until, table, row))

    bodies, aliases = frames[reference.Organisations], frames[reference.OrganisationAliases]
    for row, body in bodies.iterrows():
        note(
            reference.Organisations,
            row,
            body["name"],
            body["organisation_id"],
            body["opened"],
            body["closed"],
        )
    targets = aliases["organisation_id"].fillna(aliases["region_id"])
    for (row, alias), target in zip(aliases.iterrows(), targets, strict=True):
        note(
            reference.OrganisationAliases, row, alias["alias"], target, alias["valid_from"], alias["valid_to"]
        )
    for name, uses in meanings.items():
        for one, other in combinations(uses, 2):
            if one[0] != other[0] and one[1] <= other[2] and other[1] <= one[2]:
                reason = (
                    f"{name!r} means {one[0]} and {other[0]} on the same day: give them dates that part them"
                )
                yield _fault(other[3], other[4], "alias", "one meaning a day", name, reason)


def _boards_of_costs(frames: Frames) -> Iterator[Failure]:
    boards, costs = _boards(frames), frames[reference.IcbRunningCosts]
    known = set(boards["ods_code"])
    for row, code in costs["ods_code"].items():
        if code not in known:
            reason = f"ods_code is {code!r}, which is no integrated care board's"
            yield _fault(reference.IcbRunningCosts, row, "ods_code", "foreign key", code, reason)
    first = set(boards.loc[boards["opened"].map(lambda day: day == FIRST_BOARDS_OPENED), "ods_code"])
    table = reference.IcbRunningCosts.qualified_name()
    for fact in ("running_cost_allowance", "population"):
        found = costs.loc[costs["fact"] == fact, "ods_code"].value_counts().to_dict()
        for code in sorted({*first, *map(str, found)}):
            if found.get(code, 0) != (1 if code in first else 0):
                reason = (
                    f"{code} has {found.get(code, 0)} rows of {fact}; each board of 2022 has one, no other"
                )
                yield Failure(table, None, "fact", "complete boards", code, reason)


def _rounded_allowances(frames: Frames) -> Iterator[Failure]:
    costs = frames[reference.IcbRunningCosts]
    allowances = costs[costs["fact"] == "running_cost_allowance"]
    exact = dict(zip(allowances["ods_code"], allowances["value"], strict=True))
    rounded = costs[costs["fact"] == "running_cost_allowance_rounded"]
    for row, code, value in zip(rounded.index, rounded["ods_code"], rounded["value"], strict=True):
        if abs(value - exact.get(code, float("inf"))) > _ALLOWANCE_ROUNDING_GBP:
            reason = f"the rounded allowance of {code} is {value:.0f} and does not agree with the exact one"
            yield _fault(reference.IcbRunningCosts, row, "value", "rounded allowance", value, reason)
