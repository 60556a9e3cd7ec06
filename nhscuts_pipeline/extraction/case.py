"""One figure with what a rule may look at when it asks whose it is, and which names can own it at all.

Belongs here: the case, and who can have figures. Does not belong here: the rules that choose among them
(owners.py, subject.py).
"""

from dataclasses import dataclass

from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.focus import Focus
from nhscuts_pipeline.extraction.layout import Sentence
from nhscuts_pipeline.extraction.mentions import Mentions
from nhscuts_pipeline.extraction.names import Name
from nhscuts_pipeline.extraction.national import EMPLOYS, is_national, speaks_of_others
from nhscuts_pipeline.extraction.phrases import Expression
from nhscuts_pipeline.extraction.references import is_object
from nhscuts_pipeline.extraction.register import NameKind
from nhscuts_pipeline.extraction.type_words import is_local

_STAFF_OF = Expression(
    r"\b(?:bosses|chiefs|managers|trusts|hospitals|services|officials|leaders|workers|nurses|doctors) "
    r"(?:in|across|around) (?:the )?$"
)
_SERVICE_ACTS = Expression(
    r" (?:as a whole |in England |nationally |itself |now |already )?"
    r"(?:has|had|have|is|was|will|would|must|needs|faces|"
    r"employs|employed|spent|spends|lost|shed|cut|could|may|might|should|loses|owes|paid|wasted)\b"
)
_ITS_TOTAL = Expression(r"(?:\*\*)?(?: total)?(?:\*\*)?\s*[:–(-]?\s*[\d£(]")
_TOPIC = Expression(r"(?:In|At|Across|For) (?:the )?$")


@dataclass(frozen=True, slots=True)
class Case:
    """One figure with what a rule may look at; `eligible` are the names of its sentence that can own it."""

    mentions: Mentions
    focus: Focus
    sentence: Sentence
    draft: Draft
    eligible: list[Name]

    @property
    def text(self) -> str:
        """The whole text."""
        return self.mentions.layout.text


def can_own(mentions: Mentions, name: Name) -> bool:
    """Whether a name can have the figures of its sentence: not who only gives orders or gets letters."""
    if name.kind is NameKind.REGION:
        if is_whole_service(name):
            return _acts(mentions, name)
        return name.sort != "place" or _opens(mentions, name)
    if name.sort == "department" and not EMPLOYS.match(mentions.layout.text, name.end):
        return False
    if is_national(name):
        text = mentions.layout.text
        return not speaks_of_others(text, name) and not is_object(text, name)
    return name.kind is NameKind.BODY


def is_whole_service(name: Name) -> bool:
    """Whether a name is the whole service or England, which most sentences name without speaking of it."""
    return name.sort == "country" and name.name in ("NHS", "England")


def _acts(mentions: Mentions, nation: Name) -> bool:
    """Whether the service itself has a figure: "the NHS has 9,000 more", "England total: 903"."""
    text = mentions.layout.text
    before = text[max(0, nation.start - 5) : nation.start].lower()
    if before.endswith("the ") or not before.strip():
        return _SERVICE_ACTS.match(text, nation.end) is not None
    return before.rstrip(" \t*-•").endswith("\n") and _ITS_TOTAL.match(text, nation.end) is not None


def _opens(mentions: Mentions, place: Name) -> bool:
    """Whether a place is the topic of its sentence: "In Wold, that means coming down from ..."."""
    text = mentions.layout.text
    lead = mentions.layout.blocks[0]
    if place.start < lead.end and _STAFF_OF.search(text, max(0, place.start - 40), place.start):
        return not any(place.name in name.name for name in mentions.all if is_local(name))
    opening = _TOPIC.search(text, max(0, place.start - 12), place.start)
    return opening is not None and not text[: opening.start()].rstrip(" ")[-1:].isalnum()
