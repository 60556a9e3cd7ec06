"""Says whether a figure happened, is decided, might happen, or is reported as contested.

Belongs here: cues of tense, mood and rebuttal, and the default of each measure.
"""

from nhscuts_pipeline.contracts.vocabulary import Measure, Modality, Unit
from nhscuts_pipeline.extraction import modality_cues as cues
from nhscuts_pipeline.extraction.elision import same_thing
from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.passage import Passage
from nhscuts_pipeline.extraction.phrases import Expression

_CUES = (
    (Modality.PLANNED, cues.SET_ASIDE, 9),
    (Modality.POTENTIAL, cues.POTENTIAL, 3),
    (Modality.PLANNED, cues.PLANNED, 3),
    (Modality.ACTUAL, cues.ACTUAL, 0),
)
_DONE = Expression(r"\b(?:removed|lost|gone|closed|deleted|cut|shed|left|made|departed|issued|so far)\b")
_TO_COME = Expression(r"\b(?:to go|planned|proposed|to be|expected|plans?|targets?|at risk)\b")
_REACH = 17.0
# What is planned unless said otherwise is done only where the verb of doing stands close.
_TIGHT = 8.0
_GOVERNING = 5.0
_NEW_CLAUSE = Expression(r"\b(?:and|but|while|which|who)\b")
_BEHIND_AND = 5.0
_REBUTTAL_REACH = 24.0

_DEFAULT: dict[Measure, Modality] = {
    Measure.POSTS_AT_RISK: Modality.POTENTIAL,
    Measure.POSTS_CUT: Modality.PLANNED,
    Measure.RUNNING_COST_CUT: Modality.PLANNED,
    Measure.SAVINGS: Modality.PLANNED,
}
# Measures that state what is, whatever stands around them, unless the cue touches them.
_STATES = frozenset(
    {
        Measure.REDUNDANCIES_NOTIFIED,
        Measure.REDUNDANCY_NOTICES,
        Measure.REDEPLOYED,
        Measure.TURNOVER,
        Measure.VACANCIES,
        Measure.DEFICIT,
        Measure.BUDGET,
        Measure.ORGANISATIONS,
        Measure.WORKFORCE,
        Measure.RUNNING_COSTS,
    }
)
_RIGHT_BEFORE = Expression(
    r"[ \"“(]*(?:about|around|over|more than|nearly|some|just|no more than|one of)?[ \"“(]*"
)
_AIMED_AT_AFTER = Expression(r"(?: \w+)? (?:slots\b|(?:people |staff |posts )?stay\b|will remain)")


def set_modality(passage: Passage, draft: Draft) -> None:
    """Set `modality` from the cues of the draft's sentence."""
    measure = draft.measure
    if measure is None:
        return
    if _is_rebutted(passage, draft):
        draft.modality, draft.rules["modality"] = Modality.DISPUTED, "rebuttal"
        return
    if measure is Measure.POSTS_AT_RISK:
        draft.modality, draft.rules["modality"] = Modality.POTENTIAL, "measure"
        return
    if measure in _STATES:
        planned = _aimed_at(passage, draft) or _AIMED_AT_AFTER.match(passage.folded, draft.end)
        draft.modality = Modality.PLANNED if planned else Modality.ACTUAL
        draft.rules["modality"] = "level aimed at" if planned else "measure"
        return
    _by_cue(passage, draft, _DEFAULT.get(measure, Modality.ACTUAL))


def _aimed_at(passage: Passage, draft: Draft) -> bool:
    before = passage.folded[max(passage.start, draft.start - 50) : draft.start]
    return any(_RIGHT_BEFORE.fullmatch(before, cue.end()) for cue in cues.AIMED_AT.finditer(before))


def _is_rebutted(passage: Passage, draft: Draft) -> bool:
    for match in passage.matches_between(cues.REBUTTED_BEFORE, draft.end, passage.end):
        if passage.distance(draft, match.start(), match.end()) < _REBUTTAL_REACH:
            return True
    for match in passage.matches_between(cues.REBUTTED_AFTER, passage.start, draft.start):
        if passage.distance(draft, match.start(), match.end()) < _REBUTTAL_REACH / 2:
            return True
    return False


def _by_cue(passage: Passage, draft: Draft, default: Modality) -> None:
    best, modality, rule = _REACH, default, "measure"
    for kind, expression, bonus in _CUES:
        limit = _TIGHT if kind is Modality.ACTUAL and default is Modality.PLANNED else _REACH
        for match in passage.matches(expression):
            score = passage.distance(draft, match.start(), match.end()) - bonus
            if match.end() <= draft.start and score < _GOVERNING:
                score -= 3
            if match.start() > draft.end and _NEW_CLAUSE.search(passage.folded, draft.end, match.start()):
                score += _BEHIND_AND
            if score < min(best, limit):
                best, modality, rule = score, kind, match[0]
    draft.modality, draft.rules["modality"] = modality, rule


def take_from_whole(draft: Draft) -> None:
    """A part of a number, and a number said again, is as certain as its whole, unless it is denied."""
    source = same_thing(draft)
    if source is None or source.measure is not draft.measure:
        return
    if Modality.DISPUTED not in (draft.modality, source.modality):
        draft.modality, draft.rules["modality"] = source.modality, "as its whole"


def take_from_heading(heading: str, draft: Draft) -> None:
    """A list item without a cue of its own takes the tense of its heading: "Posts removed, 2013 to 2016"."""
    if draft.rules.get("modality") != "measure" or draft.measure in _STATES:
        return
    if _DONE.search(heading):
        draft.modality, draft.rules["modality"] = Modality.ACTUAL, "heading"
    elif _TO_COME.search(heading):
        draft.modality, draft.rules["modality"] = Modality.PLANNED, "heading"


def settle_measure(draft: Draft) -> None:
    """Let modality correct the measure: posts that may go are at risk, not cut."""
    if draft.modality is Modality.POTENTIAL and draft.measure is Measure.POSTS_CUT:
        draft.measure = Measure.POSTS_AT_RISK
        draft.rules["measure"] = f"{draft.rules.get('measure', '')} + potential".strip(" +")
    if (
        draft.modality is Modality.POTENTIAL
        and draft.measure is Measure.POSTS_AT_RISK
        and draft.unit is Unit.PERCENT
    ):
        draft.doubts.append("a share that may go: the text may mean a plan")
