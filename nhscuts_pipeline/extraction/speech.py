"""Cues of speech and quotations by offset.

Belongs here: the verbs and phrases that attribute, where their speaker stands, where quotations begin and
end. Does not belong here: who the speaker is (speakers.py).
"""

import re
from dataclasses import dataclass

from nhscuts_pipeline.extraction.automaton import Phrases
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


_VERBS = """
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
    guessed puts accused accuses uncovered uncovers unearthed
    """.split()
_VERB_PHRASES = (
    "pointed out|points out|point out|puts its|puts the|put the number|put the figure|put the total|put "
    "the bill|"
    "put the cost|goes on|gets to|talked of|talk of|speak of|speaks of|spoke of|makes plain|makes it|sets a|"
    "called for|calls for|put at|puts at|put it at|puts it at|put it to|puts it to|counts on|is hoping|"
    "drew attention to"
).split("|")
# Nouns that name a reckoning ("by the union's count"), some of them verbs too.
_RECKONINGS = (
    "reckoning arithmetic view count counts estimate estimates sums calculation calculations tally".split()
)
_BOTH = frozenset(("count", "counts", "estimate", "estimates"))
_CUES = Phrases(
    dict.fromkeys([*_VERBS, *_VERB_PHRASES], "verb")
    | dict.fromkeys(_RECKONINGS, "reckoning")
    | dict.fromkeys(("according to", "in the words of"), "source")
    | dict.fromkeys(("told by", "ordered by", "under orders from"), "orders")
    | {"names": "names"}
)
_BY_SOMEBODY = re.compile(
    r"\b(?:[Bb]y|[Oo]n|[Ii]n) (?P<who>(?:the |its |their )?[\w ]{2,40}?)['’]s? (?:own )?$"
)
_OF_SOMEBODY = re.compile(r"(?:['’]s?|, whose) (?:own |running |latest )*$")
_INVERTED = re.compile(
    r"\s+(?:(?:yesterday|today|last night|this week|then)\s+)?(?P<who>(?:(?:the|a|an|its|his|"
    r"her)\s+)?(?:[\w’'-]+\s+){0,6}?"
    r"[A-Z][^.;:“”\"]{2,110}|(?:he|she|it|they|one|another)\b(?! [a-z])|(?:the|a|an|"
    r"one) [a-z][^.;:“”\"]{2,70})"
)
_CLAUSE = re.compile(
    r"[:;“”\"–—()]|\s-\s|[,.]['’]\s|,? (?:but|while|although|though|whereas|because|after|as|when|if|that|"
    r"since)(?=[ \n])"
)
# The words before these can be the quotation itself: "...," said Ann Ash.
_INVERTING = frozenset(
    """
    said says warned warns added adds explained explains countered counters replied replies writes wrote
    fumed fumes argued argues claimed claims conceded concedes grumbled insisted insists pointed points
    emailed asked asks retorted retorts retort sighed sighs observed observes remarked remarks noted notes
    complained complains protested protests commented comments quipped quips joked jokes shrugged shrugs
    muttered boasted boasts lamented laments snapped snaps contends contended asserts asserted responded
    responds recalled recalls maintained maintains stressed stresses declared predicted predicts admitted
    admits suggested suggests reckons reckoned continued continues concluded concludes vowed promised urged
    """.split()
)
# "Add the two, countered the union, and ...": a speaker set off by commas, with no verb of its own.
_SET_OFF = re.compile(
    r"\s+(?P<who>(?=(?:the|an?|its|one)\b|[A-Z])(?:(?!\b(?:would|will|had|has|have|was|were|is|are|could|"
    r"may|might|must|"
    r"should|that|which)\b)[^.,;:“”\"\d£]){3,80}(?:, (?:[A-Z][\w’'-]+ ?){2,3})?)(?=[.,])"
)
_COLON = re.compile(r": (?=[“\"])")
_LABEL = re.compile(r"(?:(?<=[.!?”\"] )|^)(?P<who>[^\n.:;“”\"]{4,90})$", re.MULTILINE)
_LABEL_REACH = 92
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


def read_cues(layout: Layout, folded: str) -> list[Cue]:
    """The cues of a text in order, each with the words of its speaker."""
    text = layout.text
    cues = []
    spans = iter(layout.sentences)
    sentence = next(spans, None)
    for start, end, kind in _CUES.find(folded):
        while sentence is not None and sentence.end <= start:
            sentence = next(spans, None)
        if sentence is None:
            break
        cue = _cue(text, start, end, sentence.start, sentence.end, kind)
        if cue is not None:
            cues.append(cue)
    cues += _labelled(layout, {cue.start for cue in cues})
    return sorted(cues, key=lambda cue: cue.start)


def _labelled(layout: Layout, taken: set[int]) -> list[Cue]:
    """Speakers before a colon and a quotation: "Unite's officer, Ann Ash: “...”"."""
    text = layout.text
    found = []
    for colon in _COLON.finditer(text):
        last = colon.start()
        label = _LABEL.search(text, max(0, last - _LABEL_REACH), last)
        if label is not None and not any(label.start("who") <= at <= last for at in taken):
            first = label.start("who")
            found.append(Cue(last, last, first, last, False, False, "colon", first))
    return found


def _cue(text: str, start: int, end: int, first: int, last: int, kind: str) -> Cue | None:
    word = text[start:end]
    if kind == "source":
        return Cue(start, end, end, _speaker_stop(text, end, last), True, True, word.lower(), end)
    if kind == "orders":
        return Cue(start, end, end, min(last, end + 60), False, True, kind, end)
    if kind == "reckoning":
        by = _BY_SOMEBODY.search(text, max(first, start - 60), start)
        if by is not None:
            return Cue(start, end, by.start("who"), by.end("who"), True, True, kind, end)
        if text.startswith(" of ", end) and _OF_SOMEBODY.search(text, max(first, start - 30), start):
            return Cue(start, end, first, start, False, False, "tally", first)
        kind = "verb" if word in _BOTH else ""
    if kind == "names":
        kind = "verb" if re.match(r"\W+\d", text[end : end + 4]) else ""
    if kind != "verb" or not word[0].islower() or text.startswith((" yes", " no to ", " no,", " no."), end):
        return None
    return _verb(text, start, end, first, last, word)


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
    parenthetical = text[begin:start].rstrip().endswith(",")
    if word in _INVERTING and (parenthetical or not re.search(r"\w", before)):
        after = (_SET_OFF if re.search(r"\w", before) else _INVERTED).match(text, end, last)
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
