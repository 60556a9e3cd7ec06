"""Says which figures a person should look at, and why, in words.

Belongs here: the signs that a field may be wrong, and the one decision over them. What each sign weighs is
measured, not guessed: `tests/gold/train_review.py` writes `review.json` from the annotated documents. How
sure the models were (gate.py, again.py, whose.py) is a sign like others. A stage that doubts for a reason of
its own says so in `Draft.doubts`.
"""

import json
import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, repeat
from pathlib import Path

from nhscuts_pipeline.contracts.vocabulary import Modality
from nhscuts_pipeline.extraction import again
from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.mentions import Mentions
from nhscuts_pipeline.extraction.passage import Passage
from nhscuts_pipeline.extraction.phrases import any_of
from nhscuts_pipeline.extraction.register import NameKind
from nhscuts_pipeline.extraction.rule_words import GUESS, in_words
from nhscuts_pipeline.extraction.short_forms import core

# Every figure has this sign: its weight is the odds of an error where nothing else is known.
ALWAYS = "always"
# "figure" stands for the figure as such.
FIELDS = ("figure", "measure", "subject", "claimant", "modality")
# Between these a model's share is one sign.
_SURE = (0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98)
# In characters: a clause, a sentence, a paragraph.
_FAR = (60, 250, 700)
_BACK = ("just", "a sentence", "a paragraph", "long")
_MARGINS = (0.3, 0.7, 1.2, 2.0, 3.0, 4.5)

AHEAD = any_of(
    r"will|would|could|may|might|plan\w*|expect\w*|propos\w+|targets?|must|should|to be|if|hopes?",
    r"estimate\w*|warn\w*|fear\w*|risk|potential\w*",
)
REPORTS = any_of(r"said|told|says?|according|claim\w*|warn\w*|report\w*|asked|argued")
_QUOTES = '“”"'
_OWNERS = (NameKind.BODY, NameKind.REGION)


@dataclass(frozen=True, slots=True)
class _Said:
    """What is asked of a sentence for each of its figures: does it speak of what is to come, or report?"""

    lowered: str
    ahead: bool
    reports: bool

    @classmethod
    def read(cls, words: str, passage: Passage) -> "_Said":
        quotes = any(mark in words for mark in _QUOTES)
        return cls(words.lower(), passage.has(AHEAD), quotes or passage.has(REPORTS))


