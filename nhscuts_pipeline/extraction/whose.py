"""Whose jobs or money a figure is: the rules' answer, weighed with all else that the text offers.

Belongs here: the choice among the candidates, in two readings: the second sees what the first made of the
figures around. Does not belong here: the candidates and their signs (candidates.py) and the rules
(subject.py), whose answer is one of them. The weights are in `whose.json`, which
`tests/gold/train_whose.py` writes.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from nhscuts_pipeline.extraction.candidates import Candidates
from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.focus import Focus
from nhscuts_pipeline.extraction.linear import Linear, highest, likeliest
from nhscuts_pipeline.extraction.mentions import Mentions
from nhscuts_pipeline.extraction.offer import Candidate, Offer
from nhscuts_pipeline.extraction.rule_words import WEIGHED
from nhscuts_pipeline.extraction.subject import Picked, pick_subjects, shown

PATH = Path(__file__).with_name("whose.json")
READINGS = ("first", "second")
# Between these, in log-odds, how far a candidate is behind the first reading's choice is one sign.
_BEHIND = (0, 0.3, 0.7, 1.5, 3)
# Between these, what share of all figures the first reading gave to a candidate is one sign.
_SHARES = (0, 0.1, 0.25, 0.5, 0.75)
_FAR = 2
# A candidate so far behind, in log-odds, has lost in the first reading.
_LOST = 5.0


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
    chosen = [offer[highest(each)].name.name for offer, each in zip(offers, first, strict=True)]
    often = Counter(chosen)
    far = [min(after.sentence - before.sentence, _FAR) for before, after in pairwise(drafts)]
    for at, (offer, scores) in enumerate(zip(offers, first, strict=True)):
        best = max(scores)
        around = [
            (f"{back:+}", chosen[at + back], min(abs(drafts[at + back].sentence - drafts[at].sentence), _FAR))
            for back in (-2, -1, 1, 2)
            if 0 <= at + back < len(drafts)
        ]
        between = 0 < at < len(drafts) - 1 and chosen[at - 1] == chosen[at + 1]
        signs = []
        for candidate, score in zip(offer, scores, strict=True):
            if best - score > _LOST:
                signs.append({"first lost"})
                continue
            name = candidate.name.name
            behind = bisect_left(_BEHIND, best - score)
            found = {f"first behind {behind}", f"first behind {behind} {candidate.place}"}
            for where, theirs, apart in around:
                if theirs == name:
                    found |= {f"first {where} {apart}", f"first {where} {apart} behind {behind}"}
            if between and chosen[at - 1] == name:
                found |= {"first around", f"first around {far[at - 1]} {far[at]}"}
            found.add(f"first of {bisect_left(_SHARES, often[name] / len(drafts))}")
            signs.append(found)
        yield signs


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
        name = shown(focus, best.name)
        draft.subject, draft.subject_id = name.name, name.id
        draft.rules["subject"] = rule.rule if "rule" in best.signs else WEIGHED
        draft.sure["subject"] = share
