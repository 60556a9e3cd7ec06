"""Claims and official series brought into one shape.

Belongs here: the one table that marts read. Nothing is added up, dropped or matched here.
"""

from collections import Counter

import pandas as pd

from nhscuts_pipeline.contracts import core
from nhscuts_pipeline.contracts.converting import checked, rows_of

_SHARED = (
    "value",
    "value_to",
    "qualifier",
    "unit",
    "measure",
    "redundancy_kind",
    "staff_group",
    "subject",
    "modality",
    "period_start",
    "period_end",
)


def observations(
    claims: pd.DataFrame,
    documents: pd.DataFrame,
    official_series: pd.DataFrame,
    organisations: pd.DataFrame,
    regions: pd.DataFrame,
) -> pd.DataFrame:
    """`core.observations`: every claim and every value of an official series."""
    documents_by_id = {row["document_id"]: row for row in rows_of(documents)}
    ids = _ids_by_name(organisations, regions)
    rows = [_from_claim(row, documents_by_id[row["document_id"]]) for row in rows_of(claims)]
    rows += [_from_series(row, ids) for row in rows_of(official_series)]
    return checked(core.Observations, rows)


def source(publisher: object, title: object, url: object) -> str:
    """Where something was read, in words."""
    return ", ".join(str(part) for part in (publisher, title, url) if part is not None)


def _ids_by_name(organisations: pd.DataFrame, regions: pd.DataFrame) -> dict[str, str]:
    """Ids of names that mean one body or region alone; series name their subject in full."""
    pairs = [
        *zip(organisations["name"], organisations["organisation_id"], strict=True),
        *zip(regions["name"], regions["region_id"], strict=True),
    ]
    uses = Counter(name for name, _ in pairs)
    return {name: found for name, found in pairs if uses[name] == 1}


def _from_claim(claim: dict[str, object], document: dict[str, object]) -> dict[str, object]:
    doubt = claim["needs_review"]
    return {
        "observation_id": claim["claim_id"],
        "origin": "claim",
        "claim_id": claim["claim_id"],
        "document_id": claim["document_id"],
        **{column: claim[column] for column in (*_SHARED, "subject_id", "claimant", "claimant_id")},
        "published_from": document["published_from"],
        "source": source(document["publisher"], document["title"], document["url"]),
        "note": None if doubt is None else f"To be reviewed: {doubt}",
    }


def _from_series(row: dict[str, object], ids: dict[str, str]) -> dict[str, object]:
    publisher = str(row["publisher"])
    return {
        "observation_id": row["series_row_id"],
        "origin": "official_series",
        "series_row_id": row["series_row_id"],
        **{column: row[column] for column in _SHARED},
        "subject_id": ids.get(str(row["subject"])),
        "claimant": publisher,
        "claimant_id": ids.get(publisher),
        "source": source(publisher, f"series {row['series_id']}", row["source_url"]),
        "note": row["note"],
    }
