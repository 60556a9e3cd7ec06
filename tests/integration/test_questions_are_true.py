"""The answers on the page of questions are what the committed sources give."""

import re
from pathlib import Path

from nhscuts_pipeline.warehouse.answers import renewed
from nhscuts_pipeline.warehouse.query import query

PAGE = Path(__file__).parents[2] / "docs" / "questions.md"


def test_the_page_has_twenty_questions_each_with_one_query_and_an_answer() -> None:
    text = PAGE.read_text(encoding="utf-8")
    questions = re.split(r"^### (\d+)\. .+\?\n", text, flags=re.MULTILINE)[1:]
    assert questions[::2] == [str(number) for number in range(1, 21)]
    for number, body in zip(questions[::2], questions[1::2], strict=True):
        assert body.count("```sql\n") == 1, number
        assert "\n| --- |" in body, number
        assert len(body.split("```sql")[0].strip()) > 60, f"question {number} has no answer in words"


def test_every_answer_is_what_a_run_builds(published: Path) -> None:
    text = PAGE.read_text(encoding="utf-8")
    asked = renewed(text, lambda sql: query(published, sql))
    assert text == asked, "docs/questions.md is stale: run `nhscuts run && nhscuts answers docs/questions.md`"
