"""Numbers are found whole, with their value, sort and qualifier, and nothing else is taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhscuts_pipeline.contracts.vocabulary import Qualifier
from nhscuts_pipeline.extraction.passage import fold
from nhscuts_pipeline.extraction.quantity import _NUMBER, _OPENING, Quantity, Sort, find_quantities
from nhscuts_pipeline.extraction.tokens import Tokens


def quantities(text: str) -> list[Quantity]:
    folded = fold(text)
    return find_quantities(folded, Tokens(folded))


def only(text: str) -> Quantity:
    found = quantities(text)
    assert len(found) == 1, [text[q.start : q.end] for q in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "written", "value", "sort"),
    [
        ("Last year 45 left.", "45", 45, Sort.COUNT),
        ("By last week 26 of them had agreed.", "26", 26, Sort.COUNT),
        ("A further 45 may face redundancy.", "45", 45, Sort.COUNT),
        ("It sheds 1,250 posts.", "1,250", 1250, Sort.COUNT),
        ("A bill of £1.1m is due.", "£1.1m", 1_100_000, Sort.MONEY),
        ("A bill of £38 million is due.", "£38 million", 38_000_000, Sort.MONEY),
        ("They spent four million pounds on it.", "four million pounds", 4_000_000, Sort.MONEY),
        ("It is two point three million short.", "two point three million", 2_300_000, Sort.COUNT),
        ("It lost nought point four per cent.", "nought point four per cent", 0.4, Sort.PERCENT),
        (
            "They saved twelve and a half million pounds.",
            "twelve and a half million pounds",
            12.5e6,
            Sort.MONEY,
        ),
        ("It is eighteen pounds seventy-six a head.", "eighteen pounds seventy-six", 18.76, Sort.MONEY),
        ("It is eighteen pounds and six pence.", "eighteen pounds and six pence", 18.06, Sort.MONEY),
        ("It cost a million and a half.", "a million and a half", 1.5e6, Sort.COUNT),
        ("Two and a half-time posts go.", "Two", 2, Sort.COUNT),
        ("Costs fell 29 per cent.", "29 per cent", 29, Sort.PERCENT),
        ("It takes 8pc of the staff.", "8pc", 8, Sort.PERCENT),
        ("Forty-three posts go.", "Forty-three", 43, Sort.COUNT),
        (
            "Fourteen hundred and eighty-seven owned up.",
            "Fourteen hundred and eighty-seven",
            1487,
            Sort.COUNT,
        ),
        ("They lost a dozen managers.", "a dozen", 12, Sort.COUNT),
        ("The half dozen left are cross.", "half dozen", 6, Sort.COUNT),
        ("Boards must halve their costs.", "halve", 50, Sort.PERCENT),
        ("Two-thirds of posts go.", "Two-thirds", 66.667, Sort.PERCENT),
        ("A quarter of the posts go.", "A quarter", 25, Sort.PERCENT),
        ("It is one in six posts.", "one in six", 16.667, Sort.PERCENT),
        ("Just over one in twenty, they say.", "one in twenty", 5, Sort.PERCENT),
        ("One nursing post in eleven has gone.", "One nursing post in eleven", 9.091, Sort.PERCENT),
        ("Another hundred and fifty posts go.", "hundred and fifty", 150, Sort.COUNT),
        ("It is one post in seven.", "one post in seven", 14.286, Sort.PERCENT),
        ("A slide says c340 posts go.", "340", 340, Sort.COUNT),
        ("Some 2000 posts go.", "2000", 2000, Sort.COUNT),
    ],
)
def test_a_number_is_found_whole(text: str, written: str, value: float, sort: Sort) -> None:
    quantity = only(text)
    assert (text[quantity.start : quantity.end], quantity.value, quantity.sort) == (written, value, sort)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("one hundred and two hundred jobs", [100, 200]),
        ("two thousand and three thousand jobs", [2000, 3000]),
        ("two thousand million pounds", [2e9]),
        ("twenty-five and thirty posts", [25, 30]),
        ("five six", [5, 6]),
        ("a hundred thousand and fifty", [100_050]),
    ],
)
def test_numerals_side_by_side_are_not_added_up(text: str, values: list[float]) -> None:
    assert [q.value for q in quantities(text)] == values


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("between 20,000 and 30,000 posts", 20_000, 30_000),
        ("a bill of £700-750 million", 700e6, 750e6),
        ("it costs £1bn to £1.3bn", 1e9, 1.3e9),
        ("payments ranged from £2,150 to £148,900", 2150, 148_900),
        ("60 to 70 of them", 60, 70),
        ("between twenty-five and thirty posts", 25, 30),
        ("it ranged from £500 to £600,000", 500, 600_000),
        ("between £1,000 and £1.2 million", 1000, 1.2e6),
        ("4 to 5,000 jobs", 4000, 5000),
    ],
)
def test_a_range_is_one_quantity_with_both_ends(text: str, low: float, high: float) -> None:
    quantity = only(text)
    assert (quantity.value, quantity.value_to, quantity.qualifier) == (low, high, Qualifier.RANGE)


def test_from_one_level_to_another_is_two_quantities() -> None:
    found = quantities("The board goes from 489.6 FTE to 404 and later from 120 to 180.")
    assert [q.value for q in found] == [489.6, 404, 120, 180]
    assert all(q.value_to is None for q in found)


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("about 40 posts", Qualifier.ABOUT),
        ("nearer 140 posts", Qualifier.ABOUT),
        ("1,150 or so posts", Qualifier.ABOUT),
        ("forty-odd jobs", Qualifier.ABOUT),
        ("more than 500 jobs", Qualifier.OVER),
        ("no fewer than 500 jobs", Qualifier.OVER),
        ("500 or more jobs", Qualifier.OVER),
        ("upwards of 500 jobs", Qualifier.OVER),
        ("up to 500 jobs", Qualifier.UNDER),
        ("no more than 500 jobs", Qualifier.UNDER),
        ("nearly 500 jobs", Qualifier.UNDER),
        ("a threat hanging over 500 jobs", Qualifier.EXACT),
        ("500 jobs", Qualifier.EXACT),
    ],
)
def test_the_qualifier_is_read_on_both_sides(text: str, qualifier: Qualifier) -> None:
    assert only(text).qualifier is qualifier


@pytest.mark.parametrize(
    "text",
    [
        "It was published on 19 October 2006.",
        "It met on October 19 and in 2009/10.",
        "The trust opened in 2001.",
        "See page 43, section 188 and Table 14.",
        "Staff on Bands 5 to 8d were told.",
        "Ring 01632 960 577 before 5pm.",
        "The meeting began at 11.14 am.",
        "The consultation runs for 45 days.",
        "It took two years and eight months.",
        "He is 63-year-old and she was 52.",
        "It is the 41st meeting of the second round.",
        "One of the trusts replied.",
        "The first half of the year was quiet.",
        "A third round of talks opens.",
        "It came in the third quarter.",
        "They fell ill with Covid-19 under Scenario 2.",
        "The infirmary has stood since 1871.",
        "It made 0 staff redundant and saved £0.",
    ],
)
def test_what_states_no_quantity_is_left_out(text: str) -> None:
    assert [text[q.start : q.end] for q in quantities(text)] == []


@given(st.integers(1, 999_999))
def test_digits_with_and_without_separators_mean_the_same(number: int) -> None:
    written = f"{number:,}"
    quantity = only(f"They shed {written} posts.")
    assert quantity.value == number


@given(st.text(max_size=200))
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(alphabet="0123456789 ,.£%mbnk-–/()'abcor to", max_size=120))
def test_any_text_yields_ordered_spans_that_do_not_overlap(text: str) -> None:
    found = quantities(text)
    ends = [0]
    for quantity in found:
        assert ends[-1] <= quantity.start < quantity.end <= len(text)
        ends.append(quantity.end)


WRITTEN = (
    *(
        "forty-three",
        "a third of",
        "half-a-dozen",
        "an eighth",
        "two-thirds",
        "halving",
        "c. 120",
        "£ 3.5m",
        "1,200",
    ),
    *(
        "gbp 20",
        "c120",
        "another dozen",
        "three-quarters of a million",
        "a hundred and six",
        "one in ten",
        "o'six",
    ),
    *("no-one", "£12-15m", "mid-2010", "5.5", "2/3", "é7", "x9", "ninety", "12th"),
)


@given(st.lists(st.sampled_from([*WRITTEN, " ", "-", "'", ",", ".", "a", "the ", "posts"]), max_size=12))
def test_no_number_begins_where_none_is_looked_for(pieces: list[str]) -> None:
    folded = fold("".join(pieces))
    begins = {at for at in range(len(folded)) if _NUMBER.match(folded, at)}
    assert begins <= set(Tokens(folded).starts_of(_OPENING))


def test_a_qualifier_at_the_end_of_a_line_is_the_next_ones() -> None:
    assert only("It has more than\n120 posts.").qualifier is Qualifier.OVER
