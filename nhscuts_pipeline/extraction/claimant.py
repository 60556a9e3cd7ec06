"""Who says a figure: an ordered sieve from the cue beside it to the silence of the document's own voice.

Belongs here: which speaker a figure belongs to. Does not belong here: cues (speech.py), people (speakers.py),
debates and written answers (turns.py). Prefers nobody to the wrong name.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from nhscuts_pipeline.contracts.vocabulary import Modality
from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.layout import Block, BlockKind
from nhscuts_pipeline.extraction.mentions import Mentions
from nhscuts_pipeline.extraction.names import Name
from nhscuts_pipeline.extraction.nations import Ministers, other_nation
from nhscuts_pipeline.extraction.people import People, read_people
from nhscuts_pipeline.extraction.quotations import Quotation, read_quotations
from nhscuts_pipeline.extraction.references import is_local
from nhscuts_pipeline.extraction.register import NameKind
from nhscuts_pipeline.extraction.short_forms import core
from nhscuts_pipeline.extraction.speakers import ANONYMOUS, Speakers
from nhscuts_pipeline.extraction.speech import Cue, read_cues
from nhscuts_pipeline.extraction.turns import read_turns

# A shorter quotation is words borrowed into the sentence ("in scope"), not speech.
_SPEECH = 45
_CLAUSE = 20
_OPENING = 600
_SPOKEN = re.compile(r"(?i)\b(?:we|i|our|you|they|it['’]s|i['’]m|we['’]re|that['’]s)\b")


def set_claimants(mentions: Mentions, drafts: Sequence[Draft], on: date | None) -> None:
    """Fill `claimant`, `claimant_id`, `rules["claimant"]` and doubts."""
    ministers = Ministers(other_nation(mentions.layout.text), on)
    people = read_people(mentions, ministers)
    turns = read_turns(mentions, people, ministers)
    attribution = _Attribution(mentions, people, ministers)
    said: dict[tuple[float, float | None], Name] = {}

    def _named(draft: Draft) -> bool:
        """Whether the sentence names a person."""
        sentence = mentions.layout.sentences[draft.sentence]
        return people.within(sentence.start, sentence.end) is not None

    for draft in sorted(drafts, key=lambda draft: draft.start):
        turn = next((turn for turn in reversed(turns) if turn.start <= draft.start), None)
        speaker, rule = (turn.speaker, "turn") if turn and turn.speaker else attribution.of(draft)
        key = (draft.value, draft.value_to)
        if draft.modality is Modality.DISPUTED and (rule not in ("turn", "asked", "claim") or key in said):
            # Whoever said it first; the one who denies it never.
            speaker, rule = said.get(key) or attribution.contested(draft), "disputed"
        elif key in said and _is_held_against(mentions.layout.text, draft):
            speaker, rule = said[key], "disputed"
        elif speaker is not None and _is_own(mentions, speaker) and rule in _REPORTED and not _named(draft):
            speaker, rule = None, "own voice"  # "the Trust expects ..." in the trust's own paper
        elif speaker is not None:
            said.setdefault(key, speaker)
        draft.claimant = speaker.name if speaker else None
        draft.claimant_id = speaker.id if speaker else None
        draft.rules["claimant"] = rule
        if rule in _WEAK and speaker is not None:
            draft.doubts.append(_WEAK[rule])


def _is_held_against(text: str, draft: Draft) -> bool:
    """Whether a number is spoken of as somebody's: "the noble Lord's 400", "did not recognise the 400"."""
    if _OPPONENTS.search(text, max(0, draft.start - 40), draft.start):
        return True
    alone = _ALONE.match(text, draft.end) is not None
    return alone and _THE_NUMBER.search(text, max(0, draft.start - 16), draft.start) is not None


_OPPONENTS = re.compile(
    r"\b(?:Lord|Lady|Gentleman|Member|Friend)['’]s (?:own )?$|"
    r"\bnot (?:accept|recogni[sz]e)(?: that| the)? [“\"'‘]?$"
)
_THE_NUMBER = re.compile(r"(?<!\bof )(?<!among )(?<!\bOf )\b[Tt]he $")
# A number without a noun is spoken of as a number.
_ALONE = re.compile(r"[.;]|,? [“\"‘']|,? (?:and|as|was|is|includes?|appears?|comes?|came)\b")
_REPORTED = ("said before", "said after", "speech goes on", "minuted")


def _is_own(mentions: Mentions, speaker: Name) -> bool:
    return mentions.own is not None and core(speaker.name) == core(mentions.own.name)


