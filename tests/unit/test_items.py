"""The numbers of a list are read with what stands over it."""

import pytest

from nhscuts_pipeline.contracts.vocabulary import Measure, Modality, Unit
from nhscuts_pipeline.extraction import items
from nhscuts_pipeline.extraction.engine import Extractor, read_text
from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.names import Names

EXTRACTOR = Extractor(Names([]))
LIST = "Some 125 posts are at risk at Fen Hospitals NHS Trust.\n\n- ward clerks, 48\n- theatre support (26)\n"


def drafts() -> list[Draft]:
    """The three numbers of the list, the first as it is read."""
    whole = Draft(5, 8, 125.0, 0, unit=Unit.POSTS, measure=Measure.POSTS_AT_RISK, modality=Modality.POTENTIAL)
    return [
        whole,
        *(Draft(LIST.index(n), LIST.index(n) + 2, float(n), at) for at, n in ((1, "48"), (2, "26"))),
    ]


def test_a_number_is_told_by_its_place_in_the_item_and_by_the_items_above() -> None:
    text, (whole, clerks, theatres) = read_text(LIST), drafts()
    assert list(items.place(text, whole, [], "posts")) == []
    first = set(items.place(text, clerks, [whole], "none"))
    assert {"item:,:True:none", "item:,:True", "item over:True:False"} <= first
    second = set(items.place(text, theatres, [whole, clerks], "none"))
    assert {"item:(:True", "item over:True:True"} <= second


def test_the_line_over_a_list_tells_what_its_items_are() -> None:
    text, (whole, *_) = read_text(LIST.replace("Trust.", "Trust:")), drafts()
    assert {"O0:risk", "OF:posts_at_risk:potential", "OM:posts_at_risk"} <= {*items.lead_in(text, 1, [whole])}
    assert "OF:none" in set(items.lead_in(text, 1, []))
    assert list(items.lead_in(text, 0, [whole])) == []


@pytest.mark.parametrize("bullet", ["- ", "* ", "☞ ", ""])
def test_items_measure_what_their_lead_in_speaks_of(bullet: str) -> None:
    rows = f"{bullet}Ward clerks, 48\n{bullet}Corporate nursing, 17\n{bullet}Estates, 26\n"
    found = EXTRACTOR.extract(f"Some 125 posts are at risk at Fen Hospitals NHS Trust:\n\n{rows}")
    assert [(f.value, f.unit, f.measure) for f in found] == [
        (value, Unit.POSTS, Measure.POSTS_AT_RISK) for value in (125, 48, 17, 26)
    ]
