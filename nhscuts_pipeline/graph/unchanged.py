"""Whether tables are what building them again would give, by the versions that Dagster has recorded.

Belongs here: that question. It is asked of the rows as they stand in the build file, never of a record alone.
"""

from collections.abc import Iterable, Mapping

import dagster as dg

from nhscuts_pipeline.contracts.base import Table
from nhscuts_pipeline.graph.describe import key_of
from nhscuts_pipeline.warehouse.store import Store

_DATA_VERSION = "dagster/data_version"
_CODE_VERSION = "dagster/code_version"
_MADE_OF = "dagster/input_data_version/"


def stand(context: dg.AssetExecutionContext, tables: Iterable[type[Table]], store: Store) -> bool:
    """Whether the tables stand as last built, from the same rows and by the same code as now."""
    specs = {table: context.assets_def.specs_by_key[key_of(table)] for table in tables}
    made_of = {".".join(dep.asset_key.path): dep.asset_key for spec in specs.values() for dep in spec.deps}
    if not store.tables().issuperset({*made_of, *(table.qualified_name() for table in specs)}):
        return False
    versions = {f"{_MADE_OF}{key.to_user_string()}": store.digest(name) for name, key in made_of.items()}
    return all(
        _recorded(context.instance, spec.key).items()
        >= {
            **versions,
            _CODE_VERSION: spec.code_version,
            _DATA_VERSION: store.digest(table.qualified_name()),
        }.items()
        for table, spec in specs.items()
    )


def data_version(instance: dg.DagsterInstance, key: dg.AssetKey) -> str | None:
    """The data version of the asset's last build; None where there was none."""
    return _recorded(instance, key).get(_DATA_VERSION)


def _recorded(instance: dg.DagsterInstance, key: dg.AssetKey) -> Mapping[str, str]:
    """The versions of the asset's last build."""
    event = instance.get_latest_materialization_event(key)
    made = event.asset_materialization if event else None
    return dict(made.tags or {}) if made else {}
