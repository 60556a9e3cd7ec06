"""Bodies by whom or what they serve: "Wold's PCT", "the ICB for Wold and Marsh", "College of Nurses".

Belongs here: names that need more than the words before their type word. Does not belong here: the grammar
of those (bodies.py).
"""

from itertools import dropwhile

from nhscuts_pipeline.extraction.body_words import MONTH, NOT_NAME
from nhscuts_pipeline.extraction.names import Name
from nhscuts_pipeline.extraction.phrases import Expression
from nhscuts_pipeline.extraction.register import NameKind

_OWNER = Expression(
    r"(?P<owner>[A-Z][\w-]+(?: (?:and )?[A-Z][\w-]+)*)(?:['’]s|(?<=s)['’]) (?:own )?"
    r"(?P<kind>(?:(?:mental|health|acute|community|hospital|children[’']s|main|local) )*)$"
)
_SERVED = Expression(
    r"\s+(?:for|serving|covering|in) (?:the )?(?P<area>[A-Z][a-z][\w-]*(?:(?:,| and|, and| of|"
    r" upon)? [A-Z][\w-]+)*)"
)
# "College of Psychiatrists", "Federation of Ward Nurses"
_OF_WHOM = Expression(
    r" (?:of|for)(?: the)? (?!Health\b|England\b)[A-Z][\w’'-]+(?: (?:and |of |in |& )?[A-Z][\w’'-]+)*"
)
_CARE_BOARD = Expression(r"\b[Cc]are [Bb]oard|\bICB")


def of_area(text: str, start: int, end: int, sort: str) -> Name | None:
    """A body by its area alone: "Wold's PCT", "the ICB for Wold and Marsh"."""
    owner = _OWNER.search(text, max(0, start - 50), start)
    if owner is not None and not MONTH.match(owner["owner"]):
        words = [*dropwhile(NOT_NAME.__contains__, owner["owner"].split())]
        kind = owner["kind"].replace("main ", "").replace("local ", "")
        if words:
            return Name(start, end, f"{' '.join(words)} {kind}{text[start:end]}", NameKind.BODY, sort)
    served = _SERVED.match(text, end) if sort != "trust" else None
    if served is not None and not MONTH.match(served["area"]) and served["area"] != "England":
        return Name(start, end, f"{' '.join(served['area'].split())} {text[start:end]}", NameKind.BODY, sort)
    return None


def of_board(text: str, start: int, end: int) -> Name | None:
    """A care board called a board: "West Wold's board", where the text speaks of care boards."""
    board = of_area(text, start, end, "icb")
    return board if board is not None and _CARE_BOARD.search(text) else None


def of_whom(text: str, start: int, end: int, sort: str) -> Name | None:
    """A body by whom it speaks for: "Royal College of Psychiatrists"."""
    whom = _OF_WHOM.match(text, end) if text[start].isupper() else None
    if whom is None:
        return None
    begin = start - 6 if text.endswith("Royal ", 0, start) else start
    written = " ".join(text[begin : whom.end()].split())
    return Name(begin, whom.end(), written, NameKind.CLAIMANT, sort)
