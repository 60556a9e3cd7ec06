"""Says what a number measures, or that it is no figure: its own sentence first, then what it continues.

Belongs here: the order in which event, elision and relevance are asked. Each of them is a module of its own.
"""

from nhscuts_pipeline.contracts.vocabulary import Measure, Unit
from nhscuts_pipeline.extraction import elision, event, relevance
from nhscuts_pipeline.extraction.event import Choice
from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.layout import BlockKind, Layout, Sentence
from nhscuts_pipeline.extraction.unit import Reading


def set_measure(folded: str, layout: Layout, draft: Draft, reading: Reading, before: list[Draft]) -> bool:
    """Set unit and measure; False where the number is no figure of ours."""
    sentence = layout.sentences[draft.sentence]
    own = event.choose(folded, sentence.start, sentence.end, draft) or _from_heading(folded, layout, draft)
    if reading.partitive and draft.unit is not Unit.ORGANISATIONS:
        own = event.choose_in_predicate(folded, sentence.end, draft) or own
    definite = elision.is_definite(folded, sentence.start, draft.start)
    if draft.unit is None:
        return _set_unnamed(folded, layout, draft, reading, own, before)
    if elision.is_per_head(draft, before):
        draft.unit, draft.measure = Unit.GBP_PER_HEAD, Measure.RUNNING_COSTS
        draft.rules["unit"] = draft.rules["measure"] = "costs per head go on"
        return True
    if definite and (own is None or own.gap > 0) and elision.repeat(draft, before):
        return True
    if (
        draft.unit in elision.STAFF_UNITS
        and elision.whole_of_share(folded, sentence.start, draft.start)
        and (own is None or own.measure not in elision.MEASURES_OF_PEOPLE)
    ):
        draft.measure, draft.rules["measure"] = Measure.WORKFORCE, "the whole that a share is of"
        return True
    if own is not None and relevance.is_supported(folded, sentence, draft, reading, own):
        draft.measure = own.measure
        draft.rules["measure"] = own.words
        if definite:
            elision.link_to_repeat(draft, before)
        return True
    if draft.unit in elision.COUNT_UNITS:
        return _named_without_event(folded, sentence, draft, reading, before)
    return relevance.may_inherit(folded, sentence, draft, reading) and elision.fill_share(draft, before)


def _set_unnamed(
    folded: str, layout: Layout, draft: Draft, reading: Reading, own: Choice | None, before: list[Draft]
) -> bool:
    """A count without a noun of its own: from what happened, or from the number that it continues."""
    sentence = layout.sentences[draft.sentence]
    if not elision.is_fused(folded, draft.end) or not relevance.may_inherit(folded, sentence, draft, reading):
        return False
    partitive = reading.partitive or elision.is_part(folded, sentence.start, draft.start)
    in_list = layout.blocks[sentence.block].kind is BlockKind.ITEM
    far = in_list or elision.speaks_of_total(folded, sentence.start, sentence.end)
    antecedent = elision.find_antecedent(before, draft, partitive=partitive, far=far)
    return elision.fill_count(draft, own, antecedent, partitive=partitive)


_STAFF_AT_LARGE = frozenset({"staff", "employees", "workers", "workforce"})


def _from_heading(folded: str, layout: Layout, draft: Draft) -> Choice | None:
    """What the heading or lead-in over a list item says of its numbers."""
    over = heading_of_item(folded, layout, draft)
    return event.choose_in_label(over, draft.unit) if over else None


def _named_without_event(
    folded: str, sentence: Sentence, draft: Draft, reading: Reading, before: list[Draft]
) -> bool:
    """Staff or posts of whom the sentence says nothing we know: they continue what went before."""
    partitive = reading.partitive or elision.is_part(folded, sentence.start, draft.start)
    antecedent = elision.find_antecedent(before, draft, partitive=partitive)
    if not relevance.may_inherit(folded, sentence, draft, reading):
        return False
    if antecedent is None or antecedent.unit is Unit.ORGANISATIONS:
        if draft.unit is not Unit.FTE and reading.noun not in _STAFF_AT_LARGE:
            return False
        draft.measure = Measure.WORKFORCE
        draft.rules["measure"] = "staff of whom nothing else is said"
        draft.doubts.append("nothing in its own sentence says what it measures")
        return True
    elision.inherit(draft, antecedent, "of those before" if partitive else "goes on from the number before")
    draft.doubts.append("nothing in its own sentence says what it measures")
    return True


def heading_of_item(folded: str, layout: Layout, draft: Draft) -> str:
    """The heading or lead-in over the list item that a draft stands in; "" elsewhere."""
    block = layout.blocks[layout.sentences[draft.sentence].block]
    if block.kind is not BlockKind.ITEM or block.heading is None:
        return ""
    over = layout.blocks[block.heading]
    return folded[over.start : over.end]
