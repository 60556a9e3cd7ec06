"""Bodies by their bare names: "Fens and Broads has 812 staff", "At Wold General the process was blunter".

Belongs here: names without a type word that the text treats as an employer. Does not belong here: places
(places.py): a bare place name is not a trust, unless it is what acts.
"""

import re
from collections.abc import Iterator, Sequence

from nhscuts_pipeline.extraction.automaton import Phrases, fold
from nhscuts_pipeline.extraction.body_words import MONTH
from nhscuts_pipeline.extraction.labels import of_lines, of_rows
from nhscuts_pipeline.extraction.layout import Layout
from nhscuts_pipeline.extraction.names import Name
from nhscuts_pipeline.extraction.ordinary import is_ordinary
from nhscuts_pipeline.extraction.phrases import Expression
from nhscuts_pipeline.extraction.register import NameKind

_WORD = r"[A-Z][a-z][\w’-]*"
_CROWNED = (
    r"(?:Royal|Queen|Princess|Countess of) (?!College|Commission|Mail|Assent|Society|Family|Navy|Charter)"
    rf"{_WORD}(?: {_WORD})?"
)
# Two names joined, or a name with a word that only hospitals and trusts bear.
_JOINED = rf"{_WORD}(?: {_WORD}| of {_WORD})*,? (?:and|&) (?:the )?{_WORD}(?: {_WORD}| (?:of|upon) {_WORD})*"
_BORNE = (
    rf"{_WORD}(?: (?:and )?{_WORD})* (?:Royal|General|Community|Healthcare|Acute|Health|Care|Children[’']s|"
    rf"District|Medical)|"
    rf"{_CROWNED}"
)
_SAINT = Expression(
    r"\b(?:St|Saint) [A-Z][a-z]+['’]s?\b(?! (?:Church|Street|Road|School|College|Day|Park|Square|Cathedral|"
    r"Hall|Hospice|Ward))"
)
_BARE = rf"(?:{_JOINED}|{_BORNE})"
_VERBS = """
    says denies denied insists confirmed declined admits admitted reckons? reckoned asked asks wrote
    writes tried tries announced announces reported reports proposes? proposed pledged promised promises
    published publishes has have had is was will would may might could can does did must plans? planned
    expects? expected intends? wants? needs? needed aims? hopes? hoped faces? faced forecasts? goes went
    comes? came gets? got gave gives took takes? made makes means meant put puts let lets kept keeps?
    holds? held sat sits? stood stands ran runs? leads? led heads? tops? topped chairs opted chose
    preferred employs? employed hired hires recruited recruits shed sheds cut cuts lost lose loses axed
    axes scrapped scraps froze freezes stripped strips trimmed trims dropped drops fell falls rose grew
    shrank shrinks spends? spent saves? saved sent sends sold sells paid pays? owes owed overspent
    underspent budgeted budgets ended ends closed closes opened opens started starts began begins
    finished finishes offered offers issued issues agreed agrees approved approves identified identifies
    lodged filed submitted received receives recorded records managed manages served serves follows
    followed fared fares merged merges joined joins shares? shared
    """
