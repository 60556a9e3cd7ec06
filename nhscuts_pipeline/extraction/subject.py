"""Whose jobs or money a figure is: an ordered sieve over the mentions of its sentence, then the discourse.

Belongs here: choosing among mentions. Does not belong here: finding them (mentions.py), tables (rows.py).
Each rule names itself in `Draft.rules["subject"]`; the weak ones also leave a doubt.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from nhscuts_pipeline.contracts.vocabulary import Measure, Unit
from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.focus import EMPLOYS, ENGLAND, ORDERS, Focus, is_everywhere, is_national
from nhscuts_pipeline.extraction.layout import BlockKind, Sentence
from nhscuts_pipeline.extraction.mentions import Mentions
from nhscuts_pipeline.extraction.names import Name
from nhscuts_pipeline.extraction.references import is_local, is_object, last_two, refers_to
from nhscuts_pipeline.extraction.register import NameKind
from nhscuts_pipeline.extraction.rows import row_subject

# What may stand between a number and the body it belongs to: "37 posts will go at the authority".
_TO_RIGHT = re.compile(
    r"[^.;:()“”\"\n—]{0,80}?\b(?P<by>at|in|from|across|of|for|within|throughout|among|between|on)\s+"
    r"(?:(?:the|its|their|all|both|every|each|some|just|these|those)\s+)*(?:\d[\d,]*\s+|[a-z]+\s+)?$"
)
_BELONGS_DIRECTLY = re.compile(r"(?:\s+[\w’'-]+){0,5}\s+(?:in|across|around)\s+(?:the\s+)?$")
_NATIONWIDE = re.compile(
    r"\b(?:nationally|nationwide|across the country|up and down the country|around the country|"
    r"national (?:total|bill|figure|picture)|across the (?:NHS|health service|service)|"
    r"(?:NHS|service|sector|country|nation) as a whole|"
    r"in England|across England|English)\b",
    re.IGNORECASE,
)
_NHS_THINGS = re.compile(
    r"(?:\s+[\w-]+){0,3}?\s+(?:in\s+)?(?:the\s+)?(?:NHS|health service|"
    r"National Health Service)\b(?! (?:trust|foundation))",
    re.IGNORECASE,
)
_OF_WHICH = re.compile(
    r"(?P<name>[A-Z][\w’'-]*(?: (?:and |of |upon |on )?[A-Z][\w’-]*)*),? (?:which|where|"
    r"with)\s[^,.;()]{0,40}$"
)
_AND = re.compile(r" and (?:the )?")
_NUMBER = re.compile(r"(?<![\w.,])£?\d[\d,.]*\w*")
_TOTAL = re.compile(r"\W*(?:grand )?total\b", re.IGNORECASE)
_MONTH = re.compile(r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b")
_BESIDE = 16  # "(£1.1m", "(about 577": the number opens the bracket
_DASH = re.compile(r"\s[–—]\s|[()]")
_RELATIVE = re.compile(r",\s(?:which|who|where|whose|with)\s[^,]*$")
_STAFF_OF = re.compile(
    r"\b(?:bosses|chiefs|managers|trusts|hospitals|services|officials|leaders|workers|nurses|doctors) "
    r"(?:in|across|around) (?:the )?$"
)
_SERVICE_ACTS = re.compile(
    r" (?:as a whole |in England |nationally |itself |now |already )?(?:has|had|have|is|was|will|would|must|needs|faces|"
    r"employs|employed|spent|spends|lost|shed|cut|could|may|might|should|loses|owes|paid|wasted)\b"
)
_ITS_TOTAL = re.compile(r"(?:\*\*)?(?: total)?(?:\*\*)?\s*[:–(-]?\s*[\d£(]")
_TOPIC = re.compile(r"(?:In|At|Across|For) (?:the )?$")
_HERE_AREA = re.compile(
    r"(?:\s+[\w’'-]+){0,9}?\s+(?:in|across) the (?:city|county|region|area|town|borough)\b"
)


def set_subjects(mentions: Mentions, drafts: Sequence[Draft]) -> None:
    """Fill `subject`, `subject_id`, `rules["subject"]` and doubts. Claimants should be set before."""
    focus = Focus(mentions)
    by_sentence: dict[int, list[Draft]] = {}
    stated: dict[tuple[float, float | None], Name] = {}
    for draft in drafts:
        by_sentence.setdefault(draft.sentence, []).append(draft)
    for index, sentence in enumerate(mentions.layout.sentences):
        focus.enter(index)
        counted: Name | None = None
        for draft in sorted(by_sentence.get(index, ()), key=lambda draft: draft.start):
            name, rule = _subject(mentions, focus, sentence, draft)
            key = (draft.value, draft.value_to)
            if rule in _UNSURE and key in stated and draft.unit is not Unit.PERCENT:
                name, rule = stated[key], "the same number before"
            elif rule not in _UNSURE and draft.value > _TELLING and draft.unit is not Unit.PERCENT:
                stated.setdefault(key, name)
            shown = _shown(focus, name)
            draft.subject, draft.subject_id, draft.rules["subject"] = shown.name, shown.id, rule
            if (
                rule == "counted"
                or name.sort in ("department", "national_body")
                or name.name == "NHS England"
            ):
                counted = name
            if rule in _WEAK:
                draft.doubts.append(_WEAK[rule])
        focus.leave(index)
        if counted is not None:
            focus.use(counted)


def _shown(focus: Focus, name: Name) -> Name:
    """The name as a figure's subject: all bodies of a kind without their number, all trusts as the service."""
    if not is_everywhere(name):
        return name
    kind = _KIND_OF_ALL.search(name.name)
    if kind is None:
        return name
    if kind["kind"] in _ALL_TRUSTS:
        scope = focus.section or focus.scope
        return scope if scope is not None and scope.kind is NameKind.REGION else focus.nation
    return replace(name, name=kind["kind"])


