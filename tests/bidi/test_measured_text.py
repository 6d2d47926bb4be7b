"""The words of the sample articles are read back from their PDFs by every reader, in order."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from tests.bidi.measure_text import (
    READERS,
    Measure,
    is_installed,
    longest_common_subsequence,
    measure,
    persian_words,
    render,
)

SAMPLES = Path(__file__).parents[2] / "samples"
ONE_COLUMN = "hand-calcinosis-66"
CASES = ("crest-calcinosis-44f", "crest-calcinosis-44f-as-printed", ONE_COLUMN)
HTML = "<html><body><p>{}</p><div class=running>\u0633\u0631</div></body></html>"


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory):  # type: ignore[no-untyped-def]
    @cache
    def made(case: str) -> tuple[bytes, Path]:
        return render(SAMPLES / case, tmp_path_factory.mktemp(case))

    @cache
    def read(case: str, reader: str) -> Measure:
        if not is_installed(reader):
            pytest.skip(f"{reader} is not installed")
        content, pdf = made(case)
        return measure(content, READERS[reader](pdf))

    return read


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("case", CASES)
def test_persian_words_are_found(measured, case: str, reader: str) -> None:  # type: ignore[no-untyped-def]
    assert measured(case, reader).found >= 0.998, measured(case, reader).missing


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("case", CASES)
def test_half_spaces_are_kept(measured, case: str, reader: str) -> None:  # type: ignore[no-untyped-def]
    assert measured(case, reader).zwnj >= 0.99


@pytest.mark.parametrize(
    ("case", "reader"),
    [
        *((case, reader) for case in CASES for reader in ("PDFium", "poppler tags", "MuPDF")),
        # By its own eye poppler finds no columns among lines as far apart as Persian wants them.
        (ONE_COLUMN, "poppler"),
    ],
)
def test_words_come_in_order(measured, case: str, reader: str) -> None:  # type: ignore[no-untyped-def]
    assert measured(case, reader).order >= 0.98


TEXT = "\u06cc\u06a9 \u0645\u06cc\u200c\u0634\u0648\u062f \u062f\u0648"


def test_text_that_is_whole_measures_one() -> None:
    assert measure(HTML.format(TEXT).encode(), TEXT) == Measure(1.0, 1.0, 1.0, ())


def test_lost_half_space_is_measured() -> None:
    seen = measure(HTML.format(TEXT).encode(), TEXT.replace("\u200c", ""))

    assert (seen.found, seen.zwnj, seen.order) == (1.0, 0.0, 1.0)


def test_lost_word_is_measured_and_named() -> None:
    seen = measure(HTML.format(TEXT).encode(), TEXT.rpartition(" ")[0])

    assert seen.found == pytest.approx(2 / 3)
    assert seen.missing == ("\u062f\u0648",)


def test_wrong_order_is_measured() -> None:
    seen = measure(HTML.format(TEXT).encode(), " ".join(reversed(TEXT.split())))

    assert (seen.found, seen.order) == (1.0, pytest.approx(1 / 3))


def test_longest_common_subsequence_of_two_sequences() -> None:
    assert longest_common_subsequence("abcbdab", "bdcaba") == 4
    assert longest_common_subsequence("", "abc") == 0


def test_other_scripts_and_digits_end_a_persian_word() -> None:
    assert persian_words("\u0627\u0632DIP \u06f3\u0628\u0647") == ["\u0627\u0632", "\u0628\u0647"]
