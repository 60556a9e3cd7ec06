"""The words that tell what happened to the things counted, each with the measure that it speaks for.

Belongs here: phrases and their weight, as data. How a trigger is chosen for a number is in `event`. A
weight is a number of words: of two triggers, one may stand so many words further away and still win.
"""

from dataclasses import dataclass

from nhscuts_pipeline.contracts.vocabulary import Measure
from nhscuts_pipeline.extraction.phrases import Expression, any_of


@dataclass(frozen=True, slots=True, eq=False)
class Trigger:
    """An expression over lower-case text that speaks for a measure.

    `object_only`: the number stands to its right ("notified the DTI of 250").
    """

    measure: Measure
    expression: Expression
    weight: int
    object_only: bool = False


def trigger(measure: Measure, weight: int, *alternatives: str, object_only: bool = False) -> Trigger:
    """A trigger of several phrases; see `phrases.any_of`."""
    return Trigger(measure, any_of(*alternatives), weight, object_only)


_COST_WORDS = (
    r"(?:running|management|administrati(?:on|ve)|admin|corporate|support services?|back[- ]office)"
    r"(?: and (?:programme pay|programme|management|administrati(?:on|ve)|support))?(?: services?)?"
    r" (?:costs?|bills?|spend(?:ing)?|overheads?|budgets?|cost allowances?)"
)
MANAGEMENT_COST = Expression(
    rf"\b(?:{_COST_WORDS}|running cost allowances?|overheads|cost base|"
    r"spen(?:d|ds|t|ding) on (?:running )?(?:itself|themselves)|"
    r"costs? of (?:administ\w+|managing|running (?:itself|the board))|administering|"
    r"(?:costs?|spend(?:s|ing)?|£[\d.,]+) (?:per|a) head|per head of|for every resident|support services|"
    r"costs? no more than|"
    r"(?:from|on|in|off) (?:its |their |the )?(?:administration|management|bureaucracy|overheads|"
    r"back[- ]offices?)"
    r"(?! consult| trainee| team))\b"
)
MONEY_TRIGGERS = (
    trigger(
        Measure.REDUNDANCY_COST,
        28,
        r"redundanc(?:y|ies)(?: (?:bill|costs?|pay(?:ments?|-?outs?)?|packages?|programme|scheme|terms))?",
        r"severance(?: (?:bill|costs?|pay(?:ments?)?|packages?))?",
        r"pay-?offs?|pay-?outs?",
        r"exits?(?: (?:packages?|costs?|payments?|bill))?",
        r"golden (?:goodbyes?|handshakes?)",
        r"(?:farewell )?cheques?",
        r"settlements?|compensation|sweeteners?",
        r"packages?",
        r"buy(?:ing)? out|bought out|who (?:left|went)|leavers?|departures?",
        r"individual payment|payments? to any|lump[- ]sums?",
        r"(?:paying|paid|to pay) (?:staff|them|people|the rest|off)(?: to (?:leave|quit|go))?|money to leave",
        r"made redundant|on the removal of|mars|to sack|sacking",
        r"provision",
    ),
    trigger(
        Measure.DEFICIT,
        26,
        r"deficits?",
        r"shortfalls?|(?:funding |budget )?gaps?|black hole|hole",
        r"overspen(?:d|ds|ding|t)|over budget|overshoots?|overshot",
        r"debts?|in the red|owed|owing|losing money|lost(?= £)|losing(?= £)",
        r"adrift|too much|missing",
        r"short(?: for| of| this| in)?",
    ),
    trigger(
        Measure.SAVINGS,
        24,
        r"sav(?:e|es|ed|ing|ings)",
        r"efficienc(?:y|ies)(?: savings?)?|productivity",
        r"releas(?:e|es|ed|ing)",
        r"fre(?:e|es|ed|eing)(?: up)?",
        r"cost improvements?|cost-cutting",
        r"claw(?:s|ed|ing)? back|withh(?:eld|old)|top-?sliced?",
        r"yield(?:s|ed)?|windfall|dividend",
        r"(?:re)?invested in|to be invested|put(?:ting)? back|back (?:in)?to (?:the )?(?:front|care|"
        r"services)",
        r"off the pay bill|a year better|less than (?:last|the)|in return|worth",
        r"(?:has|have|had|needs?|must|told|asked) (?:to )?(?:be found|find)|to be found|offer(?:ed|ing)? up",
        r"benefit|repays itself|contribut(?:e|es|ion|ing)",
        r"(?:turnaround|recovery) (?:plans?|programmes?)",
    ),
    trigger(
        Measure.BUDGET,
        19,
        r"budgets?",
        r"spend(?:s|ing)?|spent|outlay|laid out|burned through|costing",
        r"allocations?|allocated|funding",
        r"pay ?bill|wage bill",
        r"scheme|contract|project|investment|rise|extra|transition|consultants|consultancy|agency|locums|"
        r"fees|"
        r"pays towards|pays|income",
        r"turnover",
    ),
)

# A cut in what it costs to run the body, as against the level of those costs.
CUT_WORDS = Expression(
    r"\b(?:cuts?|cutting|tak(?:e|es|ing|en)\b.{0,40}\b(?:out of|off)|off|out of|strip|slash\w*|reduc\w+|"
    r"sav(?:e|es|ed|ings?)|"
    r"lower|lopped|releas\w+|fre(?:e|es|ed|eing) up|squeez\w+|halv\w+|reverse|come down by|coming down by|"
    r"down by|lose|shave|"
    r"to find|fall of|drop of|trim\w*|shrink\w*|prices? at|share of)\b"
)
LEVEL_WORDS = Expression(
    r"\b(?:stand(?:s|ing)? at|stood at|cost(?:s|ing)? (?:of|are|were|is|was)?|spend(?:s|ing)?|from|to|"
    r"combined|total|come down to|"
    r"coming down|comes? in at|level|allowance|have to be|at)[ \"“(]*(?:about|around|over|more than|nearly|"
    r"some|no more than)?[ \"“(]*$"
)

VOLUNTARY = Expression(
    r"\b(?:voluntar(?:y|ily)|volunteer(?:s|ed)?|mutually agreed|mars|expressions? of interest|express(?:ed|"
    r"ing) an interest|"
    r"applied|applications?|applicants|put (?:their names down|in for)|asked to (?:go|leave|be considered)|"
    r"took the money)(?!\w)"
)
COMPULSORY = Expression(r"\b(?:compulsor(?:y|ily)|against their will|forced out|sacked|dismissed)(?!\w)")
BOTH_KINDS = Expression(
    r"\b(?:voluntary (?:or|and) compulsory|compulsory (?:or|and) voluntary|pushed .{0,20}persuaded|"
    r"whether voluntary or compulsory)(?!\w)"
)
