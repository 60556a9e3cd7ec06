"""Sources without a name of a list: by what they are ("the college", "a minister", "one Wessex GP").

Belongs here: who stands behind a role, a type word or a name that no list knows, and who can speak at all.
Does not belong here: names, people and pronouns beside a cue (speakers.py).
"""

import re
from dataclasses import replace

from nhscuts_pipeline.extraction.affiliation import last_organisation
from nhscuts_pipeline.extraction.mentions import Mentions
from nhscuts_pipeline.extraction.names import Name
from nhscuts_pipeline.extraction.nations import Ministers
from nhscuts_pipeline.extraction.phrases import Expression
from nhscuts_pipeline.extraction.register import NameKind
from nhscuts_pipeline.extraction.roles import BODY_ROLE, MINISTER, UNION_ROLE
from nhscuts_pipeline.extraction.type_words import is_local

# Somebody speaks whom the text does not name: nobody else may be taken for them.
ANONYMOUS = Name(-1, -1, "", NameKind.PERSON, "anonymous")

_SOMEBODY = Expression(r"(?i)^\W*(?:but |and |as )?(?:an?|one|some|another)\s+(?!\w*\s?spokes)[a-z]")
_ONE_OF_THEM = Expression(r"(?i)^\W*(?:one|another|some|many|others|somebody|someone)\W*$")
_UNIONS = Expression(r"(?i)\b(?:trade |health )?union (?:leaders|officials|bosses|chiefs)\b")
_AUDITORS = Expression(r"(?i)\bauditors\b")
_CAPITALISED = Expression(r"[A-Z][\w’'&-]+(?: (?:(?:and|of|for|in|the|on) )*[A-Z][\w’'&-]+)+")
_POSSESSIVE = Expression(r"['’]s?$")
_OF = Expression(r" (?:of|for) ")
# In a body's own paper "the Director of Finance" is its own.
_THE_OFFICE = Expression(r"\W*(?:The|the|Our|our) (?:[A-Z][a-z]+ ){0,3}[A-Z][a-z]+\b")
_TOLD_BY = Expression(r"\b(?:required|instructed|ordered|told|asked) by $")
# "Wold's director of finance": the body goes by the name of its area.
_OFFICER_OF = Expression(
    r"\W*(?P<who>[A-Z][a-z][\w-]+(?: (?:and )?[A-Z][a-z][\w-]+){0,3})['’]s (?:[a-z]+ ){0,3}"
    r"(?:director|chief|head|chair|boss|manager)\b"
)
_ARTICLE = Expression(r"(?:\W*The )?")
_SOURCE = Expression(
    r"(?i:figures|data|analysis|research|survey|report|estimates?|calculations|numbers|returns|statistics|"
    r"study) "
    r"(?:\w+ ){0,3}?(?:by|from|of) (?:the )?(?P<org>[A-Z][\w’'&-]+(?: (?:(?:and|of|for|in|"
    r"the) )*[A-Z][\w’'&-]+)*)"
)
# "Campaigners at the Purse Watch", "the charity Fair Wards": a name no list knows, behind what it is.
_AT_NAMED = Expression(
    r"(?i)\W*(?:(?:the|an?|some|senior|leading|other) )*(?:campaigners?|experts?|researchers?|analysts?|"
    r"economists?|bosses|chiefs|leaders|spokes(?:man|woman|person|people)|academics?|lawyers?|"
    r"accountants?|consultants?|advis[eo]rs?|officials?|auditors?|actuaries|statisticians|number-crunchers|"
    r"(?:trade )?union|charity|think[- ]tank|campaign(?: group)?|pressure group|consultancy|firm|watchdog|"
    r"regulator|lobby group|trade body|professional body) (?:(?:at|from|for|of|with) )?(?:the )?$"
)
# A reference by type to what the text names in full: "the college", "the strategic health authority".
_THE_TYPE = Expression(
    r"\W*[Tt]he (?P<type>college|union|association|federation|society|confederation|alliance|institute|"
    r"foundation|forum|council|commission|committee|league|charity|campaign|partnership|authority|"
    r"(?:primary )?care trust|(?:strategic|special) health authority|commissioning support unit|"
    r"health board|ambulance service|service|agency|centre|network|group)(?:'s|’s)?\s+"
    r"(?:(?:has|had|now|also|itself|then|still|did|does) )*$"
)
_REGULATOR = Expression(
    r"\W*[Tt]he (?:(?:health|hospital|provider|financial|economic) )?(?:regulator|watchdog)\b"
)
_REGULATORS = frozenset(
    ("NHS Improvement", "Monitor", "NHS Trust Development Authority", "Care Quality Commission")
)
_A_MINISTER = Expression(r"\W*(?:[Tt]he|[Aa]|[Oo]ne|[Aa]nother) (?:(?:junior|senior|new) )?[Mm]inister\b")
MANDARINS = Expression(
    r"\W*(?:(?:[Tt]he )?[Mm]andarins|[Cc]ivil servants|Whitehall"
    r"(?: (?:officials|sources|chiefs|bosses|papers|documents|briefings|models?|figures|"
    r"estimates|plans|sums))?"
    r"(?: now doing the rounds)?)\W*$"
)
# "A Whitehall insider", "one Wessex GP": what the text says of a source is all there is to name it by.
_DESCRIBED = Expression(
    r"\W*(?:[Aa]n?|[Oo]ne|[Aa]nother) (?P<who>(?:senior |former |retired |leading )?[A-Z][\w-]+ "
    r"(?:[a-z-]+ ){0,2}?"
    r"(?:insider|official|source|GP|nurse|sister|consultant|manager|director|advis[eo]r|aide|doctor|"
    r"economist|analyst|chief executive|chair(?:man|woman)?|boss|porter|midwife|paramedic|executive))\W*$"
)
_PARTY = Expression(r"(?P<party>Conservative|Labour|Green)")  # "a Conservative claim"
_NO_ORGANISATION = Expression(
    r"(?:The|An?|This|That|But|In|At|On|Since|After|Before|By|For|From|Until|When|Its?|His|Her|Their|Our|Freedom|[A-Z][a-z]+day)\b"
)


