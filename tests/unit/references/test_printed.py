"""Works of every kind as each of our styles prints them: tests/data/references/styles/printed.md.

The expected texts were written by the program and then read against each style's manual, line by
line. ``python -m tests.unit.references.test_printed`` writes them anew, to be read again.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from casereport.journals import load_journal
from casereport.model.reference import Reference
from casereport.references import (
    CitationStyle,
    format_references,
    read_references,
    sort_references,
    style_kind,
)
from casereport.text.isolates import strip_isolates

DATA = Path(__file__).resolve().parents[2] / "data" / "references" / "styles"
JOURNALS = ("manuscript", "jmums", "ama-style", "lancet-style", "author-date")
MARKS = {"\u200f": ""}
INTRODUCTION = """# The printed references

Each work of works.yaml as each style sets it; `manuscript` prints NLM's own form (Vancouver), and
`in the text` is the citation by author and date. Invisible direction marks are left out here.
"""


@cache
def works() -> tuple[Reference, ...]:
    read = read_references("works.yaml", (DATA / "works.yaml").read_text(encoding="utf-8"))
    assert read.faults == ()
    return read.references


@cache
def printed(journal_id: str) -> dict[str, str]:
    journal = load_journal(journal_id)
    pages = journal.manifest.references.pages
    references, letters = works(), ()
    if style_kind(journal.csl) == "author-date":
        references = sort_references(references, journal.csl)
        letters = CitationStyle(journal.csl, references).letters
    formatted = format_references(references, journal.csl, pages=pages, letters=letters)
    return {one.citekey: _visible(one.text) for one in formatted}


@cache
def in_the_text() -> dict[str, str]:
    csl = load_journal("author-date").csl
    references = sort_references(works(), csl)
    style = CitationStyle(csl, references)
    return {one.citekey: _visible(style.cite(i).text) for i, one in enumerate(references)}


def _visible(text: str) -> str:
    return strip_isolates(text).translate(str.maketrans(MARKS))


@cache
def expected() -> dict[str, dict[str, str]]:
    sections = re.split(r"^## ", (DATA / "printed.md").read_text(encoding="utf-8"), flags=re.M)
    return {
        section.split("\n", 1)[0]: dict(re.findall(r"^- ([a-z -]+): (.*)$", section, flags=re.M))
        for section in sections[1:]
    }


@pytest.mark.parametrize("journal", JOURNALS)
@pytest.mark.parametrize("key", [work.citekey for work in works()])
def test_a_work_prints_as_the_style_has_it(key: str, journal: str) -> None:
    assert printed(journal)[key] == expected()[key][journal]


@pytest.mark.parametrize("key", [work.citekey for work in works()])
def test_a_work_is_cited_by_its_author_and_year(key: str) -> None:
    assert in_the_text()[key] == expected()[key]["in the text"]


def test_sixty_works_and_more_are_expected_of_every_style() -> None:
    assert len(expected()) >= 60
    assert {frozenset(lines) for lines in expected().values()} == {
        frozenset((*JOURNALS, "in the text"))
    }


def write() -> None:
    lines = [INTRODUCTION]
    for work in works():
        lines.append(f"## {work.citekey}\n")
        lines += [f"- {journal}: {printed(journal)[work.citekey]}" for journal in JOURNALS]
        lines.append(f"- in the text: {in_the_text()[work.citekey]}\n")
    (DATA / "printed.md").write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    write()
