"""A grammar of bodies that no table has: "Calder Vale Hospitals NHS Trust", "NHS Marlshire", "Wold council".

Belongs here: reading a type word ("trust", "PCT", "council") and the proper name before it, and the type
words that stand alone ("the trust", "12 primary care trusts"). Does not belong here: the register (names.py)
and what such a reference refers to (mentions.py).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product

from nhscuts_pipeline.extraction.automaton import Phrases
from nhscuts_pipeline.extraction.names import Name
from nhscuts_pipeline.extraction.register import NameKind


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


# The type words that a name ends with, and the sort of body that they make.
_HEADS: dict[str, str] = {
    "pct": "primary care trust|primary care trusts|pct|pcts|care trust|care trusts",
    "icb": "integrated care board|integrated care boards|care board|care boards|integrated care system|"
    "integrated care systems|icb|icbs|ics",
    "sha": "strategic health authority|strategic health authorities|health authority|health authorities|"
    "strategic authority|sha|shas",
    "ccg": "clinical commissioning group|clinical commissioning groups|commissioning group|commissioning "
    "groups|"
    "ccg|ccgs",
    "csu": "commissioning support unit|commissioning support units|commissioning support|csu|csus",
    "ambulance": "ambulance service|ambulance services",
    "hospital": "medical centre|walk in centre|hospital|hospitals|general hospital|district general "
    "hospital|infirmary|health board|"
    "health boards",
    "partnership": "partnership|community services|community health services",
    "cluster": "cluster|clusters",
    "board": "board|boards",
    "employer": "employers|organisations|providers|bodies",
    "council": "council|councils",
    "police": "police|police force|constabulary|fire service|fire and rescue service",
    "company": "plc|ltd|limited|firm|firms|company|companies",
    "charity": "hospice|hospices|charity|charities",
    "school": "university|universities|school|schools",
    "authority": "authority",
    "service": "service",
    "union": "union|unions|college|association|federation|society|confederation|alliance",
    "think_tank": "institute|think tank",
    "department": "department|ministry",
}
_BEFORE_TRUST = (
    "",
    "hospital ",
    "hospitals ",
    "partnership ",
    "ambulance service ",
    "services ",
    "university ",
)
_WITHIN_TRUST = ("", "nhs ", "foundation ", "nhs foundation ", "university nhs foundation ", "teaching nhs ")


def _heads() -> Phrases[str]:
    heads = {phrase: sort for sort, phrases in _HEADS.items() for phrase in phrases.split("|")}
    for before, within, trust in product(_BEFORE_TRUST, _WITHIN_TRUST, ("trust", "trusts")):
        heads[before + within + trust] = "trust"
    return Phrases(heads)


_HEAD = _heads()
_OUTSIDE = frozenset(("council", "police", "company", "charity", "school"))
_SPEAKING = frozenset(("union", "think_tank", "department"))
# Ordinary words unless they are written as part of the name.
_CAPITALISED = frozenset(("authority", "department", "company", "school", "union", "charity"))

# Lower-case words that may stand inside a name, before its type word.
_INNER = frozenset(
    """
    university teaching hospital hospitals foundation nhs community mental health care acute healthcare
    general primary strategic integrated ambulance service partnership district county city borough
    """.split()
)
_LINKS = frozenset(("and", "&", "of", "on", "upon", "for", "with"))
# Capitalised only because they begin a sentence, or titles and nations that are no part of a body's name.
_NOT_NAME = frozenset(
    """
    Executive Director Chairman Chair Secretary Officer Manager
    A All An And Another Are As At Because Before Behind Between Both But By Can Could Did Do Does Each
    Either Elsewhere English Even Every Former From Had Has Have He Her Here His Hospital How However I
    If In Is It Its Last Leading Like Local Many Meanwhile More Most Much My National Neither NHS No
    Nor Not Now Of Off Officials On Once Only Or Other Our Over She Since So Some Such That The Their
    Then There These They This Those Though To Today Trust Under Unlike Until Was We Were What When
    Where Which While Who Why Will With Would Yesterday Yet You Your Board Bosses Chief Model Says Staff
    Trade Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June
    July August September October November December
    """.split()
)
_NUMBER_WORDS = frozenset(
    """
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty dozen
    """.split()
)
_TOKEN = re.compile(r"\S+")
_LOOK_BACK = 110
_AFTER_POSSESSIVE = re.compile(
    r"\s+(?:and|(?i:hospitals?|infirmary|university|healthcare|college|nhs|foundation|general|community))\b"
)
# Their names can hold commas: "Wold, Marsh and Fen ICB".
_LISTING = frozenset(("icb", "ccg", "sha"))
_TITLED = re.compile(r"(?:King|Queen|Bishop|Prince|Princess|Lady|Abbot|Earl|Duke|Canon|Monk|Guy)['’]s$")
_OWNED = frozenset(("pct", "icb", "sha", "ccg", "csu"))
_OWNER = re.compile(r"(?P<owner>[A-Z][\w-]+(?: (?:and )?[A-Z][\w-]+)*)(?:['’]s|(?<=s)['’]) (?:own )?$")
_SERVED = re.compile(
    r"\s+(?:for|serving|covering|in) (?:the )?(?P<area>[A-Z][a-z][\w-]*(?:(?:,| and|, and| of|"
    r" upon)? [A-Z][\w-]+)*)"
)
_OPENS = re.compile(r"(?:\A|[.!?:]\s+|\n\s*)[^\w\n]*$")
_MONTH = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_STOPS = re.compile(r"[.!?:;|)(\]\[”“\"*•–—]|(?<=\s)-(?=\s)|\n\s*\n")
# "NHS Wold" is a body; what follows NHS here begins something else that the service has.
_NHS_NAME = re.compile(
    r"\bNHS (?!Foundation|Trust|Hospital|Staff|Plan|Constitution|Pension|Act\b|Confederation|Employer|"
    r"Provider|Alliance|"
    r"Together|Redundanc|Scotland|Wales|Executive|Job|Cut|Manage|Board|Health|Work|Financ|Deficit|Reform|"
    r"Pay|Spend|"
    r"Budget|Fund|Bill\b|Service|Reorgani|Boss|Chief|Union|Crisis|Saving|Efficien|Commission|Leader|Nurse|"
    r"Post|Loss|"
    r"Official|Debt|Cash|Money|Target|Care\b|Treatment|Patient|Choice|Direct|Professional|Improvement|"
    r"Digital|Property|"
    r"Body|Bodies|Organi|Restruct|Shake|Layoff|Cost|Bureaucra|Admin|Question|Debate|Statistic|Figure|"
    r"Number|Vacanc|"
    r"Turnover|Agency|Agencies|Back|Front|Sack|Axe|Job|Employ|Doctor|Consultant|Ambulance|Ward|Bed|Wait)"
    r"(?:[A-Z][a-z][\w’'-]*)(?:,? (?:(?:and|&|of|on) (?:the )?)?[A-Z][a-z][\w-]*)*"
)


def read_bodies(text: str, folded: str, known: Sequence[Name]) -> tuple[list[Name], list[Reference]]:
    """Names and references by type word; names of the register come back longer where one completes them."""
    names: list[Name] = []
    references: list[Reference] = []
    taken = _Spans(known)
    reached = 0
    beyond = 0
    for start, end, sort in _HEAD.find(folded):
        if start < beyond:
            continue
        beyond = end
        inside = taken.at(start)
        if inside is not None and inside.kind is not NameKind.REGION:
            if inside.kind is NameKind.BODY and inside.end < end:
                names.append(_lengthened(text, inside, end))
                reached = end
            continue
        if names and names[-1].kind is NameKind.BODY and text[names[-1].end : start].isspace():
            # "Wold General Hospital" goes on as "NHS Trust".
            names[-1] = replace(_lengthened(text, names[-1], end), sort=sort)
            reached = end
            continue
        found = _named(text, start, end, sort, taken, reached)
        if found is not None and names and text[names[-1].end : found.start].strip() == "of":
            # "Royal Infirmary" goes on as "of Wold NHS Trust".
            found = _lengthened(text, replace(found, start=names.pop().start), end)
        if found is None:
            references.append(_reference(text, start, end, sort))
        else:
            names.append(found)
            reached = end
    for match in _NHS_NAME.finditer(text):
        start, end = match.span()
        if not taken.covers(start) and not any(name.start < end and start < name.end for name in names):
            end -= 2 if match[0].endswith(("'s", "’s")) else 0
            names.append(Name(start, end, " ".join(text[start:end].split()), NameKind.BODY, "nhs"))
    return names, references


class _Spans:
    """The spans of names already found, to stop at them or to build on them."""

    def __init__(self, names: Sequence[Name]) -> None:
        self._by_char = {}
        for name in names:
            for at in range(name.start, name.end):
                self._by_char[at] = name

    def covers(self, at: int) -> bool:
        return at in self._by_char and self._by_char[at].kind is not NameKind.REGION

    def at(self, at: int) -> Name | None:
        return self._by_char.get(at)


def _named(text: str, start: int, end: int, sort: str, taken: _Spans, reached: int) -> Name | None:
    """The body whose name ends with that type word, None where no proper name stands before it."""
    if sort in ("board", "employer", "service"):
        return None
    floor = max(reached, start - _LOOK_BACK)
    for stop in _STOPS.finditer(text, floor, start):
        floor = stop.end()
    if known := _completes(text, start, taken):
        return _lengthened(text, known, end)
    plural = is_plural(text[start:end])
    begin = _walk_left(
        text,
        floor,
        start,
        taken,
        lists=sort in _LISTING or text[start:end].lower().startswith(("nhs ", "hospitals nhs")),
        counted=plural,
    )
    if begin is None and sort in _OWNED and not plural:
        return _of_area(text, start, end, sort)
    if begin is None or (sort in _CAPITALISED and not text[start].isupper()):
        return None
    if sort == "hospital" and taken.at(begin) and not text[start].isupper():
        return None  # "a London teaching hospital" is described, not named
    written = " ".join(text[begin:end].split())
    if sort == "hospital" and text[start:end].lower() == "hospitals":
        sort = "trust"
    if sort == "trust" and "ambulance" in written.lower():
        sort = "ambulance"
    kind = NameKind.OUTSIDER if sort in _OUTSIDE else NameKind.BODY
    if sort in _SPEAKING:
        kind = NameKind.CLAIMANT
    return Name(begin, end, written, kind, "group" if plural and kind is NameKind.BODY else sort)


def is_plural(head: str) -> bool:
    """Whether a type word stands in the plural; "hospitals" names one body as often as several."""
    return head.lower().endswith("s") and not head.lower().endswith(("hospitals", "services", "sas"))


def _of_area(text: str, start: int, end: int, sort: str) -> Name | None:
    """A body by its area alone: "Wold's PCT", "the ICB for Wold and Marsh"."""
    owner = _OWNER.search(text, max(0, start - 50), start)
    if owner is not None and not _MONTH.match(owner["owner"]):
        return Name(start, end, f"{owner['owner']} {text[start:end]}", NameKind.BODY, sort)
    served = _SERVED.match(text, end)
    if served is not None and not _MONTH.match(served["area"]) and served["area"] != "England":
        return Name(start, end, f"{' '.join(served['area'].split())} {text[start:end]}", NameKind.BODY, sort)
    return None


def _lengthened(text: str, known: Name, end: int) -> Name:
    return replace(known, end=end, name=" ".join(text[known.start : end].split()))


def _completes(text: str, start: int, taken: _Spans) -> Name | None:
    """The register's name directly before a type word: "Surrey and Sussex Healthcare" before "trust"."""
    at = start - 1
    while at > 0 and text[at].isspace():
        at -= 1
    known = taken.at(at)
    return known if known is not None and known.end == at + 1 and known.kind is NameKind.BODY else None


