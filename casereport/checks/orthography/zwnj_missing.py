"""A half-space is missing: a word is joined or parted where one should stand.

The half-space (U+200C, zero width non-joiner) keeps the parts of a Persian word together without
joining their letters. Word processors lose it, and then the parts are joined (بافتها) or fall apart
over two lines (می / شود). Rules and short lists tell where one belongs: after the prefix می of a
known verb, before the plural ها and the superlative ترین, before the clitics after a silent ه, and
in listed compounds. Where good writing has a joined form too (آنها، کتابخانه، بزرگتر) nothing is
told. A joined verb or plural is mended only on demand, since a name may look like one.

Bad (joined)::

    fa.md:
        در این بیماران بافتها متورم میشود و روشهای درمان محدودند.

Bad (a full space)::

    fa.md:
        بیماری های پوستی درمان می شود و بیماران معاینه شده اند.

Good::

    fa.md:
        در این بیماران بافت\u200cها متورم می\u200cشود و روش\u200cهای درمان محدودند.
        تنها دو بیمار معاینه شده\u200cاند.

References:
    Academy of Persian Language and Literature, Dastur-e Khatt-e Farsi.
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.fact_prose import case_prose
from casereport.checks.limits import limited
from casereport.checks.prose import Prose, mend, without_addresses
from casereport.diagnostics import N_, Severity, say
from casereport.text.orthography.half_spaces import MissingHalfSpace, missing_half_spaces
from casereport.text.orthography.words import follows_persian_rules

check = Check(
    code="ORTH002",
    name="zwnj-missing",
    severity=Severity.WARNING,
    scope="source",
    message=N_("{typed} has a full space where a half-space belongs."),
    hint=N_("Write {right}."),
)

_JOINED = N_("{typed} lacks a half-space.")
_ONE_WORD = N_("{typed} is one word.")


def run(context: SourceContext) -> Iterator[Finding]:
    texts = (
        prose
        for prose in case_prose(context.case)
        if prose.part != "name" and follows_persian_rules(prose.language)
    )
    yield from limited(
        _finding(context, prose, found)
        for prose in texts
        for found in missing_half_spaces(without_addresses(prose.text))
    )


def _finding(context: SourceContext, prose: Prose, found: MissingHalfSpace) -> Finding:
    edits = found.edits()
    description = say(N_("Write {right}."), right=found.right)
    message = ""
    if found.loss == "joined":
        message = _JOINED
    elif not any(replacement for _, _, replacement in edits):
        message = _ONE_WORD
    return Finding.at(
        prose.place(found.start, found.end),
        message=message,
        fix=mend(context.case, prose, edits, description, safe=found.certain),
        typed=found.typed,
        right=found.right,
    )
