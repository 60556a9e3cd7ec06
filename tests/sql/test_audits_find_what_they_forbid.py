"""Each audit finds nothing in a small sound warehouse, and something once one cell of it misleads."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from sound import COMBINED, PART, SOUND, TOTAL

from nhscuts_pipeline.contracts import registry
from nhscuts_pipeline.contracts.converting import checked
from nhscuts_pipeline.warehouse.audits import read_audits, run_audit
from nhscuts_pipeline.warehouse.store import Store

AUDITS = {audit.name: audit for audit in read_audits(Path(__file__).parents[2] / "dbt_like_sql")}
ICB, RATE = "marts.icb_running_cost_reductions", "marts.redundancy_rate"
RUNGS, RATIOS, SUMS = "staging.rungs", "staging.rung_ratios", "marts.reconciliation"
OBSERVED, BOARDS = "core.observations", "reference.organisations"


def emptied(*numbers: str) -> dict[str, None]:
    return {number + part: None for number in numbers for part in ("", "_qualifier")}


NO_PERIOD_RATE = emptied("turnover_in_period", "rate_of_period_turnover_pct")
NO_RATE = NO_PERIOD_RATE | emptied("rate_of_annual_turnover_pct", "turnover_days")

# Audit, table and what is changed in its first row; several changes are several ways to break one audit.
MISLEADING: list[tuple[str, str, dict[str, Any]]] = [
    ("rows_point_at_their_source", ICB, {"baseline_source": "reference.icb_running_costs/QAA-lost-00000000"}),
    ("rows_point_at_their_source", ICB, {"reduction_source": "core.assumptions/a_feeling"}),
    ("baselines_have_a_source", ICB, {"baseline_source": None}),
    (
        "combined_figures_stay_with_groups",
        ICB,
        {"baseline_source": f"reference.icb_running_costs/{COMBINED}"},
    ),
    ("combined_figures_stay_with_groups", ICB, {"baseline_source": "core.observations/paper-000000000000"}),
    ("baseline_kinds_are_not_mixed", ICB, {"baseline_kind": "operating_cost"}),
    ("baseline_kinds_are_not_mixed", ICB, {"basis": "cap_per_head"}),
    (
        "baseline_kinds_are_not_mixed",
        ICB,
        {"baseline_source": "reference.icb_running_costs/QAA-operating_cost-00000000"},
    ),
    ("every_board_has_the_instruction_once", ICB, {"basis": "published"}),
    ("reductions_add_up", ICB, {"target_gbp": 5000000.0}),
    (
        "one_value_a_fact_and_account",
        "reference.icb_running_costs",
        {"fact": "operating_cost", "period": None, "as_of": "2025", "basis": "costs otherwise"},
    ),
    ("rates_are_of_outcomes", "core.observations", {"modality": "potential"}),
    ("rates_are_of_outcomes", "core.observations", {"measure": "redundancy_notices"}),
    ("rates_do_not_mix_units", "core.observations", {"unit": "fte"}),
    ("rates_agree_with_one_another", RATE, {"rate_of_period_turnover_pct": 0.6946}),
    ("missing_rates_say_why", RATE, NO_RATE),
    ("bounds_are_not_shown_as_exact", "core.observations", {"qualifier": "over"}),
    ("bounds_are_not_shown_as_exact", ICB, {"baseline_precision": "over", "note": "more or less"}),
    ("rows_point_at_their_source", "marts.claim_to_outcome", {"observation_ids": []}),
    ("rows_point_at_their_source", SUMS, {"part_ids": ["paper-lost"]}),
    ("rows_point_at_their_source", "marts.timeline", {"source_row": "reference.regions/nowhere"}),
    (
        "combined_figures_stay_with_groups",
        "marts.posts_cut_by_organisation",
        {"source_rows": [f"reference.icb_running_costs/{COMBINED}"]},
    ),
    ("combined_figures_stay_with_groups", "marts.cuts_by_region", {"source_ids": [COMBINED]}),
    (
        "combined_figures_stay_with_groups",
        "marts.timeline",
        {"source_row": f"reference.icb_running_costs/{COMBINED}"},
    ),
    ("combined_figures_stay_with_groups", BOARDS, {"successor_ids": ["a-and-b", "c-icb"]}),
    # A plan, a fear or a contested number among the outcomes.
    ("outcomes_happened", OBSERVED, {"modality": "planned"}),
    ("outcomes_happened", OBSERVED, {"modality": "disputed"}),
    # People beside posts or full-time equivalents.
    ("sums_and_ratios_keep_to_one_unit", OBSERVED, {"unit": "fte"}),
    ("sums_and_ratios_keep_to_one_unit", "marts.savings_per_post", {"unit": "posts"}),
    ("sums_and_ratios_keep_to_one_unit", SUMS, {"unit": "posts"}),
    ("sums_and_ratios_keep_to_one_unit", RATIOS, {"unit": None}),
    # Half a year over another time.
    ("ratios_are_of_one_period", RATE, NO_PERIOD_RATE),
    ("ratios_are_of_one_period", OBSERVED, {"period_start": "2006-04-01", "period_end": "2006-09-30"}),
    ("ratios_are_of_one_period", RUNGS, {"period_start": "2006-04-01", "period_end": "2006-09-30"}),
    # A part that stands twice, is the total, or holds another.
    ("parts_count_once", SUMS, {"part_ids": [PART, PART]}),
    ("parts_count_once", SUMS, {"part_ids": [PART, TOTAL]}),
    ("parts_count_once", "staging.statements", {"staff_group": None}),
    ("parts_count_once", "marts.cuts_by_region", {"source_ids": [TOTAL, TOTAL]}),
    # A bound, a range or a round number behind a number that is called exact.
    ("bounds_go_through_the_arithmetic", OBSERVED, {"qualifier": "over"}),
    ("bounds_go_through_the_arithmetic", OBSERVED, {"qualifier": "about"}),
    ("bounds_go_through_the_arithmetic", RUNGS, {"qualifier": "under"}),
    ("bounds_go_through_the_arithmetic", RATE, {"turnover_days_qualifier": "exact"}),
    ("bounds_go_through_the_arithmetic", RATE, {"turnover_in_period_qualifier": "exact"}),
    ("bounds_go_through_the_arithmetic", "reference.icb_running_costs", {"precision": "rounded to £m"}),
    ("bounds_go_through_the_arithmetic", "marts.cuts_by_region", {"stated_qualifier": "over"}),
    ("bounds_go_through_the_arithmetic", "marts.claimant_scorecard", {"foretold_qualifier": "about"}),
    ("claims_count_each_figure_once", "core.claims", {"figure_ids": []}),
    ("claims_count_each_figure_once", "core.documents", {"superseded_by": "original"}),
    ("quotes_stand_in_their_documents", "core.documents", {"text": "The 903 redundancies."}),
    ("quotes_stand_in_their_documents", "core.figures", {"quote": "Some 903 redundancies."}),
]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = Store(tmp_path_factory.mktemp("sound") / "build.duckdb")
    for name, rows in SOUND.items():
        table = registry.contract(name)
        store.replace(table, checked(table, rows))
    return store


def test_nothing_is_found_in_a_sound_warehouse(sound: Store) -> None:
    assert {name: len(run_audit(sound, audit)) for name, audit in AUDITS.items()} == dict.fromkeys(AUDITS, 0)


@pytest.mark.parametrize(("audit", "name", "change"), MISLEADING)
def test_what_misleads_is_found(
    sound: Store, tmp_path: Path, audit: str, name: str, change: dict[str, Any]
) -> None:
    store = Store(Path(shutil.copy(sound.path, tmp_path)))
    table = registry.contract(name)
    first, *others = SOUND[name]
    store.replace(table, checked(table, [{**first, **change}, *others]))
    assert not run_audit(store, AUDITS[audit]).empty


def test_every_audit_is_shown_to_find_something() -> None:
    assert {audit for audit, _, _ in MISLEADING} == set(AUDITS)
