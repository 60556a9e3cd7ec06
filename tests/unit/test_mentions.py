"""Bodies that no table has, short forms, references and groups."""

from datetime import date

import pytest

from nhscuts_pipeline.extraction.engine import read_text
from nhscuts_pipeline.extraction.labels import of_rows
from nhscuts_pipeline.extraction.mentions import Mentions, read_mentions
from nhscuts_pipeline.extraction.names import Names
from nhscuts_pipeline.extraction.places import read_places
from nhscuts_pipeline.extraction.proper import proper_names
from nhscuts_pipeline.extraction.register import Entry, NameKind

NAMES = Names(
    [
        Entry(
            "North East", "North East", NameKind.REGION, "government_office_region", "north-east", None, None
        ),
        Entry("Unison", "UNISON", NameKind.CLAIMANT, "union", "unison", None, None),
        Entry("NHS", "NHS", NameKind.REGION, "country", "nhs", None, None),
        Entry("England", "England", NameKind.REGION, "country", "england", None, None),
    ]
)


def read(text: str, publisher: str | None = None) -> Mentions:
    return read_mentions(read_text(text), NAMES, date(2010, 6, 1), publisher=publisher)


def named(text: str) -> list[str]:
    return [name.name for name in read(text).all if name.kind is not NameKind.REGION]


@pytest.mark.parametrize(
    "body",
    [
        "Wold Valley Hospitals NHS Foundation Trust",
        "University Hospitals of Wold NHS Trust",
        "St Botolph's Hospital",
        "Wold and Marsh PCT",
        "Wold Primary Care Trust",
        "NHS Wold",
        "Wold, Marsh and Fen ICB",
        "Wold and Marsh Strategic Health Authority",
        "Great Wold Ambulance Service NHS Trust",
        "Wold and Marsh Partnership",
        "Wold Commissioning Support Unit",
        "Mid Wold trust",
    ],
)
def test_bodies_are_read_by_their_type_word(body: str) -> None:
    assert named(f"Last week {body} shed 40 posts.") == [body]


def test_headings_in_capitals_and_broken_lines_are_names_too() -> None:
    assert named("WOLD VALLEY HOSPITALS NHS TRUST\n\nIt has a plan.") == ["WOLD VALLEY HOSPITALS NHS TRUST"]
    assert named("the plan of Wold Valley\nHospitals NHS Trust is old") == ["Wold Valley Hospitals NHS Trust"]


def test_what_the_service_has_is_no_body() -> None:
    assert named("NHS Workforce figures and NHS Redundancies rose.") == []


def test_a_short_form_means_the_body_introduced_before() -> None:
    text = "Wold Royal Hospitals NHS Trust met. Later Wold Royal said no, and a bus went to Wold Royal."
    assert named(text) == ["Wold Royal Hospitals NHS Trust"] * 3


def test_a_place_that_two_bodies_share_is_nobodys_short_form() -> None:
    text = "Wold Hospitals NHS Trust and Wold PCT met. Jobs in Wold are going."
    assert named(text) == ["Wold Hospitals NHS Trust", "Wold PCT"]


def test_the_trust_is_the_trust_last_named() -> None:
    text = "Wold Hospitals NHS Trust met. Then Marsh Hospitals NHS Trust met. The trust has 900 staff."
    assert named(text)[-1] == "Marsh Hospitals NHS Trust"


def test_a_council_and_the_police_are_outsiders() -> None:
    kinds = [name.kind for name in read("Wold County Council and Wold Constabulary cut jobs.").all]
    assert kinds == [NameKind.OUTSIDER, NameKind.OUTSIDER]


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Wessex's three primary care trusts met.", "Wessex primary care trusts"),
        ("The 12 PCTs in the North East met.", "North East primary care trusts"),
        ("The 42 integrated care boards met.", "integrated care boards"),
        ("All 30 ICBs in England met.", "England integrated care boards"),
        ("They asked 18 trusts.", "18 trusts"),
    ],
)
def test_groups_are_named_with_their_area_or_number(text: str, group: str) -> None:
    assert [name.name for name in read(text).all if name.sort == "group"] == [group]


