"""Ordinary words: those that have a capital only where they open something, and so name nobody alone.

Belongs here: the list, which `tests/gold/list_words.py` draws from the annotated documents. Does not belong
here: what else tells a name (proper.py, labels.py).
"""

from functools import lru_cache
from pathlib import Path

from nhscuts_pipeline.extraction.phrases import Expression

PATH = Path(__file__).with_name("ordinary_words.txt")
_WORD = Expression(r"\w+")
# The list has no shorter words.
_SHORT = 3
_SMALL_WORD = Expression(r"\b[a-z]+\b")


@lru_cache(maxsize=1)
def ordinary_words() -> frozenset[str]:
    """In small letters, of three letters and more."""
    return frozenset(PATH.read_text(encoding="utf-8").split())


def small_words(text: str) -> frozenset[str]:
    """The words that a text itself writes so: a capital elsewhere makes no name of them."""
    return frozenset(_SMALL_WORD.compiled.findall(text))


def is_ordinary(phrase: str, also: frozenset[str] = frozenset()) -> bool:
    """Whether a phrase is made of such words, or of those `also` given, alone: "Finance Director"."""
    known = ordinary_words()
    words = _WORD.compiled.findall(phrase.lower())
    return bool(words) and all(len(word) < _SHORT or word in known or word in also for word in words)
