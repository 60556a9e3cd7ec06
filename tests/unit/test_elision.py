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
        ("At the trust 150 of 520 staff have applied to go.", 520, "people", "workforce"),
        (
            "Some 42 boards must cut costs. So far only 11 have launched a scheme.",
            11,
            "organisations",
            "organisations",
        ),
        ("Redundancies at two trusts numbered five and four respectively.", 4, "people", "redundancies"),
    ],
)
def test_what_is_left_unsaid(text: str, value: float, unit: str, measure: str) -> None:
    found = figure(text, value)
    assert (found.unit.value, found.measure.value) == (unit, measure)


@pytest.mark.parametrize(
    ("question", "measure"),
    [
        ("How many nurse vacancies were there in the NHS on 31 March? (WAQ67120)", "vacancies"),
        ("How many people work at the trust?", "workforce"),
        ("How many staff were made redundant by the trust?", "redundancies"),
    ],
)
def test_a_number_that_opens_an_answer_is_what_was_asked_for(question: str, measure: str) -> None:
    assert figure(f"{question}\n\n**Ann Ash:** 312. I have asked for more.", 312).measure.value == measure


def test_the_same_number_said_again_is_the_same_thing() -> None:
    text = "The hospital issued 415 redundancy notices in May.\n\nThe union disputed the 415 at once."
    first, second = EXTRACTOR.extract(text)
    assert (first.unit, first.measure) == (second.unit, second.measure)


def test_those_put_at_risk_are_not_all_the_staff_there_are() -> None:
    assert figure("The trust redeployed 18 of the 29 staff put at risk.", 29).measure.value == "posts_at_risk"


def test_both_levels_of_staff_are_counted_alike() -> None:
    levels = (
        figure("Staff numbers would go from 287 to 180.", 287),
        figure("Staff numbers would go from 287 to 180.", 180),
    )
    assert {each.unit.value for each in levels} == {"people"}


def test_a_level_and_where_it_goes_are_two_figures() -> None:
    text = "The hospital's workforce will be cut from 640 staff to 455."
    assert [f.value for f in EXTRACTOR.extract(text)] == [640, 455]
