"""Who says a figure by the rules, one by one. What the other voices of a text weigh is in test_heard.py."""

from datetime import date
from pathlib import Path

import pytest

from nhscuts_pipeline.contracts.vocabulary import Modality
from nhscuts_pipeline.extraction.claimant import offered, set_claimants
from nhscuts_pipeline.extraction.engine import read_text
from nhscuts_pipeline.extraction.figure import Draft
from nhscuts_pipeline.extraction.mentions import Mentions, read_mentions
from nhscuts_pipeline.extraction.names import Names


@pytest.fixture(scope="module")
def names() -> Names:
    return Names.read(Path(__file__).parents[2] / "sources" / "reference")


def read_marked(
    names: Names, marked: str, on: date = date(2010, 6, 1), **labels: str
) -> tuple[Mentions, list[Draft]]:
    """A text and its drafts; [[90]] marks a number, [[!90]] a contested one."""
    text, spans = "", []
    for part in marked.split("[["):
        number, closing, rest = part.partition("]]")
        if closing:
            spans.append((len(text), number.lstrip("!"), number.startswith("!")))
        text += number.lstrip("!") + rest if closing else part
    read = read_text(text)
    drafts = []
    for start, number, contested in spans:
        sentence = max(i for i, span in enumerate(read.layout.sentences) if span.start <= start)
        modality = Modality.DISPUTED if contested else Modality.ACTUAL
        drafts.append(Draft(start, start + len(number), float(number), sentence, modality=modality))
    return read_mentions(read, names, on, **labels), drafts


def claimants(names: Names, marked: str, on: date = date(2010, 6, 1), **labels: str) -> list[str | None]:
    """The rules' answers."""
    answers, _ = offered(*read_marked(names, marked, on, **labels), on)
    return [speaker.name if speaker is not None else None for speaker, _ in answers]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Unison said [[90]] posts would go.", "Unison"),
        ("Some [[90]] posts will go, Unison said.", "Unison"),
        (
            "Some [[90]] posts will go, according to the Federation of Ward Clerks.",
            "Federation of Ward Clerks",
        ),
        ("Fen Hospitals NHS Trust expects to cut [[90]] posts.", "Fen Hospitals NHS Trust"),
        ("Unison's branch secretary, Col Aster, warned that [[90]] would go.", "Unison"),
        ("Col Aster, who speaks for Unison, feared that [[90]] would go.", "Unison"),
        ("Unison Cymru's Huw Aster warned that [[90]] would go.", "Unison"),
        ("Retired nurse Helen Mary Ash said that [[90]] posts would go.", "Helen Mary Ash"),
        ("Plaid Cymru said that [[90]] posts would go.", "Plaid Cymru"),
        (
            "Members questioned Wold PCT. Its director of people said [[90]] posts had gone.",
            "Wold PCT",
        ),
        ("Much is unknown. Norfolk's director of finance has put it at [[90]].", "Norfolk"),
        (
            "The strategic health authority now says that [[90]] must go. Wold SHA met.",
            "Wold SHA",
        ),
        (
            "Across the West Midlands [[90]] went, the strategic health authority said.",
            "West Midlands Strategic Health Authority",
        ),
        ("It was instructed by the strategic health authority to cut [[90]] posts.", None),
        ("Monitor met. The regulator believes that [[90]] trusts are in debt.", "Monitor"),
        ("Departures have been costed by the Department of Health at £[[90]].", "Department of Health"),
        ("Unison promises that [[90]] would go.", "Unison"),
        ("The Earl of Wold said that [[90]] would go.", "Earl of Wold"),
        ("By the union's count, [[90]] posts have gone.", None),
        ("Fen PCT has [[90]] staff.", None),
        ("Staff were told that [[90]] posts would go.", None),
        ("Fen PCT has been told by the Department of Health to cut [[90]] posts.", "Department of Health"),
        ("Fen PCT told its [[90]] staff that jobs would go.", None),
        ("A source said [[90]] posts would go.", None),
    ],
)
def test_a_cue_beside_the_figure_names_its_claimant(names: Names, marked: str, expected: str | None) -> None:
    assert claimants(names, marked) == [expected]


