"""REF002: a reference has more pages than an article has."""

from __future__ import annotations

import pytest

from casereport.diagnostics import Severity


def told(diagnose, pages: str, kind: str = "article"):  # type: ignore[no-untyped-def]
    bib = f"@{kind}{{a,\n  title = {{One}}, journal = {{J}},\n  pages = {{{pages}}}\n}}\n"
    return [item for item in diagnose({"references.bib": bib}) if item.code == "REF002"]


@pytest.mark.parametrize(
    ("pages", "count", "likely"),
    [
        ("454-545", 92, ("454-455", "544-545")),
        ("44-448", 405, ("44-48", "444-448")),
        ("1012-1120", 109, ("1102-1120",)),
        ("120-1124", 1005, ("1120-1124", "120-124")),
        ("805-899", 95, ()),
        ("\u06f4\u06f5\u06f4-\u06f5\u06f4\u06f5", 92, ("454-455", "544-545")),
    ],
)
def test_a_long_range_and_its_likely_slips_are_told(
    pages: str,
    count: int,
    likely: tuple[str, ...],
    diagnose,  # type: ignore[no-untyped-def]
) -> None:
    (item,) = told(diagnose, pages)
    assert item.message.values["count"] == count
    assert item.message.values["pages"] == pages
    assert item.message.values["likely"] == likely


def test_the_range_itself_is_the_place(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = told(diagnose, "12-15, 454-545")
    assert (item.span.line, item.span.column, item.span.end_column) == (3, 19, 26)


def test_without_a_likely_slip_a_hundred_pages_are_a_note_and_a_thousand_are_not(diagnose) -> None:  # type: ignore[no-untyped-def]
    assert told(diagnose, "3599-3726")[0].severity is Severity.NOTE
    assert told(diagnose, "3599-4726")[0].severity is Severity.WARNING
    assert told(diagnose, "454-545")[0].severity is Severity.WARNING


@pytest.mark.parametrize(
    "pages",
    [
        "805-812", "805-12", "1-12", "1341--1343", "e3585", "e1262-e1264", "S1-S90", "281-183",
        "e1-e90", "1-50", "101", "10.1016/j.1-999", "12-15, 20-25", "vii-xc", "",
    ],
)  # fmt: skip
def test_ordinary_pages_are_not_told(pages: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert told(diagnose, pages) == []


@pytest.mark.parametrize("kind", ["book", "incollection", "phdthesis"])
def test_books_and_their_chapters_may_be_long(kind: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert told(diagnose, "1-545", kind) == []
