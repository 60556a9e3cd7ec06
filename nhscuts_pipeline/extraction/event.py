"""Chooses what a number measures, from the triggers of its sentence.

Belongs here: the weighing of triggers by distance and what stands between. The phrases are in `triggers`,
whether it has happened is in `modality`.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from nhscuts_pipeline.contracts.vocabulary import MONEY_UNITS, Measure, RedundancyKind, Unit
from nhscuts_pipeline.extraction import triggers
from nhscuts_pipeline.extraction.count_triggers import COUNT_TRIGGERS
from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.passage import Passage
from nhscuts_pipeline.extraction.phrases import Expression
from nhscuts_pipeline.extraction.triggers import Trigger

# "Empty posts to be deleted" are cut, says the guide.
_DELETED = Expression(
    r"\b(?:delet\w+|struck (?:off|out)|strik\w+ (?:off|out)|cross(?:ed|ing) off|disestablish\w*)\b"
)
_ITS_STAFF = Expression(
    r"\b(?:its|their|our|his)(?: own| remaining| current| present)?(?: about| around| some)? ?$"
)
_STAFF_AT_LARGE = frozenset("staff employees workers people managers nurses colleagues workforce".split())
_A_STAFF = 20
_CERTAIN = 30.0
_COST_WEIGHT = 26.0
_POSSESSION = 13.0
_FROM_LEVEL = Expression(r"\bfrom[ \"“(]*(?:about|around)? ?$")
_FELL_BY = Expression(
    r"\b(?:fell|fallen|falls?|falling|down|dropped|reduced|cut|lower) by (?:about |around |some |over )?$"
)
_STAFF_TURNOVER = Expression(
    r"\bturnover\b,?(?: [^\s,.;]+){0,4}(?:,? ?(?:at|of|was|is|by|to|stood at))[ \"“(]*(?:about|around|some|"
    r"over|just \w+)? ?$"
)
_HEADCOUNT_CHANGE = Expression(
    r"\b(?:headcount|payroll|staff numbers|workforce)(?: \w+){0,3} (?:came|went|fell|rose|grew|down|"
    r"up)(?: down| up)? by ?$"
)
_OF_COSTS = Expression(
    r" (?:of |off )?(?:its |their |the board's |our )?(?:running |operating )?(?:costs?|spending on itself)\b"
)
# The price of people leaving, however plainly it is called a cost.
_PLAIN_COST = Expression(r"cost|spen[dt]|bill|outlay|price|laid out")
_PEOPLE_GO = Expression(
    r"\b(?:redundan\w+|severance|exits?|departures?|pay-?offs?|volunteers|made redundant|resignations?)\b"
)
# No board spends so many pounds on running itself for each resident: such a sum is the cost of one exit.
_NOT_PER_HEAD = 1_000
_AUXILIARY = Expression(
    r"\b(?:had|have|has|were|was|are|will|would|could|may|might|can|should|accepted|applied|asked|took|left|opted)\b"
)
_PREDICATE_BEGINS = 90
_AT_ONCE = 12
_PREDICATE_REACH = 7.0
_IS_THE_HEAD = 10
_GOVERNS = 7
_LEFT_OF_COMMA = 5
_HAS = Expression(
    r"\b(?:has|have|had|there (?:are|were)|boasts)(?: the equivalent of| only| just| now)*"
    r"(?: about| around| some| only| roughly| more than| nearly| just over| just under| over)?[ \"“]*$"
)
_SHARE_OF_STAFF = Expression(
    r"\b(?:posts?|jobs?|staff|workforce|roles|establishment|employees|people|headcount|payroll|managers|"
    r"nurs\w+|us)\b"
)
# A share of these is said of other measures by their own name ("turnover at 1.1% a month").
_SHARE_MEASURES = frozenset({Measure.TURNOVER, Measure.WORKFORCE, Measure.WORKFORCE_CHANGE})
_OF_A_SHARE = tuple(t for t in COUNT_TRIGGERS if t.measure not in _SHARE_MEASURES)


class Choice(NamedTuple):
    """The measure chosen for a number, the trigger's words, and how clearly it won.

    `score` and `gap` (between number and trigger, barriers included) are in words; `unit` is the number's
    where the choice settles that too.
    """

    measure: Measure
    words: str
    score: float
    gap: float = 0.0
    unit: Unit | None = None


def choose(passage: Passage, draft: Draft) -> Choice | None:
    """The best trigger for a draft within its passage; None where none is near enough."""
    folded, start, end = passage.folded, passage.start, passage.end
    if draft.unit is Unit.ORGANISATIONS:
        return Choice(Measure.ORGANISATIONS, "", 30)
    if draft.unit in MONEY_UNITS:
        return _choose_money(passage, draft)
    if draft.unit is Unit.PERCENT:
        return _choose_percent(passage, draft)
    best = best_trigger(passage, start, end, draft, COUNT_TRIGGERS)
    if best is not None and best.measure is Measure.VACANCIES and _DELETED.search(folded, start, end):
        return Choice(Measure.POSTS_CUT, "empty posts deleted", best.score, best.gap)
    if _ITS_STAFF.search(folded, max(start, draft.start - 30), draft.start) and _is_staff(folded, draft):
        return Choice(Measure.WORKFORCE, "its staff", _CERTAIN)
    if (
        draft.unit is not None
        and _HAS.search(folded, max(start, draft.start - 60), draft.start)
        and (best is None or best.score < _POSSESSION)
    ):
        return Choice(Measure.WORKFORCE, "has", _POSSESSION)
    return best


def _is_staff(folded: str, draft: Draft) -> bool:
    """Whether the noun is staff at large, not something that happened to them ("its 45 redundancies")."""
    noun = folded[slice(*draft.head)] if draft.head else ""
    return draft.value >= _A_STAFF and noun in _STAFF_AT_LARGE


def choose_in_predicate(passage: Passage, draft: Draft, *, at_once: bool = False) -> Choice | None:
    """What is said of a part: "seven of the 19 given notice *had been redeployed*"; None without a verb.

    `at_once`: the verb follows the number itself ("52 asked to go").
    """
    reach = _AT_ONCE if at_once else _PREDICATE_BEGINS
    auxiliary = _AUXILIARY.search(passage.folded, draft.end, min(passage.end, draft.end + reach))
    if auxiliary is None:
        return None
    probe = Draft(auxiliary.start(), auxiliary.end(), draft.value, draft.sentence, unit=draft.unit)
    best = best_trigger(passage, auxiliary.start(), passage.end, probe, COUNT_TRIGGERS)
    return best if best is not None and best.gap <= _PREDICATE_REACH else None


def choose_in_label(label: Passage, unit: Unit | None) -> Choice | None:
    """The weightiest trigger of a heading, header or row label, wherever in it it stands."""
    probe = Draft(start=label.end, end=label.end, value=0, sentence=0, unit=unit)
    best: Choice | None = None
    money = unit in MONEY_UNITS
    if money and label.matches(triggers.MANAGEMENT_COST):
        return Choice(Measure.RUNNING_COSTS, "running costs", 26)
    for trigger in triggers.MONEY_TRIGGERS if money else COUNT_TRIGGERS:
        found = label.matches(trigger.expression)
        if found and (best is None or trigger.weight > best.score):
            best = Choice(trigger.measure, found[0][0], trigger.weight)
    return best or choose(label, probe)


def best_trigger(
    passage: Passage, start: int, end: int, draft: Draft, table: tuple[Trigger, ...]
) -> Choice | None:
    """The trigger with the highest score: its weight less the words and barriers up to the number."""
    best: Choice | None = None
    for trigger, match in triggers_within(passage, start, end, table):
        if trigger.object_only and match.end() > draft.start:
            continue
        gap = passage.distance(draft, match.start(), match.end())
        score = trigger.weight - gap + _closeness(passage.folded, draft, match)
        if score > 0 and (best is None or score > best.score):
            best = Choice(trigger.measure, match[0], score, gap)
    return best


def triggers_within(
    passage: Passage, start: int, end: int, table: tuple[Trigger, ...]
) -> Iterable[tuple[Trigger, re.Match[str]]]:
    """Every trigger in a passage, or in a part of it, in the order of the table."""
    if (start, end) == (passage.start, passage.end):
        return passage.matches_of(table)
    return (
        (trigger, match)
        for trigger in table
        for match in passage.matches_between(trigger.expression, start, end)
    )


def _closeness(folded: str, draft: Draft, match: re.Match[str]) -> float:
    """A verb right before the number governs it; one before a comma belongs to an earlier number."""
    if draft.head is not None and match.start() < draft.head[1] and match.end() > draft.end:
        return _IS_THE_HEAD
    if match.end() > draft.start:
        return 0
    gap = folded[match.end() : draft.start]
    if "," in gap:
        return -_LEFT_OF_COMMA
    return _GOVERNS if gap.count(" ") <= 3 else 0


def _choose_money(passage: Passage, draft: Draft) -> Choice | None:
    folded, start, end = passage.folded, passage.start, passage.end
    best = best_trigger(passage, start, end, draft, triggers.MONEY_TRIGGERS)
    cost = _nearest(passage, draft, triggers.MANAGEMENT_COST)
    if cost is not None and _speaks_of_running_costs(_COST_WEIGHT - cost, best):
        cut = _is_cut(folded, start, end, draft) and not _FROM_LEVEL.search(folded, start, draft.start)
        measure = Measure.RUNNING_COST_CUT if cut else Measure.RUNNING_COSTS
        return Choice(measure, "running costs", _COST_WEIGHT - cost)
    if best is not None and best.measure is Measure.BUDGET and _is_price_of_leaving(folded, start, end, best):
        return Choice(Measure.REDUNDANCY_COST, best.words, best.score, best.gap)
    if draft.value >= _NOT_PER_HEAD and draft.unit is Unit.GBP_PER_HEAD:
        return (best or Choice(Measure.REDUNDANCY_COST, "a head", 10))._replace(unit=Unit.GBP)
    if draft.unit is Unit.GBP_PER_HEAD and (best is None or best.measure is not Measure.REDUNDANCY_COST):
        return Choice(Measure.RUNNING_COSTS, "per head", 20)
    return best


def _is_price_of_leaving(folded: str, start: int, end: int, best: Choice) -> bool:
    return bool(_PLAIN_COST.search(best.words) and _PEOPLE_GO.search(folded, start, end))


def _speaks_of_running_costs(score: float, other: Choice | None) -> bool:
    """Whether management cost near a sum outweighs the other trigger; savings and budgets of it do."""
    return other is None or other.measure in (Measure.SAVINGS, Measure.BUDGET) or score > other.score


def _choose_percent(passage: Passage, draft: Draft) -> Choice | None:
    folded, start, end = passage.folded, passage.start, passage.end
    cost = _nearest(passage, draft, triggers.MANAGEMENT_COST)
    count = best_trigger(passage, start, end, draft, _OF_A_SHARE)
    if _STAFF_TURNOVER.search(folded, start, draft.start):
        return Choice(Measure.TURNOVER, "turnover", 20)
    if _HEADCOUNT_CHANGE.search(folded, start, draft.start):
        return Choice(Measure.WORKFORCE_CHANGE, "headcount", 20)
    if _OF_COSTS.match(folded, draft.end):
        return Choice(Measure.RUNNING_COST_CUT, "of its costs", 20)
    money = best_trigger(passage, start, end, draft, triggers.MONEY_TRIGGERS)
    if cost is not None and cost < 16:
        return Choice(Measure.RUNNING_COST_CUT, "running costs", _COST_WEIGHT - cost)
    if (
        money is not None
        and money.measure is Measure.SAVINGS
        and (count is None or money.score > count.score)
    ):
        return money
    if count is None or count.measure not in (Measure.POSTS_CUT, Measure.POSTS_AT_RISK):
        return count
    # "A 37 per cent cut" says of what only in the sentence before.
    around = folded[max(start, draft.start - 60) : min(end, draft.end + 60)]
    return count if _SHARE_OF_STAFF.search(around) else None


def _nearest(passage: Passage, draft: Draft, expression: Expression) -> float | None:
    found = [passage.distance(draft, m.start(), m.end()) for m in passage.matches(expression)]
    return min(found, default=None)


def _is_cut(folded: str, start: int, end: int, draft: Draft) -> bool:
    before = folded[max(start, draft.start - 60) : draft.start]
    if _FELL_BY.search(before):
        return True
    if triggers.LEVEL_WORDS.search(before) and not re.search(r"\bcuts? (?:of|to)\b[^,]*$", before):
        return bool(
            re.search(
                r"\b(?:sav\w+|cut|reduc\w+|releas\w+) (?:of|by)?[ \"“(]*(?:about|around|over)?[ \"“(]*$",
                before,
            )
        )
    return bool(triggers.CUT_WORDS.search(folded, max(start, draft.start - 60), min(end, draft.end + 50)))


def redundancy_kind(passage: Passage, draft: Draft, reach: float = 18) -> RedundancyKind | None:
    """Compulsory, voluntary or both, by the nearest word of either within `reach` words; else None."""
    both = _nearest(passage, draft, triggers.BOTH_KINDS)
    if both is not None and both <= reach:
        return RedundancyKind.BOTH
    compulsory = _nearest(passage, draft, triggers.COMPULSORY)
    voluntary = _nearest(passage, draft, triggers.VOLUNTARY)
    if compulsory is None and voluntary is None:
        return None
    if voluntary is None or (compulsory is not None and compulsory <= voluntary):
        return RedundancyKind.COMPULSORY if compulsory is not None and compulsory <= reach else None
    return RedundancyKind.VOLUNTARY if voluntary <= reach else None


def kind_at_end(passage: Passage) -> RedundancyKind | None:
    """The kind that the last words of a passage name: of a label, or of the sentence before."""
    return redundancy_kind(passage, Draft(passage.end, passage.end, 0, 0))
