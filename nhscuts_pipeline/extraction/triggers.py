"""The words that tell what happened to the things counted, each with the measure that it speaks for.

Belongs here: phrases and their weight, as data. How a trigger is chosen for a number is in `event`. A
weight is a number of words: of two triggers, one may stand so many words further away and still win.
"""

import re
from dataclasses import dataclass

from nhscuts_pipeline.contracts.vocabulary import Measure
from nhscuts_pipeline.extraction.phrases import any_of


@dataclass(frozen=True, slots=True)
class Trigger:
    """A pattern over lower-case text that speaks for a measure.

    `object_only`: the number stands to its right ("notified the DTI of 250").
    """

    measure: Measure
    pattern: re.Pattern[str]
    weight: int
    object_only: bool = False


def _trigger(measure: Measure, weight: int, *alternatives: str, object_only: bool = False) -> Trigger:
    return Trigger(measure, any_of(*alternatives), weight, object_only)


_COST_WORDS = (
    r"(?:running|management|administrati(?:on|ve)|admin|corporate|support services?|back[- ]office)"
    r"(?: and (?:programme pay|programme|management|administrati(?:on|ve)|support))?(?: services?)?"
    r" (?:costs?|bills?|spend(?:ing)?|overheads?|cost allowances?)"
)
MANAGEMENT_COST = re.compile(
    rf"\b(?:{_COST_WORDS}|running cost allowances?|overheads|spend(?:s|ing)? on (?:running )?(?:itself|"
    rf"themselves)|"
    r"(?:costs?|spend(?:s|ing)?|£[\d.,]+) (?:per|a) head|per head of|for every resident|support services|"
    r"costs? no more than)\b"
)
_NOTIFIED = (
    r"dti\b|department (?:of|for) (?:trade|business)|insolvency service|\bbis\b|hr1s?|the government|"
    r"ministers|the department"
)

