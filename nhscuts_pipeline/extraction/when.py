"""Whether a time that the rules gave a figure is its own: "in November" may tell when somebody was hired.

Belongs here: the signs of it, and the decision of a linear model over them. Does not belong here: which time
of a sentence or heading is the likeliest (period.py). The weights are in `when.tsv`, which
`tests/gold/train_when.py` writes.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from nhscuts_pipeline.extraction.dates import MONTH, Published
from nhscuts_pipeline.extraction.elision import same_thing
from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.linear import Linear
from nhscuts_pipeline.extraction.passage import Text
from nhscuts_pipeline.extraction.phrases import Expression
from nhscuts_pipeline.extraction.rule_words import HEADING
from nhscuts_pipeline.extraction.standing import step

PATH = Path(__file__).with_name("when.tsv")
_MODEL = Linear.read(PATH)
_MONTHS = Expression(rf"\b(?:{MONTH})\b")
_DIGIT = Expression(r"\d")
_LEAD = Expression(r"[a-z ]*")
_TOKEN = Expression(r"[a-z’']+|[£\d][\d,.]*%?|[,;:.()“”\"–—-]")
# Where another clause may begin.
_TURN = Expression(
    r"[,;:]|\b(?:which|who|whose|where|and|but|while|when|after|before|because|if|as|that|since|until|then|so|"
    r"though|had|has|have|was|were|is|are|will|would)\b"
)
# In log-odds. Below even odds: of figures that have a period the fewest should lose it.
_ANOTHERS = -1.0
_REACH = 60
_LONG_WORD = 4
_MANY = 3


def settle(text: Text, drafts: Sequence[Draft], published: Published) -> None:
    """Take the period from the drafts of a text whose time is another's, and hand on what is left.

    A number said before has the period that it has there.
    """
    for draft, seen in zip(drafts, signs(text, drafts, published), strict=True):
        source = same_thing(draft)
        if seen and is_anothers(_MODEL, seen):
            draft.period_start = draft.period_end = None
            del draft.rules["period"]
        elif not seen and source is not None:
            draft.period_start, draft.period_end = source.period_start, source.period_end


def is_anothers(model: Linear, seen: Collection[str]) -> bool:
    """Whether by that model and those signs a time tells of something else than the figure."""
    return model.scores(seen)[0] < _ANOTHERS


def signs(text: Text, drafts: Sequence[Draft], published: Published) -> Iterator[set[str]]:
    """What speaks for and against the period of each draft; nothing where the rules gave it none."""
    among = Counter(draft.sentence for draft in drafts)
    for draft in drafts:
        dated = "period" in draft.rules
        yield set(_signs(text, draft, published, among[draft.sentence])) if dated else set()


def _signs(text: Text, draft: Draft, published: Published, among: int) -> Iterator[str]:
    rule = draft.rules["period"]
    over = rule.startswith(HEADING)
    kind = "heading" if over else "own"
    block = text.layout.blocks[text.layout.sentences[draft.sentence].block].kind.name
    yield f"{kind} {block}"
    for of in _of(draft):
        yield f"{kind} {of}"
    form = _DIGIT.compiled.sub("0", _MONTHS.compiled.sub("M", rule.removeprefix(HEADING)))
    lead = _LEAD.compiled.findall(form)[0].strip()
    for name, value in (("form", form), ("lead", lead)):
        yield f"{name} {value} {kind}"
        yield f"{name} {value} {draft.measure}"
        yield f"{name} {value} {draft.modality}"
    yield from _length(draft, published, kind)
    yield f"source {draft.rules.get('source')} {kind}"
    if draft.period_at is not None:
        yield from _beside(text, draft, draft.period_at, lead, among)


def _of(draft: Draft) -> Iterator[str]:
    yield str(draft.measure)
    yield str(draft.modality)
    yield f"{draft.measure} {draft.modality}"
    yield str(draft.unit)


def _length(draft: Draft, published: Published, kind: str) -> Iterator[str]:
    """How long the period is, and whether it has passed."""
    start, end = draft.period_start, draft.period_end
    if start is None or end is None:
        length = "open"
    elif start == end:
        length = "day"
    elif start[:7] == end[:7]:
        length = "month"
    else:
        length = "year" if int(end[:4]) - int(start[:4]) <= 1 else "years"
    yield f"length {length} {draft.measure} {draft.modality}"
    yield f"length {length} {kind} {draft.modality}"
    if published.last is not None:
        day = published.last.isoformat()
        passed = "past" if (end or start or "") < day else "ahead" if (start or end or "") > day else "now"
        yield f"{passed} {draft.modality}"
        yield f"{passed} {draft.modality} {draft.measure}"
        yield f"{passed} {length} {draft.measure}"


def _beside(text: Text, draft: Draft, place: tuple[int, int], lead: str, among: int) -> Iterator[str]:
    """How the time stands to the number in their sentence."""
    first, last = place
    folded, sentence = text.folded, text.layout.sentences[draft.sentence]
    left = last <= draft.start
    side = "before" if left else "after"
    between = folded[last : draft.start] if left else folded[draft.end : first]
    tokens = _TOKEN.compiled.findall(between)
    words = [token for token in tokens if token[0].isalpha()]
    numbers = min(sum(token[0] in "£0123456789" for token in tokens), _MANY)
    commas = min(between.count(","), _MANY)
    yield f"{side} far {step(len(words), 0, 1, 2, 3, 5, 8, 12, 18)}"
    yield f"{side} numbers {numbers}"
    yield f"{side} commas {commas}"
    yield f"{side} far {step(len(words), 2, 6, 12)} numbers {min(numbers, 2)} commas {min(commas, 2)}"
    yield f"{side} among {min(among, 4)}"
    for turn in set(_TURN.compiled.findall(between)):
        yield f"{side} over {turn}"
        yield f"{side} over {turn} {lead}"
    if between.count("“") != between.count("”") or between.count('"') % 2:
        yield f"{side} out of a quotation"
    yield from (f"between {word}" for word in set(words) if len(word) >= _LONG_WORD)
    yield f"opens {first - sentence.start < _LONG_WORD} {side} {draft.measure}"
    yield from _words_at(text, draft, place, f"{side}, {lead}")


def _words_at(text: Text, draft: Draft, place: tuple[int, int], where: str) -> Iterator[str]:
    """The words right beside the time, and those beside the number."""
    sentence = text.layout.sentences[draft.sentence]

    def words(start: int, end: int) -> list[str]:
        return _TOKEN.compiled.findall(text.folded[max(sentence.start, start) : min(sentence.end, end)])

    two, one = ["^", "^", *words(place[0] - _REACH, place[0])][-2:]
    then, further = [*words(place[1], place[1] + _REACH)[:2], "$", "$"][:2]
    yield f"time after {one}"
    yield f"time after {one}: {where}"
    yield f"time after {two} {one}"
    yield f"time then {then}"
    yield f"time then {then}: {where}"
    yield f"time then {then} {further}"
    yield from (f"number after {word}" for word in set(words(draft.start - _REACH, draft.start)[-2:]))
    yield from (f"number then {word}" for word in set(words(draft.end, draft.end + _REACH)[:3]))
