"""Whole faultless cases of many shapes: the checks find nothing above a note, and few notes.

They are to measure precision. Text that a good editor would leave alone is not bent to please a
check: the check is mended. The patients are invented; so are most of the works that are cited.
"""

from __future__ import annotations

import datetime
import hashlib
import io
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from casereport.diagnostics import Diagnostic, Severity
from casereport.pipeline.case import check_case
from casereport.workspace import MemoryWorkspace

ROOT = Path(__file__).resolve().parents[2]
CASES = sorted(path for path in (ROOT / "tests/data/clean-cases").iterdir() if path.is_dir())
STARTER = ROOT / "templates/starter"
SAMPLE = ROOT / "samples/crest-calcinosis-44f"
JOURNALS = ("jmums", "clinical-brief", "manuscript")
OTHER = {"fa": "en", "en": "fa"}
MOST_NOTES = 2
"""In one case, beside those that say that nothing was given to compare the references with."""

_NOT_CHECKED = frozenset({"REF013", "REF015"})
MOST_NOTES_IN_ALL = 9

Files = dict[str, bytes]


def read(folder: Path) -> Files:
    """The files of a case; figures that are not there are drawn."""
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    for name in re.findall(r"figures/[a-z0-9-]+\.png", files["case.yaml"].decode("utf-8")):
        files.setdefault(name, drawn(f"{folder.name}/{name}"))
    return files


def drawn(name: str) -> bytes:
    """A drawing that is wide enough for a page at 300 dpi, another one for each name."""
    image = Image.new("L", (2200, 1400), 255)
    pencil = ImageDraw.Draw(image)
    digest = hashlib.sha256(name.encode("utf-8")).digest()
    for left, top, size in zip(digest[:8], digest[8:16], digest[16:24], strict=True):
        box = (left * 7, top * 4, left * 7 + 100 + size, top * 4 + 100 + size)
        pencil.ellipse(box, outline=0, width=8)
    stream = io.BytesIO()
    image.save(stream, "PNG", dpi=(300, 300))
    return stream.getvalue()


def for_journal(files: Files, journal: str) -> Files:
    """The same case for another journal."""
    return _with_line(files, "journal", journal)


def in_one_language(files: Files, language: str) -> Files:
    """The same case without the text of the other language."""
    alone = _with_line(files, "languages", f"[{language}]")
    return {name: text for name, text in alone.items() if name != f"{OTHER[language]}.md"}


def _with_line(files: Files, key: str, value: str) -> Files:
    text = files["case.yaml"].decode("utf-8")
    changed = re.sub(rf"^{key}: .*$", f"{key}: {value}", text, count=1, flags=re.MULTILINE)
    return {**files, "case.yaml": changed.encode("utf-8")}


def findings(files: Mapping[str, bytes]) -> list[Diagnostic]:
    workspace = MemoryWorkspace("clean", files, datetime.date(2026, 1, 1))
    return list(check_case(workspace).diagnostics)


def above_note(files: Files) -> list[str]:
    return [told(item) for item in findings(files) if item.severity is not Severity.NOTE]


def notes(files: Files) -> list[str]:
    found = findings(files)
    return [
        told(item) for item in found if item.severity is Severity.NOTE and item.code not in _NOT_CHECKED
    ]


def told(item: Diagnostic) -> str:
    place = f"{item.span.file}:{item.span.line}:{item.span.column}"
    return f"{item.code} {place} {item.message}"


def test_there_are_cases_of_many_shapes() -> None:
    assert len(CASES) >= 14


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_a_faultless_case_has_no_finding_above_a_note(folder: Path) -> None:
    assert above_note(read(folder)) == []


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_a_faultless_case_has_few_notes(folder: Path) -> None:
    told_notes = notes(read(folder))
    assert len(told_notes) <= MOST_NOTES, told_notes


def test_the_notes_of_all_faultless_cases_are_few() -> None:
    told_notes = [note for folder in CASES for note in notes(read(folder))]
    assert len(told_notes) <= MOST_NOTES_IN_ALL, told_notes


@pytest.mark.parametrize("journal", JOURNALS)
def test_the_starter_is_clean_in_every_journal(journal: str) -> None:
    assert [told(item) for item in findings(for_journal(read(STARTER), journal))] == []


@pytest.mark.parametrize("journal", JOURNALS)
@pytest.mark.parametrize("language", ["fa", "en"])
def test_the_starter_is_clean_in_one_language(language: str, journal: str) -> None:
    alone = in_one_language(for_journal(read(STARTER), journal), language)
    assert [told(item) for item in findings(alone)] == []


@pytest.mark.parametrize(
    "change",
    [
        lambda files: for_journal(files, "manuscript"),
        lambda files: in_one_language(for_journal(files, "manuscript"), "fa"),
        lambda files: in_one_language(for_journal(files, "manuscript"), "en"),
    ],
    ids=["manuscript", "Persian only", "English only"],
)
def test_the_sample_stays_clean_in_other_shapes(change: Callable[[Files], Files]) -> None:
    assert above_note(change(read(SAMPLE))) == []


def test_the_sample_is_only_too_long_for_a_brief_journal() -> None:
    found = findings(for_journal(read(SAMPLE), "clinical-brief"))
    assert {item.code for item in found if item.severity is not Severity.NOTE} == {"JRN005"}


@pytest.mark.parametrize("language", ["fa", "en"])
def test_good_sentences_of_every_kind_are_left_alone(language: str) -> None:
    """A paragraph each, in the discussion of the starter: numbers, units, genes, quotes, labels."""
    lines = (CASES[0].parents[1] / "clean-prose" / f"{language}.txt").read_text(encoding="utf-8")
    assert lines.count("\n") > 60
    files = read(STARTER)
    heading = "{#discussion}\n"
    text = files[f"{language}.md"].decode("utf-8")
    whole = text.replace(heading, heading + "\n" + lines.replace("\n", "\n\n"), 1)
    assert whole != text
    assert [told(item) for item in findings({**files, f"{language}.md": whole.encode()})] == []


def test_a_fault_planted_into_a_clean_case_is_told() -> None:
    """The corpus is quiet because it is clean, not because nothing is looked at."""
    files = read(next(folder for folder in CASES if folder.name == "lead-opium-table"))
    text = files["en.md"].decode("utf-8").replace("[@lead3]. We report", "[@lead9]. We report")
    assert any("CIT001" in one for one in above_note({**files, "en.md": text.encode("utf-8")}))
