"""`nhscuts run`: how far it is while it runs, and what came of it.

Belongs here: printing. The run is `graph.running`'s.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

from nhscuts_pipeline.graph.running import Progress, RunOutcome, run
from nhscuts_pipeline.settings import Settings
from nhscuts_pipeline.warehouse.query import query

_SHOWN = 20


def run_job(settings: Settings, *, strict: bool, raise_errors: bool) -> int:
    """Run the graph and print its progress and outcome; the exit code.

    Progress goes to standard error, so that the summary alone can be kept.
    """
    with _progress() as listener:
        outcome = run(settings, listener, _Waiting(settings), strict=strict, raise_errors=raise_errors)
    if outcome.errors:
        failed = "; ".join(
            f"{_name(step)}: {' '.join(error.split())}" for step, error in outcome.errors.items()
        )
        sys.stderr.write(f"nhscuts: the run failed, and {settings.database} is as it was: {failed}\n")
        return 1
    _summarise(outcome, settings)
    return 0


class _Waiting:
    """Says once that another run has to end first."""

    def __init__(self, settings: Settings) -> None:
        self._said = False
        self._settings = settings

    def __call__(self) -> None:
        if not self._said:
            sys.stderr.write(f"another run works in {self._settings.warehouse}: waiting until it ends\n")
        self._said = True


@contextmanager
def _progress() -> Iterator[Callable[[Progress], None]]:
    console = Console(stderr=True)
    if not console.is_terminal:
        yield _print_line
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bar(*columns, console=console, transient=True) as bar:
        task = bar.add_task("starting", total=None)

        def show(progress: Progress) -> None:
            bar.update(task, description=_name(progress.step), completed=progress.number, total=progress.of)

        yield show


def _print_line(progress: Progress) -> None:
    if progress.failed:
        sys.stderr.write(f"[{progress.number:>2}/{progress.of}] {_name(progress.step)} failed\n")
    elif progress.seconds is not None:
        sys.stderr.write(
            f"[{progress.number:>2}/{progress.of}] {_name(progress.step)} {progress.seconds:.2f} s\n"
        )


def _name(step: str) -> str:
    return step.replace("__", ".")


def _summarise(outcome: RunOutcome, settings: Settings) -> None:
    rows = outcome.rows
    audits = [check for check in outcome.checks if check.blocking and check.name != "contract"]
    ((found, review),) = query(settings.database, "SELECT count(*), count(needs_review) FROM core.figures")[1]
    lines = [
        ("documents", f"{rows['core.documents']:,} read, {rows['quarantine.documents']:,} refused"),
        ("extraction", f"{outcome.anew:,} documents read, {outcome.unchanged:,} unchanged and skipped"),
        ("figures", f"{found:,} found, {rows['quarantine.figures']:,} refused, {review:,} to be reviewed"),
        ("claims", f"{rows['core.claims']:,}"),
        ("observations", f"{rows['core.observations']:,}"),
        *((name, f"{count:,} rows") for name, count in sorted(rows.items()) if name.startswith("marts.")),
        ("audits", f"{sum(audit.passed for audit in audits)} of {len(audits)} passed"),
        ("published", str(settings.database)),
    ]
    width = max(len(label) for label, _ in lines)
    for label, value in lines:
        sys.stdout.write(f"{label:<{width}}  {value}\n")
    refused = query(settings.database, "SELECT path, reason FROM quarantine.documents ORDER BY path")[1]
    _list("documents refused", [f"{path}: {reason}" for path, reason in refused])
    figures = query(
        settings.database,
        "SELECT document_id, span_text, array_to_string(reasons, '; ') FROM quarantine.figures ORDER BY ALL",
    )[1]
    _list("figures refused", [f"{document}: '{span}': {reasons}" for document, span, reasons in figures])


def _list(title: str, lines: list[str]) -> None:
    if lines:
        sys.stdout.write(f"\n{title}:\n" + "".join(f"  {line}\n" for line in lines[:_SHOWN]))
    if len(lines) > _SHOWN:
        sys.stdout.write(f"  and {len(lines) - _SHOWN:,} more, in schema quarantine\n")
