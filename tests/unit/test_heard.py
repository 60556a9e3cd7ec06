"""Whom a figure can be heard from: the voices that a text offers, their signs, and the choice among them."""

from datetime import date
from pathlib import Path

import pytest

from nhscuts_pipeline.extraction import claimant
from nhscuts_pipeline.extraction.claimant import offered
from nhscuts_pipeline.extraction.engine import Extractor
from nhscuts_pipeline.extraction.heard import Voice
from nhscuts_pipeline.extraction.linear import Linear
from nhscuts_pipeline.extraction.names import Names
from nhscuts_pipeline.extraction.rule_words import WEIGHED

ON = date(2010, 6, 1)


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(Names.read(Path(__file__).parents[2] / "sources" / "reference"))


def voices(extractor: Extractor, text: str) -> list[dict[str | None, Voice]]:
    mentions, drafts = extractor.drafts(text, ON)
    _, found = offered(mentions, drafts, ON)
    return [{each.speaker and each.speaker.name: each for each in offer} for offer in found]


def test_the_document_itself_is_always_a_voice(extractor: Extractor) -> None:
    (offer,) = voices(extractor, "Fen PCT will axe 90 posts.")
    assert set(offer) == {None}
    assert offer[None].roles == ["none", "rule"]


def test_speakers_before_and_after_in_the_sentence_are_voices(extractor: Extractor) -> None:
    text = "Unison said that 90 posts would go, but the GMB said it was fewer."
    (offer,) = voices(extractor, text)
    assert {"rule", "before"} <= set(offer["Unison"].roles)
    assert "before said" in offer["Unison"].signs
    assert {None, "Unison", "GMB"} >= set(offer)


def test_who_spoke_further_up_is_a_voice_with_how_far_that_was(extractor: Extractor) -> None:
    text = (
        "Unison said that the plan was cruel. Nobody had asked. Some 90 posts would go.\n\nIt axed 40 posts."
    )
    first, second = voices(extractor, text)
    assert "paragraph back 2" in first["Unison"].signs
    assert "above" in second["Unison"].roles


def test_who_is_only_named_is_a_voice_with_the_word_that_follows(extractor: Extractor) -> None:
    (offer,) = voices(extractor, "Unison makes it 90 posts that will go at Fen PCT.")
    assert "named then makes" in offer["Unison"].signs


def test_whom_the_figure_before_was_from_is_a_voice(extractor: Extractor) -> None:
    _, second = voices(extractor, "Unison said 90 posts would go. Another 40 posts are at risk.")
    assert "figure before 1" in second["Unison"].signs


def test_the_likeliest_voice_is_chosen_and_says_that_it_was_weighed(
    extractor: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "Unison said 90 posts would go. Another 40 posts are at risk."
    monkeypatch.setattr(claimant, "_MODEL", Linear.of(["right"], {"figure before": [(0, 500)]}))
    _, (first, second) = extractor.drafts(text, ON)
    assert second.claimant == "Unison"
    assert second.rules["claimant"] in ("speech goes on", WEIGHED)
    monkeypatch.setattr(claimant, "_MODEL", Linear.of(["right"], {"none": [(0, 500)]}))
    _, (first, _) = extractor.drafts(text, ON)
    assert first.claimant is None
    assert first.rules["claimant"] == WEIGHED
    assert 0.9 < first.sure["claimant"] <= 1
