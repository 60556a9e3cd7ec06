"""What plurals refer to: "both boards", "all three trusts", "the boards", "the 42 ICBs".

Belongs here: groups of bodies by reference. Does not belong here: what one type word alone refers to
(references.py) and the wording of groups (groups.py).
"""

from collections.abc import Sequence
from dataclasses import replace

from nhscuts_pipeline.extraction.bodies import Reference
from nhscuts_pipeline.extraction.groups import group_name
from nhscuts_pipeline.extraction.names import Name
from nhscuts_pipeline.extraction.phrases import Expression
from nhscuts_pipeline.extraction.register import NameKind
from nhscuts_pipeline.extraction.short_forms import core, together
from nhscuts_pipeline.extraction.type_words import is_single, sorts_of

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


def those_meant(text: str, before: Sequence[Name], reference: Reference, own: Name | None) -> Name | None:
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


def has_area(group: Name) -> bool:
    """Whether a group is named by where it is: "Wold trusts"."""
    return group.name[:1].isupper() and not group.name.startswith(("England ", "NHS"))


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
    kinds = sorts_of(reference.sort)
    named: dict[str, Name] = {}
    for name in before:
        if is_single(name) and (not kinds or name.sort in kinds or name.sort == "bare"):
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
        single = is_single(name)
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
        if has_area(name):
            return replace(name, start=reference.start, end=reference.end)
    return None
