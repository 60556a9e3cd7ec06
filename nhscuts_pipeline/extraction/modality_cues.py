"""The words of tense, mood and rebuttal, as data.

Belongs here: phrases. How a cue is chosen for a number is in `modality`.
"""

from nhscuts_pipeline.extraction.phrases import any_of

# "The 415 was plucked from thin air": the number stands before the rebuttal.
REBUTTED_BEFORE = any_of(
    r"wide of the mark",
    r"plucked (?:out of|from)",
    r"(?:not|isn't|never|n't) (?:an? |the )?(?:figure|number|sum|total)s? (?:that )?"
    r"(?:we|they|it|he|she|his|her|their|i|its?)\b[^.]{0,20}\brecogni[sz]e[sd]?",
    r"(?:don't|do not|does not|did not|didn't|could not|couldn't) recogni[sz]e",
    r"(?:pure |complete |total |utter )?(?:fantasy|fiction|guesswork|speculation|nonsense|invention|"
    r"rubbish|hogwash|tosh|baloney)",
    r"should have (?:read|said|been)",
    r"plain wrong|simply (?:wrong|untrue)|(?:was|is|were|are) (?:way|wildly) (?:out|off)",
    r"(?:has|had|have) never been|was never",
    r"an exercise in \w+",
    r"never deserved|should not be believed|not to be believed",
    r"(?:was|were|is|are) (?:wrong|untrue|false|inaccurate|misleading|exaggerated|made up)",
    r"took no account of",
    r"look(?:s|ed)? again at",
    r"(?:has|have|had) been withdrawn",
    r"somebody else's|someone else's",
    r"scaremongering",
    r"said that it would not",
    r"no basis in fact|without foundation|bears? no relation",
)
# "Dismissed the 600", "wrongly given as 78": it stands after it.
REBUTTED_AFTER = any_of(
    r"no idea where",
    r"(?:nor|neither) do(?:es)? (?:i|we|they|it|he|she) recogni[sz]e|takes? issue with|disown(?:s|ed)?",
    r"wrongly (?:given|printed|reported|stated|put)(?: as| at)?|originally (?:had|said|gave|reported)",
    r"(?:despite|contrary to) reports? (?:that|of)",
    r"as [\"'“‘]?(?:fiction|fantasy|nonsense)[\"'”’]? (?:reports|claims|suggestions)",
    r"(?:dismissed|rejected|denied|disputed|rubbished) (?:the|that|reports?|claims?|suggestions?)",
    r"as for (?:the|his|her) [^,]{0,30}?",
    r"not(?= $)",
)
POTENTIAL = any_of(
    # The month stands behind a preposition or a day, and before a year or a second month.
    r"could|might|(?<!in )(?<!since )(?<!of )(?<!by )(?<!until )(?<!last )(?<!from )(?<!between )(?<!\d )"
    r"may(?! (?:20|and|to)\b)(?![,.;])",
    r"fears?|feared|fearing|warns?|warned|warning",
    r"at risk|under threat|in jeopardy|threaten(?:s|ed|ing)",
    r"potential(?:ly)?|possible|possibly|perhaps|likely",
    r"modelled at|model(?:s|led)|estimated (?:at|that)|estimates? (?:at|that|of)|projected",
    r"(?:we|i) (?:would )?(?:make|reckon|put) it|i'd put it|by (?:our|my) (?:own )?(?:arithmetic|reckoning|"
    r"calculation)",
    r"reckons?|suspects?",
    r"prices? (?:the \w+ )?at|works out at|put at anything",
    r"looks? set to|if nothing|if|puts? (?:the|it) [^,.;]{0,40}? at",
)
PLANNED = any_of(
    r"will|would|shall|'ll",
    r"(?:is|are|was|were) to|to be|going to|are going|due to|set to",
    r"plans?|planned|planning|intends?|intended|intending|proposes?|proposed|proposals?|proposing",
    r"expects?|expected|expecting|hopes?|hoped|hoping|aims?|aimed|aiming|seeks?|seeking|wants?|wanted|"
    r"envisages?",
    r"targets?|targeted|ambition|forecast|budgeted",
    r"must|needs? to|has to|have to|had to|should|supposed to|required?|requires|under orders|instructed|"
    r"instruction|(?:told|ordered|been asked|was asked|were asked) to",
    r"announced|earmarked|agreed to(?= [a-z])|promised|undertook|pledged|committed to|set themselves",
    r"decid(?:ed|es) to|over the next|next (?:year|month|spring|summer|autumn|winter|april|march)",
    r"in order to|scheme to|bid to|to remove|to clear|to save|to find|to go|yet to|still to",
    r"facing|faces?|on (?:their|its) way out|demands?|demanded",
    r"running (?:tally|count|total)|tallies",
    r"believes it will|have been told|has been told",
)
# Money that is put away or a level that is aimed at is planned, whatever the tense of the verb.
SET_ASIDE = any_of(
    r"set aside|put (?:aside|by)|pencil(?:s|led)? in|ring-?fenced|provision|provided for|earmarked|budgeted|"
    r"ambition|pot of"
)
ACTUAL = any_of(
    r"(?:has|have|had)(?: (?:already|now|since|also|been|so far|all|just|recently|only|between them))* "
    r"(?:\w+ed|gone|left|made|lost|shed|cut|fallen|risen|grown|come|been|taken|given|found|frozen|got|put|"
    r"laid|struck|closed|let)",
    r"was|were|did|made|left|lost|took|went|gone|cost|came to|got|spent|shared|received|paid|consumed|"
    r"ran to|let go",
    r"vanished|removed|closed|deleted|disclosed|shelled out|handed|collected|walked away with",
    r"already|so far|to date|since|last year|now|currently",
    r"employs?|employed|got rid of",
)
# Before a number that is a level to come, as against the level now.
AIMED_AT = any_of(
    r"would become|will become|to become|become|folded into|merged into|reduced to",
    r"(?:come|coming|came|bring|squeezed|cut|shrinks?|shrink|fall|drop|get) (?:\w+ )?(?:down )?to|down to",
    r"have to be|has to be|room for|(?:will|would) be(?: one of)?|slots?|proposed|no more than|to have|"
    r"end up with|left with",
    r"deficit plan of|planned deficit of|plan for|stay|(?:will|would) have|aiming (?:for|at)|aims? (?:for|"
    r"of)",
    r"ceiling of|cap of|limit of|target of|set at|allowance of",
)
ALL = (REBUTTED_BEFORE, REBUTTED_AFTER, POTENTIAL, PLANNED, SET_ASIDE, ACTUAL, AIMED_AT)
