"""`nhscuts doctor`: what is wrong with this installation, in lines a person can act on.

Belongs here: looking. Nothing is changed or mended.
"""

import platform
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.metadata import version

from nhscuts_pipeline.documents.reading import read_folders
from nhscuts_pipeline.settings import Settings

_PACKAGES = ("nhscuts", "dagster", "dagster-webserver", "duckdb", "pandas", "pandera", "pyarrow", "sqlglot")


def examine(settings: Settings) -> int:
    """Print one line a finding; the exit code, 1 where one of them is bad."""
    examinations: dict[str, Callable[[Settings], str]] = {
        "python": lambda _: f"{platform.python_version()} at {sys.executable}",
        "packages": lambda _: ", ".join(f"{package} {version(package)}" for package in _PACKAGES),
        "project": lambda found: str(found.root),
        "documents": _documents,
        "reference": _reference,
        "dagster": _dagster,
        "warehouse": _warehouse,
    }
    bad = 0
    for name, look in examinations.items():
        try:
            sys.stdout.write(f"ok     {name:<10} {look(settings)}\n")
        except Exception as error:  # noqa: BLE001 - whatever is wrong with an installation is what this is for
            bad += 1
            sys.stdout.write(f"WRONG  {name:<10} {' '.join(str(error).split()) or type(error).__name__}\n")
    return 1 if bad else 0


def _documents(settings: Settings) -> str:
    documents, refusals = read_folders(
        settings.document_folders, settings.sources, settings.max_document_bytes
    )
    refused = "".join(f"; refused: {refusal.path}: {refusal.reason}" for refusal in refusals)
    return f"{len(documents)} readable in {settings.sources}{refused}"


def _reference(settings: Settings) -> str:
    from nhscuts_pipeline.warehouse.reference_tables import read_reference

    tables = read_reference(settings.reference)
    return f"{len(tables)} tables, {sum(map(len, tables.values())):,} rows, all keep their contracts"


def _dagster(settings: Settings) -> str:
    from nhscuts_pipeline.graph.assemble import validated_assets

    return f"{validated_assets(settings)} assets load"


def _warehouse(settings: Settings) -> str:
    from nhscuts_pipeline.warehouse.query import query

    ((built_at,),) = query(settings.database, "SELECT max(built_at) FROM meta.builds")[1]
    hours = (datetime.now(UTC).replace(tzinfo=None) - built_at).total_seconds() / 3600
    size = settings.database.stat().st_size
    return f"built {built_at:%Y-%m-%d %H:%M} UTC, {hours:,.1f} hours ago; {size:,} bytes; {settings.database}"
