"""Cases that the commands are run on."""

from __future__ import annotations

from pathlib import Path

import pytest

from casereport.cli import main


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages in English, whatever the machine's locale."""
    monkeypatch.setenv("CASEREPORT_LANG", "en")


@pytest.fixture
def starter(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A case just made by ``casereport new``."""
    folder = tmp_path / "my-case"
    assert main(["new", str(folder)]) == 0
    capsys.readouterr()
    return folder
