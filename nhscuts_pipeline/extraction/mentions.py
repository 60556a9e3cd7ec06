"""All that a text says of bodies and areas, in order, with "the trust" and short forms resolved.

Belongs here: bringing register, grammar, short forms introduced earlier, group wordings and references
together into one list of mentions. Does not belong here: which figure belongs to which (subject.py,
claimant.py).
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from nhscuts_pipeline.extraction.automaton import fold
from nhscuts_pipeline.extraction.bare import read_bare
from nhscuts_pipeline.extraction.bodies import Reference, read_bodies
from nhscuts_pipeline.extraction.layout import BlockKind, Layout
from nhscuts_pipeline.extraction.names import Name, Names
from nhscuts_pipeline.extraction.passage import Text
from nhscuts_pipeline.extraction.phrases import Expression
from nhscuts_pipeline.extraction.places import read_places
from nhscuts_pipeline.extraction.references import resolve_references
from nhscuts_pipeline.extraction.register import NameKind
from nhscuts_pipeline.extraction.short_forms import core, read_short_forms, under_full_names
from nhscuts_pipeline.extraction.type_words import is_local


@dataclass(frozen=True, slots=True)
class Mentions:
    """Mentions in order of the text.

    `own` is the body whose document this is (the name in its heading, or its publisher), `title` the names in
    its title.
    """

    read: Text
    all: list[Name]
    own: Name | None
    title: list[Name] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)

    @property
    def layout(self) -> Layout:
        """Of the text."""
        return self.read.layout

    @property
    def folded(self) -> str:
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
# In capitals or in title case, a further word that is no type word and does not begin something else.
_FURTHER = Expression(
    r" (?!(?i:integrated|primary|clinical|strategic|trust|foundation|teaching|university|health|nhs|icb|"
    r"pct|ccg|"
    r"sha|board|cluster|community|hospitals?|commissioning|ics|partnership|and|in|at|on|for|chief|medical|finance|"
    r"chair|director)\b)[A-Z][A-Za-z]{2,}(?:[a-z]| [A-Z]|[A-Z])"
)
# "Unison Wold Health Branch" writes of Wold.
_BRANCH = Expression(
    r"(?:[A-Z][\w/]+,? )"
    r"(?P<name>[A-Z][a-z]+(?: (?:and )?(?!Community|Health|Hospital|Acute|Ambulance|Branch)[A-Z][a-z]+)*)"
    r"(?: (?:Community|Health(?:care)?|Hospitals?|Acute|Ambulance|NHS|Services|Workers))* [Bb]ranch\b"
)
_COMPASS = frozenset(("north ", "south ", " east ", " west ", "inner ", "outer "))
# A charity is a trust too.
_OF_THE_SERVICE = Expression(
    r"(?i)\b(?:NHS|hospitals?|healthcare|care trust|partnership|foundation|ambulance|infirmary)\b"
)
# So many words for "we" make a text one that a body wrote of itself.
_SPEAKS_OF_ITSELF = 4
_WE = Expression(r"\b(?:[Ww]e|[Oo]ur|us)\b")
_OF_BOTH = ("oards of", "odies of", "rusts of", "oards of the")
# A newspaper that says "we" speaks of itself, not of the body that it writes about.
_MEDIA = Expression(
    r"\b(?:Daily|Evening|Morning|Weekly|Sunday|Courier|Gazette|Herald|Chronicle|Mercury|Echo|Post|Times|Mail|"
    r"Express|Argus|Standard|Telegraph|Journal|News\w*|Star|Mirror|Sun|Guardian|Observer|Advertiser|Reporter|"
    r"Tribune|Dispatch|Sentinel|Globe|Broadcasting|Radio|Television|TV|FM|Live|"
    r"Press Agency|Democracy)\b"
)
_LETTER = Expression(r"(?m)^\W*(?:SIR|MADAM|Sir|Madam|Dear|To the [Ee]ditor)\b")
_OPENING = 400
_LISTED = Expression(r",?\s+(?:and\s+)?|,\s*")
_QUOTED = Expression(r"[“\"][^”\"]*[”\"]|(?<!\w)[‘'](?:[^’'\n]|[’'](?=\w))*[’'](?!\w)")
_SIGNED = Expression(r"(?i)^\W*(?:yours (?:sincerely|faithfully|truly)|signed\b)", re.MULTILINE)


def read_mentions(
    read: Text, names: Names, on: date | None, title: str | None = None, publisher: str | None = None
) -> Mentions:
    """Read the mentions of a text; `on` is its day of publication, None where it is not known."""
    layout, folded = read.layout, read.plain
    text = layout.text
    register = [
        name
        for name in names.find_folded(text, folded, on)
        if not _only_describes(text, name) and not _goes_on(text, name)
    ]
    bodies, references = read_bodies(text, folded, register)
    known = _merge(register, bodies)
    published_by = _label(text, names, publisher, on, whole=True)
    own = _own(layout, known, _publisher(published_by, publisher))
    if own is None:
        reported = publisher and _MEDIA.search(publisher) and not _LETTER.search(text, 0, _OPENING)
        voice = None if reported else _only_voice(text, known)
        own = voice or _national_voice(text, published_by)
    references = sorted([*references, *_by_last_word(text, known)], key=lambda reference: reference.start)
    known = under_full_names(known)
    known = _merge(known, read_short_forms(text, folded, known, own))
    known = _merge(known, read_bare(layout, folded, known))
    known = _merge(known, read_places(text, known))
    mentions = resolve_references(text, known, references, own, on)
    titled = [_as_in_text(name, known) for name in _label(text, names, title, on)]
    branch = _BRANCH.search(publisher or "")
    if branch is not None and own is None:
        titled.append(Name(0, 0, branch["name"], NameKind.BODY, "bare"))
    return Mentions(read, mentions, own, titled, [name.start for name in mentions])


def _is_borne_out(text: str, name: Name) -> bool:
    """Whether a label's "NHS Wold" is a body and no "NHS Transition": the text has to know the place.

    "NHS Wold and Marsh" is one anyway.
    """
    if " and " in name.name:
        return True
    return name.sort != "nhs" or name.id is not None or name.name.split()[-1] in text


def _as_in_text(name: Name, known: Sequence[Name]) -> Name:
    """A body of the title under the one longer name that the text has for it: "Wold" of "Wold and Marsh"."""
    if not is_local(name) or name.sort == "group":
        return name
    short = core(name.name)
    longer = {
        core(body.name): body
        for body in known
        if is_local(body) and f"{core(body.name)} ".startswith(f"{short} ")
    }
    return next(iter(longer.values())) if len(longer) == 1 else name


def _merge(first: Sequence[Name], second: Sequence[Name]) -> list[Name]:
    """Both in order; of two that overlap, the longer."""
    kept: list[Name] = []
    for name in sorted([*first, *second], key=lambda name: (name.start, -name.end)):
        if kept and name.start < kept[-1].end:
            if name.end - name.start > kept[-1].end - kept[-1].start:
                kept[-1] = name
            continue
        kept.append(name)
    return kept


def _only_describes(text: str, name: Name) -> bool:
    """Whether a region is part of a longer name ("North East Essex") or describes ("a London hospital")."""
    if name.kind is not NameKind.REGION or name.sort == "country":
        return False
    return (
        _DESCRIBED.match(text, name.end) is not None
        or text[max(0, name.start - 6) : name.start].lower() in _COMPASS
    )


def _goes_on(text: str, name: Name) -> bool:
    """Whether "NHS Wold" is but the beginning of another body's name: "NHS Wold Coast and Broads"."""
    if name.kind is not NameKind.BODY or not text.startswith("NHS ", name.start):
        return False
    return _FURTHER.match(text, name.end) is not None


