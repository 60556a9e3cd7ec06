"""A linear model over named features, shipped as JSON.

Belongs here: reading one and adding up its weights. Does not belong here: what the features are.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Linear:
    """Weights by feature, one for each class in the order of `classes`. Deterministic, no training here."""

    classes: tuple[str, ...]
    weights: dict[str, tuple[float, ...]]

    @classmethod
    def read(cls, path: Path) -> "Linear":
        """Read a model that training wrote: {"classes": [...], "weights": {feature: [...]}}."""
        raw = json.loads(path.read_text(encoding="utf-8"))
        return cls(tuple(raw["classes"]), {name: tuple(row) for name, row in raw["weights"].items()})

    def scores(self, features: Iterable[str]) -> list[float]:
        """The summed weights of each class."""
        sums = [0.0] * len(self.classes)
        for feature in features:
            row = self.weights.get(feature)
            if row is not None:
                for index, weight in enumerate(row):
                    sums[index] += weight
        return sums
