"""`nhscuts ui`: the Dagster UI and its daemon, on this machine only."""

import os
import socket
import sys

from nhscuts_pipeline.graph.home import open_home
from nhscuts_pipeline.settings import Settings

_HOST = "127.0.0.1"


class PortTakenError(Exception):
    """Something else listens on the port."""


def start_ui(settings: Settings, port: int) -> None:
    """Become `dagster dev`; does not return.

    Ctrl-C then reaches Dagster itself, which stops its processes in order.
    """
    _require_free(port)
    # Made before the webserver and the daemon both try to.
    with open_home(settings.dagster_home):
        pass
    command = [
        sys.executable,
        # Dagster recommends another command of its own here, which needs packages that we do without.
        *("-W", "ignore:Function `dev_command` is superseded"),
        *("-m", "dagster", "dev"),
        *("--workspace", str(settings.root / "workspace.yaml")),
        *("--host", _HOST, "--port", str(port)),
    ]
    sys.stdout.write(f"The Dagster UI comes up at http://{_HOST}:{port}; Ctrl-C stops it.\n")
    sys.stdout.flush()
    os.execve(sys.executable, command, settings.environment())  # noqa: S606 - our own interpreter, no shell


def _require_free(port: int) -> None:
    """Dagster would go on with a second daemon and no webserver."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((_HOST, port))
        except OSError as error:
            raise PortTakenError(
                f"port {port} is in use ({error.strerror}): stop what listens there, or choose another "
                "with --port"
            ) from error
