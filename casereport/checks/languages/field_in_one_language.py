"""A field is given in one of the case's languages only.

The title, the keywords, the abstract and the facts print in every language of the case. Where one
is missing, the other language's words would stand in its place without a sign, or nothing. One
title for all languages is reported, too: it is written anew in each. One text may serve every
language elsewhere (``name: CRP``). Captions, alternative texts and affiliations have codes of their
own: FIG007, FIG008 and LANG003.

Bad::

    case.yaml:
        title: {fa: گزارش یک مورد}

Bad (one text for both)::

    case.yaml:
        title: A case report

Bad (the name of a laboratory value in one language)::

    case.yaml:
        labs:
          phosphorus: {name: {fa: فسفر}, value: 4.5, unit: mg/dL}

Bad (an abstract in one language)::

    en.md:
        ## Discussion {#discussion}

        The English text has no abstract.

Good::

    case.yaml:
        title: {fa: گزارش یک مورد, en: A case report}
        keywords: {fa: [اسکلرودرمی], en: [scleroderma]}

Good (a case in one language)::

    case.yaml:
        languages: [en]
        title: A case report
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.fact_prose import bilingual_fields
from casereport.checks.languages._fields import LACKING, LACKING_HINT, lacking, one_text
from casereport.diagnostics import LanguageName, Route, Severity, Span
from casereport.model.case_report import CaseReport

check = Check(
    code="LANG001",
    name="field-in-one-language",
    severity=Severity.WARNING,
    scope="source",
    message=LACKING,
    hint=LACKING_HINT,
)


_WRITTEN_ANEW = frozenset({"title", "keywords"})
_ELSEWHERE = frozenset({"affiliations", "dates"})
_DISPLAYED = frozenset({"figures", "tables"})
_OF_DISPLAYS = frozenset({"caption", "alt"})


def run(context: SourceContext) -> Iterator[Finding]:
    facts, source = context.case.facts, context.case.source
    for route, field in bilingual_fields(facts):
        if source.is_refused(route) or _has_its_own_code(route):
            continue
        if route[0] in _WRITTEN_ANEW and (found := one_text(route, field, facts)):
            yield found
        elif "und" not in field.texts:
            yield from (found for _, found in lacking(route, field, facts))
    yield from _abstracts(context.case)


def _has_its_own_code(route: Route) -> bool:
    displayed = route[0] in _DISPLAYED and not _OF_DISPLAYS.isdisjoint(route)
    return displayed or route[0] in _ELSEWHERE or route[-1] == "file"


def _abstracts(case: CaseReport) -> Iterator[Finding]:
    """Texts without an abstract, where another language has one."""
    texts = {name: text for name, text in case.narratives.items() if name in case.facts.languages}
    given = {name for name, text in texts.items() if (s := text.section("abstract")) and s.blocks}
    for language, text in texts.items():
        if given and language not in given and text.sections:
            yield Finding.at(
                Span.start_of(text.file),
                field="abstract",
                language=LanguageName(language),
                code=language,
            )
