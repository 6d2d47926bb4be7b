"""Tokens that hold markup stay one left-to-right thing in Persian text."""

from __future__ import annotations

import pytest

from casereport.article.inline import Span, Styled, Text, plain_text
from casereport.assembly.compounds import Compound, with_compounds
from casereport.diagnostics import Span as Place
from casereport.model import narrative as typed
from casereport.reading.markdown.fragment import read_fragment

PLACE = Place("fa.md", 1, 1, 1, 1)


def compounds(markdown: str) -> list[str]:
    found = with_compounds(read_fragment(markdown, PLACE).inlines)
    texts = []
    for node in found:
        if isinstance(node, Compound):
            pieces = []
            for child in node.children:
                inner = child.children if isinstance(child, typed.Styled) else (child,)
                pieces.append("".join(c.text for c in inner if isinstance(c, typed.TextRun)))
            texts.append("|".join(pieces))
    return texts


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
    ],
)
def test_a_token_with_markup_is_gathered(markdown: str, pieces: list[str]) -> None:
    assert compounds(markdown) == pieces


@pytest.mark.parametrize("markdown", ["الف H~2~O ب", "a^2^b~3~ c", "~2~ x", "10^9^^8^"])
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
