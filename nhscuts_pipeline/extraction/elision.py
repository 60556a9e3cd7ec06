"""Fills in what a number leaves unsaid from the numbers before it: "540 of them", "Stockton, which loses 80".

Belongs here: finding the antecedent and what passes on from it (unit, measure, kind, group). Never the
body: that is `subject`'s.
"""

from nhscuts_pipeline.contracts.vocabulary import COUNT_UNITS, MONEY_UNITS, STAFF_UNITS, Measure, Unit
from nhscuts_pipeline.extraction.event import Choice
from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.phrases import Expression
from nhscuts_pipeline.extraction.quantity import Quantity

_BACKWARD_SENTENCES = 2
# A bill is spoken of for longer.
_MONEY_SENTENCES = 5
# A trigger this clear licenses a number that has no noun at all ("shed 450", "employs 6,500").
_CLEAR = 12.0
# A part takes its own measure only from the words that follow at once ("43 of the latter had been matched").
_PREDICATE = 7.0
_HAPPENS_TO_POSTS = Expression(
    r"froze|freez|delet|struck|strike|closed|disestablish|establishment|vacan|unfilled|crossed|written out"
)
# No costs for each resident reach this.
SMALL_SUM = 300
_UNIT_OF = {
    Measure.POSTS_CUT: Unit.POSTS,
    Measure.POSTS_AT_RISK: Unit.POSTS,
    Measure.VACANCIES: Unit.POSTS,
    Measure.REDUNDANCIES: Unit.PEOPLE,
    Measure.REDUNDANCY_NOTICES: Unit.PEOPLE,
    Measure.REDUNDANCIES_NOTIFIED: Unit.PEOPLE,
    Measure.REDEPLOYED: Unit.PEOPLE,
    Measure.TURNOVER: Unit.PEOPLE,
    Measure.WORKFORCE: Unit.PEOPLE,
    Measure.WORKFORCE_CHANGE: Unit.PEOPLE,
}
# The number is the antecedent's own or a part of it, so that group and period hold for it too.
_SMALL = 12
SAID_BEFORE = "said before"
SAME_THING = (SAID_BEFORE, "of those before")
# Their triggers are everyday words, so they must stand closer than others.
_COMMON = frozenset({Measure.POSTS_CUT, Measure.WORKFORCE, Measure.WORKFORCE_CHANGE})
_PART_BEFORE = Expression(
    r"\b(?:of (?:these|those|them|whom|which|the (?:total|latter|leavers|rest))|including|comprising|"
    r"the (?:remaining|other|balance of)|"
    r"a further|another|the rest,)[ ,]*(?:just |only |some |about |around |the |roughly |nearly |"
    r"more than |at least )*$"
)
# "Of the 903, according to the department, 167 were clinical staff."
_PART_OF_NUMBER = Expression(r"of (?:the|those|these|its|their) \d[\d,]*\b[^.;]{0,90}$")
_WHOLE_BEFORE = Expression(
    r"(?:(?:\d|%|per cent|pc|half|halves|thirds?|quarters?|fifths?|tenths?|in \w+|\b(?:one|two|three|four|"
    r"five|six|seven|eight|nine|ten|"
    r"eleven|twelve|[a-z]+teen|[a-z]+ty(?:-[a-z]+)?)) (?:posts |jobs |staff |people )?(?:out )?of "
    r"(?:its|their|an?|the|our)(?: \w+)?|\d of)(?: about| around| some| nearly| roughly)? ?$"
)
# "74 of the 390 people who work for Wold", but "of the 29 staff put at risk" are those at risk.
_NOT_ALL = Expression(
    r" (?:put|placed|at risk|to|who (?!work)|made|facing|affected|told|given|being|on|in scope)\b"
)
_DEFINITE = Expression(
    r"\b(?:the|these|those|that|his|her|their|its|\w+'s|among the)(?: noble lord's)? ?[\"“]?$"
)
_OF_THE = Expression(r" of (?:the|its|their|those|these|our) ")
_TOTAL = Expression(r"\b(?:totals?|count|counted|tally|figures?|numbers?|sum|in all|replaced|quarter)\b")
# What boards and trusts do, and people do not: "only 11 had opened a scheme".
_BODIES_DO = Expression(
    r"(?: of them)? (?:"
    r"(?:had|have|has) (?:(?:already|now|since|also|so far) )*(?:launched|published|approved|merged|"
    r"submitted)|"
    r"(?:(?:had|have|has) )?(?:opened|replied|responded|answered|broke even|balanced|"
    r"agreed to (?:work|merge|share|cut|join|pool)|told (?:staff|their|us|the)))\b"
)
# What a percentage of a thing measures: a share of the workforce that goes is a cut.
_SHARE_OF = {
    Measure.RUNNING_COSTS: Measure.RUNNING_COST_CUT,
    Measure.WORKFORCE: Measure.POSTS_CUT,
}
_COST_OF = {Measure.REDUNDANCIES: Measure.REDUNDANCY_COST}
MEASURES_OF_PEOPLE = frozenset(
    {
        Measure.REDUNDANCIES,
        Measure.REDUNDANCY_NOTICES,
        Measure.REDEPLOYED,
        Measure.TURNOVER,
    }
)
# What may stand between a number without a noun and the end of its phrase.
_FUSED = Expression(
    r"[\"'”’]?(?:\s*[.,;:)!?\]–—-]|\s*$|\s+[\"“(]|\s+(?:in|at|of|by|for|from|to|with|through|since|during|"
    r"over|on|under|among|are|were|was|is|"
    r"had|have|has|will|would|could|may|might|can|who|that|which|left|applied|took|took|went|gone|"
    r"opted|compulsor\w+|voluntar\w+|redundant|employed|more|fewer|clinical|non-clinical|reduction|"
    r"increase|rise|and|or|but|"
    r"as|while|because|so|before|after|until|hardly|not|being|between|against|across|put|admitted|then|"
    r"there|now|each|comes|forced|"
    r"given|out|people|overall|altogether|nationally|locally|went|[a-z]+ed)\b)"
)