# "England integrated care boards", "112 acute trusts", "twenty-six trusts".
_KIND_OF_ALL = re.compile(
    r"^(?:England (?!$))?(?:(?:\d[\d,]*|a dozen|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty)(?:-\w+)?) )?(?P<kind>.+)$"
)
_ALL_TRUSTS = frozenset(("trusts", "hospitals", "NHS trusts", "employers", "organisations", "bodies"))
# A number as large as this, said again, is the same one: "of the 740".
_TELLING = 40
_UNSURE = ("focus", "nation by default", "focus on all", "scope", "the speaker's own", "national speaker")
# Words that keep a national speaker's figure local.
_HERE = re.compile(
    r"(?i)\b(?:trust|hospital|board|city|county|region|area|town|here|local|locally|its|their|that bill)\b"
)
_WEAK = {
    "focus": "whose figure this is stands in an earlier sentence",
    "nation by default": "no body or area is named for this figure",
}


@dataclass(frozen=True, slots=True)
class _Case:
    """One figure with what a rule may look at; `eligible` are the names of its sentence that can own it."""

    mentions: Mentions
    focus: Focus
    sentence: Sentence
    draft: Draft
    eligible: list[Name]

    @property
    def text(self) -> str:
        return self.mentions.layout.text


def _subject(mentions: Mentions, focus: Focus, sentence: Sentence, draft: Draft) -> tuple[Name, str]:
    block = mentions.layout.blocks[sentence.block]
    if block.kind is BlockKind.TABLE:
        found = row_subject(mentions, block, draft.start)
        if found:
            return found, "table row"
        return focus.section or focus.scope or focus.nation, "table's body"
    eligible = [name for name in mentions.within(sentence.start, sentence.end) if _eligible(mentions, name)]
    case = _Case(mentions, focus, sentence, draft, eligible)
    for rule in (_counted, _in_brackets, _to_right, _relative, _to_left):
        found = rule(case)
        if found is not None:
            return found, rule.__name__.strip("_").replace("_", " ")
    return _from_discourse(case)