class Described:
    """Finds whom the words of a source stand for."""

    def __init__(self, mentions: Mentions, ministers: Ministers) -> None:
        self._mentions = mentions
        self._text = mentions.layout.text
        self._ministers = ministers

    def of(self, start: int, words: str) -> Name | None:
        """Who the words from `start` on describe; `ANONYMOUS` where that is nobody named."""
        if MINISTER.search(words):
            return self._ministers.behind(words)
        if _A_MINISTER.match(words) or MANDARINS.match(words):
            return self._ministers.behind()
        if _REGULATOR.match(words):
            return self._regulator(start)
        typed = _THE_TYPE.match(words.rstrip() + " ")
        if typed is not None:
            return self._by_type(start, typed["type"]) or self._only_such(start, typed["type"])
        if _UNIONS.search(words):
            return Name(start, start, "unions", NameKind.COLLECTIVE, "union")
        if _AUDITORS.search(words):
            regulators = [name for name in self._mentions.before(start) if name.sort == "regulator"]
            return regulators[-1] if regulators else None
        return _somebody(start, words) or self._unlisted(start, words) or self._in_office(start, words)

    def _regulator(self, at: int) -> Name | None:
        """The regulator of providers that was named last."""
        for name in reversed(self._mentions.before(at)):
            if name.sort == "regulator" or name.name in _REGULATORS:
                return name
        return None

    def _unlisted(self, start: int, words: str) -> Name | None:
        """An organisation that no list knows, by its capitals."""
        article = _ARTICLE.match(words)
        named = _CAPITALISED.search(words, article.end() if article else 0)
        if (
            named
            and not _NO_ORGANISATION.match(named[0])
            and not _is_role(_OF.compiled.split(named[0])[0])
            and self._is_no_place(start + named.start(), start + named.end())
            and (
                words[: named.start()].strip().lower() in ("the", "")
                or _AT_NAMED.match(words, 0, named.start())
            )
        ):
            named_by = _POSSESSIVE.compiled.sub("", named[0])
            return Name(start, start, named_by, NameKind.CLAIMANT, "organisation")
        source = _SOURCE.search(words)
        return Name(start, start, source["org"], NameKind.CLAIMANT, "organisation") if source else None

    def _in_office(self, start: int, words: str) -> Name | None:
        if UNION_ROLE.search(words):
            return last_organisation(self._mentions, start, union=True)
        if not BODY_ROLE.search(words):
            return None
        owner = _OFFICER_OF.match(words)
        if owner is not None:
            return Name(start, start, owner["who"], NameKind.BODY, "bare")
        if self._mentions.own is not None and _THE_OFFICE.match(words):
            return self._mentions.own
        return last_organisation(self._mentions, start, union=False)

    def _is_no_place(self, start: int, end: int) -> bool:
        """Whether capitalised words are more than the regions among them: "Fair Wards for Wessex"."""
        rest = self._text[start:end]
        for name in self._mentions.within(start, end):
            if name.kind is NameKind.REGION and name.sort != "place":
                rest = rest.replace(self._text[name.start : name.end], " ", 1)
        return len(re.findall(r"\b[A-Z]", rest)) > (1 if rest != self._text[start:end] else 0)

    def _only_such(self, at: int, word: str) -> Name | None:
        """The health authority that the text names only later or by its region, else what it is called."""
        if not word.endswith("health authority") or _TOLD_BY.search(self._text, max(0, at - 16), at):
            return None
        such = {name.name: name for name in self._mentions.within(at, len(self._text)) if name.sort == "sha"}
        if such:
            return next(iter(such.values())) if len(such) == 1 else None
        regions = {
            name.name
            for name in self._mentions.all
            if name.sort == "government_office_region" and name.name != "London"
        }
        called = f"{regions.pop()} Strategic Health Authority" if len(regions) == 1 else word
        return Name(at, at, called, NameKind.BODY, "sha")

    def _by_type(self, at: int, word: str) -> Name | None:
        """Who was named last by a name with that type word: "the college", "the primary care trust"."""
        for name in reversed(self._mentions.before(at)):
            if can_speak(name) and word.lower() in name.name.lower():
                return speaking(name)
        return None


