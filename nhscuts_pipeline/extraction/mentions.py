"""All that a text says of bodies and areas, in order, with "the trust" and short forms resolved.

Belongs here: bringing register, grammar, short forms introduced earlier, group wordings and references
together into one list of mentions. Does not belong here: which figure belongs to which (subject.py,
claimant.py).
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from nhscuts_pipeline.extraction.automaton import fold
from nhscuts_pipeline.extraction.bare import read_bare
from nhscuts_pipeline.extraction.bodies import Reference, read_bodies
from nhscuts_pipeline.extraction.groups import group_name
from nhscuts_pipeline.extraction.layout import BlockKind, Layout
from nhscuts_pipeline.extraction.names import Name, Names
from nhscuts_pipeline.extraction.places import read_places
from nhscuts_pipeline.extraction.register import NameKind
from nhscuts_pipeline.extraction.short_forms import core, read_short_forms


@dataclass(frozen=True, slots=True)
class Mentions:
    """Mentions in order of the text.

    `own` is the body whose document this is (the name in its heading, or its publisher), `title` the names in
    its title.
    """

    layout: Layout
    folded: str
    all: list[Name]
    own: Name | None
    title: list[Name] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)

    def within(self, start: int, end: int) -> list[Name]:
        """The mentions that begin in that span."""
        return self.all[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def before(self, at: int) -> list[Name]:
        """The mentions that begin before that offset, the nearest last."""
        return self.all[: bisect_left(self.starts, at)]


# Which sorts of body a type word can refer to, the likelier first.
_TRUST = frozenset(
    """
    trust pct care_trust partnership ambulance acute_trust mental_health_trust community_trust
    ambulance_trust nhs
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
    "ambulance": (frozenset(("ambulance", "ambulance_trust")),),
    "service": (frozenset(("ambulance", "ambulance_trust")),),
    "cluster": (frozenset(("cluster", "icb_cluster")),),
    "union": (frozenset(("union", "campaign", "employer_body")),),
    "department": (frozenset(("department", "government")),),
    "think_tank": (frozenset(("think_tank",)),),
}
_NATIONAL = frozenset(("national_body", "department", "government", "country"))
_DESCRIBED = re.compile(
    r" (?:(?!Strategic|Primary|Integrated|Regional|Health|SHA|Ambulance|NHS)[A-Z][a-z]|"
    r"(?:teaching )?hospital\b)"
)
_COMPASS = frozenset(("north ", "south ", " east ", " west ", "inner ", "outer "))
_WE = re.compile(r"\b(?:[Ww]e|[Oo]ur|us)\b")
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]")
_SIGNED = re.compile(r"(?i)^\W*(?:yours (?:sincerely|faithfully|truly)|signed\b)", re.MULTILINE)
_OUTSIDE = frozenset(("council", "police", "company", "charity", "school"))
_EACH = frozenset(("every", "each", "any"))
_DEFINITE = frozenset(("the", "this", "its", "own", "parent", "his", "her", "their", "that", "our", "whose"))


def read_mentions(
    layout: Layout, names: Names, on: date | None, title: str | None = None, publisher: str | None = None
) -> Mentions:
    """Read the mentions of a text; `on` is its day of publication, None where it is not known."""
    text = layout.text
    folded = fold(text)
    register = [name for name in names.find_folded(text, folded, on) if not _only_describes(text, name)]
    bodies, references = read_bodies(text, folded, register)
    known = _merge(register, bodies)
    own = _own(layout, known, _label(names, publisher, on))
    if own is None:
        own = _only_voice(text, known)
    known = _merge(known, read_short_forms(text, known, own))
    known = _merge(known, read_bare(layout, known))
    known = _merge(known, read_places(text, known))
    mentions = _resolve(text, known, references, own, on)
    return Mentions(
        layout, folded, mentions, own, _label(names, title, on), [name.start for name in mentions]
    )


def _merge(first: Sequence[Name], second: Sequence[Name]) -> list[Name]:
    """Both in order; of two that overlap, the longer."""
    kept: list[Name] = []
    for name in sorted([*first, *second], key=lambda name: (name.start, -name.end)):
        if kept and name.start < kept[-1].end:
            if name.end - name.start > kept[-1].end - kept[-1].start:
                kept[-1] = name
            continue
        kept.append(name)
    return kept


def _only_describes(text: str, name: Name) -> bool:
    """Whether a region is part of a longer name ("North East Essex") or describes ("a London hospital")."""
    if name.kind is not NameKind.REGION or name.sort == "country":
        return False
    return (
        _DESCRIBED.match(text, name.end) is not None
        or text[max(0, name.start - 6) : name.start].lower() in _COMPASS
    )