def _eligible(mentions: Mentions, name: Name) -> bool:
    if name.kind is NameKind.REGION:
        if name.sort == "country":
            return _acts(mentions, name)
        return name.sort != "place" or _opens(mentions, name)
    if name.sort == "department" and not EMPLOYS.match(mentions.layout.text, name.end):
        return False
    if is_national(name):
        return not ORDERS.match(mentions.layout.text, name.end) and not is_object(mentions.layout.text, name)
    return name.kind is NameKind.BODY


def _acts(mentions: Mentions, nation: Name) -> bool:
    """Whether the service or the country itself has a figure: "the NHS has 9,000 more", "England total: 903"."""
    text = mentions.layout.text
    before = text[max(0, nation.start - 5) : nation.start].lower()
    if before.endswith("the ") or not before.strip():
        return _SERVICE_ACTS.match(text, nation.end) is not None
    return before.rstrip(" \t*-•").endswith("\n") and _ITS_TOTAL.match(text, nation.end) is not None


def _opens(mentions: Mentions, place: Name) -> bool:
    """Whether a place is the topic of its sentence: "In Wold, that means coming down from ..."."""
    text = mentions.layout.text
    lead = mentions.layout.blocks[0]
    if place.start < lead.end and _STAFF_OF.search(text, max(0, place.start - 40), place.start):
        return not any(place.name in name.name for name in mentions.all if is_local(name))
    opening = _TOPIC.search(text, max(0, place.start - 12), place.start)
    return opening is not None and not text[: opening.start()].rstrip(" ")[-1:].isalnum()


def _counted(case: _Case) -> Name | None:
    """A count of bodies belongs to the group it counts: "the 42 integrated care boards"."""
    if case.draft.measure is not Measure.ORGANISATIONS:
        return None
    text = case.text
    for name in case.mentions.within(case.draft.end, min(case.sentence.end, case.draft.end + 60)):
        between = text[case.draft.end : name.start]
        if name.sort == "group" and not re.search(r"[.;:]|\d", between):
            return _in_scope(case.focus, name, text[case.draft.start : case.draft.end])
    if case.focus.name is not None and case.focus.name.sort == "group":
        return case.focus.name
    return None


def _in_scope(focus: Focus, group: Name, number: str) -> Name:
    """A counted group without an area of its own has the text's area, or the number for a name."""
    if group.name[0].isupper():
        return group
    if focus.scope is not None and focus.scope.kind is NameKind.REGION:
        specific = re.search(r"(?:care trusts|care boards|commissioning groups)$", group.name)
        return replace(group, name=f"{focus.scope.name} {group.name}" if specific else focus.scope.name)
    if re.fullmatch(r"(?:[a-z]+ )?trusts", group.name) and number.lower() not in group.name:
        return replace(group, name=f"{number.lower()} {group.name}")
    return group


def _in_brackets(case: _Case) -> Name | None:
    """The name before a bracket: "London (299)", "• Severn Partnership, the trust (318, of which 96 ...)"."""
    text = case.text
    opening = text.rfind("(", case.sentence.start, case.draft.start)
    if opening < 0 or ")" in text[opening : case.draft.start]:
        return None
    item = case.mentions.layout.blocks[case.sentence.block].kind is BlockKind.ITEM
    if item and _TOTAL.match(text, case.sentence.start):
        return case.focus.scope or case.focus.nation
    before = [name for name in case.eligible if name.end <= opening]
    if before and (item or opening - before[-1].end <= 2):
        return before[0] if item else before[-1]
    beside = case.draft.start - opening < _BESIDE
    bare = beside and re.search(
        r"(?:^|[.;,•*]\s*|\band\s+|\n)((?:[A-Z][\w’'-]*)(?: (?:and |of |the )?[A-Z][\w’'-]*)*) $",
        text[case.sentence.start : opening],
    )
    if bare and not bare[1].split()[0].isupper() and not bare[1].startswith(("Total", "Of", "In")):
        return case.focus.typed(bare[1])
    return None


