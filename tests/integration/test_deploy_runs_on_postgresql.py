"""The files of `deploy/` as a server has them: three processes, with their records in a real PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import postgres
import psycopg2
import pytest
import yaml
from server import CHECKOUT, DEPLOY, SERVICES, Server
from webserver import Webserver

LOCAL = CHECKOUT / "nhscuts_pipeline" / "graph" / "dagster.yaml"


def test_the_settings_differ_only_in_where_records_are_kept() -> None:
    server = yaml.safe_load((DEPLOY / "dagster.yaml").read_text(encoding="utf-8"))
    assert set(server.pop("storage")) == {"postgres"}
    assert server == yaml.safe_load(LOCAL.read_text(encoding="utf-8"))


def test_every_variable_of_the_settings_is_in_the_example() -> None:
    named = yaml.safe_load((DEPLOY / "dagster.yaml").read_text(encoding="utf-8"))["storage"]["postgres"]
    example = (DEPLOY / "nhscuts.env.example").read_text(encoding="utf-8")
    settings = named["postgres_db"].values()
    variables = [setting["env"] for setting in settings if isinstance(setting, dict)]
    assert len(variables) == 5
    for variable in variables:
        assert f"\n{variable}=" in example


@pytest.fixture(scope="module")
def variables() -> Iterator[dict[str, str]]:
    if reason := postgres.missing():
        pytest.skip(reason)
    with postgres.postgres() as variables:
        yield variables


@pytest.fixture(scope="module")
def server(variables: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    settings = (DEPLOY / "dagster.yaml").read_text(encoding="utf-8")
    root: Path = tmp_path_factory.mktemp("deploy") / "project"
    server = Server(root, settings, variables=variables)
    try:
        server.start(*SERVICES)
        server.webserver.wait_until_loaded()
        yield server
    finally:
        server.stop()


def test_three_processes_build_the_warehouse_and_remember_it_in_postgresql(
    server: Server, variables: dict[str, str]
) -> None:
    webserver: Webserver = server.webserver
    run_id = webserver.launch("build_warehouse")
    assert webserver.wait_for_end(run_id) == "SUCCESS"
    with duckdb.connect(str(server.published), read_only=True) as connection:
        assert connection.execute("SELECT count(*) FROM core.documents").fetchall() == [(5,)]
    connection = psycopg2.connect(
        host=variables["NHSCUTS_PG_HOST"],
        port=variables["NHSCUTS_PG_PORT"],
        dbname=variables["NHSCUTS_PG_DATABASE"],
        user=variables["NHSCUTS_PG_USER"],
    )
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT status FROM runs WHERE run_id = %s", [run_id])
            assert cursor.fetchall() == [("SUCCESS",)]
    finally:
        connection.close()
    assert not (server.home / "history").exists(), "no SQLite beside it"


def test_all_daemons_are_well(server: Server) -> None:
    asked = "{ instance { daemonHealth { allDaemonStatuses { daemonType required healthy } } } }"
    statuses = server.webserver.ask(asked)["instance"]["daemonHealth"]["allDaemonStatuses"]
    assert {each["daemonType"] for each in statuses} >= {"SENSOR", "SCHEDULER", "MONITORING"}
    assert all(each["healthy"] for each in statuses if each["required"])
