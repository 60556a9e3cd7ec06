"""What a text is about at each of its sentences: the body or area last spoken of.

Belongs here: the scope of a whole text, and moving the focus from sentence to sentence. Does not belong here:
the choice for one figure (subject.py).
"""

import re
from collections import Counter

from nhscuts_pipeline.extraction.layout import BlockKind, Sentence
from nhscuts_pipeline.extraction.mentions import Mentions
from nhscuts_pipeline.extraction.names import Name
from nhscuts_pipeline.extraction.references import is_local, is_object
from nhscuts_pipeline.extraction.register import NameKind
from nhscuts_pipeline.extraction.short_forms import core

NATION = Name(0, 0, "NHS", NameKind.REGION, "country", "nhs")
ENGLAND = Name(0, 0, "England", NameKind.REGION, "country", "england")

_TYPE = re.compile(
    r"(?i)\b(primary care trust|pct|integrated care board|icb|strategic health authority|ambulance service|"
    r"clinical commissioning group|ccg|trust|cluster)$"
)
# A new paragraph that begins so still speaks of the last one's body.
_LEANS_BACK = re.compile(
    r"\W*(?:(?:Of|Among|Only|Some|Around|About|Nearly|A further|Another|The other|The remaining|But|And|"
    r"So far,?|Yet|Both|"
    r"Just|Fewer than|More than|At least|Up to|Almost)\s+)*"
    r"(?:it|its|they|their|them|these|those|he|she|his|her|the (?:trust|board|hospital|service|authority|"
    r"cluster|plan|"
    r"plans|cuts|losses|job losses|posts|proposals|redundancies|remaining|rest|total|figure|programme)|\d|"
    r"of (?:the|these|those))\b",
    re.IGNORECASE,
)


_NHS_BODIES = re.compile(r" (?:bodies|organisations|trusts|hospitals|boards|employers|offices|managers)\b")
_ONE_OF = re.compile(r"\bone of (?:[\w’'-]+ ){0,6}$")
_ANY = re.compile(r"\b(?:an?|one|another|some)\s+$", re.IGNORECASE)
# A paragraph as short as this is a label of the next one.
_LABEL = 30
_PRONOUN = re.compile(r"\b(?:[Ii]t|[Ii]ts|[Tt]hey|[Tt]heir|[Tt]hem|[Tt]hese|[Hh]e|[Ss]he|[Hh]is|[Hh]er)\b")
# After these verbs a national body speaks of others: "NHS England told trusts to ...".
ORDERS = re.compile(
    r"(?:,? which [^,]{3,60},)? (?:spokes\w+|officials?|sources?|figures|insiders|statistics|records)\b|"
    r"['’]s (?:chief|director|head|finance|medical|chair|boss)|(?:['’]s [a-z ]+,?|, (?:which|"
    r"who) [^,]{3,70})?\W+(?:(?:has|had|have|is|was|will|would|also|then|once)\s+)*"
    r"(?:said|says|say|told|tells|requires?|required|wants?|wanted|expects?|asked|not|made clear|ordered|"
    r"sets?|"
    r"announced|assures|assured|admitted|disclosed|calls?|called|puts?|thought|believes|estimates?|"
    r"instruct(?:s|ed)|"
    r"direct(?:s|ed)|wrote|writes|issued|reckons?|reckoned|advis(?:es|ed)|demand(?:s|ed)|insist(?:s|ed)|"
    r"warn(?:s|ed)|"
    r"confirm(?:s|ed)|reveal(?:s|ed)|urg(?:es|ed)|hopes?|hoped|counts?|reports?|reported|predicts?|"
    r"published|gave|counted|calculat(?:es|ed)|inform(?:s|ed)|fixed|does not|did not|ring-fenced|allocated|"
    r"anticipat(?:es|ed)|promis(?:es|ed)|recorded|records|finds?|found|puts|suggests?|show(?:s|ed))\b"
)


# A ministry's own jobs or money, not those it speaks of: "the department has a further 3,300".
EMPLOYS = re.compile(
    r"(?: \([A-Z]+\))?(?:['’]s (?:own )?(?:staff|workforce|headcount|officials|civil servants|administration|"
    r"running|core|budget|jobs|posts)|(?:,? (?:itself |alone |which )?|, for its part, )(?:employs?|employed|grew|shrank|(?:has|have|"
    r"had) (?:a further |about |around |some |more than |"
    r"nearly |almost |over )?[\d£]|(?:is|was|are) (?:cutting|losing|shedding|to (?:lose|cut|shed|spend))|"
    r"spends?|spent|"
    r"(?:will|would|must) (?:lose|shed))|"
    r" (?:around |about |some |nearly )?[\d£])\b"
)

