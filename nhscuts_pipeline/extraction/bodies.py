"""A grammar of bodies that no table has: "Calder Vale Hospitals NHS Trust", "NHS Marlshire", "Wold council".

Belongs here: reading a type word ("trust", "PCT", "council") and the proper name before it, and the type
words that stand alone ("the trust", "12 primary care trusts"). Does not belong here: the register (names.py)
and what such a reference refers to (references.py, several.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product

from nhscuts_pipeline.extraction.automaton import Phrases
from nhscuts_pipeline.extraction.body_words import HEADS, INNER, NHS_NAME, OUTSIDE
from nhscuts_pipeline.extraction.name_start import WORD, Spans, walk_left
from nhscuts_pipeline.extraction.names import Name
from nhscuts_pipeline.extraction.person_names import after_person
from nhscuts_pipeline.extraction.phrases import Expression
from nhscuts_pipeline.extraction.register import NameKind
from nhscuts_pipeline.extraction.served import of_area, of_board, of_whom


@dataclass(frozen=True, slots=True)
class Reference:
    """A type word without a name: "the trust", "Gloucestershire's three primary care trusts".

    `lead` is the word before it in lower case ("the", "its", "three"); `start` and `end` bound the type
    words.
    """

    start: int
    end: int
    sort: str
    plural: bool
    lead: str


_BEFORE_TRUST = (
    "",
    "hospital ",
    "hospitals ",
    "partnership ",
    "ambulance service ",
    "services ",
    "social care ",
    "health and social care ",
    "health and social services ",
    "university ",
)
_WITHIN_TRUST = ("", "nhs ", "foundation ", "nhs foundation ", "university nhs foundation ", "teaching nhs ")


def _heads() -> Phrases[str]:
    heads = {phrase: sort for sort, phrases in HEADS.items() for phrase in phrases.split("|")}
    for before, within, trust in product(_BEFORE_TRUST, _WITHIN_TRUST, ("trust", "trusts")):
        heads[before + within + trust] = "trust"
    return Phrases(heads)


_HEAD = _heads()
_SPEAKING = frozenset(("union", "think_tank", "department"))
# Ordinary words unless they are written as part of the name.
_CAPITALISED = frozenset(("authority", "department", "company", "school", "union", "charity"))
_LOOK_BACK = 110
_TITLE = 60
_OF_PLACE = Expression(r"\s+of (?:the )?[A-Z][\w-]+(?: (?:and )?[A-Z][\w-]+)*\s+")
_GOES_ON = Expression(
    r"(?i)(?:\s+(?:and\s+)?(?:Health|Healthcare|Care|Community|Social|Mental|Learning|Disability|Services?|"
    r"Teaching|Hospitals?|University|NHS|Foundation|Children['’]s|Partnership))*"
    r"\s+(?:Trust|Hosp(?:ital)?s?|Health Board)\b"
)
_DESCRIBED = Expression(r" (?:teaching|university|general|acute|district|children['’]s|specialist)\s+$")
# "Federation of Trust Chiefs": the type word belongs to somebody else's name.
_OF_PEOPLE = Expression(
    r"['’]?s?['’]? (?:Chiefs|Chief Executives|Directors|Managers|Leaders|Executives|Chairs|Governors|"
    r"Nurses|Doctors|"
    r"Consultants|Physicians|Pharmacists|Accountants|Administrators|Practitioners|Forum|Network|"
    r"Confederation|"
    r"Federation|Association|Alliance|Union|Society|Workers)\b"
)
# School nurses are the service's.
_IN_SCHOOLS = Expression(r" (?:nurs|health|dental|dentist|immuni[sz]|vaccin)")
_ARTICLE = Expression(r"\b[Aa]n? $")
_UNIVERSITY_HOSPITAL = Expression(r"\bUniversity Hospitals? [A-Z][a-z][\w-]+(?: NHS (?:Foundation )?Trust)?")
# Their names can hold commas: "Wold, Marsh and Fen ICB".
_LISTING = frozenset(("icb", "ccg", "sha", "pct"))
_OWNED = frozenset(("pct", "icb", "sha", "ccg", "csu", "trust"))
# "Fen, Wold and" before "Vale ICB cluster"
_LISTED_BEFORE = Expression(
    r"(?:^|\n|[.:;] |\b[Tt]he |\b[Aa]t |\bof |\bby |\bto )(?P<names>(?:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*, )+)$"
)
_STOPS = Expression(r"[.!?:;|)(\]\[”“\"*•–—]|(?<=\s)-(?=\s)|\n\s*\n")


def read_bodies(text: str, folded: str, known: Sequence[Name]) -> tuple[list[Name], list[Reference]]:
    """Names and references by type word; names of the register come back longer where one completes them."""
    names: list[Name] = []
    references: list[Reference] = []
    taken = Spans(known)
    reached = 0
    beyond = 0
    for start, end, sort in _HEAD.find(folded):
        if start < beyond:
            continue
        beyond = end
        inside = taken.at(start)
        if inside is not None and inside.kind is not NameKind.REGION:
            if inside.kind is NameKind.BODY and inside.end < end:
                names.append(_lengthened(text, inside, end, sort))
                reached = end
            elif sort in _SPEAKING and inside.end == end and (whole := of_whom(text, start, end, sort)):
                names.append(whole)  # "the College" may stand in the register for another
                reached = whole.end
            continue
        if sort in ("school", "hospital", "partnership") and _GOES_ON.match(text, end):
            continue  # "Wold University Teaching Hospitals NHS Trust" is read from its end
        if _OF_PEOPLE.match(text, end) or (sort == "school" and _IN_SCHOOLS.match(text, end)):
            continue
        found = _continued(text, start, end, sort, names) or _named(text, start, end, sort, taken, reached)
        if found is None:
            references.append(_reference(text, start, end, sort))
            continue
        if names and found.start <= names[-1].start:
            names.pop()  # read on from there
        names.append(found)
        reached = end
    return names + _untyped(text, taken, names), references


def _continued(text: str, start: int, end: int, sort: str, names: Sequence[Name]) -> Name | None:
    """The name before a type word where it only goes on: "Wold General Hospital" as "NHS Trust"."""
    if not names or names[-1].kind is not NameKind.BODY or sort in OUTSIDE:
        return None  # "... NHS Trust" in one line, "COUNCIL OF GOVERNORS" in the next
    between = text[names[-1].end : start]
    if (between.isspace() and "\n\n" not in between) or _OF_PLACE.fullmatch(between):
        return replace(_lengthened(text, names[-1], end, sort), sort=sort)
    return None


def _untyped(text: str, taken: Spans, names: Sequence[Name]) -> list[Name]:
    """Names that end in a place: "NHS Wold" and "University Hospital Wold"."""
    found = []
    for match in (*NHS_NAME.finditer(text), *_UNIVERSITY_HOSPITAL.finditer(text)):
        start, end = match.span()
        if not taken.covers(start) and not any(name.start < end and start < name.end for name in names):
            end -= 2 if match[0].endswith(("'s", "’s")) else 1 if match[0].endswith(("s'", "s’")) else 0
            found.append(Name(start, end, " ".join(text[start:end].split()), NameKind.BODY, "nhs"))
    return found


def _named(text: str, start: int, end: int, sort: str, taken: Spans, reached: int) -> Name | None:
    """The body whose name ends with that type word, None where no proper name stands before it."""
    if sort in ("board", "employer", "service"):
        return of_board(text, start, end) if sort == "board" and not _is_plural(text[start:end]) else None
    floor = max(reached, start - _LOOK_BACK)
    for stop in _STOPS.finditer(text, floor, start):
        floor = stop.end()
    floor = max(floor, _after_title(text, floor, start))
    if known := _completes(text, start, taken):
        return _lengthened(text, known, end, sort)
    plural = _is_plural(text[start:end])
    if sort in _SPEAKING and (whole := of_whom(text, start, end, sort)):
        return whole
    # "Wold, Fen and Vale, Marsh and Hill ICBs": the register may know one of a list.
    begin = walk_left(
        text,
        floor,
        start,
        taken.without(_LISTING) if plural and sort in _LISTING else taken,
        lists=sort in _LISTING or text[start:end].lower().startswith(("nhs ", "hospitals nhs")),
        counted=plural,
    )
    if begin is None and sort in _OWNED and not plural:
        return of_area(text, start, end, sort)
    if begin is None or (sort in _CAPITALISED and not text[start].isupper()):
        return None
    begin = after_person(text, begin, start, sort)
    lower = sort in ("hospital", "trust") and not text[start].isupper()
    any_such = _ARTICLE.search(text, max(0, begin - 4), begin) is not None
    if lower and (
        any_such or (sort == "hospital" and (taken.at(begin) or _DESCRIBED.search(text, begin, start)))
    ):
        return None  # "a London teaching hospital" is described, not named
    return _as_body(text, begin, start, end, sort)


def _after_title(text: str, floor: int, start: int) -> int:
    """Where the line begins that a name ends in, if the one before is short: a title, no part of it."""
    line = text.rfind("\n", floor, start) + 1
    if not line or not text[line:start].strip():
        return floor  # the line breaks before the type word: the name is above
    return line if line - 1 - (text.rfind("\n", 0, line - 1) + 1) < _TITLE else floor


def _as_body(text: str, begin: int, start: int, end: int, sort: str) -> Name:
    """The name from `begin` to `end` whose type word begins at `start`, with its kind."""
    written = " ".join(text[begin:end].split())
    if sort == "hospital" and text[start:end].lower() == "hospitals":
        sort = "trust"
    if sort == "trust" and "ambulance" in written.lower():
        sort = "ambulance"
    kind = NameKind.OUTSIDER if sort in OUTSIDE else NameKind.BODY
    if sort in _SPEAKING:
        kind = NameKind.CLAIMANT
    plural = _is_plural(text[start:end]) and kind is NameKind.BODY
    return Name(begin, end, written, kind, "group" if plural else sort)


def _is_plural(head: str) -> bool:
    """Whether a type word stands in the plural; "hospitals" names one body as often as several."""
    return head.lower().endswith("s") and not head.lower().endswith(("hospitals", "services", "ics"))


def _lengthened(text: str, known: Name, end: int, sort: str) -> Name:
    """A name with the type word that completes it; a cluster is none of its boards, but all of them."""
    if sort != "cluster":
        return replace(known, end=end, name=" ".join(text[known.start : end].split()))
    others = _LISTED_BEFORE.search(text, max(0, known.start - _LOOK_BACK), known.start)
    begin = others.start("names") if others else known.start
    return replace(
        known, start=begin, end=end, name=" ".join(text[begin:end].split()), sort="cluster", id=None
    )


def _completes(text: str, start: int, taken: Spans) -> Name | None:
    """The register's name directly before a type word: "Surrey and Sussex Healthcare" before "trust"."""
    at = start - 1
    while at > 0 and text[at].isspace():
        at -= 1
    known = taken.at(at)
    return known if known is not None and known.end == at + 1 and known.kind is NameKind.BODY else None


def _reference(text: str, start: int, end: int, sort: str) -> Reference:
    before = WORD.compiled.findall(text, max(0, start - 40), start)
    while before and before[-1].lower() in INNER:
        before.pop()
    lead = before[-1].lower().strip("(“\"‘'*") if before else ""
    owned = lead.endswith(("'s", "’s", "s'", "s’")) and text[start:end].lower() == "hospitals"
    return Reference(start, end, sort, owned or _is_plural(text[start:end]), lead)
