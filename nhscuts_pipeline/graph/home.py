"""The Dagster home: where runs, events and settings of Dagster itself are kept.

Belongs here: making it once. What is set in it stands in `dagster.yaml` beside this file.
"""

from pathlib import Path

import dagster as dg

_SETTINGS = Path(__file__).with_name("dagster.yaml")


def open_home(home: Path) -> dg.DagsterInstance:
    """Open the Dagster home, making it where there is none; its `dagster.yaml`, once there, is left alone.

    Two processes that open a fresh home at once can collide over its tables: open it before starting others
    on it.
    """
    home.mkdir(parents=True, exist_ok=True)
    settings = home / "dagster.yaml"
    if not settings.exists():
        settings.write_bytes(_SETTINGS.read_bytes())
    return dg.DagsterInstance.from_config(str(home))
