"""Whose words a figure stands in: by cues beside it, by its quotation, by what its paragraph carries on.

Belongs here: which cue or quotation covers a figure. Does not belong here: finding cues (speech.py) and who
they name (speakers.py), figures that the text denies (rebuttals.py), the order of it all (claimant.py).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nhscuts_pipeline.extraction.described import ANONYMOUS
from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.layout import Block, BlockKind
from nhscuts_pipeline.extraction.mentions import Mentions
from nhscuts_pipeline.extraction.names import Name
from nhscuts_pipeline.extraction.nations import Ministers
from nhscuts_pipeline.extraction.people import People
from nhscuts_pipeline.extraction.phrases import Expression
from nhscuts_pipeline.extraction.quotations import Quotation
from nhscuts_pipeline.extraction.speakers import Speakers
from nhscuts_pipeline.extraction.speech import Cue, read_cues
from nhscuts_pipeline.extraction.type_words import is_local

# A shorter quotation is words borrowed into the sentence ("in scope"), not speech.
_SPEECH = 45
_CLAUSE = 20
_OPENING = 900
_AT_ONCE = 4
_PRESENT = Expression(r"(?im)^\W*(?:(?:also )?present|in attendance|apologies)\b[^\n]{0,30}:")
_SPOKEN = Expression(r"(?i)\b(?:we|i|our|you|they|it['’]s|i['’]m|we['’]re|that['’]s)\b")


# Verbs that make a rule of their own.
ASKING_OR_CLAIMING = {"claim": "claim"} | dict.fromkeys(("asked", "asks", "put it to", "puts it to"), "asked")
# After these verbs the figure stands in the clause they introduce: not so in "told its 900 staff that ...".
_ONLY_BEHIND_THAT = frozenset(("told", "tells"))
_RELATIVE_CLAUSE = Expression(r",\s+(?:which|who|whose)\s[^,]*$")
_NEW_CLAUSE = Expression(
    r",\s+(?!and\b|or\b|which\b|who\b|but\b|the\b|an?\b|in\b|as\b|with\b|of\b|to\b|at\b)[a-z]+|;\s"
)
# A relative clause about somebody else is the narrator's: "wants the boards, which have 2,000 staff, to ...".
_ASIDE = Expression(
    r",\s+(?:which|who)\s+(?:has|have|had|runs?|employs?|is|are|was|were|serves?|"
    r"works? out|comes? to|amounts?|makes?|means|equals?|hit)\s[^,]*$"
)
# "Said that many would go by turnover, which was running at 11%"
_BACKSHIFTED = Expression(r",\s+(?:which|who)\s+(?:had|was|were)\b")
# Behind a parenthetical cue the sentence ends or goes on after a comma.
_SET_OFF = Expression(r"[^.,;:“”\"]{0,45}(?:[.,;:“”\"]|$)")
_SET_OFF_TOLD = Expression(r"(?:(?! that\b)[^.,;:“”\"]){0,90}(?:[.,;:“”\"]|$)")
# A clause that is joined on has figures of its own: "..., which Unison calls a scandal".
_JOINED = Expression(
    r"\W*(?:which|who|whose|where|while|whereas|although|though|because|if|that|and|but|so)\b"
)


# Verbs of wishing and knowing, which introduce no quotation.
_NOT_ALOUD = frozenset(
    "want wants wanted wanting hoping hopes hope expects expect expected price prices priced "
    "knew knows found believes believed fears fear hears heard requires required puts".split()
) | {"is hoping", "counts on"}
_REPORTING = frozenset("said added told claimed reported replied explained insisted warned".split())
_CARRIES_ON = Expression(
    r"\W*(?:(?:It|They|He|She)\b|"
    r"(?:A further|Another|The rest|The remainder|The others|Of (?:these|those|them|the rest))\b"
    r"(?=[^.;]*\b(?:would|had|was|were)\b))"
)
# "... a promise." *Ann Ash, leader of the council, 11 May*
_SIGNED = Expression(
    r"[”\"’']?\s*(?:[*_]{1,2}|[-–—] ?|\n(?=[A-Z][\w’'-]+ [A-Z][\w’' -]+,))"
    r"(?P<who>[A-Z][^\n“”\"*_]{3,90})(?:[*_]|\n|$)"
)
# A quotation that its sentence ends on is not the next sentence's.
_STOPS = Expression(r"[.!?]\s")


Answer = tuple[Name | None, str]
"""Who says a figure by the rules, None for the document itself, and the rule."""


@dataclass(frozen=True, slots=True)
class Said:
    """A cue with its speaker and the place where the words of both begin."""

    cue: Cue
    speaker: Name
    at: int


class Attribution:
    """The cues and quotations of one text, with their speakers."""

    def __init__(self, mentions: Mentions, people: People, ministers: Ministers) -> None:
        self._mentions = mentions
        self._layout = mentions.layout
        self._text = mentions.layout.text
        # In minutes a paragraph reports one speaker throughout.
        self._minutes = (
            " minutes of " in mentions.plain[:_OPENING]
            or _PRESENT.search(mentions.layout.text, 0, _OPENING) is not None
        )
        self._quotations = mentions.read.quotations
        self._begins = {sentence.start for sentence in self._layout.sentences}
        self.speakers = Speakers(mentions, people, ministers)
        self.cues: list[Said] = []
        for cue in read_cues(mentions.layout, mentions.plain):
            speaker, at = self.speakers.resolve(cue.speaker_start, cue.speaker_end, cue.follows, cue.wide)
            if speaker is None and cue.verb == "claim":
                speaker = ANONYMOUS
            if speaker is not None and not self._inside(cue.start):
                self.cues.append(Said(cue, speaker, min(at, cue.start)))

    def of(self, draft: Draft) -> Answer:
        """The speaker of one figure and the rule that found it."""
        sentence = self._layout.sentences[draft.sentence]
        block = self._layout.blocks[sentence.block]
        if block.kind is BlockKind.TABLE:
            return None, "own voice"
        quotation = self._around(draft)
        speaker, rule = (
            self._quoted(quotation, block)
            if quotation is not None
            else self._reported(draft, sentence.start, sentence.end, block)
        )
        return (None, "nobody named") if speaker is ANONYMOUS else (speaker, rule)

    def _reported(self, draft: Draft, first: int, last: int, block: Block) -> Answer:
        here = [said for said in self.cues if first <= said.cue.start < last]
        for said in here:
            if said.cue.source and not said.cue.start < draft.start - 160:
                return said.speaker, said.cue.verb
        for said in reversed(here):
            if said.cue.end <= draft.start and self._covers(said, draft, first):
                return said.speaker, ASKING_OR_CLAIMING.get(said.cue.verb, "said before")
        for said in here:
            if said.at >= draft.end and self._closes(draft, said):
                return said.speaker, "said after"
        return self._continued(draft, first, block)

    def _covers(self, said: Said, draft: Draft, first: int) -> bool:
        """Whether the words behind a cue still stand where the figure does, in the sentence from `first`."""
        between = self._text[said.cue.end : draft.start]
        if (
            said.cue.verb in _ONLY_BEHIND_THAT
            and " that " not in between
            and re.search(r"\bthat\b", self._text[draft.end : draft.end + 60])
        ):
            return False
        aside = _ASIDE.search(between)
        if aside and not (said.cue.verb in _REPORTING and _BACKSHIFTED.match(aside[0])):
            return False
        relative = _RELATIVE_CLAUSE.search(self._text[max(first, said.cue.start - 160) : said.cue.start])
        return not (relative and _NEW_CLAUSE.search(between))

    def _closes(self, draft: Draft, said: Said) -> bool:
        """Whether the speaker and the cue are set off behind the words they attribute: ", the trust said"."""
        between = self._text[draft.end : said.at].rstrip()
        if _JOINED.match(self._text, said.at):
            return False
        if not between.endswith((",", "”", '"', "'", "’", "-", "–", "—")):
            return False
        told = said.cue.verb in _ONLY_BEHIND_THAT
        return (
            said.cue.follows
            or (_SET_OFF_TOLD if told else _SET_OFF).match(self._text, said.cue.end) is not None
        )

    def _continued(self, draft: Draft, first: int, block: Block) -> Answer:
        """A sentence that carries on what was said: "..., she said. It had told the DTI of 90"."""
        before = [said for said in self.cues if block.start <= said.cue.start < first]
        if self._minutes:
            speaker = self._minuted(before, draft, block)
            if speaker is not None:
                return speaker, "minuted"
        behind = next((said for said in self.cues if draft.end < said.cue.start < block.end), None)
        if before and behind and behind.speaker.name == before[-1].speaker.name != ANONYMOUS.name:
            return behind.speaker, "speech goes on"
        if not before or before[-1].cue.verb not in _REPORTING:
            return None, "own voice"
        sentence = self._layout.sentences[draft.sentence]
        last = self._layout.sentences[draft.sentence - 1]
        if before[-1].cue.start >= last.start and _CARRIES_ON.match(self._text, sentence.start):
            return before[-1].speaker, "speech goes on"
        return None, "own voice"

    def _minuted(self, before: Sequence[Said], draft: Draft, block: Block) -> Name | None:
        """Who had the word in a paragraph of minutes: by a cue, or "Ms Ash spoke. It would ..."."""
        for sentence in reversed(self._layout.sentences[block.first : draft.sentence + 1]):
            cues = [said for said in before if sentence.start <= said.cue.start < sentence.end]
            if cues:
                return cues[-1].speaker
            speaker = self.speakers.present(sentence.start, sentence.start + _AT_ONCE)
            if speaker is not None:
                return speaker
        return None

    def is_quoted(self, draft: Draft) -> bool:
        """Whether a figure stands within somebody's speech in quotation marks."""
        return self._around(draft) is not None

    def _around(self, draft: Draft) -> Quotation | None:
        for quotation in self._quotations:
            if quotation.start <= draft.start < quotation.end:
                return quotation if self._is_speech(quotation) else None
        return None

    def _inside(self, at: int) -> bool:
        return any(q.start <= at < q.end and self._is_speech(q) for q in self._quotations)

    def _is_speech(self, quotation: Quotation) -> bool:
        start, end = quotation.start, quotation.end
        if end - start >= _SPEECH:
            return True
        if end - start >= _CLAUSE and _SPOKEN.search(self._text, start, end) is not None:
            return True
        # "That is one in ten." is said, however short it is.
        opens = start - 1 in self._begins or start in self._begins
        return opens and self._text.endswith((".", "!", "?", ","), start, end)

    def _quoted(self, quotation: Quotation, block: Block) -> Answer:
        """The speaker by the cue at its end or beginning, else by one of its paragraph, else the last one."""
        here = [said for said in self.cues if block.start <= said.cue.start < block.end]
        behind = [
            said
            for said in here
            if quotation.end <= min(said.at, said.cue.start) <= quotation.end + 25
            and not _STOPS.search(self._text, quotation.end, min(said.at, said.cue.start))
        ]
        if behind:
            return behind[0].speaker, "quotation before cue"
        signature = _SIGNED.match(self._text, quotation.end)
        if signature is not None:
            signed, _ = self.speakers.resolve(*signature.span("who"), True, signature.end())
            if signed is not None:
                return signed, "signed"
        here = [said for said in here if said.cue.verb not in _NOT_ALOUD]
        before = [said for said in here if said.cue.end <= quotation.start]
        if before and (quotation.start - before[-1].cue.end <= 160 or len(before) == len(here)):
            return before[-1].speaker, "quotation after cue"
        if here:
            return min(here, key=lambda said: abs(said.cue.start - quotation.start)).speaker, "quotation"
        if re.search(r"(?i)\b(?:we|our)\b", self._text[quotation.start : quotation.end]):
            named = [name for name in self._mentions.within(block.start, quotation.start) if is_local(name)]
            if named:
                return named[-1], "its own words"
        present = self.speakers.present(block.start, quotation.start)
        if present is not None:
            return present, "quotation"
        earlier = [
            said for said in self.cues if said.cue.start < block.start and said.cue.verb not in _NOT_ALOUD
        ]
        return (earlier[-1].speaker, "quotation goes on") if earlier else (None, "quotation")
