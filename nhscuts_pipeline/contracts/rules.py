"""Rules about a whole row that contracts share, each said once for pandas and for SQL.

Belongs here: rules that mean the same in any table. A null breaks no rule, unless the rule is about nulls.
"""

from collections.abc import Mapping, Sequence

import pandas as pd

from nhscuts_pipeline.contracts.base import Rule


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names)


def unique(*columns: str) -> Rule:
    """No two rows have the same values in `columns`, and two nulls are the same value.

    There is no SQL for it: DuckDB's UNIQUE takes two nulls for different, and a key is another constraint.
    """
    return Rule(
        name=f"unique({_listed(columns)})",
        words=f"another row has the same {_listed(columns)}",
        holds=lambda frame: ~frame.duplicated(list(columns), keep=False),
    )


def unique_where_filled(column: str) -> Rule:
    """No two rows have the same value in `column`; nulls may repeat."""
    return Rule(
        name=f"unique_where_filled({column})",
        words=f"another row has the same {column}",
        holds=lambda frame: frame[column].isna() | ~frame.duplicated(column, keep=False),
    )


def ordered(start: str, end: str) -> Rule:
    """`start` is not after `end`, where both are known."""
    return Rule(
        name=f"ordered({start}, {end})",
        words=f"{end} is before {start}",
        holds=lambda frame: ~(frame[start] > frame[end]).fillna(False).astype(bool),
        sql=f"{start} <= {end}",
    )


def exactly_one(first: str, second: str) -> Rule:
    """One of the two is filled, and only one."""
    return Rule(
        name=f"exactly_one({first}, {second})",
        words=f"exactly one of {first} and {second} must be filled",
        holds=lambda frame: frame[first].isna() != frame[second].isna(),
        sql=f"({first} IS NULL) <> ({second} IS NULL)",
    )


def any_of(*columns: str) -> Rule:
    """At least one of the columns is filled."""
    return Rule(
        name=f"any_of({_listed(columns)})",
        words=f"one of {_listed(columns)} must be filled",
        holds=lambda frame: frame[list(columns)].notna().any(axis=1),
        sql=f"coalesce({_listed(columns)}) IS NOT NULL",
    )


def filled_only_when(column: str, other: str, values: Sequence[str]) -> Rule:
    """`column` is filled only in rows whose `other` is one of `values`."""
    allowed = ", ".join(f"'{value}'" for value in values)
    return Rule(
        name=f"filled_only_when({column}, {other})",
        words=f"{column} may be filled only where {other} is one of {_listed(values)}",
        holds=lambda frame: frame[column].isna() | frame[other].isin(list(values)),
        sql=f"{column} IS NULL OR {other} IN ({allowed})",
    )


def filled_exactly_when(column: str, other: str, value: str) -> Rule:
    """`column` is filled in the rows whose `other` is `value`, and in no other."""
    return Rule(
        name=f"filled_exactly_when({column}, {other}={value})",
        words=f"{column} must be filled where {other} is {value}, and only there",
        holds=lambda frame: frame[column].notna() == frame[other].eq(value),
        sql=f"({column} IS NOT NULL) = ({other} = '{value}')",
    )


def empty_exactly_when(column: str, other: str, value: str) -> Rule:
    """`column` is null in the rows whose `other` is `value`, and in no other."""
    return Rule(
        name=f"empty_exactly_when({column}, {other}={value})",
        words=f"{column} must be empty where {other} is {value}, and only there",
        holds=lambda frame: frame[column].isna() == frame[other].eq(value),
        sql=f"({column} IS NULL) = ({other} = '{value}')",
    )


def same_filled(first: str, second: str) -> Rule:
    """Both are filled or neither is."""
    return Rule(
        name=f"same_filled({first}, {second})",
        words=f"{first} and {second} must be filled together",
        holds=lambda frame: frame[first].isna() == frame[second].isna(),
        sql=f"({first} IS NULL) = ({second} IS NULL)",
    )


def finite(column: str) -> Rule:
    """Neither infinite nor not-a-number: a division by nothing must not pass for a figure."""
    infinite = [float("inf"), float("-inf")]
    return Rule(
        name=f"finite({column})",
        words=f"{column} is infinite",
        holds=lambda frame: ~frame[column].isin(infinite),
        sql=f"isfinite({column})",
    )


def contains(outer: str, inner: str) -> Rule:
    """The text of `inner` stands in the text of `outer`."""

    def holds(frame: pd.DataFrame) -> "pd.Series[bool]":
        pairs = zip(frame[outer].fillna(""), frame[inner].fillna(""), strict=True)
        return pd.Series([small in big for big, small in pairs], index=frame.index, dtype=bool)

    return Rule(
        name=f"contains({outer}, {inner})",
        words=f"{inner} does not stand in {outer}",
        holds=holds,
        sql=f"contains({outer}, {inner})",
    )


def spans(start: str, end: str, text: str) -> Rule:
    """`text` is as long as the span from `start` to `end`, counted in Unicode code points."""

    def holds(frame: pd.DataFrame) -> "pd.Series[bool]":
        rows = zip(frame[start], frame[end], frame[text], strict=True)
        checked = [pd.isna(t) or pd.isna(a) or pd.isna(b) or b - a == len(t) for a, b, t in rows]
        return pd.Series(checked, index=frame.index, dtype=bool)

    return Rule(
        name=f"spans({start}, {end}, {text})",
        words=f"{text} is not as long as the span from {start} to {end}",
        holds=holds,
        sql=f"{end} - {start} = length({text})",
    )


def pairs(first: str, second: str, allowed: Mapping[str, Sequence[str]]) -> Rule:
    """`second` is one of the values that `allowed` has for `first`."""
    spelt = [f"{key} {value}" for key, values in allowed.items() for value in values]
    quoted = ", ".join(f"'{pair}'" for pair in spelt)
    return Rule(
        name=f"pairs({first}, {second})",
        words=f"this {first} is never in this {second}",
        holds=lambda frame: (frame[first] + " " + frame[second]).isin(spelt),
        sql=f"{first} || ' ' || {second} IN ({quoted})",
    )


def sole(single: str, several: str) -> Rule:
    """`single`, where filled, is the only value in the list `several`."""

    def holds(frame: pd.DataFrame) -> "pd.Series[bool]":
        rows = zip(frame[single], frame[several], strict=True)
        checked = [pd.isna(one) or list(values) == [one] for one, values in rows]
        return pd.Series(checked, index=frame.index, dtype=bool)

    return Rule(
        name=f"sole({single}, {several})",
        words=f"{single} is filled and not the only one of {several}",
        holds=holds,
        sql=f"{single} IS NULL OR {several} = [{single}]",
    )