def test_he_and_the_surname_are_the_person_introduced_and_the_union_behind(names: Names) -> None:
    marked = (
        "Jean Tully, of Unison, was angry. She said [[90]] nurses had gone.\n\n"
        "Fen Hospitals NHS Trust did not reply. Ms Tully added that [[14]] more would."
    )
    assert claimants(names, marked) == ["Unison", "Unison"]


def test_a_spokeswoman_and_a_chief_executive_speak_for_the_body_at_hand(names: Names) -> None:
    marked = (
        "Fen Hospitals NHS Trust met. Chief executive Ann Ash said [[90]] posts would go. "
        "A spokeswoman said [[14]] more might."
    )
    assert claimants(names, marked) == ["Fen Hospitals NHS Trust"] * 2


def test_a_minister_speaks_for_the_department_of_the_day(names: Names) -> None:
    marked = "The health secretary told MPs that [[90]] managers had gone."
    assert claimants(names, marked) == ["Department of Health"]
    assert claimants(names, marked, date(2024, 6, 1)) == ["Department of Health and Social Care"]


def test_quotations_are_their_speakers_before_and_behind_and_across_paragraphs(names: Names) -> None:
    marked = (
        'Jean Tully of Unison said: "They told us that it was about [[90]] posts in all.\n\n'
        '"And now we hear that there are another [[14]] to come after that."\n\n'
        'Fen PCT replied. "We have never said that we would lose [[30]] people," said its chairman, Joe Orme.'
    )
    assert claimants(names, marked) == ["Unison", "Unison", "Fen PCT"]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("A Fen PCT model comes out at [[90]] posts.", "Fen PCT"),
        ("The Royal College of Nursing put posts lost at [[90]].", "Royal College of Nursing"),
        ("Monitor's own numbers put the sector [[90]] in the red.", "Monitor"),
        ("Fen PCT has put [[90]] posts at risk.", None),
        ("The Royal College of Nursing has nursing down by [[90]].", "Royal College of Nursing"),
        ("Fen PCT has brought its staff down by [[90]].", None),
        (
            "Some 400 posts went and, the Department of Health now accepts, [[90]] came back.",
            "Department of Health",
        ),
        ("Fen PCT said no posts would go this year, but that [[90]] might.", "Fen PCT"),
        ("Fen PCT, which said yesterday that [[90]] would go, is in debt.", "Fen PCT"),
        ("Fen PCT has said sorry to [[90]] nurses.", None),
        ("Fen PCT asked for [[90]] volunteers.", None),
        ("Fen PCT has been instructed to cut [[90]] posts.", None),
        ("Fen PCT notified the Insolvency Service of some cuts, as the law demands, and [[90]] went.", None),
        ("A letter to Unison discloses that [[90]] will go.", None),
        ("Commissioning support units told us that they lost [[90]] posts.", "commissioning support units"),
        (
            "The Department for Business, Innovation and Skills said [[90]] had gone.",
            "Department for Business, Innovation and Skills",
        ),
    ],
)
def test_a_source_is_the_subject_of_its_sentence_and_no_one_spoken_to(
    names: Names, marked: str, expected: str | None
) -> None:
    assert claimants(names, marked) == [expected]


