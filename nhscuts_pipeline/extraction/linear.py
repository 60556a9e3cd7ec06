"""Linear models over named features, shipped as JSON.

Belongs here: reading one and adding up its weights. Does not belong here: what the features are.

All weights of a feature are one whole number with a lane of bits for each class. Adding such numbers adds up
every class at once, and a sum over a hundred features never leaves the interpreter's C code.
"""

import json
import math
import struct
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from pathlib import Path
from typing import Any

# Weights are whole numbers of this, so that their sum is the same in whatever order they are added.
STEP = 0.01
# Wide enough that no sum of weights reaches into the next lane; the width that `struct` calls "I".
_LANE = 32
_ZERO = 1 << (_LANE - 1)


class Linear:
    """Weights by feature, for classes that are told apart by their place in `classes`."""

    def __init__(self, classes: Iterable[str], rows: Mapping[str, int | str]) -> None:
        self.classes = tuple(classes)
        # By feature the number of its weights, or, until a text first has it, how they are written.
        self._rows: dict[str, Any] = dict(rows)
        # Sums begin here, so that lanes hold no negative number when they are cut apart.
        self._zeros = _pack((at, _ZERO) for at in range(len(self.classes)))
        self._lanes = struct.Struct(f"<{len(self.classes)}I")

    @classmethod
    def of(cls, classes: Iterable[str], weights: Mapping[str, Iterable[tuple[int, int]]]) -> "Linear":
        """The model of those weights: by feature, pairs of a class, as its place, and so many steps."""
        return cls(classes, {name: _pack(row) for name, row in weights.items()})

    @classmethod
    def joined(cls, models: Mapping[str, "Linear"]) -> "Linear":
        """Several models over the same features as one, with classes like "unit=people"."""
        classes: list[str] = []
        rows: dict[str, int] = {}
        for field, model in models.items():
            shift = _LANE * len(classes)
            classes += [f"{field}={name}" for name in model.classes]
            model._pack_rows(model._rows)
            for name, row in model._rows.items():
                rows[name] = rows.get(name, 0) + (row << shift)
        return cls(classes, rows)

    @classmethod
    def read(cls, path: Path) -> "Linear":
        """Read what training wrote: {"classes": [...], "weights": {feature: "class+steps class-steps"}}."""
        raw = json.loads(path.read_text(encoding="utf-8"))
        return cls(raw["classes"], raw["weights"])

    def write(self, path: Path) -> None:
        """Write it, a feature a line in the order of the alphabet."""
        lines = []
        for name in sorted(self._rows):
            row = " ".join(f"{at}{steps:+}" for at, steps in enumerate(self._steps([name])) if steps)
            lines.append(f'{json.dumps(name, ensure_ascii=False)}: "{row}"')
        weights = ",\n".join(lines)
        path.write_text(
            f'{{"classes": {json.dumps(self.classes)}, "weights": {{\n{weights}\n}}}}\n', encoding="utf-8"
        )

    def scores(self, features: Collection[str]) -> list[float]:
        """The summed weights of each class, in log-odds. Every feature is to come once."""
        return [STEP * steps for steps in self._steps(features)]

    def _steps(self, features: Collection[str]) -> Iterator[int]:
        try:
            total = sum(map(self._rows.get, features, repeat(0)), self._zeros)
        except TypeError:  # some rows are still as they were written
            self._pack_rows(features)
            total = sum(map(self._rows.get, features, repeat(0)), self._zeros)
        return (lane - _ZERO for lane in self._lanes.unpack(total.to_bytes(self._lanes.size, "little")))

    def _pack_rows(self, features: Iterable[str]) -> None:
        for name in features:
            row = self._rows.get(name)
            if isinstance(row, str):
                self._rows[name] = _pack(map(_weight, row.split()))


def _weight(written: str) -> tuple[int, int]:
    """A weight as it is written: "12-40" takes 40 steps from the class at place 12."""
    at, sign, steps = written.partition("-" if "-" in written else "+")
    return int(at), int(sign + steps)


def _pack(row: Iterable[tuple[int, int]]) -> int:
    return sum(steps << (_LANE * at) for at, steps in row)


def highest(scores: Sequence[float]) -> int:
    """The place of the highest score, the first of several."""
    return max(range(len(scores)), key=scores.__getitem__)


def shares(scores: Sequence[float]) -> list[float]:
    """What is likely, between 0 and 1, out of scores that are log-odds."""
    most = max(scores)
    raised = [math.exp(score - most) for score in scores]
    total = sum(raised)
    return [each / total for each in raised]


def likeliest(scores: Sequence[float]) -> tuple[int, float]:
    """The place of the highest score, and how likely it is among them."""
    best = highest(scores)
    return best, shares(scores)[best]
