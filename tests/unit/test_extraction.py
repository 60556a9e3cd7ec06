"""What a number counts, when, and how surely, on sentences written for this test.

Whose it is and who says so are tested beside their own stages; here the engine runs without any names.
"""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhscuts_pipeline.extraction.engine import Extractor
from nhscuts_pipeline.extraction.figure import Figure
from nhscuts_pipeline.extraction.names import Names

PUBLISHED = date(2011, 11, 16)
EXTRACTOR = Extractor(Names([]))


def figures(text: str) -> list[Figure]:
    return EXTRACTOR.extract(text, PUBLISHED, PUBLISHED)


def figure(text: str, value: float) -> Figure:
    found = [f for f in figures(text) if f.value == value]
    assert len(found) == 1, [(f.value, f.unit, f.measure) for f in figures(text)]
    return found[0]


@pytest.mark.parametrize(
    ("text", "value", "unit", "measure", "modality"),
    [
        ("The trust will shed 310 posts.", 310, "posts", "posts_cut", "planned"),
        ("The trust has shed 310 posts since April.", 310, "posts", "posts_cut", "actual"),
        ("As many as 310 jobs at the trust could go.", 310, "posts", "posts_at_risk", "potential"),
        ("It put 310 staff at risk of redundancy.", 310, "people", "posts_at_risk", "potential"),
        ("The trust notified the DTI of 310 jobs.", 310, "posts", "redundancies_notified", "actual"),
        ("The trust has issued 31 redundancy notices.", 31, "people", "redundancy_notices", "actual"),
        ("The trust made 31 staff redundant.", 31, "people", "redundancies", "actual"),
        ("So far 31 nurses have been redeployed.", 31, "people", "redeployed", "actual"),
        ("Around 31,000 people leave the NHS every year.", 31_000, "people", "turnover", "actual"),
        ("The trust employs 6,500 people.", 6500, "people", "workforce", "actual"),
        ("It has a workforce of 6,500.", 6500, "people", "workforce", "actual"),
        ("The board has 412 whole-time equivalents on its payroll.", 412, "fte", "workforce", "actual"),
        ("It has the equivalent of 412 full-time jobs.", 412, "fte", "workforce", "actual"),
        ("The trust has a deficit of £12.4m.", 12_400_000, "gbp", "deficit", "actual"),
        ("It set aside £4m for redundancy payments.", 4_000_000, "gbp", "redundancy_cost", "planned"),
        ("The plan is to save £9m a year.", 9_000_000, "gbp", "savings", "planned"),
        ("The board's running costs are £31m.", 31_000_000, "gbp", "running_costs", "actual"),
        (
            "The board must cut its running costs by 30 per cent.",
            30,
            "percent",
            "running_cost_cut",
            "planned",
        ),
        ("ICBs were told to halve their running costs.", 50, "percent", "running_cost_cut", "planned"),
        ("Running costs stand at £29.34 per head.", 29.34, "gbp_per_head", "running_costs", "actual"),
        (
            "Administration costs fell by £1.5m in 2012 against a baseline of £4.5m.",
            1_500_000,
            "gbp",
            "running_cost_cut",
            "actual",
        ),
        (
            "It will cut 500 posts. The trust, which employs 16,500, denied it.",
            16_500,
            "people",
            "workforce",
            "actual",
        ),
        ("Trusts will shed 3,100 managerial and clerical posts.", 3_100, "posts", "posts_cut", "planned"),
        ("**170+** NHS organisations closed", 170, "organisations", "organisations", "actual"),
        ("**10,094** full-time-equivalent NHS staff made redundant", 10_094, "fte", "redundancies", "actual"),
        ("Eighteen trusts replied to the survey.", 18, "organisations", "organisations", "actual"),
    ],
)
def test_unit_measure_and_modality(text: str, value: float, unit: str, measure: str, modality: str) -> None:
    found = figure(text, value)
    assert (found.unit, found.measure, found.modality) == (unit, measure, modality)


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        (
            "The trust made 31 compulsory redundancies, 12 of them in nursing.",
            12,
            {
                "measure": "redundancies",
                "redundancy_kind": "compulsory",
                "staff_group": "nursing",
                "unit": "people",
            },
        ),
        (
            "Of the 44 people given redundancy notices, nine had been redeployed.",
            9,
            {"measure": "redeployed"},
        ),
        ("The trust will lose 85 posts and the authority 82.", 82, {"unit": "posts", "measure": "posts_cut"}),
        (
            "The board goes from 489.6 FTE to 404.",
            404,
            {"unit": "fte", "measure": "workforce", "modality": "planned"},
        ),
        ("Headcount is down from 640 staff to 455.", 455, {"measure": "workforce", "modality": "actual"}),
        (
            "A quarter of its 620 healthcare assistants are to go.",
            620,
            {"measure": "workforce", "modality": "actual"},
        ),
    ],
)
def test_a_number_takes_from_its_neighbour_what_it_leaves_unsaid(
    text: str, value: float, expected: dict[str, Any]
) -> None:
    found = figure(text, value)
    assert {name: getattr(found, name) for name in expected} == expected


