"""Text to figures: calls the stages in order and turns drafts into figures.

Belongs here: the order of the stages and what passes between them. No phrase and no rule about language
stands here.
"""

from datetime import date

from nhscuts_pipeline.contracts.vocabulary import RedundancyKind
from nhscuts_pipeline.extraction import (
    again,
    elision,
    event,
    modality,
    modality_cues,
    period,
    relevance,
    sense,
    staff_group,
    tables,
    times,
    triggers,
    when,
)
from nhscuts_pipeline.extraction.claimant import set_claimants
from nhscuts_pipeline.extraction.count_triggers import COUNT_TRIGGERS
from nhscuts_pipeline.extraction.dates import Published
from nhscuts_pipeline.extraction.figure import MEASURES_WITH_KIND, Draft, Figure
from nhscuts_pipeline.extraction.layout import BlockKind, Layout, read_layout
from nhscuts_pipeline.extraction.levels import link_levels, same_units
from nhscuts_pipeline.extraction.measure import heading_of_item, set_measure
from nhscuts_pipeline.extraction.mentions import Mentions, read_mentions
from nhscuts_pipeline.extraction.names import Names, as_printed
from nhscuts_pipeline.extraction.not_quantity import numbering
from nhscuts_pipeline.extraction.outsiders import OUTSIDE_THINGS, is_others
from nhscuts_pipeline.extraction.passage import Text
from nhscuts_pipeline.extraction.quantity import Quantity, find_quantities
from nhscuts_pipeline.extraction.review import AHEAD, REPORTS, review
from nhscuts_pipeline.extraction.sieve import Sieve
from nhscuts_pipeline.extraction.unit import Head, Reading, read_unit
from nhscuts_pipeline.extraction.whose import set_subjects

EXTRACTOR_VERSION = "0.6.0"
# All that is looked for in passages.
_SIEVE = Sieve(
    (
        *(trigger.expression for trigger in (*COUNT_TRIGGERS, *triggers.MONEY_TRIGGERS)),
        *(triggers.MANAGEMENT_COST, triggers.VOLUNTARY, triggers.COMPULSORY, triggers.BOTH_KINDS),
        *modality_cues.ALL,
        times.SPAN,
        *(staff_group.GROUP, OUTSIDE_THINGS, AHEAD, REPORTS),
    )
)


class Extractor:
    """Reads figures out of texts, with the names of the reference tables.

    Building one costs the reading of the tables; extracting is a pure function of its arguments.
    """

    def __init__(self, names: Names) -> None:
        self._names = names

    def extract(
        self,
        text: str,
        published_from: date | None = None,
        published_to: date | None = None,
        *,
        title: str | None = None,
        publisher: str | None = None,
    ) -> list[Figure]:
        """The figures of a text, in order.

        `published_from` and `published_to` bound the day of publication (the same where it is known); without
        them relative dates and names shared by several bodies stay open. `title` and `publisher` help to tell
        whose voice a document speaks in.
        """
        mentions, drafts = self.drafts(text, published_from, published_to, title=title, publisher=publisher)
        return [
            _figure(mentions.layout, draft, doubt)
            for draft, doubt in zip(drafts, review(mentions, drafts), strict=True)
        ]

    def drafts(
        self,
        text: str,
        published_from: date | None = None,
        published_to: date | None = None,
        *,
        title: str | None = None,
        publisher: str | None = None,
    ) -> tuple[Mentions, list[Draft]]:
        """The same before review, for measuring how far each rule can be trusted."""
        read = read_text(text)
        published = Published(published_from, published_to or published_from)
        drafts = find_drafts(read, published)
        if not relevance.is_about_health(read, f"{title or ''}\n{publisher or ''}"):
            drafts = [draft for draft in drafts if relevance.names_the_service(read, draft.sentence)]
        if not drafts:
            return Mentions(read, [], None), []
        mentions = read_mentions(read, self._names, published_from, title, publisher)
        drafts = [d for d in drafts if not _in_a_name(mentions, d) and not is_others(mentions, d)]
        set_claimants(mentions, drafts, published_from)
        set_subjects(mentions, drafts)
        return mentions, drafts


def _in_a_name(mentions: Mentions, draft: Draft) -> bool:
    """Whether a number is part of a body's name ("Three Rivers")."""
    return any(name.start <= draft.start and draft.end < name.end for name in mentions.before(draft.end)[-1:])


def _figure(layout: Layout, draft: Draft, needs_review: str | None) -> Figure:
    if draft.unit is None or draft.measure is None:
        raise ValueError(f"a draft at {draft.start} left the engine without unit or measure")
    return Figure(
        span_start=draft.start,
        span_end=draft.end,
        quote=layout.quote(draft.sentence),
        value=draft.value,
        value_to=draft.value_to,
        qualifier=draft.qualifier,
        unit=draft.unit,
        measure=draft.measure,
        redundancy_kind=draft.redundancy_kind,
        staff_group=draft.staff_group,
        subject=as_printed(draft.subject),
        subject_id=draft.subject_id,
        claimant=as_printed(draft.claimant),
        claimant_id=draft.claimant_id,
        modality=draft.modality,
        period_start=draft.period_start,
        period_end=draft.period_end,
        needs_review=needs_review,
        rules=dict(draft.rules),
    )


