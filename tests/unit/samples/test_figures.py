"""The samples' illustrations: as the script draws them, plainly labelled, readable in both ways."""

import functools
import importlib
import io
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from casereport.typesetting import labels
from casereport.typesetting.labels import shaped_label

SAMPLES = Path(__file__).resolve().parents[3] / "samples"
NOTES = {
    "fa": "تصویر شماتیک، نه تصویر واقعی بیمار",
    "en": "Schematic illustration, not a clinical image",
}


def script(name):
    """A module of the drawing script, imported as the script itself imports it."""
    if str(SAMPLES) not in sys.path:
        sys.path.insert(0, str(SAMPLES))
    return importlib.import_module(name)


draw_figures = script("draw_figures")
words = script("drawing.words")
sheet = script("drawing.sheet")

PICTURES = [(name, language) for name in draw_figures.FIGURES for language in NOTES]
FILES = [
    SAMPLES / sample / "figures" / f"{name}-{language}.png"
    for sample, names in draw_figures.SAMPLES.items()
    for name in names
    for language in NOTES
]


@functools.cache
def drawn(name, language):
    return draw_figures.FIGURES[name](words.words(name, language))


@pytest.mark.skipif(labels.available_engine() != "raqm", reason="this Pillow has no raqm")
@pytest.mark.parametrize(("name", "language"), PICTURES)
def test_the_files_are_what_the_script_draws(name, language):
    image = Image.open(io.BytesIO(drawn(name, language).png())).convert("RGB")
    for path in FILES:
        if path.name == f"{name}-{language}.png":
            kept = Image.open(path).convert("RGB")
            assert kept.size == image.size
            # Other versions of FreeType and zlib may place an edge or a byte elsewhere.
            apart = ImageStat.Stat(ImageChops.difference(kept, image)).mean
            assert max(apart) < 0.5, path


def test_a_figure_has_the_same_bytes_on_every_run():
    assert draw_figures.figure("elbow", "fa") == draw_figures.figure("elbow", "fa")


@pytest.mark.parametrize(("name", "language"), PICTURES)
def test_every_word_is_drawn_and_each_figure_says_that_it_is_a_scheme(name, language):
    texts = words.words(name, language)
    labels_drawn = drawn(name, language).labels
    assert set(texts.values()) <= set(labels_drawn)
    assert NOTES[language] in labels_drawn


@pytest.mark.parametrize("name", draw_figures.FIGURES)
def test_the_labels_find_room_without_raqm_as_well(name, monkeypatch):
    monkeypatch.setattr(labels.features, "check", lambda feature: False)
    assert draw_figures.FIGURES[name](words.words(name, "fa")).labels


@pytest.mark.parametrize(("name", "language"), PICTURES)
def test_both_engines_would_letter_the_figure_alike(name, language):
    for text in words.words(name, language).values():
        for line in text.splitlines():
            by_raqm, by_reshaper = (shaped_label(line, engine=e) for e in ("raqm", "reshaper"))
            assert by_raqm.letters == by_reshaper.letters
            persian = any("\u0600" <= character <= "\u06ff" for character in line)
            assert by_raqm.direction == ("rtl" if persian else "ltr")


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parts[-3]}/{path.name}")
def test_a_figure_is_fit_for_print_small_and_carries_nothing_but_pixels(path):
    image = Image.open(path)
    image.load()
    assert path.stat().st_size < 250_000
    assert image.width >= 1960  # 83 mm at 600 dpi
    assert set(image.info) <= {"dpi"}
    assert image.convert("RGB").getpixel((0, 0)) == (255, 255, 255)


def test_both_forms_of_a_case_have_the_same_figures():
    corrected, printed = (
        {path.name: path.read_bytes() for path in FILES if path.parts[-3] == sample}
        for sample in ("crest-calcinosis-44f", "crest-calcinosis-44f-as-printed")
    )
    assert corrected == printed


def test_a_label_over_another_one_is_refused():
    page = sheet.Sheet(400, 200)
    page.callout("رادیوس", (200, 100))
    with pytest.raises(sheet.CollisionError, match="overlaps"):
        page.callout("اولنا", (210, 104))


def test_a_label_that_would_be_cut_off_is_refused():
    page = sheet.Sheet(400, 200)
    with pytest.raises(sheet.CollisionError, match="near to the edge"):
        page.callout("کلسیفیکاسیون", (20, 100))
