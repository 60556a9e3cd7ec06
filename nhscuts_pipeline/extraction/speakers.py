"""Who speaks: from the words beside a cue ("Unison's branch secretary, Col Aster, said") to an organisation.

Belongs here: people, their roles and the organisation behind them, by the text or by the register. Does not
belong here: finding cues and quotations (speech.py) and which figure a speaker claims (claimant.py).
"""

import re
from dataclasses import dataclass, replace
from datetime import date

from nhscuts_pipeline.extraction.mentions import Mentions, is_local
from nhscuts_pipeline.extraction.names import Name
from nhscuts_pipeline.extraction.register import NameKind

PERSON = (
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness|Earl|Viscount|Professor|Prof|Cllr|Coun|Councillor)\.? )"
    r"(?:[A-Z]\. )?[A-Z][\w’'-]+(?: (?:of )?[A-Z][\w’'-]+){0,2}"
    r"|[A-Z][a-zé’'-]+(?: [A-Z]\.)?(?: [A-Z][\w’'-]*[a-z][\w’'-]*){1,2}"
)
_PERSON = re.compile(PERSON)
_UNION_ROLE = re.compile(
    r"(?i)\b(?:branch|regional|general|convenor|convener|steward|staff side|full-time|union|lead) ?"
    r"(?:secretary|officer|organi[sz]er|official|chair|convenor|steward)?\b|\b(?:convenor|steward|organi[sz]er)s?\b"
)
_BODY_ROLE = re.compile(
    r"(?i)\b(?:chief executive|chief operating|chief officer|chief nurse|managing|finance director|director|"
    r"spokes(?:man|woman|person)|chair(?:man|woman)?|boss|bosses|manager|managers|operations|press officer|"
    r"finance team|chiefs?|medical|governors?|directors|opposite number|management|accountable officer)\b"
)
_MINISTER = re.compile(
    r"(?i)\b(?:health secretary|health minister|secretary of state for health|minister for health|"
    r"(?:junior|public) health minister|care minister)\b"
)
_POLITICIAN = re.compile(r"\b(?:Cllr|Coun|[Cc]ouncillor|MP|Lord|Lady|Baroness|Earl|Viscount|Peer|peer)\b")
_NOT_PERSON = re.compile(
    r"(?:NHS|The|This|That|But|And|In|At|On|It|His|Her|Their|Our|My|Its|Chief|Health|Board|Trust|Primary|Strategic|"
    r"Department|Royal|National|Freedom|Human|Last|Next|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|"
    r"Branch|Regional|General|Finance|Asked|According|Downing|Some|Most|Of|As|For|From|Under|Managers|Officials)\b"
)
_PRONOUN = re.compile(
    r"(?i)\b(?P<who>he|she|it|they|we|i)\s+(?:(?:has|have|had|also|then|now|later|only|once)\s+)*$"
)
_OF_ORGANISATION = re.compile(
    r"(?i)\b(?:of|for|at|from|with)\s+(?:the\s+|campaign group\s+|pressure group\s+)?$"
)
_ORG_AFTER = re.compile(
    r"(?:of|for|at|from) (?:the )?(?:(?:campaign|pressure) group |think tank |charity )?"
    r"(?P<org>[A-Z][\w’'-]+(?: (?:and |of |for |in |the )*[A-Z][\w’'-]+)+)"
)


@dataclass(slots=True)
class Person:
    """Somebody who speaks, and the organisation behind, None where nobody is."""

    name: str
    organisation: Name | None


