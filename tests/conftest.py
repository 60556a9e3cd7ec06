"""A running `nhscuts ui`, shared by the tests that ask it and those that look at its pages."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator

import pytest
from processes import environment
from server import CHECKOUT, free_port
from waiting import PATIENCE_SECONDS, wait_for
from webserver import RunningUi, Webserver


@pytest.fixture(scope="session")
def ui(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningUi]:
    """`nhscuts ui` after its first run; stopped with Ctrl-C's signal, and it must stop by itself."""
    project = tmp_path_factory.mktemp("ui") / "project"
    for folder in ("sources/reference", "sources/documents", "dbt_like_sql"):
        shutil.copytree(CHECKOUT / folder, project / folder)
    shutil.copy(CHECKOUT / "workspace.yaml", project)
    port = free_port()
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
        webserver = Webserver(f"http://127.0.0.1:{port}")
        webserver.wait_until_loaded()
        first = wait_for(lambda: next(iter(webserver.runs()), None), "the first run")["runId"]
        assert webserver.wait_for_end(first) == "SUCCESS"
        yield RunningUi(project, webserver, first)
        process.send_signal(signal.SIGINT)
        process.wait(PATIENCE_SECONDS)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        log.close()
