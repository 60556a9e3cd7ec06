"""Which of many expressions can match in a stretch of text, told by one search for all of them.

Belongs here: that search. What must stand in a match is read off an expression in needles.py.
"""

from collections.abc import Iterable, Set

import ahocorasick  # type: ignore[import-not-found]  # compiled, ships no stubs

from nhscuts_pipeline.extraction.needles import needles
from nhscuts_pipeline.extraction.phrases import Expression


class Sieve:
    """Expressions by what must stand in their matches."""

    def __init__(self, expressions: Iterable[Expression]) -> None:
        self.expressions = frozenset(expressions)
        self._always: set[Expression] = set()
        wanting: dict[str, set[Expression]] = {}
        for expression in self.expressions:
            found = needles(expression.source)
            if found is None:
                self._always.add(expression)
            for needle in found or ():
                wanting.setdefault(needle, set()).add(expression)
        self._automaton = ahocorasick.Automaton()
        for needle, wanted_by in wanting.items():
            self._automaton.add_word(needle, wanted_by)
        self._automaton.make_automaton()

    def left(self, spaced: str, start: int, end: int) -> Set[Expression]:
        """Those that can match within folded[start:end].

        `spaced` is that text as `automaton.fold` gives it, with a space before and one behind.
        """
        # The characters on either side tell where a word begins and ends.
        return self._always.union(*(found for _, found in self._automaton.iter(spaced, start, end + 2)))
