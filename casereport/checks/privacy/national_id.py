"""A number stands in the report by which a person can be looked up.

The national id of Iran, the NHS number, an account or a card carries a check digit: a number that
has the form and the right digit is hardly anything else. One that the text calls by its name is
certain and an error; without a name it may be a coincidence, a warning. US social security numbers
are known by their form; passports only by their name. Looked through are the texts, the captions,
the facts and the names of the figures' files; the authors' own entries are theirs.

Messages and excerpts cover the middle of the number: a report may be sent on.

Bad::

    fa.md:
        بیمار با کد ملی ۰۹۳۲۸۳۳۸۱۰ در بخش داخلی بستری شد.

Bad (in the name of a file)::

    case.yaml:
        figures:
          chest:
            file: figures/0932833810-chest.png
            caption: {fa: قفسه سینه, en: The chest}
    figures/0932833810-chest.png: <a small PNG>

Bad (of other states)::

    en.md:
        The patient (NHS number 943 476 5919) had moved from the United States (SSN 219-09-9999).

Good::

    fa.md:
        بیمار در بخش داخلی بستری شد. گرنت شماره 0932833810 و ISBN 0932833810 شمارهٔ بیمار نیست.
    en.md:
        The platelet count was 1400000000 per litre; see PMID 15942917 and ORCID
        0000-0002-1825-0097.

References:
    ICMJE Recommendations, II.E.1.
    HIPAA Privacy Rule, 45 CFR 164.514(b)(2): identifiers to be removed.
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.privacy._numbers import personal_numbers
from casereport.checks.privacy._texts import patient_texts, plain
from casereport.diagnostics import N_, Severity
from casereport.text.masking import masked

check = Check(
    code="PRIV001",
    name="national-id",
    severity=Severity.ERROR,
    scope="source",
    hint=N_("Take it out of the report, and out of the names of its files."),
)


def run(context: SourceContext) -> Iterator[Finding]:
    for prose in patient_texts(context.case):
        for found in personal_numbers(plain(prose.text)):
            yield Finding.at(
                prose.place(found.start, found.end),
                message=found.message,
                severity=None if found.certain else Severity.WARNING,
                number=masked(prose.text[found.start : found.end]),
            )
