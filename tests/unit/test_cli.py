"""Exit codes are 0, 1 or 2; an error is one line that says what to do; programs get every field."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from nhscuts_pipeline.cli.app import app
from nhscuts_pipeline.cli.main import plain_extract, run_command
from nhscuts_pipeline.cli.output import Format, write_rows

DOCUMENT = "---\ntitle: T\npublisher: P\npublished: 2006-10-19\n---\nThe trust will cut 200 posts.\n"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--version"], 0, ""),
        ([], 2, ""),
        (["extract"], 2, "Missing argument"),
        (["extrakt", "a.md"], 2, "Did you mean 'extract'"),
        (["extract", "a.md", "--format", "xml"], 2, "'table', 'csv', 'jsonl'"),
        (["run", "--sources", "/nowhere"], 2, "/nowhere"),
        (["sql", "select 1", "--warehouse", "/nowhere"], 1, "build it with `nhscuts run`"),
        (["tables", "--warehouse", "/nowhere"], 1, "/nowhere/nhscuts.duckdb"),
    ],
)
def test_wrong_use_is_told_in_one_line(
    capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, said: str
) -> None:
    assert run_command(arguments) == code
    errors = capsys.readouterr().err
    assert said in errors
    assert errors.count("\n") == (1 if said else 0)
    assert not said or errors.startswith("nhscuts: ")


def test_a_fault_of_ours_is_one_line_and_debug_shows_where(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("NHSCUTS_ROOT", str(tmp_path))
    assert run_command(["tables"]) == 1
    assert capsys.readouterr().err.startswith(f"nhscuts: NHSCUTS_ROOT is {tmp_path}, which does not hold")
    with pytest.raises(Exception, match="NHSCUTS_ROOT"):
        run_command(["tables", "--debug"])


def test_a_page_that_cannot_be_answered_stays_as_it_was(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    page = tmp_path / "questions.md"
    for text, said in (("No question.\n", "has no question"), ("```sql\nSELECT 1\n```\n", "nhscuts run")):
        page.write_text(text, encoding="utf-8")
        assert run_command(["answers", str(page), "--warehouse", str(tmp_path)]) == 1
        assert said in capsys.readouterr().err
        assert page.read_text(encoding="utf-8") == text


def test_every_command_has_a_help_line(capsys: pytest.CaptureFixture[str]) -> None:
    for command in app.registered_commands:
        assert command.callback is not None
        assert run_command([command.callback.__name__, "--help"]) == 0
        assert (command.callback.__doc__ or "nothing").splitlines()[0] in capsys.readouterr().out


def test_rows_for_programs_are_complete_and_rows_for_people_are_short(
    capsys: pytest.CaptureFixture[str],
) -> None:
    rows = [(1, '£1m — a, "b"\nc', None, ["x"]), (20_000, "y" * 200, 0.5, [])]
    write_rows(("n", "text", "rate", "ids"), rows, Format.JSONL)
    assert [tuple(json.loads(line).values()) for line in capsys.readouterr().out.splitlines()] == rows
    write_rows(("n", "text", "rate", "ids"), rows, Format.CSV)
    assert capsys.readouterr().out == (
        'n,text,rate,ids\n1,"£1m — a, ""b""\nc",,"[""x""]"\n20000,' + "y" * 200 + ",0.5,[]\n"
    )
    write_rows(("n", "text", "rate", "ids"), rows, Format.TABLE)
    table = capsys.readouterr().out
    assert "20,000" in table
    assert "y" * 59 + "…" in table
    assert table.rstrip().endswith("2 rows")


def test_extract_does_what_it_can_and_names_what_it_cannot(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    good, bad = tmp_path / "good one.md", tmp_path / "bad.md"
    good.write_text(DOCUMENT, encoding="utf-8")
    bad.write_bytes(b"caf\xe9")
    assert run_command(["extract", str(bad), str(good), str(tmp_path), "--format", "jsonl"]) == 1
    printed = capsys.readouterr()
    (figure,) = (json.loads(line) for line in printed.out.splitlines())
    assert (figure["document"], figure["document_id"]) == ("good one.md", "good-one")
    assert (figure["value"], figure["unit"], figure["measure"]) == (200, "posts", "posts_cut")
    text = DOCUMENT.split("---\n")[2]
    assert text[figure["span_start"] : figure["span_end"]] == "200"
    errors = printed.err.splitlines()
    assert [str(bad) in errors[0], str(tmp_path) in errors[1], len(errors)] == [True, True, 2]


def test_extract_takes_documents_of_kinds_that_are_not_ours(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "a.md"
    path.write_text(DOCUMENT.replace("title: T", "title: T\nkind: test fixture"), encoding="utf-8")
    assert run_command(["extract", str(path), "--format", "csv"]) == 0
    header, row = capsys.readouterr().out.splitlines()
    assert header.startswith(
        "document,document_id,span_start,span_end,quote,value,value_to,qualifier,unit,measure"
    )
    assert row.startswith("a.md,a,")


def test_extract_imports_nothing_heavy() -> None:
    probe = (
        "import sys; from nhscuts_pipeline.cli import main, extract; main.plain_extract(['extract', 'a']); "
        "heavy = "
        "{'pandas', 'dagster', 'duckdb', 'pandera', 'rich', 'pyarrow', 'sqlglot', 'typer', 'pydantic'}; "
        "print(*heavy & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


@pytest.mark.parametrize(
    ("arguments", "plain"),
    [
        (["extract", "a.md", "--format", "csv", "b.md"], ([Path("a.md"), Path("b.md")], Format.CSV)),
        (["extract", "a.md"], ([Path("a.md")], Format.TABLE)),
        (["extract"], None),
        (["extract", "a.md", "--format", "xml"], None),
        (["extract", "a.md", "--format"], None),
        (["extract", "a.md", "--format=csv"], None),
        (["extract", "--debug", "a.md"], None),
        (["extract", "--help"], None),
        (["tables", "a.md"], None),
    ],
)
def test_the_short_cut_takes_only_what_it_understands(
    arguments: list[str], plain: tuple[list[Path], Format] | None
) -> None:
    assert plain_extract(arguments) == plain


def test_both_ways_to_extract_print_the_same(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(DOCUMENT, encoding="utf-8")
    assert run_command(["extract", str(path), "--format", "csv"]) == 0
    plain = capsys.readouterr().out
    assert run_command(["extract", "--format=csv", str(path)]) == 0
    assert capsys.readouterr().out == plain
