"""The commands of `nhscuts` and their arguments.

Belongs here: one thin function a command. Errors and exit codes are `main`'s.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from typer.exceptions import TyperException

from nhscuts_pipeline import __version__
from nhscuts_pipeline.cli.main import INTERRUPTED, UsageError
from nhscuts_pipeline.cli.output import Format, write_rows
from nhscuts_pipeline.settings import Settings

app = typer.Typer(
    name="nhscuts",
    add_completion=False,
    pretty_exceptions_enable=False,
    # Plain help: rich would cost more than the rest of the start.
    rich_markup_mode=None,
)

FormatOption = Annotated[Format, typer.Option("--format", help="How to print the rows.")]
WarehouseOption = Annotated[
    Path | None,
    typer.Option("--warehouse", file_okay=False, help="Folder of the warehouse.", show_default=False),
]
SourcesOption = Annotated[
    Path | None,
    typer.Option(
        "--sources", exists=True, file_okay=False, help="Folder of the sources.", show_default=False
    ),
]
# `main` looks for it, for every command alike; declared so that it is accepted and shown.
DebugOption = Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")]


@app.callback(invoke_without_command=True)
def nhscuts(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Figures on NHS job cuts, with the sentence each stands in, in a DuckDB warehouse."""
    if version:
        typer.echo(f"nhscuts {__version__}")
        raise typer.Exit(0)
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(2)


@app.command()
def extract(
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="Markdown or plain text.")],
    form: FormatOption = Format.TABLE,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show each text with its figures marked, and why each is so.")
    ] = False,
    _debug: DebugOption = False,
) -> int:
    """Print the figures of files; no warehouse is needed."""
    if explain:
        if form is not Format.TABLE:
            raise UsageError(f"--explain is for people and has no {form} form: leave one of the two out")
        from nhscuts_pipeline.cli.explain import explain_files

        return explain_files(files, Settings.read())
    from nhscuts_pipeline.cli.extract import extract_files

    return extract_files(files, form, Settings.read())


@app.command()
def run(
    sources: SourcesOption = None,
    warehouse: WarehouseOption = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Fail, and publish nothing, where anything is refused.")
    ] = False,
    debug: DebugOption = False,
) -> int:
    """Build the warehouse from the sources and publish it."""
    from nhscuts_pipeline.cli.run import run_job

    return run_job(Settings.read(sources, warehouse), strict=strict, raise_errors=debug)


@app.command()
def sql(
    query: Annotated[str, typer.Argument(metavar="QUERY", help="One SELECT, in quotes.")],
    form: FormatOption = Format.TABLE,
    warehouse: WarehouseOption = None,
    _debug: DebugOption = False,
) -> None:
    """Ask the published warehouse, read-only."""
    from nhscuts_pipeline.warehouse import query as published

    columns, rows = published.query(Settings.read(warehouse=warehouse).database, query)
    write_rows(columns, rows, form)


@app.command()
def tables(
    form: FormatOption = Format.TABLE, warehouse: WarehouseOption = None, _debug: DebugOption = False
) -> None:
    """List the tables of the published warehouse."""
    from nhscuts_pipeline.warehouse import query as published

    rows = published.tables(Settings.read(warehouse=warehouse).database)
    write_rows(("table", "rows", "description"), rows, form)


@app.command()
def answers(
    page: Annotated[
        Path, typer.Argument(metavar="PAGE", exists=True, dir_okay=False, help="Markdown with ```sql blocks.")
    ],
    warehouse: WarehouseOption = None,
    _debug: DebugOption = False,
) -> None:
    """Ask the SQL blocks of a page again, and write the answers under them."""
    from nhscuts_pipeline.warehouse import query as published
    from nhscuts_pipeline.warehouse.answers import renewed

    database = Settings.read(warehouse=warehouse).database
    text = renewed(page.read_text(encoding="utf-8"), lambda sql: published.query(database, sql))
    page.write_text(text, encoding="utf-8")


@app.command()
def dictionary(_debug: DebugOption = False) -> None:
    """Write DICTIONARY.md, which describes every table and column."""
    from nhscuts_pipeline.warehouse.dictionary import write_dictionary
    from nhscuts_pipeline.warehouse.models import read_models

    settings = Settings.read()
    typer.echo(str(write_dictionary(settings.root, read_models(settings.sql))))


@app.command()
def ui(
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="Port on this machine.")] = 3000,
    _debug: DebugOption = False,
) -> None:
    """Open the Dagster UI and its daemon, on this machine only."""
    from nhscuts_pipeline.cli.ui import start_ui

    start_ui(Settings.read(), port)


@app.command()
def doctor(_debug: DebugOption = False) -> int:
    """Look for what is wrong with the installation, the sources and the warehouse."""
    from nhscuts_pipeline.cli.doctor import examine

    return examine(Settings.read())


def run_app(arguments: Sequence[str]) -> int:
    """Run one command line; its exit code. Raises what the command raises, and `UsageError`."""
    try:
        code: int | None = app(args=list(arguments), prog_name="nhscuts", standalone_mode=False)
    except TyperException as error:
        raise UsageError(error.format_message()) from error
    if code == INTERRUPTED:
        # Typer turns Ctrl-C into an exit code before anybody can say a word.
        raise KeyboardInterrupt
    return code or 0
