"""Sentences as word lists with offsets.

Belongs here: cutting into words. Does not belong here: what a word means.
"""

from typing import NamedTuple

from nhscuts_pipeline.extraction.phrases import Expression

_WORD = Expression(r"[a-z][a-z.]*[a-z](?:[-'’][a-z]+)*|[a-z]|[£]?\d[\d,.]*\d?[a-z%]*|[^\s\w]")


class Word(NamedTuple):
    """A word or punctuation mark in lower case, by offset in the document."""

    start: int
    end: int
    text: str

    @property
    def is_word(self) -> bool:
        """Whether it is made of letters."""
        return self.text[0].isalpha()


def words_between(folded: str, start: int, end: int) -> list[Word]:
    """The words of a stretch of folded text, in order."""
    return [Word(*m.span(), m[0]) for m in _WORD.finditer(folded, start, end)]
