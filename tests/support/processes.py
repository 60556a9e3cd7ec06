"""What tests need to start a process of ours."""

import os
from pathlib import Path


def environment(root: Path) -> dict[str, str]:
    """This environment for the project at `root`. A Dagster home of the machine's must not be written to."""
    kept = {key: value for key, value in os.environ.items() if key != "DAGSTER_HOME"}
    return {**kept, "NHSCUTS_ROOT": str(root)}
