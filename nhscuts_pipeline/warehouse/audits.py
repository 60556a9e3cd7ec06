"""Audits: the files of `dbt_like_sql/audits`, each a SELECT that must return no row.

Belongs here: reading and running them. What they find stops publishing.
"""

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from nhscuts_pipeline.warehouse.models import read_select, tables_read
from nhscuts_pipeline.warehouse.store import Store


@dataclass(frozen=True, slots=True)
class Audit:
    """One audit. `description` is the leading comment: what must hold, and why."""

    name: str
    path: Path
    sql: str
    description: str
    depends_on: tuple[str, ...]


def read_audits(folder: Path) -> list[Audit]:
    """All audits under `folder`, by name."""
    return [_read(path) for path in sorted((folder / "audits").glob("*.sql"))]


def run_audit(store: Store, audit: Audit) -> pd.DataFrame:
    """The rows that break the audit; empty where it holds."""
    return store.select(audit.sql)


def _read(path: Path) -> Audit:
    sql, description, tree = read_select(path)
    return Audit(path.stem, path, sql, description, tables_read(path, tree))
