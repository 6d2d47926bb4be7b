"""The process around the engine: private fonts, a fixed language, no side effects left behind.

Fontconfig reads its configuration from the file that FONTCONFIG_FILE names, and Pango lets
PANGO_LANGUAGE (then LANGUAGE, then the C locale) choose the letter forms of text whose script does
not fit its language: with ``LANGUAGE=ur`` the digits of a Persian page change. Both are set while
a document is typeset and put back afterwards, so that a page is the same on every machine.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import locale
import os
import warnings
from collections.abc import Iterator
from typing import Any

from casereport import levers, resources
from casereport.errors import MissingLibraryError

_FONT_CONFIGURATION = "fonts.conf"
_HIDDEN = ("FONTCONFIG_PATH", "FONTCONFIG_SYSROOT", "FC_DEBUG", "FC_LANG", "PANGO_BACKEND")


@contextlib.contextmanager
def engine_environment() -> Iterator[None]:
    """Hold the environment in which documents are set; the engine is loaded when it is entered.

    Raises:
        MissingLibraryError: Pango, HarfBuzz or fontconfig cannot be loaded.
    """
    levers.settle()
    wanted: dict[str, str | None] = dict.fromkeys(_HIDDEN)
    wanted["FONTCONFIG_FILE"] = str(resources.path_of("fonts", _FONT_CONFIGURATION))
    wanted["PANGO_LANGUAGE"] = "fa:en"
    with _variables(wanted):
        _load_engine()
        yield


@contextlib.contextmanager
def _variables(wanted: dict[str, str | None]) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in wanted}
    try:
        _set_variables(wanted)
        yield
    finally:
        _set_variables(before)


def _set_variables(values: dict[str, str | None]) -> None:
    for name, value in values.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value


_PATCHES = (
    "bidi.install", "textlayer.install", "svg_text", "column_notes", "line_memo", "text_memo",
)  # fmt: skip
_loaded = False


def _load_engine() -> None:
    """Import WeasyPrint once, quietly, and undo what its import changes for the whole process."""
    global _loaded  # noqa: PLW0603  (once a process, under the lock of the caller)
    if _loaded:
        return
    # The declarations with it: a command that sets no page reads neither.
    from casereport.typesetting.engine.loading import load_weasyprint

    chatter = io.StringIO()
    with warnings.catch_warnings(record=True), contextlib.redirect_stdout(chatter):
        # It warns that our configuration lists no fonts (they are added one by one).
        warnings.simplefilter("always")
        try:
            library = load_weasyprint()
        except OSError as error:
            raise MissingLibraryError("Pango", str(error)) from error
    if library.harfbuzz_subset is None:
        # Without it fonts would be cut by other code, into other bytes.
        raise MissingLibraryError("HarfBuzz-Subset", "libharfbuzz-subset cannot be loaded")
    _fix_default_language(library.pango)
    # WeasyPrint makes Pillow accept half an image, everywhere; ours are whole when it sees them.
    pillow: Any = importlib.import_module("PIL.ImageFile")
    pillow.LOAD_TRUNCATED_IMAGES = False
    for patch in _PATCHES:
        importlib.import_module(f"casereport.typesetting.engine.{patch}").install()
    _loaded = True


def _fix_default_language(pango: Any) -> None:
    """Let Pango take its default language from the C locale, whatever the user's is.

    Pango asks once and remembers; text that names no language would otherwise be set in the
    user's.
    """
    before = locale.setlocale(locale.LC_CTYPE)
    try:
        locale.setlocale(locale.LC_CTYPE, "C")
        pango.pango_language_get_default()
    finally:
        locale.setlocale(locale.LC_CTYPE, before)
