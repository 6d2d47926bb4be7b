"""A decimal is typed with its parts exchanged: 05/0 for 0/05.

Where Persian text shows a number from the other side than its author expects, some type it
backwards until it looks right in one program; in print it is then another number. No number begins
with a nought and a second digit: 05/0 can only be 0/05, and 001/0 only 0/001. What ends in another
digit, 05/1, is 1/05 or a day of a month, and is told as a suspicion.

Bad::

    fa.md:
        تفاوت معنی\u200cدار بود (P<۰۵/۰).

Bad (a dose)::

    fa.md:
        روزانه ۰۲۵/۰ میلی\u200cگرم دیگوکسین دریافت کرد.

Good::

    fa.md:
        تفاوت معنی\u200cدار بود (P<۰/۰۵). فشار خون ۱۲۰/۸۰ بود.
        بیمار در ۱۴۰۰/۰۵/۰۱ و ۰۵/۰۱ مراجعه کرد.

References:
    Unicode Standard Annex #9, rules W2 and W4: a slash between two numbers keeps their order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.fact_prose import case_prose
from casereport.checks.limits import limited
from casereport.checks.prose import Prose, mend, tokens_of
from casereport.diagnostics import N_, Severity, say
from casereport.text.tokens import Kind

check = Check(
    code="NUM004",
    name="decimal-reversed",
    severity=Severity.ERROR,
    scope="source",
    message=N_("The decimal {typed} is typed backwards; it means {meant}."),
    hint=N_("Write {meant}."),
)

_SUSPECTED = N_("The decimal {typed} seems to be typed backwards, for {meant}.")

_ZERO = "0\u06f0\u0660"
_DIGIT = "0-9\u06f0-\u06f9\u0660-\u0669"
_REVERSED = re.compile(
    rf"(?<![{_DIGIT}A-Za-z./\u066b:_-])(?P<fraction>[{_ZERO}][{_DIGIT}]{{1,4}})(?P<mark>[/.\u066b])"
    rf"(?P<whole>[{_DIGIT}])(?![{_DIGIT}A-Za-z/_]|[.\u066b:-][{_DIGIT}])"
)
_ADDRESSES: frozenset[Kind] = frozenset({"url", "email", "doi", "identifier", "latin"})


def run(context: SourceContext) -> Iterator[Finding]:
    yield from limited(_findings(context))


def _findings(context: SourceContext) -> Iterator[Finding]:
    for prose in case_prose(context.case):
        for found in _REVERSED.finditer(prose.text):
            is_certain = found["whole"] in _ZERO
            # A point is no decimal mark that anything turns round: 05.1 may be a part of a list.
            if (is_certain or found["mark"] != ".") and not _is_of_address(prose, found.start()):
                yield _finding(context, prose, found, is_certain=is_certain)


def _is_of_address(prose: Prose, index: int) -> bool:
    return any(
        start <= index < end for start, end, kind in tokens_of(prose.text) if kind in _ADDRESSES
    )


def _finding(
    context: SourceContext, prose: Prose, found: re.Match[str], *, is_certain: bool
) -> Finding:
    meant = f"{found['whole']}{found['mark']}{found['fraction']}"
    edits = [(*found.span(), meant)]
    return Finding.at(
        prose.place(*found.span()),
        message="" if is_certain else _SUSPECTED,
        severity=None if is_certain else Severity.WARNING,
        fix=mend(
            context.case, prose, edits, say(N_("Write {meant}."), meant=meant), safe=is_certain
        ),
        typed=found[0],
        meant=meant,
    )
