"""What a text is about at each of its sentences: the body or area last spoken of.

Belongs here: moving the focus from sentence to sentence. Does not belong here: the scope of a whole text
(scope.py), the choice for one figure (subject.py).
"""

import re

from nhscuts_pipeline.extraction.layout import BlockKind
from nhscuts_pipeline.extraction.mentions import Mentions
from nhscuts_pipeline.extraction.names import Name
from nhscuts_pipeline.extraction.national import (
    EMPLOYS,
    ENGLAND,
    NATION,
    is_area,
    is_everywhere,
    is_national,
    nation_of,
    speaks_of_others,
)
from nhscuts_pipeline.extraction.phrases import Expression
from nhscuts_pipeline.extraction.references import is_object
from nhscuts_pipeline.extraction.register import NameKind
from nhscuts_pipeline.extraction.scope import LABEL, TURN, Scope
from nhscuts_pipeline.extraction.several import last_two
from nhscuts_pipeline.extraction.type_words import is_local, is_single

_TYPE = Expression(
    r"(?i)\b(primary care trust|pct|integrated care board|icb|strategic health authority|ambulance service|"
    r"clinical commissioning group|ccg|trust|cluster)$"
)
# A new paragraph that begins so still speaks of the last one's body.
_LEANS_BACK = Expression(
    r"\W*(?:(?:Of|Among|Only|Some|Around|About|Nearly|A further|Another|The other|The remaining|But|And|"
    r"So far,?|Yet|Both|"
    r"Just|Fewer than|More than|At least|Up to|Almost)\s+)*"
    r"(?:it|its|they|their|them|these|those|he|she|his|her|the (?:trust|board|hospital|service|authority|"
    r"cluster|plan|"
    r"plans|cuts|losses|job losses|posts|proposals|redundancies|remaining|rest|total|figure|programme)|\d|"
    r"of (?:the|these|those))\b",
    re.IGNORECASE,
)


_PRONOUN = Expression(r"\b(?:[Ii]t|[Ii]ts|[Tt]hey|[Tt]heir|[Tt]hem|[Tt]hese|[Hh]e|[Ss]he|[Hh]is|[Hh]er)\b")
_HAS = Expression(
    r"(?: \([A-Z]+\))?,? (?:which |now |still |also )?"
    r"(?:has|had|covers?|covered|oversees|oversaw|runs|ran|looks after|serves|served|buys|bought|"
    r"took over|takes over|is responsible for|manages|managed|supports?|supported)\b"
)
# "It is worse at the Wold Royal, where ...": from there on the text is about it.
_WHERE = Expression(r", where\b")
_PARTNER = 60
_AND = Expression(r",? and (?:the )?")
# A verb in the plural, or one that has no singular of its own.
_DO = Expression(
    r" (?:(?:both|each|together|already|now|also) )*"
    r"(?:have|are|were|will|would|must|may|could|had|do|did|plan|expect|intend|need|face|employ|share|shared|spend|"
    r"say|hope|merged|aim|want|lose|work|sit)\b"
)
_SOURCE = Expression(r"\W*(?:Sources?|Notes?):")
# "32. WOLD HOSPITALS NHS TRUST: draft report"
_HEADED = Expression(r"[\W\d]*[^\W\d][^:]*:")


