"""What stands around a number, as named features: for saying what it measures and whether it happened.

Belongs here: the features of a number among its neighbours, once the rules have read its sentence. Does not
belong here: what tells a figure from another number (gate.py), and what the features weigh (sense.py).
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, islice, pairwise

from nhscuts_pipeline.contracts.vocabulary import Unit
from nhscuts_pipeline.extraction import modality_cues as cues
from nhscuts_pipeline.extraction import triggers
from nhscuts_pipeline.extraction.count_triggers import COUNT_TRIGGERS
from nhscuts_pipeline.extraction.event import triggers_within
from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.gate import TOKEN
from nhscuts_pipeline.extraction.layout import Layout
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
# What a mark or word between a number and a phrase costs, in words.
_COST = {
    **dict.fromkeys(";:–—.!?", 9),
    **dict.fromkeys("but while whereas although though before after against".split(), 6),
    ",": 4,
    **dict.fromkeys("and which who that".split(), 3),
}
_NUMBER_COST = 4
_REACH = 160
_NEAR = 6
_PAIRS = 8
_CLASSES = 3
# Between two numbers so near each other the words say how the one continues the other.
_TIGHT = 40
_JOINS = (" and ", ",", " of ", " to ", " but ", "including", " or ")
_MANY = 12
_MANAGEMENT = "management cost"


@dataclass(frozen=True, slots=True)
class _Cue:
    """A phrase of a sentence that speaks for a value: `kind` of it, with its words and place."""

    kind: str
    weight: int
    words: str
    start: int
    end: int
    object_only: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    """The tokens of a sentence, with what it costs to come to each of them from the first."""

    tokens: tuple[str, ...]
    starts: tuple[int, ...]
    costs: tuple[int, ...]

    def between(self, start: int, end: int) -> tuple[str, ...]:
        """The tokens that begin in that span."""
        return self.tokens[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def cost(self, start: int, end: int) -> int:
        """How far apart two places are, in words; 0 where the second comes before the first."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return self.costs[last] - self.costs[first] if last > first else 0


def surroundings(
    folded: str, layout: Layout, found: Sequence[Draft], before: Sequence[Draft]
) -> list[set[str]]:
    """The features of each of a sentence's drafts, in their order; `before` are the drafts further up."""
    if not found:
        return []
    sentence = layout.sentences[found[0].sentence]
    start, end = sentence.start, sentence.end
    words, moods = _words(folded, start, end), _moods(folded, start, end)
    context = set(_context(folded, start, end, found, before))
    seen = []
    for at, draft in enumerate(found):
        last = found[at - 1] if at else None
        following = found[at + 1] if at + 1 < len(found) else None
        features = set(context)
        _beside(features, words, draft, last.end if last else start, following.start if following else end)
        _events(features, words, draft, _triggers(folded, start, end, draft.unit))
        _tense(features, words, draft, moods)
        _neighbours(features, folded, draft, last, following)
        features.update(_again(draft, [*before, *found]))
        seen.append(features)
    return seen


@lru_cache(maxsize=2)
def _words(folded: str, start: int, end: int) -> _Words:
    matches = list(TOKEN.finditer(folded, start, end))
    tokens = tuple(match[0] for match in matches)
    costs = (0, *accumulate(_COST.get(token, _NUMBER_COST if token[0].isdigit() else 1) for token in tokens))
    return _Words(tokens, tuple(match.start() for match in matches), costs)


@lru_cache(maxsize=8)
def _triggers(folded: str, start: int, end: int, unit: Unit | None) -> tuple[_Cue, ...]:
    money = unit in (Unit.GBP, Unit.GBP_PER_HEAD)
    tables: tuple[tuple[triggers.Trigger, ...], ...] = (
        (triggers.MONEY_TRIGGERS,) if money else (COUNT_TRIGGERS,)
    )
    if unit is Unit.PERCENT:
        tables = (COUNT_TRIGGERS, triggers.MONEY_TRIGGERS)
    found = [
        _Cue(each.measure.value, each.weight, match[0], match.start(), match.end(), each.object_only)
        for table in tables
        for each, match in triggers_within(folded, start, end, table)
    ]
    for match in triggers.MANAGEMENT_COST.finditer(folded, start, end):
        found.append(_Cue(_MANAGEMENT, 26, _MANAGEMENT, *match.span()))
    return tuple(found)


@lru_cache(maxsize=2)
def _moods(folded: str, start: int, end: int) -> tuple[_Cue, ...]:
    return tuple(
        _Cue(kind, 0, match[0], *match.span())
        for kind, pattern in _CUES.items()
        for match in pattern.finditer(folded, start, end)
    )


