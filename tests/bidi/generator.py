"""Random paragraphs in the shape of medical papers, nested as no author would: the same by seed."""

from __future__ import annotations

import random
from collections.abc import Iterator

from casereport.text.characters import FSI, LRE, LRI, LRM, NBSP, PDF, PDI, RLE, RLI, RLM
from tests.bidi.documents import Case

_PERSIAN = [
    "بیمار",
    "خانم",
    "علائم",
    "بالینی",
    "کلسینوز",
    "یافته\u200cها",
    "می\u200cشود",
    "درمان",
    "لام",
    "آزمایش",
    "ریه",
    "پوست",
    "سال",
    "تصویر",
    "شماره",
    "داروی",
    "کاهش",
    "افزایش",
    "نمونه\u200cبرداری",
    "و",
    "در",
    "با",
    "از",
    "که",
    "شد",
    "گزارش",
]
_LATIN = [
    "CRP",
    "TNF-α",
    "IL-6",
    "HbA1c",
    "honey",
    "comb",
    "CREST",
    "mg/L",
    "mmHg",
    "MRI",
    "anti-CCP",
    "BRCA1",
    "p.Arg117His",
    "Doppler",
    "in",
    "vitro",
    "T2",
    "ANA",
    "et",
    "al.",
    "CT-scan",
    "COVID-19",
]
_NUMBERS = [
    "12",
    "3.5",
    "120/80",
    "2.3",
    "1,250",
    "1398/11/1",
    "1998-2004",
    "+98",
    "−5",
    "88%",
    "۴۴",
    "۱۲/۵",
    "۱۸-۴۹",
    "۸۸٪",
    "۱۳۹۸/۱۱/۱",
    "۱۰٫۵",
    "١٢",
    "٣-٥",
    "10–12",
    "۶–۸",
    "0.05",
    "<0.001",
    "±2",
    "37.5°C",
]
_HEBREW = ("דוח", "מקרה")
_MARKS = (",", ".", ":", ";", "،", "؛", "؟", "!", "/", "-", "–", "…", "=", "%", "+")
_BRACKETS = (("(", ")"), ("[", "]"), ("«", "»"), ("{", "}"), ("“", "”"))
_PAIRS = ((LRI, PDI), (RLI, PDI), (FSI, PDI), (LRE, PDF), (RLE, PDF))
_ELEMENTS = (
    "b", "i", "em", "a href='#x'", "sub", "sup", "code", "small", "bdi", "bdi dir='rtl'",
    "bdo dir='ltr'", "bdo dir='rtl'", "span", "span lang='en'", "span dir='ltr'", "span dir='rtl'",
    "span dir='auto'", "a href='#x' dir='ltr'", "cite lang='en' dir='ltr'",
    "span style='unicode-bidi:embed;direction:ltr'", "span style='unicode-bidi:embed;direction:rtl'",
    "span style='unicode-bidi:bidi-override;direction:rtl'",
    "span style='unicode-bidi:plaintext'",
)  # fmt: skip
_DEPTH = 3


def paragraphs(count: int, seed: int, *, narrow: bool = False) -> tuple[Case, ...]:
    """``count`` cases of one paragraph each; ``narrow`` ones are longer and justified."""
    maker = random.Random(seed)
    return tuple(
        _paragraph(f"random-{seed}-{number}", maker, narrow=narrow) for number in range(count)
    )


def _paragraph(name: str, maker: random.Random, *, narrow: bool) -> Case:
    direction = maker.choices(("rtl", "ltr", "auto"), (12, 4, 1))[0]
    if not narrow:
        content = _content(maker, 0, maker.randint(2, 6))
        return Case(name, f'<p dir="{direction}">{content}</p>')
    # Chromium stretches no-break spaces where it justifies, WeasyPrint does not.
    content = _content(maker, 0, maker.randint(12, 24)).replace(NBSP, " ")
    return Case(
        name,
        f'<p dir="{direction}">{content}</p>',
        width=maker.randrange(200, 480),
        css="p { text-align: justify }",
    )


def _content(maker: random.Random, depth: int, length: int) -> str:
    parts = list(_parts(maker, depth, length))
    joined = parts[0]
    for part in parts[1:]:
        # Mostly words apart; sometimes joined, as letters across a tag and marks after a word.
        joined += maker.choices((" ", "", NBSP), (16, 3, 1))[0] + part
    return joined


def _parts(maker: random.Random, depth: int, length: int) -> Iterator[str]:
    for _ in range(length):
        kind = maker.choices(
            ("words", "element", "number", "mark", "bracket", "control", "image", "break"),
            (10, 8 if depth < _DEPTH else 0, 4, 2, 2, 1, 0.3, 0.15 if depth < 2 else 0),
        )[0]
        match kind:
            case "words":
                yield _words(maker)
            case "element":
                yield _element(maker, depth)
            case "number":
                yield _escaped(maker.choice(_NUMBERS))
            case "mark":
                yield maker.choice(_MARKS)
            case "bracket":
                before, after = maker.choice(_BRACKETS)
                yield f"{before}{_content(maker, depth + 1, maker.randint(1, 2))}{after}"
            case "control":
                yield _controlled(maker, depth)
            case "image":
                yield DOT
            case _:
                yield "<br>"


DOT = (
    "<img alt='' style='width:9px;height:9px' src='data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6f"
    "ptVAAAACklEQVR42mNgAAAAAgAB4iG8MwAAAABJRU5ErkJggg=='>"
)
"""An inline image of 9 px."""


def _words(maker: random.Random) -> str:
    words = maker.choices((_PERSIAN, _LATIN, _HEBREW), (10, 6, 0.4))[0]
    return " ".join(maker.choice(words) for _ in range(maker.randint(1, 3)))


def _element(maker: random.Random, depth: int) -> str:
    tag = maker.choice(_ELEMENTS)
    # At the edge of what opens a line the engines do not agree on what collapses: none deeper.
    spaces = (("", ""), (" ", ""), ("", " ")) if depth == 0 else (("", ""),)
    before, after = maker.choice(spaces) if maker.random() < 0.3 else ("", "")
    content = _content(maker, depth + 1, maker.choices((1, 2, 3), (6, 3, 1))[0])
    if tag.startswith("a ") and "<a " in content:
        tag = "span"  # links do not nest
    return f"<{tag}>{before}{content}{after}</{tag.split()[0]}>"


def _controlled(maker: random.Random, depth: int) -> str:
    if maker.random() < 0.3:
        return maker.choice((LRM, RLM)) + _escaped(maker.choice(_NUMBERS))
    opening, closing = maker.choice(_PAIRS)
    return f"{opening}{_content(maker, depth + 1, maker.randint(1, 2))}{closing}"


def _escaped(text: str) -> str:
    return text.replace("<", "&lt;")
