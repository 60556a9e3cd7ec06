"""The candidates of one figure: bodies and areas that it can belong to, with the signs for and against each.

Belongs here: that all names of one body are one candidate. Does not belong here: where candidates come from
(candidates.py), what their signs are (standing.py) and weigh (whose.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from nhscuts_pipeline.extraction.names import Name
from nhscuts_pipeline.extraction.same_body import Bodies, Key


@dataclass(slots=True)
class Candidate:
    """A body or area that a figure can belong to, and the signs for and against it.

    `inside` is whether the figure's own sentence names it.
    """

    name: Name
    signs: set[str] = field(default_factory=set)
    inside: bool = False

    @property
    def place(self) -> str:
        """The same in a word, for signs that depend on it."""
        return "inside" if self.inside else "outside"


Offer = Sequence[Candidate]


class Collected:
    """The candidates of one figure, as they are found.

    All names of one body are one candidate, under its fullest name.
    """

    def __init__(self, bodies: Bodies) -> None:
        self._bodies = bodies
        self.found: dict[Key, Candidate] = {}

    def add(self, name: Name, *signs: str) -> Candidate:
        """Add a candidate, or signs to it."""
        key = self._bodies.key(name)
        candidate = self.found.get(key)
        if candidate is None:
            candidate = self.found[key] = Candidate(self._bodies.fullest.get(key, name))
        candidate.signs.update(signs)
        return candidate

    def drop_other_groups(self) -> None:
        """Leave out all groups but the one that is counted: of "42 boards" none is "the five Wold boards"."""
        groups = {key: each for key, each in self.found.items() if each.name.sort == "group"}
        if any("right its own noun" in each.signs for each in groups.values()):
            for key, each in groups.items():
                if not each.signs & {"right its own noun", "rule"}:
                    del self.found[key]
