"""The running title is missing, or too long for the head of a page.

It stands in one line over every page. Where there is none, the title itself stands there, so that a
short title needs no other; a long one would be cut.

Bad::

    case.yaml:
        journal: jmums
        title:
          fa: گزارش یک مورد
          en: A case report
        running-title:
          fa: گزارش یک مورد
          en: Extensive dystrophic calcinosis in a woman of forty-four years with scleroderma

Bad (none, and a long title)::

    case.yaml:
        journal: jmums
        title:
          fa: گزارش یک مورد
          en: Extensive dystrophic calcinosis in a woman of forty-four years with scleroderma

Good::

    case.yaml:
        journal: jmums
        title:
          fa: گزارش یک مورد
          en: Extensive dystrophic calcinosis in a woman of forty-four years with scleroderma
        running-title:
          fa: گزارش یک مورد
          en: Extensive dystrophic calcinosis in scleroderma
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import ArticleContext, Check, Finding
from casereport.checks.journal_rules import manifest_of, printed_editions
from casereport.diagnostics import N_, Severity

check = Check(
    code="JRN006",
    name="running-title",
    severity=Severity.WARNING,
    scope="article",
    message=N_("The running title has {count} characters; the journal {journal} allows {limit}."),
    hint=N_("Shorten it to what one line holds."),
)

_LONG_TITLE = N_(
    "There is no running title, and the title has {count} characters; the journal {journal} "
    "allows {limit} in the head of a page."
)
_MISSING = N_("There is no running title; the journal {journal} requires one.")
_ADD = N_("Add one under running-title.")


def run(context: ArticleContext) -> Iterator[Finding]:
    manifest, facts = manifest_of(context.article), context.case.facts
    limit, journal = manifest.limits.running_title_characters, context.article.journal
    for edition in printed_editions(context.article):
        language = edition.language
        running = facts.running_title.get(language) if facts.running_title else None
        title = facts.title.get(language) or ""
        if running:
            if limit is not None and len(running) > limit:
                yield Finding.at(
                    ("running-title", language), count=len(running), limit=limit, journal=journal
                )
        elif facts.running_title:
            continue  # LANG001 tells the language that lacks it.
        elif limit is not None and len(title) > limit:
            yield Finding.at(
                ("title", language),
                message=_LONG_TITLE,
                hint=_ADD,
                count=len(title),
                limit=limit,
                journal=journal,
            )
        elif manifest.required.running_title and title:
            yield Finding.at(("title", language), message=_MISSING, hint=_ADD, journal=journal)
