"""The warehouse that the committed sources give, built once for the tests that ask it questions."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from processes import environment

CHECKOUT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Path of the file published from the committed documents and tables; an inbox stays out of it."""
    root = tmp_path_factory.mktemp("committed")
    for folder in ("sources/documents", "sources/reference", "dbt_like_sql"):
        shutil.copytree(CHECKOUT / folder, root / folder)
    done = subprocess.run(
        [sys.executable, "-m", "nhscuts_pipeline.cli", "run", "--strict"],
        cwd=root,
        env=environment(root),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return root / "warehouse" / "nhscuts.duckdb"
