"""The tables of schema `quarantine`: what was refused, and every reason.

Belongs here: shapes that take anything, since what failed may be wrong in any column.
"""

from nhscuts_pipeline.contracts.base import Table, Text, Texts
from nhscuts_pipeline.contracts.fields import field


class RefusedDocuments(Table, schema="quarantine", name="documents", key=("path",)):
    """One row a file of the sources that could not be read as a document."""

    path: Text = field("The file, relative to the folder of sources.")
    reason: Text = field("What is wrong, where, and what to do.")
    sha256: Text = field("Hash of the file's bytes; null where they could not be read.", nullable=True)


class RefusedFigures(Table, schema="quarantine", name="figures"):
    """One row a figure that breaks the contract of core.figures, all fields as text, with every reason."""

    figure_id: Text = field("As core.figures would have it.", nullable=True)
    document_id: Text = field("The document it was found in.", nullable=True)
    span_start: Text = field("Where the number begins.", nullable=True)
    span_end: Text = field("Where the number ends.", nullable=True)
    span_text: Text = field("The characters there.", nullable=True)
    quote: Text = field("The sentence.", nullable=True)
    value: Text = field("The number.", nullable=True)
    value_to: Text = field("Upper end of a range.", nullable=True)
    qualifier: Text = field("Qualifier.", nullable=True)
    unit: Text = field("Unit.", nullable=True)
    measure: Text = field("Measure.", nullable=True)
    redundancy_kind: Text = field("Redundancy kind.", nullable=True)
    staff_group: Text = field("Staff group.", nullable=True)
    subject: Text = field("Subject.", nullable=True)
    subject_id: Text = field("Subject in the register.", nullable=True)
    claimant: Text = field("Claimant.", nullable=True)
    claimant_id: Text = field("Claimant in the register.", nullable=True)
    modality: Text = field("Modality.", nullable=True)
    period_start: Text = field("First day of the period.", nullable=True)
    period_end: Text = field("Last day of the period.", nullable=True)
    origin: Text = field("extracted or corrected.", nullable=True)
    extractor_version: Text = field("Version of the extractor.", nullable=True)
    needs_review: Text = field("Why a person should look.", nullable=True)
    rules: Text = field("The rule that set each field.", nullable=True)
    reasons: Texts = field("Every rule the figure breaks, in words.")
