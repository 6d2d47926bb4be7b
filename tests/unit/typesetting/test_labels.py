"""Labels as pixels: both engines draw the same picture, nothing is boxed, lost or cut off."""

import pytest
from PIL import Image, ImageChops, ImageStat

from casereport import resources
from casereport.errors import TypesettingError
from casereport.typesetting import labels
from casereport.typesetting.labels import LabelBox, LabelStyle, draw_label, measure_label

VAZIRMATN = resources.read_bytes("fonts", "vazirmatn/Vazirmatn-Regular.ttf")
ENGINES = ("raqm", "reshaper")
WORDS = (
    "کلسیفیکاسیون",
    "اوله\u200cکرانون",
    "می\u200cشود",
    "استخوان\u200cهای مچ",
    "مهره\u0654 دهم (T10)",
    "تصویر ۱۲",
    "کسر ۵۵٪",
    "مفصل DIP",
    "لا، بلا، لآلی",
    "الله",
    "گچ پژ؟",
    "[الف] «ب»",
    "شماره ۱۰/۱",
    "Facet joint",
    "L4 (فاست) L5",
)

needs_raqm = pytest.mark.skipif(
    labels.available_engine() != "raqm", reason="this Pillow has no raqm"
)


def style(engine=None, **changes):
    """Raqm without kerning and alternates, which the other engine cannot do."""
    return LabelStyle(
        **{
            "font": VAZIRMATN,
            "size": 40,
            "engine": engine,
            "opentype": ("-kern", "-calt") if engine == "raqm" else (),
            **changes,
        }
    )


def picture(text, engine):
    """The label at 32 pixels, drawn sixteen times as large so that rounding does not show."""
    large = style(engine, size=512, fill=255)
    box = measure_label(text, large)
    width, height = round(box.right - box.left) + 64, round(box.bottom - box.top) + 64
    image = Image.new("L", (width // 16 * 16 + 16, height // 16 * 16 + 16), 0)
    draw_label(image, (32 - box.left, 32 - box.top), text, large)
    return image.reduce(16)


def difference(first, second):
    """How much ink differs, as a share of the ink that there is."""
    size = (max(first.width, second.width), max(first.height, second.height))
    one, two = Image.new("L", size, 0), Image.new("L", size, 0)
    one.paste(first)
    two.paste(second)
    apart = ImageStat.Stat(ImageChops.difference(one, two)).sum[0]
    return apart / ImageStat.Stat(one).sum[0]


@needs_raqm
@pytest.mark.parametrize("text", WORDS)
def test_both_engines_draw_the_same_picture(text):
    assert difference(picture(text, "raqm"), picture(text, "reshaper")) < 0.08


@needs_raqm
@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("می\u200cشود", "میشود"),
        ("کسر ۵۵٪", "کسر ٪۵۵"),
        ("[الف] «ب»", "]الف[ «ب»"),
        ("بلا", "بال"),
        ("تصویر ۱۲", "تصویر ۲۱"),
    ],
)
def test_the_comparison_of_pictures_tells_wrong_labels(right, wrong):
    assert difference(picture(right, "raqm"), picture(wrong, "reshaper")) > 0.15


def mark_box(text, mark, engine):
    """The box of the ink that one mark adds to a word, about the word's right end."""
    drawn = []
    for word in (text, text.replace(mark, "")):
        image = Image.new("L", (700, 300), 0)
        look = style(engine, size=100, fill=255)
        draw_label(image, (650, 200), word, look, anchor="rs")
        drawn.append(image)
    added = ImageChops.difference(*drawn).point(lambda value: 255 if value > 200 else 0)
    return added.getbbox()


@needs_raqm
@pytest.mark.parametrize(
    ("text", "mark"), [("معمولا\u064b", "\u064b"), ("در\u0651ه", "\u0651"), ("گ\u0650ل", "\u0650")]
)
def test_marks_stand_over_or_under_the_same_letter(text, mark):
    first, second = (mark_box(text, mark, engine) for engine in ENGINES)
    assert (first[0] + first[2]) / 2 == pytest.approx((second[0] + second[2]) / 2, abs=25)
    assert (first[1] + first[3]) / 2 == pytest.approx((second[1] + second[3]) / 2, abs=25)


