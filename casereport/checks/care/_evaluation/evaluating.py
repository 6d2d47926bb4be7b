"""Fills the checklist of CARE for one case: what the checks tell and the report prints.

Evidence is structure first: a section with this id has prose, a fact is stored and told, a
timeline is placed, a statement is given. Then words of the language, in the sections where the
item belongs, never in the discussion of what others found. What one language tells is told; the
language that is printed whole is asked first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from casereport.article.article import Article
from casereport.checks.care._evaluation import course, front, patient
from casereport.checks.care._evaluation.items import HEADINGS, Heading
from casereport.checks.care._evaluation.reading import Reading
from casereport.checks.care._evaluation.verdict import (
    Checklist,
    Judged,
    JudgedHeading,
    Verdict,
    best,
)
from casereport.journals.manifest import Manifest
from casereport.locale import available_languages
from casereport.model.case_report import CaseReport

_JUDGES: Mapping[str, Callable[[Reading], Verdict]] = MappingProxyType(
    {
        "3a": front.abstract_novelty,
        "3b": front.abstract_findings,
        "3c": front.abstract_course,
        "3d": front.abstract_lesson,
        "4a": front.background,
        "4b": front.reason,
        "5a": patient.demographics,
        "5b": patient.complaints,
        "5c": patient.history,
        "5d": patient.earlier_treatment,
        "6": patient.examination,
        "7": patient.timeline,
        "8a": patient.tests,
        "8b": patient.challenges,
        "8c": patient.diagnostic_reasoning,
        "8d": patient.prognosis,
        "9a": course.treatment,
        "9b": course.dose,
        "9c": course.change,
        "10a": course.outcome,
        "10b": course.follow_up_tests,
        "10c": course.adherence,
        "10d": course.adverse_events,
        "11a": course.strengths,
        "11b": course.literature,
        "11c": course.rationale,
        "11d": course.lesson,
        "12": course.perspective,
        "13": course.consent,
    }
)


def evaluate(case: CaseReport, article: Article, manifest: Manifest) -> Checklist:
    """The checklist, filled."""
    readings = tuple(_readings(case, article, manifest))
    return Checklist(
        tuple(_judged(heading, case, article, manifest, readings) for heading in HEADINGS)
    )


def evaluate_heading(
    number: int, case: CaseReport, article: Article, manifest: Manifest
) -> JudgedHeading:
    """One of the thirteen headings."""
    readings = tuple(_readings(case, article, manifest))
    return _judged(HEADINGS[number - 1], case, article, manifest, readings)


def _readings(case: CaseReport, article: Article, manifest: Manifest) -> Iterator[Reading]:
    """The languages that have a text, the one that is printed whole first."""
    for edition in sorted(article.editions, key=lambda edition: edition.part != "full"):
        narrative = case.narratives.get(edition.language)
        if narrative is not None and edition.language in available_languages():
            yield Reading(case, manifest, narrative)


def _judged(
    heading: Heading,
    case: CaseReport,
    article: Article,
    manifest: Manifest,
    readings: tuple[Reading, ...],
) -> JudgedHeading:
    printed = [edition.language for edition in article.editions if edition.part is not None]
    verdicts: tuple[Verdict, ...]
    if heading.number == 1:
        verdicts = front.title(case, printed)
    elif heading.number == 2:
        verdicts = front.keywords(case, printed, manifest.limits)
    else:
        verdicts = tuple(
            best(_JUDGES[item.key](reading) for reading in readings) for item in heading.items
        )
    judged = zip(heading.items, verdicts, strict=True)
    return JudgedHeading(heading, tuple(Judged(item, verdict) for item, verdict in judged))
