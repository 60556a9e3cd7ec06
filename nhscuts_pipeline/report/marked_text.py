"""A document as Markdown, with its figures marked in place and listed beneath.

Belongs here: that one view. The same for a terminal is `cli.explain`.
"""

import re
from collections.abc import Sequence

from nhscuts_pipeline.extraction.figure import Figure
from nhscuts_pipeline.report import figure_words

_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_FLAG = "⚑"
# What Markdown would take for markup within a line; headings, lists and tables stay what they are.
_MARKUP = re.compile(r"([\\`*_\[\]<>~])")
_COLUMNS = ("", "figure", "measure", "modality", "whose", "who says so", "when", "look at it because")


def marked_text(text: str, figures: Sequence[Figure]) -> str:
    """The text with each figure in bold brackets and numbered, and a table of what each was read as.

    `figures` must be in the order of the text. Its own emphasis and links are shown as characters.
    """
    pieces, at = [], 0
    for number, figure in enumerate(figures, 1):
        said = text[figure.span_start : figure.span_end]
        pieces += [_plain(text[at : figure.span_start]), f"**[{_plain(said)}]{_marker(number, figure)}**"]
        at = figure.span_end
    pieces.append(_plain(text[at:]))
    return "".join(pieces).strip() + "\n\n" + _table(figures)


def _marker(number: int, figure: Figure) -> str:
    return str(number).translate(_SUPERSCRIPT) + (_FLAG if figure.needs_review else "")


def _table(figures: Sequence[Figure]) -> str:
    if not figures:
        return "*No figure was found in this text.*"
    lines: list[Sequence[str]] = [_COLUMNS, ["---"] * len(_COLUMNS)]
    for number, figure in enumerate(figures, 1):
        period = figure_words.period(figure.period_start, figure.period_end)
        cells = (
            figure_words.amount(figure),
            figure.measure.replace("_", " "),
            figure.modality,
            figure.subject,
            figure.claimant,
            period,
            figure.needs_review,
        )
        flag = f" {_FLAG}" if figure.needs_review else ""
        lines.append([f"{number}{flag}", *(_plain(cell or "").replace("|", "\\|") for cell in cells)])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _plain(text: str) -> str:
    return _MARKUP.sub(r"\\\1", text)
