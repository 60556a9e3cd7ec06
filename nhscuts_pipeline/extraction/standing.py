"""How a name stands to a figure: the signs by which a candidate is weighed.

Belongs here: signs that the words around a name and a number give. Does not belong here: which names are
candidates (candidates.py) and what the signs weigh (whose.py).
"""

from collections.abc import Iterator

from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.focus import Focus
from nhscuts_pipeline.extraction.labels import SUMS
from nhscuts_pipeline.extraction.mentions import Mentions
from nhscuts_pipeline.extraction.names import Name
from nhscuts_pipeline.extraction.national import EMPLOYS, is_national, speaks_of_others
from nhscuts_pipeline.extraction.phrases import Expression
from nhscuts_pipeline.extraction.proper import PROPER
from nhscuts_pipeline.extraction.references import is_object

_BEFORE = Expression(r"\b([a-z]+)\s+(?:the\s+|its\s+|all\s+)?$")
_AFTER = Expression(r"['’]?s?\W*([a-z]+)")
_MARK = Expression(r"['’:,.)|(;*]")
_OWNS = Expression(r"['’]s?\b|(?<=s)['’](?= )")
_NUMBER = Expression(r"\d[\d,.]*")
_TURNS = Expression(r"[;:.]|\b(?:but|while|and)\b")
_NO_WORD = Expression(r"[^a-z ,]")
_NO_MARK = Expression(r"[^a-z,;:()]+")
_OPENER = Expression(
    r"\W*(it|they|he|she|the [a-z]+|its|their|his|her|we|our|but it|a further|another|of (?:the|these|those)|"
    r"all|some|[a-z]+)\b"
)
_WE = Expression(r"\b(?:we|our|us)\b")
_NATIONAL = Expression(
    r"\b(?:national\w*|ministers?|whitehall|government|department|health secretary|country|england|"
    r"nationwide|across the nhs|treasury|health service)\b"
)
_AREA = Expression(r"\b(?:region|county|city|area|patch|borough|town)(?:['’]s)?\b")
_SEVERAL = Expression(
    r"\b(?:boards|trusts|pcts|icbs|ccgs|csus|units|bodies|organisations|employers|hospitals|groups|"
    r"authorities|sector|providers|commissioners)\b"
)
_TOGETHER = Expression(
    r"\b(?:both|between them|together|combined|the two|pair|joint\w*|each|merged|all three|cluster)\b"
)
LOOSELY_NAMED = ("place", "bare", PROPER)
# In characters: a name that begins so soon opens its sentence.
OPENS = 12
_CLOSE = 30


def beside(text: str, lowered: str, draft: Draft, name: Name, rank: int, opens: bool) -> Iterator[str]:
    """How a name stands that the figure's own sentence has; `rank` counts those between, from 0."""
    left = name.start < draft.start
    side = "left" if left else "right"
    between = lowered[name.end : draft.start] if left else lowered[draft.end : name.start]
    match = _BEFORE.search(lowered, max(0, name.start - 24), name.start)
    before = match[1] if match else "none"
    after = word_after(lowered, name.end)
    yield f"{side} {rank}"
    yield f"{side} far {step(between.count(' '), 2, 5, 10, 18, 30)}"
    yield f"{side} numbers {numbers_in(between, 3)}"
    yield f"{side} commas {min(between.count(','), 3)}"
    yield f"{side} after {before}"
    yield f"{side} then {after}"
    yield f"{side} {rank} {name.sort}"
    yield f"{side} {name.sort}"
    yield f"{side} {rank} {draft.measure}"
    if name.sort in LOOSELY_NAMED:
        yield f"{side} {name.sort} then {after}"
        yield f"{side} {name.sort} after {before}"
    if not left:
        yield f"right through {_NO_WORD.compiled.sub('', between)[-14:]}"
        yield f"right {rank} after {before} {step(between.count(' '), 3, 8, 20)}"
    for what, holds in (
        ("opens", opens),
        ("object", is_object(text, name)),
        ("its own noun", draft.head is not None and draft.head[0] < name.end and name.start < draft.head[1]),
        ("beyond a turn", _TURNS.search(between)),
        ("referred to", text.startswith(("the ", "its ", "our "), name.start) or text[name.start].islower()),
        ("before a bracket", left and "(" in between and ")" not in between),
        ("orders", is_national(name) and speaks_of_others(text, name)),
        ("employs", is_national(name) and EMPLOYS.match(text, name.end)),
        ("owns", _OWNS.match(text, name.end)),
    ):
        if holds:
            yield f"{side} {what}"


