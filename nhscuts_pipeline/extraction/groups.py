"""The name of a group of bodies: "Gloucestershire primary care trusts", "East Midlands ICBs", "18 trusts".

Belongs here: the wording of a plural reference and the area that it belongs to. Does not belong here: single
bodies (bodies.py).
"""

import re
from collections.abc import Sequence

from nhscuts_pipeline.extraction.bodies import Reference
from nhscuts_pipeline.extraction.body_words import MONTH, NOT_NAME, OUTSIDE
from nhscuts_pipeline.extraction.names import Name, in_small_letters
from nhscuts_pipeline.extraction.phrases import Expression
from nhscuts_pipeline.extraction.register import NameKind

SPELT_OUT = {
    "pcts": "primary care trusts",
    "icbs": "integrated care boards",
    "care boards": "integrated care boards",
    "boards": "integrated care boards",
    "ccgs": "clinical commissioning groups",
    "commissioning groups": "clinical commissioning groups",
    "shas": "strategic health authorities",
    "csus": "commissioning support units",
    "health authorities": "strategic health authorities",
}
_COUNT = (
    r"(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|"
    r"seventeen|eighteen|nineteen|twenty|thirty|forty|fifty)(?:[ -](?:one|two|three|four|five|six|seven|"
    r"eight|nine))?"
)
_KIND = (
    r"(?:acute|hospital|provider|mental health|foundation|community|district|ambulance|teaching|NHS|local)"
)
_BEFORE = Expression(
    rf"(?:(?P<owner>[A-Z][\w-]*(?: (?:and )?[A-Z][\w-]*)*)['’]s? |(?P<english>English ))?"
    rf"(?i:(?:(?P<count>(?<![.:\d])\b{_COUNT}) )?(?:(?:own|other|separate|remaining|"
    rf"different) )*(?P<kind>(?:\b{_KIND} (?:and )?)*))$"
)
_AFTER = Expression(
    r"(?: \(\w+\))?,?(?: left)? (?:in|across|for|of|around|throughout) (?:the )?"
    r"(?P<area>(?:[A-Z][\w-]+(?: [A-Z][\w-]+)*, )+[A-Z][\w-]+(?: [A-Z][\w-]+)*,? "
    r"and [A-Z][\w-]+(?: [A-Z][\w-]+)*|"
    rf"region|area|county|city|country|(?!{MONTH.source})"
    r"[A-Z][\w-]*(?:[ -](?:and |of )?[A-Z][\w-]*)*)"
    r"|(?: \(\w+\))? in (?:its|their) (?P<own>area|region|patch)"
)
_OPENING = Expression(
    r"(?:^|[.!?]\s+|\n)(?:In|Across) (?:the )?(?P<area>[A-Za-z][\w-]*(?: (?:and )?[A-Z][\w-]*)*), [^.;]*$"
)
_AREAS = Expression(r"\b(?P<owner>county|region|city|area|country|nation|capital)['’]s (?:[\w-]+ ){0,3}$")
# "The authority's nine trusts": those of its area.
_ITS = Expression(r"\b(?:[Ii]ts|[Aa]uthority['’]s|SHA['’]s) (?:[\w-]+ ){0,3}$")
_OWNERS = {"country": "England", "nation": "England", "capital": "London"}
_FEWER = frozenset(("icb", "ccg", "pct", "board"))
_FEW = Expression(
    r"(?<!of )\b(?:[Tt]he|[Oo]ur|[Tt]hese|[Tt]hose) (?:two|three|four|five|six|seven|eight|"
    r"nine) (?:[a-z]+ )?$"
)
_SENTENCE = 150
_AREA_REACH = 150
_STOP = Expression(r"[.!?;]\W|\n\n")
_NATIONS = frozenset(("England", "Scotland", "Wales"))
_NO_AREA = Expression(rf"{MONTH.source}|[A-Z]{{3,}}")
_SAME = frozenset(("same", "these", "those"))
_SAID_OF_ALL = frozenset(("country", "England"))


def group_name(text: str, reference: Reference, before: Sequence[Name]) -> str | None:
    """The group in its shortest full form, None where the plural names no countable group of NHS bodies."""
    head = " ".join(text[reference.start : reference.end].split())
    if not reference.plural:
        head += "s"
    lead = _BEFORE.search(" ".join(text[max(0, reference.start - 70) : reference.start].split()) + " ")
    count = lead["count"] if lead else None
    kind = (lead["kind"] if lead else "").strip().lower().replace("nhs", "NHS").removeprefix("local").strip()
    if reference.sort in OUTSIDE or reference.sort in ("union", "think_tank"):
        return None
    if (
        reference.sort in ("hospital", "employer")
        and not count
        and not kind
        and reference.lead not in _SAME
        and not _lead_owns(lead)
    ):
        return None
    if head.lower() == "boards" and not any(
        "care board" in name.name.lower() or name.sort == "icb" for name in before
    ):
        return None
    noun = SPELT_OUT.get(head.lower(), head if head.startswith("NHS") else head.lower())
    noun = f"{kind} {noun}" if kind and kind not in noun else noun
    area = _area(text, reference, before, lead)
    if area:
        return area if reference.sort == "employer" and area == "England" else f"{area} {noun}"
    if reference.sort == "employer":
        return _area_of_sentence(text, reference, before) or "NHS"
    if noun in ("trusts", "hospitals") and not count and not text[: reference.start].endswith("of the "):
        return None
    few = reference.sort in _FEWER and _FEW.search(text, max(0, reference.start - 40), reference.start)
    if (few or reference.sort in ("trust", "hospital")) and count:
        return f"{count.lower()} {noun}"
    return noun


