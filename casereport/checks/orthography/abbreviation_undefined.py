"""An abbreviation is never spelt out, or a name is typed in capitals.

A reader from another field does not know what DIP is. It is spelt out where it first stands, in
brackets behind the words or the words in brackets behind it; once in a language is enough. Those
that everyone knows (CRP, MRI, DNA, HIV …), genes, units and Roman numbers are left alone. The name
of a person, as in Raynaud phenomenon, is no abbreviation: capitals shout it.

Bad::

    en.md:
        The DIP joints were narrowed.

Bad (a name)::

    en.md:
        The history included a RAYNAUD phenomenon.

Good::

    en.md:
        The distal interphalangeal (DIP) joints were narrowed, CRP was normal, BRCA1 was wild type.
        The DIP joints were painful, and there was a Raynaud phenomenon of grade III.

References:
    ICMJE Recommendations, IV.A.3.h: abbreviations are spelt out at their first use.
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.fact_prose import case_prose
from casereport.checks.limits import limited
from casereport.checks.prose import Prose, without_addresses
from casereport.diagnostics import N_, Severity, Span, say
from casereport.text.orthography.abbreviations import abbreviations, defines, names_in_capitals

check = Check(
    code="ORTH011",
    name="abbreviation-undefined",
    severity=Severity.NOTE,
    scope="source",
    message=N_("The abbreviation {word} is not spelt out."),
    hint=N_("Write what it stands for where it first appears: the words, then {word} in brackets."),
)

_NAME = N_("The name {word} is typed in capitals.")
_NAME_HINT = N_("Write {right}.")
_MOST_PLACES = 20
_Key = tuple[str, str]


def run(context: SourceContext) -> Iterator[Finding]:
    texts = [prose for prose in case_prose(context.case) if prose.part not in {"name", "heading"}]
    yield from limited(_names(texts))
    yield from limited(_undefined(texts))


def _names(texts: list[Prose]) -> Iterator[Finding]:
    found: dict[_Key, list[Span]] = {}
    for prose in texts:
        for index, name in names_in_capitals(without_addresses(prose.text)):
            place = prose.place(index, index + len(name))
            found.setdefault((place.file, name), []).append(place)
    for (_, name), places in found.items():
        yield _finding(name, places, message=_NAME, hint=_NAME_HINT)


def _undefined(texts: list[Prose]) -> Iterator[Finding]:
    found: dict[_Key, list[Span]] = {}
    defined: set[_Key] = set()
    for prose in texts:
        text = without_addresses(prose.text)
        for index, word in abbreviations(text):
            if defines(text, index, word):
                defined.add((prose.language, word))
            place = prose.place(index, index + len(word))
            found.setdefault((prose.language, word), []).append(place)
    known = {word for _, word in defined}
    for key, places in found.items():
        # What one language spells out in Latin letters, the other may take as known.
        if key[1] not in known:
            yield _finding(key[1], places)


def _finding(word: str, places: list[Span], *, message: str = "", hint: str = "") -> Finding:
    related = [(place, say(N_("Here again."))) for place in places[1:_MOST_PLACES]]
    return Finding.at(
        places[0], message=message, hint=hint, related=related, word=word, right=word.capitalize()
    )
