"""The reference list as printed, by the journal's CSL style."""

from __future__ import annotations

from casereport.article.article import Ref
from casereport.article.inline import Inline, Link, Styled, Text
from casereport.assembly.back_links import reference_id
from casereport.assembly.numbering import Numbering
from casereport.journals import Journal
from casereport.references import FormattedReference, Run, format_references


def reference_list(numbering: Numbering, journal: Journal) -> tuple[Ref, ...]:
    """Every entry in printed order, with its number in its own language's digits."""
    if not numbering.references:
        return ()
    formatted = format_references(
        numbering.references, journal.csl, pages=journal.manifest.references.pages
    )
    return tuple(_ref(entry, number) for number, entry in enumerate(formatted, 1))


def _ref(entry: FormattedReference, number: int) -> Ref:
    # The list is one sequence: its numbers are Latin, also beside a Persian work.
    return Ref(
        id=reference_id(number),
        citekey=entry.citekey,
        number=number,
        label=f"{number}.",
        children=tuple(_inline(run) for run in entry.runs),
        language=entry.language,
        direction=entry.direction,
    )


def _inline(run: Run) -> Inline:
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
