"""A reference has more pages than an article has.

454-545 would be an article of 92 pages. A slip is likelier: two digits exchanged (455), or one
typed twice (44-448 for 44-48). A reader who orders a copy gets the wrong pages, and a program that
compares the entry with a database does not find it. Where such a slip explains the range, or where
nothing so long is ever printed as one article, this is a warning, else a note: guidelines do fill a
hundred pages. Books, and pages with a letter (S1-S90, a supplement), are not looked at.

Bad::

    references.bib:
        @article{palaniappan2014,
          author = {Palaniappan, P.}, title = {Successful treatment of calcinosis cutis},
          journal = {J Clin Rheumatol}, year = {2014}, volume = {20}, pages = {454-545}
        }

Good::

    references.bib:
        @article{palaniappan2014,
          author = {Palaniappan, P.}, title = {Successful treatment of calcinosis cutis},
          journal = {J Clin Rheumatol}, year = {2014}, volume = {20}, pages = {454-455}
        }
        @article{short2005,
          author = {Boulman, Nina}, title = {Calcinosis in rheumatic diseases},
          journal = {Semin Arthritis Rheum}, year = {2005}, volume = {34}, pages = {1805-12}
        }
        @book{whole2010,
          author = {Reiter, Nina}, title = {Calcinosis}, publisher = {Press}, year = {2010},
          pages = {1-545}
        }
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.references._page_ranges import WrittenRange, page_ranges
from casereport.diagnostics import N_, AnyOf, Severity

check = Check(
    code="REF002",
    name="page-range-too-long",
    severity=Severity.WARNING,
    scope="source",
    message=N_("The pages {pages} of {citekey} would be {count} pages."),
    hint=N_("Look up the range in the work itself."),
)

_LIKELY = N_("Look up the range in the work itself; {likely} may be meant.")
_ARTICLES = frozenset({"article-journal", "article-magazine", "article-newspaper"})
_LONG = 50
"""Fewer than one article in a hundred is longer."""
_NEVER = 250
_SHORT = 30


def run(context: SourceContext) -> Iterator[Finding]:
    for reference in context.case.references:
        if reference.type not in _ARTICLES:
            continue
        for written in page_ranges(reference):
            if written.length <= _LONG or written.letter:
                continue
            likely = AnyOf(_slips(written))
            suspected = not likely and written.length <= _NEVER
            yield Finding.at(
                written.span,
                hint=_LIKELY if likely else "",
                severity=Severity.NOTE if suspected else None,
                pages=written.text,
                citekey=reference.citekey,
                count=written.length,
                likely=likely,
            )


def _slips(written: WrittenRange) -> tuple[str, ...]:
    """Short ranges from which two digits exchanged, or one typed twice, make what is written."""
    pairs = [(written.first, last) for last in _before_slip(written.last)]
    pairs += [(first, written.last) for first in _before_slip(written.first)]
    near = ((int(last) - int(first), first, last) for first, last in pairs)
    short = sorted((length, f"{a}-{b}") for length, a, b in near if 0 <= length < _SHORT)
    return tuple(dict.fromkeys(text for _, text in short))


def _before_slip(number: str) -> Iterator[str]:
    """What may have been meant: neighbours exchanged back; one of a doubled digit; one doubled."""
    for i in range(len(number) - 1):
        yield number[:i] + number[i + 1] + number[i] + number[i + 2 :]
        if number[i] == number[i + 1]:
            yield number[:i] + number[i + 1 :]
    for i, digit in enumerate(number):
        yield number[:i] + digit + number[i:]