class Speakers:
    """Resolves the words beside a cue. Keeps whom a text has introduced, and who spoke last."""

    def __init__(self, mentions: Mentions, on: date | None) -> None:
        self._mentions = mentions
        self._text = mentions.layout.text
        self._known: dict[str, Person] = {}
        self._minister = health_department(on)
        self.last: Name | None = None

    def resolve(self, start: int, end: int) -> Name | None:
        """The organisation (or person) that the words in that span name, None where they name nobody."""
        words = self._text[start:end]
        pronoun = _PRONOUN.search(words + " ")
        if pronoun is not None:
            return self._pronoun(pronoun["who"].lower(), start + pronoun.start())
        found = self._in_words(start, end, words)
        if found is not None:
            self.last = found
        return found

    def _pronoun(self, word: str, at: int) -> Name | None:
        if word in ("it", "they"):
            speaking = [name for name in self._mentions.before(at) if _can_speak(name)]
            return speaking[-1] if speaking and speaking[-1].start > at - 500 else self.last
        return self.last

    def _in_words(self, start: int, end: int, words: str) -> Name | None:
        inside = [name for name in self._mentions.within(start, end) if _can_speak(name)]
        person = self._person(start, end, words, inside)
        if person is not None:
            return person
        if inside:
            return _speaking(self._nearest(inside, end))
        if _MINISTER.search(words):
            return self._minister
        if _UNION_ROLE.search(words):
            return self._last_of(start, union=True)
        if _BODY_ROLE.search(words):
            return self._last_of(start, union=False)
        return None

    def _nearest(self, inside: list[Name], end: int) -> Name:
        """The name nearest to the cue, or the one before it where the nearest stands in an apposition."""
        tail = self._text[inside[0].end : end]
        if len(inside) > 1 and re.match(r"\s*,", tail) and tail.rstrip().endswith(","):
            return inside[0]
        return inside[-1]

    def _person(self, start: int, end: int, words: str, inside: list[Name]) -> Name | None:
        for match in _PERSON.finditer(words):
            if _NOT_PERSON.match(match[0]) or self._is_name(start + match.start(), start + match.end()):
                continue
            return self._behind(match[0], start, start + match.start(), start + match.end(), end, inside)
        surname = re.search(
            r"(?:^|\s)(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Cllr|Coun)?\.? ?([A-Z][\w’'-]+)\W*$", words
        )
        if surname and surname[1] in self._known:
            return self._as_name(self._known[surname[1]], start)
        return None

    def _is_name(self, start: int, end: int) -> bool:
        return any(
            name.start < end and start < name.end and name.kind is not NameKind.PERSON
            for name in self._mentions.within(start - 60, end)
        )

    def _behind(
        self, written: str, start: int, at: int, after: int, end: int, inside: list[Name]
    ) -> Name | None:
        surname = written.split()[-1]
        registered = next(
            (name for name in inside if name.kind is NameKind.PERSON and name.start <= at < name.end), None
        )
        others = [name for name in inside if name.kind is not NameKind.PERSON]
        words = self._text[start:at] + self._text[after:end]
        organisation: Name | None = None
        if others:
            organisation = others[0]
        elif surname in self._known:
            organisation = self._known[surname].organisation
        elif registered is not None:
            organisation = _speaking(registered)
        elif named := _ORG_AFTER.search(self._text, after, end):
            organisation = Name(
                named.start("org"), named.end("org"), named["org"], NameKind.CLAIMANT, "campaign"
            )
        elif _MINISTER.search(words):
            organisation = self._minister
        elif _UNION_ROLE.search(words):
            organisation = self._last_of(start, union=True)
        elif _BODY_ROLE.search(words) and not _POLITICIAN.search(words + written):
            organisation = self._last_of(start, union=False)
        person = Person(_without_title(written), organisation)
        self._known.setdefault(surname, person)
        if organisation is not None:
            self._known[surname] = person
        return self._as_name(self._known[surname], at)

    def _as_name(self, person: Person, at: int) -> Name:
        if person.organisation is not None:
            return person.organisation
        return Name(at, at, person.name, NameKind.PERSON, "person")

    def _last_of(self, at: int, union: bool) -> Name | None:
        """The union or the body last named before that place."""
        for name in reversed(self._mentions.before(at)):
            if union and name.kind is NameKind.CLAIMANT and name.sort in ("union", "campaign"):
                return name
            if not union and (is_local(name) and name.sort != "group" or name.kind is NameKind.CLAIMANT):
                return name
        return self._mentions.own


def _can_speak(name: Name) -> bool:
    if name.kind is NameKind.REGION or name.sort == "group":
        return False
    return name.kind is not NameKind.OUTSIDER


def _speaking(name: Name) -> Name:
    """The organisation a registered person speaks for, or the name itself."""
    if name.kind is NameKind.PERSON and name.behind:
        return replace(name, name=name.behind)
    return name


def _without_title(written: str) -> str:
    return re.sub(r"^(?:Mr|Mrs|Ms|Miss|Dr|Professor|Prof|Cllr|Coun|Councillor|Sir|Dame)\.? ", "", written)


def health_department(on: date | None, text: str = "") -> Name | None:
    """The health department of that day."""
    if on is None:
        return None
    later = on >= date(2018, 1, 8)
    name = "Department of Health and Social Care" if later else "Department of Health"
    key = "department-of-health-and-social-care" if later else "department-of-health"
    return Name(0, 0, name, NameKind.BODY, "department", key)
