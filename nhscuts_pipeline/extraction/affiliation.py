"""The organisation behind a person: "Dawn Ash, a spokeswoman for the trust", "Unison's branch secretary".

Belongs here: reading it from the words around a name. Does not belong here: finding the names (people.py).
"""

import re

from nhscuts_pipeline.extraction.mentions import Mentions
from nhscuts_pipeline.extraction.names import Name
from nhscuts_pipeline.extraction.nations import Ministers
from nhscuts_pipeline.extraction.phrases import Expression
from nhscuts_pipeline.extraction.register import NameKind
from nhscuts_pipeline.extraction.roles import BODY_ROLE, MINISTER, NO_OFFICE, POLITICIAN, UNION_ROLE
from nhscuts_pipeline.extraction.type_words import is_local, is_single

_ROLE_FOLLOWS = Expression(r",? (?:of|for|at|from|who|an?|the|its|their|her|his|[a-z]|[A-Z])\b|,|['’]s ")
# "Unison's Ann Ash", "Unison Wold's regional head, Ann Ash"
_OWNED = Expression(r"(?: [A-Z][a-z]+){0,2}['’]s (?:[a-z][a-z -]{3,50}, )?")
_POST = Expression(r", [^,.;\n]{3,50}, (?:the )?")  # "Ann Ash, Chief Executive, Wold PCT"
_ROLE_HERE = Expression(r"(?: \([^)]*\))*(?:,| (?:of|for|at|from) )")
_ROLE_ENDS = Expression(r", (?=(?:said|says|told|who)\b)")
_LEADS_TO = Expression(
    r"(?:\b(?:of|for|at|from|to|in)(?: the| both| a)?|^,(?: the)?|\b(?:union|group|tank)) $"
)
_NAMED_AFTER = Expression(
    r"(?:, [^,.;“”\"]{0,50}?|,)? (?:of|for|at|from) (?:the )?(?P<kind>campaign group |pressure group |"
    r"think tank |charity )?"
    r"(?P<org>[A-Z][\w’'-]+(?: (?:(?:and|of|for|in|the) )*[A-Z][\w’'-]+)+)"
)
# "For the Government in the Lords"
_WHERE_IT_SPEAKS = Expression(r" in the (?:Lords|Commons|House|Upper House|Assembly|Senedd)$")
# "Chief executive of the NHS", not "of the NHS trust" or "of NHS England"
_OF_THE_NHS = Expression(
    r",? (?:(?:the|then|its|a|former|acting|interim|deputy|national) )*"
    r"(?:chief executive|chief operating officer|chief nursing officer|medical director|finance director|"
    r"chief financial officer|director of [a-z ]{3,30}|head of [a-z ]{3,30}|chairman|chair) "
    r"(?:of|at|for) the (?P<org>NHS)\b(?!['’]s? | [A-Z]| (?:trust|hospital|body|board))"
)
_SPOKEN_TO = Expression(
    r"\b(?:papers|notice|notices|form|forms|letter|letters|HR1) (?:[\w ]{0,20}?)?(?:with|to) (?:the )?$|"
    r"\b(?:lodged|filed) with (?:the )?$"
)
_IN_BRACKETS = Expression(r" \((?:the )?$")
_APPOSITION = Expression(r",? [^.;:“”\"]{0,90}")
# Who speaks for a party speaks for no office held at another time.
_FOR_PARTY = Expression(r",? (?:for|from|of) (?:the )?")
_NEAR = 300


def organisation_of(
    mentions: Mentions, start: int, end: int, named: Name | None, ministers: Ministers
) -> Name | None:
    """The organisation behind a person: by the words before, the register, the words after, or the role."""
    text = mentions.layout.text
    sentence = max(text.rfind(mark, 0, start) for mark in (". ", "\n", "“", '"')) + 1
    beside = _beside(mentions, sentence, start)
    if beside is not None:
        return beside
    party = next((name for name in mentions.within(end, end + 20) if name.sort == "party"), None)
    if party is not None and _FOR_PARTY.fullmatch(text, end, party.start):
        return party
    bracketed = next((name for name in mentions.within(end, end + 7) if is_organised(name)), None)
    if (
        bracketed is not None
        and _IN_BRACKETS.fullmatch(text, end, bracketed.start)
        and text.startswith(")", bracketed.end)
    ):
        return bracketed
    service = _OF_THE_NHS.match(text, end)
    if service is not None:
        return Name(*service.span("org"), "NHS", NameKind.CLAIMANT, "service")
    if named is not None and named.behind:
        return Name(named.start, named.end, named.behind, NameKind.CLAIMANT, "behind", named.id)
    while text.startswith("*", end):  # "**Ann Ash**, Director of Nursing, Wold PCT"
        end += 1
    apposition = _APPOSITION.match(text, end)
    stop = apposition.end() if apposition else end
    tail = text[end:stop]
    if _ROLE_FOLLOWS.match(tail):
        found = _after(mentions, end, stop)
        if found is not None:
            return found
    lead = text[max(sentence, start - 60) : start]
    if not _ROLE_HERE.match(tail):
        tail = ""  # what the person does, not what the person is
    role = lead + " | " + _ROLE_ENDS.compiled.split(tail)[0]
    return _by_role(mentions, start, role, text[start:end], ministers)


