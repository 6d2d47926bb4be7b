"""HTML that asks the typesetter for too much: depth, width, length, numbers, style sheets."""

from __future__ import annotations

from collections.abc import Callable, Mapping

Document = tuple[str, Mapping[str, bytes]]
"""The HTML and its assets."""


def _nested(start: str, end: str, depth: int, inside: str = "x") -> Callable[[], Document]:
    return lambda: (f"<title>t</title>{start * depth}{inside}{end * depth}", {})


def _page(body: str, **assets: bytes) -> Callable[[], Document]:
    return lambda: (f"<html lang=en><title>t</title>{body}", assets)


def _styled(css: str, body: str = "<p>text") -> Callable[[], Document]:
    return _page(f"<style>{css}</style>{body}")


def _variables() -> str:
    steps = "".join(f"--v{n}:var(--v{n - 1}) var(--v{n - 1});" for n in range(1, 40))
    return f":root{{--v0:a b;{steps}}} p::before{{content:var(--v39);font-family:var(--v39)}}"


def _svg(body: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99">{body}</svg>'


def _uses(depth: int) -> str:
    steps = "".join(f'<g id="u{n}">{f"<use href=#u{n - 1} />" * 10}</g>' for n in range(1, depth))
    return f'<defs><rect id="u0" width="1" height="1"/>{steps}</defs><use href="#u{depth - 1}"/>'


def _patterns(depth: int) -> str:
    made = "".join(
        f'<pattern id="p{n}" width="0.01" height="0.01">'
        f'<rect width="9" height="9" fill="url(#p{n + 1})"/></pattern>'
        for n in range(depth)
    )
    return f'<defs>{made}</defs><rect width="99" height="99" fill="url(#p0)"/>'


DOCUMENTS: dict[str, Callable[[], Document]] = {
    "20,000 nested div": _nested("<div>", "</div>", 20_000),
    "5,000 nested lists": _nested("<ul><li>", "</ul>", 5_000),
    "2,000 nested tables": _nested("<table><tr><td>", "</table>", 2_000),
    "14 tables, each the width of the next": _nested("<table><tr><td>a<td>", "</table>", 14),
    "5,000 nested quotations": _nested("<blockquote>", "</blockquote>", 5_000),
    "30,000 nested spans": _nested("<b>", "</b>", 30_000),
    "30,000 nested isolates": _nested("<bdi dir=rtl>", "</bdi>", 30_000),
    "24 nested flex boxes": _nested('<div style="display:flex">', "</div>", 24),
    "24 nested grids": _nested('<div style="display:grid">', "</div>", 24),
    "20 nested columns": _nested('<div style="columns:2">', "</div>", 20, "words " * 200),
    "200 nested inline blocks": _nested('<div style="display:inline-block">a', "</div>", 200),
    "200 nested floats": _nested('<div style="float:left">a', "</div>", 200),
    "a table of 250,000 cells": _page(f"<table>{('<tr>' + '<td>x' * 50) * 5_000}</table>"),
    "a colspan of a billion": _page("<table><tr><td colspan=1000000000>x<tr><td>y</table>"),
    "a rowspan of a billion": _page("<table><tr><td rowspan=1000000000>x<tr><td>y</table>"),
    "a col of a billion": _page("<table><col span=1000000000><tr><td>x</table>"),
    "300 rows that span each other": _page(
        f"<table>{'<tr><td rowspan=999 colspan=99>x' * 300}</table>"
    ),
    "a word of a million letters": _page(f"<p>{'a' * 1_000_000}"),
    "a joined word of 300,000 letters": _page(f"<p dir=rtl>{chr(0x0628) * 300_000}"),
    "a word with 100,000 soft hyphens": _page(f"<p>{('a' + chr(0xAD)) * 100_000}"),
    "a line of 300,000 words": _page(f"<p style='white-space:nowrap'>{'word ' * 300_000}"),
    "100,000 marks on a letter": _page(f"<p>a{chr(0x301) * 100_000}"),
    "100,000 embeddings": _page(f"<p>{(chr(0x202B) + 'a') * 100_000}"),
    "100,000 open brackets": _page(f"<p dir=rtl>{'([' * 50_000}"),
    "5,000 footnotes": _styled("i{float:footnote}", "<p>" + "x<i>a note</i> " * 5_000),
    "a footnote longer than 50 pages": _styled(
        "i{float:footnote}", f"<p>x<i>{'note ' * 60_000}</i>"
    ),
    "variables that double 40 times": _styled(_variables()),
    "variables in a ring": _styled(":root{--a:var(--b);--b:var(--a)} p{color:var(--a)}"),
    "a counter of a billion marks": _styled(
        '@counter-style s{system:symbolic;symbols:"*"} li{list-style:s}',
        "<ol start=1000000000><li>x</ol>",
    ),
    "a page of a billion millimetres": _styled("@page{size:1000000000mm 1000000000mm}"),
    "a page of a thousandth of a millimetre": _styled(
        "@page{size:0.001mm 0.001mm;margin:0}", "<p>" + "word " * 2_000
    ),
    "a font of a million points": _styled("p{font-size:1000000pt}", "<p>" + "word " * 500),
    "10,000 columns": _styled("body{columns:10000}", "<p>" + "word " * 20_000),
    "50,000 page breaks": _styled("p{break-after:page}", "<p>x" * 50_000),
    "a margin of a million pages": _styled("p{margin-top:300000000mm}", "<p>x<p>y"),
    "50,000 rules": _styled("".join(f".a{n} .b{n} > .c{n}{{color:red}}" for n in range(50_000))),
    "1,000 nested selectors": _styled(":not(" * 1_000 + "p" + ")" * 1_000 + "{color:red}"),
    "100,000 nested brackets in a sheet": _styled("p{color:" + "(" * 100_000),
    "a sheet that imports itself": _page(
        "<link rel=stylesheet href='asset:a'><p>x", a=b'@import "asset:a"; p{color:red}'
    ),
    "sheets that import each other twice": _page(
        "<link rel=stylesheet href='asset:a'><p>x",
        a=b'@import "asset:b"; @import "asset:b";',
        b=b'@import "asset:a"; @import "asset:a";',
    ),
    "a gradient of 20,000 stops": _styled(
        f"p{{background:linear-gradient({','.join(['red', 'blue'] * 10_000)})}}"
    ),
    "references that never settle": _styled(
        "a::after{content:target-counter(attr(href),page)} p{break-after:page}",
        "".join(f"<p id=p{n}><a href=#p{n + 1}>x</a>" for n in range(300)),
    ),
    "drawings that use drawings": _page(_svg(_uses(12))),
    "a drawing that uses itself": _page(_svg('<g id="a"><use href="#a"/></g>')),
    "patterns in patterns": _page(_svg(_patterns(30))),
    "a path of a million points": _page(_svg(f'<path d="M0 0{"L1 1" * 1_000_000}"/>')),
    "markers on 30,000 points": _page(
        _svg(
            '<defs><marker id="m"><rect width="1" height="1"/></marker></defs>'
            f'<path marker-mid="url(#m)" d="M0 0{"L1 1" * 30_000}"/>'
        )
    ),
    "5,000 nested groups": _page(_svg("<g>" * 5_000 + "</g>" * 5_000)),
    "a drawing of a billion millimetres": _page(
        '<svg xmlns="http://www.w3.org/2000/svg" width="1000000000mm" height="1000000000mm">'
        '<rect width="1" height="1"/></svg>'
    ),
    "a drawing with a number of 100,000 digits": _page(
        _svg(f'<rect width="{"9" * 100_000}" height="1e{"9" * 99}"/>')
    ),
}
