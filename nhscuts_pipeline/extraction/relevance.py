"""Keeps out numbers that are about something else: crowds, patients, pay, other public services.

Belongs here: what must be near a number of people or money before it counts as a figure of NHS jobs or
money. Whose jobs they are is `subject`'s.
"""

import re

from nhscuts_pipeline.contracts.vocabulary import Measure, Unit
from nhscuts_pipeline.extraction import lexicon
from nhscuts_pipeline.extraction.event import Choice
from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.layout import Sentence
from nhscuts_pipeline.extraction.quantity import Quantity, Sort
from nhscuts_pipeline.extraction.unit import Head, Reading

_CROWD = re.compile(
    r"\b(?:gathered|marched|rall(?:y|ied)|protest(?:ed|ers)?|attend(?:ed|ing)?|vigil|sign(?:ed|atures?)|"
    r"petition|voted|turn out|turned out|"
    r"poll|audience|delegates|readers|march(?:es)?(?: on| along| from|,)|picket(?:ed|s)?|lobb(?:y|ied)|"
    r"registered with|square miles|on strike|walked out on strike|"
    r"members of the public|stage a protest|ballot)\b"
)
_POPULATION = re.compile(
    r"\b(?:population|residents|looks after|cares? for|serves?|serving|treats?|treated|patients|catchment|"
    r"waiting list|caseload|audience)\b"
    r"(?: \w+){0,4} ?(?:of )?(?:about|around|some|more than|over|nearly)? ?$"
)
_MEMBERS = re.compile(r" (?:\w+ )?members\b(?! of staff)")
_TRANSFERRED = re.compile(
    r"\b(?:transferred|moved across|tupe|transfer(?:ring)?|pass(?:ed)?) (?:to|from|into|under)\b|"
    r"\bmoved across\b|\bunder tupe\b"
)
_PAY = re.compile(
    r"\b(?:salar(?:y|ies)|pay (?:award|rise|round|offer)|fine\b|remuneration of|median|tax|earn(?:s|ed|"
    r"ing)?|subscription|members £|agenda for change)"
)
_SUPPLIERS = re.compile(
    r"\b(?:invoices|a&e|operations|emergency calls|appetite|infections|turnout|poll|answered the survey)\b"
)


def is_outside(folded: str, sentence: Sentence, quantity: Quantity, reading: Reading) -> bool:
    """Whether a number counts something that is none of ours, by its own phrase."""
    number = folded[quantity.start : quantity.end]
    if number == "one" and reading.noun not in lexicon.POST_NOUNS | {"redundancy"}:
        return True
    if number == "£000":
        return True
    after = folded[quantity.end : quantity.end + 40]
    if _MEMBERS.match(after) or after.startswith(("-figure", " figure sum")):
        return True
    before = folded[max(sentence.start, quantity.start - 60) : quantity.start]
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


def may_inherit(folded: str, sentence: Sentence, draft: Draft, reading: Reading) -> bool:
    """Whether a number that its own sentence does not explain may take its meaning from another."""
    around = folded[max(sentence.start, draft.start - 50) : min(sentence.end, draft.end + 50)]
    if _CROWD.search(around) or _PAY.search(around) or _SUPPLIERS.search(around):
        return False
    return reading.noun not in lexicon.PERSON_NOUNS


def is_supported(folded: str, sentence: Sentence, draft: Draft, reading: Reading, own: Choice) -> bool:
    """Whether the words around a number carry it as a figure, now that its measure is known."""
    around = folded[max(sentence.start, draft.start - 90) : min(sentence.end, draft.end + 90)]
    if draft.unit is Unit.ORGANISATIONS:
        return True
    if draft.unit is Unit.PEOPLE:
        if _TRANSFERRED.search(around) and draft.measure is not Measure.REDEPLOYED:
            return False
        generic = reading.noun in lexicon.PERSON_NOUNS
        if generic and (_CROWD.search(around) or own.score < 8):
            return False
        return not (_CROWD.search(around) and own.score < 14)
    if draft.unit is Unit.PERCENT:
        return own.score >= 6 and not _SUPPLIERS.search(around) and not _PAY.search(around)
    if draft.unit in (Unit.GBP, Unit.GBP_PER_HEAD):
        return not (_PAY.search(around) and own.measure in (Measure.BUDGET, Measure.SAVINGS))
    return True
