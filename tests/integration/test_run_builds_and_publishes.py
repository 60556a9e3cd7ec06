"""`nhscuts run`, whole: what is readable is published, what is not is quarantined, and a failure changes
nothing."""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import duckdb
import pytest
from processes import environment

CHECKOUT = Path(__file__).parents[2]
ORIGINAL_URL = "https://example.org/trust-to-cut-200"
GOOD = {
    "documents/digest.md": "---\ntitle: D\npublisher: The Echo\npublished: 2006-10-19\nkind: digest\n"
    f"url: {ORIGINAL_URL}\n---\nLeeds Teaching Hospitals NHS Trust will cut 200 posts.\n",
    "inbox/original.md": "---\r\ntitle: O\npublisher: The Echo\npublished: 2006-10-19\n"
    f"url: {ORIGINAL_URL}\n---\r\nLeeds Teaching Hospitals NHS Trust will cut 200 posts.\r\n\r\nIt has "
    "cut £3m of management costs.\r\n",
    "documents/month.txt": "---\ntitle: M\npublisher: BBC\npublished: 2025-05\n---\n"
    "NHS England will cut 150 posts.\n",
}
BROKEN = {
    "documents/not-utf8.md": (b"---\ntitle: t\n---\ncaf\xe9 will cut 10 posts", "byte 20 is 0xe9"),
    "documents/empty.md": (b"---\ntitle: t\n---\n\n", "no text"),
    "documents/open.md": (b"---\ntitle: t\ntext", "never closed"),
    "documents/date.md": (b"---\ntitle: t\npublished: 2006-13\n---\nt", "wrong date in line 3"),
    "documents/twin.md": (b"200 posts", "also that of inbox/twin.md"),
    "inbox/twin.md": (b"200 posts", "also that of documents/twin.md"),
    "inbox/scan.pdf": (b"%PDF", "not a format we read"),
}


def make_project(root: Path) -> Path:
    for name, content in {**GOOD, **{name: content for name, (content, _) in BROKEN.items()}}.items():
        path = root / "sources" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    shutil.copytree(CHECKOUT / "sources" / "reference", root / "sources" / "reference")
    shutil.copytree(CHECKOUT / "dbt_like_sql", root / "dbt_like_sql")
    return root


def nhscuts(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "nhscuts_pipeline.cli", *arguments],
        cwd=project,
        env=environment(project),
        capture_output=True,
        text=True,
        check=False,
    )


def rows(project: Path, sql: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(project / "warehouse" / "nhscuts.duckdb"), read_only=True) as connection:
        return connection.execute(sql).fetchall()


