"""Whose a figure is by its own sentence: the rules that choose among the names that can own it.

Belongs here: what the words around a number say. Does not belong here: who can have figures at all (case.py),
what the text is about (focus.py), what happens where the sentence names nobody (subject.py), tables
(rows.py).
"""

import re
from dataclasses import replace

from nhscuts_pipeline.contracts.vocabulary import Measure
from nhscuts_pipeline.extraction.body_words import MONTH
from nhscuts_pipeline.extraction.case import Case, is_whole_service
from nhscuts_pipeline.extraction.focus import Focus
from nhscuts_pipeline.extraction.layout import BlockKind, Sentence
from nhscuts_pipeline.extraction.mentions import Mentions
from nhscuts_pipeline.extraction.names import Name
from nhscuts_pipeline.extraction.national import ENGLAND, is_everywhere, is_few, is_national
from nhscuts_pipeline.extraction.phrases import Expression
from nhscuts_pipeline.extraction.references import is_object
from nhscuts_pipeline.extraction.register import NameKind
from nhscuts_pipeline.extraction.short_forms import together
from nhscuts_pipeline.extraction.type_words import refers_to

# What may stand between a number and the body it belongs to: "37 posts will go at the authority".
_TO_RIGHT = Expression(
    r"[^.;:()“”\"\n—]{0,80}?\b(?P<by>at|in|from|across|of|for|within|throughout|among|between|on)\s+"
    r"(?:(?:the|its|their|all|both|every|each|some|just|these|those)\s+)*(?:\d[\d,]*\s+|[a-z]+\s+)?$"
)
_BELONGS_DIRECTLY = Expression(r"(?:\s+[\w’'-]+){0,5}\s+(?:in|across|around)\s+(?:the\s+)?$")
_OF_WHICH = Expression(
    r"(?P<name>[A-Z][\w’'-]*(?: (?:and |of |upon |on )?[A-Z][\w’-]*)*),? (?:which|where|"
    r"with)\s[^,.;()]{0,40}$"
)
_OUR_OWN = Expression(r"\b[Oo]ur (?:own|share|part)\b")
_POSSESSES = Expression(r"['’]s? (?:(?:about|some|own|total of|remaining|other|roughly|nearly) )?")
_APPOSED = Expression(r"(?: \([A-Za-z]+\))?,? (?:– )?(?:the|all) ")
_WE = Expression(r",? (?:and|but|so|while|which|that) (?:[a-z]+ )?(?:we|our)\b")
_ONE_OF_AREA = Expression(r"\b[Oo]ne of [A-Z][\w ]*['’]s (?:[\w-]+ ){0,2}$")
_LISTED = Expression(
    r"(?: itself)?,?\s+(?:and\s+)?(?:(?:the|its|his|her|their|our)\s+)?(?:own\s+|parent\s+)?"
    r"(?:\d+\s+|local\s+)?"
)
# "100 at Wold Royal, 80 at Mill Lane": the name belongs to the number before it.
_TAKEN = Expression(r"\d[\d,]*(?: [\w-]+){0,4} (?:at|in|from) (?:the )?$")
# "The leanest of the new boards", "two of the nine groups that it serves"
_ONE_OF = Expression(
    r"\b(?:one|two|another|each|neither|[a-z]+est|first|last|(?:most|least) \w+) of "
    r"(?:the|its|their|our|these|those) (?:[\w’'-]+ ){0,3}$"
)
_NEXT = Expression(
    r"(?:,| and|;|, and) (?:about |around |some |up to |another |a further )?"
    r"\d[\d,]*(?: [\w-]+){0,3} (?:at|in|from)\b"
)
# "The unit, which buys for Wold PCT, employs 900": of whom the text spoke before.
_SPOKEN_OF = Expression(r"\W*(?:It|They|He|She|The (?!NHS\b)[a-z]+),? (?:which|who|where|whose|with|–|—|\()")
_BETWEEN_THEM = Expression(r"\b(?:between them|combined|taken together|all told|in all)\b")
_SOON = 50
_JUST_BEFORE = 150
_SEVERAL = 2
_AND = Expression(r" and (?:the )?")
_NUMBER = Expression(r"(?<![\w.,])£?\d[\d,.]*\w*")
_TOTAL = Expression(r"\W*(?:grand )?total\b", re.IGNORECASE)
_BESIDE = 16  # "(£1.1m", "(about 577": the number opens the bracket
_DASH = Expression(r"\s[–—-]\s|[()]")
_RELATIVE = Expression(
    r",\s(?:which|who|where|whose|with|formed|created|born|made|one of|itself|until|once|formerly|led|"
    r"previously|known|heir|home|part of|successor|the (?:successor|heir|child|product|old|former)|merged|"
    r"taken over|run|chaired)"
    r"\s[^,]*$"
)