def usage(lowered: str, name: Name) -> Iterator[str]:
    """How a text uses a name of which only its capitals tell that it is one, wherever it stands."""
    before = _BEFORE.search(lowered, max(0, name.start - 24), name.start)
    yield f"used after {before[1] if before else 'none'}"
    yield f"used then {word_after(lowered, name.end)}"
    if _MARK.match(lowered, name.end):
        yield f"used then {lowered[name.end]}"


def through(lowered: str, before: Draft, draft: Draft) -> Iterator[str]:
    """What stands between two figures, where that is little."""
    between = lowered[before.end : draft.start]
    if len(between) < _CLOSE:
        yield f"before through {_NO_MARK.compiled.sub(' ', between).strip()[:18]}"


class Around:
    """What holds of a figure's sentence, whoever it is about."""

    def __init__(self, mentions: Mentions, focus: Focus, lowered: str) -> None:
        self._mentions = mentions
        self._focus = focus
        self._text = mentions.layout.text
        self._lowered = lowered
        self._openers: dict[int, str] = {}

    def opener(self, sentence: int) -> str:
        """The first words of a sentence, where they can speak of something said before."""
        if sentence not in self._openers:
            match = _OPENER.match(self._lowered, self._mentions.layout.sentences[sentence].start)
            self._openers[sentence] = match[1] if match else "none"
        return self._openers[sentence]

    def speaks_of_several(self, draft: Draft) -> bool:
        """Whether the sentence has words for bodies that do something together."""
        sentence = self._mentions.layout.sentences[draft.sentence]
        return _TOGETHER.search(self._lowered, sentence.start, sentence.end) is not None

    def speaks_of(self, draft: Draft) -> list[str]:
        """What the sentence speaks of that areas and groups stand for."""
        sentence = self._mentions.layout.sentences[draft.sentence]
        found = (
            (what, words.search(self._lowered, sentence.start, sentence.end))
            for what, words in (("area", _AREA), ("several", _SEVERAL))
        )
        return [what for what, there in found if there]

    def signs(self, draft: Draft, named: int) -> list[str]:
        """The signs of a figure; its sentence names so many bodies."""
        sentence = self._mentions.layout.sentences[draft.sentence]
        we = _WE.search(self._lowered, sentence.start, sentence.end) is not None
        national = _NATIONAL.search(self._lowered, sentence.start, sentence.end) is not None
        speaker = self._speaker(draft.claimant)
        total = SUMS.match(self._text, sentence.start, sentence.end) is not None
        return [
            f"total {total}",
            f"opens {self.opener(draft.sentence)}",
            f"we {we} {self._is_quoted(draft)}",
            f"national {national}",
            f"speaker {speaker}",
            f"speaker {speaker} {we}",
            f"named {min(named, 2)} {national}",
        ]

    def _is_quoted(self, draft: Draft) -> bool:
        return any(
            quotation.start <= draft.start < quotation.end for quotation in self._mentions.read.quotations
        )

    def _speaker(self, claimant: str | None) -> str:
        if not claimant:
            return "none"
        if self._focus.claimant(claimant) is not None:
            return "local"
        return "national" if self._focus.speaks_for_nation(claimant) else "other"


def word_after(lowered: str, end: int) -> str:
    """The word that follows a name, over a possessive and marks."""
    match = _AFTER.match(lowered, end)
    return match[1] if match else "none"


def numbers_in(between: str, most: int) -> int:
    """How many numbers stand in a stretch, counted up to `most`."""
    return min(len(_NUMBER.compiled.findall(between)), most)


def step(count: int, *bounds: int) -> str:
    """The first bound that a count does not exceed."""
    return str(next((bound for bound in bounds if count <= bound), "more"))
