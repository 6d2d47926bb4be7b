"""Of the faults planted into the clean sample one at a time, nearly all are told, and little else."""

from __future__ import annotations

import pytest

from casereport.checks.discovery import discover
from tests.checks.planting import planted_faults, tell

FAMILIES = "BIDI CARE CIT DATE ETH FIG JRN LANG NUM ORTH PRIV REF SRC TAB"
SHARES = 4
"""Each may go to another of xdist's workers."""


def test_every_family_has_its_faults() -> None:
    planted = list(planted_faults())
    assert len(planted) >= 80
    assert {one.code.rstrip("0123456789") for one in planted} == set(FAMILIES.split())


@pytest.mark.parametrize("share", range(SHARES))
def test_planted_faults_are_told_at_their_place_and_raise_little_else(share: int) -> None:
    codes = {one.check.code for one in discover()}
    planted = [one for one in planted_faults() if one.code in codes][share::SHARES]
    told = [tell(one) for one in planted]
    missed = [str(one.planted) for one in told if not one.found]
    unrelated = [
        f"{one.planted}: {item.code} {item.span} {item.message}"
        for one in told
        for item in one.unrelated
    ]
    assert len(told) >= 80 // SHARES
    assert len(missed) <= 0.05 * len(told), "\n".join(missed)
    assert not unrelated, "\n".join(unrelated)
