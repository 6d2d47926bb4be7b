"""The languages of a case do not have the same number of keywords.

The keywords of one language are those of the other, in translation: a database that indexes both
takes them in pairs. A keyword more on one side is one that was forgotten on the other, or two that
stand in one item. A language without any is told by LANG001, what the journal wants by JRN004.

Bad::

    case.yaml:
        keywords:
          fa: [کلسینوز, اسکلرودرمی, گزارش مورد]
          en: [calcinosis, scleroderma]

Bad (three in one item)::

    case.yaml:
        keywords:
          fa: [کلسینوز, اسکلرودرمی, گزارش مورد]
          en: [calcinosis; scleroderma; case report]

Good::

    case.yaml:
        keywords:
          fa: [کلسینوز, اسکلرودرمی, گزارش مورد]
          en: [calcinosis, scleroderma, case report]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from casereport.checks.check import Check, Finding, SourceContext
from casereport.diagnostics import N_, LanguageName, Severity, say

check = Check(
    code="LANG002",
    name="keyword-counts-differ",
    severity=Severity.WARNING,
    scope="source",
    message=N_("{language} has {count} keywords, {other} has {most}."),
    hint=N_("Give each keyword in both languages, in the same order."),
)

_SEVERAL = re.compile("[,;\u060c\u061b]")
_PART = N_("Part the keywords of one item by the Latin comma: {example}.")


def run(context: SourceContext) -> Iterator[Finding]:
    facts, source = context.case.facts, context.case.source
    if facts.keywords is None or source.is_refused(("keywords",)):
        return
    languages = dict.fromkeys(facts.languages)
    given = {name: words for name in languages if (words := facts.keywords.get(name))}
    most = max(given, key=lambda name: len(given[name]), default="")
    for language, words in given.items():
        if len(words) == len(given[most]):
            continue
        several = any(_SEVERAL.search(word) for word in words)
        yield Finding.at(
            ("keywords", language),
            hint=_PART if several else "",
            related=[(("keywords", most), say(N_("The keywords of the other language.")))],
            language=LanguageName(language),
            count=len(words),
            other=LanguageName(most),
            most=len(given[most]),
            example="[a, b, c]",
        )
