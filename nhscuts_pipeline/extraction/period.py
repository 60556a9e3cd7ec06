"""Says when a figure holds: which number takes which time of its sentence or heading.

Belongs here: choosing among the times a text names. Does not belong here: what a time expression means
(times.py).
"""

from collections.abc import Sequence

from nhscuts_pipeline.contracts.vocabulary import Measure, Modality, Unit
from nhscuts_pipeline.extraction.dates import MONTH, YEAR, Published
from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.layout import BlockKind
from nhscuts_pipeline.extraction.passage import Passage, Text
from nhscuts_pipeline.extraction.phrases import Expression
from nhscuts_pipeline.extraction.rule_words import HEADING
from nhscuts_pipeline.extraction.times import Period, find_periods, shifted

_NEXT_CLAUSE = Expression(
    r"(?P<and>,?(?: and| but)?) (?:had|has|have|will|would|may|on its way|plans|expects|still)\b"
)
_NUMBER = Expression(r"\d")
_YEAR_ALONE = Expression(rf"\W*(?P<year>{YEAR})\W*")
# "Staff at 30 September", over columns of years
_DAY_OF_YEARS = Expression(
    rf"\b(?P<lead>year (?:to|ended|ending)|(?:as )?at(?: the end of)?|(?:on|in)(?=.* (?:each|every) year)) "
    rf"(?P<day>(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{MONTH}))\b(?! \d)(?! of (?:19|20))"
)
_SOURCE = Expression(r"\W*(?:sources?|notes?)\b")
_WORD = Expression(r"\w")
_AGAINST = Expression(
    r"\b(?:twice|double|treble|half|against|compared (?:with|to)|than|up from|down from) "
    r"(?:the |its |about |some )*£?\d"
)
_NUMBERED = Expression(r"\W*\d+(?:\.\d+)*[.)]? ")
_AHEAD = (Modality.PLANNED, Modality.POTENTIAL)
_FAR = 26
_FAR_FROM_BODIES = 12
# "In 2010-11, 340 left and 58 were dismissed": what opens a sentence holds for all of it.
_OPENS = 0.5
_BEFORE = 0.8
# "88 a year before" is a year from the time beside it; "8 fewer than the year before" is not.
_ANOTHER_YEAR = Expression(
    r"(?P<noun>(?: (?!than\b|less\b|more\b|fewer\b|in\b|on\b)[\w-]+){0,3}?),?(?: in| for)? (?:"
    r"(?P<before>(?:the|a|one) year (?:before|earlier|previously)|"
    r"the (?:previous|preceding|prior) (?:financial )?year|"
    r"(?:twelve|12) months (?:before|earlier|previously)|"
    r"the same \w+ (?:a|the) year (?:before|earlier)|the one before)|"
    r"(?P<after>the (?:following|next) (?:financial )?year|the year (?:after|that followed|which followed)|"
    r"a year later|the next(?= ?[.,;)]|$)))"
)
_SAME_IN_YEAR = (
    r"(?:in|at|on|for|over) the (?:same|corresponding|equivalent) (?:[\w-]+ )?"
    r"(?:quarter|months?|period|half|day|date|time|point|weeks?|part|stretch) "
    r"(?:of|in) (?P<year>(?:19|20)\d{2})\b"
)
_SAME_TIME = Expression(rf"(?: [\w-]+){{0,4}}? {_SAME_IN_YEAR}")
_SAME_TIME_BEFORE = Expression(rf"\b{_SAME_IN_YEAR},?(?: [a-z-]+){{0,5}} $")
# "In 2013 there were 19; 1,900 posts have gone since": from the time named before.
_SINCE_THEN = Expression(r"(?: [\w-]+){0,3} since(?: then)?(?=[,.;:)]|$| and\b)")
_COMPARED = Expression(
    r"\b(?:less|more|fewer|lower|higher|larger|smaller|bigger|up|down|worse|better) (?:than|on)\b"
)


def set_from_label(label: Passage, draft: Draft, published: Published, *, spans_first: bool = False) -> bool:
    """Take the period of a heading, caption or header; False where it names none.

    `spans_first` prefers a stretch of time to a day, as in the caption of a table of events.
    """
    found = list(find_periods(label, published, label=True))
    if spans_first:
        found.sort(key=lambda period: period.start == period.end)
    if not found:
        return False
    draft.period_start, draft.period_end = found[0].start, found[0].end
    draft.rules["period"] = f"{HEADING}{label.folded[slice(*found[0].place)].strip()}"
    return True


def year_and_day(label: str, over: str) -> str | None:
    """The day or month of a year that heads a column or a row, if what is over the table names it."""
    year, day = _YEAR_ALONE.fullmatch(label), _DAY_OF_YEARS.search(over)
    return f"{day['lead']} {day['day']} {year['year']}" if year and day else None


