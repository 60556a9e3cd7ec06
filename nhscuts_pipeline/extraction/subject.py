"""Whose jobs or money a figure is: by its own sentence, else by what the text is about.

Belongs here: the order of the rules, and the choice where the sentence names nobody. Does not belong here:
the sentence's own words (owners.py), finding mentions (mentions.py), tables (rows.py), and the last word
(whose.py).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from nhscuts_pipeline.contracts.vocabulary import Measure, Unit
from nhscuts_pipeline.extraction.case import Case, can_own
from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.focus import Focus
from nhscuts_pipeline.extraction.groups import SPELT_OUT
from nhscuts_pipeline.extraction.layout import Block, BlockKind, Sentence
from nhscuts_pipeline.extraction.mentions import Mentions
from nhscuts_pipeline.extraction.names import Name
from nhscuts_pipeline.extraction.national import is_everywhere, is_national, speaks_of_others
from nhscuts_pipeline.extraction.owners import RULES
from nhscuts_pipeline.extraction.phrases import Expression
from nhscuts_pipeline.extraction.references import is_object
from nhscuts_pipeline.extraction.register import NameKind
from nhscuts_pipeline.extraction.rows import row_subject
from nhscuts_pipeline.extraction.several import last_two
from nhscuts_pipeline.extraction.type_words import is_single

_NATIONWIDE = Expression(
    r"\b(?:national(?:ly|  ?(?:total|bill|figure|picture|average|expectation|target|norm|benchmark))|"
    r"nationwide|up and down the country|"
    r"(?:across|around) the (?:country|nhs|health service|service)|"
    r"(?:nhs|service|sector|country|nation) as a whole|(?:in|across) england|english)\b"
)
_NHS_THINGS = Expression(
    r"(?:\s+[\w-]+){0,3}?\s+(?:in\s+)?(?:the\s+)?(?:NHS|health service|"
    r"National Health Service)\b(?! (?:trust|foundation))",
    re.IGNORECASE,
)
# "7,640 ICB staff had applied"
_STAFF_OF_ALL = Expression(
    r"(?: [a-z][\w-]*){0,2} (?P<kind>ICB|PCT|SHA|CCG|CSU) (?:staff|jobs|posts|people|workers|employees|"
    r"managers)\b"
)
_HERE_AREA = Expression(
    r"(?:\s+[\w’'-]+){0,9}?\s+(?:in|across) the (?:city|county|region|area|town|borough)\b"
)


@dataclass(frozen=True, slots=True)
class Picked:
    """What the rules said of a figure: whose it is and by which rule.

    `focus` and `section` are what the text, and the part of it under one heading, were then about.
    """

    name: Name
    rule: str
    focus: Name | None
    section: Name | None


def pick_subjects(mentions: Mentions, focus: Focus, drafts: Sequence[Draft]) -> list[Picked]:
    """Whose each figure of a text is by the rules, in order. Claimants should be set before."""
    by_sentence: dict[int, list[Draft]] = {}
    stated: dict[tuple[float, float | None], Name] = {}
    picked: list[Picked] = []
    for draft in drafts:
        by_sentence.setdefault(draft.sentence, []).append(draft)
    for index, sentence in enumerate(mentions.layout.sentences):
        focus.enter(index)
        counted: Name | None = None
        for draft in by_sentence.get(index, ()):
            name, rule = _subject(mentions, focus, sentence, draft)
            key = (draft.value, draft.value_to)
            if rule in _UNSURE and key in stated and draft.unit is not Unit.PERCENT:
                name, rule = stated[key], "the same number before"
            elif rule not in _UNSURE and draft.value > _TELLING and draft.unit is not Unit.PERCENT:
                stated.setdefault(key, name)
            picked.append(Picked(shown(focus, name, focus.section), rule, focus.name, focus.section))
            if (
                rule == "counted"
                or (rule == "table's body" and name.sort == "group")
                or name.sort in ("department", "national_body")
                or name.name == "NHS England"
            ):
                counted = name
        focus.leave(index)
        if counted is not None and not focus.has_them(index) and not focus.in_section:
            focus.use(counted)
    return picked


def shown(focus: Focus, name: Name, section: Name | None) -> Name:
    """The name as the subject of a figure under that section: all bodies of a kind without their number."""
    if not is_everywhere(name):
        return name
    kind = _KIND_OF_ALL.search(name.name)
    if kind is None:
        return name
    if kind["kind"] in _ALL_TRUSTS:
        scope = section or focus.scope
        return scope if scope is not None and scope.kind is NameKind.REGION else focus.nation
    return replace(name, name=kind["kind"])


# "England integrated care boards", "112 acute trusts", "twenty-six trusts"; "three trusts" are but some.
_KIND_OF_ALL = Expression(
    r"^(?:England (?!$))?(?:(?:\d[\d,]*|a dozen|(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    r"seventeen|eighteen|nineteen|twenty|thirty|forty|fifty)(?:-\w+)?) )?"
    r"(?P<kind>.+)$"
)
_ALL_TRUSTS = frozenset(("trusts", "hospitals", "NHS trusts", "employers", "organisations", "bodies"))
# A number as large as this, said again, is the same one: "of the 740".
_TELLING = 40
# The bodies of a table are named together no further before it.
_TABLE_NAMED = 900
_UNSURE = ("focus", "nation by default", "focus on all", "scope", "the speaker's own", "national speaker")
# Words that keep a national speaker's figure local.
_HERE = Expression(
    r"\b(?:trust|hospital|board|city|county|region|area|town|here|local|locally|its|their|that bill)\b"
)


def _subject(mentions: Mentions, focus: Focus, sentence: Sentence, draft: Draft) -> tuple[Name, str]:
    block = mentions.layout.blocks[sentence.block]
    if block.kind is BlockKind.TABLE:
        found = row_subject(mentions, block, draft.start)
        if found:
            return found, "table row"
        return focus.section or focus.scope or _listed_group(mentions, block) or focus.nation, "table's body"
    eligible = [
        name
        for name in mentions.within(sentence.start, sentence.end)
        if can_own(mentions, name) and not focus.is_site(name)
    ]
    case = Case(mentions, focus, sentence, draft, eligible)
    for rule in RULES:
        found = rule(case)
        if found is not None:
            return found, rule.__name__.replace("_", " ")
    return _from_discourse(case)


def _listed_group(mentions: Mentions, block: Block) -> Name | None:
    """The group with an area that the text named last before a table: its rows are that group's bodies."""
    before = mentions.within(max(0, block.start - _TABLE_NAMED), block.start)
    groups = [name for name in before if name.sort == "group" and not is_everywhere(name)]
    return groups[-1] if groups else None