@pytest.mark.parametrize("engine", ENGINES)
def test_marks_do_not_touch_their_letter(engine):
    bottom = mark_box("معمولا\u064b", "\u064b", engine)[3]
    alef_top = measure_label("ا", style(engine, size=100), anchor="rs").top
    assert bottom <= 200 + alef_top


@pytest.mark.parametrize("engine", ENGINES)
def test_a_half_space_takes_no_room(engine):
    def width(text):
        return measure_label(text, style(engine, size=400)).right

    joined = width("می\u200cشود")
    assert joined == pytest.approx(width("می شود") - width("ا ا") + width("اا"), abs=12)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("anchor", ["la", "lm", "ls", "ld", "ma", "mm", "ms", "md", "ra", "rm"])
@pytest.mark.parametrize("text", ["اوله\u200cکرانون\n(بورس)", "Olecranon\nbursa"])
def test_the_measured_box_holds_the_ink_exactly(engine, anchor, text):
    image = Image.new("L", (400, 300), 0)
    box = draw_label(image, (200, 150), text, style(engine, fill=255), anchor=anchor)
    assert image.getbbox() == pytest.approx((box.left, box.top, box.right, box.bottom), abs=1)
    measured = measure_label(text, style(engine), anchor=anchor)
    assert (box.left - 200, box.top - 150) == pytest.approx((measured.left, measured.top))


@pytest.mark.parametrize("engine", ENGINES)
def test_the_anchor_names_the_point_at_the_position(engine):
    def box(anchor):
        return measure_label("رادیوس", style(engine), anchor=anchor)

    assert box("la").left >= 0
    assert box("ra").right <= 1
    assert abs(box("mm").left + box("mm").right) < 6
    assert box("la").top >= 0
    assert box("ld").bottom <= 0


@pytest.mark.parametrize("engine", ENGINES)
def test_each_line_of_a_label_finds_its_own_direction(engine):
    image = Image.new("L", (600, 300), 0)
    draw_label(image, (20, 20), "T10 (دهم)\nدهم (T10)", style(engine, fill=255))
    first = image.crop((0, 0, 600, 80))
    second = image.crop((0, 80, 600, 300))
    assert first.getbbox()
    assert second.getbbox()
    ends = [
        letter.letter
        for line in ("T10 (دهم)", "دهم (T10)")
        for letter in labels.shaped_label(line, engine=engine).letters[:1]
    ]
    assert ends == ["T", "("]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_character_that_the_font_lacks_is_refused_rather_than_boxed(engine):
    with pytest.raises(TypesettingError, match=r"U\+03B1 GREEK SMALL LETTER ALPHA"):
        measure_label("TNF-\u03b1", style(engine))


def test_a_font_without_joined_forms_serves_raqm_alone():
    font = resources.read_bytes("fonts", "scheherazade-new/ScheherazadeNew-Regular.ttf")
    with pytest.raises(TypesettingError, match="no glyph for"):
        measure_label("مچ", style("reshaper", font=font))


def test_bytes_that_are_no_font_are_refused():
    with pytest.raises(TypesettingError, match="cannot be read"):
        measure_label("مچ", style("reshaper", font=b"not a font"))


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("text", ["", " ", "\n"])
def test_an_empty_label_draws_nothing(engine, text):
    image = Image.new("L", (50, 50), 0)
    assert draw_label(image, (7, 9), text, style(engine, fill=255)) == LabelBox(7, 9, 7, 9)
    assert image.getbbox() is None


def test_without_raqm_labels_are_still_drawn(monkeypatch):
    monkeypatch.setattr(labels.features, "check", lambda name: False)
    assert labels.available_engine() == "reshaper"
    image = Image.new("L", (400, 100), 0)
    draw_label(image, (380, 20), "می\u200cشود", style(fill=255), anchor="ra")
    assert image.getbbox() is not None
