"""Names that stand as labels: "• Wold Marsh (577)", "**Fens and Broads**" as a heading, rows of a table.

Belongs here: telling labels that name bodies from labels that name things. Does not belong here: bare names
in prose (bare.py), whose cell is whose (rows.py).
"""

import re
from collections.abc import Container
from functools import lru_cache

from nhscuts_pipeline.extraction.layout import Block, BlockKind, Layout
from nhscuts_pipeline.extraction.ordinary import is_ordinary, small_words
from nhscuts_pipeline.extraction.phrases import Expression

_NAME = r"[A-Z][^\W\d]*[’'-]?[^\W\d]*(?:,? (?:(?:and|of|the|on|upon|with|&) )*[A-Z][\w’'-]*){0,7}"
_PROPER = Expression(rf"{_NAME}$")
# Labels, where there are several: "• Wold Marsh (577)", "*Royal Wold* has issued ...", "3. Wold – 210".
_LABEL = Expression(
    rf"^(?:[ \t]*(?:[•*–-]|\d{{1,2}}[.)])[ \t]+(?:\*\*)?|\*{{1,2}}(?=[A-Z]))(?P<label>{_NAME})"
    r"(?:\*{1,2})?(?:[.:]\*{1,2}|\s*[:(–—,]|\s-\s|\.(?=\s)|(?<=\*)(?=\s))",
    re.MULTILINE,
)
_NO_LABEL = Expression(
    r"(?i)(?:mr|mrs|ms|miss|dr|sir|lord|lady|baroness|total|notes?|source|figure|table|why|what|how|who|when|where|which|is|are|will|can|do|does|"
    r"the|a|an|in|on|at|"
    r"summary|background|contact|press|about|action|apologies|minutes|present|for|if|we|our|jobs?|posts?|"
    r"staff|all|options?|recommendations?|risks?|decisions?|context|next|conclusions?|introduction|purpose|"
    r"health|nhs|oral|written|debate|column|issues?|findings|matters|questions?|answers?|any|close|closing|key|implications|proposals?|progress|"
    r"position|update|overview|timetable|appendix|annex|item|paper|executive|lead|author|status|members|"
    r"observers|public|chair\w*|chief|report|table|further|current|previous|national|local|financial)\b"
)
# Capitalised labels that name a thing counted, a grade or a time, as against a body.
_THING = Expression(
    r"(?i)\b(?:staff|posts?|jobs?|costs?|pay|band|total|redundanc\w+|exits?|leavers|nurs\w+|doctors?|managers?|"
    r"admin\w*|finance|clinical|medical|corporate|executive|directors?|support|services?|vacanc\w+|savings?|"
    r"budget|directorate|department|team|quarter|year|q[1-4]|compulsory|voluntary|agency|estates|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|wte|fte|"
    r"headcount|workforce|people|communications|commissioning|planning|strategy|quality|governance|digital|"
    r"human resources|hr|it|operations|performance|primary care|public health|professional|scientific|"
    r"release|cuts|committee|present|ambulance staff|midwi\w+|consultants?|senior|other)\b"
)
_ABOUT_BODIES = Expression(
    r"(?i)\b(?:trusts|hospitals|boards|pcts|icbs|csus|clusters|commissioning support units)\b"
)
_OF_BODIES = Expression(
    r"(?i)\b(?:trusts?|pcts?|icbs?|boards?|clusters?|regions?|areas?|organisations?|employers?|bod(?:y|"
    r"ies)|shas?|ccgs?|csus?|units?|authorit(?:y|ies)|provider)\b"
)
SUMS = Expression(
    r"(?i)\W*(?:(?:grand |sub-?)?totals?|all|average|mean|median|overall|other|sum|combined|together|both|"
    r"cluster)\b"
)
# "Ann Ash (Wold East) (Lab): ..." is somebody speaking.
_SPEAKER = Expression(r"(?:\*\*)?(?: \*?\([^)\d]*\)\*?)+(?:\*\*)?:")
# In a record of what was said, whatever stands before a colon is somebody's name: "**Ann Ash:** We have ...".
_RECORD = Expression(
    r"(?m)^(?:\*\*)?(?:Q\d+ |Chair\b|(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Baroness|Councillor|Cllr|The Minister|"
    r"The Chair\w*)\b[^\n:]{0,60}:)"
)
_SAYS = Expression(r"(?:\*\*)?:")
# So few labels are no list.
_FEW = 2


def of_rows(layout: Layout, taken: set[int]) -> set[str]:
    """The labels of table rows that name bodies; `taken` are places already known as names."""
    return {
        label
        for block in layout.blocks
        if block.kind is BlockKind.TABLE and is_list_of_bodies(layout, block, taken)
        for label in _labels(layout, block)
        if _PROPER.match(label) and not SUMS.match(label)
    }


def of_lines(text: str, taken: set[int]) -> set[str]:
    """The labels of lines that name bodies the text does not name otherwise."""
    labels = [
        match
        for match in _LABEL.finditer(text)
        if not _NO_LABEL.match(match["label"]) and not _THING.search(match["label"])
    ]
    if len(labels) <= _FEW:
        return set()
    record = len(_RECORD.compiled.findall(text)) > 1
    speakers = {
        match["label"]
        for match in labels
        if _SPEAKER.match(text, match.end("label")) or (record and _SAYS.match(text, match.end("label")))
    }
    labels = [match for match in labels if match["label"] not in speakers]
    known = any(match.start("label") in taken for match in labels)
    if len(labels) > _FEW and (known or (len(labels) > 3 and _ABOUT_BODIES.search(text, 0, 600))):
        small = small_words(text)
        found = {match["label"] for match in labels if match.start("label") not in taken}
        return {label for label in found if not is_ordinary(label, small)}
    return set()


def is_list_of_bodies(layout: Layout, block: Block, known: Container[int]) -> bool:
    """Whether the labels of a table are names of bodies: its header says so, or one of them is known."""
    header = block.cell(0, block.label_column)
    if header is not None and _OF_BODIES.search(layout.text, header.start, header.end):
        return True
    cells = [cell for cell in block.cells if cell.column == block.label_column and cell.row > 0]
    labels = _labels(layout, block)
    if not _look_like_names(labels):
        return False
    if any(cell.start in known for cell in cells):
        return True
    text, names = layout.text, (label for label in labels if label and not SUMS.match(label))
    named = (text.find(name, 0, block.start) >= 0 or text.find(name, block.end) >= 0 for name in names)
    return sum(named) > 1


def _labels(layout: Layout, block: Block) -> tuple[str, ...]:
    cells = (cell for cell in block.cells if cell.column == block.label_column and cell.row > 0)
    return tuple(layout.text[cell.start : cell.end].strip("* ") for cell in cells)


@lru_cache(maxsize=16)
def _look_like_names(labels: tuple[str, ...]) -> bool:
    """Whether labels, sums left aside, read like proper names and not like things counted."""
    names = [label for label in labels if label and not SUMS.match(label)]
    return len(names) > 1 and all(_PROPER.match(name) and not _THING.search(name) for name in names)
