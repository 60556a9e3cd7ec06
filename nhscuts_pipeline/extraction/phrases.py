"""Lists of phrases as one pattern, compiled when a text first needs it.

Belongs here: the one way in which phrase lists of the extraction become regular expressions.
"""

import re
from functools import cached_property


class Expression:
    """A regular expression over lower-case text. `sieve.Sieve` tells which of many a text needs at all."""

    def __init__(self, source: str) -> None:
        self.source = source

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern. Most texts need few, and compiling all takes longer than reading a short text."""
        return re.compile(self.source)


def any_of(*alternatives: str) -> Expression:
    """An expression that matches any of the alternatives as whole words, over lower-case text."""
    return Expression(r"\b(?:" + "|".join(alternatives) + r")(?!\w)")
