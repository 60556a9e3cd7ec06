"""How fast figures are read, beside quantulum3 on the same texts in the same run. `make bench` calls this.

Each tool has a process and one core of its own. What is timed is reading texts once the tool is ready: ours
gives every field, quantulum3 numbers and units. Documents a second are of 2,500 characters. The cold start
is the whole command `nhscuts extract` on one short document, the fastest of several.
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from nhscuts_pipeline.documents.reading import Source, read_source

ROOT = Path(__file__).parents[1]
FOLDERS = (ROOT / "tests" / "gold" / "dev", ROOT / "tests" / "gold" / "more")
SHORT = ROOT / "sources" / "documents" / "northern-echo-2010-08-18-north-east-500-jobs.md"
DOCUMENT = 2_500
ROUNDS = 5
STARTS = 7
# Reads texts as a JSON list on stdin, prints the numbers found and the seconds taken.
QUANTULUM3 = """
import json, sys, time
from quantulum3 import parser
texts = json.load(sys.stdin)
parser.parse("Twelve posts.")
begun = time.perf_counter()
found = sum(len(parser.parse(text)) for text in texts)
print(json.dumps([found, time.perf_counter() - begun]))
"""


def best(act: Callable[[], object], times: int) -> float:
    """The shortest of several runs in seconds: what else the machine did can only lengthen one."""
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        act()
        taken.append(time.perf_counter() - begun)
    return min(taken)


def ours(sources: list[Source]) -> tuple[int, float]:
    """Figures found, and seconds for all documents with every field."""
    from nhscuts_pipeline.extraction.engine import Extractor  # its import is part of the cold start
    from nhscuts_pipeline.extraction.names import Names

    extractor = Extractor(Names.read(ROOT / "sources" / "reference"))

    def act() -> int:
        return sum(
            len(
                extractor.extract(
                    source.text,
                    source.published_from,
                    source.published_to,
                    title=source.stated("title"),
                    publisher=source.stated("publisher"),
                )
            )
            for source in sources
        )

    return act(), best(act, ROUNDS)


def theirs(python: Path, sources: list[Source]) -> tuple[int, float]:
    """Numbers found by quantulum3 and its seconds, with the interpreter that has it."""
    done = subprocess.run(
        [python, "-c", QUANTULUM3],
        input=json.dumps([source.text for source in sources]),
        capture_output=True,
        text=True,
        check=True,
    )
    found, seconds = json.loads(done.stdout)
    return found, seconds


def cold_start(*options: str) -> float:
    """Seconds of the command on one short document, all imports included."""
    command = [Path(sys.executable).with_name("nhscuts"), "extract", SHORT, *options]
    return best(lambda: subprocess.run(command, capture_output=True, check=True), STARTS)


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--quantulum3", type=Path, metavar="PYTHON", help="interpreter that has quantulum3")
    arguments = parser.parse_args()
    sources = [read_source(path) for folder in FOLDERS for path in sorted(folder.glob("*.md"))]
    documents = sum(len(source.text) for source in sources) / DOCUMENT
    print(f"{len(sources)} annotated documents, {documents * DOCUMENT:,.0f} characters, one core")
    print(f"{'':24}{'documents/s':>12}{'found':>8}  fields")
    rows = [("nhscuts", "all", ours(sources))]
    if arguments.quantulum3:
        rows.append(("quantulum3", "value, unit", theirs(arguments.quantulum3, sources)))
    for name, fields, (found, seconds) in rows:
        print(f"{name:24}{documents / seconds:12.1f}{found:8}  {fields}")
    print(f"{'cold nhscuts extract':24}{1000 * cold_start():12.0f} ms, as a table")
    print(f"{'':24}{1000 * cold_start('--format', 'jsonl'):12.0f} ms, as JSON lines")


if __name__ == "__main__":
    main()
