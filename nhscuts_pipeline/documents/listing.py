"""What lies in the folders of sources, and whether it has changed.

Belongs here: names, sizes, times and hashes of files. Does not belong here: what a file must be (`reading`).
"""

import hashlib
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from nhscuts_pipeline.documents.reading import files_below


@dataclass(frozen=True, slots=True)
class Stamps:
    """A look at the files that reads none of them.

    `digest` changes with every file that comes, goes, is renamed or written to; `newest` is the time of the
    latest change in nanoseconds since 1970, 0 where there is no file.
    """

    digest: str
    newest: int


def stamps(folders: Sequence[Path]) -> Stamps:
    """Names, sizes and times of all files below `folders`."""
    digest, newest = hashlib.sha256(), 0
    for path in _files(folders):
        try:
            status = path.stat()
        except OSError as error:
            digest.update(f"{path!r} {error.errno}\n".encode())
            continue
        # The time of the inode too: a file that is moved or copied in can keep its own from long ago.
        newest = max(newest, status.st_mtime_ns, status.st_ctime_ns)
        digest.update(f"{path!r} {status.st_size} {status.st_mtime_ns} {status.st_ino}\n".encode())
    return Stamps(digest.hexdigest(), newest)


def contents(folders: Sequence[Path], root: Path) -> dict[str, str]:
    """SHA-256 of each file below `folders`, by its path below `root`; why not, where it cannot be read."""
    return {os.fsdecode(path.relative_to(root).as_posix()): _sha256(path) for path in _files(folders)}


def digest_of(files: dict[str, str]) -> str:
    """One hash of names and contents: equal files, equal digest."""
    lines = "".join(f"{name!r} {sha256}\n" for name, sha256 in sorted(files.items()))
    return hashlib.sha256(lines.encode()).hexdigest()


def _files(folders: Sequence[Path]) -> Iterator[Path]:
    for folder in folders:
        yield from files_below(folder, [])


def _sha256(path: Path) -> str:
    try:
        # A pipe that nobody writes to would hold up whoever opens it.
        if not stat.S_ISREG(path.stat().st_mode):
            return "not a regular file"
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        return error.strerror or str(error)
