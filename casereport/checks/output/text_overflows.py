"""Text runs over the edge of the page.

What stands outside the page is cut when it is printed, and on the screen it is not there at all. A
long identifier or formula without a place to break it is the usual cause, or a table with too many
columns.
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import Check, Finding, OutputContext
from casereport.checks.output._reading import pdfs
from casereport.diagnostics import N_, Severity
from casereport.inspection import GlyphLine, GlyphPage
from casereport.inspection.glyphs import visual_text
from casereport.inspection.letters import letters_of
from casereport.text.bidi import base_level, embedding_levels, visual_order

check = Check(
    code="OUT003",
    name="text-overflows",
    severity=Severity.ERROR,
    scope="output",
    message=N_("On page {page} of {file} this line runs over the edge: {line}"),
    hint=N_("Shorten the line, or divide the table."),
)

_MORE = N_("On page {page} of {file} {count} lines run over the edge; the first: {line}")


def run(context: OutputContext) -> Iterator[Finding]:
    for pdf in pdfs(context):
        for page in pdf.pages:
            # A wide table is cut in every row: once a page is enough.
            cut = [line for line in page.lines if _is_cut(line, page)]
            if cut:
                yield Finding.at(
                    pdf.place,
                    message=_MORE if len(cut) > 1 else "",
                    page=page.number,
                    file=pdf.path,
                    count=len(cut),
                    line=_read(visual_text(cut[0].glyphs)),
                )


def _read(seen: str) -> str:
    """A line as it is read: what stands from right to left is turned."""
    order = visual_order(embedding_levels(seen, base_level=base_level(seen)))
    return "".join(seen[index] for index in order).strip()


def _is_cut(line: GlyphLine, page: GlyphPage) -> bool:
    return any(
        not (page.left <= glyph.x <= page.right and page.bottom <= glyph.y <= page.top)
        for glyph in line.glyphs
        if letters_of(glyph.text)
    )
