"""The build file as a resource: one run's at a time, from its first step to its last.

Belongs here: keeping two runs apart. A pool alone would let their steps alternate, and a file be published
that holds tables of both.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import dagster as dg
from filelock import FileLock, Timeout

from nhscuts_pipeline.settings import Settings
from nhscuts_pipeline.warehouse.store import Store

# One writer at a time: DuckDB locks the build file for the whole of a process.
POOL = "build_file"
_LOOK_AGAIN_SECONDS = 0.5


@contextmanager
def hold(build_file: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Keep other runs out of the build file; `waiting` is called now and then while another has it.

    The operating system gives the lock back when a process ends, however it ends. Within one process it can
    be held twice.
    """
    build_file.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(build_file.with_suffix(".lock"), is_singleton=True)
    while True:
        try:
            lock.acquire(timeout=_LOOK_AGAIN_SECONDS)
            break
        except Timeout:
            waiting()
    try:
        yield
    finally:
        lock.release()


@dg.resource(
    required_resource_keys={"settings"},
    description="The database that a run works in. It is one run's at a time: another waits for its end.",
)
def build_file(context: dg.InitResourceContext) -> Iterator[Store]:
    """The build file, locked for as long as the run lasts."""
    settings: Settings = context.resources.settings
    with hold(settings.build_file, _Waiting(context, settings.build_file)):
        _free_slots_of_dead_runs(context)
        yield Store(settings.build_file)


class _Waiting:
    """Says once that a run waits, and ends the wait when the run is cancelled."""

    def __init__(self, context: dg.InitResourceContext, build_file: Path) -> None:
        self._context = context
        self._build_file = build_file
        self._said = False

    def __call__(self) -> None:
        if not self._said and self._context.log is not None:
            self._context.log.info(f"another run works in {self._build_file}: waiting until it ends")
            self._said = True
        # Before its first step Dagster keeps the signal of a cancelled run to itself.
        if self._context.instance is None or self._context.run_id is None:
            return
        run = self._context.instance.get_run_by_id(self._context.run_id)
        if run is not None and run.status is dg.DagsterRunStatus.CANCELING:
            raise dg.DagsterExecutionInterruptedError("cancelled while waiting for another run")


def _free_slots_of_dead_runs(context: dg.InitResourceContext) -> None:
    """Give back the slots of a run that was killed: whoever had one also had the lock."""
    if context.instance is None:
        return
    storage = context.instance.event_log_storage
    if not storage.supports_global_concurrency_limits:
        return
    for run_id in storage.get_concurrency_run_ids() - {context.run_id}:
        storage.free_concurrency_slots_for_run(run_id)
