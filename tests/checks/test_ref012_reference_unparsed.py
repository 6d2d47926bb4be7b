"""REF012: a reference could not be read into its parts."""

from __future__ import annotations


def test_it_is_kept_whole_and_told(diagnose) -> None:  # type: ignore[no-untyped-def]
    text = "- id: a\n  unstructured: Boulman N, Calcinosis, 2005\n- id: b\n  title: Two\n"
    (item,) = [i for i in diagnose({"references.yaml": text}) if i.code == "REF012"]
    assert (item.span.line, item.message.values["citekey"]) == (1, "a")


def test_it_prints_as_it_stands_and_nothing_is_said_to_be_missing(diagnose) -> None:  # type: ignore[no-untyped-def]
    text = "- id: a\n  unstructured: Boulman N, Calcinosis, 2005\n"
    found = diagnose({"references.yaml": text, "en.md": "Known [@a].\n"})
    assert {i.code for i in found if i.code.startswith("REF")} - {"REF013", "REF015"} == {"REF012"}
