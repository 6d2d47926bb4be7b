"""The number of a patient's record stands in the report.

Whoever works at the hospital finds the person by the number of the record, the admission, the
biopsy or the insurance. It is known by its name, in Persian or English, and by the digits behind
it; the numbers of figures, tables, patients of a series and ethics letters are not meant.

Bad::

    fa.md:
        بیمار با شماره پرونده ۴۵۱۲۷ بستری شد.

Bad (in English)::

    en.md:
        The patient (MRN 00451278) was admitted; her pathology number was P-98-4127.

Good::

    fa.md:
        پرونده بیمار بررسی شد و در نامه شماره ۴۵۱۲۷ کمیته اخلاق آمده است.
    en.md:
        The medical record of patient no. 3 was reviewed. She took medication number 12 of 2020.

References:
    ICMJE Recommendations, II.E.1: hospital numbers.
    HIPAA Privacy Rule, 45 CFR 164.514(b)(2)(i)(H).
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.privacy._records import record_numbers
from casereport.checks.privacy._texts import patient_texts, plain
from casereport.diagnostics import N_, Severity
from casereport.text.masking import masked

check = Check(
    code="PRIV003",
    name="record-number",
    severity=Severity.WARNING,
    scope="source",
    message=N_("{number} is the number of a patient's record."),
    hint=N_("Take it out of the report; keep it in a list of your own."),
)


def run(context: SourceContext) -> Iterator[Finding]:
    for prose in patient_texts(context.case):
        for start, end in record_numbers(plain(prose.text)):
            yield Finding.at(prose.place(start, end), number=masked(prose.text[start:end]))
