"""Each audit finds nothing in a small sound warehouse, and something once one cell of it misleads."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from nhscuts_pipeline.contracts import registry
from nhscuts_pipeline.contracts.converting import checked
from nhscuts_pipeline.warehouse.audits import read_audits, run_audit
from nhscuts_pipeline.warehouse.store import Store

AUDITS = {audit.name: audit for audit in read_audits(Path(__file__).parents[2] / "dbt_like_sql")}
URL = "https://example.org/"
ALLOWANCE = "QAA-running_cost_allowance-00000000"
COMBINED = "QAA-combined_operating_cost-00000000"
FIGURE = {
    "value": 903.0,
    "qualifier": "exact",
    "unit": "people",
    "measure": "redundancies",
    "modality": "actual",
    "quote": "The 903 redundancies.",
}
FACT = {"ods_code": "QAA", "unit": "gbp", "precision": "exact", "basis": "costs", "source_url": URL}
SERIES = {"series_row_id": "s-00000000", "source": "A ministry", "meaning": "What it is"}

SOUND: dict[str, list[dict[str, Any]]] = {
    "reference.organisations": [
        {
            "organisation_id": "a-icb",
            "ods_code": "QAA",
            "name": "A ICB",
            "kind": "icb",
            "opened": "2022-07-01",
            "source_url": URL,
        }
    ],
    "reference.icb_running_costs": [
        {
            **FACT,
            "fact_id": ALLOWANCE,
            "fact": "running_cost_allowance",
            "value": 12000000.0,
            "period": "2024-25",
        },
        {
            **FACT,
            "fact_id": COMBINED,
            "fact": "combined_operating_cost",
            "value": 53000000.0,
            "as_of": "2025",
        },
        {
            **FACT,
            "fact_id": "QAA-operating_cost-00000000",
            "fact": "operating_cost",
            "value": 3.0,
            "as_of": "2025",
        },
    ],
    "core.documents": [
        {
            "document_id": "paper",
            "title": "T",
            "publisher": "P",
            "kind": "paper",
            "path": "p.md",
            "sha256": "0" * 64,
            "text": "Ünd so: The 903 redundancies.",
        }
    ],
    "core.figures": [
        {
            **FIGURE,
            "figure_id": "paper-000000000000",
            "document_id": "paper",
            "span_start": 12,
            "span_end": 15,
            "span_text": "903",
            "origin": "extracted",
            "extractor_version": "1",
            "rules": "{}",
        }
    ],
    "core.claims": [
        {
            **FIGURE,
            "claim_id": "paper-000000000000",
            "document_id": "paper",
            "figure_ids": ["paper-000000000000"],
            "mentions": 1,
        }
    ],
    "core.observations": [
        {
            **{name: value for name, value in FIGURE.items() if name != "quote"},
            "observation_id": "paper-000000000000",
            "origin": "claim",
            "claim_id": "paper-000000000000",
            "document_id": "paper",
            "source": "P, T",
        }
    ],
    "core.assumptions": [
        {
            **SERIES,
            "assumption": "annual_turnover",
            "value": 130000.0,
            "qualifier": "about",
            "unit": "people",
            "measure": "turnover",
        },
        {
            **SERIES,
            "assumption": "halving_instruction_pct",
            "value": 50.0,
            "qualifier": "exact",
            "unit": "percent",
            "measure": "running_cost_cut",
        },
    ],
    "marts.redundancy_rate": [
        {
            "observation_id": "paper-000000000000",
            "origin": "claim",
            "months": 6.0,
            "redundancies": 903.0,
            "annual_turnover": 130000.0,
            "turnover_in_period": 65000.0,
            "rate_of_annual_turnover_pct": 0.6946,
            "rate_of_period_turnover_pct": 1.3892,
            "annualised": 1806.0,
            "turnover_days": 2.54,
            "source": "P, T",
        }
    ],
    "marts.icb_running_cost_reductions": [
        {
            "ods_code": "QAA",
            "icb": "A ICB",
            "basis": "instruction_to_halve",
            "baseline_kind": "running_cost_allowance",
            "baseline_precision": "exact",
            "baseline_gbp": 12000000.0,
            "reduction_pct": 50.0,
            "reduction_gbp": 6000000.0,
            "target_gbp": 6000000.0,
            "baseline_source": f"reference.icb_running_costs/{ALLOWANCE}",
            "reduction_source": "core.assumptions/halving_instruction_pct",
        }
    ],
}
ICB, RATE = "marts.icb_running_cost_reductions", "marts.redundancy_rate"
NO_RATE = {
    "turnover_in_period": None,
    "rate_of_annual_turnover_pct": None,
    "rate_of_period_turnover_pct": None,
    "turnover_days": None,
}

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
