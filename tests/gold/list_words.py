"""Draws the list of ordinary words from the annotated documents: run it after annotating, before training.

`python tests/gold/list_words.py` writes `extraction/ordinary_words.txt`: the words that at least so many
documents write in small letters, and few of them with a capital within a sentence.
"""

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from score import text_of
from scoring import HERE

from nhscuts_pipeline.extraction.ordinary import PATH

# The documents that every checkout has; of none of the others may the list depend.
FOLDERS = tuple(HERE / name for name in ("dev", "more", "wider"))
IN_AT_LEAST = 8
# So many documents with a capital, for each without, make a word a name.
CAPITALS = 0.3
_SMALL = re.compile(r"(?<![\w’'-])[a-z]{3,}\b")
_CAPITAL = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}\b")


def ordinary_words(texts: Iterable[str]) -> list[str]:
    """The ordinary words of those documents, in order."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for text in texts:
        small.update(set(_SMALL.findall(text)))
        capital.update({word.lower() for word in _CAPITAL.findall(text)})
    return sorted(
        word for word, count in small.items() if count >= IN_AT_LEAST and capital[word] < CAPITALS * count
    )


def listed(folders: Iterable[Path] = FOLDERS) -> str:
    """What the list should be."""
    texts = (text_of(path) for folder in folders for path in sorted(folder.glob("*.md")))
    return "".join(f"{word}\n" for word in ordinary_words(texts))


if __name__ == "__main__":
    PATH.write_text(listed(), encoding="utf-8")
