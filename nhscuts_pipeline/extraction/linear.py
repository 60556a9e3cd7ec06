"""A linear model over named features, shipped as JSON.

Belongs here: reading one and adding up its weights. Does not belong here: what the features are.
"""

import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

# Weights are whole numbers of this, so that their sum is the same in whatever order they are added.
STEP = 0.01


@dataclass(frozen=True, slots=True)
class Linear:
    """Weights by feature: pairs of a class, as its place in `classes`, and so many steps."""

    classes: tuple[str, ...]
    weights: dict[str, tuple[tuple[int, int], ...]]

    @classmethod
    def read(cls, path: Path) -> "Linear":
        """Read what training wrote: {"classes": [...], "weights": {feature: [class, steps, ...]}}."""
        raw = json.loads(path.read_text(encoding="utf-8"))
        weights = {name: tuple(zip(row[::2], row[1::2], strict=True)) for name, row in raw["weights"].items()}
        return cls(tuple(raw["classes"]), weights)

    def scores(self, features: Iterable[str]) -> list[float]:
        """The summed weights of each class, in log-odds."""
        sums = [0] * len(self.classes)
        weights = self.weights
        for feature in features:
            for at, steps in weights.get(feature, ()):
                sums[at] += steps
        return [STEP * each for each in sums]


def shares(scores: Sequence[float]) -> list[float]:
    """What is likely, between 0 and 1, out of scores that are log-odds."""
    most = max(scores)
    raised = [math.exp(score - most) for score in scores]
    total = sum(raised)
    return [each / total for each in raised]
