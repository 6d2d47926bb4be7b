"""BIDI002: invisible characters of no use."""

from __future__ import annotations

import pytest

ZWNJ = "\u200c"


def only(found):  # type: ignore[no-untyped-def]
    return [item for item in found if item.code == "BIDI002"]


@pytest.mark.parametrize(
    ("text", "column", "replacement"),
    [
        ("cal\u00adcium", 4, ""), ("a\u2060b", 2, ""), ("a\u200bb", 2, ""), ("آب\u200bها", 3, ZWNJ),
        ("آب\u00adها", 3, ""), (f"می{ZWNJ}{ZWNJ}شود", 3, ZWNJ), (f"می{ZWNJ} شود", 3, ""), (f"آب {ZWNJ}ها", 4, ""),
        (f"آب{ZWNJ}.", 3, ""), ("a\u180eb", 2, ""), ("a\U000e0041b", 2, ""), ("a\u200db", 2, ""),
    ],
)  # fmt: skip
def test_each_is_told_and_mended(text: str, column: int, replacement: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({"fa.md": text + "\n"}))
    assert (item.span.line, item.span.column) == (13, column)
    assert item.fix is not None
    assert item.fix.safe
    assert [edit.replacement for edit in item.fix.edits] == [replacement]


@pytest.mark.parametrize(
    "text",
    [
        f"می{ZWNJ}شود و CT{ZWNJ}ها و *ریه*{ZWNJ}ها", f"{{{{ patient.age }}}}{ZWNJ}ساله", "ه\u200d.ق", "a\u200eb", "a\u00a0b",
        "\U0001f468\u200d\U0001f469", "&shy;",
    ],
)  # fmt: skip
def test_half_spaces_marks_and_joined_pictures_are_silent(text: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    found = only(diagnose({"fa.md": text + "\n"}))
    assert not found or text == "&shy;"


def test_reference_files_and_case_yaml_are_read_as_typed(diagnose) -> None:  # type: ignore[no-untyped-def]
    entry = "@article{a, title = {A\u00adB}, author = {C, D}, year = {2012}}\n"
    found = only(
        diagnose({"references.bib": entry, "case.yaml": "journal: manuscript  # \u200b\n"})
    )
    assert {item.span.file for item in found} == {"references.bib", "case.yaml"}
