"""The workspace as an operator meets it: it validates, comes up on this machine only, and runs its job."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.error import URLError

import pytest
from processes import environment

CHECKOUT = Path(__file__).parents[2]
PATIENCE_SECONDS = 120
LAUNCH = """
mutation {
  launchRun(executionParams: {mode: "default", selector: {
    repositoryLocationName: "nhscuts", repositoryName: "__repository__", jobName: "build_warehouse"
  }}) { __typename ... on LaunchRunSuccess { run { runId } } ... on PythonError { message } }
}
"""
SCHEDULES = """
{ schedulesOrError(repositorySelector: {
    repositoryLocationName: "nhscuts", repositoryName: "__repository__"
  }) { ... on Schedules { results { name executionTimezone scheduleState { status } } } } }
"""


def test_the_workspace_validates_without_a_dagster_home(tmp_path: Path) -> None:
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


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for folder in ("sources/reference", "sources/documents", "dbt_like_sql"):
        shutil.copytree(CHECKOUT / folder, tmp_path / folder)
    shutil.copy(CHECKOUT / "workspace.yaml", tmp_path)
    return tmp_path


@pytest.fixture
def server(project: Path) -> Iterator[str]:
    """Address of a running `nhscuts ui`; stopped with Ctrl-C's signal, and it must stop by itself."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = (project / "ui.log").open("w", encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "nhscuts_pipeline.cli", "ui", "--port", str(port)],
        cwd=project,
        env=environment(project),
        stdout=log,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        # A shell that runs the tests in the background has them, and so the server, ignore the signal.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        yield f"http://127.0.0.1:{port}"
        process.send_signal(signal.SIGINT)
        process.wait(PATIENCE_SECONDS)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        log.close()


def ask(server: str, query: str) -> dict[str, Any]:
    request = urllib.request.Request(  # noqa: S310 - the address is the fixture's
        f"{server}/graphql", json.dumps({"query": query}).encode(), {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310
        data: dict[str, Any] = json.load(answer)["data"]
    return data


def wait_for(what: Any) -> Any:
    """The first answer of `what` that is not None."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        answer = what()
        if answer is not None:
            return answer
        time.sleep(0.5)
    pytest.fail(f"nothing came of {what.__name__} within {PATIENCE_SECONDS} seconds")


def test_the_ui_shows_the_schedule_and_runs_the_job(project: Path, server: str) -> None:
    def schedules() -> list[dict[str, Any]] | None:
        try:
            found: list[dict[str, Any]] | None = ask(server, SCHEDULES)["schedulesOrError"].get("results")
        except URLError:
            return None
        return found

    assert wait_for(schedules) == [
        {"name": "daily", "executionTimezone": "Europe/London", "scheduleState": {"status": "RUNNING"}}
    ]
    launched = ask(server, LAUNCH)["launchRun"]
    assert launched["__typename"] == "LaunchRunSuccess", launched
    run = launched["run"]["runId"]

    def ended() -> str | None:
        status = ask(server, f'{{ runOrError(runId: "{run}") {{ ... on Run {{ status }} }} }}')["runOrError"][
            "status"
        ]
        return status if status in ("SUCCESS", "FAILURE", "CANCELED") else None

    assert wait_for(ended) == "SUCCESS"
    assert (project / "warehouse" / "nhscuts.duckdb").is_file()
