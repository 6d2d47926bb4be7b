"""A field is given in one of the case's languages only.

The title, the keywords, the abstract and the authors' names print in every language of the case.
Where one is missing, the other language's words would stand in its place without a sign, or
nothing. One title for all languages is reported, too: it is written anew in each. A fact or a
statement is a warning where the text of the language is set in full, else a note. Captions have a
code of their own, FIG007, and affiliations, LANG003.

Bad::

    case.yaml:
        title: {fa: گزارش یک مورد}

Bad (one text for both)::

    case.yaml:
        title: A case report

Bad (an author)::

    case.yaml:
        contributors:
          - name: {fa: نینا بولمن}

Bad (a fact)::

    case.yaml:
        findings:
          pallor: {name: {fa: رنگ پریدگی, en: Pallor}, note: {fa: وجود داشت}}

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
from dataclasses import replace

from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.languages._fields import (
    LACKING,
    LACKING_HINT,
    bilinguals,
    lacking,
    one_text,
)
from casereport.diagnostics import Route, Severity, Span
from casereport.model.base import Bilingual, BilingualList
from casereport.model.case_file import CaseFile
from casereport.model.case_report import CaseReport

check = Check(
    code="LANG001",
    name="field-in-one-language",
    severity=Severity.WARNING,
    scope="source",
    message=LACKING,
    hint=LACKING_HINT,
)

_FACTS = (
    "history", "timeline", "findings", "labs", "imaging", "interventions", "outcome", "statements",
)  # fmt: skip


def run(context: SourceContext) -> Iterator[Finding]:
    case = context.case
    facts, source = case.facts, case.source
    fields: list[tuple[Route, Bilingual | BilingualList | None]] = [
        (("title",), facts.title),
        (("keywords",), facts.keywords),
        (("running-title",), facts.running_title),
    ]
    for route, field in fields:
        if field is None or source.is_refused(route):
            continue
        if found := one_text(route, field, facts):
            yield found
        else:
            yield from (found for _, found in lacking(route, field, facts))
    for route, field in _of_people(facts):
        if not source.is_refused(route):
            yield from (found for _, found in lacking(route, field, facts))
    for name in _FACTS:
        for route, field in bilinguals(getattr(facts, name), (name,)):
            if not source.is_refused(route):
                yield from _fact(case, route, field)
    yield from _abstracts(case)


def _of_people(facts: CaseFile) -> Iterator[tuple[Route, Bilingual]]:
    for number, person in enumerate(facts.contributors):
        for name in ("name", "rank", "address"):
            field: Bilingual | None = getattr(person, name)
            if field is not None:
                yield ("contributors", number, name), field


def _fact(case: CaseReport, route: Route, field: Bilingual) -> Iterator[Finding]:
    for language, found in lacking(route, field, case.facts):
        text = case.narratives.get(language)
        prints = text is not None and text.has_body
        yield found if prints else replace(found, severity=Severity.NOTE)


def _abstracts(case: CaseReport) -> Iterator[Finding]:
    """Texts without an abstract, where another language has one."""
    texts = {name: text for name, text in case.narratives.items() if name in case.facts.languages}
    given = {name for name, text in texts.items() if (s := text.section("abstract")) and s.blocks}
    for language, text in texts.items():
        if given and language not in given and text.sections:
            yield Finding.at(Span.start_of(text.file), field="abstract", language=language)
