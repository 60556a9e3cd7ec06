"""The one job and its schedule."""

import dagster as dg

JOB = "build_warehouse"

build_warehouse = dg.define_asset_job(
    JOB,
    selection=dg.AssetSelection.all(),
    description="From the sources to the published warehouse: every table, every check, then the swap.",
    # DuckDB lets one process write. Steps in processes of their own would lock one another out.
    executor_def=dg.in_process_executor,
)

daily = dg.ScheduleDefinition(
    name="daily",
    job=build_warehouse,
    cron_schedule="0 6 * * *",
    # A reader in England expects six o'clock in summer too.
    execution_timezone="Europe/London",
    default_status=dg.DefaultScheduleStatus.RUNNING,
    description="Builds and publishes the warehouse every morning at six, London time.",
)
