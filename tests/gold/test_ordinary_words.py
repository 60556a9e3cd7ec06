"""The list of ordinary words is what the annotated documents say."""

from list_words import listed, ordinary_words

from nhscuts_pipeline.extraction.ordinary import PATH


def test_the_list_is_fresh() -> None:
    assert PATH.read_text(encoding="utf-8") == listed(), "run list_words.py, then make train"


def test_a_word_counts_where_many_documents_write_it_small_and_few_with_a_capital() -> None:
    texts = ["the severance in Wold, the wold", "rarely"] * 8
    assert ordinary_words([*texts[1:3], *texts[1:]]) == ["rarely", "severance", "the"]
    assert ordinary_words(texts[:6]) == []
