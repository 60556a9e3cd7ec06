"""What must stand in a text for a regular expression to match there.

Belongs here: reading that off the expression. Does not belong here: looking for it (sieve.py).

Needles are for a text in which every character but letters and digits is a space (`automaton.fold`), so that
" cut " is a whole word.
"""

import re
from collections.abc import Mapping

from nhscuts_pipeline.extraction.phrases import Expression

# Letters in a row are one part, but for one that a quantifier follows.
_PART = Expression(
    r"[a-z ]+(?![*+?{])|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?P<\w+>|\(\?(?:<?[=!]|:)|\(\??|[*+?]\??|"
    r"\{\d*,?\d*\}\??|.",
    re.DOTALL,
)
_EDGE = Expression(r"\(\?<?!\\w\)")
_LOOKS = ("(?=", "(?!", "(?<=", "(?<!")
_CLASSES = frozenset(r"\w \W \d \D \s \S .".split())
_ANCHORS = frozenset(("^", "$", r"\A", r"\Z"))
_QUANTIFIERS = frozenset("*+?{")


# By needle, how many characters behind its beginning a match begins, or None where that varies.
Needles = Mapping[str, int | None]


def needles(pattern: str) -> Needles | None:
    """Strings of which one stands in whatever the pattern matches; None where a match can do without any.

    Raises:
        ValueError: the pattern has syntax that is not known here (flags, conditions, references).
    """
    found = _Reader(pattern).alternatives(opens=False, closes=False, leads=True)
    return None if found is None else _fewest(found)


class _Reader:
    """Reads a pattern once from left to right."""

    def __init__(self, pattern: str) -> None:
        marked = _EDGE.compiled.sub(r"\\b", pattern)  # what counts is that a word cannot go on
        self._parts = _PART.compiled.findall(marked)
        self._at = 0
        self._closed_by = _partners(self._parts)

    def alternatives(self, *, opens: bool, closes: bool, leads: bool) -> Needles | None:
        """Of the branches up to the closing bracket: one of each.

        A word begins where they do (`opens`) or ends (`closes`); a match begins with them (`leads`).
        """
        found: dict[str, int | None] = {}
        sure = True
        while True:
            branch = self._branch(opens=opens, closes=closes, leads=leads)
            if branch is None:
                sure = False
            else:
                found |= {n: at if found.get(n, at) == at else None for n, at in branch.items()}
            if self._next() != "|":
                return found if sure else None
            self._at += 1

    def _next(self) -> str:
        return self._parts[self._at] if self._at < len(self._parts) else ""

    def _branch(self, *, opens: bool, closes: bool, leads: bool) -> Needles | None:
        """Of what stands in one branch in a row, the part that says most."""
        best: Needles | None = None
        run = _Run(opens, leads)
        while (part := self._next()) not in ("", "|", ")"):
            self._at += 1
            if part == r"\b":
                best = _better(best, run.end(edge=True))
                run = _Run(opens=True, leads=run.leads and not run.text)
            elif part in _LOOKS:
                self.alternatives(opens=False, closes=False, leads=False)
                self._at += 1
            elif part in _ANCHORS:
                continue
            elif part[0] == "(":
                bare = not run.text
                best = _better(best, run.end())
                group = self._group(part, opens=run.opens and bare, closes=closes, leads=run.leads and bare)
                best = _better(best, group)
                run = _Run(opens=False, leads=False)
            elif part in _CLASSES or part[0] == "[":
                self._quantifier()
                best = _better(best, run.end())
                run = _Run(opens=False, leads=False)
            else:
                often = self._quantifier()
                if often != "none":
                    run.add(_literal(part))
                if often != "once":
                    best = _better(best, run.end())
                    run = _Run(opens=False, leads=False)
        return _better(best, run.end(edge=closes))

    def _group(self, part: str, *, opens: bool, closes: bool, leads: bool) -> Needles | None:
        if part == "(?":
            raise ValueError(f"no needles are known for patterns with {part}{self._next()}")
        behind = self._parts[self._closed_by[self._at - 1] + 1 :][:2]
        closes = _ends_word(behind) or (closes and behind[:1] in ([], [")"], ["|"]))
        found = self.alternatives(opens=opens, closes=closes, leads=leads)
        self._at += 1
        return None if self._quantifier() == "none" else found

    def _quantifier(self) -> str:
        """How often the part just read must stand there: "none", "once", or "more" than once perhaps."""
        part = self._next()
        if part[:1] not in _QUANTIFIERS or not part:
            return "once"
        self._at += 1
        return "none" if part[0] in "*?" or part.startswith(("{0", "{,")) else "more"


class _Run:
    """Literal characters in a row; a word begins with them (`opens`), and a match does (`leads`)."""

    def __init__(self, opens: bool, leads: bool) -> None:
        self.opens = opens
        self.leads = leads
        self.text = ""
        self._before = 0

    def add(self, chars: str) -> None:
        if self.opens and not self.text and chars[0] != " ":
            self.text, self._before = " ", 1
        self.text += chars

    def end(self, *, edge: bool = False) -> Needles | None:
        """The run, closed by a space where a word ends with it; None where there is none."""
        if not self.text.strip():
            return None
        closed = self.text + " " if edge and self.text[-1] != " " else self.text
        return {closed: self._before if self.leads else None}


def _partners(parts: list[str]) -> dict[int, int]:
    """The place of each opening bracket with that of its closing one."""
    found: dict[int, int] = {}
    open_at: list[int] = []
    for at, part in enumerate(parts):
        if part[0] == "(":
            open_at.append(at)
        elif part == ")":
            found[open_at.pop()] = at
    return found


def _ends_word(behind: list[str]) -> bool:
    """Whether a word ends before these two parts: at an edge, or at a space that must stand there."""
    return behind[:1] == [r"\b"] or (
        behind[:1] != [] and behind[0][0] == " " and not _is_quantifier(behind[1:])
    )


def _is_quantifier(parts: list[str]) -> bool:
    return parts != [] and parts[0][0] in _QUANTIFIERS


def _literal(part: str) -> str:
    if part[0] == "\\":
        if part[1].isalnum():
            raise ValueError(f"no needles are known for patterns with {part}")
        return " "
    return part if part[0].isalnum() or len(part) > 1 else " "


# A needle that tells where a match begins is the better one, if it is so long: trying a place costs little.
_LONG = 2


def _better(one: Needles | None, other: Needles | None) -> Needles | None:
    """Of two sets that must each be met, the one that a match begins with, or that is met less often."""
    return one if other is None else other if one is None else max(one, other, key=_worth)


def _worth(found: Needles) -> tuple[bool, int, int]:
    shortest = min(map(len, found))
    return shortest >= _LONG and None not in found.values(), shortest, -len(found)


def _fewest(found: Needles) -> Needles:
    """Without those that begin as another does, to the same end."""
    kept: dict[str, int | None] = {}
    last = ""
    for needle in sorted(found):
        if not kept or not needle.startswith(last) or found[needle] != found[last]:
            kept[needle] = found[needle]
            last = needle
    return kept
