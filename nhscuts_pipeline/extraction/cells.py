"""What a table's cell measures and whether it happened: the rules' reading, weighed with the words over it.

Belongs here: the words of header, row label and caption as named features, and the choice by them. Does not
belong here: the rules (tables.py), whose answers are features. The weights are in `cells.tsv`, which
`tests/gold/train_cells.py` writes.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from nhscuts_pipeline.contracts.vocabulary import COUNT_UNITS, Measure, Unit
from nhscuts_pipeline.extraction import sense
from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.linear import Linear
from nhscuts_pipeline.extraction.phrases import Expression
from nhscuts_pipeline.extraction.stems import stem_of
from nhscuts_pipeline.extraction.table_context import Context

PATH = Path(__file__).with_name("cells.tsv")
_WORD = Expression(r"[a-z]+(?:['’-][a-z]+)*|\d{4}|£|%")
# Of what stands over a table, words further up than this tell of other things.
_CAPTION = 40


def features(draft: Draft, over: Context, last: Measure | None) -> set[str]:
    """What the model looks at: the rules' answers and the words over the cell, in lower case.

    `last` is what the rules make of the cell before it in its row.
    """
    found = {
        f"A:{draft.measure}",
        f"A:{draft.measure}:{draft.unit}",
        f"AR:{draft.measure}:{draft.rules.get('measure')}",
        f"AM:{draft.modality}:{draft.measure}",
        f"u:{draft.unit}",
        f"last:{last}",
    }
    found.update(_words("h", over.header, str(draft.unit)))
    found.update(_words("l", over.label, str(draft.unit)))
    found.update(f"c:{stem}" for stem in _stems(f"{over.setting} {over.caption}")[-_CAPTION:])
    for place, header in (("p", over.before), ("n", over.after)):
        found.update(f"{place}:{stem}" for stem in _stems(header))
    found.update(f"a:{stem}" for header in over.headers for stem in _stems(header))
    found.update((f"h: {' '.join(_stems(over.header)[:4])}", f"p: {' '.join(_stems(over.before)[:4])}"))
    return found


def _words(place: str, text: str, unit: str) -> Iterator[str]:
    stems = _stems(text)
    yield from (f"{place}:{stem}" for stem in stems)
    yield from (f"{place}:{stem}:{unit}" for stem in stems)
    yield from (f"{place}b:{one} {two}" for one, two in pairwise(stems))


# Of a table's cells all have one caption, and those of a column one header.
@lru_cache(maxsize=1024)
def _stems(text: str) -> tuple[str, ...]:
    return tuple("year" if word.isdigit() else stem_of(word) for word in _WORD.compiled.findall(text))


def open_units(draft: Draft) -> frozenset[Unit]:
    """The units that a cell may have instead: a count can be of anything that is counted."""
    return COUNT_UNITS if draft.unit in COUNT_UNITS else frozenset()


_MODEL = sense.Model(Linear.read(PATH))


def weigh(draft: Draft, seen: set[str]) -> None:
    """Settle unit, measure and modality of a cell that the rules have read."""
    sense.decide(_MODEL, draft, seen, open_units(draft))
