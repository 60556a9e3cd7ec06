"""The README's queries give the answers that stand under them."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
EXAMPLE = re.compile(r"```sql\n(?P<sql>.*?)```\n\n```csv\n(?P<csv>.*?)```", re.DOTALL)
EXAMPLES = list(EXAMPLE.finditer((CHECKOUT / "README.md").read_text(encoding="utf-8")))


def test_the_readme_shows_queries() -> None:
    assert len(EXAMPLES) == 2


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["sql"].split("FROM ")[1].split()[0])
def test_a_query_gives_what_stands_under_it(example: re.Match[str], published: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "nhscuts_pipeline.cli", "sql", example["sql"], "--format", "csv"],
        cwd=published.parents[1],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.replace("\r\n", "\n").strip() == example["csv"].strip()