def _gives_orders(case: Case, speaker: Name) -> bool:
    """Whether the speaker's figure is what it wants of another: "under orders from the SHA to find ..."."""
    return any(
        name.name == speaker.name and is_object(case.text, name)
        for name in case.mentions.within(case.sentence.start, case.draft.start)
    )


# "NHS England has confirmed that 6,500 posts will go at its headquarters"
_AT_ITS_OWN = Expression(
    r"[^.;:,]{0,40}\b(?:at|in|from|of|across) its (?:own|head|staff|workforce|offices|regional|central|"
    r"payroll|ranks|posts)"
)


def _by_department(case: Case) -> Name | None:
    """The department, or a national body that gives orders, where the sentence is about it."""
    for name in case.mentions.within(case.sentence.start, case.draft.start):
        speaks = name.sort == "department" or (is_national(name) and speaks_of_others(case.text, name))
        if speaks and not is_object(case.text, name) and not _TOLD.match(case.text, name.end):
            return name
    return None


# "The department has been notified of 150": it only heard.
_TOLD = Expression(
    r" (?:has been|have been|had been|was|were) (?:also )?(?:notified|told|informed|given|sent)\b"
)
# A department that was notified speaks of the employer's figure, not of the nation's.
_NOTIFIED = Expression(r"\b(?:notified|notification|hr1)\b")
_TOGETHER = Expression(r"\b(?:between them|collectively|all told|together)\b")
_IN_TOTAL = Expression(r"\W*(?:In total|In all|Altogether|Overall|Total|The (?:overall |grand )?total)\b")
# A single body hardly loses, saves or owes so much; its staff in place and its yearly budget can be more.
_LARGEST = {Unit.POSTS: 4000, Unit.PEOPLE: 4000, Unit.FTE: 4000, Unit.GBP: 250_000_000}
_OF_ONE = frozenset((Measure.WORKFORCE, Measure.BUDGET))
# In the folded text, where a mark is a space.
_OWN_SHARE = Expression(r"\b(?:(?:board|trust|authority|hospital|cluster) s|its) own\b")
_NEAR = 250
_TOPIC = 60
_COMBINED = Expression(
    r"\b(?:combined|taken together|(?:the )?sum of the two|between (?:them|the two|the pair))\b",
    re.IGNORECASE,
)


