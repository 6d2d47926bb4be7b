"""CIT001: a citation has no entry in the reference list."""

from __future__ import annotations

import pytest

from casereport.diagnostics import Severity

BIB = "@article{boulman2005, author = {Boulman, Nina}, title = {One}, year = {2005}}\n"


def only(found):  # type: ignore[no-untyped-def]
    return [item for item in found if item.code == "CIT001"]


def test_the_key_itself_is_the_place_and_the_nearest_key_is_named(diagnose) -> None:  # type: ignore[no-untyped-def]
    text = "## Discussion {#discussion}\n\nAs known [@boulman2005; @boulmann2005].\n"
    (item,) = only(diagnose({"en.md": text, "references.bib": BIB}))
    assert item.severity is Severity.ERROR
    assert (item.span.file, item.span.line) == ("en.md", 3)
    line = text.splitlines()[2]
    assert "boulmann2005" in line[item.span.column - 1 : item.span.end_column - 1]
    assert item.hint is not None
    assert item.hint.values["nearest"] == "boulman2005"


def test_each_dangling_citation_of_each_language_is_reported(diagnose) -> None:  # type: ignore[no-untyped-def]
    found = only(
        diagnose({"en.md": "One [@a] and two [@b].\n\nAgain [@a].\n", "fa.md": "متن [@a].\n"})
    )
    assert [item.span.file for item in found] == ["en.md", "en.md", "en.md", "fa.md"]


def test_citations_without_any_list_are_errors_not_silence(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({"en.md": "One [@a].\n"}))
    assert item.hint is not None
    assert "references.bib" in item.hint.template


def test_a_citation_in_the_abstract_counts(diagnose) -> None:  # type: ignore[no-untyped-def]
    text = "## Abstract {#abstract}\n\nA [@gone].\n\n## Discussion {#discussion}\n\nMore.\n"
    assert [item.span.line for item in only(diagnose({"en.md": text}))] == [3]


@pytest.mark.parametrize(
    ("typed", "missing"), [("[1]", []), ("[2]", [2]), ("[1,3]", [3]), ("[1-3]", [2, 3])]
)
def test_digits_typed_by_hand_are_looked_up_in_the_numbered_list(
    typed: str,
    missing: list[int],
    diagnose,  # type: ignore[no-untyped-def]
) -> None:
    found = only(diagnose({"en.md": f"As known {typed}.\n", "references.bib": BIB}))
    assert [item.message.values["citation"] for item in found] == missing
    assert all(item.hint.values["count"] == 1 for item in found)


def test_persian_digits_typed_by_hand_are_looked_up_too(diagnose) -> None:  # type: ignore[no-untyped-def]
    found = only(diagnose({"fa.md": "متن [۲].\n", "references.bib": BIB}))
    assert [item.message.values["citation"] for item in found] == [2]


def test_a_year_in_brackets_is_no_citation(diagnose) -> None:  # type: ignore[no-untyped-def]
    assert not only(diagnose({"en.md": "In spring (2020) she came.\n", "references.bib": BIB}))


def test_a_list_that_cannot_be_read_is_told_once_not_at_every_citation(diagnose) -> None:  # type: ignore[no-untyped-def]
    bib = "@book{a, title = {\u00fc}}".encode("latin-1")
    found = [item.code for item in diagnose({"en.md": "One [@a].\n", "references.bib": bib})]
    assert [code for code in found if not code.startswith("CARE")] == ["SRC011"]
