"""The filled checklist as text, page and PDF: every item, its state, its words, its page."""

from __future__ import annotations

import datetime
import html
import re
from functools import cache
from pathlib import Path

import pytest

from casereport.checks.care import HEADINGS, Status
from casereport.inspection import read_pdf
from casereport.pipeline.care import CareResult, care_case
from casereport.pipeline.options import CheckOptions
from casereport.reporting.care import CareReport, care_format_names, find_care_reporter
from casereport.reporting.care.view import CareView, care_view
from casereport.workspace import DiskWorkspace, MemoryWorkspace
from tests.checks.conftest import lay_over

ROOT = Path(__file__).resolve().parents[3]
SAMPLE = ROOT / "samples/crest-calcinosis-44f"


@cache
def result(*, pages: bool) -> CareResult:
    workspace = DiskWorkspace(SAMPLE, datetime.date(2026, 1, 1))
    return care_case(workspace, CheckOptions(), pages=pages)


def report(language: str, *, pages: bool = False) -> CareReport:
    found = result(pages=pages)
    assert found.checklist is not None
    return CareReport(
        checklist=found.checklist,
        language=language,
        today=found.today,
        title=found.title,
        journal=found.journal,
        pages=found.pages,
    )


def items(view: CareView) -> dict[str, str]:
    return {item.number: item.status for heading in view.headings for item in heading.items}


def test_every_item_of_the_checklist_is_shown_in_order() -> None:
    numbers = list(items(care_view(report("en"))))
    assert numbers == [item.key for heading in HEADINGS for item in heading.items]
    assert [heading.number for heading in HEADINGS] == list(range(1, 14))


def test_counts_agree_with_the_items() -> None:
    view, checklist = care_view(report("en")), report("en").checklist
    counts = {state: int(count) for state, _, count in view.counts}
    assert counts["reported"] == checklist.count(Status.REPORTED)
    assert counts["missing"] + counts["open"] == checklist.count(Status.MISSING)
    assert sum(counts.values()) == sum(len(heading.items) for heading in HEADINGS)


def test_persian_has_its_digits_its_letters_and_its_calendar() -> None:
    view = care_view(report("fa"))
    assert view.direction == "rtl"
    assert "۵ الف" in items(view)
    assert view.day == "۱۱ دی ۱۴۰۴"
    shown = [item.word + item.text + item.remark for h in view.headings for item in h.items]
    assert not [text for text in shown if re.search(r"[0-9]", text)]


def test_what_tells_who_the_patient_is_is_not_quoted() -> None:
    files = lay_over(
        {"en.md": "## Case {#patient-information}\n\nMrs. Smith, 44 years old, had pain.\n"}
    )
    found = care_case(MemoryWorkspace("case", files), CheckOptions())
    assert found.checklist is not None
    assert found.private == {"Mrs. Smith"}
    own = CareReport(
        checklist=found.checklist, language="en", today=found.today, private=found.private
    )
    quotes = [
        evidence.quote
        for heading in care_view(own).headings
        for item in heading.items
        for evidence in item.evidence
    ]
    assert any("44 years old" in quote for quote in quotes)
    assert not any("Smith" in quote for quote in quotes)


def test_a_conditional_item_without_evidence_is_left_to_the_authors() -> None:
    assert items(care_view(report("en")))["8b"] == "open"


def test_each_piece_of_printed_evidence_has_the_page_on_which_it_stands() -> None:
    found = result(pages=True)
    assert found.pages
    folios = {evidence.section: page for evidence, page in found.pages.items()}
    # jmums prints the English front page first, and the article begins on page 166.
    titles = {e.language: p for e, p in found.pages.items() if e.section == "title"}
    assert titles == {"en": 166, "fa": 167}
    assert folios["abstract"] == 167
    assert folios["conclusion"] > folios["introduction"]
    printed = [
        evidence
        for heading in report("en", pages=True).checklist.headings
        for item in heading.items
        for evidence in item.verdict.evidence
        if evidence.section
    ]
    assert set(printed) == set(found.pages)


def test_pages_are_shown_only_when_they_were_asked_for() -> None:
    assert not care_view(report("en")).has_pages
    assert b"page 16" not in find_care_reporter("text")(report("en"))
    assert b"page 167" in find_care_reporter("text")(report("en", pages=True))


@pytest.mark.parametrize("language", ["fa", "en"])
def test_the_page_is_self_contained_and_in_its_language(language: str) -> None:
    page = find_care_reporter("html")(report(language)).decode("utf-8")
    assert f'lang="{language}" dir="{"rtl" if language == "fa" else "ltr"}"' in page
    body = page.partition("<body>")[2]
    assert not re.search(r'\b(?:src|href)="(?!#)', body)
    assert "<script" not in page
    assert "default-src 'none'" in html.unescape(page)


@pytest.mark.parametrize("language", ["fa", "en"])
def test_the_pdf_is_tagged_embeds_its_fonts_and_holds_the_words(language: str) -> None:
    document = read_pdf(find_care_reporter("pdf")(report(language, pages=True)))
    assert document.tagged
    assert document.language == language
    assert all(font.embedded for font in document.fonts)
    title = {"fa": "سیاههٔ CARE", "en": "CARE checklist"}[language]
    assert document.metadata["Title"].startswith(title)
    assert {"fa": "۱۶۷", "en": "167"}[language] in document.text


def test_the_formats_are_text_first() -> None:
    assert care_format_names() == ("text", "html", "pdf")
    with pytest.raises(KeyError):
        find_care_reporter("docx")


def test_authors_text_is_escaped() -> None:
    from dataclasses import replace

    from casereport.model.base import Bilingual

    spoilt = replace(report("en"), title=Bilingual({"en": "<script>x</script>"}))
    page = find_care_reporter("html")(spoilt).decode("utf-8")
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
