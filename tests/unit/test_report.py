"""What people look at shows what was found and nothing else."""

from io import BytesIO

import pandas as pd
import pytest
from PIL import Image

from nhscuts_pipeline.contracts.base import Table
from nhscuts_pipeline.contracts.converting import convert
from nhscuts_pipeline.contracts.core import Claims
from nhscuts_pipeline.contracts.marts import boards, rates
from nhscuts_pipeline.extraction.engine import Extractor
from nhscuts_pipeline.extraction.names import Names
from nhscuts_pipeline.report.charts import chart
from nhscuts_pipeline.report.marked_text import marked_text

TEXT = "## Cuts *ahead*\n\nLeeds PCT will cut 200 posts, about 5% of its [staff].\n"


def test_every_figure_is_marked_where_it_stands_and_listed() -> None:
    figures = Extractor(Names([])).extract(TEXT)
    assert [TEXT[figure.span_start : figure.span_end] for figure in figures] == ["200", "5%"]
    body, _, table = marked_text(TEXT, figures).partition("\n\n|")
    flags = ["⚑" if figure.needs_review else "" for figure in figures]
    assert body == (
        f"## Cuts \\*ahead\\*\n\nLeeds PCT will cut **[200]¹{flags[0]}** posts, about **[5%]²{flags[1]}** "
        "of its \\[staff\\]."
    )
    lines = table.splitlines()
    assert len(lines) == 2 + len(figures)
    assert "200 posts | posts cut | planned" in lines[2]


def test_a_text_without_figures_says_so() -> None:
    assert marked_text("Nothing *here*.", []) == "Nothing \\*here\\*.\n\n*No figure was found in this text.*"


RATE = {
    "observation_id": "a",
    "origin": "official_series",
    "subject": "England",
    "redundancy_kind": "compulsory",
    "period_start": "2006-04-01",
    "period_end": "2006-09-30",
    "redundancies": 903,
    "redundancies_qualifier": "exact",
    "rate_of_period_turnover_pct": 1.39,
    "source": "somewhere",
}
BOARD = {
    "icb": "NHS Example Integrated Care Board",
    "basis": "instruction_to_halve",
    "baseline_kind": "running_cost_allowance",
    "baseline_precision": "exact",
    "baseline_gbp": 10.0,
    "reduction_gbp": 5.0,
    "target_gbp": 5.0,
    "reduction_source": "somewhere",
}


def drawn(table: type[Table], rows: list[dict[str, object]]) -> bytes | None:
    frame: pd.DataFrame = convert(table, rows)[0]
    return chart(table, lambda _: frame)


@pytest.mark.parametrize(
    ("table", "row"), [(rates.RedundancyRate, RATE), (boards.IcbRunningCostReductions, BOARD)]
)
def test_a_chart_is_a_picture_and_the_same_for_the_same_rows(
    table: type[Table], row: dict[str, object]
) -> None:
    picture = drawn(table, [row])
    assert picture is not None
    assert Image.open(BytesIO(picture)).size[0] == 640
    assert drawn(table, [row]) == picture


@pytest.mark.parametrize(
    "change",
    [
        {"redundancies_qualifier": "over"},
        {"redundancies_qualifier": "about"},
        {"origin": "claim"},
        {"subject": "London"},
        {"rate_of_period_turnover_pct": None},
    ],
)
def test_no_bar_is_drawn_of_what_is_not_exact_or_not_alike(change: dict[str, object]) -> None:
    assert drawn(rates.RedundancyRate, [{**RATE, **change}]) is None
    both = drawn(rates.RedundancyRate, [RATE, {**RATE, **change, "observation_id": "b"}])
    assert both == drawn(rates.RedundancyRate, [RATE])


def test_boards_of_other_money_stand_in_no_bar_beside_the_allowances() -> None:
    other = {**BOARD, "icb": "NHS Other", "baseline_kind": "operating_cost"}
    assert drawn(boards.IcbRunningCostReductions, [other]) is None
    assert drawn(boards.IcbRunningCostReductions, [BOARD, other]) == drawn(
        boards.IcbRunningCostReductions, [BOARD]
    )


def test_a_baseline_that_is_not_exact_says_so_in_its_label() -> None:
    rounded = {**BOARD, "baseline_precision": "rounded to £m"}
    assert drawn(boards.IcbRunningCostReductions, [rounded]) != drawn(
        boards.IcbRunningCostReductions, [BOARD]
    )


def test_a_table_without_a_picture_has_none() -> None:
    assert drawn(Claims, []) is None
