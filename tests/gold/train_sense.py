"""Trains the models that say what a number measures and whether it happened.

`python tests/gold/train_sense.py` reads the annotated documents and the marked passages, prints what share of
the figures of documents left out is right by the rules alone and with the models, and writes
`extraction/sense.tsv` and, for the second reading, `extraction/again.tsv` from all of them. Of the second
reading it prints nothing: its training would have to be repeated for every document left out. Train anew
after annotating and after changes to the rules, the gate first.
"""

from dataclasses import dataclass
from itertools import groupby

from marked import Marked, digests, documents, passages
from training import Group, Weights, as_one, fit, fit_choice, folds, wants_measuring

from nhscuts_pipeline.contracts.vocabulary import Measure, Modality
from nhscuts_pipeline.extraction import again, gate, sense
from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.linear import Linear, highest
from nhscuts_pipeline.extraction.passage import Text
from nhscuts_pipeline.extraction.unit import Reading

FIELDS = ("unit", "measure", "modality")
STRENGTH = 0.06
# Of the second reading.
AGAIN = 0.03
SEEN_AT_LEAST = 4
# Smaller weights together move few figures and make most of the file.
LEAST = 0.04


@dataclass(frozen=True)
class Example:
    """A figure as the rules read it, with its features and the values that gold allows of each field.

    `weight` is what it weighs in training, `open_unit` whether its unit is the models' to say.
    """

    document: str
    features: set[str]
    rules: dict[str, str]
    gold: dict[str, list[str]]
    weight: float
    open_unit: bool
    draft: Draft

    def wanted(self, field: str) -> str:
        """The value to learn: the rules' where gold allows it."""
        allowed = self.gold[field]
        return self.rules[field] if self.rules[field] in allowed else allowed[0]


def example_of(text: Marked, draft: Draft, seen: set[str], *, open_unit: bool) -> Example | None:
    """A draft as the rules left it; None where gold has it not, or not all of its fields."""
    row = text.gold(draft) or {}
    gold = {field: _allowed(row.get(field)) for field in FIELDS}
    if not all(gold.values()):
        return None
    rules = {field: str(getattr(draft, field)) for field in FIELDS}
    return Example(text.document, seen, rules, gold, text.weight, open_unit, draft)


def examples_of(text: Marked) -> list[Example]:
    """The figures of a text that the stages before reach."""
    found: list[Example] = []

    def judge(read: Text, draft: Draft, reading: Reading, before: list[Draft]) -> bool:
        draft.evidence = gate.evidence(read, draft, reading, before)
        return text.gold(draft) is not None

    def collect(read: Text, drafts: list[Draft], before: list[Draft]) -> None:
        for draft, seen in zip(drafts, sense.features(read, drafts, before), strict=True):
            example = example_of(text, draft, seen, open_unit=bool(sense.open_units(draft)))
            if example is not None:
                found.append(example)
                _settle(draft, example.gold)

    text.read(judge, collect)
    return found


def _settle(draft: Draft, gold: dict[str, list[str]]) -> None:
    """Leave a draft as the models should: what stands further down looks back at what they made of it."""
    if str(draft.measure) not in gold["measure"]:
        draft.measure = Measure(gold["measure"][0])
    if str(draft.modality) not in gold["modality"]:
        draft.modality = Modality(gold["modality"][0])


def _allowed(value: object) -> list[str]:
    return [] if value is None else [str(each) for each in value] if isinstance(value, list) else [str(value)]


def train(examples: list[Example], field: str) -> Linear:
    """The model of a field from those examples; a unit that a noun decides teaches nothing."""
    if field == "unit":
        examples = [example for example in examples if example.open_unit]
    seen = [example.features for example in examples]
    model = fit(
        seen,
        [example.wanted(field) for example in examples],
        strength=STRENGTH,
        seen_at_least=SEEN_AT_LEAST,
        weights=[example.weight for example in examples],
    )
    return model.rounded(LEAST)


def train_all(examples: list[Example]) -> Linear:
    """The models of all fields as the one that is shipped."""
    return Linear.joined({field: train(examples, field) for field in FIELDS})


def read_unseen(examples: list[Example]) -> None:
    """Leave each example's draft scored by a first reading that had no part of its text."""
    for rest, out in folds([example.document for example in examples]):
        model = sense.Model(train_all([examples[at] for at in rest]))
        for at in out:
            draft = examples[at].draft
            draft.scored = sense.decide(model, draft, examples[at].features, sense.open_units(draft))


def second_groups(examples: list[Example], field: str) -> list[Group]:
    """What the second reading chooses among, figure by figure."""
    groups: list[Group] = []
    for _, each in groupby(examples, key=lambda example: example.document):
        text = list(each)
        drafts = [example.draft for example in text]
        for example, signs in zip(text, again.signs(drafts, field), strict=True):
            values = again.likeliest(example.draft, field)
            groups.append((signs, [str(value) in example.gold[field] for value, _ in values]))
    return groups


def train_second(examples: list[Example]) -> Linear:
    """The second reading's model; `read_unseen` has to come before."""
    weights: Weights = {}
    for field in again.FIELDS:
        weights |= fit_choice(second_groups(examples, field), strength=AGAIN, seen_at_least=SEEN_AT_LEAST)
    return as_one({"right": weights}).rounded(LEAST)


def is_right_first(model: Linear, example: Example, field: str) -> bool:
    """Whether the model gives a value that gold allows, whatever the unit."""
    scores = model.scores(example.features)
    return model.classes[highest(scores)] in example.gold[field]


def main() -> None:
    """Show what the models are worth, then train on everything and write them."""
    measuring = wants_measuring(__doc__)
    of_documents = [e for text in documents() for e in examples_of(text)]
    of_digests = [e for text in digests() for e in examples_of(text)]
    of_passages = [e for text in passages() for e in examples_of(text)]
    print(f"{len(of_documents)} figures of documents, {len(of_passages)} of passages")  # noqa: T201
    for field in FIELDS if measuring else ():
        measure(of_documents, of_passages, field)
    everything = of_documents + of_digests + of_passages
    train_all(everything).write(sense.PATH)
    read_unseen(everything)
    train_second(everything).write(again.PATH)


def measure(of_documents: list[Example], of_passages: list[Example], field: str) -> None:
    """Print what share is right where documents are left out of the training."""
    right = rules = total = 0
    for rest, out in folds([example.document for example in of_documents]):
        model = train([of_documents[at] for at in rest] + of_passages, field)
        asked = [of_documents[at] for at in out if field != "unit" or of_documents[at].open_unit]
        right += sum(is_right_first(model, example, field) for example in asked)
        rules += sum(example.rules[field] in example.gold[field] for example in asked)
        total += len(asked)
    print(f"{field}: rules {rules / total:.4f}, left out {right / total:.4f} of {total}")  # noqa: T201


if __name__ == "__main__":
    main()
