"""The shape of a text: blocks (paragraphs, headings, list items, tables) and sentences, all by offset.

Belongs here: where things stand. Does not belong here: what they mean. Offsets are code points in the text as
given; nothing is normalised, so that a span always cuts out what it says.
"""

from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import pairwise
from typing import NamedTuple

from nhscuts_pipeline.extraction.phrases import Expression


class BlockKind(Enum):
    """How a block is set on the page."""

    PARAGRAPH = auto()
    HEADING = auto()
    ITEM = auto()
    TABLE = auto()


@dataclass(frozen=True, slots=True)
class Cell:
    """One table cell without its padding. `row` 0 is the header where the table has one."""

    start: int
    end: int
    row: int
    column: int


@dataclass(slots=True)
class Block:
    """A run of text set apart from its neighbours.

    `heading` is the index of the block that stands over this one (a heading, a caption or the line that leads
    into a list), None at the top. `first` and `last` bound its sentences, as a half-open range.
    `label_column` is the column of a table that says whose or what its rows are.
    """

    start: int
    end: int
    kind: BlockKind
    heading: int | None = None
    first: int = 0
    last: int = 0
    cells: list[Cell] = field(default_factory=list)
    label_column: int = 0

    def cell(self, row: int, column: int) -> Cell | None:
        """A table's cell by its place, None where the row is too short."""
        return next((cell for cell in self.cells if (cell.row, cell.column) == (row, column)), None)

    def cell_at(self, offset: int) -> Cell | None:
        """The table's cell that holds that place of the text."""
        return next((c for c in self.cells if c.start <= offset < max(c.end, c.start + 1)), None)


class Sentence(NamedTuple):
    """A sentence by offset, and the index of the block that it stands in."""

    start: int
    end: int
    block: int


@dataclass(frozen=True, slots=True)
class Layout:
    """A text with its blocks and sentences, both in order."""

    text: str
    blocks: list[Block]
    sentences: list[Sentence]

    def quote(self, sentence: int) -> str:
        """The sentence's own words."""
        span = self.sentences[sentence]
        return self.text[span.start : span.end]


_LINE = Expression(r"[^\n]+")
_ITEM = Expression(r"[ \t]*(?:[-*•·–▪■◆◦‣►▶→☞✂✓]|\(?(?:\d{1,2}|[a-z]|i[ivx]|vi|xi)[.)])[ \t]+(?=\S)")
_TABLE_LINE = Expression(r"[ \t]*\|.*\|[ \t]*$")
_TABLE_RULE = Expression(r"[ \t|:-]+$")
_MARKUP_HEADING = Expression(r"#{1,6}[ \t]")
_BOLD_LINE = Expression(r"\*\*[^*]+\*\*[ \t]*$")
# "Rank", "No." or nothing over a column of numbers
_RANK = Expression(r"(?i)[*_ ]*(?:rank(?:ing)?|no\.?|nr\.?|number|#|pos(?:ition|n)?\.?|place)?[*_ ]*")
_IS_RANK = Expression(r"[*_ ]*(?:\d{1,3}|-|–)?[.=)]?[*_ ]*")
# A full stop ends a sentence unless the word before it is one of these or a single initial.
_ABBREVIATION = Expression(
    r"(?<![^\s(\"'“‘])(?:Mr|Mrs|Ms|Dr|Prof|Sir|St|Rev|Hon|Cllr|Coun|No|Nos|vs|cf|c|ca|approx|est|para|col|"
    r"e\.g|i\.e|[A-Z])\.$"
)
# Behind a stop may stand the mark of a footnote: "last year.[140] The Department ..."
_STOP = Expression(r"[.!?…][\"'”’)\]*_]*(?:\[\d+\]|[¹²³⁴-⁹⁰]+)?(?=\s+[\"'“‘(\[*_£]*[A-Z0-9£•])")
# Numbers that a heading has as well: "3. Workforce", "Exits, April to June 2013"
_OF_HEADING = Expression(
    r"^\d+(?:\.\d+)*\.? (?=[A-Z])|\b(?:\d{1,2} (?:[A-Z][a-z]+ )?)?(?:19|20)\d\d(?:[-/–]\d{2,4})?\b"
)
_NIL = Expression(r"(?:[:–-]|\() ?(?:nil|none|unknown|n/[ak]|not \w+)\)?$")
_ENDS_SENTENCE = Expression(r"[.!?:;…][\"'”’)\]*_]*\s*$")
_CAPTION_LINE = Expression(r"\*(?!\*)|\W*(?:Table|Figure|Exhibit|Chart) [\dA-Z]")
_CAPTION = Expression(r"(?i)\**(table|figure|chart|posts|jobs|staff|redundanc)\b")
# Lines shorter or longer than these are not the product of hard wrapping.
_WRAP_WIDTH = 55
_WIDEST_WRAP = 130
_HEADING_WIDTH = 90


def read_layout(text: str) -> Layout:
    """Cut a text into blocks and sentences."""
    blocks = _blocks(text)
    _link_headings(text, blocks)
    sentences: list[Sentence] = []
    for index, block in enumerate(blocks):
        block.first = len(sentences)
        if block.kind is BlockKind.TABLE:
            sentences += [Sentence(start, end, index) for start, end in _table_rows(text, block)]
        else:
            sentences += [
                Sentence(start, end, index) for start, end in _sentences(text, block.start, block.end)
            ]
        block.last = len(sentences)
    return Layout(text, blocks, sentences)