def _somebody(start: int, words: str) -> Name | None:
    """A source described and not named, or a party: "a Wessex GP", "one of them", "a Conservative claim"."""
    described = _DESCRIBED.match(words)
    if described is not None:
        return Name(start, start, described["who"], NameKind.PERSON, "described")
    if (
        _SOMEBODY.match(words)
        or _ONE_OF_THEM.match(words)
        or (BODY_ROLE.search(words) and re.search(r"\bof an? [A-Z]?[a-z]", words))
    ):
        return ANONYMOUS
    party = _PARTY.fullmatch(words)
    return Name(start, start, party["party"] + " Party", NameKind.CLAIMANT, "party") if party else None


def _is_role(words: str) -> bool:
    """Whether words end in a role: "Chief Executive", not "Managers' Forum"."""
    return any(
        match.end() == len(words) for role in (BODY_ROLE, UNION_ROLE) for match in role.finditer(words)
    )


def can_speak(name: Name) -> bool:
    """Whether a mention can be who says something: an area or a group of bodies cannot."""
    if name.kind in (NameKind.REGION, NameKind.OUTSIDER) or name.sort == "group":
        return False
    return is_local(name) or name.kind is not NameKind.BODY or name.sort in ("national_body", "department")


def speaking(name: Name) -> Name:
    """The organisation a registered person speaks for, or the name itself."""
    if name.kind is NameKind.PERSON and name.behind:
        return replace(name, name=name.behind)
    return name
