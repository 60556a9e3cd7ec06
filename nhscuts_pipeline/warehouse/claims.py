"""Folding the mentions of one document into claims.

Belongs here: what counts as saying the same. Bringing claims together across documents is no folding, and is
the marts' affair: two papers that print one number are two sources.
"""

import re

import pandas as pd

from nhscuts_pipeline.contracts import core
from nhscuts_pipeline.contracts.converting import checked, rows_of

# All that carries meaning. The qualifier is part of it: "about 500" and "500" are different statements. So is
# the claimant: a number that the union repeats after the ministry is a claim of each.
_MEANING = (
    "document_id",
    "value",
    "value_to",
    "qualifier",
    "unit",
    "measure",
    "redundancy_kind",
    "staff_group",
    "modality",
    "period_start",
    "period_end",
)
_OF_FIRST_MENTION = (*_MEANING, "quote", "subject", "subject_id", "claimant", "claimant_id")


def claims(figures: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """`core.claims`: the figures of current documents, folded.

    Two figures fold where their document and everything in `_MEANING` is the same, with subject and claimant
    compared by id where resolved and by folded name where not, and null equal only to null. Text fields are
    those of the first mention.
    """
    current = documents.loc[documents["superseded_by"].isna(), "document_id"]
    counted = figures[figures["document_id"].isin(current)].sort_values(
        ["document_id", "span_start", "figure_id"]
    )
    folded: dict[tuple[object, ...], list[dict[str, object]]] = {}
    for mention in rows_of(counted):
        folded.setdefault(_meaning(mention), []).append(mention)
    return checked(core.Claims, [_claim(same) for same in folded.values()])


def _meaning(mention: dict[str, object]) -> tuple[object, ...]:
    return (*(mention[column] for column in _MEANING), _who(mention, "subject"), _who(mention, "claimant"))


def _who(mention: dict[str, object], role: str) -> object:
    if mention[f"{role}_id"] is not None:
        return ("id", mention[f"{role}_id"])
    name = mention[role]
    return None if name is None else ("name", re.sub(r"[^a-z0-9&]+", " ", str(name).lower()).strip())


def _claim(same: list[dict[str, object]]) -> dict[str, object]:
    doubts = dict.fromkeys(str(m["needs_review"]) for m in same if m["needs_review"] is not None)
    return {
        "claim_id": same[0]["figure_id"],
        "figure_ids": [mention["figure_id"] for mention in same],
        "mentions": len(same),
        **{column: same[0][column] for column in _OF_FIRST_MENTION},
        "needs_review": "; ".join(doubts) or None,
    }
