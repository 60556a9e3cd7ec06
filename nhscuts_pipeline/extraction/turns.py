"""Turns of a debate or a written answer: "Lord Ash (Lab): ...", and who holds each.

Belongs here: proceedings in which every paragraph belongs to a named speaker. Does not belong here: speech
reported in prose (speech.py).
"""

import re
from dataclasses import dataclass
from datetime import date

from nhscuts_pipeline.extraction.mentions import Mentions
from nhscuts_pipeline.extraction.names import Name
from nhscuts_pipeline.extraction.register import NameKind
from nhscuts_pipeline.extraction.speakers import health_department


@dataclass(frozen=True, slots=True)
class Turn:
    """From `start` on the word is the speaker's; None where the turn is nobody's."""

    start: int
    speaker: Name | None


_TITLED = (
    r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness|Earl|Viscount|Countess|Professor|The (?:Lord )?(?:Bishop|"
    r"Archbishop|Earl|Duke|Countess)(?: of)?)\.? "
)
_TURN = re.compile(
    r"^(?:\*\*)?(?:Q?\d+\.?\s+)?(?:(?P<office>The [^:(\n]{4,120}?|[A-Z][^:(\n]{4,90}?) \((?P<holder>(?:"
    + _TITLED
    + r")?[A-Z][^)\n]{2,50})\)"
    r"|(?P<name>(?:" + _TITLED + r")?[A-Z][\w’'-]+(?: (?:of |the )*[A-Z][\w’'-]+){0,4}))"
    r"(?: \((?P<party>[^)\n]{2,60})\))?(?: \[[^\]\n]*\]| \*?\[[^\]]*\]\*?)?:(?:\*\*)?(?: \[[^\]\n]*\])?\s",
    re.MULTILINE,
)
_WRITTEN = re.compile(r"(?i)\bto ask (?:the|her majesty|his majesty)")
_ANSWERING = re.compile(r"(?i)\b(?:secretary|minister|parliamentary|department)\b")
_LIST_LABEL = re.compile(
    r"(?:Present|Apologies|In attendance|Source|Notes?|Table|Action|Total|Date|Question|Answer)\b", re.I
)


def read_turns(mentions: Mentions, on: date | None) -> list[Turn]:
    """The turns of proceedings; none where the text is no debate and no written answer."""
    text = mentions.layout.text
    matches = [
        match for match in _TURN.finditer(text) if not _LIST_LABEL.match(match["name"] or match["office"])
    ]
    written = _WRITTEN.search(text) is not None
    proceedings = written or re.search(
        r"\bmy Lords\b|\bhon\. (?:Member|Friend|Gentleman|Lady)|\bMr Speaker\b", text, re.I
    )
    if not proceedings or len(matches) < 2:
        return []
    turns: list[Turn] = []
    answering = written and len({match["name"] or match["holder"] for match in matches}) == 2
    for match in matches:
        person = (
            match["holder"]
            if match["holder"] and not _is_party(match["holder"])
            else match["name"] or match["office"]
        )
        asks = _WRITTEN.match(text, match.end())
        if answering and not asks:
            speaker = health_department(on, text)
        else:
            speaker = Name(
                match.start(),
                match.end(),
                re.sub(r"^(?:Mr|Mrs|Ms|Miss|Dr|Professor)\.? ", "", person.strip()),
                NameKind.PERSON,
                "person",
            )
        turns.append(Turn(match.start(), speaker))
    return turns


def _is_party(words: str) -> bool:
    return (
        re.match(
            r"(?:Lab|Con|LD|Ind|CB|SNP|DUP|Labour|Conservative|Liberal|Crossbench|UUP|Plaid|Green)\b", words
        )
        is not None
        or "," in words
    )
