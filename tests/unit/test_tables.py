"""Every cell of a table that counts something of ours is a figure, read by header, label and caption."""

from nhscuts_pipeline.extraction.engine import Extractor
from nhscuts_pipeline.extraction.names import Names

EXTRACTOR = Extractor(Names([]))


def cells(*rows: str, caption: str = "") -> list[tuple[float, str, str | None]]:
    """Value, unit and group of the figures in a table of these rows, the first of them its header."""
    rule = "|" + " --- |" * (rows[0].count("|") - 1)
    text = "\n".join([caption, "", rows[0], rule, *rows[1:], ""])
    return [(f.value, f.unit.value, f.staff_group) for f in EXTRACTOR.extract(text)]


def test_a_cell_with_a_bracket_holds_two_figures() -> None:
    found = cells("| Cost | Compulsory redundancies |", "| Under £10,000 | 12 (15) |", caption="**Exits**")
    assert found == [(12, "people", None), (15, "people", None)]


def test_a_dash_in_a_cell_is_no_figure() -> None:
    found = cells("| Cost | Compulsory redundancies |", "| Under £10,000 | – (15) |", caption="**Exits**")
    assert found == [(15, "people", None)]


def test_a_column_goes_on_from_the_one_before_it() -> None:
    found = cells("| Trust | Management posts | To go by March 2012 |", "| NHS Fenshire | 148 | 67 |")
    assert found == [(148, "posts", "managerial"), (67, "posts", "managerial")]


def test_the_body_in_a_label_is_not_what_is_counted() -> None:
    assert cells("| Trust | Redundancies |", "| Fenshire NHS Trust | 214 |") == [(214, "people", None)]


def test_a_column_of_other_things_gives_no_figure() -> None:
    found = cells("| Board | Population (000) | Staff |", "| Fenshire | 612 | 190 |")
    assert found == [(190, "people", None)]


def test_the_scale_in_a_header_holds_for_its_column_alone() -> None:
    found = cells("| Board | Deficit (£000) | Posts |", "| Fenshire | 1,250 | 31 |")
    assert found == [(1_250_000, "gbp", None), (31, "posts", None)]


def test_the_rows_of_staff_groups_give_theirs() -> None:
    found = cells("| Staff group | Posts |", "| Administrative and clerical | 214 |", "| All | 332 |")
    assert found == [(214, "posts", "administrative and clerical"), (332, "posts", None)]


def test_the_rows_of_directorates_and_bodies_give_none() -> None:
    assert cells("| Directorate | Posts |", "| Nursing and quality | 64 |") == [(64, "posts", None)]
    assert cells("| Body | Posts |", "| Wold Clinical Commissioning Group | 64 |") == [(64, "posts", None)]