_WEAK = {
    "quotation goes on": "the speaker is named in an earlier paragraph only",
    "speech goes on": "the sentence seems to carry on what was said before",
}
# After these verbs the figure stands in the clause they introduce: not so in "told its 900 staff that ...".
_ONLY_BEHIND_THAT = frozenset(("told", "tells"))
_RELATIVE_CLAUSE = re.compile(r",\s+(?:which|who|whose)\s[^,]*$")
_NEW_CLAUSE = re.compile(
    r",\s+(?!and\b|or\b|which\b|who\b|but\b|the\b|an?\b|in\b|as\b|with\b|of\b|to\b|at\b)[a-z]+|;\s"
)
# A relative clause about somebody else is the narrator's: "wants the boards, which have 2,000 staff, to ...".
_ASIDE = re.compile(r",\s+(?:which|who)\s+(?:has|have|had|runs?|employs?|is|are|was|were|serves?)\s[^,]*$")
# Behind a parenthetical cue the sentence ends or goes on after a comma.
_SET_OFF = re.compile(r"[^.,;:“”\"]{0,45}(?:[.,;:“”\"]|$)")


# Verbs of wishing and knowing, which introduce no quotation.
_NOT_ALOUD = frozenset(
    "want wants wanted wanting hoping hopes hope expects expect expected price prices priced "
    "knew knows found believes believed fears fear hears heard requires required puts".split()
) | {"is hoping", "counts on"}
_REPORTING = frozenset("said added told claimed reported replied explained insisted warned".split())
_CARRIES_ON = re.compile(r"\W*(?:It|They|He|She)\b")
# "... a promise." *Ann Ash, leader of the council, 11 May*
_SIGNED = re.compile(r"[”\"’']?\s*(?:[*_]{1,2}|[-–—] ?)(?P<who>[A-Z][^\n“”\"*_]{3,90})(?:[*_]|\n|$)")
_OWNED = re.compile(r"['’]s?\s(?:[\w-]+\s){0,5}$")
_CLAIMED = re.compile(
    r"['’]s? (?:own |latest |earlier )?(?:assurances?|claims?|figures?|estimates?|assertions?|"
    r"suggestions?|allegations?|"
    r"predictions?|warnings?|numbers?|total|forecasts?|arithmetic|sums?)\b"
)
_GIVEN_BY = re.compile(
    r"\b(?:claimed|quoted|put about|suggested|cited|reported|printed|published|given|used|made|"
    r"bandied about) by (?:the )?$"
)
_PAPER = re.compile(
    r"\b[Tt]he [*_]{0,2}(?P<name>(?:[A-Z]\w+ )*(?:Gazette|Courier|Post|Herald|Chronicle|Mercury|Echo|"
    r"Times|Mail|"
    r"Express|Argus|Standard|"
    r"Telegraph|Journal|News|Star|Mirror|Sun|Guardian|Observer|Register|Beacon|Advertiser|Reporter|Press|"
    r"Citizen|Tribune))\b"
)


