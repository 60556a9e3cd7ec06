"""Two numbers that are one thing at two times: "from 489.6 FTE to 404", "£34 to £19 a head".

Belongs here: telling such pairs and giving each its modality.
"""

from itertools import pairwise

from nhscuts_pipeline.contracts.vocabulary import MONEY_UNITS, STAFF_UNITS, Measure, Modality
from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.phrases import Expression

_FROM = Expression(r"\bfrom[ \"“(]*(?:about|around|some|nearly|over|more than|just)?[ \"“(]*$")
_TO = Expression(r"(?<!up )\bto[ \"“(]*(?:about|around|some|nearly|over|more than|just)?[ \"“(]*$")
_DOWN_TO = Expression(r"\b(?:down|up|falling|rising|shrinking|cut|reduced) to\b")
_COMPLETE = Expression(
    r"\b(?:(?:is|are|was|were)(?! to\b)|has|have|had|went|fell|rose|grew|shrank)\b[^.;]{0,20}\b(?:down|"
    r"up|cut|fallen|"
    r"risen|reduced|trimmed|from)"
)
_RULE = "from one level to another"


def link_levels(folded: str, drafts: list[Draft], sentence_start: int) -> list[tuple[Draft, Draft]]:
    """Treat "from 489.6 FTE to 404" as a level now and one aimed at, or both actual where it is done.

    Gives the pairs.
    """
    linked = []
    for first, second in pairwise(drafts):
        if second.start - first.end > 60:
            continue
        opens = _FROM.search(folded, max(sentence_start, first.start - 24), first.start)
        if not _TO.search(folded, first.end, second.start) or not (
            opens or _DOWN_TO.search(folded, first.end, second.start)
        ):
            continue
        if first.measure is Measure.RUNNING_COST_CUT and first.unit in MONEY_UNITS:
            first.measure = Measure.RUNNING_COSTS
        if first.measure is Measure.POSTS_CUT and first.unit in STAFF_UNITS:
            first.measure = Measure.WORKFORCE
        second.unit, second.measure = first.unit, first.measure
        second.staff_group = second.staff_group or first.staff_group
        done = bool(_COMPLETE.search(folded, max(sentence_start, first.start - 50), first.start))
        levels = first.measure in (Measure.WORKFORCE, Measure.RUNNING_COSTS, Measure.DEFICIT)
        first.modality = Modality.ACTUAL if levels else first.modality
        second.modality = Modality.ACTUAL if done or first.measure is Measure.DEFICIT else Modality.PLANNED
        second.rules["modality"] = _RULE
        linked.append((first, second))
    return linked


def same_units(linked: list[tuple[Draft, Draft]]) -> None:
    """Give the second of two levels of staff the unit that weighing found for the first."""
    for first, second in linked:
        if first.unit in STAFF_UNITS and second.unit in STAFF_UNITS:
            second.unit = first.unit
