"""Whose jobs or money a figure is, rule by rule."""

from pathlib import Path

import pytest
from drafted import ON, drafts_of, subjects

from nhscuts_pipeline.contracts.vocabulary import Measure, Unit
from nhscuts_pipeline.extraction.engine import read_text
from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.focus import Focus
from nhscuts_pipeline.extraction.mentions import read_mentions
from nhscuts_pipeline.extraction.names import Name, Names
from nhscuts_pipeline.extraction.nations import other_nation
from nhscuts_pipeline.extraction.register import NameKind
from nhscuts_pipeline.extraction.standing import Around
from nhscuts_pipeline.extraction.subject import pick_subjects, shown


@pytest.fixture(scope="module")
def names() -> Names:
    return Names.read(Path(__file__).parents[2] / "sources" / "reference")


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Fen Hospitals NHS Trust will cut [[90]] posts.", "Fen Hospitals NHS Trust"),
        ("Managers expect [[37]] posts to go at Fen Hospitals NHS Trust.", "Fen Hospitals NHS Trust"),
        ("Fen PCT has cut 20 jobs, and [[40]] will go at Wold PCT.", "Wold PCT"),
        ("Under orders from Wold Strategic Health Authority, Fen PCT must find [[£9m]].", "Fen PCT"),
        (
            "Fen Hospitals NHS Trust, which runs Fen Infirmary and a clinic, says [[12]] will go.",
            "Fen Hospitals NHS Trust",
        ),
    ],
)
def test_a_body_named_in_the_sentence_owns_its_figure(names: Names, marked: str, expected: str) -> None:
    assert subjects(names, marked)[-1] == expected


def test_the_trust_the_board_and_its_follow_the_body_last_named(names: Names) -> None:
    marked = "Fen Hospitals NHS Trust met on Monday. The trust has [[900]] staff. Its debt is [[£3m]]."
    assert subjects(names, marked) == ["Fen Hospitals NHS Trust"] * 2


def test_a_newly_named_body_resets_the_focus(names: Names) -> None:
    marked = (
        "Fen Hospitals NHS Trust is cutting [[90]] posts.\n\n"
        "Marsh Hospitals NHS Trust has a deficit. It will cut [[40]] posts."
    )
    assert subjects(names, marked) == ["Fen Hospitals NHS Trust", "Marsh Hospitals NHS Trust"]


def test_a_bare_place_takes_the_type_of_the_first_of_the_list(names: Names) -> None:
    marked = (
        "Wexford trust, which loses [[85]] posts, Marsham, which loses [[82]], and Fenby, which loses [[80]]."
    )
    assert subjects(names, marked) == ["Wexford trust", "Marsham trust", "Fenby trust"]


def test_a_figure_in_brackets_belongs_to_the_name_before_them(names: Names) -> None:
    marked = "The worst hit were London ([[299]]) and the West Midlands ([[187]])."
    assert subjects(names, marked) == ["London", "West Midlands"]


def test_numbers_dealt_out_are_each_bodys_own_whatever_year_stands_before_them(names: Names) -> None:
    marked = "Fen Hospitals NHS Trust and Wold PCT will in 2012 lose [[40]] and [[60]] posts respectively."
    assert subjects(names, marked) == ["Fen Hospitals NHS Trust", "Wold PCT"]


def test_items_of_a_list_belong_to_their_labels(names: Names) -> None:
    marked = "Posts:\n\n- Fen Hospitals NHS Trust ([[577]])\n- Wold Partnership, for mental health ([[61]])\n"
    assert subjects(names, marked) == ["Fen Hospitals NHS Trust", "Wold Partnership"]


def test_rows_of_a_table_belong_to_their_label_or_to_the_documents_body(names: Names) -> None:
    regions = (
        "Losses by region\n\n| Region | Posts |\n| --- | --- |\n| Fenland | [[40]] |\n| London | [[12]] |\n"
    )
    assert subjects(names, regions) == ["Fenland", "London"]
    teams = "| Directorate | Posts |\n| --- | --- |\n| Finance | [[40]] |\n| **Total** | [[52]] |\n"
    assert subjects(names, teams, publisher="Fen Hospitals NHS Trust") == ["Fen Hospitals NHS Trust"] * 2


