"""Cues of speech and quotations by offset.

Belongs here: the verbs and phrases that attribute, where their speaker stands, where quotations begin and
end. Does not belong here: who the speaker is (speakers.py).
"""

import re
from dataclasses import dataclass

from nhscuts_pipeline.extraction.layout import Layout


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that attributes.

    The speaker's words are text[speaker_start:speaker_end]. `source` is a phrase ("according to"), `follows`
    says that the speaker stands behind the verb ("said Ann Ash"). `wide` is where to look from if the clause
    names nobody.
    """

    start: int
    end: int
    speaker_start: int
    speaker_end: int
    source: bool
    follows: bool
    verb: str
    wide: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation between its marks; `open` where the paragraph ends without a closing mark."""

    start: int
    end: int
    open: bool


_VERBS = (
    r"said|says|say|saying|told|indicates?|suggesting|puts? the (?:number|figure|total|bill|cost)|tells|claimed|claims|claim|warned|warns|warn|revealed|reveals|reveal|disclosed|"
    r"discloses|insisted|insists|insist|reckoned|reckons|reckon|believed|believes|believe|feared|fears|fear|fearing|"
    r"estimated|estimates|estimate|argued|argues|argue|added|adds|explained|explains|admitted|admits|conceded|"
    r"concedes|confirmed|confirms|reported|reports|stated|states|announced|announces|counted|counts|count|countered|"
    r"pointed out|points out|point out|replied|replies|writes|wrote|describes|described|calculated|calculates|"
    r"expects|expected|expect|predicted|predicts|thinks|thought|hopes|hope|wants|wanted|wanting|asks|urges|urged|prices|priced|"
    r"puts its|puts the|put the|fumed|stressed|maintained|complained|alleged|suggested|suggests|found|likes to point out|"
    r"knew|knows|asked|calls|swear|swears|advised|noted|declared|promised|requires|required|advises|grumbled|"
    r"agreed|published|showed|shows|show|emailed|observed|acknowledged|accepted|assures|assured|goes on|"
    r"gets to|talked of|talk of|speak of|argues|blames|speaks of|makes plain|names(?=\W+\d)|makes it|sets a|remains|demanded|demanding|reads|"
    r"undertook|spoke of|concluded|concludes|forecast|forecasts|projects|anticipates|anticipated|pledged|vowed|"
    r"commented|retorted|responded|remarked|cited|cites|quotes|quoted|demands|ordered|instructed|called for|calls for|"
    r"put at|puts at|put it at|puts it at|assumes|warning|saying|claiming|arguing|adding|insisting|estimating|revealing"
)
_CUE = re.compile(
    r"\b(?P<source>[Aa]ccording to|[Ii]n the words of)\b"
    rf"|\b(?P<verb>{_VERBS})\b(?! (?:yes|no)\b)"
    r"|\b(?:[Bb]y|[Oo]n|[Ii]n) (?P<reckoner>(?:the |its |their )?[\w ]{2,40}?)['’]s? (?:own )?"
    r"(?:reckoning|arithmetic|view|count|estimates?|sums|calculations?|tally)\b"
    r"|(?P<tally>['’]s? (?:own |running |latest )*(?:tally|count|estimate|reckoning)|, whose (?:own |running |latest )*"
    r"(?:tally|count|estimate)) of\b"
    r"|(?P<asks>\b[Tt]old (?:only )?(?:last \w+ |this \w+ )?by\b|\b[Oo]rdered by\b|[Uu]nder orders from\b)"
)
_INVERTED = re.compile(
    r"\s+(?:(?:yesterday|today|last night|this week|then)\s+)?(?P<who>(?:(?:the|a|an|its|his|her)\s+)?(?:[\w’'-]+\s+){0,6}?"
    r"[A-Z][^.;:“”\"]{2,110}|(?:he|she|it|they)\b|(?:the|a|an|one) [a-z][^.;:“”\"]{2,70})"
)
_CLAUSE = re.compile(
    r"[:;“”\"–—()]|\s-\s|[,.]['’]\s|,? (?:but|while|although|though|whereas|because|after|as|when|if|that|since)(?=[ \n])"
)
# The words before these can be the quotation itself: "...," said Ann Ash.
_INVERTING = frozenset(
    [
        "said",
        "says",
        "warned",
        "warns",
        "added",
        "adds",
        "explained",
        "explains",
        "countered",
        "replied",
        "replies",
        "writes",
        "wrote",
        "fumed",
        "argued",
        "argues",
        "claimed",
        "claims",
        "conceded",
        "grumbled",
        "insisted",
        "insists",
        "pointed",
        "points",
        "emailed",
        "asked",
    ]
)
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|it|figure|number|total|bill|not)\s+(?:\w+ly\s+|also\s+|not\s+)?$"
)
_PARTICIPLES = frozenset(
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
    ]
)
_BY = re.compile(
    r"(?:\s+\w+){0,4}?\s+by\s+(?P<who>(?:the\s+)?[A-Za-z][^.,;:“”\"]{2,60}?)(?=\s+to\b|\s+that\b|[.,;:]|$)"
)


