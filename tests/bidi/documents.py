"""The cases, and the one HTML document that both engines set: same fonts, same sheet.

Nearly all is set in one font that has both scripts: the engines take spaces between scripts from
different fonts, and what is compared here is where characters stand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.bidi.lines import LINE_HEIGHT

CORPUS = Path(__file__).parent / "corpus"
WIDE = 6000
"""Width in px of a section in which no paragraph breaks."""

_ARTICLE = re.compile(r"<article\s+([^>]*)>\n?(.*?)</article>", re.DOTALL)
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_ORACLE = re.compile(r"<template>(.*?)</template>\n?", re.DOTALL)

_SHEET = f"""
@page {{ size: 6240px 4000px; margin: 20px }}
html, body {{ margin: 0 }}
body {{
  font: 16px/{LINE_HEIGHT:.0f}px Vazirmatn, "Liberation Serif";
  text-rendering: geometricPrecision;
}}
section {{ display: flow-root; break-after: page }}
p, ol, ul, dl, table, figure, blockquote {{ margin: 0 }}
a {{ color: black; text-decoration: none }}
sub, sup {{ font-size: 70% }}
small {{ font-size: 80% }}
pre, code {{ font-family: inherit; font-size: 16px }}
"""


@dataclass(frozen=True, slots=True)
class Case:
    """One piece of HTML to set.

    ``oracle`` is the same for an engine that cannot read positions of generated content: it stands
    as text there. ``is_loose`` allows other kerning. ``width`` is that of the section, in px.
    """

    name: str
    html: str
    oracle: str = ""
    is_loose: bool = False
    width: float = WIDE
    css: str = field(default="", repr=False)

    @property
    def for_oracle(self) -> str:
        """What Chromium is given."""
        return self.oracle or self.html


def corpus() -> tuple[Case, ...]:
    """The cases of every file of the corpus, in the order of files and of articles."""
    return tuple(case for path in sorted(CORPUS.glob("*.html")) for case in read_cases(path))


def read_cases(path: Path) -> tuple[Case, ...]:
    """The articles of one corpus file; its style elements hold for all of them."""
    source = path.read_text(encoding="utf-8")
    css = "\n".join(_STYLE.findall(source))
    cases = []
    for attributes, content in _ARTICLE.findall(source):
        given = dict(_ATTRIBUTE.findall(attributes))
        oracle = _ORACLE.search(content)
        cases.append(
            Case(
                name=f"{path.stem}/{given['id']}",
                html=_ORACLE.sub("", content).strip(),
                oracle=oracle[1].strip() if oracle else "",
                is_loose="data-loose" in given,
                width=float(given.get("data-width", WIDE)),
                css=css,
            )
        )
    return tuple(cases)


def page(cases: Sequence[Case], fragments: Sequence[str], extra: str = "") -> str:
    """One document of a section a case, ``id`` c0, c1 …; ``extra`` goes into its head."""
    sheets = "\n".join(dict.fromkeys(case.css for case in cases if case.css))
    sections = "\n".join(
        f'<section id="c{index}" style="width:{case.width:g}px">{fragment}</section>'
        for index, (case, fragment) in enumerate(zip(cases, fragments, strict=True))
    )
    return (
        f'<!DOCTYPE html><html lang="fa"><head><meta charset="utf-8"><title>bidi</title>'
        f"<style>{_SHEET}{sheets}</style>{extra}</head><body>{sections}</body></html>"
    )
