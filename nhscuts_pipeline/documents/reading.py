"""Files to documents, one at a time or a folder of them.

Belongs here: bytes, paths, and the rules of what a file must have. Does not belong here: the syntax of front
matter (`front_matter`) and what replaces what (`superseding`).
"""

import hashlib
import os
import re
import stat
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from nhscuts_pipeline.documents import front_matter, superseding
from nhscuts_pipeline.documents.document import (
    DEFAULT_KIND,
    KINDS,
    NOT_STATED,
    Document,
    DocumentError,
    Refusal,
)
from nhscuts_pipeline.documents.front_matter import Field

_SUFFIXES = (".md", ".txt")
MAX_BYTES = 5_000_000
"""Size limit of one file where the caller sets none: the longest board papers stay under a tenth of it."""

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Source:
    """A file's text and the fields of its front matter, before they are judged as a document's.

    `fields` is None where the file has no front matter. This is all that extraction needs.
    """

    path: Path
    sha256: str
    fields: dict[str, Field] | None
    text: str
    published_from: date | None
    published_to: date | None

    def stated(self, name: str) -> str | None:
        """What the front matter says in a field; None where it does not have it."""
        return self.fields[name].value if self.fields and name in self.fields else None

    @property
    def document_id(self) -> str:
        """The id that the file gives itself, or the slug of its name.

        Raises:
            DocumentError: it is not a slug, or the name holds nothing to make one from.
        """
        field = (self.fields or {}).get("document_id")
        if field is None:
            slug = slug_of(self.path.stem)
            if not slug:
                raise DocumentError(
                    "its name holds no letter or digit to make an id from: add 'document_id: some-words' "
                    "to the "
                    "front matter, or rename it"
                )
            return slug
        if not _SLUG.fullmatch(field.value):
            raise DocumentError(
                f"wrong document_id in line {field.line}: '{field.value}'; use lower-case letters, "
                "digits and "
                f"single hyphens, such as '{slug_of(field.value) or 'some-words'}'"
            )
        return field.value


