"""The scorecard of safety: short in every run, long with ``--torture`` (``make torture``).

A test reports what it measured with the fixture ``score``; the table of all of them is printed at
the end of a long run.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

ROW = "scorecard"

Score = Callable[..., None]
"""Takes the name of the row, its target and what was measured, each as it is to be printed."""


@pytest.fixture
def score(record_property: Callable[[str, object], None]) -> Score:
    """Puts a row into the scorecard, whether the test then holds or not."""

    def put(name: str, *, target: str, measured: str) -> None:
        record_property(ROW, (name, target, measured))

    return put


@pytest.fixture(scope="session")
def is_long(request: pytest.FixtureRequest) -> bool:
    """True when the long run was asked for."""
    return bool(request.config.getoption("--torture"))
