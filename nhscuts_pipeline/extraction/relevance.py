"""Keeps out numbers whose own phrase says that they count something else: populations, thresholds.

Belongs here: what can be told from the words right beside a number, whatever else is said. What takes the
whole context is `gate`'s.
"""

from nhscuts_pipeline.extraction import lexicon
from nhscuts_pipeline.extraction.layout import Sentence
from nhscuts_pipeline.extraction.phrases import Expression
from nhscuts_pipeline.extraction.quantity import Quantity, Sort
from nhscuts_pipeline.extraction.unit import Head, Reading

_POPULATION = Expression(
    r"\b(?:population|residents|looks after|cares? for|serves?|serving|treats?|treated|patients|catchment|"
    r"waiting list|caseload|audience)\b"
    r"(?: \w+){0,4} ?(?:of )?(?:about|around|some|more than|over|nearly)? ?\(?$"
)
# Nobody in the service has so many staff or posts to count.
_MORE_THAN_ALL = 1_800_000
_OTHER_THINGS = Expression(
    r" (?:(?:health |foreign |home )?secretaries of state|health secretar(?:y|ies)|(?:health |prime |"
    r"junior )?ministers|"
    r"fine\b|people who (?:signed|came|come|use|live|rely)|people (?:registered|served|live)|of (?:you|"
    r"us) (?:have|who|on))"
)
# "Where 20 or more are to be dismissed": what the law says of any employer.
_THRESHOLD = 100
_STATUTORY = Expression(
    r" or more (?:\w+ ){0,4}(?:redundan|dismiss|job|post|employee|staff|(?:people|workers)? ?(?:are|is) "
    r"to be)"
)
_LAW = Expression(r"\b(?:law|statut\w+|requires?d?|must|should|shall|employer|legal\w*|where|trade union)\b")


def is_outside(folded: str, sentence: Sentence, quantity: Quantity, reading: Reading) -> bool:
    """Whether a number counts something that is none of ours, by its own phrase."""
    number = folded[quantity.start : quantity.end]
    if number == "one" and reading.noun not in lexicon.POST_NOUNS | {"redundancy"}:
        return True
    if number == "£000":
        return True
    after = folded[quantity.end : quantity.end + 40]
    if after.startswith(("-figure", " figure sum")):
        return True
    if _OTHER_THINGS.match(after) or (quantity.sort is Sort.COUNT and quantity.value > _MORE_THAN_ALL):
        return True
    before = folded[max(sentence.start, quantity.start - 60) : quantity.start]
    if quantity.value <= _THRESHOLD and _STATUTORY.match(folded, quantity.end) and _LAW.search(before):
        return True
    if quantity.sort is Sort.COUNT and _POPULATION.search(before):
        return True
    return (
        quantity.sort is Sort.COUNT
        and before.endswith(("the ", "all ", "both "))
        and reading.head is Head.ELSEWHERE
        and quantity.value <= 12
        and not reading.partitive
        and len(number) > 2
        and number.isalpha()
    )
