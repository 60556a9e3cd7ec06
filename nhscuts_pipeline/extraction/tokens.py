"""The words and marks of a text in lower case, cut once, with what each word is about.

Belongs here: cutting, and looking at stretches of it. Does not belong here: what a word says of a number
(gate.py, surroundings.py).
"""

from bisect import bisect_left
from collections.abc import Sequence, Set
from functools import lru_cache
from itertools import accumulate

from nhscuts_pipeline.extraction.phrases import Expression
from nhscuts_pipeline.extraction.word_classes import class_of

_TOKEN = Expression(r"[a-z]+(?:['’-][a-z]+)*|\d[\d,.]*|£|%|[.,;:()?!|–—]|[\"“”]")
_PART = Expression("[a-z]+")
_APART = Expression(f"({_TOKEN.source})")
# What a mark or word between a number and a phrase costs, in words.
_COST = {
    **dict.fromkeys(";:–—.!?", 9),
    **dict.fromkeys("but while whereas although though before after against".split(), 6),
    ",": 4,
    **dict.fromkeys("and which who that".split(), 3),
}
_NUMBER_COST = 4
_OWNERS = frozenset({"ours", "outside"})


class Tokens:
    """The tokens of a folded text in order; `kinds` holds the class of each, None for most."""

    def __init__(self, folded: str) -> None:
        self._folded = folded
        # Every other piece is a token, and the lengths of all before it say where it begins.
        pieces = _APART.compiled.split(folded)
        places = list(accumulate(map(len, pieces)))
        self.words, self._starts, self._ends = pieces[1::2], places[:-1:2], places[1::2]
        facts = {word: _facts(word) for word in set(self.words)}
        told = [facts[word] for word in self.words]
        self.kinds = [kind for kind, _ in told]
        self._costs = [0, *accumulate([cost for _, cost in told])]
        self._owners = [at for at, kind in enumerate(self.kinds) if kind in _OWNERS]

    def between(self, start: int, end: int) -> tuple[list[str], list[str | None]]:
        """The tokens of folded[start:end] with their classes, as if it stood alone.

        A word that an end of the span cuts off counts as what is left of it.
        """
        first, last, head, tail = self._cut(start, end)
        words, kinds = self.words[first:last], self.kinds[first:last]
        if head:
            words, kinds = head + words, [*map(class_of, head), *kinds]
        if tail:
            words, kinds = words + tail, [*kinds, *map(class_of, tail)]
        return words, kinds

    def _cut(self, start: int, end: int) -> tuple[int, int, list[str], list[str]]:
        """From which token to which a span has whole ones, and what it has of one before and one behind."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        head: list[str] = []
        tail: list[str] = []
        if first and self._ends[first - 1] > start:
            head = _TOKEN.compiled.findall(self._folded, start, min(end, self._ends[first - 1]))
        if last > first and self._ends[last - 1] > end:
            last -= 1
            tail = _TOKEN.compiled.findall(self._folded, self._starts[last], end)
        return first, last, head, tail

    def starts_of(self, words: Set[str]) -> list[int]:
        """Where those words begin, as part of another or alone, and numbers in digits and "£", in order."""
        offsets: dict[str, Sequence[int]] = {}
        for word in set(self.words):
            if word.isalpha():
                if word in words:
                    offsets[word] = (0,)
            elif word[0].isalpha():
                offsets[word] = [part.start() for part in _PART.finditer(word) if part[0] in words]
            elif word == "£" or word[0].isdecimal():
                offsets[word] = (0,)
        return [
            at + offset
            for word, at in zip(self.words, self._starts, strict=True)
            if word in offsets
            for offset in offsets[word]
        ]

    def beginning_in(self, start: int, end: int) -> list[str]:
        """The tokens that begin in that span."""
        return self.words[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def cost(self, start: int, end: int) -> int:
        """How far apart two places are, in words; 0 where the second comes before the first."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return self._costs[last] - self._costs[first] if last > first else 0

    def last_owner(self, start: int, end: int) -> str | None:
        """Whom folded[start:end] spoke of last: the service ("ours") or others ("outside")."""
        first, last, head, tail = self._cut(start, end)
        at = bisect_left(self._owners, last) - 1
        whole = [self.words[self._owners[at]]] if at >= 0 and self._owners[at] >= first else []
        kinds = map(class_of, (*reversed(tail), *whole, *reversed(head)))
        return next((kind for kind in kinds if kind in _OWNERS), None)


@lru_cache(maxsize=16_384)
def _facts(word: str) -> tuple[str | None, int]:
    """The class of a word, and what it costs to cross it."""
    return class_of(word), _COST.get(word, _NUMBER_COST if word[0].isdigit() else 1)
