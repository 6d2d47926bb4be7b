"""Imports WeasyPrint with less work: what its import does and a page never needs is left out.

Three levers (:mod:`casereport.levers`), each in force only while WeasyPrint is imported, and each
giving way where it does not fit:

``probes``        cffi asks ``ctypes.util.find_library`` for every spelling of every library, which
                  starts ldconfig and gcc 22 times. On Linux the loader knows the names itself.
``declarations``  the C declarations come parsed, and with them cffi's compiled interface in place
                  of the one written in Python. Guarded by the hashes of their texts.
``fonttools``     fontTools comes when a font needs it: one that is variable, has pictures, is WOFF.
"""

from __future__ import annotations

import contextlib
import ctypes.util
import hashlib
import importlib
import sys
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import _cffi_backend  # type: ignore[import-untyped]

from casereport.levers import is_on
from casereport.typesetting.engine.pango_declarations import HASHES, PARSED

_FONTTOOLS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("fontTools", ("subset",)),
    ("fontTools.ttLib", ("TTFont", "TTLibError", "ttFont", "woff2")),
    ("fontTools.varLib.instancer", ("instantiateVariableFont",)),
)
"""What WeasyPrint takes from fontTools, by module."""

_TAKERS = ("weasyprint.pdf.fonts", "weasyprint.text.fonts")
"""The modules of WeasyPrint that take it."""


def load_weasyprint() -> Any:
    """Import WeasyPrint; returns its ``text.ffi``, which holds the libraries.

    Raises:
        OSError: one of the libraries cannot be loaded.
    """
    # Other systems also look in places that only find_library knows.
    linux = sys.platform == "linux"
    try:
        return _load(declared=linux and is_on("declarations"), probing=not linux)
    except _OtherDeclarationsError:
        # What was imported until then would not find the package it belongs to.
        for name in [each for each in sys.modules if each.partition(".")[0] == "weasyprint"]:
            del sys.modules[name]
        return _load(declared=False, probing=not linux)


def _load(*, declared: bool, probing: bool) -> Any:
    with contextlib.ExitStack() as stack:
        if is_on("probes") and not probing:
            stack.enter_context(_without_probes())
        if declared:
            stack.enter_context(_standing_in({"cffi": {"FFI": _Declared}}))
        if is_on("fonttools") and "fontTools" not in sys.modules:
            stack.enter_context(_standing_in(_postponed_fonttools()))
        library = importlib.import_module("weasyprint.text.ffi")
        importlib.import_module("weasyprint")
    return library


def _postponed_fonttools() -> dict[str, dict[str, object]]:
    return {
        module: {name: _Postponed(module, name) for name in names} for module, names in _FONTTOOLS
    }


@contextlib.contextmanager
def _without_probes() -> Iterator[None]:
    probe = ctypes.util.find_library
    ctypes.util.find_library = _find_nothing
    try:
        yield
    finally:
        ctypes.util.find_library = probe


def _find_nothing(name: str) -> str | None:  # noqa: ARG001  (find_library's signature)
    return None


@contextlib.contextmanager
def _standing_in(modules: dict[str, dict[str, object]]) -> Iterator[None]:
    """Let these be imported under the names of others, and take them away again."""
    before = {name: sys.modules.get(name) for name in modules}
    for name, values in modules.items():
        stand_in = ModuleType(name)
        vars(stand_in).update(values)
        sys.modules[name] = stand_in
    try:
        yield
    finally:
        for name, module in before.items():
            del sys.modules[name]
            if module is not None:
                sys.modules[name] = module


class _OtherDeclarationsError(Exception):
    """Something else is declared than what was parsed."""


class _Declared(_cffi_backend.FFI):  # type: ignore[misc]  # (untyped base)
    """``cffi.FFI`` that knows its declarations already."""

    def __new__(cls) -> _Declared:
        """The same arguments as in the modules that cffi writes."""
        declared: _Declared = super().__new__(cls, "pango_declarations", **PARSED)
        return declared

    def __init__(self) -> None:
        super().__init__("pango_declarations", **PARSED)

    def cdef(self, source: str) -> None:
        """Take these declarations, when they are among those that were parsed."""
        if hashlib.sha256(source.encode()).hexdigest() not in HASHES:
            raise _OtherDeclarationsError("see tests/unit/typesetting/test_declarations.py")


class _Postponed:
    """Something of fontTools; the first use of it imports all, and puts each in its place."""

    def __init__(self, module: str, name: str) -> None:
        self._module, self._name = module, name

    def __call__(self, *arguments: Any, **options: Any) -> Any:
        return self._arrived()(*arguments, **options)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._arrived(), name)

    def _arrived(self) -> Any:
        # All at once: an exception among them is named only where it is caught, too late to come.
        for taker in _TAKERS:
            places = vars(importlib.import_module(taker))
            for name, value in tuple(places.items()):
                if isinstance(value, _Postponed):
                    places[name] = value.find()
        return self.find()

    def find(self) -> Any:
        """The thing itself."""
        module = importlib.import_module(self._module)
        # ``from fontTools import subset`` takes a module, which stands there once it is imported.
        if not hasattr(module, self._name):
            return importlib.import_module(f"{self._module}.{self._name}")
        return getattr(module, self._name)
