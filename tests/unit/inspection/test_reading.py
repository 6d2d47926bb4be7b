"""A PDF is read as it is, whoever made it."""

from __future__ import annotations

import contextlib
import io

import pydyf
import pytest
from PIL import Image

from casereport.inspection import (
    PdfBookmark,
    PdfFont,
    PdfImage,
    UnreadablePdfError,
    presentation_forms,
    private_use,
    read_pdf,
)
from casereport.typesetting import PageLabels, typeset, typeset_report


def hand_made(content: bytes = b"BT /F1 12 Tf 10 50 Td (Hello) Tj ET") -> pydyf.PDF:
    """A page of 100 by 200 points in a font that is not embedded."""
    pdf = pydyf.PDF()
    font = pydyf.Dictionary({"Type": "/Font", "Subtype": "/Type1", "BaseFont": "/Helvetica"})
    pdf.add_object(font)
    stream = pydyf.Stream([content])
    pdf.add_object(stream)
    pdf.add_page(
        pydyf.Dictionary(
            {
                "Type": "/Page",
                "Parent": pdf.pages.reference,
                "Contents": stream.reference,
                "MediaBox": pydyf.Array([0, 0, 100, 200]),
                "Resources": pydyf.Dictionary({"Font": pydyf.Dictionary({"F1": font.reference})}),
            }
        )
    )
    return pdf


def written(pdf: pydyf.PDF) -> bytes:
    stream = io.BytesIO()
    pdf.write(stream)
    return stream.getvalue()


def jpeg(width: int, height: int) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (width, height), "grey").save(stream, "JPEG")
    return stream.getvalue()


def test_pdf_of_another_maker_is_read() -> None:
    document = read_pdf(written(hand_made()))
    page = document.pages[0]

    assert (page.number, page.label, page.text) == (1, "", "Hello")
    assert (round(page.width_mm, 2), round(page.height_mm, 2)) == (35.28, 70.56)
    assert (document.version, document.language, document.xmp) == ("1.7", "", "")
    assert (document.tagged, document.elements, document.reading_direction) == (False, (), None)
    assert (document.bookmarks, document.attachments, document.links) == ((), (), ())
    assert document.metadata == {}


def test_font_that_is_not_embedded_is_told() -> None:
    assert read_pdf(written(hand_made())).fonts == (PdfFont("Helvetica", False, False),)


def test_font_that_is_embedded_in_part_is_told() -> None:
    fonts = read_pdf(typeset("<html lang=en><title>t</title><p>a")).fonts

    assert fonts == (PdfFont("Liberation-Serif", True, True),)


def test_text_inside_a_form_object_counts() -> None:
    pdf = hand_made(b"/X1 Do")
    form = pydyf.Stream(
        [b"BT /F1 12 Tf 10 50 Td (Inside) Tj ET"],
        {
            "Type": "/XObject",
            "Subtype": "/Form",
            "BBox": pydyf.Array([0, 0, 100, 200]),
            "Resources": pydyf.Dictionary(
                {"Font": pydyf.Dictionary({"F1": pdf.objects[3].reference})}
            ),
        },
    )
    pdf.add_object(form)
    page = pdf.objects[-2]
    page["Resources"]["XObject"] = pydyf.Dictionary({"X1": form.reference})
    document = read_pdf(written(pdf))

    assert document.text == "Inside"
    assert document.fonts == (PdfFont("Helvetica", False, False),)


@pytest.mark.parametrize("turn", ["none", "rotate(90deg)"])
def test_images_are_measured_as_printed(turn: str) -> None:
    html = (
        "<html lang=en><title>t</title>"
        f"<img src='asset:a.jpg' style='width: 1in; height: 0.5in; transform: {turn}' alt=a>"
    )
    image = read_pdf(typeset(html, assets={"a.jpg": jpeg(300, 100)})).pages[0].images[0]

    assert (image.pixel_width, image.pixel_height) == (300, 100)
    assert image.width_mm == pytest.approx(25.4, abs=0.01)
    assert image.height_mm == pytest.approx(12.7, abs=0.01)
    assert image.dpi == pytest.approx(200, abs=0.5)


