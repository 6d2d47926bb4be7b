"""Tokens that hold markup stay one left-to-right thing in Persian text."""

from __future__ import annotations

import pytest

from casereport.article.inline import Span, Styled, Text, plain_text
from casereport.assembly.compounds import Compound, latin_block, with_compounds
from casereport.assembly.leaves import text_of
from casereport.diagnostics import Span as Place
from casereport.model import narrative as typed
from casereport.reading.markdown.fragment import read_fragment
from casereport.text.characters import WJ
from casereport.text.digits import to_persian_digits

PLACE = Place("fa.md", 1, 1, 1, 1)


def compounds(markdown: str) -> list[str]:
    found = with_compounds(read_fragment(markdown, PLACE).inlines)
    return [
        "|".join(text_of((child,)) for child in node.children)
        for node in found
        if isinstance(node, Compound)
    ]


@pytest.mark.parametrize(
    ("markdown", "pieces"),
    [
        ("مقدار H~2~O بود", ["H|2|O"]),
        ("آب H~2~O~2~ و O~2~.", ["H|2|O|2", "O|2"]),
        ("شمار > 1.5 × 10^9^/L بود", ["> 1.5 × 10|9|/L"]),
        ("یون HCO~3~^-^ است", ["HCO|3|-"]),
        ("(CO~2~)", ["CO|2"]),
        ("عدد ۱۰^۹^ است", ["۱۰|۹"]),
        ("متن^۲^ فارسی", []),
        ("متن *کج* H2O", []),
        ("شمار WBC 12.5 × 10^9^/L بود", ["WBC 12.5 × 10|9|/L"]),
        ("شمار ×10^9^/L و ×10^9^ و 5×10^3^ بود", ["×10|9|/L", "×10|9", "5×10|3"]),
        ("عامل *S. aureus* 500 mg بود", ["S. aureus| 500 mg"]),
        ("عامل *S. aureus* (MRSA) بود", ["S. aureus| (MRSA)"]),
        ("عامل *S. aureus*، *E. coli* بود", []),
        ("میزان **CRP** 12 بود", []),
        ("داروی Rifadin^®^ بود", ["Rifadin|®"]),
        ("یون HCO~3~^-^ 24 mEq/L بود", ["HCO|3|-| 24 mEq/L"]),
        ("دوز 12 mg/m^2^ بود", ["12 mg/m|2"]),
    ],
)
def test_a_token_with_markup_is_gathered(markdown: str, pieces: list[str]) -> None:
    assert compounds(markdown) == pieces


@pytest.mark.parametrize(
    ("markdown", "shown"),
    [
        ("دوز 12 mg/m^2^ بود", f"۱۲ {WJ}mg{WJ}/{WJ}m2"),
        ("شمار 4.5 × 10^9^/L بود", f"4.5 {WJ}× {WJ}109{WJ}/{WJ}L"),
        ("شمار 5×10^3^ بود", "۵×۱۰۳"),
        ("شمار WBC 5×10^3^/L بود", f"WBC 5×103{WJ}/{WJ}L"),
        ("آب H~2~O", "H2O"),
    ],
)
def test_one_thing_has_one_set_of_digits(markdown: str, shown: str) -> None:
    found = with_compounds(read_fragment(markdown, PLACE).inlines)
    (compound,) = [node for node in found if isinstance(node, Compound)]
    assert plain_text(compound.inlines(to_persian_digits)) == shown


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("2 g q12h.", True),
        ("*S. aureus* 10^9^/L", True),
        ("12 mg/L", False),
        ("CRP", False),
        ("CRP [@a]", False),
        ("CRP `x` 12", False),
        ("CRP و ESR", False),
    ],
)
def test_a_block_of_nothing_but_latin_is_one_thing(markdown: str, expected: bool) -> None:
    nodes = read_fragment(markdown, PLACE).inlines
    assert (latin_block(nodes) is not None) is expected


@pytest.mark.parametrize(
    "markdown",
    ["الف H~2~O ب", "WBC *5* × 10^9^/L، **CRP** 12 (*x*", "a^2^b~3~ c", "~2~ x", "10^9^^8^"],
)
def test_no_text_is_lost(markdown: str) -> None:
    nodes = read_fragment(markdown, PLACE).inlines

    def text(items: tuple[object, ...]) -> str:
        parts = []
        for item in items:
            if isinstance(item, typed.TextRun):
                parts.append(item.text)
            elif isinstance(item, (typed.Styled, Compound)):
                parts.append(text(item.children))
        return "".join(parts)

    assert text(with_compounds(nodes)) == text(nodes)


def test_plain_text_of_a_set_compound_keeps_its_letters() -> None:
    span = Span("en", "ltr", (Text("H"), Styled("sub", (Text("2"),)), Text("O")))
    assert plain_text((span,)) == "H2O"
