"""Figures become claims, observations and assumptions without losing, adding or blurring anything."""

import dataclasses
import hashlib
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nhscuts_pipeline.contracts import core, reference
from nhscuts_pipeline.contracts.base import Table
from nhscuts_pipeline.contracts.checking import ContractError
from nhscuts_pipeline.contracts.converting import rows_of
from nhscuts_pipeline.contracts.vocabulary import Measure, Modality, Qualifier, RedundancyKind, Unit
from nhscuts_pipeline.documents.document import Document, Refusal
from nhscuts_pipeline.extraction.figure import Figure
from nhscuts_pipeline.warehouse.assumptions import AssumptionError, assumptions
from nhscuts_pipeline.warehouse.claims import claims
from nhscuts_pipeline.warehouse.core_tables import (
    documents_frame,
    figures_frame,
    refused_documents_frame,
    split_figures,
)
from nhscuts_pipeline.warehouse.observations import observations
from nhscuts_pipeline.warehouse.reference_tables import read_reference

TEXT = "The 903 redundancies. All 903 were compulsory, and 903 in England. Some 130,000 leave."
DOCUMENT = Document(
    document_id="paper",
    title="Redundancies",
    publisher="The Paper",
    published_from=date(2006, 10, 31),
    published_to=date(2006, 10, 31),
    url="https://example.org/paper",
    kind="digest",
    path="documents/paper.md",
    sha256=hashlib.sha256(b"").hexdigest(),
    text=TEXT,
    supersedes=None,
)
FIRST = Figure(
    span_start=4,
    span_end=7,
    quote="The 903 redundancies.",
    value=903.0,
    value_to=None,
    qualifier=Qualifier.EXACT,
    unit=Unit.PEOPLE,
    measure=Measure.REDUNDANCIES,
    redundancy_kind=RedundancyKind.COMPULSORY,
    staff_group=None,
    subject="England",
    subject_id="england",
    claimant="Department of Health",
    claimant_id="dh",
    modality=Modality.ACTUAL,
    period_start="2006-04-01",
    period_end="2006-09-30",
    needs_review=None,
    rules={"unit": "head noun"},
)
SPANS = ((4, 7), (26, 29), (51, 54))


def mention(index: int, **changes: Any) -> Figure:
    start, end = SPANS[index]
    return dataclasses.replace(FIRST, span_start=start, span_end=end, quote=TEXT, **changes)


def frames(
    figures: Sequence[Figure], superseded_by: dict[str, str] | None = None
) -> tuple[pd.DataFrame, pd.DataFrame]:
    good, refused = split_figures(figures_frame([DOCUMENT], {"paper": figures}, "1"))
    assert refused.empty, refused["reasons"].tolist()
    return good, documents_frame([DOCUMENT], superseded_by or {})


@pytest.fixture(scope="module")
def tables() -> dict[type[Table], pd.DataFrame]:
    return read_reference(Path(__file__).parents[2] / "sources" / "reference")


def observed(figures: Sequence[Figure], tables: dict[type[Table], pd.DataFrame]) -> pd.DataFrame:
    good, documents = frames(figures)
    return observations(
        claims(good, documents),
        documents,
        tables[reference.OfficialSeries],
        tables[reference.Organisations],
        tables[reference.Regions],
    )


def test_a_figure_keeps_its_id_whatever_the_extractor_makes_of_it() -> None:
    def ids(*figures: Figure, version: str = "1") -> list[str]:
        return figures_frame([DOCUMENT], {"paper": figures}, version)["figure_id"].tolist()

    assert ids(mention(0)) == ids(mention(0, measure=Measure.POSTS_CUT, value=902.0), version="2")
    assert len(set(ids(mention(0), mention(1), mention(2)))) == 3
    assert ids(mention(0))[0].startswith("paper-")


def test_a_figure_has_the_characters_of_its_span_and_the_rules_that_made_it() -> None:
    good, _ = frames([mention(1)])
    row = rows_of(good)[0]
    assert (row["span_text"], row["rules"], row["origin"]) == ("903", '{"unit": "head noun"}', "extracted")


