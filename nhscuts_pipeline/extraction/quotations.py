"""Quotations by offset.

Belongs here: pairing the marks of a text. Does not belong here: whose words they hold (attribution.py).
"""

import re
from dataclasses import dataclass

from nhscuts_pipeline.extraction.layout import Layout
from nhscuts_pipeline.extraction.phrases import Expression


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation between its marks, or up to the end of a paragraph that does not close it."""

    start: int
    end: int


_DOUBLE = Expression(r"[“”\"]")
_SINGLE_OPEN = Expression(r"(?:(?<=\s)|(?<=^))['‘](?=\w)", re.MULTILINE)
_SINGLE_CLOSE = Expression(r"(?<=[.,!?\w])['’](?=[\s.,;:)]|$)", re.MULTILINE)


def read_quotations(layout: Layout) -> list[Quotation]:
    """The quotations of a text in order. Marks are paired within a paragraph."""
    text = layout.text
    marks = _DOUBLE.compiled.findall(text)
    quotations: list[Quotation] = []
    for block in layout.blocks:
        if len(marks) >= 2:
            quotations += _paired(text, block.start, block.end)
        else:
            quotations += _single(text, block.start, block.end)
    return quotations


def _paired(text: str, start: int, end: int) -> list[Quotation]:
    found = []
    opened: int | None = None
    for mark in _DOUBLE.finditer(text, start, end):
        if opened is None:
            if mark[0] != "”":
                opened = mark.end()
        elif mark[0] != "“":
            found.append(Quotation(opened, mark.start()))
            opened = None
    if opened is not None:
        found.append(Quotation(opened, end))
    return found


def _single(text: str, start: int, end: int) -> list[Quotation]:
    found = []
    at = start
    while opening := _SINGLE_OPEN.search(text, at, end):
        closing = _SINGLE_CLOSE.search(text, opening.end(), end)
        if closing is None:
            break
        # "staff's" closes nothing: a closing mark follows a stop or stands before a space.
        found.append(Quotation(opening.end(), closing.start()))
        at = closing.end()
    return found
