"""Waiting for what another process does."""

import time
from collections.abc import Callable
from typing import TypeVar

import pytest

PATIENCE_SECONDS = 150
_Answer = TypeVar("_Answer")


def wait_for(what: Callable[[], _Answer | None], named: str) -> _Answer:
    """The first answer of `what` that is not None."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        answer = what()
        if answer is not None:
            return answer
        time.sleep(0.3)
    pytest.fail(f"{named} did not come within {PATIENCE_SECONDS} seconds")
