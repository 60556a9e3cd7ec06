"""Whose a figure is where several bodies, a paper of one's own or a whole nation are spoken of."""

from pathlib import Path

import pytest
from drafted import drafts_of, subjects

from nhscuts_pipeline.contracts.vocabulary import Measure, Unit
from nhscuts_pipeline.extraction.names import Names
from nhscuts_pipeline.extraction.owners import RULES
from nhscuts_pipeline.extraction.rule_words import in_words


@pytest.fixture(scope="module")
def names() -> Names:
    return Names.read(Path(__file__).parents[2] / "sources" / "reference")


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # What employers do makes a bare name a body.
        ("Wold and Marsh saved £2m and means to shed [[90]] posts.", ["Wold and Marsh"]),
        ("Between April and June Wold and Marsh let [[90]] people go.", ["Wold and Marsh"]),
        ("It is worse at the Royal Wold, where [[214]] jobs will go. Its directors want [[30]] more.",
         ["Royal Wold", "Royal Wold"]),
        ("Buses stop outside Wold General every hour. Of its staff [[40]] must go.", ["Wold General"]),
        # A town's trust is the town's where nothing else is named.
        ("Many work in Wold. The trust will lose [[40]] jobs.", ["Wold"]),
    ],
)  # fmt: skip
def test_bare_names_own_figures(names: Names, marked: str, expected: list[str]) -> None:
    assert subjects(names, marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "Fen PCT and Wold PCT have shared a chair since May.\n\nThey employ [[812]] people.",
            ["Fen and Wold primary care trusts"],
        ),
        (
            "Fen Strategic Health Authority has ten primary care trusts. It employs [[190]] people.",
            ["Fen Strategic Health Authority"],
        ),
        ("Fen PCT, with 412 staff to Wold PCT's [[390]], is the larger.", ["Wold PCT"]),
        ("Wold PCT, formed in October by joining Fen PCT and others, has [[412]] staff.", ["Wold PCT"]),
    ],
)
def test_the_one_of_several_bodies_that_is_meant(names: Names, marked: str, expected: list[str]) -> None:
    assert subjects(names, marked) == expected


def test_a_unit_is_the_support_unit_named_before(names: Names) -> None:
    marked = "Fen and Wold CSU is to close. The unit, which sought work from NHS England, has [[900]] staff."
    assert subjects(names, marked) == ["Fen and Wold CSU"]


def test_a_title_on_a_line_of_its_own_is_no_part_of_a_name(names: Names) -> None:
    assert subjects(names, "16:31 Not just Fen\nWold Hospitals NHS Trust will cut [[48]] posts.") == [
        "Wold Hospitals NHS Trust"
    ]


def test_a_speaker_is_no_part_of_the_name_of_a_body(names: Names) -> None:
    marked = "It is a pool, says Ann Ash of Wold Primary Care Trust, which entered [[360]] on its form."
    assert subjects(names, marked) == ["Wold Primary Care Trust"]


def test_what_is_a_boards_own_beside_the_nations_stays_with_it(names: Names) -> None:
    marked = (
        "Up to 200 jobs in Greater Manchester will go.\n\n"
        "While the national target is [[50]] per cent, the board's own share is [[43]] per cent."
    )
    assert subjects(names, marked) == ["NHS", "Greater Manchester"]


class TestAPaperOfOnesOwn:
    def test_is_of_the_body_that_its_publisher_names(self, names: Names) -> None:
        found = subjects(names, "We spent [[£6m]] on ourselves.", publisher="Example NHS Wold CCG")
        assert found == ["NHS Wold CCG"]

    def test_is_of_both_bodies_that_publish_it(self, names: Names) -> None:
        found = subjects(names, "The reserve is [[£6m]].", publisher="NHS Wold ICB and NHS Fen ICB")
        assert found == ["NHS Wold ICB and NHS Fen ICB"]

    def test_gives_we_its_own_figures_beside_others(self, names: Names) -> None:
        marked = "# Wold Hospitals NHS Trust\n\nMonitor looked into it, and we ended the year [[£13m]] short."
        assert subjects(names, marked) == ["Wold Hospitals NHS Trust"]

    def test_does_not_become_the_nations_for_a_word(self, names: Names) -> None:
        marked = "# Wold Hospitals NHS Trust\n\n[[150]] can go if a scheme is funded nationally."
        assert subjects(names, marked) == ["Wold Hospitals NHS Trust"]


def large(names: Names, value: float, measure: Measure) -> str | None:
    """The subject of one figure of that size in a text about one trust."""
    marked = "Wold Hospitals NHS Trust is in trouble. Some [[900]] posts are spoken of."
    draft = drafts_of(names, marked, measure, value=value, unit=Unit.POSTS)[0]
    return draft.subject


@pytest.mark.parametrize(
    ("value", "measure", "expected"),
    [
        (900, Measure.POSTS_CUT, "Wold Hospitals NHS Trust"),
        (20_000, Measure.POSTS_CUT, "NHS"),
        (20_000, Measure.WORKFORCE, "Wold Hospitals NHS Trust"),
    ],
)
def test_no_single_body_loses_as_much_as_the_service(
    names: Names, value: float, measure: Measure, expected: str
) -> None:
    assert large(names, value, measure) == expected


def test_every_rule_of_a_sentence_has_words_for_a_person() -> None:
    for rule in RULES:
        name = rule.__name__.replace("_", " ")
        assert in_words("subject", name) != f"“{name}”"
