"""A telephone number stands in the text of the report.

A patient's number, or a relative's, leads straight to the person. Iranian mobile numbers and
landlines are known in any digits and grouping, others by the plus sign of their country or the
brackets of their area. The authors' own numbers are no fault: those of the contributors, and those
in a paragraph that tells how to write to them.

Bad::

    fa.md:
        برای پیگیری با بیمار (۰۹۱۲ ۳۴۵ ۶۷۸۹) تماس گرفته شد.

Bad (grouped, with the country)::

    en.md:
        Her son was called at +98 11 3354 3210.

Good::

    case.yaml:
        contributors:
          - name: {fa: نینا بولمن, en: Nina Boulman}
            corresponding: yes
            email: nina@example.org
            phone: +98 11 3354 3210
    en.md:
        Correspondence to Nina Boulman, nina@example.org, +98 11 3354 3210.

        She was called at home. 2005; 34(6): 805-812, ISSN 1735-9260, 1398/11/01.

References:
    ICMJE Recommendations, II.E.1.
    HIPAA Privacy Rule, 45 CFR 164.514(b)(2)(i)(D).
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.privacy._phones import phones
from casereport.checks.privacy._texts import patient_texts, plain, tells_how_to_write
from casereport.diagnostics import N_, Severity
from casereport.text.masking import masked

check = Check(
    code="PRIV002",
    name="phone",
    severity=Severity.WARNING,
    scope="source",
    message=N_("{number} has the form of a telephone number."),
    hint=N_("Take it out if it is the patient's or a relative's; an author's stands under phone."),
)


def run(context: SourceContext) -> Iterator[Finding]:
    for prose in patient_texts(context.case):
        if tells_how_to_write(prose.text):
            continue
        for start, end in phones(plain(prose.text)):
            yield Finding.at(prose.place(start, end), number=masked(prose.text[start:end]))
