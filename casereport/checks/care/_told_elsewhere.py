"""What the journal's own rules tell of a heading, so that CARE does not tell it twice.

JRN001 tells a required section that is not there, JRN004 how many keywords there are,
JRN007 the patient's perspective where the journal requires it.
"""

from __future__ import annotations

from casereport.checks.care._evaluation.verdict import JudgedHeading
from casereport.checks.check import ArticleContext
from casereport.journals.manifest import Manifest

STATEMENTS = {12: "patient-perspective", 13: "consent"}
"""The headings that a statement answers."""


def told_by_count(manifest: Manifest) -> frozenset[str]:
    """The items that are a count, where the journal counts by itself (JRN004)."""
    limits = manifest.limits
    counts = limits.keywords_least is not None or limits.keywords_most is not None
    return frozenset({"2a"} if counts else ())


def told_elsewhere(
    judged: JudgedHeading, context: ArticleContext, manifest: Manifest
) -> bool:
    """True when a rule of the journal tells of the same absence."""
    heading, case = judged.heading, context.case
    if heading.number == 2:
        absent = case.facts.keywords is None or not any(case.facts.keywords.texts.values())
        return absent and manifest.limits.keywords_least is not None
    if (name := STATEMENTS.get(heading.number)) is not None:
        # Consent is ETH001's with force; the note keeps the checklist whole.
        return name == "patient-perspective" and name in manifest.required.statements
    return any(
        section in manifest.required.sections and _lacks_heading(section, context, manifest)
        for section in heading.sections[:1]
    )


def _lacks_heading(section: str, context: ArticleContext, manifest: Manifest) -> bool:
    """True when JRN001 tells that no section stands under the printed heading."""
    group = next(
        (set(printed.ids) for printed in manifest.sections if section in printed.ids), {section}
    )
    for edition in context.article.editions:
        narrative = context.case.narratives.get(edition.language)
        asked = edition.part == "full" or (edition.part and section == "abstract")
        ids = {each.id for each in narrative.sections} if narrative is not None else set()
        if asked and ids and not group & ids:
            return True
    return False
