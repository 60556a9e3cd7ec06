"""What happened to posts and people: the phrases of each measure of staff, with their weights.

Belongs here: phrases. How one is chosen for a number is in `event`; money's are in `triggers`.
"""

from nhscuts_pipeline.contracts.vocabulary import Measure
from nhscuts_pipeline.extraction.triggers import trigger

_NOTIFIED = (
    r"dti\b|department (?:of|for) (?:trade|business)|insolvency service|\bbis\b|hr1s?|the government|"
    r"ministers|the department"
)
_STAFF = r"(?:people|staff|nurses|doctors|managers|employees|workers|administrators|posts|jobs)"
_POSTS = r"(?:posts?|jobs?|roles?|positions?)"

COUNT_TRIGGERS = (
    # Of people made redundant and taken back, the second verb tells what is counted, however far it stands.
    trigger(
        Measure.REDEPLOYED,
        46,
        r"re-?employed|re-?engaged|re-?hired|re-?appointed|hired? (?:\S+ ){0,4}back|hired again|taken back|"
        r"taken on (?:again|by)",
        r"already back|back (?:at|behind|in) (?:their|his|her) (?:old )?(?:desks?|jobs?|posts?|work)",
        r"(?:were|are|was|is|come|came|gone) back (?:at work|in post|on the payroll|in the|within|in a)",
        r"(?:were|are|was) back|back (?:with)?in (?:a year|the (?:nhs|service))",
        r"returned to (?:the nhs|nhs jobs|the service|work|an? (?:nhs )?(?:employer|job|post|trust))",
        r"now (?:work(?:s|ing)? (?:for|at|in)|(?:hold|have|fill)(?: \w+){0,3} (?:posts?|jobs?|roles?))",
    ),
    trigger(
        Measure.REDUNDANCIES_NOTIFIED,
        40,
        rf"notif(?:y|ied|ies|ying)\W+(?:\w+\W+){{0,6}}?(?:{_NOTIFIED})",
        r"(?:told|informed|warned) the (?:dti|department of trade|insolvency service)",
        r"(?:gave|given?|giving|serv(?:ed|ing)|lodged|submitted)(?: \w+){0,5} (?:advance )?notice of",
        object_only=True,
    ),
    trigger(
        Measure.REDUNDANCIES_NOTIFIED,
        32,
        r"(?:were|was|been) notified",
        r"hr1s?",
        r"forms went to the department of trade",
        r"advance notif\w+",
        r"filed (?:for|on)",
        r"filings?",
    ),
    trigger(Measure.REDUNDANCIES_NOTIFIED, 33, r"notified", object_only=True),
    trigger(
        Measure.REDUNDANCY_NOTICES,
        36,
        r"(?:redundancy|dismissal) (?:notices?|letters?|slips?)",
        r"(?:notices?|letters) of (?:redundancy|dismissal)",
        r"(?:issued|given|handed|sent|served)(?: out)?(?: with)? (?:their )?notices?",
        r"(?:under|on|serving) notice",
    ),
    trigger(
        Measure.REDEPLOYED,
        36,
        r"(?:re-?)?deployed|redeployment",
        r"found (?:new|other|alternative|different|another) (?:\w+ )?(?:posts?|jobs?|roles?|work|employment|"
        r"positions?)",
        r"slotted(?: in| across)?|slotting in",
        r"matched to|placed (?:elsewhere|in(?:to)? (?:other|new|vacant))",
        r"found (?:somewhere|places?|homes?|a home)",
        r"(?:taken|took) up (?:a |another )?(?:post|job|role)s?",
        r"(?:suitable )?alternative (?:employment|roles?|posts?|jobs?|positions?|work)",
        r"(?:moved|transferred) (?:in)?to (?:new |other |vacant )?(?:jobs|posts|roles)",
        r"(?:new|other) (?:posts|jobs|roles) for",
    ),
    trigger(
        Measure.WORKFORCE_CHANGE,
        34,
        r"(?:increase|rise|growth|fall|drop|reduction) in (?:the )?(?:nhs |overall |total |whole )?"
        r"(?:workforce|staff(?:ing)?(?: numbers)?|headcount|payroll)",
        r"(?:increase|rise|growth|fall|drop|reduction) of [^.;]{0,40}? in (?:the )?(?:nhs )?"
        r"(?:workforce|staff\w*|headcount|payroll)",
    ),
    trigger(
        Measure.REDUNDANCIES,
        33,
        r"(?:through|by|taken?|took|accept(?:ed)?|opted for|applied for|put in for) (?:\w+ )?redundancy",
        r"made (?:compulsorily |voluntarily )?redundant|compulsorily redundant",
        r"(?:compulsory|voluntary) (?:or (?:compulsory|voluntary) )?redundanc(?:y|ies)",
        r"compulsory exits|by compulsory",
    ),
    trigger(
        Measure.POSTS_AT_RISK,
        30,
        r"at[- ]risk(?: of(?: compulsory)? redundancy)?(?: letters?)?",
        r"(?:potential|possible|prospective) (?:compulsory )?redundanc(?:y|ies)",
        r"redundancies (?:identified|feared)",
        r"fear(?:s|ed|ing)? (?:for|that)",
        r"under (?:immediate )?threat|threatened with",
        r"in(?:to)? scope|ring-?fenced for competition",
        r"section 188|s188",
        r"in(?:to)? (?:formal )?consultation|out to consultation|consult(?:ed|ing) (?:over|on|with|about)",
        r"hang(?:s|ing) over",
        r"in jeopardy|in doubt|on the line|in the firing line|facing the (?:axe|sack|chop)",
        r"whose (?:jobs|posts) (?:we have to look at|are)",
    ),
    trigger(
        Measure.VACANCIES,
        27,
        r"vacan(?:t|cy|cies)",
        r"unfilled|unoccupied",
        r"(?:stand|standing|stood|lying|lain|lies|sit|sitting) (?:already )?(?:empty|vacant|idle)",
        rf"{_POSTS} (?:\w+ ){{0,2}}empty|empty (?:posts|jobs|desks|chairs)",
        r"(?:had|with|have|has) (?:nobody|no one) in (?:them|it)|(?:nobody|no one) (?:occupied|in them)",
        r"waiting to be filled|(?:posts|jobs|roles|places) to fill",
    ),
    trigger(
        Measure.TURNOVER,
        26,
        r"(?:staff |natural |ordinary |normal |labour )?turnover",
        r"natural wastage|attrition",
        r"leave (?:its|their|the) (?:employment|employ)",
        r"(?:leave|left|leaves|leaving|quit)(?: the \w+)? (?:each|every|in a (?:typical|normal)|"
        r"in an (?:ordinary|average)) (?:year|month)?",
        r"in (?:a typical|an ordinary|a normal|an average) (?:year|month)",
        r"in the (?:ordinary|normal|usual) (?:way|course)",
        r"walked out|resign(?:ed|ing) (?:to|for|from)|(?:moved|gone|left) (?:on )?(?:to|for) (?:other|"
        r"better|new) (?:jobs|employers)",
        rf"{_STAFF} leav(?:e|ing) (?:the nhs|headquarters|\w+) (?:each|every|in)",
        r"for better jobs|to other jobs|(?:jobs|work) elsewhere|moved on|retir(?:e|ed|ing)|of (?:his|her|"
        r"their) own accord",
        r"staff every year|leavers a year",
    ),
    trigger(
        Measure.REDUNDANCIES,
        24,
        r"redundan(?:t|cy|cies)",
        r"severances?",
        r"mutually agreed resignations?(?: schemes?)?",
        r"mars",
        r"sacked|sackings?|dismissed|dismissals?|laid off|lay[- ]offs?",
        r"volunteers?|volunteered|takers|came forward|come forward|put (?:up )?their hands? up|hands up",
        r"expressions? of interest|express(?:ed|ing) an interest",
        r"applied|applications?|applicants|signed up",
        r"pay-?offs?|paid off|bought out",
        r"exits?|exit packages",
        r"put (?:their names down|in for)",
        r"asked to (?:go|leave|be considered)",
        r"pushed out|could still be pushed",
        r"took (?:voluntary|the (?:scheme|package|money|offer))",
        r"turned (?:down|away)",
    ),
    trigger(
        Measure.WORKFORCE_CHANGE,
        24,
        rf"(?:more|extra|additional) {_STAFF} (?:than|since|working|employed)",
        rf"fewer {_STAFF} than",
        r"(?:has|have|had) (?:grown|risen|swelled|swollen|fallen|shrunk|climbed|dropped) by",
        r"(?:swelled|grew|rose|climbed|jumped|fell|dropped|declined|shrank|slipped|edged (?:up|down)|"
        r"gone (?:up|down)|swollen)"
        r" (?:overall )?by|(?:up|down) by|(?:fewer|more) than in",
        rf"{_STAFF} (?:were )?taken on",
        r"to be recruited|will recruit|plans to recruit|recruiting|newly recruited|recruit(?:s|ed)|hired|"
        r"tak(?:e|es|ing) on|took on",
        r"names (?:shorter|longer)|smaller by|equivalents smaller",
        r"(?:extra|additional)(?= [a-z]+)",
        r"increase|rise of|net (?:rise|fall|gain|loss)",
    ),
    trigger(
        Measure.POSTS_CUT,
        20,
        r"cuts?|cutting|cull(?:ed|ing)?|purge",
        r"axed?|axing|chop(?:ped|ping)?|slash(?:ed|ing|es)?|hack(?:ed|ing)?",
        r"shed(?:s|ding)?|jettison(?:ed|ing)?",
        r"los(?:e|es|ing|t|s|ses)",
        r"(?:to|will|would|must|could|should|may|might|are|is|be) (?:all )?(?:to )?(?:go|going|gone|leave|"
        r"leaving)",
        r"scrap(?:ped|ping)?|remov(?:e|es|ed|ing|al)|delet(?:e|es|ed|ing|ions?)|disestablish(?:ed|ing|es)?|"
        r"abolish(?:ed|ing|es)?|eliminat(?:e|ed|es|ing)|dispens(?:e|es|ed|ing) with|(?:do|does|doing|"
        r"did) away with",
        r"fr(?:eeze|eezing|ozen)",
        r"vanish(?:ed|ing|es)?|disappear(?:ed|ing|s)?|doomed|earmarked|surplus",
        r"reduc(?:e|es|ed|ing|tions?)|shrink(?:s|ing)?|shrunk|downsiz(?:e|es|ing|ed)|slimm?(?:ed|ing|s)?|"
        r"smaller",
        r"trim(?:s|med|ming)?|strip(?:s|ped|ping)?(?: out)?|thinn?(?:ed|ing|s)?|prun(?:e|ed|ing|es)|"
        r"par(?:ed|ing)(?: back)?",
        r"struck off|strik(?:e|ing) (?:off|out)|struck out|cross(?:ed|ing) off|written out|closed for good|"
        r"rip(?:s|ped|ping)? out|torn out|weed(?:ed|ing) out|phas(?:ed|ing) out|wip(?:ed|ing) out",
        r"com(?:e|es|ing) (?:out|off)|tak(?:e|es|ing|en) out|takes?(?=\W+(?:\w+\W+){0,3}(?:posts|jobs))",
        r"do without|manag(?:e|ing) with|part(?:s|ed|ing)? with|(?:get|gets|getting|got) rid of|rid of|"
        r"clear(?:ed|ing)? out|clear-?out|clearing",
        r"on their way out|out of work|not be kept on|not being kept on|be pushed|g(?:ive|iven|ave|iving) up|"
        r"offer(?:ed|ing)? up|hand(?:ed|ing)? back",
        r"not (?:be )?replaced|halved?|halving|out by|to sack",
        r"wte out|posts out|jobs out|losses|lost|thrown out|shown the door",
        rf"fewer {_STAFF}",
    ),
    trigger(Measure.POSTS_CUT, 14, r"go|goes|gone|went"),
    trigger(Measure.WORKFORCE, 19, r"workforce|payroll|headcount|establishment|staff in place|in post"),
    trigger(
        Measure.WORKFORCE,
        15,
        r"employ(?:s|ed|ing)?",
        r"on (?:its|their|the|the trust's|the trusts'|our|his) (?:books|roll|staff|rolls)",
        r"-?strong",
        r"work(?:s|ing|ed)? (?:at|for|in|there|full)",
        r"room for|slots?|people stay|total staff|staffing",
    ),
)
