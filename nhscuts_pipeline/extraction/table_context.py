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


@dataclass(frozen=True, slots=True)
class Context:
    """What stands over a cell: its column's header, its row's label and the caption, in lower case.

    `before` and `after` are the headers beside its own, `headers` all of them, `corner` that of the labels;
    `setting` is what stands further up in the table's section, `beyond` what stands there in whatever
    section; `groups` is whether the rows can be staff groups.
    """

    header: str
    label: str
    caption: str
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
        headers = {cell.column: self._folded[cell.start : cell.end] for cell in cells if cell.row == 0}
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
        self._setting = self._join(inside[0], above, inside[1])
        self._beyond = self._join(at - 2, at - 3)

    def cell(self, cell: Cell) -> Context:
        """What stands over one cell."""
        return Context(
            header=self._headers.get(cell.column, ""),
            label=self._labels.get(cell.row, ""),
            caption=self._caption,
            setting=self._setting,
            beyond=self._beyond,
            before=self._headers.get(cell.column - 1, ""),
            after=self._headers.get(cell.column + 1, ""),
            headers=self._all,
            corner=self._corner,
            groups=self._groups,
        )

    def _join(self, *indices: int | None) -> str:
        return " | ".join(self._folded[block.start : block.end] for block in self._prose(indices))

    def _prose(self, indices: Iterable[int | None]) -> list[Block]:
        found = [self._blocks[at] for at in dict.fromkeys(indices) if at is not None and at >= 0]
        return [block for block in found if block.kind is not BlockKind.TABLE]