def _to_right(case: _Case) -> Name | None:
    """The body in a phrase after the number: "110 posts at Stoke PCT", "18,000 posts from A, B and C"."""
    text = case.text
    for name in case.mentions.within(case.draft.end, min(case.sentence.end, case.draft.end + 110)):
        between = text[case.draft.end : name.start]
        if name.kind is NameKind.OUTSIDER or name.kind is NameKind.COLLECTIVE:
            continue
        if name.sort == "place":
            if _BELONGS_DIRECTLY.match(between) and not any(n.end < case.draft.start for n in case.eligible):
                return case.focus.body_of(name)
            continue
        if name.sort == "country" or re.match(r"(?:['’]s?)? total\b", text[name.end : name.end + 10]):
            continue
        match = _TO_RIGHT.match(between)
        if match and (name.kind in (NameKind.BODY, NameKind.REGION) or _national(name)):
            if "," in between and match["by"] in ("from", "for", "of", "on"):
                return None
            return _with_conjuncts(case.mentions, case.sentence, name)
        return None
    return None


def _national(name: Name) -> bool:
    return name.name in ("NHS England", "Department of Health", "Department of Health and Social Care")


def _with_conjuncts(mentions: Mentions, sentence: Sentence, first: Name) -> Name:
    """Names listed in one breath as one subject: "NHS England, the department and the boards"."""
    text = mentions.layout.text
    parts = [first]
    for name in mentions.within(first.end, sentence.end):
        if not re.fullmatch(
            r"(?: itself)?,?\s+(?:and\s+)?(?:(?:the|its|his|her|their|our)\s+)?(?:own\s+|parent\s+)?(?:\d+\s+|local\s+)?",
            text[parts[-1].end : name.start]
        ):
            break
        if name.name != parts[-1].name and (name.kind in (NameKind.BODY, NameKind.REGION) or _national(name)):
            parts.append(name)
    if len(parts) == 1:
        return first
    if all(is_everywhere(part) or is_national(part) for part in parts) and any(map(is_everywhere, parts)):
        return ENGLAND
    listed = ", ".join(part.name for part in parts[:-1]) + " and " + parts[-1].name
    return Name(first.start, parts[-1].end, listed, NameKind.BODY, "group")


def _relative(case: _Case) -> Name | None:
    """The name a relative clause is about; a bare place takes the type of the body before it."""
    text = case.text
    match = _OF_WHICH.search(text, max(case.sentence.start, case.draft.start - 110), case.draft.start)
    if match is None:
        return None
    for name in case.eligible:
        if name.end == match.end("name") or name.start == match.start("name"):
            earlier = [other for other in case.eligible if other.end < name.start and other.sort != "bare"]
            return case.focus.typed(name.name, earlier[0]) if name.sort == "bare" and earlier else name
    inside = [
        name
        for name in case.mentions.within(match.start("name") - 40, match.end("name"))
        if name.end >= match.end("name")
    ]
    if inside or _MONTH.match(match["name"]) or not any(name.end < match.start() for name in case.eligible):
        return None
    return case.focus.typed(match["name"])


def _to_left(case: _Case) -> Name | None:
    """The nearest body before the number that can own it."""
    text = case.text
    before = [name for name in case.eligible if name.end <= case.draft.start and not is_object(text, name)]
    if not before:
        return None
    before = [
        name for name in before if not _in_aside(text, case.sentence.start, name, case.draft.start)
    ] or before
    # "Wold PCT and Fen PCT will share a board": one subject, unless "respectively" deals it out.
    last = before[-1]
    speaker = case.focus.claimant(case.draft.claimant)
    if speaker is not None and refers_to(text[last.start : last.end], speaker):
        return speaker
    if len(before) > 1 and _AND.fullmatch(text[before[-2].end : last.start]):
        first = before[-2]
        if is_everywhere(first) and is_everywhere(last):
            return ENGLAND
        return _dealt_out(case, [first, last]) or replace(
            last, name=f"{first.name} and {last.name}", sort="group", id=None
        )
    return last