@pytest.mark.parametrize(
    ("text", "value", "start", "end"),
    [
        ("The trust made 31 staff redundant in March.", 31, "2011-03-01", "2011-03-31"),
        ("The trust has shed 310 posts since September.", 310, "2011-09-01", None),
        ("The trust will shed 310 posts by 31 March 2012.", 310, None, "2012-03-31"),
        ("The trust will shed 310 posts by December.", 310, None, "2011-12-31"),
        ("It made 31 staff redundant between April and September 2010.", 31, "2010-04-01", "2010-09-30"),
        ("It made 31 staff redundant in 2010-11.", 31, "2010-04-01", "2011-03-31"),
        (
            "It made 31 staff redundant in the first half of this financial year.",
            31,
            "2011-04-01",
            "2011-09-30",
        ),
        ("At 30 September 2011 the trust employed 4,318 people.", 4318, "2011-09-30", "2011-09-30"),
        ("The trust will shed 310 posts over two years.", 310, None, None),
        ("In the year to March it made 31 staff redundant.", 31, "2010-04-01", "2011-03-31"),
        ("It made 31 staff redundant in the six months to 30 June 2011.", 31, "2011-01-01", "2011-06-30"),
        (
            "It made 31 staff redundant in the first three months of 2010-11.",
            31,
            "2010-04-01",
            "2010-06-30",
        ),
        ("It must save £9m in the financial year that starts in April.", 9e6, "2012-04-01", "2013-03-31"),
        ("It must save £9m in the coming financial year.", 9e6, "2012-04-01", "2013-03-31"),
        (
            "It will shed 310 posts in this financial year and the next.",
            310,
            "2011-04-01",
            "2013-03-31",
        ),
        ("It will shed 310 posts between this November and next March.", 310, "2011-11-01", "2012-03-31"),
        ("It will shed 310 posts before 2014.", 310, None, "2013-12-31"),
        ("It will shed 310 posts by the end of next year.", 310, None, "2012-12-31"),
        ("It has shed 310 posts since March last year.", 310, "2010-03-01", None),
        ("It has shed 310 posts since it was merged in 2009.", 310, "2009-01-01", None),
        ("The trust, which had 310 staff in May, told us it was shrinking.", 310, "2011-05-01", "2011-05-31"),
        ("In May the trust told its 310 staff that there would be a merger.", 310, None, None),
        ("It made 31 staff redundant in May, against 48 a year before.", 48, "2010-05-01", "2010-05-31"),
        ("It made 31 staff redundant in 2009-10 and 48 the following year.", 48, "2010-04-01", "2011-03-31"),
        (
            "It made 60 staff redundant between April and June, against 31 in the same quarter of 2009.",
            31,
            "2009-04-01",
            "2009-06-30",
        ),
        (
            "Since the beginning of April 41 posts have been deleted, 12 of them in the laundry.",
            12,
            "2011-04-01",
            None,
        ),
        ("It will shed 310 posts by the end of the year.", 310, None, "2011-12-31"),
        ("By the end of June, the trust says, 310 posts had been cut.", 310, None, "2011-06-30"),
        ("By the end of June 2,310 posts had gone.", 2310, None, "2011-06-30"),
        ("On 1 April the 12 trusts will give way to five.", 12, "2012-04-01", "2012-04-01"),
        ("The trust lost 310 posts, as bulletin 2010/10 has it.", 310, None, None),
        (
            "## Leavers, April to June 2011\n\nThe trust made 31 staff redundant.",
            31,
            "2011-04-01",
            "2011-06-30",
        ),
        (
            "It made 60 staff redundant between April and June; in the same three months of 2009 it was 31.",
            31,
            "2009-04-01",
            "2009-06-30",
        ),
        ("In April 2009 it had 900 staff, and it has shed 310 posts since.", 310, "2009-04-01", None),
        ("Since April 14 posts have gone.", 14, "2011-04-01", None),
        (
            "Over the four financial years to March 2010 it made 190 staff redundant.",
            190,
            "2006-04-01",
            "2010-03-31",
        ),
        ("It made 31 staff redundant in the seven months to January 2010.", 31, "2009-07-01", "2010-01-31"),
        (
            "It must save £55 million in the three years from April 2011.",
            55e6,
            "2011-04-01",
            "2014-03-31",
        ),
        ("On the last day of March 2010 we employed 128 people.", 128, "2010-03-31", "2010-03-31"),
        ("Some 620 staff had left by the last day of February 2010.", 620, None, "2010-02-28"),
        ("The trust ended August 2010 £3.4m in deficit.", 3.4e6, "2010-08-31", "2010-08-31"),
        ("It will cut 40 posts between now and September 2012.", 40, None, "2012-09-30"),
        ("It spent £31m on agency staff between April 2010 and now.", 31e6, "2010-04-01", None),
        (
            "It was told to cut its costs by half by the end of June, which could put 310 jobs at risk.",
            310,
            None,
            "2012-06-30",
        ),
        ("In Q4 of 2010-11 redundancies cost the trust £3m.", 3e6, "2011-01-01", "2011-03-31"),
        ("The trust made 33 nurses redundant (2010-11 Q4).", 33, "2011-01-01", "2011-03-31"),
        (
            "In the first three months of this year 163 jobs went at the trust.",
            163,
            "2011-01-01",
            "2011-03-31",
        ),
        ("It will end the financial year with a deficit of £4m.", 4e6, "2011-04-01", "2012-03-31"),
        (
            "In the year that closed last March the trust had a deficit of £3m.",
            3e6,
            "2010-04-01",
            "2011-03-31",
        ),
        ("Some 68 posts are vacant at the trust in a freeze that began on August 1.", 68, "2011-08-01", None),
        ("Between 2 and 31 October 2010 the trust made 34 staff redundant.", 34, "2010-10-02", "2010-10-31"),
        (
            "Between 1 April and 31 July, the department told us, it made 740 staff redundant.",
            740,
            "2011-04-01",
            "2011-07-31",
        ),
        (
            "It made 60 staff redundant between April and June, against 31 in the same part of 2009.",
            31,
            "2009-04-01",
            "2009-06-30",
        ),
        ("Redundancy costs to 31 March 2010 were £35m.", 35e6, None, "2010-03-31"),
        ("The trust's deficit is £9m, twice the £4m recorded in 2009-10.", 9e6, None, None),
        ("Agency staff cost the trust £1.9m (2009/10: £1.6m).", 1.9e6, None, None),
        ("Agency staff cost the trust £1.9m (2009/10: £1.6m).", 1.6e6, "2009-04-01", "2010-03-31"),
        ("It made 31 staff redundant last year.", 31, "2010-01-01", "2010-12-31"),
        ("It has 31 staff fewer than at this point last year.", 31, None, None),
        ("The trust, which finished last year £9m in deficit, is to shed 310 posts.", 9e6, None, None),
        ("## 2008\n\nThe trust made 31 staff redundant.", 31, "2008-01-01", "2008-12-31"),
        ("**12 May 2011**\n\nThe trust made 31 staff redundant.", 31, None, None),
        ("**Exits, November 2011**\n\nThe trust made 31 staff redundant.", 31, None, None),
    ],
)
def test_periods_count_from_the_day_of_publication(
    text: str, value: float, start: str | None, end: str | None
) -> None:
    found = figure(text, value)
    assert (found.period_start, found.period_end) == (start, end)


