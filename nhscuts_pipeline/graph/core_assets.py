"""Group `core`: claims, observations and assumptions, each made of tables that stand in the build file."""

from collections.abc import Callable, Sequence

import dagster as dg
import pandas as pd

from nhscuts_pipeline.contracts.base import Table
from nhscuts_pipeline.contracts.core import Assumptions, Claims, Documents, Figures, Observations
from nhscuts_pipeline.contracts.reference import OfficialSeries, Organisations, Regions
from nhscuts_pipeline.graph.describe import PACKAGE, code_version, contract_text, key_of, table_spec
from nhscuts_pipeline.graph.steps import Built, tables_step
from nhscuts_pipeline.settings import Settings
from nhscuts_pipeline.warehouse.assumptions import assumptions
from nhscuts_pipeline.warehouse.claims import claims
from nhscuts_pipeline.warehouse.observations import observations
from nhscuts_pipeline.warehouse.store import Store

GROUP = "core"


def core_steps() -> list[dg.AssetsDefinition]:
    """One step a table: a function of frames, given the tables it takes in the order of its arguments."""
    return [
        _step(Claims, claims, [Figures, Documents], rows_of=[Figures]),
        _step(
            Observations,
            observations,
            [Claims, Documents, OfficialSeries, Organisations, Regions],
            rows_of=[Claims, OfficialSeries],
        ),
        _step(Assumptions, assumptions, [Observations, OfficialSeries], rows_of=[Observations]),
    ]


def _step(
    table: type[Table],
    make: Callable[..., pd.DataFrame],
    takes: Sequence[type[Table]],
    rows_of: Sequence[type[Table]],
) -> dg.AssetsDefinition:
    """The step of one table; `rows_of` are the tables whose rows become its rows."""
    name = table.about().name
    code = PACKAGE / "warehouse" / f"{name}.py"

    def build(_settings: Settings, store: Store) -> Built:
        return Built({table: make(*(store.read(taken) for taken in takes))})

    spec = table_spec(
        table,
        group=GROUP,
        kinds={"python", "duckdb"},
        deps=[key_of(taken) for taken in takes],
        code_version=code_version(code, contract_text(table)),
        code=code,
        origins={
            column.name: _same_named(column.name, rows_of) or (f"the rule in {name}.py",)
            for column in table.columns()
        },
    )
    return tables_step(name, {table: spec}, build)


def _same_named(column: str, tables: Sequence[type[Table]]) -> tuple[str, ...]:
    return tuple(
        f"{table.qualified_name()}.{column}"
        for table in tables
        if column in (each.name for each in table.columns())
    )
