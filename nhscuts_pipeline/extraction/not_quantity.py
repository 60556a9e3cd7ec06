"""Numbers that state no quantity of ours: dates, years, ages, times, durations, telephone and page numbers.

Belongs here: what can be told from the characters and words right beside a number. What the number counts
("patients", "beds") is judged in `unit`, whose jobs they are in `relevance`.
"""

from bisect import bisect_left
from itertools import pairwise

from nhscuts_pipeline.extraction.dates import COUNTED, MONTH, YEAR
from nhscuts_pipeline.extraction.phrases import Expression

_MONTH = rf"(?:{MONTH})"
_TIME_NOUN = (
    r"(?:(?:working|calendar|full|whole|more|further|consecutive|extra|short|long) )?(?:years?|months?|"
    r"weeks?|days?|"
    r"hours?|minutes?|seconds?|nights?|decades?|fortnights?|terms?|quarters?|centuries)\b"
)
# Words after which a number is a name or a place in a document.
_NAMED_BY = (
    r"pages?|pp?\.|sections?|paragraphs?|paras?\.?|tables?|figures?|fig\.|notes?|appendix|annexe?|items?|"
    r"bands?|grades?|"
    r"chapters?|columns?|cols?\.(?: wa)?|wa|parts?|steps?|phases?|rooms?|wards?|tiers?|levels?|versions?|"
    r"issues?|exhibits?|footnotes?|endnotes?|ev\.?|scored (?:at|of)|rated|"
    r"(?:phone|reference|serial|telephone|fax|item|case|page|house|room) numbers?|no\.|nos\.|questions?|"
    r"q|act|options?|schedules?|regulations?|articles?|clauses?|lines?|waves?|"
    r"categor(?:y|ies)|types?|papers?|scored|aged?|quarter|months?|weeks?|days?|stages?|forms?|box|bed|"
    r"year|"
    r"volume|vol\.|extension|ext\.?|tel:?|telephone:?|phone:?|fax:?|room|class|rule|standing order|chart|"
    r"slide|scenario|"
    r"session|ref:?|reference|agenda for change|covid|top"
)
# The verb, not the month: "a further 45 may face redundancy".
_MAY_DO = (
    r"may (?:yet |also |still |well |not |now |only |even )?"
    r"(?:be|have|face|lose|leave|go|need|end|follow|apply)\b"
)
# What begins with a digit, a bracket or an apostrophe.
_FROM_DIGIT = (
    rf"\d{{1,2}}(?:st|nd|rd|th)?(?: (?:and|to|or) \d{{1,2}}(?:st|nd|rd|th)?|"
    rf"[-–]\d{{1,2}})? (?:of )?(?!{_MAY_DO}){_MONTH}\b(?:,? {YEAR})?"
    rf"|(?<![\d£,.]){YEAR}(?:[-–/]\d{{2,4}})?(?![\d%]|,\d{{3}}|\.\d|-strong)"
    r"|(?<![\d£,.])\d{1,2}/\d{1,2}(?:/\d{2,4})?(?![\d,])"
    r"|(?<!\w)'\d{2}(?!\d)"
    r"|\b0\d{2,5}(?:[ -]\d{3,6}){1,3}\b|\b0\d{8,10}\b"
    r"|\[\d+\]|(?<=[a-z])\(\d\)|(?<=\s)\(\d\)(?= [a-z])"
    r"|(?<=[a-z\"”’], )\d\d(?=, (?:who|whose|of|said|says|from|a|an|has|had|was|is|were|will|lives|works|"
    r"and [a-z]+, \d\d)\b)"
    r"|\b\d+ ?[ap]\.?m\.?\b|\b\d{1,2}[.:]\d{2} ?(?:[ap]\.?m\b|noon)|\b(?:[01]?\d|2[0-3]):[0-5]\d\b"
    r"|\b\d{1,2}\.\d{2} to \d{1,2}\.\d{2}\b"
    r"|\d+ ?x ?\d+|\b24/7\b|\b9/11\b"
    r"|\b111 (?:service|telephone|line|call|number)s?|\b999 (?:calls?|crews?|services?)"
    r"|(?<![,\d])\d+(?:\.\d+)? out of (?:5|10|100)\b"
)
# What begins with a word.
_FROM_WORD = (
    rf"{_MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?(?![\d,]\d|\d|%|pc\b| per cent|{COUNTED})(?:(?: (?:and|to)|"
    rf"[-–]) ?\d{{1,2}}(?!\d|,\d))?(?:,? {YEAR})?"
    rf"|{_MONTH} ?{YEAR}"
    r"|(?:a|m|b)\d{1,4}\b|q\d{1,3}\b|(?!c\d|gbp)[a-z]{1,3}\d+[a-z]?\b"
    r"|(?:she|he|i|who)(?: (?:was|is|am|turns|turned)|['’][sm]) (?:now |only |just |still )?\d\d\b"
    r"(?! (?:per cent|[a-z]+ (?:short|away))|%)"
    r"|(?:wo)?m[ae]n of \d\d\b|[a-z]+er of \d\d(?=[,.])"
    r"|reach(?:ed|es)? (?:the age of )?\d\d (?:in|at) work\b|retire[sd]? at \d\d\b"
    r"|(?:at|until|from|to|by) \d{1,2}(?::\d{2}\b|\.\d{2}(?=[ ,.;)]|$)(?! ?(?:%|per cent|wte|fte)))"
    r"|covid-19\b|(?:since|in|of) 1[5-8]\d\d\b(?!,)"
    r"|claim \d{1,2}:|number (?:\d|10|11)\b(?![,.]\d)"
    r"|one (?:by|to|after|on) (?:one|another)\b|one another\b|one[ -]off\b|one or two\b|two or three\b"
)
# The guards refuse most places at once, which makes the scan several times faster.
_SPANS = Expression(rf"(?=[\d\[('])(?:{_FROM_DIGIT})|\b(?=[a-z])(?:{_FROM_WORD})")
# A year that is followed at once by a thing counted is a count ("2000 posts").
_YEAR_COUNT = Expression(
    r" (?:[a-z-]+ ){0,2}(?:posts?|jobs|staff|people|nurses|managers|roles|redundancies|workers|employees)\b"
)
_YEAR_ONLY = Expression(YEAR)
# "By last week 26 of them": a time, and then a number of its own.
_TIME_BEFORE = r"(?<=last )|(?<=this )|(?<=next )|(?<=that )|(?<=each )|(?<=every )"
_BEFORE = Expression(
    rf"(?:^|[\s(\"'“‘\[*])(?!(?:{_TIME_BEFORE})(?:year|quarter|month|week|day))(?:{_NAMED_BY})[ (]*$"
)
_PAIR = Expression(r"[a-z]?,? ?(?:to|and|or|[-–]|,) ?(?:band )?")
_BEFORE_HALF = ("first ", "second ", "better ", "other ", "a-", "last ")
_FRACTION_WORD = Expression(r"(?:an? |one )?(?:third|fifth|sixth|seventh|eighth|ninth|tenth|twentieth)s?")
_AFTER = Expression(
    rf"(?:[ -]{_TIME_NOUN}|(?:st|nd|rd|th)\b|[a-z]\b|/\d|-(?:working-)?(?:year|month|week|day|hour|minute|"
    rf"mile|bed|acre|storey|page|"
    rf"point|place|seat|chair|part|item|tier|strong majority|way|line|word)s?\b|(?:year|month)s?'|"
    rf"-and-a-half\b|"
    r" and a half (?:years|months|weeks|hours)|[ -]?(?:am|pm)\b|:\d\d|\.\d+\.| years?'| months?'| weeks?'|"
    r" (?:times|miles?|metres|pence|p|per hour|degrees|°)\b|°|%? ?x\b)"
)
_DURATION_AFTER_RANGE = Expression(rf" ?(?:to|or|and|-|–) ?\S+ {_TIME_NOUN}")
_PRONOUN_ONE = Expression(
    r" (?:of|who|that|which|day|more|is|was|"
    r"in)\b|[.,;:?!)]"
)
_ORDINAL_FRACTION = Expression(
    r" (?:and (?:a|half|two)|of|in|among|to|off|less|more|fewer|lower|higher|could|are|is|were|was|"
    r"would|will|have|had|has|"
    r"may|might|through|"
    r"out|by|since|on|as|at|from|smaller|went|goes|left|came|said|belong|under|who|that|which|my|our|the|"
    r"their|its|during|after|before|over|below|above|within|across|next|last|this)\b"
    r"|[.,;:?!)\"'”’–—-]|$|\s*\n"
)
_TIME_QUARTER = Expression(
    r"\b(?:first|second|third|fourth|last|next|this|each|every|final|previous|year and) $"
)
_HALF_NAME = Expression(
    r"[ -](?:a dozen|year|yearly|hour|hourly|term|time|way|day|price|an hour|a day|a year|a million|"
    r"a century|the battle|past)|-"
)


