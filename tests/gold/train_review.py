"""Weighs the signs that a figure is wrong, and measures how well `needs_review` finds those that are.

`python tests/gold/train_review.py` reads every annotated document with models that it had no part in, weighs
everything in `extraction/review.py` on the figures found so, prints what share of the wrong and of the right
ones is flagged where documents are left out, and writes `review.json`. Wrong is a figure that gold does not
have, or whose unit, measure, subject, claimant or modality gold has otherwise. Run it last.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

import numpy as np
import train_cells
import train_gate
import train_heard
import train_sense
import train_whose
from judged import Judged, judge_documents
from marked import FOLDERS, Marked, documents, passages
from training import fit, folds

from nhscuts_pipeline.extraction import cells, claimant, gate, review, sense, whose
from nhscuts_pipeline.extraction.linear import Linear
from nhscuts_pipeline.extraction.review import FIELDS, Weights, any_wrong

SEEN_AT_LEAST = 8
STRENGTH = 0.05
# What share of the right figures of ordinary documents may be flagged, a little under what is allowed, since
# new texts vary. Those of `wider` were made hard on purpose.
RIGHT_FLAGGED = 0.19
ORDINARY = ("dev", "more", "seeds")
FOLDER_OF = {path.stem: folder.name for folder in FOLDERS for path in folder.glob("*.md")}
Models = tuple[Linear, sense.Model, sense.Model, Linear, whose.Model]


class _Teacher:
    """Trains the models of the extraction on some of the documents."""

    def __init__(self, texts: Sequence[Marked], paths: Sequence[Path]) -> None:
        self._gate = [train_gate.examples_of(text, of_passage=False) for text in texts]
        self._sense = [train_sense.examples_of(text) for text in texts]
        self._cells = [train_cells.examples_of(text) for text in texts]
        heard = train_heard.read_examples(paths)
        by_document: dict[str, list[train_heard.Example]] = {}
        for example in heard:
            by_document.setdefault(example.document, []).append(example)
        self._heard = [by_document.get(text.document, []) for text in texts]
        self._whose = train_whose.read_texts(paths)
        pieces = passages()
        self._gate_passages = [e for text in pieces for e in train_gate.examples_of(text, of_passage=True)]
        self._sense_passages = [e for text in pieces for e in train_sense.examples_of(text)]

    def models(self, places: Sequence[int]) -> Models:
        """Of figures, words, cells, claimants and subjects, trained on those documents and on all passages.

        The second reading of `again.py` is left as it is: its few weights know no words of a document. What
        is offered as claimants and subjects was read with the shipped models.
        """
        gated = [example for at in places for example in self._gate[at]]
        sensed = [example for at in places for example in self._sense[at]] + self._sense_passages
        return (
            train_gate.train(gated + self._gate_passages),
            sense.Model(train_sense.train_all(sensed)),
            sense.Model(train_cells.train([example for at in places for example in self._cells[at]])),
            train_heard.as_model(train_heard.train([e for at in places for e in self._heard[at]])),
            whose.Model(train_whose.train([self._whose[at] for at in places])),
        )


@contextmanager
def using(models: Models) -> Iterator[None]:
    """Read with these models for a while."""
    kept = gate._MODEL, sense._MODEL, cells._MODEL, claimant._MODEL, whose._MODEL
    gate._MODEL, sense._MODEL, cells._MODEL, claimant._MODEL, whose._MODEL = models
    try:
        yield
    finally:
        gate._MODEL, sense._MODEL, cells._MODEL, claimant._MODEL, whose._MODEL = kept


def judged_unseen() -> list[Judged]:
    """The figures of all annotated documents, each read with models that its document had no part in."""
    by_name = {path.stem: path for folder in FOLDERS for path in folder.glob("*.md")}
    texts = documents()
    teacher, found = _Teacher(texts, [by_name[text.document] for text in texts]), []
    for rest, out in folds([text.document for text in texts]):
        with using(teacher.models(rest)):
            found += judge_documents([by_name[texts[at].document] for at in out])
    return found


def weigh(judged: Sequence[Judged], field: str) -> Mapping[str, float]:
    """The log-odds of an error of the field by sign; a figure that gold lacks tells of no other field."""
    told = [each for each in judged if field == "figure" or "figure" not in each.wrong]
    wanted = ["wrong" if field in each.wrong else "right" for each in told]
    model = fit([each.signs[field] for each in told], wanted, strength=STRENGTH, seen_at_least=SEEN_AT_LEAST)
    weights = {name: round(row[0], 3) for name, row in sorted(model.weights.items())}
    # Every figure has this sign, and so it holds the odds where nothing else is known.
    weights[review.ALWAYS] = round(weights.get(review.ALWAYS, 0.0) + weights.pop("bias"), 3)
    return {name: weight for name, weight in weights.items() if abs(weight) >= 0.02 or name == review.ALWAYS}


def main() -> None:
    """Weigh the signs, print what they reach on documents left out, and write them."""
    judged = judged_unseen()
    risks = np.zeros(len(judged))
    for rest, out in folds([each.document for each in judged]):
        weights = Weights(0, {field: weigh([judged[at] for at in rest], field) for field in FIELDS})
        for at in out:
            risks[at] = any_wrong(weights.risks(judged[at].signs))
    wrong = np.array([bool(each.wrong) for each in judged])
    folders = [FOLDER_OF[each.document] for each in judged]
    ordinary = np.isin(folders, ORDINARY)
    limit = round(float(np.quantile(risks[~wrong & ordinary], 1 - RIGHT_FLAGGED)), 3)
    said = asdict(Weights(limit, {field: weigh(judged, field) for field in FIELDS}))
    review.PATH.write_text(
        json.dumps(said, indent=0, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    print_shares(folders, risks > limit, wrong)


def print_shares(folders: Sequence[str], flagged: np.ndarray, wrong: np.ndarray) -> None:
    """Print what share of the wrong and of the right figures of each folder is flagged."""
    for name in sorted({folder for folder, error in zip(folders, wrong, strict=True) if not error}):
        within = np.array([folder == name for folder in folders])
        caught, alarmed = flagged[wrong & within], flagged[~wrong & within]
        print(  # noqa: T201
            f"{name}, left out: {caught.mean():.3f} of {len(caught)} wrong, "
            f"{alarmed.mean():.3f} of {len(alarmed)} right flagged"
        )
    print(f"all: {flagged[wrong].mean():.3f} of the wrong, {flagged[~wrong].mean():.3f} of the right flagged")  # noqa: T201


if __name__ == "__main__":
    main()
