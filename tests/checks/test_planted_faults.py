"""Of the faults planted into the clean sample one at a time, nearly all are told, and little else."""

from __future__ import annotations

from casereport.checks.discovery import discover
from tests.checks.planting import planted_faults, tell

FAMILIES = "BIDI CARE CIT DATE ETH FIG JRN LANG NUM ORTH PRIV REF SRC TAB"


def test_every_family_has_its_faults() -> None:
    planted = list(planted_faults())
    assert len(planted) >= 80
    assert {one.code.rstrip("0123456789") for one in planted} == set(FAMILIES.split())


def test_planted_faults_are_told_at_their_place_and_raise_little_else() -> None:
    codes = {one.check.code for one in discover()}
    told = [tell(planted) for planted in planted_faults() if planted.code in codes]
    missed = [str(one.planted) for one in told if not one.found]
    unrelated = [
        f"{one.planted}: {item.code} {item.span} {item.message}"
        for one in told
        for item in one.unrelated
    ]
    assert len(missed) <= 0.05 * len(told), "\n".join(missed)
    assert len(unrelated) <= 1, "\n".join(unrelated)
