"""A step that writes tables, as Dagster assets with their contracts as checks.

Belongs here: the one way in which an asset writes. Does not belong here: which tables there are and what is
in them (the `*_assets` modules).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import dagster as dg
import pandas as pd

from nhscuts_pipeline.contracts.base import Table
from nhscuts_pipeline.contracts.checking import ContractError
from nhscuts_pipeline.graph.describe import key_of, markdown, rows_metadata
from nhscuts_pipeline.settings import Settings
from nhscuts_pipeline.warehouse.store import Store

# One writer at a time: DuckDB locks the build file for the whole of a process.
POOL = "build_file"
CONTRACT = "contract"
_SHOWN = 50

Event = dg.MaterializeResult[None] | dg.AssetCheckResult
Frames = Mapping[type[Table], pd.DataFrame]


@dataclass(frozen=True, slots=True)
class RowsCheck:
    """A check that passes where it finds no rows. `description` says what somebody should do about them.

    It warns, unless it is `blocking`: then nothing downstream is built.
    """

    table: type[Table]
    name: str
    description: str
    find: Callable[[Store], pd.DataFrame]
    blocking: bool = False

    def spec(self) -> dg.AssetCheckSpec:
        """Declares the check."""
        return dg.AssetCheckSpec(
            self.name, asset=key_of(self.table), description=self.description, blocking=self.blocking
        )

    def run(self, store: Store) -> dg.AssetCheckResult:
        """Looks for the rows."""
        severity = dg.AssetCheckSeverity.ERROR if self.blocking else dg.AssetCheckSeverity.WARN
        return rows_result(self.table, self.name, self.find(store), severity)


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
        metadata={"rows": len(found), "found": dg.MetadataValue.md(markdown(found.head(_SHOWN)))},
    )


def _first(found: pd.DataFrame) -> str:
    return ", ".join(f"{name} {value!r}" for name, value in found.iloc[0].items() if pd.notna(value) is True)


def tables_step(
    name: str,
    specs: Mapping[type[Table], dg.AssetSpec],
    build: Callable[[Settings, Store], Frames],
    checks: Sequence[RowsCheck] = (),
) -> dg.AssetsDefinition:
    """One step that builds the tables of `specs` from what stands in the sources and the build file.

    A frame is checked before any of it is written. What breaks its contract is shown by the table's check,
    with the rows, and fails the step; the table then is as it was.
    """

    @dg.multi_asset(
        name=name,
        specs=list(specs.values()),
        check_specs=[*map(contract_check, specs), *(check.spec() for check in checks)],
        pool=POOL,
    )
    def step(settings: dg.ResourceParam[Settings]) -> Iterator[Event]:
        store = Store(settings.build_file)
        try:
            frames = build(settings, store)
            for table in specs:
                rows = store.replace(table, frames[table])
                yield written(table, rows, store, [c.run(store) for c in checks if c.table is table])
        except ContractError as error:
            yield from broken(error, specs)
            raise dg.Failure(str(error)) from error

    return step


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


def written(
    table: type[Table], rows: int, store: Store, checks: Sequence[dg.AssetCheckResult] = ()
) -> dg.MaterializeResult[None]:
    """What Dagster is told of a table that now stands in the build file."""
    kept = dg.AssetCheckResult(
        asset_key=key_of(table), check_name=CONTRACT, passed=True, metadata={"rows": rows}
    )
    return dg.MaterializeResult(
        asset_key=key_of(table),
        metadata=rows_metadata(rows, store.preview(table.qualified_name())),
        check_results=[kept, *checks],
    )


def broken(error: ContractError, tables: Iterable[type[Table]]) -> Iterator[dg.AssetCheckResult]:
    """The failed check of each of `tables` that the error is about, with the rows that break the contract."""
    for table in tables:
        failures = error.failures[error.failures["table"] == table.qualified_name()]
        if not failures.empty:
            yield rows_result(table, CONTRACT, failures, dg.AssetCheckSeverity.ERROR)