def _only_voice(text: str, known: Sequence[Name]) -> Name | None:
    """The body of a text that speaks of itself as "we" outside quotations: a notice, an FAQ, a letter."""
    if text.count(" we ") + text.count(" our ") + text.count("We ") + text.count("Our ") < 4:
        return None
    bodies = [name for name in known if is_local(name) and name.sort != "group"]
    counts = Counter(core(name.name) for name in bodies)
    if not counts or len(_WE.findall(_QUOTED.sub("", text))) < 4:
        return None
    name, count = counts.most_common(1)[0]
    signed = _SIGNED.search(text)
    if signed is not None:
        below = [body for body in bodies if body.start > signed.start()]
        if below:
            return below[-1]
    return next(body for body in bodies if core(body.name) == name) if count == counts.total() else None


def _label(names: Names, label: str | None, on: date | None) -> list[Name]:
    """The names in a title or a publisher."""
    if not label:
        return []
    register = names.find(label, on)
    bodies, _ = read_bodies(label, fold(label), register)
    known = _merge(register, bodies)
    return _merge(known, read_places(label, known))


def _own(layout: Layout, known: Sequence[Name], labelled: Sequence[Name]) -> Name | None:
    """The body that publishes the text: the name alone in its first heading, or its publisher."""
    first = layout.blocks[0] if layout.blocks else None
    if first is not None and first.kind is BlockKind.HEADING:
        heading = layout.text[first.start : first.end].strip("#* \t")
        for name in known:
            if name.start < first.end and is_local(name) and len(heading) <= name.end - name.start + 2:
                return name
    publisher = next((name for name in labelled if is_local(name)), None)
    if publisher is None:
        return None
    # The publisher's line may carry more words than the name: the text's own wording comes first.
    label = core(publisher.name)
    return next((name for name in known if is_local(name) and label.endswith(core(name.name))), publisher)


def is_local(name: Name) -> bool:
    """Whether a name is a body below the national level, or a group of such bodies."""
    return name.kind is NameKind.BODY and name.sort not in _NATIONAL


def _resolve(
    text: str, known: list[Name], references: list[Reference], own: Name | None, on: date | None
) -> list[Name]:
    """Put every reference in its place, as the body it refers to or as a group of bodies."""
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
        found = _referent(text, mentions, reference, own)
        if found is None and reference.sort == "department" and reference.lead in _DEFINITE:
            found = health_department(on, reference.start, reference.end)
        if found is not None:
            mentions.append(found)
    mentions += known[at:]
    return mentions


def _referent(text: str, before: Sequence[Name], reference: Reference, own: Name | None) -> Name | None:
    start, end = reference.start, reference.end
    if text[start - 1 : start] == "(":
        return None  # the abbreviation of what was just said in full
    if reference.plural or (
        reference.lead in _EACH and reference.sort in ("icb", "pct", "trust", "ccg", "sha", "csu")
    ):
        group = group_name(text, reference, before)
        return Name(start, end, group, NameKind.BODY, "group") if group else None
    if reference.sort in _OUTSIDE:
        known = reference.lead in _DEFINITE or reference.lead.endswith(("county", "borough", "district"))
        return Name(start, end, text[start:end], NameKind.OUTSIDER, reference.sort) if known else None
    if reference.lead not in _DEFINITE and not (reference.lead == "" and text[start].isupper()):
        return None
    candidates = [*([own] if own else []), *before]
    if reference.sort == "board":
        return next(
            (replace(name, start=start, end=end) for name in reversed(candidates) if is_local(name)), None
        )
    for sorts in _REFERS.get(reference.sort, ()):
        for name in reversed(candidates):
            if (
                name.sort in sorts
                and name.kind is not NameKind.COLLECTIVE
                and _same_word(reference, name, text)
            ):
                return replace(name, start=start, end=end)
    if reference.sort == "service" and reference.lead == "the":
        return Name(start, end, "NHS", NameKind.REGION, "country", "nhs")
    return None


def health_department(on: date | None, start: int = 0, end: int = 0) -> Name | None:
    """The health department of that day."""
    if on is None:
        return None
    if on >= date(2018, 1, 8):
        name, key = "Department of Health and Social Care", "department-of-health-and-social-care"
    else:
        name, key = "Department of Health", "department-of-health"
    return Name(start, end, name, NameKind.BODY, "department", key)


def _same_word(reference: Reference, name: Name, text: str) -> bool:
    """Whether "the college" can be that name: a college, whatever else speaks nearby."""
    if reference.sort not in ("union", "department"):
        return True
    word = text[reference.start : reference.end].lower()
    return word in name.name.lower() or (word == "union" and name.sort == "union")