COUNT_TRIGGERS = (
    _trigger(
        Measure.REDUNDANCIES_NOTIFIED,
        40,
        rf"notif(?:y|ied|ies|ying)\W+(?:\w+\W+){{0,6}}?(?:{_NOTIFIED})",
        r"(?:told|informed|warned) the (?:dti|department of trade|insolvency service)",
        object_only=True,
    ),
    _trigger(
        Measure.REDUNDANCIES_NOTIFIED,
        32,
        r"(?:were|was|been) notified",
        r"hr1s?",
        r"forms went to the department of trade",
        r"filed (?:for|on)",
        r"filings?",
    ),
    _trigger(
        Measure.REDUNDANCY_NOTICES,
        36,
        r"(?:redundancy|dismissal) (?:notices?|letters?)",
        r"notices of (?:redundancy|dismissal)",
        r"letters of (?:redundancy|dismissal)",
        r"(?:issued|given|handed|sent) notices?",
        r"(?:issued|handed|given|sent)(?: out)? (?:their )?(?:redundancy )?notices?",
    ),
    _trigger(
        Measure.POSTS_AT_RISK,
        30,
        r"at[- ]risk(?: of(?: compulsory)? redundancy)?",
        r"at[- ]risk letters?",
        r"(?:potential|possible|prospective) (?:compulsory )?redundanc(?:y|ies)",
        r"redundancies (?:identified|feared)",
        r"fear(?:s|ed|ing)? (?:for|that)",
        r"under (?:immediate )?threat",
        r"in scope",
        r"section 188",
        r"in(?:to)? (?:formal )?consultation",
        r"out to consultation",
        r"hang(?:s|ing) over",
        r"in jeopardy",
        r"whose (?:jobs|posts) we have to look at",
        r"on the line",
    ),
    _trigger(
        Measure.REDEPLOYED,
        36,
        r"(?:re-?)?deployed",
        r"(?:been )?found (?:new|other|alternative|different|another) (?:\w+ )?(?:posts?|jobs?|roles?|work|"
        r"employment|positions?)",
        r"slotted(?: in| across)?",
        r"(?:been )?matched to",
        r"(?:taken|took) up (?:a |another )?(?:post|job|role)s?",
        r"(?:suitable )?alternative (?:employment|roles?|posts?|jobs?|positions?)",
        r"moved (?:in)?to (?:new |other |vacant )?(?:jobs|posts|roles)",
        r"redeployment",
    ),
    # Of people made redundant and taken back, the second verb tells what is counted, however far it stands.
    _trigger(
        Measure.REDEPLOYED,
        58,
        r"re-?employed|re-?engaged|re-?hired|taken back|taken on again",
        r"(?:were|are|was) back|back (?:with)?in (?:a year|the (?:nhs|service))",
        r"returned to (?:the nhs|nhs jobs|the service|work in the nhs)",
    ),
    _trigger(
        Measure.REDUNDANCIES_NOTIFIED,
        33,
        r"notified",
        object_only=True,
    ),
    _trigger(
        Measure.REDUNDANCIES,
        33,
        r"(?:through|by|taken?|took|accept(?:ed)?|opted for|applied for|put in for) (?:\w+ )?redundancy",
        r"made (?:compulsorily |voluntarily )?redundant|compulsorily redundant",
        r"(?:compulsory|voluntary) (?:or (?:compulsory|voluntary) )?redundanc(?:y|ies)",
        r"compulsory exits|by compulsory",
    ),
    _trigger(
        Measure.REDUNDANCIES,
        24,
        r"redundan(?:t|cy|cies)",
        r"severances?",
        r"mutually agreed resignations?(?: schemes?)?",
        r"mars",
        r"sacked|sackings?|dismissed|dismissals?|laid off|lay[- ]offs?",
        r"volunteered",
        r"expressions? of interest|express(?:ed|ing) an interest",
        r"applied|applications?|applicants",
        r"pay-?offs?|paid off|bought out",
        r"exits?|exit packages",
        r"put (?:their names down|in for)",
        r"asked to (?:go|leave|be considered)",
        r"took the money",
        r"pushed out|could still be pushed",
        r"took (?:voluntary|the (?:scheme|package|money))",
    ),
    _trigger(
        Measure.TURNOVER,
        26,
        r"(?:staff |natural |ordinary |normal |labour )?turnover",
        r"natural wastage",
        r"leave (?:its|their|the) (?:employment|employ)",
        r"(?:leave|left|leaves|leaving|quit)(?: the \w+)? (?:each|every|in a (?:typical|normal)|"
        r"in an (?:ordinary|average)) (?:year|month)?",
        r"in (?:a typical|an ordinary|a normal|an average) (?:year|month)",
        r"in the ordinary way",
        r"walked out",
        r"(?:people|staff|nurses|employees) leav(?:e|ing) (?:the nhs|headquarters|\w+) (?:each|every|in)",
        r"for better jobs|to other jobs",
        r"staff every year",
    ),
    _trigger(
        Measure.VACANCIES,
        27,
        r"vacan(?:t|cy|cies)",
        r"unfilled",
        r"(?:stand|standing|stood|lying|lain) (?:already )?(?:empty|vacant)",
        r"(?:had|with) nobody in (?:them|it)",
        r"nobody in them",
        r"desks already",
    ),
    _trigger(
        Measure.WORKFORCE_CHANGE,
        34,
        r"(?:increase|rise|growth|fall|drop|reduction) in (?:the )?(?:nhs |overall |total |whole )?"
        r"(?:workforce|staff(?:ing)?(?: numbers)?|headcount|payroll)",
        r"(?:increase|rise|growth|fall|drop|reduction) of [^.;]{0,40}? in (?:the )?(?:nhs )?"
        r"(?:workforce|staff\w*|headcount|payroll)",
    ),
    _trigger(
        Measure.WORKFORCE_CHANGE,
        24,
        r"more (?:people|staff|nurses|doctors|managers|employees|workers) (?:than|since|working|employed)",
        r"fewer (?:people|staff|nurses|doctors|managers|employees|workers) than",
        r"(?:has|have|had) (?:grown|risen|swelled|swollen|fallen|shrunk) by",
        r"swelled by|grew by|rose by",
        r"(?:nurses|staff|people|doctors|employees) (?:were )?taken on",
        r"to be recruited|will recruit|plans to recruit|recruiting|newly recruited",
        r"names (?:shorter|longer)|smaller by|equivalents smaller",
        r"headcount (?:came|went|fell|is|has) down by",
        r"increase|rise of",
    ),
    _trigger(
        Measure.POSTS_CUT,
        20,
        r"cuts?|cutting|cull(?:ed|ing)?",
        r"axed?|axing|chop(?:ped)?|slash(?:ed|ing|es)?",
        r"shed(?:s|ding)?",
        r"los(?:e|es|ing|t|s|ses)",
        r"(?:to|will|would|must|could|should|may|might|are|is|be) (?:all )?(?:to )?(?:go|going|gone|leave|"
        r"leaving)",
        r"go|goes|gone|went",
        r"scrap(?:ped|ping)?|remov(?:e|es|ed|ing|al)|delet(?:e|es|ed|ing|ion)|disestablish(?:ed|ing)?|"
        r"abolish(?:ed|ing)?",
        r"fr(?:eeze|eezing|ozen)",
        r"vanish(?:ed|ing)?|disappear(?:ed|ing)?|doomed|earmarked",
        r"reduc(?:e|es|ed|ing|tions?)|shrink(?:s|ing)?|shrunk|downsiz(?:e|ing|ed)|smaller",
        r"trim(?:s|med|ming)?|strip(?:ped|ping)?|thinned|prun(?:e|ed|ing)",
        r"struck off|strike off|struck out|crossed off|written out|closed for good|rip(?:s|ped|ping)? out|"
        r"torn out",
        r"com(?:e|ing) (?:out|off)|taken? out|taking out|takes?(?=\W+(?:\w+\W+){0,3}(?:posts|jobs))",
        r"do without|part(?:ing)? with|get(?:s|ting)? rid of|got rid of|rid of|clear(?:ed|ing)? out|"
        r"clear-?out|clearing",
        r"on their way out|out of work|not be kept on|be pushed|given up|give up",
        r"not (?:be )?replaced|halved?|halving|out by",
        r"wte out|posts out|jobs out|losses|lost|plac(?:e|ed) out|thrown out|shown the door|skilled out",
    ),
    _trigger(Measure.WORKFORCE, 19, r"workforce|payroll|headcount|establishment|staff in place|in post"),
    _trigger(
        Measure.WORKFORCE,
        15,
        r"employ(?:s|ed|ing)?",
        r"on (?:its|their|the|the trust's|the trusts'|our|his) (?:books|roll|staff|rolls)",
        r"-?strong",
        r"work(?:s|ing|ed)? (?:at|for|in|there|full)",
        r"room for|slots?|people stay|total staff|staffing",
    ),
)

