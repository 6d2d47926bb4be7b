"""Footnotes of a printed page: at its foot, on the page of their marks, once, linked both ways."""

from __future__ import annotations

from functools import cache

import pypdfium2 as pdfium
import pytest

from casereport.pipeline.case import RenderResult, render_case
from casereport.pipeline.options import RenderOptions
from tests.conftest import memory_case

FILLER = "Words fill the page until there is no room for any more of them. " * 12
SCRIPTS = {"en": "Text", "fa": "متن"}


@cache
def printed(journal: str) -> RenderResult:
    paragraphs = "\n\n".join(f"Paragraph{n}[^n{n}] goes on. {FILLER}" for n in range(6))
    notes = "\n\n".join(f"[^n{n}]: Remark{n} on it." for n in range(6))
    table = "::: {#tbl-x}\n\n| A | B |\n|---|---|\n| one[^cell] | two |\n\n:::\n\n"
    case = memory_case(
        "case",
        case_yaml="languages: [en, fa]\ntitle: {fa: عنوان, en: Title}\n"
        "contributors: [{name: {fa: الف, en: A}}]\n"
        "tables: {x: {caption: {en: Drugs, fa: داروها}}}\n",
        en_md="## Introduction {#introduction}\n\n"
        f"{paragraphs}\n\n{table}{notes}\n\n[^cell]: Remark-cell.\n",
        fa_md="## مقدمه {#introduction}\n\nمتن[^a] و *تأکید[^b]*.\n\n"
        "[^a]: یادداشت با CRP و ۱۲ mg/dL.\n\n    بند دوم.\n\n[^b]: دیگری[^c].\n\n[^c]: درونی.\n",
    )
    return render_case(case, RenderOptions(formats=("pdf",), journal=journal, prove=True))


def pages(journal: str) -> list[str]:
    (file,) = printed(journal).outputs
    document = pdfium.PdfDocument(file.content)
    return [page.get_textpage().get_text_range() for page in document]


@pytest.mark.parametrize("journal", ["clinical-brief", "manuscript"])
def test_each_note_stands_once_on_the_page_of_its_mark(journal: str) -> None:
    texts = pages(journal)
    for number in range(6):
        (marked,) = [n for n, text in enumerate(texts) if f"Paragraph{number}" in text]
        (noted,) = [n for n, text in enumerate(texts) if f"Remark{number} on it" in text]
        assert marked == noted
    (cell,) = [text for text in texts if "Remark-cell" in text]
    assert "Drugs" in cell


@pytest.mark.parametrize("journal", ["clinical-brief", "manuscript"])
def test_what_is_printed_is_what_was_meant(journal: str) -> None:
    codes = {found.code for found in printed(journal).diagnostics}
    assert not codes & {"OUT001", "OUT003", "OUT007"}
