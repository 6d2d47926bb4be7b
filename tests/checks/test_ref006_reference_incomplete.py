"""REF006: a reference lacks what is needed to find the work."""

from __future__ import annotations

import pytest


def told(diagnose, entry: str):  # type: ignore[no-untyped-def]
    found = [item for item in diagnose({"references.bib": entry}) if item.code == "REF006"]
    return [item.message.values["fields"] for item in found]


@pytest.mark.parametrize(
    ("entry", "missing"),
    [
        ("@article{a, title={T}}", ("author", "journal", "year", "volume", "pages")),
        ("@article{a, author={B, C}, title={T}, journal={J}, year={2005}, volume={3}}", ("pages",)),
        ("@article{a, author={B, C}, title={T}, journal={J}, volume={3}, pages={1}}", ("year",)),
        ("@book{a, author={B, C}, title={T}, year={2005}}", ("publisher",)),
        ("@incollection{a, author={B, C}, title={T}, year={2005}, publisher={P}}", ("booktitle",)),
        ("@phdthesis{a, author={B, C}, title={T}, year={2005}}", ("school",)),
        ("@online{a, author={B, C}, title={T}}", ("url", "accessed")),
        ("@misc{a, author={B, C}}", ("title",)),
    ],
)
def test_the_fields_that_its_type_needs_are_named(
    entry: str,
    missing: tuple[str, ...],
    diagnose,  # type: ignore[no-untyped-def]
) -> None:
    assert told(diagnose, entry) == [missing]


@pytest.mark.parametrize(
    "entry",
    [
        "@article{a, author={B, C}, title={T}, journal={J}, year={2005}, volume={3}, pages={e12}}",
        "@article{a, author={B, C}, title={T}, journal={J}, year={2005}, number={3}, eid={12}}",
        "@article{a, author={B, C}, title={T}, journal={J}, year={2025}, doi={10.1000/1}}",
        "@article{a, author={B, C}, title={T}, journal={J}, year={in press}}",
        "@article{a, author={B, C}, title={T}, journal={J}, year={2025}, note={Online ahead of print}}",
        "@book{a, editor={B, C}, title={T}, year={2005}, publisher={P}}",
        "@incollection{a, author={B, C}, title={T}, booktitle={K}, year={2005}, publisher={P}}",
        "@misc{a, title={T}}",
        "@misc{a, title={T}, url={https://example.org}, note={Accessed 3 May 2023}}",
        "@misc{a, title={T}, url={https://example.org}, note={[Last accessed on: 2023-05-03]}}",
        "@misc{a, title={T}, url={https://example.org}, note={تاریخ دسترسی: ۱۴۰۲/۰۲/۱۳}}",
        "@online{a, title={T}, url={https://example.org}, urldate={2024-05-01}}",
    ],
)
def test_a_complete_reference_is_not_told(entry: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert told(diagnose, entry) == []


def test_the_key_of_the_entry_is_the_place(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = [
        i for i in diagnose({"references.bib": "@book{abc, title={T}}"}) if i.code == "REF006"
    ]
    assert (item.span.column, item.span.end_column) == (7, 10)
