"""Assets are found by name, used for what they are, and refused for anything else.

That nothing else is reached: tests/torture/test_fetching.py.
"""

from __future__ import annotations

from collections.abc import Callable

from casereport.inspection import read_pdf
from casereport.typesetting import Refusal, typeset_report
from casereport.typesetting.fonts import font_faces


def page(body: str) -> str:
    return f"<html lang=en><title>t</title>{body}"


def test_stylesheet_asset_is_applied() -> None:
    html = page('<link rel=stylesheet href="asset:theme/page.css"><p>one<p>two')
    assets = {"theme/page.css": b"p { break-before: page }"}

    assert typeset_report(html, assets=assets).page_count == 2


def test_persian_asset_name_is_found() -> None:
    html = page('<link rel=stylesheet href="asset:سبک ۱.css"><p>one<p>two')
    assets = {"سبک ۱.css": b"p { break-before: page }"}

    result = typeset_report(html, assets=assets)

    assert (result.page_count, result.refusals) == (2, ())


def test_unknown_asset_is_refused_by_name() -> None:
    result = typeset_report(page('<img src="asset:chest.png" alt="a chest">'))

    assert result.refusals == (Refusal("asset:chest.png", "image", "unknown-asset"),)
    assert "a chest" in read_pdf(result.pdf).text


def test_asset_that_is_no_image_is_refused_as_one() -> None:
    html = page('<img src="asset:page.css" alt="kept">')

    result = typeset_report(html, assets={"page.css": b"p { color: red }"})

    assert result.refusals == (Refusal("asset:page.css", "image", "unfit-image", "not-an-image"),)


def test_font_asset_is_used_and_leaves_no_trace() -> None:
    font = next(face for face in font_faces() if face.family == "Scheherazade New").content()
    style = '@font-face { font-family: Own; src: url("asset:own.ttf") }'
    html = page(f"<style>{style} p {{ font-family: Own }}</style><p>متن")

    result = typeset_report(html, assets={"own.ttf": font})
    following = typeset_report(html.replace(style, ""))

    assert [font.name for font in read_pdf(result.pdf).fonts] == ["Own"]
    assert "Own" not in [font.name for font in read_pdf(following.pdf).fonts]


def test_attached_asset_carries_no_date(inflate: Callable[[bytes], bytes]) -> None:
    html = page('<link rel=attachment href="asset:data/labs.csv" title="Laboratory values">')

    result = typeset_report(html, assets={"data/labs.csv": b"hb,7.9\n"})

    assert read_pdf(result.pdf).attachments == ("labs.csv",)
    assert result.refusals == ()
    assert b"hb,7.9" in inflate(result.pdf)
    assert b"Date" not in inflate(result.pdf)


def test_attached_link_carries_no_date(inflate: Callable[[bytes], bytes]) -> None:
    html = page('<a rel=attachment href="asset:labs.csv">values</a>')

    result = typeset_report(html, assets={"labs.csv": b"hb,7.9\n"})

    assert result.refusals == ()
    assert b"/FileAttachment" in inflate(result.pdf)
    assert b"hb,7.9" in inflate(result.pdf)
    assert b"Date" not in inflate(result.pdf)


def test_refusal_is_reported_once() -> None:
    result = typeset_report(page('<img src="x.png" alt=a><img src="x.png" alt=b>' * 3))

    assert result.refusals == (Refusal("x.png", "image", "not-an-asset"),)


def test_long_url_is_shortened_in_the_report() -> None:
    result = typeset_report(page(f'<a href="data:text/html,{"x" * 5000}">t</a>'))

    assert len(result.refusals[0].url) == 120
