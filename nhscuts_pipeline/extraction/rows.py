"""Whose cell of a table a figure is.

Belongs here: row labels, and column headers where the bodies stand side by side. Does not belong here: which
labels are names (labels.py), prose (subject.py).
"""

from nhscuts_pipeline.extraction.labels import SUMS, is_list_of_bodies
from nhscuts_pipeline.extraction.layout import Block, Cell
from nhscuts_pipeline.extraction.mentions import Mentions
from nhscuts_pipeline.extraction.names import Name
from nhscuts_pipeline.extraction.register import NameKind


def row_subject(mentions: Mentions, block: Block, at: int) -> Name | None:
    """The body or area that the label of the row at that offset names, or else the header of the column."""
    cell = block.cell_at(at)
    if cell is None:
        return None
    label = block.cell(cell.row, block.label_column)
    return _of_label(mentions, block, label) or _named(mentions, block.cell(0, cell.column))


def _of_label(mentions: Mentions, block: Block, label: Cell | None) -> Name | None:
    if label is None:
        return None
    text = mentions.layout.text
    written = text[label.start : label.end].strip("* ")
    if written and not SUMS.match(written) and is_list_of_bodies(mentions.layout, block, mentions.starts):
        found = [
            name
            for name in mentions.within(label.start, label.end)
            if name.end - name.start >= len(written) - 2
        ]
        return found[0] if found else Name(label.start, label.end, written, NameKind.BODY, "row")
    return _named(mentions, label)


def _named(mentions: Mentions, cell: Cell | None) -> Name | None:
    """The body or area that a cell names, None where that is the whole service."""
    if cell is None:
        return None
    named = [
        name
        for name in mentions.within(cell.start, cell.end)
        if name.kind in (NameKind.BODY, NameKind.REGION) and name.name not in ("NHS", "England")
    ]
    return named[0] if named else None