def is_fused(folded: str, end: int) -> bool:
    """Whether a number may stand for its noun here (Elazar and Goldberg 2019: "numeric fused heads")."""
    return bool(_FUSED.match(folded, end))


def wholes_first(folded: str, quantities: list[Quantity]) -> list[Quantity]:
    """The numbers of a sentence, "of the M" before its N: the 19 tells what "seven of the 19" are."""
    order = list(quantities)
    for index in range(len(order) - 1):
        if _OF_THE.fullmatch(folded, order[index].end, order[index + 1].start):
            order[index], order[index + 1] = order[index + 1], order[index]
    return order


def speaks_of_total(folded: str, start: int, end: int) -> bool:
    """Whether a sentence is about a tally, so that its bare numbers continue the document's count."""
    return bool(_TOTAL.search(folded, start, end))


def repeat(draft: Draft, drafts: list[Draft]) -> bool:
    """Take measure and kind from the same number said before; False where it was not."""
    same = _said_before(draft, drafts)
    if same is None:
        return False
    inherit(draft, same, "said before")
    return True


def link_to_repeat(draft: Draft, drafts: list[Draft]) -> None:
    """Remember where the same number of the same measure was said before, for its period and kind."""
    same = _said_before(draft, drafts)
    if same is not None and same.measure is draft.measure:
        draft.source, draft.rules["source"] = same, "said before"


def _said_before(draft: Draft, drafts: list[Draft]) -> Draft | None:
    same = [
        d for d in drafts if d.value == draft.value and d.value > _SMALL and d.measure and _akin(d, draft)
    ]
    return same[-1] if same else None


def _akin(one: Draft, other: Draft) -> bool:
    return one.unit is other.unit or (one.unit in STAFF_UNITS and other.unit in STAFF_UNITS)


def is_per_head(draft: Draft, drafts: list[Draft]) -> bool:
    """Whether a small sum continues costs per head that the text has been giving ("in at £29.85")."""
    return (
        draft.unit is Unit.GBP
        and draft.value < SMALL_SUM
        and any(d.unit is Unit.GBP_PER_HEAD for d in drafts)
    )


def acts_as_body(folded: str, draft: Draft, drafts: list[Draft]) -> bool:
    """Whether a number without a noun is of bodies counted just before: "of 42 boards only 11 had opened"."""
    near = [d for d in drafts if draft.sentence - d.sentence <= _BACKWARD_SENTENCES]
    return any(d.unit is Unit.ORGANISATIONS for d in near) and bool(_BODIES_DO.match(folded, draft.end))


def is_part(folded: str, sentence_start: int, start: int) -> bool:
    """Whether the words before a number make it a part of another: "of these, 71", "the other 52"."""
    if _PART_BEFORE.search(folded, max(sentence_start, start - 40), start):
        return True
    return bool(_PART_OF_NUMBER.match(folded, sentence_start, start))


def find_antecedent(drafts: list[Draft], draft: Draft, *, partitive: bool, far: bool = False) -> Draft | None:
    """The draft that an unnamed count refers to: the same number said before, else the nearest count.

    `far` looks past the last sentences, for lists and for sentences that speak of a total.
    """
    counts = [d for d in drafts if d.unit in COUNT_UNITS and d.measure is not None]
    same = [d for d in counts if d.value == draft.value and draft.value > 12]
    if same and not partitive:
        return same[-1]
    near = counts if far else [d for d in counts if draft.sentence - d.sentence <= _BACKWARD_SENTENCES]
    # "...more than a tenth of its 2,800-strong workforce. The remaining 134": the event goes on, not its
    # background.
    events = [d for d in near if d.measure not in (Measure.WORKFORCE, Measure.ORGANISATIONS)]
    return events[-1] if events else near[-1] if near else None


