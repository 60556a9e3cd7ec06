"""Whose the figures around one are by the first reading, as signs for the second.

Belongs here: those signs. Does not belong here: the candidates and their own signs (candidates.py), and the
choice with its weights (whose.py).
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from nhscuts_pipeline.contracts.vocabulary import Measure, Unit
from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.linear import highest
from nhscuts_pipeline.extraction.offer import Offer

# Between these, in log-odds, how far a candidate is behind the first reading's choice is one sign.
_BEHIND = (0, 0.3, 0.7, 1.5, 3)
# Between these, what share of all figures the first reading gave to a candidate is one sign.
_SHARES = (0, 0.1, 0.25, 0.5, 0.75)
# Sentences further apart, figures more often the same, and longer runs are no different.
_FAR = 2
_OFTEN = 2
_LONG = 4
_AROUND = (-2, -1, 1, 2)
# A candidate so far behind, in log-odds, has lost in the first reading.
_LOST = 5.0


class ChoicesAround:
    """The first reading's choices for the figures of one text; `scores` are those of the candidates."""

    def __init__(
        self, drafts: Sequence[Draft], offers: Sequence[Offer], scores: Sequence[Sequence[float]]
    ) -> None:
        self._drafts = drafts
        self._offers = offers
        self._scores = scores
        self._chosen = [offer[highest(each)].name.name for offer, each in zip(offers, scores, strict=True)]
        self._often = Counter(self._chosen)
        self._alike: dict[tuple[Measure | None, Unit | None], list[int]] = {}
        for at, draft in enumerate(drafts):
            self._alike.setdefault((draft.measure, draft.unit), []).append(at)

    def signs(self, at: int) -> list[set[str]]:
        """For each candidate of a figure what speaks for it around."""
        best = max(self._scores[at])
        told = list(self._around(at))
        alike = self._alike[self._drafts[at].measure, self._drafts[at].unit]
        place = bisect_left(alike, at)
        # A list seldom says the same twice of one body.
        before, after = alike[:place], alike[place + 1 :]
        signs = []
        for candidate, score in zip(self._offers[at], self._scores[at], strict=True):
            if best - score > _LOST:
                signs.append({"first lost"})
                continue
            name, where = candidate.name.name, candidate.place
            behind = bisect_left(_BEHIND, best - score)
            run = self._run(at, name)
            had = sum(1 for _ in islice((place for place in before if self._chosen[place] == name), _OFTEN))
            found = {
                f"first behind {behind}",
                f"first behind {behind} {where}",
                f"first of {bisect_left(_SHARES, self._often[name] / len(self._drafts))}",
                f"first run {run}",
                f"first run {run} {where}",
                f"first has {had} alike",
                f"first has {had} alike behind {behind}",
            }
            for other, sign, apart in told:
                if self._chosen[other] == name:
                    found |= {f"first {sign} {apart}", f"first {sign} {apart} behind {behind}"}
            for when, places in (("last", before[-1:]), ("next", after[:1])):
                for place in places:
                    own = self._chosen[place] == name
                    found.add(f"first {when} alike {own} {self._apart(at, place)}")
            signs.append(found | set(self._between(at, name)))
        return signs

    def _apart(self, one: int, other: int) -> int:
        return min(abs(self._drafts[one].sentence - self._drafts[other].sentence), _FAR)

    def _around(self, at: int) -> Iterator[tuple[int, str, int]]:
        """The figures next to one: their places, those as a sign, and how many sentences apart."""
        for back in _AROUND:
            if 0 <= at + back < len(self._drafts):
                yield at + back, f"{back:+}", self._apart(at, at + back)

    def _between(self, at: int, name: str) -> Iterator[str]:
        """Whether the figures on either side are both that body's."""
        if 0 < at < len(self._drafts) - 1 and self._chosen[at - 1] == name == self._chosen[at + 1]:
            yield "first around"
            yield f"first around {self._apart(at - 1, at)} {self._apart(at, at + 1)}"

    def _run(self, at: int, name: str) -> int:
        """How many figures on end, up to this one, are that body's."""
        run = 0
        while run < min(at, _LONG) and self._chosen[at - 1 - run] == name:
            run += 1
        return run
