"""The text says another number than case.yaml.

A fact is stored once and called by name, ``{{ patient.age }}``; a number typed by hand beside it is
forgotten when the fact is corrected, and a reader finds two. Compared are the patient's age, in
digits or words, laboratory values and findings by the number that follows their name, doses beside
the name of their drug, and a length of time beside the condition that lasted. A number may be
rounded, and may stand in another unit (then it is not compared). Left alone are sentences with a
citation, of another day (after, later, follow-up), and the introduction and the discussion, which
speak of other patients.

Bad::

    case.yaml:
        patient: {age: 44, sex: female}
        labs:
          hemoglobin: {name: {fa: هموگلوبین, en: Hemoglobin}, value: 10.1, unit: g/dL}
    fa.md:
        ## چکیده {#abstract}

        خانمی ۴۵ ساله با هموگلوبین ۹/۱ گرم در دسی\u200cلیتر مراجعه کرد.

Bad (in words, and a dose)::

    case.yaml:
        patient: {age: 44, sex: female}
        interventions:
          prednisolone: {name: {fa: پردنیزولون, en: prednisolone}, dose: 10 mg}
    en.md:
        ## Abstract {#abstract}

        A forty-five-year-old woman was treated with 20 mg of prednisolone.

Good::

    case.yaml:
        patient: {age: 44, sex: female}
        labs:
          hemoglobin: {name: {fa: هموگلوبین, en: Hemoglobin}, value: 10.1, unit: g/dL}
    fa.md:
        ## چکیده {#abstract}

        خانمی {{ patient.age }} ساله با هموگلوبین ۱۰/۱ مراجعه کرد.
    en.md:
        ## Abstract {#abstract}

        A 44-year-old woman presented with a hemoglobin of {{ labs.hemoglobin }}.

References:
    CARE guideline (2013), item 5a: de-identified demographic information.
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.bilingual import bilingual_prose
from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.limits import limited
from casereport.checks.numbers import _differences as differences
from casereport.checks.numbers._difference import Difference
from casereport.checks.numbers._lasting import durations
from casereport.checks.numbers._named_facts import doses, measured_facts
from casereport.checks.sentences import (
    FINDINGS,
    TREATMENT,
    WHOLE,
    Sentence,
    patient_sentences,
    sentences,
)
from casereport.diagnostics import N_, Severity, say
from casereport.model.case_report import CaseReport
from casereport.model.values import Age

check = Check(
    code="NUM002",
    name="number-differs-from-facts",
    severity=Severity.WARNING,
    scope="source",
    message=N_("The text says {typed}; {fact} is {value}."),
    hint=N_("Correct the wrong one, or call the fact by name: {placeholder}."),
)

_OF_THE_PATIENT = frozenset({"title", "running-title", "figures"})


def run(context: SourceContext) -> Iterator[Finding]:
    yield from limited(_findings(context.case))


def _findings(case: CaseReport) -> Iterator[Finding]:
    for found in _found(case):
        name = ".".join(str(part) for part in found.route)
        called = name.removesuffix(".value")
        yield Finding.at(
            found.sentence.place(found.start, found.end),
            related=[(found.route, say(N_("The fact.")))],
            typed=found.typed,
            fact=name,
            value=found.fact,
            placeholder=f"{{{{ {called} }}}}",
        )


def _found(case: CaseReport) -> Iterator[Difference]:
    facts = case.facts
    measured, treatments = tuple(measured_facts(facts)), tuple(doses(facts))
    if isinstance(facts.patient.age, Age):
        for sentence in (*patient_sentences(case, WHOLE), *_titles(case)):
            yield from differences.ages(sentence, facts.patient.age)
    for sentence in patient_sentences(case, FINDINGS):
        if sentence.is_of_one_time:
            yield from differences.values(sentence, measured)
    for sentence in patient_sentences(case, TREATMENT):
        yield from differences.doses(sentence, treatments)
    for sentence in patient_sentences(case, WHOLE):
        yield from durations(sentence, facts)


def _titles(case: CaseReport) -> Iterator[Sentence]:
    """What the title and the captions of figures say."""
    for route, texts in bilingual_prose(case):
        if route[0] in _OF_THE_PATIENT:
            yield from (
                one for prose in texts.values() for each in prose for one in sentences(each)
            )
