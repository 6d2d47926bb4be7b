"""The source article's reference list, set by the journal's style, equals what was printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from citeproc import SCHEMA_PATH
from lxml import etree

from casereport import resources
from casereport.references import Run, format_references, read_references

DATA = Path(__file__).resolve().parents[2] / "data" / "references"
STYLE = resources.read_text("templates", "jmums/references.csl")
PRINTED = (DATA / "jmums-22.txt").read_text(encoding="utf-8").splitlines()
REFERENCES = read_references("r.bib", (DATA / "jmums-22.bib").read_text("utf-8")).references


@pytest.mark.parametrize("number", range(1, 23))
def test_the_reference_prints_as_in_the_source(number: int) -> None:
    formatted = format_references(REFERENCES, STYLE, pages="full")[number - 1]
    assert formatted.text == PRINTED[number - 1]
    assert (formatted.language, formatted.direction) == ("en", "ltr")


def test_the_printed_list_has_22_entries() -> None:
    assert len(PRINTED) == 22


def test_the_journals_name_alone_is_italic() -> None:
    first = format_references(REFERENCES, STYLE)[0]
    assert first.runs == (
        Run("Boulman N, Slobodin G, Rozenbaum M, Rosner I. Calcinosis in rheumatic diseases. "),
        Run("Semin Arthritis Rheum", italic=True),
        Run(" 2005; 34(6): 805-812."),
    )


def test_two_runs_of_the_same_list_are_equal() -> None:
    assert format_references(REFERENCES, STYLE) == format_references(REFERENCES, STYLE)


@pytest.mark.parametrize(
    "style",
    [f"{name}/references.csl" for name in ("base", "jmums", "ama-style", "lancet-style", "author-date")],
)
def test_our_styles_are_valid_csl(style: str) -> None:
    schema = etree.RelaxNG(etree.parse(SCHEMA_PATH))
    document = etree.fromstring(resources.read_bytes("templates", style))
    assert schema.validate(document), schema.error_log
