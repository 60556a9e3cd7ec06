"""Who says a figure: an ordered sieve from the cue beside it to the silence of the document's own voice.

Belongs here: which speaker a figure belongs to. Does not belong here: cues (speech.py), people (speakers.py),
debates and written answers (turns.py). Prefers nobody to the wrong name.
"""

import re
from collections.abc import Sequence
from datetime import date

from nhscuts_pipeline.contracts.vocabulary import Modality
from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.layout import Block, BlockKind
from nhscuts_pipeline.extraction.mentions import Mentions
from nhscuts_pipeline.extraction.names import Name
from nhscuts_pipeline.extraction.speakers import Speakers
from nhscuts_pipeline.extraction.speech import Cue, Quotation, read_cues, read_quotations
from nhscuts_pipeline.extraction.turns import read_turns

# A shorter quotation is words borrowed into the sentence ("in scope"), not speech.
_SPEECH = 45


def set_claimants(mentions: Mentions, drafts: Sequence[Draft], on: date | None) -> None:
    """Fill `claimant`, `claimant_id`, `rules["claimant"]` and doubts."""
    turns = read_turns(mentions, on)
    attribution = _Attribution(mentions, on)
    said: dict[tuple[float, float | None], tuple[str | None, str | None]] = {}
    for draft in sorted(drafts, key=lambda draft: draft.start):
        key = (draft.value, draft.value_to)
        if draft.modality is Modality.DISPUTED:
            # Whoever said it first; the one who denies it never.
            name, identity = said.get(key, (None, None))
            _set(draft, name, identity, "disputed")
            continue
        if turns:
            turn = next((turn for turn in reversed(turns) if turn.start <= draft.start), None)
            speaker = turn.speaker if turn else None
            rule = "turn"
        else:
            speaker, rule = attribution.of(draft)
        _set(draft, speaker.name if speaker else None, speaker.id if speaker else None, rule)
        said.setdefault(key, (draft.claimant, draft.claimant_id))


def _set(draft: Draft, name: str | None, identity: str | None, rule: str) -> None:
    draft.claimant, draft.claimant_id, draft.rules["claimant"] = name, identity, rule


class _Attribution:
    """The cues and quotations of one text, with their speakers."""

    def __init__(self, mentions: Mentions, on: date | None) -> None:
        self._layout = mentions.layout
        self._text = mentions.layout.text
        self._own = mentions.own
        self._quotations = read_quotations(mentions.layout)
        speakers = Speakers(mentions, on)
        self._cues: list[tuple[Cue, Name | None]] = []
        for cue in read_cues(mentions.layout):
            self._cues.append((cue, speakers.resolve(cue.speaker_start, cue.speaker_end)))

    def of(self, draft: Draft) -> tuple[Name | None, str]:
        sentence = self._layout.sentences[draft.sentence]
        block = self._layout.blocks[sentence.block]
        if block.kind in (BlockKind.TABLE, BlockKind.ITEM):
            return None, "own voice"
        quotation = self._around(draft)
        if quotation is not None:
            return self._quoted(quotation, block, sentence.block)
        here = [
            (cue, speaker)
            for cue, speaker in self._cues
            if sentence.start <= cue.start < sentence.end
            and speaker is not None
            and not self._inside(cue.start)
        ]
        for cue, speaker in here:
            if cue.source:
                return speaker, "according to"
        before = [(cue, speaker) for cue, speaker in here if cue.end <= draft.start]
        if before:
            return before[-1][1], "said before"
        for cue, speaker in here:
            if cue.start >= draft.end and self._closes(draft, cue):
                return speaker, "said after"
        return None, "own voice"

    def _closes(self, draft: Draft, cue: Cue) -> bool:
        """Whether the cue with its speaker is set off behind the words it attributes: ", the trust said"."""
        at = min(cue.speaker_start, cue.start)
        return self._text[draft.end : at].rstrip().endswith((",", "”", '"', "'", "’", "-", "–"))

    def _around(self, draft: Draft) -> Quotation | None:
        for quotation in self._quotations:
            if quotation.start <= draft.start < quotation.end:
                return quotation if quotation.end - quotation.start >= _SPEECH else None
        return None

    def _inside(self, at: int) -> bool:
        return any(q.start <= at < q.end and q.end - q.start >= _SPEECH for q in self._quotations)

    def _quoted(self, quotation: Quotation, block: Block, index: int) -> tuple[Name | None, str]:
        outside = [
            (cue, speaker)
            for cue, speaker in self._cues
            if block.start <= cue.start < block.end and speaker is not None and not self._inside(cue.start)
        ]
        after = [pair for pair in outside if quotation.end <= pair[0].start <= quotation.end + 60]
        before = [pair for pair in outside if pair[0].end <= quotation.start]
        close = [pair for pair in before if quotation.start - pair[0].end <= 120]
        for pairs, rule in (
            (close[-1:], "quotation after cue"),
            (after[:1], "quotation before cue"),
            (before[-1:], "quotation"),
            (outside[:1], "quotation"),
        ):
            if pairs:
                return pairs[0][1], rule
        earlier = [
            pair
            for pair in self._cues
            if pair[0].start < block.start and pair[1] is not None and not self._inside(pair[0].start)
        ]
        return (earlier[-1][1], "quotation goes on") if earlier else (None, "quotation")
