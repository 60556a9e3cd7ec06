"""Every cell of a table that counts something of ours is a figure, read by header, label and caption."""

import pytest

from nhscuts_pipeline.contracts.vocabulary import Measure, Modality, Unit
from nhscuts_pipeline.extraction import cells as weighed
from nhscuts_pipeline.extraction import sense
from nhscuts_pipeline.extraction.engine import Extractor
from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.linear import Linear
from nhscuts_pipeline.extraction.names import Names
from nhscuts_pipeline.extraction.rule_words import WEIGHED
from nhscuts_pipeline.extraction.table_context import Context

EXTRACTOR = Extractor(Names([]))


def cells(*rows: str, caption: str = "") -> list[tuple[float, str, str | None]]:
    """Value, unit and group of the figures in a table of these rows, the first of them its header."""
    rule = "|" + " --- |" * (rows[0].count("|") - 1)
    text = "\n".join([caption, "", rows[0], rule, *rows[1:], ""])
    return [(f.value, f.unit.value, f.staff_group) for f in EXTRACTOR.extract(text)]


def over_cell(header: str = "", label: str = "", caption: str = "", before: str = "") -> Context:
    """What stands over a cell whose table has no more words than these."""
    return Context(header, label, caption, caption, "", "", before, "", (before, header), "", groups=True)


def test_a_cell_with_a_bracket_holds_two_figures() -> None:
    found = cells("| Cost | Compulsory redundancies |", "| Under £10,000 | 12 (15) |", caption="**Exits**")
    assert found == [(12, "people", None), (15, "people", None)]


def test_what_accounts_write_in_brackets_is_a_figure_and_a_word_beside_a_number_takes_none() -> None:
    rows = "| Finance | 96.4 WTE | (15.4) WTE |", "| Estates | 31.0 WTE | (2.5) |"
    found = cells("| Directorate | Staff in post (WTE) | Posts to go (WTE) |", *rows)
    assert [value for value, _, _ in found] == [96.4, 31, 2.5]


def test_a_share_by_which_the_columns_before_it_changed_is_a_figure() -> None:
    found = cells(
        "| Region | Managers 1999 | Managers 2009 | Change (%) |", "| Fens | 1,212 | 1,946 | 60.6 |"
    )
    assert [(value, unit) for value, unit, _ in found] == [
        (1212, "people"),
        (1946, "people"),
        (60.6, "percent"),
    ]


def test_a_column_of_changes_is_of_posts_that_go_behind_a_plan_and_of_all_staff_behind_a_count() -> None:
    def last_measure(*headers: str) -> Measure:
        text = (
            f"| Team | {' | '.join(headers)} |\n| --- | --- | --- | --- |\n| Finance | 96.4 | 81.0 | 15.4 |\n"
        )
        return EXTRACTOR.extract(f"The vacancy rate of the NHS trust is 10%.\n\n{text}")[-1].measure

    assert last_measure("Budgeted WTE", "Proposed WTE", "Change (WTE)") is Measure.POSTS_CUT
    assert last_measure("WTE in 2012", "WTE in 2013", "Change (WTE)") is Measure.WORKFORCE_CHANGE


def test_a_column_that_only_ranks_the_rows_is_not_their_label() -> None:
    head = "| Rank | Organisation | SHA | Deficit (£m) | % of turnover |\n| --- | --- | --- | --- | --- |"
    rows = "| 1 | Fenshire PCT | Wolds | 37.5 | 15.1 |\n| 2 | Marsh Hospital | Wolds | 19.9 | 14.0 |"
    text = f"Trusts in deficit:\n\n{head}\n{rows}\n"
    found = EXTRACTOR.extract(text)
    assert [(f.value, f.measure, f.subject) for f in found] == [
        (37_500_000, Measure.DEFICIT, "Fenshire PCT"),
        (15.1, Measure.DEFICIT, "Fenshire PCT"),
        (19_900_000, Measure.DEFICIT, "Marsh Hospital"),
        (14, Measure.DEFICIT, "Marsh Hospital"),
    ]


