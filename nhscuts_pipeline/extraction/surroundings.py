"""What stands around a number, as named features: for saying what it measures and whether it happened.

Belongs here: the features of a number among its neighbours, once the rules have read its sentence. Does not
belong here: what tells a figure from another number (gate.py), and what the features weigh (sense.py).
"""

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from nhscuts_pipeline.contracts.vocabulary import MONEY_UNITS, Unit
from nhscuts_pipeline.extraction import items, triggers
from nhscuts_pipeline.extraction import modality_cues as cues
from nhscuts_pipeline.extraction.count_triggers import COUNT_TRIGGERS
from nhscuts_pipeline.extraction.event import triggers_within
from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.passage import Passage, Text
from nhscuts_pipeline.extraction.stems import stem_of
from nhscuts_pipeline.extraction.tokens import Tokens
from nhscuts_pipeline.extraction.word_classes import class_of

_CUES = {
    "set": cues.SET_ASIDE,
    "pot": cues.POTENTIAL,
    "plan": cues.PLANNED,
    "act": cues.ACTUAL,
    "denied": cues.REBUTTED_BEFORE,
    "denies": cues.REBUTTED_AFTER,
    "aim": cues.AIMED_AT,
}
_REACH = 160
_NEAR = 6
_PAIRS = 8
_CLASSES = 3
# Between two numbers so near each other the words say how the one continues the other.
_TIGHT = 40
_JOINS = (" and ", ",", " of ", " to ", " but ", "including", " or ")
_MANY = 12
_MANAGEMENT = "management cost"


class _Cue(NamedTuple):
    """A phrase of a sentence that speaks for a value: `kind` of it, with its words and place."""

    kind: str
    weight: int
    words: str
    start: int
    end: int
    object_only: bool = False


def surroundings(text: Text, found: Sequence[Draft], before: Sequence[Draft]) -> list[set[str]]:
    """The features of each of a sentence's drafts, in their order; `before` are the drafts further up."""
    if not found:
        return []
    passage = text.passage(found[0].sentence)
    cues_of: dict[Unit | None, list[_Cue]] = {}
    moods = _moods(passage)
    context = set(_context(text, passage, found, before))
    seen = []
    for at, draft in enumerate(found):
        last = found[at - 1] if at else None
        following = found[at + 1] if at + 1 < len(found) else None
        if draft.unit not in cues_of:
            cues_of[draft.unit] = _triggers(passage, draft.unit)
        features = set(context)
        floor, ceiling = last.end if last else passage.start, following.start if following else passage.end
        _beside(features, text.tokens, draft, floor, ceiling)
        _events(features, text.tokens, draft, cues_of[draft.unit])
        _tense(features, text.tokens, draft, moods)
        _neighbours(features, text, draft, last, following)
        features.update(_again(draft, [*before, *found]))
        seen.append(features)
    return seen


def _triggers(passage: Passage, unit: Unit | None) -> list[_Cue]:
    money = unit in MONEY_UNITS
    tables: tuple[tuple[triggers.Trigger, ...], ...] = (
        (triggers.MONEY_TRIGGERS,) if money else (COUNT_TRIGGERS,)
    )
    if unit is Unit.PERCENT:
        tables = (COUNT_TRIGGERS, triggers.MONEY_TRIGGERS)
    found = [
        _Cue(each.measure.value, each.weight, match[0], match.start(), match.end(), each.object_only)
        for table in tables
        for each, match in triggers_within(passage, passage.start, passage.end, table)
    ]
    for match in passage.matches(triggers.MANAGEMENT_COST):
        found.append(_Cue(_MANAGEMENT, 26, _MANAGEMENT, *match.span()))
    return found


def _moods(passage: Passage) -> list[_Cue]:
    return [
        _Cue(kind, 0, match[0], *match.span())
        for kind, expression in _CUES.items()
        for match in passage.matches(expression)
    ]


def _context(text: Text, passage: Passage, found: Sequence[Draft], before: Sequence[Draft]) -> Iterator[str]:
    yield "open:" + " ".join(text.tokens.beginning_in(passage.start, passage.end)[:2])
    if "?" in passage.folded[passage.start : passage.end]:
        yield "asks"
    if before:
        last = before[-1]
        yield f"B:{last.measure}:{last.modality}:{min(3, found[0].sentence - last.sentence)}"
    yield from items.lead_in(text, found[0].sentence, before)


