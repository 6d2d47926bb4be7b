"""How fast this machine is just now, so that a bound on CPU time means work and not the weather.

The same machine has been seen three times slower an hour later. A bound is meant for the machine on
which ``REFERENCE`` was taken; on a slower one it is that much wider, on a faster one no narrower.
"""

from __future__ import annotations

import re
import statistics
import time

REFERENCE = 0.006
"""Seconds of CPU time of one loop where 5,000 entries of BibTeX are read in 1.6 s, as when the bounds
were set: on a day when they took 5.5 s a loop took 0.021."""
_LOOPS = 15
_WORD = re.compile("[a-z]+|[0-9]+")


def pace() -> float:
    """At least 1: how many times longer the reference loop takes here and now."""
    return max(1.0, statistics.median(_loop() for _ in range(_LOOPS)) / REFERENCE)


def _loop() -> float:
    """What our programs do: make objects, look them up, build and search texts."""
    start = time.process_time()
    made = [{"name": f"name-{number}", "value": (number, str(number))} for number in range(10_000)]
    found = {each["name"]: each for each in made}
    text = " ".join(sorted(found))
    assert len(_WORD.findall(text)) == 2 * len(made)
    return time.process_time() - start


def is_within(seconds: float, bound: float) -> bool:
    """True when work that took ``seconds`` of CPU time would have kept to ``bound`` there.

    Half as much again is allowed to a slow machine: its pace changes from one second to the next.
    """
    return seconds < bound or seconds < 1.5 * bound * pace()
