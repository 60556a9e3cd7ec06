"""Looking many phrases up in a folded text at once, with an automaton.

Belongs here: the search, word-bounded and longest first. Does not belong here: any phrase.
"""

from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

import ahocorasick  # type: ignore[import-not-found]  # compiled, ships no stubs

from nhscuts_pipeline.extraction.phrases import Expression

T = TypeVar("T")

# One character for one: an offset in the folded text is an offset in the text.
_NOT_WORD = Expression(r"[\W_]")


def lowered(text: str) -> str:
    """Lower case, character by character, so that every offset still holds."""
    small = text.lower()
    if len(small) == len(text):
        return small
    # A few capitals ("İ") have longer lower-case forms, which would shift every offset behind them.
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


def fold(text: str) -> str:
    """Lower case with a space for every character that is not a letter or digit, of the same length."""
    return _NOT_WORD.compiled.sub(" ", lowered(text))


class Phrases(Generic[T]):
    """Folded phrases, each with what it means."""

    def __init__(self, meanings: Mapping[str, T]) -> None:
        self._meanings = dict(meanings)
        self._automaton = ahocorasick.Automaton()
        for phrase in self._meanings:
            # The space in front makes a match begin at a word; its end is looked at when found.
            self._automaton.add_word(" " + phrase, phrase)
        self._automaton.make_automaton()

    def find(self, folded: str) -> Iterator[tuple[int, int, T]]:
        """Every phrase of a folded text with start and end, in order: at each word the longest.

        Those that overlap are all given; the caller knows which of them it can use.
        """
        if not self._meanings:
            return  # an automaton without words refuses to search
        padded = f" {folded} "
        longest: dict[int, tuple[int, str]] = {}
        for last, phrase in self._automaton.iter(padded):
            # `last` is the phrase's last character; the text is one further left than its padded form.
            if padded[last + 1] == " ":
                start = last - len(phrase)
                if start not in longest or longest[start][0] < last:
                    longest[start] = (last, phrase)
        for start in sorted(longest):
            end, phrase = longest[start]
            yield start, end, self._meanings[phrase]
