"""Where lines of set prose may end: never in a measure, else at the spaces of a Latin phrase."""

from __future__ import annotations

import pytest

from casereport.inspection import paragraphs_of, prove, read_glyphs
from casereport.text.numbers import NumberStyle
from casereport.text.prose import set_prose
from casereport.typesetting import typeset

PERSIAN = NumberStyle(numbering_system="arabext", direction="rtl")
TEXT = (
    "سطح سرمی vitamin D 25 ng/mL بود و نسبت شانس adjusted odds ratio 2.3 (95% CI, 1.1-4.8) شد؛ "
    "سپس 500 mg BID و 12 mg/L و BP 120/80 mmHg و p < 0.05 گزارش شد."
)
MEASURES = ("25ng/mL", "500mg", "۱۲mg/L", "120/80mmHg", "p<0.05")


@pytest.mark.parametrize("width", range(30, 80, 4))
def test_a_line_ends_in_no_measure_and_every_line_stands_in_order(width: int) -> None:
    html = (
        f"<html lang=fa dir=rtl><style>@page{{size:{width + 20}mm 200mm;margin:10mm}}"
        "body{font-family:'Liberation Serif',Vazirmatn;font-size:10pt;text-align:justify}</style>"
        f"<p>{set_prose(TEXT, PERSIAN).replace('<', '&lt;')}</p>"
    )
    pages = read_glyphs(typeset(html))
    proof = prove(paragraphs_of(html), pages)
    assert proof.faults == ()
    read = ["".join(glyph.text for glyph in line.visual) for line in pages[0].lines]
    # PDFium tells the mirrored sign of a line that is read from the right.
    lines = [line.replace(" ", "").replace(">", "<") for line in read]
    for measure in MEASURES:
        assert any(measure in line for line in lines), (measure, lines)