_SOURCE = re.compile(r"\W*(?:Sources?|Notes?):")
_SAID_THERE = re.compile(r" (?:yesterday|today|last|this|on [A-Z])")
_BYLINE = re.compile(r"\A[^.]{0,80}\b(?i:correspondent|reporter|editor)\b[^.]{0,40}\Z")
# "32. WOLD HOSPITALS NHS TRUST: draft report"
_HEADED = re.compile(r"[\W\d]*[^\W\d][^:]*:")
_FEW = re.compile(
    r"(?:two|three|four|five|six|seven|eight|nine) (?:integrated|primary|clinical|health boards|boards)\b"
)
# In a debate every speaker begins anew.
_TURN = re.compile(
    r"\W*(?:\d+\. )?(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness|Earl|Viscount|The Minister|"
    r"The Secretary|"
    r"The Parliamentary)\b[^:\n]{0,110}:"
)


# "Holyrood", "the Scottish Government", "Cardiff's health minister": a text of one of the other nations.
_OTHER_NATIONS = {
    "Scotland": re.compile(r"\bScot(?:land|tish|s)\b|\bHolyrood\b|\bMSPs?\b"),
    "Wales": re.compile(r"\bWales\b|\bWelsh\b|\bSenedd\b"),
    "Northern Ireland": re.compile(
        r"\bhealth and social (?:care|services) (?:trusts?|boards?)\b|\bNorthern Ireland\b|\bStormont\b|\bNorthern Irish\b",
        re.IGNORECASE,
    ),
}
_OF_ENGLAND = re.compile(r"\bEng(?:land|lish)\b|\bprimary care trusts?\b|\bPCTs?\b|\bICBs?\b|\bWhitehall\b")
_RUNS_HOSPITALS = frozenset(("trust", "acute_trust", "community_trust", "mental_health_trust"))
# A text of so many bodies is of none that it names once.
_MANY = 3
_LEAD = 6
# Spoken of so often, and more often than England, a nation is what the text is about.
_OFTEN = 3
_EARLY = 300


def _nation(mentions: Mentions) -> Name:
    text = mentions.layout.text
    counts = {nation: len(words.findall(text)) for nation, words in _OTHER_NATIONS.items()}
    most = max(counts, key=lambda nation: counts[nation])
    early = _OTHER_NATIONS[most].search(text, 0, _EARLY) is not None
    of_england = len(_OF_ENGLAND.findall(text))
    if (counts[most] >= _OFTEN and counts[most] > of_england) or (early and counts[most] > 1 and not of_england):
        known = [name for name in mentions.all if name.name == most and name.kind is NameKind.REGION]
        return known[0] if known else Name(0, 0, most, NameKind.REGION, "country")
    said = any(name.name == "England" or name.name.startswith("England ") for name in mentions.all)
    return ENGLAND if said else NATION


def is_national(name: Name) -> bool:
    """Whether a name is a body of the whole service that has jobs and money of its own."""
    return (
        name.sort in ("national_body", "department") and name.kind is NameKind.BODY
    ) or name.name == "NHS England"


def is_area(name: Name) -> bool:
    """Whether a name is a region, or a body or group below the nation."""
    return is_local(name) or (name.kind is NameKind.REGION and name.sort not in ("country", "place"))


def is_everywhere(name: Name) -> bool:
    """Whether a name is all bodies of a kind, without an area: "primary care trusts", "12 trusts"."""
    return (
        name.sort == "group"
        and (not name.name[:1].isupper() or name.name.startswith("England "))
        and not is_few(name)
    )


