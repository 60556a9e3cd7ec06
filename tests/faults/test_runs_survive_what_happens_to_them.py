"""Two runs at once, runs that are cancelled or killed, a daemon and code that go away under them: nothing is
lost, and the next run goes through. The processes are those of `deploy/`.

`gated_definitions` holds a run half way, so that every test knows where it is.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest
from processes import environment
from server import CHECKOUT, SERVICES, Server
from waiting import wait_for
from webserver import Webserver

JOB = "build_warehouse"
SETTINGS = CHECKOUT / "nhscuts_pipeline" / "graph" / "dagster.yaml"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Running services, after the first run, which the sensor on the sources starts by itself."""
    settings = SETTINGS.read_text(encoding="utf-8").replace("interval_seconds: 60", "interval_seconds: 5")
    root = tmp_path_factory.mktemp("faults") / "project"
    server = Server(root, settings, module="gated_definitions")
    try:
        server.start(*SERVICES)
        server.webserver.wait_until_loaded()
        first = wait_for(lambda: next(iter(server.webserver.runs()), None), "the first run")
        assert server.webserver.wait_for_end(first["runId"]) == "SUCCESS"
        yield server
    finally:
        server.stop()


@pytest.fixture
def webserver(server: Server) -> Iterator[Webserver]:
    """The webserver, with the gate open afterwards."""
    yield server.webserver
    open_gate(server)


def start_and_hold(server: Server) -> str:
    """A run that has read the documents and waits in the midst of a step."""
    (server.root / "gate").touch()
    run_id = server.webserver.launch(JOB)
    wait_for(lambda: (server.root / "gate.arrived").exists() or None, "a run at the gate")
    return run_id


def open_gate(server: Server) -> None:
    """Let a run go on."""
    (server.root / "gate").unlink(missing_ok=True)


def builds(server: Server) -> list[Any]:
    with duckdb.connect(str(server.published), read_only=True) as connection:
        return connection.execute("SELECT built_at, documents, claims FROM meta.builds ORDER BY 1").fetchall()


def test_the_second_of_two_runs_waits_for_the_first(server: Server, webserver: Webserver) -> None:
    before = builds(server)
    first = start_and_hold(server)
    second = webserver.launch(JOB)
    webserver.wait_for_message(second, "waiting until it ends")
    open_gate(server)
    assert [webserver.wait_for_end(run_id) for run_id in (first, second)] == ["SUCCESS", "SUCCESS"]
    ended = max(int(e["timestamp"]) for e in webserver.events(first) if e["eventType"] == "STEP_SUCCESS")
    began = min(int(e["timestamp"]) for e in webserver.events(second) if e["eventType"] == "STEP_START")
    assert ended <= began, "no step of one stands between two of the other"
    after = builds(server)
    assert after[: len(before)] == before
    assert len(after) == len(before) + 2
    assert {row[1:] for row in after[len(before) :]} == {before[-1][1:]}


def test_a_run_cancelled_half_way_leaves_the_published_file_and_the_next_goes_through(
    server: Server, webserver: Webserver
) -> None:
    before = server.published.read_bytes()
    run_id = start_and_hold(server)
    webserver.terminate(run_id)
    assert webserver.wait_for_end(run_id) == "CANCELED"
    assert server.published.read_bytes() == before
    open_gate(server)
    assert webserver.wait_for_end(webserver.launch(JOB)) == "SUCCESS"


def test_a_run_that_waits_for_another_can_be_cancelled(server: Server, webserver: Webserver) -> None:
    first = start_and_hold(server)
    second = webserver.launch(JOB)
    webserver.wait_for_message(second, "waiting until it ends")
    webserver.terminate(second)
    assert webserver.wait_for_end(second) == "CANCELED"
    open_gate(server)
    assert webserver.wait_for_end(first) == "SUCCESS"


