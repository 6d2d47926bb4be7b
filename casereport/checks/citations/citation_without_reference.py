"""A citation has no entry in the reference list.

A reader who meets a citation follows it to the list. When nothing stands there, the statement it
supports cannot be verified, and the printed number is missing or wrong. Digits typed by hand, [5]
or (۵), count as citations of the numbered list; a text with citations and no list at all is
reported at each of them.

Bad::

    en.md:
        Calcinosis is common in systemic sclerosis [@boulman2005].
    references.bib:
        @article{boulman2015,
          author = {Boulman, Nina}, title = {Calcinosis in rheumatic diseases},
          journal = {Semin Arthritis Rheum}, year = {2005}, volume = {34}, pages = {805-812}
        }

Bad (typed by hand, no list)::

    en.md:
        Raynaud phenomenon is common in systemic sclerosis [5].

Good::

    en.md:
        Calcinosis is common in systemic sclerosis [@boulman2005].
    references.bib:
        @article{boulman2005,
          author = {Boulman, Nina}, title = {Calcinosis in rheumatic diseases},
          journal = {Semin Arthritis Rheum}, year = {2005}, volume = {34}, pages = {805-812}
        }

References:
    ICMJE Recommendations, IV.A.3.g: references are listed as they are cited in the text.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from casereport.article.article import CitationUse
from casereport.checks.check import ArticleContext, Check, Finding
from casereport.diagnostics import N_, Fix, Severity, TextEdit, say

check = Check(
    code="CIT001",
    name="citation-without-reference",
    severity=Severity.ERROR,
    scope="article",
    message=N_("The citation {citation} has no entry in the reference list."),
    hint=N_("Add the entry {citation} to the reference file, or correct the citation."),
)

_NEAREST = N_("Did you mean {nearest}? Correct the key, or add the entry {citation}.")
_EMPTY = N_("Add a reference file (references.bib) that holds the entry {citation}.")
_BEYOND = N_("The list ends at {count}. Add the missing entry, or correct the number.")
_NO_LIST = N_(
    "Add a reference file (references.bib) whose entries stand in the order of the numbers."
)


def run(context: ArticleContext) -> Iterator[Finding]:
    keys = sorted({entry.citekey for entry in context.case.references if entry.citekey})
    if context.case.unread_reference_files:
        return  # SRC001 or SRC011 has told it: the entries may well be there
    for use in context.article.citations:
        if use.resolved:
            continue
        if use.typed or not use.citekey:
            yield _typed(use, len(context.case.references))
            continue
        hint = "" if context.case.reference_files else _EMPTY
        near = difflib.get_close_matches(use.citekey, keys, n=1)
        if near:
            yield Finding.at(
                use.span,
                hint=_NEAREST,
                citation=f"@{use.citekey}",
                nearest=near[0],
                fix=_fix(use, keys),
            )
        else:
            yield Finding.at(use.span, hint=hint, citation=f"@{use.citekey}")


def _fix(use: CitationUse, keys: list[str]) -> Fix | None:
    """The one key that differs in capital letters alone."""
    same = [key for key in keys if key.casefold() == use.citekey.casefold()]
    span = use.span
    # Over the very citation: a key in braces, or one in a fact, stands otherwise in the file.
    written = span.line == span.end_line and span.end_column - span.column == len(use.citekey) + 1
    if len(same) != 1 or not written or not span.file.endswith(".md"):
        return None
    key = f"@{same[0]}"
    return Fix(say(N_("Write {nearest}."), nearest=key), (TextEdit(span, key),))


def _typed(use: CitationUse, count: int) -> Finding:
    hint = _BEYOND if count else _NO_LIST
    return Finding.at(use.span, hint=hint, citation=use.number or 0, count=count)