def test_a_paper_belongs_to_its_publisher_or_to_the_name_in_its_heading() -> None:
    by_publisher = read("The Board met and the Trust is short of £3m.", publisher="Wold Hospitals NHS Trust")
    by_heading = read("# Marsh Hospitals NHS Trust\n\nThe Board met.", publisher="Example Press")
    assert by_publisher.own is not None
    assert by_publisher.own.name == "Wold Hospitals NHS Trust"
    assert by_heading.own is not None
    assert by_heading.own.name == "Marsh Hospitals NHS Trust"


def test_two_names_joined_are_a_body_once_they_act_as_one() -> None:
    assert named("Fens and Broads has 812 staff. Nobody at Fens and Broads spoke.") == ["Fens and Broads"] * 2


def test_a_publisher_that_only_begins_like_a_body_owns_nothing() -> None:
    assert read("The Board met.", publisher="Wold Hospital Workers' Bulletin").own is None


def test_names_in_place_of_a_label_are_bodies_where_the_text_lists_bodies() -> None:
    text = "What the trusts say:\n\n**Royal Wold.** Down 40.\n\n**Queen Anne.** Down 9."
    assert [name.name for name in read(text).all if name.sort == "bare"] == ["Royal Wold", "Queen Anne"]


@pytest.mark.parametrize(
    "body",
    [
        "Hope Vale General Hospital NHS Trust",
        "Royal Infirmary of Wold NHS Trust",
        "King's Marsh Hospitals NHS Trust",
        "Fenby, Marsh and Wold Hospitals NHS Trust",
        "New Marsh Hospital",
    ],
)
def test_a_name_is_read_to_both_its_ends(body: str) -> None:
    assert named(f"The chairman of {body} said so.") == [body]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Wold University Teaching Hospitals NHS Foundation Trust cut 3.", None),
        ("Wold Community Hospitals and Health Services NHS Trust cut 3.", None),
        ("University Hospital Wold cut 3.", "University Hospital Wold"),
        ("Wold's hospital trust cut 3.", "Wold hospital trust"),
        ("The ICB for Wold and Marsh cut 3.", "Wold and Marsh ICB"),
    ],
)
def test_type_words_within_a_name_do_not_end_it(text: str, body: str | None) -> None:
    assert named(text)[0] == (body or text.removesuffix(" cut 3."))


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Meanwhile Wold's mental health trust shed 40 posts.", "Wold mental health trust"),
        ("Neighbouring Wold PCT shed 40 posts.", "Wold PCT"),
        ("The Royal College of Wardens met.", "Royal College of Wardens"),
        ("PCTs and SHAs met.", "primary care trusts"),
        ("He left South Wold PCT. One PCT shed 40 posts.", "South Wold PCT"),
    ],
)
def test_names_begin_and_end_where_they_should(text: str, body: str) -> None:
    assert named(text)[0] == body


def test_a_forum_of_directors_is_no_trust() -> None:
    assert named("The Foundation Trust Directors' Forum met.") == []


def test_the_boards_are_the_group_that_the_text_is_about() -> None:
    text = "The three ICBs for Wold, Fenland and Marsh met. All ICBs must save. The boards will."
    assert named(text)[-1] == "Wold, Fenland and Marsh integrated care boards"


def test_a_joint_name_gives_each_body_its_own() -> None:
    assert named("Wold and Fenland ICBs are to merge. Wold employs 500 people.") == [
        "Wold and Fenland ICBs",
        "Wold ICB",
    ]


def test_the_first_of_two_names_is_enough_later() -> None:
    text = (
        "Maidwell and Tunford Hospitals NHS Trust met. The Maidwell trust is in debt. Maidwell expects cuts."
    )
    assert named(text) == ["Maidwell and Tunford Hospitals NHS Trust"] * 3


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("WOLD HEALTH AND SOCIAL SERVICES TRUST\n\nMinutes", "WOLD HEALTH AND SOCIAL SERVICES TRUST"),
        ("Wold and Fen University Health Board cut 3.", "Wold and Fen University Health Board"),
        ("WOLD HOSPITALS NHS TRUST\n\nTRUST BOARD, 3 May", "WOLD HOSPITALS NHS TRUST"),
        ("Compare Wold Partnership, which cut 3.", "Wold Partnership"),
        ("NHS Education for Fenland counted 3 at Wold PCT.", "Wold PCT"),
    ],
)
def test_headings_links_and_describing_words_do_not_spoil_a_name(text: str, body: str) -> None:
    assert named(text)[0] == body


