"""Linear models over named features, shipped as lines of text.

Belongs here: reading one and adding up its weights. Does not belong here: what the features are.

All weights of a feature are one whole number with a lane of bits for each class. Adding such numbers adds up
every class at once, and a sum over a hundred features never leaves the interpreter's C code.
"""

import math
import struct
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

# Weights are whole numbers of this, so that their sum is the same in whatever order they are added.
STEP = 0.01
# Wide enough that no sum of weights reaches into the next lane; the width that `struct` calls "I".
_LANE = 32
_ZERO = 1 << (_LANE - 1)
# Beyond so many features none without a weight is remembered: texts have words without end.
_REMEMBERED = 100_000


class _Rows(dict[str, int]):
    """The weights of each feature as one number, 0 for a feature without any.

    They are read out of sorted `lines` ("feature<TAB>weights") when first asked for: a short text needs few
    of them, and to read all of them takes longer than the text.
    """

    def __init__(self, rows: Mapping[str, int], lines: Sequence[bytes] = ()) -> None:
        super().__init__(rows)
        self._lines = lines

    def __missing__(self, feature: str) -> int:
        row = self._read(feature)
        if row or len(self) < _REMEMBERED:
            self[feature] = row
        return row

    def _read(self, feature: str) -> int:
        begins = f"{feature}\t".encode()
        at = bisect_left(self._lines, begins)
        if at == len(self._lines) or not self._lines[at].startswith(begins):
            return 0
        return _pack(map(_weight, self._lines[at].removeprefix(begins).decode().split()))

    def features(self) -> set[str]:
        """All features that have a weight."""
        written = {line.partition(b"\t")[0].decode() for line in self._lines}
        return written.union(name for name, row in self.items() if row)


class Linear:
    """Weights by feature, for classes that are told apart by their place in `classes`."""

    def __init__(self, classes: Iterable[str], rows: _Rows) -> None:
        self.classes = tuple(classes)
        self._rows = rows
        # Sums begin here, so that lanes hold no negative number when they are cut apart.
        self._zeros = _pack((at, _ZERO) for at in range(len(self.classes)))
        self._lanes = struct.Struct(f"<{len(self.classes)}I")

    @classmethod
    def of(cls, classes: Iterable[str], weights: Mapping[str, Iterable[tuple[int, int]]]) -> "Linear":
        """The model of those weights: by feature, pairs of a class, as its place, and so many steps."""
        return cls(classes, _Rows({name: _pack(row) for name, row in weights.items()}))

    @classmethod
    def joined(cls, models: Mapping[str, "Linear"]) -> "Linear":
        """Several models over the same features as one, with classes like "unit=people"."""
        classes: list[str] = []
        rows: dict[str, int] = {}
        for field, model in models.items():
            shift = _LANE * len(classes)
            classes += [f"{field}={name}" for name in model.classes]
            for name in model._rows.features():
                rows[name] = rows.get(name, 0) + (model._rows[name] << shift)
        return cls(classes, _Rows(rows))

    @classmethod
    def read(cls, path: Path) -> "Linear":
        """Read what training wrote."""
        head, *lines = path.read_bytes().splitlines()
        return cls(head.decode().split("\t"), _Rows({}, lines))

    def write(self, path: Path) -> None:
        """Write a line with the classes, and one for each feature in order: "feature<TAB>0+40 12-7".

        The weight "12-7" takes 7 steps from the class at place 12.
        """
        lines = ["\t".join(self.classes)]
        for name in sorted(self._rows.features()):
            row = " ".join(f"{at}{steps:+}" for at, steps in enumerate(self._steps([name])) if steps)
            lines.append(f"{name}\t{row}")
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")

    def scores(self, features: Collection[str]) -> list[float]:
        """The summed weights of each class, in log-odds. Every feature is to come once."""
        return [STEP * steps for steps in self._steps(features)]

    def _steps(self, features: Collection[str]) -> Iterator[int]:
        total = sum(map(self._rows.__getitem__, features), self._zeros)
        return (lane - _ZERO for lane in self._lanes.unpack(total.to_bytes(self._lanes.size, "little")))


def _weight(written: str) -> tuple[int, int]:
    """A weight as `Linear.write` writes it: the place of a class, and so many steps."""
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