def read_text(text: str) -> Text:
    """A text with its layout, ready to be looked through."""
    return Text(read_layout(text), _SIEVE)


def find_drafts(text: Text, published: Published) -> list[Draft]:
    """Every figure of a text with all fields but whose it is and who says so."""
    layout = text.layout
    drafts: list[Draft] = []
    numbers = numbering(layout.text, [block.start for block in layout.blocks])
    at = 0
    quantities = [q for q in find_quantities(text.folded, text.tokens) if q.start not in numbers]
    for index, sentence in enumerate(layout.sentences):
        while at < len(quantities) and quantities[at].start < sentence.start:
            at += 1
        inside = []
        while at < len(quantities) and quantities[at].start < sentence.end:
            inside.append(quantities[at])
            at += 1
        if not inside or layout.blocks[sentence.block].kind is BlockKind.TABLE:
            continue
        drafts += _read_sentence(text, index, inside, drafts)
    again.read_again(drafts)
    for draft in drafts:
        _finish(text, draft, published)
    drafts += tables.read_tables(text, quantities, published)
    drafts.sort(key=lambda draft: draft.start)
    when.settle(text, drafts, published)
    return drafts


def _read_sentence(
    text: Text,
    index: int,
    quantities: list[Quantity],
    before: list[Draft],
) -> list[Draft]:
    folded, sentence = text.folded, text.layout.sentences[index]
    found: list[Draft] = []
    outside_at = -1
    for quantity in elision.wholes_first(folded, quantities):
        reading = read_unit(text.layout.text, folded, sentence, quantity)
        if reading.head is Head.OUTSIDE or relevance.is_outside(folded, sentence, quantity, reading):
            outside_at = quantity.end
            continue
        # "By 5 votes to 2": the nearest thing counted is none of ours.
        unnamed = reading.head is Head.ELSEWHERE and reading.unit is None
        if unnamed and outside_at >= 0 and not any(outside_at < d.start < quantity.start for d in found):
            continue
        draft = _draft(quantity, reading, index)
        draft.staff_group = staff_group.find_group(text.passage(index), draft)
        if set_measure(text, draft, reading, before + found):
            found.append(draft)
    found.sort(key=lambda draft: draft.start)
    levels = link_levels(folded, found, sentence.start)
    staff_group.share_group(folded, found)
    for draft in found:
        _set_modality(text, draft)
    sense.weigh(text, found, before)
    same_units(levels)
    return found


def _draft(quantity: Quantity, reading: Reading, sentence: int) -> Draft:
    return Draft(
        start=quantity.start,
        end=quantity.end,
        value=quantity.value,
        value_to=quantity.value_to,
        qualifier=quantity.qualifier,
        sentence=sentence,
        unit=reading.unit,
        head=reading.span,
        rules={"unit": reading.noun} if reading.noun else {},
    )


def _set_modality(text: Text, draft: Draft) -> None:
    if draft.rules.get("modality") == "from one level to another":
        return
    modality.set_modality(text.passage(draft.sentence), draft)
    modality.take_from_whole(draft)
    over = heading_of_item(text, draft)
    if over:
        modality.take_from_heading(over, draft)
    modality.settle_measure(draft)


def _finish(text: Text, draft: Draft, published: Published) -> None:
    passage = text.passage(draft.sentence)
    over = heading_of_item(text, draft)
    if draft.measure not in MEASURES_WITH_KIND:
        draft.redundancy_kind = None
    else:
        # Of a number said before, only a word right beside it tells more than was said then.
        reach = 4 if draft.rules.get("source") == "said before" else 18
        own = event.redundancy_kind(passage, draft, reach)
        of_source = draft.source.redundancy_kind if draft.source else None
        draft.redundancy_kind = own or draft.redundancy_kind or of_source or _kind_before(text, draft, over)
    period.set_period(passage, draft, published)
    if "period" in draft.rules or elision.same_thing(draft) is not None:
        return  # what was said before has the period that it has there
    if over:
        period.set_from_label(text.label(over), draft, published)
    else:
        period.set_from_heading(text, draft, published)


def _kind_before(text: Text, draft: Draft, over: str) -> RedundancyKind | None:
    """The kind that the heading names, or, of "the 903 redundancies", the sentence before."""
    if over:
        return event.kind_at_end(text.label(over))
    if (
        draft.source is not None
        or draft.sentence == 0
        or not elision.is_definite(text.folded, text.passage(draft.sentence).start, draft.start)
    ):
        return None
    return event.kind_at_end(text.passage(draft.sentence - 1))
