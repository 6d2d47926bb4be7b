"""One finding a heading of CARE: what of it is missing or told in part, and how grave that is.

A note, unless the journal requires the section and nothing of the heading is told: then a warning.
What the journal's own rules tell (JRN001, JRN004, JRN007) is not told again.
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.care._evaluation.evaluating import evaluate_heading
from casereport.checks.care._evaluation.verdict import Judged, JudgedHeading, Status
from casereport.checks.care._told_elsewhere import STATEMENTS, told_by_count, told_elsewhere
from casereport.checks.check import ArticleContext, Finding, Place
from casereport.diagnostics import N_, Severity, Span, Words
from casereport.journals import load_journal
from casereport.journals.manifest import Manifest
from casereport.model.narrative import SECTION_IDS, Narrative

MISSING = N_("CARE {number} ({title}) lacks {missing}.")
"""The message of every check of the family."""
_PARTIAL = N_("CARE {number} ({title}) is incomplete: {partial}.")
_BOTH = N_("CARE {number} ({title}) lacks {missing}; incomplete: {partial}.")
_SILENT = N_("CARE {number} ({title}) is declared not-stated.")
_ASK = N_("Ask the authors for it.")
_FRONT = {1: "title", 2: "keywords"}


def care_findings(number: int, context: ArticleContext) -> Iterator[Finding]:
    """The finding for a heading, if there is one."""
    case, article = context.case, context.article
    manifest = load_journal(article.journal).manifest
    has_text = any(text.sections for text in case.narratives.values())
    if not has_text and number not in {*_FRONT, *STATEMENTS}:
        return  # reading has told that there is no text
    judged = evaluate_heading(number, case, article, manifest)
    counted = told_by_count(manifest)
    lacking = [one for one in judged.items if one.lacks and one.item.key not in counted]
    if not lacking or told_elsewhere(judged, context, manifest):
        return
    missing = [one for one in lacking if one.status is Status.MISSING]
    partial = [one for one in lacking if one.status is Status.PARTIAL]
    is_declared = all(one.verdict.declared for one in missing) and not partial
    message = _BOTH if missing and partial else _PARTIAL if partial else MISSING
    yield Finding.at(
        _place(judged, context),
        message=_SILENT if is_declared and len(judged.items) == 1 else message,
        hint=_ASK if is_declared else "",
        severity=_severity(judged, manifest, is_declared=is_declared),
        related=[
            (one.verdict.evidence[0].place, one.verdict.remark)
            for one in partial
            if one.verdict.evidence and one.verdict.remark is not None
        ],
        number=str(number),
        title=judged.heading.title,
        missing=_labels(missing),
        partial=_labels(partial),
    )


def _labels(items: list[Judged]) -> tuple[Words, ...]:
    return tuple(one.item.label for one in items)


def _severity(
    judged: JudgedHeading, manifest: Manifest, *, is_declared: bool
) -> Severity | None:
    """Warning where the journal requires what is wholly absent; None: the check's own, a note."""
    if is_declared:
        return Severity.NOTE
    required = set(manifest.required.sections) & set(judged.heading.sections)
    asked = [one for one in judged.items if not one.item.conditional]
    absent = all(one.status is Status.MISSING for one in asked)
    own = manifest.checks.get(judged.heading.code)
    return Severity.WARNING if required and absent and own is None else None


def _place(judged: JudgedHeading, context: ArticleContext) -> Place:
    """The title, the keywords, the statement; else the nearest section of the main text."""
    heading = judged.heading
    if heading.number in _FRONT:
        name = _FRONT[heading.number]
        languages = [edition.language for edition in context.article.editions if edition.part]
        routes = [(name, language) for language in languages]
        return next((one for one in routes if one in context.case.source.spans), (name,))
    texts = [text for text in _texts(context) if text.sections]
    for text in texts:
        for section in heading.sections:
            if (own := text.section(section)) is not None:
                return own.span
    if heading.number in STATEMENTS or not texts:
        return ("statements", STATEMENTS.get(heading.number, ""))
    return _nearest(heading.sections[0], texts[0])


def _texts(context: ArticleContext) -> Iterator[Narrative]:
    """The texts, that of the language printed whole first."""
    for edition in sorted(context.article.editions, key=lambda edition: edition.part != "full"):
        if (narrative := context.case.narratives.get(edition.language)) is not None:
            yield narrative


def _nearest(missing: str, narrative: Narrative) -> Span:
    """The heading that would follow it, else the last one."""
    order = {section: rank for rank, section in enumerate(SECTION_IDS)}
    after = (s for s in narrative.sections if order.get(s.id, -1) > order[missing])
    return next(after, narrative.sections[-1]).span
