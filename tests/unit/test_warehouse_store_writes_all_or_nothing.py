"""The build file: contracts are kept, failures write nothing, models must be as their contracts say."""

from pathlib import Path
from typing import Any

import duckdb
import pytest

from nhscuts_pipeline.contracts import core, quarantine, registry, staging_boards
from nhscuts_pipeline.contracts.bounds import QUALIFIER, TO
from nhscuts_pipeline.contracts.checking import ContractError
from nhscuts_pipeline.contracts.converting import checked, convert, rows_of
from nhscuts_pipeline.warehouse.audits import read_audits, run_audit
from nhscuts_pipeline.warehouse.lineage import column_lineage
from nhscuts_pipeline.warehouse.models import ModelError, SqlModel, read_model, read_models
from nhscuts_pipeline.warehouse.query import QueryError, query
from nhscuts_pipeline.warehouse.store import Store, StoreError

SQL = Path(__file__).parents[2] / "dbt_like_sql"
REFUSED = quarantine.RefusedDocuments


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / ".build" / "nhscuts.duckdb")


def refused(*paths: str) -> Any:
    return checked(REFUSED, [{"path": path, "reason": "no text"} for path in paths])


def write_model(folder: Path, name: str, sql: str) -> SqlModel:
    path = folder / "staging" / f"{name}.sql"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(sql, encoding="utf-8")
    return read_model(path)


def test_a_table_reads_back_as_it_was_written_ordered_by_key(store: Store) -> None:
    assert store.replace(REFUSED, refused("b.md", "a.md")) == 2
    assert rows_of(store.read(REFUSED)) == [
        {"path": "a.md", "reason": "no text", "sha256": None},
        {"path": "b.md", "reason": "no text", "sha256": None},
    ]
    assert store.count("quarantine.documents") == 2
    assert len(store.look("quarantine.documents").preview) == 2
    assert store.replace(REFUSED, refused("c.md")) == 1
    assert store.read(REFUSED)["path"].tolist() == ["c.md"], "replaced, not added to"


def test_a_frame_that_breaks_its_contract_leaves_the_table_as_it_was(store: Store) -> None:
    store.replace(REFUSED, refused("a.md"))
    broken, _ = convert(REFUSED, [{"path": "b.md", "reason": None}, {"path": "b.md", "reason": "x"}])
    with pytest.raises(ContractError, match="reason is empty") as error:
        store.replace(REFUSED, broken)
    assert len(error.value.failures) == 3
    assert store.read(REFUSED)["path"].tolist() == ["a.md"]


def test_columns_in_another_order_are_refused_and_never_swapped(store: Store) -> None:
    with pytest.raises(ContractError, match="is not in its place"):
        store.replace(REFUSED, refused("a.md")[["reason", "path", "sha256"]])


