"""Names of the register: spelling, capitals, dates, and what is never a name."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhscuts_pipeline.extraction.automaton import fold
from nhscuts_pipeline.extraction.names import Name, Names, as_printed
from nhscuts_pipeline.extraction.register import Entry, NameKind, RegisterError

REFERENCE = Path(__file__).parents[2] / "sources" / "reference"


@pytest.fixture(scope="module")
def names() -> Names:
    return Names.read(REFERENCE)


def found(names: Names, text: str, on: date | None = date(2010, 6, 1)) -> list[tuple[str, str | None]]:
    return [(name.name, name.id) for name in names.find(text, on)]


def body(spelling: str, key: str, first: date | None = None, last: date | None = None) -> Entry:
    return Entry(spelling, spelling, NameKind.BODY, "pct", key, first, last)


def test_the_longest_name_wins_and_its_span_cuts_it_out(names: Names) -> None:
    text = "Staff at Leeds Teaching Hospitals NHS Trust and NHS Leeds met."
    spans = [text[name.start : name.end] for name in names.find(text, date(2010, 6, 1))]
    assert spans == ["Leeds Teaching Hospitals NHS Trust", "NHS Leeds"]


def test_a_bare_place_is_no_trust(names: Names) -> None:
    assert found(names, "Managers in Stockport and Plymouth said nothing.") == []


def test_scotlands_boards_are_known_by_their_places_where_these_do_something(names: Names) -> None:
    text = (
        "Tayside plans for 500 fewer. Posts: Borders 37; Dumfries and Galloway 61. In Fife the council, "
        "Fife Council, and Grampian Police said nothing."
    )
    boards = names.find_bare(text, fold(text), date(2010, 6, 1), scotland=True)
    assert names.find_bare(text, fold(text), date(2010, 6, 1), scotland=False) == []
    assert [(board.name, text[board.start : board.end]) for board in boards] == [
        ("NHS Tayside", "Tayside"),
        ("NHS Borders", "Borders"),
        ("NHS Dumfries and Galloway", "Dumfries and Galloway"),
    ]


def test_a_trust_of_two_places_is_known_by_both(names: Names) -> None:
    text = "Monitor found Heatherwood and Wexham Park in breach. Heatherwood and Wexham Park Road is shut."
    bare = names.find_bare(text, fold(text), date(2011, 6, 1), scotland=False)
    assert [(name.name, name.start) for name in bare] == [
        ("Heatherwood and Wexham Park Hospitals NHS Foundation Trust", 14)
    ]
    # By then it was part of another.
    assert names.find_bare(text, fold(text), date(2019, 6, 1), scotland=False) == []


def test_a_closed_body_that_is_a_source_of_statistics_too_is_the_body(names: Names) -> None:
    (digital,) = names.find("NHS Digital cut posts.", date(2023, 2, 16))
    assert (digital.kind, digital.id) == (NameKind.BODY, "nhs-digital")


def test_one_spelling_means_the_body_of_its_day() -> None:
    early = body("NHS Wold", "wold-pct", date(2008, 1, 1), date(2013, 3, 31))
    late = body("NHS Wold", "wold-icb", date(2022, 7, 1))
    both = Names([early, late])
    assert found(both, "NHS Wold has cut posts.", date(2011, 2, 1)) == [("NHS Wold", "wold-pct")]
    assert found(both, "NHS Wold has cut posts.", date(2024, 2, 1)) == [("NHS Wold", "wold-icb")]


def test_an_undated_document_leaves_a_shared_name_open() -> None:
    both = Names(
        [
            body("NHS Wold", "wold-pct", None, date(2013, 3, 31)),
            body("NHS Wold", "wold-icb", date(2022, 7, 1)),
        ]
    )
    assert found(both, "NHS Wold has cut posts.", None) == [("NHS Wold", None)]


def test_a_body_is_written_about_before_it_opens_and_after_it_has_closed() -> None:
    only = Names([body("Wold PCT", "wold-pct", date(2006, 10, 1), date(2013, 3, 31))])
    assert found(only, "Wold PCT will open.", date(2006, 3, 1)) == [("Wold PCT", "wold-pct")]
    assert found(only, "Wold PCT is gone.", date(2015, 3, 1)) == [("Wold PCT", "wold-pct")]
    assert found(only, "Wold PCT?", date(1999, 3, 1)) == [("Wold PCT", None)]


def test_reform_is_not_guessed_and_a_verb_is_no_union(names: Names) -> None:
    assert found(names, "Reform said so.", date(2024, 6, 1)) == [("Reform", None)]
    assert found(names, "The trusts unite and a monitor is nice.", date(2012, 6, 1)) == []


def test_one_code_has_many_names_each_printed_as_the_text_has_it(names: Names) -> None:
    old = names.find("University Hospital of North Staffordshire", date(2006, 6, 1))
    new = names.find("University Hospitals of North Midlands", date(2016, 6, 1))
    assert [old[0].name, new[0].name] == [
        "University Hospital of North Staffordshire",
        "University Hospitals of North Midlands",
    ]
    assert old[0].id == new[0].id is not None


def test_an_abbreviation_is_spelt_out(names: Names) -> None:
    assert found(names, "The RCN warned the DHSC.", date(2025, 6, 1)) == [
        ("Royal College of Nursing", "rcn"),
        ("Department of Health and Social Care", "department-of-health-and-social-care"),
    ]


def test_a_minister_stands_for_the_department_of_the_day(names: Names) -> None:
    (hewitt,) = names.find("Patricia Hewitt told MPs", date(2006, 6, 1))
    assert (hewitt.kind, hewitt.behind, hewitt.id) == (NameKind.PERSON, "Department of Health", "dh")
    (lansley,) = names.find("Andrew Lansley told MPs", date(2006, 6, 1))
    assert lansley.id == "conservatives"


def test_hyphens_line_breaks_and_typographic_apostrophes_do_not_matter(names: Names) -> None:
    assert found(names, "in the North-East and the west\nmidlands") == [
        ("North East", "north-east"),
        ("West Midlands", "west-midlands"),
    ]
    assert found(names, "Guy’s and St Thomas’ NHS Foundation Trust")[0][1] == "guys-and-st-thomas-trust"


@given(st.text(max_size=60), st.text(max_size=60))
def test_offsets_hold_whatever_stands_around_a_name(before: str, after: str) -> None:
    alone = Names([body("Wold and Marsh PCT", "wold")])
    text = f"{before} Wold and Marsh PCT {after}"
    assert len(fold(text)) == len(text)
    spans: list[Name] = alone.find(text, None)
    assert [text[name.start : name.end] for name in spans] == ["Wold and Marsh PCT"]


def test_a_table_without_a_column_or_with_a_wrong_date_says_where(tmp_path: Path) -> None:
    for path in REFERENCE.glob("*.csv"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    people = tmp_path / "people.csv"
    people.write_text(
        people.read_text(encoding="utf-8").replace("2003-06-12", "June 2003", 1), encoding="utf-8"
    )
    with pytest.raises(RegisterError, match=r"people\.csv: valid_from of John Reid is 'June 2003'"):
        Names.read(tmp_path)
    people.write_text("person,aliases\n", encoding="utf-8")
    with pytest.raises(RegisterError, match=r"people\.csv: no column claimant_id"):
        Names.read(tmp_path)
    people.unlink()
    with pytest.raises(RegisterError, match=r"people\.csv: not found"):
        Names.read(tmp_path)


def test_a_row_that_is_too_short_is_named(tmp_path: Path) -> None:
    for path in REFERENCE.glob("*.csv"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    with (tmp_path / "claimants.csv").open("a", encoding="utf-8") as file:
        file.write("xx,Short row\n")
    with pytest.raises(RegisterError, match=r"claimants\.csv: 2 cells for \d+ columns in the row of 'xx'"):
        Names.read(tmp_path)


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("WOLD AND FEN PCT", "Wold and Fen PCT"),
        ("ST MARY’S HOSPITALS NHS TRUST", "St Mary’s Hospitals NHS Trust"),
        ("NORTH-EAST WOLD", "North-East Wold"),
        ("UNISON", "UNISON"),
        ("Wold PCT", "Wold PCT"),
        (None, None),
    ],
)
def test_a_name_from_a_heading_in_capitals_is_printed_like_others(
    written: str | None, printed: str | None
) -> None:
    assert as_printed(written) == printed
