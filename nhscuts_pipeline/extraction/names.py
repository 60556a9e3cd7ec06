"""The names of the register in a text: one automaton over folded text, word-bounded, longest match.

Belongs here: finding a spelling and deciding, by the document's date, which of its bearers is meant. Does not
belong here: the tables (register.py), bodies that no table has (bodies.py), what a name does in its sentence.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from nhscuts_pipeline.extraction.automaton import Phrases, fold
from nhscuts_pipeline.extraction.phrases import Expression
from nhscuts_pipeline.extraction.register import Entry, NameKind, read_register

# A body is written about for some time before it opens.
_AHEAD = timedelta(days=540)
# Words that begin with a capital in the register and often without in the press.
_TYPE_WORDS = frozenset(
    """
    trust trusts hospital hospitals foundation primary care integrated board boards strategic health
    authority clinical commissioning group unit university teaching ambulance service partnership
    community mental and healthcare general infirmary acute support cluster region nhs union party local
    """.split()
)

# Words of names that do not begin with a capital alone.
_CASES = {word: word for word in "NHS PCT ICB CCG CSU SHA UK".split()} | {
    word.upper(): word for word in "and of the on upon for with in".split()
}
# In capitals or in title case, a further word that is no type word and does not begin something else.
_FURTHER = Expression(
    r" (?!(?i:integrated|primary|clinical|strategic|trust|foundation|teaching|university|health|nhs|icb|"
    r"pct|ccg|"
    r"sha|board|cluster|community|hospitals?|commissioning|ics|partnership|and|in|at|on|for|chief|medical|finance|"
    r"chair|director)\b)[A-Z][A-Za-z]{2,}(?:[a-z]| [A-Z]|[A-Z])"
)
# One body of two places: "NHS Wold and Marsh has ..."; two would have.
_AND_ANOTHER = Expression(
    r" and (?!Unison|Unite|Labour|Monitor|Ministers)[A-Z][a-z]{3,}"
    r"(?=, (?:which|not|where|whose)\b|,? (?:has|is|was|says|plans|expects|intends|wants|employs)\b)"
)
_SEVERAL = 2
_KIND_OF_BODY = Expression(
    r"(?i)^(?:the |NHS )+|(?:,? (?:NHS|foundation|trust|hospitals?|university|teaching|primary care trust|"
    r"pct|icb|ccg|integrated care board|clinical commissioning group|strategic health authority|"
    r"commissioning support unit))+$"
)
_COUNTY = Expression(
    r"(?:(?:North|South|East|West|Mid)(?: (?:East|West))? ?)?(?:[A-Z]\w*shire|Essex|Kent|Surrey|Sussex|"
    r"Norfolk|Suffolk|Devon|Dorset|Somerset|Cornwall|Cumbria)?"
)
# A place where something is, and a name that goes on before or behind: "in Fife", "Fife Council".
_IN_PLACE = Expression(r"(?:\b(?:[Ii]n|[Aa]cross|[Aa]round|near|the|NHS)|\b[A-Z][a-z’'&-]+(?: and)?) $")
_OF_PLACE = Expression(r"['’]?s? (?:and )?[A-Z]|-")
# What `str.title` gives a capital that has none in names: links, and the letter of a possessive.
_SMALL = Expression(r"\b(?:And|Of|The|On|Upon|For|With|In)\b|(?<=['’])[A-Z]\b")


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands in a text, by offset.

    `name` is how it is printed as a subject or claimant. `id` is an id of the reference tables, None where
    the text's date does not settle which bearer is meant, or where no table has it. `behind` is the
    organisation a person speaks for, `sort` the kind of body ("pct", "union").
    """

    start: int
    end: int
    name: str
    kind: NameKind
    sort: str
    id: str | None = None
    behind: str | None = None