def our_own(case: Case) -> Name | None:
    """The writer of a paper, where a figure is its own beside another's: "of which our share is £2m"."""
    own = case.mentions.own
    if own is None or own.sort == "group":
        return None
    said = _OUR_OWN.search(case.text, case.sentence.start, case.draft.start)
    return own if said and not case.mentions.within(said.end(), case.draft.start) else None


def counted(case: Case) -> Name | None:
    """A count of bodies belongs to the group it counts: "the 42 integrated care boards"."""
    if case.draft.measure is not Measure.ORGANISATIONS:
        return None
    text = case.text
    for name in case.mentions.within(case.draft.end, min(case.sentence.end, case.draft.end + 60)):
        between = text[case.draft.end : name.start]
        if name.sort == "group" and not re.search(r"[.;:]|\d", between):
            return _explained(case, name) or _in_scope(case.focus, name)
    near = case.mentions.within(max(0, case.draft.start - _JUST_BEFORE), case.draft.start)
    groups = [name for name in near if name.sort == "group"]
    if groups:
        return groups[-1]
    if case.focus.name is not None and case.focus.name.sort == "group":
        return case.focus.name
    return None


def _explained(case: Case, group: Name) -> Name | None:
    """The group that "the 42 bodies" explain: "integrated care boards, the 42 bodies that ..."."""
    before = case.mentions.within(case.sentence.start, case.draft.start)[-1:]
    if group.name != "NHS" or not before or before[0].sort != "group":
        return None
    return before[0] if _APPOSED.fullmatch(case.text, before[0].end, case.draft.start) else None


def _in_scope(focus: Focus, group: Name) -> Name:
    """A counted group without an area of its own has the text's area."""
    if group.name[0].isupper():
        return group
    if focus.scope is not None and focus.scope.kind is NameKind.REGION:
        specific = re.search(r"(?:care trusts|care boards|commissioning groups)$", group.name)
        bare = group.name.partition(" ")[2] if is_few(group) else group.name
        return replace(group, name=f"{focus.scope.name} {bare}" if specific else focus.scope.name)
    return group


def in_brackets(case: Case) -> Name | None:
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


def to_right(case: Case) -> Name | None:
    """The body in a phrase after the number: "110 posts at Stoke PCT", "18,000 posts from A, B and C"."""
    text = case.text
    for name in case.mentions.within(case.draft.end, min(case.sentence.end, case.draft.end + 110)):
        between = text[case.draft.end : name.start]
        if name.kind in (NameKind.OUTSIDER, NameKind.COLLECTIVE) or case.focus.is_site(name):
            continue
        if name.sort == "place":
            body = case.focus.body_of(name)
            alone = body is not name or not any(n.end < case.draft.start for n in case.eligible)
            if alone and _BELONGS_DIRECTLY.match(between):
                return body
            continue
        if is_whole_service(name) or re.match(r"(?:['’]s?)? total\b", text[name.end : name.end + 10]):
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
        if not _LISTED.fullmatch(text, parts[-1].end, name.start):
            break
        if name.name != parts[-1].name and (name.kind in (NameKind.BODY, NameKind.REGION) or _national(name)):
            parts.append(name)
    if len(parts) == 1:
        return first
    if all(is_everywhere(part) or is_national(part) for part in parts) and any(map(is_everywhere, parts)):
        return ENGLAND
    return Name(first.start, parts[-1].end, together([part.name for part in parts]), NameKind.BODY, "group")


def possessive(case: Case) -> Name | None:
    """The body whose number it is said to be: "900 staff to Wold Royal's 3,900"."""
    for name in reversed(case.eligible):
        if name.end <= case.draft.start:
            return name if _POSSESSES.fullmatch(case.text, name.end, case.draft.start) else None
    return None


