"""What tests of workers share."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest


@pytest.fixture(autouse=True)
def _workers_import_no_pytest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each worker imports the program that starts it; half a second for pytest, which none needs."""
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))
