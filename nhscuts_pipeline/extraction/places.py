"""Places that no table has: "jobs in Leeds", "Saxonshire's health offices".

Belongs here: a capitalised name after a preposition of place. Does not belong here: regions of the register
(names.py); a bare place is never a trust.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from nhscuts_pipeline.extraction.names import Name, in_small_letters
from nhscuts_pipeline.extraction.ordinary import is_ordinary
from nhscuts_pipeline.extraction.phrases import Expression
from nhscuts_pipeline.extraction.register import NameKind

_CAPITAL = Expression(r" (?=[A-Z])")
_PREPOSITION = Expression(r"(?:^|\W)(?:[Ii]n|[Aa]cross|around|throughout|[Aa]t|over|from the)(?: the)?$")
_PREPOSITION_ENDS = ("in", "In", "cross", "round", "out", "at", "At", "over", "the")
_PLACE = Expression(
    r" (?P<place>(?:[A-Z][a-z][\w’'-]*)(?:(?: and|,| of| upon)? (?:the )?"
    r"(?!(?:Sir|Dame|Mr|Mrs|Ms|Miss|Dr|Lord|Lady|Professor|Prof|Cllr|Councillor|Baroness)\b)[A-Z][a-z][\w-]*){0,4})"
)
_NOT_PLACE = Expression(
    r"(?i)(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|"
    r"tuesday|"
    r"wednesday|thursday|friday|saturday|sunday|christmas|easter|parliament|commons|lords|whitehall|"
    r"westminster|"
    r"spring|summer|autumn|winter|band|figure|table|appendix|annex|section|part|house|committee|public|"
    r"partnership|"
    r"downing|budget|room|question|health|trust|board|authority|department|government|act|bill|unison|"
    r"freedom|strategic|welsh|scottish|irish|english|british|european|region|merger|chair|hr|it)s?\b"
)


# Where people meet, and streets.
BUILDING = Expression(
    r"\b(?:House|Hall|Street|Road|Lane|Avenue|Square|Court|Building|Centre|Rooms?|Hotel|Church|Chapel|Cathedral|"
    r"School|College|Library|Theatre|Stadium|Suite|Lodge|Club|Pub|Arms|Inn|Station|Racecourse|Showground)$"
)
_OWNER = Expression(
    r"(?P<place>(?:[A-Z][a-z][\w-]*|[A-Z]{4,})(?: and [A-Z][a-z][\w-]*| [A-Z][a-z][\w-]*)?)(?:['’][sS]|"
    r"(?<=s)['’])"
    r" (?:[\w-]+ )?(?:health|NHS|hospital|hospitals|primary care|trusts)\b"
)


_POINT = Expression(
    r"\b(?P<point>(?:north|south|east|west|mid|central)(?:[ -](?:east|west))?)(?P<of> of)? (?:the )?$"
)
_OWNS = ("'s", "’s")
_NATIONS = ("Scotland", "Wales", "Northern Ireland")
# A nation that does or has something: "Scotland accounts for 3,790, Wales for 560".
_NATION = Expression(
    r"(?:\A|(?<=[.!?:;,\n] )|(?<=\n)|(?<=\bwhile )|(?<=\band )|(?<=\bbut ))"
    rf"(?:{'|'.join(_NATIONS)})"
    r"(?=,? (?:has|had|is|was|will|must|accounts?|accounted|lost|shed|employs|spent|spends|saw|where)\b|"
    r" for [\d£]| \()"
)


def read_places(text: str, known: Sequence[Name]) -> list[Name]:
    """Places by their preposition, outside the names already known."""
    places = []
    taken = {at for name in known for at in (*range(name.start, name.end), name.end)}
    for match in (*_after_preposition(text), *_OWNER.finditer(text)):
        start, end = match.span("place")
        if _NOT_PLACE.match(match["place"]) or BUILDING.search(match["place"]) or _owns_a_thing(match):
            continue
        if start not in taken and end - 1 not in taken and not is_ordinary(match["place"]):
            written = " ".join(match["place"].removesuffix("'s").removesuffix("’s").rstrip("'’").split())
            sort = "country" if written in _NATIONS else "place"
            places.append(Name(start, end, in_small_letters(written), NameKind.REGION, sort))
    named = any(nation in text for nation in _NATIONS)
    for match in _NATION.finditer(text) if named else ():
        if match.start() not in taken and not any(
            place.start <= match.start() < place.end for place in places
        ):
            places.append(Name(*match.span(), match[0], NameKind.REGION, "country"))
    return sorted(places, key=lambda place: place.start)


def with_compass(text: str, name: Name) -> Name:
    """A region with the point of the compass before it that no capital makes part of a name: "east Wold"."""
    if name.kind is not NameKind.REGION:
        return name
    compass = _POINT.search(text, max(0, name.start - 24), name.start)
    if compass is None:
        return name
    point = compass["point"] if compass["of"] else compass["point"].title()
    area = f"{point}{compass['of'] or ''} {name.name}"
    return replace(name, start=compass.start("point"), name=area, id=None)


def _owns_a_thing(match: re.Match[str]) -> bool:
    """Whether a name only says whose a thing is: "in Anna's drawer", "at Ann Ash's office"."""
    if match.re is not _PLACE.compiled:
        return False
    text, end = match.string, match.end()
    owner = text.startswith(_OWNS, end - 2) or text.startswith(_OWNS, end)
    return owner and not text.startswith(" case", end)


def _after_preposition(text: str) -> Iterator[re.Match[str]]:
    for space in _CAPITAL.finditer(text):
        at = space.start()
        # The preposition may stand at the end of the line before.
        behind = at - 1 if text.startswith("\n", at - 1) else at
        if text.endswith(_PREPOSITION_ENDS, 0, behind) and _PREPOSITION.search(text, max(0, at - 14), at):
            match = _PLACE.match(text, at)
            if match is not None:
                yield match
