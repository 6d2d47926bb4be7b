"""A measured value has no unit.

A hemoglobin of 10.1 is g/dL in one laboratory and mmol/L in another; readers abroad read what they
are used to. In case.yaml the unit stands in ``unit``, and is printed wherever the fact is called.
In the text it follows the number; of several values in a row the last may carry it for all, and a
value that was given once with its unit may be repeated without. Told are the common laboratory
values and vital signs that have a unit: not INR, titres, or a blood pressure in the text.

Bad::

    case.yaml:
        labs:
          hemoglobin: {name: {fa: هموگلوبین, en: Hemoglobin}, value: 10.1}

Bad (in the text)::

    fa.md:
        ## ارزیابی تشخیصی {#diagnostic-assessment}

        کم\u200cخونی خفیف بود (هموگلوبین ۱۰/۱).

Good::

    case.yaml:
        labs:
          hemoglobin: {name: {fa: هموگلوبین, en: Hemoglobin}, value: 10.1, unit: g/dL}
          inr: {name: INR, value: 1.1}
    fa.md:
        ## ارزیابی تشخیصی {#diagnostic-assessment}

        هموگلوبین ۱۰/۱ گرم در دسی\u200cلیتر، سدیم ۱۴۰
        و پتاسیم ۴/۵ میلی\u200cاکی\u200cوالان در لیتر بود.

References:
    ICMJE Recommendations, IV.A.3.j: units of measurement.
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.limits import limited
from casereport.checks.numbers._bare_values import bare_values
from casereport.checks.numbers._named_facts import MeasuredFact, measured_facts
from casereport.checks.numbers._quantity import Quantity as Known
from casereport.diagnostics import N_, AnyOf, Severity
from casereport.model.case_report import CaseReport
from casereport.model.measures import Quantity, Ratio

check = Check(
    code="NUM003",
    name="unit-missing",
    severity=Severity.WARNING,
    scope="source",
    message=N_("{name} has the value {value}, without a unit."),
    hint=N_("Write the unit of the laboratory: {units}."),
)

_FEW = 2


def run(context: SourceContext) -> Iterator[Finding]:
    yield from _of_facts(context.case)
    yield from limited(_of_prose(context.case))


def _of_facts(case: CaseReport) -> Iterator[Finding]:
    for fact in measured_facts(case.facts):
        if fact.quantity and not fact.unit and not _needs_none(fact):
            place = fact.route if fact.route[0] == "patient" else (*fact.route, "value")
            yield Finding.at(
                place,
                name=".".join(str(part) for part in fact.route),
                value=fact.written,
                units=_usual(fact.quantity),
            )


def _of_prose(case: CaseReport) -> Iterator[Finding]:
    for sentence, mention, quantity in bare_values(case):
        number = mention.number
        yield Finding.at(
            sentence.place(mention.start, number.end),
            name=sentence.text[mention.start : mention.name_end],
            value=sentence.text[number.start : number.end],
            units=_usual(quantity),
        )


def _needs_none(fact: MeasuredFact) -> bool:
    """A titre, or a share of one where the unit would be per cent (a hematocrit of 0.42)."""
    is_share = isinstance(fact.value, Quantity) and fact.value.value <= 1
    usual = fact.quantity.units if fact.quantity else {}
    return isinstance(fact.value, Ratio) or (is_share and "%" in usual)


def _usual(quantity: Known) -> AnyOf:
    return AnyOf(tuple(quantity.units)[:_FEW])