def test_image_inside_a_form_object_is_measured_as_printed() -> None:
    html = (
        "<html lang=en><title>t</title>"
        "<div style='opacity: .5'><img src='asset:a.jpg' style='width: 1in' alt=a></div>"
    )
    image = read_pdf(typeset(html, assets={"a.jpg": jpeg(300, 300)})).pages[0].images[0]

    assert image.dpi == pytest.approx(300, abs=0.5)


def test_image_of_no_extent_has_no_resolution() -> None:
    assert PdfImage(10, 10, 0.0, 0.0).dpi == 0


def test_tags_tell_alternate_texts() -> None:
    html = "<html lang=fa><title>t</title><img src='asset:a.jpg' alt='رادیوگرافی دست'><h1>a</h1>"
    document = read_pdf(typeset(html, assets={"a.jpg": jpeg(9, 9)}))

    assert document.tagged
    assert [element.alt for element in document.elements if element.kind == "Figure"] == [
        "رادیوگرافی دست"
    ]


def test_labels_bookmarks_direction_and_links_are_read() -> None:
    html = (
        "<html lang=fa><title>t</title><h1>یک</h1><p><a href='https://doi.org/10.1/a'>a</a>"
        "<h2 style='break-before: page'>دو</h2><p><a href='mailto:a@b.org'>b</a>"
    )
    document = read_pdf(
        typeset_report(html, page_labels=PageLabels(166), reading_direction="rtl").pdf
    )

    assert [page.label for page in document.pages] == ["166", "167"]
    assert document.bookmarks == (PdfBookmark("یک", 1, 1), PdfBookmark("دو", 2, 2))
    assert document.reading_direction == "rtl"
    assert document.links == ("https://doi.org/10.1/a", "mailto:a@b.org")
    assert document.language == "fa"
    assert "\f" in document.text


def test_hyphen_at_a_lines_end_is_a_soft_hyphen() -> None:
    lines = b"BT /F1 12 Tf 10 50 Td (calci-) Tj 0 -14 Td (nosis and) Tj ET"

    assert read_pdf(written(hand_made(lines))).text == "calci\u00adnosis and"


@pytest.mark.parametrize("content", [b"", b"hello", b"\x89PNG\r\n\x1a\n"])
def test_other_bytes_are_not_a_pdf(content: bytes) -> None:
    with pytest.raises(UnreadablePdfError) as caught:
        read_pdf(content)

    assert caught.value.reason == "not-a-pdf"


def test_pdf_past_mending_is_damaged() -> None:
    with pytest.raises(UnreadablePdfError) as caught:
        read_pdf(b"%PDF-1.7\n" + b"x" * 200)

    assert caught.value.reason == "damaged"


def test_pdf_that_wants_a_password_is_encrypted() -> None:
    content = written(hand_made())
    encrypt = (
        b"/ID [<00><00>] /Encrypt <</Filter /Standard /V 1 /R 2 /Length 40 /P -4"
        b" /O <" + b"11" * 32 + b"> /U <" + b"22" * 32 + b">>>\n>>\nstartxref"
    )
    with pytest.raises(UnreadablePdfError) as caught:
        read_pdf(content.replace(b">>\nstartxref", encrypt))

    assert caught.value.reason == "encrypted"


def test_truncated_pdf_is_read_or_damaged() -> None:
    content = typeset("<html lang=fa><title>t</title><p>متن")
    for part in range(1, 10):
        # Any other failure, or a document of no pages, fails here.
        with contextlib.suppress(UnreadablePdfError):
            assert read_pdf(content[: len(content) * part // 10]).pages


def test_presentation_forms_are_found() -> None:
    assert presentation_forms("a\ufb50\ufdfb\ufe70\ufefc") == "\ufb50\ufdfb\ufe70\ufefc"


def test_letters_signs_and_byte_order_mark_are_no_presentation_forms() -> None:
    assert presentation_forms("متن ۱۲ ﷼ \ufd3e\ufd3f\ufeff\u200c") == ""


def test_private_use_is_found_in_every_plane() -> None:
    assert private_use("a\ue000\uf8ff\U000f0000\U00100000b") == "\ue000\uf8ff\U000f0000\U00100000"
