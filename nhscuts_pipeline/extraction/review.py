"""Says which figures a person should look at, and why, in words.

Belongs here: the one decision over what the stages noted. Does not belong here: noting it, which each stage
does where it sets a field.
"""

from collections.abc import Sequence

from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.layout import Layout


def review(_layout: Layout, drafts: Sequence[Draft]) -> list[str | None]:
    """For each draft of a text the reasons to look at it, or None."""
    return ["; ".join(dict.fromkeys(draft.doubts)) or None for draft in drafts]
