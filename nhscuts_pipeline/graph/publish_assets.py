"""Publishing: the last asset, downstream of every table and stopped by every audit.

Belongs here: what a build says about itself. How the swap is made safe is `warehouse.publish`'s.
"""

import hashlib
import subprocess
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import dagster as dg
import pandas as pd

from nhscuts_pipeline import __version__
from nhscuts_pipeline.contracts import meta, registry
from nhscuts_pipeline.extraction.engine import EXTRACTOR_VERSION
from nhscuts_pipeline.graph.build_file import POOL
from nhscuts_pipeline.graph.describe import (
    OWNERS,
    PACKAGE,
    code_references,
    code_version,
    contract_text,
    markdown,
    table_spec,
)
from nhscuts_pipeline.graph.freshness import FRESH, PUBLISHED, fresh
from nhscuts_pipeline.graph.row_checks import contract_check
from nhscuts_pipeline.graph.steps import Event, written
from nhscuts_pipeline.settings import Settings
from nhscuts_pipeline.warehouse.dictionary import write_dictionary
from nhscuts_pipeline.warehouse.models import read_models
from nhscuts_pipeline.warehouse.publish import BuildInfo, publish
from nhscuts_pipeline.warehouse.query import tables
from nhscuts_pipeline.warehouse.store import Store


def publish_asset(deps: Sequence[dg.AssetKey]) -> dg.AssetsDefinition:
    """The published file and the record of builds, once everything in `deps` is built and checked."""
    code = PACKAGE / "warehouse" / "publish.py"
    version = code_version(
        code, PACKAGE / "warehouse" / "dictionary.py", *(contract_text(table) for table in registry.ALL)
    )
    file = dg.AssetSpec(
        PUBLISHED,
        deps=list(deps),
        description="The published warehouse, the file that people open. It is written aside, checked "
        "and swapped in "
        "with one rename: a reader who has the old file open keeps it, and a build that fails leaves it "
        "as it was.",
        group_name="publish",
        kinds={"duckdb"},
        owners=list(OWNERS),
        tags={"schema": "published"},
        code_version=version,
        metadata=code_references((code, 1, "code")),
    )
    builds = table_spec(
        meta.Builds,
        group="publish",
        kinds={"duckdb", "python"},
        deps=deps,
        code_version=version,
        code=code,
        origins={column.name: ("the build itself",) for column in meta.Builds.columns()},
    )

    @dg.multi_asset(
        name="publish", specs=[file, builds], check_specs=[contract_check(meta.Builds), FRESH], pool=POOL
    )
    def step(settings: dg.ResourceParam[Settings], build_file: dg.ResourceParam[Store]) -> Iterator[Event]:
        publish(build_file, settings.database, build_info(settings.root))
        write_dictionary(settings.warehouse, read_models(settings.sql))
        contents = pd.DataFrame(tables(settings.database), columns=["table", "rows", "description"])
        yield dg.MaterializeResult(
            asset_key=PUBLISHED,
            metadata={
                "path": dg.MetadataValue.path(settings.database),
                "size_bytes": settings.database.stat().st_size,
                "tables": dg.MetadataValue.md(markdown(contents)),
            },
            check_results=[fresh(settings)],
            data_version=dg.DataVersion(_content(build_file)),
        )
        yield written(meta.Builds, build_file)

    return step


def _content(store: Store) -> str:
    """A hash of all rows but the record of builds, which no two builds have alike."""
    digests = [store.digest(table.qualified_name()) for table in registry.ALL if table is not meta.Builds]
    return hashlib.sha256("".join(digests).encode()).hexdigest()


def build_info(root: Path) -> BuildInfo:
    """What this build is made by. Its time, in UTC, is the one thing of a build that the clock decides."""
    return BuildInfo(
        built_at=datetime.now(UTC).replace(tzinfo=None),
        version=__version__,
        git_commit=git_commit(root),
        extractor_version=EXTRACTOR_VERSION,
    )


def git_commit(root: Path) -> str | None:
    """The commit checked out at `root`, with "+changes" where files differ from it; None without one."""
    # A project copied into somebody else's checkout must not claim that one's commit.
    if not (root / ".git").exists():
        return None
    commit = _git(root, "rev-parse", "HEAD")
    if commit is None:
        return None
    return f"{commit}+changes" if _git(root, "status", "--porcelain", "--untracked-files=no") else commit


def _git(root: Path, *arguments: str) -> str | None:
    """What git prints; None where there is no git, or it does not know the folder."""
    try:
        done = subprocess.run(  # noqa: S603 - fixed words only
            ["git", "-C", str(root), *arguments],  # noqa: S607 - whichever git the machine has
            capture_output=True,
            text=True,
            check=False,
        )
    except FileNotFoundError:
        return None
    return done.stdout.strip() if done.returncode == 0 else None