def test_a_text_that_opens_with_any_such_trust_means_the_one_it_names_next() -> None:
    text = "Jobs will go at a Fenland hospital trust.\n\nWold Hospitals NHS Trust met."
    assert named(text) == ["Wold Hospitals NHS Trust"] * 2
    assert named("A Fenland hospital trust met.") == []


def test_a_body_of_the_title_is_the_one_that_the_text_has_in_full() -> None:
    text = "Wold and Fen Hospitals NHS Trust met. Marsh PCT did not."
    title = read_mentions(read_text(text), NAMES, date(2010, 6, 1), title="Wold trust in debt").title
    assert [name.name for name in title] == ["Wold and Fen Hospitals NHS Trust"]


def test_a_publisher_is_not_the_body_that_its_name_ends_with() -> None:
    mentions = read("NHS Marsh asks for £3m.", publisher="NHS North Central Marsh")
    assert mentions.own is not None
    assert mentions.own.name == "NHS North Central Marsh"


def test_a_joint_name_of_more_than_two_gives_each_its_own() -> None:
    text = "Staff of the Wold, Fenby and Marsh primary care trusts met. Later Fenby met."
    assert named(text)[-1] == "Fenby primary care trust"


def test_a_group_can_be_named_by_the_region_before_it_or_by_its_number() -> None:
    assert named("ICBs met. The six North East boards met.")[-1] == "North East integrated care boards"
    assert named("The three ICBs met.")[-1] == "three integrated care boards"
    assert named("Two of the three ICBs met.")[-1] == "integrated care boards"


def test_the_region_is_no_town_named_in_between() -> None:
    text = "In the North East it is bad. Sixty beds shut at Castle Marsh. Three PCTs in the region met."
    assert named(text)[-1] == "North East primary care trusts"


def test_somebody_who_speaks_is_no_body() -> None:
    turn = "**{}** (Wold) (Con): What of trusts?\n\n"
    text = "".join(turn.format(name) for name in ("Ann Ash", "Bo Birch", "Cy Cole", "Di Day"))
    assert [name for name in read("Trusts in debt\n\n" + text).all if name.sort == "bare"] == []


def test_another_nation_is_named_where_it_has_something() -> None:
    found = read("Scotland accounts for 90 posts, Wales for 40.").all
    assert [name.name for name in found] == ["Scotland", "Wales"]


def test_a_nation_that_owns_something_keeps_its_name() -> None:
    found = read("Some 90 managers at Wales' 22 local health boards will go.").all
    assert ("Wales", "country") in [(name.name, name.sort) for name in found]


def test_a_nation_is_no_part_of_the_name_of_what_it_owns() -> None:
    found = read("North Wales' health board is to shed 500 posts.").all
    assert [name.name for name in found] == ["North Wales"]


def test_an_honourable_friend_has_no_trust_of_his_name() -> None:
    assert named("My hon. Friend's trust will see its funding rise.") == []


def test_our_trust_is_the_one_that_the_writer_began_with() -> None:
    text = "I called on Wold PCT. It shares a head with Marsh PCT. Our trust had 90 posts."
    assert named(text)[-1] == "Wold PCT"


def test_a_hospital_has_no_board_where_a_trust_is_named() -> None:
    text = "Wold Hospitals NHS Trust runs Marsh Infirmary. Marsh Infirmary is full. The board met."
    assert named(text)[-1] == "Wold Hospitals NHS Trust"


def test_a_preposition_at_the_end_of_a_line_leads_to_the_place_on_the_next() -> None:
    assert [place.name for place in read_places("The offices at\n Saltash will close.", [])] == ["Saltash"]


def test_an_abbreviation_in_brackets_is_the_body_from_then_on() -> None:
    text = "NHS National Wold (NNW) trains doctors.\n\nNNW has 310 leavers a year."
    assert named(text) == ["NHS National Wold", "NHS National Wold"]


def test_a_type_or_a_foreign_abbreviation_in_brackets_is_none() -> None:
    assert named("Wold Integrated Care Board (ICB) and Fen Hospitals NHS Trust (MARS) met. MARS is red.") == [
        "Wold Integrated Care Board",
        "Fen Hospitals NHS Trust",
    ]


