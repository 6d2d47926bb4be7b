"""A measured value lies beyond what has been seen in a living patient.

A hemoglobin of 101 g/dL is no finding but a lost decimal point, or g/L; a temperature of 5/37 is
37/5 typed backwards. The limits here are no reference ranges: they stand well beyond the critical
limits, so what lies outside is a slip in all likelihood, and a note asks to look again. Known are
the common laboratory values and vital signs, each in its usual units. A value of which nothing is
known is held against the reference range of the case, when it has one: a hundred times above or
below it is told. In the text a value is looked at where it follows its name.

Bad::

    case.yaml:
        labs:
          hemoglobin: {name: {fa: هموگلوبین, en: Hemoglobin}, value: 101, unit: g/dL, range: 12-16}

Bad (in the text)::

    en.md:
        The temperature was 375 °C and the potassium 45 mEq/L.

Bad (by the case's own range)::

    case.yaml:
        labs:
          aldolase: {name: {fa: آلدولاز, en: Aldolase}, value: 5000, unit: U/L, range: 1-7.5}

Good::

    case.yaml:
        labs:
          hemoglobin: {name: {fa: هموگلوبین, en: Hemoglobin}, value: 3.1, unit: g/dL, range: 12-16}
          ferritin: {name: {fa: فریتین, en: Ferritin}, value: 45000, unit: ng/mL, range: 15-150}
    en.md:
        The temperature was 39.5 °C.

References:
    Tietz Textbook of Clinical Chemistry and Molecular Diagnostics: critical limits.
    Kost GJ. Critical limits for urgent clinician notification. JAMA 1990; 263: 704-7.
    Kratz A et al. Laboratory reference values. N Engl J Med 2004; 351: 1548-63.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.limits import limited
from casereport.checks.numbers._named_facts import MeasuredFact, components, measured_facts
from casereport.checks.numbers._plausible import implausible_mentions, is_plausible, known_limits
from casereport.diagnostics import N_, Severity
from casereport.model.case_report import CaseReport
from casereport.model.measures import Mean, Quantity

check = Check(
    code="NUM007",
    name="value-outside-plausible-range",
    severity=Severity.NOTE,
    scope="source",
    message=N_("{name} of {value} is hardly possible: {low} to {high} {unit} is what occurs."),
    hint=N_("Look the value up; mend its decimal mark or its unit."),
)

_BY_RANGE = N_("{name} of {value} is more than a hundred times beyond its reference range.")
_FAR_BEYOND = 100


def run(context: SourceContext) -> Iterator[Finding]:
    yield from _of_facts(context.case)
    yield from limited(_of_prose(context.case))


def _of_facts(case: CaseReport) -> Iterator[Finding]:
    for fact in measured_facts(case.facts):
        place = fact.route if fact.route[0] == "patient" else (*fact.route, "value")
        name = ".".join(str(part) for part in fact.route)
        limits = known_limits(fact.quantity, fact.unit) if fact.quantity else None
        if limits is not None:
            numbers = (
                components(fact.value)[:1]
                if isinstance(fact.value, Mean)
                else components(fact.value)
            )
            if not is_plausible(numbers, limits):
                low, high = limits
                yield Finding.at(
                    place, name=name, value=fact.written, low=low, high=high, unit=fact.unit
                )
        elif fact.quantity is None and _is_far_beyond_its_range(case, fact):
            yield Finding.at(place, message=_BY_RANGE, name=name, value=fact.written)


def _of_prose(case: CaseReport) -> Iterator[Finding]:
    for found in implausible_mentions(case):
        low, high = found.limits
        yield Finding.at(
            found.place, name=found.name, value=found.value, low=low, high=high, unit=found.unit
        )


def _is_far_beyond_its_range(case: CaseReport, fact: MeasuredFact) -> bool:
    lab = case.facts.labs.get(str(fact.route[-1])) if fact.route[0] == "labs" else None
    if lab is None or lab.range is None or not isinstance(fact.value, Quantity):
        return False
    low, high = lab.range.low, lab.range.high
    if lab.range.dilution or low is None or high is None:
        return False
    value = fact.value.value
    return value > high * _FAR_BEYOND or Decimal(0) < value * _FAR_BEYOND < low
