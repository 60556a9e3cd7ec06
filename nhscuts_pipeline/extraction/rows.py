"""Whose row of a table a figure stands in.

Belongs here: row labels. Does not belong here: prose (subject.py).
"""

import re

from nhscuts_pipeline.extraction.layout import Block
from nhscuts_pipeline.extraction.mentions import Mentions
from nhscuts_pipeline.extraction.names import Name
from nhscuts_pipeline.extraction.register import NameKind

_OF_BODIES = re.compile(
    r"(?i)\b(?:trusts?|pcts?|icbs?|boards?|clusters?|regions?|areas?|organisations?|employers?|bod(?:y|"
    r"ies)|shas?|ccgs?|authorit(?:y|ies)|provider)\b"
)
_NO_NAME = re.compile(r"(?i)\W*(?:(?:grand |sub-?)?totals?|all|average|mean|median|overall|other|sum)\b")


def row_subject(mentions: Mentions, block: Block, at: int) -> Name | None:
    """The body or area in the label of the row at that offset, None where the label is something else."""
    row = next((cell.row for cell in block.cells if cell.start <= at < max(cell.end, cell.start + 1)), None)
    label = next((cell for cell in block.cells if cell.row == row and cell.column == 0), None)
    header = next((cell for cell in block.cells if cell.row == 0 and cell.column == 0), None)
    if label is None or header is None:
        return None
    text = mentions.layout.text
    written = text[label.start : label.end].strip("* ")
    if _OF_BODIES.search(text, header.start, header.end) and written and not _NO_NAME.match(written):
        found = [
            name
            for name in mentions.within(label.start, label.end)
            if name.end - name.start >= len(written) - 2
        ]
        return found[0] if found else Name(label.start, label.end, written, NameKind.BODY, "row")
    named = [
        name
        for name in mentions.within(label.start, label.end)
        if name.kind in (NameKind.BODY, NameKind.REGION) and name.name != "NHS"
    ]
    return named[0] if named else None