class _Attribution:
    """The cues and quotations of one text, with their speakers."""

    def __init__(self, mentions: Mentions, people: People, ministers: Ministers) -> None:
        self._mentions = mentions
        self._layout = mentions.layout
        self._text = mentions.layout.text
        # In minutes a paragraph reports one speaker throughout.
        self._minutes = " minutes of " in mentions.folded[:_OPENING]
        self._quotations = read_quotations(mentions.layout)
        self._speakers = Speakers(mentions, people, ministers)
        self._cues: list[_Said] = []
        for cue in read_cues(mentions.layout, mentions.folded):
            speaker, at = self._speakers.resolve(cue.speaker_start, cue.speaker_end, cue.follows, cue.wide)
            if speaker is None and cue.verb == "claim":
                speaker = ANONYMOUS
            if speaker is not None and not self._inside(cue.start):
                self._cues.append(_Said(cue, speaker, min(at, cue.start)))

    def of(self, draft: Draft) -> tuple[Name | None, str]:
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

    def contested(self, draft: Draft) -> Name | None:
        """Whose a figure is that the text only denies: "the union's 400", "the 700 printed in the Argus"."""
        sentence = self._layout.sentences[draft.sentence]
        for name in self._mentions.within(sentence.start, sentence.end):
            lead = self._text[max(sentence.start, name.start - 24) : name.start]
            owner = _OWNED.match(self._text[name.end : draft.start]) if name.end <= draft.start else None
            if name.kind is not NameKind.REGION and (
                owner
                or (name.end <= draft.start and _CLAIMED.match(self._text, name.end))
                or (name.start > draft.end and _GIVEN_BY.search(lead))
            ):
                return name
        paper = _PAPER.search(self._text, sentence.start, sentence.end)
        return (
            Name(paper.start("name"), paper.end("name"), paper["name"], NameKind.CLAIMANT, "media")
            if paper
            else None
        )

    def _reported(self, draft: Draft, first: int, last: int, block: Block) -> tuple[Name | None, str]:
        here = [said for said in self._cues if first <= said.cue.start < last]
        for said in here:
            if said.cue.source and not said.cue.start < draft.start - 160:
                return said.speaker, said.cue.verb
        for said in reversed(here):
            if said.cue.end <= draft.start and self._covers(said, draft, first):
                rule = said.cue.verb if said.cue.verb in ("asked", "claim") else "said before"
                return said.speaker, rule
        for said in here:
            if said.at >= draft.end and self._closes(draft, said):
                return said.speaker, "said after"
        return self._continued(draft, first, block)

    def _covers(self, said: "_Said", draft: Draft, first: int) -> bool:
        """Whether the words behind a cue still stand where the figure does, in the sentence from `first`."""
        between = self._text[said.cue.end : draft.start]
        if (
            said.cue.verb in _ONLY_BEHIND_THAT
            and " that " not in between
            and re.search(r"\bthat\b", self._text[draft.end : draft.end + 60])
        ):
            return False
        if _ASIDE.search(between):
            return False
        relative = _RELATIVE_CLAUSE.search(self._text[max(first, said.cue.start - 160) : said.cue.start])
        return not (relative and _NEW_CLAUSE.search(between))

    def _closes(self, draft: Draft, said: "_Said") -> bool:
        """Whether the speaker and the cue are set off behind the words they attribute: ", the trust said"."""
        between = self._text[draft.end : said.at].rstrip()
        if not between.endswith((",", "”", '"', "'", "’", "-", "–", "—")):
            return False
        return said.cue.follows or _SET_OFF.match(self._text, said.cue.end) is not None

    def _continued(self, draft: Draft, first: int, block: Block) -> tuple[Name | None, str]:
        """A sentence that carries on what was said: "..., she said. It had told the DTI of 90"."""
        before = [said for said in self._cues if block.start <= said.cue.start < first]
        if before and self._minutes:
            return before[-1].speaker, "minuted"
        behind = next((said for said in self._cues if draft.end < said.cue.start < block.end), None)
        if before and behind and behind.speaker == before[-1].speaker is not ANONYMOUS:
            return behind.speaker, "speech goes on"
        if not before or before[-1].cue.verb not in _REPORTING:
            return None, "own voice"
        sentence = self._layout.sentences[draft.sentence]
        last = next(span for span in reversed(self._layout.sentences[: draft.sentence]) if span.end <= first)
        if before[-1].cue.start >= last.start and _CARRIES_ON.match(self._text, sentence.start):
            return before[-1].speaker, "speech goes on"
        return None, "own voice"

    def _around(self, draft: Draft) -> Quotation | None:
        for quotation in self._quotations:
            if quotation.start <= draft.start < quotation.end:
                return quotation if self._is_speech(quotation) else None
        return None

    def _inside(self, at: int) -> bool:
        return any(q.start <= at < q.end and self._is_speech(q) for q in self._quotations)

    def _is_speech(self, quotation: Quotation) -> bool:
        length = quotation.end - quotation.start
        return length >= _SPEECH or (
            length >= _CLAUSE and _SPOKEN.search(self._text, quotation.start, quotation.end) is not None
        )

    def _quoted(self, quotation: Quotation, block: Block) -> tuple[Name | None, str]:
        """The speaker by the cue at its end or beginning, else by one of its paragraph, else the last one."""
        here = [said for said in self._cues if block.start <= said.cue.start < block.end]
        behind = [
            said for said in here if quotation.end <= min(said.at, said.cue.start) <= quotation.end + 25
        ]
        if behind:
            return behind[0].speaker, "quotation before cue"
        signature = _SIGNED.match(self._text, quotation.end)
        if signature is not None:
            signed, _ = self._speakers.resolve(*signature.span("who"), True, signature.end())
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
        present = self._speakers.present(block.start, quotation.start)
        if present is not None:
            return present, "quotation"
        earlier = [
            said for said in self._cues if said.cue.start < block.start and said.cue.verb not in _NOT_ALOUD
        ]
        return (earlier[-1].speaker, "quotation goes on") if earlier else (None, "quotation")


@dataclass(frozen=True, slots=True)
class _Said:
    """A cue with its speaker and the place where the words of both begin."""

    cue: Cue
    speaker: Name
    at: int
