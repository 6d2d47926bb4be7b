"""What reading can find wrong in the narrative: one function per fault, as in ``faults``."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from casereport.diagnostics import (
    N_,
    AnyOf,
    Diagnostic,
    Fix,
    Severity,
    Span,
    TextEdit,
    say,
)
from casereport.reading.faults import CATALOGUE, make, nearest, twice

_KEY = re.compile(r"[A-Za-z][\w:.+/-]{1,60}")
"""What may have been meant as a key."""
_QUOTED = 60
"""The most characters of a citation that a message quotes."""


def front_matter(span: Span) -> Diagnostic:
    """SRC003: settings at the top of a Markdown file."""
    return make(
        "SRC003",
        say(N_("Settings between lines of hyphens are not read from this file.")),
        span,
        say(N_("Move them to case.yaml.")),
    )


def unknown_attribute(attribute: str, span: Span) -> Diagnostic:
    """SRC003: an attribute in braces that is neither a language nor a direction."""
    return make(
        "SRC003",
        say(N_("The attribute {attribute} is not known."), attribute=attribute),
        span,
        say(N_("Write lang=en, dir=ltr or both inside the braces.")),
    )


def uneven_row(span: Span, cells: int, columns: int) -> Diagnostic:
    """SRC004: a table row with more cells than the table has columns."""
    return make(
        "SRC004",
        say(N_("The row has {cells} cells, but the table has {columns} columns."),
            cells=cells, columns=columns),
        span,
        say(N_("Write a vertical bar inside a cell as \\|, or add a column to the first row.")),
    )  # fmt: skip


def duplicate_section(section: str, span: Span, first: Span) -> Diagnostic:
    """SRC006: two headings with the same section id."""
    return twice(say(N_("The section {section} occurs twice."), section=section), span, first)


def duplicate_note(label: str, span: Span, first: Span) -> Diagnostic:
    """SRC006: two footnotes with the same label."""
    return twice(say(N_("The footnote {label} occurs twice."), label=label), span, first)


def unclosed_placeholder(span: Span) -> Diagnostic:
    """SRC007: ``{{`` without ``}}``."""
    return make(
        "SRC007",
        say(N_("The braces of a fact are not closed.")),
        span,
        say(N_("Write a fact as {example}, on one line."), example="{{ patient.age }}"),
    )


def unknown_note(label: str, span: Span) -> Diagnostic:
    """SRC007: ``[^label]`` without its note."""
    return make(
        "SRC007",
        say(N_("There is no footnote {label}."), label=label),
        span,
        say(N_("Add a line that begins with {start}."), start=f"[^{label}]:"),
    )


def uncalled_note(label: str, span: Span) -> Diagnostic:
    """SRC007, as a warning: a note that no mark calls; it prints after the others."""
    found = make(
        "SRC007",
        say(N_("The footnote {label} is never called."), label=label),
        span,
        say(N_("Write {mark} where it belongs, or remove it."), mark=f"[^{label}]"),
    )
    return replace(found, severity=Severity.WARNING)


def circular_note(labels: tuple[str, ...], span: Span) -> Diagnostic:
    """SRC016: a note inside its own text, or inside a note that it calls; at the closing mark."""
    hint = say(N_("Remove this mark, or call another note."))
    if len(labels) == 1:
        message = say(N_("The footnote {label} calls itself."), label=labels[0])
    else:
        message = say(N_("The footnotes {labels} call one another in a circle."), labels=labels)
    return make("SRC016", message, span, hint)


def unclosed_citation(citation: str, span: Span) -> Diagnostic:
    """SRC007: ``[@key`` without ``]``."""
    return make(
        "SRC007",
        say(N_("The bracket of the citation {citation} is not closed."), citation=citation),
        span,
        say(N_("Write it as {example}, or escape a bracket that is text as {escaped}."),
            example=f"[{citation}]", escaped="\\["),
    )  # fmt: skip


def keyless_part(part: str, span: Span, whole: str) -> Diagnostic:
    """SRC007, as a warning: ``[@a; b]``; the bracket prints as typed, for b may be text."""
    found = make(
        "SRC007",
        say(N_("In the citation {citation} the part {part} has no key: it is printed as typed."),
            citation=whole if len(whole) <= _QUOTED else f"{whole[:_QUOTED]}\u2026", part=part),
        span,
        say(N_("Write {example} for an entry, a comma before what belongs to the key before it, or "
               "{escaped} for a bracket that is text."),
            example=f"@{part}" if _KEY.fullmatch(part) else "@key", escaped="\\["),
    )  # fmt: skip
    fix = None
    if _KEY.fullmatch(part):
        start = Span(span.file, span.line, span.column, span.line, span.column)
        edit = TextEdit(start, "@")
        fix = Fix(say(N_("Write {example}."), example=f"@{part}"), (edit,), safe=False)
    return replace(found, severity=Severity.WARNING, fix=fix)


def refused_link(target: str, span: Span) -> Diagnostic:
    """SRC014: a link that leads to a file or a script; it is printed as typed."""
    return make(
        "SRC014",
        say(N_("A link cannot lead to {target}: it would be printed as it stands."), target=target),
        span,
        say(N_("Link to a web page, an e-mail address or a section: {examples}."),
            examples=AnyOf(("https://\u2026", "mailto:\u2026", "#discussion"))),
    )  # fmt: skip


def paragraph_too_long(span: Span, limit: int, brackets: int) -> Diagnostic:
    """SRC010: a paragraph longer than any text, or one made of brackets; it is left out."""
    return make(
        "SRC010",
        say(
            N_("The paragraph is longer than {limit} characters or has over {brackets} brackets."),
            limit=limit,
            brackets=brackets,
        ),
        span,
        say(N_("Divide it by blank lines.")),
    )


def too_many_cells(span: Span, limit: int) -> Diagnostic:
    """SRC010: more cells in tables than any text has; at the first row that is left out."""
    return make(
        "SRC010",
        say(N_("The tables of this text have more than {limit} cells; the rest is not read."),
            limit=limit),
        span,
        say(N_("Keep the rows that a reader needs; give the others as a file of their own.")),
    )  # fmt: skip


def too_many_paragraphs(span: Span, limit: int) -> Diagnostic:
    """SRC010: more blank lines than any text has; at the first after which nothing is read."""
    return make(
        "SRC010",
        say(N_("The text has more than {limit} blank lines; the rest is not read."), limit=limit),
        span,
        say(N_("Keep only what belongs to this case.")),
    )


def too_many_divisions(span: Span, limit: int) -> Diagnostic:
    """SRC010: more lines with three colons than any text has; none of them is read."""
    return make(
        "SRC010",
        say(N_("More than {limit} lines hold three colons."), limit=limit),
        span,
        say(N_("Remove those that place nothing.")),
    )


def unknown_section(section: str, span: Span, near: str | None, ids: Collection[str]) -> Diagnostic:
    """SRC013: a heading that is no section of a case report; ``section``: its id or its text."""
    message = say(N_("The heading {section} is no section of a case report."), section=section)
    if near is not None:
        return make(
            "SRC013", message, span, say(N_("Write {id} after the heading."), id=f"{{#{near}}}")
        )
    hint = say(
        N_("Write one of these after the heading, in braces after #: {ids}."), ids=tuple(ids)
    )
    return make("SRC013", message, span, hint)


def text_before_sections(span: Span) -> Diagnostic:
    """SRC013: text that stands above the first heading; it is kept as introduction."""
    return make(
        "SRC013",
        say(N_("This text stands before the first heading.")),
        span,
        say(N_("Put it under a heading of the second level, such as {example}."),
            example="## Introduction {#introduction}"),
    )  # fmt: skip


def title_in_text(span: Span) -> Diagnostic:
    """SRC013, as a note: a heading of the first level; the title stands in case.yaml."""
    name, _ = CATALOGUE["SRC013"]
    return Diagnostic(
        "SRC013", name, Severity.NOTE,
        say(N_("The title is taken from case.yaml; this heading is not printed.")),
        span,
        say(N_("Remove it, or write ## if it begins a section.")),
    )  # fmt: skip


def unknown_division(name: str, span: Span, known: Collection[str]) -> Diagnostic:
    """SRC013: a fenced div that places nothing we know; what is in it is kept."""
    message = say(N_("There is nothing called {name} to place here."), name=name)
    guess = nearest(name, known)
    if guess is not None:
        return make("SRC013", message, span, say(N_("Write {nearest}."), nearest=f"::: {guess}"))
    forms = (*(f"::: {each}" for each in known), "::: {#fig-chest}", "::: {#tbl-doses}")
    hint = N_("Write one of {forms}, or take the colons away: what they hold is kept as text.")
    return make("SRC013", message, span, say(hint, forms=AnyOf(forms)))


def unclosed_division(span: Span) -> Diagnostic:
    """SRC013: three colons that open something and are never closed."""
    return make(
        "SRC013",
        say(N_("What begins with ::: here has no end.")),
        span,
        say(N_("Add a line of three colons where it ends: now it takes in all that follows.")),
    )


def stray_division_end(span: Span) -> Diagnostic:
    """SRC013: three colons that close nothing."""
    return make(
        "SRC013",
        say(N_("These colons close nothing.")),
        span,
        say(N_("Remove the line, or write after the colons what begins here, such as {example}."),
            example="::: labs"),
    )  # fmt: skip


def raw_html(tag: str, span: Span) -> Diagnostic:
    """SRC014: HTML in the narrative; it is printed as typed."""
    return make(
        "SRC014",
        say(N_("HTML is not read: {tag} would be printed as it stands."), tag=tag),
        span,
        say(N_("Use Markdown instead, or write \\< for the sign itself.")),
    )


def unclosed_comment(span: Span) -> Diagnostic:
    """SRC014: ``<!--`` without ``-->``."""
    return make(
        "SRC014",
        say(N_("The comment has no end.")),
        span,
        say(N_("Add --> where it ends.")),
    )


def image_in_text(span: Span) -> Diagnostic:
    """SRC014: ``![…](…)``; figures are declared in case.yaml."""
    return make(
        "SRC014",
        say(N_("An image is not placed this way: it would be printed as it stands.")),
        span,
        say(N_("Declare the figure in case.yaml and mention it, such as {example}."),
            example="@fig-chest"),
    )  # fmt: skip
