"""Trains the model that tells figures from other numbers.

`python tests/gold/train_gate.py` reads the annotated documents and the marked passages, prints precision and
recall of the numbers of documents left out, and writes `extraction/gate.tsv` from all of them. Train anew
after annotating and after changes to quantity, unit or layout, and the other models after it.
"""

from dataclasses import dataclass, replace

from marked import Marked, digests, documents, passages
from training import fit, folds, wants_measuring

from nhscuts_pipeline.extraction import gate
from nhscuts_pipeline.extraction.engine import read_text
from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.linear import Linear
from nhscuts_pipeline.extraction.passage import Text
from nhscuts_pipeline.extraction.relevance import is_about_health
from nhscuts_pipeline.extraction.unit import Reading

STRENGTH = 0.3
SEEN_AT_LEAST = 4
LEAST = 0.03
# News of other things must stay out above all.
OF_OTHER_NEWS = 10.0
# A passage is a piece of a document that speaks much of the service, whatever the piece itself says.
_SERVICE = "service:"


@dataclass(frozen=True)
class Example:
    """A number by its features, and whether gold has it."""

    document: str
    features: set[str]
    figure: bool
    weight: float = 1.0


def examples_of(text: Marked, *, of_passage: bool) -> list[Example]:
    """What the gate is asked about in a text; it lets the right ones through and no others.

    Nothing, where a whole document is refused before: the gate never comes to see such.
    """
    if not of_passage and not is_about_health(read_text(text.text), labels=""):
        return []
    found: list[Example] = []

    def judge(read: Text, draft: Draft, reading: Reading, before: list[Draft]) -> bool:
        right = text.gold(draft) is not None
        features = gate.evidence(read, draft, reading, before)
        if of_passage and f"{_SERVICE}snippet" not in features:
            features = {name for name in features if not name.startswith(_SERVICE)} | {f"{_SERVICE}much"}
        found.append(Example(text.document, features, right))
        return right

    text.read(judge, lambda *_: None)
    weight = text.weight if of_passage or any(each.figure for each in found) else OF_OTHER_NEWS
    return [replace(example, weight=weight) for example in found]


def train(examples: list[Example]) -> Linear:
    """The model from those examples."""
    wanted = ["figure" if example.figure else "another number" for example in examples]
    model = fit(
        [example.features for example in examples],
        wanted,
        strength=STRENGTH,
        seen_at_least=SEEN_AT_LEAST,
        weights=[example.weight for example in examples],
    )
    return model.rounded(LEAST)


def cross_validate(of_documents: list[Example], of_passages: list[Example]) -> None:
    """Print precision and recall where documents are left out of the training."""
    right = wrong = missed = 0
    for rest, out in folds([example.document for example in of_documents]):
        model = train([of_documents[at] for at in rest] + of_passages)
        for example in (of_documents[at] for at in out):
            passed = model.scores(example.features)[0] > gate.LIMIT
            right += passed and example.figure
            wrong += passed and not example.figure
            missed += not passed and example.figure
    precision, recall = right / (right + wrong), right / (right + missed)
    print(f"left out: precision {precision:.4f} recall {recall:.4f} of {right + missed}")  # noqa: T201


def main() -> None:
    """Cross-validate over documents, then train on all and write the model."""
    measuring = wants_measuring(__doc__)
    of_documents = [e for text in documents() for e in examples_of(text, of_passage=False)]
    of_passages = [e for text in passages() for e in examples_of(text, of_passage=True)]
    if measuring:
        cross_validate(of_documents, of_passages)
    of_digests = [e for text in digests() for e in examples_of(text, of_passage=False)]
    train(of_documents + of_digests + of_passages).write(gate.PATH)


if __name__ == "__main__":
    main()
