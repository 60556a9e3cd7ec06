"""The workspace as an operator meets it: it validates, comes up on this machine only, runs its job, says what
it did on the pages, and does again only what changed. The tests share one running UI, and go on from one
another's state in their order."""

import subprocess
import sys
import time
from typing import Any

import duckdb
from processes import environment
from server import CHECKOUT
from waiting import wait_for
from webserver import RunningUi, Webserver

from nhscuts_pipeline.contracts import registry
from nhscuts_pipeline.warehouse.audits import read_audits

JOB = "build_warehouse"
ASSETS = """
{ assetNodes { assetKey { path } staleStatus
    staleCauses { category key { path } }
    assetMaterializations(limit: 1) { runId tags { key value } metadataEntries { label __typename
      ... on IntMetadataEntry { intValue } ... on MarkdownMetadataEntry { mdStr }
      ... on TextMetadataEntry { text } } } } }
"""
CHECKS = """
{ assetNodes { assetKey { path } assetChecksOrError { ... on AssetChecks { checks { name blocking
    executionForLatestMaterialization { status runId evaluation { success severity description
      metadataEntries { label __typename ... on TableMetadataEntry { table { records } } } } } } } } } }
"""


def test_the_workspace_validates_without_a_dagster_home(tmp_path: Any) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "dagster", "definitions", "validate", "-w", str(CHECKOUT / "workspace.yaml")],
        cwd=tmp_path,
        env=environment(CHECKOUT),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "All code locations passed validation" in done.stderr + done.stdout


def test_a_bare_dagster_dev_finds_settings_that_report_nothing() -> None:
    settings = CHECKOUT / "dagster.yaml"
    assert settings.resolve() == CHECKOUT / "nhscuts_pipeline" / "graph" / "dagster.yaml"
    assert "telemetry:\n  enabled: false\n" in settings.read_text(encoding="utf-8")


def assets(webserver: Webserver) -> dict[str, dict[str, Any]]:
    """What the pages of the assets say, by `schema.table`."""
    return {".".join(node["assetKey"]["path"]): node for node in webserver.ask(ASSETS)["assetNodes"]}


def latest(node: dict[str, Any]) -> dict[str, Any]:
    return {entry["label"]: entry for entry in node["assetMaterializations"][0]["metadataEntries"]}


def data_versions(webserver: Webserver) -> dict[str, str]:
    return {
        name: tag["value"]
        for name, node in assets(webserver).items()
        for tag in node["assetMaterializations"][0]["tags"]
        if tag["key"] == "dagster/data_version"
    }


def stale(webserver: Webserver) -> set[str]:
    return {name for name, node in assets(webserver).items() if node["staleStatus"] != "FRESH"}


def checks(webserver: Webserver) -> dict[tuple[str, str], dict[str, Any]]:
    return {
        (".".join(node["assetKey"]["path"]), check["name"]): check
        for node in webserver.ask(CHECKS)["assetNodes"]
        for check in node["assetChecksOrError"].get("checks", ())
    }


def run_after(ui: RunningUi, change: Any) -> str:
    """The id of the run, ended well, that the sensor starts after `change`."""
    known = {run["runId"] for run in ui.webserver.runs()}
    change()
    run_id = wait_for(
        lambda: next((r["runId"] for r in ui.webserver.runs() if r["runId"] not in known), None),
        "a run by the sensor",
    )
    assert ui.webserver.wait_for_end(run_id) == "SUCCESS"
    return str(run_id)


def test_the_schedule_and_the_sensors_are_on(ui: RunningUi) -> None:
    assert ui.webserver.instigators() == {
        "daily": "RUNNING",
        "sources_changed": "RUNNING",
        "freshness": "RUNNING",
        "run_failed": "RUNNING",
    }


def test_the_sensor_started_the_first_run_and_every_asset_was_built(ui: RunningUi) -> None:
    assert (ui.project / "warehouse" / "nhscuts.duckdb").is_file()
    found = assets(ui.webserver)
    assert set(found) == {table.qualified_name() for table in registry.ALL} | {
        "sources.documents",
        "sources.reference",
        "published.nhscuts_duckdb",
    }
    assert {node["assetMaterializations"][0]["runId"] for node in found.values()} == {ui.first_run}
    assert stale(ui.webserver) == set()


def test_pages_show_rows_previews_texts_and_charts(ui: RunningUi) -> None:
    found = assets(ui.webserver)
    with duckdb.connect(str(ui.project / "warehouse" / "nhscuts.duckdb"), read_only=True) as connection:
        for table in registry.ALL:
            shown = latest(found[table.qualified_name()])
            ((rows,),) = connection.execute(f"SELECT count(*) FROM {table.qualified_name()}").fetchall()  # noqa: S608
            assert shown["dagster/row_count"]["intValue"] == rows
            preview = shown["preview"]["mdStr"].splitlines()
            assert len(preview) == (min(rows, 10) + 2 if rows else 1)
            assert len(shown["data_version"]["text"]) == 64
        documents = connection.execute("SELECT document_id, text FROM core.documents").fetchall()
    figures = latest(found["core.figures"])
    assert figures["documents_read_anew"]["intValue"] == len(documents)
    for document_id, _ in documents:
        assert "**[" in figures[f"text {document_id}"]["mdStr"]
    assert "**[903]" in figures["text birmingham-post-2006-10-31-west-midlands-redundancies"]["mdStr"]
    for mart in ("marts.redundancy_rate", "marts.icb_running_cost_reductions"):
        assert latest(found[mart])["chart"]["mdStr"].startswith("![chart](data:image/png;base64,iVBOR")


