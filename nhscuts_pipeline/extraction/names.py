"""The names of the register in a text: one automaton over folded text, word-bounded, longest match.

Belongs here: finding a spelling and deciding, by the document's date, which of its bearers is meant. Does not
belong here: the tables (register.py), bodies that no table has (bodies.py), what a name does in its sentence.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import ahocorasick  # type: ignore[import-not-found]  # compiled, ships no stubs

from nhscuts_pipeline.extraction.register import Entry, NameKind, read_register

# One character for one: an offset in the folded text is an offset in the text.
_NOT_WORD = re.compile(r"[\W_]")
# A body is written about for some time before it opens.
_AHEAD = timedelta(days=540)
# Words that begin with a capital in the register and often without in the press.
_TYPE_WORDS = frozenset(
    """trust trusts hospital hospitals foundation primary care integrated board boards strategic health authority
    clinical commissioning group unit university teaching ambulance service partnership community mental and
    healthcare general infirmary acute support cluster region nhs""".split()  # noqa: SIM905 - forty quoted words
)


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


def fold(text: str) -> str:
    """Lower case with a space for every character that is not a letter or digit, of the same length."""
    lowered = text.lower()
    if len(lowered) != len(text):
        # A few capitals ("İ") have longer lower-case forms, which would shift every offset behind them.
        lowered = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    return _NOT_WORD.sub(" ", lowered)


class Names:
    """Finds the register's names in texts."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._bearers: dict[str, list[Entry]] = {}
        for entry in entries:
            for key in _keys(entry.spelling):
                self._bearers.setdefault(key, []).append(entry)
        self._automaton = ahocorasick.Automaton()
        for key in self._bearers:
            self._automaton.add_word(" " + key, key)
        self._automaton.make_automaton()

    @classmethod
    def read(cls, reference_dir: Path) -> "Names":
        """The names of the reference tables in that folder. Raises `RegisterError`."""
        return cls(read_register(reference_dir))

    def find(self, text: str, on: date | None) -> list[Name]:
        """The names in the text, in order, none overlapping, as meant on that day."""
        if not self._bearers:
            return []  # an automaton without words refuses to search
        folded = f" {fold(text)} "
        longest: dict[int, tuple[int, str]] = {}
        for last, key in self._automaton.iter(folded):
            # `last` is the key's last character; the text is one further left than its folded form.
            if folded[last + 1] == " ":
                start = last - len(key)
                if start not in longest or longest[start][0] < last:
                    longest[start] = (last, key)
        found: list[Name] = []
        reached = 0
        for start in sorted(longest):
            end, key = longest[start]
            if start >= reached and (name := self._name(text, start, end, key, on)):
                found.append(name)
                reached = end
        return found

    def _name(self, text: str, start: int, end: int, key: str, on: date | None) -> Name | None:
        written = text[start:end]
        bearers = [entry for entry in self._bearers[key] if _capitals_agree(entry, written)]
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


def _keys(spelling: str) -> set[str]:
    """The folded spellings: with and without the apostrophe, with "and" for "&"."""
    bare = spelling.removeprefix("the ")
    variants = {bare, bare.replace("’", "'").replace("'", "")}
    if "&" in bare:
        variants.add(bare.replace("&", "and"))
    elif " and " in bare:
        variants.add(bare.replace(" and ", " & "))
    return {fold(variant).strip() for variant in variants}


def _capitals_agree(entry: Entry, written: str) -> bool:
    """Whether a proper name is written as one: "Unite" is the union, "unite" the verb, "NICE" not "nice"."""
    if entry.sort == "government_office_region" and " " in written.replace("-", " "):
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

    A body is written about before it opens and long after it has closed; where bearers share a name, the one
    of the day comes first.
    """
    if on is None:
        return _only(bearers)
    in_time = [entry for entry in bearers if entry.holds(on)]
    coming = [entry for entry in bearers if entry.holds(on + _AHEAD)]
    gone = [entry for entry in bearers if entry.last is not None and entry.last < on]
    return _only(in_time or coming or gone)


def _only(bearers: list[Entry]) -> Entry | None:
    """The one bearer; a national body that is also a claimant counts once, as the body."""
    bodies = [entry for entry in bearers if entry.kind is NameKind.BODY]
    if bodies and all(entry.kind in (NameKind.BODY, NameKind.CLAIMANT) for entry in bearers):
        bearers = bodies
    return bearers[0] if len({entry.id for entry in bearers}) == 1 else None


def _printed(entry: Entry, written: str) -> str:
    return entry.printed if entry.spelt_out else _as_written(written)


def _as_written(written: str) -> str:
    return " ".join(written.split())
