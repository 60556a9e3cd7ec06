"""The build file as a resource: one run's at a time, from its first step to its last.

Belongs here: keeping two runs apart. A pool alone would let their steps alternate, and a file be published
that holds tables of both.
"""

from collections.abc import Iterator

import dagster as dg
from filelock import FileLock, Timeout

from nhscuts_pipeline.settings import Settings
from nhscuts_pipeline.warehouse.store import Store

# One writer at a time: DuckDB locks the build file for the whole of a process.
POOL = "build_file"
_LOOK_AGAIN_SECONDS = 0.5


@dg.resource(
    required_resource_keys={"settings"},
    description="The database that a run works in. It is one run's at a time: another waits for its end.",
)
def build_file(context: dg.InitResourceContext) -> Iterator[Store]:
    """The build file, locked for as long as the run lasts.

    The operating system gives the lock back when a process ends, however it ends.
    """
    settings: Settings = context.resources.settings
    settings.build_file.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(settings.build_file.with_suffix(".lock"))
    try:
        lock.acquire(timeout=0)
    except Timeout:
        if context.log is not None:
            context.log.info(f"another run works in {settings.build_file}: waiting until it ends")
        lock.acquire(poll_interval=_LOOK_AGAIN_SECONDS)
    try:
        _free_slots_of_dead_runs(context)
        yield Store(settings.build_file)
    finally:
        lock.release()


def _free_slots_of_dead_runs(context: dg.InitResourceContext) -> None:
    """Give back the slots of a run that was killed: whoever had one also had the lock."""
    if context.instance is None:
        return
    storage = context.instance.event_log_storage
    if not storage.supports_global_concurrency_limits:
        return
    for run_id in storage.get_concurrency_run_ids() - {context.run_id}:
        storage.free_concurrency_slots_for_run(run_id)
