"""ORTH008: residue of other markup."""

from __future__ import annotations

import pytest


def only(found):  # type: ignore[no-untyped-def]
    return [item for item in found if item.code == "ORTH008"]


def test_a_formula_is_the_place_and_its_characters_are_suggested(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({"en.md": "The $TNF\\ \\alpha$ level.\n"}))
    assert (item.span.column, item.span.end_column) == (5, 18)
    assert item.hint is not None
    assert item.hint.values["plain"] == "TNF α"
    assert item.fix is not None
    assert not item.fix.safe


@pytest.mark.parametrize(
    "text",
    [
        "$x^2$", "a \\textit{b} c", "5 \\pm 2", "&amp;nbsp; here", "{ REF _Ref123456 \\h }", "see _Ref123456789 there",
        "Error! Reference source not found.", "ADDIN EN.CITE", "\\* MERGEFORMAT", "**bold without an end",
    ],
)  # fmt: skip
def test_residue_is_told(text: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert len(only(diagnose({"en.md": text + "\n"}))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "It cost $5 to $10.", "R&D and a&b; c", "H~2~O, 10^9^, **bold** and *it*", "`\\alpha` and `&nbsp;`",
        "C:\\\\Users", "5 &lt; 6", "A&nbsp;B", "a_b and snake_case", "{{ patient.age }}", "1 * 2 ** 3",
    ],
)  # fmt: skip
def test_good_text_is_silent(text: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert [item.message.values["residue"] for item in only(diagnose({"en.md": text + "\n"}))] == []
