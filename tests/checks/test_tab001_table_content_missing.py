"""TAB001: a table is placed, but nothing stands in it."""

from __future__ import annotations

import pytest

LABS = "labs:\n  crp: {name: {fa: الف, en: CRP}, value: 12 mg/L}\n"


def only(found):  # type: ignore[no-untyped-def]
    return [(item.span.file, item.span.line) for item in found if item.code == "TAB001"]


@pytest.mark.parametrize("kind", ["labs", "timeline"])
def test_the_place_of_a_table_without_facts_is_told_in_each_text(kind: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    empty = "[]" if kind == "timeline" else "{}"
    block = f"## Discussion {{#discussion}}\n\n::: {kind}\n:::\n"
    files = {"case.yaml": f"{kind}: {empty}\n", "en.md": block, "fa.md": block}
    assert only(diagnose(files)) == [("en.md", 3), ("fa.md", 3)]


def test_a_table_whose_facts_were_refused_is_told_there(diagnose) -> None:  # type: ignore[no-untyped-def]
    found = diagnose({"case.yaml": "labs: [x]\n", "en.md": "::: labs\n:::\n"})
    assert [item.code for item in found if item.code[:4] not in {"LANG", "CARE"}] == ["SRC004"]


def test_a_table_of_facts_has_its_content(diagnose) -> None:  # type: ignore[no-untyped-def]
    assert not only(diagnose({"case.yaml": LABS, "en.md": "::: labs\n:::\n"}))


def test_a_named_place_inside_a_list_or_a_note_is_seen(diagnose) -> None:  # type: ignore[no-untyped-def]
    text = "## D {#discussion}\n\n- a\n\n  ::: {#tbl-a}\n  no table\n  :::\n"
    assert only(diagnose({"en.md": text})) == [("en.md", 5)]
