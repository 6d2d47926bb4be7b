"""The reference list as printed, by the journal's CSL style or the case's own."""

from __future__ import annotations

from collections.abc import Sequence

from casereport.article.article import Ref
from casereport.article.inline import Inline, Link, Styled, Text
from casereport.assembly.back_links import reference_id
from casereport.locale import load_locale
from casereport.references import FormattedReference, Run


def reference_list(formatted: Sequence[FormattedReference], *, numbered: bool) -> tuple[Ref, ...]:
    """Every entry in printed order; ``numbered``: each with its number before it.

    The list is one sequence: its numbers are Latin, also beside a Persian work, unless every work
    is written from right to left.
    """
    languages = {entry.language for entry in formatted if entry.direction == "rtl"}
    whole = len(languages) == 1 and all(entry.direction == "rtl" for entry in formatted)
    locale = load_locale(languages.pop() if whole else "en")
    return tuple(
        Ref(
            id=reference_id(number),
            citekey=entry.citekey,
            number=number,
            label=f"{locale.number(number)}." if numbered else "",
            children=tuple(run_inline(run) for run in entry.runs),
            language=entry.language,
            direction=entry.direction,
        )
        for number, entry in enumerate(formatted, 1)
    )


def run_inline(run: Run) -> Inline:
    """A run of a set reference as an inline."""
    node: Inline = Text(run.text)
    for style, wanted in (
        ("italic", run.italic),
        ("bold", run.bold),
        ("sup", run.superscript),
        ("sub", run.subscript),
        ("sc", run.small_caps),
    ):
        if wanted:
            node = Styled(style, (node,))  # type: ignore[arg-type]
    return Link(run.href, (node,)) if run.href else node
