"""Lists of phrases as one pattern.

Belongs here: the one way in which phrase lists of the extraction become regular expressions.
"""

import re


def any_of(*alternatives: str) -> re.Pattern[str]:
    """A pattern that matches any of the alternatives as whole words, over lower-case text."""
    return re.compile(r"\b(?:" + "|".join(alternatives) + r")(?!\w)")
