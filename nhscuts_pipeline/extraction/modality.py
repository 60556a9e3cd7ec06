"""Says whether a figure happened, is decided, might happen, or is reported as contested.

Belongs here: cues of tense, mood and rebuttal, and the default of each measure.
"""

import re

from nhscuts_pipeline.contracts.vocabulary import Measure, Modality, Unit
from nhscuts_pipeline.extraction.event import distance
from nhscuts_pipeline.extraction.figure import Draft

# "The 415 was plucked from thin air": the number stands before the rebuttal.
_REBUTTED_BEFORE = re.compile(
    r"wide of the mark|plucked (?:out of|from)|(?:not|isn't|never|n't) (?:an? |the )?(?:figure|number|sum|total)s? (?:that )?"
    r"(?:we|they|it|he|she|his|her|their|i|its?)\b[^.]{0,20}\brecogni[sz]|(?:don't|do not|does not|did not|didn't) recogni[sz]e"
    r"|\bfantasy\b|[\"'“‘]fiction|as [\"'“‘]?fiction|plain wrong|simply (?:wrong|untrue)|an exercise in multiplication"
    r"|never deserved to be believed|(?:was|were|is|are) (?:wrong|untrue|inaccurate|nonsense|misleading|made up)\b|took no account of"
    r"|look(?:s|ed)? again at|has been withdrawn|somebody else's arithmetic|scaremongering|said that it would not\b|binned in|no, my lords"
)
# "Dismissed the 600", "wrongly given as 78": it stands after it.
_REBUTTED_AFTER = re.compile(
    r"no idea where|wrongly (?:given|reported|stated) as|(?:despite|contrary to) reports? (?:that|of)|described as [\"'“‘]?fiction[\"'”’]? reports"
    r"|(?:dismissed|rejected|denied|disputed) (?:the|that|reports?|claims?|suggestions?)|as for (?:the|his|her) [^,]{0,30}?|\bnot $"
)
_POTENTIAL = re.compile(
    r"\b(?:could|may|might|fears?|fear(?:ed|ing)|warn(?:s|ed|ing)?|at risk|under threat|potential(?:ly)?|possible|possibly|modelled at|"
    r"estimated (?:at|that)|estimates? (?:at|that|of)|(?:we|i) (?:would )?(?:make|reckon|put) it|by (?:our|my) (?:own )?arithmetic|"
    r"reckons?|prices? (?:the \w+ )?at|works out at|look(?:s)? set to|if nothing|bet|wager|tenner|perhaps|put at anything|i'd put it)\b"
)
_PLANNED = re.compile(
    r"\b(?:will|would|is to|are to|was to|were to|to be|plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|expect(?:s|ed|ing)?|target(?:s|ed)?|must|"
    r"needs? to|ha(?:s|ve|d) to|aim(?:s|ed)?|propos(?:e|es|ed|al|als)|going to|set aside|put aside|pencilled in|ambition|told to|asked to|"
    r"due to|announced|hop(?:es|ed|ing)|earmarked|instruct(?:ed|ion)|requir(?:es?|ed)|wants?|wanted|seek(?:s|ing)?|over the next|"
    r"should|supposed to|promised|agreed to|under orders|are going|on (?:their|its) way out|demand(?:s|ed|ing)|by the end of|undertook|"
    r"has us|tallies|running (?:tally|count|total)|approved|scheme to|bid to|in order to|have been told|has been told|forecast|"
    r"yet to|still to|to go|to find|provision|facing|face|faces|next (?:year|month|april|march)|set themselves|believes it will|to remove|to clear)\b"
)
_ACTUAL = re.compile(
    r"\b(?:(?:has|have|had)(?: (?:already|now|since|also|been|so far|all|just|recently|only|between them))* "
    r"(?:\w+ed|gone|left|made|lost|shed|cut|fallen|risen|grown|come|been|taken|given|found|frozen|got|put|laid|struck|closed|let|axed)|"
    r"was|were|did|made|left|lost|took|went|gone|cost|came to|already|so far|to date|since|last year|employs?|employed|got rid of|"
    r"was made|got|spent|shared|received|paid|consumed|vanished|removed|closed|deleted|ran to|let go|now|currently|disclosed|shelled out)\b"
)