def set_from_heading(text: Text, draft: Draft, published: Published) -> None:
    """Take the stretch of time that a heading is ("2012-13") or that ends it ("Leavers, April to June 2011").

    Where it says more than the time, it holds for the paragraph right under it alone. A day without "at" is
    a dateline's.
    """
    blocks = text.layout.blocks
    index = text.layout.sentences[draft.sentence].block
    above = blocks[index].heading
    if above is None or blocks[above].kind is not BlockKind.HEADING:
        return
    over = text.label(text.folded[blocks[above].start : blocks[above].end])
    if _SOURCE.match(over.folded):
        return
    for period in find_periods(over, published, label=True):
        first, last = period.place
        stretch = period.start != period.end or over.folded.startswith(("at ", "as at "), first)
        ends = not _WORD.search(over.folded, last)
        alone = ends and not _WORD.search(over.folded, 0, first)
        if stretch and (alone or (ends and index == above + 1)) and not _is_now(period, published):
            draft.period_start, draft.period_end = period.start, period.end
            draft.rules["period"] = f"{HEADING}{over.folded[first:last].strip()}"
            return


def _is_now(period: Period, published: Published) -> bool:
    """Whether a time is the month of publication: a dateline."""
    if published.last is None or period.end is None:
        return False
    first = published.last.replace(day=1).isoformat()
    return period.start == first and period.end[:7] == first[:7]


def set_period(passage: Passage, draft: Draft, published: Published) -> None:
    """Set the draft's period from the nearest time expression of its sentence."""
    ahead = draft.modality in _AHEAD and draft.measure is not Measure.POSTS_AT_RISK
    found = find_periods(passage, published, ahead=ahead)
    best = _from_one_before(passage.folded, found, draft) or _nearest(passage, found, draft)
    if best is None:
        return
    draft.period_start, draft.period_end, draft.period_at = best.start, best.end, best.place
    draft.rules["period"] = passage.folded[slice(*best.place)].strip()


def _nearest(passage: Passage, found: Sequence[Period], draft: Draft) -> Period | None:
    best: tuple[float, Period] | None = None
    folded, start = passage.folded, passage.start
    numbered = _NUMBERED.match(folded, start)
    opening = numbered.end() if numbered else start
    for period in found:
        if _is_in_anothers_brackets(folded, start, period, draft):
            continue
        gap = passage.distance(draft, *period.place)
        if period.place[1] <= draft.start:
            if period.told:
                continue
            gap *= _OPENS if period.place[0] <= start else _BEFORE
            closed = _NEXT_CLAUSE.match(folded, period.place[1])
            if closed and (closed["and"] or _NUMBER.search(folded, opening, period.place[0])):
                continue  # it closed the clause of an earlier number
        elif _AGAINST.search(folded, draft.end, period.place[0]):
            continue  # "£512m, twice the £251m recorded in 2004-05"
        if gap < _FAR and (best is None or gap < best[0]):
            best = (gap, period)
    if best is None or (draft.unit is Unit.ORGANISATIONS and best[0] > _FAR_FROM_BODIES):
        return None
    return best[1]


def _is_in_anothers_brackets(folded: str, start: int, period: Period, draft: Draft) -> bool:
    """Whether a time stands in brackets with a number of its own: "13.8% (April 2014: 12.1%)"."""
    first, last = period.place
    # A time that opens them has the bracket within its place.
    opened, closed = folded.rfind("(", start, last), folded.find(")", last)
    if opened < 0 or closed < 0 or opened < draft.start < closed or ")" in folded[opened:first]:
        return False
    return (
        _NUMBER.search(folded, opened, first) is not None or _NUMBER.search(folded, last, closed) is not None
    )


def _from_one_before(folded: str, found: Sequence[Period], draft: Draft) -> Period | None:
    """The time named before, from then on or years off: "163 in March against 88 a year before"."""
    before = [period for period in found if period.place[1] <= draft.start]
    if not before:
        return None
    last = before[-1]
    if last.start is not None and _SINCE_THEN.match(folded, draft.end):
        return Period(last.place, last.start, None)
    same = _SAME_TIME.match(folded, draft.end)
    if same is not None and last.start is not None:
        return shifted(last, int(same["year"]) - int(last.start[:4]))
    said = _SAME_TIME_BEFORE.search(folded, before[0].place[0], draft.start)
    named = [period for period in before if said and period.place[1] <= said.start()]
    if said is not None and named and named[-1].start is not None:
        return shifted(named[-1], int(said["year"]) - int(named[-1].start[:4]))
    match = _ANOTHER_YEAR.match(folded, draft.end)
    if match is None or _COMPARED.search(match["noun"]):
        return None
    return shifted(last, -1 if match["before"] else 1)
