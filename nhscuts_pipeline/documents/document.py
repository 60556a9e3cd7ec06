"""A document as the pipeline knows it, and a file that did not become one.

Belongs here: the shapes, the vocabulary of kinds, the error that says why a file is refused. Reading is in
`reading`, front matter in `front_matter`.
"""

from dataclasses import dataclass
from datetime import date

KINDS = ("article", "digest", "dataset", "paper")
"""What a document is. A `digest` is our own account of somebody else's article and gives way to the
original."""

DEFAULT_KIND = "article"

NOT_STATED = "not stated"
"""The publisher of a document that names none."""


class DocumentError(Exception):
    """A file cannot be a document. The message says what is wrong, where in the file, and what to do."""


@dataclass(frozen=True, slots=True)
class Document:
    """One text with its metadata.

    `published_from` and `published_to` bound the day of publication: equal where the day is known, the ends
    of the month or year where only that is, both None where nothing is. `path` is relative to the sources
    folder, with forward slashes. `sha256` is of the file's bytes. `text` has LF line ends, and spans of
    figures count its code points. `supersedes` is the id that the front matter names.
    """

    document_id: str
    title: str
    publisher: str
    published_from: date | None
    published_to: date | None
    url: str | None
    kind: str
    path: str
    sha256: str
    text: str
    supersedes: str | None


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that is not taken, and why. `sha256` is None where the bytes could not be read."""

    path: str
    reason: str
    sha256: str | None