def blocked_spans(folded: str) -> list[tuple[int, int]]:
    """Spans of dates, times, telephone numbers and codes in a folded text, in order."""
    spans = []
    for match in _SPANS.finditer(folded):
        if _YEAR_ONLY.fullmatch(match[0]) and _YEAR_COUNT.match(folded, match.end()):
            continue
        spans.append(match.span())
    return spans


def overlaps(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a number lies in one of the spans, which are in order and do not overlap."""
    at = bisect_left(spans, (end, end))
    return at > 0 and start < spans[at - 1][1]


def is_name(folded: str, start: int, end: int, named_until: int) -> bool:
    """Whether the number names a place in a document or a grade: "page 43", "Bands 5 to 8d".

    `named_until` is the end of the number found to be a name just before, so that a pair is refused together.
    """
    if "," in folded[start:end]:
        return False
    if _BEFORE.search(folded[max(0, start - 24) : start]):
        return True
    return named_until >= 0 and bool(_PAIR.fullmatch(folded, named_until, start))


def is_duration(folded: str, end: int) -> bool:
    """Whether a time, an ordinal ending or a measure of something else follows at once."""
    return bool(_AFTER.match(folded, end) or _DURATION_AFTER_RANGE.match(folded, end))


def is_figure_of_speech(folded: str, start: int, end: int) -> bool:
    """Whether "one", "half", "a third" and their like are no number here: "one of them", "the first half"."""
    number = folded[start:end]
    before = folded[max(0, start - 24) : start]
    after = folded[end : end + 30]
    if number == "one":
        # "One" counts only where a noun of ours follows; the unit stage sees to that.
        return bool(_PRONOUN_ONE.match(after)) or not after.startswith((" ", "-"))
    if number in ("half", "halves"):
        return bool(_HALF_NAME.match(after)) or before.endswith(_BEFORE_HALF)
    if number.endswith(("quarter", "quarters")):
        return (
            (" " not in number and "-" not in number)
            or bool(_TIME_QUARTER.search(before))
            or after.startswith((" one", " two", " three", " four", " of 20"))
        )
    if _FRACTION_WORD.fullmatch(number):
        return " " not in number or not _ORDINAL_FRACTION.match(after)
    return False


_NUMBERED_BLOCK = Expression(
    r"[ \t]*(?:#{1,6} )?\*{0,2}(?:\(?(\d{1,3})[.)]|(\d{1,3}(?:\.\d+)+)|"
    r"(\d{1,2}))\*{0,2}[ \t]+(?=[A-Z(“\"'‘*£])"
)


def numbering(text: str, starts: list[int]) -> set[int]:
    """Offsets of paragraph and list numbers among block starts: "4.2 The", "3) The", or 1, 2, 3 in turn."""
    found: set[int] = set()
    plain: list[tuple[int, int]] = []
    for start in starts:
        match = _NUMBERED_BLOCK.match(text, start)
        if not match:
            continue
        if match[3]:
            plain.append((int(match[3]), match.start(3)))
        else:
            found.add(match.start(1) if match[1] else match.start(2))
    for (first, at), (second, then) in pairwise(plain):
        if second == first + 1:
            found.update((at, then))
    return found
