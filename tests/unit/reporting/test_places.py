"""Where in the manuscript a finding stands."""

from __future__ import annotations

import pytest

from casereport.diagnostics import Span
from casereport.reporting.places import file_kind, file_order, line_direction, outline

MARKDOWN = "متن\n## مقدمه {#introduction}\n\nمتن\n```\n# code\n```\n### زیر ##\nمتن\n"
YAML = "title: x\ndates:\n  received:\n    fa: 1398-11-11\ncontributors:\n  - name: A\n    email: b\n"
BIB = "@article{a,\n  year = 2000\n}\n\n @book{ b,\n}\n"


@pytest.mark.parametrize(
    ("file", "text", "line", "part"),
    [
        ("fa.md", MARKDOWN, 1, ""),
        ("fa.md", MARKDOWN, 4, "مقدمه"),
        ("fa.md", MARKDOWN, 6, "مقدمه"),
        ("fa.md", MARKDOWN, 9, "زیر"),
        ("case.yaml", YAML, 1, "title"),
        ("case.yaml", YAML, 4, "dates.received.fa"),
        ("case.yaml", YAML, 7, "contributors[1].email"),
        ("case.yaml", "title: [\ndates: x\n", 2, "dates"),
        ("references.bib", BIB, 2, "a"),
        ("references.bib", BIB, 6, "b"),
        ("other.txt", "x\n", 1, ""),
    ],
)
def test_a_line_belongs_to_the_heading_key_or_entry_above(
    file: str, text: str, line: int, part: str
) -> None:
    assert outline(file, text).part(Span(file, line, 1, line, 1)) == part


def test_files_are_told_in_the_order_of_the_manuscript() -> None:
    names = ["references.bib", "x.txt", "fa.md", "en.md", "case.yaml"]
    assert sorted(names, key=file_order) == ["case.yaml", "en.md", "fa.md", "references.bib", "x.txt"]
    assert file_kind("cases/one/fa.md") == "text"
    assert file_kind("readme.md") == "other"


def test_a_line_reads_as_its_file_does() -> None:
    assert line_direction("fa.md", "CRP بالا") == "rtl"
    assert line_direction("en.md", "the word «درد»") == "ltr"
    assert line_direction("case.yaml", "fa: درد CRP") == "rtl"
    assert line_direction("case.yaml", "fa: CRP و درد") == "ltr"
    assert line_direction("case.yaml", "name: {fa: درد, en: Pain}") == "ltr"
    assert line_direction("case.yaml", "  ادامهٔ متن") == "rtl"
    assert line_direction("fa.md", "::: labs") == "ltr"
