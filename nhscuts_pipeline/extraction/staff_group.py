"""Names the staff group that a number belongs to, in the guide's short form.

Belongs here: the words of groups around a number. The list of groups is in `lexicon`.
"""

import re

from nhscuts_pipeline.contracts.vocabulary import Unit
from nhscuts_pipeline.extraction import lexicon
from nhscuts_pipeline.extraction.figure import Draft

_ANY = "|".join(f"(?P<g{i}>{pattern})" for i, (pattern, _) in enumerate(lexicon.STAFF_GROUPS))
_GROUP = re.compile(rf"\b(?:{_ANY})(?!\w)")
_PREDICATE = re.compile(
    rf"(?: of (?:them|these|those|whom|its|their|the \w+))?(?: \w+)?,?(?: every one an?)?(?:(?<=of them)|"
    rf"(?<=of these)|(?<=of those)|(?: (?:are|were|is|was|being|go(?:es)? to|belong(?:s|ed)? to|"
    rf"from|among|in|of|all in|all among|all of them in))+| every one an?) (?:all |mostly |mainly |chiefly |"
    rf"the )?(?:of )?(?:{_ANY.replace('?P<', '?P<p')})(?!\w)"
)
_NOT_A_GROUP = re.compile(
    r" (?:consultants|costs?|bill|agency|trust|care|director|union|officer|secretary said)\b"
)
_GENERIC = frozenset(
    "staff people workers employees posts jobs roles redundancies notices members others workforce".split()
)


def find_group(folded: str, sentence_end: int, draft: Draft) -> str | None:
    """The group in a number's noun phrase or in what is said of it; None where the text names none."""
    if draft.unit in (Unit.GBP, Unit.GBP_PER_HEAD, Unit.ORGANISATIONS):
        return None
    phrase_end = draft.head[1] if draft.head else draft.end
    match = _GROUP.search(folded, draft.end, min(sentence_end, phrase_end + 30))
    if match and match.start() <= phrase_end and not _NOT_A_GROUP.match(folded, match.end()):
        return _name(match, "g")
    noun = folded[draft.head[0] : draft.head[1]] if draft.head else ""
    if noun.endswith(lexicon.AGENT_SUFFIXES) and noun not in lexicon.NOUN_UNITS and noun not in _GENERIC:
        return noun.removesuffix("s")
    predicate = _PREDICATE.match(folded, phrase_end, min(sentence_end, phrase_end + 60))
    if predicate and not _NOT_A_GROUP.match(folded, predicate.end()):
        return _name(predicate, "pg")
    return None


def find_in_label(label: str) -> str | None:
    """The group that a table header names, None where it names none."""
    match = _GROUP.search(label)
    return _name(match, "g") if match and not _NOT_A_GROUP.match(label, match.end()) else None


def _name(match: re.Match[str], prefix: str) -> str:
    for index, (_, name) in enumerate(lexicon.STAFF_GROUPS):
        if match[f"{prefix}{index}"]:
            return name
    raise ValueError(f"no group matched in {match[0]!r}")
