"""Scores: ``python -m tests.bidi.measure [--stock] [--corpus] [--random N] [--narrow N] [--seed S]``.

Prints what is right, and of what is wrong the first cases with both visual orders.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence

from tests.bidi.compare import Report, compare, compare_narrow
from tests.bidi.documents import Case, corpus
from tests.bidi.generator import paragraphs


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what is asked for; 0 when everything is right."""
    parser = argparse.ArgumentParser(prog="tests.bidi.measure", description=__doc__)
    parser.add_argument("--stock", action="store_true", help="WeasyPrint as it comes")
    parser.add_argument("--corpus", action="store_true", help="the paragraphs of tests/bidi/corpus")
    parser.add_argument("--random", type=int, default=0, metavar="N", help="N on one line each")
    parser.add_argument("--narrow", type=int, default=0, metavar="N", help="N on several lines")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=5, metavar="N", help="wrong cases to print")
    given = parser.parse_args(arguments)
    single, narrow = given.random, given.narrow
    reports = []
    if given.corpus or not (single or narrow):
        reports.append(_measure("corpus", compare, corpus(), given))
    if single:
        reports.append(_measure("random", compare, paragraphs(single, given.seed), given))
    if narrow:
        cases = paragraphs(narrow, given.seed, narrow=True)
        reports.append(_measure("narrow", compare_narrow, cases, given))
    return int(any(report.wrong for report in reports))


def _measure(
    name: str,
    comparison: Callable[..., Report],
    cases: Sequence[Case],
    given: argparse.Namespace,
) -> Report:
    start = time.perf_counter()
    report = comparison(cases, stock=given.stock)
    seconds = time.perf_counter() - start
    kinds = ", ".join(f"{kind} {count}" for kind, count in report.kinds.most_common())
    _say(f"{name}: {report.right} of {report.total} right ({seconds:.1f} s) {kinds}")
    if report.lines:
        _say(f"  {report.lines} lines, {report.same_breaks} in paragraphs broken as in Chromium")
    for wrong in report.wrong[: given.show]:
        _say(f"- {wrong}")
    if report.doubts:
        _say(f"  {len(report.doubts)} in which Chromium and UAX #9 differ:")
        for doubt in report.doubts[: given.show]:
            _say(f"- {doubt}")
    return report


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    sys.exit(main())
