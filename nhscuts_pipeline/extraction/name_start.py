"""Where the name of a body begins that ends in a type word: "Wold and Marsh" before "NHS Trust".

Belongs here: walking back from the type word, up to names already found. Does not belong here: the type words
(body_words.py), and what a name is of (bodies.py).
"""

from collections.abc import Sequence

from nhscuts_pipeline.extraction.body_words import INNER, LINKS, NOT_NAME, NUMBER_WORDS
from nhscuts_pipeline.extraction.names import Name
from nhscuts_pipeline.extraction.phrases import Expression
from nhscuts_pipeline.extraction.register import NameKind

WORD = Expression(r"\S+")
_AFTER_POSSESSIVE = Expression(
    r"\s+(?:and|Hospitals?|Infirmary|University|Healthcare|College|NHS|Foundation|General|Community|"
    r"HOSPITALS?)\b"
)
_ABBREVIATED = frozenset("pct pcts icb icbs sha shas ccg ccgs csu csus trusts boards".split())
_TITLED = Expression(r"(?:King|Queen|Bishop|Prince|Princess|Lady|Abbot|Earl|Duke|Canon|Monk|Guy)['’]s$")
_NATION_OWNS = Expression(r"Wales['’]$")
_OPENS = Expression(r"(?:\A|[.!?:]\s+|\n\s*)[^\w\n]*$")
# "In Wales, Wold and Fen NHS Trust": where it is, and no part of its name.
_LOCATES = Expression(r"\b(?:In|Across|At|Near|From|Around|For) (?:the )?$")


class Spans:
    """The spans of names already found, to stop at them or to build on them."""

    def __init__(self, names: Sequence[Name]) -> None:
        self._names = names
        self._by_char = {}
        for name in names:
            for at in range(name.start, name.end):
                self._by_char[at] = name

    def covers(self, at: int) -> bool:
        """Whether a name other than a region's covers that place."""
        return at in self._by_char and self._by_char[at].kind is not NameKind.REGION

    def without(self, sorts: frozenset[str]) -> "Spans":
        """The spans of all names but those of some sorts."""
        return Spans([name for name in self._names if name.sort not in sorts])

    def at(self, at: int) -> Name | None:
        """The name that covers that place."""
        return self._by_char.get(at)


def walk_left(text: str, floor: int, start: int, taken: Spans, lists: bool, counted: bool) -> int | None:
    """Where the name begins that ends before `start`, None where there is none.

    `lists` lets commas in ("A, B and C ICB"), `counted` takes a number word for a count, not for a name.
    """
    begin: int | None = None
    pending = False
    proper = 0
    linked = awaiting = False
    for token in reversed(list(WORD.finditer(text, floor, start))):
        word = token[0].strip("'‘’")
        bare = word.rstrip(",")
        known = taken.at(token.start())
        if (known is not None and known.kind is not NameKind.REGION) or (
            proper and _shouts(bare, before=text[begin:start])  # "TINY Wold Hospitals NHS Trust"
        ):
            break
        # "For NHS Wold, NHS Marsh ICB is no model": another name begins.
        parted = not counted and begin is not None and text.startswith("NHS ", begin)
        listed = lists and linked and not parted and not _locates(text, token.start())
        if (bare != word and not listed) or bare.lower() in _ABBREVIATED or (awaiting and bare not in LINKS):
            break
        common = bare.capitalize() in NOT_NAME or (counted and bare.lower().split("-")[0] in NUMBER_WORDS)
        link = bare.lower() if bare.isupper() else bare
        named = bare[:1].isupper() and link not in LINKS
        if named and (not common or (bare == "NHS" and begin is not None)):
            if _is_owner(text, token.start(), token.end(), bare) or _NATION_OWNS.match(token[0]):
                break
            begin, pending, proper = token.start(), False, proper + (bare.lower() not in INNER)
        elif link in LINKS and (not pending or awaiting):
            pending, linked, awaiting = True, linked or link in ("and", "&"), False
        elif bare == "the" and not pending and begin is not None:
            # Only "of the", "on the": the article alone begins the noun phrase.
            pending = awaiting = True
        elif bare.lower() not in INNER or pending:
            break
    if counted and proper == 1 and begin is not None and _OPENS.search(text, max(0, begin - 12), begin):
        # "Add trusts ...": the capital is the sentence's.
        return begin if taken.at(begin) is not None else None
    return begin if proper else None


def _locates(text: str, at: int) -> bool:
    return _LOCATES.search(text, max(0, at - 12), at) is not None


def _is_owner(text: str, start: int, end: int, word: str) -> bool:
    """Whether a possessive is of an owner ("Wessex's trusts") and not of the name ("St James's Hospital")."""
    if not word.endswith(("'s", "’s")):
        return False
    saint = text.endswith(("St ", "Saint ", "ST "), max(0, start - 6), start)
    return not (saint or _TITLED.match(word) or _AFTER_POSSESSIVE.match(text, end))


def _shouts(word: str, before: str) -> bool:
    """Whether a word stands in capitals `before` a name in small letters, which it is no part of."""
    return word.isupper() and len(word) > 2 and word != "NHS" and not before[:2].isupper()
