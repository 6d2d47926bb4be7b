"""Every character where Chromium has it; and that the harness would tell if it were not.

A long run: ``python -m tests.bidi.measure --random 5000 --narrow 1000 --seed 7``.
"""

from __future__ import annotations

import importlib.util
from dataclasses import replace

import pytest

from tests.bidi.compare import Report, beside_oracle, compare, compare_narrow, mirrors
from tests.bidi.documents import Case, corpus
from tests.bidi.generator import paragraphs
from tests.bidi.glyphs import our_sections
from tests.bidi.oracle import chromium, chromium_characters
from tests.bidi.reference import reference

_ENGINE = "casereport.typesetting.engine.bidi"
pytestmark = [
    pytest.mark.skipif(
        importlib.util.find_spec(_ENGINE) is None, reason="the bidi pass is not there yet"
    ),
    pytest.mark.skipif(chromium() is None, reason="chromium, the oracle, is not installed"),
]


def _told(report: Report) -> str:
    return "\n".join(str(wrong) for wrong in report.wrong[:10])


def test_the_corpus_holds_at_least_sixty_paragraphs() -> None:
    cases = corpus()
    assert len(cases) >= 120
    assert len({case.name for case in cases}) == len(cases)


def test_every_paragraph_of_the_corpus_is_as_in_chromium() -> None:
    report = compare(corpus())
    assert not report.wrong, _told(report)


@pytest.mark.parametrize("seed", [1, 2])
def test_random_paragraphs_on_one_line_are_as_in_chromium(seed: int) -> None:
    report = compare(paragraphs(250, seed))
    assert not report.wrong, _told(report)


def test_random_paragraphs_on_several_lines_are_in_order_and_within_the_margins() -> None:
    report = compare_narrow(paragraphs(200, 1, narrow=True))
    assert not report.wrong, _told(report)
    assert report.same_breaks > report.lines / 2


def test_chromium_and_the_levels_agree_on_random_paragraphs() -> None:
    report = compare(paragraphs(250, 3))
    assert not report.doubts, "\n".join(map(str, report.doubts))


def test_stock_weasyprint_is_right_where_nothing_is_nested() -> None:
    plain = [case for case in corpus() if case.name.startswith("plain/")]
    report = compare(plain, stock=True)
    assert not report.wrong, _told(report)


def test_stock_weasyprint_is_seen_to_be_wrong_where_elements_are() -> None:
    report = compare(corpus(), stock=True)
    assert report.kinds["order"] > 30


def test_two_exchanged_letters_are_told() -> None:
    case = Case("exchanged", '<p dir="rtl">متن <b>ab</b> پایان</p>')
    theirs = chromium_characters([case])[0]
    ours = list(our_sections([case])[0].characters)
    assert not list(beside_oracle(ours, theirs))
    one, other = (next(i for i, p in enumerate(ours) if p.character == c) for c in "ab")
    ours[one], ours[other] = (
        replace(ours[one], left=ours[other].left, right=ours[other].right),
        replace(ours[other], left=ours[one].left, right=ours[one].right),
    )
    assert [fault.kind for fault in beside_oracle(ours, theirs)] == ["order"]


def test_a_letter_two_pixels_off_is_told() -> None:
    case = Case("moved", '<p dir="rtl">متن <b>ab</b> پایان</p>')
    theirs = chromium_characters([case])[0]
    ours = list(our_sections([case])[0].characters)
    ours[0] = replace(ours[0], left=ours[0].left + 2)
    assert [fault.kind for fault in beside_oracle(ours, theirs)] == ["place"]


def test_a_bracket_shown_the_wrong_way_round_is_told() -> None:
    case = Case("mirrored", '<p dir="rtl">متن (سلام) پایان</p>')
    wanted = reference(case.html)
    assert wanted is not None
    ours = our_sections([case])[0].characters
    assert not list(mirrors(ours, wanted))
    turned = [replace(p, level=0) if p.character == "(" else p for p in ours]
    assert [fault.kind for fault in mirrors(turned, wanted)] == ["mirror"]
