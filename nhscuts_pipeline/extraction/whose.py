"""Whose jobs or money a figure is: the rules' answer, weighed with all else that the text offers.

Belongs here: the choice among the candidates, in two readings: the second sees what the first made of the
figures around (choices_around.py). Does not belong here: the candidates and their signs (candidates.py) and
the rules (subject.py), whose answer is one of them. The weights are in `whose.tsv`, which
`tests/gold/train_whose.py` writes.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from nhscuts_pipeline.extraction.candidates import Candidates
from nhscuts_pipeline.extraction.choices_around import ChoicesAround
from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.focus import Focus
from nhscuts_pipeline.extraction.linear import Linear, likeliest
from nhscuts_pipeline.extraction.mentions import Mentions
from nhscuts_pipeline.extraction.offer import Candidate, Offer
from nhscuts_pipeline.extraction.rule_words import WEIGHED
from nhscuts_pipeline.extraction.subject import Picked, pick_subjects, shown

PATH = Path(__file__).with_name("whose.tsv")
READINGS = ("first", "second")


class Model:
    """The weights of both readings: the classes of one linear model."""

    def __init__(self, weights: Linear) -> None:
        self._weights = weights

    def choose(self, drafts: Sequence[Draft], offers: Sequence[Offer]) -> list[tuple[Candidate, float]]:
        """For each figure of a text its likeliest candidate, and that one's share of the likelihood."""
        first = [[self._weights.scores(candidate.signs)[0] for candidate in offer] for offer in offers]
        chosen = []
        for offer, signs in zip(offers, second_signs(drafts, offers, first), strict=True):
            best, share = likeliest([self._weights.scores(each)[1] for each in signs])
            chosen.append((offer[best], share))
        return chosen


def second_signs(
    drafts: Sequence[Draft], offers: Sequence[Offer], first: Sequence[Sequence[float]]
) -> Iterator[list[set[str]]]:
    """What the first reading made of the figures around, as signs for each candidate of each figure.

    `first` are the first reading's scores of the candidates.
    """
    around = ChoicesAround(drafts, offers, first)
    return map(around.signs, range(len(drafts)))


def offered(mentions: Mentions, focus: Focus, drafts: Sequence[Draft]) -> tuple[list[Picked], list[Offer]]:
    """The rules' answers and the candidates, figure by figure. Claimants should be set before."""
    picked = pick_subjects(mentions, focus, drafts)
    candidates = Candidates(mentions, focus)
    offers: list[Offer] = []
    before: tuple[Draft, Picked] | None = None
    for draft, each in zip(drafts, picked, strict=True):
        offers.append(candidates.of(draft, each, before))
        before = draft, each
    return picked, offers


_MODEL = Model(Linear.read(PATH))


def set_subjects(mentions: Mentions, drafts: Sequence[Draft]) -> None:
    """Fill `subject`, `subject_id`, `rules["subject"]` and how sure it is. Claimants should be set before."""
    focus = Focus(mentions)
    picked, offers = offered(mentions, focus, drafts)
    for draft, rule, (best, share) in zip(drafts, picked, _MODEL.choose(drafts, offers), strict=True):
        name = shown(focus, best.name, rule.section)
        draft.subject, draft.subject_id = name.name, name.id
        draft.rules["subject"] = rule.rule if "rule" in best.signs else WEIGHED
        draft.sure["subject"] = share
