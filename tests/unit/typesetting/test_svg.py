"""A drawing keeps its shapes and loses whatever could fetch, run, or tell who drew it."""

from __future__ import annotations

import base64
import io
from itertools import pairwise

import pytest
from lxml import etree
from PIL import Image

from casereport.inspection import read_glyphs, read_pdf
from casereport.inspection.glyphs import visual_text
from casereport.typesetting import typeset, typeset_report
from casereport.typesetting.images import UnfitImageError, clean_image, looks_like_image

NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def svg(body: str, attributes: str = 'width="20" height="10"') -> bytes:
    return f"<svg {NS} {attributes}>{body}</svg>".encode()


def cleaned(body: str) -> str:
    return clean_image(svg(body)).content.decode()


def reason_of(content: bytes) -> str:
    with pytest.raises(UnfitImageError) as caught:
        clean_image(content)
    return caught.value.reason


def png_url(colour: str = "red") -> str:
    stream = io.BytesIO()
    Image.new("RGB", (4, 4), colour).save(stream, "PNG", dpi=(72, 72))
    return "data:image/png;base64," + base64.b64encode(stream.getvalue()).decode()


@pytest.mark.parametrize(
    "body",
    [
        '<rect width="5" height="5" fill="#a00"/>',
        '<g transform="translate(2 2)"><path d="M0 0L5 5z" stroke="black"/></g>',
        '<text x="1" y="9" font-family="Vazirmatn">متن <tspan>a</tspan> b</text>',
        '<defs><linearGradient id="g"><stop offset="0"/></linearGradient></defs>',
        '<rect width="5" height="5" fill="url(#g)"/>',
        '<rect style="fill: url(#g); stroke: red" width="5" height="5"/>',
        "<title>calcinosis</title><desc>of the hand</desc>",
    ],
)
def test_drawing_is_kept(body: str) -> None:
    assert body in cleaned(body).replace(" href", " xlink:href")


def test_local_use_is_kept() -> None:
    text = cleaned('<circle id="c" r="2"/><use xlink:href="#c" x="4"/><use href="#c"/>')

    assert text.count('href="#c"') == 2


@pytest.mark.parametrize(
    "body",
    [
        "<script>alert(1)</script>",
        '<script href="http://evil/x.js"/>',
        "<foreignObject><p>evil</p></foreignObject>",
        '<image href="http://evil/x.png" width="5" height="5"/>',
        '<image xlink:href="file:///evil" width="5" height="5"/>',
        '<image href="data:text/html,evil" width="5" height="5"/>',
        '<use href="http://evil/x.svg#a"/>',
        '<use href="data:image/svg+xml,evil#a"/>',
        '<rect onload="evil()" width="5" height="5"/>',
        '<rect fill="url(http://evil/#a)" width="5" height="5"/>',
        '<rect fill="url( &quot;file:///evil&quot; )" width="5" height="5"/>',
        r'<rect fill="u\72l(http://evil/#a)" width="5" height="5"/>',
        '<rect style="fill:url(http://evil/#a)" width="5" height="5"/>',
        r'<rect style="fill:\75rl(evil#a)" width="5" height="5"/>',
        '<style>@import "http://evil/x.css";</style>',
        "<style>@import url(http://evil/x.css); rect { fill: red }</style>",
        "<style>@font-face { font-family: x; src: url(http://evil/x.ttf) }</style>",
        "<style>rect { background: url(//evil/x) }</style>",
        "<style>rect { background: image-set('http://evil/x' 1x) }</style>",
        "<style>@media print { rect { background: url(//evil/x) } }</style>",
        '<a href="http://evil/"><rect width="5" height="5"/></a>',
        '<animate attributeName="href" to="javascript:evil"/>',
        '<set attributeName="href" to="javascript:evil"/>',
        '<g xml:base="http://evil/"><rect width="5" height="5"/></g>',
        '<g data-patient="evil"><rect width="5" height="5"/></g>',
        '<metadata><creator xmlns="http://x/">evil</creator></metadata>',
        '<namedview xmlns="http://sodipodi" docname="evil"/>',
        '<g xmlns:i="http://inkscape" i:label="evil"/>',
        "<!-- evil -->",
        "<?evil evil?>",
        '<include xmlns="http://www.w3.org/2001/XInclude" href="file:///evil"/>',
        '<iframe xmlns="http://www.w3.org/1999/xhtml" src="http://evil/"/>',
        '<filter id="f"><feImage href="http://evil/x.png"/></filter>',
    ],
)
def test_what_leaves_the_file_or_runs_is_gone(body: str) -> None:
    text = cleaned(f'<rect id="stays" width="5" height="5"/>{body}')

    assert "evil" not in text
    assert 'id="stays"' in text


def test_text_behind_a_removed_element_stays() -> None:
    body = '<text x="1" y="9">a<script>x</script>b<tspan>c</tspan><script/>d</text>'

    assert ">ab<tspan>c</tspan>d</text>" in cleaned(body)


def test_shapes_inside_a_link_stay() -> None:
    assert "<rect" in cleaned('<a href="x"><rect width="5" height="5"/></a>')


def test_picture_in_a_drawing_is_cleaned_too() -> None:
    text = cleaned(f'<image href="{png_url()}" width="5" height="5"/>')
    root = etree.fromstring(text.encode())
    embedded = base64.b64decode(root[0].get("href").partition(",")[2])

    assert Image.open(io.BytesIO(embedded)).info == {}


