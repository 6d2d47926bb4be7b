"""ORTH011: an abbreviation without its words, a name in capitals."""

from __future__ import annotations

import pytest

from casereport.diagnostics import Severity


def only(found):  # type: ignore[no-untyped-def]
    return [item for item in found if item.code == "ORTH011"]


def test_the_first_place_is_told_and_the_others_are_related(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({"en.md": "The DIP joint.\n\nAgain DIPs.\n"}))
    assert (item.severity, item.span.line, item.span.column, item.span.end_column) == (
        Severity.NOTE, 13, 5, 8,
    )  # fmt: skip
    assert [(each.span.line, each.span.column) for each in item.related] == [(15, 7)]


def test_a_name_in_capitals_is_told_with_its_right_form(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({"en.md": "A RAYNAUD phenomenon.\n"}))
    assert item.hint is not None
    assert (item.span.column, item.hint.values["right"]) == (3, "Raynaud")


@pytest.mark.parametrize(
    "text",
    [
        "distal interphalangeal (DIP) joints; DIP again", "DIP (distal interphalangeal) joints",
        "DIP: distal interphalangeal", "the joints (distal interphalangeal, DIP)", "DIP = distal joints",
        "joints [DIP] were narrow", "DIP denotes distal interphalangeal",
        "DIP denotes distal interphalangeal, MCV mean corpuscular volume, CV conduction velocity.",
        "NR, no response; PBO, by the mouth.",
    ],
)  # fmt: skip
def test_either_order_defines(text: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert not only(diagnose({"en.md": text + "\n"}))


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("en.md", "CRP, MRI, CT, DNA, ECG, WHO, AIDS, HIV, ESR and CREST syndrome."),
        (
            "en.md",
            "Grade III, type IV, chapter XII, BRCA1, IL-6, H1N1, HLA-B27, TNF-α, CD4+ and 5-FU.",
        ),
        ("en.md", "Nd:YAG laser; BRAF V600E and KRAS p.Gly12Asp; BCR::ABL1; 100,000 IU; INR 1.8."),
        ("en.md", "Raynaud phenomenon; MD, PhD; http://ABC.org/DEF; a.B@CDE.FG"),
        ("en.md", "THE WHOLE PARAGRAPH IS IN CAPITALS FOR SOME REASON"),
        ("fa.md", "مفاصل بین\u200cبندی (DIP) و DIP؛ CRP منفی بود."),
        ("fa.md", "مفاصل [distal interphalangeal (DIP)]{lang=en} و DIP."),
    ],
)
def test_known_ones_genes_and_numbers_are_silent(file: str, text: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    text = text.replace("\u200c", "\u200c")
    assert [item.message.values["word"] for item in only(diagnose({file: text + "\n"}))] == []


def test_degrees_of_authors_are_not_looked_at(diagnose) -> None:  # type: ignore[no-untyped-def]
    case = "contributors:\n  - name: {fa: x, en: A B}\n    degrees: {en: FRCPC, fa: x}\n"
    assert not only(diagnose({"case.yaml": case}))