def _walk_left(text: str, floor: int, start: int, taken: _Spans, lists: bool, counted: bool) -> int | None:
    """Where the name begins that ends before `start`, None where there is none.

    `lists` lets commas in ("A, B and C ICB"), `counted` takes a number word for a count, not for a name.
    """
    begin: int | None = None
    pending = False
    proper = 0
    linked = awaiting = False
    for token in reversed(list(_TOKEN.finditer(text, floor, start))):
        word = token[0].strip("'‘’")
        bare = word.rstrip(",")
        known = taken.at(token.start())
        if known is not None and known.kind not in (NameKind.REGION,):
            break
        if bare != word and not (lists and linked):
            break
        common = bare.capitalize() in _NOT_NAME or (counted and bare.lower().split("-")[0] in _NUMBER_WORDS)
        if bare[:1].isupper() and (not common or (bare == "NHS" and begin is not None)):
            if bare.endswith(("'s", "’s")) and not (_TITLED.match(bare) or _part_of_name(text, token.end())):
                break
            begin, pending, proper = token.start(), False, proper + (bare.lower() not in _INNER)
        elif bare in _LINKS and (not pending or awaiting):
            pending, linked, awaiting = True, linked or bare in ("and", "&"), False
        elif bare == "the" and not pending and begin is not None:
            # Only "of the", "on the": the article alone begins the noun phrase.
            pending = awaiting = True
        elif bare.lower() not in _INNER or pending:
            break
    if counted and proper == 1 and begin is not None and _OPENS.search(text, max(0, begin - 12), begin):
        # "Add trusts ...": the capital is the sentence's.
        return begin if taken.at(begin) is not None else None
    return begin if proper else None


def _part_of_name(text: str, at: int) -> bool:
    """Whether a possessive is of the name ("St James's Hospital") or of an owner ("Wessex's trusts")."""
    return _AFTER_POSSESSIVE.match(text, at) is not None


def _reference(text: str, start: int, end: int, sort: str) -> Reference:
    before = _TOKEN.findall(text, max(0, start - 40), start)
    while before and before[-1].lower() in _INNER:
        before.pop()
    lead = before[-1].lower().strip("(“\"‘'*") if before else ""
    owned = lead.endswith(("'s", "’s", "s'", "s’")) and text[start:end].lower() == "hospitals"
    return Reference(start, end, sort, owned or is_plural(text[start:end]), lead)
