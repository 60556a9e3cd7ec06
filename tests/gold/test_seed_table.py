"""The table of seed figures is what the gold says."""

import pytest
from scoring import SEEDS
from seed_table import read_table, rows_of_gold


@pytest.mark.skipif(
    not SEEDS.is_dir(), reason="the seed articles are not beside this checkout: not ours to publish"
)
def test_the_table_is_the_gold_of_the_seed_articles() -> None:
    assert read_table() == rows_of_gold(SEEDS), "write it anew: python tests/gold/seed_table.py"
