"""Says what a number measures, or that it is no figure: its own sentence first, then what it continues.

Belongs here: the order in which gate, event and elision are asked. Each of them is a module of its own.
"""

from nhscuts_pipeline.contracts.vocabulary import COUNT_UNITS, STAFF_UNITS, Measure, Unit
from nhscuts_pipeline.extraction import elision, event
from nhscuts_pipeline.extraction.event import Choice
from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.gate import is_figure
from nhscuts_pipeline.extraction.items import over_item
from nhscuts_pipeline.extraction.layout import BlockKind, Sentence
from nhscuts_pipeline.extraction.passage import Text
from nhscuts_pipeline.extraction.phrases import Expression
from nhscuts_pipeline.extraction.rule_words import ASKED_FOR, BODIES_BEFORE, GUESS
from nhscuts_pipeline.extraction.unit import Reading


def set_measure(text: Text, draft: Draft, reading: Reading, before: list[Draft]) -> bool:
    """Set unit and measure; False where the number is no figure of ours."""
    if not is_figure(text, draft, reading, before):
        return False
    _choose(text, draft, reading, before)
    return True


def _choose(text: Text, draft: Draft, reading: Reading, before: list[Draft]) -> None:
    """Unit and measure of a number that is a figure: there is always one, if a doubtful one."""
    folded, sentence = text.folded, text.layout.sentences[draft.sentence]
    own = _own_event(text, draft, reading)
    definite = elision.is_definite(folded, sentence.start, draft.start)
    if draft.unit is None:
        _set_unnamed(text, draft, reading, own, before)
    elif elision.is_per_head(draft, before):
        draft.unit, draft.measure = Unit.GBP_PER_HEAD, Measure.RUNNING_COSTS
        draft.rules["unit"] = draft.rules["measure"] = "costs per head go on"
    elif definite and (own is None or own.gap > 0) and elision.repeat(draft, before):
        return
    elif (
        draft.unit in STAFF_UNITS
        and elision.whole_of_share(folded, sentence.start, draft.start)
        and (
            own is None
            or own.measure not in elision.MEASURES_OF_PEOPLE
            or (reading.noun in _STAFF_AS_A_WHOLE and elision.is_all(folded, draft))
        )
    ):
        draft.measure, draft.rules["measure"] = Measure.WORKFORCE, "the whole that a share is of"
    elif own is not None and not (draft.unit is Unit.PERCENT and own.score < _CLEAR_SHARE):
        draft.measure = own.measure
        draft.rules["measure"] = own.words
        if definite:
            elision.link_to_repeat(draft, before)
    elif draft.unit in COUNT_UNITS:
        _named_without_event(folded, sentence, draft, reading, before)
    elif not elision.fill_share(draft, before):
        _set_default(draft, own)


def _own_event(text: Text, draft: Draft, reading: Reading) -> Choice | None:
    """What the number's own sentence, or the heading over it, says is happening."""
    passage = text.passage(draft.sentence)
    own = event.choose(passage, draft)
    if own is not None and own.unit is not None:
        draft.unit = own.unit
    own = _from_question(text, draft) or own or _from_heading(text, draft)
    if reading.partitive and draft.unit is not Unit.ORGANISATIONS:
        return event.choose_in_predicate(passage, draft) or own
    if draft.unit is None:
        return event.choose_in_predicate(passage, draft, at_once=True) or own
    return own


# Before the number that answers a question: whose turn it is, and little more.
_ANSWERS = Expression(
    r"\W*(?:[a-z][\w .'’()-]{1,60}:\W*)?(?:(?:it|there|that) (?:is|was|are|were|would be) )?"
    r"(?:(?:about|around|some|nearly|almost|over|just|under|roughly|only|at|least|or|so) )*\W*$"
)
_ASKS = Expression(r"\?[*\"”’ ]*$")
# What a record adds to a question: "(WAQ67120)"
_NUMBERS_IT = Expression(r"\W*[(\[][^)\]]*[)\]]\W*")
# A share takes its measure from so clear a word, or from the number before it.
_CLEAR_SHARE = 6
_DEFAULTS = {
    Unit.POSTS: Measure.POSTS_CUT,
    Unit.PEOPLE: Measure.WORKFORCE,
    Unit.FTE: Measure.WORKFORCE,
    Unit.ORGANISATIONS: Measure.ORGANISATIONS,
    Unit.PERCENT: Measure.POSTS_CUT,
    Unit.GBP: Measure.BUDGET,
    Unit.GBP_PER_HEAD: Measure.RUNNING_COSTS,
}


