"""Charts of tables: one function a table, drawn from its rows.

Belongs here: the pictures. A table without a function here has none, and needs none. Does not belong here:
where a chart is shown.
"""

from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING

import pandas as pd

from nhscuts_pipeline.contracts.base import Table
from nhscuts_pipeline.contracts.marts import boards, rates
from nhscuts_pipeline.contracts.vocabulary import Qualifier

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def chart(table: type[Table], read: Callable[[type[Table]], pd.DataFrame]) -> bytes | None:
    """The chart of a table as PNG; None where it has none, or has no row to draw. `read` gives the rows."""
    draw = _CHARTS.get(table)
    if draw is None or (rows := read(table)).empty:
        return None
    # Half a second to import, and most commands draw nothing.
    from matplotlib.figure import Figure

    figure = Figure(figsize=(8, 4.5), dpi=80, layout="constrained")
    if not draw(rows, figure):
        return None
    png = BytesIO()
    # Without the name of the library that drew it: the same rows give the same bytes.
    figure.savefig(png, format="png", metadata={"Software": None})
    return png.getvalue()


def _redundancy_rate(rows: pd.DataFrame, figure: "Figure") -> bool:
    """Compulsory redundancies of England from the official series, as shares of the period's leavers."""
    chosen = rows[
        (rows["origin"] == "official_series")
        & (rows["redundancy_kind"] == "compulsory")
        & (rows["subject"] == "England")
        & rows["staff_group"].isna()
        & rows["rate_of_period_turnover_pct"].notna()
        # A bar would make a bound or an approximate number look exact.
        & (rows["redundancies_qualifier"] == Qualifier.EXACT)
    ].sort_values(["period_start", "period_end"])
    if chosen.empty:
        return False
    labels = [
        f"{start:%b %Y} to {end:%b %Y}"
        for start, end in zip(chosen["period_start"], chosen["period_end"], strict=True)
    ]
    axes = figure.subplots()
    bars = axes.barh(labels, chosen["rate_of_period_turnover_pct"], color="#2f6b8f")
    axes.bar_label(bars, [f"{count:,.0f} people" for count in chosen["redundancies"]], padding=3)
    axes.invert_yaxis()
    axes.margins(x=0.25)
    axes.set_xlabel("percent of those who leave in as long a period anyway")
    axes.set_title("Compulsory redundancies in England, official series")
    return True


def _icb_running_cost_reductions(rows: pd.DataFrame, figure: "Figure") -> bool:
    """What halving the running cost allowance would take from each board, and what it would leave."""
    chosen = rows[
        (rows["basis"] == "instruction_to_halve")
        & (rows["baseline_kind"] == "running_cost_allowance")
        & rows["target_gbp"].notna()
        & rows["reduction_gbp"].notna()
    ].sort_values("baseline_gbp", ascending=False)
    if chosen.empty:
        return False
    figure.set_size_inches(8, max(4.5, 0.2 * len(chosen) + 1))
    names = chosen["icb"].str.removeprefix("NHS ").str.removesuffix(" Integrated Care Board")
    names += [
        "" if precision == "exact" else f" ({precision or 'precision not known'})"
        for precision in chosen["baseline_precision"].where(chosen["baseline_precision"].notna(), None)
    ]
    target, reduction = chosen["target_gbp"] / 1e6, chosen["reduction_gbp"] / 1e6
    axes = figure.subplots()
    axes.barh(names, target, color="#2f6b8f", label="left")
    axes.barh(names, reduction, left=target, color="#d9a441", label="to go")
    axes.invert_yaxis()
    axes.margins(y=0.01)
    axes.tick_params(axis="y", labelsize=7)
    axes.set_xlabel("£m a year, running cost allowance 2024-25")
    axes.set_title("The instruction to halve, board by board")
    axes.legend(loc="lower right")
    return True


_CHARTS: dict[type[Table], Callable[[pd.DataFrame, "Figure"], bool]] = {
    rates.RedundancyRate: _redundancy_rate,
    boards.IcbRunningCostReductions: _icb_running_cost_reductions,
}