def test_a_count_of_bodies_is_the_groups(names: Names) -> None:
    counted = drafts_of(names, "The [[12]] primary care trusts in the North East met.", Measure.ORGANISATIONS)
    assert counted[0].subject == "North East primary care trusts"


def test_bodies_counted_across_the_country_are_shown_without_their_number(names: Names) -> None:
    counted = drafts_of(names, "They asked [[18]] acute trusts about it.", Measure.ORGANISATIONS)
    assert counted[0].subject == "acute trusts"
    assert drafts_of(names, "They asked [[18]] trusts.", Measure.ORGANISATIONS)[0].subject == "NHS"


def test_the_whole_service_is_england_only_where_the_text_says_so(names: Names) -> None:
    assert subjects(names, "Some [[900]] NHS staff have gone.") == ["NHS"]
    assert subjects(names, "Some [[900]] NHS staff in England have gone.") == ["England"]


def test_national_figures_do_not_stick_to_the_local_body(names: Names) -> None:
    marked = "Fen Hospitals NHS Trust will cut [[90]] posts.\n\nNationally, [[9,000]] posts have gone."
    assert subjects(names, marked) == ["Fen Hospitals NHS Trust", "NHS"]


def test_the_last_two_bodies_are_the_two_trusts(names: Names) -> None:
    marked = "Fen PCT and Wold PCT share a board. The two trusts will save [[£2m]]."
    assert subjects(names, marked) == ["Fen and Wold primary care trusts"]


def test_bodies_listed_in_one_breath_are_one_subject(names: Names) -> None:
    marked = "The plan takes [[800]] posts from Fen PCT, Wold PCT and Marsh PCT."
    assert subjects(names, marked) == ["Fen, Wold and Marsh primary care trusts"]


def test_a_figure_without_any_body_is_the_services(names: Names) -> None:
    (draft,) = drafts_of(names, "About [[40]] posts will go, it was learned.")
    assert (draft.subject, draft.subject_id) == ("NHS", "nhs")
    assert draft.rules["subject"] == "nation by default"


def test_a_council_never_owns_a_figure(names: Names) -> None:
    marked = "Fen PCT met. Wold County Council asked whether [[90]] posts would go."
    assert subjects(names, marked) == ["Fen PCT"]


def test_two_bodies_joined_own_a_figure_together_and_respectively_deals_them_out(names: Names) -> None:
    assert subjects(names, "Fen PCT and Wold PCT have cut [[90]] posts.") == [
        "Fen and Wold primary care trusts"
    ]
    marked = "Fen PCT and Wold PCT have cut [[40]] and [[60]] posts respectively."
    assert subjects(names, marked) == ["Fen PCT", "Wold PCT"]


def test_a_county_lends_its_name_to_its_trusts(names: Names) -> None:
    marked = "Jobs in Fenland are going. The county's primary care trusts have cut [[90]] posts."
    assert subjects(names, marked) == ["Fenland primary care trusts"]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # What the department or NHS England wants of others is not theirs.
        ("NHS England has told providers to reverse [[60]] per cent of it.", ["NHS"]),
        (
            "Fen PCT is broke.\n\nThe Department of Health had recorded [[903]] redundancies.",
            ["NHS"],
        ),
        ("The Department of Health employs [[2,400]] people.", ["Department of Health"]),
        # The service itself, beside a body.
        (
            "Fen PCT has lost [[60]] staff. The NHS as a whole has [[9,000]] fewer.",
            ["Fen PCT", "NHS"],
        ),
        ("Fen PCT met.\n\nAcross the NHS some [[9,000]] posts have gone.", ["NHS"]),
        # A name belongs to the number before it.
        (
            "Fen Hospitals NHS Trust cuts jobs: 100 at Wold Infirmary, [[80]] at Mill Lane.",
            ["Fen Hospitals NHS Trust"],
        ),
        # The trust of whoever speaks, not the one named last.
        (
            (
                "Ann Ash, chief executive of Wold Primary Care Trust, met Fen Hospitals NHS Trust. "
                "Ms Ash said the trust would lose [[64]] posts."
            ),
            ["Wold Primary Care Trust"],
        ),
    ],
)
def test_a_figure_is_not_given_to_the_wrong_neighbour(names: Names, marked: str, expected: list[str]) -> None:
    assert subjects(names, marked) == expected


