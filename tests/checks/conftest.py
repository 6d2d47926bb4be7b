"""A minimal valid case, fragments laid over it, and what `casereport check` says of it."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Callable, Mapping

import pytest

from casereport import resources
from casereport.diagnostics import Diagnostic
from casereport.pipeline.case import check_case
from casereport.pipeline.profiles import check_profile
from casereport.workspace import DiskWorkspace, MemoryWorkspace, Workspace

# The statements stand on one line: tests name the lines of what follows.
CASE_YAML = """\
journal: manuscript
languages: [fa, en]
title: {fa: گزارش یک مورد, en: A case report}
contributors: [{name: {fa: نینا بولمن, en: Nina Boulman}}]
statements: {consent: {fa: بیمار رضایت داد., en: The patient gave consent.}, ethics: {code: IR.SAMPLE.REC.1398.123}, competing-interests: {fa: تعارضی نیست., en: There are none.}, funding: {fa: حمایتی نبود., en: There was none.}}
patient:
  age: 44
  sex: female
"""
JOURNAL_YAML = """\
extends: base
name: {fa: نمونه, en: Example}
"""
NARRATIVES = {
    "fa.md": (
        "## چکیده {#abstract}\n\nخلاصه گزارش.\n\n"
        "## مقدمه {#introduction}\n\nمتن مقدمه.\n\n## بحث {#discussion}\n\nمتن بحث.\n"
    ),
    "en.md": (
        "## Abstract {#abstract}\n\nA summary.\n\n"
        "## Introduction {#introduction}\n\nSome text.\n\n## Discussion {#discussion}\n\nMore.\n"
    ),
}
TODAY = datetime.date(2026, 1, 1)

Files = Mapping[str, str | bytes]
Diagnose = Callable[[Files], tuple[Diagnostic, ...]]


def lay_over(files: Files) -> dict[str, bytes]:
    """The minimal case with fragments over it, as :mod:`casereport.checks.pages` says."""
    texts: dict[str, str | bytes] = {"case.yaml": CASE_YAML, **NARRATIVES}
    for name, content in files.items():
        if isinstance(content, bytes):
            texts[name] = content
        elif name == "case.yaml":
            texts[name] = _without_keys(CASE_YAML, _keys(content)) + content
        elif name in NARRATIVES and not content.startswith("## "):
            texts[name] = f"{NARRATIVES[name]}\n{content}"
        else:
            texts[name] = content
    return {n: c if isinstance(c, bytes) else c.encode("utf-8") for n, c in texts.items()}


def lay_over_profile(files: Files) -> dict[str, bytes]:
    """The minimal journal with fragments over it; a manifest without a key stands for itself."""
    texts: dict[str, str | bytes] = {"journal.yaml": JOURNAL_YAML, **files}
    own = texts["journal.yaml"]
    if isinstance(own, str) and own != JOURNAL_YAML and _keys(own):
        texts["journal.yaml"] = _without_keys(JOURNAL_YAML, _keys(own)) + own
    return {n: c if isinstance(c, bytes) else c.encode("utf-8") for n, c in texts.items()}


def bundled_journal(name: str) -> Workspace | None:
    """The folder of a journal that ships."""
    folder = resources.root("templates") / name
    return DiskWorkspace(folder, TODAY) if (folder / "journal.yaml").is_file() else None


def _keys(text: str) -> set[str]:
    return set(re.findall(r"^([a-z-]+):", text, re.MULTILINE))


def _without_keys(text: str, keys: set[str]) -> str:
    """``text`` without the top-level entries of ``keys``."""
    entries = re.split(r"^(?=[a-z])", text, flags=re.MULTILINE)
    return "".join(entry for entry in entries if entry.partition(":")[0] not in keys)


def diagnose_case(files: Mapping[str, bytes]) -> tuple[Diagnostic, ...]:
    """What `casereport check` finds in these files."""
    return check_case(MemoryWorkspace("example", files, TODAY)).diagnostics


def _png(width: int = 8, height: int = 8) -> bytes:
    from PIL import Image

    stream = io.BytesIO()
    Image.effect_noise((width, height), 64).save(stream, "PNG")
    return stream.getvalue()


def _jpeg_with_place() -> bytes:
    from PIL import Image

    image = Image.effect_noise((600, 600), 64)
    exif = Image.Exif()
    exif.get_ifd(0x8825).update({1: "N", 2: (36.0, 33.0, 57.0), 3: "E", 4: (53.0, 3.0, 36.0)})
    stream = io.BytesIO()
    image.save(stream, "JPEG", exif=exif)
    return stream.getvalue()


def _png_with_author() -> bytes:
    from PIL import Image, PngImagePlugin

    words = PngImagePlugin.PngInfo()
    words.add_text("Author", "Nina Boulman")
    stream = io.BytesIO()
    Image.effect_noise((8, 8), 64).save(stream, "PNG", pnginfo=words)
    return stream.getvalue()


def _ramp() -> bytes:
    """The same picture each time it is asked for."""
    from PIL import Image

    stream = io.BytesIO()
    Image.linear_gradient("L").save(stream, "PNG")
    return stream.getvalue()


IMAGES: Mapping[str, Callable[[], bytes]] = {
    "a small PNG": _png,
    "a large PNG": lambda: _png(1600, 1200),
    "the first half of a PNG": lambda: _png(64, 64)[: len(_png(64, 64)) // 2],
    "a photograph that knows its place": _jpeg_with_place,
    "a PNG with its author's name": _png_with_author,
    "a grey ramp": _ramp,
}


def named_fixture(name: str, file: str) -> bytes:
    """The bytes of a file that an example can only name."""
    base = NARRATIVES.get(file, "")
    if name in IMAGES:
        return IMAGES[name]()
    if name == "text in Windows-1256":
        return base.replace("\u06cc", "\u064a").encode("cp1256", "replace")
    texts = {
        "a letter, not an image": "This is not an image.\n",
        "text with a NUL in it": f"{base}\nBefore\0after.\n",
        "three million letters": f"{base}{'a' * 3_000_000}\n",
        "a hundred quotations in each other": f"{base}\n{'>' * 100} deep\n",
    }
    return texts[name].encode("utf-8")


@pytest.fixture
def diagnose() -> Diagnose:
    """Fragments (str) and whole files (bytes) over the minimal case → its diagnostics."""
    return lambda files: diagnose_case(lay_over(files))


@pytest.fixture
def diagnose_profile() -> Diagnose:
    """Fragments over a minimal journal that extends the base → the findings of its profile."""
    return lambda files: check_profile(
        MemoryWorkspace("example", lay_over_profile(files), TODAY), bundled_journal
    ).diagnostics


@pytest.fixture
def fixture_bytes() -> Callable[[str, str], bytes]:
    """A named fixture's bytes."""
    return named_fixture


@pytest.fixture
def png() -> bytes:
    """A small image."""
    return _png()
