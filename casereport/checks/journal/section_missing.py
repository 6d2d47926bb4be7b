"""A section that the journal requires is missing.

A journal's manifest names the sections that a case report must have (``required: sections``). Where
it gathers several sections under one heading, any of them will do. Only what the journal prints of
a language is asked for: of a front page or an abstract, the abstract.

Bad::

    case.yaml:
        journal: jmums
    en.md:
        ## Introduction {#introduction}

        Some text.
    fa.md:
        ## مقدمه {#introduction}

        متن.

Good::

    case.yaml:
        journal: jmums
    en.md:
        ## Abstract {#abstract}

        A summary.
    fa.md:
        ## چکیده {#abstract}

        خلاصه.

        ## مقدمه {#introduction}

        متن.

        ## معرفی بیمار {#clinical-findings}

        متن.

        ## بحث {#discussion}

        متن.
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import ArticleContext, Check, Finding
from casereport.checks.journal_rules import manifest_of, printed_editions
from casereport.diagnostics import N_, Severity, Span
from casereport.journals.manifest import Manifest
from casereport.model.narrative import SECTION_IDS, Narrative

check = Check(
    code="JRN001",
    name="section-missing",
    severity=Severity.WARNING,
    scope="article",
    message=N_("The section {section} is missing; the journal {journal} requires it."),
    hint=N_("Add it, with its id: {{#{section}}}."),
)

_ABSTRACT = "abstract"


def run(context: ArticleContext) -> Iterator[Finding]:
    manifest = manifest_of(context.article)
    for edition in printed_editions(context.article):
        narrative = context.case.narratives.get(edition.language)
        if narrative is None or not narrative.sections:
            continue  # reading has told that there is no text
        held = {section.id for section in narrative.sections}
        for required in manifest.required.sections:
            if edition.part != "full" and required != _ABSTRACT:
                continue
            if not held.intersection(_under_one_heading(required, manifest)):
                yield Finding.at(
                    _place(required, narrative), section=required, journal=context.article.journal
                )


def _under_one_heading(section: str, manifest: Manifest) -> frozenset[str]:
    groups = (frozenset(printed.ids) for printed in manifest.sections if section in printed.ids)
    return next(groups, frozenset({section}))


def _place(missing: str, narrative: Narrative) -> Span:
    """The heading that would follow it, else the last one."""
    order = {section: rank for rank, section in enumerate(SECTION_IDS)}
    rank = order[missing]
    after = (s for s in narrative.sections if order.get(s.id, -1) > rank)
    return next(after, narrative.sections[-1]).span