def test_broken_picture_in_a_drawing_makes_it_unfit() -> None:
    assert reason_of(svg('<image href="data:image/png;base64,iVBORw0KGgo="/>')) != ""


@pytest.mark.parametrize(
    "content",
    [
        b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg("<text>&a;</text>"),
        b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + svg("<text>&a;</text>"),
        b'<!DOCTYPE svg [<!ENTITY % a SYSTEM "http://x/"> %a;]>' + svg(""),
        b'<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>' + svg("<g id='&b;'/>"),
    ],
)
def test_entities_make_a_drawing_unsafe(content: bytes) -> None:
    assert looks_like_image(content)
    assert reason_of(content) == "unsafe-svg"


def test_document_type_of_svg_is_harmless() -> None:
    doctype = (
        b'<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" '
        b'"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n'
    )

    assert b"DOCTYPE" not in clean_image(doctype + svg("<g/>")).content


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_other_encodings_are_read(encoding: str) -> None:
    content = svg("<title>دست</title>").decode().encode(encoding)

    assert "دست" in clean_image(content).content.decode()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (svg("<g>"), "damaged"),
        (svg("") + b"<x/>", "damaged"),
        (b"<svg width='5' height='5'/>", "not-an-image"),
        (svg("<g>" * 70 + "</g>" * 70), "too-complex"),
        (svg("<g/>" * 50_001), "too-complex"),
        (svg('<g id="a"><use href="#a"/></g>'), "unsafe-svg"),
        (svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'), "unsafe-svg"),
        (svg('<pattern id="a"><rect fill="url(#a)"/></pattern>'), "unsafe-svg"),
    ],
)
def test_drawing_that_cannot_be_drawn_is_unfit(content: bytes, reason: str) -> None:
    assert reason_of(content) == reason


def test_multiplying_parts_are_too_complex() -> None:
    levels = "".join(f'<g id="l{n}">{f"""<use href="#l{n - 1}"/>""" * 10}</g>' for n in range(1, 9))

    assert reason_of(svg(f'<g id="l0"><rect/></g>{levels}')) == "too-complex"


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="20" height="10"', (20, 10)),
        ('width="2in" height="25.4mm"', (192, 96)),
        ('viewBox="0 0 640 480"', (640, 480)),
        ('viewBox="0,0,640,480" width="320"', (320, 240)),
        ('viewBox="0 0 640 480" height="240px"', (320, 240)),
        ('viewBox="0 0 640 480" width="100%" height="100%"', (640, 480)),
        ("", (300, 150)),
        ('width="x" viewBox="0 0 0 0"', (300, 150)),
    ],
)
def test_size_is_told_in_pixels(attributes: str, size: tuple[int, int]) -> None:
    image = clean_image(svg("", attributes))

    assert (image.width, image.height) == size
    assert (image.media_type, image.mode, image.has_alpha) == ("image/svg+xml", "vector", True)


def test_clean_drawing_cleans_to_itself() -> None:
    body = f'<style>rect{{fill:red}}</style><rect style="stroke:blue"/><image href="{png_url()}"/>'
    once = clean_image(svg(body)).content

    assert clean_image(once).content == once


def test_right_to_left_text_is_told() -> None:
    assert clean_image(svg("<text>دست <tspan>12</tspan></text>")).has_rtl_text
    assert not clean_image(svg("<title>دست</title><text>hand</text>")).has_rtl_text


def test_drawing_prints_with_its_text_and_its_picture() -> None:
    drawing = svg(
        '<rect width="200" height="60" fill="#eee"/>'
        '<text x="150" y="40" font-family="Vazirmatn" font-size="24">finger</text>'
        f'<image href="{png_url()}" width="9" height="9"/>',
        'width="200" height="60"',
    )
    result = typeset_report(
        '<html lang=fa><title>t</title><img src="asset:hand.svg" alt="hand">',
        assets={"hand.svg": drawing},
    )
    document = read_pdf(result.pdf)

    assert result.refusals == ()
    assert "finger" in document.text
    assert len(document.pages[0].images) == 1


def test_persian_text_in_a_drawing_is_joined_and_reads_from_the_right() -> None:
    label = "\u0645\u06cc\u200c\u0634\u0648\u062f CRP \u06f1\u06f2/\u06f5"
    drawing = svg(
        f'<text x="190" y="40" direction="rtl" font-family="Vazirmatn" font-size="20">{label}</text>',
        'width="200" height="60"',
    )
    result = typeset(
        '<html lang=fa><title>t</title><img src="asset:a.svg" alt="a">', assets={"a.svg": drawing}
    )
    (page,) = read_glyphs(result)
    (line,) = page.lines
    seen = visual_text(line.glyphs)
    assert seen.strip() == "CRP \u06f1\u06f2/\u06f5 \u062f\u0648\u0634\u200c\u06cc\u0645"
    assert label.split(maxsplit=1)[0] in read_pdf(result).text


def test_letters_that_the_author_placed_stay_where_they_are() -> None:
    drawing = svg(
        '<text x="10 60 110" y="40" font-family="Vazirmatn" font-size="20">\u0628\u0628\u0628</text>',
        'width="200" height="60"',
    )
    result = typeset(
        '<html lang=fa><title>t</title><img src="asset:a.svg" alt="a">', assets={"a.svg": drawing}
    )
    (page,) = read_glyphs(result)
    xs = sorted(glyph.x for line in page.lines for glyph in line.glyphs)
    assert [round(b - a, 1) for a, b in pairwise(xs)] == [37.5, 37.5]
