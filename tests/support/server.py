"""Code server, webserver and daemon as processes of their own, started as the files of `deploy/` say."""

import os
import shlex
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from processes import environment
from waiting import PATIENCE_SECONDS
from webserver import Webserver

CHECKOUT = Path(__file__).parents[2]
DEPLOY = CHECKOUT / "deploy"
SERVICES = ("code", "webserver", "daemon")
_MODULE = "nhscuts_pipeline.definitions"
_INSTALLED = "/srv/nhscuts/checkout"


class Server:
    """A project at `root`, with its own Dagster home and ports. `stop` ends whatever is running."""

    def __init__(
        self,
        root: Path,
        settings: str,
        *,
        module: str = _MODULE,
        variables: Mapping[str, str] | None = None,
    ) -> None:
        """Lay out the project; `settings` is the text of its `dagster.yaml`, `module` what it loads."""
        self.root = root
        self._module = module
        self.home = root / "dagster"
        self._ports = {"4266": str(free_port()), "3000": str(free_port())}
        self.webserver = Webserver(f"http://127.0.0.1:{self._ports['3000']}")
        for folder in ("sources/documents", "sources/reference", "dbt_like_sql"):
            shutil.copytree(CHECKOUT / folder, root / folder)
        (root / "deploy").mkdir()
        self.home.mkdir()
        (self.home / "dagster.yaml").write_text(settings, encoding="utf-8")
        workspace = (DEPLOY / "workspace.yaml").read_text(encoding="utf-8")
        (root / "deploy" / "workspace.yaml").write_text(self._here(workspace), encoding="utf-8")
        self._environment = {
            **environment(root),
            "DAGSTER_HOME": str(self.home),
            "PYTHONPATH": str(Path(__file__).parent),
            **(variables or {}),
        }
        self._running: dict[str, subprocess.Popen[bytes]] = {}

    @property
    def published(self) -> Path:
        """The published file."""
        return self.root / "warehouse" / "nhscuts.duckdb"

    def start(self, *services: str) -> None:
        """Start services, each after what it wants to run before it."""
        for service in services:
            for key in ("ExecStartPre", "ExecStart"):
                for command in self._commands(service, key):
                    with (self.root / f"{service}.log").open("ab") as log:
                        process = subprocess.Popen(
                            command,
                            cwd=self.root,
                            env=self._environment,
                            stdout=log,
                            stderr=subprocess.STDOUT,
                            start_new_session=True,
                        )
                    if key == "ExecStart":
                        self._running[service] = process
                    else:
                        assert process.wait(PATIENCE_SECONDS) == 0, self.log(service)

    def kill(self, service: str) -> None:
        """End a service at once, as a crash would."""
        process = self._running.pop(service)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def stop(self) -> None:
        """End every service the way systemd does, those that depend on others first."""
        for service in reversed(list(self._running)):
            process = self._running[service]
            os.killpg(process.pid, signal.SIGTERM)
            try:
                process.wait(PATIENCE_SECONDS)
            except subprocess.TimeoutExpired:
                self.kill(service)
        self._running.clear()

    def log(self, service: str) -> str:
        """What a service has written."""
        return (self.root / f"{service}.log").read_text(encoding="utf-8", errors="replace")

    def _commands(self, service: str, key: str) -> list[list[str]]:
        unit = (DEPLOY / f"nhscuts-{service}.service").read_text(encoding="utf-8")
        lines = [line.removeprefix(f"{key}=") for line in unit.splitlines() if line.startswith(f"{key}=")]
        return [shlex.split(self._here(line)) for line in lines]

    def _here(self, text: str) -> str:
        """Text of a file of `deploy/`, with the paths and ports of this project."""
        text = text.replace(f"{_INSTALLED}/.venv/bin", str(Path(sys.executable).parent))
        text = text.replace(_INSTALLED, str(self.root)).replace(_MODULE, self._module)
        for port, ours in self._ports.items():
            text = text.replace(port, ours)
        return text


def free_port() -> int:
    """A port of this machine that nothing listens on."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