def _area_of_sentence(text: str, reference: Reference, before: Sequence[Name]) -> str | None:
    """The area that the sentence spoke of before: "across Wold, 620 jobs will go from six organisations"."""
    areas = [name for name in before if name.kind is NameKind.REGION and name.sort != "country"]
    if not areas or areas[-1].start < reference.start - _SENTENCE:
        return None
    return None if _STOP.search(text, areas[-1].end, reference.start) else areas[-1].name


def _lead_owns(lead: re.Match[str] | None) -> bool:
    """Whether an area owns the bodies: "Wold's hospitals"."""
    return lead is not None and lead["owner"] is not None


def _area(text: str, reference: Reference, before: Sequence[Name], lead: re.Match[str] | None) -> str | None:
    if lead is not None and lead["owner"]:
        return _owner(lead["owner"])
    english = lead is not None and lead["english"]
    if named_area := _area_before(text, reference, before) or ("England" if english else None):
        return named_area
    if _ITS.search(text, max(0, reference.start - 40), reference.start):
        overseers = [name for name in before if name.sort in ("sha", "sha_cluster", "icb")]
        if overseers and reference.sort in ("pct", "trust", "hospital"):
            return _stem(overseers[-1].name)
    owner = _AREAS.search(text, max(0, reference.start - 40), reference.start)
    if owner is not None:
        return _OWNERS.get(owner["owner"]) or _last_area(before, owner["owner"])
    opening = _OPENING.search(text, max(0, reference.start - 70), reference.start)
    if opening is not None:
        named = [name for name in before if opening.start("area") <= name.start < opening.end("area")]
        return named[0].name if named else opening["area"]
    return _area_after(text, reference, before)


def _owner(written: str) -> str:
    """The area of a possessive, without what only stands before it: "Every June Scotland's boards"."""
    words = written.split()
    while len(words) > 1 and (words[0] in NOT_NAME or _NO_AREA.fullmatch(words[0])):
        words = words[1:]
    # "The Department of Health and England's 42 boards": the possessive is the last name's alone.
    return words[-1] if words[-1] in _NATIONS else " ".join(words)


def _area_after(text: str, reference: Reference, before: Sequence[Name]) -> str | None:
    """The area that follows a group's type words: "the boards in Wold", "the trusts in its region"."""
    after = _AFTER.match(text[reference.end : reference.end + _AREA_REACH].replace("\n", " "))
    if after is None:
        return None
    area: str = after["area"] or after["own"]
    if area in _SAID_OF_ALL:
        return "England"
    if area[0].isupper():
        return area.replace("-", " ") if area.lower().startswith(("north-", "south-")) else area
    nearest = _last_area(before, area)
    if nearest is not None:
        return nearest
    if after["own"]:
        bodies = [name for name in before if name.kind is NameKind.BODY and name.sort in ("sha", "icb")]
        return _stem(bodies[-1].name) if bodies else None
    return None


def _area_before(text: str, reference: Reference, before: Sequence[Name]) -> str | None:
    """The region that stands before a group's type words: "the six East of England boards"."""
    region = next((name for name in reversed(before) if name.kind is NameKind.REGION), None)
    if region is None or region.sort == "country":
        return None
    between = text[region.end : reference.start]
    return region.name if re.fullmatch(rf" (?:{_KIND} )*", between) else None


def _last_area(before: Sequence[Name], word: str) -> str | None:
    """The area last named that "the region" or "the county" can mean, else the one last named."""
    places = [name for name in before if name.kind is NameKind.REGION and name.sort != "country"]
    fitting = [
        name
        for name in places
        if (word == "region" and name.sort != "place") or (word == "county" and name.name.endswith("shire"))
    ]
    if fitting or word in ("city", "county"):
        return (fitting or places)[-1].name if places else None
    # A town named on the way is no region: rather the one that the text is said of first.
    return places[0].name if places else None


def _stem(name: str) -> str:
    bare = re.sub(r"(?i)^NHS | (?:strategic health authority|sha|integrated care board|icb)$", "", name)
    return in_small_letters(bare.upper())
