"""Short forms of bodies that the text has introduced: "Calder Royal" for the trust of that name.

Belongs here: deriving the forms and finding them. Does not belong here: aliases that hold everywhere (the
register).
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from nhscuts_pipeline.extraction.automaton import Phrases, fold
from nhscuts_pipeline.extraction.body_words import NEWSPAPER
from nhscuts_pipeline.extraction.groups import SPELT_OUT
from nhscuts_pipeline.extraction.names import Name, in_small_letters
from nhscuts_pipeline.extraction.phrases import Expression
from nhscuts_pipeline.extraction.register import NameKind

# Words at the end of a body's name, dropped one by one.
_TAIL = Expression(
    r"(?i)[ ,]+(?:NHS|foundation|trust|hospitals?|university|teaching|healthcare|primary care trust|pct|"
    r"care trust|"
    r"(?:NHS )?integrated care boards?|icbs?|strategic health authority|health authority|sha|"
    r"clinical commissioning group|"
    r"ccg|commissioning support unit|csu|ambulance service|partnerships?|community|mental health|cluster|"
    r"acute|(?:teaching )?health board|"
    r"health|and social care|care)$"
)
_AREA_BEFORE = Expression(
    r"(?i)\b(?:in|across|around|near|throughout|over|north|south|east|west|greater|mid|central|inner|outer|county|of|"
    r"from)\s+(?:the\s+)?$"
)
_ACROSS = Expression(r"(?i)\b(?:across|around|throughout)\s+$")
# "A meeting of Wold directors" is the body's all the same.
_BOSSES = Expression(r" (?:directors|managers|bosses|executives|chiefs|governors|board)\b")
_PLACE_AFTER = Expression(
    r"\s+(?:County|City|Borough|District|Metropolitan|Council|Town|Road|Street|Hall|MP|Police|Park|Station|"
    rf"University|[A-Z][a-z]+ (?:Council|Road|Street)|(?:{NEWSPAPER})\b)"
)


def read_short_forms(text: str, folded: str, known: Sequence[Name], own: Name | None) -> list[Name]:
    """Later mentions of bodies by a part of their names."""
    forms = _forms([*known, own] if own else known)
    firsts = _first_names(known)
    forms |= {form: name for form, name in firsts.items() if form not in forms}
    forms |= _abbreviated(text, known)
    if not forms:
        return []
    found = []
    taken = {at for name in known for at in range(name.start, name.end)}
    for start, end, form in Phrases({fold(form).strip(): form for form in forms}).find(folded):
        if start in taken or end - 1 in taken or _PLACE_AFTER.match(text, end):
            continue
        if text.startswith(")", end) and text.endswith("(", 0, start):
            continue  # where it is introduced
        body = forms[form]
        # "wold" is no "Wold", and a line may break within a name.
        if text[start:end] != form and text[start:end].split() != form.split():
            continue
        if form in firsts and (not _ACTS.match(text, end) or text.endswith((" a ", " an "), 0, start)):
            continue
        area = (_AREA_BEFORE if " " not in form else _ACROSS).search(text, max(0, start - 16), start)
        if area is not None and not _BOSSES.match(text, end):
            continue
        found.append(replace(body, start=start, end=end))
    return found


# "NHS Education for Scotland (NES)"; not so "Wold Integrated Care Board (ICB)", where it is but the type.
_IN_BRACKETS = Expression(r" \((?:the )?[“\"'‘]?(?P<form>[A-Z][A-Za-z&]*[A-Z][A-Za-z]*)[”\"'’]?\)")
_TYPES = frozenset("ICB ICBs PCT PCTs CCG CCGs SHA SHAs CSU CSUs ICS NHS FT MARS".split())


def _abbreviated(text: str, known: Sequence[Name]) -> dict[str, Name]:
    """Bodies by the abbreviation that stands in brackets behind their full names."""
    found: dict[str, Name] = {}
    for name in known:
        match = _IN_BRACKETS.match(text, name.end) if name.kind is NameKind.BODY else None
        if match is not None and match["form"] not in _TYPES and _initials(match["form"], name.name):
            found.setdefault(match["form"], name)
    return found


def _initials(form: str, name: str) -> bool:
    """Whether an abbreviation has the first letters of a name's words, in their order."""
    letters = iter(word[0].upper() for word in re.findall(r"\w+", name))
    return all(letter in letters for letter in form.upper() if letter.isalpha())