def slug_of(name: str) -> str:
    """The name in lower-case ASCII letters and digits with hyphens between; may be empty."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def read_source(path: Path, max_bytes: int = MAX_BYTES) -> Source:
    """Read one file's text and front matter.

    Raises:
        DocumentError: the file is not Markdown or plain text in UTF-8, cannot be read, is larger than
            `max_bytes`, holds no text, or its front matter or date is broken.
    """
    return _source_of(path, _bytes_of(path, max_bytes))


def read_document(path: Path, root: Path, max_bytes: int = MAX_BYTES) -> Document:
    """Read one file as a document. `root` is the folder that `Document.path` is relative to.

    Raises:
        DocumentError: as `read_source`; or the id or kind is wrong, or a field that the kind needs is
        missing.
    """
    return _document_of(read_source(path, max_bytes), path.relative_to(root).as_posix())


def read_folders(
    folders: Sequence[Path], root: Path, max_bytes: int = MAX_BYTES
) -> tuple[list[Document], list[Refusal]]:
    """Read every document below `folders`, which lie in `root`.

    Hidden files and `README.md` are passed over; every other file is a document or a refusal. What is
    returned has unique ids and can be given to `superseding.resolve`. Both lists are sorted, by id and by
    path.

    Raises:
        DocumentError: one of `folders` is not there.
    """
    documents: list[Document] = []
    refusals: list[Refusal] = []
    unreadable: list[OSError] = []
    for folder in folders:
        if not folder.is_dir():
            raise DocumentError(f"there is no folder {folder}: make it, or point to another with --sources")
        for path in files_below(folder, unreadable):
            where = _where(path, root)
            sha256: str | None = None
            try:
                if where != path.relative_to(root).as_posix():
                    raise DocumentError("its name is not UTF-8: rename it")
                content = _bytes_of(path, max_bytes)
                sha256 = hashlib.sha256(content).hexdigest()
                documents.append(_document_of(_source_of(path, content), where))
            except DocumentError as error:
                refusals.append(Refusal(where, str(error), sha256))
    for failure in unreadable:
        reason = f"the folder cannot be read ({failure.strerror}): check its permissions"
        refusals.append(Refusal(_where(Path(failure.filename), root), reason, None))
    for problems_of in (_shared_ids, superseding.problems):
        documents, refused = _take_out(documents, problems_of)
        refusals += refused
    return sorted(documents, key=lambda d: d.document_id), sorted(refusals, key=lambda r: r.path)


def _bytes_of(path: Path, max_bytes: int) -> bytes:
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise DocumentError("it is a folder or a link to one: name or put here the files themselves")
        if not stat.S_ISREG(status.st_mode):
            raise DocumentError("it is not a regular file: put a file with the text in its place")
        if path.suffix.lower() not in _SUFFIXES:
            raise DocumentError(
                f"'{path.suffix or path.name}' is not a format we read: save the text as Markdown (.md) or "
                "plain text (.txt)"
            )
        if status.st_size > max_bytes:
            raise DocumentError(
                f"it has {status.st_size:,} bytes, over the limit of {max_bytes:,}: split it, or raise "
                "NHSCUTS_MAX_DOCUMENT_BYTES"
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        what = "it is a link to a file that is gone" if path.is_symlink() else "there is no such file"
        raise DocumentError(f"{what}: put the file back or correct the path") from error
    except OSError as error:
        raise DocumentError(
            f"it cannot be read ({error.strerror or error}): check its permissions and its disk"
        ) from error


def _source_of(path: Path, content: bytes) -> Source:
    try:
        decoded = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise DocumentError(
            f"it is not UTF-8: byte {error.start} is 0x{content[error.start]:02x}; save it as UTF-8"
        ) from error
    decoded = decoded.removeprefix(_BYTE_ORDER_MARK).replace("\r\n", "\n")
    if "\0" in decoded:
        raise DocumentError(
            f"it is not plain text: character {decoded.index(chr(0))} is NUL, as in a UTF-16 or binary file; "
            "save it as UTF-8"
        )
    fields, text = front_matter.split(decoded)
    if not text.strip():
        raise DocumentError("it holds no text after the front matter: paste the text, or delete the file")
    first, last = front_matter.published(fields or {})
    return Source(path, hashlib.sha256(content).hexdigest(), fields, text, first, last)


def _document_of(source: Source, where: str) -> Document:
    fields = source.fields
    kind = source.stated("kind") or DEFAULT_KIND
    if kind not in KINDS:
        line = fields["kind"].line if fields else 1
        raise DocumentError(f"unknown kind '{kind}' in line {line}: use one of {', '.join(KINDS)}")
    if fields is not None:
        # A digest is only worth what its original is: it cannot leave unsaid whose words it retells.
        needed = ("title", "publisher", "published") if kind == "digest" else ("title",)
        for name in needed:
            if name not in fields:
                raise DocumentError(
                    f"the front matter of this {kind} names no {name}: add a line '{name}: ...'"
                )

    if fields and "url" in fields and not _is_web_address(fields["url"].value):
        raise DocumentError(
            f"wrong url in line {fields['url'].line}: '{fields['url'].value}'; write the full address, with https://"
        )
    return Document(
        document_id=source.document_id,
        title=source.stated("title") or source.path.stem,
        publisher=source.stated("publisher") or NOT_STATED,
        published_from=source.published_from,
        published_to=source.published_to,
        url=source.stated("url"),
        kind=kind,
        path=where,
        sha256=source.sha256,
        text=source.text,
        supersedes=source.stated("supersedes"),
    )


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:  # a bracket that opens an IPv6 address and never closes
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and " " not in url


def _where(path: Path, root: Path) -> str:
    """The path below `root`, made printable where its bytes are not UTF-8."""
    return os.fsencode(path.relative_to(root).as_posix()).decode("utf-8", "backslashreplace")


def files_below(folder: Path, unreadable: list[OSError]) -> Iterator[Path]:
    """Every file that is not hidden or a README, in a fixed order; a linked folder too, to be refused."""
    for here, folders, files in os.walk(folder, onerror=unreadable.append):
        parent = Path(here)
        linked = [name for name in folders if (parent / name).is_symlink()]
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files + linked):
            if not name.startswith(".") and name.lower() != "readme.md":
                yield parent / name


def _shared_ids(documents: Sequence[Document]) -> dict[str, str]:
    """Path and reason of each document whose id another has too."""
    paths: dict[str, list[str]] = {}
    for document in documents:
        paths.setdefault(document.document_id, []).append(document.path)
    return {
        path: f"its id '{document_id}' is also that of {', '.join(p for p in shared if p != path)}: give "
        "one of them "
        "another document_id, or delete it"
        for document_id, shared in paths.items()
        if len(shared) > 1
        for path in shared
    }


def _take_out(
    documents: list[Document], problems_of: Callable[[Sequence[Document]], dict[str, str]]
) -> tuple[list[Document], list[Refusal]]:
    """Refuse documents until none has a problem: refusing one can leave another pointing at nothing."""
    refusals: list[Refusal] = []
    while problems := problems_of(documents):
        refusals += [Refusal(d.path, problems[d.path], d.sha256) for d in documents if d.path in problems]
        documents = [d for d in documents if d.path not in problems]
    return documents, refusals