class Focus:
    """The body or area in focus; `scope` is the whole text's, None where that is the nation."""

    def __init__(self, mentions: Mentions) -> None:
        self._mentions = mentions
        self._text = mentions.layout.text
        self._local = {name.name: name for name in mentions.all if is_local(name)}
        self._national = {
            name.behind or name.name
            for name in mentions.all
            if name.sort in ("department", "government", "party", "regulator", "think_tank", "employer_body")
            or (name.kind is NameKind.PERSON and name.behind not in self._local)
        }
        scope = Scope(mentions)
        self.is_site = scope.is_site
        self.body_of = scope.body_of
        self.section: Name | None = None
        self.nation = nation_of(mentions)
        self.scope = mentions.own or scope.read()
        self.name: Name | None = self.scope
        self._in_list = False
        self._before_list: Name | None = None

    def enter(self, index: int) -> None:
        """Begin a sentence; a heading that is a body's name sets the section, a paragraph starts afresh."""
        sentence = self._mentions.layout.sentences[index]
        block = self._mentions.layout.blocks[sentence.block]
        if index != block.first or _SOURCE.match(self._text, sentence.start):
            return
        if block.kind is not BlockKind.ITEM and self._in_list:
            self._in_list, self.name = False, self._before_list
        if block.kind is BlockKind.HEADING:
            found = [name for name in self._mentions.within(block.start, block.end) if is_local(name)]
            alone = found and (
                found[0].end - found[0].start > 0.6 * (block.end - block.start)
                or _HEADED.fullmatch(self._text, block.start, found[0].end + 1)
            )
            self.section = found[0] if alone else None
            self.name = self.section or self.scope
        elif block.kind is BlockKind.ITEM:
            # Every item of a list begins with what stood before the list.
            if not self._in_list:
                self._before_list = self.name
            self._in_list = True
            self.name = self._before_list
        elif (
            self._mentions.own is not None
            or TURN.match(self._text, block.start)
            or (
                block.kind is BlockKind.PARAGRAPH
                and block.end - block.start > LABEL
                and not _LEANS_BACK.match(self._text, block.start)
                and not _PRONOUN.search(self._text, sentence.start, sentence.end)
            )
        ):
            self.name = self.section or self.scope

    def leave(self, index: int) -> None:
        """End a sentence: the first body or area that it is about is in focus from here on."""
        sentence = self._mentions.layout.sentences[index]
        if self._mentions.layout.blocks[sentence.block].kind is BlockKind.TABLE:
            return
        if _SOURCE.match(self._text, sentence.start):
            return
        for name in self._mentions.within(sentence.start, sentence.end):
            if self.is_site(name):
                continue
            spoken_of = not is_object(self._text, name) or _WHERE.match(self._text, name.end)
            if is_area(name) and spoken_of and not is_everywhere(name):
                if self.section is None or name.sort != "sha":
                    self.name = self._with_partner(name) or name
                return
            if (
                is_national(name)
                and name.start - sentence.start < 40
                and not speaks_of_others(self._text, name)
                and (name.sort != "department" or EMPLOYS.match(self._text, name.end))
            ):
                self.name = name
                return

    def _with_partner(self, name: Name) -> Name | None:
        """Two bodies that do something together, as one subject: "Wold ICB and Marsh ICB have shared ..."."""
        if name.kind is not NameKind.BODY or name.sort == "group":
            return None
        second = next(iter(self._mentions.within(name.end, name.end + _PARTNER)), None)
        if second is None or not is_single(second) or second.name == name.name:
            return None
        together = _AND.fullmatch(self._text, name.end, second.start) and _DO.match(self._text, second.end)
        return last_two([name, second]) if together else None

    @property
    def service(self) -> Name:
        """The nation whose every body is spoken of: England, where the text is not about another."""
        return ENGLAND if self.nation.name == NATION.name else self.nation

    @property
    def in_section(self) -> bool:
        """Whether the text stands under one body's name: groups are counted there only in passing."""
        return self.section is not None and self.section.sort != "group"

    def has_them(self, index: int) -> bool:
        """Whether a sentence says of one body how many others it has: that body is spoken of on."""
        sentence = self._mentions.layout.sentences[index]
        first = next(iter(self._mentions.within(sentence.start, sentence.end)), None)
        return first is not None and is_single(first) and _HAS.match(self._text, first.end) is not None

    def use(self, name: Name) -> None:
        """Put a figure's own subject in focus: a group that is counted is spoken of next."""
        self.name = name

    def claimant(self, claimant: str | None) -> Name | None:
        """The body that says a figure, where a body of the text does."""
        return self._local.get(claimant) if claimant else None

    def area(self, at: int) -> Name | None:
        """The region or place last named before that place, or the text's."""
        if self.scope is not None and self.scope.kind is NameKind.REGION:
            return self.scope
        areas = [
            name
            for name in self._mentions.before(at)
            if name.kind is NameKind.REGION and name.sort != "country"
        ]
        return areas[-1] if areas else None

    def speaks_for_nation(self, claimant: str | None) -> bool:
        """Whether a claimant is a ministry, a party or their like."""
        return claimant in self._national

    def typed(self, bare: str, like: Name | None = None) -> Name:
        """A bare name as a body of another's type: "Middlesbrough" after "Sunderland trust"."""
        for name in self._local.values():
            if name.name.startswith(bare) and name.sort != "bare":
                return name
        like = like or self.name
        kind = _TYPE.search(like.name) if like is not None else None
        sort = "trust" if like is None else "bare" if like.sort == "group" else like.sort
        return Name(0, 0, f"{bare} {kind[0]}" if kind else bare, NameKind.BODY, sort)
