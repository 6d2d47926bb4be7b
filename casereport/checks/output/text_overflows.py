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

check = Check(
    code="OUT003",
    name="text-overflows",
    severity=Severity.ERROR,
    scope="output",
    message=N_("On page {page} of {file} this line runs over the edge: {line}"),
    hint=N_("Shorten the line, or divide the table."),
)


def run(context: OutputContext) -> Iterator[Finding]:
    for pdf in pdfs(context):
        for page in pdf.pages:
            for line in page.lines:
                if _is_cut(line, page):
                    yield Finding.at(
                        pdf.place,
                        page=page.number,
                        file=pdf.path,
                        line=visual_text(line.glyphs).strip(),
                    )


def _is_cut(line: GlyphLine, page: GlyphPage) -> bool:
    return any(
        not (page.left <= glyph.x <= page.right and page.bottom <= glyph.y <= page.top)
        for glyph in line.glyphs
        if letters_of(glyph.text)
    )
