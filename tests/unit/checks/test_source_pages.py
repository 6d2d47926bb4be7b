"""Every code that any stage can report has its page, with the same name and severity."""

from __future__ import annotations

import re
from pathlib import Path

from casereport.checks.pages import catalogue
from casereport.pipeline import findings
from casereport.pipeline.issue import faults as issue_faults
from casereport.reading import faults

PACKAGE = Path(faults.__file__).parent.parent


def test_reading_s_codes_names_and_severities_are_those_of_the_pages() -> None:
    pages = {p.code: (p.name, p.severity) for p in catalogue()}
    assert {code: pages.get(code) for code in faults.CATALOGUE} == dict(faults.CATALOGUE)
    assert {code for code in pages if code.startswith("SRC")} <= set(faults.CATALOGUE)


def test_pages_of_other_stages_have_no_generator_here() -> None:
    elsewhere = {page.code[:3] for page in catalogue() if page.scope == "elsewhere"}
    assert elsewhere == {"SRC", "ENV", "ISS", "OUT"}


def test_the_codes_of_the_machine_are_two() -> None:
    found = {p.code: p.name for p in catalogue() if p.code.startswith("ENV")}
    assert found == {"ENV001": "cannot-write", "ENV002": "missing-library"}


def test_the_codes_of_the_pipeline_have_their_pages() -> None:
    pages = {p.code: (p.name, p.severity) for p in catalogue() if p.scope == "elsewhere"}
    found = {code: page for code, page in pages.items() if code.startswith("OUT")}
    assert found == dict(findings.CATALOGUE)


def test_the_codes_of_issues_have_their_pages() -> None:
    pages = {p.code: (p.name, p.severity) for p in catalogue() if p.code.startswith("ISS")}
    assert pages == dict(issue_faults.CATALOGUE)


def test_no_code_is_written_anywhere_that_has_no_page() -> None:
    pages = {page.code for page in catalogue()}
    written: set[str] = set()
    for module in PACKAGE.rglob("*.py"):
        source = module.read_text(encoding="utf-8")
        written.update(re.findall(r"\"([A-Z]{3,5}\d{3})\"", source))
    assert written == pages
