"""What a person is asked to look at follows from what was measured, and is said in words."""

from datetime import date
from pathlib import Path

import pytest

from nhscuts_pipeline.contracts.vocabulary import Measure, Modality, Unit
from nhscuts_pipeline.extraction import review
from nhscuts_pipeline.extraction.engine import Extractor
from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.names import Names
from nhscuts_pipeline.extraction.review import FIELDS, READ_TWICE, Signs, Weights, any_wrong
from nhscuts_pipeline.extraction.rule_words import GUESS

TEXT = (
    "Wold Hospitals NHS Trust will axe 200 posts, its chief executive said.\n\n"
    "Fen Primary Care Trust has a deficit of £3m. The 200 posts at Wold are to go by March.\n"
)


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(Names.read(Path(__file__).parents[2] / "sources" / "reference"))


@pytest.fixture
def signs(extractor: Extractor) -> list[dict[str, list[str]]]:
    mentions, drafts = extractor.drafts(TEXT, date(2006, 10, 19))
    return [Signs(mentions, drafts).of(draft) for draft in drafts]


def weights(limit: float = 0.5, **fields: dict[str, float]) -> Weights:
    return Weights(
        limit,
        {field: fields.get(field, {}) | {review.ALWAYS: -4.0} for field in FIELDS},
        {field: ({field: 1.0} if field in READ_TWICE else {}) for field in FIELDS},
        {"measure": {"posts_cut": {"l1:axe": 3.0, "l1:eyes": -3.0}}, "modality": {}},
    )


def draft(**fields: object) -> Draft:
    made = Draft(0, 3, 200.0, 0, unit=Unit.POSTS, measure=Measure.POSTS_CUT, modality=Modality.ACTUAL)
    for name, value in fields.items():
        setattr(made, name, value)
    return made


NONE: dict[str, list[str]] = {field: [review.ALWAYS] for field in FIELDS}


def test_every_field_has_its_signs_and_a_figure_that_is_said_again_says_so(
    signs: list[dict[str, list[str]]],
) -> None:
    assert len(signs) == 3
    assert all(set(each) == set(FIELDS) for each in signs)
    assert all(each[field].count(review.ALWAYS) == 1 for each in signs for field in FIELDS)
    assert "said again alike" in signs[0]["measure"]
    assert "said again alike" not in signs[1]["measure"]


def test_words_that_stand_in_the_sentence_are_one_rule_whatever_they_are(
    signs: list[dict[str, list[str]]],
) -> None:
    assert "measure by its words" in signs[0]["measure"]
    assert not any("axe" in sign for sign in signs[0]["measure"])


def test_the_gate_leaves_its_evidence_so_that_prose_is_read_twice(extractor: Extractor) -> None:
    _, drafts = extractor.drafts(TEXT, date(2006, 10, 19))
    assert all(each.evidence and each.margin is not None and each.margin > 0 for each in drafts)


@pytest.mark.parametrize(("near", "worse"), [("l1:axe", False), ("l1:eyes", True)])
def test_a_second_reading_that_disagrees_makes_a_measure_doubtful(near: str, worse: bool) -> None:
    plain = weights().risks(draft(), NONE)["measure"]
    assert (weights().risks(draft(evidence={near}), NONE)["measure"] > plain) is worse


def test_a_number_that_only_just_passed_as_a_figure_is_doubtful() -> None:
    barely, surely = (weights().risks(draft(margin=margin), NONE)["figure"] for margin in (0.1, 6.0))
    assert barely > 0.4 > 0.05 > surely


def test_doubts_of_several_fields_add_up() -> None:
    assert any_wrong({"measure": 0.5, "subject": 0.5}) == 0.75
    assert any_wrong({"measure": 0.0, "subject": 0.0}) == 0.0


def test_the_reason_names_the_doubtful_field_and_what_it_rests_on(
    extractor: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    mentions, drafts = extractor.drafts(TEXT, date(2006, 10, 19))
    for each in drafts:
        each.margin = 9.0
    drafts[1].rules["subject"] = "focus"
    monkeypatch.setattr(review, "_WEIGHTS", weights(subject={"subject by focus": 6.0}))
    assert review.review(mentions, drafts) == [
        None,
        "unsure whose it is (the body last named, further up)",
        None,
    ]


def test_what_was_measured_covers_every_field() -> None:
    measured = Weights.read(review.PATH)
    assert 0 < measured.limit < 1
    assert set(measured.fields) == set(measured.against) == set(FIELDS)
    assert all(review.ALWAYS in by_sign for by_sign in measured.fields.values())
    assert set(measured.readings) == set(READ_TWICE)


def test_a_guess_is_always_for_a_person_to_look_at() -> None:
    text = "NHS trusts in the region are thought to face £12m of it."
    (found,) = Extractor(Names([])).extract(text, date(2025, 9, 1), date(2025, 9, 1))
    assert found.rules["measure"] == GUESS
    assert found.needs_review is not None
    assert "a guess" in found.needs_review
