"""Trains the model that says whose jobs or money a figure is.

`python tests/gold/train_whose.py` reads the annotated documents, prints what share of their figures has the
right subject by the rules alone and by each of the two readings where documents are left out, and writes
`extraction/whose.tsv` from all of them. Train anew after annotating and after changes to names, claimants
or the rules of subjects; the models of measures come before it, that of reviews after.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from judged import read_documents
from marked import OF_A_DOCUMENT, weight_of, whole_texts
from score import same
from training import Group, Weights, as_one, choice_scores, fit_choice, folds, is_right, wants_measuring

from nhscuts_pipeline.extraction import whose
from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.focus import Focus
from nhscuts_pipeline.extraction.linear import Linear
from nhscuts_pipeline.extraction.offer import Offer
from nhscuts_pipeline.extraction.subject import shown

STRENGTH = 0.3
# Of the second reading.
AGAIN = 0.03
SEEN_AT_LEAST = 4
# Smaller weights together move few figures and make most of the file.
LEAST = 0.03


@dataclass(frozen=True)
class Text:
    """A document's figures with their candidates, and for each candidate whether gold allows it.

    `right` is None for a figure that gold does not have.
    """

    document: str
    drafts: list[Draft]
    weight: float
    offers: list[Offer]
    right: list[list[bool] | None]
    by_rules: list[bool]


def read_texts(paths: Sequence[Path]) -> list[Text]:
    """The annotated documents, read up to the choice of subjects."""
    texts = []
    for document in read_documents(paths):
        focus = Focus(document.mentions)
        picked, offers = whose.offered(document.mentions, focus, document.drafts)
        right: list[list[bool] | None] = []
        by_rules = []
        for offer, rule, row in zip(offers, picked, document.gold, strict=True):
            right.append(
                row
                and [
                    same("subject", row, {"subject": shown(focus, each.name, rule.section).name})
                    for each in offer
                ]
            )
            by_rules.append(row is not None and same("subject", row, {"subject": rule.name.name}))
        # Of documents alone: what weighs as any of them counts once.
        weight = weight_of(document.path) / OF_A_DOCUMENT
        texts.append(Text(document.path.stem, document.drafts, weight, offers, right, by_rules))
    return texts


def first_scores(texts: Sequence[Text], weights: Weights) -> list[list[list[float]]]:
    """What the first reading gives each candidate of each figure of each text."""
    return [
        [choice_scores(weights, (each.signs for each in offer)) for offer in text.offers] for text in texts
    ]


def first_groups(texts: Sequence[Text]) -> list[Group]:
    """The figures that gold has, with the signs of their candidates."""
    return [
        ([each.signs for each in offer], right)
        for text in texts
        for offer, right in zip(text.offers, text.right, strict=True)
        if right is not None
    ]


def weights_of(texts: Sequence[Text]) -> list[float]:
    """How much each of those figures counts."""
    return [text.weight for text in texts for right in text.right if right is not None]


def second_groups(texts: Sequence[Text], first: Sequence[list[list[float]]]) -> list[Group]:
    """The same figures with the signs of the second reading; `first` are the first one's scores."""
    return [
        (signs, right)
        for text, scores in zip(texts, first, strict=True)
        for signs, right in zip(whose.second_signs(text.drafts, text.offers, scores), text.right, strict=True)
        if right is not None
    ]


def train_first(texts: Sequence[Text]) -> Weights:
    """The first reading's weights."""
    groups, weights = first_groups(texts), weights_of(texts)
    return fit_choice(groups, strength=STRENGTH, seen_at_least=SEEN_AT_LEAST, weights=weights)


def train_second(texts: Sequence[Text], first: Sequence[list[list[float]]]) -> Weights:
    """The second reading's weights, after first readings that had not seen the texts."""
    groups, weights = second_groups(texts, first), weights_of(texts)
    return fit_choice(groups, strength=AGAIN, seen_at_least=SEEN_AT_LEAST, weights=weights)


def unseen(texts: Sequence[Text]) -> list[list[list[float]]]:
    """The first reading's scores of each text by weights that it had no part in."""
    scores: dict[int, list[list[float]]] = {}
    for rest, out in folds([text.document for text in texts]):
        weights = train_first([texts[at] for at in rest])
        scores.update(zip(out, first_scores([texts[at] for at in out], weights), strict=True))
    return [scores[at] for at in range(len(texts))]


def train(texts: Sequence[Text]) -> Linear:
    """The model of both readings. The second learns from first readings that had not seen the text."""
    choices = train_first(texts), train_second(texts, unseen(texts))
    return as_one(dict(zip(whose.READINGS, choices, strict=True))).rounded(LEAST)


def measure(texts: Sequence[Text]) -> None:
    """Print what share the rules and both readings have right where documents are left out."""
    right = {"rules": 0, "first reading": 0, "second reading": 0, "some candidate": 0}
    total = 0
    for rest, out in folds([text.document for text in texts]):
        known, asked = [texts[at] for at in rest], [texts[at] for at in out]
        read_once = train_first(known)
        read_twice = train_second(known, unseen(known))
        once, twice = first_groups(asked), second_groups(asked, first_scores(asked, read_once))
        right["first reading"] += sum(is_right(read_once, group) for group in once)
        right["second reading"] += sum(is_right(read_twice, group) for group in twice)
        right["some candidate"] += sum(any(group[1]) for group in once)
        right["rules"] += sum(sum(text.by_rules) for text in asked)
        total += len(once)
    print(f"{total} figures, right: " + ", ".join(f"{k} {v / total:.4f}" for k, v in right.items()))  # noqa: T201


def main() -> None:
    """Show what the model is worth, then train on everything and write it."""
    measuring = wants_measuring(__doc__)
    texts = read_texts(whole_texts())
    if measuring:
        measure(texts)
    train(texts).write(whose.PATH)


if __name__ == "__main__":
    main()
