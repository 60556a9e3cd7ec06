"""Asset checks that look at rows: a contract, rows that nobody wants, fewer rows than the build before.

Belongs here: what such a check is, and those that every table has. Does not belong here: checks of one table
(the `*_assets` modules).
"""

from collections.abc import Callable
from dataclasses import dataclass

import dagster as dg
import pandas as pd

from nhscuts_pipeline.contracts.base import Table
from nhscuts_pipeline.graph.describe import key_of, table_value
from nhscuts_pipeline.settings import Settings
from nhscuts_pipeline.warehouse.query import QueryError, count
from nhscuts_pipeline.warehouse.store import Store

CONTRACT = "contract"
_SHOWN = 50
# Fewer refusals are no loss, and the record of builds only grows.
_MAY_SHRINK = ("quarantine", "meta")


@dataclass(frozen=True, slots=True)
class RowsCheck:
    """A check that passes where it finds no rows. `description` says what somebody should do about them.

    It warns, unless it is `blocking`: then nothing downstream is built.
    """

    table: type[Table]
    name: str
    description: str
    find: Callable[[Settings, Store], pd.DataFrame]
    blocking: bool = False

    def spec(self) -> dg.AssetCheckSpec:
        """Declares the check."""
        return dg.AssetCheckSpec(
            self.name, asset=key_of(self.table), description=self.description, blocking=self.blocking
        )

    def run(self, settings: Settings, store: Store) -> dg.AssetCheckResult:
        """Looks for the rows."""
        severity = dg.AssetCheckSeverity.ERROR if self.blocking else dg.AssetCheckSeverity.WARN
        return rows_result(self.table, self.name, self.find(settings, store), severity)


def rows_result(
    table: type[Table], name: str, found: pd.DataFrame, severity: dg.AssetCheckSeverity
) -> dg.AssetCheckResult:
    """The result of a check that wants no rows, with the rows it found."""
    return dg.AssetCheckResult(
        asset_key=key_of(table),
        check_name=name,
        passed=found.empty,
        severity=severity,
        description=None if found.empty else f"{len(found):,} found, such as {_first(found)}",
        metadata={"rows": len(found), **({} if found.empty else {"found": table_value(found.head(_SHOWN))})},
    )


def _first(found: pd.DataFrame) -> str:
    return ", ".join(f"{name} {value!r}" for name, value in found.iloc[0].items() if pd.notna(value) is True)


def contract_check(table: type[Table]) -> dg.AssetCheckSpec:
    """The check that a table keeps its contract. Nothing downstream is built where it fails."""
    refused = "; ".join(rule.words for rule in table.about().rules)
    return dg.AssetCheckSpec(
        CONTRACT,
        asset=key_of(table),
        blocking=True,
        description="Looked at before a row is written: the columns, their types and constraints, the key."
        + (f" Refused: {refused}." if refused else ""),
    )


def fewer_rows(table: type[Table]) -> RowsCheck | None:
    """The warning that a table lost rows against the published build; None for a table that may."""
    if table.about().schema in _MAY_SHRINK:
        return None
    name = table.qualified_name()

    def find(settings: Settings, store: Store) -> pd.DataFrame:
        try:
            before = count(settings.database, name) if settings.database.exists() else None
        except QueryError as error:
            # A damaged file must not stand in the way of the build that replaces it.
            return pd.DataFrame({"problem": [str(error)]})
        now = store.count(name)
        lost = [] if before is None or now >= before else [[before, now, before - now]]
        return pd.DataFrame(lost, columns=["rows_before", "rows_now", "lost"])

    return RowsCheck(
        table,
        "no_rows_lost",
        "There are fewer rows than in the build that is published. Look whether a source has gone, or "
        "whether what changed was meant to take rows away.",
        find,
    )
