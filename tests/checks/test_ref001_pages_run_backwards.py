"""REF001: the pages of a reference run backwards."""

from __future__ import annotations

import pytest

from casereport.diagnostics import Severity

ENTRY = """\
@article{{one,
  author = {{Gutierrez, Marwin}}, title = {{One}},
  pages = {{{pages}}}, year = {{2013}}
}}
"""


def only(found):  # type: ignore[no-untyped-def]
    return [item for item in found if item.code == "REF001"]


def test_the_pages_are_the_place_and_the_likely_ranges_are_named(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({"references.bib": ENTRY.format(pages="281-183")}))
    assert (item.severity, item.span.file, item.span.line) == (
        Severity.WARNING,
        "references.bib",
        3,
    )
    assert item.message.values["pages"] == "281-183"
    assert item.hint is not None
    assert item.hint.values["likely"] == ("181-183", "281-283")


@pytest.mark.parametrize(
    "pages",
    [
        "281-183",
        "281--183",
        "281–183",
        "۲۸۱-۱۸۳",
        "S15-S12",
        "e1264-e1262",
        "198-7",
        "10-20, 35-31",
    ],
)
def test_ranges_that_run_backwards_are_reported(pages: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert len(only(diagnose({"references.bib": ENTRY.format(pages=pages)}))) == 1


@pytest.mark.parametrize(
    "pages",
    [
        "805-812", "805-12", "805-6", "1262-70", "e1262-e1264", "e3585", "12", "S12-S15",
        "454-545", "44-448", "12-12", "xi-xv", "A12-B3", "1103.e5-1103.e12", "",
    ],
)  # fmt: skip
def test_ranges_that_run_forwards_or_are_none_are_not_reported(pages: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert not only(diagnose({"references.bib": ENTRY.format(pages=pages)}))


def test_a_range_with_no_likely_neighbour_has_a_plain_hint(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({"references.bib": ENTRY.format(pages="987-123")}))
    assert item.hint is not None
    assert item.hint.values["likely"] == ()
    assert "{likely}" not in item.hint.template