def test_where_a_sentence_plays_is_no_part_of_a_name() -> None:
    assert named("In Wales, Wold and Fen NHS Trust froze 130 posts.") == ["Wold and Fen NHS Trust"]
    assert named("In Wold the Western Trust froze 130 posts.") == ["Western Trust"]


def test_headings_in_capitals_name_boards_of_the_other_nations() -> None:
    found = read("NHS FIFE\nPosts frozen, 120.\n\nNHS 24\nNobody goes.\n").all
    assert [name.name for name in found if name.kind is NameKind.BODY] == ["NHS FIFE", "NHS 24"]


def test_a_name_ends_where_that_of_another_body_begins() -> None:
    assert named("In Transition, NHS Wold and Fen Integrated Care Board met.")[-1] == (
        "NHS Wold and Fen Integrated Care Board"
    )


def test_a_trust_does_not_go_on_as_a_council() -> None:
    assert named("Wold Hospitals NHS Trust\nCouncil of Governors")[0] == "Wold Hospitals NHS Trust"


def test_a_paper_of_several_boards_belongs_to_them_together() -> None:
    own = read("We have 90 posts to lose.", publisher="Example Wold and Fen Integrated Care Boards").own
    assert own is not None
    assert (own.name, own.sort) == ("Wold and Fen Integrated Care Boards", "group")


def test_a_publisher_that_the_text_does_not_know_is_no_body() -> None:
    assert read("We have cut 40 posts.", publisher="Example NHS Accountant").own is None
    assert read("NHS Wold has cut 40 posts.", publisher="Example NHS Wold").own is not None


def test_a_publisher_may_say_what_it_publishes() -> None:
    for publisher in ("East Wold Ambulance Service NHS Trust (board paper)", "Example NHS Wold Briefing"):
        assert read("Forty posts will go.", publisher=publisher).own is not None


def test_a_body_of_another_kind_in_the_publishers_area_is_not_the_publisher() -> None:
    text = "Wold Partnership NHS Trust lost 40 posts. We are to lose 30."
    own = read(text, publisher="NHS Wold Integrated Care Board").own
    assert own is not None
    assert own.name == "NHS Wold Integrated Care Board"


def test_a_staff_side_and_a_crews_branch_write_of_their_employer() -> None:
    titled = read("Forty posts will go.", publisher="Example Staff Side, Wold and Fen Mental Health").title
    assert [name.name for name in titled] == ["Wold and Fen Mental Health"]
    titled = read("Forty posts will go.", publisher="Example GMB Yorkshire Ambulance Branch").title
    assert [name.name for name in titled] == ["Yorkshire Ambulance Service"]


def test_a_publisher_that_is_nothing_but_a_body_need_not_be_named_in_the_text() -> None:
    own = read("We have cut 40 posts.", publisher="NHS Wold").own
    assert own is not None
    assert own.name == "NHS Wold"


def test_the_owner_of_a_group_is_its_area_alone() -> None:
    text = "Every June Scotland’s health boards publish their plans for all 22 boards."
    assert "Scotland health boards" in named(text)


def test_all_three_boards_are_the_three_that_were_named() -> None:
    text = "Wold PCT, Marsh PCT and Fen PCT met. All three trusts will merge."
    assert named(text)[-1] == "Wold, Marsh and Fen primary care trusts"
    assert "primary care trusts" not in named("Wold PCT and Fen PCT met. All three trusts will merge.")[-1]


def test_a_trust_is_no_short_form_of_a_commissioner_with_a_longer_name() -> None:
    text = "Ashmere Hospitals NHS Trust owes £2m to Ashmere and Vale CCG. Ashmere has 40 posts to cut."
    assert named(text) == [
        "Ashmere Hospitals NHS Trust",
        "Ashmere and Vale CCG",
        "Ashmere Hospitals NHS Trust",
    ]


