"""Figures in tables: every number cell, with the unit and measure from its header, row label or caption.

Belongs here: Markdown tables. Lists ("Name (577)") are prose to `engine`, with their heading beside them.
"""

import re

from nhscuts_pipeline.contracts.vocabulary import STAFF_UNITS, Measure, Modality, RedundancyKind, Unit
from nhscuts_pipeline.extraction import event, period, staff_group
from nhscuts_pipeline.extraction.cells import features, weigh
from nhscuts_pipeline.extraction.dates import Published
from nhscuts_pipeline.extraction.figure import MEASURES_WITH_KIND, Draft
from nhscuts_pipeline.extraction.layout import Block, BlockKind, Cell, Layout
from nhscuts_pipeline.extraction.lexicon import NOUN_UNITS
from nhscuts_pipeline.extraction.passage import Text
from nhscuts_pipeline.extraction.phrases import Expression
from nhscuts_pipeline.extraction.quantity import Quantity, Sort
from nhscuts_pipeline.extraction.table_context import Context, Over
from nhscuts_pipeline.extraction.triggers import MANAGEMENT_COST

_SCALE = Expression(
    r"£ ?(?P<thousand>['’]?000(?:['’]?s)?|k\b|thousands?)|£ ?(?P<million>m(?:n|illions?)?\b)|"
    r"£ ?(?P<billion>bn|billions?)\b|(?P<pound>£)(?!\d)"
)
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "pound": 1.0}
_PER_HEAD = Expression(r"\b(?:per|a) (?:head|resident|person|capita)\b")
_FTE = Expression(r"\b(?:wtes?|ftes?|(?:whole|full)[- ]time[- ]equivalents?)\b")
_PERCENT = Expression(r"%|\bper cent\b|\bpercentage\b")
_COUNT_OF_BODIES = Expression(
    r"(?:(?:number|count|no\.?) of |no\.? )?(?:nhs )?(?:trusts|pcts|icbs|ccgs|shas|organisations|bodies|"
    r"boards)$"
)
_IN_PERCENT = Expression(r"\(%\)|\(per cent\)|\bpercentages?\b|^%")
_PLANNED = Expression(
    r"\b(?:plan(?:ned)?|proposed|target|forecast|budget(?:ed)?|by 20\d\d|future|new|after|merged|expected|"
    r"to go|allowed)\b"
)
_POTENTIAL = Expression(r"\b(?:at risk|in scope|potential|could|may)\b")
_ONE = r"[-–−+~<>]?[£c]?\s?\d[\d,.]*\s?(?:m|bn|k|%|million|wte|fte|per cent|-ish)?"
_NONE = r"[-–—]|nil|n/a"
# "2 (5)" and "31 / 36" hold two figures, accounts write what is taken away as "(15.4)".
_NUMBER_CELL = Expression(
    rf"\**(?:{_ONE}|{_NONE}|\(\s*{_ONE}\s*\))\**(?:\s*[(/\[]\s*(?:{_ONE}|{_NONE})\s*[)\]]?)?\**"
)
_NOT_OURS = Expression(
    r"\b(?:population|patients?|residents|registered list|list size|beds?|rank(?:ing)?|age|years (?:of|in)|"
    r"members|turnout|"
    r"practices|constituency|score|waiting|attendances|episodes|calls|band|grade)\b"
)
# Under a header of these a cell counts, whatever sums the caption speaks of.
_COUNTS = Expression(
    r"\b(?:headcount|exits?|leavers|left|redundanc(?:y|ies)|notified|notices|vacanc(?:y|ies)|departures|packages|"
    r"staff (?:in|at|on|planned|now)|in scope|in post|at risk)\b|\bstaff,"
)
_IN_THOUSANDS = Expression(r"\bin thousands\b|[(,] ?thousands\)|\((?:000s?|’000|'000)\)")
_DONE = Expression(r"\b(?:removed|lost|gone|closed|deleted|cut|shed|left)\b")
# "% of turnover" behind a deficit is the deficit's.
_SHARE_OF = Expression(
    r"(?:%|\bper cent|\bpercentage|\bshare) of (?:[a-z]+ ){0,2}(?:turnover|income|budget|allocation|spend|"
    r"staff|workforce|establishment|headcount|posts)\b"
)
# A share that says by how much what stands before it in its row has changed.
_HOW_MUCH = Expression(r"\b(?:change|increase|decrease|growth|rise|fall|difference)\b")
_COSTS = Expression(r"\bcosts?\b|\bper head\b|\bspend\b")
_OTHER_DEPARTURES = Expression(r"\bother departures\b|\bmutually agreed\b|\bmars\b")
_BODY = Expression(
    r"\b(?:trusts?|boards?|pcts?|icbs?|ccgs?|csus?|shas?|hospitals?|authorit\w+|commissioning|ambulance|nhs|"
    r"england)\b"
)


