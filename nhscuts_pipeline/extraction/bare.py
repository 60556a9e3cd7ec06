"""Bodies by their bare names: "Fens and Broads has 812 staff", "At Wold General the process was blunter".

Belongs here: names without a type word that the sentence treats as an employer. Does not belong here: places
(places.py): a single bare place name is never a body.
"""

import re
from collections.abc import Sequence

from nhscuts_pipeline.extraction.names import Name
from nhscuts_pipeline.extraction.register import NameKind

_WORD = r"[A-Z][a-z][\w’-]*"
# Two names joined, or a name with a word that only hospitals and trusts bear.
_BARE = (
    rf"(?:{_WORD}(?: {_WORD}| of {_WORD})*,? (?:and|&) (?:the )?{_WORD}(?: {_WORD})*"
    rf"|{_WORD}(?: (?:and )?{_WORD})* (?:Royal|General|Community|Healthcare|Acute))"
)
_VERB = (
    r"(?:alone )?(?:has|have|is|was|will|plans?|expects?|intends?|wants?|goes|comes?|spends?|had|preferred|loses|must|"
    r"needs?|faces?|employs?|would|may|did|opted|chose|went|aims?|hopes?|made|cut|cuts|lost|sits?|reported|declined|"
    r"at|in the)\b"
)
_SUBJECT = re.compile(
    rf"(?:(?:^|(?<=[.:;!?”\"*] )|(?<=\n))(?:(?:But|And|Meanwhile|While|Now|Then|Like every [a-z ]+),? )?(?P<first>{_BARE})"
    rf"(?=,? {_VERB}|, (?:which|where|whose|with)\b| \(£?\d)"
    rf"|\b(?:At|at|Take|is|is at|was|is at) (?P<after>{_BARE})(?=[,.:;]? |[.:]))",
    re.MULTILINE,
)
_NOT_BODY = re.compile(
    r"(?:.*\b(?:Council|Street|Road|Hall|House|Square|Committee|Monday|Tuesday|Wednesday|Thursday|Friday|January|February|"
    r"March and|April|May and|June|July|August|September|October|November|December|Mr|Mrs|Ms|Dr|Sir|Lord|England|"
    r"Wales|Scotland|Labour|Unison|Unite|Health and|Staff|Union|Unions|Ministers|Nurses|Doctors|Police)\b)"
)


def read_bare(text: str, known: Sequence[Name]) -> list[Name]:
    """Bare names of bodies wherever they stand, once a sentence has treated them as one."""
    taken = {at for name in known if name.sort != "place" for at in range(name.start, name.end)}
    found: list[Name] = []
    forms = set()
    for match in _SUBJECT.finditer(text):
        start, end = match.span("first" if match["first"] else "after")
        if not _NOT_BODY.match(text[start:end]) and start not in taken and end - 1 not in taken:
            forms.add(" ".join(text[start:end].split()))
    if not forms:
        return []
    pattern = re.compile(
        r"\b(?:" + "|".join(map(re.escape, sorted(forms, key=len, reverse=True))) + r")\b(?! [A-Z][a-z])"
    )
    for match in pattern.finditer(text):
        if match.start() not in taken:
            found.append(Name(match.start(), match.end(), match[0], NameKind.BODY, "bare"))
    return found