def fill_count(draft: Draft, own: Choice | None, antecedent: Draft | None, *, partitive: bool) -> bool:
    """Give an unnamed count its unit and measure; False where nothing licenses it as a figure."""
    if antecedent is not None and antecedent.value == draft.value and not partitive:
        inherit(draft, antecedent, "said before")
        return True
    if own is not None and _is_clear(own, partitive=partitive) and not _same_event(own, antecedent):
        draft.measure = own.measure
        draft.unit = _unit_for(own, antecedent)
        draft.rules |= {"measure": own.words, "unit": "from what happened"}
        if antecedent is not None and partitive:
            draft.staff_group = draft.staff_group or antecedent.staff_group
            draft.source, draft.rules["source"] = antecedent, "of those before"
        return True
    if antecedent is None:
        return False
    if partitive or antecedent.sentence == draft.sentence:
        inherit(draft, antecedent, "of those before" if partitive else "beside the one before")
    else:
        inherit(draft, antecedent, "goes on from the sentence before")
        draft.doubts.append("the thing counted was taken from the sentence before")
    return True


def fill_share(draft: Draft, drafts: list[Draft]) -> bool:
    """Give a percentage or a sum of money without a trigger the measure of the number beside or before it."""
    same = [d for d in drafts if d.value == draft.value and d.unit is draft.unit]
    reach = _BACKWARD_SENTENCES if draft.unit is Unit.PERCENT else _MONEY_SENTENCES
    near = [d for d in drafts if draft.sentence - d.sentence <= reach and d.unit is not Unit.ORGANISATIONS]
    if draft.unit is not Unit.PERCENT:
        money = [d for d in near if d.unit in MONEY_UNITS]
        near = money or [d for d in near if d.measure in (Measure.REDUNDANCIES, Measure.RUNNING_COST_CUT)]
    source = same[-1] if same else near[-1] if near else None
    if source is None or source.measure is None:
        return False
    draft.measure = (
        _SHARE_OF[source.measure]
        if draft.unit is Unit.PERCENT and source.measure in _SHARE_OF
        else source.measure
    )
    if draft.unit is not Unit.PERCENT and source.measure in _COST_OF:
        draft.measure = _COST_OF[source.measure]
    draft.redundancy_kind = source.redundancy_kind
    draft.rules["measure"] = "said before" if same else "goes on from the number before"
    if not same and source.sentence != draft.sentence:
        draft.doubts.append("nothing in its own sentence says what it measures")
    return True


def _same_event(own: Choice, antecedent: Draft | None) -> bool:
    return antecedent is not None and own.measure is antecedent.measure


def _is_clear(own: Choice, *, partitive: bool) -> bool:
    if partitive:
        return own.gap <= _PREDICATE
    return own.score >= (_CLEAR if own.measure in _COMMON else _CLEAR / 2)


def _unit_for(own: Choice, antecedent: Draft | None) -> Unit:
    measure = own.measure
    if _HAPPENS_TO_POSTS.search(own.words):
        return Unit.POSTS
    if measure in MEASURES_OF_PEOPLE:
        return Unit.PEOPLE
    if antecedent is not None and antecedent.unit in STAFF_UNITS:
        return antecedent.unit
    return _UNIT_OF[measure]


def whole_of_share(folded: str, sentence_start: int, start: int) -> bool:
    """Whether a number is the whole that a share is taken of: "a quarter of its 620 assistants"."""
    return bool(_WHOLE_BEFORE.search(folded, max(sentence_start, start - 60), start))


def is_all(folded: str, draft: Draft) -> bool:
    """Whether nothing that follows the noun says that those counted are but some: "staff put at risk"."""
    return not _NOT_ALL.match(folded, draft.head[1] if draft.head else draft.end)


def same_thing(draft: Draft) -> Draft | None:
    """The draft that a number says again ("the 903"), or is a part of ("of the 903, 167 were")."""
    return draft.source if draft.rules.get("source") in SAME_THING else None


def is_definite(folded: str, sentence_start: int, start: int) -> bool:
    """Whether the text points back at a number: "the 415 was", "these 1,134 posts", "his 2,200"."""
    return bool(_DEFINITE.search(folded, max(sentence_start, start - 24), start))


def inherit(draft: Draft, source: Draft, rule: str) -> None:
    """Take the meaning of another number; its unit too, where the draft names none."""
    draft.unit = draft.unit or source.unit
    draft.measure = source.measure
    draft.redundancy_kind = source.redundancy_kind
    draft.source, draft.rules["source"] = source, rule
    if rule in (*SAME_THING, "beside the one before"):
        draft.staff_group = draft.staff_group or source.staff_group
    draft.rules["measure"] = rule
    draft.rules.setdefault("unit", rule)
