"""A page of questions is asked again block by block, and nothing else of it changes."""

from collections.abc import Sequence
from datetime import date

import pytest

from nhscuts_pipeline.warehouse.answers import AnswerError, renewed

ROWS: dict[str, tuple[list[str], list[Sequence[object]]]] = {
    "SELECT 1\n": (["n", "of"], [(1.0, None), (0.5, "a|b\nc")]),
    "SELECT 2\n": (["n"], []),
    "SELECT 3\n": (["day", "ids"], [(date(2006, 10, 19), ["a", "b"])]),
}
PAGE = """# Title

```sql
SELECT 1
```

```sql
SELECT 2
```

| n |
| --- |
| 9 |

Words | and words.

```sql
SELECT 3
```

No row.
"""
ASKED = """# Title

```sql
SELECT 1
```

| n | of |
| --- | --- |
| 1 |  |
| 0.5 | a&#124;b c |

```sql
SELECT 2
```

No row.

Words | and words.

```sql
SELECT 3
```

| day | ids |
| --- | --- |
| 2006-10-19 | a, b |
"""


def test_answers_are_written_under_their_questions_and_stay_when_asked_again() -> None:
    assert renewed(PAGE, ROWS.__getitem__) == ASKED
    assert renewed(ASKED, ROWS.__getitem__) == ASKED


def test_the_last_question_of_a_page_is_asked_too() -> None:
    assert renewed("```sql\nSELECT 2\n```\n", ROWS.__getitem__) == "```sql\nSELECT 2\n```\n\nNo row.\n"


def test_a_page_without_a_question_says_so() -> None:
    with pytest.raises(AnswerError, match="the page has no question"):
        renewed("# Title\n", ROWS.__getitem__)