def _first_names(known: Sequence[Name]) -> dict[str, Name]:
    """Bodies with two names by the first alone: "Maidwell" for Maidwell and Tunford Hospitals NHS Trust."""
    bearers: dict[str, dict[str, Name]] = {}
    for name in known:
        first, joined, _ = name.name.partition(" and ")
        if joined and name.kind is NameKind.BODY and name.sort != "group" and _PROPER.fullmatch(first):
            bearers.setdefault(first, {}).setdefault(core(name.name), name)
    areas = {name.name for name in known if name.kind is NameKind.REGION}
    # "Wold Hospitals NHS Trust" is no short form of "Wold and Vale CCG"; "the Wold trust" may be one.
    others = {
        core(name.name)
        for name in known
        if name.kind is NameKind.BODY and not name.name.endswith((" trust", " hospital"))
    }
    return {
        first: next(iter(bodies.values()))
        for first, bodies in bearers.items()
        if len(bodies) == 1 and first not in areas and first.lower() not in others
    }


def under_full_names(known: Sequence[Name]) -> list[Name]:
    """The names with "the Maidwell trust" as the body that it is the first name of."""
    firsts = {first.lower(): name for first, name in _first_names(known).items()}
    if not firsts:
        return list(known)
    return [
        replace(firsts[core(name.name)], start=name.start, end=name.end)
        if name.kind is NameKind.BODY and name.sort == "trust" and core(name.name) in firsts
        else name
        for name in known
    ]


# One proper word, which no compass point or county begins.
_PROPER = Expression(
    r"(?!(?:North|South|East|West|Mid|Central|Royal|City|Great|Greater|University|Health|Mental|Community|"
    r"Care|"
    r"Primary|Acute|Children|Queen|King|Saint|London|Board|Trust|NHS)\b)[A-Z][a-z]{3,}"
)
_ACTS = Expression(
    r" (?:has|is|was|had|will|must|needs|hopes|plans|expects|says|intends|trust|employs|loses|lost|spends|"
    r"aims|wants|"
    r"faces|shed|cut|hospitals?)\b"
)


def _forms(known: Sequence[Name]) -> dict[str, Name]:
    """Short form to body, without those that two bodies share."""
    bearers: dict[str, dict[str, Name]] = {}
    for name in known:
        if name.kind is not NameKind.BODY or name.sort in ("national_body", "department"):
            continue
        for form in () if name.sort == "group" else _shortened(name.name):
            bearers.setdefault(form, {}).setdefault(core(name.name), name)
        for form, single in _parts(name):
            bearers.setdefault(form, {}).setdefault(core(single.name), single)
    areas = {name.name for name in known if name.kind is NameKind.REGION}
    return {
        form: next(iter(bodies.values()))
        for form, bodies in bearers.items()
        if len(bodies) == 1 and form not in areas and not form.isupper()
    }


_JOINT = Expression(
    r"(?P<bodies>[A-Z][\w’', -]+ and [A-Z][\w’' -]+) (?P<kind>integrated care board|ICB|CCG|PCT|"
    r"clinical commissioning group|"
    r"primary care trust)s$"
)


def _parts(name: Name) -> list[tuple[str, Name]]:
    """The two bodies of "Wold and Fenland ICBs" by their bare names."""
    joint = _JOINT.match(name.name) if name.sort == "group" else None
    if joint is None or joint["bodies"].count(" and ") != 1:
        return []
    return [
        (part, replace(name, name=f"{part} {joint['kind']}", sort=_SORTS[joint["kind"][0].lower()], id=None))
        for part in re.split(r", | and ", joint["bodies"])
    ]


_SORTS = {"i": "icb", "c": "ccg", "p": "pct"}


@lru_cache(maxsize=4096)
def _shortened(name: str) -> tuple[str, ...]:
    """The name with its type words dropped from the end, one after another; headings lose their capitals."""
    name = in_small_letters(name)
    forms = []
    current = name
    while (shorter := _TAIL.compiled.sub("", current)) != current:
        current = shorter
        forms.append(current)
    if current.startswith("NHS "):
        forms.append(current[4:])
    return tuple(
        form for form in forms if form[:1].isupper() and form not in ("NHS", "Royal", "General", "National")
    )


_COMMISSIONER = Expression(
    r"(?i) (?:NHS )?(?:(?P<icbs>integrated care board|icb)|(?P<pcts>primary care trust|pct)|"
    r"(?P<ccgs>clinical commissioning group|ccg))$"
)


def together(names: Sequence[str]) -> str:
    """Several bodies as one subject, with what they are but once: "Wold and Marsh primary care trusts"."""
    kinds = {match.lastgroup for name in names if (match := _COMMISSIONER.search(name)) and match.lastgroup}
    *first, last = (_COMMISSIONER.compiled.sub("", name) for name in names) if len(kinds) == 1 else names
    kind = f" {SPELT_OUT[kinds.pop()]}" if len(kinds) == 1 else ""
    return ", ".join(first) + f" and {last}{kind}"


def core(name: str) -> str:
    """What two spellings of one body have in common."""
    return (_shortened(name) or (name,))[-1].lower()
