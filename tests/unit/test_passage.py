"""What is looked for once in a text is what would be found by looking again and again."""

import re
from pathlib import Path

import pytest

from nhscuts_pipeline.extraction.barriers import _BARRIERS, Barriers
from nhscuts_pipeline.extraction.engine import _SIEVE, read_text
from nhscuts_pipeline.extraction.needles import needles
from nhscuts_pipeline.extraction.phrases import Expression, any_of
from nhscuts_pipeline.extraction.tokens import _TOKEN, Tokens
from nhscuts_pipeline.extraction.word_classes import class_of

DOCUMENTS = sorted((Path(__file__).parents[1] / "gold" / "dev").glob("*.md"))
AWKWARD = 'Café\'s 1,200 staff - forty-five of them nurses; not_so, in 2010. £3.5m? No: "re-employed" — p45s.'


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"\b(?:cuts?|cutting)(?!\w)", {" cut": 1}),
        (r"\b(?:go|goes)(?!\w)", {" go ": 1, " goes ": 1}),
        (r"\b(?:re-?)?deployed(?!\w)", {"deployed ": None}),
        (r"\b(?:\w+ )?(?:staff|payroll) (?:fell|rose)\b", {"staff ": None, "payroll ": None}),
        (r"put (?:up )?their hands? up", {"put ": 0}),
        (r"\b(?:has|have)(?: now)? (?:\w+ed|gone)\b", {" has": 1, " have": 1}),
        (r"\b(?:in(?:to)?|under) scope\b", {" in": 1, " under ": 1}),
        (r"(?<!\w)q[1-4] (?=20)", {" q": 1}),
        (r"\b(?:trust's|£\d+) bill\b", {" bill ": None}),
        (r"\b(?:\w+ing|cut)\b", {"ing ": None, " cut ": 1}),
        (r"\b(?:\w+|cut)\b", None),
        (r"(?:cut)?", None),
    ],
)
def test_a_pattern_cannot_match_without_one_of_its_needles(
    pattern: str, expected: dict[str, int | None] | None
) -> None:
    assert needles(pattern) == expected


@pytest.mark.parametrize("pattern", [r"(?i)cut", r"(?(name)cut|axe)", r"(a)\1"])
def test_syntax_that_is_not_known_is_refused_rather_than_misread(pattern: str) -> None:
    with pytest.raises(ValueError, match="no needles"):
        needles(pattern)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_no_match_of_an_annotated_document_is_sieved_out(path: Path) -> None:
    text = read_text(path.read_text(encoding="utf-8"))
    for at in range(len(text.layout.sentences)):
        passage = text.passage(at)
        for expression in _SIEVE.expressions:
            found = expression.compiled.finditer(text.folded, passage.start, passage.end)
            assert [m.span() for m in passage.matches(expression)] == [m.span() for m in found]


def test_an_expression_that_no_sieve_knows_is_an_error_and_not_found_nowhere() -> None:
    passage = read_text("The trust will cut 40 posts.").passage(0)
    with pytest.raises(ValueError, match="not in the sieve"):
        passage.matches(any_of("cut"))


def test_only_the_words_of_its_own_passage_let_an_expression_through() -> None:
    text = read_text("The trust will cut 40 posts. Nobody is at risk.")
    planned = next(e for e in _SIEVE.expressions if re.search(r"\bat\[- \]risk", e.source))
    assert not text.passage(0).can_have(planned)
    assert text.passage(1).can_have(planned)


def windows(text: str) -> list[tuple[int, int]]:
    places = range(len(text) + 1)
    return [(start, end) for start in places for end in places if start <= end]


def test_tokens_of_a_stretch_are_those_of_the_stretch_alone() -> None:
    folded = AWKWARD.lower()
    tokens = Tokens(folded)
    for start, end in windows(folded):
        alone = _TOKEN.compiled.findall(folded, start, end)
        assert tokens.between(start, end) == (alone, [class_of(word) for word in alone])
        owners = [kind for kind in map(class_of, alone) if kind in ("ours", "outside")]
        assert tokens.last_owner(start, end) == (owners[-1] if owners else None)


def test_barriers_of_a_stretch_cost_what_they_do_alone() -> None:
    folded = AWKWARD.lower() + " and while 12, which - says. twenty-one or 1,2"
    barriers = Barriers(folded, 0, len(folded))
    for start, end in windows(folded):
        alone = sum(cost * len(pattern.compiled.findall(folded[start:end])) for pattern, cost in _BARRIERS)
        assert barriers.cost(start, end) == alone


def test_an_expression_is_compiled_when_first_needed() -> None:
    broken = Expression("(")  # would raise at once otherwise
    with pytest.raises(re.error):
        _ = broken.compiled


def test_a_needle_that_opens_a_match_tells_where_it_begins() -> None:
    text = read_text("The cut is deep. It cuts 40 posts and is cutting 12 more.")
    passage = text.passage(1)
    cut = next(e for e in _SIEVE.expressions if e.source.startswith(r"\b(?:cuts?|cutting"))
    assert [match[0] for match in passage.matches(cut)] == ["cuts", "cutting"]
    assert [match[0] for match in passage.matches_between(cut, text.folded.index("40"), passage.end)] == [
        "cutting"
    ]
