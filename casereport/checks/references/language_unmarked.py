"""A work that is not in English does not say its language.

The reader has to know that the article he orders is in Persian or German, and the list names it:
«[Treatment of calcinosis]. … Persian». A title in square brackets is a translated one, "(in
Persian)" in the title or a note belongs into the field of the language; both are warnings. A title
that is German, French, Spanish, Turkish … by its small words is a note. Titles in Persian letters
need no mark: their language shows, and they are set from right to left.

Bad::

    references.bib:
        @article{ahmadi2020,
          author = {Ahmadi, Sara}, title = {[Treatment of calcinosis]}, journal = {Sample J},
          year = {2020}, volume = {3}, pages = {5-8}
        }

Bad (by its words)::

    references.bib:
        @article{meyer1999,
          author = {Meyer, Hans}, title = {Die Behandlung der Kalzinose mit Diltiazem},
          journal = {Hautarzt}, year = {1999}, volume = {50}, pages = {5-8}
        }

Good::

    references.bib:
        @article{ahmadi2020,
          author = {Ahmadi, Sara}, title = {[Treatment of calcinosis]}, journal = {Sample J},
          year = {2020}, volume = {3}, pages = {5-8}, language = {Persian}
        }
        @article{meyer1999,
          author = {Meyer, Hans}, title = {Die Behandlung der Kalzinose mit Diltiazem},
          journal = {Hautarzt}, year = {1999}, volume = {50}, pages = {5-8}, langid = {german}
        }
        @article{lopez2001,
          author = {López, Ana}, title = {Calcinosis cutis en route to the La Crosse clinic},
          journal = {Cutis}, year = {2001}, volume = {50}, pages = {5-8}
        }

References:
    NLM, Citing Medicine, 2nd edition, chapter 1: titles in other languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.references._languages_by_words import language_of_title
from casereport.checks.references._places import inside
from casereport.diagnostics import N_, Severity
from casereport.model.reference import Reference
from casereport.references.languages import language_name, language_tag

check = Check(
    code="REF011",
    name="language-unmarked",
    severity=Severity.WARNING,
    scope="source",
    message=N_("{citekey} is a work in {language}, but no field says so."),
    hint=N_("Name {language} in the field language."),
)

_TRANSLATED = N_(
    "The title of {citekey} is a translated one, but no field says from which language."
)
_SUSPECTED = N_("The title of {citekey} looks {language}, but no field says so.")
_ADD = N_("Name it, such as Persian, in the field language.")
_NAMED = re.compile(r"[(\[]\s?(?:article )?(?:in )?([A-Za-z]{4,12})\s?[)\]]", re.IGNORECASE)
_IN_NOTE = re.compile(r"\b(?:article )?in ([A-Za-z]{4,12})\b|^([A-Za-z]{4,12})\.?$", re.IGNORECASE)


def run(context: SourceContext) -> Iterator[Finding]:
    for reference in context.case.references:
        if reference.language or reference.unparsed:
            continue
        title = reference.title
        values: dict[str, Any] = {"citekey": reference.citekey, "language": ""}
        if named := _named_language(reference):
            variable, values["language"] = named
            yield Finding.at(reference.span(variable), **values)
        elif title.startswith("[") and title.rstrip(".").endswith("]"):
            yield Finding.at(
                inside(reference, "title", title), message=_TRANSLATED, hint=_ADD, **values
            )
        elif tag := language_of_title(title):
            values["language"] = language_name(tag)
            yield Finding.at(
                inside(reference, "title", title),
                message=_SUSPECTED,
                severity=Severity.NOTE,
                **values,
            )


def _named_language(reference: Reference) -> tuple[str, str] | None:
    """The field that names a language in words, and the language."""
    for variable, text, pattern in (
        ("title", reference.title, _NAMED),
        ("note", reference.note, _IN_NOTE),
    ):
        for match in pattern.finditer(text[-200:]):
            word = next(group for group in match.groups() if group)
            tag = language_tag(word)
            # «und» and the like are tags, too; only names of languages count.
            if tag and len(tag) == 2 and language_name(tag).casefold() == word.casefold():
                return (variable, language_name(tag)) if language_name(tag) != "English" else None
    return None