def relative(case: Case) -> Name | None:
    """The name a relative clause is about; a bare place takes the type of the body before it."""
    text = case.text
    match = _OF_WHICH.search(text, max(case.sentence.start, case.draft.start - 110), case.draft.start)
    if match is None or match["name"][-1].isdigit() or match["name"] in ("FTE", "WTE", "FTEs", "WTEs"):
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
    if inside or MONTH.match(match["name"]) or not any(name.end < match.start() for name in case.eligible):
        return None
    return case.focus.typed(match["name"])


def to_left(case: Case) -> Name | None:
    """The nearest body before the number that can own it."""
    text = case.text
    before = [
        name
        for name in case.eligible
        if name.end <= case.draft.start
        and not is_object(text, name)
        and not _has_its_own(case, name)
        and not _is_whole_of(text, name)
    ]
    if not before:
        return None
    beside = [name for name in before if not _in_aside(text, case.sentence.start, name, case.draft.start)]
    if not beside and _SPOKEN_OF.match(text, case.sentence.start):
        return None
    before = beside or before
    last = before[-1]
    own = case.mentions.own
    if own is not None and last is not own and _WE.search(text, last.end, case.draft.start):
        return own
    speaker = case.focus.claimant(case.draft.claimant)
    if speaker is not None and refers_to(text[last.start : last.end], speaker):
        return speaker
    if len(before) > 1 and _AND.fullmatch(text[before[-2].end : last.start]):
        first = before[-2]
        if is_everywhere(first) and is_everywhere(last):
            return ENGLAND
        # "Wold PCT and Fen PCT will share a board": one subject.
        return replace(last, name=together([first.name, last.name]), sort="group", id=None)
    return last


def dealt_out(case: Case) -> Name | None:
    """The name whose turn it is in "A and B lose 40 and 60 respectively"."""
    names = [name for name in case.eligible if name.end <= case.draft.start][-2:]
    if len(names) < 2 or not _AND.fullmatch(case.text[names[0].end : names[1].start]):
        return None
    words, dealt, _ = case.text[names[1].end : case.sentence.end].partition("respectively")
    # Before them a year may stand: "will in 2012 lose 40 and 60 posts respectively".
    numbers = [match.start() + names[1].end for match in _NUMBER.finditer(words)][-2:]
    if not dealt or len(numbers) < 2 or case.draft.start not in numbers:
        return None
    return names[numbers.index(case.draft.start)]


def between_them(case: Case) -> Name | None:
    """The bodies named before, where a figure is of them all: "A and B had 900 between them"."""
    before = max(case.sentence.start, case.draft.start - _SOON)
    if not _BETWEEN_THEM.search(case.text, before, min(case.sentence.end, case.draft.end + _SOON)):
        return None
    named: dict[str, Name] = {}
    for name in case.mentions.within(case.sentence.start, case.draft.start):
        if name.kind is NameKind.BODY and name.sort != "group":
            named.setdefault(name.name, name)
    if len(named) < _SEVERAL:
        return None
    end = list(named.values())[-1].end
    return Name(case.sentence.start, end, together(list(named)), NameKind.BODY, "group")


def _is_whole_of(text: str, name: Name) -> bool:
    """Whether a group is only what somebody is one of: "the leanest of the new boards"."""
    return name.sort == "group" and (
        _ONE_OF.search(text, max(0, name.start - 60), name.start) is not None
        or _ONE_OF_AREA.search(text, max(0, name.start - 60), name.start) is not None
    )


def _has_its_own(case: Case, name: Name) -> bool:
    """Whether a name has the number before it, and the next number has a place of its own."""
    floor = max(case.sentence.start, name.start - 50)
    return (
        _TAKEN.search(case.text, floor, name.start) is not None
        and _NEXT.match(case.text, name.end) is not None
    )


def _in_aside(text: str, start: int, name: Name, end: int) -> bool:
    """Whether a name stands in an aside that has closed: "– heirs to 106 groups –", ", which runs Y,"."""
    if _DASH.search(text, name.end, end) and len(_DASH.compiled.findall(text[start : name.start])) % 2 == 1:
        return True
    return _RELATIVE.search(text[start : name.start]) is not None and "," in text[name.end : end]


# In this order; each is named in `Draft.rules` by its function.
RULES = (our_own, counted, between_them, in_brackets, possessive, to_right, relative, dealt_out, to_left)
