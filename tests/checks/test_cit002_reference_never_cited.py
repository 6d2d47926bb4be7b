"""CIT002: an entry of the reference list is cited nowhere."""

from __future__ import annotations

from casereport.diagnostics import Severity

BIB = """\
@article{one, author = {Boulman, Nina}, title = {One}, year = {2005}}
@article{two, author = {Reiter, Nina}, title = {Two}, year = {2011}}
"""


def only(found):  # type: ignore[no-untyped-def]
    return [item for item in found if item.code == "CIT002"]


def test_the_entry_is_the_place(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({"en.md": "Known [@one].\n", "references.bib": BIB}))
    assert (item.severity, item.span.file, item.span.line) == (
        Severity.WARNING,
        "references.bib",
        2,
    )


def test_an_entry_cited_in_one_language_is_cited(diagnose) -> None:  # type: ignore[no-untyped-def]
    files = {"en.md": "Known [@one].\n", "fa.md": "متن [@two].\n", "references.bib": BIB}
    assert not only(diagnose(files))


def test_typed_digits_cite_the_entries_by_their_order(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({"en.md": "Known [2].\n", "references.bib": BIB}))
    assert item.message.values["citekey"] == "one"


def test_a_list_that_nothing_cites_is_reported_entry_by_entry(diagnose) -> None:  # type: ignore[no-untyped-def]
    found = only(diagnose({"references.bib": BIB}))
    assert [item.message.values["citekey"] for item in found] == ["one", "two"]


def test_a_key_that_stands_twice_is_told_once(diagnose) -> None:  # type: ignore[no-untyped-def]
    found = only(diagnose({"references.bib": BIB + BIB.splitlines()[0] + "\n"}))
    assert [item.message.values["citekey"] for item in found] == ["one", "two"]