def _combined(case: Case) -> Name | None:
    """The two bodies last named, where a figure is said to be of both: "their combined workforce"."""
    beside = max(case.sentence.start, case.draft.start - 60), min(case.sentence.end, case.draft.end + 40)
    if not _COMBINED.search(case.text, *beside):
        return None
    near = case.mentions.within(max(0, case.sentence.start - _NEAR), case.draft.start)
    return last_two(near)


def _from_discourse(case: Case) -> tuple[Name, str]:
    """Whose a figure is that its sentence gives to nobody: the nation's, the speaker's or the focus's."""
    return _by_its_words(case) or _by_its_speaker(case) or _by_focus(case)


def _by_its_words(case: Case) -> tuple[Name, str] | None:
    text, nation = case.text, case.focus.nation
    said = _NATIONWIDE.search(case.mentions.plain, case.sentence.start, case.sentence.end)
    # "The national target is 50%, the board's own 43%"
    local = said and _OWN_SHARE.search(case.mentions.plain, said.end(), max(said.end(), case.draft.start))
    # A board's own paper says of its plans what hangs on the nation.
    if (
        said
        and not local
        and (case.mentions.own is None or said.start() < case.draft.start < said.end() + _TOPIC)
    ):
        return nation, "nationwide"
    if _IN_TOTAL.match(text, case.sentence.start):
        return case.focus.section or case.focus.scope or nation, "in total"
    scope = case.focus.section or case.focus.scope
    of_area = scope is not None and scope.sort == "group" and not is_everywhere(scope)
    if of_area and scope and _TOGETHER.search(case.mentions.plain, case.sentence.start, case.draft.start):
        return scope, "all together"
    if _NHS_THINGS.match(text, case.draft.end):
        return nation, "NHS things"
    staff = _STAFF_OF_ALL.match(text, case.draft.end)
    if staff and (case.focus.scope is None or case.focus.scope.sort == "group"):
        of_all = SPELT_OUT[f"{staff['kind'].lower()}s"]
        return Name(case.draft.end, staff.end(), of_all, NameKind.BODY, "group"), "staff of all"
    area = case.focus.area(case.draft.start) if _HERE_AREA.match(text, case.draft.end) else None
    return (area, "the area at hand") if area is not None else None


def _by_its_speaker(case: Case) -> tuple[Name, str] | None:
    nation, claimant = case.focus.nation, case.draft.claimant
    here = _HERE.search(case.mentions.plain, case.sentence.start, case.sentence.end) is not None
    speaker = case.focus.claimant(claimant)
    if speaker is not None and not case.focus.is_site(speaker) and not _gives_orders(case, speaker):
        return speaker, "the speaker's own"
    national = _by_department(case)
    if national is not None and _AT_ITS_OWN.match(case.text, case.draft.end):
        return national, "at its own"
    if national is not None and not here:
        return nation, "a department's figure"
    both = _combined(case)
    if both is not None:
        return both, "both together"
    carried = case.draft.rules.get("claimant") == "speech goes on"
    notified = _NOTIFIED.search(case.mentions.plain, case.sentence.start, case.draft.start) is not None
    if not carried and case.focus.speaks_for_nation(claimant) and not here and not notified:
        return nation, "national speaker"
    return None


def _too_large(case: Case, name: Name) -> bool:
    """Whether no single body loses or saves so much: then the figure is the service's."""
    draft = case.draft
    if not is_single(name) or draft.unit not in _LARGEST:
        return False
    return draft.measure not in _OF_ONE and draft.value >= _LARGEST[draft.unit]


def _by_focus(case: Case) -> tuple[Name, str]:
    focus = case.focus
    if focus.name is None:
        return focus.nation, "nation by default"
    if _too_large(case, focus.name):
        return focus.nation, "too large for one body"
    if is_everywhere(focus.name):
        scope = focus.section or focus.scope
        return (focus.service, "focus on all") if scope is None or is_everywhere(scope) else (scope, "scope")
    return focus.name, "own paper" if focus.name is case.mentions.own else "focus"
