"""The job for one document: what would be read from it, before anything is published.

Belongs here: that look. It writes no table. A document that is in its folder needs no job of its own: the
next run of the whole graph reads it, and skips the others.
"""

import dagster as dg
from pydantic import Field

from nhscuts_pipeline.contracts.core import Documents
from nhscuts_pipeline.documents.document import DocumentError
from nhscuts_pipeline.documents.reading import read_document
from nhscuts_pipeline.extraction.engine import Extractor
from nhscuts_pipeline.extraction.names import Names
from nhscuts_pipeline.graph.describe import key_of
from nhscuts_pipeline.graph.figure_assets import marked_view
from nhscuts_pipeline.settings import Settings


class OneDocument(dg.Config):
    """Which document."""

    file: str = Field(description="The file below sources/, such as inbox/board-paper.md.")


@dg.op(description="Reads one file and shows its text with the figures marked; writes no table.")
def look_at_document(
    context: dg.OpExecutionContext, config: OneDocument, settings: dg.ResourceParam[Settings]
) -> None:
    """Read the file, or fail with the reason why it would be refused."""
    path = (settings.sources / config.file).resolve()
    if not path.is_relative_to(settings.sources.resolve()):
        raise dg.Failure(f"{config.file} is not below {settings.sources}: put the file there, and name it so")
    try:
        document = read_document(path, settings.sources.resolve(), settings.max_document_bytes)
    except DocumentError as error:
        raise dg.Failure(f"{config.file} would be refused: {error}") from error
    figures = Extractor(Names.read(settings.reference)).extract(
        document.text,
        document.published_from,
        document.published_to,
        title=document.title,
        publisher=document.publisher,
    )
    context.log_event(
        dg.AssetObservation(
            key_of(Documents),
            description=f"A look at {document.path}: {len(figures)} figures.",
            metadata={
                "document_id": document.document_id,
                "figures": len(figures),
                "to_review": sum(figure.needs_review is not None for figure in figures),
                f"text {document.document_id}": marked_view(document, figures),
            },
        )
    )


@dg.job(
    name="read_one_document",
    executor_def=dg.in_process_executor,
    description="A look at one document of `sources/`: its figures, marked in the text, as an observation on "
    "the page of core/documents. It publishes nothing; `build_warehouse` does, and reads only what is new.",
)
def read_one_document() -> None:
    """One op."""
    look_at_document()
