"""Figure by figure: what the seed articles state, the warehouse holds as a claim of their digest."""

import csv
import re
from pathlib import Path
from typing import Any

import pytest

from nhscuts_pipeline.extraction.names import Names
from nhscuts_pipeline.warehouse.query import query

GOLD = Path(__file__).parents[1] / "gold"
NAMES = Names.read(Path(__file__).parents[2] / "sources" / "reference")
EXACT = ("qualifier", "redundancy_kind", "staff_group", "modality", "period_start", "period_end")
NOISE = {"the", "nhs", "trust", "foundation", "hospitals", "hospital", "university"}


def seed_figures() -> list[dict[str, str]]:
    with (GOLD / "seed_figures.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def claims(published: Path) -> list[dict[str, Any]]:
    columns, rows = query(published, "SELECT * FROM core.claims")
    return [dict(zip(columns, row, strict=True)) for row in rows]


@pytest.mark.parametrize(
    "wanted", seed_figures(), ids=lambda row: f"{row['document_id'][:14]}-{row['value']}-{row['measure']}"
)
def test_the_figure_is_a_claim_of_its_digest(wanted: dict[str, str], claims: list[dict[str, Any]]) -> None:
    number = [
        claim
        for claim in claims
        if claim["document_id"] == wanted["document_id"]
        and claim["value"] == float(wanted["value"])
        and (claim["unit"], claim["measure"]) == (wanted["unit"], wanted["measure"])
    ]
    assert number, "no claim has this value, unit and measure"
    assert any(means_the_same(wanted, claim) for claim in number), number


def means_the_same(wanted: dict[str, str], claim: dict[str, Any]) -> bool:
    exact = all(shown(claim[name]) in wanted[name].split("|") for name in EXACT)
    return exact and all(
        same_name(wanted[name].split("|"), claim[name], claim[f"{name}_id"])
        for name in ("subject", "claimant")
    )


def shown(value: object) -> str:
    return "-" if value is None else str(value)


def same_name(accepted: list[str], name: str | None, identity: str | None) -> bool:
    """The name is one of those accepted, or the register knows one of those as the same body."""
    if name is None:
        return "-" in accepted
    return folded(name) in map(folded, accepted) or (identity is not None and identity in ids_of(accepted))


def folded(name: str) -> str:
    words = re.findall(r"[a-z0-9]+", name.lower().replace("icbs", "integrated care boards"))
    return " ".join([word for word in words if word not in NOISE] or words)


def ids_of(names: list[str]) -> set[str | None]:
    return {found.behind or found.id for name in names for found in NAMES.find(name, None)}