def contents(project: Path) -> dict[str, list[tuple[Any, ...]]]:
    names = [
        name for (name,) in rows(project, "SELECT schema_name || '.' || table_name FROM duckdb_tables()")
    ]
    return {name: rows(project, f"FROM {name} ORDER BY ALL") for name in names if name != "meta.builds"}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that has been run once, with `summary.txt` holding what the run printed."""
    root = make_project(tmp_path_factory.mktemp("project"))
    done = nhscuts(root, "run")
    assert done.returncode == 0, done.stderr
    (root / "summary.txt").write_text(done.stdout, encoding="utf-8")
    (root / "progress.txt").write_text(done.stderr, encoding="utf-8")
    return root


def test_the_run_says_what_it_found_refused_and_published(project: Path) -> None:
    summary = (project / "summary.txt").read_text(encoding="utf-8")
    assert f"documents                          3 read, {len(BROKEN)} refused\n" in summary
    assert f"published                          {project / 'warehouse' / 'nhscuts.duckdb'}\n" in summary
    for name, (_, reason) in BROKEN.items():
        assert any(name in line and reason in line for line in summary.splitlines())
    progress = (project / "progress.txt").read_text(encoding="utf-8").splitlines()
    assert all(line.startswith("[") and line.endswith(" s") for line in progress)
    assert progress[-1].split()[1] == "publish"


def test_every_refusal_is_in_quarantine_with_its_reason(project: Path) -> None:
    found = dict(rows(project, "SELECT path, reason FROM quarantine.documents"))
    assert set(found) == set(BROKEN)
    assert all(reason in found[name] for name, (_, reason) in BROKEN.items())


def test_every_figure_stands_where_it_says(project: Path) -> None:
    figures = rows(
        project,
        "SELECT d.text[span_start + 1:span_end] = span_text, contains(d.text, quote), contains(quote, "
        "span_text) "
        "FROM core.figures JOIN core.documents AS d USING (document_id)",
    )
    assert len(figures) >= 4
    assert all(all(figure) for figure in figures)
    assert not any("\r" in text for (text,) in rows(project, "SELECT text FROM core.documents"))


def test_a_replaced_document_is_kept_and_counts_no_more(project: Path) -> None:
    assert rows(project, "SELECT document_id, superseded_by FROM core.documents ORDER BY ALL") == [
        ("digest", "original"),
        ("month", None),
        ("original", None),
    ]
    assert rows(project, "SELECT DISTINCT document_id FROM core.claims ORDER BY ALL") == [
        ("month",),
        ("original",),
    ]


def test_the_record_of_builds_agrees_with_the_tables(project: Path) -> None:
    ((documents, refused, figures, claims, commit),) = rows(
        project, "SELECT documents, documents_refused, figures, claims, git_commit FROM meta.builds"
    )
    assert (documents, refused, commit) == (3, len(BROKEN), None)
    assert rows(
        project, "SELECT (SELECT count(*) FROM core.figures), (SELECT count(*) FROM core.claims)"
    ) == [(figures, claims)]


def test_nothing_lies_beside_the_published_file(project: Path) -> None:
    assert sorted(path.name for path in (project / "warehouse").iterdir()) == [
        ".build",
        "DICTIONARY.md",
        "nhscuts.duckdb",
    ]


def test_the_same_sources_give_the_same_rows(project: Path, tmp_path: Path) -> None:
    assert nhscuts(project, "run", "--warehouse", str(tmp_path / "warehouse")).returncode == 0
    assert contents(tmp_path) == contents(project)


def test_a_broken_reference_row_fails_the_run_and_the_published_file_stays(
    project: Path, tmp_path: Path
) -> None:
    sources = tmp_path / "sources"
    shutil.copytree(project / "sources", sources)
    table = sources / "reference" / "official_series.csv"
    lines = table.read_text(encoding="utf-8").splitlines(keepends=True)
    lines[4] = lines[4].replace(",people,", ",heads,", 1)
    table.write_text("".join(lines), encoding="utf-8")
    published = project / "warehouse" / "nhscuts.duckdb"
    before = published.read_bytes()
    done = nhscuts(project, "run", "--sources", str(sources))
    assert (done.returncode, done.stdout) == (1, "")
    (error,) = [line for line in done.stderr.splitlines() if line.startswith("nhscuts: ")]
    assert "reference.official_series row 5: unit is 'heads'" in error
    assert f"{published} is as it was" in error
    assert "Traceback" not in done.stderr
    assert published.read_bytes() == before
    test_nothing_lies_beside_the_published_file(project)


def test_strict_publishes_nothing_where_anything_is_refused(project: Path) -> None:
    published = project / "warehouse" / "nhscuts.duckdb"
    before = published.read_bytes()
    done = nhscuts(project, "run", "--strict")
    assert done.returncode == 1
    assert f"{len(BROKEN)} found" in done.stderr.splitlines()[-1]
    assert published.read_bytes() == before


def test_a_failing_audit_stops_publishing(project: Path, tmp_path: Path) -> None:
    root = tmp_path / "project"
    shutil.copytree(project, root)
    (root / "dbt_like_sql" / "audits" / "nobody_cuts_posts.sql").write_text(
        "-- Nobody cuts posts.\nSELECT claim_id FROM core.claims WHERE measure = 'posts_cut'\n",
        encoding="utf-8",
    )
    before = (root / "warehouse" / "nhscuts.duckdb").read_bytes()
    done = nhscuts(root, "run")
    assert done.returncode == 1
    assert "core.claims fails the check nobody_cuts_posts: 2 found" in done.stderr.splitlines()[-1]
    assert (root / "warehouse" / "nhscuts.duckdb").read_bytes() == before


def test_sources_without_any_document_are_an_error(project: Path, tmp_path: Path) -> None:
    sources = tmp_path / "sources"
    (sources / "documents").mkdir(parents=True)
    shutil.copytree(project / "sources" / "reference", sources / "reference")
    done = nhscuts(project, "run", "--sources", str(sources))
    assert done.returncode == 1
    assert "no document" in done.stderr.splitlines()[-1]


def test_the_published_file_answers_questions(project: Path) -> None:
    done = nhscuts(project, "sql", "SELECT count(*) AS n FROM core.documents", "--format", "csv")
    assert (done.returncode, done.stdout) == (0, "n\n3\n")
    listed = nhscuts(project, "tables", "--format", "csv").stdout
    assert 'core.documents,3,"One row a document' in listed
    doctor = nhscuts(project, "doctor")
    assert doctor.returncode == 0, doctor.stdout
    assert "WRONG" not in doctor.stdout
