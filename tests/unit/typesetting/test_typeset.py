"""The contract of typeset: text, fonts, metadata, labels, tags, and the same bytes everywhere."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from casereport.errors import TypesettingError
from casereport.inspection import presentation_forms, private_use, read_pdf
from casereport.typesetting import PageLabels, typeset, typeset_report

PERSIAN = "در این گزارش، خانمی ۴۴ ساله با توده\u200cهای سفت انگشتان هر دو دست معرفی می\u200cشود."
PAGE = f"""<html lang=fa dir=rtl>
<head><title>گزارش مورد</title>
<meta name=author content="آزاده عطا"><meta name=author content="B. Author">
<meta name=keywords content="کلسینوز, CREST"><meta name=description content="یک مورد">
<style>html {{ font-family: "Vazirmatn Arabic", "Liberation Serif" }}
@page {{ size: A4; margin: 20mm }} h2 {{ break-before: page }}</style></head>
<body><h1>معرفی بیمار</h1><p>{PERSIAN} <b>CREST syndrome</b> <i>in vivo</i>.</p>
<h2>بحث</h2><p lang=en dir=ltr>Calcinosis cutis <a href="https://doi.org/10.1/x">doi</a>,
<a href="#end">end</a>, <a href="mailto:a@b.org">mail</a>.<p id=end>پایان</body></html>"""


def words(text: str) -> set[str]:
    return {word.strip("،.") for word in text.replace("\u200c", "").split()}


def test_persian_text_can_be_read_back_from_the_page() -> None:
    text = read_pdf(typeset(PAGE)).text

    # The half-spaces of the text layer come with the bidirectional pass.
    assert words(PERSIAN) <= words(text)
    assert presentation_forms(text) == ""
    assert private_use(text) == ""


def test_every_font_is_embedded_cut_and_ours() -> None:
    fonts = read_pdf(typeset(PAGE)).fonts

    assert {font.name for font in fonts} == {
        "Vazirmatn-Arabic",
        "Vazirmatn-Arabic-Bold",
        "Liberation-Serif",
        "Liberation-Serif-Bold",
        "Liberation-Serif-Italic",
    }
    assert all(font.embedded and font.subset for font in fonts)


def test_title_authors_and_keywords_stand_in_info_and_in_xmp() -> None:
    document = read_pdf(typeset(PAGE))
    xmp = ElementTree.fromstring(document.xmp)

    def found(name: str) -> list[str]:
        element = xmp.find(f".//{{http://purl.org/dc/elements/1.1/}}{name}")
        assert element is not None
        return ["".join(item.itertext()) for item in element.iter() if item.tag.endswith("}li")]

    assert document.metadata["Title"] == "گزارش مورد"
    assert document.metadata["Author"] == "آزاده عطا, B. Author"
    assert document.metadata["Keywords"] == "کلسینوز, CREST"
    assert document.metadata["Subject"] == "یک مورد"
    assert set(found("title")) == {"گزارش مورد"}
    assert found("creator") == ["آزاده عطا", "B. Author"]
    assert found("subject") == ["کلسینوز", "CREST"]
    assert found("language") == ["fa"]
    assert document.language == "fa"


def test_control_characters_in_a_title_do_not_break_the_metadata() -> None:
    document = read_pdf(typeset("<html lang=en><title>a\x01\n  &lt;b&gt; &amp; c</title><p>x"))

    assert document.metadata["Title"] == "a <b> & c"
    assert ElementTree.fromstring(document.xmp) is not None


def test_document_without_a_title_is_set_too() -> None:
    document = read_pdf(typeset("<p>x"))

    assert "Title" not in document.metadata
    assert document.text == "x"


def test_pdf_tells_no_date_path_or_user(inflate: Callable[[bytes], bytes]) -> None:
    content = inflate(typeset(PAGE))

    for secret in (b"Date", b"/ID", bytes(Path.cwd()), b"site-packages", b"fonts/", b"/root"):
        assert secret not in content


def test_creation_date_is_told_when_the_document_gives_it() -> None:
    html = PAGE.replace("<style>", "<meta name=dcterms.created content=2020-01-21><style>")
    document = read_pdf(typeset(html))

    assert document.metadata["CreationDate"] == "D:20200121"
    assert "2020-01-21" in document.xmp


def test_headings_become_bookmarks() -> None:
    bookmarks = read_pdf(typeset(PAGE)).bookmarks

    assert [(mark.title, mark.level, mark.page) for mark in bookmarks] == [
        ("معرفی بیمار", 1, 1),
        ("بحث", 2, 2),
    ]


def test_pages_are_tagged() -> None:
    document = read_pdf(typeset(PAGE))

    assert document.tagged
    assert {"H1", "H2", "P", "Link"} <= {element.kind for element in document.elements}


def test_page_labels_begin_where_they_are_told() -> None:
    pdf = typeset_report(PAGE, page_labels=PageLabels(166)).pdf

    assert [page.label for page in read_pdf(pdf).pages] == ["166", "167"]


def test_page_labels_carry_a_prefix() -> None:
    pdf = typeset_report(PAGE, page_labels=PageLabels(3, prefix="S")).pdf

    assert [page.label for page in read_pdf(pdf).pages] == ["S3", "S4"]


def test_page_labels_start_at_one_or_above() -> None:
    with pytest.raises(ValueError, match="not at 0"):
        PageLabels(0)


@pytest.mark.parametrize("direction", ["rtl", "ltr", None])
def test_reading_direction_is_told_to_the_viewer(direction: str | None) -> None:
    pdf = typeset_report(PAGE, reading_direction=direction).pdf  # type: ignore[arg-type]

    assert read_pdf(pdf).reading_direction == direction


def test_viewer_preferences_are_merged(inflate: Callable[[bytes], bytes]) -> None:
    content = inflate(typeset_report(PAGE, reading_direction="rtl").pdf)

    assert b"/ViewerPreferences <</DisplayDocTitle true/Direction /R2L>>" in content.replace(
        b" /Dir", b"/Dir"
    )


def test_allowed_links_stay() -> None:
    assert read_pdf(typeset(PAGE)).links == ("https://doi.org/10.1/x", "mailto:a@b.org")


def test_page_size_is_the_documents() -> None:
    page = read_pdf(typeset(PAGE)).pages[0]

    assert (round(page.width_mm), round(page.height_mm)) == (210, 297)


def test_page_count_is_told() -> None:
    assert typeset_report(PAGE).page_count == 2


def test_character_that_no_font_has_is_told_and_no_font_of_the_system_jumps_in() -> None:
    # DejaVu and the CJK fonts of a Debian machine have them; ours do not.
    result = typeset_report("<html lang=en><title>t</title><p>a \u4e2d \u2713 \U0001f600 b")

    assert result.missing_characters == "\u2713\u4e2d\U0001f600"
    assert {font.name for font in read_pdf(result.pdf).fonts} == {"Liberation-Serif"}


def test_family_that_is_not_bundled_falls_back_to_a_bundled_one() -> None:
    html = "<html lang=en><title>t</title><p style='font-family: DejaVu Sans, Arial'>Latin متن"
    names = {font.name for font in read_pdf(typeset(html)).fonts}

    assert names
    assert all(name.startswith(("Vazirmatn", "Liberation", "Scheherazade")) for name in names)


def test_engine_remarks_are_collected_and_not_printed(capfd: pytest.CaptureFixture[str]) -> None:
    result = typeset_report("<html lang=en><title>t</title><style>p { no-such: 1 }</style><p>x")

    assert any("no-such" in message for message in result.messages)
    assert capfd.readouterr() == ("", "")


def test_lone_surrogate_is_refused() -> None:
    with pytest.raises(TypesettingError, match="surrogate"):
        typeset("<p>\ud800")


def test_document_nested_too_deeply_is_a_typesetting_error() -> None:
    with pytest.raises(TypesettingError, match="nested too deeply"):
        typeset("<div>" * 5000)


def test_environment_is_as_it_was_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FONTCONFIG_FILE", "/etc/fonts/fonts.conf")
    monkeypatch.delenv("PANGO_LANGUAGE", raising=False)
    before = dict(os.environ)

    typeset("<p>x")

    assert dict(os.environ) == before


def test_pillow_stays_strict_after_the_engine_was_loaded() -> None:
    from PIL import ImageFile

    typeset("<p>x")

    assert ImageFile.LOAD_TRUNCATED_IMAGES is False


def test_documents_from_several_threads_are_set_one_after_the_other() -> None:
    alone = typeset(PAGE)
    made: list[bytes] = []
    threads = [threading.Thread(target=lambda: made.append(typeset(PAGE))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert made == [alone] * 4


def test_other_documents_in_between_do_not_change_the_bytes() -> None:
    first = typeset(PAGE)
    typeset("<html lang=en><style>p { font-family: Scheherazade New }</style><p>متن Latin")

    assert typeset(PAGE) == first


RUN = """
import hashlib, sys
from casereport.typesetting import typeset
html, plain = sys.stdin.read().split("\\0")
print(hashlib.sha256(typeset(html) + typeset(plain)).hexdigest())
"""
PLAIN = '<title>x</title><p style="font-family: Scheherazade New">متن ۴۶۷ fi</p><p lang=en>۴۵۶ متن'


@pytest.mark.parametrize(
    "environment",
    [
        {"TZ": "Asia/Tehran", "PYTHONHASHSEED": "1"},
        {"TZ": "America/Los_Angeles", "PYTHONHASHSEED": "77", "LANGUAGE": "ur"},
        {"PANGO_LANGUAGE": "ur", "LANG": "ur_PK.UTF-8", "LC_ALL": "C.UTF-8"},
        {"FONTCONFIG_FILE": "/etc/fonts/fonts.conf", "FONTCONFIG_PATH": "/etc/fonts"},
        {"HOME": "/nonexistent", "FC_LANG": "ja", "PYTHONOPTIMIZE": "1"},
    ],
    ids="-".join,
)
def test_bytes_are_the_same_on_every_machine(environment: dict[str, str]) -> None:
    clean = {name: os.environ[name] for name in ("PATH",) if name in os.environ}
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", RUN],
        input=f"{PAGE}\0{PLAIN}",
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        env={**clean, "PYTHONIOENCODING": "utf-8", **environment},
    )
    here = hashlib.sha256(typeset(PAGE) + typeset(PLAIN)).hexdigest()

    assert run.stdout.strip() == here
    assert run.stderr == ""


def test_importing_the_package_is_cheap() -> None:
    code = (
        "import sys, casereport.typesetting, casereport.typesetting.images\n"
        "print([m for m in ('weasyprint', 'PIL', 'lxml', 'fontTools') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert run.stdout.strip() == "[]"
