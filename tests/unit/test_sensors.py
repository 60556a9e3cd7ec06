"""What starts a run, what tells of a failed one, and what notices that the published file grows old."""

import json
import os
import shutil
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any, ClassVar

import dagster as dg
import pytest
from server import free_port

from nhscuts_pipeline.contracts.converting import checked
from nhscuts_pipeline.contracts.meta import Builds
from nhscuts_pipeline.graph import freshness as fresh
from nhscuts_pipeline.graph.failures import run_failed, tell
from nhscuts_pipeline.graph.source_assets import SOURCES, source_folders
from nhscuts_pipeline.graph.watching import sources_changed
from nhscuts_pipeline.settings import Settings
from nhscuts_pipeline.warehouse.store import Store

LONG_AGO = time.time() - 3600
QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    sources = tmp_path / "sources"
    for folder in ("documents", "reference"):
        (sources / folder).mkdir(parents=True)
    (sources / "documents" / "a.md").write_text("One.")
    return Settings(tmp_path, sources, tmp_path / "warehouse", tmp_path / "sql", tmp_path / "home")


@pytest.fixture
def instance() -> Iterator[dg.DagsterInstance]:
    with dg.DagsterInstance.ephemeral() as instance:
        yield instance


@pytest.fixture
def left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """An hour later nobody is writing any more."""
    now = time.time_ns
    monkeypatch.setattr("nhscuts_pipeline.graph.watching.time.time_ns", lambda: now() + 3_600_000_000_000)


def tick(settings: Settings, instance: dg.DagsterInstance, cursor: str | None) -> dg.SensorResult:
    context = dg.build_sensor_context(instance, cursor=cursor, resources={"settings": settings})
    result = sources_changed(context)
    assert isinstance(result, dg.SensorResult)
    return result


def reason(result: dg.SensorResult) -> str:
    assert result.skip_reason is not None
    assert not result.run_requests
    return str(result.skip_reason.skip_message)


def read_sources(settings: Settings, instance: dg.DagsterInstance) -> None:
    dg.materialize(source_folders(), instance=instance, resources={"settings": settings}, run_config=QUIET)


@pytest.mark.usefixtures("left_alone")
def test_one_change_asks_for_one_run(settings: Settings, instance: dg.DagsterInstance) -> None:
    first = tick(settings, instance, None)
    (request,) = first.run_requests or ()
    assert request.tags["nhscuts/because_changed"] == "sources/documents, sources/reference"
    assert reason(tick(settings, instance, first.cursor)) == "no file has changed"
    # A tick that was lost on its way is repeated with the old cursor, and Dagster knows the key.
    (again,) = tick(settings, instance, None).run_requests or ()
    assert again.run_key == request.run_key

    read_sources(settings, instance)
    (settings.sources / "documents" / "b.md").write_text("Two.")
    second = tick(settings, instance, first.cursor)
    (request_for_b,) = second.run_requests or ()
    assert request_for_b.tags["nhscuts/because_changed"] == "sources/documents"
    (settings.sources / "documents" / "b.md").unlink()
    third = tick(settings, instance, second.cursor)
    # Back to what the last run has read: nothing to do.
    assert reason(third) == "a run has read the files as they are"


@pytest.mark.usefixtures("left_alone")
def test_a_change_that_is_taken_back_after_its_run_asks_again(
    settings: Settings, instance: dg.DagsterInstance
) -> None:
    keys, cursor = [], None
    for text in ("One.", "Two.", "One."):
        (settings.sources / "documents" / "a.md").write_text(text)
        result = tick(settings, instance, cursor)
        (request,) = result.run_requests or ()
        keys.append(request.run_key)
        cursor = result.cursor
        read_sources(settings, instance)
    assert len(set(keys)) == 3


@pytest.mark.usefixtures("left_alone")
def test_what_another_run_has_read_asks_for_none(settings: Settings, instance: dg.DagsterInstance) -> None:
    read_sources(settings, instance)
    assert reason(tick(settings, instance, None)) == "a run has read the files as they are"


@pytest.mark.usefixtures("left_alone")
def test_touching_a_file_asks_for_none_also_after_a_failed_run(
    settings: Settings, instance: dg.DagsterInstance
) -> None:
    asked = tick(settings, instance, None)
    os.utime(settings.sources / "documents" / "a.md", (LONG_AGO, LONG_AGO))
    touched = tick(settings, instance, asked.cursor)
    assert reason(touched) == "touched files hold what they held"
    assert reason(tick(settings, instance, touched.cursor)) == "no file has changed"


def test_a_file_that_is_being_written_is_left_alone(settings: Settings, instance: dg.DagsterInstance) -> None:
    waiting = tick(settings, instance, None)
    assert "waiting until it is left alone" in reason(waiting)
    assert waiting.cursor is None, "so that the next tick looks again"


