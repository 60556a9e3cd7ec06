"""Trains the model that says what a table's cells measure and whether it happened.

`python tests/gold/train_cells.py` reads the tables of the annotated documents, prints what share of the cells
of documents left out is right by the rules alone and with the model, and writes `extraction/cells.tsv`.
Train anew after annotating tables and after changes to their rules.
"""

from collections.abc import Sequence
from unittest.mock import patch

from marked import Marked, digests, documents
from train_sense import FIELDS, Example, example_of
from training import fit, folds

from nhscuts_pipeline.contracts.vocabulary import COUNT_UNITS
from nhscuts_pipeline.extraction import cells, sense, tables
from nhscuts_pipeline.extraction.engine import find_drafts, read_text
from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.linear import Linear

STRENGTH = 1.0
SEEN_AT_LEAST = 4
LEAST = 0.04


def examples_of(text: Marked) -> list[Example]:
    """The cells of a text's tables that gold has."""
    found: list[Example] = []

    def collect(draft: Draft, seen: set[str]) -> None:
        example = example_of(text, draft, seen, open_unit=bool(cells.open_units(draft)))
        if example is not None:
            found.append(example)

    with patch.object(tables, "weigh", collect):
        find_drafts(read_text(text.text), text.published)
    return found


def train(examples: Sequence[Example]) -> Linear:
    """The model of all fields from those cells; a unit that is not open teaches nothing."""
    models = {}
    for field in FIELDS:
        known = [each for each in examples if field != "unit" or each.open_unit]
        fitted = fit(
            [each.features for each in known],
            [each.wanted(field) for each in known],
            strength=STRENGTH,
            seen_at_least=SEEN_AT_LEAST,
            # A table has many cells of one measure: how often a measure comes says little of the next table.
            balanced=True,
        )
        models[field] = fitted.rounded(LEAST)
    return Linear.joined(models)


def measure(examples: Sequence[Example]) -> None:
    """Print what share is right where documents are left out of the training."""
    right = dict.fromkeys(FIELDS, 0)
    rules = dict.fromkeys(FIELDS, 0)
    for rest, out in folds([each.document for each in examples]):
        model = sense.Model(train([examples[at] for at in rest]))
        for example in (examples[at] for at in out):
            scores = model.scores(example.features)
            unit = sense.unit_of(example.draft)
            if example.open_unit:
                unit = model.unit(scores, COUNT_UNITS)
            scored = model.scored(scores, unit)
            chosen = {"unit": unit} | {field: sense.likeliest(scored[field]) for field in scored}
            for field in FIELDS:
                right[field] += str(chosen[field]) in example.gold[field]
                rules[field] += example.rules[field] in example.gold[field]
    for field in FIELDS:
        shares = rules[field] / len(examples), right[field] / len(examples)
        print(f"{field}: rules {shares[0]:.4f}, left out {shares[1]:.4f} of {len(examples)}")  # noqa: T201


def main() -> None:
    """Show what the model is worth, then train on everything and write it."""
    examples = [each for text in (*documents(), *digests()) for each in examples_of(text)]
    measure(examples)
    train(examples).write(cells.PATH)


if __name__ == "__main__":
    main()
