"""`nhscuts extract --explain`: a document with its figures marked in place, and why each field is what it is.

Belongs here: the picture. On a wide terminal the cards stand beside their paragraph, otherwise beneath it;
without a terminal there is no colour, and brackets mark the figures.
"""

import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.rule import Rule
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

from nhscuts_pipeline.cli.extract import read_figures
from nhscuts_pipeline.contracts.vocabulary import Measure, Unit
from nhscuts_pipeline.documents.reading import Source
from nhscuts_pipeline.extraction.figure import Figure
from nhscuts_pipeline.extraction.layout import Block, BlockKind, read_layout
from nhscuts_pipeline.extraction.rule_words import in_words
from nhscuts_pipeline.report import figure_words
from nhscuts_pipeline.settings import Settings

# From this width on the cards stand in a margin.
_WIDE = 120
_FAMILIES: tuple[tuple[str, str, tuple[Measure, ...]], ...] = (
    ("jobs that go", "red", (Measure.POSTS_CUT, Measure.POSTS_AT_RISK)),
    (
        "redundancies",
        "magenta",
        (Measure.REDUNDANCIES, Measure.REDUNDANCIES_NOTIFIED, Measure.REDUNDANCY_NOTICES),
    ),
    (
        "staff",
        "cyan",
        (
            Measure.WORKFORCE,
            Measure.WORKFORCE_CHANGE,
            Measure.VACANCIES,
            Measure.TURNOVER,
            Measure.REDEPLOYED,
        ),
    ),
    ("savings", "green", (Measure.SAVINGS, Measure.RUNNING_COST_CUT)),
    (
        "money",
        "yellow",
        (Measure.BUDGET, Measure.DEFICIT, Measure.RUNNING_COSTS, Measure.REDUNDANCY_COST),
    ),
    ("bodies", "blue", (Measure.ORGANISATIONS,)),
)
_COLOUR = {measure: colour for _, colour, measures in _FAMILIES for measure in measures}
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_FLAG = "⚑"
_MARKUP = re.compile(r"^#{1,6} +|\*\*(?P<bold>[^*]+)\*\*")


def explain_files(files: Sequence[Path], settings: Settings) -> int:
    """Show the files one after the other; the exit code as of `extract_files`."""
    console = Console(highlight=False, soft_wrap=False)
    unread: list[Path] = []
    for source, figures in read_figures(files, settings, unread):
        # Only a terminal has use for the blanks that fill a line.
        with console.capture() as shown:
            show(console, source, figures)
        text = shown.get()
        if not console.is_terminal:
            text = "".join(f"{line.rstrip()}\n" for line in text.splitlines())
        sys.stdout.write(text)
    return 1 if unread else 0


def show(console: Console, source: Source, figures: Sequence[Figure]) -> None:
    """Print one document."""
    page = _Page(console, source.text, figures)
    console.print(_head(source, figures))
    shown = 0
    for block in read_layout(source.text).blocks:
        cards = [n for n, figure in page.numbered if block.start <= figure.span_start < block.end]
        shown += len(cards)
        console.print(page.block(block, cards))
    if shown != len(figures):
        raise ValueError(f"{len(figures) - shown} figures of {source.path} stand in no block of its text")


def _head(source: Source, figures: Sequence[Figure]) -> RenderableType:
    title = source.stated("title") or source.path.name
    told = [source.stated(name) for name in ("publisher", "published")] + [str(source.path)]
    doubtful = sum(figure.needs_review is not None for figure in figures)
    count = Text(_plural(len(figures), "figure"), style="bold")
    if doubtful:
        count.append("   ")
        count.append(f"{_FLAG} {doubtful} to review", style="bold bright_red")
    for name, colour, measures in _FAMILIES:
        number = sum(figure.measure in measures for figure in figures)
        if number:
            count.append("   ")
            count.append("■ ", style=colour)
            count.append(f"{name} {number}")
    return Group(
        Rule(Text(title, style="bold"), characters="━", align="left", style="dim"),
        Text(" · ".join(part for part in told if part), style="dim"),
        count,
        Text(),
    )


