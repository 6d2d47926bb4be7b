"""The source article's list, pasted as its text has it, equals the printed one when it is set."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from casereport import resources
from casereport.model.reference import Reference
from casereport.references import format_references, read_references

DATA = Path(__file__).resolve().parents[2] / "data" / "references"
# The 22 references of the article in J Mazandaran Univ Med Sci 2020; 30(187): 166-172 (facts), with
# the numbers, wrapped lines and asterisks that a converter left in its text.
PASTED = read_references("references.txt", (DATA / "jmums-22-pasted.txt").read_text("utf-8"))
BIBTEX = read_references("r.bib", (DATA / "jmums-22.bib").read_text("utf-8")).references
PRINTED = (DATA / "jmums-22.txt").read_text("utf-8").splitlines()
JMUMS = resources.read_text("templates", "jmums/references.csl")
BASE = resources.read_text("templates", "base/references.csl")
NUMBERS = range(22)


def initials(reference: Reference) -> list[tuple[str, str, str]]:
    return [
        (name.family, name.given.replace(".", "").replace(" ", ""), name.literal)
        for name in reference.authors
    ]


def test_all_22_are_read() -> None:
    assert len(PASTED.references) == 22
    assert PASTED.faults == ()
    assert not any(reference.unparsed for reference in PASTED.references)


@pytest.mark.parametrize("number", NUMBERS)
def test_every_field_is_that_of_the_bibtex_entry(number: int) -> None:
    pasted, expected = PASTED.references[number], BIBTEX[number]
    assert initials(pasted) == initials(expected)
    for field in fields(Reference):
        if field.name not in {"authors", "spans", "title_markup"}:
            assert getattr(pasted, field.name) == getattr(expected, field.name), field.name


@pytest.mark.parametrize("number", NUMBERS)
def test_set_by_the_journals_style_it_prints_as_in_the_source(number: int) -> None:
    formatted = format_references(PASTED.references, JMUMS, pages="full")[number]
    assert formatted.text == PRINTED[number]


def test_set_by_nlms_style_last_pages_are_short_but_not_those_with_letters() -> None:
    texts = [one.text for one in format_references(PASTED.references, BASE, pages="minimal")]
    assert texts[0].endswith("Semin Arthritis Rheum. 2005;34(6):805-12.")
    assert texts[3].endswith("Cureus. 2018;10(11):e3585.")
    assert texts[16].endswith("Clin Rheumatol. 2013;32(2):281-183.")
    assert texts[21].endswith("Neurology. 2018;91(13):e1262-e1264.")


def test_an_entry_that_is_not_understood_prints_as_it_stands() -> None:
    text = "Smith J. A thing that has no known form whatever, p. 3 ff."
    read = read_references("references.txt", f"1. {text}")
    assert format_references(read.references, BASE)[0].text == text
