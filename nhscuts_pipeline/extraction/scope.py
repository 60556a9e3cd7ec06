"""What a whole text is about: the body or area of its title or lead, None where that is the nation.

Belongs here: the lead and the body that a text names most. Does not belong here: what it is about from
sentence to sentence (focus.py).
"""

import re
from collections import Counter
from functools import cached_property

from nhscuts_pipeline.extraction.layout import BlockKind, Sentence
from nhscuts_pipeline.extraction.mentions import Mentions
from nhscuts_pipeline.extraction.names import Name
from nhscuts_pipeline.extraction.national import is_everywhere
from nhscuts_pipeline.extraction.phrases import Expression
from nhscuts_pipeline.extraction.register import NameKind
from nhscuts_pipeline.extraction.short_forms import core
from nhscuts_pipeline.extraction.type_words import is_local, is_single

_NHS_BODIES = Expression(r" (?:bodies|organisations|trusts|hospitals|boards|employers|offices|managers)\b")
_ONE_OF = Expression(r"\bone of (?:[\w’'-]+ ){0,6}$")
_ANY = Expression(r"\b(?:an?|one|another|some)\s+$", re.IGNORECASE)
# A paragraph as short as this is a label of the next one.
LABEL = 30
# In a debate every speaker begins anew.
TURN = Expression(
    r"\W*(?:\d+\. )?(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness|Earl|Viscount|The Minister|"
    r"The Secretary|"
    r"The Parliamentary)\b[^:\n]{0,110}:"
)
_SAID_THERE = Expression(r" (?:yesterday|today|last|this|on [A-Z])")
_BYLINE = Expression(r"[^.]{0,80}\b(?i:correspondent|reporter|editor)\b[^.]{0,40}")
_RUNS_HOSPITALS = frozenset(
    ("trust", "acute_trust", "community_trust", "mental_health_trust", "health_board", "hsc_trust")
)
# A text of so many bodies is of none that it names once.
_MANY = 3
# From so many turns on a text is a debate.
_DEBATE = 4
# What share of all mentions makes a body what a text is about; beside a town in the lead less is enough.
_MOSTLY = 0.6
_OFTEN = 0.45
# The lead is among so many sentences, headings and datelines included.
_LEAD = 6


class Scope:
    """What one text is about."""

    def __init__(self, mentions: Mentions) -> None:
        self._mentions = mentions
        self._text = mentions.layout.text
        self._local = {name.name: name for name in mentions.all if is_local(name)}
        runs = Counter(core(name.name) for name in mentions.all if name.sort in _RUNS_HOSPITALS)
        self._trusts = {name for name, count in runs.items() if count > 1 and 2 * count > runs.total()}

    def read(self) -> Name | None:
        """What the title, or else the first sentences, are about; failing these the body named most."""
        for name in self._mentions.title:
            if (found := self._told_by(name, in_title=True)) is not None:
                return found
        for sentence in self._lead():
            named = self._mentions.within(sentence.start, sentence.end)
            for name in named:
                if (found := self._told_by(name, in_title=False)) is not None:
                    return found
            if any(name.sort == "country" and self._whole(name) for name in named):
                return None
        # In a debate each speaker has a body of their own.
        return None if self._turns >= _DEBATE else self._named_most(_MOSTLY)

    @cached_property
    def _turns(self) -> int:
        """How many paragraphs begin with somebody taking the word."""
        return sum(TURN.match(self._text, block.start) is not None for block in self._mentions.layout.blocks)

    def _told_by(self, name: Name, *, in_title: bool) -> Name | None:
        """What a name in the title or the lead says the text is about; None where it only stands there."""
        of_several = _ONE_OF.search(self._text, max(0, name.start - 60), name.start)
        if not in_title and name.sort == "group" and of_several:
            return None
        if is_everywhere(name):
            return name
        if not self._bounds(name) or not (in_title or (not self._is_any(name) and self._comes_back(name))):
            return None
        return self._of_place(name, in_title=in_title) if name.sort == "place" else name

    def _of_place(self, place: Name, *, in_title: bool) -> Name | None:
        """The body that a town stands for, or the town; a town named once is where something was said."""
        body = self.body_of(place)
        if in_title or body is not place:
            return body
        often = self._named_most(_OFTEN)
        if often is not None:
            return often
        return place if " " in place.name or self._is_topic(place) else None

    def is_site(self, name: Name) -> bool:
        """Whether a hospital is one of the trust's that a text is about: its jobs are that trust's."""
        hospital = name.sort == "hospital" or (name.sort == "bare" and name.name.startswith("St "))
        return (
            hospital
            and not name.name.lower().endswith("board")
            and len(self._trusts) == 1
            and core(name.name) not in self._trusts
        )

    def body_of(self, place: Name) -> Name:
        """The one body of the text that carries a place's name, otherwise the place."""
        bodies = [name for name in self._local.values() if f" {place.name} " in f" {name.name} "]
        return bodies[0] if len(bodies) == 1 else place

    def _lead(self) -> list[Sentence]:
        """The first sentences that can say what a text is about: neither its date nor its byline."""
        layout = self._mentions.layout
        lead = layout.sentences[:_LEAD]
        if not self._turns:
            lead = [
                sentence
                for sentence in lead
                if sentence.end - sentence.start > LABEL
                and not _BYLINE.fullmatch(self._text, sentence.start, sentence.end)
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
        bodies = [core(other.name) for other in self._mentions.all if is_single(other)]
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

    def _named_most(self, share: float) -> Name | None:
        """The body that is more than this share of all bodies named, if the text names it early and again."""
        counts = Counter(name.name for name in self._mentions.all if is_single(name))
        if not counts:
            return None
        name, count = counts.most_common(1)[0]
        first = next(other for other in self._mentions.all if other.name == name)
        early = 2 * first.start < len(self._text)
        return self._local[name] if early and count > 1 and count > share * counts.total() else None