_SET_ASIDE = re.compile(
    r"\b(?:set aside|put aside|pencilled in|provision (?:of|for)|earmarked|budgeted|ambition)\b"
)
_CUES = (
    (Modality.PLANNED, _SET_ASIDE, 9),
    (Modality.POTENTIAL, _POTENTIAL, 3),
    (Modality.PLANNED, _PLANNED, 3),
    (Modality.ACTUAL, _ACTUAL, 0),
)
_REACH = 17.0
# What is planned unless said otherwise is done only where the verb of doing stands close.
_TIGHT = 8.0
_GOVERNING = 5.0
_NEW_CLAUSE = re.compile(r"\b(?:and|but|while|which|who)\b")
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
_BECOMES = re.compile(
    r"\b(?:would become|will become|to become|become|folded into|reduced to|(?:come|coming|came|bring|squeezed|cut|shrinks?|shrink) (?:\w+ )?(?:down )?to"
    r"|have to be|room for|(?:will|would) be(?: one of)?|slots?|proposed|no more than|to have|end up with|deficit plan of|planned deficit of|"
    r"plan for|stay|down to)[ \"“(]*(?:about|around|over|more than|nearly|some|just|no more than|one of)?[ \"“(]*$"
)
_BECOMES_AFTER = re.compile(r"(?: \w+)? (?:slots\b|(?:people |staff |posts )?stay\b|will remain)")


def set_modality(folded: str, start: int, end: int, draft: Draft) -> None:
    """Set `modality` from the cues of the draft's sentence, bounded by `start` and `end`."""
    measure = draft.measure
    if measure is None:
        return
    if _is_rebutted(folded, start, end, draft):
        draft.modality, draft.rules["modality"] = Modality.DISPUTED, "rebuttal"
        return
    if measure is Measure.POSTS_AT_RISK:
        draft.modality, draft.rules["modality"] = Modality.POTENTIAL, "measure"
        return
    if measure in _STATES:
        before = folded[max(start, draft.start - 50) : draft.start]
        planned = _BECOMES.search(before) or _BECOMES_AFTER.match(folded, draft.end)
        draft.modality = Modality.PLANNED if planned else Modality.ACTUAL
        draft.rules["modality"] = "level aimed at" if planned else "measure"
        return
    _by_cue(folded, start, end, draft, _DEFAULT.get(measure, Modality.ACTUAL))


def _is_rebutted(folded: str, start: int, end: int, draft: Draft) -> bool:
    for match in _REBUTTED_BEFORE.finditer(folded, draft.end, end):
        if distance(folded, draft, match.start(), match.end()) < _REBUTTAL_REACH:
            return True
    for match in _REBUTTED_AFTER.finditer(folded, start, draft.start):
        if distance(folded, draft, match.start(), match.end()) < _REBUTTAL_REACH / 2:
            return True
    return False


def _by_cue(folded: str, start: int, end: int, draft: Draft, default: Modality) -> None:
    best, modality, rule = _REACH, default, "measure"
    for kind, pattern, bonus in _CUES:
        limit = _TIGHT if kind is Modality.ACTUAL and default is Modality.PLANNED else _REACH
        for match in pattern.finditer(folded, start, end):
            score = distance(folded, draft, match.start(), match.end()) - bonus
            if match.end() <= draft.start and score < _GOVERNING:
                score -= 3
            if match.start() > draft.end and _NEW_CLAUSE.search(folded, draft.end, match.start()):
                score += _BEHIND_AND
            if score < min(best, limit):
                best, modality, rule = score, kind, match[0]
    draft.modality, draft.rules["modality"] = modality, rule


def settle_measure(draft: Draft) -> None:
    """Let modality correct the measure: posts that may go are at risk, not cut."""
    if draft.modality is Modality.POTENTIAL and draft.measure is Measure.POSTS_CUT and draft.unit is not None:
        draft.measure = Measure.POSTS_AT_RISK
        draft.rules["measure"] = f"{draft.rules.get('measure', '')} + potential".strip(" +")
    if (
        draft.modality is Modality.POTENTIAL
        and draft.measure is Measure.POSTS_AT_RISK
        and draft.unit is Unit.PERCENT
    ):
        draft.doubts.append("a share that may go: the text may mean a plan")
