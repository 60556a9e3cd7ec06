"""What a text is about at each of its sentences: the body or area last spoken of.

Belongs here: moving the focus from sentence to sentence. Does not belong here: the choice for one figure
(subject.py).
"""

import re

from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.layout import BlockKind
from nhscuts_pipeline.extraction.mentions import Mentions, is_local
from nhscuts_pipeline.extraction.names import Name
from nhscuts_pipeline.extraction.register import NameKind

_TYPE_OF = re.compile(
    r"(?i)\b(primary care trust|pct|integrated care board|icb|strategic health authority|ambulance service|"
    r"clinical commissioning group|ccg|trust|cluster)$"
)


class Focus:
    """The body or area in focus; `section` is the one that a heading names for what stands under it."""

    def __init__(self, mentions: Mentions) -> None:
        self._mentions = mentions
        self._local = {name.name: name for name in mentions.all if is_local(name)}
        self.section: Name | None = None
        self.name: Name | None = mentions.own or self._first()

    def enter(self, index: int) -> None:
        """Begin a sentence: a heading that is a body's name sets the section."""
        sentence = self._mentions.layout.sentences[index]
        block = self._mentions.layout.blocks[sentence.block]
        if index != block.first:
            return
        if block.kind is BlockKind.HEADING:
            found = [name for name in self._mentions.within(block.start, block.end) if is_local(name)]
            if found and found[0].end - found[0].start > 0.6 * (block.end - block.start):
                self.section = self.name = found[0]
        elif self._mentions.own is not None:
            self.name = self.section or self._mentions.own

    def used(self, name: Name, rule: str) -> None:
        """Take note of a figure's subject."""

    def leave(self, index: int) -> None:
        """End a sentence: its first body is in focus from here on."""
        sentence = self._mentions.layout.sentences[index]
        for name in self._mentions.within(sentence.start, sentence.end):
            if is_local(name) or (name.kind is NameKind.REGION and name.sort not in ("country", "place")):
                self.name = name
                return

    def claimant(self, draft: Draft) -> Name | None:
        """The body that says the figure, where a body of the text does."""
        return self._local.get(draft.claimant) if draft.claimant else None

    def typed(self, bare: str) -> Name:
        """A bare name as a body of the type last named: "Middlesbrough" after "Sunderland trust"."""
        for name in self._local.values():
            if name.name.startswith(bare):
                return name
        kind = _TYPE_OF.search(self.name.name) if self.name is not None else None
        return Name(
            0,
            0,
            f"{bare} {kind[0]}" if kind else bare,
            NameKind.BODY,
            self.name.sort if self.name else "trust",
        )

    def body_of(self, place: Name) -> Name:
        """The one body of the text that carries a place's name, otherwise the place."""
        bodies = {
            name.name: name
            for name in self._local.values()
            if re.search(rf"\b{re.escape(place.name)}\b", name.name)
        }
        return next(iter(bodies.values())) if len(bodies) == 1 else place

    def _first(self) -> Name | None:
        lead = [name for name in self._mentions.all if name.start < 900]
        for name in lead:
            if name.sort == "country" or is_local(name):
                return name if is_local(name) else None
            if name.kind is NameKind.REGION:
                return self.body_of(name)
        return None
