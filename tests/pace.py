"""How fast this machine is just now, so that a bound on CPU time means work and not the weather.

The same machine has been seen three times slower an hour later. A bound is meant for the machine on
which ``REFERENCE`` was taken; on a slower one it is that much wider, on a faster one no narrower.
"""

from __future__ import annotations

import re
import statistics
import time
from dataclasses import dataclass

REFERENCE = 0.006
"""Seconds of CPU time of one loop where 5,000 entries of BibTeX are read in 1.6 s, as when the bounds
were set: on a day when they took 5.5 s a loop took 0.021."""
_LOOPS = 15
_WORD = re.compile("[a-z]+|[0-9]+")


@dataclass(frozen=True)
class Pace:
    """How many times slower than the machine of the numbers this one is now; at least 1.

    ``work``: its processor, by CPU time; ``clock``: that, and what others leave of it.
    """

    work: float
    clock: float

    @classmethod
    def now(cls, reference: float = REFERENCE) -> Pace:
        """Beside a machine on which one loop takes ``reference`` seconds of CPU time.

        The median of the work: a loop in which memory is tidied takes five times as long. The mean
        by the clock: whoever is kept waiting now and then waits so long in all.
        """
        loops = [_loop() for _ in range(_LOOPS)]
        work = max(1.0, statistics.median(work for work, _ in loops) / reference)
        return cls(work, max(work, statistics.fmean(clock for _, clock in loops) / reference))


def _loop() -> tuple[float, float]:
    """Seconds of CPU time, and by the clock, of what our programs do: make, look up, build, search."""
    clock, work = time.perf_counter(), time.process_time()
    made = [{"name": f"name-{number}", "value": (number, str(number))} for number in range(10_000)]
    found = {each["name"]: each for each in made}
    text = " ".join(sorted(found))
    assert len(_WORD.findall(text)) == 2 * len(made)
    return time.process_time() - work, time.perf_counter() - clock


def is_within(seconds: float, bound: float) -> bool:
    """True when work that took ``seconds`` of CPU time would have kept to ``bound`` there.

    Half as much again is allowed to a slow machine: its pace changes from one second to the next.
    """
    return seconds < bound or seconds < 1.5 * bound * Pace.now().work
