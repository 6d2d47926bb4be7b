"""The report does not say that the patient consented to it.

A case report shows one person, whom friends and neighbours may know again. Journals publish it only
when the patient, or who may speak for them, agreed to that in writing. The consent is a statement
in case.yaml or the section ``informed-consent`` of a text; a sentence elsewhere in the text is a
note. ``not-stated`` says that the source is silent: a note. A consent that does not say whose it is
("yes", «اخذ شد») is a note, too; one whose words deny its status is a warning.

These four statements are told here, whether the journal requires them or not; JRN007 tells of the
others that it requires. A picture by which someone can be known has a consent of its own, FIG012.

Bad::

    case.yaml:
        statements:
          funding: {fa: این گزارش پشتیبان مالی نداشت., en: This report received no funding.}

Bad (the source is silent)::

    case.yaml:
        statements:
          consent: not-stated

Bad (nobody named)::

    case.yaml:
        statements:
          consent: {fa: اخذ شد., en: Obtained.}

Bad (it contradicts itself)::

    case.yaml:
        statements:
          consent:
            status: obtained
            text:
              fa: اخذ رضایت بیمار لازم نبود.
              en: Consent of the patient was not required.

Good::

    case.yaml:
        statements:
          consent:
            fa: بیمار برای چاپ این گزارش رضایت آگاهانهٔ کتبی داد.
            en: The patient gave written informed consent to the publication of this report.

Good (a section of the text)::

    case.yaml:
        statements:
          funding: not-stated
    en.md:
        ## Informed Consent {#informed-consent}

        Her parents gave written consent to the publication of this report and its figures.

References:
    CARE guideline (2013), item 13.
    ICMJE Recommendations, II.E.1: protection of patients' privacy.
    COPE, Journals' best practices for ensuring consent for publishing medical case reports.
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.ethics._claims import REFUSED
from casereport.checks.ethics._statements import given, missing, status_denied, text_route
from casereport.checks.ethics._words import PERSONS
from casereport.diagnostics import N_, Severity
from casereport.model.case_report import CaseReport

check = Check(
    code="ETH001",
    name="patient-consent-absent",
    severity=Severity.WARNING,
    scope="source",
    message=N_("Nothing says that the patient consented to the publication."),
    hint=N_("Write under statements, consent, who consented to what; or not-stated."),
)

_NOT_STATED = N_("The patient's consent is declared not-stated.")
_WHOSE = N_("The statement of consent does not say who consented.")
_SAY_WHO = N_("Write who consented, in what form, and to what.")


def run(context: SourceContext) -> Iterator[Finding]:
    case = context.case
    sections = (text.section("informed-consent") for text in case.narratives.values())
    if any(section is not None and section.blocks for section in sections):
        return
    yield from missing(case, "consent", not_stated=_NOT_STATED)
    yield from status_denied(case, "consent")
    yield from _nobody(case)


def _nobody(case: CaseReport) -> Iterator[Finding]:
    statement = given(case, "consent")
    if statement is None:
        return
    if statement.text is None:
        if statement.status != "not-required":
            yield _unnamed(("statements", "consent"))
        return
    for language, text in statement.text.texts.items():
        known = PERSONS.get(language)
        patterns = PERSONS.values() if language == "und" else [known] if known else []
        named = any(pattern.search(text) for pattern in patterns)
        if patterns and not named and not REFUSED.search(text):
            yield _unnamed(text_route(case, "consent", language))


def _unnamed(route: tuple[str, ...]) -> Finding:
    return Finding.at(route, message=_WHOSE, hint=_SAY_WHO, severity=Severity.NOTE)