_VERB = (
    r"(?:(?:alone|first|also|now|still|then|already|later|itself|together|meanwhile|has since) )?"
    rf"(?:{'|'.join(_VERBS.split())}|accounts for|accounted for|at|in the)\b"
)
# Where a clause can begin with a name: after a stop, a conjunction or the mark of an item.
_AFTER_CLAUSE = (";", ":", ",", "”", '"', " while", " but", " and")
# "Marsh, Wold and Fen": what follows the comma is the end of a list.
_LISTED = Expression(r" [A-Z][\w’-]*,$")
# "Between April and September Wold and Marsh made 118 people redundant"
_WHEN = Expression(
    r"(?:In|Since|By|Until|During|Between|From|Last|This|Next) (?:(?:the )?(?:early|late|mid|end of|"
    rf"start of|last|next|past|same|year|month|week|quarter|spring|summer|autumn|winter|to|and|of|"
    rf"[12]\d{{3}}(?:-\d\d)?|\d\d?|{MONTH.source}),? )+(?=[A-Z])"
)
_ITEM = Expression(r"\n(?:\*\*|[•*-] )?(?=[A-Z])")
_THE_ROYAL = Expression(
    rf"\b(?:(?:at|from|of|for|to|by) |(?=the {_CROWNED}(?:, (?:which|whose|where)\b|,? {_VERB})))the "
    rf"(?P<name>(?!Royal (?:Marines|Mint)){_CROWNED})"
)
# Only hospitals are called so, wherever the name stands.
_GENERAL = Expression(
    rf"(?<=[a-z,] )(?P<name>(?!(?:Attorney|Director|Major|Secretary|Auditor|Postmaster|Surgeon|Solicitor|"
    rf"Governor|Comptroller|Inspector|Brigadier|Advocate|The|A)\b){_WORD}(?: {_WORD})?"
    rf" (?:General|Royal|Infirmary))(?= ?[,.;:!?’'”\"]| [a-z(])(?! (?:election|manager|secretary|practi))"
)
_FIRST = Expression(
    rf"(?:\*\*|[•*-] )?(?:(?:But|And|Meanwhile|While|Now|Then|Contrast|Compare|Consider|Take|"
    rf"Like every [a-z ]+),? )?(?:[Tt]he )?(?P<name>{_BARE})"
    rf"(?=,? {_VERB}|, (?:which|where|whose|with)\b| \(£?\d|[.:]?\*\*|: [a-z\d£])"
)
_AFTER = Expression(rf" (?P<name>{_BARE})(?=[,.:;]? |[.:])")
_CAPITAL = Expression(r" (?=[A-Z])")
# Where somebody works: "at South Wold, where he was deputy finance director".
_WORKED_AT = Expression(r"\bat (?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+)*)(?=, where (?:he|she) )")
# What it is stands beside the name: "Wold Marsh, a community trust ...", "its neighbour, Wold Marsh, ..."
_KIND = (
    r"(?:hospitals?|trust|provider|board|commissioner|authority|organisation|employer|PCT|ICB|CCG|CSU|SHA|"
    r"group|partnership|cluster|unit|service|infirmary)"
)
_NAMED = rf"(?P<name>{_WORD}(?: (?:(?:and|of|on|with|upon) (?:the )?)?{_WORD}){{0,4}})"
_WHAT_IT_IS = (
    r"(?:an?|the|one of the|its|another|our) (?:(?!(?:where|whose|which|with|who|of|and)\b)[\w’'-]+ ){0,4}?"
    rf"(?:{_KIND}|neighbour)"
)
_APPOSED = Expression(
    rf"\b{_NAMED}(?=, {_WHAT_IT_IS}(?:[,.;:)]| (?:that|which|in|of|for|with|where|whose|serving|covering|"
    r"based|has|to)\b))"
)
_AFTER_KIND = Expression(rf"\b(?:{_KIND}|neighbour|pair|trio|quartet|ones?), {_NAMED}(?=, )")
_AT = (" at", "At", "Take", " is", " was")
# A single word must act as an employer does, in the singular, and be a name elsewhere too.
_SINGLE = Expression(
    r"(?P<name>(?:(?:North|South|East|West|Mid|Greater|Central|Upper|Lower|Great|Inner|Outer|"
    r"New) )?[A-Z][a-z]{3,}[\w-]*"
    r"(?: (?:Valley|Vale|Moors?|Wolds?|Fells?|Downs?|Bay|Coast))?)"
    r"(?= (?:(?:closed|ended|finished|approved|issued|puts|reckons|reports|reported|offered|agreed|"
    r"recorded|admits|forecasts?|kept|"
    r"accounts for)|has (?:gone|let|asked|opened|offered|agreed|taken|approved|signed|shed|cut|lost|"
    r"issued|told|put|set|made|been|already|\d|about|around|some|only)|"
    r"is (?:to|cutting|losing|"
    r"shedding|making|short|spending|down)|will (?:lose|cut|shed|axe|have)|plans|expects|intends|loses|"
    r"employs|spends|"
    r"must|needs|wants|faces|lost|shed|axed)\b|, which (?:has|had|is|was|closed|opened|employed|will|"
    r"loses|plans|expects|employs|spends|"
    r"must|lost)\b)"
)
# Nobody but an employer does this, so that one such sentence is enough.
_AS_EMPLOYER = Expression(
    r" (?:has )?(?:issued (?:a letter|letters|notices|redundancy|at-risk|an? section|an HR1)|"
    r"notified (?:the (?:DTI|department|Insolvency)|ministers)|opened a (?:voluntary|consultation)|"
    r"made \d+ (?:people|staff|employees) redundant)\b"
)
# "South Marsh will come down from 612 people": with a point of the compass, whatever it does.
_COMPASS = Expression(
    rf"(?P<name>(?:North|South|East|West|Mid|Greater|Central|North East|North West|South East|South West)"
    rf" [A-Z][a-z]{{3,}}(?: (?:and|&) {_WORD}(?: {_WORD})?)?)(?=,? {_VERB})"
)
_NOT_BODY = Expression(
    r"(?:(?:Public|Mental|Social|Primary|Adult|Integrated|Health|Acute|Community|Occupational|Intensive) |"
    r".*\b(?:Council|Street|Road|Hall|House|Square|Committee|Monday|Tuesday|Wednesday|Thursday|Friday|"
    r"January|February|"
    r"March and|April|May and|June|July|August|September|October|November|December|Mr|Mrs|Ms|Dr|Sir|Lord|"
    r"England|"
    r"Wales|Scotland|Labour|Unison|Unite|Health and|Staff|Union|Unions|Ministers|Nurses|Doctors|Police|"
    r"Government|"
    r"Parliament|Whitehall|Nobody|Everyone|Everybody|Someone|Management|Board|Trust|Hospital|Treasury|This|"
    r"That|"
    r"There|What|Which|Each|Neither|None|London|Britain|Europe|Unison|Christmas|Easter|College|"
    r"Royal College|Innovation and|Skills|Local Government|Embargo|Press|News|Correction|Update|"
    r"In|At|For|From|With|On|Across|Of|By|To|And|But|As|When|While|After|Before|Among|Between)\b)"
)