class Names:
    """Finds the register's names in texts."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        bearers: dict[str, list[Entry]] = {}
        bare: dict[str, list[Entry]] = {}
        for entry in entries:
            for key in _keys(entry.spelling):
                bearers.setdefault(key, []).append(entry)
            if entry.kind is NameKind.BODY:
                for key in _keys(_KIND_OF_BODY.compiled.sub("", entry.printed)):
                    bare.setdefault(key, []).append(entry)
        self._phrases = Phrases(bearers)
        self._bare = Phrases({key: known for key, known in bare.items() if any(map(_is_called_so, known))})

    @classmethod
    def read(cls, reference_dir: Path) -> "Names":
        """The names of the reference tables in that folder. Raises `RegisterError`."""
        return cls(read_register(reference_dir))

    def find(self, text: str, on: date | None) -> list[Name]:
        """The names in the text, in order, none overlapping, as meant on that day."""
        return self.find_folded(text, fold(text), on)

    def find_folded(self, text: str, folded: str, on: date | None) -> list[Name]:
        """The same for a text that has been folded already."""
        found: list[Name] = []
        reached = 0
        for start, end, bearers in self._phrases.find(folded):
            if start >= reached and (name := _name(text, start, end, bearers, on)):
                found.append(name)
                reached = end
        return found

    def find_bare(self, text: str, folded: str, on: date, *, scotland: bool) -> list[Name]:
        """Bodies by the bare names that the press has for them, where one alone can be meant on that day.

        These are trusts of two places ("Marsh and Wold") and, in a text about Scotland, its boards
        ("Tayside").
        """
        found = []
        for start, end, known in self._bare.find(folded):
            bearers = {entry.id: entry for entry in known if entry.holds(on)}
            if len(bearers) != 1:
                continue
            (entry,) = bearers.values()
            if entry.sort == "health_board" and not scotland:
                continue
            in_place = _IN_PLACE.search(text, max(0, start - 24), start) or _OF_PLACE.match(text, end)
            if text[start].isupper() and not in_place:
                found.append(Name(start, end, entry.printed, entry.kind, entry.sort, entry.id))
        return found


def _name(text: str, start: int, end: int, bearers: list[Entry], on: date | None) -> Name | None:
    written = text[start:end]
    bearers = [entry for entry in bearers if _capitals_agree(entry, written)]
    if not bearers:
        return None
    entry = _meant(bearers, on)
    shown = entry or bearers[0]
    return Name(
        start=start,
        end=end,
        name=_printed(shown, written) if entry else _as_written(written),
        kind=shown.kind,
        sort=shown.sort,
        id=entry.id if entry else None,
        behind=entry.behind if entry else None,
    )


def _is_called_so(entry: Entry) -> bool:
    """Whether the press calls such a body by its bare name; that of most others is an area."""
    if entry.sort == "health_board":
        return entry.printed.startswith("NHS ")
    parts = re.split(r", | and ", _KIND_OF_BODY.compiled.sub("", entry.printed))
    return entry.sort == "acute_trust" and len(parts) > 1 and not all(map(_COUNTY.fullmatch, parts))


def _keys(spelling: str) -> set[str]:
    """The folded spellings: with and without the apostrophe, with "and" for "&"."""
    bare = spelling.removeprefix("the ")
    variants = {bare, bare.replace("’", "").replace("'", "")}
    if "&" in bare:
        variants.add(bare.replace("&", "and"))
    elif " and " in bare:
        variants.add(bare.replace(" and ", " & "))
    return {fold(variant).strip() for variant in variants}


def _capitals_agree(entry: Entry, written: str) -> bool:
    """Whether a proper name is written as one: "Unite" is the union, "unite" the verb, "NICE" not "nice"."""
    if entry.sort == "government_office_region" and " " in fold(written):
        return True  # "the north-east" is the North East
    for word, seen in zip(entry.spelling.removeprefix("the ").split(), written.split(), strict=False):
        if word.lower().strip(",'’") in _TYPE_WORDS or not word[0].isupper():
            continue
        acronym = sum(char.isupper() for char in word) > 1
        if not seen[0].isupper() or (acronym and seen.strip(",") != word.strip(",") and not seen.isupper()):
            return False
    return True


def _meant(bearers: list[Entry], on: date | None) -> Entry | None:
    """The one bearer of a name that is meant on that day, None where that is not settled.

    A national body that is also a claimant counts once, as the body. A body is written about before it opens
    and long after it has closed; where bearers share a name, the one of the day comes first.
    """
    bodies = [entry for entry in bearers if entry.kind is NameKind.BODY]
    if bodies and all(entry.kind in (NameKind.BODY, NameKind.CLAIMANT) for entry in bearers):
        bearers = bodies
    if on is None:
        return _only(bearers)
    in_time = [entry for entry in bearers if entry.holds(on)]
    coming = [entry for entry in bearers if entry.holds(on + _AHEAD)]
    gone = [entry for entry in bearers if entry.last is not None and entry.last < on]
    return _only(in_time or coming or gone)


def _only(bearers: list[Entry]) -> Entry | None:
    """The one bearer, where all are one."""
    return bearers[0] if len({entry.id for entry in bearers}) == 1 else None


def _printed(entry: Entry, written: str) -> str:
    return entry.printed if entry.spelt_out else _as_written(written)


def _as_written(written: str) -> str:
    return " ".join(written.split())


def merge(first: Sequence[Name], second: Sequence[Name]) -> list[Name]:
    """Both in order; of two that overlap, the longer."""
    kept: list[Name] = []
    for name in sorted([*first, *second], key=lambda name: (name.start, -name.end)):
        if kept and name.start < kept[-1].end:
            if name.end - name.start > kept[-1].end - kept[-1].start:
                kept[-1] = name
            continue
        kept.append(name)
    return kept


def goes_on(text: str, name: Name) -> bool:
    """Whether "NHS Wold" is but the beginning of another body's name: "NHS Wold Coast and Broads"."""
    if (
        not text.startswith("NHS ", name.start)
        or name.kind is not NameKind.BODY
        or name.sort == "national_body"
    ):
        return False
    return _FURTHER.match(text, name.end) is not None or _AND_ANOTHER.match(text, name.end) is not None


def in_small_letters(label: str) -> str:
    """A label as names are written in prose: "WOLD AND FEN" as "Wold and Fen"."""
    if not label.isupper():
        return label
    return _SMALL.compiled.sub(lambda word: word[0].lower(), label.title())


def as_printed(name: str | None) -> str | None:
    """A name that a heading has in capitals as it is printed elsewhere: "Wold and Fen PCT"."""
    words = name.split() if name is not None and name.isupper() else []
    if len(words) < _SEVERAL:
        return name
    return " ".join(_CASES.get(word) or "-".join(map(str.capitalize, word.split("-"))) for word in words)
