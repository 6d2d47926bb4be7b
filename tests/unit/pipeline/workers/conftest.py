"""The module that workers misbehave by, where the workers find it too."""

from __future__ import annotations

import importlib
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def misbehaving(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module; a worker's ``sys.path`` is that of the process that starts it."""
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    return importlib.import_module("misbehaving")