def _context(
    folded: str, start: int, end: int, found: Sequence[Draft], before: Sequence[Draft]
) -> Iterator[str]:
    yield "open:" + " ".join(islice((match[0] for match in TOKEN.finditer(folded, start, end)), 2))
    if "?" in folded[start:end]:
        yield "asks"
    if before:
        last = before[-1]
        yield f"B:{last.measure}:{last.modality}:{min(3, found[0].sentence - last.sentence)}"


def _beside(features: set[str], words: _Words, draft: Draft, floor: int, ceiling: int) -> None:
    """The words between a number and its neighbours, on either side."""
    left = words.between(max(floor, draft.start - _REACH), draft.start)[::-1]
    right = words.between(draft.end, min(ceiling, draft.end + _REACH))
    for side, tokens in (("L", left), ("R", right)):
        classes = 0
        for at, token in enumerate(tokens):
            if not token[0].isalpha():
                continue
            features.add(f"{side}:{token}")
            if at < _NEAR:
                features.add(f"{side}6:{token}")
            kind = class_of(token) if classes < _CLASSES else None
            if kind is not None:
                features.add(f"{side}c{classes}:{kind}")
                features.add(f"{side}c{classes}:{kind}:{draft.unit}")
                classes += 1
        features.update(f"{side}b:{one} {two}" for one, two in islice(pairwise(tokens), _PAIRS))


def _side(draft: Draft, cue: _Cue) -> str:
    head = draft.head[1] if draft.head else draft.end
    return "L" if cue.end <= draft.start else "R" if cue.start >= max(draft.end, head) else "H"


def _gap(words: _Words, draft: Draft, cue: _Cue) -> int:
    head = max(draft.end, draft.head[1] if draft.head else draft.end)
    return words.cost(head, cue.start) if cue.start >= draft.end else words.cost(cue.end, draft.start)


def _bucket(gap: float) -> int:
    return 0 if gap < 1 else 1 if gap < 3 else 2 if gap < 6 else 3 if gap < 10 else 4 if gap < 18 else 5


def _events(features: set[str], words: _Words, draft: Draft, found: Sequence[_Cue]) -> None:
    """The phrases that speak for each measure: how near the best of them stands, and which lead."""
    best: dict[str, tuple[float, int, _Cue]] = {}
    for cue in found:
        if cue.object_only and cue.end > draft.start:
            continue
        gap = _gap(words, draft, cue)
        score = cue.weight - gap
        if cue.kind not in best or score > best[cue.kind][0]:
            best[cue.kind] = (score, gap, cue)
    order = sorted(best.items(), key=lambda item: -item[1][0])
    for rank, (kind, (_, gap, cue)) in enumerate(order):
        side, near = _side(draft, cue), _bucket(gap)
        features.update((f"T:{kind}:{near}", f"T:{kind}:{side}:{near}", f"T:{kind}:{draft.unit}:{near}"))
        if rank < 2:
            features.update(
                (
                    f"T{rank}:{kind}",
                    f"T{rank}:{kind}:{draft.unit}",
                    f"Tw:{cue.words}:{side}",
                    f"Tw:{cue.words}",
                )
            )
    if len(order) > 1:
        lead = order[0][1][0] - order[1][1][0]
        features.add(f"T01:{order[0][0]}:{order[1][0]}:{min(3, int(lead // 4))}")
    features.add(f"Tn:{order[0][0]}:{int(order[0][1][0] // 6)}" if order else "Tn:none")


def _tense(features: set[str], words: _Words, draft: Draft, found: Sequence[_Cue]) -> None:
    """How near the cues of tense, mood and rebuttal stand."""
    best: dict[str, tuple[int, _Cue]] = {}
    for cue in found:
        gap = _gap(words, draft, cue)
        if cue.kind not in best or gap < best[cue.kind][0]:
            best[cue.kind] = (gap, cue)
    for kind in _CUES:
        if kind not in best:
            features.update((f"C:{kind}:none", f"C:{kind}:{draft.measure}:none"))
            continue
        gap, cue = best[kind]
        side, near = _side(draft, cue), _bucket(gap)
        features.update(
            (
                f"C:{kind}:{near}",
                f"C:{kind}:{side}:{near}",
                f"C:{kind}:{draft.measure}:{near}",
                f"Cw:{cue.words}:{side}",
                f"Cw:{cue.words}:{min(3, near)}",
            )
        )


def _neighbours(
    features: set[str], folded: str, draft: Draft, last: Draft | None, following: Draft | None
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
        between = folded[other.end : draft.start] if side == "P" else folded[draft.end : other.start]
        if len(between) < _TIGHT:
            features.add(f"{side}sep:{' '.join(TOKEN.findall(between)[:6])}")
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
