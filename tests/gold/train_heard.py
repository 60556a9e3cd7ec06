"""Trains the model that says whom a figure is from.

`python tests/gold/train_heard.py` reads the annotated documents, prints what share of their figures has the
right claimant by the rules alone and by the model where documents are left out, and writes
`extraction/heard.tsv` from all of them. Train anew after annotating and after changes to people, speakers or
the rules of claimants; the models of measures come before it, that of subjects after.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from judged import read_documents
from marked import OF_A_DOCUMENT, weight_of, whole_texts
from score import same
from training import Group, as_one, fit_choice, folds, is_right, wants_measuring

from nhscuts_pipeline.documents.reading import read_source
from nhscuts_pipeline.extraction import claimant
from nhscuts_pipeline.extraction.linear import Linear
from nhscuts_pipeline.extraction.names import Name, as_printed

STRENGTH = 0.1
SEEN_AT_LEAST = 8
# Smaller weights together move few figures and make most of the file.
LEAST = 0.03


@dataclass(frozen=True)
class Example:
    """A figure that gold has: its voices with the right ones among them, and whether the rules are right."""

    document: str
    weight: float
    group: Group
    by_rules: bool


def read_examples(paths: Sequence[Path]) -> list[Example]:
    """The figures of annotated documents, read up to the choice of claimants."""
    examples = []
    for document in read_documents(paths):
        on = read_source(document.path).published_from
        answers, voices = claimant.offered(document.mentions, document.drafts, on)
        weight = weight_of(document.path) / OF_A_DOCUMENT
        for (speaker, _), offer, row in zip(answers, voices, document.gold, strict=True):
            if row is not None:
                right = [_is_gold(row, voice.speaker) for voice in offer]
                group = [voice.signs for voice in offer], right
                examples.append(Example(document.path.stem, weight, group, _is_gold(row, speaker)))
    return examples


def _is_gold(row: dict[str, object], speaker: Name | None) -> bool:
    name = as_printed(speaker.name) if speaker is not None else None
    return bool(same("claimant", row, {"claimant": name}))


def train(examples: Sequence[Example]) -> dict[str, float]:
    """The weights of the signs."""
    groups, weights = [example.group for example in examples], [example.weight for example in examples]
    return fit_choice(groups, strength=STRENGTH, seen_at_least=SEEN_AT_LEAST, weights=weights)


def as_model(weights: dict[str, float]) -> Linear:
    """The model as it is shipped."""
    return as_one({"right": weights}).rounded(LEAST)


def measure(examples: Sequence[Example]) -> None:
    """Print what share the rules and the model have right where documents are left out."""
    chosen = 0
    for rest, out in folds([example.document for example in examples]):
        weights = train([examples[at] for at in rest])
        chosen += sum(is_right(weights, examples[at].group) for at in out)
    total = len(examples)
    ruled = sum(example.by_rules for example in examples)
    some = sum(any(example.group[1]) for example in examples)
    print(  # noqa: T201
        f"{total} figures, right: rules {ruled / total:.4f}, left out {chosen / total:.4f}, "
        f"some voice {some / total:.4f}"
    )


def main() -> None:
    """Show what the model is worth, then train on everything and write it."""
    measuring = wants_measuring(__doc__)
    examples = read_examples(whole_texts())
    if measuring:
        measure(examples)
    as_model(train(examples)).write(claimant.PATH)


if __name__ == "__main__":
    main()
