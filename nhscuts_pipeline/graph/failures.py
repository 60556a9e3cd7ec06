"""What a failed run is told as: a line a step, a line in a log, and a call of a webhook where one is named.

Belongs here: the words, and the sensor that sends them.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.error import URLError
from urllib.request import Request, urlopen

import dagster as dg

from nhscuts_pipeline.settings import Settings

_PATIENCE_SECONDS = 10


@dataclass(frozen=True, slots=True)
class CheckOutcome:
    """One asset check. `asset` is `schema.table`; `description` says what was found where it did not pass."""

    asset: str
    name: str
    passed: bool
    blocking: bool
    description: str | None


def check_outcomes(evaluations: Iterable[dg.AssetCheckEvaluation]) -> list[CheckOutcome]:
    """Dagster's evaluations in the shape of ours."""
    return [
        CheckOutcome(
            asset=".".join(evaluation.asset_key.path),
            name=evaluation.check_name,
            passed=evaluation.passed,
            blocking=bool(evaluation.blocking),
            description=evaluation.description,
        )
        for evaluation in evaluations
    ]


def reasons(failed: Iterable[dg.DagsterEvent], checks: Sequence[CheckOutcome]) -> dict[str, str]:
    """Each failed step with its reason in one line."""
    return {event.step_key: _reason(event, checks) for event in failed if event.step_key is not None}


def _reason(event: dg.DagsterEvent, checks: Sequence[CheckOutcome]) -> str:
    """The reason of a failed step, without Dagster's frame round it."""
    failure = event.step_failure_data
    if failure.user_failure_data and failure.user_failure_data.description:
        return failure.user_failure_data.description
    error = failure.error
    while error is not None and error.cause is not None and (error.cls_name or "").startswith("Dagster"):
        error = error.cause
    if error is None:
        return "it failed without a reason: the run in the Dagster UI has its log"
    if error.cls_name == "DagsterExecutionInterruptedError":
        return "it was interrupted"
    if error.cls_name == "DagsterAssetCheckFailedError":
        return "; ".join(
            f"{check.asset} fails the check {check.name}: {check.description}"
            for check in checks
            if check.blocking and not check.passed
        )
    kind, _, message = error.message.strip().partition(": ")
    # Errors of ours are whole sentences; the class of any other helps to name the fault.
    return message if kind.startswith("nhscuts_pipeline.") else f"{kind}: {message}"


@dg.run_failure_sensor(
    name="run_failed",
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="Writes a line on each failed run to `failures.log` in the Dagster home, and sends it as "
    "JSON to the address that NHSCUTS_FAILURE_WEBHOOK names, where it names one.",
)
def run_failed(context: dg.RunFailureSensorContext, settings: dg.ResourceParam[Settings]) -> None:
    """Tell of one failed run."""
    run = context.dagster_run
    logged = context.instance.all_logs(run.run_id, of_type=dg.DagsterEventType.ASSET_CHECK_EVALUATION)
    checks = check_outcomes(
        entry.dagster_event.asset_check_evaluation_data for entry in logged if entry.dagster_event
    )
    why = reasons(context.get_step_failure_events(), checks)
    tell(
        settings,
        {
            "failed_at": f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC",
            "job": run.job_name,
            "run_id": run.run_id,
            "why": "; ".join(f"{step.replace('__', '.')}: {reason}" for step, reason in why.items())
            or str(context.failure_event.message),
        },
    )


def tell(settings: Settings, failure: Mapping[str, str]) -> None:
    """Add a line on a failed run to the log, then send it. What cannot be sent is told of in the log too."""
    line = "{failed_at} run {run_id} of {job} failed: {why}".format_map(failure)
    _log(settings, line)
    if settings.failure_webhook is None:
        return
    # Chat services show the field `text`, programs have the others.
    body = json.dumps({"text": f"nhscuts: {line}", **failure}).encode()
    request = Request(  # noqa: S310 - settings take no address but of the web
        settings.failure_webhook, body, {"Content-Type": "application/json"}
    )
    try:
        with urlopen(request, timeout=_PATIENCE_SECONDS):  # noqa: S310
            pass
    except (URLError, OSError) as error:
        # To raise would have the sensor try again, and write its line again, without end.
        _log(
            settings,
            f"{failure['failed_at']} the webhook could not be told of run {failure['run_id']}: {error}",
        )


def _log(settings: Settings, line: str) -> None:
    settings.failures_log.parent.mkdir(parents=True, exist_ok=True)
    with settings.failures_log.open("a", encoding="utf-8") as log:
        log.write(" ".join(line.split()) + "\n")