def test_a_reckoning_is_the_last_speakers_by_his_her_or_its_count(names: Names) -> None:
    marked = "Jean Tully of Unison spoke. On her reading [[90]] have gone."
    assert claimants(names, marked) == ["Unison"]
    assert claimants(names, "Unison met. Hard times, by its estimate [[90]] have gone.") == ["Unison"]
    assert claimants(names, "Nobody counted those left out of Unison's arithmetic, [[90]] cooks.") == [None]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Fen PCT dismissed a Conservative estimate that [[!90]] would go.", "Conservative Party"),
        ("Fen PCT knows of the claim by Unison that [[90]] would go.", "Unison"),
        (
            "Unison rejects the Department of Health's statement, made in May, that [[90]] more came.",
            "Department of Health",
        ),
        ("Reports that all [[90]] would go were mischief, Unison said.", None),
        ("A report in the local press that [[90]] would go was wrong, Unison said.", None),
    ],
)
def test_words_held_in_a_noun_are_whose_the_noun_is(names: Names, marked: str, expected: str | None) -> None:
    assert claimants(names, marked) == [expected]


def test_a_number_held_against_somebody_stays_whoever_first_said_it(names: Names) -> None:
    marked = "Unison said [[600]] jobs would go. Fen PCT did not recognise the [[600]] and said [[90]] would."
    assert claimants(names, marked) == ["Unison", "Unison", "Fen PCT"]
    debate = (
        "**Lord Ash** (Lab): My Lords, [[90]] have gone.\n\n"
        "**Lord Orme** (Con): The noble Lord's [[90]] is mistaken. Of the [[90]] posts some stay.\n"
    )
    assert claimants(names, debate) == ["Lord Ash", "Lord Ash", "Lord Orme"]


def test_a_quotation_is_whoevers_name_stands_under_it(names: Names) -> None:
    marked = '"We have got rid of [[90]] people and spent the money well."\n\nIt was said.'
    assert claimants(names, marked) == [None]
    signed = '"We have got rid of [[90]] people and spent the money well."\n*Dame Cora Fitch, Sunday Panel*'
    assert claimants(names, signed) == ["Cora Fitch"]


def test_a_quotation_without_a_verb_is_the_person_named_before_it(names: Names) -> None:
    marked = (
        'Unison\'s Col Aster said: "They have told us nothing at all of this."\n\n'
        'Joan Penn, 44, was given a box. "There were [[90]] of us at breakfast this morning."'
    )
    assert claimants(names, marked) == ["Joan Penn"]


def test_a_whole_sentence_in_quotation_marks_is_said_however_short(names: Names) -> None:
    begun = (
        'Unison\'s Col Aster was angry. "We were told that 60 nurses would go on the wards alone," he said. '
    )
    assert claimants(names, begun + '"That is [[90]] now."') == ["Unison"]
    # Words borrowed into a sentence are not speech.
    assert claimants(names, begun + 'The trust\'s "list of [[90]]" was not shown to him.') == [None]


def test_a_sentence_between_two_of_a_speakers_is_the_speakers(names: Names) -> None:
    marked = "Jean Tully of Unison said it was cruel. [[90]] nurses had gone. She accused the trust of lying."
    assert claimants(names, marked) == ["Unison"]


def test_who_works_somewhere_or_speaks_for_a_party_speaks_for_no_body(names: Names) -> None:
    marked = "Dr Ann Ash, a GP at the Wharf Street surgery who chairs a group, said [[90]] would go."
    assert claimants(names, marked) == ["Ann Ash"]
    assert claimants(names, "Cllr Joe Orme (Lib Dem, Fen East) told the meeting that [[90]] would go.") == [
        "Joe Orme"
    ]
    assert claimants(names, "Ann Ash, for the Conservatives, put it at [[90]].") == ["Conservatives"]


def test_it_is_an_organisation_that_no_list_knows_where_that_spoke_last(names: Names) -> None:
    marked = "Fen PCT met. Not a chance, says the Ratepayers' League. It reckons [[90]] will go."
    assert claimants(names, marked) == ["Ratepayers' League"]


def test_an_anonymous_voice_is_nobody_rather_than_the_last_speaker(names: Names) -> None:
    marked = 'Unison said no. "I have seen [[90]] of my friends go since the winter," a nurse said.'
    assert claimants(names, marked) == [None]


