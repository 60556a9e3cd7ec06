"""The graph of assets as text, one fact a line, so that a difference says what changed.

`python tests/support/asset_graph.py` writes it to `tests/unit/asset_graph.txt`, as `make graph` does.
"""

from collections.abc import Iterator
from pathlib import Path

import dagster as dg

from nhscuts_pipeline.graph.assemble import build_definitions
from nhscuts_pipeline.settings import Settings

SNAPSHOT = Path(__file__).parents[1] / "unit" / "asset_graph.txt"


def asset_graph(definitions: dg.Definitions) -> str:
    """Every asset with its group and kinds, what it is made of, its checks; jobs and what starts them."""
    return "".join(f"{line}\n" for line in (*_assets(definitions), *_automation(definitions)))


def _assets(definitions: dg.Definitions) -> Iterator[str]:
    graph = definitions.resolve_asset_graph()
    for key in sorted(graph.get_all_asset_keys()):
        node = graph.get(key)
        name = key.to_user_string()
        yield f"{name}  group {node.group_name}, kinds {', '.join(sorted(node.kinds))}"
        yield from (f"{name}  made of {parent.to_user_string()}" for parent in sorted(node.parent_keys))
        for check in sorted(graph.get_check_keys_for_assets({key})):
            blocks = "blocks" if graph.get_check_spec(check).blocking else "warns"
            yield f"{name}  check {check.name}, {blocks}"


def _automation(definitions: dg.Definitions) -> Iterator[str]:
    repository = definitions.get_repository_def()
    yield from (f"job {name}" for name in sorted(repository.job_names) if not name.startswith("__"))
    for schedule in sorted(repository.schedule_defs, key=lambda each: each.name):
        when = f"{schedule.cron_schedule} {schedule.execution_timezone}"
        yield f"schedule {schedule.name}  of {schedule.job_name}, {when}, {schedule.default_status.value}"
    for sensor in sorted(repository.sensor_defs, key=lambda each: each.name):
        started = ", ".join(target.job_name for target in sensor.targets) or "no job"
        words = (f"of {started}", f"at least {sensor.minimum_interval_seconds} seconds apart")
        yield f"sensor {sensor.name}  {', '.join(words)}, {sensor.default_status.value}"


if __name__ == "__main__":
    SNAPSHOT.write_text(asset_graph(build_definitions(Settings.read(environ={}))), encoding="utf-8")
