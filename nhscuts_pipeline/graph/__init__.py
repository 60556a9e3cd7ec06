"""The pipeline as Dagster sees it: assets, checks, jobs, schedule, sensors, and how to run it in process.

Belongs here: what depends on what, and what a person reads about a step in the Dagster UI. Does not belong
here: how a step works; an asset calls one or two functions of another room. Only this package and
`definitions` import dagster.
"""