def test_what_breaks_the_contract_goes_to_quarantine_once_with_every_reason() -> None:
    broken = mention(1, qualifier=Qualifier.RANGE, period_start="2006-02-30", subject_id="Not An Id")
    good, refused = split_figures(figures_frame([DOCUMENT], {"paper": [mention(0), broken, mention(2)]}, "1"))
    assert good["span_start"].tolist() == [4, 51]
    assert refused["span_start"].tolist() == ["26"]
    assert refused["period_start"].tolist() == ["2006-02-30"], "what was refused is kept as it was"
    reasons = "; ".join(refused["reasons"].iloc[0])
    for reason in ("period_start is '2006-02-30'", "subject_id is 'Not An Id'", "value_to must be filled"):
        assert reason in reasons
    assert len(refused["reasons"].iloc[0]) == 3


def test_two_readings_of_one_number_are_both_refused() -> None:
    good, refused = split_figures(
        figures_frame([DOCUMENT], {"paper": [mention(0), mention(0, unit=Unit.FTE), mention(1)]}, "1")
    )
    assert len(good) == 1
    assert len(refused) == 2


def test_a_span_outside_its_quote_is_refused() -> None:
    _, refused = split_figures(
        figures_frame([DOCUMENT], {"paper": [dataclasses.replace(FIRST, quote="No.")]}, "1")
    )
    assert refused["reasons"].iloc[0] == ["span_text does not stand in quote"]


def test_no_figures_and_no_refusals_are_empty_tables() -> None:
    good, refused = split_figures(figures_frame([DOCUMENT], {}, "1"))
    assert (len(good), len(refused), len(refused_documents_frame([]))) == (0, 0, 0)
    assert claims(good, documents_frame([DOCUMENT], {})).empty


def test_refused_documents_keep_their_reason() -> None:
    frame = refused_documents_frame([Refusal("inbox/a.md", "it has no text: write some", None)])
    assert rows_of(frame) == [{"path": "inbox/a.md", "reason": "it has no text: write some", "sha256": None}]


def test_mentions_of_the_same_fold_into_one_claim() -> None:
    same = [mention(2, needs_review="weak"), mention(0), mention(1, claimant="the Department of Health")]
    (claim,) = rows_of(claims(*frames(same)))
    good, _ = frames(same)
    in_order = good.sort_values("span_start")["figure_id"].tolist()
    assert claim["mentions"] == 3
    assert list(claim["figure_ids"]) == in_order  # type: ignore[call-overload]
    assert claim["claim_id"] == in_order[0]
    assert claim["quote"] == TEXT
    assert claim["claimant"] == "Department of Health", "texts are those of the first mention"
    assert claim["needs_review"] == "weak", "a doubt about one mention is a doubt about the claim"


@pytest.mark.parametrize(
    "change",
    [
        {"value": 904.0},
        {"value_to": 950.0, "qualifier": Qualifier.RANGE},
        {"qualifier": Qualifier.ABOUT},
        {"unit": Unit.FTE},
        {"measure": Measure.REDUNDANCY_NOTICES},
        {"redundancy_kind": None},
        {"staff_group": "clinical"},
        {"subject": "London", "subject_id": "london"},
        {"subject": None, "subject_id": None},
        {"claimant": "Royal College of Nursing", "claimant_id": "rcn"},
        {"claimant": None, "claimant_id": None},
        {"modality": Modality.DISPUTED},
        {"period_start": "2006-04-02"},
        {"period_end": None},
    ],
)
def test_what_differs_in_meaning_never_folds(change: dict[str, Any]) -> None:
    assert claims(*frames([mention(0), mention(1, **change)]))["mentions"].tolist() == [1, 1]


def test_unresolved_names_are_one_where_case_and_punctuation_alone_differ() -> None:
    names = ["St. Elsewhere's Trust", "ST ELSEWHERE'S TRUST", "Another trust"]
    figures = [mention(i, subject=name, subject_id=None) for i, name in enumerate(names)]
    assert sorted(claims(*frames(figures))["mentions"]) == [1, 2]


def test_figures_of_a_superseded_document_count_in_no_claim() -> None:
    assert claims(*frames([mention(0)], {"paper": "original"})).empty


@given(
    st.lists(
        st.fixed_dictionaries(
            {
                "value": st.sampled_from([903.0, 20000.0]),
                "claimant": st.sampled_from(["A", "a", "B", None]),
                "claimant_id": st.none(),
                "modality": st.sampled_from(list(Modality)),
            }
        ),
        min_size=3,
        max_size=3,
    ),
    st.randoms(use_true_random=False),
)
@settings(deadline=None, max_examples=40)
def test_every_figure_is_in_exactly_one_claim_in_whatever_order_they_come(
    changes: list[dict[str, Any]], random: Any
) -> None:
    good, documents = frames([mention(i, **change) for i, change in enumerate(changes)])
    folded = claims(good, documents)
    members = [figure for ids in folded["figure_ids"] for figure in ids]
    assert sorted(members) == sorted(good["figure_id"])
    assert folded["mentions"].sum() == len(good)
    order = list(good.index)
    random.shuffle(order)
    pd.testing.assert_frame_equal(folded, claims(good.loc[order], documents))


