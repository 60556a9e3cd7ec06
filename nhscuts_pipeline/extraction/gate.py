"""Whether a number is a figure of ours at all: a linear model over the words around it.

Belongs here: the features, and the decision. The classes of words are in `word_classes`, the weights in
`gate.json`, which `tests/gold/train_gate.py` writes. What no context could make a figure (dates, page
numbers, beds) is refused before, in `not_quantity`, `unit` and `relevance`.
"""

import re
from functools import lru_cache
from pathlib import Path

from nhscuts_pipeline.extraction import elision
from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.layout import Layout
from nhscuts_pipeline.extraction.linear import Linear
from nhscuts_pipeline.extraction.unit import Reading
from nhscuts_pipeline.extraction.word_classes import class_of

TOKEN = re.compile(r"[a-z]+(?:['’-][a-z]+)*|\d[\d,.]*|£|%|[.,;:()?!|–—]|[\"“”]")
_NEAR = 4
_WINDOW = 9
_REACH = 110
_BEFORE_REACH = 420
# A row of a thousand numbers is one sentence too: without an end the work would grow with its square.
_HERE_REACH = 600
# So short a text need not say whose it is.
_SNIPPET = 400
_SERVICE = re.compile(
    r"\bnhs\b|hospital|infirmary|\bpcts?\b|\bicbs?\b|\bccgs?\b|primary care|integrated care|"
    r"health (?:authorit|board|service|trust)|healthcare|ambulance|clinical commissioning|"
    r"department of health|\bnurs|\bwards?\b"
)
_VAGUE = frozenset({"level", "total", "share", "time", "plan", "ours", "org"})
_OWNERS = frozenset({"ours", "outside"})
_MODEL = Linear.read(Path(__file__).with_name("gate.json"))


@lru_cache(maxsize=4)
def _service(folded: str) -> str:
    """How much a document speaks of the health service."""
    count = sum(1 for _ in _SERVICE.finditer(folded))
    if count == 0 and len(folded) < _SNIPPET:
        return "snippet"
    return "none" if count == 0 else "once" if count == 1 else "little" if count < 5 else "much"


def is_figure(folded: str, layout: Layout, draft: Draft, reading: Reading, before: list[Draft]) -> bool:
    """Whether the words around a number make it a figure. `before` holds the figures found so far.

    Leaves what it looked at, and how sure it is, in the draft.
    """
    draft.evidence = evidence(folded, layout, draft, reading, before)
    draft.margin = _MODEL.scores(draft.evidence)[0]
    return draft.margin > 0


def evidence(folded: str, layout: Layout, draft: Draft, reading: Reading, before: list[Draft]) -> set[str]:
    """The named features of a number in its place."""
    found = {"bias"}
    sentence = layout.sentences[draft.sentence]
    unit = draft.unit.value if draft.unit else "none"
    left = TOKEN.findall(folded, max(sentence.start, draft.start - _REACH), draft.start)
    left.reverse()
    right = TOKEN.findall(folded, draft.end, min(sentence.end, draft.end + _REACH))
    _beside(found, left, right, unit)
    _classes(found, left, "L", unit)
    _classes(found, right, "R", unit)
    nearest = _nearest(left), _nearest(right)
    found.update((f"nl:{nearest[0]}:{unit}", f"nr:{nearest[1]}:{unit}", f"n:{nearest[0]}:{nearest[1]}"))
    _number(found, folded, draft, unit)
    _phrase(found, folded, draft, reading, unit)
    _place(found, folded, layout, draft, unit)
    _continues(found, draft, before, unit)
    return found


def _beside(found: set[str], left: list[str], right: list[str], unit: str) -> None:
    one, two = ([*left, "^", "^"])[:2]
    found.update((f"l1:{one}", f"l2:{two} {one}", f"l1:{unit}:{one}"))
    found.add(f"l2c:{class_of(two) or two} {class_of(one) or one}")
    one, two = ([*right, "$", "$"])[:2]
    found.update((f"r1:{one}", f"r2:{one} {two}", f"r1:{unit}:{one}"))
    found.add(f"r2c:{class_of(one) or one} {class_of(two) or two}")
    found.update(f"lw:{word}" for word in left[:_WINDOW] if word.isalpha())
    found.update(f"rw:{word}" for word in right[:_WINDOW] if word.isalpha())


def _classes(found: set[str], words: list[str], side: str, unit: str) -> None:
    for at, word in enumerate(words):
        kind = class_of(word)
        if kind is not None:
            found.add(f"{side}c:{kind}")
            found.add(f"{side}c:{kind}:{unit}")
            if at < _NEAR:
                found.add(f"{side}n:{kind}")
                found.add(f"{side}n:{kind}:{unit}")


def _nearest(words: list[str]) -> str:
    """The class of the nearest word that says what is going on, within the clause where there is one."""
    for word in words:
        kind = class_of(word)
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


@lru_cache(maxsize=4)
def _owner_before(folded: str, start: int) -> str:
    """Whether the text before a sentence spoke last of the service or of others."""
    owner = "none"
    for word in TOKEN.findall(folded, max(0, start - _BEFORE_REACH), start):
        kind = class_of(word)
        if kind in _OWNERS:
            owner = kind
    return owner


def _place(found: set[str], folded: str, layout: Layout, draft: Draft, unit: str) -> None:
    sentence = layout.sentences[draft.sentence]
    found.add(f"block:{layout.blocks[sentence.block].kind.name}:{unit}")
    found.add(f"service:{_service(folded)}")
    owner = _owner_before(folded, sentence.start)
    found.add(f"owner before:{owner}")
    for word in TOKEN.findall(folded, max(sentence.start, draft.start - _HERE_REACH), draft.start):
        if class_of(word) in _OWNERS:
            owner = f"{class_of(word)} here"
    found.update((f"owner:{owner}", f"owner:{owner}:{unit}"))


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
