"""What a word of a document is about, coarsely: a cut, a redundancy, a sum saved, a crowd, a patient.

Belongs here: word stems by class, as evidence for `gate`. Which measure a phrase names is `triggers`'.
"""

from functools import lru_cache

# Stems, each standing for every word that begins with it; "=" asks for the whole word. Whole words come
# before stems, and longer stems before shorter ones.
_CLASSES: dict[str, str] = {
    "redundant": """
        redundan severance =mars retrench layoff lay-off laid-off sacking sacked dismiss payoff pay-off
        payout pay-out goodbye compulsor voluntar resignation p45 notice =notices =consulted consultation
        =consulting =consult
    """,
    "cut": """
        =cut =cuts cutting =axe =axed =axes axing =shed =sheds shedding =lose =loses losing =lost =loss
        =losses slash trim delet remov scrap reduc shrink shrank shrunk =fewer eliminat abolish cull
        =prune pruned pruning disestablish freez froze =going =gone dispens strip eradicat disappear
        vanish surplus =halve =halved halving downsiz slim sacrific earmark =chop =clear =cleared clearing
        =lop =lopped =drop dropping thin thinning wither whittl =pare =pared
    """,
    "risk": """
        =risk =risks threat jeopard danger fear warn potential =could =might =may doubt peril uncertain
        =scope
    """,
    "workforce": """
        workforce headcount payroll employ =staff staffing establishment =wte =wtes =fte =ftes manpower
        =post =posts =job =jobs =role =roles =position =positions workers colleague personnel vacan
        unfilled
    """,
    "hire": """
        recruit =hire =hired =hires hiring appoint re-employ re-engag rehire re-hire redeploy retrain
        =join =joined
    """,
    "leave": """
        =leave =leaves leaver leaving =left retire retirement turnover attrition depart =quit =quits =exit
        =exits wastage
    """,
    "volunteer": """
        volunteer takers applied applicat applican =apply =express expression =asked accept =signed enquir
    """,
    "saving": """
        saving =save =saves =saved efficienc releas reinvest recurrent =qipp =cip =cips productivit
    """,
    "deficit": """
        deficit debt overspen shortfall =gap =hole =owe =owes =owing =owed adrift imbalance =red
    """,
    "cost": """
        =cost =costs =costing =costly =bill =bills =price =priced provision expens =spend =spending =spent
        overhead payment cheque
    """,
    "running": """
        =running administrat management bureaucra back-office corporate
    """,
    "budget": """
        budget allocat funding =fund =funds =income =grant =grants revenue =capital invest allowance
        envelope =pot
    """,
    "pay": """
        salar =wage =wages pension =earn =earns =earned earning remunerat =band =bands =banded award
        subscript bonus overtime =paid =fee =fees =pay =rise
    """,
    "crowd": """
        protest =march =marched marchers rally =rallied vigil petition demonstrat picket =strike =strikes
        ballot =vote =voted =votes =poll turnout =lobby lobbied =crowd gathered =gather
    """,
    "survey": """
        survey respon questionnaire answer repl question interview =member =members membership
    """,
    "patient": """
        patient =waiting =wait =waited =waits =treat =treats treated treatment operation appointment
        admission =attend =attended attendance =ward =wards =bed =beds =theatre =theatres caseload =calls
        ambulances =clinic =clinics surger infect resident population catchment =baby =babies births
        deaths =scan scanner household children pupils people's
    """,
    "age": """
        =aged =age birthday mother father grandm =old widow married =son daughter
    """,
    "outside": """
        =council =councils =council's councillor =police =fire firefight library libraries librarian
        school teacher universit factor shipyard steel =car =cars =firm =firms =firm's =company =company's
        companies manufactur retail supermarket shop =store =stores bank =airline airlines builder
        =construction contractor supplier =farm farmer hotel soldier =army =navy prison =court dockyard
        business housing tenant highway =road =roads rail =bus =buses =fare =fares football =club
        =match =goal =goals election =seat =seats =party parish =church charity =league raffle donat
        fundrais sponsor
    """,
    "ours": """
        =nhs =nhs's hospital =trust =trusts =trust's =pct =pcts =icb =icbs =sha =shas =ccg =ccgs =csu
        =csus =health healthcare infirmary nurse nursing midwi doctor consultant clinical medical
        paramedic =ambulance =monitor commissioning dhsc =dh =department =unison =rcn =gmb =unite amicus
        =bma
    """,
    "org": """
        organisation organization =bodies =body authorit =boards =board cluster employers provider
    """,
    "share": """
        =share =third =thirds =quarter =quarters =half fraction proportion =rate percent
    """,
    "total": """
        =total =totals totall =tally =tallies =count =number =numbers =figure =figures altogether overall
        =toll =sum =sums
    """,
    "level": """
        =from =to =down =up =fell =fall =falls fallen falling =rose =rises risen rising =grew grown =grow
        =grows increas swell swollen climb dropped
    """,
    "plan": """
        =plan =plans planned planning propos =target =targets =aim =aims =aimed intend intent expect =will
        =would =must =should =need =needs =order =orders ordered
    """,
    "time": """
        =year =years =month =months =week =weeks =day =days =hour =hours minute =today yesterday tomorrow
    """,
    "paper": """
        =page =pages =section =sections paragraph =table =tables appendix =annex =note =notes column =item
        =items clause =score =scored =scale
    """,
    "law": """
        statut threshold =legal =law =laws =requires =required regulation =act =acts
    """,
}


_CLASS_OF_WORD = {word: name for name, words in _CLASSES.items() for word in words.split()}
_WHOLE = {word[1:]: name for word, name in _CLASS_OF_WORD.items() if word.startswith("=")}
_STEMS = {word: name for word, name in _CLASS_OF_WORD.items() if not word.startswith("=")}
_SHORTEST = min(map(len, _STEMS))


@lru_cache(maxsize=16_384)
def class_of(word: str) -> str | None:
    """The class of a lower-case word, None for one that says nothing: "shedding" is "cut"."""
    if word in _WHOLE:
        return _WHOLE[word]
    stems = (word[:end] for end in range(len(word), _SHORTEST - 1, -1))
    return next((_STEMS[stem] for stem in stems if stem in _STEMS), None)
