"""List items as named features: how a number stands in its item, and what the line over the list says.

Belongs here: what a list adds to the words around a number. Does not belong here: those words (gate.py,
surroundings.py), tables (tables.py).
"""

from collections.abc import Iterator, Sequence

from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.layout import Block, BlockKind
from nhscuts_pipeline.extraction.passage import Text
from nhscuts_pipeline.extraction.stems import stem_of

_MARKS = " .;,*)_"
_BULLETS = " *•-–—_(☞"
# Of a lead-in, words further up than this tell of other things.
_LEAD_IN = 16


def over_item(text: Text, sentence: int) -> list[Block]:
    """The lead-in over the list item that a sentence stands in, and the heading over that; none elsewhere."""
    blocks, block = text.layout.blocks, _block_of(text, sentence)
    if block.kind is not BlockKind.ITEM or block.heading is None:
        return []
    lead_in = blocks[block.heading]
    # Headings follow one another; only a lead-in line stands under the one before it.
    if lead_in.kind is BlockKind.HEADING or lead_in.heading is None:
        return [lead_in]
    return [lead_in, blocks[lead_in.heading]]


def _over(text: Text, sentence: int) -> list[Block]:
    """The paragraph that a list stands under, whatever it ends with, and what `over_item` gives."""
    over = over_item(text, sentence)
    blocks, at = text.layout.blocks, text.layout.sentences[sentence].block
    while at and blocks[at].kind is BlockKind.ITEM:
        at -= 1
    first = blocks[at]
    in_list = at < text.layout.sentences[sentence].block
    leads = in_list and first.kind is BlockKind.PARAGRAPH and first not in over[:1]
    return [first, *over] if leads else over


def place(text: Text, draft: Draft, before: Sequence[Draft], unit: str) -> Iterator[str]:
    """How a number stands in its item, and whether the lead-in and the item before have figures."""
    block = _block_of(text, draft.sentence)
    if block.kind is not BlockKind.ITEM:
        return
    left = text.folded[block.start : draft.start].rstrip(" *_£")
    begins = not left.strip(_BULLETS)
    ends = not text.folded[draft.end : block.end].strip(_MARKS)
    mark = "begins" if begins else left[-1] if left[-1] in ",:;–—-(" else "none"
    yield f"item:{mark}:{ends}:{unit}"
    yield f"item:{mark}:{ends}"
    over = _over(text, draft.sentence)
    in_lead_in = any(over[0].start <= each.start < over[0].end for each in before) if over else False
    last = max(before, key=lambda each: each.start, default=None)
    above = _block_of(text, last.sentence) if last is not None and last.sentence != draft.sentence else None
    in_list = above is not None and above.kind is BlockKind.ITEM and above.heading == block.heading
    yield f"item over:{in_lead_in}:{in_list}"
    yield f"item over:{in_lead_in}:{in_list}:{mark}:{ends}"


def _block_of(text: Text, sentence: int) -> Block:
    return text.layout.blocks[text.layout.sentences[sentence].block]


def lead_in(text: Text, sentence: int, before: Sequence[Draft]) -> Iterator[str]:
    """What the line over an item says, and what its last figure measures."""
    over = _over(text, sentence)
    for at, block in enumerate(over):
        words = text.tokens.beginning_in(block.start, block.end)[-_LEAD_IN:]
        yield from (f"O{at}:{stem_of(word)}" for word in words if word[0].isalpha())
    if over:
        told = [each for each in before if over[0].start <= each.start < over[0].end]
        yield f"OF:{told[-1].measure}:{told[-1].modality}" if told else "OF:none"
        yield f"OM:{told[-1].measure}" if told else "OM:none"
