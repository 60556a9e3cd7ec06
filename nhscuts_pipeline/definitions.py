"""Dagster's way in: `workspace.yaml` names this module.

Belongs here: nothing but the way in. Loading it reads the code and `dbt_like_sql/`; it opens no source file
and no database, so the UI comes up even where the sources are broken.
"""

import dagster as dg

from nhscuts_pipeline.graph.assemble import build_definitions
from nhscuts_pipeline.settings import Settings


@dg.definitions
def defs() -> dg.Definitions:
    """The project that the working directory, or `NHSCUTS_ROOT`, points to."""
    return build_definitions(Settings.read())
