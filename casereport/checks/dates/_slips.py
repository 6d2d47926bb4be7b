"""How likely one written date is a slip of the pen for another."""

from __future__ import annotations

from casereport.text.calendars import CalendarDate

NO_SLIP = 9


def slip_rank(written: CalendarDate, meant: CalendarDate) -> int:
    """0: a doubled digit more or less; 1: neighbours exchanged; 2: a wrong digit; else NO_SLIP."""
    a, b = _digits(written), _digits(meant)
    if len(a) != len(b):
        longer, shorter = sorted((a, b), key=len, reverse=True)
        return 0 if _one_doubled(longer, shorter) else NO_SLIP
    differing = [i for i in range(len(a)) if a[i] != b[i]]
    if len(differing) == 1:
        return 2
    if len(differing) == 2 and differing[1] == differing[0] + 1:
        i, j = differing
        return 1 if (a[i], a[j]) == (b[j], b[i]) else NO_SLIP
    return NO_SLIP


def _digits(date: CalendarDate) -> str:
    return f"{date.year}/{date.month or 0}/{date.day or 0}"


def _one_doubled(longer: str, shorter: str) -> bool:
    """True when leaving out one digit that repeats its neighbour makes them equal."""
    return any(
        longer[:i] + longer[i + 1 :] == shorter and longer[i] == longer[i - 1]
        for i in range(1, len(longer))
    )