# In prose the label of a row, often a county's name, is a body where it owns or does something.
_ACTS = Expression(rf"['’]s?\b|,? {_VERB}|, which\b| \(£?\d")
_GOES_ON = Expression(r"['’]?s? [A-Z][a-z]")


def read_bare(layout: Layout, folded: str, known: Sequence[Name]) -> list[Name]:
    """Bare names of bodies wherever they stand, once a sentence has treated them as one."""
    text = layout.text
    taken = {at for name in known if name.sort != "place" for at in range(name.start, name.end)}
    forms = {form for form in _treated_as_bodies(layout, taken) if not is_ordinary(form)}
    rows = of_rows(layout, taken) - forms
    if not forms and not rows:
        return []
    return [
        Name(start, end, form, NameKind.BODY, "bare")
        for start, end, form in Phrases({fold(form).strip(): form for form in forms | rows}).find(folded)
        if text[start:end].split() == form.split()
        and start not in taken
        and (form in forms or _ACTS.match(text, end))
        and not _GOES_ON.match(text, end)
        and not text.endswith((" in ", " In "), max(0, start - 4), start)
    ]


def _treated_as_bodies(layout: Layout, taken: set[int]) -> set[str]:
    """The names that some sentence or line treats as a body, as they are written there."""
    text, begins = layout.text, _beginnings(layout)
    forms = set()
    for match in (
        *(_FIRST.match(text, at) for at in begins),
        *(_COMPASS.match(text, at) for at in begins),
        *_placed(text),
        *_WORKED_AT.finditer(text),
        *_THE_ROYAL.finditer(text),
        *_GENERAL.finditer(text),
        *_APPOSED.finditer(text),
        *_AFTER_KIND.finditer(text),
    ):
        if match is not None and _free(match, taken):
            forms.add(" ".join(match["name"].split()))
    for at in begins:
        match = _SINGLE.match(text, at)
        if match is None or not _free(match, taken):
            continue
        if _is_name(text, match["name"]) or _AS_EMPLOYER.match(text, match.end("name")):
            forms.add(match["name"])
    if "St " in text or "Saint " in text:
        forms |= {match[0] for match in _SAINT.finditer(text) if match.start() not in taken}
    return forms | of_lines(text, taken)


def _beginnings(layout: Layout) -> set[int]:
    """Where a sentence, an item or a clause can begin with a name."""
    text = layout.text
    begins = {sentence.start for sentence in layout.sentences}
    begins |= {match.end() for match in _ITEM.finditer(text)}
    begins |= {match.end() for match in _WHEN.finditer(text)}
    return begins | {
        match.end()
        for match in _CAPITAL.finditer(text)
        if text.endswith(_AFTER_CLAUSE, max(0, match.start() - 6), match.start())
        and not _LISTED.search(text, max(0, match.start() - 40), match.start())
    }


def _placed(text: str) -> Iterator[re.Match[str] | None]:
    """Names after "at", "is" and "take"."""
    for space in _CAPITAL.finditer(text):
        if text.endswith(_AT, max(0, space.start() - 4), space.start()):
            yield _AFTER.match(text, space.start())


def _free(match: re.Match[str], taken: set[int]) -> bool:
    start, end = match.span("name")
    return not _NOT_BODY.match(match["name"]) and start not in taken and end - 1 not in taken


def _is_name(text: str, word: str) -> bool:
    """Whether a word stands in capitals within a sentence and never as an ordinary word or a surname."""
    if " " in word or word.endswith("shire"):
        return True
    if re.search(rf"\b{word.lower()}\b", text) or re.search(rf"\b[A-Z][a-z]+\.? {word}\b", text):
        return False
    return re.search(rf"[a-z,;] {word}\b", text) is not None