def test_what_another_section_says_is_asked_last() -> None:
    text = (
        "# Report of the NHS trust\n\n## Staff\n\nThe vacancy rate is 10.4 per cent.\n\n## Review\n\n"
        "| Directorate | Budgeted WTE | Proposed WTE |\n| --- | --- | --- |\n| Finance | 96.4 | 81.0 |\n"
    )
    found = EXTRACTOR.extract(text)
    assert [(f.value, f.measure) for f in found if f.unit is Unit.FTE] == [
        (96.4, Measure.WORKFORCE),
        (81, Measure.WORKFORCE),
    ]


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


@pytest.mark.parametrize(
    ("scale", "factor"),
    [("£'000", 1e3), ("£’000s", 1e3), ("£k", 1e3), ("£mn", 1e6), ("£ million", 1e6), ("£bn", 1e9), ("£", 1)],
)
def test_the_scale_of_a_header_is_read_however_it_is_written(scale: str, factor: float) -> None:
    found = cells(f"| Board | Deficit ({scale}) |", "| Fenshire | 1.25 |")
    assert found == [(1.25 * factor, "gbp", None)]


def test_the_rows_of_staff_groups_give_theirs() -> None:
    found = cells("| Staff group | Posts |", "| Administrative and clerical | 214 |", "| All | 332 |")
    assert found == [(214, "posts", "administrative and clerical"), (332, "posts", None)]


def test_the_rows_of_directorates_and_bodies_give_none() -> None:
    assert cells("| Directorate | Posts |", "| Nursing and quality | 64 |") == [(64, "posts", None)]
    assert cells("| Body | Posts |", "| Wold Clinical Commissioning Group | 64 |") == [(64, "posts", None)]


def test_a_column_for_the_year_is_counted_and_the_scale_in_the_corner_holds_for_all() -> None:
    found = cells("| Trust | Apr–Sep | Year |", "| Fen | 40 | 106 |", caption="**Redundancies made**")
    assert [value for value, *_ in found] == [40, 106]
    found = cells("| Deficits, £000 | 2003-04 | 2004-05 |", "| Fen Hospitals NHS Trust | 1,212 | 4,870 |")
    assert found == [(1_212_000, "gbp", None), (4_870_000, "gbp", None)]


def test_the_scale_of_the_caption_is_that_of_money_not_of_staff() -> None:
    rows = "| Board | 2023/24 | Staff in scope |", "| Arrow and Lugg | 9.8 | 164 |"
    assert [each[:2] for each in cells(*rows, caption="**Running cost allowance (£m)**")] == [
        (9_800_000, "gbp"),
        (164, "people"),
    ]


def test_staff_in_thousands_is_scaled_out() -> None:
    rows = "| Staff group | 2006 |", "| Doctors | 91.0 |"
    assert cells(*rows, caption="**Staff in post (headcount, thousands)**") == [(91_000, "people", "medical")]


def test_the_words_over_a_cell_can_outweigh_the_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    classes = ("unit=people", "unit=posts", "measure=posts_cut", "measure=workforce", "modality=actual")
    weights = {"h:clos": [(2, 500)], "A:workforce": [(3, 90)], "l:post": [(1, 300)]}
    monkeypatch.setattr(weighed, "_MODEL", sense.Model(Linear.of(classes, weights)))
    draft = Draft(0, 2, 40.0, 0, unit=Unit.PEOPLE, measure=Measure.WORKFORCE, modality=Modality.ACTUAL)
    seen = weighed.features(draft, over_cell(header="closing", label="posts"), None)
    weighed.weigh(draft, seen)
    assert (draft.unit, draft.measure, draft.modality) == (Unit.POSTS, Measure.POSTS_CUT, Modality.ACTUAL)
    assert draft.rules["unit"] == draft.rules["measure"] == WEIGHED
    assert "modality" not in draft.rules


