"""Measures how well `needs_review` finds the figures that are wrong, and how far each sign can be trusted.

`python tests/gold/review.py FOLDER...` prints what share of the wrong figures in folders of gold carries it,
and of the right ones; without folders, of the sets of `scoring`. Wrong is a figure that gold does not have,
or whose unit, measure, subject, claimant or modality gold has otherwise.

With `--measure FOLDER...` it weighs everything in `extraction/review.py` anew on those documents and writes
`review.json`: the second readings, a logistic regression for each field, and the limit that flags a fifth of
the right figures of documents left out. Needs numpy.
"""

import argparse
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
from score import same
from scoring import ROOT, SETS, GoldRow, read_gold

from nhscuts_pipeline.documents.reading import read_source
from nhscuts_pipeline.extraction import review
from nhscuts_pipeline.extraction.engine import Extractor
from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.names import Names
from nhscuts_pipeline.extraction.review import (
    ALWAYS,
    FIELDS,
    READ_TWICE,
    Signs,
    Weights,
    any_wrong,
    read_again,
)

FOLDS = 8
SEEN_AT_LEAST = 6
PENALTY = 20.0
# The second readings know many more words than there are signs.
SEEN_AT_LEAST_BY_READINGS = 4
PENALTY_OF_READINGS = 2.0
# What share of the right figures may be flagged, a little under what is allowed, since new texts vary.
RIGHT_FLAGGED = 0.19

Readings = Mapping[str, Mapping[str, Mapping[str, float]]]


@dataclass(frozen=True)
class Example:
    """A figure with its signs, the fields gold has otherwise, and what `needs_review` says of it today.

    `gold` is its value by gold for the fields that are read twice, and empty where gold has no such figure.
    `doubts` are those of second readings that its document had no part in.
    """

    document: str
    draft: Draft
    signs: dict[str, list[str]]
    wrong: frozenset[str]
    gold: dict[str, str]
    flagged: bool
    doubts: Mapping[str, float]


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
        rows = gold_of(read_gold(path, source.text), drafts)
        signs, reasons = Signs(mentions, drafts), review.review(mentions, drafts)
        for draft, row, reason in zip(drafts, rows, reasons, strict=True):
            gold = {field: _first(row[field]) for field in READ_TWICE} if row else {}
            wrong = wrong_fields(row, draft)
            found.append(Example(path.stem, draft, signs.of(draft), wrong, gold, reason is not None, {}))
    return found


def gold_of(gold: Sequence[GoldRow], drafts: Sequence[Draft]) -> list[dict[str, object] | None]:
    """For each draft its row of gold, matched as the scorer does; None where gold has none."""
    taken: dict[int, dict[str, object]] = {}
    for row in gold:
        for at, draft in enumerate(drafts):
            if at not in taken and row.is_of(draft):
                taken[at] = row.fields
                break
    return [taken.get(at) for at in range(len(drafts))]


def wrong_fields(gold: dict[str, object] | None, draft: Draft) -> frozenset[str]:
    """The fields that are wrong; "figure" for one that gold lacks. A wrong unit is a wrong measure."""
    if gold is None:
        return frozenset({"figure"})
    fields = {name: getattr(draft, name) for name in ("unit", *FIELDS)}
    wrong = {name for name in fields if not same(name, gold, fields)}
    return frozenset({"measure" if name == "unit" else name for name in wrong})


def _first(value: object) -> str:
    return str(value[0] if isinstance(value, list) else value)


def read_anew(examples: Sequence[Example]) -> dict[str, dict[str, dict[str, float]]]:
    """Second readings: for each value of a field a logistic regression on the words around a number."""
    readings = {}
    for field in READ_TWICE:
        told = [example for example in examples if example.gold and example.draft.evidence]
        seen = [read_again(example.draft, field, example.signs) for example in told]
        counts = Counter(sign for signs in seen for sign in signs)
        names = sorted(name for name, count in counts.items() if count >= SEEN_AT_LEAST_BY_READINGS)
        values = sorted({example.gold[field] for example in told})
        wanted = np.array(
            [[example.gold[field] == value for value in values] for example in told], dtype=float
        )
        weights = _descend(_table(seen, names), wanted)
        readings[field] = {
            value: {
                name: round(float(w), 2)
                for name, w in zip(names, weights[:, at], strict=True)
                if abs(w) >= 0.06
            }
            for at, value in enumerate(values)
        }
    return readings


