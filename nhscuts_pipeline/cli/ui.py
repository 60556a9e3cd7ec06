"""`nhscuts ui`: the Dagster UI and its daemon, on this machine only."""

import os
import sys

from nhscuts_pipeline.graph.home import open_home
from nhscuts_pipeline.settings import Settings


def start_ui(settings: Settings, port: int) -> None:
    """Become `dagster dev`; does not return.

    Ctrl-C then reaches Dagster itself, which stops its processes in order.
    """
    # Made before the webserver and the daemon both try to.
    with open_home(settings.dagster_home):
        pass
    workspace = settings.root / "workspace.yaml"
    command = [
        sys.executable,
        "-m",
        "dagster",
        "dev",
        "-w",
        str(workspace),
        "-h",
        "127.0.0.1",
        "-p",
        str(port),
    ]
    sys.stdout.flush()
    os.execve(sys.executable, command, settings.environment())  # noqa: S606 - our own interpreter, no shell
