"""Whose document a text is: the body in its heading, its publisher, or the one that says "we" in it.

Belongs here: what heading, publisher and title say of bodies. Does not belong here: the mentions of the text
itself (mentions.py).
"""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from nhscuts_pipeline.extraction.automaton import fold
from nhscuts_pipeline.extraction.bodies import read_bodies
from nhscuts_pipeline.extraction.body_words import NEWSPAPER
from nhscuts_pipeline.extraction.layout import BlockKind, Layout
from nhscuts_pipeline.extraction.names import Name, Names, goes_on, merge
from nhscuts_pipeline.extraction.ordinary import is_ordinary
from nhscuts_pipeline.extraction.phrases import Expression
from nhscuts_pipeline.extraction.places import read_places
from nhscuts_pipeline.extraction.register import NameKind
from nhscuts_pipeline.extraction.short_forms import core
from nhscuts_pipeline.extraction.type_words import is_local, is_single, may_be_one

_PLACE_WORD = r"(?!Community|Health|Hospital|Acute|Ambulance|Workers|Services?|NHS|Branch)[A-Z][a-z]+"
# "Unison Wold Health Branch" and "Staff Side, Wold Community" write of Wold.
_BRANCH = Expression(
    r"(?:[A-Z][\w/]+,? )"
    rf"(?P<name>{_PLACE_WORD}(?: (?:and )?{_PLACE_WORD})*)"
    r"(?: (?:Community|Health(?:care)?|Hospitals?|Acute|(?P<crews>Ambulance)|NHS|Services?|Workers))* "
    r"[Bb]ranch\b|\b[Ss]taff [Ss]ide(?:,| of| at) (?P<side>[A-Z][\w ]+)$"
)
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
    rf"\b(?:{NEWSPAPER}|News\w+|Daily|Evening|Morning|Weekly|Sunday|Broadcasting|Radio|Television|TV|FM|Live|"
    r"Democracy)\b"
)
# "Wold Hospitals NHS Trust (staff bulletin)": what it is that the body publishes.
_WHAT = Expression(
    r"\s*(?:\([^)]*\)|,? (?:Staff |Board )?(?:Bulletin|Newsletter|Intranet|Briefing|Communications|Magazine|"
    r"Press Office|Papers?))[ .]*$"
)
_LETTER = Expression(r"(?m)^\W*(?:SIR|MADAM|Sir|Madam|Dear|To the [Ee]ditor)\b")
_OPENING = 400
_LISTED = Expression(r",?\s+(?:and\s+)?|,\s*")
_QUOTED = Expression(r"[“\"][^”\"]*[”\"]|(?<!\w)[‘'](?:[^’'\n]|[’'](?=\w))*[’'](?!\w)")
_SIGNED = Expression(r"(?i)^\W*(?:yours (?:sincerely|faithfully|truly)|signed\b)", re.MULTILINE)


def own_body(
    layout: Layout, known: Sequence[Name], names: Names, publisher: str | None, on: date | None
) -> Name | None:
    """The body whose document a text is; `known` are the bodies that the text names."""
    text, publisher = layout.text, _WHAT.compiled.sub("", publisher).rstrip(" .") if publisher else None
    published_by = read_label(text, names, publisher, on, ending=True)
    own = _own(layout, known, _publisher(published_by, publisher))
    if own is not None:
        return own
    reported = publisher and _MEDIA.search(publisher) and not _LETTER.search(text, 0, _OPENING)
    voice = None if reported else _only_voice(text, known)
    return voice or _national_voice(text, published_by)


def branch_of(publisher: str | None) -> Name | None:
    """The body of which a union's branch, or the staff's side, is: it writes of that body, not as it."""
    match = _BRANCH.search(publisher or "")
    if match is None:
        return None
    if match["crews"]:
        return Name(0, 0, f"{match['name']} Ambulance Service", NameKind.BODY, "ambulance")
    return Name(0, 0, match["name"] or match["side"], NameKind.BODY, "bare")


def read_label(
    text: str, names: Names, label: str | None, on: date | None, ending: bool = False
) -> list[Name]:
    """The names in a title or a publisher that the text bears out.

    With `ending` also a name that the label ends in, if it is not made of ordinary words: a publisher need
    not name itself in what it publishes.
    """
    if not label:
        return []
    register = [name for name in names.find(label, on) if not goes_on(label, name)]
    bodies, _ = read_bodies(label, fold(label), register)
    known = merge(register, bodies)
    known = merge(known, read_places(label, known))
    sure = ending and not _MEDIA.search(label)
    return [
        name
        for name in known
        if (sure and name.end == len(label) and not is_ordinary(name.name.removeprefix("NHS ")))
        or _is_borne_out(text, name)
    ]


def _is_borne_out(text: str, name: Name) -> bool:
    """Whether a label's "NHS Wold" is a body and no "NHS Transition": the text has to know the place.

    "NHS Wold and Marsh" is one anyway.
    """
    if " and " in name.name:
        return True
    return name.sort != "nhs" or name.id is not None or name.name.split()[-1] in text


def _only_voice(text: str, known: Sequence[Name]) -> Name | None:
    """The body of a text that speaks of itself as "we" outside quotations: a notice, an FAQ, a letter."""
    bodies = [name for name in known if is_single(name)]
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


def _publisher(named: Sequence[Name], publisher: str | None) -> Name | None:
    """The body that a publisher's line names and ends with: not so "Wold Hospital Workers' Union"."""
    if publisher is None:
        return None
    local = [name for name in named if is_single(name)]
    if len(local) > 1 and local[-1].end == len(publisher) and _joined(publisher, local):
        return _together(publisher, local)
    ending = [name for name in named if name.end == len(publisher)]
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
            if name.start < first.end and is_single(name) and len(heading) <= name.end - name.start + 2:
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
    return next(
        (
            name
            for name in known
            if is_local(name) and may_be_one(name, publisher) and _ends_with(label, core(name.name))
        ),
        publisher,
    )


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
