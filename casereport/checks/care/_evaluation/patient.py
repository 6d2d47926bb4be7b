"""Judges the patient, the examination, the timeline and the diagnosis (items 5 to 8)."""

from __future__ import annotations

import re

from casereport.checks.care._evaluation.reading import CASE_SECTIONS, Reading, Sentence
from casereport.checks.care._evaluation.verdict import (
    Evidence,
    Verdict,
    missing,
    only_stored,
    partial,
    quoted,
    quoted_all,
    reported,
    stored,
    unsaid,
)
from casereport.diagnostics import N_, Words
from casereport.model.base import NOT_STATED
from casereport.model.values import Moment
from casereport.text.digits import to_latin_digits

PATIENT, EXAMINATION, TIMELINE, DIAGNOSIS = (
    "patient-information", "clinical-findings", "timeline", "diagnostic-assessment",
)  # fmt: skip
_LACKS = N_("Told here in part; not found: {parts}.")
_NO_COMPLAINT = N_("The section does not say what brought the patient.")
_NO_RESULT_OF_TREATMENT = N_("What came of it is not said.")
_ONE_EVENT = N_("A single event is no timeline.")
_NOT_PLACED = N_("The timeline stands in case.yaml, but is not placed in the text.")
_NO_RESULTS = N_("Laboratory tests are spoken of, but no result is given.")
_WHOLE_NUMBER = re.compile(r"(?<![\w./])[0-9]+(?![\w./]*[0-9])")
_NO_OTHERS = N_("Reasons are given, but no other diagnosis is considered.")
_NO_REASONS = N_("Other diagnoses are named, but not weighed for this patient.")


def demographics(reading: Reading) -> Verdict:
    """5a: age and sex, stored or said; a fact called by name is quoted with its sentence."""
    patient, locale = reading.facts.patient, reading.locale
    told: list[str] = []
    said: list[Sentence] = []
    lacking: list[Words] = []
    for name, label in (("age", Words(N_("age"))), ("sex", Words(N_("sex")))):
        value = getattr(patient, name)
        typed = reading.find(name, *reading.case_sections) if value is None else None
        if typed is not None:
            said.append(typed)
        elif value is None or value == NOT_STATED:
            lacking.append(label)
        else:
            told.append(f"{locale.term(name)}: {reading.printed(f'patient.{name}')}")
    if not told and not said:
        return missing()
    sentences = reading.sentences(*reading.case_sections)
    words = locale.list_comma.join(told)
    if not sentences:
        return only_stored(stored(reading, ("patient",), words))
    calling = _with_age(reading) if told else None
    evidence = quoted_all(reading, calling, *said) or (stored(reading, ("patient",), words),)
    return partial(_LACKS, *evidence, parts=tuple(lacking)) if lacking else reported(*evidence)


def _with_age(reading: Reading) -> Sentence | None:
    """The first sentence of the case that calls the age, or says its number as an age."""
    age = to_latin_digits(reading.printed("patient.age"))
    for sentence in reading.sentences(*reading.case_sections):
        if "patient.age" in sentence.facts:
            return sentence
        numbers = _WHOLE_NUMBER.findall(to_latin_digits(sentence.text))
        if age in numbers and reading.says(sentence, "age"):
            return sentence
    return None


def complaints(reading: Reading) -> Verdict:
    """5b."""
    found = reading.find("complaint", PATIENT) or reading.find("complaint", *reading.case_sections)
    if found is not None:
        return reported(quoted(reading, found))
    first = reading.sentences(PATIENT)[:1]
    return partial(_NO_COMPLAINT, *quoted_all(reading, *first)) if first else missing()


_KINDS = {
    "history": (Words(N_("medical history")), {"medical", "surgical", "medication", "allergy"}),
    "family": (Words(N_("family history")), {"family", "genetic"}),
    "psychosocial": (Words(N_("psychosocial history")), {"psychosocial"}),
}


def history(reading: Reading) -> Verdict:
    """5c: the medical history, and the family's or the social one."""
    evidence: list[Evidence] = []
    lacking: list[Words] = []
    for name, (label, kinds) in _KINDS.items():
        sentence = reading.find(name, PATIENT) or reading.find(name, *reading.case_sections)
        items = [key for key, item in reading.facts.history.items() if item.kind in kinds]
        if sentence is not None:
            evidence += quoted_all(reading, sentence)
        elif items:
            item = reading.facts.history[items[0]].name.get(reading.language) or ""
            evidence.append(stored(reading, ("history", items[0]), item))
        elif name != "psychosocial" or reading.facts.patient.occupation is None:
            lacking.append(label)
    known = tuple(dict.fromkeys(evidence))
    if not known:
        return unsaid(reading, "history", *reading.case_sections)
    medical, family, social = (label for label, _ in _KINDS.values())
    if medical in lacking or {family, social} <= set(lacking):
        return partial(_LACKS, *known, parts=tuple(lacking))
    return reported(*known)


