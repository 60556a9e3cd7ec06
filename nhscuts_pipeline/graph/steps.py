"""A step that writes tables, as Dagster assets with their contracts as checks.

Belongs here: the one way in which an asset writes. Does not belong here: which tables there are and what is
in them (the `*_assets` modules), checks that look at rows (`row_checks`).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import dagster as dg
import pandas as pd

from nhscuts_pipeline.contracts.base import Table
from nhscuts_pipeline.contracts.checking import ContractError
from nhscuts_pipeline.graph.build_file import POOL
from nhscuts_pipeline.graph.describe import key_of, rows_metadata
from nhscuts_pipeline.graph.row_checks import CONTRACT, RowsCheck, contract_check, fewer_rows, rows_result
from nhscuts_pipeline.graph.unchanged import stand
from nhscuts_pipeline.settings import Settings
from nhscuts_pipeline.warehouse.store import Store

Event = dg.MaterializeResult[None] | dg.AssetCheckResult
Frames = Mapping[type[Table], pd.DataFrame]


@dataclass(frozen=True, slots=True)
class Built:
    """What a step has made: a frame a table, and what a person is told of it.

    A table without a frame stays as it is. `metadata` goes to the page of its table, `notes` and `warnings`
    to the log of the run.
    """

    frames: Frames
    metadata: Mapping[type[Table], Mapping[str, dg.MetadataValue]] = field(default_factory=dict)
    notes: Sequence[str] = ()
    warnings: Sequence[str] = ()


def tables_step(
    name: str,
    specs: Mapping[type[Table], dg.AssetSpec],
    build: Callable[[Settings, Store], Built],
    checks: Sequence[RowsCheck] = (),
    unchanged: Callable[[Settings, Store], Built] | None = None,
) -> dg.AssetsDefinition:
    """One step that builds the tables of `specs` from what stands in the sources and the build file.

    A frame is checked before any of it is written. What breaks its contract is shown by the table's check,
    with the rows, and fails the step; the table then is as it was. Where `unchanged` is given, and neither
    the code nor anything the tables are made of has changed since they were built, it is called in the place
    of `build`, and the tables stay as they are.
    """
    checks = [*checks, *(check for table in specs if (check := fewer_rows(table)))]

    @dg.multi_asset(
        name=name,
        specs=list(specs.values()),
        check_specs=[*map(contract_check, specs), *(check.spec() for check in checks)],
        pool=POOL,
    )
    def step(
        context: dg.AssetExecutionContext,
        settings: dg.ResourceParam[Settings],
        build_file: dg.ResourceParam[Store],
    ) -> Iterator[Event]:
        try:
            stands = unchanged is not None and stand(context, specs, build_file)
            built = unchanged(settings, build_file) if unchanged and stands else build(settings, build_file)
            for note in built.notes:
                context.log.info(note)
            for warning in built.warnings:
                context.log.warning(warning)
            for table in specs:
                if table in built.frames:
                    build_file.replace(table, built.frames[table])
                found = [check.run(settings, build_file) for check in checks if check.table is table]
                yield written(table, build_file, found, built.metadata.get(table, {}))
        except ContractError as error:
            yield from broken(error, specs)
            raise dg.Failure(str(error)) from error

    return step


def written(
    table: type[Table],
    store: Store,
    checks: Sequence[dg.AssetCheckResult] = (),
    metadata: Mapping[str, dg.MetadataValue] | None = None,
) -> dg.MaterializeResult[None]:
    """What Dagster is told of a table that now stands in the build file."""
    look = store.look(table.qualified_name())
    kept = dg.AssetCheckResult(
        asset_key=key_of(table), check_name=CONTRACT, passed=True, metadata={"rows": look.rows}
    )
    return dg.MaterializeResult(
        asset_key=key_of(table),
        metadata={
            **rows_metadata(look.rows, look.preview),
            # Dagster has it as a tag of the event too, and shows that only among the events.
            "data_version": dg.MetadataValue.text(look.digest),
            **(metadata or {}),
        },
        check_results=[kept, *checks],
        # Of the rows, not of the moment: a run that builds the same rows makes nothing downstream stale.
        data_version=dg.DataVersion(look.digest),
    )


def broken(error: ContractError, tables: Iterable[type[Table]]) -> Iterator[dg.AssetCheckResult]:
    """The failed check of each of `tables` that the error is about, with the rows that break the contract."""
    for table in tables:
        failures = error.failures[error.failures["table"] == table.qualified_name()]
        if not failures.empty:
            yield rows_result(table, CONTRACT, failures, dg.AssetCheckSeverity.ERROR)
