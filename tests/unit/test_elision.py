"""A number that leaves its noun unsaid takes it from the numbers before it."""

import pytest

from nhscuts_pipeline.extraction.engine import Extractor
from nhscuts_pipeline.extraction.figure import Figure
from nhscuts_pipeline.extraction.names import Names

EXTRACTOR = Extractor(Names([]))


def figure(text: str, value: float) -> Figure:
    return next(f for f in EXTRACTOR.extract(text) if f.value == value)


@pytest.mark.parametrize(
    ("text", "value", "unit", "measure"),
    [
        ("The trust will cut 300 posts, 140 of them nurses' posts.", 140, "posts", "posts_cut"),
        ("The first trust loses 85 posts, the second 82 and the third 80.", 80, "posts", "posts_cut"),
        ("The trust made 31 staff redundant. A further nine left.", 9, "people", "redundancies"),
        (
            "The trust issued 44 redundancy notices. Of these, 12 were withdrawn.",
            12,
            "people",
            "redundancy_notices",
        ),
        ("The trust's deficit was £12m. It is now £9m.", 9_000_000, "gbp", "deficit"),
        ("Redundancies at two trusts numbered five and four respectively.", 4, "people", "redundancies"),
    ],
)
def test_what_is_left_unsaid(text: str, value: float, unit: str, measure: str) -> None:
    found = figure(text, value)
    assert (found.unit.value, found.measure.value) == (unit, measure)


def test_the_same_number_said_again_is_the_same_thing() -> None:
    text = "The hospital issued 415 redundancy notices in May.\n\nThe union disputed the 415 at once."
    first, second = EXTRACTOR.extract(text)
    assert (first.unit, first.measure) == (second.unit, second.measure)


def test_a_level_and_where_it_goes_are_two_figures() -> None:
    text = "The hospital's workforce will be cut from 640 staff to 455."
    assert [f.value for f in EXTRACTOR.extract(text)] == [640, 455]
