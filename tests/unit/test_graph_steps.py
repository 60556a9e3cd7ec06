"""A step writes what keeps its contract, and shows the rows of what does not without writing any."""

from pathlib import Path

import dagster as dg
import pytest

from nhscuts_pipeline.contracts.converting import convert
from nhscuts_pipeline.contracts.quarantine import RefusedDocuments
from nhscuts_pipeline.graph.build_file import build_file
from nhscuts_pipeline.graph.describe import table_spec
from nhscuts_pipeline.graph.row_checks import RowsCheck
from nhscuts_pipeline.graph.steps import Built, tables_step
from nhscuts_pipeline.settings import Settings
from nhscuts_pipeline.warehouse.store import Store


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(
        tmp_path, tmp_path / "sources", tmp_path / "warehouse", tmp_path / "sql", tmp_path / "home"
    )


def materialize(
    settings: Settings, paths: list[str | None], *, blocking: bool = False
) -> dg.ExecuteInProcessResult:
    frame, _ = convert(
        RefusedDocuments, [{"path": path, "reason": "broken", "sha256": None} for path in paths]
    )
    spec = table_spec(
        RefusedDocuments, group="documents", kinds={"python"}, deps=[], code_version="1", code=Path(__file__)
    )
    check = RowsCheck(
        RefusedDocuments,
        "nothing_refused",
        "Look at them.",
        lambda _settings, store: store.read(RefusedDocuments)[["path"]],
        blocking=blocking,
    )
    step = tables_step(
        "documents",
        {RefusedDocuments: spec},
        lambda _settings, _store: Built({RefusedDocuments: frame}),
        [check],
    )
    return dg.materialize(
        [step],
        resources={"settings": settings, "build_file": build_file},
        raise_on_error=False,
        run_config={"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}},
    )


def checks(result: dg.ExecuteInProcessResult) -> dict[str, dg.AssetCheckEvaluation]:
    return {evaluation.check_name: evaluation for evaluation in result.get_asset_check_evaluations()}


def test_what_was_written_is_counted_and_shown(settings: Settings) -> None:
    result = materialize(settings, ["b.md", "a.md"])
    assert result.success
    (event,) = result.get_asset_materialization_events()
    metadata = event.materialization.metadata
    assert metadata["dagster/row_count"].value == 2
    assert "| b.md | broken |  |" in str(metadata["preview"].value)
    assert checks(result)["contract"].passed


def test_a_warning_names_the_rows_and_stops_nothing(settings: Settings) -> None:
    found = checks(materialize(settings, ["a.md"]))["nothing_refused"]
    assert (found.passed, found.severity) == (False, dg.AssetCheckSeverity.WARN)
    assert found.description == "1 found, such as path 'a.md'"
    assert materialize(settings, ["a.md"]).success
    assert checks(materialize(settings, []))["nothing_refused"].passed


def test_a_blocking_check_fails_the_step(settings: Settings) -> None:
    assert materialize(settings, [], blocking=True).success
    assert not materialize(settings, ["a.md"], blocking=True).success


def test_a_broken_contract_is_a_failed_check_with_the_rows_and_the_table_stays(settings: Settings) -> None:
    assert materialize(settings, ["a.md"]).success
    result = materialize(settings, ["b.md", None, "b.md"])
    assert not result.success
    assert result.get_asset_materialization_events() == []
    contract = checks(result)["contract"]
    assert (contract.passed, contract.severity, contract.blocking) == (
        False,
        dg.AssetCheckSeverity.ERROR,
        True,
    )
    shown = str(contract.metadata["found"].value)
    assert "path is empty" in shown
    assert list(Store(settings.build_file).read(RefusedDocuments)["path"]) == ["a.md"]


def test_a_step_is_skipped_only_while_nothing_it_stands_on_has_changed(settings: Settings) -> None:
    frame, _ = convert(RefusedDocuments, [{"path": "a.md", "reason": "broken", "sha256": None}])
    other, _ = convert(RefusedDocuments, [{"path": "b.md", "reason": "broken", "sha256": None}])
    called: list[str] = []

    def build(_settings: Settings, _store: Store) -> Built:
        called.append("built")
        return Built({RefusedDocuments: frame})

    def unchanged(_settings: Settings, _store: Store) -> Built:
        called.append("skipped")
        return Built({})

    def run(code_version: str = "1") -> str:
        spec = table_spec(
            RefusedDocuments,
            group="documents",
            kinds={"python"},
            deps=[],
            code_version=code_version,
            code=Path(__file__),
        )
        step = tables_step("documents", {RefusedDocuments: spec}, build, unchanged=unchanged)
        done = dg.materialize(
            [step],
            instance=instance,
            resources={"settings": settings, "build_file": build_file},
            run_config={"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}},
        )
        assert done.success
        (event,) = done.get_asset_materialization_events()
        assert event.materialization.metadata["dagster/row_count"].value == 1
        return called[-1]

    with dg.DagsterInstance.ephemeral() as instance:
        assert [run(), run()] == ["built", "skipped"]
        assert [run("2"), run("2")] == ["built", "skipped"], "other code"
        Store(settings.build_file).replace(RefusedDocuments, other)
        assert [run("2"), run("2")] == ["built", "skipped"], "rows that are not those it wrote"
        settings.build_file.unlink()
        assert [run("2"), run("2")] == ["built", "skipped"], "no table"
