"""Under generated rows pandas and DuckDB refuse the same, and text survives the way there and back."""

from typing import Any

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st
from rows import FIGURE

from nhscuts_pipeline.contracts import core, quarantine
from nhscuts_pipeline.contracts.base import to_pandas
from nhscuts_pipeline.contracts.checking import check
from nhscuts_pipeline.contracts.converting import checked, convert, rows_of
from nhscuts_pipeline.contracts.ddl import create_table

CHANGES: dict[str, st.SearchStrategy[Any]] = {
    "span_start": st.integers(-2, 6),
    "span_end": st.integers(0, 9),
    "span_text": st.sampled_from(["903", "90", "", "ü", "👍🏽x"]),
    "quote": st.sampled_from(["The 903 redundancies.", "", "90 👍🏽x ü"]),
    "value": st.floats(allow_nan=False) | st.none(),
    "value_to": st.floats(allow_nan=False) | st.none(),
    "qualifier": st.sampled_from(["exact", "range", "maybe"]),
    "unit": st.sampled_from(["people", "fte", "People", ""]),
    "measure": st.sampled_from(["redundancies", "savings", "cuts"]),
    "redundancy_kind": st.sampled_from(["both", "either"]) | st.none(),
    "modality": st.sampled_from(["actual", "disputed", "sure"]),
    "document_id": st.sampled_from(["paper", "Paper", "-", "a paper", "päper"]),
    "subject_id": st.sampled_from(["england", "England", "paper\n"]) | st.none(),
    "period_start": st.dates().map(str) | st.none(),
    "period_end": st.dates().map(str) | st.none(),
    "origin": st.sampled_from(["corrected", "guessed"]),
}


def accepted_by_duckdb(frame: pd.DataFrame) -> bool:
    # Imported here: hypothesis keeps its test modules alive to the end, and DuckDB then reports a leak.
    import duckdb

    with duckdb.connect() as connection:
        connection.execute("CREATE SCHEMA core")
        connection.execute(create_table(core.Figures))
        connection.register("incoming", core.Figures.to_arrow(frame))
        try:
            connection.execute("INSERT INTO core.figures BY NAME SELECT * FROM incoming")
        except duckdb.ConstraintException:
            return False
        return True


@given(change=st.fixed_dictionaries({}, optional=CHANGES))
@settings(max_examples=100, deadline=None)
def test_pandas_and_duckdb_refuse_the_same_rows(change: dict[str, Any]) -> None:
    frame, unreadable = convert(core.Figures, [{**FIGURE, **change}])
    assert not unreadable
    assert accepted_by_duckdb(frame) == (not check(core.Figures, frame)), check(core.Figures, frame)


TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1)


@given(
    rows=st.lists(
        st.fixed_dictionaries(
            {
                "path": TEXTS,
                "reason": TEXTS,
                "sha256": st.none() | TEXTS,
            }
        ),
        unique_by=lambda row: row["path"],
    )
)
@settings(deadline=None)
def test_text_comes_back_as_it_went_in(rows: list[dict[str, Any]]) -> None:
    frame = checked(quarantine.RefusedDocuments, rows)
    assert rows_of(frame) == rows
    assert rows_of(to_pandas(quarantine.RefusedDocuments.to_arrow(frame))) == rows
