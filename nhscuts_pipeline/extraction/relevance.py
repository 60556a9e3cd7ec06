"""Keeps out texts that are not about health care, and numbers whose own phrase says that they count others.

Belongs here: what can be told without weighing: by the words of the whole text, or by those right beside a
number (populations, thresholds). What takes a number's context is `gate`'s.
"""

from itertools import chain, islice

from nhscuts_pipeline.extraction import lexicon
from nhscuts_pipeline.extraction.layout import Sentence
from nhscuts_pipeline.extraction.passage import Text
from nhscuts_pipeline.extraction.phrases import Expression
from nhscuts_pipeline.extraction.quantity import Quantity, Sort
from nhscuts_pipeline.extraction.unit import Head, Reading

# So short a text need not say what it is about.
SNIPPET = 300
_BODIES = (
    r"\bnhs|\bpcts?\b|\bicbs?\b|\bccgs?\b|\bcsus?\b|\bshas?\b|\bphe\b|\bhsc\b|primary care|integrated care|"
    r"clinical commissioning"
)
_OF_HEALTH = Expression(
    rf"{_BODIES}|\bhealth(?:care)?\b"
    r"(?! and safety|,? (?:and )?(?:education|transport|welfare)| of (?:the|our) (?:economy|business|company|"
    r"market|finances|industry))|commissioning (?:support|group|board)|care (?:board|trust)|"
    r"strategic authorit|ambulance|paramedic|\bnurs(?:es?|ing)\b|midwi[fv]|\bmatrons?\b|\bpatients?\b|"
    r"patholog|\bwards\b"
)
# A hospital is also where somebody was taken, or next to which something stands.
_HOSPITAL = Expression(r"\bhospitals?\b|\binfirmary\b|\bclinics?\b|\bclinical\b|\bmedical\b|\bgps\b")
# What only the health service and its bodies are called, and, less surely, who else stands for it.
_SERVICE = (
    rf"{_BODIES}|health (?:board|authorit|service)|public health england|(?:foundation|hospitals?) trust|"
    r"ambulance (?:service|trust)"
)
_NAMES_IT = Expression(_SERVICE)
_STANDS_FOR_IT = Expression(rf"{_SERVICE}|\btrusts?\b|\bwards\b|\bblood service|\bunison\b|\brcn\b")
# So many words of health care a text about something else may have too.
_IN_PASSING = 1
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
    r"of (?:england|scotland|wales|the (?:country|county|island|population|electorate))(?= ?[.,;:)]|$| and )|"
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


def health_words(folded: str, most: int) -> int:
    """How many words of health care a text in lower case has, counted up to `most`."""
    words = chain(_OF_HEALTH.finditer(folded), _HOSPITAL.finditer(folded))
    return sum(1 for _ in islice(words, most))


def is_about_health(text: Text, labels: str) -> bool:
    """Whether a text names the health service and speaks of health care more than once.

    Or else `labels`, its title and publisher, do, or it is too short to ask so much. Of the annotated
    documents that hold a figure nearly all pass.
    """
    folded, labels = text.folded, labels.lower()
    if len(folded) < SNIPPET or _OF_HEALTH.search(labels) or _HOSPITAL.search(labels):
        return True
    named = _STANDS_FOR_IT.search(folded) is not None
    return named and health_words(folded, _IN_PASSING + 1) > _IN_PASSING


def names_the_service(text: Text, sentence: int) -> bool:
    """Whether a sentence's paragraph does: in a text about something else all others are left out."""
    block = text.layout.blocks[text.layout.sentences[sentence].block]
    return _NAMES_IT.search(text.folded, block.start, block.end) is not None


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