def test_in_a_record_of_what_was_said_labels_are_speakers() -> None:
    text = (
        "Evidence on primary care trusts\n\n**Q1 Chair:** How many?\n\n**Ann Ash:** We lost 40 posts.\n\n"
        "**Q2 Chair:** And you?\n\n**Bob Birch:** Some 30.\n\n**Cy Cole:** None.\n\n**Di Dale:** 12 posts."
    )
    assert "Ann Ash" not in named(text)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Oakmarsh, a mental health trust, has 66 posts to fill.", "Oakmarsh"),
        ("Its near neighbour, Mallow Valley, gave notice of 40 redundancies.", "Mallow Valley"),
    ],
)
def test_what_stands_beside_a_name_tells_that_it_is_a_body(text: str, body: str) -> None:
    assert body in named(text)


def test_a_person_or_a_town_told_of_beside_a_board_is_none() -> None:
    assert "Ann Ash" not in named("Ann Ash, the board's chief executive, has 66 posts to fill.")
    assert "Marshton" not in named("Marshton, a town whose hospital closed, has 66 posts to fill.")


def test_the_trust_is_the_body_that_the_paragraph_has_named_by_its_bare_name() -> None:
    text = "Fen Hospitals NHS Trust will cut 20.\n\nOakmarsh, a community trust, cut 92. The trust denies it."
    assert named(text)[-1] == "Oakmarsh"
    assert named(text.replace(". The", ".\n\nThe"))[-1] == "Fen Hospitals NHS Trust"


def test_a_word_in_capitals_before_a_name_and_the_person_of_a_body_are_no_part_of_it() -> None:
    assert named("TINY Wold Valley Primary Care Trust paid.")[0] == "Wold Valley Primary Care Trust"
    assert named("Dr Bob Birch of North Wold CCG spoke.")[0] == "North Wold CCG"
    assert named("She left NHS Wold Coast on March 31.")[0] == "NHS Wold Coast"


def test_labels_in_ordinary_words_are_no_bodies() -> None:
    text = (
        "The trusts answer every rumour.\n\n**RUMOUR:** 40 posts go.\n\n**Oakmarsh:** 50 go.\n\n"
        "**Mallow:** 60 go.\n\n**Wold Valley:** 70 go."
    )
    assert {"Oakmarsh", "Mallow", "Wold Valley"} <= set(named(text))
    assert "RUMOUR" not in named(text)


def test_an_integrated_care_system_is_one_body() -> None:
    assert [name.sort for name in read("Wold ICS met. The ICS will cut 40 posts.").all] == ["icb", "icb"]


@pytest.mark.parametrize("town", ["Billingham", "Acton", "Mayfield", "Springfield"])
def test_a_town_may_begin_like_another_word(town: str) -> None:
    text = f"The service will lose 62 jobs in {town}."
    assert [place.name for place in read_places(text, [])] == [town]


def test_a_name_ends_with_its_possessive() -> None:
    assert named("Here NHS Wold’s Finance Director spoke of 40 posts.") == ["NHS Wold"]


def test_a_list_of_boards_is_read_to_its_beginning() -> None:
    boards = "Wold, Fen and Vale, Marsh and Hill ICBs"
    known = Entry("Fen and Vale", "Fen and Vale", NameKind.BODY, "icb", "fen-and-vale-icb", None, None)
    found = read_mentions(read_text(f"The {boards} will cut 40 posts."), Names([known]), date(2025, 6, 1)).all
    assert boards in [name.name for name in found]


def test_a_cluster_is_all_of_its_boards() -> None:
    known = Entry(
        "Fen and Vale ICB", "Fen and Vale ICB", NameKind.BODY, "icb", "fen-and-vale-icb", None, None
    )
    text = read_text("Wold, Fen and Vale ICB cluster will cut 40 posts.")
    (cluster,) = read_mentions(text, Names([known]), date(2025, 6, 1)).all
    assert (cluster.name, cluster.id) == ("Wold, Fen and Vale ICB cluster", None)


def test_a_body_of_two_places_is_one_where_it_does_something() -> None:
    known = Names([Entry("NHS Wold", "NHS Wold", NameKind.BODY, "pct", "wold-pct", None, None)])
    found = read_mentions(read_text("NHS Wold and Marsh has cut 40 posts."), known, date(2010, 6, 1)).all
    assert [name.name for name in found] == ["NHS Wold and Marsh"]
    both = read_mentions(read_text("NHS Wold and Unison met over 40 posts."), known, date(2010, 6, 1)).all
    assert [name.name for name in both] == ["NHS Wold"]