def test_papers_speak_for_the_body_whose_papers_they_are(names: Names) -> None:
    marked = "Papers for this week's meeting of Fen PCT show that [[90]] posts will go."
    assert claimants(names, marked) == ["Fen PCT"]


def test_a_contested_figure_is_whoevers_it_was_and_never_the_deniers(names: Names) -> None:
    marked = "Unison said [[600]] jobs would go. Fen PCT said the [[!600]] was plucked from the air."
    assert claimants(names, marked) == ["Unison", "Unison"]
    assert claimants(names, "Fen PCT said the [[!600]] printed in the Wold Gazette was wrong.") == [
        "Wold Gazette"
    ]
    assert claimants(names, "Fen PCT said talk of [[!600]] was wrong.") == [None]


def test_in_a_debate_every_figure_is_its_speakers(names: Names) -> None:
    marked = (
        "**Mr. Giles Ash** (Fen) (Con): My hon. Friend knows that [[90]] posts will go.\n\n"
        "**The Secretary of State for Health (Ms Ruth Orme):** There are [[14]] fewer.\n\n"
        "**Mr. Ash:** There were [[30]] last year.\n\n"
        "**Ms Orme:** I do not know the figure of [[!30]]."
    )
    assert claimants(names, marked) == ["Giles Ash", "Ruth Orme", "Giles Ash", "Giles Ash"]


def test_a_written_answer_is_the_departments_and_its_question_the_askers(names: Names) -> None:
    marked = (
        "**Mr Ash:** To ask the Secretary of State for Health whether [[90]] staff have left.\n\n"
        "**Dr Orme** [*holding answer*]: The number was [[14]].\n"
    )
    assert claimants(names, marked) == ["Ash", "Department of Health"]


def test_an_answer_that_speaks_of_an_hon_friend_is_still_the_departments(names: Names) -> None:
    marked = (
        "**Ruth Giles:** To ask the Secretary of State for Health if it is true that [[!90]] will go.\n\n"
        "**Dr. Orme:** My hon. Friend has been misinformed. The number was [[14]]; [[!90]] is wrong.\n"
    )
    assert claimants(names, marked) == ["Ruth Giles", "Department of Health", "Ruth Giles"]


def test_witnesses_before_a_committee_speak_for_their_bodies(names: Names) -> None:
    marked = (
        "*Witnesses:* **Ms Ann Ash**, Director of Workforce, Fen Hospitals NHS Trust, and "
        "**Mr Col Aster**, National Officer, UNISON.\n\n"
        "**Q1 Chairman:** How many were there?\n\n*Ms Ash:* There were [[90]].\n\n"
        "**Q2 Dr Penn:** I make it [[14]].\n\n*Mr Aster:* It was [[30]].\n\n"
        "**Q3 Chairman:** And now?\n\n*Ms Ash:* Now there are [[80]].\n"
    )
    assert claimants(names, marked) == [
        "Fen Hospitals NHS Trust",
        "Dr Penn",
        "UNISON",
        "Fen Hospitals NHS Trust",
    ]


def test_a_health_minister_of_another_nation_speaks_for_its_government(names: Names) -> None:
    marked = (
        "Scotland's boards are cutting posts. Ann Ash, the Health Secretary, told Holyrood that [[90]] had "
        "gone. Scottish Labour called it shameful."
    )
    assert claimants(names, marked) == ["Scottish Government"]
    assert claimants(names, "Wales's health minister said [[90]] had gone.") == ["Welsh Assembly Government"]
    assert claimants(names, "Some [[90]] posts will go, the Scottish Government believes.") == [
        "Scottish Government"
    ]