def read_tables(text: Text, quantities: list[Quantity], published: Published) -> list[Draft]:
    """Drafts of all table cells of a text that hold a number and nothing else."""
    starts = {quantity.start: quantity for quantity in quantities}
    drafts: list[Draft] = []
    for block in text.layout.blocks:
        if block.kind is BlockKind.TABLE:
            drafts += _read_table(text, block, starts, published)
    return drafts


def _read_table(
    text: Text, block: Block, quantities: dict[int, Quantity], published: Published
) -> list[Draft]:
    read = _by_rules(text, block, quantities)
    for draft, context, seen in read:
        weigh(draft, seen)
        _finish(text, draft, context, published)
    return [draft for draft, _, _ in read]


def _by_rules(
    text: Text, block: Block, quantities: dict[int, Quantity]
) -> list[tuple[Draft, Context, set[str]]]:
    """The cells that hold a figure, as the rules read them, each with what stands over it and its features.

    None is weighed before all are described: to the next cell a measure is what the rules made of it.
    """
    over = Over(text, block)
    read: list[tuple[Draft, Context, set[str]]] = []
    for cell in block.cells:
        labels = cell.row == 0 or cell.column <= block.label_column
        if labels or not _NUMBER_CELL.fullmatch(text.folded, cell.start, cell.end):
            continue
        context = over.cell(cell)
        if _NOT_OURS.search(context.header) and not _PER_HEAD.search(context.header):
            continue
        row = _sentence_of(text.layout, block, cell)
        for quantity in (quantities[at] for at in range(cell.start, cell.end) if at in quantities):
            last = read[-1][0] if read and read[-1][0].sentence == row else None
            draft = _read_cell(text, row, quantity, context, last)
            if draft is None:
                continue
            _carry_over(draft, last, context.header)
            if draft.measure is not None or draft.unit is Unit.GBP:
                read.append((draft, context, features(draft, context, last.measure if last else None)))
    return read


def _carry_over(draft: Draft, last: Draft | None, header: str) -> None:
    """Let a cell go on from the one before it in its row: "Managers in post | Proposed"."""
    if last is None:
        return
    if draft.unit is Unit.PERCENT and _SHARE_OF.search(header):
        draft.measure = last.measure
    elif last.unit is draft.unit:
        draft.measure = draft.measure or last.measure
        draft.staff_group = draft.staff_group or last.staff_group
    elif draft.unit is Unit.PERCENT and last.unit in STAFF_UNITS and _HOW_MUCH.search(header):
        draft.measure = draft.measure or Measure.WORKFORCE_CHANGE


def _read_cell(
    text: Text, row: int, quantity: Quantity, context: Context, last: Draft | None
) -> Draft | None:
    unit, factor = _unit(quantity, context)
    if unit is None and last is not None and last.unit in STAFF_UNITS and quantity.sort is Sort.COUNT:
        unit = last.unit
    if unit is None:
        return None
    draft = Draft(
        start=quantity.start,
        end=quantity.end,
        value=round(quantity.value * factor, 2),
        qualifier=quantity.qualifier,
        sentence=row,
        unit=unit,
        rules={"unit": "table"},
    )
    draft.measure, draft.rules["measure"] = _measure(text, draft, context)
    if draft.unit is not Unit.GBP:
        of_row = context.label if context.groups and not _BODY.search(context.label) else ""
        draft.staff_group = staff_group.find_in_label(context.header) or staff_group.find_in_label(of_row)
    draft.modality, draft.rules["modality"] = _modality(draft, context), "table"
    return draft


def _finish(text: Text, draft: Draft, context: Context, published: Published) -> None:
    """Set what hangs on the measure."""
    if draft.measure in MEASURES_WITH_KIND:
        draft.redundancy_kind = _kind(text, context)
    _set_period(text, draft, context, published)


def _sentence_of(layout: Layout, block: Block, cell: Cell) -> int:
    return next(i for i in range(block.first, block.last) if cell.start < layout.sentences[i].end)


