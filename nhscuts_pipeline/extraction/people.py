"""The people a text introduces, and the organisation behind each.

Belongs here: people with their roles ("Dawn Ash, a spokeswoman for the trust"). Does not belong here: what
looks like a person's name (person_names.py), who speaks at a cue (speakers.py).
"""

import re
from bisect import bisect_left
from dataclasses import dataclass

from nhscuts_pipeline.extraction.mentions import Mentions
from nhscuts_pipeline.extraction.names import Name
from nhscuts_pipeline.extraction.nations import Ministers
from nhscuts_pipeline.extraction.person_names import NO_LAST, TITLE, find_names
from nhscuts_pipeline.extraction.phrases import Expression
from nhscuts_pipeline.extraction.references import is_local
from nhscuts_pipeline.extraction.register import NameKind
from nhscuts_pipeline.extraction.roles import BODY_ROLE, MINISTER, NO_OFFICE, POLITICIAN, UNION_ROLE

_ROLE_FOLLOWS = Expression(r",? (?:of|for|at|from|who|an?|the|its|their|her|his|[a-z]|[A-Z])\b|,|['’]s ")
_OWNED = Expression(r"['’]s (?:[a-z][a-z -]{3,50}, )?")
_POST = Expression(r", [^,.;\n]{3,50}, (?:the )?")  # "Ann Ash, Chief Executive, Wold PCT"
_ROLE_HERE = Expression(r"(?: \([^)]*\))*(?:,| (?:of|for|at|from) )")
_ROLE_ENDS = Expression(r", (?=(?:said|says|told|who)\b)")
_LEADS_TO = Expression(
    r"(?:\b(?:of|for|at|from|to|in)(?: the| both| a)?|^,(?: the)?|\b(?:union|group|tank)) $"
)
_NAMED_AFTER = Expression(
    r"(?:, [^,.;“”\"]{0,50}?|,)? (?:of|for|at|from) (?:the )?(?P<kind>campaign group |pressure group |"
    r"think tank |charity )?"
    r"(?P<org>[A-Z][\w’'-]+(?: (?:(?:and|of|for|in|the) )*[A-Z][\w’'-]+)+)"
)
# "Chief executive of the NHS", not "of the NHS trust" or "of NHS England"
_OF_THE_NHS = Expression(
    r",? (?:(?:the|then|its|a|former|acting|interim|deputy|national) )*"
    r"(?:chief executive|chief operating officer|chief nursing officer|medical director|finance director|"
    r"chief financial officer|director of [a-z ]{3,30}|head of [a-z ]{3,30}|chairman|chair) "
    r"(?:of|at|for) the (?P<org>NHS)\b(?!['’]s? | [A-Z]| (?:trust|hospital|body|board))"
)
_NEAR = 300
_SPOKEN_TO = Expression(
    r"\b(?:papers|notice|notices|form|forms|letter|letters|HR1) (?:[\w ]{0,20}?)?(?:with|to) (?:the )?$|"
    r"\b(?:lodged|filed) with (?:the )?$"
)
_KNIGHT = Expression(r"(?:Sir|Dame) [A-Z][\w’'-]+")  # by the first name alone, once introduced
_SURNAME = Expression(r"[“\"'‘]?(?:But |And |Yet )?([A-Z][\w’-]+)(?=,? (?:[a-z]|\d\d,))")
_IN_BRACKETS = Expression(r" \((?:the )?$")
_APPOSITION = Expression(r",? [^.;:“”\"]{0,90}")


