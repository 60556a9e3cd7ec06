"""Rows that keep their contract, for tests to break."""

from typing import Any

FIGURE: dict[str, Any] = {
    "figure_id": "paper-0123456789ab",
    "document_id": "paper",
    "span_start": 4,
    "span_end": 7,
    "span_text": "903",
    "quote": "The 903 redundancies.",
    "value": 903.0,
    "value_to": None,
    "qualifier": "exact",
    "unit": "people",
    "measure": "redundancies",
    "redundancy_kind": "compulsory",
    "staff_group": None,
    "subject": "England",
    "subject_id": "england",
    "claimant": None,
    "claimant_id": None,
    "modality": "actual",
    "period_start": "2006-04-01",
    "period_end": "2006-09-30",
    "origin": "extracted",
    "extractor_version": "1",
    "needs_review": None,
    "rules": "{}",
}
