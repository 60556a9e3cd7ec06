"""The dictionary says of every table and column what the contracts and the SQL say, and no less."""

from pathlib import Path

import pytest

from nhscuts_pipeline.contracts import registry
from nhscuts_pipeline.contracts.base import Table
from nhscuts_pipeline.contracts.bounds import QUALIFIER, TO
from nhscuts_pipeline.warehouse.dictionary import NAME, dictionary, write_dictionary
from nhscuts_pipeline.warehouse.lineage import column_lineage, in_words
from nhscuts_pipeline.warehouse.models import read_model, read_models

CHECKOUT = Path(__file__).parents[2]
MODELS = read_models(CHECKOUT / "dbt_like_sql")
MARTS = [table for table in registry.ALL if table.about().schema == "marts"]


@pytest.fixture(scope="module")
def page() -> str:
    return dictionary(MODELS)


def entry(page: str, table: type[Table]) -> str:
    return page.split(f"## {table.qualified_name()}\n")[1].split("\n## ")[0]


def test_the_committed_dictionary_is_up_to_date(page: str) -> None:
    committed = (CHECKOUT / NAME).read_text(encoding="utf-8")
    assert committed == page, f"{NAME} is stale: run `nhscuts dictionary` and commit what it writes"


@pytest.mark.parametrize("table", MARTS, ids=lambda table: table.about().name)
def test_a_mart_says_its_question_grain_key_and_how_not_to_misread_it(table: type[Table], page: str) -> None:
    about, text = table.about(), entry(page, table)
    assert about.question.endswith("?")
    assert f"**Answers:** {about.question}" in text
    assert f"**Grain:** {about.description}" in text
    assert f"**How not to misread it:** {about.beware}" in text
    assert len(about.beware) > 100
    assert "**Key:** `" in text


@pytest.mark.parametrize("table", registry.ALL, ids=lambda table: table.qualified_name())
def test_every_column_has_a_line_with_type_and_meaning(table: type[Table], page: str) -> None:
    lines = [line for line in entry(page, table).splitlines() if line.startswith("| `")]
    for line, column in zip(lines, table.columns(), strict=True):
        assert line.startswith(f"| `{column.name}` | {column.type.sql}")
        assert column.description.replace("|", "&#124;") in line
        assert (column.unit or "") in line


def test_a_column_says_in_words_what_it_is_made_of(page: str) -> None:
    sums = next(table for table in MARTS if table.about().name == "reconciliation")
    (line,) = [line for line in entry(page, sums).splitlines() if line.startswith("| `parts_sum` ")]
    assert line.endswith("| `lower` and `upper` of `staging.statements` |")
    (line,) = [line for line in entry(page, sums).splitlines() if line.startswith("| `parts` ")]
    assert line.endswith("| no column: a fixed word or a count of rows |")


@pytest.mark.parametrize("table", MARTS, ids=lambda table: table.about().name)
def test_a_number_with_an_upper_end_has_its_bound_beside_it(table: type[Table]) -> None:
    names = [column.name for column in table.columns()]
    for name in names:
        if name.endswith(TO) and name not in ("wave_to", "date_to", "covers_to", "said_to", "value_to"):
            number = name.removesuffix(TO)
            place = names.index(number)
            assert names[place : place + 3] == [number, number + TO, number + QUALIFIER]


def test_branches_of_a_union_are_followed_by_name_and_not_by_place(tmp_path: Path) -> None:
    (tmp_path / "marts").mkdir()
    path = tmp_path / "marts" / "timeline.sql"
    path.write_text(
        "-- Grain.\nWITH a AS (SELECT value AS number, unit AS what FROM core.claims),\n"
        "b AS (SELECT title AS what, path AS file, published_from AS day FROM core.documents),\n"
        "c AS (SELECT * FROM a UNION ALL BY NAME SELECT * FROM b UNION ALL BY NAME SELECT 1.0 AS number)\n"
        "SELECT c.what, c.number, c.day, c.* EXCLUDE (what, number, day) FROM c",
        encoding="utf-8",
    )
    assert column_lineage(read_model(path)) == {
        "what": ("core.claims.unit", "core.documents.title"),
        "number": ("core.claims.value",),
        "day": ("core.documents.published_from",),
        "file": ("core.documents.path",),
    }


def test_columns_in_words_stand_together_by_table() -> None:
    assert in_words(["a.b.z", "a.b.c", "a.b.d", "c.d.e"]) == "`c`, `d` and `z` of `a.b`; `e` of `c.d`"
    assert in_words([]) == ""


def test_it_is_written_whole(tmp_path: Path) -> None:
    path = write_dictionary(tmp_path, MODELS)
    assert path == tmp_path / NAME
    assert path.read_text(encoding="utf-8").startswith("# Dictionary\n")
    assert [each.name for each in tmp_path.iterdir()] == [NAME]
