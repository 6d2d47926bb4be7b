"""What reading can find wrong: one function a code, each giving the finished Diagnostic.

What is particular to whole files is in :mod:`casereport.reading.file_faults`, to the narrative in
:mod:`casereport.reading.narrative_faults`; syntax errors of YAML have their sentences in
:mod:`casereport.reading.yaml_sentences`. The catalogue (codes,
names, severities) is tied by a test to the pages of the checks.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Mapping
from dataclasses import replace
from types import MappingProxyType

from casereport.diagnostics import (
    N_,
    AnyOf,
    Diagnostic,
    Fix,
    Message,
    Related,
    Severity,
    Span,
    TextEdit,
    say,
)

CATALOGUE: Mapping[str, tuple[str, Severity]] = MappingProxyType(
    {
        "SRC001": ("unreadable-file", Severity.ERROR),
        "SRC002": ("invalid-yaml", Severity.ERROR),
        "SRC003": ("unknown-field", Severity.ERROR),
        "SRC004": ("wrong-type", Severity.ERROR),
        "SRC005": ("missing-field", Severity.ERROR),
        "SRC006": ("duplicate-key", Severity.ERROR),
        "SRC007": ("unknown-placeholder", Severity.ERROR),
        "SRC008": ("unused-ignore", Severity.WARNING),
        "SRC009": ("check-crashed", Severity.ERROR),
        "SRC010": ("too-large", Severity.ERROR),
        "SRC011": ("wrong-encoding", Severity.ERROR),
        "SRC012": ("forbidden-character", Severity.ERROR),
        "SRC013": ("unknown-section", Severity.ERROR),
        "SRC014": ("raw-html", Severity.ERROR),
        "SRC015": ("unknown-journal", Severity.ERROR),
        "SRC016": ("nesting-too-deep", Severity.ERROR),
        "DATE002": ("date-impossible", Severity.ERROR),
    }
)
"""Code -> name and severity."""


_NEAR = 0.65
"""How alike two words are to be, from 0 to 1: "titel" is a title (0.8), "articles" none (0.62)."""


def make(code: str, message: Message, span: Span, hint: Message | None = None) -> Diagnostic:
    """A diagnostic with the catalogue's name and severity."""
    name, severity = CATALOGUE[code]
    return Diagnostic(code, name, severity, message, span, hint)


def nearest(word: str, candidates: Collection[str]) -> str | None:
    """The candidate that ``word`` was probably meant to be, or None."""
    close = difflib.get_close_matches(word, sorted(candidates), n=1, cutoff=_NEAR)
    return close[0] if close else None


def invalid_yaml(span: Span, message: Message, hint: Message | None) -> Diagnostic:
    """SRC002: the YAML itself; see :mod:`casereport.reading.yaml_sentences`."""
    return make("SRC002", message, span, hint)


def unknown_field(field: str, span: Span, known: Collection[str]) -> Diagnostic:
    """SRC003: a key that the schema does not have; offers the nearest one as a fix.

    Safe is only a fix of capitals and underscores: any other slip may stand for another field.
    """
    message = say(N_("There is no field {field} here."), field=field)
    plain = field.replace("_", "-").lower()
    guess = nearest(plain, known)
    if guess is None:
        hint = N_("Remove it, or use one of {known}.")
        return make("SRC003", message, span, say(hint, known=tuple(sorted(known))))
    name, severity = CATALOGUE["SRC003"]
    fix = Fix(say(N_("Rename {field} to {nearest}."), field=field, nearest=guess),
              (TextEdit(span, guess),), safe=guess == plain)  # fmt: skip
    hint_message = say(
        N_("Did you mean {nearest}? Rename the field, or remove it; known here: {known}."),
        nearest=guess,
        known=tuple(sorted(known)),
    )
    return Diagnostic("SRC003", name, severity, message, span, hint_message, fix=fix)


def unknown_language(language: str, span: Span, known: Collection[str]) -> Diagnostic:
    """SRC003: a key that should be a language and is none that this installation knows."""
    return make(
        "SRC003",
        say(N_("{language} is not a language known here."), language=language),
        span,
        say(N_("Use one of {known}."), known=tuple(sorted(known))),
    )


