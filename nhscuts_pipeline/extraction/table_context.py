"""What stands over a table's cell: headers, the row's label, the caption, and the text further up.

Belongs here: collecting those words. Does not belong here: what they say of the cell (tables.py, cells.py).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from nhscuts_pipeline.extraction.layout import Block, BlockKind, Cell
from nhscuts_pipeline.extraction.passage import Text
from nhscuts_pipeline.extraction.phrases import Expression

# Rows of directorates, and one of "Clinical commissioning groups", are no staff groups.
_NOT_GROUPS = Expression(
    r"\b(?:directorates?|departments?|functions?|teams?|services?|schemes?|area|office)\b"
)
# A number that is no year.
_COUNTED = Expression(r"(?<![\d/–-])(?!(?:19|20)\d\d\b)\d")
_STOP = Expression(r"(?<=[.!?])\s+(?=\S)")
_POINTS = Expression(r"\b(?:tables?|below|following|as follows|set out|listed|the figures are|columns?)\b")


@dataclass(frozen=True, slots=True)
class Context:
    """What stands over a cell: its column's header, its row's label and the caption, in lower case.

    `before` and `after` are the headers beside its own, `headers` all of them, `corner` that of the labels;
    `dated` is the caption with no more of the paragraph before the table than what points to it; `setting` is
    what stands further up in the table's section, `beyond` what stands there in whatever section; `groups` is
    whether the rows can be staff groups.
    """

    header: str
    label: str
    caption: str
    dated: str
    setting: str
    beyond: str
    before: str
    after: str
    headers: tuple[str, ...]
    corner: str
    groups: bool

    def nearest_first(self) -> tuple[str, ...]:
        """The words over the cell, from those that are likeliest to be about it."""
        return self.header, self.label, self.caption, self.setting, self.beyond


class Over:
    """What stands over the cells of one table."""

    def __init__(self, text: Text, table: Block) -> None:
        self._folded, self._blocks = text.folded, text.layout.blocks
        cells = table.cells
        headers = _headers(self._folded, table)
        self._labels = {
            cell.row: self._folded[cell.start : cell.end].strip("* ")
            for cell in cells
            if cell.column == table.label_column
        }
        self._headers, self._corner = headers, headers.get(table.label_column, "")
        self._all, self._groups = tuple(headers.values()), _NOT_GROUPS.search(self._corner) is None
        at, heading = self._blocks.index(table), table.heading
        above = None if heading is None else self._blocks[heading].heading
        inside = [each if heading is None or each > heading else None for each in (at - 2, at - 3)]
        # The heading over the table, and the sentences just before it, which often carry its unit.
        self._caption = self._join(heading, at - 1)
        self._dated = (
            self._join(heading) if heading == at - 1 else f"{self._join(heading)} | {self._leading(at - 1)}"
        )
        self._setting = self._join(inside[0], above, inside[1])
        self._beyond = self._join(at - 2, at - 3)

    def cell(self, cell: Cell) -> Context:
        """What stands over one cell."""
        return Context(
            header=self._headers.get(cell.column, ""),
            label=self._labels.get(cell.row, ""),
            caption=self._caption,
            dated=self._dated,
            setting=self._setting,
            beyond=self._beyond,
            before=self._headers.get(cell.column - 1, ""),
            after=self._headers.get(cell.column + 1, ""),
            headers=self._all,
            corner=self._corner,
            groups=self._groups,
        )

    def _leading(self, index: int) -> str:
        """The sentences of the paragraph before the table that point to it, or the last."""
        sentences = _STOP.compiled.split(self._join(index))
        return " ".join(filter(_POINTS.search, sentences)) or sentences[-1]

    def _join(self, *indices: int | None) -> str:
        return " | ".join(self._folded[block.start : block.end] for block in self._prose(indices))

    def _prose(self, indices: Iterable[int | None]) -> list[Block]:
        found = [self._blocks[at] for at in dict.fromkeys(indices) if at is not None and at >= 0]
        return [block for block in found if block.kind is not BlockKind.TABLE]


def _headers(folded: str, table: Block) -> dict[int, str]:
    """The header of each column; one that spans several stands over the second row of headers under it."""
    first, second = (
        {cell.column: folded[cell.start : cell.end] for cell in table.cells if cell.row == row}
        for row in (0, 1)
    )
    under = [words for column, words in second.items() if column > table.label_column and words]
    spans = any(not words for column, words in first.items() if column > table.label_column)
    if not spans or not under or any(map(_COUNTED.search, under)):
        return first
    over, headers = "", {}
    for column, words in first.items():
        over = words or over
        headers[column] = f"{over} {second.get(column, '')}".strip() if column > table.label_column else words
    return headers
