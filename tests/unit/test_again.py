"""The second reading settles measure and modality by what the first made of the figures around."""

import pytest

from nhscuts_pipeline.contracts.vocabulary import Measure, Modality, Unit
from nhscuts_pipeline.extraction import again
from nhscuts_pipeline.extraction.again import likeliest, read_again, signs
from nhscuts_pipeline.extraction.elision import SAID_BEFORE
from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.linear import Linear
from nhscuts_pipeline.extraction.rule_words import WEIGHED


def scored(at: int, measures: dict[Measure, float], value: float = 40.0) -> Draft:
    draft = Draft(at, at + 2, value, 0, unit=Unit.POSTS, measure=max(measures, key=measures.__getitem__))
    draft.scored = {
        "measure": list(measures.items()),
        "modality": [(Modality.ACTUAL, 2.0), (Modality.PLANNED, 1.0)],
    }
    return draft


CUT = {Measure.POSTS_CUT: 2.0, Measure.VACANCIES: 1.9, Measure.WORKFORCE: -3.0}
EMPTY = {Measure.VACANCIES: 4.0, Measure.POSTS_CUT: 0.5}


def test_only_the_likeliest_values_are_looked_at_again_the_best_first() -> None:
    draft = scored(0, {measure: at / 2 for at, measure in enumerate(Measure)})
    assert [value for value, _ in likeliest(draft, "measure")] == list(reversed(Measure))[:5]


def test_a_value_far_behind_is_not_looked_at_again() -> None:
    draft = scored(0, {Measure.VACANCIES: 6.0, Measure.POSTS_CUT: 2.5, Measure.WORKFORCE: 1.5})
    assert [value for value, _ in likeliest(draft, "measure")] == [Measure.VACANCIES, Measure.POSTS_CUT]


def test_a_value_has_signs_of_the_figures_beside_it_and_of_the_same_number() -> None:
    drafts = [scored(0, EMPTY), scored(20, CUT), scored(900, EMPTY)]
    first, second = list(signs(drafts, "measure"))[1][:2]
    assert "measure behind 0" in first
    assert "measure behind 1" in second
    assert "measure -1 vacancies: posts_cut" in first
    assert "measure -1 vacancies: vacancies 0" in second
    assert "measure +1 vacancies: vacancies 3" in second
    assert "measure again vacancies: vacancies" in second


def test_the_figures_around_can_outweigh_a_close_first_choice(monkeypatch: pytest.MonkeyPatch) -> None:
    weights = {"measure behind 0": [(0, 50)], "measure -1 vacancies: vacancies": [(0, 80)]}
    monkeypatch.setattr(again, "_MODEL", Linear.of(("right",), weights))
    drafts = [scored(0, EMPTY), scored(20, CUT)]
    read_again(drafts)
    assert [draft.measure for draft in drafts] == [Measure.VACANCIES, Measure.VACANCIES]
    assert drafts[1].rules["measure"] == WEIGHED
    assert "measure" not in drafts[0].rules
    assert 0 < drafts[1].sure["measure"] < 1


def test_a_number_said_before_keeps_what_it_was_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(again, "_MODEL", Linear.of(("right",), {"measure behind 0": [(0, 90)]}))
    first, repeated = scored(0, EMPTY), scored(20, CUT)
    repeated.source, repeated.rules["source"] = first, SAID_BEFORE
    read_again([first, repeated])
    assert repeated.measure is Measure.VACANCIES


def test_one_value_alone_is_sure() -> None:
    draft = scored(0, {Measure.ORGANISATIONS: 1.0})
    read_again([draft])
    assert draft.measure is Measure.ORGANISATIONS
    assert draft.sure["measure"] == 1.0
