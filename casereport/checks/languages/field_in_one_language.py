"""A field is given in one of the case's languages only.

The title, the keywords and the abstract print in every language of the case. Where one is missing,
the other language's words would stand in its place without a sign, or nothing. One title for all
languages is reported, too: it is written anew in each. Captions have a code of their own, FIG007.

Bad::

    case.yaml:
        title: {fa: گزارش یک مورد}

Bad (one text for both)::

    case.yaml:
        title: A case report

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
from casereport.checks.languages._fields import LACKING, LACKING_HINT, lacking, one_text
from casereport.diagnostics import Route, Severity, Span
from casereport.model.base import Bilingual, BilingualList
from casereport.model.case_report import CaseReport

check = Check(
    code="LANG001",
    name="field-in-one-language",
    severity=Severity.WARNING,
    scope="source",
    message=LACKING,
    hint=LACKING_HINT,
)


def run(context: SourceContext) -> Iterator[Finding]:
    facts, source = context.case.facts, context.case.source
    fields: list[tuple[Route, Bilingual | BilingualList | None]] = [
        (("title",), facts.title),
        (("keywords",), facts.keywords),
    ]
    for route, field in fields:
        if field is None or source.is_refused(route):
            continue
        if found := one_text(route, field, facts):
            yield found
        else:
            yield from (found for _, found in lacking(route, field, facts))
    yield from _abstracts(context.case)


def _abstracts(case: CaseReport) -> Iterator[Finding]:
    """Texts without an abstract, where another language has one."""
    texts = {name: text for name, text in case.narratives.items() if name in case.facts.languages}
    given = {name for name, text in texts.items() if (s := text.section("abstract")) and s.blocks}
    for language, text in texts.items():
        if given and language not in given and text.sections:
            yield Finding.at(Span.start_of(text.file), field="abstract", language=language)
