"""The job in this process: what `nhscuts run` starts.

Belongs here: running the graph, telling a listener how far it is, and what came of it. Does not belong here:
how that is printed.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import uuid4

import dagster as dg
from dagster import DagsterEventType

from nhscuts_pipeline.graph.assemble import build_definitions
from nhscuts_pipeline.graph.build_file import hold
from nhscuts_pipeline.graph.failures import CheckOutcome, check_outcomes, reasons
from nhscuts_pipeline.graph.figure_assets import ANEW, UNCHANGED
from nhscuts_pipeline.graph.home import open_home
from nhscuts_pipeline.graph.jobs import JOB
from nhscuts_pipeline.settings import Settings

# Dagster's own log would drown the progress; everything of it is in the UI.
_QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}


@dataclass(frozen=True, slots=True)
class Progress:
    """A step began (`seconds` is None) or ended. `number` counts the ended ones, `of` all."""

    step: str
    number: int
    of: int
    seconds: float | None = None
    failed: bool = False


@dataclass(frozen=True, slots=True)
class RunOutcome:
    """What came of a run.

    `errors` has one line for each step that failed, `rows` the row count of each table that was written;
    `anew` is the number of documents that were read for figures, `unchanged` of those that did not have to
    be.
    """

    run_id: str
    errors: dict[str, str]
    rows: dict[str, int]
    checks: list[CheckOutcome]
    anew: int
    unchanged: int

    @property
    def published(self) -> bool:
        """Whether the published file is this run's."""
        return not self.errors


def run(
    settings: Settings,
    listener: Callable[[Progress], None],
    waiting: Callable[[], None],
    *,
    strict: bool = False,
    raise_errors: bool = False,
) -> RunOutcome:
    """Run the whole graph on the sources and publish what it builds.

    A failure of a step is in the outcome, unless `raise_errors`; the published file is then as it was
    before. A `strict` run fails where anything is refused. `waiting` is called now and then while another
    run works in the same folder, which this one waits for.
    """
    job = build_definitions(settings, strict=strict).resolve_job_def(JOB)
    run_id = str(uuid4())
    # The lock is taken here, where Ctrl-C ends the wait for it: Dagster would keep the signal to itself.
    with hold(settings.build_file, waiting), open_home(settings.dagster_home) as instance:
        instance.add_event_listener(run_id, _Follower(len(job.nodes), listener))
        result = job.execute_in_process(
            run_config=_QUIET, instance=instance, run_id=run_id, raise_on_error=raise_errors
        )
        return _outcome(result)


class _Follower:
    """Turns Dagster's events into progress."""

    def __init__(self, steps: int, listener: Callable[[Progress], None]) -> None:
        self._steps = steps
        self._ended = 0
        self._listener = listener

    def __call__(self, entry: dg.EventLogEntry) -> None:
        event = entry.dagster_event
        if event is None or event.step_key is None:
            return
        if event.event_type is DagsterEventType.STEP_START:
            self._tell(event.step_key)
        elif event.event_type is DagsterEventType.STEP_SUCCESS:
            self._ended += 1
            self._tell(event.step_key, seconds=event.step_success_data.duration_ms / 1000)
        elif event.event_type is DagsterEventType.STEP_FAILURE:
            self._ended += 1
            self._tell(event.step_key, failed=True)

    def _tell(self, step: str, *, seconds: float | None = None, failed: bool = False) -> None:
        self._listener(Progress(step, self._ended, self._steps, seconds, failed))


def _outcome(result: dg.ExecuteInProcessResult) -> RunOutcome:
    checks = check_outcomes(result.get_asset_check_evaluations())
    written = [event.materialization for event in result.get_asset_materialization_events()]
    rows = _numbers(written, "dagster/row_count")
    errors = reasons(result.get_step_failure_events(), checks)
    return RunOutcome(
        result.run_id,
        errors,
        rows,
        checks,
        anew=sum(_numbers(written, ANEW).values()),
        unchanged=sum(_numbers(written, UNCHANGED).values()),
    )


def _numbers(written: Sequence[dg.AssetMaterialization], label: str) -> dict[str, int]:
    """The whole numbers that stand under a label, by `schema.table`."""
    return {
        ".".join(made.asset_key.path): int(str(made.metadata[label].value))
        for made in written
        if label in made.metadata
    }
