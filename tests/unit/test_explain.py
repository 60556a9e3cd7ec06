"""A document is shown whole, every figure marked where it stands, with the reason for each of its fields."""

import json
import re
from pathlib import Path

import pytest
from rich.console import Console

from nhscuts_pipeline.cli import explain
from nhscuts_pipeline.cli.extract import read_figures
from nhscuts_pipeline.cli.main import run_command
from nhscuts_pipeline.contracts.vocabulary import Measure, Modality, Qualifier, Unit
from nhscuts_pipeline.extraction.figure import Figure
from nhscuts_pipeline.extraction.rule_words import in_words
from nhscuts_pipeline.report import figure_words
from nhscuts_pipeline.settings import Settings

DOCUMENT = """---
title: Trust to shed posts
publisher: Example Courier
published: 2006-10-19
---
## Cuts ahead

Wold Hospitals NHS Trust will cut about 200 posts by March 2007, and its
deficit is £1.5m, **Unison** said.

Posts by site:

| Site | Posts lost |
| --- | --- |
| North | 1,140 |
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.md"
    path.write_text(DOCUMENT, encoding="utf-8")
    return path


def picture(path: Path, width: int) -> str:
    console = Console(width=width, force_terminal=True, color_system="truecolor", highlight=False)
    with console.capture() as shown:
        for source, figures in read_figures([path], Settings.read(), []):
            explain.show(console, source, figures)
    return shown.get()


def test_in_a_pipe_figures_stand_in_brackets_and_nothing_else_is_added(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_command(["extract", "--explain", str(path), str(path)]) == 0
    shown = capsys.readouterr().out
    assert "\x1b" not in shown
    assert all(line == line.rstrip() and len(line) <= 80 for line in shown.splitlines())
    assert shown.count("Trust to shed posts") == 2
    said = " ".join(re.sub(r"[⁰¹²³⁴⁵⁶⁷⁸⁹⚑]", "", shown).split())
    assert "Wold Hospitals NHS Trust will cut about [200] posts by March 2007" in said
    assert "deficit is [£1.5m], Unison said." in said
    assert re.search(r"North\s+\[1,140\]", said)
    assert re.search(
        r"about 200 posts .*measure posts cut “cut”.*period by 31 March 2007 “by march 2007”", said
    )


@pytest.mark.parametrize(("width", "beside"), [(80, False), (140, True)])
def test_cards_stand_beneath_a_paragraph_or_beside_it(path: Path, width: int, beside: bool) -> None:
    lines = re.sub(r"\x1b\[[\d;]*m", "", picture(path, width)).splitlines()
    assert max(map(len, lines)) <= width
    first = next(line for line in lines if "Wold Hospitals NHS Trust will" in line)
    assert ("╭─" in first) is beside


def test_an_id_is_never_cut_off(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    known = "Norfolk and Norwich University Hospital NHS Trust"
    path.write_text(f"{known} will cut 200 posts.\n", encoding="utf-8")
    assert run_command(["extract", "--format", "jsonl", str(path)]) == 0
    known_as = json.loads(capsys.readouterr().out)["subject_id"]
    assert len(known_as) > 30
    assert run_command(["extract", "--explain", str(path)]) == 0
    assert known_as in re.sub(r"\s+│ +|\s+$", "", capsys.readouterr().out, flags=re.MULTILINE)


def test_a_figure_has_the_colour_of_its_measure_in_the_text_and_on_its_card(path: Path) -> None:
    red = picture(path, 80)
    assert re.search(r"\x1b\[1;7;31m200\x1b\[0m\x1b\[1;31m¹", red)
    assert re.search(r"\x1b\[31m╭─\x1b\[0m\x1b\[1;31m ¹", red)


def test_without_colour_a_terminal_still_shows_where_figures_are(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[1;7m200\x1b[0m" in picture(path, 80)


def test_what_cannot_be_read_is_told_and_stops_no_other(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_command(["extract", "--explain", str(tmp_path / "none.md"), str(path)]) == 1
    printed = capsys.readouterr()
    assert "none.md" in printed.err
    assert "[200]" in printed.out


def test_there_is_one_form_for_people(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["extract", "--explain", "--format", "csv", str(path)]) == 2
    assert "leave one of the two out" in capsys.readouterr().err


def figure(
    value: float, unit: Unit, qualifier: Qualifier = Qualifier.EXACT, to: float | None = None
) -> Figure:
    return Figure(
        span_start=0, span_end=1, quote="", value=value, value_to=to, qualifier=qualifier, unit=unit,
        measure=Measure.POSTS_CUT, redundancy_kind=None, staff_group=None, subject=None, subject_id=None,
        claimant=None, claimant_id=None, modality=Modality.ACTUAL, period_start=None, period_end=None,
        needs_review=None, rules={},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        (figure(550, Unit.PEOPLE, Qualifier.ABOUT), "about 550 people"),
        (figure(1, Unit.POSTS), "1 post"),
        (figure(9000, Unit.POSTS, Qualifier.UNDER), "up to 9,000 posts"),
        (figure(10_000, Unit.POSTS, Qualifier.RANGE, 30_000), "10,000 to 30,000 posts"),
        (figure(1e9, Unit.GBP, Qualifier.RANGE, 1.3e9), "£1 billion to £1.3 billion"),
        (figure(38.5e6, Unit.GBP, Qualifier.OVER), "over £38.5 million"),
        (figure(48_310, Unit.GBP), "£48,310"),
        (figure(19.5, Unit.GBP_PER_HEAD), "£19.50 a head"),
        (figure(33.333, Unit.PERCENT), "33.333%"),
        (figure(489.6, Unit.FTE), "489.6 full-time equivalents"),
        (figure(42, Unit.ORGANISATIONS), "42 bodies"),
    ],
)
def test_amounts_are_said_as_people_say_them(shown: Figure, said: str) -> None:
    assert figure_words.amount(shown) == said


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (None, None, None),
        ("2006-10-19", "2006-10-19", "19 October 2006"),
        ("2009-01-01", "2009-12-31", "2009"),
        ("2009-04-01", "2010-03-31", "2009/10 (April to March)"),
        ("1999-04-01", "2000-03-31", "1999/00 (April to March)"),
        ("2008-02-01", "2008-02-29", "February 2008"),
        ("2009-04-01", "2009-09-30", "1 April 2009 to 30 September 2009"),
        ("2009-04-01", None, "since 1 April 2009"),
        (None, "2025-03-31", "by 31 March 2025"),
    ],
)
def test_times_are_said_as_people_say_them(start: str | None, end: str | None, said: str | None) -> None:
    assert figure_words.period(start, end) == said


def test_every_measure_has_a_colour() -> None:
    measures = [measure for _, _, family in explain._FAMILIES for measure in family]
    assert sorted(measures) == sorted(Measure)


@pytest.mark.parametrize(
    ("field", "rule", "words"),
    [
        ("subject", "focus", "the body last named, further up"),
        ("measure", "were axed", "“were axed”"),
        ("measure", "goes + potential", "“goes”, and it may happen"),
        ("measure", "table: in post", "the table: “in post”"),
        ("measure", "table: ", "the table"),
        ("period", "heading: in 2011-12", "the heading above: “in 2011-12”"),
    ],
)
def test_rules_are_put_in_words(field: str, rule: str, words: str) -> None:
    assert in_words(field, rule) == words
