"""Figures that a text denies, questions or holds against somebody: whose they are.

Belongs here: who claimed what is only contested. Does not belong here: what a speaker says in his own words
(attribution.py), whether a figure is contested at all (modality.py).
"""

from nhscuts_pipeline.extraction.attribution import ASKING_OR_CLAIMING, Attribution
from nhscuts_pipeline.extraction.body_words import NEWSPAPER
from nhscuts_pipeline.extraction.described import ANONYMOUS
from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.mentions import Mentions
from nhscuts_pipeline.extraction.names import Name
from nhscuts_pipeline.extraction.phrases import Expression
from nhscuts_pipeline.extraction.register import NameKind
from nhscuts_pipeline.extraction.short_forms import core

_OWNED = Expression(r"['’]s?\s(?:[\w-]+\s){0,5}$")
_CLAIMED = Expression(
    r"['’]s? (?:own |latest |earlier )?(?:assurances?|claims?|figures?|estimates?|assertions?|"
    r"suggestions?|allegations?|"
    r"predictions?|warnings?|numbers?|total|forecasts?|arithmetic|sums?)\b"
)
_GIVEN_BY = Expression(
    r"\b(?:claimed|quoted|put about|suggested|cited|reported|printed|published|given|used|made|"
    r"bandied about) by (?:the )?$"
)
# "... the 90 jobs which Col Aster of Unison offered your reporter"
_OFFERED = Expression(
    r"[”\"’']?(?: [\w-]+){0,4},? (?:that|which) (?P<who>[^.,;:]{3,60}?) (?:has |had |have )?"
    r"(?:offered|gave|given|put|quoted|claimed|used|cited|mentioned|printed|put about|produced|came up with|"
    r"bandied|floated|circulated|tweeted|posted)\b"
)
_BY_OPPONENT = Expression(
    r"\b(?:suggest\w+|claim\w*|assertion|assert\w*|statement|allegation|charge|figure|said|estimate) "
    r"(?:made |put )?(?:by |from )?(?:the |my )?(?:noble|right hon|hon)\b"
)
_PRINTED = Expression(r"\b(?:printed|published|ran|carried|headline|front page)\b")
_DENIED = Expression(
    r"\b(?:[Oo]ur (?:item|story|report|post|article|headline)|den(?:y|ies|ied)|reject\w*|dismiss\w*|"
    r"disput\w*|not|n['’]t|never|no|wrong\w*|untrue|false|rumours?|"
    r"reports? that|claims? that|suggestions? that|talk of|nonsense|fantasy)\b"
)
# "insisted that 60 was not its figure", "said the 90 included those who had left"
_IS_SPOKEN_OF = Expression(
    r"[”\"’']? (?:was|were|is|bore|bears|had|has|comes?|came|took|takes|includes?|included|did|does|"
    r"appears?|appeared) "
)
_PAPER = Expression(rf"\b[Tt]he [*_]{{0,2}}(?P<name>(?:[A-Z]\w+ )*(?:{NEWSPAPER}))\b")
_OPPONENTS = Expression(
    r"\b(?:Lord|Lady|Gentleman|Member|Friend)['’]s (?:own )?$|"
    r"\bnot (?:accept|recogni[sz]e)(?: that| the)? [“\"'‘]?$"
)
_THE_NUMBER = Expression(r"(?<!\bof )(?<!among )(?<!\bOf )\b[Tt]he $")
# A number without a noun is spoken of as a number.
_ALONE = Expression(r"[.;]|,? [“\"‘']|,? (?:and|as|was|is|includes?|appears?|comes?|came)\b")


class Rebuttals:
    """The contested figures of one text."""

    def __init__(self, mentions: Mentions, attribution: Attribution) -> None:
        self._mentions = mentions
        self._layout = mentions.layout
        self._text = mentions.layout.text
        self._attribution = attribution

    def owner(self, draft: Draft) -> Name | None:
        """Whose a number is said to be: "the union's 400", "the 400 quoted by the union"."""
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
        return None

    def contested(self, draft: Draft) -> Name | None:
        """Whose a figure is that the text only denies: "the union's 400", "the 700 printed in the Argus"."""
        owner = self.owner(draft)
        if owner is not None:
            return owner
        sentence = self._layout.sentences[draft.sentence]
        for said in reversed(self._attribution.cues):
            asks = (
                said.cue.verb in ASKING_OR_CLAIMING
                and sentence.start <= said.cue.start
                and said.cue.end <= draft.start
            )
            if asks and said.speaker is not ANONYMOUS:
                return self.in_person(draft) if is_own(self._mentions, said.speaker) else said.speaker
        offered = _OFFERED.match(self._text, draft.end, sentence.end)
        if offered is not None:
            speaker, _ = self._attribution.speakers.resolve(*offered.span("who"), False, offered.start("who"))
            if speaker is not None and speaker is not ANONYMOUS:
                return speaker
        before = self._layout.sentences[max(0, draft.sentence - 1)]
        paper = _PAPER.search(self._text, sentence.start, sentence.end) or (
            _PAPER.search(self._text, before.start, before.end)
            if before.block == sentence.block and _PRINTED.search(self._text, sentence.start, sentence.end)
            else None
        )
        return (
            Name(paper.start("name"), paper.end("name"), paper["name"], NameKind.CLAIMANT, "media")
            if paper
            else None
        )

    def in_person(self, draft: Draft) -> Name | None:
        """The person whom the sentence of a figure names first, before the figure."""
        sentence = self._layout.sentences[draft.sentence]
        person = self._attribution.speakers.people.within(sentence.start, draft.start)
        if person is None:
            return None
        return person.as_name()

    def is_opponents(self, draft: Draft) -> bool:
        """Whether a figure is held to be what another speaker of the debate claimed."""
        first = self._layout.sentences[draft.sentence].start
        return _BY_OPPONENT.search(self._text, first, draft.start) is not None

    def is_stated(self, draft: Draft) -> bool:
        """Whether a figure is stated first and rebutted then: "Unison said 90 would go, which is untrue"."""
        first = self._layout.sentences[draft.sentence].start
        return not _DENIED.search(self._text, first, draft.start) and not _IS_SPOKEN_OF.match(
            self._text, draft.end
        )


def is_own(mentions: Mentions, speaker: Name) -> bool:
    """Whether a speaker is the body whose document this is."""
    return mentions.own is not None and core(speaker.name) == core(mentions.own.name)


def is_held_against(text: str, draft: Draft) -> bool:
    """Whether a number is spoken of as somebody's: "the noble Lord's 400", "did not recognise the 400"."""
    if _OPPONENTS.search(text, max(0, draft.start - 40), draft.start):
        return True
    alone = _ALONE.match(text, draft.end) is not None
    return alone and _THE_NUMBER.search(text, max(0, draft.start - 16), draft.start) is not None
