"""The text of a document is exactly what follows its front matter, and broken front matter says where."""

import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhscuts_pipeline.documents import front_matter
from nhscuts_pipeline.documents.document import DocumentError
from nhscuts_pipeline.documents.front_matter import Field

LF_TEXT = st.text(alphabet=st.characters(exclude_characters="\r", exclude_categories=["Cs"]))


@given(LF_TEXT)
def test_text_is_all_that_follows_the_closing_line(text: str) -> None:
    fields, got = front_matter.split('---\ntitle: "A: b"\n---\n' + text)
    assert got == text
    assert fields == {"title": Field("A: b", 2)}


@given(LF_TEXT.filter(lambda t: not t.startswith("---")))
def test_without_front_matter_everything_is_text(text: str) -> None:
    assert front_matter.split(text) == (None, text)


def test_a_rule_of_dashes_further_down_belongs_to_the_text() -> None:
    assert front_matter.split("---\ntitle: t\n---\none\n---\ntwo\n")[1] == "one\n---\ntwo\n"


def test_values_stay_as_written_and_empty_ones_are_absent() -> None:
    fields, _ = front_matter.split(
        "---\ntitle: 2025\npublished: 2025-05\nurl:\npublisher: ~\nkind: ''\nnote: x\n---\nt"
    )
    assert fields == {"title": Field("2025", 2), "published": Field("2025-05", 3)}


def test_a_quoted_null_is_a_word() -> None:
    assert front_matter.split("---\ntitle: 'null'\n---\nt")[0] == {"title": Field("null", 2)}


def test_fields_of_ones_own_may_be_lists() -> None:
    assert front_matter.split("---\ntags: [a, b]\ntitle: t\n---\nt")[0] == {"title": Field("t", 3)}


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("---\ntitle: t\ntext", "never closed"),
        ("---\ntitle: a: b\n---\nt", "mapping values are not allowed here in line 2"),
        ('---\ntitle: t\npublisher: "x\n---\nt', "line 3"),
        ("---\n- a\n- b\n---\nt", "line 2: write one 'name: value' a line"),
        ("---\njust words\n---\nt", "line 2: write one 'name: value' a line"),
        ("---\ntitle: a\nurl: b\ntitle: c\n---\nt", "line 4: 'title' already stands in line 2"),
        ("---\ntitle: [a, b]\n---\nt", "line 2: 'title' is one value, not several"),
        ("---\n? [a]\n: b\n---\nt", "line 2: a field's name is one word"),
        ("---\ntitle: \x07\n---\nt", "unacceptable character"),
        (f"---\ntitle: {'[' * 5000}\n---\nt", "nested too deeply"),
    ],
)
def test_broken_front_matter_says_where(source: str, said: str) -> None:
    with pytest.raises(DocumentError) as raised:
        front_matter.split(source)
    assert said in str(raised.value)
    assert "\n" not in str(raised.value)


def _published(written: str) -> tuple[date | None, date | None]:
    return front_matter.published({"published": Field(written, 4)})


@given(st.dates())
def test_a_day_a_month_and_a_year_are_read_with_both_ends(day: date) -> None:
    last = calendar.monthrange(day.year, day.month)[1]
    assert _published(day.isoformat()) == (day, day)
    assert _published(day.isoformat()[:7]) == (day.replace(day=1), day.replace(day=last))
    assert _published(day.isoformat()[:4]) == (date(day.year, 1, 1), date(day.year, 12, 31))


def test_no_date_is_no_date() -> None:
    assert front_matter.published({}) == (None, None)


@pytest.mark.parametrize(
    "written",
    [
        "19 October 2006",
        "2006-13",
        "2006-02-30",
        "06-10-19",
        "2006-10-19T08:00",
        "0000",
        "2006-1-2",
        "spring",
    ],
)
def test_a_date_that_does_not_exist_is_refused_with_its_line(written: str) -> None:
    with pytest.raises(DocumentError, match=r"wrong date in line 4: .*write the day as 2006-10-19"):
        _published(written)
