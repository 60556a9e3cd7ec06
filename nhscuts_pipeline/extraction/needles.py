"""What must stand in a text for a regular expression to match there.

Belongs here: reading that off the expression. Does not belong here: looking for it (sieve.py).

Needles are for a text in which every character but letters and digits is a space (`automaton.fold`), so that
" cut " is a whole word.
"""

import re

# Letters in a row are one part, but for one that a quantifier follows.
_PART = re.compile(
    r"[a-z ]+(?![*+?{])|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?P<\w+>|\(\?(?:<?[=!]|:)|\(\??|[*+?]\??|"
    r"\{\d*,?\d*\}\??|.",
    re.DOTALL,
)
# Where a word begins or ends.
_EDGES = frozenset((r"\b", r"(?<!\w)", r"(?!\w)"))
_EDGE = re.compile(r"\(\?<?!\\w\)")
_LOOKS = ("(?=", "(?!", "(?<=", "(?<!")
_CLASSES = frozenset(r"\w \W \d \D \s \S .".split())
_ANCHORS = frozenset(("^", "$", r"\A", r"\Z"))
_QUANTIFIERS = frozenset("*+?{")


def needles(pattern: str) -> frozenset[str] | None:
    """Strings of which one stands in whatever the pattern matches; None where a match can do without any.

    Raises:
        ValueError: the pattern has syntax that is not known here (flags, conditions, references).
    """
    return _Reader(pattern).alternatives(opens=False, closes=False)


class _Reader:
    """Reads a pattern once from left to right."""

    def __init__(self, pattern: str) -> None:
        marked = _EDGE.sub(r"\\b", pattern)  # what counts is that a word cannot go on
        self._parts = _PART.findall(marked)
        self._at = 0
        self._closed_by = _partners(self._parts)

    def alternatives(self, *, opens: bool, closes: bool) -> frozenset[str] | None:
        """Of the branches up to the closing bracket: one of each. `opens`, `closes`: a word does so there."""
        found: set[str] = set()
        sure = True
        while True:
            branch = self._branch(opens=opens, closes=closes)
            sure = sure and branch is not None
            found |= branch or set()
            if self._next() != "|":
                return _fewest(found) if sure else None
            self._at += 1

    def _next(self) -> str:
        return self._parts[self._at] if self._at < len(self._parts) else ""

    def _branch(self, *, opens: bool, closes: bool) -> frozenset[str] | None:
        """Of what stands in one branch in a row, the part that says most."""
        best: frozenset[str] | None = None
        run = _Run(opens)
        while (part := self._next()) not in ("", "|", ")"):
            self._at += 1
            if part == r"\b":
                best = _better(best, run.end(edge=True))
                run = _Run(opens=True)
            elif part in _LOOKS:
                self.alternatives(opens=False, closes=False)
                self._at += 1
            elif part in _ANCHORS:
                continue
            elif part[0] == "(":
                best = _better(best, run.end())
                best = _better(best, self._group(part, opens=run.opens and not run.text, closes=closes))
                run = _Run(opens=False)
            elif part in _CLASSES or part[0] == "[":
                self._quantifier()
                best = _better(best, run.end())
                run = _Run(opens=False)
            else:
                often = self._quantifier()
                if often != "none":
                    run.add(_literal(part))
                if often != "once":
                    best = _better(best, run.end())
                    run = _Run(opens=False)
        return _better(best, run.end(edge=closes))

    def _group(self, part: str, *, opens: bool, closes: bool) -> frozenset[str] | None:
        if part == "(?":
            raise ValueError(f"no needles are known for patterns with {part}{self._next()}")
        behind = self._parts[self._closed_by[self._at - 1] + 1 :][:1]
        closes = behind == [r"\b"] or (closes and behind in ([], [")"], ["|"]))
        found = self.alternatives(opens=opens, closes=closes)
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
    """Literal characters in a row."""

    def __init__(self, opens: bool) -> None:
        self.opens = opens
        self.text = ""

    def add(self, chars: str) -> None:
        self.text += chars if self.text or not self.opens or chars[0] == " " else f" {chars}"

    def end(self, *, edge: bool = False) -> frozenset[str] | None:
        """The run, closed by a space where a word ends with it; None where there is none."""
        if not self.text.strip():
            return None
        return frozenset((self.text + " " if edge and self.text[-1] != " " else self.text,))


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


def _literal(part: str) -> str:
    if part[0] == "\\":
        if part[1].isalnum():
            raise ValueError(f"no needles are known for patterns with {part}")
        return " "
    return part if part[0].isalnum() or len(part) > 1 else " "


def _better(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    """Of two sets that must each be met, the one that is met less often: longer needles, and fewer."""
    if one is None or other is None:
        return one or other
    return max(one, other, key=lambda found: (min(map(len, found)), -len(found)))


def _fewest(found: set[str]) -> frozenset[str]:
    """Without those that begin as another does."""
    kept: list[str] = []
    for needle in sorted(found):
        if not kept or not needle.startswith(kept[-1]):
            kept.append(needle)
    return frozenset(kept)