def unknown_affiliation(key: str, span: Span, known: Collection[str]) -> Diagnostic:
    """SRC003: a contributor names an affiliation that is not declared."""
    message = say(N_("There is no affiliation {key}."), key=key)
    guess = nearest(key, known)
    if guess is not None:
        hint = say(N_("Did you mean {nearest}? Correct the key."), nearest=guess)
        return make("SRC003", message, span, hint)
    return make("SRC003", message, span, say(N_("Declare it under affiliations.")))


def wrong_type(span: Span, message: Message, hint: Message | None) -> Diagnostic:
    """SRC004: a value that does not fit; see :mod:`casereport.reading.refusals`."""
    return make("SRC004", message, span, hint)


def date_impossible(span: Span, message: Message, hint: Message) -> Diagnostic:
    """DATE002: a fact is a date that its calendar does not have; in prose a check tells of it."""
    return make("DATE002", message, span, hint)


def missing_field(field: str, span: Span) -> Diagnostic:
    """SRC005: a field that must be there, by its dotted route."""
    key = field.rpartition(".")[2] + ":"
    return make(
        "SRC005",
        say(N_("{field} is missing."), field=field),
        span,
        say(N_("Write a line that begins with {key} and gives the value."), key=key),
    )


def no_contributors(span: Span) -> Diagnostic:
    """SRC005, as a warning: an article that names no author; raised by assembly."""
    found = make(
        "SRC005",
        say(N_("The article names no author.")),
        span,
        say(N_("List the authors under {key} in case.yaml, or render the article with {option}."),
            key="contributors", option="--blind"),
    )  # fmt: skip
    return replace(found, severity=Severity.WARNING)


def duplicate_key(key: str, span: Span, first: Span | None) -> Diagnostic:
    """SRC006: a key that occurs twice in one mapping; the first one counts."""
    return twice(say(N_("{key} occurs twice."), key=key), span, first)


def twice(message: Message, span: Span, first: Span | None) -> Diagnostic:
    """SRC006 with the place of the first."""
    name, severity = CATALOGUE["SRC006"]
    related = (Related(first, say(N_("The first one is here."))),) if first else ()
    hint = say(N_("Remove one of the two, or rename it."))
    return Diagnostic("SRC006", name, severity, message, span, hint, related)


def unknown_placeholder(
    path: str, span: Span, nearest: str | None = None, members: tuple[str, ...] = ()
) -> Diagnostic:
    """SRC007: ``{{ path }}`` names no fact, or no part of one; raised by assembly.

    ``members``: it names a group, and these are some of the facts in it.
    """
    if not path:
        hint = say(N_("Write a fact as {example}, on one line."), example="{{ patient.age }}")
        return make("SRC007", say(N_("The braces name no fact.")), span, hint)
    if members:
        message = say(N_("{path} is a group of facts, not one fact."), path=path)
        return make("SRC007", message, span, say(N_("Name a fact of it: {members}."),
                                                 members=AnyOf(members)))  # fmt: skip
    message = say(N_("There is no fact {path}."), path=path)
    if not nearest:
        hint = say(N_("Add the fact to case.yaml, or mend it there, or correct the path."))
    else:
        hint = say(
            N_("Did you mean {nearest}? Else add the fact to case.yaml, or mend it there."),
            nearest=nearest,
        )
    return make("SRC007", message, span, hint)


def unused_ignore(code: str, span: Span) -> Diagnostic:
    """SRC008: an ignore comment that silenced nothing; raised when ignores are applied."""
    return make(
        "SRC008",
        say(N_("Nothing here gives {code}: the comment has no effect."), code=code),
        span,
        say(N_("Remove the comment, or move it to the line above the finding.")),
    )


def ignore_without_reason(codes: tuple[str, ...], span: Span) -> Diagnostic:
    """SRC008: an ignore comment that gives no code, or no reason."""
    if not codes:
        message = say(N_("The comment names no code to ignore."))
    else:
        message = say(N_("The comment gives no reason for ignoring {codes}."), codes=codes)
    hint = say(N_("Write the code and the reason, such as {example}."),
               example="casereport: ignore REF002 as printed in the source")  # fmt: skip
    return make("SRC008", message, span, hint)


