"""Faults planted one at a time into the clean sample, and what `casereport check` tells of each.

``planted/*.yaml`` are lists of them. Keys: ``fault`` what it is; ``code`` the check that should tell
it; ``in`` the file it should be told in; ``for`` the text that stands there and ``put`` what is put
for it (``edits``: several of them, each with its file; ``cut_to``: up to this text is replaced);
``at`` the text over which it should be told (``put`` when there is none; empty: anywhere in the
file); ``image`` a picture that is spoilt; ``also`` other codes that the fault is known to raise.

Print the table of all, or of some codes::

    .venv/bin/python -m tests.checks.planting [CODE…]
"""

from __future__ import annotations

import datetime
import io
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from casereport.diagnostics import Diagnostic, Span
from casereport.pipeline.case import check_case
from casereport.workspace import MemoryWorkspace

SAMPLE = Path(__file__).parents[2] / "samples" / "crest-calcinosis-44f"
PLANTED = Path(__file__).parent / "planted"
TODAY = datetime.date(2026, 1, 1)


@dataclass(frozen=True, slots=True)
class Edit:
    """``new`` in the place of ``old``, or of all from ``old`` up to ``until``."""

    file: str
    old: str
    new: str
    until: str = ""

    def on(self, text: str) -> str:
        """The edited text. Raises ValueError when ``old`` does not stand in it."""
        start = text.index(self.old)
        end = text.index(self.until, start) if self.until else start + len(self.old)
        return text[:start] + self.new + text[end:]


@dataclass(frozen=True, slots=True)
class Planted:
    """A fault of the clean sample."""

    fault: str
    code: str
    file: str
    edits: tuple[Edit, ...]
    at: str
    also: frozenset[str]
    image: tuple[str, str] | None

    def __str__(self) -> str:
        return f"{self.code} {self.fault}"


@dataclass(frozen=True, slots=True)
class Told:
    """What was told of a planted fault: itself, and what has nothing to do with it."""

    planted: Planted
    found: bool
    elsewhere: tuple[Diagnostic, ...]
    unrelated: tuple[Diagnostic, ...]


def planted_faults() -> Iterator[Planted]:
    """All of them, in the order of the files."""
    for path in sorted(PLANTED.glob("*.yaml")):
        for entry in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield _planted(entry)


def _planted(entry: Mapping[str, Any]) -> Planted:
    given = list(entry.get("edits", ()))
    if "put" in entry:
        given.insert(0, {name: entry[name] for name in ("in", "for", "put")})
    edits = tuple(
        Edit(one["in"], one.get("for", ""), one["put"], one.get("cut_to", "")) for one in given
    )
    image = entry.get("image")
    return Planted(
        fault=entry["fault"],
        code=entry["code"],
        file=entry["in"],
        edits=edits,
        at=entry.get("at", edits[0].new if edits else ""),
        also=frozenset(entry.get("also", ())),
        image=(image["file"], image["as"]) if image else None,
    )


@cache
def clean_files() -> Mapping[str, bytes]:
    """The files of the clean sample by name."""
    return {
        path.relative_to(SAMPLE).as_posix(): path.read_bytes()
        for path in sorted(SAMPLE.rglob("*"))
        if path.is_file()
    }


def files_with(planted: Planted) -> dict[str, bytes]:
    """The sample's files with the fault in them."""
    files = dict(clean_files())
    for edit in planted.edits:
        text = files.get(edit.file, b"").decode("utf-8")
        files[edit.file] = edit.on(text).encode("utf-8")
    if planted.image:
        name, how = planted.image
        files[name] = _spoilt(files, name, how)
    return files


def _spoilt(files: Mapping[str, bytes], name: str, how: str) -> bytes:
    if how == "truncated":
        return files[name][: len(files[name]) // 2]
    if how == "text":
        return b"This is not an image.\n"
    if how in files:
        return files[how]
    saved = io.BytesIO()
    if how.startswith("resaved "):
        Image.open(io.BytesIO(files[how.removeprefix("resaved ")])).save(
            saved, "PNG", optimize=True
        )
        return saved.getvalue()
    image = Image.open(io.BytesIO(files[name])).convert("RGB")
    if how == "coarse":
        image.resize((300, 300 * image.height // image.width)).save(saved, "PNG")
    elif how == "exif":
        image.save(saved, "PNG", exif=_camera_data())
    elif how == "text-chunk":
        notes = PngInfo()
        notes.add_text("Author", "Zahra Ahmadi")
        image.save(saved, "PNG", pnginfo=notes)
    else:
        raise ValueError(how)
    return saved.getvalue()


def _camera_data() -> Image.Exif:
    exif = Image.Exif()
    exif[0x013B] = "Zahra Ahmadi"  # Artist
    exif.get_ifd(0x8825).update({1: "N", 2: (36.0, 33.0, 48.0), 3: "E", 4: (53.0, 3.0, 36.0)})
    return exif


def _told(files: Mapping[str, bytes]) -> tuple[Diagnostic, ...]:
    return check_case(MemoryWorkspace("crest", files, TODAY)).diagnostics


@cache
def _told_of_the_clean_sample() -> Counter[tuple[str, str, str]]:
    return Counter(map(_identity, _told(clean_files())))


def _identity(diagnostic: Diagnostic) -> tuple[str, str, str]:
    """What stays the same when lines move."""
    return diagnostic.code, diagnostic.span.file, str(diagnostic.message)


def tell(planted: Planted) -> Told:
    """What `check` tells of the sample with this fault that it does not tell without it."""
    files = files_with(planted)
    known = Counter(_told_of_the_clean_sample())
    new: list[Diagnostic] = []
    for diagnostic in _told(files):
        if known[_identity(diagnostic)] > 0:
            known[_identity(diagnostic)] -= 1
        else:
            new.append(diagnostic)
    own = [item for item in new if item.code == planted.code]
    lines = files.get(planted.file, b"").decode("utf-8").split("\n")
    found = any(_is_at(span, planted, lines) for item in own for span in _spans(item))
    return Told(
        planted,
        found,
        tuple(own),
        tuple(item for item in new if item.code not in {planted.code, *planted.also}),
    )


def _spans(diagnostic: Diagnostic) -> tuple[Span, ...]:
    return diagnostic.span, *(related.span for related in diagnostic.related)


def _is_at(span: Span, planted: Planted, lines: list[str]) -> bool:
    """True when the span meets the text at which the fault should be told."""
    if span.file != planted.file:
        return False
    wanted = planted.at.strip("\n").split("\n")[0]
    for number in range(span.line, min(span.end_line, len(lines)) + 1):
        line = lines[number - 1]
        start = span.column if number == span.line else 1
        end = span.end_column if number == span.end_line else len(line) + 1
        places = [i + 1 for i in range(len(line)) if line.startswith(wanted, i)]
        if any(start < place + len(wanted) and place < max(end, start + 1) for place in places):
            return True
    return not wanted


def main(codes: list[str]) -> None:
    """Print what is told of each."""
    for planted in planted_faults():
        if codes and planted.code not in codes:
            continue
        told = tell(planted)
        print("found " if told.found else "MISSED", planted)
        for diagnostic in () if told.found else told.elsewhere:
            print(f"         elsewhere: {diagnostic.span} {diagnostic.message}")
        for diagnostic in told.unrelated:
            print(f"         UNRELATED: {diagnostic.code} {diagnostic.span} {diagnostic.message}")


if __name__ == "__main__":
    main(sys.argv[1:])
