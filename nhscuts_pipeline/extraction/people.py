"""The people a text introduces, each with the organisation behind.

Belongs here: finding them, and who is meant by a surname, a role or a label. Does not belong here: what looks
like a person's name (person_names.py), which organisation somebody speaks for (affiliation.py), who speaks at
a cue (speakers.py).
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from nhscuts_pipeline.extraction.affiliation import is_organised, organisation_of
from nhscuts_pipeline.extraction.mentions import Mentions
from nhscuts_pipeline.extraction.names import Name, in_small_letters
from nhscuts_pipeline.extraction.nations import Ministers
from nhscuts_pipeline.extraction.person_names import NO_LAST, TITLE, find_names
from nhscuts_pipeline.extraction.phrases import Expression
from nhscuts_pipeline.extraction.register import NameKind

_INITIALS = 3  # a label so short is of initials
_KNIGHT = Expression(r"(?:Sir|Dame) [A-Z][\w’'-]+")  # by the first name alone, once introduced
_SURNAME = Expression(r"[“\"'‘]?(?:But |And |Yet )?([A-Z][\w’-]+)(?=,? (?:[a-z]|\d\d,))")
_OBJECT = Expression(
    r"\b(?:by (?:the )?(?:[a-z]+,? )?|(?:told|asked|with|to|from|thanked|allies of|than|like|unlike|about|"
    r"against|calls?|called|succeed(?:s|ed)|replac(?:es|ed)|join(?:s|ed)|met|meets|under|behind|beside) )$"
)
_ROLE_ALONE = Expression(
    r"(?:['’]s)?(?: \w+)? (?:spokes(?:man|woman|person)|convenor|steward|finance director|director|"
    r"chief executive|"
    r"organi[sz]er|official|press officer|branch secretary|regional secretary)\b"
)
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

    def as_name(self) -> Name:
        """The person as a speaker of their own."""
        return Name(self.start, self.end, self.name, NameKind.PERSON, "person")


class People:
    """The people of a text in order; a surname alone is whoever bore it first."""

    def __init__(self, people: list[Person]) -> None:
        self._people = people
        self._starts = [person.start for person in people]
        self._surnames = {person.name.split()[-1]: person for person in reversed(people)}

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

    def by_label(self, label: str) -> Person | None:
        """Whose turn a label gives, by surname, initials ("AA:") or given name ("Ann:")."""
        initials = label.isupper() and len(label) <= _INITIALS
        named = None if initials else self.by_surname(in_small_letters(label))
        if named is not None or " " in label:
            return named
        found = {
            p.name: p for p in self._people if " " in p.name and label in (_initials(p), p.name.split()[0])
        }
        return next(iter(found.values())) if len(found) == 1 else None


def _initials(person: Person) -> str:
    return "".join(word[0] for word in person.name.split())


def read_people(mentions: Mentions, ministers: Ministers) -> People:
    """Find the people of a text."""
    text = mentions.layout.text
    known: dict[str, Person] = {}
    people: list[Person] = []
    named = {name.start: name for name in mentions.all if name.kind is NameKind.PERSON}
    for start, end in _spans(mentions, named):
        written = text[start:end]
        bearer = _KNIGHT.fullmatch(written) and next(
            (person for person in people if text.startswith(f"{written} ", person.start)), None
        )
        if bearer:
            people.append(Person(start, end, bearer.name, bearer.organisation))
            continue
        name = _without_title(written)
        surname = name.split()[-1]
        organisation = organisation_of(mentions, start, end, named.get(start), ministers)
        if surname in known and (
            organisation is None or (len(written.split()) <= 2 and known[surname].organisation)
        ):
            organisation, name = known[surname].organisation, known[surname].name
        spoken_to = _OBJECT.search(text, max(0, start - 24), start) is not None
        person = Person(start, end, name, organisation, spoken_to)
        known.setdefault(surname, person)
        if organisation is not None and known[surname].organisation is None:
            known[surname] = person
        people.append(person)
    people += _surnames_alone(mentions, people)
    people += _roles_alone(mentions)
    return People(sorted(people, key=lambda person: person.start))


def _spans(mentions: Mentions, named: Mapping[int, Name]) -> Iterator[tuple[int, int]]:
    """Where people's names stand, in order; `named` are those of the register by where they begin."""
    text = mentions.layout.text
    spans = [*find_names(text), *((name.start, name.end) for name in named.values())]
    reached = 0
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        ours = start in named or not (NO_LAST.match(text[start:end]) or _inside_name(mentions, start, end))
        if start >= reached and ours:
            reached = end
            yield start, end


def _without_title(written: str) -> str:
    """A name without "Mr" and the like or a possessive; "Sir Ash" keeps its title, "Sir Ken Ash" does not."""
    name = re.sub(rf"^{TITLE} (?=[A-Z][\w’'-]+ [A-Z])|^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor)\.? ", "", written)
    return " ".join(name.removesuffix("'s").removesuffix("’s").split())


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
        if is_organised(name)
        and (
            _ROLE_ALONE.match(text, name.end)
            or _SPOKESMAN_FOR.search(text, max(0, name.start - 30), name.start)
        )
    ]


def _inside_name(mentions: Mentions, start: int, end: int) -> bool:
    return any(name.start < end and start < name.end for name in mentions.within(start - 80, end))
