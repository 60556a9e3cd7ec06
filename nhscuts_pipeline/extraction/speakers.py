"""Who speaks: from the words beside a cue ("Unison's branch secretary, Col Aster, said") to an organisation.

Belongs here: resolving the words before or after a cue, pronouns among them. Does not belong here: the people
a text introduces (people.py), finding cues and quotations (speech.py), which figure a speaker claims
(claimant.py).
"""

import re
from dataclasses import replace

from nhscuts_pipeline.extraction.mentions import Mentions
from nhscuts_pipeline.extraction.names import Name
from nhscuts_pipeline.extraction.nations import Ministers
from nhscuts_pipeline.extraction.people import People, Person, last_organisation
from nhscuts_pipeline.extraction.references import is_local
from nhscuts_pipeline.extraction.register import NameKind
from nhscuts_pipeline.extraction.roles import BODY_ROLE, MINISTER, UNION_ROLE

# Somebody speaks whom the text does not name: nobody else may be taken for them.
ANONYMOUS = Name(-1, -1, "", NameKind.PERSON, "anonymous")

_PRONOUN = re.compile(
    r"(?i)(?<![\w’'])(?P<who>he|she|it|they|we|i|you)\s+(?:(?:has|have|had|also|then|now|later|only|once|"
    r"does|did|not|would|could|might|will)\s+)*$"
)
_DOCUMENT = re.compile(r"(?i)\b(?:papers?|report|document|letter|briefing|plan|memo|minutes|accounts)\b")
_OFFICIALS = re.compile(
    r"(?i)\b(?:its|his|her|their) (?:own )?(?:officials?|spokes\w+|leaders|managers|press office)\b"
)
_SOMEBODY = re.compile(r"(?i)^\W*(?:but |and |as )?(?:an?|one|some|another)\s+(?!\w*\s?spokes)[a-z]")
_ONE_OF_THEM = re.compile(r"(?i)^\W*(?:one|another|some|many|others|somebody|someone)\W*$")
_ITS_RESEARCH = re.compile(
    r"(?i)\W*(?:its|their) (?:own |latest |new )?(?:\w+ )?(?:survey|analysis|figures|research|report|"
    r"study|poll|count|tally|"
    r"plan|plans|papers|accounts|estimates?|calculations)\b"
)
_UNIONS = re.compile(r"(?i)\b(?:trade |health )?union (?:leaders|officials|bosses|chiefs)\b")
_AUDITORS = re.compile(r"(?i)\bauditors\b")
_RELATIVE = re.compile(r"(?i)\b(?:which|who|whose)\b")
_CAPITALISED = re.compile(r"[A-Z][\w’'&-]+(?: (?:(?:and|of|for|in|the|on) )*[A-Z][\w’'&-]+)+")
_SOURCE = re.compile(
    r"(?i:figures|data|analysis|research|survey|report|estimates?|calculations|numbers|returns|statistics|"
    r"study) "
    r"(?:\w+ ){0,3}?(?:by|from|of) (?:the )?(?P<org>[A-Z][\w’'&-]+(?: (?:(?:and|of|for|in|"
    r"the) )*[A-Z][\w’'&-]+)*)"
)
_THE_ORGANISATION = re.compile(
    r"\s*the (?P<org>[A-Z]\w+ (?:of|for)(?: the)? [A-Z][\w’'-]+(?: (?:and )?[A-Z][\w’'-]+)*)"
)
# Who is only spoken or written to speaks not: "a letter to the union", "a form filed with the department".
_ADDRESSED = re.compile(
    r"\b(?:tells?|told|asks?|asked|informs?|informed|notif(?:y|ies|ied)|"
    r"(?:filed|lodged|letter|email|memo|notice|notification|submission|evidence)\b"
    r"[^.,;:]{0,20}? (?:with|to)) (?:the |its |all )?$"
)
# A clause with a subject of its own takes no other's: "as the law demands", "those who were there say".
_SOMEBODY_ELSE = re.compile(
    r"(?i)\W*(?:the|an?|those|these|some|many|most|what|everybody|nobody|people|there) [a-z]"
)
# Bodies together speak where they are asked: "two boards have told us".
_TELL_US = re.compile(r"(?:told|tell) (?:us|me)\b")
_PARTY = re.compile(r"(?P<party>Conservative|Labour|Green)")  # "a Conservative claim"
_WHO = {"his": "he", "her": "she", "its": "it", "their": "they"}
_WHOSE = re.compile(r"(?i)his|her|its|their")
_NO_ORGANISATION = re.compile(
    r"(?:The|An?|This|That|But|In|At|On|Since|After|Before|By|For|From|Until|When|Its?|His|Her|Their|Our|Freedom|[A-Z][a-z]+day)\b"
)


