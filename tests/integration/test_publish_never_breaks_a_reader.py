"""The swap of the published file, with real processes reading it, and the oldest DuckDB that must open it."""

import os
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import duckdb
import pytest

from nhscuts_pipeline.contracts import core, meta, quarantine, reference, registry
from nhscuts_pipeline.contracts.converting import checked
from nhscuts_pipeline.warehouse.assumptions import assumptions
from nhscuts_pipeline.warehouse.models import read_models
from nhscuts_pipeline.warehouse.observations import observations
from nhscuts_pipeline.warehouse.publish import BuildInfo, PublishError, publish
from nhscuts_pipeline.warehouse.query import query, tables
from nhscuts_pipeline.warehouse.reference_tables import read_reference
from nhscuts_pipeline.warehouse.store import Store, StoreError

ROOT = Path(__file__).parents[2]
LOCK = ROOT / "requirements" / "duckdb-1.2.lock"
OLD_VENV = ROOT / ".venv-duckdb12"
RATE = (
    "SELECT round(rate_of_annual_turnover_pct, 2), round(rate_of_period_turnover_pct, 2), "
    "round(turnover_days, 1) FROM marts.redundancy_rate "
    "WHERE subject = 'England' AND staff_group IS NULL AND redundancies = 903"
)


def build(minute: int) -> BuildInfo:
    return BuildInfo(datetime(2026, 1, 1, 6, minute), "0.1.0", "0" * 40, "1")  # noqa: DTZ001 - the column is UTC


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A complete build of the reference tables alone, without documents."""
    store = Store(tmp_path_factory.mktemp("built") / "nhscuts.duckdb")
    found = read_reference(ROOT / "sources" / "reference")
    nothing = {table: checked(table, []) for table in (core.Documents, core.Figures, core.Claims)}
    series = found[reference.OfficialSeries]
    seen = observations(
        nothing[core.Claims],
        nothing[core.Documents],
        series,
        found[reference.Organisations],
        found[reference.Regions],
    )
    refused = (quarantine.RefusedDocuments, quarantine.RefusedFigures)
    frames = {
        **found,
        **nothing,
        core.Observations: seen,
        core.Assumptions: assumptions(seen, series),
        **{table: checked(table, []) for table in refused},
    }
    for table, frame in frames.items():
        store.replace(table, frame)
    for model in read_models(ROOT / "dbt_like_sql"):
        store.build(model)
    return store.path


@pytest.fixture
def store(built: Path, tmp_path: Path) -> Store:
    path = tmp_path / ".build" / "nhscuts.duckdb"
    path.parent.mkdir()
    shutil.copy(built, path)
    return Store(path)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "nhscuts.duckdb"


@pytest.fixture(scope="session")
def old_python() -> Path:
    """A Python with DuckDB 1.2, made once; skipped, and said so, only where it cannot be fetched."""
    python = OLD_VENV / "bin" / "python"
    ready = OLD_VENV / ".ready"
    lock = LOCK.read_text(encoding="utf-8")
    if not (ready.is_file() and ready.read_text(encoding="utf-8") == lock):
        subprocess.run([sys.executable, "-m", "venv", "--clear", OLD_VENV], check=True)
        install = [
            python,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--only-binary=:all:",
        ]
        made = subprocess.run(
            [*install, "--require-hashes", "-r", LOCK], check=False, capture_output=True, text=True
        )
        if made.returncode:
            pytest.skip(f"DuckDB 1.2 cannot be installed here: {made.stderr.strip().splitlines()[-1]}")
        ready.write_text(lock, encoding="utf-8")
    return python


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.is_file())


def test_the_published_file_has_every_table_with_its_rows_keys_and_descriptions(
    store: Store, target: Path
) -> None:
    publish(store, target, build(0))
    assert files(target.parent) == ["nhscuts.duckdb"], "no log and no temporary file stays"
    listed = {name: (rows, comment) for name, rows, comment in tables(target)}
    assert set(listed) == {table.qualified_name() for table in registry.ALL}
    for table in registry.ALL:
        rows, comment = listed[table.qualified_name()]
        assert rows == store.count(table.qualified_name())
        assert comment == table.about().comment
    assert query(target, RATE)[1] == [(0.69, 1.39, 2.5)]
    boards = (
        "SELECT count(DISTINCT ods_code) FROM marts.icb_running_cost_reductions WHERE basis LIKE '%halve'"
    )
    assert query(target, boards)[1] == [(42,)]
    keys = "SELECT constraint_type, count(*) FROM duckdb_constraints() GROUP BY ALL"
    kinds = dict(query(target, keys)[1])
    assert kinds["PRIMARY KEY"] >= 12
    assert kinds["CHECK"] > 50
    assert kinds["FOREIGN KEY"] >= 5


def test_the_published_file_refuses_what_breaks_a_contract(store: Store, target: Path) -> None:
    publish(store, target, build(0))
    with duckdb.connect(str(target)) as connection:
        for statement in (
            "UPDATE core.observations SET unit = 'heads'",
            "INSERT INTO core.figures (figure_id) VALUES ('x')",
            "DELETE FROM reference.claimants; DELETE FROM reference.organisations",
        ):
            with pytest.raises(duckdb.ConstraintException):
                connection.execute(statement)


def test_a_reader_keeps_the_old_file_while_the_new_one_comes_in(store: Store, target: Path) -> None:
    publish(store, target, build(0))
    script = (
        "import duckdb, sys\n"
        "con = duckdb.connect(sys.argv[1], read_only=True)\n"
        "for _ in sys.stdin:\n"
        "    print(con.execute('SELECT count(*) FROM meta.builds').fetchone()[0], flush=True)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, target], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as reader:
        assert reader.stdin is not None
        assert reader.stdout is not None

        def ask() -> int:
            print("?", file=reader.stdin, flush=True)
            return int(reader.stdout.readline())

        assert ask() == 1
        publish(store, target, build(1))
        assert ask() == 1, "who has the old file open keeps it"
        fresh = subprocess.run(
            [sys.executable, "-c", script, target], input="?\n", capture_output=True, text=True, check=True
        )
        assert fresh.stdout == "2\n", "who opens it afterwards sees the new one"
        reader.stdin.close()
        assert reader.wait(timeout=60) == 0


def test_each_build_adds_a_row_to_the_record(store: Store, target: Path) -> None:
    for minute in range(3):
        publish(store, target, build(minute))
    rows = query(target, "SELECT built_at, documents, observations FROM meta.builds ORDER BY built_at")[1]
    assert [row[0].minute for row in rows] == [0, 1, 2]
    assert rows[0][1:] == (0, store.count("core.observations"))


def test_the_same_build_gives_the_same_rows(store: Store, target: Path) -> None:
    publish(store, target, build(0))
    names = [table.qualified_name() for table in registry.ALL if table is not meta.Builds]

    def rows() -> dict[str, list[str]]:
        return {name: sorted(map(repr, query(target, f"FROM {name}")[1])) for name in names}

    first = rows()
    publish(store, target, build(1))
    assert rows() == first


@pytest.mark.parametrize("moment", ["_write", "_check", "replace"])
def test_a_failure_leaves_the_old_file_and_nothing_else(
    store: Store, target: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    publish(store, target, build(0))
    before = target.read_bytes()

    def fail(*_: object) -> None:
        raise OSError("the disk is full")

    place = "nhscuts_pipeline.warehouse.publish"
    monkeypatch.setattr(f"{place}.os.replace" if moment == "replace" else f"{place}.{moment}", fail)
    with pytest.raises(OSError, match="the disk is full"):
        publish(store, target, build(1))
    assert target.read_bytes() == before
    assert files(target.parent) == ["nhscuts.duckdb"]
    monkeypatch.undo()
    publish(store, target, build(2))
    assert query(target, "SELECT count(*) FROM meta.builds")[1] == [(2,)]


def test_a_publisher_that_was_killed_is_no_hindrance(store: Store, target: Path) -> None:
    publish(store, target, build(0))
    target.with_name(f".{target.name}.publishing").write_bytes(b"half")
    target.with_name(f".{target.name}.publishing.wal").write_bytes(b"half")
    target.with_name(f"{target.name}.wal").write_bytes(b"left by a writer that was killed")
    publish(store, target, build(1))
    assert files(target.parent) == ["nhscuts.duckdb"]
    assert query(target, "SELECT count(*) FROM meta.builds")[1] == [(2,)]


def test_a_build_that_lacks_a_table_is_not_published(store: Store, target: Path) -> None:
    with store.connect() as connection:
        connection.execute("DROP TABLE marts.redundancy_rate")
    with pytest.raises(PublishError, match=r"not built yet: marts\.redundancy_rate\. Run the whole job"):
        publish(store, target, build(0))
    assert not target.exists()


def test_a_build_with_keys_that_lead_nowhere_is_not_published(store: Store, target: Path) -> None:
    series = store.read(reference.OfficialSeries)
    store.replace(reference.OfficialSeries, series.iloc[1:])
    with pytest.raises(PublishError, match="keys point at rows that are not there") as error:
        publish(store, target, build(0))
    assert repr(series["series_row_id"].iloc[0]) in str(error.value)
    assert not target.exists()


def test_a_writer_with_the_build_file_open_is_named(store: Store, target: Path) -> None:
    script = (
        "import duckdb, sys\ncon = duckdb.connect(sys.argv[1])\nprint('open', flush=True)\nsys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, store.path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None
        assert writer.stdin is not None
        assert writer.stdout.readline() == "open\n"
        with pytest.raises(StoreError, match="If another run has it open, wait for that one"):
            publish(store, target, build(0))
        writer.stdin.close()
    assert not target.exists()


def test_duckdb_1_2_opens_the_published_file(store: Store, target: Path, old_python: Path) -> None:
    publish(store, target, build(0))
    script = (
        "import duckdb, sys\n"
        "assert duckdb.__version__.startswith('1.2.'), duckdb.__version__\n"
        "con = duckdb.connect(sys.argv[1], read_only=True)\n"
        "listed = con.execute('SELECT schema_name, table_name FROM duckdb_tables() UNION ALL '\n"
        "    'SELECT schema_name, view_name FROM duckdb_views() WHERE NOT internal').fetchall()\n"
        "for name in sorted(map('.'.join, listed)):\n"
        "    print(name, con.execute(f'SELECT count(*) FROM {name}').fetchone()[0])\n"
        "print(con.execute(sys.argv[2]).fetchall())\n"
    )
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    read = subprocess.run(
        [old_python, "-c", script, target, RATE], capture_output=True, text=True, check=False, env=clean
    )
    assert read.returncode == 0, read.stderr
    *counts, rate = read.stdout.splitlines()
    assert counts == sorted(f"{t.qualified_name()} {store.count(t.qualified_name())}" for t in registry.ALL)
    assert rate == "[(0.69, 1.39, 2.5)]"
