"""All that a text says of bodies and areas, in order, with "the trust" and short forms resolved.

Belongs here: bringing register, grammar, short forms introduced earlier, group wordings and references
together into one list of mentions. Does not belong here: which figure belongs to which (subject.py,
claimant.py).
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from nhscuts_pipeline.extraction.bare import read_bare
from nhscuts_pipeline.extraction.bodies import Reference, read_bodies
from nhscuts_pipeline.extraction.layout import Layout
from nhscuts_pipeline.extraction.names import Name, Names, goes_on, merge
from nhscuts_pipeline.extraction.nations import other_nation
from nhscuts_pipeline.extraction.passage import Text
from nhscuts_pipeline.extraction.phrases import Expression
from nhscuts_pipeline.extraction.places import read_places, with_compass
from nhscuts_pipeline.extraction.publisher import branch_of, own_body, read_label
from nhscuts_pipeline.extraction.references import resolve_references
from nhscuts_pipeline.extraction.register import NameKind
from nhscuts_pipeline.extraction.short_forms import core, read_short_forms, under_full_names
from nhscuts_pipeline.extraction.type_words import is_local, is_single


@dataclass(frozen=True, slots=True)
class Mentions:
    """Mentions in order of the text.

    `own` is the body whose document this is (the name in its heading, or its publisher), `title` the names in
    its title, and the body whose staff a union's branch speaks for.
    """

    read: Text
    all: list[Name]
    own: Name | None
    title: list[Name] = field(default_factory=list)
    starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "starts", [name.start for name in self.all])

    @property
    def layout(self) -> Layout:
        """Of the text."""
        return self.read.layout

    @property
    def plain(self) -> str:
        """The text in lower case with a space for every mark."""
        return self.read.plain

    def within(self, start: int, end: int) -> list[Name]:
        """The mentions that begin in that span."""
        return self.all[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def before(self, at: int) -> list[Name]:
        """The mentions that begin before that offset, the nearest last."""
        return self.all[: bisect_left(self.starts, at)]


_DESCRIBED = Expression(
    r" (?:(?!Strategic|Primary|Integrated|Regional|Health|SHA|Ambulance|NHS)[A-Z][a-z]|"
    r"(?:teaching )?hospital\b|BOROUGH\b)"
)
_COMPASS = Expression(r"(?i)\b(?:north|south|east|west|inner|outer) $")


def read_mentions(
    read: Text, names: Names, on: date | None, title: str | None = None, publisher: str | None = None
) -> Mentions:
    """Read the mentions of a text; `on` is its day of publication, None where it is not known."""
    layout, folded = read.layout, read.plain
    text = layout.text
    register = [
        name
        for name in names.find_folded(text, folded, on)
        if not _only_describes(text, name) and not goes_on(text, name)
    ]
    bodies, references = read_bodies(text, folded, register)
    known = merge(register, bodies)
    own = own_body(layout, known, names, publisher, on)
    references += _by_last_word(text, known)
    known = under_full_names(known)
    known = merge(known, read_short_forms(text, folded, known, own))
    if on is not None:
        scotland = other_nation(text) == "Scotland"
        known = merge(known, names.find_bare(text, folded, on, scotland=scotland))
    known = merge(known, read_bare(layout, folded, known))
    known = [with_compass(text, name) for name in merge(known, read_places(text, known))]
    mentions = resolve_references(text, known, references, own, on)
    titled = [_as_in_text(name, known) for name in read_label(text, names, title, on)]
    branch = branch_of(publisher) if own is None else None
    if branch is not None:
        titled.append(branch)
    return Mentions(read, mentions, own, titled)


def _as_in_text(name: Name, known: Sequence[Name]) -> Name:
    """A body of the title under the one longer name that the text has for it: "Wold" of "Wold and Marsh"."""
    if not is_single(name):
        return name
    short = core(name.name)
    longer = {
        core(body.name): body
        for body in known
        if is_local(body) and f"{core(body.name)} ".startswith(f"{short} ")
    }
    return next(iter(longer.values())) if len(longer) == 1 else name


def _only_describes(text: str, name: Name) -> bool:
    """Whether a region is part of a longer name ("North East Essex") or describes ("a London hospital")."""
    if name.kind is not NameKind.REGION or name.sort == "country":
        return False
    return (
        _DESCRIBED.match(text, name.end) is not None
        or _COMPASS.search(text, max(0, name.start - 7), name.start) is not None
    )


def _by_last_word(text: str, known: Sequence[Name]) -> list[Reference]:
    """Where "the unit" and "the group" stand, if the text names a support unit or a group of hospitals."""
    words = {"csu": "unit", "hospitals_group": "group"}
    sorts = {word: sort for sort, word in words.items() if any(name.sort == sort for name in known)}
    if not sorts:
        return []
    found = re.finditer(rf"\b[Tt]he (?P<word>{'|'.join(sorts)})\b(?! of\b)", text)
    return [Reference(*match.span("word"), sorts[match["word"]], False, "the") for match in found]