class Signs:
    """The signs of one text's figures: named observations, each of which speaks for or against an error."""

    def __init__(self, mentions: Mentions, drafts: Sequence[Draft]) -> None:
        self._mentions = mentions
        self._drafts = drafts
        self._text = mentions.layout.text
        self._owners = [(name.start, core(name.name), name) for name in mentions.all if name.kind in _OWNERS]
        self._starts = [start for start, _, _ in self._owners]
        self._first = {short: name for _, short, name in reversed(self._owners)}
        self._named = Counter(short for _, short, _ in self._owners)
        self._most_named = self._named.most_common(1)
        self._subjects = Counter(draft.subject for draft in drafts)
        self._values: dict[tuple[float, float | None], list[Draft]] = {}
        self._beside: dict[int, list[Draft]] = {}
        self._said: dict[int, _Said] = {}
        self._before = {draft.start: before for before, draft in pairwise(drafts)}
        for draft in drafts:
            self._values.setdefault((draft.value, draft.value_to), []).append(draft)
            self._beside.setdefault(draft.sentence, []).append(draft)

    def of(self, draft: Draft) -> dict[str, list[str]]:
        """The signs of a figure by the field that they speak of."""
        sentence = self._mentions.layout.sentences[draft.sentence]
        said = self._said.get(draft.sentence)
        if said is None:
            said = self._said[draft.sentence] = _Said.read(
                self._text[sentence.start : sentence.end], self._mentions.read.passage(draft.sentence)
            )
        block = self._mentions.layout.blocks[sentence.block].kind.name.lower()
        what, sure = list(self._what(draft, said, block)), list(_sure(draft))
        return {
            "figure": [ALWAYS, *sure, f"unit by {_by(draft, 'unit', said)}", f"{draft.unit} in a {block}"],
            "measure": [*what, *sure],
            "modality": [*self._when(draft, said), *what, *sure],
            "subject": list(self._whose(draft, block)),
            "claimant": list(self._who(draft, said, block)),
        }

    def _what(self, draft: Draft, said: _Said, block: str) -> Iterator[str]:
        yield ALWAYS
        by = _by(draft, "measure", said)
        beside = [other for other in self._beside[draft.sentence] if other is not draft]
        same = [other for other in self._values[draft.value, draft.value_to] if other is not draft]
        yield f"measure by {by}"
        yield f"unit by {_by(draft, 'unit', said)}"
        measure = str(draft.measure)
        yield measure
        yield f"{measure} by {by}"
        yield f"{measure} in {draft.unit}"
        yield f"{measure}, {draft.modality}"
        yield f"in a {block}"
        yield f"{min(len(beside), 3)} others beside it"
        if beside:
            yield "alike beside it" if all(o.measure is draft.measure for o in beside) else "others differ"
        if same:
            alike = all(other.measure is draft.measure for other in same)
            yield "said again alike" if alike else "said again as something else"
        for doubt in draft.doubts:
            yield f"doubted: {doubt}"

    def _when(self, draft: Draft, said: _Said) -> Iterator[str]:
        by = _by(draft, "modality", said)
        ahead = "of what is to come" if said.ahead else "of nothing to come"
        modality = str(draft.modality)
        yield f"modality by {by}"
        yield f"{modality} by {by}"
        yield f"{modality}, the sentence speaks {ahead}"
        yield f"{draft.measure}, {modality}, the sentence speaks {ahead}"
        if draft.claimant is None and draft.modality is not Modality.ACTUAL:
            yield f"{modality}, in its own voice"

    def _whose(self, draft: Draft, block: str) -> Iterator[str]:
        yield ALWAYS
        rule = draft.rules.get("subject", "")
        short = core(draft.subject or "")
        sort = self._sort(draft, short)
        between, last = self._since_named(draft.start, short)
        share = self._subjects[draft.subject] / len(self._drafts)
        step = _step(draft, "subject")
        yield f"as sure as {step}"
        yield f"as sure as {step}, by {rule}"
        yield f"subject by {rule}"
        yield f"{sort} by {rule}"
        yield f"{_few(between)} named since"
        yield f"{_few(between)} named since, by {rule}"
        yield f"{_few(len(self._named))} named in the text, {sort}"
        yield f"subject of {'most' if share > 0.6 else 'some' if share > 0.2 else 'few'} figures"
        yield f"named {_few(self._named[short])} in the text"
        yield f"in a {block}"
        for most, _ in self._most_named:
            yield f"{'' if most == short else 'not '}the one named most, by {rule}"
        if len(self._values[draft.value, draft.value_to]) > 1:
            alike = {other.subject for other in self._values[draft.value, draft.value_to]}
            yield "said again of the same" if len(alike) == 1 else "said again of another"
        yield f"named {last} before"
        yield f"named {last} before, by {rule}"
        yield f"{len(str(int(draft.value)))} digits of {draft.unit}, {sort}"
        if draft.claimant is not None:
            own = "its own words" if core(draft.claimant) == short else "another's words"
            yield f"{own}, by {rule}"
        before = self._before.get(draft.start)
        if before is not None:
            like = "like" if before.subject == draft.subject else "unlike"
            place = "beside it" if before.sentence == draft.sentence else "further up"
            yield f"{like} the one before, by {rule}"
            yield f"{like} the one before {place}"

    def _since_named(self, at: int, short: str) -> tuple[int, str]:
        """How many others the text has named since it named this one, and in words how far back it did."""
        others: set[str] = set()
        for start, name, _ in reversed(self._owners[: bisect_left(self._starts, at)]):
            if name == short:
                return len(others), _BACK[bisect_left(_FAR, at - start)]
            others.add(name)
        return len(others), "nowhere"

    def _sort(self, draft: Draft, short: str) -> str:
        if draft.subject in ("NHS", "England"):
            return "nation"
        name = self._first.get(short)
        if name is None:
            return "another"
        if name.kind is NameKind.REGION:
            return "region"
        sort = name.sort if name.sort in ("group", "bare", "department") else "body"
        return sort if draft.subject_id else f"{sort} unknown"

    def _who(self, draft: Draft, said: _Said, block: str) -> Iterator[str]:
        yield ALWAYS
        rule = draft.rules.get("claimant", "")
        yield f"claimant by {rule}"
        yield f"{'known' if draft.claimant_id else 'unknown' if draft.claimant else 'no'} claimant"
        yield f"{'reporting words' if said.reports else 'no reporting words'}, by {rule}"
        yield f"in a {block}, by {rule}"
        yield f"{draft.modality}, by {rule}"
        step = _step(draft, "claimant")
        yield f"claimant as sure as {step}"
        yield f"claimant as sure as {step}, by {rule}"


