"""The report does not say what an ethics committee decided, or its code is not whole.

Whoever doubts that a report was allowed looks the committee and its code up; where none is needed,
as for a single case at many institutions, the statement says so. Absent is a warning,
``not-stated`` a note. So is an approval without a committee and a code, and a code that begins as
the Iranian ones do and has not their form: IR, the institution, REC, the Jalali year of four digits
and a number of three or four, in capitals. The codes of other countries have many forms and are
left alone; Persian digits in a code are REF010.

Bad::

    case.yaml:
        statements:
          funding: {fa: این گزارش پشتیبان مالی نداشت., en: This report received no funding.}

Bad (the year in two digits)::

    case.yaml:
        statements:
          ethics: {code: IR.MAZUMS.REC.98.123}

Bad (no committee and no code)::

    case.yaml:
        statements:
          ethics: {status: obtained}

Good::

    case.yaml:
        statements:
          ethics:
            committee: {fa: کمیتهٔ اخلاق دانشگاه نمونه, en: Ethics Committee of Sample University}
            code: IR.SAMPLE.HOSPITAL.REC.1398.123

Good (none is needed)::

    case.yaml:
        statements:
          ethics:
            fa: در این دانشگاه، گزارش یک مورد به مصوبهٔ کمیتهٔ اخلاق نیاز ندارد.
            en: Our institution does not require ethical approval for a single case report.

References:
    ICMJE Recommendations, II.E.1.
    National Committee for Ethics in Biomedical Research, Iran: ethics.research.ac.ir.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from casereport.checks.check import Check, Finding, Place, SourceContext
from casereport.checks.ethics._statements import given, missing, status_denied
from casereport.checks.fact_prose import case_prose
from casereport.diagnostics import N_, Severity
from casereport.model.case_report import CaseReport
from casereport.text.digits import to_latin_digits

check = Check(
    code="ETH002",
    name="ethics-approval-absent",
    severity=Severity.WARNING,
    scope="source",
    message=N_("Nothing says what the ethics committee decided."),
    hint=N_("Write under statements, ethics, the committee and its code; or not-stated."),
)

_NOT_STATED = N_("The approval of an ethics committee is declared not-stated.")
_BARE = N_("The statement on ethics names neither a committee nor a code.")
_NAME_IT = N_("Add the committee, and its code as it stands in the letter of approval.")
_FORM = N_("The code {code} has not the form of Iranian ethics codes.")
_AS = N_("Copy it from the letter of approval; the form is {example}.")

_IRANIAN = re.compile(
    r"IR(?:\.[A-Z][A-Z0-9-]{0,29}){1,4}\.REC\.1[34][0-9]{2}\.[0-9]{3,4}", re.ASCII
)
_CLAIMED = re.compile(r"(?<![\w.])IR[.][\w.-]{0,80}?REC\b[\w.-]{0,40}", re.IGNORECASE)


def run(context: SourceContext) -> Iterator[Finding]:
    case = context.case
    yield from missing(case, "ethics", not_stated=_NOT_STATED)
    yield from status_denied(case, "ethics")
    statement = given(case, "ethics")
    told = statement and (statement.text or statement.committee or statement.code)
    if statement is not None and statement.status == "obtained" and not told:
        route = ("statements", "ethics")
        yield Finding.at(route, message=_BARE, hint=_NAME_IT, severity=Severity.NOTE)
    yield from _malformed(case)


def _malformed(case: CaseReport) -> Iterator[Finding]:
    statement = given(case, "ethics")
    code = to_latin_digits(statement.code) if statement and statement.code else ""
    if re.match(r"IR\b", code, re.IGNORECASE) and not _IRANIAN.fullmatch(code):
        yield _finding(("statements", "ethics", "code"), code)
    for prose in case_prose(case):
        for found in _CLAIMED.finditer(to_latin_digits(prose.text)):
            code = found[0].rstrip(".-")
            if not _IRANIAN.fullmatch(code):
                yield _finding(prose.place(found.start(), found.start() + len(code)), code)


def _finding(place: Place, code: str) -> Finding:
    return Finding.at(
        place,
        message=_FORM,
        hint=_AS,
        severity=Severity.NOTE,
        code=code,
        example="IR.MAZUMS.REC.1398.123",
    )