class _Page:
    """One document on one console."""

    def __init__(self, console: Console, text: str, figures: Sequence[Figure]) -> None:
        self._text = text
        self._plain = not console.is_terminal
        self._wide = console.width >= _WIDE
        self.numbered = list(enumerate(figures, 1))
        self._figures = dict(self.numbered)

    def block(self, block: Block, cards: Sequence[int]) -> RenderableType:
        """A paragraph, heading, list item or table, with the cards of its figures."""
        if block.cells:
            body: RenderableType = self._table(block)
        else:
            style = "bold" if block.kind is BlockKind.HEADING else ""
            body = _without_markup(self._marked(block.start, block.end), style)
        beside = Group(*(self._card(number) for number in cards), Text())
        if not self._wide:
            return Group(body, Padding(beside, (0, 0, 0, 2)))
        grid = Table.grid(padding=(0, 3, 0, 0), expand=True)
        grid.add_column(ratio=9)
        grid.add_column(ratio=11)
        grid.add_row(Padding(body, (0, 0, 1, 0)), beside)
        return grid

    def _marked(self, start: int, end: int) -> Text:
        """A piece of the text with its figures marked. A line break within a paragraph is a blank."""
        marked, at = Text(), start
        for number, figure in self.numbered:
            if not start <= figure.span_start < end:
                continue
            marked.append(self._flowing(at, figure.span_start))
            said = self._flowing(figure.span_start, figure.span_end)
            colour = _COLOUR[figure.measure]
            marked.append(f"[{said}]" if self._plain else said, style=f"bold reverse {colour}")
            marked.append(_marker(number, figure), style=f"bold {colour}")
            at = figure.span_end
        marked.append(self._flowing(at, end))
        return marked

    def _flowing(self, start: int, end: int) -> str:
        return self._text[start:end].replace("\n", " ")

    def _table(self, block: Block) -> Table:
        rows: dict[int, dict[int, Text]] = {}
        for cell in block.cells:
            rows.setdefault(cell.row, {})[cell.column] = _without_markup(
                self._marked(cell.start, cell.end), ""
            )
        columns = 1 + max(cell.column for cell in block.cells)
        table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
        for column in range(columns):
            numbers = column > 0 and any(row.get(column, Text()).spans for row in rows.values())
            table.add_column(rows[0].get(column, Text()), justify="right" if numbers else "left")
        for row in list(rows)[1:]:
            table.add_row(*(rows[row].get(column, Text()) for column in range(columns)))
        return table

    def _card(self, number: int) -> RenderableType:
        figure = self._figures[number]
        colour = _COLOUR[figure.measure]
        title = Text(f" {_marker(number, figure)} ", style=f"bold {colour}")
        title.append(f"{figure_words.amount(figure)} ", style="bold")
        grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
        grid.add_column(width=8, style="dim")
        # An id that is cut off cannot be looked up.
        grid.add_column(ratio=1, overflow="fold")
        grid.add_column(ratio=1, style="dim italic")
        for label, value, why in _rows(figure):
            grid.add_row(label, value, why)
        inside: list[RenderableType] = [grid]
        if figure.needs_review is not None:
            reasons = Table.grid(padding=(0, 2, 0, 0))
            reasons.add_column(width=8)
            reasons.add_column()
            reasons.add_row(
                Text(f"{_FLAG} review", style="bold bright_red"),
                Text(figure.needs_review, style="bright_red"),
            )
            inside.append(reasons)
        return _Card(title, Group(*inside), colour)


def _without_markup(text: Text, style: str) -> Text:
    """Bold for what stands between asterisks, and for a heading without its hashes."""
    shown, at = Text(style=style), 0
    for mark in _MARKUP.finditer(text.plain):
        shown.append_text(text[at : mark.start()])
        if mark["bold"]:
            bold = text[mark.start("bold") : mark.end("bold")]
            bold.stylize("bold")
            shown.append_text(bold)
        at = mark.end()
    return shown.append_text(text[at:])


class _Card:
    """A title in a line, and a line at the left of what stands under it, both in one colour."""

    def __init__(self, title: Text, inside: RenderableType, colour: str) -> None:
        self._title, self._inside, self._colour = title, inside, colour

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        title = Text("╭─", style=self._colour) + self._title
        title.append("─" * (options.max_width - title.cell_len), style=self._colour)
        yield title
        bar = Segment("│ ", console.get_style(self._colour))
        for line in console.render_lines(self._inside, options.update_width(options.max_width - 2)):
            yield bar
            yield from line
            yield Segment.line()


def _marker(number: int, figure: Figure) -> str:
    return str(number).translate(_SUPERSCRIPT) + (_FLAG if figure.needs_review is not None else "")


def _rows(figure: Figure) -> Iterable[tuple[str, Text, str]]:
    """Field by field: its name, its value and the rule that set it."""

    def why(field: str) -> str:
        return in_words(field, figure.rules[field]) if field in figure.rules else ""

    sign = {Unit.GBP: "the pound sign", Unit.GBP_PER_HEAD: "the pound sign", Unit.PERCENT: "the sign or word"}
    yield "unit", Text(_spaced(figure.unit)), why("unit") or sign.get(figure.unit, "")
    yield "measure", Text(_spaced(figure.measure)), why("measure")
    yield "modality", Text(figure.modality), why("modality")
    yield "subject", _body(figure.subject, figure.subject_id), why("subject")
    yield "claimant", _body(figure.claimant, figure.claimant_id), why("claimant")
    when = figure_words.period(figure.period_start, figure.period_end)
    if when is not None:
        yield "period", Text(when), why("period") or in_words("measure", figure.rules.get("source", ""))
    if figure.redundancy_kind is not None:
        yield "kind", Text(figure.redundancy_kind), why("redundancy_kind")
    if figure.staff_group is not None:
        yield "group", Text(figure.staff_group), why("staff_group")


def _body(name: str | None, known_as: str | None) -> Text:
    if name is None:
        return Text("none", style="dim")
    text = Text(name)
    if known_as is not None:
        text.append(f" ({known_as})", style="dim")
    return text


def _spaced(word: str) -> str:
    return word.replace("_", " ").replace("gbp", "pounds").replace("fte", "full-time equivalents")


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
