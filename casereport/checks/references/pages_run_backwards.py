"""The pages of a reference run backwards.

The last page of a work cannot come before its first: 281-183 is a slip of the pen or of a database,
and a reader who looks for the pages may not find them. A shortened last page (805-12) is read in
full before it is compared. It is a warning, not an error: journal, year and volume still lead to
the work. The values named in the hint differ from what is written by one digit; which one is true
stands only in the work itself.

Bad::

    references.bib:
        @article{gutierrez2013,
          author = {Gutierrez, Marwin}, title = {Soft tissue calcinosis},
          journal = {Clin Rheumatol}, year = {2013}, volume = {32}, pages = {281-183}
        }

Good::

    references.bib:
        @article{gutierrez2013,
          author = {Gutierrez, Marwin}, title = {Soft tissue calcinosis},
          journal = {Clin Rheumatol}, year = {2013}, volume = {32}, pages = {281-283}
        }
        @article{shorter2005,
          author = {Boulman, Nina}, title = {Calcinosis in rheumatic diseases},
          journal = {Semin Arthritis Rheum}, year = {2005}, volume = {34}, pages = {805-12}
        }
        @article{electronic2011,
          author = {Reiter, Nina}, title = {Calcinosis cutis},
          journal = {J Clin Rheumatol}, year = {2011}, volume = {20}, pages = {e1262-e1264}
        }
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.references._page_ranges import WrittenRange, page_ranges
from casereport.diagnostics import N_, Severity
from casereport.text.digits import LATIN_DIGITS

check = Check(
    code="REF001",
    name="pages-run-backwards",
    severity=Severity.WARNING,
    scope="source",
    message=N_("The pages {pages} of {citekey} run backwards."),
    hint=N_("Look up the range in the work itself and write the first page before the last."),
)

_LIKELY = N_("Look up the range in the work itself; one digit away lie {likely}.")
_SHORT = 30
"""A case report or review is hardly longer: only such ranges are named as likely."""


def run(context: SourceContext) -> Iterator[Finding]:
    for reference in context.case.references:
        for written in page_ranges(reference):
            if written.length > 0:
                continue
            likely = tuple(_likely(written))
            yield Finding.at(
                written.span,
                hint=_LIKELY if likely else "",
                pages=written.text,
                citekey=reference.citekey,
                likely=likely,
            )


def _likely(written: WrittenRange) -> Iterator[str]:
    """Forward ranges that differ from what is written by one digit, the shortest alone."""
    first, last, letter = written.first, written.last, written.letter
    if len(first) != len(last):
        return
    found: list[tuple[int, str]] = []
    for place, digit in product(range(len(first)), LATIN_DIGITS):
        for start, end in ((first, _put(last, place, digit)), (_put(first, place, digit), last)):
            if 0 <= int(end) - int(start) <= _SHORT and not start.startswith("0"):
                found.append((int(end) - int(start), f"{letter}{start}-{letter}{end}"))
    shortest = min((length for length, _ in found), default=0)
    yield from sorted({text for length, text in found if length == shortest})


def _put(number: str, place: int, digit: str) -> str:
    return number[:place] + digit + number[place + 1 :]
