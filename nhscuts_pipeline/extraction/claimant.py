"""Who says a figure: an ordered sieve from the cue beside it to silence, weighed with all other voices.

Belongs here: the order in which speakers are looked for, and the choice. Does not belong here: cues and
quotations (attribution.py), contested figures (rebuttals.py), debates, written answers and interviews
(turns.py), which voices there are (heard.py). The weights are in `heard.tsv`, which
`tests/gold/train_heard.py` writes.
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from nhscuts_pipeline.contracts.vocabulary import Modality
from nhscuts_pipeline.extraction.answers import Turn
from nhscuts_pipeline.extraction.attribution import Answer, Attribution
from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.heard import Heard, Voice
from nhscuts_pipeline.extraction.linear import Linear, likeliest
from nhscuts_pipeline.extraction.mentions import Mentions
from nhscuts_pipeline.extraction.names import Name
from nhscuts_pipeline.extraction.nations import Ministers, other_nation
from nhscuts_pipeline.extraction.people import read_people
from nhscuts_pipeline.extraction.rebuttals import Rebuttals, is_held_against, is_own
from nhscuts_pipeline.extraction.rule_words import WEIGHED
from nhscuts_pipeline.extraction.turns import read_turns

_REPORTED = ("said before", "said after", "speech goes on", "minuted")
# Who holds the turn, asks or is said to claim states a contested figure himself.
_STATED = ("turn", "asked", "claim")
_WEAK = {
    "quotation goes on": "the speaker is named in an earlier paragraph only",
    "speech goes on": "the sentence seems to carry on what was said before",
}
PATH = Path(__file__).with_name("heard.tsv")
_MODEL = Linear.read(PATH)


def set_claimants(mentions: Mentions, drafts: Sequence[Draft], on: date | None) -> None:
    """Fill `claimant`, `claimant_id`, `rules["claimant"]` and doubts."""
    answers, voices = offered(mentions, drafts, on)
    for draft, (_, rule), offer in zip(drafts, answers, voices, strict=True):
        best, share = likeliest([_MODEL.scores(voice.signs)[0] for voice in offer])
        chosen, speaker = offer[best], offer[best].speaker
        draft.claimant = speaker.name if speaker else None
        draft.claimant_id = speaker.id if speaker else None
        draft.rules["claimant"] = rule if "rule" in chosen.roles else WEIGHED
        draft.sure["claimant"] = share
        if rule in _WEAK and speaker is not None and "rule" in chosen.roles:
            draft.doubts.append(_WEAK[rule])


def offered(
    mentions: Mentions, drafts: Sequence[Draft], on: date | None
) -> tuple[list[Answer], list[list[Voice]]]:
    """The rules' answers and all voices, figure by figure; the drafts have to be in the text's order."""
    claims = _Claims(mentions, on)
    answers: list[Answer] = []
    voices: list[list[Voice]] = []
    before: tuple[Draft, Name | None] | None = None
    for draft in drafts:
        answer = claims.of(draft)
        answers.append(answer)
        voices.append(claims.heard.of(draft, answer, before))
        before = draft, answer[0]
    return answers, voices


class _Claims:
    """Goes through the figures of one text in order and keeps who said which number first."""

    def __init__(self, mentions: Mentions, on: date | None) -> None:
        ministers = Ministers(other_nation(mentions.layout.text), on)
        self._mentions = mentions
        self._people = read_people(mentions, ministers)
        self._turns = read_turns(mentions, self._people, ministers)
        self._attribution = Attribution(mentions, self._people, ministers)
        self._rebuttals = Rebuttals(mentions, self._attribution)
        self.heard = Heard(mentions, self._attribution, self._people)
        self._said: dict[tuple[float, float | None], Name] = {}

    def of(self, draft: Draft) -> Answer:
        """The speaker of a figure and the rule that found it."""
        turn = next((turn for turn in reversed(self._turns) if turn.start <= draft.start), None)
        spoken = turn is not None and turn.speaker is not None
        speaker, rule = (turn.speaker, "turn") if turn and spoken else self._attribution.of(draft)
        contested = self._contested(draft, turn if spoken else None, speaker, rule)
        if contested is not None:
            return contested
        if speaker is None:
            return None, rule
        if is_own(self._mentions, speaker) and rule in _REPORTED and not self._names_a_person(draft):
            return None, "own voice"  # "the Trust expects ..." in the trust's own paper
        self._said.setdefault((draft.value, draft.value_to), speaker)
        return speaker, rule

    def _contested(self, draft: Draft, turn: Turn | None, speaker: Name | None, rule: str) -> Answer | None:
        """Whoever said it first, the one who denies it never; None where the figure is its speaker's."""
        first = self._said.get((draft.value, draft.value_to))
        if draft.modality is not Modality.DISPUTED or (rule in _STATED and first is None):
            held = first is not None and is_held_against(self._mentions.layout.text, draft)
            if held:
                return first, "disputed"
            return self._questioned(draft, turn, speaker, rule)
        if first is None and turn is None:
            first = self._rebuttals.contested(draft)
            if first is None and rule == "said before" and self._rebuttals.is_stated(draft):
                first = speaker
        return first, "disputed"

    def _questioned(self, draft: Draft, turn: Turn | None, speaker: Name | None, rule: str) -> Answer | None:
        """A contested figure that is held to be another's, or put as a question."""
        if draft.modality is not Modality.DISPUTED:
            return None
        if turn is not None:
            opponent = self._rebuttals.is_opponents(draft) and self._before(turn)
            return (opponent, "disputed") if opponent else None
        if rule != "asked":
            return None
        owner = self._rebuttals.owner(draft)
        if owner is not None:
            return owner, "disputed"
        # A question put to the body itself is nobody's of it.
        if speaker is not None and is_own(self._mentions, speaker):
            return self._rebuttals.in_person(draft) or speaker, rule
        return None

    def _before(self, turn: Turn) -> Name | None:
        """The speaker of the turn before, who is answered in this one."""
        at = self._turns.index(turn)
        return self._turns[at - 1].speaker if at else None

    def _names_a_person(self, draft: Draft) -> bool:
        sentence = self._mentions.layout.sentences[draft.sentence]
        return self._people.within(sentence.start, sentence.end) is not None
