"""WeasyPrint loaded with less work sets the same pages, and what was put off comes when it is needed."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont

from casereport import resources
from casereport.levers import LEVERS, OFF
from casereport.typesetting.fonts import font_faces

LOADING = ("probes", "declarations", "fonttools")

PAGE = """
import hashlib, json, resource, subprocess, sys
from pathlib import Path
{before}
from casereport.typesetting import typeset
assets = {{file: Path(file).read_bytes() for file in sys.argv[1:]}}
faces = "".join(
    f"@font-face {{{{font-family: brought{{number}}; src: url(asset:{{file}})}}}}"
    f"p {{{{font-family: brought{{number}}}}}}"
    for number, file in enumerate(assets)
)
pdf = typeset(
    f"<html lang=fa dir=rtl><style>{{faces}}</style><p>\u0633\u0644\u0627\u0645 \u06f1\u06f2 <b>ab</b>",
    assets=assets,
)
import weasyprint.pdf.fonts, weasyprint.text.ffi, weasyprint.text.fonts
print(json.dumps({{
    "pdf": hashlib.sha256(pdf).hexdigest(),
    "fonts": pdf.count(b"/FontFile2"),
    "started": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss > 0,
    "ffi": type(weasyprint.text.ffi.ffi).__module__,
    "varLib": "fontTools.varLib" in sys.modules,
    "postponed": type(weasyprint.pdf.fonts.subset).__name__ == "_Postponed",
    "cffi": "cffi" in sys.modules,
}}))
"""


def page(off: Sequence[str] = (), *fonts: Path, before: str = "") -> dict[str, Any]:
    """What a process of its own tells of a page that it set."""
    done = subprocess.run(
        [sys.executable, "-c", PAGE.format(before=before), *(font.name for font in fonts)],
        # fontTools dates what it saves.
        env={**os.environ, OFF: ",".join(off), "SOURCE_DATE_EPOCH": "0"},
        cwd=fonts[0].parent if fonts else None,
        capture_output=True,
        text=True,
        check=True,
    )
    told: dict[str, Any] = json.loads(done.stdout)
    return told


@pytest.fixture(scope="module")
def plain() -> dict[str, Any]:
    """The page without these levers."""
    return page(LOADING)


def test_the_levers_of_loading_can_be_left_out() -> None:
    assert {*LOADING} <= {lever.name for lever in LEVERS}


def test_without_them_weasyprint_loads_as_it_comes(plain: dict[str, Any]) -> None:
    assert plain["ffi"] == "cffi.api"
    assert plain["varLib"]
    assert not plain["postponed"]


@pytest.mark.skipif(sys.platform != "linux", reason="the two that load libraries serve Linux")
def test_with_them_it_starts_no_program_and_parses_no_declarations() -> None:
    told = page()
    assert told["ffi"] == "casereport.typesetting.engine.loading"
    assert told["postponed"]
    assert not told["started"]
    assert not told["varLib"]
    assert not told["cffi"]


@pytest.mark.parametrize("off", [(), *((name,) for name in LOADING)], ids=str)
def test_the_page_is_the_same_to_the_byte(off: tuple[str, ...], plain: dict[str, Any]) -> None:
    assert page(off)["pdf"] == plain["pdf"]


def test_other_declarations_are_parsed_as_ever(plain: dict[str, Any]) -> None:
    unknown = "from casereport.typesetting.engine import loading; loading.HASHES = ()"
    told = page(before=unknown)
    assert told["ffi"] == "cffi.api"
    assert told["pdf"] == plain["pdf"]


def test_the_modules_that_others_import_are_the_real_ones() -> None:
    told = page(before="import cffi; real = cffi.FFI")
    assert told["cffi"]
    done = subprocess.run(
        [sys.executable, "-c", "from casereport.typesetting import typeset; typeset('x');"
         "import cffi, fontTools.subset; print(cffi.FFI().typeof('int').cname, fontTools.subset.Options)"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout == "int <class 'fontTools.subset.Options'>\n"


@pytest.fixture
def woff(tmp_path: Path) -> Path:
    """A bundled font as WOFF, which WeasyPrint opens by fontTools."""
    file = next(face.file for face in font_faces() if face.family == "Vazirmatn")
    font = TTFont(io.BytesIO(resources.read_bytes("fonts", file)))
    font.flavor = "woff"
    font.save(tmp_path / "brought.woff")
    return tmp_path / "brought.woff"


def test_fonttools_comes_for_a_font_that_needs_it(woff: Path, plain: dict[str, Any]) -> None:
    told, as_ever = page((), woff), page(LOADING, woff)
    assert told["pdf"] == as_ever["pdf"] != plain["pdf"]
    assert told["varLib"]
    assert not told["postponed"]
