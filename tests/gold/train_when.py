"""Trains the model that says whether a time is the figure's own.

`python tests/gold/train_when.py` reads the annotated documents, prints what share of their figures has the
right period by the rules alone and by the model where documents are left out, and writes
`extraction/when.tsv` from all of them. Train anew after annotating and after changes to times and periods;
the models of measures come before it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from judged import read_documents
from marked import OF_A_DOCUMENT, weight_of, whole_texts
from score import same
from training import fit, folds, wants_measuring

from nhscuts_pipeline.documents.reading import read_source
from nhscuts_pipeline.extraction import when
from nhscuts_pipeline.extraction.dates import Published
from nhscuts_pipeline.extraction.linear import Linear

STRENGTH = 0.15
SEEN_AT_LEAST = 5
LEAST = 0.03
_NONE = {"period_start": None, "period_end": None}


@dataclass(frozen=True)
class Example:
    """A figure: the signs of its period, if the rules gave it one; is it right with it, is it without?"""

    document: str
    weight: float
    signs: frozenset[str]
    right: bool
    right_without: bool


def read_examples(paths: Sequence[Path]) -> list[Example]:
    """The figures of annotated documents with the periods of the rules."""
    examples = []
    with patch.object(when, "settle"):
        for document in read_documents(paths):
            source, text = read_source(document.path), document.mentions.read
            published = Published(source.published_from, source.published_to or source.published_from)
            weight = weight_of(document.path) / OF_A_DOCUMENT
            seen = when.signs(text, document.drafts, published)
            for draft, row, each in zip(document.drafts, document.gold, seen, strict=True):
                if row is None:
                    continue
                period = {"period_start": draft.period_start, "period_end": draft.period_end}
                right, without = bool(same("period", row, period)), bool(same("period", row, _NONE))
                examples.append(Example(document.path.stem, weight, frozenset(each), right, without))
    return examples


def train(examples: Sequence[Example]) -> Linear:
    """The model from the figures whose time is right, and from those that should have none."""
    telling = [each for each in examples if each.signs and (each.right or each.right_without)]
    model = fit(
        [each.signs for each in telling],
        ["its own" if each.right else "another's" for each in telling],
        strength=STRENGTH,
        seen_at_least=SEEN_AT_LEAST,
        weights=[each.weight for each in telling],
    )
    return model.rounded(LEAST)


def measure(examples: Sequence[Example]) -> None:
    """Print what share has the right period or rightly none, and of those that have one the right one."""
    kept: list[bool] = [True] * len(examples)
    for rest, out in folds([example.document for example in examples]):
        model = train([examples[at] for at in rest])
        for at in out:
            kept[at] = not when.is_anothers(model, examples[at].signs)
    for name, keeps in (("rules", [True] * len(examples)), ("left out", kept)):
        right = [e.right if keep else e.right_without for e, keep in zip(examples, keeps, strict=True)]
        dated = [told for told, e in zip(right, examples, strict=True) if not e.right_without]
        print(  # noqa: T201
            f"{name}: right {sum(right) / len(right):.4f} of {len(right)}, "
            f"{sum(dated) / len(dated):.4f} of the {len(dated)} that have a period"
        )


def main() -> None:
    """Show what the model is worth, then train on everything and write it."""
    measuring = wants_measuring(__doc__)
    examples = read_examples(whole_texts())
    if measuring:
        measure(examples)
    train(examples).write(when.PATH)


if __name__ == "__main__":
    main()
