"""Numbers of councils, companies and other services are left out, also where a text is about the NHS."""

from pathlib import Path

import pytest

from nhscuts_pipeline.extraction.engine import Extractor
from nhscuts_pipeline.extraction.names import Names

EXTRACTOR = Extractor(Names.read(Path(__file__).parents[2] / "sources" / "reference"))
OURS = "Fenshire Hospitals NHS Trust will shed 310 posts to save £9m, and 44 of its nurses will go. "


@pytest.mark.parametrize(
    "theirs",
    [
        "Fenshire County Council will lose 600 posts to save £40m.",
        "Fenshire Police is to shed 212 officers.",
        "The council's library service will make 61 staff redundant.",
        "A car plant on the edge of the town laid off 1,150 workers last year.",
    ],
)
def test_the_numbers_of_others_are_left_out(theirs: str) -> None:
    values = [figure.value for figure in EXTRACTOR.extract(f"{OURS}\n\n{theirs}\n")]
    assert values == [310, 9_000_000, 44]


def test_a_councillor_may_speak_of_our_numbers() -> None:
    text = "Fenshire County Council's health committee heard that the hospital trust would lose 310 posts."
    assert [figure.value for figure in EXTRACTOR.extract(text)] == [310]


def test_school_nurses_and_the_firms_that_the_service_pays_are_its_own() -> None:
    text = (
        "Fenshire Primary Care Trust has brought its school nurses down from 38 to 22 and cut 40 posts. "
        "A firm of accountants was paid £2.6m by the hospital trust to draw up a turnaround plan for it."
    )
    assert [figure.value for figure in EXTRACTOR.extract(text)] == [38, 22, 40, 2_600_000]


def test_rows_of_others_are_left_out_of_a_table() -> None:
    table = """
| Employer | Redundancies |
| --- | ---: |
| Fenshire Hospitals NHS Trust | 46 |
| Fenshire County Council | 212 |
| Fenshire Police | 97 |
| Marsh University Hosps | 58 |
"""
    assert [figure.value for figure in EXTRACTOR.extract(f"{OURS}\n\n{table}")][3:] == [46, 58]
