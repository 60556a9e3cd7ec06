"""`nhscuts extract`: figures of single files, without a warehouse.

Belongs here: one row a figure. On this path nothing heavy is imported.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import fields
from pathlib import Path

from nhscuts_pipeline.cli.output import Format, write_rows
from nhscuts_pipeline.documents.document import DocumentError
from nhscuts_pipeline.documents.reading import Source, read_source
from nhscuts_pipeline.extraction.engine import Extractor
from nhscuts_pipeline.extraction.figure import Figure
from nhscuts_pipeline.extraction.names import Names
from nhscuts_pipeline.settings import Settings

_FIELDS = tuple(field.name for field in fields(Figure))
_COLUMNS = ("document", "document_id", *_FIELDS)
# What fits a terminal; the rest is in the other formats.
_TABLE_COLUMNS = (
    "document",
    "value",
    "value_to",
    "qualifier",
    "unit",
    "measure",
    "modality",
    "subject",
    "claimant",
    "period_start",
    "period_end",
    "needs_review",
)


def extract_files(files: Sequence[Path], form: Format, settings: Settings) -> int:
    """Print the figures of the files, in their order.

    Returns:
        The exit code: 1 where a file could not be read, which is said on standard error and stops no other.
    """
    unread: list[Path] = []
    rows = (
        {"document": source.path.name, "document_id": source.document_id}
        | {name: _plain(getattr(figure, name)) for name in _FIELDS}
        for source, figures in read_figures(files, settings, unread)
        for figure in figures
    )
    columns = _TABLE_COLUMNS if form is Format.TABLE else _COLUMNS
    write_rows(columns, ([row[column] for column in columns] for row in rows), form)
    return 1 if unread else 0


def read_figures(
    files: Sequence[Path], settings: Settings, unread: list[Path]
) -> Iterator[tuple[Source, list[Figure]]]:
    """Each file with its figures. One that cannot be read is told on standard error and put in `unread`."""
    extractor = Extractor(Names.read(settings.reference))
    for file in files:
        try:
            source = read_source(file, settings.max_document_bytes)
            _ = source.document_id  # A wrong one is the file's error, to be told before its figures.
        except DocumentError as error:
            unread.append(file)
            sys.stderr.write(f"nhscuts: {file}: {error}\n")
            continue
        yield (
            source,
            extractor.extract(
                source.text,
                source.published_from,
                source.published_to,
                title=source.stated("title"),
                publisher=source.stated("publisher"),
            ),
        )


def _plain(value: object) -> object:
    """A count as people write it: 903, not 903.0."""
    return int(value) if isinstance(value, float) and value.is_integer() else value
