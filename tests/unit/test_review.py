"""What a person is asked to look at follows from what was measured, and is said in words."""

from datetime import date
from pathlib import Path

import pytest

from nhscuts_pipeline.extraction import review
from nhscuts_pipeline.extraction.engine import Extractor
from nhscuts_pipeline.extraction.names import Names
from nhscuts_pipeline.extraction.review import FIELDS, Signs, Weights, any_wrong
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
    return Weights(limit, {field: fields.get(field, {}) | {review.ALWAYS: -4.0} for field in FIELDS})


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


def test_the_models_leave_how_sure_they_were(extractor: Extractor) -> None:
    _, drafts = extractor.drafts(TEXT, date(2006, 10, 19))
    assert all(each.margin is not None and each.margin > 0 for each in drafts)
    assert all(set(each.sure) == {"measure", "modality", "claimant", "subject"} for each in drafts)


def test_how_sure_the_models_were_is_a_sign_in_steps(extractor: Extractor) -> None:
    mentions, drafts = extractor.drafts(TEXT, date(2006, 10, 19))
    for share, step in ((0.3, 0), (0.65, 3), (0.99, 8)):
        drafts[0].sure = {"measure": share}
        assert f"measure as sure as {step}" in Signs(mentions, drafts).of(drafts[0])["measure"]


def test_a_number_that_only_just_passed_as_a_figure_says_so(extractor: Extractor) -> None:
    mentions, drafts = extractor.drafts(TEXT, date(2006, 10, 19))
    drafts[0].margin, drafts[1].margin = 0.1, 6.0
    barely, surely = (Signs(mentions, drafts).of(draft)["figure"] for draft in drafts[:2])
    assert "passed by 0" in barely
    assert "passed by 6" in surely


def test_what_was_measured_doubts_a_figure_that_barely_passed_more_than_a_sure_one() -> None:
    measured = Weights.read(review.PATH)
    signs = {field: [review.ALWAYS] for field in FIELDS}
    barely, surely = (
        measured.risks(signs | {"figure": [review.ALWAYS, f"passed by {step}"]})["figure"] for step in (0, 6)
    )
    assert barely > 2 * surely


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
    assert set(measured.fields) == set(FIELDS)
    assert all(review.ALWAYS in by_sign for by_sign in measured.fields.values())


def test_a_guess_is_always_for_a_person_to_look_at(
    extractor: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    mentions, drafts = extractor.drafts(TEXT, date(2006, 10, 19))
    monkeypatch.setattr(review, "_WEIGHTS", weights(limit=1.0))
    assert review.review(mentions, drafts) == [None, None, None]
    drafts[1].rules["measure"] = GUESS
    (reason,) = filter(None, review.review(mentions, drafts))
    assert "a guess" in reason