def test_a_comma_ends_a_name_that_is_no_list() -> None:
    assert named("At NHS Wold, Santa left £6m.") == ["NHS Wold"]
    assert named("At NHS Wold, Marsh and Fen the bill was £6m.") == ["NHS Wold, Marsh and Fen"]


def test_words_that_stand_before_a_name_by_chance_are_no_part_of_it() -> None:
    assert named("Ann Ash heads HR for Wold Valley Hospitals NHS Trust.") == [
        "Wold Valley Hospitals NHS Trust"
    ]
    assert named("Ring Wold Primary Care Trust and ask.") == ["Wold Primary Care Trust"]


def test_a_hospital_is_known_by_its_crown_and_an_employer_by_what_it_issues() -> None:
    assert "Royal Wold" in named("Councillors questioned the Royal Wold, which must save £78m.")
    assert "Sevenwold" in named("It is common. Sevenwold issued a letter under section 188 for 377 staff.")
    assert "Sevenwold" not in named("It is common. Sevenwold issued a song about 377 staff.")


def test_a_point_of_the_compass_in_small_letters_makes_another_area() -> None:
    areas = [name.name for name in read("In west England and the north of England 40 posts will go.").all]
    assert areas == ["West England", "north of England"]


def test_kinds_of_trusts_joined_are_one_group() -> None:
    groups = [name.name for name in read("We saw the plans of acute and mental health trusts.").all]
    assert groups == ["acute and mental health trusts"]


def test_special_health_authorities_are_none_of_the_strategic_ones() -> None:
    groups = [
        name.name for name in read("Special health authorities and arm's length bodies cut 40 posts.").all
    ]
    assert groups == ["special health authorities", "arm's length bodies"]


def test_what_stands_in_quotation_marks_alone_is_a_title() -> None:
    assert proper_names(read('The programme "Wake Up Wold" said so.')) == []


def test_who_leads_or_works_for_something_is_no_body() -> None:
    text = "At Wold 40 posts will go. Xanthe Aster, who is our director, and Zeno Ivy, of the union, met."
    assert {"Xanthe Aster", "Zeno Ivy"}.isdisjoint(name.name for name in proper_names(read(text)))


def test_words_that_only_hold_another_keep_no_name_from_it() -> None:
    assert "Unison" in named("Unison the union says 40 posts will go.")


def test_a_stop_after_the_publisher_changes_nothing() -> None:
    own = read("Forty posts will go.", publisher="Wold Hospitals NHS Trust and Fen Hospitals NHS Trust.").own
    assert own is not None
    assert own.name == "Wold Hospitals NHS Trust and Fen Hospitals NHS Trust"


def test_east_of_a_region_is_another_area_wherever_it_stands() -> None:
    assert read("Outer North East jobs will go: 40 posts.").all == []


def test_a_type_word_within_a_name_and_the_service_within_a_type_word_are_nothing_of_their_own() -> None:
    trust = read("Wold NHS Trust met. The NHS trust will cut 40 posts.").all
    assert [name.name for name in trust] == ["Wold NHS Trust", "Wold NHS Trust"]


def test_the_area_of_a_group_is_read_to_its_end() -> None:
    area = "Bedfordshire, Hertfordshire, Cambridgeshire and Northamptonshire"
    text = f"The trusts across {area} will cut 40 posts."
    assert f"{area} trusts" in [name.name for name in read(text).all]


def test_an_abbreviation_that_heads_a_paragraph_is_one_name() -> None:
    assert [name.name for name in proper_names(read("NSS: 40 posts will go.\n\nIt met."))] == ["NSS"]


def test_where_something_comes_from_is_no_part_of_a_name() -> None:
    assert named("From the Wolds, Marsh and Fen ICB will cut 40 posts.") == ["Marsh and Fen ICB"]


def test_a_county_that_ends_in_and_begins_no_clause() -> None:
    assert named("Across Northumberland South Wold plans to cut 40 posts.") == []


def test_rows_without_a_label_make_no_list_of_bodies() -> None:
    rows = "| Alpha Wold | 4 |\n| Beta Fen | 5 |\n| | 6 |\n| | 7 |\n"
    text = read_text(f"Heading\n\n| Heading | Posts |\n| --- | ---: |\n{rows}")
    assert of_rows(text.layout, set()) == set()
