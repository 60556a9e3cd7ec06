"""Which nation of the kingdom a text is about, and whose minister speaks for health there.

Belongs here: the words of Scotland, Wales and Northern Ireland, and their governments by date. Does not
belong here: which figure is a nation's (subject.py), what else a text is about (scope.py).
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from nhscuts_pipeline.extraction.names import Name
from nhscuts_pipeline.extraction.phrases import Expression
from nhscuts_pipeline.extraction.register import NameKind

# "Holyrood", "the Scottish Government", "Cardiff's health minister": a text of one of the other nations.
_OTHER_NATIONS = {
    "Scotland": Expression(
        r"\b(?:(?:NHS)?Scot(?:land|tish|s)|Holyrood|MSPs?|NHS (?:Lothian|Grampian|Tayside|Fife|Lanarkshire|"
        r"Highland|Borders|Forth Valley|Orkney|Shetland|Western Isles)|Greater Glasgow and Clyde)\b"
    ),
    "Wales": Expression(
        r"\b(?:Wales|Welsh|Senedd|[Ll]ocal [Hh]ealth [Bb]oards?|LHBs?|Llywydd|Cymru|Betsi Cadwaladr|"
        r"Hywel Dda|Aneurin Bevan|Cwm Taf|Abertawe|Swansea Bay)\b"
    ),
    "Northern Ireland": Expression(
        r"\b(?:health and social (?:care|services) (?:trusts?|boards?)|Northern Ireland|Stormont|Belfast|"
        r"MLAs?|Northern Irish|HSC|NIPSA|Ulster|Castle Buildings|"
        r"(?:Western|Northern|Southern|South Eastern) trust)\b",
        re.IGNORECASE,
    ),
}
_OF_ENGLAND = Expression(r"\bEng(?:land|lish)\b|\bprimary care trusts?\b|\bPCTs?\b|\bICBs?\b|\bWhitehall\b")
# One of these stands, in lower case, in every text that names another nation.
_NAMED = (
    *"scot holyrood msp lothian grampian tayside lanarkshire highland wales welsh senedd lhb llywydd".split(),
    *"cymru betsi hywel aneurin abertawe stormont mla hsc nipsa ulster belfast".split(),
    *("greater glasgow", "local health board", "cwm taf", "swansea bay", "northern i", "castle buildings"),
    *("health and social care", "health and social services"),
    *("western trust", "northern trust", "southern trust", "south eastern trust"),
)
# Spoken of so often, and more often than England, a nation is what the text is about.
_OFTEN = 3
# Named so early, and England nowhere, it is so when named but twice.
_EARLY = 300
# Who answers for health there: the name until a day, that day, and the name from then on.
_GOVERNMENTS = {
    "Scotland": ("Scottish Executive", date(2007, 9, 3), "Scottish Government"),
    "Wales": ("Welsh Assembly Government", date(2011, 5, 12), "Welsh Government"),
    "Northern Ireland": (
        "Department of Health, Social Services and Public Safety",
        date(2016, 5, 9),
        "Department of Health",
    ),
}


# Names, claimants and subjects all ask of the same text.
@lru_cache(maxsize=4)
def other_nation(text: str) -> str | None:
    """The nation other than England that a text is about, None where it is about England or all of them."""
    lowered = text.lower()
    if not any(name in lowered for name in _NAMED):
        return None
    counts = {nation: len(words.compiled.findall(text)) for nation, words in _OTHER_NATIONS.items()}
    most = max(counts, key=lambda nation: counts[nation])
    early = _OTHER_NATIONS[most].search(text, 0, _EARLY) is not None
    of_england = len(_OF_ENGLAND.compiled.findall(text))
    often = counts[most] >= _OFTEN and counts[most] > of_england
    return most if often or (early and counts[most] > 1 and not of_england) else None


@dataclass(frozen=True, slots=True)
class Ministers:
    """Whom a health minister speaks for in a text: that nation's government, or the health department."""

    nation: str | None
    on: date | None

    def behind(self, words: str = "") -> Name | None:
        """That body; `words` beside the minister may name another nation ("Wales's health minister")."""
        named = next((nation for nation, known in _OTHER_NATIONS.items() if known.search(words)), None)
        nation = named or self.nation
        if nation is None or self.on is None:
            return health_department(self.on)
        before, changed, since = _GOVERNMENTS[nation]
        return Name(0, 0, before if self.on < changed else since, NameKind.CLAIMANT, "government")


def health_department(on: date | None, start: int = 0, end: int = 0) -> Name | None:
    """The health department of that day."""
    if on is None:
        return None
    if on >= date(2018, 1, 8):
        name, key = "Department of Health and Social Care", "department-of-health-and-social-care"
    else:
        name, key = "Department of Health", "department-of-health"
    return Name(start, end, name, NameKind.BODY, "department", key)
