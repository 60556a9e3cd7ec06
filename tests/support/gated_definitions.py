"""The project's definitions with a gate: while the file `gate` lies in the project, every run waits half way.

It waits within its step `claims`, after the documents were read and before any mart is built: in Python, as
work would, so that a signal reaches it.
"""

import time
from pathlib import Path

import dagster as dg
import pandas as pd

from nhscuts_pipeline.graph import core_assets
from nhscuts_pipeline.graph.assemble import build_definitions
from nhscuts_pipeline.settings import Settings
from nhscuts_pipeline.warehouse.claims import claims

SETTINGS = Settings.read()
GATE = SETTINGS.root / "gate"


def _gated(figures: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    arrived = Path(f"{GATE}.arrived")
    arrived.touch()
    while GATE.exists():
        time.sleep(0.1)
    arrived.unlink(missing_ok=True)
    return claims(figures, documents)


core_assets.claims = _gated


@dg.definitions
def defs() -> dg.Definitions:
    """As `nhscuts_pipeline.definitions`."""
    return build_definitions(SETTINGS)
