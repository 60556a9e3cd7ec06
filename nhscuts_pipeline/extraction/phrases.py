"""Regular expressions of the extraction, compiled when a text first needs them.

Belongs here: the one way in which patterns and phrase lists become regular expressions.
"""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Protocol


class _Find(Protocol):
    def __call__(self, string: str, pos: int = ..., endpos: int = ...) -> re.Match[str] | None: ...


class _FindAll(Protocol):
    def __call__(self, string: str, pos: int = ..., endpos: int = ...) -> Iterator[re.Match[str]]: ...


class Expression:
    """A regular expression that is used as `re.Pattern` is, and compiled at its first use.

    A short text needs less than half of the extraction's patterns, and compiling all of them takes longer
    than reading it. `sieve.Sieve` tells which of many a text needs at all.
    """

    def __init__(self, source: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self.source = source
        self.flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern, for what `Expression` does not offer itself."""
        return re.compile(self.source, self.flags)

    # The pattern's own methods are kept on the instance: a property or a wrapper would be paid for by each
    # of a hundred thousand calls.
    @cached_property
    def search(self) -> _Find:
        """`re.Pattern.search`."""
        return self.compiled.search

    @cached_property
    def match(self) -> _Find:
        """`re.Pattern.match`."""
        return self.compiled.match

    @cached_property
    def fullmatch(self) -> _Find:
        """`re.Pattern.fullmatch`."""
        return self.compiled.fullmatch

    @cached_property
    def finditer(self) -> _FindAll:
        """`re.Pattern.finditer`."""
        return self.compiled.finditer


def any_of(*alternatives: str) -> Expression:
    """An expression that matches any of the alternatives as whole words, over lower-case text."""
    return Expression(r"\b(?:" + "|".join(alternatives) + r")(?!\w)")
