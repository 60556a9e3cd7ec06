"""What "the trust", "both boards" and "the 42 ICBs" refer to.

Belongs here: antecedents. Does not belong here: finding type words (bodies.py) and the wording of groups
(groups.py).
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from nhscuts_pipeline.extraction.bodies import Reference
from nhscuts_pipeline.extraction.groups import group_name
from nhscuts_pipeline.extraction.names import Name
from nhscuts_pipeline.extraction.phrases import Expression
from nhscuts_pipeline.extraction.register import NameKind
from nhscuts_pipeline.extraction.short_forms import core, together

# Which sorts of body a type word can refer to, the likelier first.
_TRUST = frozenset(
    """
    trust pct care_trust partnership ambulance acute_trust mental_health_trust community_trust
    ambulance_trust hsc_trust nhs
    """.split()
)
_HOSPITAL = frozenset(("hospital", "trust", "acute_trust"))
_REFERS: dict[str, tuple[frozenset[str], ...]] = {
    "trust": (_TRUST, _HOSPITAL),
    "hospital": (_HOSPITAL,),
    "partnership": (_TRUST,),
    "pct": (frozenset(("pct", "care_trust", "nhs")),),
    "icb": (frozenset(("icb", "nhs")),),
    "sha": (frozenset(("sha", "sha_cluster")),),
    "authority": (frozenset(("sha", "sha_cluster")),),
    "ccg": (frozenset(("ccg", "nhs")),),
    "csu": (frozenset(("csu",)),),
    "hospitals_group": (frozenset(("hospitals_group",)),),
    "ambulance": (frozenset(("ambulance", "ambulance_trust")),),
    "service": (frozenset(("ambulance", "ambulance_trust")),),
    "cluster": (frozenset(("cluster", "icb_cluster")),),
    "union": (frozenset(("union", "campaign", "employer_body")),),
    "department": (frozenset(("department", "government")),),
    "think_tank": (frozenset(("think_tank",)),),
}
_TYPE_WORDS = frozenset(("trust", "hospital", "partnership", "service"))
_NATIONAL = frozenset(("national_body", "department", "government", "country"))
_OUTSIDE = frozenset(("council", "police", "company", "charity", "school"))
_COUNTED = frozenset(("icb", "pct", "trust", "ccg", "sha", "csu"))
_TWO = Expression(r"\b(?:[Tt]he (?:two|pair of)|[Bb]oth)(?: of the)?\s+$")
_MORE = Expression(r"\b(?:[Tt]he|[Aa]ll|[Tt]hese)(?: of the)? (?P<count>three|four|five)\s+$")
_COUNTS = {"three": 3, "four": 4, "five": 5}
_ALL_OF_THEM = Expression(
    r"(?<!across )\b(?:[Tt]he|[Tt]hese|[Tt]hose|[Oo]ur|[Ii]ts|[Tt]heir|[Bb]oth)(?: (?:two|three|four|"
    r"five|six))?\s+$"
)
_OF_AREA = Expression(r" (?:in|across|for|of|around|throughout) ")
_GROUP_KINDS = {
    "board": Expression(r"(?i)\b(?:boards|icbs)\b"),
    "icb": Expression(r"(?i)\b(?:boards|icbs)\b"),
    "pct": Expression(r"(?i)\b(?:care trusts|pcts)\b"),
    "ccg": Expression(r"(?i)\b(?:groups|ccgs)\b"),
    "trust": Expression(r"(?i)\b(?:trusts|pcts|hospitals)\b"),
    "hospital": Expression(r"(?i)\bhospitals\b"),
}
# "In Norfolk, the ICB says ..."
_OPENING_AREA = Expression(
    r"(?:^|[.!?\n\d] ?)In (?P<area>[A-Z][\w-]+(?: (?:and )?[A-Z][\w-]+)*), (?:the|its) $"
)
_OF_AN_AREA = frozenset(("icb", "pct", "ccg"))
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


def is_local(name: Name) -> bool:
    """Whether a name is a body below the national level, or a group of such bodies."""
    return name.kind is NameKind.BODY and name.sort not in _NATIONAL


def is_object(text: str, name: Name) -> bool:
    """Whether a name is only spoken to, acted by or compared with: "notified X of", "orders from X"."""
    return _NOT_SUBJECT.search(text, max(0, name.start - 30), name.start) is not None


def refers_to(words: str, body: Name) -> bool:
    """Whether a type word by itself ("the Trust") can mean that body."""
    word = words.lower()
    return word in _TYPE_WORDS and any(body.sort in sorts for sorts in _REFERS[word])


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
    sorts: frozenset[str] = frozenset().union(*_REFERS.get(reference.sort, ()))
    named = next((name for name in after if is_local(name) and name.sort != "group"), None)
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
        return _several(text, before, reference, own)
    if reference.sort in _OUTSIDE:
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


def _several(text: str, before: Sequence[Name], reference: Reference, own: Name | None) -> Name | None:
    """The bodies that a plural refers to: the two last named, a group spoken of, or those it names itself."""
    start, end = reference.start, reference.end
    pair = _those_named(text, before, reference)
    if pair is not None and own is not None and own.name in pair.name:
        return replace(own, start=start, end=end)  # those that make up the writer itself
    spoken_of = [own, *before] if own is not None and own.sort == "group" else before
    group = pair or _same_group(text, spoken_of, reference)
    if group is not None:
        return group
    called = group_name(text, reference, before)
    return Name(start, end, called, NameKind.BODY, "group") if called else None


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
    for sorts in _REFERS.get(reference.sort, ()):
        # "Our trust" is the one that the writer began with.
        for name in candidates if reference.lead == "our" else reversed(candidates):
            if (
                name.sort in sorts
                and name.kind is not NameKind.COLLECTIVE
                and _same_word(reference, name, text)
            ):
                return name
    if reference.sort == "cluster":  # the boards of an area, sharing a head
        groups = [name for name in candidates if name.sort == "group" and _has_area(name)]
        return groups[-1] if groups else None
    return None


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


def _has_area(group: Name) -> bool:
    return group.name[:1].isupper() and not group.name.startswith(("England ", "NHS"))


def health_department(on: date | None, start: int = 0, end: int = 0) -> Name | None:
    """The health department of that day."""
    if on is None:
        return None
    if on >= date(2018, 1, 8):
        name, key = "Department of Health and Social Care", "department-of-health-and-social-care"
    else:
        name, key = "Department of Health", "department-of-health"
    return Name(start, end, name, NameKind.BODY, "department", key)


def _is_national(name: Name) -> bool:
    return name.name == "NHS England" or name.sort in ("department", "national_body")


def _those_named(text: str, before: Sequence[Name], reference: Reference) -> Name | None:
    """The bodies that "the two trusts", "both boards" or "all three organisations" refers to."""
    if not reference.plural:
        return None
    more = _MORE.search(text, max(0, reference.start - 24), reference.start)
    if more is not None:
        return _all_named(before, reference, _COUNTS[more["count"]])
    if not _TWO.search(text, max(0, reference.start - 24), reference.start):
        return None
    both = last_two(before, national=reference.sort == "employer")
    return replace(both, start=reference.start, end=reference.end) if both else None


def _all_named(before: Sequence[Name], reference: Reference, count: int) -> Name | None:
    """The bodies of that kind named so far, if they are so many."""
    kinds = frozenset[str]().union(*_REFERS.get(reference.sort, ()))
    named: dict[str, Name] = {}
    for name in before:
        if (
            is_local(name)
            and name.sort != "group"
            and (not kinds or name.sort in kinds or name.sort == "bare")
        ):
            named.setdefault(core(name.name), name)
    if len(named) != count:
        return None
    listed = together([name.name for name in named.values()])
    return Name(reference.start, reference.end, listed, NameKind.BODY, "group")


def last_two(before: Sequence[Name], national: bool = True) -> Name | None:
    """The two bodies last named, as one subject; `national` lets NHS England and the department count."""
    names: list[str] = []
    kinds: set[bool] = set()
    for name in reversed(before):
        single = is_local(name) and name.sort != "group"
        if (single or (national and _is_national(name))) and name.name not in names:
            names.append(name.name)
            kinds.add(single)
        if len(kinds) == 2:
            return None  # a local body and a national one do nothing together
        if len(names) == 2:
            return Name(before[-1].start, before[-1].end, together(names[::-1]), NameKind.BODY, "group")
    return None


def _same_group(text: str, before: Sequence[Name], reference: Reference) -> Name | None:
    """The group with an area that "the boards" or "our three trusts" was said of last."""
    lead = _ALL_OF_THEM.search(text, max(0, reference.start - 24), reference.start)
    if lead is None or _OF_AREA.match(text, reference.end):
        return None
    kinds = _GROUP_KINDS.get(reference.sort)
    if kinds is None:
        return None
    groups = [name for name in before if name.sort == "group" and kinds.search(name.name)]
    # Between them all such boards of the country may have been spoken of.
    for name in (*groups[-1:], *groups[:1]):
        if _has_area(name):
            return replace(name, start=reference.start, end=reference.end)
    return None


def _same_word(reference: Reference, name: Name, text: str) -> bool:
    """Whether "the college" can be that name: a college, whatever else speaks nearby."""
    if reference.sort not in ("union", "department"):
        return True
    word = text[reference.start : reference.end].lower()
    return word in name.name.lower() or (word == "union" and name.sort == "union")
