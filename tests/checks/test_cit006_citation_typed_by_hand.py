"""CIT006: citations are numbers typed by hand."""

from __future__ import annotations

from casereport.diagnostics import Severity

BIB = "".join(f"@article{{r{n}, author={{A}}, title={{T {n}}}, year={{2001}}}}\n" for n in range(9))


def told(diagnose, files: dict[str, str]):  # type: ignore[no-untyped-def]
    found = diagnose({"references.bib": BIB, **files})
    return [item for item in found if item.code == "CIT006"]


def test_a_file_is_told_once_at_its_first_with_the_count(diagnose) -> None:  # type: ignore[no-untyped-def]
    text = "## Discussion {#discussion}\n\nOne [1] and [2,3].\n\nTwo [4].\n"
    (item,) = told(diagnose, {"en.md": text})
    assert item.severity is Severity.NOTE
    assert (item.span.line, item.span.column) == (3, 5)
    assert item.message.values["count"] == 3
    assert [related.span.line for related in item.related] == [3, 5]


def test_each_language_is_told(diagnose) -> None:  # type: ignore[no-untyped-def]
    found = told(diagnose, {"en.md": "One [1].\n", "fa.md": "متن [۱].\n"})
    assert [item.span.file for item in found] == ["en.md", "fa.md"]


def test_the_change_puts_the_keys_in_place_of_the_numbers(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = told(diagnose, {"en.md": "One [1] and [2-4].\n"})
    assert item.fix is not None
    assert not item.fix.safe
    assert [edit.replacement for edit in item.fix.edits] == ["[@r0]", "[@r1; @r2; @r3]"]


def test_no_change_is_offered_where_a_number_has_no_entry_or_two_readings(diagnose) -> None:  # type: ignore[no-untyped-def]
    assert told(diagnose, {"en.md": "One [1] and [99].\n"})[0].fix is None
    assert told(diagnose, {"fa.md": "متن (۲-۴،۱).\n"})[0].fix is None


def test_keys_and_other_brackets_are_not_told(diagnose) -> None:  # type: ignore[no-untyped-def]
    assert told(diagnose, {"en.md": "One [@r1], in (2020), of (44) patients.\n"}) == []
