"""The people a text introduces, and the organisation behind each.

Belongs here: names of people with their roles ("Dawn Ash, a spokeswoman for the trust"). Does not belong
here: who speaks at a cue (speakers.py).
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from datetime import date

from nhscuts_pipeline.extraction.mentions import Mentions, health_department, is_local
from nhscuts_pipeline.extraction.names import Name
from nhscuts_pipeline.extraction.register import NameKind

_TITLE = (
    r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness|Earl|Viscount|Professor|Prof|Cllr|Coun|Councillor)\.?"
)
UNION_ROLE = re.compile(
    r"(?i)\b(?:branch|regional|general|full-time|union|lead|deputy general)\s+(?:secretary|officer|organi[sz]er|official|"
    r"convenor|convener|chair)|\b(?:convenor|convener|steward|organi[sz]er)s?\b"
)
BODY_ROLE = re.compile(
    r"(?i)\b(?:chief executive|chief operating|chief officer|chief nurse|managing|director|head of|"
    r"spokes(?:man|woman|person)|chair(?:man|woman)?|boss|bosses|managers?|operations|press officer|"
    r"finance team|chiefs?|governors?|directors|accountable officer|opposite number)\b"
)
MINISTER = re.compile(
    r"(?i)\b(?:health secretary|health minister|secretary of state for health|minister for health|care minister)\b"
)
_POLITICIAN = re.compile(r"\b(?:Cllr|Coun|[Cc]ouncillor|MP|Lord|Lady|Baroness|Earl|Viscount|peer)\b")
# Words in capitals that begin no person's name, and words that end none.
_NO_FIRST = (
    r"(?:NHS|The|This|That|But|And|In|At|On|It|His|Her|Their|Our|My|Its|Chief|Health|Board|Trust|Primary|Strategic|"
    r"Department|Royal|National|Freedom|Human|Last|Next|\w+day|Branch|Regional|General|Finance|Asked|According|Downing|"
    r"Some|Most|Of|As|For|From|Under|Managers|Officials|North|South|East|West|Mid|Central|Great|New|County|City|"
    r"January|February|March|April|May|June|July|August|September|October|November|December|House|Prime|Social|"
    r"Public|Mutually|Trade|Acute|Community|Foundation|Integrated|Care|Commissioning|Western|Northern|Southern|"
    r"Eastern|Saint|St|Band|Table|Agenda|Model|Labour|Conservative|Liberal|Example|Written|Union|Staff|Greater|"
    r"Lower|Upper|Three|Two|Four|Five|Six|When|While|After|Before|If|So|Not|Nor|No|Yet|With|To)\b"
)
_NO_LAST = re.compile(
    r".*\b(?:Council|Trust|Hospitals?|Infirmary|Act|Road|Street|House|Ward|Hall|Square|Committee|Review|Courier|Gazette|"
    r"Herald|Post|Mercury|Chronicle|Times|Echo|Register|Beacon|Service|Union|College|Partnership|Authority|Park|"
    r"Board|Fund|Moors?|Valley|Vale|Wolds?|Fells?|Broads?|Downs?|Marches|Levels|Dales?|Royal|General|Scheme|"
    r"Information|Resignation|Kingdom|Commons|Lords|Yorkshire|Midlands|Construction|Services?)$"
)
_PERSON = re.compile(
    rf"\b{_TITLE} (?:[A-Z]\. )?[A-Z][\w’'-]+(?: (?:of )?[A-Z][\w’'-]+){{0,2}}"
    rf"|\b(?!{_NO_FIRST})[A-Z][a-zé]+(?:[-’'][A-Z]?[a-z]+)?(?: [A-Z]\.)? (?!{_NO_FIRST})(?:Mc|Mac|O['’]|D['’])?[A-Z][a-z]+(?:-[A-Z][a-z]+)?\b"
)
_WHO_SPEAKS_FOR = re.compile(r",? (?:of|who (?:speaks|spoke|works?) for|for) (?:the )?$")
_NAMED_AFTER = re.compile(
    r"(?:, [^,.;“”\"]{0,50}?)? (?:of|for|at|from) (?:the )?(?P<kind>campaign group |pressure group |think tank |charity )?"
    r"(?P<org>[A-Z][\w’'-]+(?: (?:(?:and|of|for|in|the) )*[A-Z][\w’'-]+)+)"
)
_APPOSITION = re.compile(r",? [^.;:“”\"]{0,90}")


_OBJECT = re.compile(r"\b(?:by|told|asked|with|to|from|thanked|allies of) $")
_ROLE_ALONE = re.compile(
    r"(?:['’]s)?(?: \w+)? (?:spokes(?:man|woman|person)|convenor|steward|finance director|director|chief executive|"
    r"organi[sz]er|official|press officer|branch secretary|regional secretary)\b"
)
_SPOKESMAN_FOR = re.compile(
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


def read_people(mentions: Mentions, on: date | None) -> People:
    """Find the people of a text."""
    text = mentions.layout.text
    minister = health_department(on)
    known: dict[str, Person] = {}
    people: list[Person] = []
    named = {name.start: name for name in mentions.all if name.kind is NameKind.PERSON}
    spans = [
        *(match.span() for match in _PERSON.finditer(text)),
        *((name.start, name.end) for name in named.values()),
    ]
    reached = 0
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        written = text[start:end]
        if start < reached or (
            start not in named and (_NO_LAST.match(written) or _inside_name(mentions, start, end))
        ):
            continue
        reached = end
        name = re.sub(
            rf"^{_TITLE} (?=[A-Z][\w’'-]+ [A-Z])|^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor)\.? ", "", written
        )
        name = " ".join(name.removesuffix("'s").removesuffix("’s").split())
        surname = name.split()[-1]
        organisation = _organisation(mentions, start, end, named.get(start), minister)
        if surname in known and (
            organisation is None or (len(written.split()) <= 2 and known[surname].organisation)
        ):
            organisation, name = known[surname].organisation, known[surname].name
        person = Person(
            start, end, name, organisation, _OBJECT.search(text, max(0, start - 12), start) is not None
        )
        known.setdefault(surname, person)
        if organisation is not None and known[surname].organisation is None:
            known[surname] = person
        people.append(person)
    people += _roles_alone(mentions)
    return People(sorted(people, key=lambda person: person.start))


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
    mentions: Mentions, start: int, end: int, named: Name | None, minister: Name | None
) -> Name | None:
    """The organisation beside a person's name, by the text before the register."""
    text = mentions.layout.text
    after = _APPOSITION.match(text, end)
    stop = after.end() if after else end
    sentence = (
        max(
            text.rfind(". ", 0, start),
            text.rfind("\n", 0, start),
            text.rfind("“", 0, start),
            text.rfind('"', 0, start),
        )
        + 1
    )
    lead, tail = text[max(sentence, start - 100) : start], text[end:stop]
    if named is not None and named.behind and not _beside(mentions, sentence, start, end):
        return Name(named.start, named.end, named.behind, NameKind.CLAIMANT, "behind", named.id)
    beside = _beside(mentions, sentence, start, end)
    if beside is not None:
        return beside
    role_after = re.match(r", (?:who|an?|the|its|their|her|his|[a-z])", tail) is not None
    if (
        _WHO_SPEAKS_FOR.match(tail[: len(tail)])
        or role_after
        or re.match(r"(?: of | for | at | from |['’]s |, [A-Z])", tail)
    ):
        for name in mentions.within(end, min(stop, end + 70)):
            between = text[end : name.start]
            if _organised(name) and re.search(
                r"(?:\b(?:of|for|at|from|to|in)(?: the| both| a)?|^,(?: the)?|\b(?:union|group|tank)) $",
                between,
            ):
                return name
            if _organised(name) and re.match(r"['’]s?\b", text[name.end :]):
                return name
        found = None if _POLITICIAN.search(tail[:40]) else _NAMED_AFTER.match(text, end)
        if found and found.end() <= stop + 40:
            return Name(found.start("org"), found.end("org"), found["org"], NameKind.CLAIMANT, "campaign")
    around = (
        lead[-60:]
        + " | "
        + (
            re.split(r",(?! )|, (?=(?:said|says|told|who)\b)", tail)[0]
            if role_after or tail.startswith(",")
            else ""
        )
    )
    title = text[start:end]
    if MINISTER.search(around):
        return minister
    if UNION_ROLE.search(around):
        return last_organisation(mentions, start, union=True)
    if BODY_ROLE.search(around) and not _POLITICIAN.search(around + title):
        own = re.search(r"\bits\b", around) is not None
        return last_organisation(mentions, start, union=None if own else False)
    return None


def _beside(mentions: Mentions, sentence: int, start: int, end: int) -> Name | None:
    """ "Unison's branch secretary, Col Aster", "Wold trust chief executive Ann Ash"."""
    text = mentions.layout.text
    before = [name for name in mentions.within(max(sentence, start - 90), start) if _organised(name)]
    if not before:
        return None
    between = text[before[-1].end : start]
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
    for name in reversed(mentions.before(at)):
        speaks_for_staff = name.kind is NameKind.CLAIMANT and name.sort in ("union", "campaign")
        body = is_local(name) and name.sort not in ("group", "hospital")
        if (union is True and speaks_for_staff) or (union is False and body):
            return name
        if union is None and (_organised(name)):
            return name
    return mentions.own if union is not True else None
