"""Judges treatment, course, discussion, the patient's view and consent (items 9 to 13)."""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.care._evaluation.reading import Reading, Sentence, sentences_in
from casereport.checks.care._evaluation.verdict import (
    Evidence,
    Status,
    Verdict,
    declared,
    missing,
    not_applicable,
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
from casereport.model.clinical import Intervention
from casereport.model.statements import Statement

TREATMENT, COURSE, DISCUSSION, CONCLUSION = (
    "therapeutic-intervention", "follow-up-and-outcomes", "discussion", "conclusion",
)  # fmt: skip
PERSPECTIVE, CONSENT = "patient-perspective", "informed-consent"
_SHORTEST = 4
"""A test of fewer letters may be part of another word."""
_UNTREATED = N_("No treatment was given.")
_NO_DRUGS = N_("The treatment was no drug.")
_SOME_DOSES = N_("Dose or duration is given of {count} of {all} drugs.")
_NO_DOSE = N_("Drugs are named without a dose.")
_LACKS = N_("Told here in part; not found: {parts}.")
_NO_CITATION = N_("The section cites no literature.")
_DENIED = N_("The text says that there is none.")
_OPERATION = N_("The treatment named is an operation.")
_WAIVED = N_("Consent was waived or not required.")


def treatment(reading: Reading) -> Verdict:
    """9a: its own section, else the sentences of the case that treat."""
    none = _untreated(reading)
    if none is not None:
        return reported(none)
    found = reading.find("therapy", TREATMENT) or next(iter(reading.sentences(TREATMENT)), None)
    found = found or reading.find("therapy", *reading.case_sections)
    if found is not None:
        return reported(quoted(reading, found))
    for key, one in reading.facts.interventions.items():
        text = one.name.get(reading.language) or ""
        return only_stored(stored(reading, ("interventions", key), text))
    return unsaid(reading, "therapy", *reading.case_sections)


def dose(reading: Reading) -> Verdict:
    """9b: dose or duration of each drug; where no drug is stored, a dose in the text."""
    if (none := _untreated(reading)) is not None:
        return not_applicable(_UNTREATED, none)
    told = [one for one in reading.sentences(TREATMENT) if one.calls("interventions")]
    told += [one for one in reading.all("dose", TREATMENT) if one not in told]
    told = told or [
        one for one in reading.all("dose", *reading.case_sections) if reading.says(one, "therapy")
    ]
    exact = [one for one in told if one.has_number or reading.says(one, "number")]
    evidence = quoted_all(reading, *(exact or told)[:2])
    given = reading.facts.interventions
    drugs = {key: one for key, one in given.items() if one.kind == "drug"}
    if given and not drugs:
        return not_applicable(_NO_DRUGS)
    if not drugs:
        return reported(*evidence) if exact else _typed_dose(reading, evidence)
    measured = [key for key, one in drugs.items() if _is_measured(one)]
    if not exact:
        if told or not measured:
            return partial(_NO_DOSE, *evidence) if evidence else missing()
        return only_stored(_stored_dose(reading, measured[0]))
    if len(measured) < len(drugs):
        counts = {"count": len(measured), "all": len(drugs)}
        return partial(_SOME_DOSES, *evidence, **counts)
    return reported(*evidence)


def _typed_dose(reading: Reading, vague: tuple[Evidence, ...]) -> Verdict:
    """Where no drug is stored and no exact dose is typed."""
    if vague:
        return partial(_NO_DOSE, *vague)
    operation = reading.find("operation", TREATMENT, *reading.case_sections)
    if operation is not None:
        return not_applicable(_OPERATION, quoted(reading, operation))
    return unsaid(reading, "dose", TREATMENT)


def _is_measured(drug: Intervention) -> bool:
    return drug.dose is not None or drug.duration is not None


def _stored_dose(reading: Reading, key: str) -> Evidence:
    drug = reading.facts.interventions[key]
    part = "dose" if drug.dose is not None else "duration"
    name, value = drug.name.get(reading.language), reading.printed(f"interventions.{key}.{part}")
    return stored(reading, ("interventions", key, part), f"{name}: {value}")


def change(reading: Reading) -> Verdict:
    """9c."""
    if (none := _untreated(reading)) is not None:
        return not_applicable(_UNTREATED, none)
    if found := reading.find("change", TREATMENT, COURSE):
        return reported(quoted(reading, found))
    for key, one in reading.facts.interventions.items():
        if one.change is not None:
            text = one.change.get(reading.language) or ""
            return only_stored(stored(reading, ("interventions", key, "change"), text))
    return missing()


def _untreated(reading: Reading) -> Evidence | None:
    """The sentence that says that nothing was given; None when something is stored."""
    if reading.facts.interventions:
        return None
    return quoted(reading, reading.find("therapy-negation", TREATMENT, *reading.case_sections))


def outcome(reading: Reading) -> Verdict:
    """10a: its own section, else the sentences on the course in the treatment."""
    course = reading.find("outcome", COURSE) or next(iter(reading.sentences(COURSE)), None)
    course = course or reading.find("outcome", TREATMENT)
    course = course or next(_later(reading, "outcome"), None)
    if course is not None:
        return reported(quoted(reading, course))
    for part in ("summary", "status"):
        value = getattr(reading.facts.outcome, part)
        text = reading.printed(f"outcome.{part}")
        if value is not None and value != NOT_STATED and text:
            return only_stored(stored(reading, ("outcome", part), text))
    if NOT_STATED in (reading.facts.outcome.status, reading.facts.outcome.summary):
        return declared(stored(reading, ("outcome",), reading.locale.term("not-stated")))
    return unsaid(reading, "outcome", COURSE)


def _later(reading: Reading, name: str) -> Iterator[Sentence]:
    """Sentences of the case that speak of it at a follow-up, wherever they stand."""
    found = reading.all(name, *reading.case_sections)
    return (one for one in found if reading.says(one, "follow-up"))


def _told_later(reading: Reading, name: str) -> Sentence | None:
    """The first of them, in a text that has no sections of its own for treatment and course."""
    if reading.sentences(COURSE, TREATMENT):
        return None
    return next(_later(reading, name), None)


def follow_up_tests(reading: Reading) -> Verdict:
    """10b: tests that are called or named in the course."""
    for sentence in reading.sentences(COURSE):
        if sentence.calls("labs", "imaging", "findings"):
            return reported(quoted(reading, sentence))
    names = {lab.name.get(reading.language) or "" for lab in reading.facts.labs.values()}
    found = reading.find("methods", COURSE) or next(_later(reading, "methods"), None) or next(
        (one for one in reading.sentences(COURSE) if any(_names(one, name) for name in names)), None
    )
    return reported(quoted(reading, found)) if found else unsaid(reading, "methods", COURSE)


def _names(sentence: Sentence, test: str) -> bool:
    return len(test) >= _SHORTEST and test.lower() in sentence.text.lower()


def adherence(reading: Reading) -> Verdict:
    """10c: a matter of drugs."""
    if (none := _untreated(reading)) is not None:
        return not_applicable(_UNTREATED, none)
    if found := reading.find("adherence", COURSE, TREATMENT) or _told_later(reading, "adherence"):
        return reported(quoted(reading, found))
    given = reading.facts.interventions.values()
    if given and all(one.kind != "drug" for one in given):
        return not_applicable(_NO_DRUGS)
    return unsaid(reading, "adherence", COURSE, TREATMENT)


def adverse_events(reading: Reading) -> Verdict:
    """10d: what went wrong, or that nothing did."""
    where = (COURSE, TREATMENT)
    called = (s for s in reading.sentences(*where) if "outcome.adverse-events" in s.facts)
    found = next(called, None) or reading.find("adverse", *where) or _told_later(reading, "adverse")
    if found is not None:
        return reported(quoted(reading, found))
    value, route = reading.facts.outcome.adverse_events, ("outcome", "adverse-events")
    if value == NOT_STATED:
        return declared(stored(reading, route, reading.locale.term("not-stated")))
    if value is not None:
        return only_stored(stored(reading, route, reading.printed("outcome.adverse-events")))
    return unsaid(reading, "adverse", *where)


def strengths(reading: Reading) -> Verdict:
    """11a: both."""
    found = {name: reading.find(name, DISCUSSION, CONCLUSION) for name in ("strength", "limit")}
    labels = {"strength": Words(N_("strengths")), "limit": Words(N_("limits"))}
    evidence = quoted_all(reading, *found.values())
    lacking = tuple(labels[name] for name, sentence in found.items() if sentence is None)
    if not evidence:
        return missing()
    return partial(_LACKS, *evidence, parts=lacking) if lacking else reported(*evidence)


def literature(reading: Reading) -> Verdict:
    """11b."""
    sentences = reading.sentences(DISCUSSION)
    cited = next((one for one in sentences if one.cites), None)
    if cited is not None:
        return reported(quoted(reading, cited))
    return partial(_NO_CITATION, quoted(reading, sentences[0])) if sentences else missing()


def rationale(reading: Reading) -> Verdict:
    """11c."""
    found = reading.find("rationale", CONCLUSION, DISCUSSION)
    return reported(quoted(reading, found)) if found else missing()


def lesson(reading: Reading) -> Verdict:
    """11d: the conclusion, else what the end of the discussion bids or concludes."""
    own = reading.sentences(CONCLUSION)
    told = [one for one in own if reading.says(one, "lesson")] or [*own]
    if not told:
        told = [one for one in reading.sentences(DISCUSSION)[-3:] if reading.says(one, "lesson")]
    return reported(quoted(reading, told[-1])) if told else missing()


def perspective(reading: Reading) -> Verdict:
    """12: the section or the statement."""
    own = reading.sentences(PERSPECTIVE)
    spoken = [one for one in own if not reading.says(one, "silence")]
    if spoken:
        return reported(quoted(reading, spoken[0]))
    if own:
        return missing(_DENIED, *quoted_all(reading, own[0]))
    return _stated(reading, "patient-perspective")


def consent(reading: Reading) -> Verdict:
    """13: the statement, its section, or a sentence anywhere that says it was given."""
    verdict = _stated(reading, "consent")
    if verdict.status is not Status.MISSING:
        return verdict
    everywhere = dict.fromkeys((CONSENT, *(each.id for each in reading.narrative.sections)))
    for sentence in reading.all("consent", *everywhere):
        if reading.says(sentence, "consent-denied"):
            return missing(_DENIED, *quoted_all(reading, sentence))
        return reported(quoted(reading, sentence))
    return verdict


def _is_silent(reading: Reading, text: str) -> bool:
    """True when every sentence says that nothing is said."""
    said = [one for one in sentences_in(text) if not reading.says(one, "silence")]
    return bool(text) and not said


def _stated(reading: Reading, name: str) -> Verdict:
    """What case.yaml states: it prints at the article's end."""
    route = ("statements", name)
    value = getattr(reading.facts.statements, name.replace("-", "_"))
    if value == NOT_STATED:
        return declared(stored(reading, route, reading.locale.term("not-stated")))
    if not isinstance(value, Statement):
        return missing()
    text = (value.text.get(reading.language) if value.text else None) or ""
    status = reading.locale.term(f"status-{value.status}") if value.status else ""
    place = reading.case.source.span(route)
    evidence = Evidence(text or status, reading.language, place, "statements")
    if value.status in {"waived", "not-required"}:
        return not_applicable(_WAIVED, evidence)
    if value.status is None and (reading.says(text, "consent-denied") or _is_silent(reading, text)):
        return missing(_DENIED, evidence)
    return reported(evidence) if text or status else missing()
