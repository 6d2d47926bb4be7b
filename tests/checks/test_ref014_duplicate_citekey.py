"""REF014: two entries of the reference list have the same key."""

from __future__ import annotations

ENTRY = "@article{{{key}, author = {{Boulman, Nina}}, title = {{{title}}}, year = {{2005}}}}\n"


def only(found):  # type: ignore[no-untyped-def]
    return [item for item in found if item.code == "REF014"]


def bib(*keys: str) -> str:
    return "".join(ENTRY.format(key=key, title=f"Title {n}") for n, key in enumerate(keys))


def test_the_second_is_the_place_and_the_first_is_related(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({"references.bib": bib("a", "b", "a")}))
    assert (item.span.file, item.span.line) == ("references.bib", 3)
    assert [related.span.line for related in item.related] == [1]


def test_three_of_a_kind_are_two_findings_that_name_the_first(diagnose) -> None:  # type: ignore[no-untyped-def]
    found = only(diagnose({"references.bib": bib("a", "a", "a")}))
    assert [(item.span.line, item.related[0].span.line) for item in found] == [(2, 1), (3, 1)]


def test_two_files_share_one_list_of_keys(diagnose) -> None:  # type: ignore[no-untyped-def]
    yaml = "- id: a\n  type: book\n  title: A book\n"
    (item,) = only(diagnose({"references.bib": bib("a"), "references.yaml": yaml}))
    assert {item.span.file, item.related[0].span.file} == {"references.bib", "references.yaml"}


def test_keys_that_differ_in_a_letter_s_case_are_two_keys(diagnose) -> None:  # type: ignore[no-untyped-def]
    assert not only(diagnose({"references.bib": bib("Boulman", "boulman")}))


def test_entries_without_a_key_are_left_to_reading(diagnose) -> None:  # type: ignore[no-untyped-def]
    yaml = "- type: book\n  title: One\n- type: book\n  title: Two\n"
    found = diagnose({"references.yaml": yaml})
    assert not [item for item in found if item.code in {"REF014", "CIT002"}]
    assert [item.code for item in found if item.span.file == "references.yaml"] == ["SRC005"] * 2
