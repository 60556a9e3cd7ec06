"""The sensor on `sources/`: a run soon after a file is new, changed or gone, and one alone.

Belongs here: when a run is asked for. What counts as a change is `documents.listing`'s.
"""

import json
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

import dagster as dg

from nhscuts_pipeline.documents.listing import stamps
from nhscuts_pipeline.graph.jobs import build_warehouse
from nhscuts_pipeline.graph.source_assets import SOURCES
from nhscuts_pipeline.graph.unchanged import data_version
from nhscuts_pipeline.settings import Settings

_EVERY_SECONDS = 20
# A file that is being copied in is left alone until nothing has been written to it for so long.
_SETTLED_SECONDS = 5


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the last look saw: file stamps, a hash of the contents of each asset's files, runs asked for."""

    stamps: str = ""
    contents: Mapping[str, str] = field(default_factory=dict)
    asked: int = 0


@dg.sensor(
    name="sources_changed",
    job=build_warehouse,
    minimum_interval_seconds=_EVERY_SECONDS,
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="Looks at the files of `sources/` three times a minute, and starts a run when one is new, "
    "changed or gone. A run that has read them already is not repeated, also where it failed: a run that "
    "fails is told of by `run_failed`.",
)
def sources_changed(
    context: dg.SensorEvaluationContext, settings: dg.ResourceParam[Settings]
) -> dg.SensorResult:
    """One look."""
    seen = _Seen(**json.loads(context.cursor)) if context.cursor else _Seen()
    found = stamps([folder for source in SOURCES for folder in source.folders(settings)])
    if found.digest == seen.stamps:
        return dg.SensorResult(skip_reason="no file has changed")
    # A clock that is set back must not stop everything: only the recent past counts as just now.
    if 0 <= time.time_ns() - found.newest < _SETTLED_SECONDS * 1e9:
        return dg.SensorResult(skip_reason="a file has just been written to: waiting until it is left alone")
    now = {source.key.to_user_string(): source.digest(settings) for source in SOURCES}
    read = {source.key.to_user_string(): data_version(context.instance, source.key) for source in SOURCES}
    if now in (seen.contents, read):
        reason = (
            "a run has read the files as they are" if now == read else "touched files hold what they held"
        )
        cursor = json.dumps(asdict(_Seen(found.digest, now, seen.asked)))
        return dg.SensorResult(skip_reason=reason, cursor=cursor)
    changed = ", ".join(name for name in now if now[name] != read[name])
    asked = seen.asked + 1
    return dg.SensorResult(
        # The number keeps apart two changes of which the second takes the first one back.
        run_requests=[
            dg.RunRequest(
                run_key=f"sources {asked} {found.digest[:12]}", tags={"nhscuts/because_changed": changed}
            )
        ],
        cursor=json.dumps(asdict(_Seen(found.digest, now, asked))),
    )
