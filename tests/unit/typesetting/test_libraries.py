"""What the doctor is told about the machine's libraries."""

from __future__ import annotations

import ctypes
import re

import pytest

from casereport.typesetting import libraries
from casereport.typesetting.libraries import installed_libraries


def test_every_library_that_weasyprint_loads_is_looked_for_and_has_its_version() -> None:
    found = {library.name: library for library in installed_libraries()}
    assert list(found) == [
        "Pango", "PangoFT2", "HarfBuzz", "HarfBuzz Subset", "Fontconfig", "WeasyPrint",
    ]  # fmt: skip
    assert [library.problem for library in found.values()] == [""] * 6
    for name in ("Pango", "HarfBuzz", "Fontconfig", "WeasyPrint"):
        assert re.match(r"\d+\.\d+", found[name].version)


def test_a_library_that_cannot_be_loaded_is_told_with_the_loaders_reason(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(name: str) -> ctypes.CDLL:
        raise OSError(f"{name}: cannot open shared object file")

    monkeypatch.setattr(libraries.ctypes, "CDLL", refuse)
    pango, *_ = installed_libraries()
    assert not pango.found
    assert pango.version == ""
    assert "libpango-1.0.so.0: cannot open" in pango.problem


def test_an_engine_that_cannot_be_imported_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "weasyprint", None)
    engine = installed_libraries()[-1]
    assert engine.name == "WeasyPrint"
    assert not engine.found
