"""The patterns for personal data and statements take time in proportion to the text."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

import pytest

from casereport.checks.ethics import _claims, _words, ethics_approval_absent
from casereport.checks.privacy._birth_dates import birth_dates
from casereport.checks.privacy._names import patient_names
from casereport.checks.privacy._numbers import personal_numbers
from casereport.checks.privacy._phones import phones
from casereport.checks.privacy._records import record_numbers
from casereport.checks.privacy._texts import tells_how_to_write, thanks

LENGTH = 100_000
REPEATED = (
    "0", "9", "1-", "12 ", "093 ", "0912 ", "(0", "+98 ", "+1 ", "6037 ", "GB82", "A1B2 ",
    "شماره پرونده ", "شماره 1 ", "MRN 1 ", "MRN is ", "patient no ", "خانم ", "خانم م.", "آقای علی ",
    "نام بیمار ", "بیمار م.", "Mr. A.", "A.B., a ", "patient named ", "born at 1 ", "متولد در 1 ",
    "12 Jan ", "1/1/", "1/1/1399 ا ", "5 May 2020 the ", "IR.", "IR.A.", "IR.REC", "card ", "ISBN ",
    "a", " ", "ا ",
)  # fmt: skip
Look = Callable[[str], object]


def all_of(find: Callable[[str], Iterable[object]]) -> Look:
    return lambda text: list(find(text))


PATTERNS = [
    *_words.MENTIONED.values(), *_words.PERSONS.values(), *_claims.DENIED.values(),
    *_claims.NAMED.values(), _claims.GIVEN, _claims.REFUSED, _claims.EXCEPTED,
    ethics_approval_absent._CLAIMED,
]  # fmt: skip
LOOKS: list[Look] = [
    *map(all_of, (birth_dates, patient_names, personal_numbers, phones, record_numbers)),
    tells_how_to_write,
    thanks,
    *(all_of(pattern.finditer) for pattern in PATTERNS),
]


@pytest.mark.parametrize("look", LOOKS, ids=range(len(LOOKS)))
def test_twice_the_text_takes_twice_the_time(look: Look) -> None:
    """A quadratic pattern would take minutes for the whole text; a second is ample for a linear."""
    look("warm")
    for piece in REPEATED:
        text = (piece * (LENGTH // len(piece) + 1))[:LENGTH]
        start = time.process_time()
        look(text)
        assert time.process_time() - start < 1, piece
