"""Whose a figure is, weighed among all that a text offers: the candidates, their signs and the choice."""

from datetime import date
from pathlib import Path

import pytest

from nhscuts_pipeline.contracts.vocabulary import Measure
from nhscuts_pipeline.extraction import whose
from nhscuts_pipeline.extraction.engine import Extractor
from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.focus import Focus
from nhscuts_pipeline.extraction.linear import Linear
from nhscuts_pipeline.extraction.names import Name, Names
from nhscuts_pipeline.extraction.offer import Candidate, Offer
from nhscuts_pipeline.extraction.register import NameKind
from nhscuts_pipeline.extraction.rule_words import WEIGHED
from nhscuts_pipeline.extraction.whose import Model, offered, second_signs

ON = date(2010, 6, 1)


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(Names.read(Path(__file__).parents[2] / "sources" / "reference"))


def offers(extractor: Extractor, text: str) -> list[dict[str, Candidate]]:
    mentions, drafts = extractor.drafts(text, ON)
    return [
        {each.name.name: each for each in offer} for offer in offered(mentions, Focus(mentions), drafts)[1]
    ]


def test_a_name_that_each_number_is_dealt_out_to_is_told_from_the_others(extractor: Extractor) -> None:
    leeds, fife = offers(extractor, "The NHS will cut jobs: 171 posts in Leeds and 147 in Fife.")
    assert "dealt this" in leeds["Leeds"].signs & fife["Fife"].signs
    assert "dealt another" in leeds["Fife"].signs & fife["Leeds"].signs
    (alone,) = offers(extractor, "The NHS will cut 171 posts in Leeds.")
    assert not any(sign.startswith("dealt") for sign in alone["Leeds"].signs)


def test_what_the_sentence_the_text_and_the_rules_name_is_offered(extractor: Extractor) -> None:
    (offer,) = offers(extractor, "Fen PCT met on Monday. Wold PCT will axe 90 posts, it said.")
    assert {"Fen PCT", "Wold PCT", "NHS"} <= set(offer)
    assert offer["Wold PCT"].inside
    assert {"left 0", "rule"} <= offer["Wold PCT"].signs
    assert not offer["Fen PCT"].inside
    assert "up 0" in offer["Fen PCT"].signs


def test_england_is_offered_where_the_text_says_so(extractor: Extractor) -> None:
    (offer,) = offers(extractor, "Fen PCT will axe 90 posts.")
    assert "England" not in offer
    (offer,) = offers(extractor, "Fen PCT, the smallest in England, will axe 90 posts.")
    assert "England" in offer


def test_a_proper_name_that_no_rule_knows_is_offered_where_it_acts(extractor: Extractor) -> None:
    (offer,) = offers(
        extractor, "Lugg Valley, the smallest, wrote to 88 staff to say that they were at risk."
    )
    assert offer["Lugg Valley"].name.sort == "proper"


def test_a_name_that_goes_beyond_a_known_one_is_offered_too(extractor: Extractor) -> None:
    (offer,) = offers(extractor, "Much of the gap is in Coastal West Sussex, which must lose 90 posts.")
    assert "Coastal West Sussex" in offer


def test_proper_names_do_not_crowd_out_the_bodies_further_up(extractor: Extractor) -> None:
    met = " ".join(f"Then {name} came and went." for name in ("Zorbo", "Quex", "Wixle", "Trabo", "Vexo"))
    more = " ".join(f"Then {name} came too." for name in ("Yarbo", "Nuxle", "Probix", "Lomex"))
    *_, offer = offers(extractor, f"Fen PCT met. {met} {more} After all that 90 posts will go.")
    assert "Fen PCT" in offer


def test_how_the_text_uses_a_proper_name_elsewhere_is_a_sign(extractor: Extractor) -> None:
    *_, offer = offers(extractor, "We asked Lugg Valley. Now Lugg Valley will axe 90 posts.")
    assert {"used after asked", "used then will"} <= offer["Lugg Valley"].signs


