"""Scores the extraction with the scorer of the guide, and keeps what it reached.

`python tests/gold/scoring.py` prints the scores of every set; with `--record` it writes them to
`recorded.json`, below which the tests let none fall. Of these sets `held_out` alone took no part in building
the extraction: it tells how well a document is read that nobody has looked at.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from score import FIELDS, close, locate

from nhscuts_pipeline.documents.reading import read_source
from nhscuts_pipeline.extraction.engine import Extractor
from nhscuts_pipeline.extraction.figure import Draft, Figure
from nhscuts_pipeline.extraction.names import Names

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
# The seed articles are their publishers' and lie beside the checkout where there is a copy.
SEEDS = ROOT.parent / "shared" / "gold" / "seeds"
# Our own words for them, which are the sources of a run.
DIGESTS = ROOT / "sources" / "documents"
SETS = {name: HERE / name for name in ("dev", "more", "wider", "held_out")} | {"seeds": SEEDS}
RECORDED = HERE / "recorded.json"
SCORES = ("precision", "recall", *FIELDS, "whole")


@dataclass(frozen=True)
class GoldRow:
    """One annotated figure: where it stands in its document's text, and its fields."""

    start: int
    end: int
    fields: dict[str, Any]

    def is_of(self, draft: Draft) -> bool:
        """Whether the scorer would match the draft with this row: they overlap and have one value."""
        return (
            draft.start < self.end
            and self.start < draft.end
            and close(self.fields["value"], draft.value)
            and close(self.fields.get("value_to"), draft.value_to)
        )


def extract_folder(folder: Path) -> dict[str, list[Figure]]:
    """The figures of every document of a folder, by file name."""
    extractor = Extractor(Names.read(ROOT / "sources" / "reference"))
    found = {}
    for path in sorted(folder.glob("*.md")):
        source = read_source(path)
        found[path.name] = extractor.extract(
            source.text,
            source.published_from,
            source.published_to,
            title=source.stated("title"),
            publisher=source.stated("publisher"),
        )
    return found


def read_gold(document: Path, text: str) -> list[GoldRow]:
    """The annotation of a document: beside it, or in `digests` for one of the sources."""
    folder = HERE / "digests" if document.parent == DIGESTS else document.parent
    lines = (folder / f"{document.stem}.gold.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return [GoldRow(*locate(text, row), row) for row in rows]


def score(folder: Path) -> dict[str, float]:
    """The scores that `score.py` gives to the figures found in a folder of gold."""
    names = [name for name in Figure.__slots__ if name not in ("rules", "quote")]
    with tempfile.TemporaryDirectory() as scratch:
        predictions = Path(scratch) / "predictions.jsonl"
        predictions.write_text(
            "".join(
                json.dumps({"document": document} | {name: getattr(figure, name) for name in names}) + "\n"
                for document, figures in extract_folder(folder).items()
                for figure in figures
            ),
            encoding="utf-8",
        )
        done = subprocess.run(
            [sys.executable, str(HERE / "score.py"), str(folder), str(predictions), "--json"],
            capture_output=True,
            text=True,
            check=True,
        )
    scores = json.loads(done.stdout)
    return {name: scores[name] for name in SCORES}


def main() -> None:
    """Print the scores of the sets that are there, and record them if asked."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--record", action="store_true", help="keep them as what the tests demand")
    arguments = parser.parse_args()
    scores = {name: score(folder) for name, folder in SETS.items() if folder.is_dir()}
    print(f"{'':16}" + "".join(f"{name:>9}" for name in scores))  # noqa: T201 - a command's output
    for name in SCORES:
        row = "".join(f"{each[name]:9.3f}" for each in scores.values())
        print(f"{name:16}{row}")  # noqa: T201 - a command's output
    if arguments.record:
        RECORDED.write_text(json.dumps(scores, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
