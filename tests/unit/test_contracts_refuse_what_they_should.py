"""A contract says one thing in pandas and in DuckDB, and its refusals name the row and the rule."""

from collections.abc import Iterator
from typing import Any

import pytest
from rows import FIGURE

from nhscuts_pipeline.contracts import core, quarantine, registry
from nhscuts_pipeline.contracts.checking import ContractError, check, require
from nhscuts_pipeline.contracts.converting import checked, convert, rows_of
from nhscuts_pipeline.contracts.ddl import comments, create_table


@pytest.fixture(scope="module")
def database() -> Iterator[Any]:
    # Imported here: beside hypothesis, DuckDB reports a test module that names it as a leak at exit.
    import duckdb

    connection = duckdb.connect()
    for schema in registry.SCHEMAS:
        connection.execute(f"CREATE SCHEMA {schema}")
    for table in registry.ALL:
        connection.execute(create_table(table))
        if not table.about().view:
            for comment in comments(table):
                connection.execute(comment)
    yield connection
    connection.close()


def test_every_table_column_and_quantity_is_described() -> None:
    for table in registry.ALL:
        assert table.about().description.startswith("One row a"), table
        for column in table.columns():
            assert column.description, f"{table.qualified_name()}.{column.name}"
            if column.type.sql in {"DOUBLE", "BIGINT"}:
                named = column.name.startswith("value") or column.name.endswith(("_gbp", "_pct"))
                assert named or column.unit, f"{table.qualified_name()}.{column.name} has no unit"


def test_a_table_is_loaded_after_those_it_points_at() -> None:
    loaded: set[str] = set()
    for table in registry.ALL:
        loaded.add(table.qualified_name())
        for key in table.about().foreign_keys:
            assert key.table in loaded
            assert key.to in registry.contract(key.table).about().key


def test_descriptions_reach_the_database(database: Any) -> None:
    found = database.execute(
        "SELECT comment FROM duckdb_columns() WHERE schema_name = 'core' AND table_name = 'figures' "
        "AND column_name = 'quote'"
    ).fetchall()
    assert found == [("The sentence that holds the number, verbatim.",)]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"unit": "heads"}, "unit is 'heads', which is not one of 'posts', 'people'"),
        ({"measure": None}, "measure is empty"),
        ({"document_id": "The Paper"}, "document_id is 'The Paper', which is not of the form"),
        ({"period_start": "2006-10-01"}, "period_end is before period_start"),
        ({"qualifier": "range"}, "value_to must be filled where qualifier is range, and only there"),
        ({"value_to": 950.0}, "value_to must be filled where qualifier is range, and only there"),
        ({"value_to": 900.0, "qualifier": "range"}, "value_to is before value"),
        ({"measure": "savings"}, "redundancy_kind may be filled only where measure is one of"),
        ({"value": float("inf")}, "value is infinite"),
        ({"quote": "Another sentence."}, "span_text does not stand in quote"),
        ({"span_end": 8}, "span_text is not as long as the span"),
        ({"span_start": -1, "span_end": 2}, "span_start is -1"),
    ],
)
def test_a_broken_figure_is_refused_by_name(change: dict[str, Any], reason: str) -> None:
    frame, _ = convert(
        core.Figures, [FIGURE, {**FIGURE, "figure_id": "paper-ba9876543210", **change}], [12, 34]
    )
    failures = check(core.Figures, frame)
    assert {failure.row for failure in failures} == {34}
    assert any(reason in failure.reason for failure in failures), failures
    with pytest.raises(ContractError, match=r"core\.figures row 34") as error:
        require(core.Figures, frame)
    assert set(error.value.failures["row"]) == {34}


def test_every_reason_of_every_row_is_told_at_once() -> None:
    broken = {**FIGURE, "unit": "heads", "value": float("inf"), "period_start": "2007-01-01"}
    frame, _ = convert(core.Figures, [broken, broken])
    assert len(check(core.Figures, frame)) == 8  # unit, value, period and the key, in both rows


def test_a_frame_with_other_columns_is_refused() -> None:
    frame, _ = convert(core.Figures, [FIGURE])
    reasons = {f.reason for f in check(core.Figures, frame.drop(columns="value").assign(values=903.0))}
    assert reasons == {"value is missing", "values is not a column of this table"}
    swapped = frame[["document_id", "figure_id", *frame.columns[2:]]]
    assert check(core.Figures, swapped), "columns in another order must not pass"


@pytest.mark.parametrize(
    ("column", "raw"),
    [
        ("value", "1,000"),
        ("value", "12%"),
        ("value", "1e3"),
        ("value", "many"),
        ("span_start", "4.5"),
        ("period_start", "2006-02-30"),
        ("period_start", "2006-04"),
        ("period_start", "01/04/2006"),
        ("subject", 903),
    ],
)
def test_a_value_that_is_not_plainly_of_its_type_is_not_converted(column: str, raw: object) -> None:
    frame, failures = convert(core.Figures, [{**FIGURE, column: raw}], [7])
    assert [(failure.row, failure.column) for failure in failures] == [(7, column)]
    assert repr(raw) in failures[0].reason
    assert frame[column].isna().all()


def test_codes_with_leading_zeros_and_words_for_missing_stay_text() -> None:
    frame = checked(quarantine.RefusedDocuments, [{"path": "0001", "reason": "NA", "sha256": ""}])
    assert rows_of(frame) == [{"path": "0001", "reason": "NA", "sha256": None}]


def test_a_misspelt_column_is_an_error_and_no_null() -> None:
    with pytest.raises(KeyError, match=r"core\.figures has no column staf_group"):
        convert(core.Figures, [{**FIGURE, "staf_group": "clinical"}])


def test_a_table_without_contract_is_named() -> None:
    with pytest.raises(KeyError, match=r"core\.figure has no contract"):
        registry.contract("core.figure")


def test_columns_types_and_nulls_reach_the_database(database: Any) -> None:
    declared = {table.qualified_name(): table for table in registry.ALL}
    made = database.execute(
        "SELECT schema_name || '.' || table_name, column_name, data_type, is_nullable FROM duckdb_columns() "
        "WHERE NOT internal ORDER BY table_oid, column_index"
    ).fetchall()
    found: dict[str, list[tuple[str, str, bool]]] = {}
    for name, column, kind, nullable in made:
        found.setdefault(name, []).append((column, kind, nullable))
    for name, table in declared.items():
        key = table.about().key
        wanted = [(c.name, c.type.sql, c.nullable and c.name not in key) for c in table.columns()]
        assert found[name] == wanted
