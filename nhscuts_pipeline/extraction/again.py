"""What the figures around make of a number's measure and modality: a second reading, once all have been read.

Belongs here: the signs that a value goes with what stands around, and the choice by them. Does not belong
here: the first reading, which is of the number's own words (sense.py) and whose scores are looked at here.
The weights are in `again.json`, which `tests/gold/train_sense.py` writes.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from pathlib import Path

from nhscuts_pipeline.extraction import linear, sense
from nhscuts_pipeline.extraction.figure import Draft, Scored
from nhscuts_pipeline.extraction.linear import Linear

PATH = Path(__file__).with_name("again.json")
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
    other = FIELDS[1 - FIELDS.index(field)]
    read = [likeliest(draft, field) for draft in drafts]
    chosen = [each[0][0] for each in read]
    sure = [_ahead(each) for each in read]
    beside = [sense.likeliest(draft.scored[other]) for draft in drafts]
    again: dict[tuple[float, float | None], list[int]] = {}
    for at, draft in enumerate(drafts):
        if draft.value > _TELLING:
            again.setdefault((draft.value, draft.value_to), []).append(at)
    for at, (draft, values) in enumerate(zip(drafts, read, strict=True)):
        places = [(back, at + back) for back in _AROUND if 0 <= at + back < len(drafts)]
        same = [each for each in again.get((draft.value, draft.value_to), ()) if each != at]
        found: list[set[str]] = []
        for value, score in values if len(values) > 1 else ():
            behind = f"behind {bisect_left(_BEHIND, values[0][1] - score)}"
            seen = {
                f"{field} {behind}",
                f"{field} {behind} {value}",
                f"{field} {behind} in {draft.unit}",
                f"{field} {value} with {beside[at]}",
                f"{field} {value} with {beside[at]} {behind}",
                f"{field} {value} for {chosen[at]}",
                f"{field} {value} for {chosen[at]} {behind}",
            }
            for back, there in places:
                alike, near = chosen[there] is value, bisect_left(_FAR, _apart(draft, drafts[there]))
                goes = f"{field} {back:+} {chosen[there]}: {value}"
                seen |= {
                    goes,
                    f"{goes} {behind}",
                    f"{goes} {near}",
                    f"{field} {back:+} {alike} {sure[there]} {behind}",
                    f"{field} {back:+} {alike} {near} {behind}",
                    f"{field} {back:+} {beside[there]} with {value}",
                }
            for there in same:
                seen |= {
                    f"{field} again {chosen[there]}: {value}",
                    f"{field} again {chosen[there] is value} {behind}",
                }
            found.append(seen)
        yield found or [set()]


def _ahead(values: Scored) -> int:
    return bisect_left(_AHEAD, values[0][1] - values[1][1]) if len(values) > 1 else len(_AHEAD)


def _apart(draft: Draft, other: Draft) -> int:
    return other.start - draft.end if other.start > draft.start else draft.start - other.end


_MODEL = Linear.read(PATH)


def read_again(drafts: Sequence[Draft]) -> None:
    """Settle measure and modality of a text's drafts, and how sure they are, after `sense.weigh`."""
    for field in FIELDS:
        for draft, offered in zip(drafts, list(signs(drafts, field)), strict=True):
            best, draft.sure[field] = linear.likeliest([_MODEL.scores(each)[0] for each in offered])
            sense.settle(draft, field, likeliest(draft, field)[best][0])
