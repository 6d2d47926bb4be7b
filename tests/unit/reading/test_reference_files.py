"""Which files are reference files, and the comments in them that silence a finding."""

from __future__ import annotations

import time

import pytest

from casereport.reading.reference_files import ignores_of, is_reference_file, usual_names
from tests.pace import is_within


@pytest.mark.parametrize(
    "name",
    ["references.bib", "references.ris", "references.nbib", "references.xml",
     "references.enl.xml", "references.json"],
)  # fmt: skip
def test_the_files_of_each_format_are_reference_files(name: str) -> None:
    assert is_reference_file(name)


@pytest.mark.parametrize(
    "name",
    ["references.bib.bak", "references.bib~", "references", "references.", "refs.bib",
     "references.orig.xml", "my-references.ris"],
)  # fmt: skip
def test_copies_that_editors_leave_and_other_files_are_not(name: str) -> None:
    assert not is_reference_file(name)


def test_every_format_has_its_usual_name() -> None:
    names = set(usual_names())
    assert {"references.ris", "references.nbib", "references.xml", "references.enl.xml"} <= names
    assert all(is_reference_file(name) for name in names)


def lines(file: str, text: str) -> list[tuple[tuple[str, ...], str, int, int]]:
    found = ignores_of(file, text).found
    return [(each.codes, each.reason, each.first_line, each.last_line) for each in found]


def test_a_comment_before_a_ris_record_speaks_for_the_record() -> None:
    text = "\n# casereport: ignore REF001 as printed\nTY  - JOUR\n\nTI  - T\nER  - \nTY  - BOOK\n"
    assert lines("references.ris", text) == [(("REF001",), "as printed", 2, 6)]


def test_a_comment_before_a_pubmed_record_speaks_for_its_lines() -> None:
    text = "# casereport: ignore REF002 as printed\nPMID- 1\nTI  - T\n\nPMID- 2\n"
    assert lines("references.nbib", text) == [(("REF002",), "as printed", 1, 3)]


def test_a_comment_in_xml_speaks_for_the_record_after_it() -> None:
    text = "<!-- casereport: ignore REF002 as printed -->\n<record>\n<x/>\n</record>\n<record/>\n"
    for file in ("references.xml", "references.enl.xml"):
        assert lines(file, text) == [(("REF002",), "as printed", 1, 4)]


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("references.xml", "<!--" * 500_000),
        ("references.xml", "<!-- casereport: ignore REF001 x -->\n" * 50_000),
        ("references.ris", "# casereport: ignore REF001 x\n" * 100_000),
    ],
)
def test_comments_without_end_are_looked_through_in_time(file: str, text: str) -> None:
    begin = time.process_time()
    ignores_of(file, text)
    assert is_within(time.process_time() - begin, 8)
