"""Who speaks: from the words beside a cue ("Unison's branch secretary, Col Aster, said") to an organisation.

Belongs here: resolving the words before or after a cue, pronouns among them. Does not belong here: sources
without a name (described.py), the people a text introduces (people.py), finding cues and quotations
(speech.py), which figure a speaker claims (attribution.py).
"""

import re

from nhscuts_pipeline.extraction.affiliation import last_organisation
from nhscuts_pipeline.extraction.described import ANONYMOUS, MANDARINS, Described, can_speak, speaking
from nhscuts_pipeline.extraction.mentions import Mentions
from nhscuts_pipeline.extraction.names import Name
from nhscuts_pipeline.extraction.nations import Ministers
from nhscuts_pipeline.extraction.people import People, Person
from nhscuts_pipeline.extraction.phrases import Expression
from nhscuts_pipeline.extraction.register import NameKind
from nhscuts_pipeline.extraction.type_words import is_single

_PRONOUN = Expression(
    r"(?i)(?<![\w’'])(?P<who>he|she|it|they|we|i|you)\s+(?:(?:has|have|had|also|then|now|later|only|once|"
    r"does|did|not|would|could|might|will)\s+)*$"
)
_DOCUMENT = Expression(
    r"(?i)\b(?:papers?|report|document|letter|briefing|plan|memo|minutes|accounts|annexe?|e-?mail)\b"
)
_PLAIN = Expression(r"\W*(?:[A-Z]?[a-z’'-]+\W+)(?:[a-z’'-]+\W+)*$")  # not "Wessex papers"
_SOMEBODYS = Expression(r"\b(?:from|by|of|for|to) (?:the|a|an|this|that) ")
_OWN_PAPER = Expression(
    r"(?i)\W*(?P<whose>its|their) (?:[\w-]+ ){0,4}(?:papers?|report|document|letter|plan|memo|minutes)\b"
)
_OFFICIALS = Expression(
    r"(?i)\b(?:its|his|her|their) (?:own )?(?:officials?|spokes\w+|leaders|managers|press office)\b"
)
_ITS_RESEARCH = Expression(
    r"(?i)\W*(?:its|their) (?:own |latest |new )?(?:\w+ )?(?:survey|analysis|figures|research|report|"
    r"study|poll|count|tally|"
    r"plan|plans|papers|accounts|estimates?|calculations)\b"
)
# Those who work or are treated there speak for nobody but themselves: "nurses at Wold learned that 90 ..."
_AMONG = Expression(
    r"(?i)\W*(?:(?:the|some|many|most|other|several|furious|angry|worried|shocked|\w+ed) )*"
    r"(?:nurses|staff|workers|employees|doctors|porters|midwives|patients|residents|people|colleagues|"
    r"families|villagers|readers|parents|visitors|secretaries|those|insiders|sources) "
    r"(?:at|in|from|across|inside|close to) "
)
_RELATIVE = Expression(r"(?i)\b(?:which|who|whose)\b")
_ITS_OFFICER = Expression(
    r"\W*(?:[Ii]ts|[Tt]heir) (?:own )?(?:[a-z-]+ ){0,4}?(?:director|chief executive|chair(?:man|woman)?|"
    r"leader|head|secretary|president|officer|chief|boss|economist|spokes(?:man|woman|person)|official|organi[sz]er)\b"
)
_NO_OFFICERS = frozenset(("government", "party", "media"))
# A department whose name holds a comma, and no list knows.
_DEPARTMENT = Expression(
    r"\W*[Tt]he (?P<org>(?:Department|Ministry) (?:of|for) [A-Z][\w’'-]+(?:,? (?:and )?[A-Z][\w’'-]+)+)\s*$"
)
_OPENS = Expression(
    r"\W*(?:(?:But|And|Yet|So) )?(?P<who>[Hh]e|[Ss]he|[Ii]t|[Tt]hey|"
    r"(?:The )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+)(?= [a-z])"
)
_WHICH = Expression(r", (?:which|who) (?:(?:has|have|had|also|then|now|later) )*$")
_MADE_BY = Expression(r"\b(?:by|from) (?:the )?(?P<org>[A-Z][\w’'&-]+(?: (?:and |& )?[A-Z][\w’'&-]+){0,3})$")
_A_BODY = Expression(
    r"\W*(?:[Tt]he|[Tt]hat|[Tt]his) (?:[\w-]+ )*?(?:board|trust|authority|hospital|unit|group|"
    r"cluster|PCT|ICB)\b"
)
_THE_ORGANISATION = Expression(
    r"\s*[Tt]he (?P<org>(?:Department|Ministry) (?:of|for) [A-Z]\w+(?:, [A-Z]\w+(?: [A-Z]\w+)*)* and "
    r"[A-Z]\w+(?: [A-Z]\w+)*|"
    r"[A-Z]\w+ (?:of|for)(?: the)? [A-Z][\w’'-]+(?: (?:and )?[A-Z][\w’'-]+)*)"
)
# Who is only spoken or written to speaks not: "a letter to the union", "a form filed with the department".
_ADDRESSED = Expression(
    r"\b(?:tells?|told|asks?|asked|informs?|informed|notif(?:y|ies|ied)|"
    r"(?:filed|lodged|letter|email|memo|notice|notification|submission|evidence)\b"
    r"[^.,;:]{0,20}? (?:with|to)|"
    r"(?:make|makes|made|send|sends|sent|went|gone|goes|given|gave|submitted|paid|returned|copied|addressed|"
    r"written|wrote|writing|handed|put) (?:[a-z]+ ){0,2}?to|agreed with|shared with) (?:the |its |all )?$"
)
_NEAR = 400
_GOVERNED = Expression(
    r"\b(?:to|at|in|of|with|from|for|on|against|than|under|near|inside|between|about|towards|like|into|"
    r"by|across|over|beside) (?:the |its |their |both |all )?$"
)
# A clause with a subject of its own takes no other's: "as the law demands", "those who were there say".
_SOMEBODY_ELSE = Expression(
    r"(?i)\W*(?:the|an?|those|these|some|many|most|what|everybody|nobody|people|there) [a-z]"
)
# Bodies together speak where they are asked: "two boards have told us".
_TELL_US = Expression(r"(?:told|tell) (?:us|me)\b")
_WHO = {"his": "he", "her": "she", "its": "it", "their": "they"}
_WHOSE = Expression(r"(?i)his|her|its|their")


