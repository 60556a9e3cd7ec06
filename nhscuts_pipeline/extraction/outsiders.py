"""Numbers of councils, police forces, companies and others outside the NHS: none of ours.

Belongs here: whether a number belongs to a body outside the service. Which NHS body it belongs to is
`subject`'s.
"""

import re

from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.layout import BlockKind
from nhscuts_pipeline.extraction.mentions import Mentions
from nhscuts_pipeline.extraction.names import Name
from nhscuts_pipeline.extraction.phrases import Expression, any_of
from nhscuts_pipeline.extraction.register import NameKind

_BELONGS = Expression(
    r"[^.;:]{0,50}?\b(?:at|in|from|of|by|across|for|with)(?: the| its| our)?(?: \w+)? $", re.IGNORECASE
)
# Bodies that speak about others or pay them are not whom the sentence is about.
_SPEAKS = Expression(
    r"(?:'s|’s)? ?(?:\w+ ){0,2}(?:said|says|told|warned|heard|asked|urged|called|fears?|agreed|"
    r"noted|wrote|panel|"
    r"committee|scrutiny|chair)\b"
)
# Things of outside bodies, where no body is named.
OUTSIDE_THINGS = any_of(
    r"councils?|town halls?|town hall's",
    r"police|fire (?:service|brigade)|firefighters",
    r"libraries|librarians|trading standards|children's services|social workers?|teachers",
    r"firms?|firm's|compan(?:y|ies)|company's|factor(?:y|ies)|suppliers?|contractors?|builders|retailers?|supermarkets?",
    r"jobs fair|car plant|shipyard|steelworks|airlines?",
)
_OURS = frozenset({NameKind.BODY})
_SENTENCES_BACK = 4
# In log-odds of the gate. Above the one no name is a better judge than all the words around; above the other
# no company is, and no thing of others: the service has firms and contractors of its own.
_SURELY_OURS = 4.0
_LIKELY_OURS = 2.0


def is_others(mentions: Mentions, draft: Draft) -> bool:
    """Whether a number's nearest owner is outside the NHS, and the gate was not surer of it than that.

    A cell of a table, of which the gate is not asked, is its row's.
    """
    if draft.margin is None:
        return _in_outsiders_row(mentions, draft)
    if draft.margin >= _SURELY_OURS:
        return False
    layout = mentions.layout
    sentence = layout.sentences[draft.sentence]
    for name in mentions.within(draft.end, min(sentence.end, draft.end + 70)):
        if name.kind is NameKind.OUTSIDER and _BELONGS.match(layout.text[draft.end : name.start]):
            return _outweighs(name, draft.margin)
        break
    owner = _owner(mentions, mentions.within(sentence.start, draft.start))
    if owner is not None and owner.kind is NameKind.OUTSIDER:
        return _outweighs(owner, draft.margin)
    if draft.margin < _LIKELY_OURS and _outside_thing(mentions, draft, owner):
        return True
    before = _owner_before(mentions, draft) if owner is None else None
    return before is not None and before.kind is NameKind.OUTSIDER and _outweighs(before, draft.margin)


def _in_outsiders_row(mentions: Mentions, draft: Draft) -> bool:
    block = mentions.layout.blocks[mentions.layout.sentences[draft.sentence].block]
    cell = block.cell_at(draft.start)
    label = block.cell(cell.row, block.label_column) if cell is not None else None
    named = mentions.within(label.start, label.end) if label is not None else []
    return bool(named) and named[0].kind is NameKind.OUTSIDER


def _outweighs(owner: Name, margin: float) -> bool:
    return owner.sort != "company" or margin < _LIKELY_OURS


def _outside_thing(mentions: Mentions, draft: Draft, owner: Name | None) -> bool:
    passage = mentions.read.passage(draft.sentence)
    end = min(passage.end, draft.end + 30)
    things = [
        match
        for match in passage.matches_between(OUTSIDE_THINGS, passage.start, end)
        if not _SPEAKS.match(passage.folded, match.end(), end)
    ]
    return bool(things) and (owner is None or owner.end < things[-1].start() < draft.start)


def _owner(mentions: Mentions, names: list[Name]) -> Name | None:
    """The last body named that is not merely quoted."""
    for name in reversed(names):
        if name.kind is NameKind.OUTSIDER and not _SPEAKS.match(mentions.layout.text, name.end):
            return name
        if name.kind in _OURS or name.kind is NameKind.REGION:
            return name
    return None


def _owner_before(mentions: Mentions, draft: Draft) -> Name | None:
    layout = mentions.layout
    block = layout.sentences[draft.sentence].block
    for index in range(draft.sentence - 1, max(-1, draft.sentence - 1 - _SENTENCES_BACK), -1):
        sentence = layout.sentences[index]
        if layout.blocks[sentence.block].kind is BlockKind.HEADING and sentence.block != block:
            return None
        owner = _owner(mentions, mentions.within(sentence.start, sentence.end))
        if owner is not None:
            return owner
    return None
