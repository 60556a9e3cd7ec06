"""Proper names that no table and no rule takes for a body: "Lugg Valley", "NSS", "Belfast".

Belongs here: finding them. Whether one of them has a figure is weighed with all other candidates
(candidates.py, whose.py); nothing else believes in them.
"""

from collections import Counter

from nhscuts_pipeline.extraction.body_words import MONTH, NEWSPAPER, NOT_NAME
from nhscuts_pipeline.extraction.given_names import GIVEN_NAMES
from nhscuts_pipeline.extraction.mentions import Mentions
from nhscuts_pipeline.extraction.name_start import Spans
from nhscuts_pipeline.extraction.names import Name, in_small_letters
from nhscuts_pipeline.extraction.ordinary import is_ordinary, small_words
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
# A word in capitals among others is no abbreviation but part of a headline.
_SHOUTED = Expression(r"[A-Z]{2,}\W{1,3}[A-Z]{2,}")
_TYPES_ALONE = Expression(
    r"(?:(?:University|Teaching|Acute|General|Community|Hospitals?|Healthcare|The|Ambulance|Unit|Medical|"
    r"Clinical|Infirmary|Cluster|Region|Sector|Group|Partnership|Corporate|Mental|Services?|Centre|Finance|"
    r"Estates|Facilities|Digital|Executives?|System|Network|Alliance|Programme|Plan|and|of) ?)+"
)
# These show a name even in one word that opens a sentence, where any word has a capital.
_SURELY = Expression(
    r"['’]s\b|:|\*| *\|| (?:has|had|is|was|will|plans?|expects?|intends?|wants?|needs?|loses|began|says?|"
    r"puts?|hopes?)\b|, (?:which|where|whose|with|the|a|an|in|on|to|next|across|like|by|far|near|one|once|at|"
    r"asked|formed|told|she|he|it|they|meanwhile|too|smallest|largest|biggest|has|had|is|was|£|\d)"
)
# Beside the words of `NOT_NAME`, which are cut off before.
_NO_NAME = Expression(
    r"(?:\w+body|\w+one|\w+thing|Half|Th\w+|Wh\w+|Few|Fewer|Others|Ours|None|Yes|Money|Work|"
    r"(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Dozens?|Hundreds|"
    r"(?:Twen|Thir|For|Fif|Six|Seven|Eigh|Nine)(?:ty|teen)|Fourteen)(?:-\w+)?)"
)
_OPENS = Expression(r"(?:^|[.!?:;“”\"‘*\n|–—-]\s*|\n\W*(?:\d+(?:\.\d+)?\)?\s+)?)$")
_PERSON = Expression(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Baroness|Cllr|Councillor|Prof|Professor|Dame|MP|Sister|Nurse|"
    r"director|executive|secretary|chair|chairman|chairwoman|officer|organiser|spokesman|spokeswoman|"
    r"minister|leader|manager|convener|president|nurse|member)\.? $"
)
_NOT_BODY = Expression(
    rf"(?:{MONTH.source}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Christmas|Easter|Band|Table|Figure|"
    r"Labour|Conservatives?|Tory|Tories|Liberal|Lib|Commons|Lords|Gentleman|Hello|Parliament|Whitehall|Treasury|Cabinet|MPs?|"
    r"Freedom|Act|GPs?|FTEs?|WTEs?|CIP|MARS|HR|HR1|IT|CEO|FOI|TUPE|PFI|QIPP|BBC|TUC|EU|UK|Mr|Mrs|Ms|Dr|Sir|Lord|"
    r"Lady|Cllr|Councillor|Professor|Prof|Baroness|Question|Answer|Source|Notes?|Page|Item|Section|Part|"
    r"Minister|Secretary|Members?|Friend|House|Government|Department|Committee|Council|Union|Unison|Unite|"
    r"ICBs?|PCTs?|CCGs?|SHAs?|CSUs?|Trusts?|Boards?|Hospitals?|Nobody|Everyone|Agenda|Annual|Redundanc\w+|"
    r"Staff|Posts?|Total|Whole|Full|Voluntary|Compulsory|Trade|Health|Care|NHS|Target|Per|Net|Savings?|Running|"
    r"Management|Costs?|Average|Turnover|Vacanc\w+|Headcount|Workforce|Establishment|Budget|Deficit|Pay|"
    r"Severance|Commissioning|Nurs\w+|Managers?|Doctors?|Fact|Fiction|Myth|Reality|Verdict|Accountable|Chief|Sustainability|Guildhall|"
    r"Spend\w*|New|Draft|Appendix|Annex|Paper|Option|Phase|Scheme|Round|Wave|Chapter|Document)\b"
)
# A newspaper speaks of itself: "the Courier has learned".
_PAPER = Expression(rf"\b(?:{NEWSPAPER}|Radio|FM|TV)$")
_TITLED = Expression(rf"{TITLE} ")
_HOSPITAL = Expression(r" (?:University|Hospitals?|NHS|General|Healthcare|Trust|Infirmary|Foundation)\b")
_SPEAKS = Expression(r"(?m)^\W*(?P<label>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,2})\W{0,3}: (?=\W*[A-Z])")
# Only people are spoken of so: "Col Aster, who is our director", "Col Aster, of the union".
_DOES_AS_PERSON = Expression(
    r"\b(?P<name>[A-Z][a-z]+ (?:Mc|Mac|O['’])?[A-Z][a-z]+(?:-[A-Z][a-z]+)?)(?:, who\b|"
    r", (?:of|from|for) the (?:union|college|society|RCN|GMB|BMA)\b|"
    r", (?:its|the|our|their|a) (?:[a-z-]+ ){0,3}(?:director|chief executive|chair|chairman|chairwoman|"
    r"secretary|officer|organiser|spokesman|spokeswoman|leader|convenor|convener|steward|head|official|"
    r"manager|nurse)\b)"
)
# "Wake Up Wold" is a programme, "Fit for Wold" a plan.
_OPENING, _CLOSING = ('"', "“", "‘"), ('"', "”", "’ ", "’,", "’.")
# How places end: such a word has its capital from being a name.
_PLACE = Expression(
    r"[A-Z][a-z]*(?:shire|ford|ton|ham|bury|ley|field|pool|mouth|borough|worth|wick|chester|cester|minster|"
    r"combe|stead|don|land|dale|bridge|port|side|gate|well|thorpe|vale|wold|moor|mere|sea|hurst|wich|sex|"
    r"folk|bourne|stoke)"
)
_FIRST = Expression(r"\S+")


