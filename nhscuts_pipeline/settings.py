"""Where the project's folders are and how much we take in; the only module that reads the environment.

Belongs here: paths and limits. Does not belong here: what is done with them. Reading them touches no file
but to find the project's root.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from nhscuts_pipeline.documents.reading import MAX_BYTES

_MARKS = ("sources", "dbt_like_sql")


class SettingsError(Exception):
    """The project cannot be found, or a setting is wrong. The message says which and what to do."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Folders of one project, as absolute paths, and limits.

    `dagster_home` is where Dagster keeps its runs: what `DAGSTER_HOME` says, as on a server, otherwise a
    folder of the project. `max_document_bytes` bounds one source file. `failure_webhook` is an address of
    the web that is told of failed runs.
    """

    root: Path
    sources: Path
    warehouse: Path
    sql: Path
    dagster_home: Path
    max_document_bytes: int = MAX_BYTES
    failure_webhook: str | None = None

    @classmethod
    def read(
        cls,
        sources: Path | None = None,
        warehouse: Path | None = None,
        *,
        environ: Mapping[str, str] | None = None,
        start: Path | None = None,
    ) -> "Settings":
        """Find the project and its folders.

        The root is what `NHSCUTS_ROOT` says; otherwise the nearest folder from `start` (the working
        directory) upwards that holds `sources/` and `dbt_like_sql/`; otherwise the checkout this package
        lies in.

        Args:
            sources: another sources folder than the project's.
            warehouse: another folder to build into than the project's.
            environ: the environment, for tests.
            start: where to begin to look, for tests.

        Raises:
            SettingsError: there is no project, or a variable of the environment is wrong.
        """
        environ = os.environ if environ is None else environ
        root = _root(environ, (start or Path.cwd()).absolute())
        return cls(
            root=root,
            sources=(sources or root / "sources").absolute(),
            warehouse=(warehouse or root / "warehouse").absolute(),
            sql=root / "dbt_like_sql",
            dagster_home=Path(environ.get("DAGSTER_HOME") or root / ".dagster").absolute(),
            max_document_bytes=_limit(environ),
            failure_webhook=_webhook(environ),
        )

    @property
    def document_folders(self) -> tuple[Path, ...]:
        """Where documents lie. The inbox is not committed, so a fresh clone has none."""
        documents, inbox = self.sources / "documents", self.sources / "inbox"
        return (documents, inbox) if inbox.is_dir() else (documents,)

    @property
    def reference(self) -> Path:
        """Folder of the reference tables."""
        return self.sources / "reference"

    @property
    def database(self) -> Path:
        """The published warehouse."""
        return self.warehouse / "nhscuts.duckdb"

    @property
    def build_file(self) -> Path:
        """The database a run works in, beside the published one so that a rename can swap them."""
        return self.warehouse / ".build" / "nhscuts.duckdb"

    @property
    def kept_figures(self) -> Path:
        """Where the figures of texts are kept that need not be read again. Deleting it costs time alone."""
        return self.build_file.parent / "figures"

    @property
    def failures_log(self) -> Path:
        """A line on each run that failed."""
        return self.dagster_home / "failures.log"

    def environment(self) -> dict[str, str]:
        """The environment for a process of ours: this one's, with the project and the Dagster home said."""
        return {
            **os.environ,
            "NHSCUTS_ROOT": str(self.root),
            "DAGSTER_HOME": str(self.dagster_home),
            # Also where somebody's own dagster.yaml forgets to turn it off.
            "DAGSTER_DISABLE_TELEMETRY": "1",
        }


def _root(environ: Mapping[str, str], start: Path) -> Path:
    named = environ.get("NHSCUTS_ROOT")
    if named:
        root = Path(named).absolute()
        if not _is_project(root):
            raise SettingsError(
                f"NHSCUTS_ROOT is {root}, which does not hold {' and '.join(_MARKS)}: point it to a "
                "checkout, or unset it"
            )
        return root
    for folder in (start, *start.parents, Path(__file__).absolute().parents[1]):
        if _is_project(folder):
            return folder
    raise SettingsError(
        f"no project found in {start} or above it: change to a folder of the checkout, or set "
        "NHSCUTS_ROOT to it"
    )


def _is_project(folder: Path) -> bool:
    return all((folder / mark).is_dir() for mark in _MARKS)


def _limit(environ: Mapping[str, str]) -> int:
    written = environ.get("NHSCUTS_MAX_DOCUMENT_BYTES", str(MAX_BYTES))
    if not written.isascii() or not written.isdigit() or int(written) == 0:
        raise SettingsError(
            f"NHSCUTS_MAX_DOCUMENT_BYTES is '{written}': set it to a whole number of bytes above zero, "
            "or unset it"
        )
    return int(written)


def _webhook(environ: Mapping[str, str]) -> str | None:
    address = environ.get("NHSCUTS_FAILURE_WEBHOOK")
    if not address:
        return None
    if not address.startswith(("http://", "https://")):
        raise SettingsError(
            f"NHSCUTS_FAILURE_WEBHOOK is '{address}': set it to an address with https://, or unset it"
        )
    return address
