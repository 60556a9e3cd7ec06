"""Whether the published warehouse is as young as its readers may expect.

Belongs here: the check, and the sensor that looks while no run does. The file itself is asked: a record of
Dagster's would not notice that it was deleted or put back from a copy.
"""

from datetime import UTC, datetime, timedelta

import dagster as dg

from nhscuts_pipeline.settings import Settings
from nhscuts_pipeline.warehouse.query import QueryError, query

PUBLISHED = dg.AssetKey(["published", "nhscuts_duckdb"])
# The daily run, and two hours for it to be late, to wait for another and to end.
OLDEST = timedelta(hours=26)
_EVERY_SECONDS = 60
_GOING_ON = (dg.DagsterRunStatus.STARTING, dg.DagsterRunStatus.STARTED, dg.DagsterRunStatus.CANCELING)

FRESH = dg.AssetCheckSpec(
    "fresh",
    asset=PUBLISHED,
    description=f"The published file was built in the last {OLDEST.total_seconds() / 3600:.0f} hours. If it "
    "was not: look whether the daemon is running and what the last runs failed of.",
)


def fresh(settings: Settings) -> dg.AssetCheckResult:
    """The check of a file that has just been published."""
    passed, said = look(settings, datetime.now(UTC))
    return dg.AssetCheckResult(
        asset_key=PUBLISHED,
        check_name=FRESH.name,
        passed=passed,
        description=said,
        severity=dg.AssetCheckSeverity.ERROR,
    )


@dg.sensor(
    name="freshness",
    minimum_interval_seconds=_EVERY_SECONDS,
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="Looks at the age of the published file every minute, and sets the check "
    f"`{FRESH.name}` on its page when it grows too old or is renewed. It starts no run.",
)
def freshness(context: dg.SensorEvaluationContext, settings: dg.ResourceParam[Settings]) -> dg.SensorResult:
    """One look; told of only where it differs from the last."""
    # A run has its say on this check reserved from its start, and what is said meanwhile would outlive it.
    if context.instance.get_runs(filters=dg.RunsFilter(statuses=list(_GOING_ON)), limit=1):
        return dg.SensorResult(skip_reason="a run is going on", cursor=context.cursor)
    passed, said = look(settings, datetime.now(UTC))
    state = "fresh" if passed else "late"
    if state == context.cursor:
        return dg.SensorResult(skip_reason=f"as before: {said}", cursor=state)
    evaluation = dg.AssetCheckEvaluation(
        asset_key=PUBLISHED,
        check_name=FRESH.name,
        passed=passed,
        severity=dg.AssetCheckSeverity.ERROR,
        description=said,
        metadata={},
    )
    return dg.SensorResult(asset_events=[evaluation], cursor=state)


def look(settings: Settings, now: datetime) -> tuple[bool, str]:
    """Whether the published file is young enough, and its age in words. `now` is in UTC."""
    try:
        ((built_at,),) = query(settings.database, "SELECT max(built_at) FROM meta.builds")[1]
    except QueryError as error:
        return False, str(error)
    age = now.replace(tzinfo=None) - built_at
    hours = age.total_seconds() / 3600
    return age <= OLDEST, f"built {built_at:%Y-%m-%d %H:%M} UTC, {hours:,.1f} hours ago"