def _by_last_word(text: str, known: Sequence[Name]) -> list[Reference]:
    """Where "the unit" and "the group" stand, if the text names a support unit or a group of hospitals."""
    words = {"csu": "unit", "hospitals_group": "group"}
    sorts = {word: sort for sort, word in words.items() if any(name.sort == sort for name in known)}
    if not sorts:
        return []
    found = re.finditer(rf"\b[Tt]he (?P<word>{'|'.join(sorts)})\b(?! of\b)", text)
    return [Reference(*match.span("word"), sorts[match["word"]], False, "the") for match in found]


def _only_voice(text: str, known: Sequence[Name]) -> Name | None:
    """The body of a text that speaks of itself as "we" outside quotations: a notice, an FAQ, a letter."""
    if text.count(" we ") + text.count(" our ") + text.count("We ") + text.count("Our ") < _SPEAKS_OF_ITSELF:
        return None
    bodies = [name for name in known if is_local(name) and name.sort != "group"]
    counts = Counter(core(name.name) for name in bodies)
    if not counts or not _speaks_of_itself(text):
        return None
    name, count = counts.most_common(1)[0]
    signed = _SIGNED.search(text)
    if signed is not None:
        below = [body for body in bodies if body.start > signed.start()]
        if below:
            return below[-1]
    first = next(body for body in bodies if core(body.name) == name)
    # Named once amid the text, a body is one of those that "we" speak of.
    alone = count == counts.total() and not len(text) < 4 * first.start < 3 * len(text)
    return first if alone else None


