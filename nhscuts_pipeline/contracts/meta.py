"""The tables of schema `meta`: the record of builds.

Belongs here: facts about a build. It is the one place where a published row depends on the clock.
"""

from nhscuts_pipeline.contracts.base import Moment, Table, Text, Whole
from nhscuts_pipeline.contracts.fields import common, field


class Builds(Table, schema="meta", name="builds", key=("built_at",)):
    """One row a published build, the newest being the file's own; earlier rows are carried over."""

    built_at: Moment = field("When it was published, in UTC.")
    version: Text = field("Version of this software.")
    git_commit: Text = field("Commit it was built from; null outside a checkout.", nullable=True)
    extractor_version: Text = common("extractor_version")
    documents: Whole = field("Rows of core.documents.", unit="documents", ge=0)
    documents_refused: Whole = field("Rows of quarantine.documents.", unit="documents", ge=0)
    figures: Whole = field("Rows of core.figures.", unit="figures", ge=0)
    figures_refused: Whole = field("Rows of quarantine.figures.", unit="figures", ge=0)
    claims: Whole = field("Rows of core.claims.", unit="claims", ge=0)
    observations: Whole = field("Rows of core.observations.", unit="observations", ge=0)
