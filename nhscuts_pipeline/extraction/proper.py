"""Proper names that no table and no rule takes for a body: "Lugg Valley", "NSS", "Belfast".

Belongs here: finding them. Whether one of them has a figure is weighed with all other candidates
(candidates.py, whose.py); nothing else believes in them.
"""

from collections import Counter

from nhscuts_pipeline.extraction.body_words import MONTH, NOT_NAME
from nhscuts_pipeline.extraction.given_names import GIVEN_NAMES
from nhscuts_pipeline.extraction.mentions import Mentions
from nhscuts_pipeline.extraction.names import Name
from nhscuts_pipeline.extraction.person_names import TITLE, find_names
from nhscuts_pipeline.extraction.phrases import Expression
from nhscuts_pipeline.extraction.places import BUILDING
from nhscuts_pipeline.extraction.register import NameKind

PROPER = "proper"
_WORD = r"(?:[A-Z][a-z][\w’-]*|[A-Z]{2,6}\b)"
_PHRASE = Expression(rf"\b{_WORD}(?: (?:(?:and|of|upon|&) (?:the )?)?{_WORD})*")
# "Wold, Fen and Marsh", one board's area as often as three bodies.
_LISTED = Expression(
    rf"\b{_WORD}(?: {_WORD})*(?:, {_WORD}(?: {_WORD})*){{1,2}},? and (?:the )?{_WORD}(?: {_WORD})*"
)
# What a paragraph is headed by: "THAMES WEALD. Fifty-two staff will go", or alone on its line.
_LABEL = Expression(
    r"(?m)^\W*(?P<label>[A-Z][A-Z’'-]{2,}(?: (?:AND|OF|&|THE|[A-Z][A-Z’'-]+)){0,5})(?=[.:]| [–—-] |\**\s*$)"
)
# What acts or owns something: a verb or a possessive follows, or the number it is said of.
_ACTS = Expression(
    r"['’]s?\b| [a-z]|,? \(?[£\d]|:|\*| *\||"
    r", (?:which|where|whose|with|the|by|far|in|a|an|is|has|was|itself|though)\b"
)
_TYPED = Expression(
    r"\b(?:Hospitals?|Healthcare|Partnership|Infirmary|General|Community|University|Commissioning|and)\b"
)
_TYPES_ALONE = Expression(
    r"(?:(?:University|Teaching|Acute|General|Community|Hospitals?|Healthcare|The|Ambulance|Unit|Medical|"
    r"Clinical|Infirmary|Cluster|Region|Sector|Group|Partnership|Corporate|Mental|Services?|Centre|Finance|"
    r"Estates|Facilities|Digital|Executives?|System|Network|Alliance|Programme|Plan|and|of) ?)+"
)
# These show a name even in one word that opens a sentence, where any word has a capital.
_SURELY = Expression(
    r"['’]s\b|:|\*| *\|| (?:has|had|is|was|will|plans?|expects?|intends?|wants?|needs?|loses|began|says?|"
    r"puts?|hopes?)\b"
)
# Beside the words of `NOT_NAME`, which are cut off before.
_NO_NAME = Expression(
    r"(?:\w+body|\w+one|\w+thing|Half|Th\w+|Wh\w+|Few|Fewer|Others|Ours|None|Yes|Money|Work|"
    r"(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Dozens?|Hundreds|"
    r"(?:Twen|Thir|For|Fif|Six|Seven|Eigh|Nine)(?:ty|teen)|Fourteen)(?:-\w+)?)"
)
_OPENS = Expression(r"(?:^|[.!?:;“”\"‘*\n|–—-]\s*|\n\W*)$")
_PERSON = Expression(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Baroness|Cllr|Councillor|Prof|Professor|Dame|MP|Sister|Nurse|"
    r"director|executive|secretary|chair|chairman|chairwoman|officer|organiser|spokesman|spokeswoman|"
    r"minister|leader|manager|convener|president|nurse|member)\.? $"
)
_NOT_BODY = Expression(
    rf"(?:{MONTH.source}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Christmas|Easter|Band|Table|Figure|"
    r"Labour|Conservatives?|Tory|Tories|Liberal|Lib|Commons|Lords|Parliament|Whitehall|Treasury|Cabinet|MPs?|"
    r"Freedom|Act|GPs?|FTEs?|WTEs?|CIP|MARS|HR|HR1|IT|CEO|FOI|TUPE|PFI|QIPP|BBC|TUC|EU|UK|Mr|Mrs|Ms|Dr|Sir|Lord|"
    r"Lady|Cllr|Councillor|Professor|Prof|Baroness|Question|Answer|Source|Notes?|Page|Item|Section|Part|"
    r"Minister|Secretary|Members?|Friend|House|Government|Department|Committee|Council|Union|Unison|Unite|"
    r"ICBs?|PCTs?|CCGs?|SHAs?|CSUs?|Trusts?|Boards?|Hospitals?|Nobody|Everyone|Agenda|Annual|Redundanc\w+|"
    r"Staff|Posts?|Total|Whole|Full|Voluntary|Compulsory|Trade|Health|Care|NHS|Target|Per|Net|Savings?|Running|"
    r"Management|Costs?|Average|Turnover|Vacanc\w+|Headcount|Workforce|Establishment|Budget|Deficit|Pay|"
    r"Nurs\w+|Managers?|Doctors?|Fact|Fiction|Myth|Reality|Verdict|Accountable|Chief|Sustainability|Guildhall|"
    r"Spend\w*|New|Draft|Appendix|Annex|Paper|Option|Phase|Scheme|Round|Wave|Chapter|Document)\b"
)
_TITLED = Expression(rf"{TITLE} ")
_HOSPITAL = Expression(r" (?:University|Hospitals?|NHS|General|Healthcare|Trust|Infirmary|Foundation)\b")
_SPEAKS = Expression(r"(?m)^\W*(?P<label>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,2})\W{0,3}: (?=\W*[A-Z])")
_SMALL = Expression(r"\b(?:And|Of|The)\b|(?<=['’])[A-Z]\b")
# How places end: such a word has its capital from being a name.
_PLACE = Expression(
    r"[A-Z][a-z]*(?:shire|ford|ton|ham|bury|ley|field|pool|mouth|borough|worth|wick|chester|cester|minster|"
    r"combe|stead|don|land|dale|bridge|port|side|gate|well|thorpe|vale|wold|moor|mere|sea|hurst|wich|sex|"
    r"folk|bourne|stoke)"
)
_FIRST = Expression(r"\S+")
_LOWER = Expression(r"\b[a-z]+\b")


