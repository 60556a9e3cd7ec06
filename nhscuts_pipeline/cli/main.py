"""Entry point of the `nhscuts` command: its errors and exit codes.

Belongs here: what holds for every command. The commands are in `app`. Exit codes: 0 done, 1 it failed, 2
used wrongly. An error is one line on standard error; `--debug` shows where it came from.
"""

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from nhscuts_pipeline.cli.output import Format

_OBJECTS = 100_000
INTERRUPTED = 130  # as shells count a process that Ctrl-C ended


class UsageError(Exception):
    """The command line is not one of ours. The message says what is wrong with it."""


def main() -> None:
    """Entry point of the `nhscuts` script."""
    sys.exit(run_command(sys.argv[1:]))


def run_command(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit code. Prints every error there is."""
    try:
        code = _run(arguments)
        sys.stdout.flush()
        return code
    except UsageError as error:
        return _complain(f"{error} ('nhscuts --help' lists the commands)", 2)
    except KeyboardInterrupt:
        return _complain("stopped by Ctrl-C", INTERRUPTED)
    except BrokenPipeError:
        # The reader has gone, as with `| head`. What is still buffered has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:
        if "--debug" in arguments:
            raise
        # Errors of ours are whole sentences; anything else is a fault that its class helps to name.
        ours = type(error).__module__.startswith("nhscuts_pipeline")
        return _complain(str(error) if ours else f"{type(error).__name__}: {error} (--debug shows where)", 1)


def _run(arguments: Sequence[str]) -> int:
    if (plain := plain_extract(arguments)) is not None:
        # What is loaded now all stays; to look for garbage among it would take a twentieth of the time.
        gc.set_threshold(_OBJECTS)
        from nhscuts_pipeline.cli.extract import extract_files
        from nhscuts_pipeline.settings import Settings

        return extract_files(*plain, Settings.read())
    from nhscuts_pipeline.cli.app import run_app

    return run_app(arguments)


def plain_extract(arguments: Sequence[str]) -> tuple[list[Path], Format] | None:
    """Files and format of `extract FILE... [--format F]`; None for any other line, which typer reads.

    Typer loads pydantic, and both together take 0.1 s: a third of what one short document would cost in all.
    """
    if arguments[:1] != ["extract"]:
        return None
    files: list[Path] = []
    form = Format.TABLE
    words = iter(arguments[1:])
    for word in words:
        if word == "--format" and (named := next(words, "")) in list(Format):
            form = Format(named)
        elif word.startswith("-"):
            return None
        else:
            files.append(Path(word))
    return (files, form) if files else None


def _complain(message: str, code: int) -> int:
    sys.stderr.write(f"nhscuts: {' '.join(message.split())}\n")
    return code