def _beside(features: set[str], tokens: Tokens, draft: Draft, floor: int, ceiling: int) -> None:
    """The words between a number and its neighbours, on either side."""
    unit = str(draft.unit)
    left = tokens.beginning_in(max(floor, draft.start - _REACH), draft.start)[::-1]
    right = tokens.beginning_in(draft.end, min(ceiling, draft.end + _REACH))
    for side, words in (("L", left), ("R", right)):
        stems = [*map(stem_of, words)]
        features.update([f"{side}:{stem}" for stem in stems if stem[0].isalpha()])
        features.update([f"{side}6:{stem}" for stem in stems[:_NEAR] if stem[0].isalpha()])
        features.update([f"{side}b:{one} {two}" for one, two in pairwise(stems[: _PAIRS + 1])])
        told = islice((kind for kind in map(class_of, words) if kind is not None), _CLASSES)
        for at, kind in enumerate(told):
            features.update((f"{side}c{at}:{kind}", f"{side}c{at}:{kind}:{unit}"))


def _side(draft: Draft, cue: _Cue) -> str:
    head = draft.head[1] if draft.head else draft.end
    return "L" if cue.end <= draft.start else "R" if cue.start >= max(draft.end, head) else "H"


def _gap(tokens: Tokens, draft: Draft, cue: _Cue) -> int:
    head = max(draft.end, draft.head[1] if draft.head else draft.end)
    return tokens.cost(head, cue.start) if cue.start >= draft.end else tokens.cost(cue.end, draft.start)


def _bucket(gap: float) -> int:
    return 0 if gap < 1 else 1 if gap < 3 else 2 if gap < 6 else 3 if gap < 10 else 4 if gap < 18 else 5


def _events(features: set[str], tokens: Tokens, draft: Draft, found: Sequence[_Cue]) -> None:
    """The phrases that speak for each measure: how near the best of them stands, and which lead."""
    unit = str(draft.unit)
    best: dict[str, tuple[float, int, _Cue]] = {}
    for cue in found:
        if cue.object_only and cue.end > draft.start:
            continue
        gap = _gap(tokens, draft, cue)
        score = cue.weight - gap
        if cue.kind not in best or score > best[cue.kind][0]:
            best[cue.kind] = (score, gap, cue)
    order = sorted(best.items(), key=lambda item: -item[1][0])
    for rank, (kind, (_, gap, cue)) in enumerate(order):
        side, near = _side(draft, cue), _bucket(gap)
        features.update((f"T:{kind}:{near}", f"T:{kind}:{side}:{near}", f"T:{kind}:{unit}:{near}"))
        if rank < 2:
            features.update(
                (
                    f"T{rank}:{kind}",
                    f"T{rank}:{kind}:{unit}",
                    f"Tw:{cue.words}:{side}",
                    f"Tw:{cue.words}",
                )
            )
    if len(order) > 1:
        lead = order[0][1][0] - order[1][1][0]
        features.add(f"T01:{order[0][0]}:{order[1][0]}:{min(3, int(lead // 4))}")
    features.add(f"Tn:{order[0][0]}:{int(order[0][1][0] // 6)}" if order else "Tn:none")


def _tense(features: set[str], tokens: Tokens, draft: Draft, found: Sequence[_Cue]) -> None:
    """How near the cues of tense, mood and rebuttal stand."""
    measure = str(draft.measure)
    best: dict[str, tuple[int, _Cue]] = {}
    for cue in found:
        gap = _gap(tokens, draft, cue)
        if cue.kind not in best or gap < best[cue.kind][0]:
            best[cue.kind] = (gap, cue)
    for kind in _CUES:
        if kind not in best:
            features.update((f"C:{kind}:none", f"C:{kind}:{measure}:none"))
            continue
        gap, cue = best[kind]
        side, near = _side(draft, cue), _bucket(gap)
        features.update(
            (
                f"C:{kind}:{near}",
                f"C:{kind}:{side}:{near}",
                f"C:{kind}:{measure}:{near}",
                f"Cw:{cue.words}:{side}",
                f"Cw:{cue.words}:{min(3, near)}",
            )
        )


def _neighbours(
    features: set[str], text: Text, draft: Draft, last: Draft | None, following: Draft | None
) -> None:
    """What the rules made of the numbers on either side, and what joins them."""
    for side, other in (("P", last), ("N", following)):
        if other is None:
            features.add(f"{side}:none")
            continue
        same = other.unit is draft.unit
        features.update(
            (
                f"{side}:{other.measure}:{other.unit}:{draft.unit}",
                f"{side}:{other.modality}",
                f"{side}same:{same}",
            )
        )
        span = (other.end, draft.start) if side == "P" else (draft.end, other.start)
        between = text.folded[slice(*span)]
        if len(between) < _TIGHT:
            features.add(f"{side}sep:{' '.join(text.tokens.between(*span)[0][:6])}")
        if len(between) < 1.5 * _TIGHT:
            features.update(f"{side}s:{join}:{other.measure}" for join in _JOINS if join in between)


def _again(draft: Draft, others: Sequence[Draft]) -> Iterator[str]:
    """What the same number was elsewhere."""
    if draft.value <= _MANY:
        return
    same = [o for o in others if o is not draft and o.value == draft.value and o.unit is draft.unit]
    for other in same[:2]:
        yield f"again:{other.measure}"
        yield f"again:{other.modality}"