def _after(mentions: Mentions, end: int, stop: int) -> Name | None:
    """The organisation after a name: "of Unison", ", a spokeswoman for the trust", ", Unison's leader"."""
    text = mentions.layout.text
    # "Ann Ash, of the union, saw it at Wold": the apposition ends with its comma.
    comma = text.find(",", end + 2, stop) if text.startswith((", of ", ", from "), end) else -1
    for name in mentions.within(end, min(stop if comma < 0 else comma, end + 70)):
        between = text[end : name.start]
        if is_local(name) and NO_OFFICE.search(between) and not UNION_ROLE.search(between):
            return None
        if is_organised(name) and (
            _LEADS_TO.search(between)
            or (_POST.fullmatch(between) and (BODY_ROLE.search(between) or UNION_ROLE.search(between)))
            or text.startswith(("'s", "’s"), name.end)
        ):
            return name
    found = None if POLITICIAN.search(text, end, min(stop, end + 40)) else _NAMED_AFTER.match(text, end)
    if found is not None and NO_OFFICE.search(text, end, found.start("org")):
        return None
    if found is not None and found.end() <= stop + 40:
        org = _WHERE_IT_SPEAKS.compiled.sub("", found["org"])
        return Name(found.start("org"), found.end("org"), org, NameKind.CLAIMANT, "campaign")
    return None


def _by_role(mentions: Mentions, at: int, words: str, title: str, ministers: Ministers) -> Name | None:
    """The organisation that a role points to: a union's officer, a body's director, a minister."""
    if MINISTER.search(words):
        return ministers.behind(words)
    if UNION_ROLE.search(words):
        return last_organisation(mentions, at, union=True)
    owned = re.search(r"\b[Ii]ts\b", words) is not None
    if BODY_ROLE.search(words) and (owned or not POLITICIAN.search(words + title)):
        return last_organisation(mentions, at, union=None if owned else False)
    return None


def _beside(mentions: Mentions, sentence: int, start: int) -> Name | None:
    """The organisation before a role and a name: "Unison's branch secretary, Col Aster"."""
    text = mentions.layout.text
    before = [name for name in mentions.within(max(sentence, start - 90), start) if is_organised(name)]
    if not before:
        return None
    between = text[before[-1].end : start]
    # "Unison's Col Aster", "Unison's regional head, Col Aster"
    if _OWNED.fullmatch(between):
        return before[-1]
    role = (
        UNION_ROLE.search(between)
        or BODY_ROLE.search(between)
        or re.search(r"\b(?:MP|convenor|economist|analyst)\b", between)
    )
    if role and re.fullmatch(r"(?:['’]s)? (?:(?:head|director|lead|chair)\b)?[^,.;]{0,50},? ", between):
        return before[-1]
    return None


def is_organised(name: Name) -> bool:
    """Whether a name is of a body, a union, a department: what people work or speak for."""
    if name.kind is NameKind.CLAIMANT:
        return name.sort != "party"
    return is_single(name) or (name.kind is NameKind.BODY and name.sort in ("department", "national_body"))


def last_organisation(mentions: Mentions, at: int, union: bool | None = None) -> Name | None:
    """The organisation last named before that place: a union, a body, or (None) either."""
    text = mentions.layout.text
    for name in reversed(mentions.before(at)):
        if name.start > at - _NEAR and _SPOKEN_TO.search(text, max(0, name.start - 40), name.start):
            continue
        speaks_for_staff = name.kind is NameKind.CLAIMANT and name.sort in ("union", "campaign")
        body = is_local(name) and name.sort not in ("group", "hospital")
        if (union is True and speaks_for_staff) or (union is False and body):
            return name
        if union is None and (is_organised(name)):
            return name
    if union is True:
        return None
    if mentions.own is not None:
        return mentions.own
    return next((name for name in reversed(mentions.before(at)) if name.sort == "hospital"), None)