def test_a_leap_day_and_the_following_year_are_no_fault() -> None:
    text = "The NHS trust will cut 40 posts by 29 February last year and the following year."
    assert [f.value for f in EXTRACTOR.extract(text, date(2013, 5, 1), date(2013, 5, 1))] == [40]


def test_a_year_over_a_paragraph_is_its_period_in_the_month_that_the_year_begins() -> None:
    text = "**Redundancies in 2011-12**\n\nThe trust made 31 staff redundant."
    (found,) = EXTRACTOR.extract(text, date(2011, 4, 10), date(2011, 4, 10))
    assert (found.period_start, found.period_end) == ("2011-04-01", "2012-03-31")


def test_a_kind_of_redundancy_further_off_is_not_the_numbers() -> None:
    text = (
        "The trust made 40 staff redundant, and its board will ask in the spring how the money is spent, who "
        "is asked first, what the law says and whether voluntary or compulsory terms were used."
    )
    assert figure(text, 40).redundancy_kind is None


def test_without_a_date_of_publication_a_bare_month_stays_open() -> None:
    found = EXTRACTOR.extract("The trust made 31 staff redundant in March.")[0]
    assert (found.period_start, found.period_end) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "The trust will cut 310 posts, but a spokesman called the 310 a figure plucked from thin air.",
        "Reports of 310 job losses at the trust are wide of the mark.",
    ],
)
def test_what_is_rebutted_is_disputed(text: str) -> None:
    assert figures(text)[-1].modality == "disputed"


