"""Cues of speech and quotations by offset.

Belongs here: the verbs and phrases that attribute, where their speaker stands, where quotations begin and
end. Does not belong here: who the speaker is (speakers.py).
"""

import re
from dataclasses import dataclass

from nhscuts_pipeline.extraction.layout import Layout


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that attributes. The speaker's words are text[speaker_start:speaker_end]; `source` is a phrase
    ("according to") whose speaker follows it."""

    start: int
    end: int
    speaker_start: int
    speaker_end: int
    source: bool
    verb: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation between its marks; `open` where the paragraph ends without a closing mark."""

    start: int
    end: int
    open: bool


_VERBS = (
    r"said|says|say|saying|told|tells|claimed|claims|claim|warned|warns|warn|revealed|reveals|reveal|disclosed|"
    r"discloses|insisted|insists|insist|reckoned|reckons|reckon|believed|believes|believe|feared|fears|fear|"
    r"estimated|estimates|estimate|argued|argues|argue|added|adds|explained|explains|admitted|admits|conceded|"
    r"concedes|confirmed|confirms|reported|reports|stated|states|announced|announces|counted|counts|count|countered|"
    r"pointed out|points out|point out|replied|replies|writes|wrote|described|describes|calculated|calculates|"
    r"expects|expected|expect|predicted|predicts|thinks|thought|hopes|wants|wanted|put it|puts|put|prices|priced|"
    r"fumed|stressed|maintained|complained|alleged|suggested|suggests|found|identified|likes to point out|"
    r"knew|asked|called|calls|swear|swears|advised|noted|notes|declared|promised|requires|advises|grumbled|"
    r"agreed|published|showed|shows|show|emailed|requires|required|observed|acknowledged|accepted that|accused"
)
_CUE = re.compile(rf"\b(?P<source>[Aa]ccording to|[Ii]n the words of)\b|\b(?P<verb>{_VERBS})\b")
_INVERTED = re.compile(
    r"\s+(?:(?:yesterday|today|last night|this week)\s+)?(?P<who>(?:(?:the|a|an|its|his|her)\s+)?(?:[\w’'-]+\s+){0,6}?"
    r"[A-Z][^.;:“”\"]{2,110}|(?:he|she|it|they)\b|(?:the|a|an) [a-z][^.;:“”\"]{2,60})"
)
_CLAUSE = re.compile(
    r"[:;“”\"–—(]|\s-\s|[,.]['’]\s|,? (?:but|while|although|though|whereas|because|after|as|when|if|that) "
)
# After these the words before the verb are its object, not its subject.
_SPEAKING_VERBS = frozenset(
    "said says warned warns added adds explained explains countered replied replies writes wrote fumed argued argues "
    "claimed claims conceded grumbled insisted insists pointed".split()
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
        start, end = match.span()
        if match["source"]:
            stop = _speaker_stop(text, end, sentence.end)
            cues.append(Cue(start, end, end, stop, True, match["source"].lower()))
            continue
        cues.append(_verb(text, start, end, sentence.start, sentence.end, match["verb"]))
    return cues


def _verb(text: str, start: int, end: int, first: int, last: int, verb: str) -> Cue:
    begin = first
    for boundary in _CLAUSE.finditer(text, first, start):
        begin = boundary.end()
    before = text[begin:start].strip(" ,'’\n")
    if verb.split()[0] in _SPEAKING_VERBS and not re.search(r"\w", before):
        after = _INVERTED.match(text, end, last)
        if after is not None:
            return Cue(start, end, after.start("who"), after.end("who"), False, verb)
    return Cue(start, end, begin, start, False, verb)


def _speaker_stop(text: str, start: int, end: int) -> int:
    """Where the words of a following speaker end: at the first stop that is no apposition's comma."""
    stop = re.compile(r"[.;:“”\"]|, (?:[a-z]|\d)").search(text, start, end)
    if stop is None:
        return end
    return (
        stop.start()
        if text[stop.start()] != "," or not re.match(r", (?:a|an|the|its|who)\b", text[stop.start() :])
        else min(end, stop.start() + 80)
    )


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
