"""Every table there is, in the order in which they are loaded: a table after those it points at.

Belongs here: the list, and looking a contract up by its name.
"""

from nhscuts_pipeline.contracts import core, meta, quarantine, reference, staging, staging_boards
from nhscuts_pipeline.contracts.base import Table
from nhscuts_pipeline.contracts.marts import boards, claims, ladder, rates, sources, sums

ALL: tuple[type[Table], ...] = (
    reference.Organisations,
    reference.Regions,
    reference.OrganisationAliases,
    reference.Claimants,
    reference.People,
    reference.IcbRunningCosts,
    reference.OfficialSeries,
    core.Documents,
    core.Figures,
    core.Claims,
    core.Observations,
    core.Assumptions,
    quarantine.RefusedDocuments,
    quarantine.RefusedFigures,
    staging_boards.IcbCombined,
    staging_boards.IcbFacts,
    staging_boards.IcbBoards,
    staging_boards.IcbAccounts,
    staging_boards.IcbGroups,
    staging.Redundancies,
    staging.Statements,
    staging.Mentions,
    staging.Rungs,
    staging.RungRatios,
    staging.Parts,
    ladder.ClaimToOutcome,
    claims.ContestedFigures,
    sums.Reconciliation,
    sums.PostsCutByOrganisation,
    sums.CutsByRegion,
    sums.SavingsPerPost,
    sources.Timeline,
    claims.ClaimantScorecard,
    sources.SourceCoverage,
    rates.RedundancyRate,
    boards.IcbRunningCostReductions,
    boards.IcbClustersAndMergers,
    meta.Builds,
)

SCHEMAS: tuple[str, ...] = tuple(dict.fromkeys(table.about().schema for table in ALL))

_BY_NAME = {table.qualified_name(): table for table in ALL}


def contract(qualified_name: str) -> type[Table]:
    """The contract of a table or view; `KeyError` with what to do where there is none."""
    try:
        return _BY_NAME[qualified_name]
    except KeyError:
        raise KeyError(
            f"{qualified_name} has no contract: declare it in nhscuts_pipeline/contracts and registry.ALL"
        ) from None
