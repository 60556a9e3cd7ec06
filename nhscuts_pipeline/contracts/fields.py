"""Columns that several tables share, each described once so that it means the same everywhere.

Belongs here: a column of more than one contract. `common("value")` gives a fresh pandera field each time,
because pandera writes the column's name into the field.
"""

from enum import StrEnum
from typing import Any

import pandas as pd
import pandera.pandas as pa

from nhscuts_pipeline.contracts.vocabulary import Measure, Modality, Qualifier, RedundancyKind, Unit


@pa.extensions.register_check_method(statistics=["pattern"])  # type: ignore[untyped-decorator]
def form(texts: "pd.Series[str]", *, pattern: str) -> "pd.Series[bool]":
    """The whole text is of the form `pattern`; pandera's `str_matches` would let a line end after it pass."""
    return texts.str.fullmatch(pattern)


ID = r"[a-z0-9][a-z0-9-]*"


def words(vocabulary: type[StrEnum]) -> list[str]:
    """The words of a closed vocabulary, for `isin`."""
    return [str(word) for word in vocabulary]


_COMMON: dict[str, dict[str, Any]] = {
    "document_id": {
        "description": "The document: a slug, key of core.documents.",
        "form": ID,
    },
    "value": {
        "description": "The number, scaled out: £1.1m is 1100000, 29 per cent is 29. A range's lower end.",
    },
    "value_to": {
        "description": "Upper end of a range; null where the number is not a range.",
        "nullable": True,
    },
    "qualifier": {
        "description": "How exactly the number is meant: exact, about, over (a lower bound), under (an upper "
        "bound) or range.",
        "isin": words(Qualifier),
    },
    "unit": {
        "description": "What one of the counted things is. Posts, people and full-time equivalents (fte) are "
        "different things and are never added or divided by one another.",
        "isin": words(Unit),
    },
    "measure": {
        "description": "What is counted, such as posts_at_risk or savings; the guide to figures defines it.",
        "isin": words(Measure),
    },
    "lower": {
        "description": "The number is at least this; null where the source gives only an upper bound.",
        "nullable": True,
        "metadata": {"unit": "see unit"},
    },
    "upper": {
        "description": "The number is at most this; null where the source gives only a lower bound.",
        "nullable": True,
        "metadata": {"unit": "see unit"},
    },
    "approximate": {
        "description": "Whether the source says about, or rounds.",
    },
    "in_words": {
        "description": "The number with its bound and unit, such as over 500 posts.",
    },
    "subject_key": {
        "description": "What is the same for all names of one subject: an organisation_id or region_id, "
        "`national` for England and the NHS as a whole, or the folded name where it is not resolved.",
    },
    "scope": {
        "description": "Whether the subject is national, a region, a body, a group of bodies, or unresolved.",
        "isin": ["national", "region", "body", "group", "unresolved"],
    },
    "region": {
        "description": "Region of the subject; null where it has none, or crosses two.",
        "nullable": True,
    },
    "wave_from": {
        "description": "First day of the wave: the statements about one subject that follow each other "
        "within twelve months. Null where no day is known.",
        "nullable": True,
    },
    "said_by": {
        "description": "Who says so: the claimant, or the publisher where the source speaks in its own "
        "voice.",
    },
    "claimant_key": {
        "description": "What is the same for all names of one claimant; null in the source's own voice.",
        "nullable": True,
    },
    "observation_id": {
        "description": "Key of core.observations.",
    },
    "no_ratio": {
        "description": "Why a ratio that one might look for is not computed; null where none is missing.",
        "nullable": True,
    },
    "source": {
        "description": "Where it was read, in words: publisher, title and address.",
    },
    "redundancy_kind": {
        "description": "For redundancies and notices: compulsory, voluntary or both; null where not said.",
        "isin": words(RedundancyKind),
        "nullable": True,
    },
    "staff_group": {
        "description": "The group of staff, lower case, as the source names it; null for all staff.",
        "nullable": True,
    },
    "subject": {
        "description": "The body, bodies or area whose jobs or money these are, in full; null where unknown.",
        "nullable": True,
    },
    "subject_id": {
        "description": "The subject in the register: an organisation_id or region_id; null where not "
        "resolved, never guessed.",
        "form": ID,
        "nullable": True,
    },
    "claimant": {
        "description": "Who says so: the organisation behind the speaker, else the person; null where the "
        "source speaks in its own voice.",
        "nullable": True,
    },
    "claimant_id": {
        "description": "The claimant in the register: a claimant_id or organisation_id; null where not "
        "resolved.",
        "form": ID,
        "nullable": True,
    },
    "modality": {
        "description": "Whether it is or was so (actual), is decided or expected (planned), might come "
        "(potential) or is reported only as contested (disputed).",
        "isin": words(Modality),
    },
    "period_start": {
        "description": "First day of the time the figure covers; null where not said. A point in time has "
        "both ends the same.",
        "nullable": True,
    },
    "period_end": {
        "description": "Last day of the time the figure covers; null where not said.",
        "nullable": True,
    },
    "extractor_version": {
        "description": "Version of the extractor that found the figure.",
    },
    "needs_review": {
        "description": "Why a person should look at it, in words; null where nothing is in doubt.",
        "nullable": True,
    },
    "source_url": {
        "description": "Where the facts of the row were read.",
        "form": r"https?://.+",
    },
    "note": {
        "description": "What a reader has to know to use the row rightly; null where nothing.",
        "nullable": True,
    },
    "ods_code": {
        "description": "Code of the body in the Organisation Data Service of the NHS.",
        "form": r"[A-Z0-9]{2,6}",
    },
    "organisation_id": {
        "description": "The body: a slug that stays when the name changes, key of reference.organisations.",
        "form": ID,
    },
    "region_id": {
        "description": "The region: a slug, key of reference.regions.",
        "form": ID,
    },
    "valid_from": {
        "description": "First day on which the row holds; null where it is open or not known.",
        "nullable": True,
    },
    "valid_to": {
        "description": "Last day on which the row holds; null where it is open or not known.",
        "nullable": True,
    },
}


def common(name: str, **overrides: Any) -> Any:
    """The shared field `name`; `overrides` are pandera's arguments, such as `nullable=True`."""
    return pa.Field(**{**_COMMON[name], **overrides})


def field(description: str, *, unit: str | None = None, **arguments: Any) -> Any:
    """A field of one table alone, with the unit of a quantity whose name does not end in it."""
    return pa.Field(description=description, metadata={"unit": unit} if unit else None, **arguments)
