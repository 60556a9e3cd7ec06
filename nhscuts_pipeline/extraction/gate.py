"""Whether a number is a figure of ours at all: a linear model over the words around it.

Belongs here: the features, and the decision. The classes of words are in `word_classes`, the weights in
`gate.tsv`, which `tests/gold/train_gate.py` writes. What no context could make a figure (dates, page
numbers, beds) is refused before, in `not_quantity`, `unit` and `relevance`.
"""

from functools import lru_cache
from pathlib import Path

from nhscuts_pipeline.extraction import elision, items
from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.linear import Linear
from nhscuts_pipeline.extraction.passage import Text
from nhscuts_pipeline.extraction.relevance import SNIPPET, health_words
from nhscuts_pipeline.extraction.unit import Reading

_NEAR = 4
_WINDOW = 9
_REACH = 110
_BEFORE_REACH = 420
# A row of a thousand numbers is one sentence too: without an end the work would grow with its square.
_HERE_REACH = 600
_VAGUE = frozenset({"level", "total", "share", "time", "plan", "ours", "org"})
_NO_CLASS = frozenset({None})
# So many words for the service are much, in a document of any length.
_MUCH = 5
# Numbers that the grammar never reaches cost recall as well. A little above even odds, precision and
# recall are nearest to each other where documents are left out (`train_gate.py` prints both).
LIMIT = 0.4
PATH = Path(__file__).with_name("gate.tsv")
_MODEL = Linear.read(PATH)


def is_figure(text: Text, draft: Draft, reading: Reading, before: list[Draft]) -> bool:
    """Whether the words around a number make it a figure. `before` holds the figures found so far.

    Leaves what it looked at, and how sure it is, in the draft.
    """
    draft.evidence = evidence(text, draft, reading, before)
    draft.margin = _MODEL.scores(draft.evidence)[0]
    return draft.margin > LIMIT


def evidence(text: Text, draft: Draft, reading: Reading, before: list[Draft]) -> set[str]:
    """The named features of a number in its place."""
    found = {"bias"}
    sentence = text.layout.sentences[draft.sentence]
    unit = draft.unit.value if draft.unit else "none"
    left = text.tokens.between(max(sentence.start, draft.start - _REACH), draft.start)
    left = left[0][::-1], left[1][::-1]
    right = text.tokens.between(draft.end, min(sentence.end, draft.end + _REACH))
    _beside(found, left, right, unit)
    _classes(found, left[1], "L", unit)
    _classes(found, right[1], "R", unit)
    nearest = _nearest(*left), _nearest(*right)
    found.update((f"nl:{nearest[0]}:{unit}", f"nr:{nearest[1]}:{unit}", f"n:{nearest[0]}:{nearest[1]}"))
    _number(found, text.folded, draft, unit)
    _phrase(found, text.folded, draft, reading, unit)
    _place(found, text, draft, unit)
    _continues(found, draft, before, unit)
    found.update(items.place(text, draft, before, unit))
    return found


# The tokens on one side of a number, the nearest first, and the class of each.
_Side = tuple[list[str], list[str | None]]


def _beside(found: set[str], left: _Side, right: _Side, unit: str) -> None:
    (one, two), (kind, other) = ([*left[0][:2], "^", "^"])[:2], ([*left[1][:2], None, None])[:2]
    found.update((f"l1:{one}", f"l2:{two} {one}", f"l1:{unit}:{one}", f"l2c:{other or two} {kind or one}"))
    (one, two), (kind, other) = ([*right[0][:2], "$", "$"])[:2], ([*right[1][:2], None, None])[:2]
    found.update((f"r1:{one}", f"r2:{one} {two}", f"r1:{unit}:{one}", f"r2c:{kind or one} {other or two}"))
    found.update([f"lw:{word}" for word in left[0][:_WINDOW] if word.isalpha()])
    found.update([f"rw:{word}" for word in right[0][:_WINDOW] if word.isalpha()])


def _classes(found: set[str], kinds: list[str | None], side: str, unit: str) -> None:
    for kind in {*kinds[:_NEAR]} - _NO_CLASS:
        found.update((f"{side}n:{kind}", f"{side}n:{kind}:{unit}"))
    for kind in {*kinds} - _NO_CLASS:
        found.update((f"{side}c:{kind}", f"{side}c:{kind}:{unit}"))


def _nearest(words: list[str], kinds: list[str | None]) -> str:
    """The class of the nearest word that says what is going on, within the clause where there is one."""
    for word, kind in zip(words, kinds, strict=True):
        if kind is not None and kind not in _VAGUE:
            return kind
        if word in ";:.!?":
            break
    return "none"


def _number(found: set[str], folded: str, draft: Draft, unit: str) -> None:
    size = 0 if draft.value < 1 else len(str(int(draft.value)))
    written = "digits" if folded[draft.start].isdigit() or folded[draft.start] == "£" else "words"
    found.update((f"size:{unit}:{size}", f"written:{unit}:{written}", f"qualifier:{draft.qualifier.value}"))
    if draft.value_to is not None:
        found.add(f"range:{unit}")


def _phrase(found: set[str], folded: str, draft: Draft, reading: Reading, unit: str) -> None:
    found.update((f"unit:{unit}", f"head:{reading.head.name}", f"noun:{reading.noun}"))
    if draft.staff_group:
        found.add("group")
    if reading.partitive:
        found.add(f"partitive:{unit}")
    if unit == "none":
        found.add(f"fused:{elision.is_fused(folded, draft.end)}")


def _place(found: set[str], text: Text, draft: Draft, unit: str) -> None:
    sentence = text.layout.sentences[draft.sentence]
    found.add(f"block:{text.layout.blocks[sentence.block].kind.name}:{unit}")
    found.add(f"service:{_service(text.folded)}")
    owner = text.tokens.last_owner(max(0, sentence.start - _BEFORE_REACH), sentence.start) or "none"
    found.add(f"owner before:{owner}")
    here = text.tokens.last_owner(max(sentence.start, draft.start - _HERE_REACH), draft.start)
    owner = f"{here} here" if here else owner
    found.update((f"owner:{owner}", f"owner:{owner}:{unit}"))


@lru_cache(maxsize=4)
def _service(folded: str) -> str:
    """How much a document speaks of the health service."""
    count = health_words(folded, _MUCH)
    if count == 0 and len(folded) < SNIPPET:
        return "snippet"
    return "none" if count == 0 else "once" if count == 1 else "little" if count < _MUCH else "much"


def _continues(found: set[str], draft: Draft, before: list[Draft], unit: str) -> None:
    if not before:
        found.update(("before:none", f"before:none:{unit}"))
        return
    last = max(before, key=lambda each: each.start)
    away = min(draft.sentence - last.sentence, 4)
    found.update((f"before:{away}", f"before:{away}:{unit}"))
    if any(each.value == draft.value for each in before) and draft.value > 12:
        found.add(f"said before:{unit}")
    alike = [each for each in before if each.unit is draft.unit or (draft.unit is None)]
    if alike:
        found.add(f"alike:{unit}:{min(draft.sentence - max(each.sentence for each in alike), 4)}")