def _national_voice(text: str, publisher: Sequence[Name]) -> Name | None:
    """The national body that publishes a text in which it speaks of itself: a notice to its own staff."""
    national = [name for name in publisher if name.sort == "national_body" or name.name == "NHS England"]
    return national[0] if national and _speaks_of_itself(text) else None


def _speaks_of_itself(text: str) -> bool:
    """Whether a text says "we" again and again outside quotations."""
    return len(_WE.compiled.findall(_QUOTED.compiled.sub("", text))) >= _SPEAKS_OF_ITSELF


def _label(text: str, names: Names, label: str | None, on: date | None, whole: bool = False) -> list[Name]:
    """The names in a title or a publisher that the text bears out; or, if it may be, the `whole` label."""
    if not label:
        return []
    register = [name for name in names.find(label, on) if not _goes_on(label, name)]
    bodies, _ = read_bodies(label, fold(label), register)
    known = _merge(register, bodies)
    known = _merge(known, read_places(label, known))
    return [name for name in known if (whole and name.name == label) or _is_borne_out(text, name)]


def _publisher(named: Sequence[Name], publisher: str | None) -> Name | None:
    """The body that a publisher's line names and ends with: not so "Wold Hospital Workers' Union"."""
    if publisher is None:
        return None
    local = [name for name in named if is_local(name) and name.sort != "group"]
    if len(local) > 1 and local[-1].end == len(publisher) and _joined(publisher, local):
        return _together(publisher, local)
    ending = [name for name in named if name.end == len(publisher.rstrip(" ."))]
    for name in ending:
        if name in local and (
            name.id is not None or name.sort != "trust" or _OF_THE_SERVICE.search(name.name)
        ):
            return name
    # "Wold and Marsh Integrated Care Boards"
    return next((name for name in ending if name.sort == "group" and " and " in name.name), None)


def _own(layout: Layout, known: Sequence[Name], publisher: Name | None) -> Name | None:
    """The body that publishes the text: the name alone in its first heading, or its publisher."""
    first = layout.blocks[0] if layout.blocks else None
    if first is not None and first.kind is BlockKind.HEADING:
        heading = layout.text[first.start : first.end].strip("#* \t")
        for name in known:
            if (
                name.start < first.end
                and is_local(name)
                and name.sort != "group"
                and len(heading) <= name.end - name.start + 2
            ):
                return name
        # "Boards of A, B and C, meeting in common as the X cluster"
        named = [name for name in known if name.start < first.end and is_local(name)]
        if len(named) > 1 and named[-1].sort == "cluster":
            return named[-1]
        if len(named) > 1 and _are_boards(layout.text, named):
            return _together(layout.text, named)
    if publisher is None or publisher.sort == "group":
        return publisher
    # The publisher's line may carry more words than the name: the text's own wording comes first.
    label = core(publisher.name)
    return next((name for name in known if is_local(name) and _ends_with(label, core(name.name))), publisher)


def _are_boards(text: str, named: Sequence[Name]) -> bool:
    """Whether names are listed as one: "Boards of NHS Wold and NHS Marsh Integrated Care Boards"."""
    several = text[named[-1].end - 1] in "sS" or text[: named[0].start].rstrip("*# ").endswith(_OF_BOTH)
    return several and _joined(text, named)


def _joined(text: str, named: Sequence[Name]) -> bool:
    between = (text[first.end : second.start] for first, second in pairwise(named))
    return all(_LISTED.fullmatch(words) for words in between)


def _together(text: str, named: Sequence[Name]) -> Name:
    written = " ".join(text[named[0].start : named[-1].end].split())
    return Name(named[0].start, named[-1].end, written, NameKind.BODY, "group")


def _ends_with(label: str, name: str) -> bool:
    """Whether a publisher's line ends with a body's name: not so "North Central London" with "London"."""
    return label == name or (" " in name and label.endswith(f" {name}"))