def test_claims_and_series_share_one_shape_and_keep_their_source(
    tables: dict[type[Table], pd.DataFrame],
) -> None:
    rows = {row["observation_id"]: row for row in rows_of(observed([FIRST], tables))}
    series = tables[reference.OfficialSeries]
    assert len(rows) == 1 + len(series)
    (claim,) = (row for row in rows.values() if row["origin"] == "claim")
    assert claim["source"] == "The Paper, Redundancies, https://example.org/paper"
    assert claim["published_from"] == date(2006, 10, 31)
    first = rows[series["series_row_id"].iloc[0]]
    assert (first["value"], first["subject_id"], first["claimant"]) == (
        903.0,
        "england",
        "Department of Health",
    )
    assert "series dh_compulsory_redundancies" in str(first["source"])
    assert "https://" in str(first["source"])


def test_doubts_about_a_claim_reach_its_observation(tables: dict[type[Table], pd.DataFrame]) -> None:
    found = observed([dataclasses.replace(FIRST, needs_review="no unit stands near")], tables)
    claim = found[found["origin"] == "claim"]
    assert claim["note"].tolist() == ["To be reviewed: no unit stands near"]


def test_every_baseline_is_a_row_of_the_sources(tables: dict[type[Table], pd.DataFrame]) -> None:
    found = assumptions(observed([], tables), tables[reference.OfficialSeries]).set_index("assumption")
    assert found["value"].to_dict() == {
        "annual_turnover": 130000.0,
        "halving_instruction_pct": 50.0,
        "cap_per_head_gbp": 18.76,
    }
    assert found["unit"].to_dict()["annual_turnover"] == "people"
    assert set(found["series_row_id"]) <= set(tables[reference.OfficialSeries]["series_row_id"])
    assert found["claim_ids"].map(len).tolist() == [0, 0, 0]


def test_claims_that_say_the_same_bear_a_baseline_out_and_no_others(
    tables: dict[type[Table], pd.DataFrame],
) -> None:
    leavers = dataclasses.replace(
        FIRST,
        span_start=72,
        span_end=79,
        quote=TEXT,
        value=130000.0,
        qualifier=Qualifier.ABOUT,
        measure=Measure.TURNOVER,
        redundancy_kind=None,
        subject="NHS",
        subject_id="nhs",
        period_start=None,
        period_end=None,
    )
    others = [
        mention(0, value=130000.0, measure=Measure.TURNOVER, redundancy_kind=None, subject="A trust"),
        mention(1, value=90000.0, measure=Measure.TURNOVER, redundancy_kind=None, subject="NHS"),
    ]
    found = observed([leavers, *others], tables)
    turnover = rows_of(assumptions(found, tables[reference.OfficialSeries]).head(1))[0]
    (claim,) = found.loc[
        (found["value"] == 130000.0) & (found["claim_id"].notna()) & (found["subject"] == "NHS")
    ]["claim_id"]
    assert list(turnover["claim_ids"]) == [claim]  # type: ignore[call-overload]
    assert turnover["value"] == 130000.0, "no document moves the base"


@pytest.mark.parametrize("rows", [0, 2])
def test_a_baseline_without_its_one_row_stops_the_build(
    tables: dict[type[Table], pd.DataFrame], rows: int
) -> None:
    series = tables[reference.OfficialSeries]
    anchor = series[series["series_id"] == "turnover_claim_2006"]
    changed = pd.concat([series.drop(anchor.index), *[anchor] * rows])
    with pytest.raises(AssumptionError, match=rf"turnover_claim_2006 .* there are {rows}"):
        assumptions(observed([], tables), changed)


def test_a_document_without_a_title_is_refused_by_name() -> None:
    with pytest.raises(ContractError, match="title is empty"):
        documents_frame([dataclasses.replace(DOCUMENT, title="")], {})


def test_figures_have_the_columns_of_their_contract() -> None:
    frame = figures_frame([DOCUMENT], {"paper": [FIRST]}, "1")
    assert list(frame.columns) == [column.name for column in core.Figures.columns()]
