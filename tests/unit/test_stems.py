"""Forms of a word under one stem."""

import pytest

from nhscuts_pipeline.extraction.stems import stem_of


@pytest.mark.parametrize(
    "forms",
    [
        ("lose", "loses", "losing", "lost"),
        ("redundancy", "redundancies"),
        ("expect", "expects", "expected", "expecting"),
        ("go", "going", "gone", "went"),
        ("reduce", "reduces", "reduced", "reducing"),
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms: tuple[str, ...]) -> None:
    assert len({stem_of(form) for form in forms}) == 1


def test_words_that_only_look_alike_stay_apart() -> None:
    assert len({stem_of(word) for word in ("post", "posting", "loss", "less", "us", "red", "need")}) == 6


@pytest.mark.parametrize("token", ["e", ",", "£", "24,000", "the"])
def test_what_has_no_ending_to_lose_keeps_something(token: str) -> None:
    assert stem_of(token)