def _step(draft: Draft, field: str) -> int:
    """How sure the choice of a field was, in steps."""
    return bisect_left(_SURE, draft.sure.get(field, 0.0))


def _sure(draft: Draft) -> Iterator[str]:
    """How sure the models were, in steps; the gate is not asked about the cells of tables."""
    for field in again.FIELDS:
        if field not in draft.sure:
            continue
        step = _step(draft, field)
        yield f"{field} as sure as {step}"
        yield f"{field} as sure as {step}, {getattr(draft, field)}"
    yield "read by rules" if draft.margin is None else f"passed by {bisect_left(_MARGINS, draft.margin)}"


def _by(draft: Draft, field: str, said: _Said) -> str:
    """The rule that set a field; one name for all the words that stand in the sentence itself."""
    rule = draft.rules.get(field)
    if rule is None:
        return "its sign"
    bare = rule.removesuffix(" + potential")
    if bare.startswith("table: "):
        return "table words"
    return "its words" if bare in said.lowered else rule


def _few(count: int) -> str:
    return ("none", "one", "two", "three")[count] if count < 4 else "many" if count < 8 else "very many"


@dataclass(frozen=True, slots=True)
class Weights:
    """What was measured: what each sign of a field adds to the log-odds that the field is wrong.

    A figure whose risk is above `limit` is for a person to look at.
    """

    limit: float
    fields: Mapping[str, Mapping[str, float]]

    @classmethod
    def read(cls, path: Path) -> "Weights":
        """Read what `tests/gold/train_review.py` wrote."""
        return cls(**json.loads(path.read_text(encoding="utf-8")))

    def risks(self, signs: Mapping[str, Sequence[str]]) -> dict[str, float]:
        """How likely each field is wrong, between 0 and 1."""
        return {
            field: 1 / (1 + math.exp(-sum(map(weights.get, signs[field], repeat(0.0)))))
            for field, weights in self.fields.items()
        }


PATH = Path(__file__).with_name("review.json")
_WEIGHTS = Weights.read(PATH)


def any_wrong(risks: Mapping[str, float]) -> float:
    """How likely at least one field is wrong, taking the fields for independent."""
    return 1 - math.prod(1 - risk for risk in risks.values())


def review(mentions: Mentions, drafts: Sequence[Draft]) -> list[str | None]:
    """For each draft of a text the reasons to look at it, in words, or None. Call it once all is set."""
    signs = Signs(mentions, drafts)
    found: list[str | None] = []
    for draft in drafts:
        risks = _WEIGHTS.risks(signs.of(draft))
        doubtful = any_wrong(risks) > _WEIGHTS.limit or GUESS in draft.rules.values()
        found.append(_reasons(draft, risks) if doubtful else None)
    return found


_CALLED = {
    "figure": "whether it is a figure at all",
    "measure": "what it measures",
    "subject": "whose it is",
    "claimant": "who says so",
    "modality": "whether it happened",
}
# A field is named beside the most doubtful one if it is this much as doubtful.
_BESIDE = 0.6


def _reasons(draft: Draft, risks: Mapping[str, float]) -> str:
    """The most doubtful fields, each with what it rests on: "unsure what it measures (“budget”)"."""
    worst = max(risks.values())
    named = []
    for field in sorted(risks, key=lambda field: -risks[field]):
        if risks[field] >= worst * _BESIDE:
            rule = f" ({in_words(field, draft.rules[field])})" if field in draft.rules else ""
            named.append(_CALLED[field] + rule)
    return "unsure " + " and ".join(named)