@pytest.mark.parametrize(
    "text",
    [
        "Some 4,200 people signed a petition against the cuts.",
        "The ambulance trust covers a fifth of England.",
        "About 250 people attended a vigil outside the hospital.",
        "The hospital has 540 beds and treated 70,000 patients.",
        "The motion was lost by 5 votes to 2.",
        "Two unions and nine wards were visited.",
        "Nurses were offered a pay rise of 3.6 per cent.",
        "City won by three goals and sit 12 points clear.",
    ],
)
def test_other_numbers_are_no_figures(text: str) -> None:
    assert [(f.value, f.unit, f.measure) for f in figures(text)] == []


def test_a_table_cell_takes_unit_and_period_from_what_stands_over_it() -> None:
    text = (
        "**Table 3: Departures agreed, 2010/11**\n\n"
        "| Grade | Compulsory redundancies | Total cost (£000) |\n| --- | ---: | ---: |\n"
        "| Lower | 14 | 1,214 |\n| **Total** | **14** | **1,214** |\n"
    )
    found = figures(text)
    assert [(f.value, f.unit, f.measure) for f in found] == [
        (14, "people", "redundancies"),
        (1_214_000, "gbp", "redundancy_cost"),
    ] * 2
    assert {(f.period_start, f.period_end) for f in found} == {("2010-04-01", "2011-03-31")}


def test_a_list_takes_its_measure_from_its_heading() -> None:
    text = "Posts removed, April 2009 to March 2010\n\n• Northtown PCT (57)\n• Southtown PCT (40)\n"
    found = figures(text)
    assert [(f.value, f.unit, f.measure, f.period_end) for f in found] == [
        (57, "posts", "posts_cut", "2010-03-31"),
        (40, "posts", "posts_cut", "2010-03-31"),
    ]


@given(
    st.text(max_size=300)
    | st.lists(
        st.sampled_from(
            [
                "The",
                "trust",
                "will",
                "shed",
                "310",
                "posts",
                "in",
                "March",
                "2010",
                ".",
                "£4m",
                "|",
                "\n",
                "%",
            ]
        )
    ).map(" ".join)
)
def test_every_span_cuts_its_number_out_of_its_quote(text: str) -> None:
    for found in figures(text):
        assert text[found.span_start : found.span_end] in found.quote
        assert found.quote in text


def test_the_same_text_gives_the_same_figures() -> None:
    text = "The trust will shed 310 posts, 12 of them nursing posts, to save £4m by March."
    assert figures(text) == figures(text)
