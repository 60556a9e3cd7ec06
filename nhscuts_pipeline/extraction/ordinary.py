"""Ordinary words: those that have a capital only where they open something, and so name nobody alone.

Belongs here: the list, which `tests/gold/list_words.py` draws from the annotated documents. Does not belong
here: what else tells a name (proper.py, labels.py).
"""

from functools import lru_cache
from pathlib import Path

PATH = Path(__file__).with_name("ordinary_words.txt")


@lru_cache(maxsize=1)
def ordinary_words() -> frozenset[str]:
    """In small letters, of three letters and more."""
    return frozenset(PATH.read_text(encoding="utf-8").split())


def is_ordinary(phrase: str) -> bool:
    """Whether a phrase is made of such words alone: "Phase", "Finance Director"."""
    return ordinary_words().issuperset(phrase.lower().split())
