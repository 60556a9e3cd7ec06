"""What sets a number and a phrase apart, and what it costs: "and" is crossed more easily than a full stop.

Belongs here: the marks and words that set things apart. How far apart things are in all is told by
`passage.Passage.distance`.
"""

from bisect import bisect_left
from itertools import accumulate

from nhscuts_pipeline.extraction.phrases import Expression

# Each with its cost in words.
_BARRIERS = (
    # "A turnover of c. 8%" ends no sentence.
    (Expression(r"[;:–—]| - |(?<!\bc)(?<!\bapprox)[.!?] "), 9),
    (Expression(r"\b(?:but|while|whereas|although|though|before|after|against)\b"), 6),
    (Expression(r","), 4),
    (Expression(r"\b(?:and|which|who|that)\b"), 2),
    (Expression(r"£?\d[\d,.]*\d"), 3),
    (Expression(r"\b(?:t(?:wo|hree|en)|f(?:our|ive)|s(?:ix|even)|eight|nine|[a-z]+t(?:een|y))\b"), 3),
)


class Barriers:
    """The barriers of a stretch of folded text, found once for all pairs of a number and a phrase in it."""

    def __init__(self, folded: str, start: int, end: int) -> None:
        self._folded = folded
        found = sorted(
            (*match.span(), cost)
            for pattern, cost in _BARRIERS
            for match in pattern.finditer(folded, start, end)
        )
        self._starts = [first for first, _, _ in found]
        self._costs = [0, *accumulate(cost for _, _, cost in found)]
        # How far those reach that begin before each.
        self._reach = [0, *accumulate((last for _, last, _ in found), max)]

    def cost(self, start: int, end: int) -> int:
        """What the barriers within folded[start:end] cost together."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        if self._reach[first] > start or self._reach[last] > end or self._cuts(start) or self._cuts(end):
            # One of them, or a word, is cut in two: what is left of it counts as it is.
            between = self._folded[start:end]
            return sum(cost * len(pattern.compiled.findall(between)) for pattern, cost in _BARRIERS)
        return self._costs[last] - self._costs[first]

    def _cuts(self, at: int) -> bool:
        """Whether a place is amid a word."""
        beside = self._folded[at - 1 : at + 1] if at else ""
        return len(beside) > 1 and (beside.isalnum() or "_" in beside)
