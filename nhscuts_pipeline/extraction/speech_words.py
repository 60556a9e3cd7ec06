"""The verbs, phrases and nouns that attribute words to somebody.

Belongs here: the lists alone. Does not belong here: when such a word is a cue (speech.py).
"""

VERBS = """
    said says say saying told tells claimed claims claim warned warns warn warning revealed reveals
    reveal revealing disclosed discloses insisted insists insist insisting reckoned reckons reckon
    believed believes believe feared fears fear fearing argued argues argue arguing added adds adding
    explained explains admitted admits conceded concedes confirmed confirms reported reports stated
    states announced announces counted countered replied replies writes wrote describes described
    calculated calculates expects expected expect predicted predicts thinks thought hopes hope wants
    wanted wanting asks urges urged prices priced fumed stressed maintained complained alleged suggested
    suggests suggesting found knew knows asked calls swear swears advised advises noted declared
    promised requires required grumbled published showed shows show emailed observed acknowledged
    accepted assures assured blames remains demanded demanding demands reads undertook concluded
    concludes forecast forecasts projects anticipates anticipated pledged vowed commented retorted
    responded remarked cited cites quotes quoted ordered instructed assumes claiming estimated
    estimating indicates indicate retort retorts fumes sighed sighs observes remarks notes stresses
    maintains complains complain protested protests counters quipped quips joked jokes shrugged shrugs
    whispered muttered boasted boasts lamented laments chips snapped snaps contends contended asserts
    asserted testified testifies want price hoping reiterated commented comments responds recalled
    recalls anticipate forecasting predicting envisages envisage hears heard learned learnt guesses
    guessed puts continued continues accused accuses uncovered uncovers unearthed accepts accept hoped
    foresees foresaw foresee
    mentions lists logged envisaged modelled suspects suspected recorded sobbed sobs wept sniffed mused
    finds signalled signals signalling hinted hints implied implies intimated cautioned cautions
    acknowledges acknowledging conceding admitting confirming announcing disclosing stating telling briefed
    shouts shouted storms stormed thundered thunders raged rages blasted blasts bellowed roared roars joked
    ventured ventures posited opined opines divulged foretold foretells speculates speculated conjectured
    guaranteed guarantees reassured reassures reminded reminds swore reckoning noting adjudged
    surmised deduced deduces computed computes tallied tallies chided sneered sneers scoffed scoffs hissed
    whispers mutters grumbles growled growls groaned groans exclaimed exclaims cried cries declares declaring
    proclaimed proclaims testifying attested attests volunteered rejoined chimes chimed
    add argue calculate concede confirm declare estimate maintain note observe predict promise recount
    recounts suggest understand understands warn wish wishes promises promising costed
    """.split()
VERB_PHRASES = (
    "pointed out|points out|point out|puts its|puts the|put the number|put the figure|put the total|"
    "put the bill|put the cost|goes on|gets to|get to|comes out at|came out at|settled on|points to|point to|"
    "pencilled in|informed us|offered an estimate|talked of|talk of|speak of|speaks of|spoke of|spoken of|"
    "makes plain|makes it|sets a|called for|calls for|put at|puts at|put it at|puts it at|"
    "put it to|puts it to|counts on|is hoping|drew attention to|owned up|own up|owns up|let slip|lets slip|"
    "hit back|hits back|made clear|makes clear|made it clear|makes it clear|laid out|has undertaken to|"
    "have undertaken to|had undertaken to|has consented to|have consented to|had consented to|is adamant|"
    "are adamant|was adamant|is confident|was confident|is convinced|was convinced|is predicting|"
    "would like|pointing out|working assumption is|assumption is|expectation is|estimate is|forecast is|"
    "projection is|prediction is|guess is|ambition is|belief is|fear is|assumption was|expectation was|"
    "gave us|gives the|estimate was|forecast was|projection was|prediction was|guess was|"
    "broke it to|holds that|hold that|held that|pencil in|pencils in|"
    "is forecasting|is expecting|are expecting|was expecting|is banking on|are banking on|is working on"
).split("|")
# Nouns that name a reckoning ("by the union's count"), some of them verbs too.
RECKONINGS = (
    "reckoning reading arithmetic view count counts estimate estimates sums calculation calculations tally"
).split()
# Nouns that hold somebody's words: "a Conservative claim that", "suggestions in the trade press that".
CLAIMS = (
    "claim claims suggestion suggestions allegation allegations assertion assertions statement "
    "statements report reports rumour rumours estimate estimates prediction predictions"
).split()
BOTH = frozenset(("count", "counts", "estimate", "estimates"))
# The words before these can be the quotation itself: "...," said Ann Ash.
INVERTING = frozenset(
    """
    said says warned warns added adds explained explains countered counters replied replies writes wrote
    fumed fumes argued argues claimed claims conceded concedes grumbled insisted insists pointed points
    emailed asked asks retorted retorts retort sighed sighs observed observes remarked remarks noted notes
    complained complains protested protests commented comments quipped quips joked jokes shrugged shrugs
    muttered boasted boasts lamented laments snapped snaps contends contended asserts asserted responded
    responds recalled recalls shouts shouted storms stormed thundered thunders raged rages blasted blasts
    bellowed roared roars ventured opined opines hissed cried cries exclaimed growled growls scoffed
    scoffs sneered sneers chimes chimed volunteered cautioned cautions maintained maintains stressed
    stresses declared predicted predicts admitted
    admits suggested suggests reckons reckoned continued continues concluded concludes vowed promised urged
    """.split()
)
PARTICIPLES = frozenset(
    [
        "told",
        "expected",
        "estimated",
        "thought",
        "believed",
        "said",
        "feared",
        "reported",
        "described",
        "required",
        "found",
        "asked",
        "priced",
        "instructed",
        "ordered",
        "warned",
        "advised",
        "assured",
        "urged",
        "accused",
        "promised",
        "costed",
        "calculated",
        "modelled",
    ]
)
