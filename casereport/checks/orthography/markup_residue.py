r"""What is left of other markup prints as it stands.

A text that came from LaTeX, a web page or Word brings pieces of their markup with it: ``\alpha``
between dollar signs, an entity, a field code, a reference that Word could not resolve, asterisks
that style nothing. Nothing here reads them, so the reader would see them.

Bad::

    en.md:
        The level of tumor necrosis factor ($TNF\ \alpha$) was raised.

Bad (a field of Word)::

    en.md:
        The changes are shown in Figure 1 (Error! Reference source not found.).

Good::

    en.md:
        The level of tumor necrosis factor (TNF-α) was raised; the test cost $5 to $10, H~2~O.
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.fact_prose import case_prose
from casereport.checks.limits import limited
from casereport.checks.prose import mend, without_addresses
from casereport.diagnostics import N_, Severity, say
from casereport.text.orthography.markup import residues

check = Check(
    code="ORTH008",
    name="markup-residue",
    severity=Severity.WARNING,
    scope="source",
    message=N_("{residue} is left over from LaTeX and prints as it stands."),
    hint=N_("Write the characters themselves."),
)

_MESSAGES = {
    "entity": N_("The entity {residue} prints as it stands."),
    "field": N_("{residue} is left over from a field of Word."),
    "markdown": N_("The mark {residue} styles nothing and prints as it stands."),
}
_PLAIN = N_("Write {plain}.")
_MARKDOWN = N_("Remove it, or close the stretch that it begins.")


def run(context: SourceContext) -> Iterator[Finding]:
    yield from limited(_findings(context))


def _findings(context: SourceContext) -> Iterator[Finding]:
    for prose in case_prose(context.case):
        for found in residues(without_addresses(prose.text)):
            end = found.start + len(found.text)
            hint = _PLAIN if found.plain else ""
            fix = None
            if found.plain:
                description = say(_PLAIN, plain=found.plain)
                edits = ((found.start, end, found.plain),)
                fix = mend(context.case, prose, edits, description, safe=False)
            yield Finding.at(
                prose.place(found.start, end),
                message=_MESSAGES.get(found.kind, ""),
                hint=_MARKDOWN if found.kind == "markdown" else hint,
                fix=fix,
                residue=found.text,
                plain=found.plain,
            )