def test_items_of_a_list_do_not_hand_their_body_on(names: Names) -> None:
    marked = (
        "Cuts so far:\n\n- Fen PCT: [[45]] jobs\n- Catering: [[12]] jobs\n\nIn total [[57]] jobs will go."
    )
    assert subjects(names, marked) == ["Fen PCT", "NHS", "NHS"]


def test_the_rows_of_a_table_do_not_own_its_total(names: Names) -> None:
    marked = "| Trust | Posts |\n| --- | --- |\n| Fenland Hospitals | [[40]] |\n| Total | [[52]] |"
    assert subjects(names, marked) == ["Fenland Hospitals", "NHS"]


def test_two_bodies_have_their_combined_figure_together(names: Names) -> None:
    marked = "Fen PCT and Wold PCT are to merge. Their combined workforce of [[900]] will shrink."
    assert subjects(names, marked) == ["Fen and Wold primary care trusts"]


def test_a_number_said_again_is_whose_it_was(names: Names) -> None:
    text = "Fen PCT will cut 740 posts. Wold PCT met. Of the 740, half are vacant."
    read = read_text(text)
    drafts = [
        Draft(at, at + 3, 740.0, sentence, unit=Unit.POSTS, measure=Measure.POSTS_CUT)
        for at, sentence in ((text.index("740"), 0), (text.rindex("740"), 2))
    ]
    mentions = read_mentions(read, names, ON)
    picked = pick_subjects(mentions, Focus(mentions), drafts)
    assert [each.name.name for each in picked] == ["Fen PCT", "Fen PCT"]
    assert picked[1].rule == "the same number before"


@pytest.mark.parametrize(
    "national",
    [
        "NHS England calculates that trusts have [[900]] too many managers.",
        "NHS England does not accept that [[900]] will go.",
        "The department has been notified of [[900]] redundancies.",
    ],
)
def test_who_counts_or_is_told_owns_nothing(names: Names, national: str) -> None:
    assert subjects(names, national)[-1] not in ("NHS England", "Department of Health")


def test_what_is_promised_to_a_national_body_is_the_promisers(names: Names) -> None:
    marked = "Fen Hospitals NHS Trust has promised NHS England [[£9m]] of savings."
    assert subjects(names, marked) == ["Fen Hospitals NHS Trust"]


def test_a_body_named_late_is_not_what_a_text_is_about(names: Names) -> None:
    filler = "Spending has gone up for years. Nobody knows why. " * 20
    marked = (
        f"They must lose [[900]] posts. {filler}One is Fen Hospitals NHS Trust. The trust is old.\n\n"
        "The savings that ministers hope for come to [[£9m]] a year."
    )
    assert subjects(names, marked) == ["NHS", "NHS"]


def test_a_texts_hospitals_are_its_trusts(names: Names) -> None:
    marked = (
        "Fen Hospitals NHS Trust met on Monday. Fen Hospitals NHS Trust is in debt.\n\n"
        "At Marsh Infirmary cleaners are angry. They expect [[90]] jobs to go."
    )
    assert subjects(names, marked) == ["Fen Hospitals NHS Trust"]


def test_the_whole_that_one_is_taken_from_owns_nothing(names: Names) -> None:
    marked = "Fen CSU says that two of the nine CCGs it works for will leave and that [[90]] posts will go."
    assert subjects(names, marked) == ["Fen CSU"]


