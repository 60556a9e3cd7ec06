"""What the figures around make of a number's measure and modality: a second reading, once all have been read.

Belongs here: the signs that a value goes with what stands around, and the choice by them. Does not belong
here: the first reading, which is of the number's own words (sense.py) and whose scores are looked at here.
The weights are in `again.tsv`, which `tests/gold/train_sense.py` writes.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from nhscuts_pipeline.contracts.vocabulary import Measure, Modality
from nhscuts_pipeline.extraction import linear, sense
from nhscuts_pipeline.extraction.figure import Draft, Scored
from nhscuts_pipeline.extraction.linear import Linear

PATH = Path(__file__).with_name("again.tsv")
_Value = Measure | Modality
FIELDS = ("measure", "modality")
# Only values that the first reading finds likely are looked at again: so many, and none that is so far behind
# its choice, in log-odds.
_LIKELIEST = 5
_LOST = 4.0
# Between these, in log-odds, how far a value is behind the first reading's choice is one sign.
_BEHIND = (0, 0.3, 0.7, 1.5, 3)
# Between these, how far the choice is ahead of the next value is one sign.
_AHEAD = (0.5, 1.5, 3)
_AROUND = (-2, -1, 1, 2)
# A smaller number said again may be another.
_TELLING = 12
# In characters: beside it, in its sentence, in its paragraph.
_FAR = (40, 150, 400)


def likeliest(draft: Draft, field: str) -> Scored:
    """The values of a field that are looked at, the likeliest first."""
    values = sorted(draft.scored[field], key=lambda each: -each[1])[:_LIKELIEST]
    return [each for each in values if values[0][1] - each[1] < _LOST]


def signs(drafts: Sequence[Draft], field: str) -> Iterator[list[set[str]]]:
    """For each of a text's drafts the signs of its likeliest values; the drafts have to be scored.

    Where one value alone is likely there is nothing to tell it from.
    """
    return map(_FirstReading(drafts, field).signs, range(len(drafts)))


class _FirstReading:
    """What the first reading made of one field of a text's drafts."""

    def __init__(self, drafts: Sequence[Draft], field: str) -> None:
        other = FIELDS[1 - FIELDS.index(field)]
        self._drafts = drafts
        self._field = field
        self._read = [likeliest(draft, field) for draft in drafts]
        self._chosen = [each[0][0] for each in self._read]
        self._sure = [_ahead(each) for each in self._read]
        self._beside = [sense.likeliest(draft.scored[other]) for draft in drafts]
        self._said: dict[tuple[float, float | None], list[int]] = {}
        for at, draft in enumerate(drafts):
            if draft.value > _TELLING:
                self._said.setdefault((draft.value, draft.value_to), []).append(at)

    def signs(self, at: int) -> list[set[str]]:
        """The signs of each likely value of a draft."""
        values = self._read[at]
        if len(values) == 1:
            return [set()]
        found = []
        for value, score in values:
            behind = f"behind {bisect_left(_BEHIND, values[0][1] - score)}"
            told = (
                self._own(at, value, behind),
                self._near(at, value, behind),
                self._said_again(at, value, behind),
            )
            found.append(set(chain(*told)))
        return found

    def _own(self, at: int, value: _Value, behind: str) -> Iterator[str]:
        field, beside, chosen = self._field, self._beside[at], self._chosen[at]
        yield f"{field} {behind}"
        yield f"{field} {behind} {value}"
        yield f"{field} {behind} in {self._drafts[at].unit}"
        yield f"{field} {value} with {beside}"
        yield f"{field} {value} with {beside} {behind}"
        yield f"{field} {value} for {chosen}"
        yield f"{field} {value} for {chosen} {behind}"

    def _near(self, at: int, value: _Value, behind: str) -> Iterator[str]:
        """What it made of the drafts next to one."""
        for back in _AROUND:
            there = at + back
            if not 0 <= there < len(self._drafts):
                continue
            side, chosen = f"{self._field} {back:+}", self._chosen[there]
            alike = chosen is value
            near = bisect_left(_FAR, _apart(self._drafts[at], self._drafts[there]))
            goes = f"{side} {chosen}: {value}"
            yield goes
            yield f"{goes} {behind}"
            yield f"{goes} {near}"
            yield f"{side} {alike} {self._sure[there]} {behind}"
            yield f"{side} {alike} {near} {behind}"
            yield f"{side} {self._beside[there]} with {value}"

    def _said_again(self, at: int, value: _Value, behind: str) -> Iterator[str]:
        """What it made of the same number elsewhere."""
        draft = self._drafts[at]
        for there in self._said.get((draft.value, draft.value_to), ()):
            if there != at:
                yield f"{self._field} again {self._chosen[there]}: {value}"
                yield f"{self._field} again {self._chosen[there] is value} {behind}"


def _ahead(values: Scored) -> int:
    return bisect_left(_AHEAD, values[0][1] - values[1][1]) if len(values) > 1 else len(_AHEAD)


def _apart(draft: Draft, other: Draft) -> int:
    return other.start - draft.end if other.start > draft.start else draft.start - other.end


_MODEL = Linear.read(PATH)


def read_again(drafts: Sequence[Draft]) -> None:
    """Settle measure and modality of a text's drafts, and how sure they are, after `sense.weigh`."""
    for field in FIELDS:
        for draft, offered in zip(drafts, signs(drafts, field), strict=True):
            best, draft.sure[field] = linear.likeliest([_MODEL.scores(each)[0] for each in offered])
            sense.settle(draft, field, likeliest(draft, field)[best][0])