@pytest.mark.parametrize(
    "text",
    [
        "SANDRA PELL. Fen PCT will axe 90 posts, said Sandra Pell.",
        "Sandra Pell has a desk. Pell has no job. Fen PCT will axe 90 posts.",
        "Mr Robson has a desk. Robson has no job. Fen PCT will axe 90 posts.",
        "The meeting, at the Subscription Rooms, was full. Fen PCT will axe 90 posts.",
        "GEMMA: Good morning.\n\nTOM: Morning.\n\nGEMMA: Fen PCT will axe 90 posts.\n\nTOM: Really?",
    ],
)
def test_people_speakers_and_venues_are_no_bodies(extractor: Extractor, text: str) -> None:
    (offer,) = offers(extractor, text)
    assert {"Fen PCT", "NHS"} == set(offer)


def test_a_hospital_named_after_somebody_is_one(extractor: Extractor) -> None:
    text = "George Ash University Hospital is small. George Ash, which owes £9m, will axe 90 posts."
    assert offers(extractor, text)[-1]["George Ash University Hospital"].inside


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("THAMES WEALD. The service will axe 90 posts.", "Thames Weald"),
        ("Ashford, with 900 staff, will axe 90 posts.", "Ashford"),
        (
            "At Luton, Wold and Milton Fen, which share a board, 90 posts will go.",
            "Luton, Wold and Milton Fen",
        ),
    ],
)
def test_labels_places_and_lists_of_areas_are_offered(extractor: Extractor, text: str, name: str) -> None:
    assert name in offers(extractor, text)[-1]


def test_the_one_body_of_a_sentence_is_told_from_others(extractor: Extractor) -> None:
    (offer,) = offers(extractor, "Fen PCT met on Monday.\n\nWold PCT's plan takes out 90 posts.")
    assert {"alone in the sentence", "alone in the paragraph", "left owns"} <= offer["Wold PCT"].signs
    assert "another alone in the sentence: outside" in offer["Fen PCT"].signs


@pytest.mark.parametrize(
    "word", ["Nobody", "Mr Ash", "October", "Labour", "Savings", "Roughly", "Twenty-two", "Fewer"]
)
def test_people_months_parties_and_things_are_not(extractor: Extractor, word: str) -> None:
    (offer,) = offers(extractor, f"{word} knows of it. Fen PCT will axe 90 posts.")
    assert word.split()[-1] not in offer


def test_all_names_of_one_body_are_one_candidate_under_the_fullest(extractor: Extractor) -> None:
    text = "Marsham Hospitals NHS Trust met on Monday. Marsham will axe 90 posts at Wold PCT's request."
    (offer,) = offers(extractor, text)
    assert "Marsham" not in offer
    assert {"left 0", "up 0"} <= offer["Marsham Hospitals NHS Trust"].signs


def test_two_bodies_of_one_place_stay_two(extractor: Extractor) -> None:
    text = "NHS Eastmarsh met on Monday. Eastmarsh Community Health Trust will axe 90 posts."
    (offer,) = offers(extractor, text)
    assert {"NHS Eastmarsh", "Eastmarsh Community Health Trust"} <= set(offer)


def test_the_body_that_a_paragraph_begins_with_is_told_from_others(extractor: Extractor) -> None:
    text = "* **Heywood PCT.** Costs are among the highest in the North West. It will axe 90 posts."
    (offer,) = offers(extractor, text)
    assert "leads in bold" in offer["Heywood PCT"].signs
    assert "led by another in bold, outside" in offer["North West"].signs


def test_the_body_that_heads_a_column_is_offered(extractor: Extractor) -> None:
    text = (
        "Windrush PCT and Swells PCT met.\n\n| | Windrush PCT | Swells PCT |\n| --- | --- | --- |\n"
        "| Posts cut | 31 | 36 |"
    )
    first, second = offers(extractor, text)
    assert "column" in first["Windrush PCT"].signs
    assert "column" in second["Swells PCT"].signs
    assert "column" not in second["Windrush PCT"].signs


def candidate(name: str, *signs: str) -> Candidate:
    return Candidate(Name(0, 0, name, NameKind.BODY, "pct"), set(signs))