def test_a_transcript_gives_the_presenter_no_claim_of_his_own(names: Names) -> None:
    marked = (
        "PRESENTER: Fen PCT has [[90]] staff. Helen Orme spoke to Jean Tully of Unison.\n\n"
        "REPORTER: How many have gone?\n\n"
        "TULLY: They lost [[14]] nurses.\n\n"
        "PRESENTER: Thank you. There are [[30]] left."
    )
    assert claimants(names, marked) == [None, "Unison", None]


def test_tables_and_lists_speak_in_the_documents_own_voice(names: Names) -> None:
    marked = "Unison said this:\n\n| Trust | Posts |\n| --- | --- |\n| Fen PCT | [[90]] |\n"
    assert claimants(names, marked) == [None]


def test_a_claim_carried_over_is_in_doubt(names: Names) -> None:
    mentions, (draft,) = read_marked(names, "Unison said the plan was cruel. It meant [[90]] fewer nurses.")
    set_claimants(mentions, [draft], date(2010, 6, 1))
    assert (draft.claimant, draft.rules["claimant"]) == ("Unison", "speech goes on")
    assert draft.doubts == ["the sentence seems to carry on what was said before"]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("A spokeswoman for Fen PCT said no more than [[15]] people would go.", "Fen PCT"),
        (
            'Unison\'s branch officer, Col Aster: "We fear they will cut [[90]] of our posts by spring."',
            "UNISON",
        ),
        ('"They will cut [[90]] of our posts by spring," fumes Unison\'s Col Aster.', "UNISON"),
        (
            "Add the two, countered the Royal College of Nursing, and [[90]] would go.",
            "Royal College of Nursing",
        ),
        (
            "Dr Ann Ash, of the Ward Managers' Forum, said [[90]] went.",
            "Ward Managers' Forum",
        ),
        ("Fen PCT published its papers. According to its recovery plan, [[90]] posts will go.", "Fen PCT"),
        ('Fen PCT met staff. "We heard it by email, and [[90]] of us will go," said one.', None),
    ],
)
def test_speakers_are_heard_however_they_are_introduced(
    names: Names, marked: str, expected: str | None
) -> None:
    assert [claimant and claimant.lower() for claimant in claimants(names, marked)] == [
        expected and expected.lower()
    ]


def test_a_papers_own_body_claims_nothing_in_it(names: Names) -> None:
    marked = "The PCT expects to cut [[90]] posts."
    assert claimants(names, marked, publisher="Fen Primary Care Trust") == [None]


def test_minutes_report_one_speaker_a_paragraph(names: Names) -> None:
    marked = (
        "Minutes of the meeting held on 12 February\n\nPresent: Mrs H. Penn, Chief Executive, Fen PCT.\n\n"
        "Mrs Penn explained the plan. It was true that [[64]] jobs were at risk."
    )
    assert claimants(names, marked) == ["Fen PCT"]


