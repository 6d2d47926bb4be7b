"""A bracket has no partner in its paragraph.

The reader waits for the end of what began, and in a text of two directions a bracket without its
partner is not mirrored with it. Often the other half was lost where a paragraph was cut in two.
Letters and numbers of a list, «1)» and «الف)», need none.

Bad::

    fa.md:
        کلسینوز از معیارهای این سندرم است (همراه با پدیدهٔ رینود و اختلال مری.

Good::

    fa.md:
        کلسینوز از معیارهای این سندرم است (همراه با پدیدهٔ رینود): ۱) پوست ۲) مری، در بازهٔ [0, 1).
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.fact_prose import case_prose
from casereport.checks.limits import limited
from casereport.checks.prose import without_addresses
from casereport.diagnostics import N_, Severity
from casereport.text.orthography.brackets import unpaired_brackets

check = Check(
    code="ORTH006",
    name="bracket-unclosed",
    severity=Severity.WARNING,
    scope="source",
    message=N_("The bracket {bracket} is never closed in its paragraph."),
    hint=N_("Close it where its words end, or remove it."),
)

_NEVER_OPENED = N_("The bracket {bracket} closes nothing: none was opened in its paragraph.")
_OPEN_IT = N_("Open it where its words begin, or remove it.")
_CONTEXT = 20


def run(context: SourceContext) -> Iterator[Finding]:
    yield from limited(_findings(context))


def _findings(context: SourceContext) -> Iterator[Finding]:
    for prose in case_prose(context.case):
        for one in unpaired_brackets(without_addresses(prose.text)):
            yield Finding.at(
                prose.place(one.index, one.index + 1),
                message="" if one.opens else _NEVER_OPENED,
                hint="" if one.opens else _OPEN_IT,
                bracket=one.bracket,
            )
