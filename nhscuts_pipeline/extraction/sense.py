"""What a number measures and whether it happened: the rules' reading, weighed with all that stands around it.

Belongs here: the linear models of unit, measure and modality, and what goes together. Does not belong here:
the features (surroundings.py) and the rules (unit.py, measure.py, modality.py), whose answers are features.
The weights are in `unit.json`, `measure.json`, `modality.json`, which `tests/gold/train_sense.py` writes.
"""

from collections.abc import Iterator, Sequence, Set
from pathlib import Path

from nhscuts_pipeline.contracts.vocabulary import Measure, Modality, Unit
from nhscuts_pipeline.extraction.elision import COUNT_UNITS, SAID_BEFORE, SMALL_SUM
from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.layout import Layout
from nhscuts_pipeline.extraction.linear import Linear, shares
from nhscuts_pipeline.extraction.rule_words import GUESS, WEIGHED
from nhscuts_pipeline.extraction.surroundings import surroundings

_HERE = Path(__file__).parent
_UNIT = Linear.read(_HERE / "unit.json")
_MEASURE = Linear.read(_HERE / "measure.json")
_MODALITY = Linear.read(_HERE / "modality.json")
_OF_MONEY = frozenset(
    {
        Measure.RUNNING_COSTS,
        Measure.RUNNING_COST_CUT,
        Measure.SAVINGS,
        Measure.DEFICIT,
        Measure.BUDGET,
        Measure.REDUNDANCY_COST,
    }
)
_OF_STAFF = frozenset(Measure) - _OF_MONEY - {Measure.ORGANISATIONS}
_ALLOWED = {
    Unit.POSTS: _OF_STAFF,
    Unit.PEOPLE: _OF_STAFF,
    Unit.FTE: _OF_STAFF,
    Unit.GBP: _OF_MONEY,
    Unit.GBP_PER_HEAD: _OF_MONEY,
    Unit.PERCENT: frozenset(Measure),
    Unit.ORGANISATIONS: frozenset({Measure.ORGANISATIONS}),
}


# Where a unit was not read from a noun of the number's own, the models may think better of it.
_CARRIED = frozenset(
    {
        "of those before",
        "beside the one before",
        "goes on from the number before",
        "goes on from the sentence before",
        "from what happened",
        GUESS,
    }
)
_MODALITIES = frozenset(Modality)
_MONEY = frozenset({Unit.GBP, Unit.GBP_PER_HEAD})


def open_units(draft: Draft) -> frozenset[Unit]:
    """The units that a draft may have instead of the one it got; none where its own words decided."""
    if draft.unit in _MONEY and draft.value < SMALL_SUM:
        return _MONEY
    return COUNT_UNITS if draft.unit in COUNT_UNITS and draft.rules.get("unit") in _CARRIED else frozenset()


def weigh(folded: str, layout: Layout, found: Sequence[Draft], before: Sequence[Draft]) -> None:
    """Settle unit, measure and modality of a sentence's drafts that the rules have read.

    `before` are the drafts further up. `Draft.sure` keeps how likely measure and modality are, from 0 to 1.
    """
    for draft, seen in zip(found, features(folded, layout, found, before), strict=True):
        if units := open_units(draft):
            unit, _ = _best(_UNIT, seen, units)
            if unit != draft.unit:
                draft.unit, draft.rules["unit"] = Unit(unit), WEIGHED
        measure, sure_of_measure = _best(_MEASURE, seen, _ALLOWED[_unit(draft)])
        modality, sure_of_modality = _best(_MODALITY, seen, _MODALITIES)
        draft.sure = {"measure": sure_of_measure, "modality": sure_of_modality}
        if draft.source is not None and draft.rules.get("source") == SAID_BEFORE:
            draft.measure = draft.source.measure  # whatever it was there
        elif measure != draft.measure:
            draft.measure, draft.rules["measure"] = Measure(measure), WEIGHED
        if modality != draft.modality:
            draft.modality, draft.rules["modality"] = Modality(modality), WEIGHED


def features(
    folded: str, layout: Layout, found: Sequence[Draft], before: Sequence[Draft]
) -> Iterator[set[str]]:
    """All that the models look at, for each draft of a sentence."""
    for draft, around in zip(found, surroundings(folded, layout, found, before), strict=True):
        yield draft.evidence | around | set(_answers(draft))


def _answers(draft: Draft) -> Iterator[str]:
    """What the rules said, and by what."""
    source = draft.source.measure if draft.source else None
    yield f"A:{draft.measure}"
    yield f"A:{draft.measure}:{draft.unit}"
    yield f"A:{draft.measure}:{draft.modality}"
    yield f"AR:{draft.measure}:{draft.rules.get('measure')}"
    yield f"AM:{draft.modality}:{draft.rules.get('modality')}"
    yield f"AS:{draft.rules.get('source')}:{source}"
    yield f"u:{draft.unit}"


def _unit(draft: Draft) -> Unit:
    if draft.unit is None:
        raise ValueError(f"a draft at {draft.start} came to be weighed without a unit")
    return draft.unit


def _best(model: Linear, seen: set[str], allowed: Set[str]) -> tuple[str, float]:
    scores = model.scores(seen)
    open_to = [at for at, name in enumerate(model.classes) if name in allowed]
    likely = shares([scores[at] for at in open_to])
    best = max(range(len(open_to)), key=likely.__getitem__)
    return model.classes[open_to[best]], likely[best]
