"""Whether a number is a figure at all depends on what stands around it, and on nothing else."""

from pathlib import Path

import pytest

from nhscuts_pipeline.contracts.vocabulary import Unit
from nhscuts_pipeline.extraction.engine import Extractor, read_text
from nhscuts_pipeline.extraction.names import Names
from nhscuts_pipeline.extraction.not_quantity import numbering
from nhscuts_pipeline.extraction.relevance import is_about_health
from nhscuts_pipeline.extraction.word_classes import _CLASSES, class_of

OUTSIDE = Path(__file__).parents[1] / "gold" / "outside"
EXTRACTOR = Extractor(Names.read(Path(__file__).parents[2] / "sources" / "reference"))
COUNCIL = "The council will shed 40 posts. " * 12 + "\n\n"


def values(text: str) -> list[float]:
    return [figure.value for figure in EXTRACTOR.extract(text)]


@pytest.mark.parametrize("path", sorted(OUTSIDE.glob("*.md")), ids=lambda path: path.stem)
def test_news_of_other_services_holds_no_figure(path: Path) -> None:
    assert values(path.read_text(encoding="utf-8").split("---", 2)[2]) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The hospital will shed 120 posts. About 400 people marched against it.", [120]),
        ("The trust, which treats 90,000 patients a year, is to lose 55 nurses.", [55]),
        ("The trust must save £9m. Its chief executive earns a salary of £185,000.", [9_000_000]),
        ("The law requires consultation where 20 or more employees are to be dismissed.", []),
        ("Some 7.4 million people are waiting for treatment at NHS hospitals.", []),
    ],
)
def test_a_number_beside_a_figure_is_judged_by_itself(text: str, expected: list[float]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Fen Hospitals NHS Trust sent 26 redundancy letters on Friday.", 26, Unit.PEOPLE),
        ("Fen Hospitals NHS Trust carries 130 gaps in nursing that it cannot fill.", 130, Unit.POSTS),
        (
            "Clinical commissioning groups may merge: 12 groups in the North have applied.",
            12,
            Unit.ORGANISATIONS,
        ),
    ],
)
def test_what_is_sent_empty_or_grouped_is_counted_as_what_it_stands_for(
    text: str, value: float, unit: Unit
) -> None:
    assert [figure.unit for figure in EXTRACTOR.extract(text) if figure.value == value] == [unit]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("shedding", "cut"),
        ("redundancies", "redundant"),
        ("care", None),
        ("cars", "outside"),
        ("nhs", "ours"),
    ],
)
def test_a_word_is_classed_by_its_stem(word: str, expected: str | None) -> None:
    assert class_of(word) == expected


def test_every_word_and_stem_of_a_class_is_of_that_class() -> None:
    for name, words in _CLASSES.items():
        assert {class_of(word.removeprefix("=")) for word in words.split()} == {name}


@pytest.mark.parametrize(
    ("text", "labels", "about"),
    [
        (COUNCIL, "", False),
        (COUNCIL, "Example NHS Trust", True),
        (COUNCIL + "A man was taken to hospital.", "", False),
        (COUNCIL + "The NHS trust agrees.\n\nSo do its nurses.", "", True),
        (COUNCIL + "The NHS trust and its nurses agree.", "", True),
        (COUNCIL + "A nurse was hurt.\n\nShe was taken to hospital.", "", False),
        (
            "The council will shed 40 posts for health and safety and in health, education and transport. "
            * 5,
            "",
            False,
        ),
        ("The council will shed 40 posts.", "", True),
    ],
)
def test_a_text_is_about_health_if_it_says_so_more_than_in_passing(
    text: str, labels: str, about: bool
) -> None:
    assert is_about_health(read_text(text), labels) is about


def test_in_a_text_about_something_else_only_the_paragraph_that_names_the_service_is_read() -> None:
    other = "The council will shed 40 posts and 25 jobs in its libraries. " * 8
    assert values(f"{other}\n\nThe NHS locally is to lose 900 posts.") == [900]
    assert values(f"{other}\n\nA man was taken to hospital.") == []


def test_each_of_two_numbered_lists_has_its_numbers() -> None:
    text = "1 Nurses stay.\n\n2 Managers lose their jobs.\n\n1 Nurses stay.\n\n2 Managers lose their jobs.\n"
    assert numbering(text, [0, 16, 45, 61]) == {0, 16, 45, 61}


def test_a_paragraphs_number_before_a_sum_is_its_number() -> None:
    assert numbering("1.2 £9.1m of the programme is known.\n\n1.3 £2m is not.\n", [0, 38]) == {0, 38}