def earlier_treatment(reading: Reading) -> Verdict:
    """5d: what was given before, or that nothing was; with what came of it."""
    if none := reading.find("therapy-negation", PATIENT):
        return reported(quoted(reading, none))
    before = reading.find("past-treatment", PATIENT)
    if before is None:
        stored_before = [
            (key, one)
            for key, one in reading.facts.interventions.items()
            if isinstance(one.start, Moment) and one.start.value < 0
        ]
        for key, one in stored_before:
            name = one.name.get(reading.language) or ""
            return only_stored(stored(reading, ("interventions", key), name))
        return unsaid(reading, "past-treatment", PATIENT)
    if reading.says(before, "negation"):
        return reported(quoted(reading, before))
    result = reading.find("past-result", PATIENT)
    evidence = quoted_all(reading, before, result)
    if result is not None:
        return reported(*evidence)
    return partial(_NO_RESULT_OF_TREATMENT, *evidence)


def examination(reading: Reading) -> Verdict:
    """6: its own section, else sentences of the case that examine."""
    own = reading.sentences(EXAMINATION)[:1]
    found = own or [*reading.all("examination", *reading.case_sections)][:1]
    if found:
        return reported(*quoted_all(reading, *found))
    for key, finding in reading.facts.findings.items():
        text = finding.name.get(reading.language) or ""
        return only_stored(stored(reading, ("findings", key), text))
    return unsaid(reading, "examination", *CASE_SECTIONS)


def timeline(reading: Reading) -> Verdict:
    """7: a table from the facts, a typed table, a figure of that name, or the section's prose."""
    events, place = reading.facts.timeline, reading.placement(TIMELINE)
    if events:
        texts = [event.event.get(reading.language) or "" for event in events]
        ends = " \u2026 ".join(dict.fromkeys((texts[0], texts[-1])))
        evidence = stored(reading, (TIMELINE,), ends)
        if place is None:
            return partial(_NOT_PLACED, evidence)
        shown = Evidence(ends, reading.language, place, TIMELINE)
        return partial(_ONE_EVENT, shown) if len(events) == 1 else reported(shown)
    caption = reading.locale.term("timeline-caption")
    for table in reading.tables(TIMELINE):
        return reported(Evidence(caption, reading.language, table, TIMELINE))
    own = reading.sentences(TIMELINE)
    return reported(*quoted_all(reading, *own[:2])) if own else missing()


def tests(reading: Reading) -> Verdict:
    """8a: methods with results; laboratory tests that are spoken of need one."""
    where = (DIAGNOSIS, *reading.case_sections)
    named = [*reading.all("methods", *where)]
    called = [one for one in reading.sentences(DIAGNOSIS) if one.calls("labs", "imaging")]
    results = [one for one in named if _has_result(reading, one)]
    told = next(iter((*called, *results, *named, *reading.sentences(DIAGNOSIS))), None)
    if told is None:
        for root in ("labs", "imaging"):
            for key in getattr(reading.facts, root):
                text = reading.printed(f"{root}.{key}.name") or reading.printed(f"{root}.{key}")
                return only_stored(stored(reading, (root, key), text))
        return unsaid(reading, "methods", *where)
    laboratory = [*reading.all("laboratory", *reading.case_sections)]
    is_bare = not any(_has_result(reading, one) for one in laboratory)
    if laboratory and is_bare and not reading.facts.labs:
        return partial(_NO_RESULTS, *quoted_all(reading, told, laboratory[0]))
    return reported(quoted(reading, told))


def _has_result(reading: Reading, sentence: Sentence) -> bool:
    return sentence.has_number or reading.says(sentence, "result")


def challenges(reading: Reading) -> Verdict:
    """8b."""
    found = reading.find("challenge", *reading.case_sections)
    return reported(quoted(reading, found)) if found else missing()


def diagnostic_reasoning(reading: Reading) -> Verdict:
    """8c: reasons in the case, and other diagnoses there or in the discussion."""
    reasons = reading.find("reasoning", DIAGNOSIS, *reading.case_sections)
    others = reading.find("differential", *reading.case_sections)
    if others is not None:
        return reported(quoted(reading, others))
    discussed = reading.find("differential", "discussion")
    if reasons is not None and discussed is not None:
        return reported(*quoted_all(reading, reasons, discussed))
    if reasons is not None:
        return partial(_NO_OTHERS, quoted(reading, reasons))
    return partial(_NO_REASONS, quoted(reading, discussed)) if discussed else missing()


def prognosis(reading: Reading) -> Verdict:
    """8d."""
    found = reading.find("prognosis", *reading.case_sections)
    return reported(quoted(reading, found)) if found else missing()