def _unit(quantity: Quantity, context: Context) -> tuple[Unit | None, float]:
    """The unit of a cell and the factor that its header or label gives to the digits.

    A sign ("£000", "WTE", "%") decides before a noun, and what is nearer before what is further: a
    caption's pounds are not those of a column that has a scale of its own.
    """
    if quantity.sort is Sort.PERCENT:
        return Unit.PERCENT, 1
    near = (context.header, context.label)
    has_scale = quantity.sort is Sort.COUNT and any(_SCALE.search(text) for text in near)
    for text in near:
        found = _unit_of_sign(text, quantity)
        if found is not None:
            return found
    named = _unit_of_noun(near)
    if _COUNTS.search(context.header) and not has_scale:
        return named or Unit.PEOPLE, _thousands(quantity, context)
    if has_scale or named is Unit.POSTS:
        return named, 1
    for text in (context.corner, context.caption, context.setting, context.beyond):
        found = _unit_of_sign(text, quantity)
        # A share told of in the text above is not yet what the cells are.
        if found is not None and (found[0] is not Unit.PERCENT or _IN_PERCENT.search(text)):
            return found[0], found[1] * (_thousands(quantity, context) if found[0] in STAFF_UNITS else 1)
    further = (context.caption, context.setting, context.beyond)
    return named or _unit_of_noun(further), _thousands(quantity, context)


def _thousands(quantity: Quantity, context: Context) -> float:
    """The factor of staff that is counted in thousands."""
    counted = quantity.sort is Sort.COUNT and _IN_THOUSANDS.search(f"{context.header} | {context.caption}")
    return 1e3 if counted else 1


def _unit_of_noun(texts: tuple[str, ...]) -> Unit | None:
    for text in texts:
        words = re.findall(r"[a-z-]+", text.replace("in post", ""))
        # Bodies are whose a row is, not what is counted, unless a header says so.
        units = [NOUN_UNITS[word] for word in words if word in NOUN_UNITS]
        staff = next((unit for unit in units if unit is not Unit.ORGANISATIONS), None)
        if staff is not None:
            return staff
        if _COUNT_OF_BODIES.match(text):
            return Unit.ORGANISATIONS
    return None


def _unit_of_sign(text: str, quantity: Quantity) -> tuple[Unit, float] | None:
    money = _SCALE.search(text)
    if money or quantity.sort is Sort.MONEY:
        if _PER_HEAD.search(text):
            return Unit.GBP_PER_HEAD, 1
        if money and not quantity.scaled:
            return Unit.GBP, _SCALES[money.lastgroup or "pound"]
        return Unit.GBP, 1
    if _FTE.search(text):
        return Unit.FTE, 1
    return (Unit.PERCENT, 1) if _PERCENT.search(text) else None


def _measure(text: Text, draft: Draft, context: Context) -> tuple[Measure | None, str]:
    over = context.nearest_first()
    labels = [text.label(words) for words in over if words]
    choices = (event.choose_in_label(label, draft.unit) for label in labels)
    nearest = next(choices, None)
    if nearest is None and draft.unit in STAFF_UNITS and _HOW_MUCH.search(context.header):
        # By how much, says the column; what, say those before it.
        planned = _PLANNED.search(context.before) is not None
        return (Measure.POSTS_CUT if planned else Measure.WORKFORCE_CHANGE), "table: change"
    choice = nearest or next(filter(None, choices), None)
    if choice is None:
        return (
            (Measure.WORKFORCE, "table: staff with no event")
            if draft.unit in STAFF_UNITS
            else (None, "table")
        )
    if choice.measure is Measure.BUDGET and any(label.matches(MANAGEMENT_COST) for label in labels):
        return Measure.RUNNING_COSTS, "table: running costs"
    if draft.unit is Unit.PERCENT and choice.measure is Measure.POSTS_CUT and any(map(_COSTS.search, over)):
        return Measure.RUNNING_COST_CUT, "table: a cut in costs"
    return choice.measure, f"table: {choice.words}"


def _kind(text: Text, context: Context) -> RedundancyKind | None:
    if _OTHER_DEPARTURES.search(context.header):
        return RedundancyKind.VOLUNTARY
    kinds = (event.kind_at_end(text.label(words)) for words in context.nearest_first())
    return next(filter(None, kinds), None)


def _modality(draft: Draft, context: Context) -> Modality:
    if draft.measure is Measure.POSTS_AT_RISK or _POTENTIAL.search(context.header):
        return Modality.POTENTIAL
    if _PLANNED.search(context.header):
        return Modality.PLANNED
    if draft.measure is Measure.POSTS_CUT and not _DONE.search(" ".join(context.nearest_first())):
        return Modality.PLANNED
    return Modality.ACTUAL


def _set_period(text: Text, draft: Draft, context: Context, published: Published) -> None:
    over = f"{context.corner} | {context.caption}"
    for label in (context.header, context.label, context.corner):
        dated = period.year_and_day(label, over) or label
        if period.set_from_label(text.label(dated), draft, published):
            return
    counted = draft.measure in (Measure.WORKFORCE, Measure.VACANCIES)
    # A day on which staff were counted is not the day of a structure still to come.
    if not (counted and draft.modality is Modality.PLANNED):
        period.set_from_label(text.label(context.dated), draft, published, spans_first=not counted)