def draft(at: int, sentence: int) -> Draft:
    return Draft(at, at + 1, 1.0, sentence)


def test_the_likeliest_candidate_of_the_second_reading_is_chosen() -> None:
    weights = {"near": [(0, 100)], "first behind 0": [(1, 50)], "first -1 1": [(1, 200)]}
    model = Model(Linear.of(whose.READINGS, weights))
    said: list[Offer] = [
        [candidate("Fen PCT", "near"), candidate("Wold PCT")],
        [candidate("Fen PCT"), candidate("Wold PCT", "near")],
    ]
    chosen = model.choose([draft(0, 0), draft(9, 1)], said)
    # The first reading has Wold for the second figure; that the one before is Fen's weighs more.
    assert [best.name.name for best, _ in chosen] == ["Fen PCT", "Fen PCT"]
    assert all(0.5 < share < 1 for _, share in chosen)


def test_the_second_reading_sees_whose_the_figures_around_are() -> None:
    said: list[Offer] = [[candidate("Fen PCT"), candidate("Wold PCT")] for _ in range(3)]
    first = [[1.0, 0.0], [0.0, 0.2], [1.0, 0.0]]
    signs = list(second_signs([draft(0, 0), draft(9, 0), draft(18, 4)], said, first))
    assert {"first -1 0", "first +1 2", "first around"} <= signs[1][0]
    assert not any(sign.startswith("first +1") for sign in signs[1][1])
    assert "first behind 0" in signs[1][1]


def test_the_second_reading_sees_runs_and_whose_figures_of_the_same_measure_are() -> None:
    said: list[Offer] = [[candidate("Fen PCT"), candidate("Wold PCT")] for _ in range(4)]
    first = [[1.0, 0.0], [1.0, 0.0], [0.0, 0.2], [0.0, 0.2]]
    drafts = [draft(at, at) for at in range(4)]
    for each, measure in zip(drafts, (Measure.DEFICIT, Measure.BUDGET, Measure.DEFICIT, None), strict=True):
        each.measure = measure
    *_, third, _ = second_signs(drafts, said, first)
    fen, wold = third
    assert {"first run 2", "first has 1 alike", "first last alike True 2"} <= fen
    assert {"first run 0", "first has 0 alike", "first last alike False 2"} <= wold
    assert not any(sign.startswith("first next alike") for sign in fen | wold)


def test_a_candidate_that_the_first_reading_leaves_far_behind_has_lost() -> None:
    said: list[Offer] = [[candidate("Fen PCT"), candidate("Wold PCT")]]
    (signs,) = second_signs([draft(0, 0)], said, [[6.0, 0.5]])
    assert signs[1] == {"first lost"}
    assert "first behind 0" in signs[0]


def test_a_choice_against_the_rules_says_that_it_was_weighed(
    extractor: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "Fen PCT met on Monday. Wold PCT will axe 90 posts."
    weights = {"up 0": [(0, 900)], "first behind 0": [(1, 900)]}
    monkeypatch.setattr(whose, "_MODEL", Model(Linear.of(whose.READINGS, weights)))
    (figure,) = extractor.extract(text, ON)
    assert (figure.subject, figure.rules["subject"]) == ("Fen PCT", WEIGHED)


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("Wold PCT will axe 90 posts. Its neighbour, Fen PCT, has cut 40 jobs.", ["Wold PCT", "Fen PCT"]),
        ("Fen PCT will lose 30 posts at its offices in Wold.", ["Fen PCT"]),
        ("Nationally, 9,000 posts have gone from the NHS. Fen PCT has lost 12 posts.", ["NHS", "Fen PCT"]),
        (
            (
                "| Trust | Posts cut |\n| --- | --- |\n| Fenland Hospitals | 40 |\n"
                "| Marsham Hospitals | 12 |\n| Total | 52 |"
            ),
            ["Fenland Hospitals", "Marsham Hospitals", "NHS"],
        ),
    ],
)
def test_the_model_that_is_shipped_reads_plain_sentences(
    extractor: Extractor, text: str, subjects: list[str]
) -> None:
    assert [figure.subject for figure in extractor.extract(text, ON)] == subjects
