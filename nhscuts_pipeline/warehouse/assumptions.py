"""The baselines that marts divide by, each taken from a row of the sources.

Belongs here: which row each baseline is, and what to beware of. Its value stands in the sources alone.
"""

import re
from dataclasses import dataclass

import pandas as pd

from nhscuts_pipeline.contracts import core
from nhscuts_pipeline.contracts.converting import checked, rows_of


class AssumptionError(LookupError):
    """A baseline's row is not in the sources. The message says which and where it is expected."""


@dataclass(frozen=True, slots=True)
class Selector:
    """One baseline: the only row of series `series_id`, with the claims of documents that say the same.

    A claim says the same where measure, unit, value and modality are those of the row and `subjects` matches
    its subject. The row decides and the claims bear it out: were a claim to decide, any document dropped into
    the inbox could move the base of every rate.
    """

    assumption: str
    series_id: str
    subjects: re.Pattern[str]
    meaning: str


_NATIONAL = re.compile(r"NHS|England|NHS in England", re.IGNORECASE)
_BOARDS = re.compile(r".*\b(ICBs|integrated care boards)\b.*", re.IGNORECASE)

SELECTORS = (
    Selector(
        "annual_turnover",
        "turnover_claim_2006",
        _NATIONAL,
        "People who leave in a year, the base of redundancy rates. A minister's round claim of 2006 and "
        "undefined: whether it counts moves between employers is not known.",
    ),
    Selector(
        "halving_instruction_pct",
        "icb_running_cost_cut_pct",
        _BOARDS,
        "Share of running costs that the boards together were told to cut. It was never set for one board.",
    ),
    Selector(
        "cap_per_head_gbp",
        "icb_running_cost_target_per_head",
        _BOARDS,
        "Cost per head that replaced the instruction, over each region: all running costs with programme "
        "pay, without delegated commissioning. Not comparable with the running cost allowance.",
    ),
)


def assumptions(observations: pd.DataFrame, official_series: pd.DataFrame) -> pd.DataFrame:
    """`core.assumptions`. Raises `AssumptionError` where a baseline's row is missing or not the only one."""
    return checked(core.Assumptions, [_row(each, observations, official_series) for each in SELECTORS])


def _row(selector: Selector, observations: pd.DataFrame, series: pd.DataFrame) -> dict[str, object]:
    ids = series.loc[series["series_id"] == selector.series_id, "series_row_id"]
    if len(ids) != 1:
        raise AssumptionError(
            f"the assumption {selector.assumption} needs exactly one row of the series {selector.series_id} "
            f"in sources/reference/official_series.csv, and there are {len(ids)}"
        )
    (anchor,) = rows_of(observations[observations["observation_id"] == ids.iloc[0]])
    same = observations["claim_id"].notna() & observations["subject"].str.fullmatch(
        selector.subjects, na=False
    )
    for column in ("measure", "unit", "value", "modality"):
        same &= observations[column] == anchor[column]
    return {
        "assumption": selector.assumption,
        **{column: anchor[column] for column in _TAKEN_OVER},
        "claim_ids": sorted(observations.loc[same, "claim_id"]),
        "meaning": selector.meaning,
    }


_TAKEN_OVER = (
    "value",
    "qualifier",
    "unit",
    "measure",
    "subject",
    "claimant",
    "period_start",
    "period_end",
    "series_row_id",
    "source",
)