def test_every_check_was_executed_and_the_warning_has_its_rows(ui: RunningUi) -> None:
    found = checks(ui.webserver)
    audits = {audit.name for audit in read_audits(ui.project / "dbt_like_sql")}
    assert {name for _, name in found} == audits | {
        "contract",
        "no_rows_lost",
        "no_file_vanished",
        "nothing_refused",
        "nothing_to_review",
        "fresh",
    }
    evaluations = {key: check["executionForLatestMaterialization"] for key, check in found.items()}
    # The age of the file is looked at by a sensor too, in no run.
    by_run = {key: evaluation for key, evaluation in evaluations.items() if key[1] != "fresh"}
    assert {evaluation["runId"] for evaluation in by_run.values()} == {ui.first_run}
    warned = {key for key, evaluation in evaluations.items() if not evaluation["evaluation"]["success"]}
    assert warned == {("core.figures", "nothing_to_review")}
    review = evaluations["core.figures", "nothing_to_review"]["evaluation"]
    (table,) = [e["table"] for e in review["metadataEntries"] if e["label"] == "found"]
    assert review["severity"] == "WARN"
    assert "needs_review" in table["records"][0]


def test_a_tick_of_the_schedule_asks_for_one_run(ui: RunningUi) -> None:
    answer = ui.webserver.ask(
        """mutation ($at: Float!) { scheduleDryRun(selectorData: { repositoryLocationName: "nhscuts",
             repositoryName: "__repository__", scheduleName: "daily" }, timestamp: $at) { __typename
             ... on DryRunInstigationTick { evaluationResult { skipReason error { message }
               runRequests { runKey } } } } }""",
        at=time.time(),
    )["scheduleDryRun"]["evaluationResult"]
    assert answer == {"skipReason": None, "error": None, "runRequests": [{"runKey": None}]}


def test_an_unchanged_run_reads_no_text_and_makes_nothing_stale(ui: RunningUi) -> None:
    before = data_versions(ui.webserver)
    run_id = ui.webserver.launch(JOB)
    assert ui.webserver.wait_for_end(run_id) == "SUCCESS"
    assert ui.webserver.wait_for_message(run_id, "all 5 documents skipped")
    after = data_versions(ui.webserver)
    assert {name for name in after if after[name] != before[name]} == {"meta.builds"}
    assert stale(ui.webserver) == set()


def test_a_changed_document_alone_is_read_again(ui: RunningUi) -> None:
    document = ui.project / "sources" / "documents" / "northern-echo-2010-08-18-north-east-500-jobs.md"

    def change() -> None:
        text = document.read_text(encoding="utf-8")
        document.write_text(f"{text}\nA trust in Leeds cut 41 posts.\n", encoding="utf-8")

    run_id = run_after(ui, change)
    assert ui.webserver.wait_for_message(run_id, f"1 documents read for figures: {document.stem}")
    assert ui.webserver.wait_for_message(run_id, "4 skipped")


def test_a_document_that_is_gone_is_warned_of(ui: RunningUi) -> None:
    gone = ui.project / "sources" / "documents" / "bbc-2025-05-east-midlands-icb-staff.md"
    run_after(ui, gone.unlink)
    found = {key: check["executionForLatestMaterialization"] for key, check in checks(ui.webserver).items()}
    vanished = found["core.documents", "no_file_vanished"]["evaluation"]
    assert (vanished["success"], vanished["severity"]) == (False, "WARN")
    assert gone.stem in vanished["description"]
    lost = found["core.documents", "no_rows_lost"]["evaluation"]
    assert (lost["success"], lost["severity"]) == (False, "WARN")
    assert "rows_before 5, rows_now 4, lost 1" in lost["description"]


def test_a_changed_model_makes_itself_and_what_follows_stale(ui: RunningUi) -> None:
    model = ui.project / "dbt_like_sql" / "marts" / "redundancy_rate.sql"
    model.write_text(model.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    ui.webserver.reload()
    assert stale(ui.webserver) == set(), "white space at the end is no change"
    model.write_text(f"-- Changed.\n{model.read_text(encoding='utf-8')}", encoding="utf-8")
    ui.webserver.reload()
    # source_coverage reads every mart that a source reaches.
    assert stale(ui.webserver) == {
        "marts.redundancy_rate",
        "marts.source_coverage",
        "meta.builds",
        "published.nhscuts_duckdb",
    }
    causes = assets(ui.webserver)["marts.redundancy_rate"]["staleCauses"]
    assert [cause["category"] for cause in causes] == ["CODE"]


def test_one_document_is_looked_at_and_nothing_is_published(ui: RunningUi) -> None:
    before = (ui.project / "warehouse" / "nhscuts.duckdb").read_bytes()

    def look(file: str) -> str:
        config = {"ops": {"look_at_document": {"config": {"file": file}}}}
        return ui.webserver.launch("read_one_document", config)

    run_id = look("documents/birmingham-post-2006-10-31-west-midlands-redundancies.md")
    assert ui.webserver.wait_for_end(run_id) == "SUCCESS"
    (observed,) = ui.webserver.ask(
        """{ assetNodeOrError(assetKey: { path: ["core", "documents"] }) { ... on AssetNode {
             assetObservations(limit: 5) { runId metadataEntries { label
               ... on MarkdownMetadataEntry { mdStr } } } } } }"""
    )["assetNodeOrError"]["assetObservations"]
    assert observed["runId"] == run_id
    assert any("**[903]" in entry.get("mdStr", "") for entry in observed["metadataEntries"])
    refused = look("../workspace.yaml")
    assert ui.webserver.wait_for_end(refused) == "FAILURE"
    assert "is not below" in ui.webserver.wait_for_message(refused, "is not below")
    assert (ui.project / "warehouse" / "nhscuts.duckdb").read_bytes() == before