def test_the_words_over_a_cell_are_told_apart_by_their_place() -> None:
    draft = Draft(0, 2, 40.0, 0, unit=Unit.POSTS, measure=Measure.WORKFORCE)
    over = over_cell(
        header="posts closing", label="nursing, 2024", caption="by directorate", before="in post"
    )
    seen = weighed.features(draft, over, Measure.VACANCIES)
    assert {"h:clos", "hb:post clos", "l:nurs", "l:year", "c:directorat", "p:post", "u:posts"} <= seen
    assert {"a:clos", "last:vacancies"} <= seen


@pytest.mark.parametrize(
    ("over", "corner", "periods"),
    [
        ("Staff at 30 September", "Group", [("2006-09-30", "2006-09-30"), ("2007-09-30", "2007-09-30")]),
        ("Staff employed", "At 31 March", [("2006-03-31", "2006-03-31"), ("2007-03-31", "2007-03-31")]),
        (
            "Staff in September each year",
            "Group",
            [("2006-09-01", "2006-09-30"), ("2007-09-01", "2007-09-30")],
        ),
        (
            "Staff employed",
            "Year ending 31 March",
            [("2005-04-01", "2006-03-31"), ("2006-04-01", "2007-03-31")],
        ),
        (
            "The minister wrote in March",
            "Staff",
            [("2006-01-01", "2006-12-31"), ("2007-01-01", "2007-12-31")],
        ),
    ],
)
def test_a_day_over_a_table_is_that_of_the_years_that_head_its_columns(
    over: str, corner: str, periods: list[tuple[str, str]]
) -> None:
    text = f"**{over}**\n\n| {corner} | 2006 | 2007 |\n| --- | --- | --- |\n| Nurses employed | 41 | 46 |\n"
    figures = EXTRACTOR.extract(text)
    assert [(f.period_start, f.period_end) for f in figures] == periods


def test_what_is_counted_up_to_a_day_has_no_beginning() -> None:
    text = "**Redundancies to 31 March 2013**\n\n| Trust | Redundancies |\n| --- | --- |\n| Wold | 41 |\n"
    (figure,) = EXTRACTOR.extract(text)
    assert (figure.period_start, figure.period_end) == (None, "2013-03-31")


def test_the_time_of_a_table_is_in_its_corner_or_in_what_points_to_it() -> None:
    rows = "| {} | Number |\n| --- | --- |\n| Compulsory redundancies | 41 |\n"
    before = "Anyone could apply until 14 December 2012."
    points = "The following table shows redundancies in 2011-12. Some of them left after 31 March 2012."
    (figure,) = EXTRACTOR.extract(f"{before}\n\n{rows.format('Exits in 2012-13')}")
    assert (figure.period_start, figure.period_end) == ("2012-04-01", "2013-03-31")
    (figure,) = EXTRACTOR.extract(f"{points}\n\n{rows.format('Kind')}")
    assert (figure.period_start, figure.period_end) == ("2011-04-01", "2012-03-31")
    (figure,) = EXTRACTOR.extract(f"{before} Nobody knows who did.\n\n{rows.format('Kind')}")
    assert (figure.period_start, figure.period_end) == (None, None)


def test_a_header_that_spans_columns_stands_over_those_under_it() -> None:
    head = "| Board | 2011-12 | | 2012-13 | |\n| --- | --- | --- | --- | --- |\n"
    rows = "| | Redundancies | Cost (£m) | Redundancies | Cost (£m) |\n| Wold | 61 | 2.1 | 44 | 1.4 |\n"
    found = [(f.value, f.unit, f.period_start) for f in EXTRACTOR.extract(f"**Exits**\n\n{head}{rows}")]
    assert found == [
        (61, Unit.PEOPLE, "2011-04-01"),
        (2_100_000, Unit.GBP, "2011-04-01"),
        (44, Unit.PEOPLE, "2012-04-01"),
        (1_400_000, Unit.GBP, "2012-04-01"),
    ]


def test_a_cell_with_a_scale_of_its_own_takes_none_from_its_header() -> None:
    found = cells("| Trust | Deficit (£m) |", "| Fenshire | £2.5m |", "| Wold | £2.5 |")
    assert found == [(2_500_000, "gbp", None), (2_500_000, "gbp", None)]
