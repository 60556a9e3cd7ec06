"""All assets, checks, jobs, schedules and sensors, put together.

Belongs here: the list. Each asset is described where it is made.
"""

from collections.abc import Sequence
from functools import cache

import dagster as dg

from nhscuts_pipeline.contracts import registry
from nhscuts_pipeline.graph.build_file import build_file
from nhscuts_pipeline.graph.core_assets import core_steps
from nhscuts_pipeline.graph.describe import code_version
from nhscuts_pipeline.graph.document_assets import documents_step
from nhscuts_pipeline.graph.failures import run_failed
from nhscuts_pipeline.graph.figure_assets import figures_step
from nhscuts_pipeline.graph.freshness import freshness
from nhscuts_pipeline.graph.jobs import build_warehouse, daily
from nhscuts_pipeline.graph.model_assets import audit_check, model_asset
from nhscuts_pipeline.graph.one_document import read_one_document
from nhscuts_pipeline.graph.publish_assets import publish_asset
from nhscuts_pipeline.graph.source_assets import reference_step, source_folders
from nhscuts_pipeline.graph.watching import sources_changed
from nhscuts_pipeline.settings import Settings
from nhscuts_pipeline.warehouse.audits import read_audits
from nhscuts_pipeline.warehouse.models import SqlModel, read_models


def build_definitions(settings: Settings, *, strict: bool = False) -> dg.Definitions:
    """Everything Dagster knows of a project.

    Reads the SQL files of `settings.sql`, and no source or database. Where it is `strict`, a refused
    document or figure stops publishing instead of being warned of.
    """
    models = read_models(settings.sql)
    steps = [
        reference_step(),
        documents_step(strict=strict),
        figures_step(strict=strict),
        *core_steps(),
        *(model_asset(model) for model in models),
    ]
    order = _build_order(models)
    return dg.Definitions(
        assets=_versioned([*source_folders(), *steps, publish_asset(_ends(steps))]),
        asset_checks=[audit_check(audit, order) for audit in read_audits(settings.sql)],
        jobs=[build_warehouse, read_one_document],
        schedules=[daily],
        sensors=[sources_changed, freshness, run_failed],
        resources={"settings": settings, "build_file": build_file},
        # Also what is built by hand from a page is built in one process: see `build_warehouse`.
        executor=dg.in_process_executor,
    )


def validated_assets(settings: Settings) -> int:
    """Number of assets, once Dagster has found nothing wrong with the definitions."""
    definitions = build_definitions(settings)
    dg.Definitions.validate_loadable(definitions)
    return len(definitions.resolve_all_asset_keys())


def _build_order(models: Sequence[SqlModel]) -> list[str]:
    """Names of all tables, each after those it is made of."""
    built = [model.qualified_name for model in models]
    return [table.qualified_name() for table in registry.ALL if table.qualified_name() not in built] + built


def _ends(steps: Sequence[dg.AssetsDefinition]) -> list[dg.AssetKey]:
    """The assets that no other is made of: once they are built, everything is."""
    specs = [spec for step in steps for spec in step.specs]
    used = {dep.asset_key for spec in specs for dep in spec.deps}
    return sorted(spec.key for spec in specs if spec.key not in used)


def _versioned(steps: Sequence[dg.AssetsDefinition]) -> Sequence[dg.AssetsDefinition]:
    """The steps, the version of each also telling the code of all that it is made of.

    Dagster calls an asset unsynced where its own code has changed, or rows that it is made of. With this it
    does so as soon as the code of anything upstream has.
    """
    specs = {spec.key: spec for step in steps for spec in step.specs}

    @cache
    def version(key: dg.AssetKey) -> str:
        own = specs[key]
        return code_version(own.code_version or "", *sorted(version(dep.asset_key) for dep in own.deps))

    return list(
        dg.map_asset_specs(lambda spec: spec.replace_attributes(code_version=version(spec.key)), steps)
    )