def test_headings_of_a_fact_check_are_no_speakers(names: Names) -> None:
    marked = "Our verdict: Wrong. Some [[90]] went.\n\nOur verdict: Right. Some [[80]] went.\n\nClaim 1: no"
    assert claimants(names, marked) == [None, None]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # Roles are no first names, and a think tank's person is not part of its name.
        ("Convenor Jean Tully of Unison said [[90]] would go.", "Unison"),
        ("Dr Ann Ash of the Marsh and Fell Institute said [[90]] would go.", "Marsh and Fell Institute"),
        ("Ann Ash, chief executive of the NHS, wrote that [[90]] would go.", "NHS"),
        ("Mr J. Orme (GMB) said that [[90]] would go.", "GMB"),
        # Sources by what they are.
        ("Unison met. The union said [[90]] would go.", "Unison"),
        ("Experts from the Fair Purse League reckon [[90]] will go.", "Fair Purse League"),
        ("A Whitehall insider said [[90]] would go.", "Whitehall insider"),
        ("Mandarins reckon [[90]] will go.", "Department of Health"),
        ("The minister told MPs that [[90]] would go.", "Department of Health"),
        ("Some [[90]] will go, according to the charity Fair Wards.", "Fair Wards"),
        ("The Ward Managers' Forum said [[90]] would go.", "Ward Managers' Forum"),
        ("Fen PCT met. Some 90 will go, says its finance director, and [[14]] more might.", "Fen PCT"),
        ("Nurses at Fen PCT learned that [[90]] would go.", None),
        ("Work done for Fen PCT by Ash and Orme, which found [[90]] too many, is out.", "Ash and Orme"),
        # Nouns that look like verbs, and what is not said.
        ("Fen PCT lost 40, at a price of [[90]].", None),
        ("Fen PCT, in debt at the last count, has [[90]] posts.", None),
        ("Some [[90]] may go, and Fen PCT has yet to say when.", None),
        ("Fen PCT could not rule it out, but said [[90]] might go.", "Fen PCT"),
        ("Fen PCT met. A paper from the deanery shows that [[90]] will go.", None),
        ("Fen PCT met. The papers price it at [[90]].", "Fen PCT"),
        # A clause that is joined on attributes only itself.
        ("Some [[90]] moved to a company, which Unison calls a scandal.", None),
        ("Some [[90]] have gone, Fen PCT has told the Post in answer to a question, at last.", "Fen PCT"),
        # A rival of the subject before it is no "it".
        (
            "Fen PCT sent papers to Unison for 12, although it has assured us that [[90]] were safe.",
            "Fen PCT",
        ),
        ("Unison expects 40 cuts of £90m, which works out at [[90]] each.", None),
        ("The Department of Health's working assumption is that [[90]] will go.", "Department of Health"),
    ],
)
def test_a_source_without_a_name_stands_for_whom_the_text_makes_it(
    names: Names, marked: str, expected: str | None
) -> None:
    assert claimants(names, marked) == [expected]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Porter Tom Orme asks Fen PCT if it is true that [[!90]] will go.", "Tom Orme"),
        ("Unison said [[!90]] would go, a figure the trust disputes.", "Unison"),
        ("Fen PCT said the [[!90]] included those who had left.", None),
        ("Nobody knows the [[!90]] jobs which Jean Tully of Unison offered your reporter.", "Unison"),
        ("Ministers asked if the [[!90]] losses quoted by Unison were true.", "Unison"),
    ],
)
def test_a_contested_figure_is_whoever_states_it(names: Names, marked: str, expected: str | None) -> None:
    assert claimants(names, marked) == [expected]


def test_a_quotation_is_of_its_own_sentence(names: Names) -> None:
    marked = (
        'Unison said that trusts had been asked to find savings and that "some [[90]] of what we spend is on '
        'people who care". Fen PCT said nothing.'
    )
    assert claimants(names, marked) == ["Unison"]


def test_a_written_answer_is_whose_name_follows_answered_by(names: Names) -> None:
    marked = (
        "Asked by **Lord Ash**\n\nTo ask Her Majesty's Government whether [[90]] posts have gone.\n\n"
        "**Answered by Baroness Orme** on 3 May\n\nThere were [[14]]. I do not accept the claim made by the "
        "noble Lord that [[!30]] went."
    )
    assert claimants(names, marked) == ["Lord Ash", "Department of Health", "Lord Ash"]


def test_answers_in_the_first_person_are_of_whoever_gives_the_interview(names: Names) -> None:
    marked = (
        "Ann Ash runs Fen Hospitals NHS Trust from a hut.\n\n**What do you want to do?**\n\nI want [[90]] "
        "fewer of us.\n\n**Can you do it?**\n\nI did it with [[14]] before.\n\n**Who is next?**\n\n"
        "Ask me in May. I said [[30]] then."
    )
    assert claimants(names, marked) == ["Fen Hospitals NHS Trust"] * 3


