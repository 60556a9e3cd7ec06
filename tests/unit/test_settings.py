"""The project is found the way the documentation says, and a wrong setting is an error."""

from pathlib import Path

import pytest

from nhscuts_pipeline.documents.reading import MAX_BYTES
from nhscuts_pipeline.settings import Settings, SettingsError


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for folder in ("sources/documents", "dbt_like_sql", "notes/deep"):
        (tmp_path / "project" / folder).mkdir(parents=True)
    return tmp_path / "project"


def test_the_root_is_found_upwards(project: Path) -> None:
    settings = Settings.read(environ={}, start=project / "notes" / "deep")
    assert settings == Settings(
        root=project,
        sources=project / "sources",
        warehouse=project / "warehouse",
        sql=project / "dbt_like_sql",
        dagster_home=project / ".dagster",
        max_document_bytes=MAX_BYTES,
    )
    assert settings.database == project / "warehouse" / "nhscuts.duckdb"
    assert settings.document_folders == (project / "sources" / "documents",)


def test_the_environment_goes_before_the_working_directory(project: Path, tmp_path: Path) -> None:
    settings = Settings.read(environ={"NHSCUTS_ROOT": str(project)}, start=Path(__file__).parent)
    assert settings.root == project
    assert Settings.read(environ={}, start=tmp_path).root == Path(__file__).parents[2], "else the checkout"


def test_an_inbox_is_read_where_there_is_one(project: Path) -> None:
    (project / "sources" / "inbox").mkdir()
    assert Settings.read(environ={}, start=project).document_folders[1] == project / "sources" / "inbox"


def test_folders_given_go_before_the_projects(project: Path, tmp_path: Path) -> None:
    settings = Settings.read(tmp_path / "s", tmp_path / "w", environ={}, start=project)
    assert (settings.reference, settings.warehouse) == (tmp_path / "s" / "reference", tmp_path / "w")


@pytest.mark.parametrize(
    ("environ", "said"),
    [
        ({"NHSCUTS_ROOT": "/nowhere"}, "NHSCUTS_ROOT is /nowhere"),
        ({"NHSCUTS_MAX_DOCUMENT_BYTES": "5 MB"}, "is '5 MB'"),
        ({"NHSCUTS_MAX_DOCUMENT_BYTES": "0"}, "is '0'"),
        ({"NHSCUTS_FAILURE_WEBHOOK": "file:///etc/passwd"}, "is 'file:///etc/passwd'"),
    ],
)
def test_a_wrong_setting_says_so(project: Path, environ: dict[str, str], said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        Settings.read(environ=environ, start=project)


def test_processes_we_start_know_the_project_and_report_to_nobody(project: Path) -> None:
    environment = Settings.read(environ={"DAGSTER_HOME": "/srv/dagster"}, start=project).environment()
    assert environment["NHSCUTS_ROOT"] == str(project)
    assert environment["DAGSTER_HOME"] == "/srv/dagster"
    assert environment["DAGSTER_DISABLE_TELEMETRY"] == "1"
    assert "PATH" in environment
