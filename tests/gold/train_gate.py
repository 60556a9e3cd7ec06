"""Trains the model that tells figures from other numbers, on the documents annotated here.

`python tests/gold/train_gate.py` reads the annotated documents of this folder (or of the folders named),
prints precision and recall on documents left out (five folds), and writes `extraction/gate.json` from all of
them. Train anew after annotating documents and after changes to quantity, unit or layout.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

import numpy as np
from score import text_of
from scoring import read_gold

from nhscuts_pipeline.documents.reading import read_source
from nhscuts_pipeline.extraction import gate, measure
from nhscuts_pipeline.extraction.engine import find_drafts
from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.layout import Layout, read_layout
from nhscuts_pipeline.extraction.period import Published
from nhscuts_pipeline.extraction.quantity import fold
from nhscuts_pipeline.extraction.unit import Reading

MODEL = Path(gate.__file__).with_name("gate.json")
SENTENCES = Path(__file__).with_name("sentences.txt")
PASSAGES = SENTENCES.with_name("passages")
COMMITTED = ("dev", "more", "outside")
FOLDS = 5
SEEN_AT_LEAST = 3
PENALTY = 2.0


@dataclass
class Example:
    """A number, its features and whether gold has it."""

    document: str
    start: int
    features: set[str]
    figure: bool


def examples_of(path: Path) -> list[Example]:
    """The candidates of an annotated document."""
    text, source = text_of(path), read_source(path)
    gold = read_gold(path, text)

    def is_gold(draft: Draft) -> bool:
        return any(row.is_of(draft) for row in gold)

    return _candidates(path.name, text, Published(source.published_from, source.published_to), is_gold)


def marked_texts() -> list[str]:
    """The texts in which figures are only marked: a line each of `sentences.txt`, and whole passages."""
    lines = SENTENCES.read_text(encoding="utf-8").splitlines()
    passages = [path.read_text(encoding="utf-8") for path in sorted(PASSAGES.glob("*.txt"))]
    return [line for line in lines if not line.startswith("#")] + passages


def examples_of_marked(text: str) -> list[Example]:
    """The candidates of a text whose figures stand in [[ ]]."""
    pieces = re.split(r"\[\[|\]\]", text)
    ends = list(accumulate(map(len, pieces)))
    marked = [(ends[at - 1], ends[at]) for at in range(1, len(pieces), 2)]

    def is_marked(draft: Draft) -> bool:
        return any(draft.start < end and start < draft.end for start, end in marked)

    return _candidates(text[:40], "".join(pieces), Published(None, None), is_marked)


def _candidates(
    document: str, text: str, published: Published, is_right: Callable[[Draft], bool]
) -> list[Example]:
    """What the gate is asked about in a text; it lets the right ones through and no others."""
    found: list[Example] = []

    def judge(folded: str, layout: Layout, draft: Draft, reading: Reading, before: list[Draft]) -> bool:
        right = is_right(draft)
        features = gate.evidence(folded, layout, draft, reading, before)
        found.append(Example(document, draft.start, features, right))
        return right

    kept, measure.is_figure = measure.is_figure, judge
    try:
        find_drafts(read_layout(text), fold(text), published)
    finally:
        measure.is_figure = kept
    return found


def train(examples: Sequence[Example], rounds: int = 250) -> dict[str, float]:
    """Logistic regression with a quadratic penalty, by accelerated gradient descent."""
    seen = Counter(name for example in examples for name in example.features)
    names = sorted(name for name, count in seen.items() if count >= SEEN_AT_LEAST)
    index = {name: at for at, name in enumerate(names)}
    table = np.zeros((len(examples), len(names)), dtype=np.float32)
    for row, example in enumerate(examples):
        table[row, [index[name] for name in example.features if name in index]] = 1
    wanted = np.array([example.figure for example in examples], dtype=np.float32)
    step = 1 / (0.25 * _curvature(table) + PENALTY)
    weights = ahead = np.zeros(len(names), dtype=np.float32)
    for turn in range(rounds):
        likely = 1 / (1 + np.exp(-(table @ ahead)))
        following = ahead - step * (table.T @ (likely - wanted) + PENALTY * ahead)
        ahead = following + turn / (turn + 3) * (following - weights)
        weights = following
    return dict(zip(names, weights.tolist(), strict=True))


def _curvature(table: np.ndarray) -> float:
    """The largest eigenvalue of the table's square, a little over, by power iteration."""
    vector = np.ones(table.shape[1], dtype=np.float32)
    for _ in range(12):
        vector = table.T @ (table @ (vector / np.linalg.norm(vector)))
    return 1.05 * float(np.linalg.norm(vector))


def cross_validate(
    paths: Sequence[Path], documents: Sequence[list[Example]], marked: list[Example], show: bool
) -> None:
    """Print precision and recall where each document was left out of the training."""
    right = wrong = missed = 0
    for fold_at in range(FOLDS):
        rest = [e for at, es in enumerate(documents) if at % FOLDS != fold_at for e in es]
        weights = train(rest + marked)
        for path, document in list(zip(paths, documents, strict=True))[fold_at::FOLDS]:
            for example in document:
                score = sum(weights.get(name, 0.0) for name in example.features)
                right += score > 0 and example.figure
                wrong += score > 0 and not example.figure
                missed += score <= 0 and example.figure
                if show and (score > 0) != example.figure:
                    _show(path, example, score)
    precision, recall = right / (right + wrong), right / (right + missed)
    print(f"left out: precision {precision:.4f} recall {recall:.4f} of {right + missed}")  # noqa: T201


def _show(path: Path, example: Example, score: float) -> None:
    text, at = text_of(path).replace("\n", " "), example.start
    around = f"{text[max(0, at - 110) : at]}>>{text[at : at + 70]}"
    print(f"{'EXTRA' if score > 0 else 'MISS '} {score:5.2f} {path.name}: {around}")  # noqa: T201


def main() -> None:
    """Cross-validate over documents, then train on all and write the model."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "folders", nargs="*", type=Path, default=[SENTENCES.with_name(name) for name in COMMITTED]
    )
    parser.add_argument("--show", action="store_true", help="print what is wrong on documents left out")
    arguments = parser.parse_args()
    paths = sorted(path for folder in arguments.folders for path in folder.glob("*.md"))
    documents = [examples_of(path) for path in paths]
    marked = [example for text in marked_texts() for example in examples_of_marked(text)]
    cross_validate(paths, documents, marked, arguments.show)
    weights = train([example for document in documents for example in document] + marked)
    kept = {name: [round(weight, 4)] for name, weight in sorted(weights.items()) if abs(weight) >= 0.005}
    MODEL.write_text(
        json.dumps({"classes": ["figure"], "weights": kept}, indent=0, ensure_ascii=False) + "\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