def test_a_failure_while_writing_rolls_back(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.replace(REFUSED, refused("a.md"))
    monkeypatch.setattr("nhscuts_pipeline.warehouse.store.comments", lambda _: ["COMMENT ON NOTHING"])
    with pytest.raises(duckdb.Error):
        store.replace(REFUSED, refused("b.md"))
    assert store.read(REFUSED)["path"].tolist() == ["a.md"]


def test_the_connection_is_closed_whatever_happens(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.connect() as connection:
        1 / 0  # noqa: B018
    with pytest.raises(duckdb.ConnectionException):
        connection.execute("SELECT 1")


def test_the_build_file_never_asks_the_network_for_an_extension(store: Store) -> None:
    with store.connect() as connection:
        settings = connection.execute(
            "SELECT value FROM duckdb_settings() WHERE name LIKE 'auto%_known_extensions' ORDER BY name"
        ).fetchall()
    assert settings == [("false",), ("false",)]


def test_a_file_that_is_no_database_says_what_to_do(store: Store) -> None:
    store.path.parent.mkdir()
    store.path.write_text("not a database" * 1000, encoding="utf-8")
    with pytest.raises(StoreError, match="delete the file: a run builds it again"):
        store.count("core.documents")


def test_a_table_of_another_version_is_not_taken_for_ours(store: Store) -> None:
    store.replace(REFUSED, refused("a.md"))
    with store.connect() as connection:
        connection.execute("ALTER TABLE quarantine.documents RENAME COLUMN reason TO why")
    with pytest.raises(StoreError, match="another version of this software: delete the file"):
        store.read(REFUSED)


def test_orphans_are_named(store: Store) -> None:
    document = {
        "document_id": "paper",
        "title": "T",
        "publisher": "P",
        "kind": "paper",
        "path": "p.md",
        "sha256": "0" * 64,
        "text": "10 posts",
    }
    claim = {
        "mentions": 1,
        "quote": "10 posts",
        "value": 10.0,
        "qualifier": "exact",
        "unit": "posts",
        "measure": "posts_cut",
        "modality": "planned",
    }
    store.replace(core.Documents, checked(core.Documents, [document]))
    rows = [{**claim, "claim_id": name, "document_id": name} for name in ("paper", "lost", "gone")]
    store.replace(core.Claims, checked(core.Claims, rows))
    assert rows_of(store.orphans(core.Claims)) == [
        {"key": "core.claims.document_id -> core.documents.document_id", "value": value, "rows": 1}
        for value in ("gone", "lost")
    ]


def test_every_model_gives_the_columns_of_its_contract_and_is_described(store: Store) -> None:
    for table in registry.ALL:
        if table.about().schema not in {"staging", "marts"}:
            store.replace(table, checked(table, []))
    models = read_models(SQL)
    modelled = {
        table.qualified_name() for table in registry.ALL if table.about().schema in {"staging", "marts"}
    }
    assert {model.qualified_name for model in models} == modelled
    for model in models:
        store.build(model)  # raises where SQL and contract differ
        assert model.description.startswith("Grain: one row a")


def test_the_published_columns_of_the_marts_are_the_promised_ones() -> None:
    def columns(name: str) -> str:
        names = [column.name for column in registry.contract(name).columns()]
        # Each number has its upper end and its bound beside it.
        return ", ".join(name for name in names if not name.endswith((TO, QUALIFIER)))

    assert columns("marts.redundancy_rate") == (
        "observation_id, origin, subject, redundancy_kind, staff_group, period_start, period_end, months, "
        "redundancies, unit, annual_turnover, turnover_in_period, rate_of_annual_turnover_pct, "
        "rate_of_period_turnover_pct, annualised, turnover_days, note, source"
    )
    assert columns("marts.icb_running_cost_reductions") == (
        "ods_code, icb, region, basis, baseline_kind, baseline_precision, baseline_gbp, reduction_pct, "
        "reduction_gbp, target_gbp, population, baseline_per_head_gbp, target_per_head_gbp, staff, "
        "staff_unit, baseline_source, reduction_source, note"
    )


def test_a_model_that_differs_from_its_contract_is_refused(store: Store, tmp_path: Path) -> None:
    wrong = "-- Grain: none.\nSELECT 'x' AS icb, 1 AS region"
    with pytest.raises(ModelError, match="column 2 is region INTEGER, the contract has region VARCHAR"):
        store.build(write_model(tmp_path, "icb_groups", wrong))
    with pytest.raises(ModelError, match="it has 1 columns, the contract 12"):
        store.build(write_model(tmp_path, "icb_groups", "-- Grain: none.\nSELECT 'x' AS icb"))
    with pytest.raises(ModelError, match=r"icb_groups\.sql does not run"):
        store.build(write_model(tmp_path, "icb_groups", "-- Grain: none.\nSELECT nothing FROM core.nowhere"))


def test_a_view_carries_its_descriptions(store: Store, tmp_path: Path) -> None:
    columns = ", ".join(f"NULL::{c.type.sql} AS {c.name}" for c in staging_boards.IcbGroups.columns())
    assert store.build(write_model(tmp_path, "icb_groups", f"-- Grain: none.\nSELECT {columns};")) == 1
    with store.connect() as connection:
        found = connection.execute(
            "SELECT comment FROM duckdb_views() WHERE view_name = 'icb_groups'"
        ).fetchall()
    assert found == [(staging_boards.IcbGroups.about().description,)]


@pytest.mark.parametrize(
    ("sql", "reason"),
    [
        ("SELECT 1 AS a", "has no leading comment"),
        ("-- Grain.\nSELECT 1 AS a; SELECT 2 AS a", "must hold one SELECT"),
        ("-- Grain.\nDROP TABLE core.figures", "must hold one SELECT"),
        ("-- Grain.\nSELECT FROM WHERE", "cannot be parsed"),
        ("-- Grain.\nSELECT 1 AS a FROM figures", "reads 'figures' without a schema"),
    ],
)
def test_a_file_that_is_no_model_says_so(tmp_path: Path, sql: str, reason: str) -> None:
    with pytest.raises(ModelError, match=reason):
        write_model(tmp_path, "odd", sql)


def test_models_come_after_what_they_read_and_a_circle_is_named(tmp_path: Path) -> None:
    write_model(tmp_path, "a", "-- Grain.\nSELECT 1 AS x FROM staging.c, core.figures")
    write_model(
        tmp_path, "b", "-- Grain.\nWITH core AS (SELECT 1 AS x) SELECT x FROM core, unnest([1]) AS t(y)"
    )
    c = write_model(tmp_path, "c", "-- Grain.\nSELECT 1 AS x FROM (SELECT * FROM staging.b)")
    order = [model.name for model in read_models(tmp_path)]
    assert order.index("b") < order.index("c") < order.index("a")
    assert c.depends_on == ("staging.b",)
    write_model(tmp_path, "b", "-- Grain.\nSELECT 1 AS x FROM staging.a")
    with pytest.raises(ModelError, match="in a circle: staging"):
        read_models(tmp_path)


def test_a_folder_without_models_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="has no SQL models"):
        read_models(tmp_path)


def test_every_mart_column_comes_from_somewhere_that_exists() -> None:
    known = {
        f"{table.qualified_name()}.{column.name}" for table in registry.ALL for column in table.columns()
    }
    for model in read_models(SQL):
        for column, origins in column_lineage(model).items():
            assert set(origins) <= known, f"{model.name}.{column}"
    (rate,) = (model for model in read_models(SQL) if model.name == "redundancy_rate")
    lineage = column_lineage(rate)
    assert lineage["annual_turnover"] == ("core.assumptions.value",)
    assert lineage["redundancies"] == ("staging.redundancies.redundancies",)


def test_no_model_has_a_baseline_written_into_it() -> None:
    for model in read_models(SQL):
        statements = "\n".join(line for line in model.sql.splitlines() if not line.startswith("--"))
        for baseline in ("130000", "130,000", "18.76", "0.5", " 50", "65000"):
            assert baseline not in statements, f"{model.name} has {baseline}: take it from core.assumptions"


def test_audits_say_what_must_hold_and_what_they_read(store: Store) -> None:
    audits = read_audits(SQL)
    assert len(audits) >= 10
    known = {table.qualified_name() for table in registry.ALL}
    for audit in audits:
        assert len(audit.description) > 40
        assert set(audit.depends_on) <= known
        assert audit.depends_on
    for table in registry.ALL:
        if table.about().schema not in {"staging", "marts"}:
            store.replace(table, checked(table, []))
    for model in read_models(SQL):
        store.build(model)
    assert all(run_audit(store, audit).empty for audit in audits)


def test_questions_are_read_only_and_reach_no_other_file(store: Store) -> None:
    store.replace(REFUSED, refused("a.md"))
    assert query(store.path, "SELECT path FROM quarantine.documents") == (["path"], [("a.md",)])
    for forbidden in (
        "DELETE FROM quarantine.documents",
        f"COPY quarantine.documents TO '{store.path.parent}/out.csv'",
        "SELECT * FROM read_text('/etc/hostname')",
        "INSTALL httpfs",
        "SELECT nonsense",
    ):
        with pytest.raises(QueryError, match="the query failed"):
            query(store.path, forbidden)
    with pytest.raises(QueryError, match="build it with `nhscuts run`"):
        query(store.path.with_name("missing.duckdb"), "SELECT 1")