def proper_names(mentions: Mentions) -> list[Name]:
    """Each as a body of sort "proper", wherever it stands, if it acts once as a body does."""
    text = mentions.layout.text
    taken = {at for name in mentions.all for at in (name.start, name.end - 1)}
    people = _people(text)
    found: list[tuple[int, int]] = []
    for match in (*_PHRASE.finditer(text), *_LISTED.finditer(text)):
        start, end = _without_first(text, *match.span())
        if start < end and start not in taken and end - 1 not in taken and _may_be(text, start, end):
            found.append((start, end))
    acting = {
        text[start:end]
        for start, end in found
        if (_ACTS.match(text, end) or _TYPED.search(text, start, end)) and _is_name(text, start, end)
    }
    words = set(_LOWER.compiled.findall(text))
    named = [
        Name(start, end, text[start:end], NameKind.BODY, PROPER)
        for start, end in found
        if text[start:end] in acting and text[start:end] not in people
    ]
    for match in _LABEL.finditer(text):
        start, end = match.span("label")
        free = start not in taken and end - 1 not in taken and match["label"] not in people
        if free and _may_be(text, start, end):
            named.append(Name(start, end, _in_small_letters(match["label"]), NameKind.BODY, PROPER))
    return [name for name in named if not words.issuperset(name.name.lower().split())]


def _in_small_letters(label: str) -> str:
    return _SMALL.compiled.sub(lambda word: word[0].lower(), label.title())


def _people(text: str) -> set[str]:
    """Names of people, in full and by surname: shown by a given name, a title, or turns to speak."""
    labels = Counter(match["label"] for match in _SPEAKS.finditer(text))
    found = {label for label, turns in labels.items() if turns > 1}
    for start, end in find_names(text):
        full = text[start:end].removesuffix("'s").removesuffix("’s")
        before, _, surname = full.rpartition(" ")
        given = before.split()[-1:] and before.split()[-1] in GIVEN_NAMES
        # "James Paget University Hospitals"
        if (given or _TITLED.match(full)) and not _HOSPITAL.match(text, end):
            found |= {full, surname, before}
    return found


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether a phrase is more than one word that has its capital from opening a sentence or a line."""
    if " " in text[start:end] or _OPENS.search(text, max(0, start - 4), start) is None:
        return True
    if _NO_NAME.fullmatch(text, start, end) is not None:
        return False
    return _SURELY.match(text, end) is not None or _PLACE.fullmatch(text, start, end) is not None


def _without_first(text: str, start: int, end: int) -> tuple[int, int]:
    """The phrase without words that have a capital only where they stand: "In Wold" as "Wold"."""
    while start < end:
        word = _FIRST.match(text, start, end)
        if word is None or not (word[0] in NOT_NAME or (word[0].endswith("ing") and word.end() < end)):
            break
        start = word.end() + 1
    return start, end


def _may_be(text: str, start: int, end: int) -> bool:
    return not (
        _TYPES_ALONE.fullmatch(text, start, end)
        or BUILDING.search(text, start, end)
        or _NOT_BODY.match(text, start, end)
        or _PERSON.search(text, max(0, start - 20), start)
    )
