"""No field of any annotated set may score below what is recorded for it."""

import json

import pytest
from scoring import RECORDED, ROOT, SCORES, SETS, score


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


def test_the_readme_says_what_is_recorded_of_documents_held_out() -> None:
    recorded = json.loads(RECORDED.read_text(encoding="utf-8"))["held_out"]
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    table = readme.split("## How far to trust it")[1].split("\n\n")[2]
    said = [line.rsplit("|", 2)[1].strip() for line in table.splitlines()[2:]]
    assert said == [
        f"{100 * recorded[field]:.0f} %"
        for field in ("precision recall qualifier unit measure modality subject claimant whole".split())
    ]