@pytest.mark.usefixtures("left_alone")
def test_no_pipe_or_missing_folder_holds_the_sensor_up(
    settings: Settings, instance: dg.DagsterInstance
) -> None:
    os.mkfifo(settings.sources / "documents" / "pipe.md")
    (settings.sources / "documents" / "gone.md").symlink_to("nowhere")
    assert len(tick(settings, instance, None).run_requests or ()) == 1
    shutil.rmtree(settings.sources)
    assert len(tick(settings, instance, None).run_requests or ()) == 1


def test_every_source_is_watched(settings: Settings) -> None:
    assert {folder.name for source in SOURCES for folder in source.folders(settings)} == {
        "documents",
        "reference",
    }


class Hook(BaseHTTPRequestHandler):
    """A webhook that remembers what it was told."""

    told: ClassVar[list[dict[str, Any]]] = []

    def do_POST(self) -> None:
        self.told.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


def failed_run(settings: Settings, instance: dg.DagsterInstance) -> dg.RunFailureSensorContext:
    @dg.op
    def breaks() -> None:
        raise dg.Failure("the file\nis broken")

    @dg.job
    def job() -> None:
        breaks()

    result = job.execute_in_process(instance=instance, raise_on_error=False, run_config=QUIET)
    context: Any = dg.build_run_status_sensor_context(
        "run_failed",
        result.get_run_failure_event(),
        instance,
        result.dagster_run,
        resources={"settings": settings},
    )
    context = context.for_run_failure()
    assert isinstance(context, dg.RunFailureSensorContext)
    return context


def test_a_failed_run_is_a_line_in_the_log_and_a_call(
    settings: Settings, instance: dg.DagsterInstance
) -> None:
    server = HTTPServer(("127.0.0.1", 0), Hook)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        hooked = replace(settings, failure_webhook=f"http://127.0.0.1:{server.server_port}/hook")
        context = failed_run(hooked, instance)
        run_failed(context)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
    (line,) = settings.failures_log.read_text(encoding="utf-8").splitlines()
    assert line.endswith(f"UTC run {context.dagster_run.run_id} of job failed: breaks: the file is broken")
    (told,) = Hook.told
    assert told["text"] == f"nhscuts: {line}".replace("file is", "file\nis")
    assert (told["job"], told["run_id"]) == ("job", context.dagster_run.run_id)


def test_a_webhook_that_is_down_is_told_of_in_the_log_and_stops_nothing(settings: Settings) -> None:
    deaf = replace(settings, failure_webhook=f"http://127.0.0.1:{free_port()}/")
    tell(deaf, {"failed_at": "now", "job": "j", "run_id": "r", "why": "w"})
    first, second = settings.failures_log.read_text(encoding="utf-8").splitlines()
    assert first == "now run r of j failed: w"
    assert second.startswith("now the webhook could not be told of run r: ")


def publish_at(settings: Settings, built_at: datetime) -> None:
    row = {
        "built_at": built_at.replace(tzinfo=None),
        "version": "1",
        "git_commit": None,
        "extractor_version": "1",
        **dict.fromkeys(
            ["documents", "documents_refused", "figures", "figures_refused", "claims", "observations"], 1
        ),
    }
    Store(settings.database).replace(Builds, checked(Builds, [row]))


def look(settings: Settings, instance: dg.DagsterInstance, cursor: str | None) -> dg.SensorResult:
    result = fresh.freshness(
        dg.build_sensor_context(instance, cursor=cursor, resources={"settings": settings})
    )
    assert isinstance(result, dg.SensorResult)
    return result


def test_an_old_or_missing_file_is_late_and_is_told_of_once(
    settings: Settings, instance: dg.DagsterInstance
) -> None:
    missing = look(settings, instance, None)
    (event,) = missing.asset_events
    assert isinstance(event, dg.AssetCheckEvaluation)
    assert (event.passed, event.severity) == (False, dg.AssetCheckSeverity.ERROR)
    assert "there is no warehouse" in str(event.description)
    assert look(settings, instance, missing.cursor).asset_events == []

    publish_at(settings, datetime.now(UTC))
    renewed = look(settings, instance, missing.cursor)
    (event,) = renewed.asset_events
    assert isinstance(event, dg.AssetCheckEvaluation)
    assert event.passed

    publish_at(settings, datetime.now(UTC) - fresh.OLDEST - timedelta(minutes=1))
    (event,) = look(settings, instance, renewed.cursor).asset_events
    assert isinstance(event, dg.AssetCheckEvaluation)
    assert not event.passed
    assert "26.0 hours ago" in str(event.description)


def test_nothing_is_said_of_the_age_while_a_run_is_going_on(
    settings: Settings, instance: dg.DagsterInstance
) -> None:
    said: list[dg.SensorResult] = []

    @dg.op
    def looks() -> None:
        said.append(look(settings, instance, None))

    @dg.job
    def job() -> None:
        looks()

    assert job.execute_in_process(instance=instance, run_config=QUIET).success
    assert [(result.asset_events, result.cursor) for result in said] == [([], None)]
    assert len(look(settings, instance, None).asset_events) == 1
