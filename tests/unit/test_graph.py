"""The graph Dagster shows: every table an asset with its contract as a check, everything upstream of
publishing."""

from dataclasses import replace
from difflib import unified_diff
from pathlib import Path

import dagster as dg
import pandas as pd
import pytest
from asset_graph import SNAPSHOT, asset_graph

from nhscuts_pipeline.contracts import registry
from nhscuts_pipeline.contracts.base import Table
from nhscuts_pipeline.contracts.core import Figures
from nhscuts_pipeline.graph.assemble import build_definitions
from nhscuts_pipeline.graph.describe import code_version, column_schema, contract_text, key_of, markdown
from nhscuts_pipeline.graph.publish_assets import PUBLISHED, git_commit
from nhscuts_pipeline.settings import Settings
from nhscuts_pipeline.warehouse.audits import read_audits
from nhscuts_pipeline.warehouse.models import read_models

SETTINGS = Settings.read(environ={}, start=Path(__file__).parent)


@pytest.fixture(scope="module")
def definitions() -> dg.Definitions:
    return build_definitions(SETTINGS)


@pytest.fixture(scope="module")
def specs(definitions: dg.Definitions) -> dict[dg.AssetKey, dg.AssetSpec]:
    return {spec.key: spec for spec in definitions.resolve_all_asset_specs()}


def checks_of(definitions: dg.Definitions) -> dict[tuple[str, str], dg.AssetCheckSpec]:
    graph = definitions.resolve_asset_graph()
    return {
        (key.asset_key.to_user_string(), key.name): graph.get_check_spec(key)
        for key in graph.asset_check_keys
    }


def test_the_graph_is_the_one_that_was_agreed_on(definitions: dg.Definitions) -> None:
    was = SNAPSHOT.read_text(encoding="utf-8").splitlines(keepends=True)
    now = asset_graph(definitions).splitlines(keepends=True)
    changed = "".join(unified_diff(was, now, "the graph as agreed on", "the graph as it is", n=0))
    if changed:
        pytest.fail(
            f"If this is meant, run `make graph` and commit {SNAPSHOT.name}:\n{changed}", pytrace=False
        )


@pytest.mark.parametrize("table", registry.ALL, ids=lambda table: table.qualified_name())
def test_every_table_is_an_asset_that_explains_itself(
    table: type[Table], specs: dict[dg.AssetKey, dg.AssetSpec]
) -> None:
    spec = specs[key_of(table)]
    assert (spec.description or "").startswith(table.about().description)
    assert spec.group_name in {"sources", "documents", "extraction", "core", "staging", "marts", "publish"}
    assert spec.owners
    assert spec.kinds
    assert spec.code_version
    schema = spec.metadata["dagster/column_schema"]
    assert [column.name for column in schema.columns] == [column.name for column in table.columns()]
    assert all("Made of " in (column.description or "") for column in schema.columns)
    references = spec.metadata["dagster/code_references"].code_references
    kinds = "SQL" if spec.kinds == {"duckdb", "sql"} else "code"
    assert [reference.label for reference in references] == [kinds, "contract"]
    for reference in references:
        lines = Path(reference.file_path).read_text(encoding="utf-8").splitlines()
        assert reference.label != "contract" or lines[reference.line_number - 1].startswith(
            f"class {table.__name__}("
        )


def test_every_contract_is_a_check_that_blocks(definitions: dg.Definitions) -> None:
    checks = checks_of(definitions)
    for table in registry.ALL:
        about = table.about()
        assert checks[f"{about.schema}/{about.name}", "contract"].blocking


def test_every_audit_is_a_check_that_blocks(definitions: dg.Definitions) -> None:
    blocking = {name for (_, name), check in checks_of(definitions).items() if check.blocking}
    assert {audit.name for audit in read_audits(SETTINGS.sql)} == blocking - {"contract"}


def test_a_contract_changes_the_version_of_its_own_table_alone() -> None:
    assert contract_text(Figures) == contract_text(Figures)
    assert len({contract_text(table) for table in registry.ALL}) == len(registry.ALL)


