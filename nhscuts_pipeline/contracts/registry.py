"""Every table there is, in the order in which they are loaded: a table after those it points at.

Belongs here: the list, and looking a contract up by its name.
"""

from nhscuts_pipeline.contracts import core, marts, meta, quarantine, reference, staging
from nhscuts_pipeline.contracts.base import Table

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
    staging.Redundancies,
    staging.IcbBoards,
    staging.IcbAccounts,
    staging.IcbGroups,
    marts.RedundancyRate,
    marts.IcbRunningCostReductions,
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