def _set_default(draft: Draft, own: Choice | None) -> None:
    """Take the weak word there is, or what such a number most often measures."""
    if draft.unit is None:
        draft.unit, draft.rules["unit"] = Unit.PEOPLE, GUESS
    draft.measure = own.measure if own else _DEFAULTS[draft.unit]
    draft.rules["measure"] = own.words if own else GUESS
    draft.doubts.append("nothing near it says what it measures")


def _set_unnamed(text: Text, draft: Draft, reading: Reading, own: Choice | None, before: list[Draft]) -> None:
    """A count without a noun of its own: from what happened, or from the number that it continues."""
    folded, layout = text.folded, text.layout
    sentence = layout.sentences[draft.sentence]
    partitive = reading.partitive or elision.is_part(folded, sentence.start, draft.start)
    if elision.acts_as_body(folded, draft, before):
        draft.unit, draft.measure = Unit.ORGANISATIONS, Measure.ORGANISATIONS
        draft.rules |= {"unit": BODIES_BEFORE, "measure": BODIES_BEFORE}
        return
    in_list = layout.blocks[sentence.block].kind is BlockKind.ITEM
    far = in_list or elision.speaks_of_total(folded, sentence.start, sentence.end)
    antecedent = elision.find_antecedent(before, draft, partitive=partitive, far=far)
    if elision.fill_count(draft, own, antecedent, partitive=partitive):
        return
    antecedent = elision.find_antecedent(before, draft, partitive=partitive, far=True)
    if own is None and antecedent is not None:
        elision.fill_count(draft, own, antecedent, partitive=partitive)
    else:
        _set_default(draft, own)


_STAFF_AS_A_WHOLE = frozenset({"staff", "employees", "workers", "workforce"})


def _from_question(text: Text, draft: Draft) -> Choice | None:
    """What the question before asks for, if the number opens the answer: "How many work here? Some 312"."""
    folded, sentences = text.folded, text.layout.sentences
    if not _ANSWERS.match(folded, sentences[draft.sentence].start, draft.start):
        return None
    asked = draft.sentence - 1
    if asked > 0 and _NUMBERS_IT.fullmatch(folded, sentences[asked].start, sentences[asked].end):
        asked -= 1
    if asked < 0 or not _ASKS.search(folded, sentences[asked].start, sentences[asked].end):
        return None
    asked_for = event.choose_in_label(text.passage(asked), draft.unit)
    return asked_for._replace(words=ASKED_FOR) if asked_for is not None else None


def _from_heading(text: Text, draft: Draft) -> Choice | None:
    """What the heading or lead-in over a list item says of its numbers."""
    over = heading_of_item(text, draft)
    choices = (event.choose_in_label(text.label(part), draft.unit) for part in over.split(" | ") if part)
    return next(filter(None, choices), None)


def _named_without_event(
    folded: str, sentence: Sentence, draft: Draft, reading: Reading, before: list[Draft]
) -> None:
    """Staff or posts of whom the sentence says nothing we know: they continue what went before."""
    partitive = reading.partitive or elision.is_part(folded, sentence.start, draft.start)
    antecedent = elision.find_antecedent(before, draft, partitive=partitive)
    draft.doubts.append("nothing in its own sentence says what it measures")
    at_large = draft.unit is Unit.FTE or reading.noun in _STAFF_AS_A_WHOLE
    if antecedent is not None and antecedent.unit is not Unit.ORGANISATIONS:
        rule = "of those before" if partitive else "goes on from the number before"
        elision.inherit(draft, antecedent, rule)
    elif at_large:
        draft.measure = Measure.WORKFORCE
        draft.rules["measure"] = "staff of whom nothing else is said"
    else:
        _set_default(draft, None)


def heading_of_item(text: Text, draft: Draft) -> str:
    """The words over the list item that a draft stands in, the lead-in first; "" elsewhere."""
    return " | ".join(text.folded[over.start : over.end] for over in over_item(text, draft.sentence))
