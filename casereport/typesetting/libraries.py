"""Which system libraries the layout engine finds on this machine, and their versions.

The names are those WeasyPrint tries (its ``text/ffi.py``), which is asked last: only it knows
whether all of them fit together.
"""

from __future__ import annotations

import contextlib
import ctypes
import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Library:
    """A library: its ``version`` when it tells one, or the ``problem`` of loading it."""

    name: str
    version: str
    problem: str = ""

    @property
    def found(self) -> bool:
        """True when it can be loaded."""
        return not self.problem


def _text(function: str) -> Callable[[ctypes.CDLL], str]:
    """A reader of the version from a C function that returns a string."""

    def read(library: ctypes.CDLL) -> str:
        call = getattr(library, function)
        call.restype = ctypes.c_char_p
        return str(call().decode("ascii"))

    return read


def _fontconfig(library: ctypes.CDLL) -> str:
    """FcGetVersion() is major * 10000 + minor * 100 + revision."""
    number = int(library.FcGetVersion())
    return f"{number // 10000}.{number // 100 % 100}.{number % 100}"


def _present(_library: ctypes.CDLL) -> str:
    """A library that does not tell its version."""
    return ""


_LIBRARIES: tuple[tuple[str, Callable[[ctypes.CDLL], str], tuple[str, ...]], ...] = (
    (
        "Pango",
        _text("pango_version_string"),
        ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll", "libpango-1.0-0"),
    ),
    (
        "PangoFT2",
        _present,
        ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib", "libpangoft2-1.0-0.dll"),
    ),
    (
        "HarfBuzz",
        _text("hb_version_string"),
        ("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll"),
    ),
    (
        "HarfBuzz Subset",
        _present,
        ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib", "libharfbuzz-subset-0.dll"),
    ),
    (
        "Fontconfig",
        _fontconfig,
        ("libfontconfig.so.1", "libfontconfig.1.dylib", "libfontconfig-1.dll"),
    ),
)


def installed_libraries() -> tuple[Library, ...]:
    """Every library that the layout engine needs, found or not, and the engine itself last."""
    engine = _engine()  # first: on Windows it also makes the folders of the libraries known
    return (*(_look_up(*each) for each in _LIBRARIES), engine)


def found_versions() -> Mapping[str, str]:
    """What the system libraries that are found say of their versions; the engine is not loaded."""
    found = (_look_up(*each) for each in _LIBRARIES)
    return {library.name: library.version for library in found if library.version}


def _look_up(name: str, version: Callable[[ctypes.CDLL], str], files: tuple[str, ...]) -> Library:
    problem = ""
    for file in files:
        try:
            return Library(name, version(ctypes.CDLL(file)))
        except OSError as error:
            problem = problem or str(error)
    return Library(name, "", problem)


def _engine() -> Library:
    """WeasyPrint; importing it loads the libraries, and fails when one is missing."""
    try:
        with contextlib.redirect_stdout(io.StringIO()):  # it prints advice there when it fails
            import weasyprint
    except (ImportError, OSError) as error:
        return Library("WeasyPrint", "", str(error).splitlines()[0])
    return Library("WeasyPrint", str(weasyprint.VERSION))


def raqm_version() -> str:
    """The version of Raqm, with which Pillow lays out the labels of figures; empty when absent."""
    from PIL import features

    return str(features.version("raqm") or "")
