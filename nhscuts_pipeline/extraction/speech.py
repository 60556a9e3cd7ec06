"""Cues of speech by offset.

Belongs here: where words attribute, and where their speaker stands. Does not belong here: the words
themselves (speech_words.py), who the speaker is (speakers.py), where quotations begin and end
(quotations.py).
"""

import re
from dataclasses import dataclass

from nhscuts_pipeline.extraction.automaton import Phrases
from nhscuts_pipeline.extraction.layout import Layout
from nhscuts_pipeline.extraction.phrases import Expression
from nhscuts_pipeline.extraction.speech_words import (
    BOTH,
    CLAIMS,
    INVERTING,
    PARTICIPLES,
    RECKONINGS,
    VERB_PHRASES,
    VERBS,
)


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


_CUES = Phrases(
    dict.fromkeys(CLAIMS, "claim")
    | dict.fromkeys([*VERBS, *VERB_PHRASES], "verb")
    | dict.fromkeys(RECKONINGS, "reckoning")
    | dict.fromkeys(("according to", "in the words of"), "source")
    | dict.fromkeys(("told by", "ordered by", "under orders from"), "orders")
    | {"names": "names", "finds": "finds", "put": "put", "has": "has", "had": "has"}
)
# "put the bill at £4m", "its numbers put the sector £4m in the red", but not "put 40 posts at risk".
_PUTS_AT = Expression(
    r"(?: [^.,;:\d£]{1,70})? at (?:[a-z]+ ){0,3}[“\"']?[£\d]|(?<=numbers put|figures put) | it [“\"']"
)
# "the college has nursing down by 90", "a leaflet has it losing 90 jobs"
_HAS_IT = Expression(
    r" (?!not\b|never\b|\w+ed\b|been\b|crept\b|grown\b|risen\b|fallen\b|gone\b|come\b|shrunk\b|"
    r"brought\b|cut\b|got\b|taken\b|kept\b|driven\b|to\b|an?\b|no\b)"
    r"[^.;:\d£]{2,60}? (?:(?:down|up) (?:by|from|to)|losing|"
    r"shedding|(?:com|fall|ris)ing (?:down|by|from|to))\b"
)
_FINDS_THAT = Expression(
    r"(?: that\b|,|\.| (?:(?:some|about|only|as many as|more than|over|nearly|just|at least) )?[£\d])"
)
_ONLY_BEFORE = {"finds": _FINDS_THAT, "put": _PUTS_AT, "has": _HAS_IT, "names": Expression(r"\W+\d")}
_NO_SPEECH = Expression(r" (?:yes\b|no(?: to\b|[,.])|sorry\b|(?<=asked )for\b|(?<=asks )for\b)")
# "At a price of", "a slide show": the noun.
_NOUNS_TOO = frozenset(
    "price forecast show projects notes cries storms counters comments demand calls stresses".split()
)
_DETERMINED = Expression(r"\b(?:an?|the|its|their|his|her|this|that|at|of|own|any|no|slide|total|full) $")
_AT_LAST = Expression(r"\b(?:last|latest|first|next|previous) $")
_UNSAID = Expression(
    r"\b(?:yet|declin\w+|refus\w+|unable|unwilling|fail\w+|needs?|should|not|n['’]t)(?: to)? $"
)
_WHEN_OR_HOW = Expression(r" (?:in|on|under|by|last|today|yesterday|this|with|at|as|alongside|online)\b")
_BY_SOMEBODY = Expression(
    r"\b(?:[Bb]y|[Oo]n|[Ii]n|[Aa]t) (?:(?P<who>(?:the |its |their )?[\w ]{2,40}?)['’]s? (?:own )?|"
    r"(?P<whose>his|her|its|their) (?:own )?)$"
)
_OF_SOMEBODY = Expression(r"(?:['’]s?|, whose) (?:own |running |latest )*$")
# Several of these nouns are verbs too: an article, an owner, a rebuttal or a sentence's start tells.
_HELD_BY = Expression(
    r"(?:\b[Tt]he |\b(?:[Aa]n?|[Aa]ny|[Tt]his) (?:(?P<party>[A-Z]\w+(?: [A-Z]\w+)?) |[a-z-]+ )?|"
    r"(?P<owner>(?:\b[Tt]he )?[A-Z][\w&]+(?: [\w&]+){0,5}?)['’]s? (?:[a-z]+ )?|"
    r"\b(?:reject|dismiss|deni|deny|disput)\w* |^\W*)$"
)
_CLAIM_THAT = Expression(
    r"(?:,? (?:made |notably )?(?:[^.;:“”\"]{0,60} )?(?:by|from|in(?= the | an? )) "
    r"(?P<who>[^.,;:“”\"\d]{3,45}?),?|"
    r", [^.;:“”\"]{0,60},)? that\b"
)
_INVERTED = Expression(
    r"\s+(?:(?:yesterday|today|last night|this week|then)\s+)?(?P<who>(?:(?:the|a|an|its|his|"
    r"her|their|our)\s+)?(?:[\w’'-]+\s+){0,6}?"
    r"[A-Z][^.;:“”\"]{2,110}|(?:he|she|it|they|one|another)\b(?! [a-z])|(?:the|a|an|"
    r"one|its|their|his|her|our) [a-z][^.;:“”\"]{2,70})"
)
_CLAUSE = Expression(
    r"[:;“”\"–—()]|\s-\s|[,.]['’]\s|,? (?:but|while|although|though|whereas|because|after|as|when|if|that|"
    r"since)(?=[ \n])"
)
# "Add the two, countered the union, and ...": a speaker set off by commas, with no verb of its own.
_SET_OFF = Expression(
    r"\s+(?P<who>(?=(?:the|an?|its|one)\b|[A-Z])(?:(?!\b(?:would|will|had|has|have|was|were|is|are|could|"
    r"may|might|must|"
    r"should|that|which)\b)[^.,;:“”\"\d£]){3,80}(?:, (?:[A-Z][\w’'-]+ ?){2,3})?)(?=[.,])"
)
_COLON = Expression(r": (?=[“\"])")
_LABEL = Expression(r"(?:(?<=[.!?”\"] )|^)(?P<who>[^\n.:;“”\"]{4,90})$", re.MULTILINE)
_LABEL_REACH = 92
_SPEAKER_STOPS = Expression(r"[.;:“”\"]|,(?! (?:an?|the|its|who|chief|director|head|of)\b)")
_PASSIVE = Expression(
    r"\b(?:is|are|was|were|be|been|being|it|figure|number|total|bill|not)\s+(?:\w+ly\s+|also\s+|not\s+)?$"
)
_BY = Expression(
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
    claim = _claim(text, start, end, first, last) if word.lower() in CLAIMS else None
    if claim is not None:
        return claim
    if kind == "source":
        return Cue(start, end, end, _speaker_stop(text, end, last), True, True, word.lower(), end)
    if kind == "orders":
        return Cue(start, end, end, min(last, end + 60), False, True, kind, end)
    if kind == "reckoning":
        by = _BY_SOMEBODY.search(text, max(first, start - 60), start)
        # "Missing in the trust's arithmetic" says nothing, "in the trust's view" does.
        if by is not None and (by[0][:2].lower() != "in" or word in ("view", "reckoning")):
            who = "who" if by["who"] else "whose"
            return Cue(start, end, by.start(who), by.end(who), True, True, kind, end)
        if text.startswith(" of ", end) and _OF_SOMEBODY.search(text, max(first, start - 30), start):
            return Cue(start, end, first, start, False, False, "tally", first)
    return _verb(text, start, end, first, last, word) if _attributes(text, end, last, word, kind) else None


def _attributes(text: str, end: int, last: int, word: str, kind: str) -> bool:
    """Whether a word that can be a verb of speech is one before these words."""
    if not word[0].islower() or _NO_SPEECH.match(text, end):
        return False
    if word in _NOUNS_TOO and _DETERMINED.search(text, max(0, end - len(word) - 12), end - len(word)):
        return False
    if word in BOTH and _AT_LAST.search(text, max(0, end - len(word) - 12), end - len(word)):
        return False
    if word == "say" and _UNSAID.search(text, max(0, end - 24), end - 4):
        return False
    if word == "published" and _WHEN_OR_HOW.match(text, end):
        return False
    if kind in _ONLY_BEFORE:
        return _ONLY_BEFORE[kind].match(text, end, last) is not None
    return kind == "verb" or word in BOTH


def _claim(text: str, start: int, end: int, first: int, last: int) -> Cue | None:
    """Words held in a noun; the speaker's words are empty where the text names nobody."""
    held, that = _HELD_BY.search(text, first, start), _CLAIM_THAT.match(text, end, last)
    if held is None or that is None:
        return None
    who = next(
        (
            match.span(group)
            for match, group in ((that, "who"), (held, "party"), (held, "owner"))
            if match[group]
        ),
        (end, end),
    )
    return Cue(start, that.end(), *who, False, True, "claim", end)


def _verb(text: str, start: int, end: int, first: int, last: int, verb: str) -> Cue | None:
    begin = first
    for boundary in _CLAUSE.finditer(text, first, start):
        begin = boundary.end()
    before = text[begin:start].strip(" ,'’\n")
    word = verb.split()[0].lower()
    if (
        word in PARTICIPLES
        and _PASSIVE.search(text, begin, start)
        and not (word == "said" and before.endswith("it"))
    ):
        by = _BY.match(text, end, last)
        return Cue(start, end, by.start("who"), by.end("who"), False, True, verb, end) if by else None
    parenthetical = text[begin:start].rstrip().endswith(",")
    if word in INVERTING and (parenthetical or not re.search(r"\w", before)):
        after = (_SET_OFF if re.search(r"\w", before) else _INVERTED).match(text, end, last)
        if after is not None:
            return Cue(start, end, after.start("who"), after.end("who"), False, True, verb, end)
    return Cue(start, end, begin, start, False, False, verb, first)


def _speaker_stop(text: str, start: int, end: int) -> int:
    """Where the words of a following speaker end; an apposition ("Ann Ash, a spokeswoman for") belongs."""
    stop = _SPEAKER_STOPS.search(text, start, end)
    return stop.start() if stop else end