def proper_names(mentions: Mentions) -> list[Name]:
    """Each as a body of sort "proper", wherever it stands, if its capitals once are those of a name."""
    text = mentions.layout.text
    known = Spans(mentions.all)
    people = _people(text)
    found: list[tuple[int, int]] = []
    for match in (*_PHRASE.finditer(text), *_LISTED.finditer(text)):
        start, end = _without_first(text, *match.span())
        shouted = text[start:end].isupper() and _SHOUTED.search(text, max(0, start - 3), end + 4) is not None
        if start < end and not shouted and _is_free(known, start, end) and _may_be(text, start, end):
            found.append((start, end))
    names = {text[start:end] for start, end in found if _is_name(text, start, end)}
    named = [
        Name(start, end, text[start:end], NameKind.BODY, PROPER)
        for start, end in found
        if text[start:end] in names and not _is_person(text[start:end], people)
    ]
    for match in _LABEL.finditer(text):
        start, end = match.span("label")
        small = in_small_letters(match["label"])
        if (start, end) in found and small not in text:
            continue  # "NSS: 40 posts" is an abbreviation
        no_body = _is_person(small, people) or _NOT_BODY.match(small)
        if not no_body and _is_free(known, start, end) and _may_be(text, start, end):
            named.append(Name(start, end, small, NameKind.BODY, PROPER))
    written_small = small_words(text)
    return [name for name in named if not is_ordinary(name.name, written_small)]


def _is_free(known: Spans, start: int, end: int) -> bool:
    """Whether a phrase is no name already known, nor a part of one; it may go beyond one."""
    first, last = known.at(start), known.at(end - 1)
    return all(
        name is None or (start <= name.start and name.end <= end and name.end - name.start < end - start)
        for name in (first, last)
    )


def _is_person(phrase: str, people: set[str]) -> bool:
    """Whether a phrase is the name of a person known by it, or by its surname: "Ann Ash of Unison"."""
    if phrase.lower() in people:
        return True
    given, _, rest = phrase.partition(" ")
    return given in GIVEN_NAMES and bool(rest) and not _HOSPITAL.search(f" {phrase}")


def _people(text: str) -> set[str]:
    """Names of people, in full and by surname, in small letters: shown by a given name, a title, or turns."""
    labels = Counter(match["label"] for match in _SPEAKS.finditer(text))
    found = {label for label, turns in labels.items() if turns > 1}
    found |= {match["name"] for match in _DOES_AS_PERSON.finditer(text)}
    for start, end in find_names(text):
        full = text[start:end].removesuffix("'s").removesuffix("’s")
        before, _, surname = full.rpartition(" ")
        given = before.split()[-1:] and before.split()[-1] in GIVEN_NAMES
        # "James Paget University Hospitals"
        if (given or _TITLED.match(full)) and not _HOSPITAL.match(text, end):
            found |= {full, surname, before}
    return {name.lower() for name in found}


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether a phrase is more than one word that has its capital from opening a sentence or a line."""
    if " " in text[start:end] or _OPENS.search(text, max(0, start - 8), start) is None:
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
        or _PAPER.search(text, start, end)
        or _NOT_BODY.match(text, start, end)
        or _PERSON.search(text, max(0, start - 20), start)
        or (text.endswith(_OPENING, 0, start) and text.startswith(_CLOSING, end))
    )
