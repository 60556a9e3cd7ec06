"""What a number measures and whether it happened: the rules' reading, weighed with all that stands around it.

Belongs here: the linear models of unit, measure and modality, and what goes together. Does not belong here:
the features (surroundings.py) and the rules (unit.py, measure.py, modality.py), whose answers are features.
The weights of all three are in `sense.tsv`, which `tests/gold/train_sense.py` writes.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from nhscuts_pipeline.contracts.vocabulary import COUNT_UNITS, MONEY_UNITS, Measure, Modality, Unit
from nhscuts_pipeline.extraction.elision import SAID_BEFORE, SMALL_SUM
from nhscuts_pipeline.extraction.figure import Draft, Scored
from nhscuts_pipeline.extraction.linear import Linear
from nhscuts_pipeline.extraction.passage import Text
from nhscuts_pipeline.extraction.rule_words import GUESS, WEIGHED
from nhscuts_pipeline.extraction.surroundings import surroundings

PATH = Path(__file__).with_name("sense.tsv")
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
Value = TypeVar("Value", Unit, Measure, Modality)


class Model:
    """The models of the three fields as one, and which of its scores are those of the values allowed."""

    def __init__(self, weights: Linear) -> None:
        self._weights = weights
        self._units = {units: self._scored("unit", units) for units in (MONEY_UNITS, COUNT_UNITS)}
        self._measures = {unit: self._scored("measure", measures) for unit, measures in _ALLOWED.items()}
        self._modalities = self._scored("modality", Modality)

    def _scored(self, field: str, values: Iterable[Value]) -> list[tuple[int, Value]]:
        """The values that the model knows, each with the place of its score."""
        classes = self._weights.classes
        found = {f"{field}={value}": value for value in values}
        return [(at, found[name]) for at, name in enumerate(classes) if name in found]

    def scores(self, seen: Collection[str]) -> list[float]:
        """Of those features; to be given to the others."""
        return self._weights.scores(seen)

    def unit(self, scores: Sequence[float], among: frozenset[Unit]) -> Unit:
        """The likeliest of the units that `open_units` left."""
        return max(self._units[among], key=lambda each: scores[each[0]])[1]

    def scored(self, scores: Sequence[float], unit: Unit) -> dict[str, Scored]:
        """The measures that the unit may have and the modalities, with their scores."""
        return {
            "measure": [(value, scores[at]) for at, value in self._measures[unit]],
            "modality": [(value, scores[at]) for at, value in self._modalities],
        }


_MODEL = Model(Linear.read(PATH))


def open_units(draft: Draft) -> frozenset[Unit]:
    """The units that a draft may have instead of the one it got; none where its own words decided."""
    if draft.unit in MONEY_UNITS and draft.value < SMALL_SUM:
        return MONEY_UNITS
    return COUNT_UNITS if draft.unit in COUNT_UNITS and draft.rules.get("unit") in _CARRIED else frozenset()


def weigh(text: Text, found: Sequence[Draft], before: Sequence[Draft]) -> None:
    """Settle unit, measure and modality of a sentence's drafts that the rules have read.

    `before` are the drafts further up. `Draft.scored` keeps what each value got, for the second reading
    (again.py).
    """
    for draft, seen in zip(found, features(text, found, before), strict=True):
        draft.scored = decide(_MODEL, draft, seen, open_units(draft))


def decide(model: Model, draft: Draft, seen: Collection[str], units: frozenset[Unit]) -> dict[str, Scored]:
    """Settle a draft's unit, where another of `units` may be it, its measure and its modality.

    Gives the scores of the values that measure and modality may have by what was `seen` of it.
    """
    scores = model.scores(seen)
    if units:
        unit = model.unit(scores, units)
        if unit is not draft.unit:
            draft.unit, draft.rules["unit"] = unit, WEIGHED
    found = model.scored(scores, unit_of(draft))
    for field, scored in found.items():
        settle(draft, field, likeliest(scored))
    return found


def likeliest(scored: Scored) -> Measure | Modality:
    """The value with the highest score."""
    return max(scored, key=lambda each: each[1])[0]


def settle(draft: Draft, field: str, value: Measure | Modality) -> None:
    """Let that be the value of measure or modality, named as weighed where it was another.

    A number said before keeps what it measured there.
    """
    if field == "measure" and draft.source is not None and draft.rules.get("source") == SAID_BEFORE:
        draft.measure = draft.source.measure
    elif value is not getattr(draft, field):
        setattr(draft, field, value)
        draft.rules[field] = WEIGHED


def features(text: Text, found: Sequence[Draft], before: Sequence[Draft]) -> Iterator[set[str]]:
    """All that the models look at, for each draft of a sentence."""
    for draft, around in zip(found, surroundings(text, found, before), strict=True):
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


def unit_of(draft: Draft) -> Unit:
    """The unit of a draft that the rules have read. Raises `ValueError` where they left none."""
    if draft.unit is None:
        raise ValueError(f"a draft at {draft.start} came to be weighed without a unit")
    return draft.unit