MONEY_TRIGGERS = (
    _trigger(
        Measure.DEFICIT,
        26,
        r"deficits?",
        r"shortfalls?|funding gaps?|gaps?",
        r"overspen(?:d|ds|ding|t)",
        r"debts?",
        r"in the red",
        r"(?:black )?hole",
        r"adrift",
        r"short(?: for| of| this| in)?",
        r"overshoots?",
        r"owed|owing|losing money",
    ),
    _trigger(
        Measure.REDUNDANCY_COST,
        28,
        r"redundanc(?:y|ies)(?: (?:bill|costs?|pay(?:ments?|-?outs?)?|packages?|programme|scheme|terms))?",
        r"severance(?: (?:bill|costs?|pay(?:ments?)?|packages?))?",
        r"pay-?offs?|pay-?outs?",
        r"exits?(?: (?:packages?|costs?|payments?|bill))?",
        r"golden (?:goodbyes?|handshakes?)",
        r"(?:farewell )?cheques?",
        r"settlements?",
        r"packages?",
        r"buy(?:ing)? out|bought out|who (?:left|went)|leavers?|departures?",
        r"individual payment|payments? to any|lump[- ]sum",
        r"paying (?:staff|them|people|the rest) to (?:leave|quit|go)|offered money to leave",
        r"made redundant|on the removal of|mars",
        r"provision",
    ),
    _trigger(
        Measure.SAVINGS,
        24,
        r"sav(?:e|es|ed|ing|ings)",
        r"efficienc(?:y|ies)(?: savings?)?",
        r"releas(?:e|es|ed|ing)",
        r"fre(?:e|es|ed|eing)(?: up)?",
        r"cost improvements?",
        r"claw(?:s|ed|ing)? back",
        r"yield(?:s|ed)?",
        r"(?:re)?invested in|to be invested",
        r"off the pay bill",
        r"benefit|repays itself",
        r"turnaround (?:plan|programme)",
    ),
    _trigger(
        Measure.BUDGET,
        19,
        r"budgets?",
        r"spend(?:s|ing)?|spent|outlay|laid out",
        r"allocation|allocated|funding",
        r"pay ?bill|wage bill",
        r"scheme|contract|project|investment|rise|extra|transition|consultants|agency|fees|pays towards|"
        r"pays|income",
        r"turnover",
    ),
)

# A cut in what it costs to run the body, as against the level of those costs.
CUT_WORDS = re.compile(
    r"\b(?:cuts?|cutting|tak(?:e|es|ing|en)\b.{0,40}\b(?:out of|off)|off|out of|strip|slash\w*|reduc\w+|"
    r"sav(?:e|es|ed|ings?)|"
    r"lower|lopped|releas\w+|fre(?:e|es|ed|eing) up|squeez\w+|halv\w+|reverse|come down by|coming down by|"
    r"down by|lose|shave|"
    r"to find|fall of|drop of|trim\w*|shrink\w*|prices? at|share of)\b"
)
LEVEL_WORDS = re.compile(
    r"\b(?:stand(?:s|ing)? at|stood at|cost(?:s|ing)? (?:of|are|were|is|was)?|spend(?:s|ing)?|from|to|"
    r"combined|total|come down to|"
    r"coming down|comes? in at|level|allowance|have to be|at)[ \"“(]*(?:about|around|over|more than|nearly|"
    r"some|no more than)?[ \"“(]*$"
)

VOLUNTARY = re.compile(
    r"\b(?:voluntar(?:y|ily)|volunteer(?:s|ed)?|mutually agreed|mars|expressions? of interest|express(?:ed|"
    r"ing) an interest|"
    r"applied|applications?|applicants|put (?:their names down|in for)|asked to (?:go|leave|be considered)|"
    r"took the money)(?!\w)"
)
COMPULSORY = re.compile(r"\b(?:compulsor(?:y|ily)|against their will|forced out|sacked|dismissed)(?!\w)")
BOTH_KINDS = re.compile(
    r"\b(?:voluntary (?:or|and) compulsory|compulsory (?:or|and) voluntary|pushed .{0,20}persuaded|"
    r"whether voluntary or compulsory)(?!\w)"
)
