"""A space is missing or too many beside a mark, a bracket or the word «و».

In Persian as in English a mark stands close to the word before it and a space follows; a bracket
stands close to what it holds. Otherwise a line can begin with a comma or end with an opening
bracket, and «و» joined to a word makes another word of it. A space is never asked for beside a
digit, as in 1:2, in addresses, nor in groups of citations. Titles in the reference files are read,
too.

Bad::

    fa.md:
        بیماران ،زن و مرد ( هر دو ) بررسی شدند.

Bad (a mark in the middle)::

    en.md:
        The fever ,which had begun at night,resolved.

Bad (a title)::

    references.bib:
        @article{daoussis2012,
          author = {Daoussis, Dimitrios}, title = {Treatment of calcinosis :a case report},
          journal = {Semin Arthritis Rheum}, year = {2012}, volume = {41}, pages = {822-829}
        }

Good::

    fa.md:
        بیماران، زن و مرد (هر دو)، با نسبت ۱:۲ بررسی شدند (۳،۴). نشانی: a.b@example.org.
    en.md:
        The fever, which had begun at night, resolved (p = .04; ratio 1:2; t(9;22)).
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.fact_prose import case_prose
from casereport.checks.limits import limited
from casereport.checks.orthography._titles import Title, titles
from casereport.checks.prose import Prose, mend, without_addresses
from casereport.diagnostics import N_, Fix, Severity, say
from casereport.text.orthography.spacing import Spacing, spacing_faults

check = Check(
    code="ORTH004",
    name="punctuation-spacing",
    severity=Severity.WARNING,
    scope="source",
    message=N_("There is a space before the mark {mark}."),
    hint=N_("Leave no space before a mark, and one after it."),
)

_NONE_AFTER = N_("There is no space after the mark {mark}.")
_BOTH = N_("The space stands before the mark {mark}, not after it.")
_INSIDE = N_("There is a space inside the bracket {mark}.")
_INSIDE_HINT = N_("Leave no space between a bracket and what it holds.")
_BESIDE = N_("There is no space between a word and the bracket {mark}.")
_BESIDE_HINT = N_("Leave a space outside a bracket.")
_AND = N_("{word} seems to be two words without the space between them.")
_AND_HINT = N_("Write a space after {letter}.")
_DOTS = N_("Three full stops stand for an ellipsis.")
_DOTS_HINT = N_("Type the one character {mark}.")


def run(context: SourceContext) -> Iterator[Finding]:
    yield from limited(_findings(context))


def _findings(context: SourceContext) -> Iterator[Finding]:
    for prose in case_prose(context.case):
        for fault in spacing_faults(without_addresses(prose.text)):
            yield _finding(prose, fault, _fix(context, prose, fault))
    for title in titles(context.case):
        for fault in spacing_faults(without_addresses(title.text)):
            if fault.kind in {"mark", "inside-brackets"}:
                yield _finding(title, fault, None)


def _finding(text: Prose | Title, fault: Spacing, fix: Fix | None) -> Finding:
    typed = text.text[fault.start : fault.end]
    mark = typed.strip()[:1]
    message, hint, severity = "", "", None
    if fault.kind == "mark" and fault.after:
        message = _BOTH if fault.before else _NONE_AFTER
    elif fault.kind == "inside-brackets":
        message, hint = _INSIDE, _INSIDE_HINT
    elif fault.kind == "beside-bracket":
        message, hint, mark = _BESIDE, _BESIDE_HINT, "(" if "(" in typed else ")"
    elif fault.kind == "joined-and":
        message, hint = _AND, _AND_HINT
    elif fault.kind == "dots":
        message, hint, severity, mark = _DOTS, _DOTS_HINT, Severity.NOTE, fault.edits[0][2]
    return Finding.at(
        text.place(fault.start, fault.end),
        message=message,
        hint=hint,
        severity=severity,
        fix=fix,
        mark=mark,
        word=typed,
        letter=typed[:1],
    )


def _fix(context: SourceContext, prose: Prose, fault: Spacing) -> Fix | None:
    # A colon and a space would begin a value of YAML.
    if prose.part in {"text", "name"} and ":" in prose.text[fault.start : fault.end]:
        return None
    description = say(N_("Set the spaces right."))
    return mend(context.case, prose, fault.edits, description, safe=fault.certain)
