"""What "the trust", "its board" and "the authority" refer to.

Belongs here: antecedents. Does not belong here: finding type words (bodies.py), and plurals (several.py).
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from nhscuts_pipeline.extraction.bodies import Reference
from nhscuts_pipeline.extraction.body_words import OUTSIDE
from nhscuts_pipeline.extraction.names import Name
from nhscuts_pipeline.extraction.nations import health_department
from nhscuts_pipeline.extraction.phrases import Expression
from nhscuts_pipeline.extraction.register import NameKind
from nhscuts_pipeline.extraction.several import has_area, those_meant
from nhscuts_pipeline.extraction.type_words import REFERS, is_local, is_single, sorts_of

_COUNTED = frozenset(("icb", "pct", "trust", "ccg", "sha", "csu"))
# "In Norfolk, the ICB says ..."
_OPENING_AREA = Expression(
    r"(?:^|[.!?\n\d] ?)In (?P<area>[A-Z][\w-]+(?: (?:and )?[A-Z][\w-]+)*), (?:the|its) $"
)
_OF_AN_AREA = frozenset(("icb", "pct", "ccg"))
_BY_BARE_NAME = frozenset(("trust", "hospital", "pct", "ccg", "icb"))
_EACH = frozenset(("every", "each", "any"))
_DEFINITE = frozenset(
    ("the", "this", "its", "own", "parent", "his", "her", "their", "that", "our", "your", "whose")
)
_NOT_SUBJECT = Expression(
    r"\b(?:by|from|to|told|[Aa]sk|asked|notified|informed|with|than|against|like|unlike|officials at|under|"
    r"beside|via|opposite number at|promised|[Mm]embers of|assured|runs|which run|gives?|giving|sent|"
    r"tells?|telling|notify|notifying)\s+(?:the\s+|its\s+|all\s+)?$"
)
# A news story names the body it opens with so soon: "Bosses at a Wold trust ...".
_OPENING = 400
_NATIONS = frozenset(("Scotland", "Wales", "Northern Ireland", "Britain"))
# So far back a town is remembered.
_NEARBY = 600
_ANY_SUCH = Expression(r"(?:\b[Aa]n?|['’]s|s['’]) (?:[A-Za-z][\w-]+ ){0,3}$")


def is_object(text: str, name: Name) -> bool:
    """Whether a name is only spoken to, acted by or compared with: "notified X of", "orders from X"."""
    return _NOT_SUBJECT.search(text, max(0, name.start - 30), name.start) is not None


def resolve_references(
    text: str, known: list[Name], references: list[Reference], own: Name | None, on: date | None
) -> list[Name]:
    """The known names with every reference in its place, as the body it refers to or as a group of bodies."""
    mentions: list[Name] = []
    pending = sorted(references, key=lambda reference: reference.start)
    at = 0
    starts = {name.start: name for name in known}
    for reference in pending:
        while at < len(known) and known[at].start < reference.start:
            mentions.append(known[at])
            at += 1
        if mentions and reference.start < mentions[-1].end:
            continue  # "service" in "health service"
        named = starts.get(reference.end + 2) if text[reference.end : reference.end + 2] == ", " else None
        if named is not None and is_local(named) and not reference.plural:
            mentions.append(replace(named, start=reference.start, end=reference.end))
            continue
        found = _introduced(text, mentions, known[at:], reference) or _referent(
            text, mentions, reference, own
        )
        if found is None and reference.sort == "department" and reference.lead in _DEFINITE:
            found = health_department(on, reference.start, reference.end)
        if found is not None:
            mentions.append(found)
            # In "the NHS trust" the whole service is not spoken of.
            while at < len(known) and known[at].end <= reference.end and known[at].sort == "country":
                at += 1
    mentions += known[at:]
    return mentions


def _introduced(
    text: str, before: Sequence[Name], after: Sequence[Name], reference: Reference
) -> Name | None:
    """The body that a text opens with and names in its next sentence: "a Wold hospital trust"."""
    if reference.plural or reference.start > _OPENING or any(is_local(name) for name in before):
        return None
    if not _ANY_SUCH.search(text, max(0, reference.start - 60), reference.start):
        return None
    sorts = sorts_of(reference.sort)
    named = next((name for name in after if is_single(name)), None)
    if named is None or named.sort not in sorts or named.start > reference.start + _OPENING:
        return None
    if not text[: named.start].endswith("\n\n"):
        return None
    return replace(named, start=reference.start, end=reference.end)


def _referent(text: str, before: Sequence[Name], reference: Reference, own: Name | None) -> Name | None:
    start, end = reference.start, reference.end
    if text[start - 1 : start] == "(":
        return None  # the abbreviation of what was just said in full
    if reference.plural or (reference.lead in _EACH and reference.sort in _COUNTED):
        return those_meant(text, before, reference, own)
    if reference.sort in OUTSIDE:
        known = reference.lead in _DEFINITE or reference.lead.endswith(("county", "borough", "district"))
        return Name(start, end, text[start:end], NameKind.OUTSIDER, reference.sort) if known else None
    if reference.lead not in _DEFINITE and not (reference.lead == "" and text[start].isupper()):
        return None
    area = _OPENING_AREA.search(text, max(0, start - 60), start) if reference.sort in _OF_AN_AREA else None
    if area is not None and not any(area["area"] in name.name for name in before if is_local(name)):
        return Name(start, end, f"{area['area']} {text[start:end]}", NameKind.BODY, reference.sort)
    antecedent = _antecedent(text, [*([own] if own else []), *before], reference)
    if antecedent is not None:
        return replace(antecedent, start=start, end=end)
    place = _last_place(before, start) if own is None and reference.sort == "trust" else None
    if place is not None and reference.lead == "the":
        return Name(start, end, place.name, NameKind.BODY, "trust")
    if reference.sort == "service" and reference.lead == "the":
        return Name(start, end, "NHS", NameKind.REGION, "country", "nhs")
    return None


def _antecedent(text: str, candidates: Sequence[Name], reference: Reference) -> Name | None:
    """The last name that fits; one that only gives orders or gets letters only where there is no other."""
    if reference.sort in ("board", "employer"):
        national = reference.sort == "employer"
        fitting = [
            name
            for name in candidates
            if is_local(name) or (name.sort == "national_body" and (national or name.name.endswith(" Board")))
        ]
        acting = [name for name in fitting if not is_object(text, name)]
        # A hospital has a board only where no body that runs it is named.
        acting = [name for name in acting if not _is_site(name)] or acting
        return acting[-1] if acting else fitting[-1] if fitting else None
    bare = _bare_before(text, candidates, reference)
    if bare is not None:
        return bare
    for sorts in REFERS.get(reference.sort, ()):
        # "Our trust" is the one that the writer began with.
        for name in candidates if reference.lead == "our" else reversed(candidates):
            if (
                name.sort in sorts
                and name.kind is not NameKind.COLLECTIVE
                and _same_word(reference, name, text)
            ):
                return name
    if reference.sort == "cluster":  # the boards of an area, sharing a head
        groups = [name for name in candidates if name.sort == "group" and has_area(name)]
        return groups[-1] if groups else None
    return None


def _bare_before(text: str, candidates: Sequence[Name], reference: Reference) -> Name | None:
    """The body named last, in the same paragraph, by its bare name: "Wold has 90 posts to go. The trust"."""
    if reference.sort not in _BY_BARE_NAME or reference.lead != "the":
        return None
    local = [name for name in candidates if is_single(name)]
    if not local or local[-1].sort != "bare" or "\n\n" in text[local[-1].end : reference.start]:
        return None
    return local[-1]


def _last_place(before: Sequence[Name], start: int) -> Name | None:
    """The town named a little before, whose trust "the trust" is where the text has named none."""
    near = [
        name
        for name in before
        if name.sort == "place" and name.start > start - _NEARBY and name.name not in _NATIONS
    ]
    return near[-1] if near else None


def _is_site(name: Name) -> bool:
    return name.sort == "hospital" and not name.name.lower().endswith("board")


def _same_word(reference: Reference, name: Name, text: str) -> bool:
    """Whether "the college" can be that name: a college, whatever else speaks nearby."""
    if reference.sort not in ("union", "department"):
        return True
    word = text[reference.start : reference.end].lower()
    return word in name.name.lower() or (word == "union" and name.sort == "union")
