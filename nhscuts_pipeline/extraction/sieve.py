"""Which of many expressions can match in a stretch of text, and where, told by one search for all of them.

Belongs here: that search. What must stand in a match is read off an expression in needles.py.
"""

from collections.abc import Iterable, Mapping, Set

import ahocorasick  # type: ignore[import-not-found]  # compiled, ships no stubs

from nhscuts_pipeline.extraction.needles import needles
from nhscuts_pipeline.extraction.phrases import Expression


class Sieve:
    """Expressions by what must stand in their matches."""

    def __init__(self, expressions: Iterable[Expression]) -> None:
        self.expressions = frozenset(expressions)
        self._anywhere: dict[Expression, None] = {}
        wanting: dict[str, list[tuple[Expression, int | None]]] = {}
        for expression in self.expressions:
            found = needles(expression.source)
            if found is None:
                self._anywhere[expression] = None
                continue
            for needle, begins in found.items():
                # From its last character back to where the match begins.
                back = None if begins is None else begins - len(needle)
                wanting.setdefault(needle, []).append((expression, back))
        self._automaton = ahocorasick.Automaton()
        for needle, wanted_by in wanting.items():
            self._automaton.add_word(needle, wanted_by)
        self._automaton.make_automaton()

    def left(self, spaced: str, start: int, end: int) -> Mapping[Expression, Set[int] | None]:
        """Those that can match within folded[start:end], with the places there; None for any place.

        `spaced` is that text as `automaton.fold` gives it, with a space before and one behind.
        """
        found: dict[Expression, set[int] | None] = {**self._anywhere}
        # The characters on either side tell where a word begins and ends.
        for last, wanted_by in self._automaton.iter(spaced, start, end + 2):
            for expression, back in wanted_by:
                if back is None:
                    found[expression] = None
                elif (places := found.setdefault(expression, set())) is not None:
                    places.add(last + back)
        return found