def test_an_interviewer_need_not_say_you(names: Names) -> None:
    text = (
        "Ann Ash runs Fen Hospitals NHS Trust.\n\n**How big was it?**\n\nI had to find [[90]] posts.\n\n"
        "**And did it work?**\n\nI think so.\n\n**What next?**\n\nMy board has 20 more in mind."
    )
    assert claimants(names, text) == ["Fen Hospitals NHS Trust"]


@pytest.mark.parametrize("label", ["AA", "Ann", "Ash", "ANN ASH"])
def test_a_turn_is_whose_initials_or_name_its_label_gives(names: Names, label: str) -> None:
    text = (
        f"Ann Ash, chief executive of Fen PCT, came to the studio.\n\n{label}: We lose [[90]] posts.\n\n"
        f"JP: That many?\n\n{label}: I wish it were fewer.\n\nJP: And then?\n\n{label}: Then [[40]] more."
    )
    assert claimants(names, text) == ["Fen PCT", "Fen PCT"]


def test_what_is_counted_is_no_speaker(names: Names) -> None:
    wold, marsh = (
        "Wold SHA\nStaff: [[312]]\nRedundancies: [[61]]",
        "Marsh SHA\nStaff: [[398]]\nRedundancies: [[88]]",
    )
    assert claimants(names, f"{wold}\n\n{marsh}") == [None] * 4
    assert (
        claimants(names, "Going: [[312]]\n\nStaying: [[61]]\n\nGoing: [[39]]\n\nStaying: [[8]]") == [None] * 4
    )


def test_fact_and_fiction_are_nobody(names: Names) -> None:
    text = (
        "Fen PCT and Wold PCT are to merge.\n\nFiction: One in five will go.\n\n"
        "Fact: There are [[90]] staff.\n\nFiction: The letters are out.\n\nFact: Some [[40]] may be sent."
    )
    assert claimants(names, text) == [None, None]


def test_minutes_give_a_paragraph_to_whoever_rises_in_it(names: Names) -> None:
    marked = (
        "**PRESENT:** Ms J. Tully (Unison), Mr T. Orme\n\nMs Tully spoke for the staff. They had lost [[90]] "
        "posts since March."
    )
    assert claimants(names, marked) == ["Unison"]


def test_a_newspaper_that_says_we_is_not_the_trust_it_writes_of(names: Names) -> None:
    text = (
        "Fen Hospitals NHS Trust is in debt. We asked why. We got our answer. We think it poor. "
        "Our readers know. The trust told us that [[90]] would go."
    )
    assert claimants(names, text, publisher="Fen Evening Post") == ["Fen Hospitals NHS Trust"]


def test_a_knight_known_by_his_first_name_speaks_for_his_body(names: Names) -> None:
    marked = (
        "Sir John Ash, chief executive of Wold Hospitals NHS Trust, spoke. Fen PCT met. "
        "Sir John said [[40]] posts would go."
    )
    assert claimants(names, marked) == ["Wold Hospitals NHS Trust"]


def test_an_office_without_a_holder_is_a_speaker_all_the_same(names: Names) -> None:
    marked = (
        "The Minister of State ( ): My Lords, the NHS will cut [[900]] jobs.\n\n"
        "Lord Ash (Lab): My Lords, I thank him."
    )
    assert len(claimants(names, marked)) == 1


def test_a_speaker_who_continues_a_quotation_is_heard(names: Names) -> None:
    marked = "“It will lose [[900]] posts over the next two years and close a ward,” continued Unison."
    assert claimants(names, marked) == ["Unison"]


def test_a_speaker_named_twice_is_one_speaker(names: Names) -> None:
    marked = (
        "Unison said pay was low. About [[900]] jobs will go at Wold Hospitals NHS Trust. "
        "Unison added that this was bad."
    )
    mentions, drafts = read_marked(names, marked)
    ((speaker, rule),) = offered(mentions, drafts, date(2010, 6, 1))[0]
    assert speaker is not None
    assert (speaker.name, rule) == ("Unison", "speech goes on")
