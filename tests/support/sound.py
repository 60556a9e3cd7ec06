"""A small warehouse in which nothing misleads: one row or two a table, for tests to break."""

from typing import Any

URL = "https://example.org/"
ALLOWANCE = "QAA-running_cost_allowance-00000000"
COMBINED = "QAA-combined_operating_cost-00000000"
TOTAL, PART = "paper-000000000000", "paper-000000000001"
OTHER, MONEY = "paper-000000000002", "paper-000000000003"
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

OBSERVATION = {
    **{name: value for name, value in FIGURE.items() if name != "quote"},
    "origin": "claim",
    "document_id": "paper",
    "source": "P, T",
}
STATEMENT = {
    **{name: value for name, value in OBSERVATION.items() if name != "claim_id"},
    "source_key": "paper",
    "subject_key": "a-trust",
    "scope": "body",
    "region": "London",
    "said_by": "P",
    "own_voice": True,
    "topic": "jobs",
    "lower": 903.0,
    "upper": 903.0,
    "approximate": False,
    "tolerance": 0.0,
    "in_words": "903 people",
}
RUNG = {
    "subject_key": "a-trust",
    "wave_from": "2006-04-01",
    "unit": "people",
    "measure": "redundancies",
    "approximate": False,
    "value": 903.0,
    "qualifier": "exact",
    "disagreement": False,
    "said": "903 people (P)",
}

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
        },
        {**OBSERVATION, "observation_id": PART, "claim_id": PART, "value": 900.0},
        {**OBSERVATION, "observation_id": OTHER, "claim_id": OTHER, "value": 3.0},
        {
            **OBSERVATION,
            "observation_id": MONEY,
            "claim_id": MONEY,
            "value": 9030.0,
            "unit": "gbp",
            "measure": "redundancy_cost",
        },
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
            "redundancies_qualifier": "exact",
            "unit": "people",
            "annual_turnover": 130000.0,
            "annual_turnover_qualifier": "about",
            "turnover_in_period": 65000.0,
            "turnover_in_period_qualifier": "about",
            "rate_of_annual_turnover_pct": 0.6946,
            "rate_of_annual_turnover_pct_qualifier": "about",
            "rate_of_period_turnover_pct": 1.3892,
            "rate_of_period_turnover_pct_qualifier": "about",
            "annualised": 1806.0,
            "annualised_qualifier": "exact",
            "turnover_days": 2.54,
            "turnover_days_qualifier": "about",
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
            "baseline_gbp_qualifier": "exact",
            "reduction_pct": 50.0,
            "reduction_pct_qualifier": "exact",
            "reduction_gbp": 6000000.0,
            "reduction_gbp_qualifier": "exact",
            "target_gbp": 6000000.0,
            "target_gbp_qualifier": "exact",
            "baseline_source": f"reference.icb_running_costs/{ALLOWANCE}",
            "reduction_source": "core.assumptions/halving_instruction_pct",
        }
    ],
    "reference.regions": [
        {
            "region_id": "a-and-b",
            "name": "A and B",
            "kind": "icb_cluster",
            "aliases": [],
            "icb_ods_codes": ["QAA"],
            "icb_ids": ["a-icb"],
            "source_url": URL,
        }
    ],
    "staging.statements": [
        {**STATEMENT, "observation_id": PART, "staff_group": "clinical"},
        {**STATEMENT, "observation_id": OTHER, "staff_group": "non-clinical"},
        {**STATEMENT, "observation_id": TOTAL},
    ],
    "staging.rungs": [
        {**RUNG, "rung": "redundancies", "observation_ids": [TOTAL]},
        {
            **RUNG,
            "rung": "notices",
            "measure": "redundancy_notices",
            "period_start": "2006-10-01",
            "period_end": "2007-03-31",
            "observation_ids": [PART],
        },
    ],
    "staging.rung_ratios": [
        {
            "subject_key": "a-trust",
            "wave_from": "2006-04-01",
            "rung": "redundancies",
            "of_rung": "notices",
            "unit": "people",
            "pct": 100.0,
            "qualifier": "exact",
        }
    ],
    "marts.claim_to_outcome": [
        {
            "subject": "A trust",
            "subject_key": "a-trust",
            "scope": "body",
            "wave_from": "2006-04-01",
            "redundancies": 903.0,
            "redundancies_qualifier": "exact",
            "who_said": "redundancies: 903 people (P)",
            "observation_ids": [TOTAL],
        }
    ],
    "marts.contested_figures": [
        {
            "subject": "A trust",
            "subject_key": "a-trust",
            "measure": "redundancies",
            "unit": "people",
            "stage": "outcome",
            "conflict": "two claims",
            "larger": 903.0,
            "larger_qualifier": "exact",
            "larger_said_by": "P",
            "larger_modality": "actual",
            "larger_source": "P, T",
            "smaller": 900.0,
            "smaller_qualifier": "exact",
            "smaller_said_by": "Q",
            "smaller_modality": "actual",
            "smaller_source": "P, T",
            "difference": 3.0,
            "difference_qualifier": "exact",
            "larger_id": TOTAL,
            "smaller_id": PART,
        }
    ],
    "marts.reconciliation": [
        {
            "total_id": TOTAL,
            "divided_by": "staff group",
            "measure": "redundancies",
            "unit": "people",
            "said_by": "P",
            "total": 903.0,
            "total_qualifier": "exact",
            "parts": 2,
            "parts_in_words": "900 people clinical + 3 people non-clinical",
            "parts_sum": 903.0,
            "parts_sum_qualifier": "exact",
            "status": "balanced",
            "remainder": 0.0,
            "remainder_qualifier": "exact",
            "parts_of_total_pct": 100.0,
            "parts_of_total_pct_qualifier": "exact",
            "part_ids": [PART, OTHER],
            "source": "P, T",
        }
    ],
    "marts.savings_per_post": [
        {
            "money_measure": "redundancy_cost",
            "number_measure": "redundancies",
            "modality": "actual",
            "money_gbp": 9030.0,
            "money_gbp_qualifier": "exact",
            "number": 903.0,
            "number_qualifier": "exact",
            "unit": "people",
            "gbp_each": 10.0,
            "gbp_each_qualifier": "exact",
            "said_by": "P",
            "put_together_by": "one sentence",
            "money_id": MONEY,
            "number_id": TOTAL,
            "source": "P, T",
            "subject_key": "a-trust",
        }
    ],
    "marts.posts_cut_by_organisation": [
        {
            "subject": "A trust",
            "subject_key": "a-trust",
            "scope": "body",
            "stage": "gone",
            "unit": "people",
            "posts": 903.0,
            "posts_qualifier": "exact",
            "disagreement": False,
            "said": "903 people (P)",
            "source_rows": [f"core.observations/{TOTAL}"],
            "source": "P, T",
        }
    ],
    "marts.cuts_by_region": [
        {
            "region": "London",
            "year": 2006,
            "rung": "redundancies",
            "unit": "people",
            "bodies": 1,
            "bodies_sum": 903.0,
            "bodies_sum_qualifier": "exact",
            "bodies_in_words": "903 at A trust",
            "stated": 1806.0,
            "stated_qualifier": "exact",
            "bodies_of_stated_pct": 50.0,
            "bodies_of_stated_pct_qualifier": "exact",
            "source_ids": [TOTAL],
        }
    ],
    "marts.claimant_scorecard": [
        {
            "claimant": "Q",
            "claimant_key": "q",
            "measure": "redundancies",
            "modality": "potential",
            "unit": "people",
            "foretold": 1806.0,
            "foretold_qualifier": "exact",
            "outcome": 903.0,
            "outcome_qualifier": "exact",
            "outcome_said": "903 people (P)",
            "outcome_of_foretold_pct": 50.0,
            "outcome_of_foretold_pct_qualifier": "exact",
            "observation_id": PART,
            "outcome_ids": [TOTAL],
            "source": "P, T",
        }
    ],
    "marts.timeline": [
        {
            "date_basis": "published",
            "event": "claim",
            "subject": "A ICB",
            "subject_key": "a-icb",
            "what": "P: 903 people",
            "source_row": f"core.observations/{TOTAL}",
            "source": "P, T",
        }
    ],
    "marts.icb_clusters_and_mergers": [
        {
            "group_id": "a-and-b",
            "group_name": "A and B",
            "change": "cluster",
            "members": 1,
            "member_names": "A ICB",
            "allowance_gbp": 12000000.0,
            "allowance_gbp_qualifier": "exact",
            "combined_rows": [f"reference.icb_running_costs/{COMBINED}"],
        }
    ],
}
