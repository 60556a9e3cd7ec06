"""Pages of questions: Markdown in which each SQL block is followed by its answer as a table.

Belongs here: asking the blocks again and writing what the warehouse answers. The questions are the page's.
"""

import re
from collections.abc import Callable, Sequence

Answer = tuple[Sequence[str], Sequence[Sequence[object]]]
NOTHING = "No row."
_BLOCK = re.compile(r"```sql\n(?P<sql>.*?)```\n\n?(?P<answer>(?:\|[^\n]*\n)+|No row\.\n|)", re.DOTALL)


class AnswerError(ValueError):
    """A page has no SQL block. The message says what one looks like."""


def renewed(page: str, ask: Callable[[str], Answer]) -> str:
    """The page with the answer of every SQL block as `ask` gives it: column names and rows."""
    if not _BLOCK.search(page):
        raise AnswerError(
            "the page has no question: a ```sql block, an empty line, then its answer as a table"
        )
    return _BLOCK.sub(lambda block: _answered(block, ask), page)


def _answered(block: re.Match[str], ask: Callable[[str], Answer]) -> str:
    # Before its first answer a block is followed by the next line of the page, or by none.
    end = "\n" if block["answer"] or block.end() == len(block.string) else "\n\n"
    return f"```sql\n{block['sql']}```\n\n{_table(*ask(block['sql']))}{end}"


def _table(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    if not rows:
        return NOTHING
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join(f"| {' | '.join(_cell(value) for value in line)} |" for line in lines)


def _cell(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, list):
        value = ", ".join(map(str, value))
    return "" if value is None else " ".join(str(value).split()).replace("|", "&#124;")
