"""A text with what is looked for in it time and again: its tokens, and the expressions that match.

Belongs here: doing so once. Does not belong here: any expression (triggers.py, modality_cues.py and others
hold them, and the engine the sieve of all) and what a match means.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from typing import Any, Protocol, TypeVar

from nhscuts_pipeline.extraction import automaton
from nhscuts_pipeline.extraction.barriers import Barriers
from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.layout import Layout
from nhscuts_pipeline.extraction.phrases import Expression
from nhscuts_pipeline.extraction.quotations import Quotation, read_quotations
from nhscuts_pipeline.extraction.sieve import Sieve
from nhscuts_pipeline.extraction.tokens import Tokens


def fold(text: str) -> str:
    """Lower case with plain spaces and hyphens, of the same length."""
    return automaton.lowered(text).replace("\u00a0", " ").replace("‑", "-")


class HasExpression(Protocol):
    """What bears an expression, as a trigger does."""

    @property
    def expression(self) -> Expression:
        """What it is looked for by."""
        ...


Bearer = TypeVar("Bearer", bound=HasExpression)


class Passage:
    """A stretch of a folded text, most often a sentence, by its offsets there."""

    def __init__(self, folded: str, spaced: str, sieve: Sieve, start: int, end: int) -> None:
        self.folded = folded
        self.start = start
        self.end = end
        self._spaced = spaced
        self._sieve = sieve
        self._matches: dict[Expression, Sequence[re.Match[str]]] = {}
        self._matches_of: dict[tuple[Any, ...], Sequence[tuple[Any, re.Match[str]]]] = {}

    @cached_property
    def _possible(self) -> Mapping[Expression, Set[int] | None]:
        return self._sieve.left(self._spaced, self.start, self.end)

    def can_have(self, expression: Expression) -> bool:
        """Whether the expression may match in the passage; False where it certainly does not."""
        if expression in self._possible:
            return True
        if expression not in self._sieve.expressions:
            raise ValueError(f"not in the sieve, so nobody knows where it matches: {expression.source[:60]}")
        return False

    def matches(self, expression: Expression) -> Sequence[re.Match[str]]:
        """Where it matches in the passage, in order."""
        if not self.can_have(expression):
            return ()
        found = self._matches.get(expression)
        if found is None:
            found = self._matches[expression] = list(self._find(expression, self.start, self.end))
        return found

    def _find(self, expression: Expression, start: int, end: int) -> Iterator[re.Match[str]]:
        places = self._possible[expression]
        if places is None:
            yield from expression.finditer(self.folded, start, end)
            return
        # As `finditer` does, but without trying the places in between.
        for place in sorted(places):
            match = expression.match(self.folded, place, end) if place >= start else None
            if match is not None:
                yield match
                start = match.end()

    def matches_of(self, table: tuple[Bearer, ...]) -> Sequence[tuple[Bearer, re.Match[str]]]:
        """Where the expressions of a table match, in the order of the table."""
        found = self._matches_of.get(table)
        if found is None:
            found = [(each, match) for each in table for match in self.matches(each.expression)]
            self._matches_of[table] = found
        return found

    def matches_between(self, expression: Expression, start: int, end: int) -> Iterable[re.Match[str]]:
        """Where it matches in a part of the passage, read by itself."""
        return self._find(expression, start, end) if self.can_have(expression) else ()

    def first_between(self, expression: Expression, start: int, end: int) -> re.Match[str] | None:
        """Where it first matches in a part of the passage."""
        return next(iter(self.matches_between(expression, start, end)), None)

    def has(self, expression: Expression) -> bool:
        """Whether it matches anywhere in the passage."""
        return self.first_between(expression, self.start, self.end) is not None

    @cached_property
    def _barriers(self) -> Barriers:
        return Barriers(self.folded, self.start, self.end)

    def distance(self, draft: Draft, start: int, end: int) -> float:
        """Words between a number and a phrase, plus what the barriers cost; 0 where they touch."""
        if start >= draft.end:
            first, last = max(draft.end, draft.head[1] if draft.head else draft.end), start
        elif end <= draft.start:
            first, last = end, draft.start
        else:
            return 0
        if first >= last:
            return 0
        return self.folded.count(" ", first, last) + self._barriers.cost(first, last)


class Text:
    """A text with its layout and tokens, and a passage for each sentence that is asked for.

    `folded` is it in lower case, `plain` in lower case with a space for every mark, both offset for offset.
    """

    def __init__(self, layout: Layout, sieve: Sieve) -> None:
        self.layout = layout
        self.folded = fold(layout.text)
        self.plain = automaton.fold(layout.text)
        self._sieve = sieve
        self._spaced = f" {self.plain} "
        self._passages: dict[int, Passage] = {}
        self._labels: dict[str, Passage] = {}

    @cached_property
    def tokens(self) -> Tokens:
        """Its words and marks."""
        return Tokens(self.folded)

    @cached_property
    def quotations(self) -> list[Quotation]:
        """What stands in it between quotation marks."""
        return read_quotations(self.layout)

    def passage(self, sentence: int) -> Passage:
        """The passage of a sentence, by its place in the layout."""
        found = self._passages.get(sentence)
        if found is None:
            span = self.layout.sentences[sentence]
            found = Passage(self.folded, self._spaced, self._sieve, span.start, span.end)
            self._passages[sentence] = found
        return found

    def label(self, words: str) -> Passage:
        """A heading or a cell of the text as a passage by itself; `words` are folded."""
        found = self._labels.get(words)
        if found is None:
            found = Passage(words, f" {automaton.fold(words)} ", self._sieve, 0, len(words))
            self._labels[words] = found
        return found
