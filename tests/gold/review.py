"""Measures how well `needs_review` finds the figures that are wrong, and how far each sign can be trusted.

`python tests/gold/review.py FOLDER...` prints what share of the wrong figures in folders of gold carries it,
and of the right ones; without folders, of the sets of `scoring`. Wrong is a figure that gold does not have,
or whose unit, measure, subject, claimant or modality gold has otherwise.

With `--measure FOLDER...` it weighs the signs of `extraction/review.py` anew on those documents and writes
`review.json`: a logistic regression for each field, and the limit that flags a fifth of the right figures of
documents left out. Needs numpy.
"""

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from score import close, locate, same
from scoring import ROOT, SETS

from nhscuts_pipeline.documents.reading import read_source
from nhscuts_pipeline.extraction import review
from nhscuts_pipeline.extraction.engine import Extractor
from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.names import Names
from nhscuts_pipeline.extraction.review import ALWAYS, FIELDS, Signs, Weights, any_wrong

FOLDS = 8
SEEN_AT_LEAST = 6
PENALTY = 6.0
# What share of the right figures may be flagged, a little under what is allowed, since new texts vary.
RIGHT_FLAGGED = 0.19


@dataclass(frozen=True)
class Example:
    """A figure with its signs, the fields gold has otherwise, and what `needs_review` says of it today."""

    document: str
    signs: dict[str, list[str]]
    wrong: frozenset[str]
    flagged: bool


def read_examples(folder: Path) -> list[Example]:
    """The figures of a folder of gold."""
    extractor = Extractor(Names.read(ROOT / "sources" / "reference"))
    found = []
    for path in sorted(folder.glob("*.md")):
        source = read_source(path)
        mentions, drafts = extractor.drafts(
            source.text,
            source.published_from,
            source.published_to,
            title=source.stated("title"),
            publisher=source.stated("publisher"),
        )
        wrong = wrong_fields(source.text, path.with_name(f"{path.stem}.gold.jsonl"), drafts)
        signs, doubts = Signs(mentions, drafts), review.review(mentions, drafts)
        for draft, fields, doubt in zip(drafts, wrong, doubts, strict=True):
            found.append(Example(path.stem, signs.of(draft), fields, doubt is not None))
    return found


def wrong_fields(text: str, gold: Path, drafts: Sequence[Draft]) -> list[frozenset[str]]:
    """For each draft the fields that are wrong, matched as the scorer does; "figure" where gold has none."""
    taken: dict[int, dict[str, object]] = {}
    for line in gold.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        start, end = locate(text, row)
        for at, draft in enumerate(drafts):
            if (
                at not in taken
                and draft.start < end
                and start < draft.end
                and close(row["value"], draft.value)
                and close(row.get("value_to"), draft.value_to)
            ):
                taken[at] = row
                break
    return [_wrong(taken.get(at), draft) for at, draft in enumerate(drafts)]


def _wrong(gold: dict[str, object] | None, draft: Draft) -> frozenset[str]:
    if gold is None:
        return frozenset({"figure"})
    fields = {name: getattr(draft, name) for name in ("unit", *FIELDS[1:])}
    wrong = {name for name in fields if not same(name, gold, fields)}
    return frozenset({"measure" if name == "unit" else name for name in wrong})


def weigh(examples: Sequence[Example], field: str) -> dict[str, float]:
    """The log-odds that each sign adds to an error of the field.

    A figure that gold does not have tells of no field but "figure".
    """
    told = [example for example in examples if field == "figure" or "figure" not in example.wrong]
    seen = Counter(sign for example in told for sign in set(example.signs[field]))
    names = [ALWAYS, *sorted(name for name, n in seen.items() if n >= SEEN_AT_LEAST and name != ALWAYS)]
    table = _table(told, field, names)
    wrong = np.array([field in example.wrong for example in told], dtype=float)
    penalty = np.full(len(names), PENALTY)
    penalty[0] = 0.01
    weights = np.zeros(len(names))
    for _ in range(25):
        likely = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (likely - wrong) + penalty * weights
        bend = (table.T * (likely * (1 - likely))) @ table + np.diag(penalty)
        weights = weights - np.linalg.solve(bend, slope)
    return dict(zip(names, (round(float(weight), 3) for weight in weights), strict=True))


def _table(examples: Sequence[Example], field: str, names: Sequence[str]) -> np.ndarray:
    index = {name: at for at, name in enumerate(names)}
    table = np.zeros((len(examples), len(names)))
    for row, example in enumerate(examples):
        table[row, [index[sign] for sign in set(example.signs[field]) if sign in index]] = 1
    return table


def risks_left_out(examples: Sequence[Example]) -> np.ndarray:
    """The risk of each figure by weights that its document had no part in."""
    documents = sorted({example.document for example in examples})
    fold = {document: at % FOLDS for at, document in enumerate(documents)}
    risks = np.zeros(len(examples))
    for out in range(FOLDS):
        rest = [example for example in examples if fold[example.document] != out]
        weights = Weights(0, {field: weigh(rest, field) for field in FIELDS})
        for at, example in enumerate(examples):
            if fold[example.document] == out:
                risks[at] = any_wrong(weights.risks(example.signs))
    return risks


def measure(examples: Sequence[Example]) -> None:
    """Write `review.json` and print what its weights reach on documents left out."""
    risks = risks_left_out(examples)
    wrong = np.array([bool(example.wrong) for example in examples])
    limit = round(float(np.quantile(risks[~wrong], 1 - RIGHT_FLAGGED)), 3)
    fields = {
        field: {sign: weight for sign, weight in weigh(examples, field).items() if abs(weight) >= 0.02}
        for field in FIELDS
    }
    said = json.dumps({"limit": limit, "fields": fields}, indent=1, sort_keys=True, ensure_ascii=False)
    review.PATH.write_text(said + "\n", encoding="utf-8")
    caught, alarmed = (risks[wrong] > limit).mean(), (risks[~wrong] > limit).mean()
    print(f"left out: {caught:.2f} of {wrong.sum()} wrong, {alarmed:.2f} of {(~wrong).sum()} right flagged")  # noqa: T201


def report(name: str, examples: Sequence[Example]) -> None:
    """Print what share of wrong and right figures `needs_review` flags."""
    wrong = [example.flagged for example in examples if example.wrong]
    right = [example.flagged for example in examples if not example.wrong]
    print(  # noqa: T201 - a command's output
        f"{name}: {sum(wrong) / max(1, len(wrong)):.2f} of {len(wrong)} wrong, "
        f"{sum(right) / max(1, len(right)):.2f} of {len(right)} right flagged"
    )


def main() -> None:
    """Measure, and weigh anew if asked."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--measure", action="store_true", help="weigh the signs anew and write review.json")
    arguments = parser.parse_args()
    folders = arguments.folders or [folder for folder in SETS.values() if folder.is_dir()]
    if arguments.measure:
        measure([example for folder in folders for example in read_examples(folder)])
        return
    for folder in folders:
        report(folder.name, read_examples(folder))


if __name__ == "__main__":
    main()