def test_what_bodies_have_between_them_is_of_all(names: Names) -> None:
    marked = "When Fen PCT joined Wold PCT and Marsh PCT they had [[900]] staff between them."
    assert subjects(names, marked) == ["Fen, Wold and Marsh primary care trusts"]


def test_the_total_of_a_table_is_its_groups_and_so_is_what_follows(names: Names) -> None:
    marked = (
        "The table shows the trusts in Fenland and Wold.\n\n"
        "| Trust | Posts |\n| --- | --- |\n| Fen Hospitals NHS Trust | [[40]] |\n| Total | [[52]] |\n\n"
        "*Source:* Anglia Strategic Health Authority.\n\nOf these, [[12]] have gone."
    )
    assert subjects(names, marked) == [
        "Fen Hospitals NHS Trust",
        "Fenland and Wold trusts",
        "Fenland and Wold trusts",
    ]


def test_a_few_trusts_counted_are_not_all_trusts_of_the_country() -> None:
    few, many = (Name(0, 9, f"{count} trusts", NameKind.BODY, "group") for count in ("three", "twenty-six"))
    focus = Focus(read_mentions(read_text("The trusts cut 90 posts."), Names([]), ON))
    assert shown(focus, few, None).name == "three trusts"
    assert shown(focus, many, None).name == "NHS"


def test_boards_and_unions_of_another_nation_tell_that_a_text_is_about_it() -> None:
    scottish = "NHSScotland employs 135,200. The Scottish Government wants fewer. NHS Lothian loses 734."
    assert other_nation(scottish) == "Scotland"
    irish = "A Nipsa official laughed. Ministers at Stormont asked six trusts. The Western Trust said no."
    assert other_nation(irish) == "Northern Ireland"
    assert other_nation("NHS Lothian and 40 PCTs in England cut posts.") is None


def test_a_text_of_another_nation_speaks_of_that_nations_bodies(names: Names) -> None:
    marked = (
        "Health boards in Wales have cut back. Wales has few managers. Welsh ministers say so.\n\n"
        "Health boards were told. Some [[900]] posts have gone."
    )
    assert subjects(names, marked) == ["Wales"]


def test_where_something_was_said_is_not_what_a_text_is_about(names: Names) -> None:
    marked = (
        "He told an audience in Fenby yesterday it must end. Fenby clapped.\n\nSome [[900]] posts will go."
    )
    assert subjects(names, marked) == ["NHS"]


def test_a_heading_that_begins_with_a_body_is_its_section(names: Names) -> None:
    marked = (
        "# Wold Council health committee\n\nMembers met.\n\n"
        "## 4. FEN HOSPITALS NHS TRUST: draft report\n\nHe believed that [[£9m]] could go."
    )
    assert subjects(names, marked) == ["FEN HOSPITALS NHS TRUST"]


def test_our_own_share_is_the_papers_body(names: Names) -> None:
    marked = "The three ICBs had [[900]] staff. Our own share was [[300]]."
    own = subjects(names, marked, publisher="NHS Fen ICB")
    assert own == ["three integrated care boards", "NHS Fen ICB"]


def test_boards_that_meet_together_own_their_paper_together(names: Names) -> None:
    boards = "NHS Kent and Medway, NHS Sussex and NHS Surrey Heartlands Integrated Care Boards"
    marked = f"# Boards of {boards}, meeting in common\n\nWe had set aside [[£9m]]."
    assert subjects(names, marked) == [boards]


def test_a_quotation_that_goes_on_in_a_second_paragraph_ends_there(names: Names) -> None:
    text = (
        "Wold NHS Trust will change. “We are sorry about this and will help.\n\n“We will go on caring,” she "
        "said.\n\nWold NHS Trust will cut 90 jobs. Health bosses met."
    )
    mentions = read_mentions(read_text(text), names, ON)
    around = Around(mentions, Focus(mentions), mentions.read.folded)
    at = text.index("90")
    assert "we False False" in around.signs(Draft(at, at + 2, 90, 3), named=1)
    assert around.opener(4) == "health"