def test_refusals_warn_and_strict_makes_them_block(definitions: dg.Definitions) -> None:
    strict = checks_of(build_definitions(SETTINGS, strict=True))
    for asset in ("quarantine/documents", "quarantine/figures"):
        assert not checks_of(definitions)[asset, "nothing_refused"].blocking
        assert strict[asset, "nothing_refused"].blocking


def test_publishing_waits_for_everything(definitions: dg.Definitions) -> None:
    graph = definitions.resolve_asset_graph()
    everything = {key for key in graph.get_all_asset_keys() if graph.get(key).group_name != "publish"}
    for key in (PUBLISHED, dg.AssetKey(["meta", "builds"])):
        upstream: set[dg.AssetKey] = set()
        frontier = set(graph.get(key).parent_keys)
        while frontier:
            upstream |= frontier
            frontier = {parent for key in frontier for parent in graph.get(key).parent_keys} - upstream
        assert upstream == everything


def test_models_depend_on_what_their_sql_reads(specs: dict[dg.AssetKey, dg.AssetSpec]) -> None:
    for model in read_models(SETTINGS.sql):
        spec = specs[dg.AssetKey([model.schema, model.name])]
        assert {".".join(dep.asset_key.path) for dep in spec.deps} == set(model.depends_on)
        lineage = spec.metadata["dagster/column_lineage"]
        assert list(lineage.deps_by_column) == [
            c.name for c in registry.contract(model.qualified_name).columns()
        ]
        known = {key for deps in lineage.deps_by_column.values() for key in (dep.asset_key for dep in deps)}
        assert known <= set(specs)


def test_the_job_runs_daily_at_six_in_london(definitions: dg.Definitions) -> None:
    schedule = definitions.resolve_schedule_def("daily")
    assert schedule.default_status is dg.DefaultScheduleStatus.RUNNING
    assert (schedule.cron_schedule, schedule.execution_timezone) == ("0 6 * * *", "Europe/London")
    assert schedule.job_name == "build_warehouse"
    job = definitions.resolve_job_def("build_warehouse")
    assert job.executor_def is dg.in_process_executor


def test_definitions_load_where_there_is_nothing_to_read_and_leave_nothing_behind(tmp_path: Path) -> None:
    broken = replace(
        SETTINGS, sources=tmp_path / "none", warehouse=tmp_path / "w", dagster_home=tmp_path / "h"
    )
    dg.Definitions.validate_loadable(build_definitions(broken))
    assert list(tmp_path.iterdir()) == []


def test_column_schema_says_what_a_reader_needs() -> None:
    columns = {
        column.name: column for column in column_schema(Figures, {"value": ["a.b.c", "a.b.d"]}).columns
    }
    assert columns["figure_id"].constraints.unique
    assert not columns["value"].constraints.nullable
    assert columns["value_to"].constraints.nullable
    assert columns["span_start"].description.endswith("Unit: code points.")
    assert columns["value"].description.endswith("Made of a.b.c, a.b.d.")
    assert columns["unit"].constraints.other[0].startswith("one of posts, people, fte")
    assert (columns["value"].type, columns["period_start"].type) == ("DOUBLE", "DATE")


def test_code_version_follows_what_defines_a_step(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("x = 1")
    first = code_version(tmp_path, "select 1")
    assert code_version(tmp_path, "select 1") == first
    assert code_version(tmp_path, "select 2") != first
    (tmp_path / "a.py").write_text("x = 2")
    assert code_version(tmp_path, "select 1") != first


def test_no_cell_breaks_a_preview() -> None:
    frame = pd.DataFrame({"a": ["x|y\nz", None], "b": [1.5, float("nan")], "c": ["w" * 200, ""]})
    lines = markdown(frame).splitlines()
    assert lines[:2] == ["| a | b | c |", "| --- | --- | --- |"]
    assert lines[2].startswith("| x\\|y z | 1.5 | www")
    assert len(lines) == 4
    assert markdown(frame.head(0)) == "no rows"


def test_no_commit_is_claimed_outside_a_checkout(tmp_path: Path) -> None:
    assert git_commit(tmp_path) is None
