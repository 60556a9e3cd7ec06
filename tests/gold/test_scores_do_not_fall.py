"""No field of any annotated set may score below what is recorded for it."""

import json

import pytest
from scoring import RECORDED, SCORES, SETS, score


@pytest.mark.parametrize("name", SETS)
def test_no_field_scores_below_what_is_recorded(name: str) -> None:
    if not SETS[name].is_dir():
        pytest.skip(f"the {name} documents are not beside this checkout: they are not ours to publish")
    recorded = json.loads(RECORDED.read_text(encoding="utf-8"))[name]
    reached = score(SETS[name])
    fallen = {
        field: (recorded[field], reached[field]) for field in SCORES if reached[field] < recorded[field]
    }
    assert fallen == {}, (
        "recorded and reached; if the gold itself changed, record anew: python tests/gold/scoring.py --record"
    )