def _descend(table: np.ndarray, wanted: np.ndarray, rounds: int = 150) -> np.ndarray:
    """Logistic regressions with a quadratic penalty, a column each, by Adam."""
    weights = np.zeros((table.shape[1], wanted.shape[1]))
    mean, spread = np.zeros_like(weights), np.zeros_like(weights)
    for turn in range(1, rounds + 1):
        likely = 1 / (1 + np.exp(-table @ weights))
        slope = (table.T @ (likely - wanted) + PENALTY_OF_READINGS * weights) / len(table)
        mean, spread = 0.9 * mean + 0.1 * slope, 0.99 * spread + 0.01 * slope * slope
        weights -= 0.1 * (mean / (1 - 0.9**turn)) / (np.sqrt(spread / (1 - 0.99**turn)) + 1e-8)
    return weights


def weigh(examples: Sequence[Example], field: str) -> tuple[dict[str, float], dict[str, float]]:
    """The log-odds of an error of the field by sign, and what the second readings' doubts multiply to it.

    A figure that gold does not have tells of no field.
    """
    told = [example for example in examples if example.gold]
    seen = Counter(sign for example in told for sign in set(example.signs[field]))
    names = [ALWAYS, *sorted(name for name, n in seen.items() if n >= SEEN_AT_LEAST and name != ALWAYS)]
    doubts = np.array([[example.doubts[of] for of in READ_TWICE] for example in told])
    table = np.hstack([_table([example.signs[field] for example in told], names), doubts])
    wrong = np.array([field in example.wrong for example in told], dtype=float)
    penalty = np.full(table.shape[1], PENALTY)
    penalty[0] = 0.01
    weights = np.zeros(table.shape[1])
    for _ in range(25):
        likely = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (likely - wrong) + penalty * weights
        bend = (table.T * (likely * (1 - likely))) @ table + np.diag(penalty)
        weights = weights - np.linalg.solve(bend, slope)
    rounded = [round(float(weight), 3) for weight in weights]
    by_sign = {name: w for name, w in zip(names, rounded, strict=False) if abs(w) >= 0.02 or name == ALWAYS}
    return by_sign, dict(zip(READ_TWICE, rounded[len(names) :], strict=True))


def _table(signs: Sequence[Sequence[str] | set[str]], names: Sequence[str]) -> np.ndarray:
    index = {name: at for at, name in enumerate(names)}
    table = np.zeros((len(signs), len(names)))
    for row, seen in enumerate(signs):
        table[row, [index[sign] for sign in set(seen) if sign in index]] = 1
    return table


def _weights(examples: Sequence[Example], limit: float, readings: Readings) -> Weights:
    weighed = {field: weigh(examples, field) for field in FIELDS}
    return Weights(
        limit,
        {field: by_sign for field, (by_sign, _) in weighed.items()},
        {field: against for field, (_, against) in weighed.items()},
        readings,
    )


def with_doubts(examples: Sequence[Example]) -> tuple[list[Example], list[Readings]]:
    """The examples with the doubts of readings trained on the other folds, and those readings."""
    readings = [read_anew([e for e in examples if _fold(e) != out]) for out in range(FOLDS)]
    empty: dict[str, dict[str, float]] = {field: {} for field in FIELDS}
    readers = [Weights(0, empty, empty, reading) for reading in readings]
    return [replace(e, doubts=readers[_fold(e)].doubts(e.draft, e.signs)) for e in examples], readings


def _fold(example: Example) -> int:
    return sum(example.document.encode()) % FOLDS


def measure(examples: Sequence[Example]) -> None:
    """Write `review.json` and print what its weights reach on documents left out."""
    examples, readings = with_doubts(examples)
    risks = np.zeros(len(examples))
    for out, reading in enumerate(readings):
        weights = _weights([example for example in examples if _fold(example) != out], 0, reading)
        for at, example in enumerate(examples):
            if _fold(example) == out:
                risks[at] = any_wrong(weights.risks(example.draft, example.signs))
    wrong = np.array([bool(example.wrong) for example in examples])
    limit = round(float(np.quantile(risks[~wrong], 1 - RIGHT_FLAGGED)), 3)
    weights = _weights(examples, limit, read_anew(examples))
    said = json.dumps(asdict(weights), indent=0, sort_keys=True, ensure_ascii=False)
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
