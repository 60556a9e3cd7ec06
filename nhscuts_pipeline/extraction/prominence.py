"""What a candidate is to its text as a whole: named how often, in the title, the text's own body.

Belongs here: signs that a candidate has whatever stands around the figure, and what the figure's sentence
means for one of its kind. Does not belong here: how a name stands to the number (standing.py), which names
are candidates (candidates.py).
"""

from collections import Counter
from collections.abc import Sequence

from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.mentions import Mentions
from nhscuts_pipeline.extraction.names import Name
from nhscuts_pipeline.extraction.offer import Candidate
from nhscuts_pipeline.extraction.short_forms import core
from nhscuts_pipeline.extraction.standing import step
from nhscuts_pipeline.extraction.subject import Picked

# What the rules chose by tells how far these signs are to be trusted.
_TELL_WITH_THE_RULE = frozenset(
    "left 0|left 1|right 0|up 0|up 1|up 2|up leads|next|before|said before|service|England|nation|scope|"
    "section|focus|speaker|both|main|most|titled|own|claimant|rule".split("|")
)


class Prominence:
    """The names of one text by how much it speaks of them; `short` has a short name for each mention."""

    def __init__(self, mentions: Mentions, short: Sequence[str]) -> None:
        self._counts = Counter(short)
        most = self._counts.most_common(1)
        self._most = most[0][0] if most else None
        # What share of all mentions is of the name with the most.
        self.share = step(100 * most[0][1] // self._counts.total(), 15, 25, 40, 60) if most else "none"
        self._titled = {core(name.name) for name in mentions.title}
        self._own = core(mentions.own.name) if mentions.own is not None else None

    def describe(
        self, candidate: Candidate, draft: Draft, picked: Picked, many: str, around: Sequence[str]
    ) -> None:
        """Add the signs that a candidate has by itself, and what stands around the figure for its kind."""
        name, signs, short = candidate.name, candidate.signs, core(candidate.name.name)
        kind = self._kind(name, short, draft, picked)
        signs.update(f"{sign}: {kind}, {candidate.place}" for sign in around)
        if "before" in signs:
            signs.update(f"{sign}: as before" for sign in around)
        if not candidate.inside:
            signs.add(f"outside {many} {kind == 'nation'}")
        for at, holds in (
            ("most", short == self._most),
            ("titled", short in self._titled),
            ("own", short == self._own),
            ("claimant", draft.claimant is not None and core(draft.claimant) == short),
        ):
            if holds:
                signs.update((at, f"{at} {many}"))
        signs.add(f"named {step(self._counts[short], 0, 1, 2, 4, 8)} times")
        signs.update([f"{sign}, by {picked.rule}" for sign in signs & _TELL_WITH_THE_RULE])
        signs.add("rule's" if name.name == picked.name.name else f"not by {picked.rule}")
        signs.update((name.sort, f"{name.sort} {draft.unit}", f"{name.sort} {draft.measure}"))
        signs.add(f"{name.sort} {len(str(int(draft.value)))} digits of {draft.unit}")
        if name.name[:1].islower():
            signs.update(("lower case", f"lower case {draft.measure}"))

    def _kind(self, name: Name, short: str, draft: Draft, picked: Picked) -> str:
        """What a candidate is to the text, for signs that speak of the whole sentence."""
        if name.name in ("NHS", "England"):
            return "nation"
        if name.name == picked.name.name:
            return "rule's"
        if short == self._most:
            return "most"
        return "speaker's" if name.name == draft.claimant else "other"