class Speakers:
    """Resolves the words beside a cue. Keeps who spoke last."""

    def __init__(self, mentions: Mentions, people: People, ministers: Ministers) -> None:
        self._mentions = mentions
        self._text = mentions.layout.text
        self.people = people
        self._ministers = ministers
        self._described = Described(mentions, ministers)
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
        if found is None and not after and not self._text[start:end].strip(" ,\n"):
            found, at = self._subject(wide)
        if found is not None and found is not ANONYMOUS:
            self.last = found
            # What no list knows is no mention either: "says the Wold Society. It reckons ..."
            unknown = found.sort in ("organisation", "campaign")
            self._last_at = at if unknown else -1
        return found, at

    def present(self, start: int, end: int) -> Name | None:
        """Whom the first person named in that span speaks for, None where it names none."""
        person = self.people.within(start, end)
        return self.speaks_for(person) if person is not None else None

    def _before(self, start: int, end: int) -> tuple[Name | None, int]:
        """The nearest of the comma-separated parts before a verb that names somebody."""
        pronoun = _PRONOUN.search(self._text, start, end)
        if pronoun is not None:
            return self._pronoun(pronoun["who"].lower(), pronoun.start("who")), pronoun.start("who")
        whole = _DEPARTMENT.match(self._text, start, end)
        if whole is not None and not self._names_somebody(start, end):
            return Name(start, start, whole["org"], NameKind.CLAIMANT, "government"), start
        clause = _WHICH.search(self._text, start, end)
        antecedent = self._antecedent(start, clause.start()) if clause is not None else None
        return (antecedent, start) if antecedent is not None else self._by_parts(start, end)

    def _by_parts(self, start: int, end: int) -> tuple[Name | None, int]:
        bounds = self._parts(start, end)
        apposition = self._text[start:end].rstrip().endswith(",")
        for index in range(len(bounds) - 1, -1, -1):
            begin = bounds[index]
            words = self._text[begin:end]
            if not words.strip(" ,\n") or (_RELATIVE.match(words.lstrip()) and index > 0):
                continue
            if apposition and index > 0:
                apposition = False
                continue
            relative = _RELATIVE.search(words) if index == 0 and not apposition else None
            found = self._words(begin, end) if relative is None else self._head(begin, relative.start(), end)
            if found is not None:
                return found, begin
        return None, start

    def _head(self, begin: int, length: int, end: int) -> Name | None:
        """Who is named before a relative clause; what the clause itself names only where nobody is."""
        stop = begin + length
        if self._names_somebody(begin, stop):
            return self._words(begin, stop)
        if _A_BODY.match(self._text, begin, stop):
            return last_organisation(self._mentions, begin, union=False)
        return self._words(begin, end)

    def _subject(self, first: int) -> tuple[Name | None, int]:
        """The subject that a joined verb shares: "He could not rule it out, but said 90 might go"."""
        opens = _OPENS.match(self._text, first)
        if opens is None:
            return None, first
        at = opens.start("who")
        if opens["who"] in ("He", "She", "It", "They", "he", "she", "it", "they"):
            return self._pronoun(opens["who"].lower(), at), at
        return self._described.of(at, opens["who"]), at

    def _antecedent(self, start: int, comma: int) -> Name | None:
        """What a relative clause right before its verb belongs to: "work by Ash and Co, which found"."""
        names = [name for name in self._mentions.within(start, comma) if can_speak(name)]
        if names and comma - names[-1].end <= 1:
            return speaking(names[-1])
        made = _MADE_BY.search(self._text, start, comma)
        return (
            Name(made.start("org"), comma, made["org"], NameKind.CLAIMANT, "organisation") if made else None
        )

    def _parts(self, start: int, end: int) -> list[int]:
        """Where the parts between commas begin; a comma of a name or within brackets parts nothing."""
        names = self._mentions.within(start, end)
        commas = (match.start() for match in re.finditer(r",(?![^()]*\))", self._text[start:end]))
        return [start] + [
            start + at + 1 for at in commas if not any(name.start < start + at < name.end for name in names)
        ]

    def _names_somebody(self, start: int, end: int) -> bool:
        return any(can_speak(name) for name in self._mentions.within(start, end))

    def _pronoun(self, word: str, at: int) -> Name | None:
        if word in ("he", "she"):
            person = self.people.speaking_before(at)
            return self.speaks_for(person) if person else self.last
        if word in ("it", "they"):
            speaking = [
                name
                for name in self._mentions.before(at)
                if can_speak(name) and name.kind is not NameKind.PERSON and not self._addressed(name)
            ]
            if word == "it":
                speaking = [name for name in speaking if name.kind is not NameKind.COLLECTIVE]
            near = [name for name in speaking if max(at - _NEAR, self._last_at) < name.start]
            # The subject of a sentence comes before what it does something to, with or at.
            subjects = [
                name for name in near if not _GOVERNED.search(self._text, max(0, name.start - 14), name.start)
            ]
            return (subjects or near)[-1] if near else self.last
        return None

    def _words(self, start: int, end: int) -> Name | None:
        words = self._text[start:end]
        inside = [
            name
            for name in self._mentions.within(start, end)
            if (can_speak(name) or (name.sort == "group" and _TELL_US.match(self._text, end)))
            and not self._addressed(name)
        ]
        organisation = _THE_ORGANISATION.match(words)
        if organisation is not None and not inside:
            return Name(start, start, organisation["org"], NameKind.CLAIMANT, "organisation")
        if _AMONG.match(words):
            return ANONYMOUS
        person = self.people.within(start, end) or self.people.by_surname(words)
        organisations = [name for name in inside if name.kind is not NameKind.PERSON]
        if person is not None and not (organisations and organisations[-1].start > person.start + 120):
            return self.speaks_for(person)
        whose = _WHOSE.fullmatch(words)
        if whose is not None:
            return self._pronoun(_WHO[whose[0].lower()], start)
        if not organisations and (_ITS_OFFICER.match(words) or _ITS_RESEARCH.match(words)):
            owner = self._pronoun("it", start)
            # A party or a government has no chairman or director of finance in these texts.
            return None if owner is not None and owner.sort in _NO_OFFICERS else owner
        if _DOCUMENT.search(words):
            return self._paper(organisations, start, words)
        if _OFFICIALS.search(words):
            return last_organisation(self._mentions, start)
        if inside:
            return speaking(self._chosen(inside, end))
        return self._described.of(start, words)

    def _addressed(self, name: Name) -> bool:
        return _ADDRESSED.search(self._text, max(0, name.start - 40), name.start) is not None

    def _paper(self, organisations: list[Name], at: int, words: str) -> Name | None:
        """The body whose paper it is: named with it, by the paper before, or just before it."""
        if MANDARINS.match(words):
            return self._ministers.behind()
        owned = _OWN_PAPER.match(words)
        if not organisations and owned:
            return self._pronoun(_WHO[owned["whose"].lower()], at)
        if organisations:
            self._document = organisations[-1]
        if self._document is not None or self._mentions.own is not None or not _PLAIN.match(words):
            return self._document
        if _SOMEBODYS.search(words):
            return None  # of one whom nobody resolved: "a paper from the authority"
        near = [n for n in self._mentions.before(at) if n.start > at - _NEAR and is_single(n)]
        return near[-1] if near else None

    def _chosen(self, inside: list[Name], end: int) -> Name:
        """The owner ("Unison's Wessex branch"), the name before an apposition, or the nearest."""
        first = inside[0]
        tail = self._text[first.end : end]
        if tail.startswith(("'s", "’s")) or (
            len(inside) > 1 and re.match(r"\s*,", tail) and tail.rstrip().endswith(",")
        ):
            return first
        return inside[-1]

    def speaks_for(self, person: Person) -> Name:
        """The organisation behind somebody, or the person alone."""
        if person.organisation is not None:
            return person.organisation
        return person.as_name()
