"""Bodies by their bare names: "Fens and Broads has 812 staff", "At Wold General the process was blunter".

Belongs here: names without a type word that the text treats as an employer. Does not belong here: places
(places.py): a bare place name is not a trust, unless it is what acts.
"""

import re
from collections.abc import Sequence

from nhscuts_pipeline.extraction.names import Name
from nhscuts_pipeline.extraction.register import NameKind

_WORD = r"[A-Z][a-z][\w’-]*"
# Two names joined, or a name with a word that only hospitals and trusts bear.
_JOINED = rf"{_WORD}(?: {_WORD}| of {_WORD})*,? (?:and|&) (?:the )?{_WORD}(?: {_WORD})*"
_BORNE = (
    rf"{_WORD}(?: (?:and )?{_WORD})* (?:Royal|General|Community|Healthcare|Acute)|Royal {_WORD}(?: {_WORD})?"
)
_SAINT = re.compile(
    r"\b(?:St|Saint) [A-Z][a-z]+['’]s?\b(?! (?:Church|Street|Road|School|College|Day|Park|Square|Cathedral|Hall|Hospice|Ward))"
)
# "• Wold Marsh (577)", "**Royal Wold.** Has issued ...", "3. Wold – 210 posts": labels, where there are several.
_LABEL = re.compile(
    r"^(?:[ \t]*(?:[•*–-]|\d{1,2}[.)])[ \t]+(?:\*\*)?|\*\*)(?P<label>[A-Z][\w’'-]*(?: (?:(?:and|of|the|&) )*[A-Z][\w’'-]*){0,5})"
    r"(?:\*\*)?(?:[.:]\*\*|\s*[:(–—,]|\s-\s|\.(?=\s))",
    re.MULTILINE,
)
_BARE = rf"(?:{_JOINED}|{_BORNE})"
_VERB = (
    r"(?:alone )?(?:has|have|is|was|will|plans?|expects?|intends?|wants?|goes|comes?|spends?|had|preferred|loses|must|"
    r"needs?|faces?|employs?|would|may|did|opted|chose|went|aims?|hopes?|made|cut|cuts|lost|sits?|reported|declined|"
    r"at|in the)\b"
)
_SUBJECT = re.compile(
    rf"(?:(?:^(?:\*\*|[•*-] )?|(?<=[.:;!?”\"*] )|(?<=\n))(?:(?:But|And|Meanwhile|While|Now|Then|Like every [a-z ]+),? )?"
    rf"(?P<first>{_BARE})(?=,? {_VERB}|, (?:which|where|whose|with)\b| \(£?\d|[.:]?\*\*)"
    rf"|\b(?:At|at|Take|is|is at|was|is at) (?P<after>{_BARE})(?=[,.:;]? |[.:]))",
    re.MULTILINE,
)
# A single word must act as an employer does, in the singular, and be a name elsewhere too.
_SINGLE = re.compile(
    r"(?:^|(?<=[.:;!?”\"*] )|(?<=, )|(?<=while )|(?<=but )|(?<=and ))(?P<word>[A-Z][a-z]{3,}[\w-]*)"
    r"(?= (?:has (?:shed|cut|lost|issued|told|put|set|made|been|already|\d|about|around|some|only)|is (?:to|cutting|losing|"
    r"shedding|making|short|spending|down)|will (?:lose|cut|shed|axe|have)|plans|expects|intends|loses|employs|spends|"
    r"must|needs|wants|faces|lost|shed|axed)\b|, which (?:has|is|will|loses|plans|expects|employs|spends|must|lost)\b)",
    re.MULTILINE,
)
_NOT_BODY = re.compile(
    r"(?:.*\b(?:Council|Street|Road|Hall|House|Square|Committee|Monday|Tuesday|Wednesday|Thursday|Friday|January|February|"
    r"March and|April|May and|June|July|August|September|October|November|December|Mr|Mrs|Ms|Dr|Sir|Lord|England|"
    r"Wales|Scotland|Labour|Unison|Unite|Health and|Staff|Union|Unions|Ministers|Nurses|Doctors|Police|Government|"
    r"Parliament|Whitehall|Nobody|Everyone|Everybody|Someone|Management|Board|Trust|Hospital|Treasury|This|That|"
    r"There|What|Which|Each|Neither|None|London|Britain|Europe|Unison|Christmas|Easter|College|Royal College)\b)"
)


_NO_LABEL = re.compile(
    r"(?i)(?:total|notes?|source|figure|table|why|what|how|who|when|where|which|is|are|will|can|do|does|the|a|an|in|on|at|"
    r"summary|background|contact|press|about|action|apologies|minutes|present|for|if|we|our|jobs?|posts?|staff|all)\b"
)


def read_bare(text: str, known: Sequence[Name]) -> list[Name]:
    """Bare names of bodies wherever they stand, once a sentence has treated them as one."""
    taken = {at for name in known if name.sort != "place" for at in range(name.start, name.end)}
    forms = {
        " ".join((match["first"] or match["after"]).split())
        for match in _SUBJECT.finditer(text)
        if _free(match, "first" if match["first"] else "after", taken)
    }
    forms |= {
        match["word"]
        for match in _SINGLE.finditer(text)
        if _free(match, "word", taken) and _is_name(text, match["word"])
    }
    forms |= {match[0] for match in _SAINT.finditer(text) if match.start() not in taken}
    labels = [match for match in _LABEL.finditer(text) if not _NO_LABEL.match(match["label"])]
    if len(labels) > 2 and any(match.start("label") in taken for match in labels):
        forms |= {match["label"] for match in labels if _free(match, "label", taken)}
    if not forms:
        return []
    longest = sorted(forms, key=len, reverse=True)
    pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, longest)) + r")\b(?!['’]?s? [A-Z][a-z])")
    return [
        Name(match.start(), match.end(), match[0], NameKind.BODY, "bare")
        for match in pattern.finditer(text)
        if match.start() not in taken and not text[: match.start()].endswith((" in ", " In "))
    ]


def _free(match: re.Match[str], group: str, taken: set[int]) -> bool:
    start, end = match.span(group)
    return not _NOT_BODY.match(match[group]) and start not in taken and end - 1 not in taken


def _is_name(text: str, word: str) -> bool:
    """Whether a word stands in capitals within a sentence and never as an ordinary word or a surname."""
    if re.search(rf"\b{word.lower()}\b", text) or re.search(rf"\b[A-Z][a-z]+\.? {word}\b", text):
        return False
    return re.search(rf"[a-z,;] {word}\b", text) is not None
