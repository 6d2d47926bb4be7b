"""CIT005: a work is cited only inside a typed range."""

from __future__ import annotations

import pytest

from casereport.diagnostics import Severity

BIB = "".join(f"@article{{r{n}, author={{A}}, title={{T {n}}}, year={{2001}}}}\n" for n in range(9))


def told(diagnose, files: dict[str, str]):  # type: ignore[no-untyped-def]
    found = diagnose({"references.bib": BIB, **files})
    return [item for item in found if item.code == "CIT005"]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Known [1-3].\n", [2]),
        ("Known [1-4], once [3].\n", [2]),
        ("Known [1-3] and [2-5].\n", [4]),
        ("Known [1-3], [1-3].\n", [2]),
    ],
)
def test_each_number_that_is_never_named_is_told(
    text: str,
    numbers: list[int],
    diagnose,  # type: ignore[no-untyped-def]
) -> None:
    found = told(diagnose, {"en.md": text})
    assert [item.message.values["number"] for item in found] == numbers
    assert all(item.severity is Severity.NOTE for item in found)


@pytest.mark.parametrize(
    "files",
    [
        {"en.md": "Known [1,2,3].\n"},
        {"en.md": "Known [1-2].\n"},
        {"en.md": "Known [1-3].\n", "fa.md": "متن [۲].\n"},
        {"en.md": "Known [@r0; @r1; @r2].\n"},
        {"en.md": "In English [20-30] is beyond the list.\n"},
    ],
)
def test_what_is_named_once_or_by_key_is_not_told(files: dict[str, str], diagnose) -> None:  # type: ignore[no-untyped-def]
    assert told(diagnose, files) == []


def test_ends_are_those_of_the_typed_range_not_of_the_run_it_joins(diagnose) -> None:  # type: ignore[no-untyped-def]
    # 1-3,4 is the run 1-4, but 3 is named as an end.
    assert [i.message.values["number"] for i in told(diagnose, {"en.md": "Known [1-3,4].\n"})] == [
        2
    ]