def _blocks(text: str) -> list[Block]:
    blocks: list[Block] = []
    previous_end = -2
    for line in _LINE.finditer(text):
        start, end = line.span()
        if not line[0].strip():
            continue
        last = blocks[-1] if blocks else None
        adjacent = last is not None and previous_end + 1 == start
        if _TABLE_LINE.match(line[0]):
            if last is not None and last.kind is BlockKind.TABLE and adjacent:
                last.end = end
            else:
                blocks.append(Block(start, end, BlockKind.TABLE))
        elif last is not None and adjacent and _continues(text, last, line[0]):
            last.end = end
        else:
            blocks.append(Block(start, end, _kind_of(line[0])))
        previous_end = end
    _take_unmarked_lists(text, blocks)
    for block in blocks:
        if block.kind is BlockKind.TABLE:
            block.cells = _cells(text, block)
            block.label_column = _label_column(text, block.cells)
    return blocks


def _take_unmarked_lists(text: str, blocks: list[Block]) -> None:
    """Make short lines with numbers that follow one another without a blank line items of a list."""
    counted = [block.kind is BlockKind.HEADING and _counts(text[block.start : block.end]) for block in blocks]
    for (first, second), both in zip(pairwise(blocks), map(all, pairwise(counted)), strict=True):
        if both and first.end + 1 == second.start:
            first.kind = second.kind = BlockKind.ITEM


def _counts(line: str) -> bool:
    """Whether a line that is no heading by its marks has a number that none would have, or says "nil"."""
    if line.startswith(("#", "**")):
        return False
    return _NIL.search(line) is not None or any(map(str.isdigit, _OF_HEADING.compiled.sub("", line)))


def _kind_of(line: str) -> BlockKind:
    stripped = line.strip()
    if _MARKUP_HEADING.match(stripped) or _BOLD_LINE.match(stripped):
        return BlockKind.HEADING
    if _ITEM.match(line):
        return BlockKind.ITEM
    short = len(stripped) <= _HEADING_WIDTH and not _ENDS_SENTENCE.search(stripped)
    return BlockKind.HEADING if short else BlockKind.PARAGRAPH


def _continues(text: str, block: Block, line: str) -> bool:
    """Whether a line only carries on a hard-wrapped one."""
    if block.kind is BlockKind.TABLE or _ITEM.match(line):
        return False
    before = text[block.start : block.end].rsplit("\n", 1)[-1]
    if line.lstrip()[:1].islower():
        return True
    if before.rstrip()[-1:].isdigit() and line[:1].isupper():
        return False  # "Marsh Hospitals: 285" and "Wold Mental Health: 60"
    return len(before) >= _WRAP_WIDTH and not _ENDS_SENTENCE.search(before) and len(before) <= _WIDEST_WRAP


def _cells(text: str, block: Block) -> list[Cell]:
    cells: list[Cell] = []
    row = -1
    for line in _LINE.finditer(text, block.start, block.end):
        if _TABLE_RULE.match(line[0]):
            continue
        row += 1
        inner_start = line.start() + line[0].index("|") + 1
        inner_end = line.start() + line[0].rindex("|")
        at = inner_start
        for column, part in enumerate(text[inner_start:inner_end].split("|")):
            body = part.strip()
            start = at + (len(part) - len(part.lstrip())) if body else at
            cells.append(Cell(start, start + len(body), row, column))
            at += len(part) + 1
    return cells


def _label_column(text: str, cells: list[Cell]) -> int:
    """The first column, or the second where the first only numbers the rows."""
    head = "".join(text[cell.start : cell.end] for cell in cells if (cell.row, cell.column) == (0, 0))
    first = [text[cell.start : cell.end] for cell in cells if cell.row and cell.column == 0]
    return int(_RANK.fullmatch(head) is not None and all(map(_IS_RANK.fullmatch, first)))


def _table_rows(text: str, block: Block) -> list[tuple[int, int]]:
    lines = _LINE.finditer(text, block.start, block.end)
    return [line.span() for line in lines if not _TABLE_RULE.match(line[0])]


def _link_headings(text: str, blocks: list[Block]) -> None:
    """Point every block at the heading, caption or lead-in line above it.

    What introduces a list or a table reaches no further than to the paragraph behind it.
    """
    section: int | None = None
    introduced: int | None = None
    for index, block in enumerate(blocks):
        ahead = blocks[index + 1].kind if index + 1 < len(blocks) else None
        introduces = _introduces(text, block, ahead)
        if block.kind is BlockKind.PARAGRAPH and not introduces:
            introduced = None
        block.heading = section if introduced is None else introduced
        if introduces:
            introduced = index
        elif block.kind is BlockKind.HEADING:
            section, introduced = index, None
        elif block.kind is BlockKind.TABLE:
            introduced = None


def _introduces(text: str, block: Block, ahead: BlockKind | None) -> bool:
    """Whether a block is the caption of the table, or leads in the list, that comes next."""
    if block.kind is BlockKind.PARAGRAPH:
        ends = text[block.start : block.end].rstrip().endswith(":")
        return ahead in (BlockKind.ITEM, BlockKind.TABLE) and (
            ends or _CAPTION.match(text, block.start) is not None
        )
    return (
        block.kind is BlockKind.HEADING
        and ahead is BlockKind.TABLE
        and _CAPTION_LINE.match(text, block.start) is not None
    )


def _sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if text[stop.start()] == "." and _ABBREVIATION.search(
            text, max(begin, stop.start() - 12), stop.start() + 1
        ):
            continue
        spans.append((begin, stop.end()))
        begin = stop.end()
    spans.append((begin, end))
    return [trimmed for trimmed in (_trim(text, *span) for span in spans) if trimmed[0] < trimmed[1]]


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
