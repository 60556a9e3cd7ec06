"""The figures of the seed articles as facts, without a word of the articles: `seed_figures.csv`.

`python tests/gold/seed_table.py` writes it from the gold beside the checkout. Each row is one distinct figure
of one article; where the gold accepts several answers, they stand between `|`, and `-` is "none".
"""

import csv
import json
from pathlib import Path
from typing import Any

from scoring import SEEDS

TABLE = Path(__file__).with_name("seed_figures.csv")
DIGESTS = {
    "20000-posts-fewer-than-800-redundancies": "hsj-2006-10-19-nhs-employers-fewer-job-cuts",
    "nhs-employers-dispute-job-loss-claims": "guardian-2006-05-11-job-loss-claims-misleading",
    "north-east-nhs-jobs-to-go": "northern-echo-2010-08-18-north-east-500-jobs",
    "region-hit-by-mass-nhs-redundancies": "birmingham-post-2006-10-31-west-midlands-redundancies",
    "still-in-the-dark-over-jobs-future": "bbc-2025-05-east-midlands-icb-staff",
}
COLUMNS = (
    "document_id",
    "value",
    "value_to",
    "unit",
    "measure",
    "qualifier",
    "redundancy_kind",
    "staff_group",
    "subject",
    "claimant",
    "modality",
    "period_start",
    "period_end",
)


def rows_of_gold(seeds: Path) -> list[dict[str, str]]:
    """The distinct figures of the seed gold, in the order of the articles."""
    rows: dict[tuple[str, ...], dict[str, str]] = {}
    for name, digest in DIGESTS.items():
        for line in (seeds / f"{name}.gold.jsonl").read_text(encoding="utf-8").splitlines():
            gold = json.loads(line)
            row = {"document_id": digest} | {column: _accepted(gold[column]) for column in COLUMNS[1:]}
            rows.setdefault(tuple(row.values()), row)
    return list(rows.values())


def _accepted(value: Any) -> str:
    options = value if isinstance(value, list) else [value]
    return "|".join(dict.fromkeys(_shown(o) for o in options))


def _shown(value: Any) -> str:
    return (
        "-"
        if value is None
        else str(int(value))
        if isinstance(value, float) and value.is_integer()
        else str(value)
    )


def read_table() -> list[dict[str, str]]:
    """The committed table."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def main() -> None:
    """Write the table anew."""
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows_of_gold(SEEDS))


if __name__ == "__main__":
    main()