def test_a_run_goes_on_without_the_daemon_and_the_daemon_comes_back(
    server: Server, webserver: Webserver
) -> None:
    run_id = start_and_hold(server)
    server.kill("daemon")
    open_gate(server)
    assert webserver.wait_for_end(run_id) == "SUCCESS"
    server.start("daemon")

    # It sees what happened meanwhile: nobody else looks at the sources.
    document = server.root / "sources" / "documents" / "late.md"
    document.write_text(
        "---\ntitle: Late\npublisher: The Echo\npublished: 2006-11-02\n---\n"
        "Leeds Teaching Hospitals NHS Trust will cut 200 posts.\n",
        encoding="utf-8",
    )
    because = {"key": "nhscuts/because_changed", "value": "sources/documents"}

    def asked() -> list[str]:
        return [run["runId"] for run in webserver.runs() if because in run["tags"]]

    (by_sensor,) = wait_for(lambda: asked() or None, "a run for the new document")
    assert webserver.wait_for_end(by_sensor) == "SUCCESS"
    assert webserver.wait_for_message(by_sensor, "1 documents read for figures: late")
    with duckdb.connect(str(server.published), read_only=True) as connection:
        assert connection.execute(
            "SELECT value, subject FROM core.claims WHERE document_id = 'late'"
        ).fetchall() == [(200.0, "Leeds Teaching Hospitals NHS Trust")]
    assert asked() == [by_sensor], "one change, one run"


def test_a_run_goes_on_while_its_code_is_loaded_anew(server: Server, webserver: Webserver) -> None:
    run_id = start_and_hold(server)
    webserver.reload()
    open_gate(server)
    assert webserver.wait_for_end(run_id) == "SUCCESS"


def test_a_killed_run_is_told_of_and_the_next_goes_through(server: Server, webserver: Webserver) -> None:
    before = server.published.read_bytes()
    run_id = start_and_hold(server)
    said = webserver.wait_for_message(run_id, "Executing steps in process (pid: ")
    os.kill(int(re.findall(r"pid: (\d+)", said)[0]), signal.SIGKILL)
    open_gate(server)
    assert webserver.wait_for_end(webserver.launch(JOB)) == "SUCCESS"
    assert webserver.wait_for_end(run_id) == "FAILURE"
    assert server.published.read_bytes() != before

    log = server.home / "failures.log"

    def line() -> str | None:
        lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
        return next((line for line in lines if run_id in line), None)

    assert f"run {run_id} of {JOB} failed: " in wait_for(line, "the line on the failed run")


def test_nhscuts_run_goes_through_after_one_that_was_killed(tmp_path: Path) -> None:
    root = tmp_path / "project"
    for folder in ("sources/documents", "sources/reference", "dbt_like_sql"):
        shutil.copytree(CHECKOUT / folder, root / folder)
    (root / "gate").touch()
    around = {**environment(root), "PYTHONPATH": str(CHECKOUT / "tests" / "support")}
    gated = "import gated_definitions; from nhscuts_pipeline.cli.main import main; main()"
    held = subprocess.Popen([sys.executable, "-c", gated, "run"], cwd=root, env=around)
    wait_for(lambda: (root / "gate.arrived").exists() or None, "the run at the gate")
    plain = [sys.executable, "-m", "nhscuts_pipeline.cli", "run"]

    # Another one waits, and Ctrl-C ends its wait.
    waiting = subprocess.Popen(
        plain,
        cwd=root,
        env=around,
        stderr=subprocess.PIPE,
        text=True,
        # A shell that runs the tests in the background has them ignore the signal.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    assert waiting.stderr is not None
    assert "waiting until it ends" in waiting.stderr.readline()
    waiting.send_signal(signal.SIGINT)
    assert "stopped by Ctrl-C" in waiting.communicate()[1]

    held.kill()
    held.wait()
    assert not (root / "warehouse" / "nhscuts.duckdb").exists()
    done = subprocess.run(plain, cwd=root, env=around, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (root / "warehouse" / "nhscuts.duckdb").is_file()