_OBJECT = Expression(
    r"\b(?:by (?:the )?(?:[a-z]+,? )?|(?:told|asked|with|to|from|thanked|allies of|than|like|unlike|about|"
    r"against|calls?|called|succeed(?:s|ed)|replac(?:es|ed)|join(?:s|ed)|met|meets|under|behind|beside) )$"
)
_ROLE_ALONE = Expression(
    r"(?:['’]s)?(?: \w+)? (?:spokes(?:man|woman|person)|convenor|steward|finance director|director|"
    r"chief executive|"
    r"organi[sz]er|official|press officer|branch secretary|regional secretary)\b"
)
# Who speaks for a party speaks for no office held at another time.
_FOR_PARTY = Expression(r",? (?:for|from|of) (?:the )?")
_SPOKESMAN_FOR = Expression(
    r"\b[Aa] (?:spokes(?:man|woman|person)|director|official) (?:for|at|of) (?:the )?$"
)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody by name, where it stands, and the organisation behind, None where nobody is."""

    start: int
    end: int
    name: str
    organisation: Name | None
    object: bool = False


class People:
    """The people of a text in order; a surname alone is whoever bore it first."""

    def __init__(self, people: list[Person]) -> None:
        self._people = people
        self._starts = [person.start for person in people]
        self._surnames = {person.name.split()[-1]: person for person in reversed(people)}
        for person in people:
            if person.organisation is not None:
                self._surnames.setdefault(person.name.split()[-1], person)

    def before(self, at: int) -> Person | None:
        """The person last named before that place."""
        index = bisect_left(self._starts, at)
        return self._people[index - 1] if index else None

    def speaking_before(self, at: int) -> Person | None:
        """The person last named before that place who is not merely spoken to or of ("asked by Mr Ash")."""
        index = bisect_left(self._starts, at)
        for person in reversed(self._people[max(0, index - 4) : index]):
            if not person.object:
                return person
        return None

    def within(self, start: int, end: int) -> Person | None:
        """The first person named in that span."""
        index = bisect_left(self._starts, start)
        return self._people[index] if index < len(self._people) and self._people[index].start < end else None

    def by_surname(self, words: str) -> Person | None:
        """The person whose surname alone ends the words."""
        match = re.search(r"([A-Z][\w’'-]+)\W*$", words)
        return self._surnames.get(match[1]) if match else None


def read_people(mentions: Mentions, ministers: Ministers) -> People:
    """Find the people of a text."""
    text = mentions.layout.text
    known: dict[str, Person] = {}
    people: list[Person] = []
    named = {name.start: name for name in mentions.all if name.kind is NameKind.PERSON}
    spans = [
        *find_names(text),
        *((name.start, name.end) for name in named.values()),
    ]
    reached = 0
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        written = text[start:end]
        if start < reached or (
            start not in named and (NO_LAST.match(written) or _inside_name(mentions, start, end))
        ):
            continue
        reached = end
        name = re.sub(
            rf"^{TITLE} (?=[A-Z][\w’'-]+ [A-Z])|^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor)\.? ", "", written
        )
        name = " ".join(name.removesuffix("'s").removesuffix("’s").split())
        surname = name.split()[-1]
        knight = _KNIGHT.fullmatch(written)
        bearer = knight and next((p for p in people if p.name.removeprefix(knight[0]) != p.name), None)
        if knight and bearer:
            people.append(Person(start, end, bearer.name, bearer.organisation))
            continue
        organisation = _organisation(mentions, start, end, named.get(start), ministers)
        if surname in known and (
            organisation is None or (len(written.split()) <= 2 and known[surname].organisation)
        ):
            organisation, name = known[surname].organisation, known[surname].name
        person = Person(
            start, end, name, organisation, _OBJECT.search(text, max(0, start - 24), start) is not None
        )
        known.setdefault(surname, person)
        if organisation is not None and known[surname].organisation is None:
            known[surname] = person
        people.append(person)
    people += _surnames_alone(mentions, people)
    people += _roles_alone(mentions)
    return People(sorted(people, key=lambda person: person.start))


def _surnames_alone(mentions: Mentions, people: list[Person]) -> list[Person]:
    """A surname that stands alone at the head of a sentence is whoever bore it before: "Ash is cooler"."""
    text = mentions.layout.text
    found = []
    for sentence in mentions.layout.sentences:
        word = _SURNAME.match(text, sentence.start, sentence.end)
        bearer = word and next(
            (p for p in people if p.name.split()[-1] == word[1] and p.start < word.start(1)), None
        )
        if word and bearer and not mentions.within(word.start(1), word.end(1)):
            found.append(Person(word.start(1), word.end(1), bearer.name, bearer.organisation))
    return found


def _roles_alone(mentions: Mentions) -> list[Person]:
    """Speakers without a name: "a Wold trust spokeswoman", "the union's convenor"."""
    text = mentions.layout.text
    return [
        Person(name.start, name.end, name.name, name)
        for name in mentions.all
        if _organised(name)
        and (
            _ROLE_ALONE.match(text, name.end)
            or _SPOKESMAN_FOR.search(text, max(0, name.start - 30), name.start)
        )
    ]


def _inside_name(mentions: Mentions, start: int, end: int) -> bool:
    return any(name.start < end and start < name.end for name in mentions.within(start - 80, end))


def _organisation(
    mentions: Mentions, start: int, end: int, named: Name | None, ministers: Ministers
) -> Name | None:
    """The organisation behind a person: by the words before, the register, the words after, or the role."""
    text = mentions.layout.text
    sentence = max(text.rfind(mark, 0, start) for mark in (". ", "\n", "“", '"')) + 1
    beside = _beside(mentions, sentence, start)
    if beside is not None:
        return beside
    party = next((name for name in mentions.within(end, end + 20) if name.sort == "party"), None)
    if party is not None and _FOR_PARTY.fullmatch(text, end, party.start):
        return party
    bracketed = next((name for name in mentions.within(end, end + 7) if _organised(name)), None)
    if (
        bracketed is not None
        and _IN_BRACKETS.fullmatch(text, end, bracketed.start)
        and text.startswith(")", bracketed.end)
    ):
        return bracketed
    service = _OF_THE_NHS.match(text, end)
    if service is not None:
        return Name(*service.span("org"), "NHS", NameKind.CLAIMANT, "service")
    if named is not None and named.behind:
        return Name(named.start, named.end, named.behind, NameKind.CLAIMANT, "behind", named.id)
    while text.startswith("*", end):  # "**Ann Ash**, Director of Nursing, Wold PCT"
        end += 1
    apposition = _APPOSITION.match(text, end)
    stop = apposition.end() if apposition else end
    tail = text[end:stop]
    if _ROLE_FOLLOWS.match(tail):
        found = _after(mentions, end, stop)
        if found is not None:
            return found
    lead = text[max(sentence, start - 60) : start]
    if not _ROLE_HERE.match(tail):
        tail = ""  # what the person does, not what the person is
    role = lead + " | " + _ROLE_ENDS.compiled.split(tail)[0]
    return _by_role(mentions, start, role, text[start:end], ministers)


def _after(mentions: Mentions, end: int, stop: int) -> Name | None:
    """The organisation after a name: "of Unison", ", a spokeswoman for the trust", ", Unison's leader"."""
    text = mentions.layout.text
    # "Ann Ash, of the union, saw it at Wold": the apposition ends with its comma.
    comma = text.find(",", end + 2, stop) if text.startswith((", of ", ", from "), end) else -1
    for name in mentions.within(end, min(stop if comma < 0 else comma, end + 70)):
        between = text[end : name.start]
        if is_local(name) and NO_OFFICE.search(between) and not UNION_ROLE.search(between):
            return None
        if _organised(name) and (
            _LEADS_TO.search(between)
            or (_POST.fullmatch(between) and (BODY_ROLE.search(between) or UNION_ROLE.search(between)))
            or text.startswith(("'s", "’s"), name.end)
        ):
            return name
    found = None if POLITICIAN.search(text, end, min(stop, end + 40)) else _NAMED_AFTER.match(text, end)
    if found is not None and NO_OFFICE.search(text, end, found.start("org")):
        return None
    if found is not None and found.end() <= stop + 40:
        return Name(found.start("org"), found.end("org"), found["org"], NameKind.CLAIMANT, "campaign")
    return None


def _by_role(mentions: Mentions, at: int, words: str, title: str, ministers: Ministers) -> Name | None:
    """The organisation that a role points to: a union's officer, a body's director, a minister."""
    if MINISTER.search(words):
        return ministers.behind(words)
    if UNION_ROLE.search(words):
        return last_organisation(mentions, at, union=True)
    owned = re.search(r"\b[Ii]ts\b", words) is not None
    if BODY_ROLE.search(words) and (owned or not POLITICIAN.search(words + title)):
        return last_organisation(mentions, at, union=None if owned else False)
    return None


def _beside(mentions: Mentions, sentence: int, start: int) -> Name | None:
    """The organisation before a role and a name: "Unison's branch secretary, Col Aster"."""
    text = mentions.layout.text
    before = [name for name in mentions.within(max(sentence, start - 90), start) if _organised(name)]
    if not before:
        return None
    between = text[before[-1].end : start]
    # "Unison's Col Aster", "Unison's regional head, Col Aster"
    if _OWNED.fullmatch(between):
        return before[-1]
    role = (
        UNION_ROLE.search(between)
        or BODY_ROLE.search(between)
        or re.search(r"\b(?:MP|convenor|economist|analyst)\b", between)
    )
    if role and re.fullmatch(r"(?:['’]s)? (?:(?:head|director|lead|chair)\b)?[^,.;]{0,50},? ", between):
        return before[-1]
    return None


def _organised(name: Name) -> bool:
    if name.kind is NameKind.CLAIMANT:
        return name.sort != "party"
    return (is_local(name) and name.sort != "group") or (
        name.kind is NameKind.BODY and name.sort in ("department", "national_body")
    )


def last_organisation(mentions: Mentions, at: int, union: bool | None = None) -> Name | None:
    """The organisation last named before that place: a union, a body, or (None) either."""
    text = mentions.layout.text
    for name in reversed(mentions.before(at)):
        if name.start > at - _NEAR and _SPOKEN_TO.search(text, max(0, name.start - 40), name.start):
            continue
        speaks_for_staff = name.kind is NameKind.CLAIMANT and name.sort in ("union", "campaign")
        body = is_local(name) and name.sort not in ("group", "hospital")
        if (union is True and speaks_for_staff) or (union is False and body):
            return name
        if union is None and (_organised(name)):
            return name
    if union is True:
        return None
    if mentions.own is not None:
        return mentions.own
    return next((name for name in reversed(mentions.before(at)) if name.sort == "hospital"), None)
