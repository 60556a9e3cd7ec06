"""Names the staff group that a number belongs to, in the guide's short form.

Belongs here: the words of groups around a number. The list of groups is in `lexicon`.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from nhscuts_pipeline.contracts.vocabulary import MONEY_UNITS, Unit
from nhscuts_pipeline.extraction import lexicon
from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.passage import Passage
from nhscuts_pipeline.extraction.phrases import Expression

_ANY = "|".join(f"(?P<g{i}>{pattern})" for i, (pattern, _) in enumerate(lexicon.STAFF_GROUPS))
GROUP = Expression(rf"\b(?:{_ANY})(?!\w)")
_PREDICATE = Expression(
    rf"(?: of (?:them|these|those|whom|its|their|the \w+))?(?: \w+)?,?(?: every one an?)?(?:(?<=of them)|"
    rf"(?<=of these)|(?<=of those)|(?: (?:are|were|is|was|being|go(?:es)? to|belong(?:s|ed)? to|"
    rf"from|among|for|by|held by|filled by|in|of|all in|all among|all of them in))+| every one an?) "
    rf"(?:all |mostly |mainly |chiefly |the )?(?:of )?(?:{_ANY.replace('?P<', '?P<p')})(?!\w)"
)
_NOT_A_GROUP = Expression(
    r" (?:consultants|costs?|bill|agency|trust|care|director|union|officer|secretary said)\b"
)
# "Porters and cleaners", "clerical and managerial posts".
_AND = Expression(rf"(?:,? and|,? &|/) ?(?:[a-z]+ )?(?:{_ANY.replace('?P<', '?P<a')})(?!\w)")
_WHOSE = Expression(r" (?:of )?(?:my|our|their|its|the|his|her|your) ")
_AGAIN = Expression(
    r"(?: [a-z-]+){0,3}(?: \(|, or |, with |,? (?:–|-) |, equal to |, that is |, which is )"
    r"(?:or |about |around |some |nearly |almost |just |over |under |more than |less than |roughly |a )*"
)
# "- Estates and portering: 31 wte", "* corporate services, 52".
_LABEL = Expression(
    r"[ \t]*(?:[-*•·–][ \t]+)?\**(?P<label>[a-z][^\n:;.!?\d£]{2,60}?)\**(?::| [-–—]|,| ?\()\**[ \t]*"
    r"(?:(?:about|around|some|nearly|over|up|down|by|minus|up to|a) )*$"
)
_NUMBER_OF = Expression(
    r"\b(?:numbers?|payroll|count|tally|total|ranks|army) (?:of|in) (?:\w+ ){0,2}?"
    r"(?P<group>[a-z-]+)\b[^.;:\d]{0,60}$"
)
# "Managers and senior managers made up 38% of the total"
_MADE_UP = Expression(
    r"(?P<group>[a-z-]+(?: [a-z-]+)?(?: and (?:[a-z-]+ )?[a-z-]+)?) (?:makes? up|made up|accounts? for|"
    r"accounted for|comprised?|represent(?:s|ed)?) "
    r"(?:only |just |some |about |around |nearly |almost |over )*$"
)
_GENERIC = frozenset(
    "staff people workers employees posts jobs roles redundancies notices members others workforce".split()
)


def find_group(passage: Passage, draft: Draft) -> str | None:
    """The group in a number's noun phrase or in what is said of it; None where the text names none."""
    if draft.unit in MONEY_UNITS or draft.unit is Unit.ORGANISATIONS:
        return None
    folded = passage.folded
    within = passage.first_between(GROUP, draft.start, draft.end)
    if within:  # "one nursing post in eleven"
        return _name(within)
    phrase_end = draft.head[1] if draft.head else draft.end
    match = passage.first_between(GROUP, draft.end, min(passage.end, phrase_end + 30))
    # "214 clinical and 1,242 non-clinical staff": the adjective stands for the phrase.
    whose = _WHOSE.match(folded, draft.end)
    reach = phrase_end if draft.head else whose.end() if whose else draft.end + 1
    if match and match.start() <= reach and not _NOT_A_GROUP.match(folded, match.end()):
        return _with_second(folded, match)
    noun = folded[draft.head[0] : draft.head[1]] if draft.head else ""
    if noun.endswith(lexicon.AGENT_SUFFIXES) and noun not in lexicon.NOUN_UNITS and noun not in _GENERIC:
        return noun.removesuffix("s")
    predicate = _PREDICATE.match(folded, phrase_end, min(passage.end, phrase_end + 60))
    if predicate and not _NOT_A_GROUP.match(folded, predicate.end()):
        return _name(predicate)
    return _said_before(folded, draft)


def share_group(folded: str, found: Sequence[Draft]) -> None:
    """Give a share and the number that it is one group: "3,650 managers (9 per cent)"."""
    for before, draft in pairwise(found):
        if draft.staff_group is not None or before.staff_group is None:
            continue
        if Unit.PERCENT in (draft.unit, before.unit) and draft.unit not in MONEY_UNITS:
            end = before.head[1] if before.head and before.head[1] < draft.start else before.end
            if _AGAIN.fullmatch(folded, end, draft.start):
                draft.staff_group = before.staff_group


def _with_second(folded: str, match: re.Match[str]) -> str:
    """The group, and the one that "and" joins to it."""
    first = _name(match)
    second = None if " and " in first else _AND.match(folded, match.end())
    if second is None or _NOT_A_GROUP.match(folded, second.end()):
        return first
    other = _name(second)
    return first if other == first else f"{first} and {other}"


def _said_before(folded: str, draft: Draft) -> str | None:
    """The group in the label before a number, or in "the number of managers fell by 7,400"."""
    line = folded.rfind("\n", 0, draft.start) + 1
    label = _LABEL.match(folded, line, draft.start)
    if label:
        return find_in_label(label["label"])
    made_up = _MADE_UP.search(folded, max(line, draft.start - 70), draft.start)
    if made_up:
        return find_in_label(made_up["group"])
    if draft.head is None:
        of = _NUMBER_OF.search(folded, max(line, draft.start - 120), draft.start)
        return find_in_label(of["group"]) if of else None
    return None


def find_in_label(label: str) -> str | None:
    """The group that a table header names, None where it names none."""
    match = GROUP.search(label)
    return _with_second(label, match) if match and not _NOT_A_GROUP.match(label, match.end()) else None


def _name(match: re.Match[str]) -> str:
    """What the guide calls the group, which is the one of the pattern's groups that took part."""
    if match.lastgroup is None:
        raise ValueError(f"no group matched in {match[0]!r}")
    return lexicon.STAFF_GROUPS[int(match.lastgroup.lstrip("apg"))][1]