def read_cues(layout: Layout) -> list[Cue]:
    """The cues of a text in order, each with the words of its speaker."""
    text = layout.text
    cues = []
    spans = iter(layout.sentences)
    sentence = next(spans, None)
    for match in _CUE.finditer(text):
        while sentence is not None and sentence.end <= match.start():
            sentence = next(spans, None)
        if sentence is None:
            break
        cue = _cue(text, match, sentence.start, sentence.end)
        if cue is not None:
            cues.append(cue)
    return cues


def _cue(text: str, match: re.Match[str], first: int, last: int) -> Cue | None:
    start, end = match.span()
    if match["source"]:
        return Cue(start, end, end, _speaker_stop(text, end, last), True, True, match["source"].lower(), end)
    if match["reckoner"]:
        return Cue(start, end, match.start("reckoner"), match.end("reckoner"), True, True, "reckoning", end)
    if match["tally"]:
        return Cue(start, end, first, start, False, False, "tally", first)
    if match["asks"]:
        return Cue(start, end, end, min(last, end + 60), False, True, "orders", end)
    return _verb(text, start, end, first, last, match["verb"])


def _verb(text: str, start: int, end: int, first: int, last: int, verb: str) -> Cue | None:
    begin = first
    for boundary in _CLAUSE.finditer(text, first, start):
        begin = boundary.end()
    before = text[begin:start].strip(" ,'’\n")
    word = verb.split()[0].lower()
    if (
        word in _PARTICIPLES
        and _PASSIVE.search(text, begin, start)
        and not (word == "said" and before.endswith("it"))
    ):
        by = _BY.match(text, end, last)
        return Cue(start, end, by.start("who"), by.end("who"), False, True, verb, end) if by else None
    if word in _INVERTING and not re.search(r"\w", before):
        after = _INVERTED.match(text, end, last)
        if after is not None:
            return Cue(start, end, after.start("who"), after.end("who"), False, True, verb, end)
    return Cue(start, end, begin, start, False, False, verb, first)


def _speaker_stop(text: str, start: int, end: int) -> int:
    """Where the words of a following speaker end; an apposition ("Ann Ash, a spokeswoman for") belongs."""
    stop = re.compile(r"[.;:“”\"]|,(?! (?:an?|the|its|who|chief|director|head|of)\b)").search(
        text, start, end
    )
    return stop.start() if stop else end


_DOUBLE = re.compile(r"[“”\"]")
_SINGLE_OPEN = re.compile(r"(?:(?<=\s)|(?<=^))['‘](?=\w)", re.MULTILINE)
_SINGLE_CLOSE = re.compile(r"(?<=[.,!?\w])['’](?=[\s.,;:)]|$)", re.MULTILINE)


def read_quotations(layout: Layout) -> list[Quotation]:
    """The quotations of a text in order. Marks are paired within a paragraph."""
    text = layout.text
    marks = _DOUBLE.findall(text)
    quotations: list[Quotation] = []
    for block in layout.blocks:
        if len(marks) >= 2:
            quotations += _paired(text, block.start, block.end)
        else:
            quotations += _single(text, block.start, block.end)
    return quotations


def _paired(text: str, start: int, end: int) -> list[Quotation]:
    found = []
    opened: int | None = None
    for mark in _DOUBLE.finditer(text, start, end):
        if opened is None:
            if mark[0] != "”":
                opened = mark.end()
        elif mark[0] != "“":
            found.append(Quotation(opened, mark.start(), False))
            opened = None
    if opened is not None:
        found.append(Quotation(opened, end, True))
    return found


def _single(text: str, start: int, end: int) -> list[Quotation]:
    found = []
    at = start
    while opening := _SINGLE_OPEN.search(text, at, end):
        closing = _SINGLE_CLOSE.search(text, opening.end(), end)
        if closing is None:
            break
        # "staff's" closes nothing: a closing mark follows a stop or stands before a space.
        found.append(Quotation(opening.end(), closing.start(), False))
        at = closing.end()
    return found
