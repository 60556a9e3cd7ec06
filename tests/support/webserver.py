"""A Dagster webserver as its GraphQL answers."""

import json
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import URLError

from waiting import wait_for

_REPOSITORY = 'repositoryLocationName: "nhscuts", repositoryName: "__repository__"'
_ENDED = ("SUCCESS", "FAILURE", "CANCELED")


@dataclass(frozen=True, slots=True)
class Webserver:
    """The webserver at `address`, such as http://127.0.0.1:3000."""

    address: str

    def ask(self, query: str, **variables: object) -> dict[str, Any]:
        """The data of one answer; an error of the query fails the test."""
        body = json.dumps({"query": query, "variables": variables}).encode()
        request = urllib.request.Request(  # noqa: S310 - the address is the test's own
            f"{self.address}/graphql", body, {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310
            said = json.load(answer)
        assert "errors" not in said, said["errors"]
        data: dict[str, Any] = said["data"]
        return data

    def wait_until_loaded(self) -> None:
        """Wait until the webserver answers and has the code location."""
        query = "{ repositoriesOrError { ... on RepositoryConnection { nodes { name } } } }"

        def loaded() -> bool | None:
            try:
                return bool(self.ask(query)["repositoriesOrError"].get("nodes")) or None
            except (URLError, ConnectionError):
                return None

        wait_for(loaded, "the code location")

    def instigators(self) -> dict[str, str]:
        """Status of each schedule and sensor."""
        found = self.ask(
            f"{{ repositoryOrError(repositorySelector: {{ {_REPOSITORY} }}) {{ ... on Repository {{ "
            "schedules { name scheduleState { status } } sensors { name sensorState { status } } } } }"
        )["repositoryOrError"]
        return {
            each["name"]: each[state]["status"]
            for kind, state in (("schedules", "scheduleState"), ("sensors", "sensorState"))
            for each in found[kind]
        }

    def launch(self, job: str, config: dict[str, Any] | None = None) -> str:
        """Start a job; the id of its run."""
        launched = self.ask(
            "mutation ($config: RunConfigData) { launchRun(executionParams: { runConfigData: $config, "
            f'selector: {{ {_REPOSITORY}, jobName: "{job}" }} }}) {{ __typename '
            "... on LaunchRunSuccess { run { runId } } ... on PythonError { message } } }",
            config=config or {},
        )["launchRun"]
        assert launched["__typename"] == "LaunchRunSuccess", launched
        run_id: str = launched["run"]["runId"]
        return run_id

    def status(self, run_id: str) -> str:
        """The status of a run."""
        query = "query ($id: ID!) { runOrError(runId: $id) { ... on Run { status } } }"
        status: str = self.ask(query, id=run_id)["runOrError"]["status"]
        return status

    def wait_for_end(self, run_id: str) -> str:
        """The status that a run ends with."""

        def ended() -> str | None:
            status = self.status(run_id)
            return status if status in _ENDED else None

        return wait_for(ended, f"the end of run {run_id}")

    def runs(self) -> list[dict[str, Any]]:
        """All runs, the newest first."""
        query = "{ runsOrError { ... on Runs { results { runId jobName status tags { key value } } } } }"
        found: list[dict[str, Any]] = self.ask(query)["runsOrError"]["results"]
        return found

    def events(self, run_id: str) -> list[dict[str, Any]]:
        """What a run has said so far: type, step, message and time in milliseconds."""
        query = (
            "query ($id: ID!) { logsForRun(runId: $id) { ... on EventConnection { events { __typename "
            "... on MessageEvent { message stepKey timestamp eventType } "
            "... on ExecutionStepFailureEvent { failureMetadata { description } } } } } }"
        )
        found: list[dict[str, Any]] = self.ask(query, id=run_id)["logsForRun"]["events"]
        return found

    def wait_for_message(self, run_id: str, part: str) -> str:
        """The first message of a run, or reason of a failed step, that has `part` in it."""

        def said() -> str | None:
            reasons = [(e.get("failureMetadata") or {}).get("description") for e in self.events(run_id)]
            messages = [e["message"] for e in self.events(run_id)]
            return next((text for text in (*messages, *reasons) if part in (text or "")), None)

        return wait_for(said, f"the message '{part}' of run {run_id}")

    def limit_pool(self, limit: int) -> None:
        """How many steps may work on the build file: with 0 every run waits before its next step."""
        self.ask(
            'mutation ($limit: Int!) { setConcurrencyLimit(concurrencyKey: "build_file", limit: $limit) }',
            limit=limit,
        )

    def terminate(self, run_id: str) -> None:
        """Cancel a run, as the button does."""
        query = "mutation ($id: String!) { terminateRun(runId: $id) { __typename } }"
        answer = self.ask(query, id=run_id)["terminateRun"]["__typename"]
        assert answer == "TerminateRunSuccess", answer

    def reload(self) -> None:
        """Load the code location anew, as the button does."""
        query = (
            'mutation { reloadRepositoryLocation(repositoryLocationName: "nhscuts") { __typename '
            "... on WorkspaceLocationEntry { loadStatus } } }"
        )
        assert self.ask(query)["reloadRepositoryLocation"]["__typename"] == "WorkspaceLocationEntry"
        self.wait_until_loaded()


@dataclass(frozen=True, slots=True)
class RunningUi:
    """A project, its webserver, and the run that its sensor started by itself."""

    project: Path
    webserver: Webserver
    first_run: str