def is_few(name: Name) -> bool:
    """Whether a group is of so few that it is not the whole country's: "three integrated care boards"."""
    return name.sort == "group" and _FEW.match(name.name) is not None


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
        runs = [core(name.name) for name in mentions.all if name.sort in _RUNS_HOSPITALS]
        self._trusts = {name for name in runs if runs.count(name) > 1 and 2 * runs.count(name) > len(runs)}
        self.section: Name | None = None
        self.nation = _nation(mentions)
        self.scope = mentions.own or self._scope()
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
            or _TURN.match(self._text, block.start)
            or (
                block.kind is BlockKind.PARAGRAPH
                and block.end - block.start > _LABEL
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
            if is_area(name) and not is_object(self._text, name) and not is_everywhere(name):
                if self.section is None or name.sort != "sha":
                    self.name = name
                return
            if (
                is_national(name)
                and name.start - sentence.start < 40
                and not ORDERS.match(self._text, name.end)
                and (name.sort != "department" or EMPLOYS.match(self._text, name.end))
            ):
                self.name = name
                return

    def is_site(self, name: Name) -> bool:
        """Whether a hospital is one of the trust's that a text is about: its jobs are that trust's."""
        hospital = name.sort == "hospital" or (name.sort == "bare" and name.name.startswith("St "))
        return (
            hospital
            and not name.name.lower().endswith("board")
            and len(self._trusts) == 1
            and core(name.name) not in self._trusts
        )

    @property
    def service(self) -> Name:
        """The nation whose every body is spoken of: England, where the text is not about another."""
        return ENGLAND if self.nation.name == NATION.name else self.nation

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
        sort = like.sort if like is not None else "trust"
        return Name(0, 0, f"{bare} {kind[0]}" if kind else bare, NameKind.BODY, sort)

    def body_of(self, place: Name) -> Name:
        """The one body of the text that carries a place's name, otherwise the place."""
        bodies = {name.name: name for name in self._local.values() if f" {place.name} " in f" {name.name} "}
        return next(iter(bodies.values())) if len(bodies) == 1 else place

    def _scope(self) -> Name | None:
        """What the title, or else the first sentences, are about; failing these the body named most."""
        parts = [self._mentions.title]
        layout = self._mentions.layout
        parts += [
            self._mentions.within(part.start, part.end)
            for part in self._lead()
        ]
        for part in parts:
            for name in part:
                if is_everywhere(name) and not _ONE_OF.search(
                    self._text, max(0, name.start - 60), name.start
                ):
                    return name
                if self._bounds(name) and (
                    part is parts[0] or (not self._is_any(name) and self._comes_back(name))
                ):
                    if name.sort != "place":
                        return name
                    body = self.body_of(name)
                    # A town named once in passing is where something was said.
                    in_passing = part is not parts[0] and " " not in name.name
                    if body is not name or not in_passing or self._is_topic(name):
                        return body
            if part is not parts[0] and any(name.sort == "country" and self._whole(name) for name in part):
                return None
        return self._named_most()

    def _lead(self) -> list[Sentence]:
        """The first sentences that can say what a text is about; not its date, its byline or what is asked."""
        layout = self._mentions.layout
        lead = layout.sentences[:_LEAD]
        if not any(_TURN.match(self._text, block.start) for block in layout.blocks):
            lead = [
                sentence
                for sentence in lead
                if sentence.end - sentence.start > _LABEL
                and not _BYLINE.search(self._text, sentence.start, sentence.end)
            ]
        return [part for part in lead[:3] if layout.blocks[part.block].kind is not BlockKind.TABLE]

    def _is_topic(self, place: Name) -> bool:
        """Whether a place owns something or is named again: not where somebody said something once."""
        if self._text.startswith(("'", "’"), place.end):
            return True
        return self._text.count(place.name) > 1 and not _SAID_THERE.match(self._text, place.end)

    def _is_any(self, name: Name) -> bool:
        """Whether a body is one of several: "a Midlands cluster", or an item of a list and no more."""
        block = next((block for block in self._mentions.layout.blocks if name.start < block.end), None)
        if block is not None and block.kind is BlockKind.ITEM:
            return sum(other.name == name.name for other in self._mentions.all) < 2
        return _ANY.search(self._text, max(0, name.start - 12), name.start) is not None

    def _comes_back(self, name: Name) -> bool:
        """Whether the text speaks of a body again, or of no other: else it only opens with it."""
        bodies = [
            core(other.name) for other in self._mentions.all if is_local(other) and other.sort != "group"
        ]
        return not is_local(name) or bodies.count(core(name.name)) > 1 or len(set(bodies)) < _MANY

    def _whole(self, name: Name) -> bool:
        """Whether the service itself is meant: "the NHS", not "NHS bosses" or "the NHS bodies in Wold"."""
        if _NHS_BODIES.match(self._text, name.end):
            return False
        return name.name == "England" or self._text[max(0, name.start - 4) : name.start].lower() == "the "

    def _bounds(self, name: Name) -> bool:
        """Whether a name can be what a whole text is about."""
        if name.sort == "group":
            return name.name != "NHS" and not is_everywhere(name)
        if self.is_site(name):
            return False
        return is_local(name) or (name.kind is NameKind.REGION and name.sort != "country")

    def _named_most(self) -> Name | None:
        counts = Counter(name.name for name in self._mentions.all if is_local(name) and name.sort != "group")
        if not counts:
            return None
        name, count = counts.most_common(1)[0]
        first = next(other for other in self._mentions.all if other.name == name)
        early = 2 * first.start < len(self._text)
        return self._local[name] if early and count > 1 and count > 0.6 * counts.total() else None
