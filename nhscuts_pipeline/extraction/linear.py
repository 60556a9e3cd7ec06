"""A linear model over named features, shipped as JSON.

Belongs here: reading one and adding up its weights. Does not belong here: what the features are.
"""

import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

# Weights are shipped as whole numbers of this.
STEP = 0.01


@dataclass(frozen=True, slots=True)
class Linear:
    """Weights by feature: pairs of a class, as its place in `classes`, and a weight. No training here."""

    classes: tuple[str, ...]
    weights: dict[str, tuple[tuple[int, float], ...]]

    @classmethod
    def read(cls, path: Path) -> "Linear":
        """Read what training wrote: {"classes": [...], "weights": {feature: [class, weight, ...]}}."""
        raw = json.loads(path.read_text(encoding="utf-8"))
        weights = {
            name: tuple((at, weight * STEP) for at, weight in zip(row[::2], row[1::2], strict=True))
            for name, row in raw["weights"].items()
        }
        return cls(tuple(raw["classes"]), weights)

    def scores(self, features: Iterable[str]) -> list[float]:
        """The summed weights of each class."""
        sums = [0.0] * len(self.classes)
        weights = self.weights
        for feature in features:
            for at, weight in weights.get(feature, ()):
                sums[at] += weight
        return sums


def shares(scores: Sequence[float]) -> list[float]:
    """What is likely, between 0 and 1, out of scores that are log-odds."""
    most = max(scores)
    raised = [math.exp(score - most) for score in scores]
    total = sum(raised)
    return [each / total for each in raised]
