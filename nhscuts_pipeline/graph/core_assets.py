"""Group `core`: claims, observations and assumptions, each made of tables that stand in the build file."""

from collections.abc import Callable, Sequence

import dagster as dg
import pandas as pd

from nhscuts_pipeline.contracts.base import Table
from nhscuts_pipeline.contracts.core import Assumptions, Claims, Documents, Figures, Observations
from nhscuts_pipeline.contracts.reference import OfficialSeries, Organisations, Regions
from nhscuts_pipeline.graph.describe import PACKAGE, code_version, key_of, table_spec
from nhscuts_pipeline.graph.steps import Frames, tables_step
from nhscuts_pipeline.settings import Settings
from nhscuts_pipeline.warehouse.assumptions import assumptions
from nhscuts_pipeline.warehouse.claims import claims
from nhscuts_pipeline.warehouse.observations import observations
from nhscuts_pipeline.warehouse.store import Store

GROUP = "core"


def core_steps() -> list[dg.AssetsDefinition]:
    """One step a table: a function of frames, given the tables it takes in the order of its arguments."""
    return [
        _step(Claims, claims, [Figures, Documents]),
        _step(Observations, observations, [Claims, Documents, OfficialSeries, Organisations, Regions]),
        _step(Assumptions, assumptions, [Observations, OfficialSeries]),
    ]


def _step(
    table: type[Table], make: Callable[..., pd.DataFrame], takes: Sequence[type[Table]]
) -> dg.AssetsDefinition:
    name = table.about().name

    def build(_settings: Settings, store: Store) -> Frames:
        return {table: make(*(store.read(taken) for taken in takes))}

    spec = table_spec(
        table,
        group=GROUP,
        kinds={"python", "duckdb"},
        deps=[key_of(taken) for taken in takes],
        code_version=code_version(PACKAGE / "contracts" / "core.py", PACKAGE / "warehouse" / f"{name}.py"),
    )
    return tables_step(name, {table: spec}, build)
