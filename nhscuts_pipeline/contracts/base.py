"""What a table contract is: a pandera model that also knows its name, key, foreign keys and rules.

Belongs here: the base class, the column types and how a contract is read. Does not belong here: any table
(`core`, `reference`, `quarantine`, `meta`, `staging`, `marts`), the rules (`rules`), the checking of a frame
(`checking`), the SQL (`ddl`).
"""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, ClassVar

import pandas as pd
import pandera.pandas as pa
import pyarrow  # type: ignore[import-untyped]  # it ships no stubs
from pandera.typing import Series

_TEXTS = pyarrow.list_(pyarrow.string())
_MOMENT = pyarrow.timestamp("us")

# How a column of a frame is annotated. Dates are Arrow dates, because pandas' own timestamps would carry a
# time of day into a DATE column, and pandera's coercion of them changes their resolution without a word.
Text = Series[str]
Number = Series[float]
Whole = Series[pd.Int64Dtype]
Flag = Series[pd.BooleanDtype]
Date = Series[Annotated[pd.ArrowDtype, pyarrow.date32()]]
Moment = Series[Annotated[pd.ArrowDtype, _MOMENT]]
Texts = Series[Annotated[pd.ArrowDtype, _TEXTS]]


@dataclass(frozen=True, slots=True)
class ColumnType:
    """One column type in each of the three places that hold it: DuckDB, Arrow and a pandas frame."""

    sql: str
    arrow: pyarrow.DataType
    pandas: Any


_TYPES: dict[str, ColumnType] = {
    "string[pyarrow]": ColumnType("VARCHAR", pyarrow.string(), pd.StringDtype(na_value=float("nan"))),
    "float64": ColumnType("DOUBLE", pyarrow.float64(), None),
    "Int64": ColumnType("BIGINT", pyarrow.int64(), pd.Int64Dtype()),
    "boolean": ColumnType("BOOLEAN", pyarrow.bool_(), pd.BooleanDtype()),
    **{
        str(pd.ArrowDtype(arrow)): ColumnType(sql, arrow, pd.ArrowDtype(arrow))
        for sql, arrow in (("DATE", pyarrow.date32()), ("TIMESTAMP", _MOMENT), ("VARCHAR[]", _TEXTS))
    },
}
_PANDAS = {kind.arrow: kind.pandas for kind in _TYPES.values() if kind.pandas is not None}


@dataclass(frozen=True, slots=True)
class Rule:
    """A statement about a whole row (or about all rows, where `sql` is None) that must hold.

    `holds` takes the frame and gives one bool a row; `sql` is the same statement for a CHECK constraint;
    `words` finishes the sentence "refused, because …".
    """

    name: str
    words: str
    holds: Callable[[pd.DataFrame], "pd.Series[bool]"]
    sql: str | None = None


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """Each value of `column` that is not null stands in column `to` of `table` (a qualified name)."""

    column: str
    table: str
    to: str


@dataclass(frozen=True, slots=True)
class About:
    """What a contract says about its table, beside the columns. `description` begins with the grain.

    `question` is what a mart answers, `beware` how not to misread it; other tables have neither.
    """

    schema: str
    name: str
    description: str
    key: tuple[str, ...] = ()
    foreign_keys: tuple[ForeignKey, ...] = ()
    rules: tuple[Rule, ...] = ()
    view: bool = False
    question: str = ""
    beware: str = ""

    @property
    def qualified_name(self) -> str:
        """`schema.name`, the way it is written in SQL."""
        return f"{self.schema}.{self.name}"

    @property
    def comment(self) -> str:
        """The description with the question and the warning, as the database shows it."""
        return "\n\n".join(filter(None, (self.description, self.question, self.beware)))


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a contract. `checks` are pandera's, which `ddl` and `checking` put into SQL and words."""

    name: str
    type: ColumnType
    nullable: bool
    description: str
    unit: str | None
    checks: tuple[pa.Check, ...]


class Table(pa.DataFrameModel):
    """Base of all contracts.

    A table is declared with class keywords, because pandera takes every plain class attribute for a column:
    `class Documents(Table, schema="core", name="documents", key=("document_id",))`.
    """

    _about: ClassVar[About]

    class Config:
        """A frame has exactly the columns of its contract, in order."""

        strict = True
        ordered = True

    def __init_subclass__(
        cls,
        *,
        schema: str,
        name: str,
        key: tuple[str, ...] = (),
        foreign_keys: tuple[ForeignKey, ...] = (),
        rules: tuple[Rule, ...] = (),
        view: bool = False,
        question: str = "",
        beware: str = "",
    ) -> None:
        super().__init_subclass__()  # type: ignore[no-untyped-call]  # pandera does not type it
        description = inspect.cleandoc(cls.__doc__ or "")
        cls._about = About(schema, name, description, key, foreign_keys, rules, view, question, beware)

    @classmethod
    def about(cls) -> About:
        """Name, grain, key, foreign keys and rules."""
        return cls._about

    @classmethod
    def qualified_name(cls) -> str:
        """`schema.name`, the way it is written in SQL."""
        return cls._about.qualified_name

    @classmethod
    def columns(cls) -> tuple[Column, ...]:
        """The columns in their order."""
        return _columns(cls)

    @classmethod
    def arrow_schema(cls) -> pyarrow.Schema:
        """The Arrow schema; frames go to DuckDB and come back through it, so that no type is ever guessed."""
        return pyarrow.schema([(column.name, column.type.arrow) for column in cls.columns()])

    @classmethod
    def to_arrow(cls, frame: pd.DataFrame) -> pyarrow.Table:
        """A valid frame as an Arrow table with this contract's types."""
        return pyarrow.Table.from_pandas(frame, schema=cls.arrow_schema(), preserve_index=False)


def to_pandas(table: pyarrow.Table) -> pd.DataFrame:
    """An Arrow table as a frame with the dtypes contracts use; other types as pandas has them."""
    frame: pd.DataFrame = table.to_pandas(types_mapper=_dtype)
    return frame


def _dtype(kind: pyarrow.DataType) -> Any:
    """The dtype of a column; None where pandas may choose.

    Lists are equal whatever DuckDB calls their items, but hash by that name: a look-up would miss them.
    """
    return next((dtype for arrow, dtype in _PANDAS.items() if arrow == kind), None)


@cache
def _columns(table: type[Table]) -> tuple[Column, ...]:
    return tuple(
        Column(
            name=name,
            type=_TYPES[str(column.dtype)],
            nullable=column.nullable,
            description=column.description or "",
            unit=(column.metadata or {}).get("unit"),
            checks=tuple(column.checks),
        )
        for name, column in table.to_schema().columns.items()
    )
