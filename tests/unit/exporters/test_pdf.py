"""The PDF of the samples: pages, labels, fonts, text, metadata, the same bytes everywhere."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path
from unittest.mock import Mock

import pytest

from casereport.assembly import AssemblyOptions, assemble
from casereport.exporters import find_exporter
from casereport.exporters import pdf as pdf_exporter
from casereport.inspection import (
    PdfDocument,
    presentation_forms,
    private_use,
    read_glyphs,
    read_pdf,
)
from casereport.journals import journal_ids, load_journal
from casereport.locale import available_languages
from casereport.pipeline.case import render_case
from casereport.pipeline.options import RenderOptions
from casereport.reading import read_case
from casereport.text.digits import to_persian_digits
from casereport.workspace import DiskWorkspace
from tests.conftest import SAMPLES, TODAY, rendered

FIRST = "crest-calcinosis-44f"
CASES = [
    (sample, journal)
    for sample in (FIRST, "crest-calcinosis-44f-as-printed", "hand-calcinosis-66")
    for journal in ("jmums", "clinical-brief", "manuscript")
]


@cache
def pdf(sample: str, journal: str | None = None) -> PdfDocument:
    result = rendered(sample, journal, ("pdf",))
    assert [file.path for file in result.outputs] == [f"{sample}.pdf"]
    return read_pdf(result.outputs[0].content)


@pytest.mark.parametrize(("sample", "journal"), CASES)
def test_fonts_are_embedded_and_letters_are_letters(sample: str, journal: str) -> None:
    document = pdf(sample, journal)
    assert document.fonts
    assert all(font.embedded for font in document.fonts)
    text = "".join(page.text for page in document.pages)
    assert len(text) > 3_000
    assert not presentation_forms(text)
    assert not private_use(text)


def test_pages_are_numbered_from_the_journals_first() -> None:
    labels = [page.label for page in pdf(FIRST).pages]
    assert labels == [str(166 + index) for index in range(len(labels))]


def test_the_page_range_ends_where_the_pages_end() -> None:
    document = pdf(FIRST)
    last = 165 + len(document.pages)
    assert last != 172, "the sample says the journal's own range, which is another"
    assert f"166-{last}" in document.pages[0].text
    shown = to_persian_digits(str(last))
    assert all(shown in page.text for page in document.pages if "۱۸۷" in page.text)


@pytest.mark.parametrize("most", [400, 3])
def test_the_pages_are_counted_on_the_way(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    counted = rendered(FIRST, "jmums", ("pdf",)).outputs[0].content
    monkeypatch.setattr(pdf_exporter, "MOST_PAGES", most)
    typeset = Mock(wraps=pdf_exporter.typeset_report)
    monkeypatch.setattr(pdf_exporter, "typeset_report", typeset)
    result = render_case(DiskWorkspace(SAMPLES / FIRST, TODAY), RenderOptions(journal="jmums"))

    # Beyond what the sheet has numbers for: twice for what is said, twice for what came out.
    assert typeset.call_count == (1 if most == 400 else 4)
    ours, theirs = read_pdf(result.outputs[0].content), read_pdf(counted)
    assert [page.text for page in ours.pages] == [page.text for page in theirs.pages]


def test_a_case_of_another_journal_has_no_place_in_this_one() -> None:
    document = pdf(FIRST, "clinical-brief")
    assert document.pages[0].label == "1"
    assert "187" not in document.pages[0].text


@pytest.mark.parametrize("journal", ["jmums", "manuscript"])
def test_latin_lines_of_a_persian_article_are_found_as_they_are_written(journal: str) -> None:
    # PDFium reads them backwards in a document that asks for pages from the right.
    document = pdf(FIRST, journal)
    assert document.language == "fa"
    assert document.reading_direction is None
    for words in ("mmobini50@yahoo.com", "Semin Arthritis Rheum", "in a Patient with"):
        assert words in document.text


def test_a_journal_may_ask_for_pages_from_the_right() -> None:
    workspace = DiskWorkspace(SAMPLES / FIRST, TODAY)
    read = read_case(workspace, journals=journal_ids(), languages=available_languages())
    assert read.case is not None
    journal = load_journal("jmums")
    layout = journal.manifest.layout.model_copy(update={"viewer_direction": "text"})
    asking = replace(journal, manifest=journal.manifest.model_copy(update={"layout": layout}))
    article = assemble(read.case, asking, AssemblyOptions()).article
    (file,) = find_exporter("pdf").run(article, asking).files
    assert read_pdf(file.content).reading_direction == "rtl"


def test_title_authors_and_keywords_are_in_the_metadata() -> None:
    metadata = pdf(FIRST).metadata
    assert "اسکلرودرمی" in metadata["Title"]
    assert "مریم مبینی" in metadata["Author"]
    assert "سندرم کرست" in metadata["Keywords"]
    assert not any(str(Path.home()) in value for value in metadata.values())


def test_the_order_of_languages_can_be_turned() -> None:
    # Single words: where a viewer reads from the right, PDFium turns Latin lines round.
    english_first = pdf(FIRST).pages[0].text
    turned = rendered(FIRST, None, ("pdf",), order=("fa", "en"))
    pages = read_pdf(turned.outputs[0].content).pages
    assert "Dystrophic" in english_first
    assert "چکیده" in pages[0].text
    assert any("Dystrophic" in page.text for page in pages[1:])


def test_a_blind_manuscript_names_nobody() -> None:
    result = rendered(FIRST, "manuscript", ("pdf", "html"), blind=True)
    names = ("Mobini", "Banimostafavi", "Razavipour", "مبینی", "مصطفوی", "رضوی", "mmobini50")
    for file in result.outputs:
        if file.path.endswith(".pdf"):
            document = read_pdf(file.content)
            text = "".join(page.text for page in document.pages) + str(document.metadata)
        else:
            text = file.content.decode("utf-8")
        assert [name for name in names if name in text] == []


def test_figures_and_legends_of_a_manuscript_stand_at_the_end() -> None:
    pages = pdf(FIRST, "manuscript").pages
    legends = next(i for i, page in enumerate(pages) if "شرح تصاویر" in page.text)
    references = next(i for i, page in enumerate(pages) if "Boulman" in page.text)
    assert references < legends
    assert all(not page.images for page in pages[:legends])
    assert any(page.images for page in pages[legends:])


def line_numbers(sample: str, journal: str, *, blind: bool = False) -> list[list[str]]:
    """The line numbers of each page, from its top."""
    result = rendered(sample, journal, ("pdf",), blind=blind)
    return [
        ["".join(glyph.text for glyph in line.visual) for line in page.numbers]
        for page in read_glyphs(result.outputs[0].content)
    ]


@pytest.mark.parametrize("sample", [sample for sample, journal in CASES if journal == "manuscript"])
@pytest.mark.parametrize("blind", [False, True])
def test_lines_of_a_manuscript_are_numbered_through_each_language(sample: str, blind: bool) -> None:
    found = [n for page in line_numbers(sample, "manuscript", blind=blind) for n in page]
    for digits in ("۰۱۲۳۴۵۶۷۸۹", "0123456789"):
        own = [number for number in found if number[0] in digits]
        assert len(own) > 40
        assert [int(number) for number in own] == list(range(1, len(own) + 1))


def test_title_pages_and_plates_of_a_manuscript_have_no_line_numbers() -> None:
    pages = pdf(FIRST, "manuscript").pages
    numbered = line_numbers(FIRST, "manuscript")
    bare = [page for page, numbers in zip(pages, numbered, strict=True) if not numbers]
    assert bare[0] is pages[0]
    assert all(page in bare for page in pages if page.images)
    assert len(bare) == 2 + 2 * 4  # the title pages, and four plates in each language


def test_lines_of_a_printed_article_have_no_numbers() -> None:
    assert not any(line_numbers(FIRST, "jmums"))
    assert not any(line_numbers(FIRST, "clinical-brief"))


def test_the_same_case_gives_the_same_bytes_under_any_clock_hash_and_language(
    tmp_path: Path,
) -> None:
    digests = set()
    for number, extra in enumerate(
        (
            {"TZ": "UTC", "PYTHONHASHSEED": "1"},
            {"TZ": "Asia/Tehran", "PYTHONHASHSEED": "2", "LANG": "fa_IR.UTF-8"},
        )
    ):
        output = tmp_path / str(number)
        command = [sys.executable, "-m", "casereport", "render", str(SAMPLES / FIRST)]
        environment = {**os.environ, **extra}
        subprocess.run(
            [*command, "-o", str(output), "--to", "pdf,html"],
            env=environment,
            check=True,
            capture_output=True,
        )
        for file in sorted(output.iterdir()):
            digests.add((file.suffix, hashlib.sha256(file.read_bytes()).hexdigest()))
    assert len(digests) == 2


def test_kept_html_is_whole() -> None:
    result = rendered(FIRST, None, ("pdf",), keep_html=True)
    files = {file.path: file.content for file in result.kept_html}
    html = files[f"{FIRST}.html"].decode("utf-8")
    assert "asset:" not in html
    for name in files:
        if name.endswith((".png", ".ttf")):
            assert name in html
