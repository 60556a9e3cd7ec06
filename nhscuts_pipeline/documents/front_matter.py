"""Front matter: the YAML between two `---` lines at the top of a file.

Belongs here: telling it from the text, and what its fields may hold. Does not belong here: files and bytes
(`reading`).
"""

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import yaml

from nhscuts_pipeline.documents.document import DocumentError

FIELDS = frozenset({"title", "publisher", "published", "url", "kind", "supersedes", "document_id"})
"""The fields we read. Others may stand beside them, for people."""

# As tests/gold/score.py cuts it, but for blanks after the dashes, which nobody sees in an editor.
_FENCE = re.compile(r"^---[ \t]*(?:\n|\Z)", re.MULTILINE)
_PUBLISHED = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_FIRST_LINE = 2  # the line under the opening dashes
_PLAIN_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(frozen=True, slots=True)
class Field:
    """A field as its author wrote it: "2025-05" stays text. `line` counts from 1 in the file."""

    value: str
    line: int


def split(content: str) -> tuple[dict[str, Field] | None, str]:
    """Cut a file's content (LF line ends) into front matter and text.

    Returns:
        Those of `FIELDS` that hold something, by name, or None where there is no front matter; and the text,
        which is all that follows the closing line, unchanged.

    Raises:
        DocumentError: the front matter is not closed, is not YAML, or is not a list of `name: value`.
    """
    opening = _FENCE.match(content)
    if opening is None:
        return None, content
    closing = _FENCE.search(content, opening.end())
    if closing is None:
        raise DocumentError(
            "the front matter that line 1 opens is never closed: end it with a line of three dashes, '---'"
        )
    return _fields(content[opening.end() : closing.start()]), content[closing.end() :]


def _nodes(source: str) -> list[tuple[yaml.Node, yaml.Node]]:
    """Names and values as YAML nodes: they know their line, and an impossible date is no error of YAML's."""
    try:
        node = yaml.compose(source, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        said = [
            f"{what} in line {mark.line + _FIRST_LINE}"
            for what, mark in ((error.context, error.context_mark), (error.problem, error.problem_mark))
            if what and mark
        ]
        raise DocumentError(
            f"broken front matter: {', '.join(said)}; write 'name: value', and put quotes round a value that "
            "holds a colon or begins with a sign"
        ) from error
    except (yaml.YAMLError, RecursionError) as error:
        detail = "nested too deeply" if isinstance(error, RecursionError) else str(error).splitlines()[0]
        raise DocumentError(f"broken front matter: {detail}; write one 'name: value' a line") from error
    if node is None:
        return []
    if not isinstance(node, yaml.MappingNode):
        raise DocumentError(f"broken front matter in line {_FIRST_LINE}: write one 'name: value' a line")
    pairs: list[tuple[yaml.Node, yaml.Node]] = node.value
    return pairs


def _fields(source: str) -> dict[str, Field]:
    fields: dict[str, Field] = {}
    seen: dict[str, int] = {}
    for key, value in _nodes(source):
        line = key.start_mark.line + _FIRST_LINE
        if not isinstance(key, yaml.ScalarNode):
            raise DocumentError(f"broken front matter in line {line}: a field's name is one word")
        if key.value in seen:
            raise DocumentError(
                f"broken front matter in line {line}: '{key.value}' already stands in line "
                f"{seen[key.value]}; "
                "keep one of the two"
            )
        seen[key.value] = line
        if key.value not in FIELDS:
            continue
        if not isinstance(value, yaml.ScalarNode):
            raise DocumentError(
                f"broken front matter in line {line}: '{key.value}' is one value, not several"
            )
        is_null = value.style is None and value.value in _PLAIN_NULLS
        if not is_null and value.value.strip():
            fields[key.value] = Field(value.value.strip(), line)
    return fields


def published(fields: Mapping[str, Field]) -> tuple[date, date] | tuple[None, None]:
    """First and last day on which the document may have been published; (None, None) where it does not say.

    Raises:
        DocumentError: `published` is not a day, a month or a year that exists.
    """
    field = fields.get("published")
    if field is None:
        return None, None
    match = _PUBLISHED.fullmatch(field.value)
    try:
        if match is None:
            raise ValueError("not a date")
        year = int(match[1])
        first_month, last_month = (int(match[2]),) * 2 if match[2] else (1, 12)
        if match[3]:
            day = date(year, first_month, int(match[3]))
            return day, day
        first = date(year, first_month, 1)
        return first, date(year, last_month, calendar.monthrange(year, last_month)[1])
    except ValueError as error:
        raise DocumentError(
            f"wrong date in line {field.line}: 'published: {field.value}'; write the day as 2006-10-19, "
            "or only "
            "the month as 2006-10, or only the year as 2006"
        ) from error
