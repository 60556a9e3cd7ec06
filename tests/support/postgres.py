"""A PostgreSQL server of the test's own, on loopback, gone afterwards."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from server import free_port

_USER = "nhscuts"


def missing() -> str | None:
    """Why no server can be started here; None where one can."""
    if _programs() is None:
        return "PostgreSQL is not installed: on Debian, apt-get install postgresql"
    if os.geteuid() == 0 and shutil.which("runuser") is None:
        return "PostgreSQL does not run as root, and there is no runuser to become somebody else"
    return None


@contextmanager
def postgres() -> Iterator[dict[str, str]]:
    """The variables of `deploy/nhscuts.env.example` for a fresh server."""
    programs = _programs()
    assert programs is not None, missing()
    # It refuses to run as root, and then cannot enter the folders that pytest makes for root.
    other = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    folder = Path(tempfile.mkdtemp(prefix="nhscuts-pg-"))
    port = str(free_port())
    data = str(folder / "data")
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off"
    try:
        if other:
            shutil.chown(folder, "postgres")
        _do([*other, f"{programs}/initdb", "-D", data, "-U", _USER, "--auth=trust", "-E", "UTF8"])
        log = str(folder / "log")
        _do([*other, f"{programs}/pg_ctl", "-D", data, "-w", "-l", log, "-o", options, "start"])
        _do([f"{programs}/createdb", "-h", "127.0.0.1", "-p", port, "-U", _USER, _USER])
        yield {
            "NHSCUTS_PG_HOST": "127.0.0.1",
            "NHSCUTS_PG_PORT": port,
            "NHSCUTS_PG_DATABASE": _USER,
            "NHSCUTS_PG_USER": _USER,
            "NHSCUTS_PG_PASSWORD": "unused",
        }
    finally:
        if (folder / "data" / "postmaster.pid").exists():
            _do([*other, f"{programs}/pg_ctl", "-D", data, "-m", "immediate", "stop"])
        shutil.rmtree(folder)


def _programs() -> Path | None:
    """Where the programs of the server are: Debian keeps them off the path."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    return max((path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")), default=None)


def _do(command: list[str]) -> None:
    # `pg_ctl start` leaves a child that would keep a pipe open for ever.
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    assert done.returncode == 0, f"{command} failed with {done.returncode}"