def _dealt_out(case: _Case, names: list[Name]) -> Name | None:
    """The name whose turn it is in "A and B lose 40 and 60 respectively"."""
    words = case.text[names[-1].end : case.sentence.end]
    if "respectively" not in words:
        return None
    numbers = [match.start() + names[-1].end for match in _NUMBER.finditer(words)]
    if len(numbers) < len(names) or case.draft.start not in numbers:
        return None
    return names[min(numbers.index(case.draft.start), len(names) - 1)]


def _in_aside(text: str, start: int, name: Name, end: int) -> bool:
    """Whether a name stands in an aside that has closed: "– heirs to 106 groups –", ", which runs Y,"."""
    if _DASH.search(text, name.end, end) and len(_DASH.findall(text[start : name.start])) % 2 == 1:
        return True
    return _RELATIVE.search(text[start : name.start]) is not None and "," in text[name.end : end]


def _gives_orders(case: _Case, speaker: Name) -> bool:
    """Whether the speaker's figure is what it wants of another: "under orders from the SHA to find ..."."""
    return any(
        name.name == speaker.name and is_object(case.text, name)
        for name in case.mentions.within(case.sentence.start, case.draft.start)
    )


# "NHS England has confirmed that 6,500 posts will go at its headquarters"
_AT_ITS_OWN = re.compile(
    r"[^.;:,]{0,40}\b(?:at|in|from|of|across) its (?:own|head|staff|workforce|offices|regional|central|payroll|ranks|posts)"
)


def _by_department(case: _Case) -> Name | None:
    """The department, or a national body that gives orders, where the sentence is about it."""
    for name in case.mentions.within(case.sentence.start, case.draft.start):
        speaks = name.sort == "department" or (is_national(name) and ORDERS.match(case.text, name.end))
        if speaks and not is_object(case.text, name):
            return name
    return None


_IN_TOTAL = re.compile(r"\W*(?:In total|In all|Altogether|Overall|Total|The (?:overall |grand )?total)\b")
_COMBINED = re.compile(r"\b(?:combined|taken together)\b", re.IGNORECASE)


def _combined(case: _Case) -> Name | None:
    """The two bodies last named, where a figure is said to be of both: "their combined workforce"."""
    beside = max(case.sentence.start, case.draft.start - 60), min(case.sentence.end, case.draft.end + 40)
    if not _COMBINED.search(case.text, *beside):
        return None
    return last_two(case.mentions.before(case.draft.start))


def _from_discourse(case: _Case) -> tuple[Name, str]:
    text = case.text
    said = text[case.sentence.start : case.sentence.end]
    nation = case.focus.nation
    if _NATIONWIDE.search(said):
        return nation, "nationwide"
    if _IN_TOTAL.match(text, case.sentence.start):
        return case.focus.section or case.focus.scope or nation, "in total"
    if _NHS_THINGS.match(text, case.draft.end):
        return nation, "NHS things"
    if _HERE_AREA.match(text, case.draft.end) and case.focus.area(case.draft.start) is not None:
        return case.focus.area(case.draft.start) or nation, "the area at hand"
    speaker = case.focus.claimant(case.draft.claimant)
    if speaker is not None and not _gives_orders(case, speaker):
        return speaker, "the speaker's own"
    national = _by_department(case)
    if national is not None and _AT_ITS_OWN.match(text, case.draft.end):
        return national, "at its own"
    if national is not None and not _HERE.search(said):
        return nation, "a department's figure"
    both = _combined(case)
    if both is not None:
        return both, "both together"
    carried = case.draft.rules.get("claimant") == "speech goes on"
    if not carried and case.focus.speaks_for_nation(case.draft.claimant) and not _HERE.search(said):
        return nation, "national speaker"
    if case.focus.name is not None and is_everywhere(case.focus.name):
        scope = case.focus.section or case.focus.scope
        return (scope, "scope") if scope is not None and not is_everywhere(scope) else (ENGLAND, "focus on all")
    if case.focus.name is not None:
        return case.focus.name, "own paper" if case.focus.name is case.mentions.own else "focus"
    return nation, "nation by default"
