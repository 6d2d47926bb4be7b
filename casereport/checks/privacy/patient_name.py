"""The patient is called by name or by initials.

Neither belongs in a report, initials no more than the name: relatives and colleagues read both. A
title before a name, initials before an age, "named" and «به نام» are the shapes that are known;
in Persian, where an adjective may follow خانم, also the commonest names and the endings of family
names. Eponyms, doctors, authors of cited works and those who are thanked are not meant. The message
covers the middle of the name.

Bad::

    fa.md:
        بیمار خانم زهرا احمدی ۴۴ ساله با درد آرنج مراجعه کرد.

Bad (initials)::

    fa.md:
        بیمار آقای م.ا. کشاورز بود.
    en.md:
        Mr. X.Y. was a farmer.

Bad (in English)::

    en.md:
        Mrs Smith, a 44-year-old teacher, had a painful elbow.

Good::

    fa.md:
        بیمار خانم ۴۴ ساله و متأهل بود که خانم دکتر معاینه کرد.
    en.md:
        A 44-year-old teacher with Raynaud phenomenon was given I.V. fluids by Dr. Smith.

        We thank Mrs. Jones for the drawings.

References:
    ICMJE Recommendations, II.E.1: names, initials, hospital numbers.
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.privacy._names import TITLE, patient_names
from casereport.checks.privacy._texts import patient_texts, plain, thanks
from casereport.diagnostics import N_, Severity
from casereport.text.masking import masked

check = Check(
    code="PRIV005",
    name="patient-name",
    severity=Severity.WARNING,
    scope="source",
    message=N_("The patient seems to be named: {name}."),
    hint=N_("Write the patient, or the age and sex; leave out initials, too."),
)


def run(context: SourceContext) -> Iterator[Finding]:
    for prose in patient_texts(context.case):
        if thanks(prose.text):
            continue
        for start, end in patient_names(plain(prose.text)):
            yield Finding.at(prose.place(start, end), name=_covered(prose.text[start:end]))


def _covered(name: str) -> str:
    """The title as it is, each word of the name covered by itself."""
    title = TITLE.match(name)
    start = title.end() if title else 0
    return name[:start] + " ".join(masked(word) for word in name[start:].split(" "))