def check_crashed(code: str, detail: str, span: Span | None = None) -> Diagnostic:
    """SRC009: a check of ours raised; the other checks have run."""
    return make(
        "SRC009",
        say(N_("The check {code} failed: {detail}."), code=code, detail=detail.rstrip(".")),
        span or Span.start_of("case.yaml"),
        say(N_("Report this to the authors of casereport, with the case if you may share it.")),
    )


def too_large(file: str, limit: str, span: Span | None = None) -> Diagnostic:
    """SRC010: a file beyond the bound; ``limit`` with its unit: ``2 MB``."""
    return make(
        "SRC010",
        say(N_("The file {file} is larger than {limit}."), file=file, limit=limit),
        span or Span.start_of(file),
        say(N_("Shorten it or split it.")),
    )


def too_many_nodes(span: Span, limit: int) -> Diagnostic:
    """SRC010: a YAML document of too many values, perhaps by repeating aliases."""
    return make(
        "SRC010",
        say(N_("The file holds more than {limit} values."), limit=limit),
        span,
        say(N_("Shorten it, and write repeated parts out without & and *.")),
    )


def too_many_entries(name: str, span: Span, limit: int) -> Diagnostic:
    """SRC010: a list or a group of fields longer than any case report's; at the first left out."""
    return make(
        "SRC010",
        say(N_("{name} has more than {limit} entries; the rest is not read."),
            name=name, limit=limit),
        span,
        say(N_("Keep only what belongs to this case.")),
    )  # fmt: skip


def forbidden_character(code_point: str, span: Span) -> Diagnostic:
    """SRC012: a control character, a NUL or half of a surrogate pair; ``U+0000``."""
    return make(
        "SRC012",
        say(N_("The character {code_point} is not allowed in text."), code_point=code_point),
        span,
        say(N_("Delete it: it is invisible, and often comes from copying out of a PDF.")),
    )


def piled_marks(limit: int, span: Span) -> Diagnostic:
    """SRC012: more marks on one letter than any writing has."""
    return make(
        "SRC012",
        say(N_("More than {limit} marks stand on one letter."), limit=limit),
        span,
        say(N_("Delete those that are too many.")),
    )


def text_too_long(span: Span, limit: int) -> Diagnostic:
    """SRC010: one value of case.yaml longer than any paragraph."""
    return make(
        "SRC010",
        say(N_("This text is longer than {limit} characters."), limit=limit),
        span,
        say(N_("Shorten it; a long text belongs into the Markdown files.")),
    )


def html_in_value(tag: str, span: Span) -> Diagnostic:
    """SRC014: HTML in a plain value of case.yaml, which is printed as it stands."""
    return make(
        "SRC014",
        say(N_("HTML is not read: {tag} would be printed as it stands."), tag=tag),
        span,
        say(N_("Write the words alone; a raised digit is a character of its own, such as \u2079.")),
    )


def unknown_journal(journal: str, span: Span, journals: Collection[str]) -> Diagnostic:
    """SRC015: the journal of the case is not installed."""
    message = say(N_("There is no journal {journal}."), journal=journal)
    guess = nearest(journal.lower(), journals)
    if guess is not None:
        hint = say(N_("Write {nearest}."), nearest=guess)
        fix = Fix(hint, (TextEdit(span, guess),), safe=guess == journal.lower())
        return replace(make("SRC015", message, span, hint), fix=fix)
    return make(
        "SRC015", message, span, say(N_("Use one of {known}."), known=tuple(sorted(journals)))
    )


def nesting_too_deep(span: Span, limit: int) -> Diagnostic:
    """SRC016: lists, quotations or mappings inside each other beyond the bound."""
    return make(
        "SRC016",
        say(N_("This is nested more than {limit} levels deep."), limit=limit),
        span,
        say(N_("Take it out into a list or a paragraph of its own.")),
    )
