"""A text is cut into blocks and sentences by offset, and nothing of it is lost or moved."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from nhscuts_pipeline.extraction.layout import BlockKind, read_layout


def kinds(text: str) -> list[BlockKind]:
    return [block.kind for block in read_layout(text).blocks]


def test_headings_items_tables_and_paragraphs_are_told_apart() -> None:
    prose = "# Cuts\n\nThe trust will lose posts, it said on Monday:\n\n- Estates: 31\n\n"
    text = prose + "| Trust | Posts |\n| --- | --- |\n| A | 1 |\n"
    assert kinds(text) == [BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.TABLE]


def test_an_item_has_the_line_that_leads_into_its_list_over_it() -> None:
    layout = read_layout("The trust will lose these posts:\n\n- Estates: 31\n- Theatres: 12\n")
    assert [block.heading for block in layout.blocks] == [None, 0, 0]


def test_what_introduces_a_table_or_a_list_reaches_no_further() -> None:
    table = "*Vacancies, 30 June 2023*\n\n| Team | Posts |\n| --- | --- |\n| A | 1 |\n\n"
    layout = read_layout(f"# Staff\n\n{table}4. The plan takes 84 posts out of this.\n\n5. It costs £3m.\n")
    assert [block.heading for block in layout.blocks] == [None, 0, 1, 0, 0]
    ends = "The trust spoke of a plan for all of its hospitals and their staff on Monday."
    layout = read_layout(f"# Staff\n\nThe trust will lose:\n\n- 31 porters\n\n{ends}\n\n- 12 cooks\n")
    assert [block.heading for block in layout.blocks] == [None, 0, 1, 0, 0]


def test_a_sentence_does_not_end_at_an_abbreviation_or_within_a_number() -> None:
    layout = read_layout("Dr. Smith of St. Mary's said £1.2m would go. Mr. Jones did not agree.")
    assert [layout.quote(index) for index in range(len(layout.sentences))] == [
        "Dr. Smith of St. Mary's said £1.2m would go.",
        "Mr. Jones did not agree.",
    ]


def test_the_mark_of_a_footnote_belongs_to_the_sentence_before_it() -> None:
    layout = read_layout("Some 40 posts went.[140] The Department denied it.² Unison did not.")
    assert [layout.quote(index) for index in range(len(layout.sentences))] == [
        "Some 40 posts went.[140]",
        "The Department denied it.²",
        "Unison did not.",
    ]


def test_a_sentence_does_not_end_at_circa() -> None:
    layout = read_layout("With turnover of c. 8% the trust will lose approx. 30 posts. It has 900.")
    assert len(layout.sentences) == 2


def test_table_cells_are_numbered_by_row_and_column() -> None:
    text = "| Trust | Posts |\n| --- | --- |\n| A | 12 |\n"
    cells = read_layout(text).blocks[0].cells
    assert [(text[c.start : c.end], c.row, c.column) for c in cells] == [
        ("Trust", 0, 0),
        ("Posts", 0, 1),
        ("A", 1, 0),
        ("12", 1, 1),
    ]


@given(st.text(alphabet="aB1.,:;|-*#\n \t£%", max_size=200))
def test_sentences_are_in_order_and_hold_every_visible_character(text: str) -> None:
    layout = read_layout(text)
    spans = [(s.start, s.end) for s in layout.sentences]
    assert all(low[1] <= high[0] for low, high in pairwise(spans))
    left_out = [at for at, c in enumerate(text) if not c.isspace() and not any(a <= at < b for a, b in spans)]
    assert all(text[at] in "|-:" for at in left_out)


def test_an_abbreviation_opens_a_paragraph_as_it_opens_a_text() -> None:
    layout = read_layout("Cuts loom.\n\nSt. Helens will lose 40 posts.")
    assert layout.quote(1) == "St. Helens will lose 40 posts."


def test_a_short_word_that_ends_a_sentence_on_the_next_line_opens_no_item() -> None:
    text = "The forty posts that are to go this spring would not be part of\nit. Another 40 posts will go."
    assert BlockKind.ITEM not in kinds(text)


def test_short_lines_with_numbers_one_under_the_other_are_a_list_without_marks() -> None:
    counted = "Posts to go by March 2013\nNurses and midwives 312\nDoctors 74\n\n"
    text = f"{counted}The trust spoke of all of them.\n\nJobs in 2013\n\nMore text."
    heading, item = BlockKind.HEADING, BlockKind.ITEM
    assert kinds(text) == [heading, item, item, BlockKind.PARAGRAPH, heading, BlockKind.PARAGRAPH]
    assert kinds("☞ 540 posts\n☞ 12 wards\n") == [item, item]
    long = "South of Tyne and Wear, three trusts in one at Clarendon House: 285\nWansbeck Mental Health: 60\n"
    assert kinds(long) == [item, item]