class Speakers:
    """Resolves the words beside a cue. Keeps who spoke last."""

    def __init__(self, mentions: Mentions, people: People, ministers: Ministers) -> None:
        self._mentions = mentions
        self._text = mentions.layout.text
        self._people = people
        self._ministers = ministers
        self._document: Name | None = None
        self.last: Name | None = None
        self._last_at = -1

    def resolve(self, start: int, end: int, after: bool, wide: int) -> tuple[Name | None, int]:
        """Who the words of that span name, None where they name nobody, and where those words begin.

        `after` tells words behind a cue ("said Ann Ash, director of ...") from words before one; these are
        looked for from `wide` on where the clause itself names nobody.
        """
        if after:
            found = self._words(start, end)
            at = start
        else:
            found, at = self._before(start, end)
        if found is None and wide < start and not _SOMEBODY_ELSE.match(self._text, start, end):
            found, at = self._before(wide, end)
        if found is not None and found is not ANONYMOUS:
            self.last = found
            # What no list knows is no mention either: "says the Wold Society. It reckons ..."
            unknown = found.sort in ("organisation", "campaign")
            self._last_at = at if unknown else -1
        return found, at

    def present(self, start: int, end: int) -> Name | None:
        """Whom the first person named in that span speaks for, None where it names none."""
        person = self._people.within(start, end)
        return self._of(person) if person is not None else None

    def _before(self, start: int, end: int) -> tuple[Name | None, int]:
        """The nearest of the comma-separated parts before a verb that names somebody."""
        pronoun = _PRONOUN.search(self._text, start, end)
        if pronoun is not None:
            return self._pronoun(pronoun["who"].lower(), pronoun.start("who")), pronoun.start("who")
        bounds = self._parts(start, end)
        apposition = self._text[start:end].rstrip().endswith(",")
        for index in range(len(bounds) - 1, -1, -1):
            begin = bounds[index]
            words = self._text[begin:end]
            if not words.strip(" ,\n"):
                continue
            if _RELATIVE.match(words.lstrip()) and index > 0:
                continue
            if apposition and index > 0:
                apposition = False
                continue
            relative = _RELATIVE.search(words)
            stop = begin + relative.start() if relative and index == 0 and not apposition else end
            found = self._words(begin, stop if self._names_somebody(begin, stop) else end)
            if found is not None:
                return found, begin
        return None, start

    def _parts(self, start: int, end: int) -> list[int]:
        """Where the parts between commas begin; a comma of a name or within brackets parts nothing."""
        names = self._mentions.within(start, end)
        commas = (match.start() for match in re.finditer(r",(?![^()]*\))", self._text[start:end]))
        return [start] + [
            start + at + 1 for at in commas if not any(name.start < start + at < name.end for name in names)
        ]

    def _names_somebody(self, start: int, end: int) -> bool:
        return any(_can_speak(name) for name in self._mentions.within(start, end))

    def _pronoun(self, word: str, at: int) -> Name | None:
        if word in ("he", "she"):
            person = self._people.speaking_before(at)
            return self._of(person) if person else self.last
        if word in ("it", "they"):
            speaking = [
                name
                for name in self._mentions.before(at)
                if _can_speak(name) and name.kind is not NameKind.PERSON and not self._addressed(name)
            ]
            if word == "it":
                speaking = [name for name in speaking if name.kind is not NameKind.COLLECTIVE]
            near = [name for name in speaking if max(at - 400, self._last_at) < name.start]
            return near[-1] if near else self.last
        return None

    def _words(self, start: int, end: int) -> Name | None:
        words = self._text[start:end]
        inside = [
            name
            for name in self._mentions.within(start, end)
            if (_can_speak(name) or (name.sort == "group" and _TELL_US.match(self._text, end)))
            and not self._addressed(name)
        ]
        organisation = _THE_ORGANISATION.match(words)
        if organisation is not None and not inside:
            return Name(start, start, organisation["org"], NameKind.CLAIMANT, "organisation")
        person = self._people.within(start, end) or self._people.by_surname(words)
        organisations = [name for name in inside if name.kind is not NameKind.PERSON]
        if person is not None and not (organisations and organisations[-1].start > person.start + 120):
            return self._of(person)
        whose = _WHOSE.fullmatch(words)
        if whose is not None:
            return self._pronoun(_WHO[whose[0].lower()], start)
        if _ITS_RESEARCH.match(words) and not organisations:
            return self._pronoun("it", start)
        if _DOCUMENT.search(words):
            return self._paper(organisations)
        if _OFFICIALS.search(words):
            return last_organisation(self._mentions, start)
        if inside:
            return _speaking(self._chosen(inside, end))
        return self._by_role(start, words)

    def _addressed(self, name: Name) -> bool:
        return _ADDRESSED.search(self._text, max(0, name.start - 40), name.start) is not None

    def _paper(self, organisations: list[Name]) -> Name | None:
        """The body whose paper it is: named with it, or by the paper before."""
        if organisations:
            self._document = organisations[-1]
        return self._document

    def _chosen(self, inside: list[Name], end: int) -> Name:
        """The owner ("Unison's Wessex branch"), the name before an apposition, or the nearest."""
        first = inside[0]
        tail = self._text[first.end : end]
        if tail.startswith(("'s", "’s")) or (
            len(inside) > 1 and re.match(r"\s*,", tail) and tail.rstrip().endswith(",")
        ):
            return first
        return inside[-1]

    def _by_role(self, start: int, words: str) -> Name | None:
        if MINISTER.search(words):
            return self._ministers.behind(words)
        if _UNIONS.search(words):
            return Name(start, start, "unions", NameKind.COLLECTIVE, "union")
        if _AUDITORS.search(words):
            regulators = [name for name in self._mentions.before(start) if name.sort == "regulator"]
            return regulators[-1] if regulators else None
        if (
            _SOMEBODY.match(words)
            or _ONE_OF_THEM.match(words)
            or (BODY_ROLE.search(words) and re.search(r"\bof an? [A-Z]?[a-z]", words))
        ):
            return ANONYMOUS
        party = _PARTY.fullmatch(words)
        if party is not None:
            return Name(start, start, party["party"] + " Party", NameKind.CLAIMANT, "party")
        named = _CAPITALISED.search(words)
        if (
            named
            and not _NO_ORGANISATION.match(named[0])
            and not any(
                name.kind is NameKind.REGION for name in self._mentions.within(start, start + len(words))
            )
            and words[: named.start()].strip().lower() in ("the", "")
        ):
            return Name(start, start, named[0], NameKind.CLAIMANT, "organisation")
        source = _SOURCE.search(words)
        if source is not None:
            return Name(start, start, source["org"], NameKind.CLAIMANT, "organisation")
        if UNION_ROLE.search(words):
            return last_organisation(self._mentions, start, union=True)
        if BODY_ROLE.search(words):
            return last_organisation(self._mentions, start, union=False)
        return None

    def _of(self, person: Person) -> Name:
        if person.organisation is not None:
            return person.organisation
        return Name(person.start, person.end, person.name, NameKind.PERSON, "person")


def _can_speak(name: Name) -> bool:
    if name.kind in (NameKind.REGION, NameKind.OUTSIDER) or name.sort == "group":
        return False
    return is_local(name) or name.kind is not NameKind.BODY or name.sort in ("national_body", "department")


def _speaking(name: Name) -> Name:
    """The organisation a registered person speaks for, or the name itself."""
    if name.kind is NameKind.PERSON and name.behind:
        return replace(name, name=name.behind)
    return name
