"""A font that sets text in the PDF is not in the file.

Each reader's machine puts a font of its own in its place: other shapes and widths, and for Persian
often letters that do not join, or none at all. Journals and archives (PDF/A) refuse such files.

References:
    ISO 19005-1 (PDF/A-1), 6.3.4 Embedded font programs
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import Check, Finding, OutputContext
from casereport.checks.output._reading import pdfs
from casereport.diagnostics import N_, Severity

check = Check(
    code="OUT002",
    name="font-not-embedded",
    severity=Severity.ERROR,
    scope="output",
    message=N_("The font {font} is not embedded in {file}."),
    hint=N_("Turn on the embedding of fonts in the program that makes the PDF."),
)


def run(context: OutputContext) -> Iterator[Finding]:
    for pdf in pdfs(context):
        for font in pdf.document.fonts:
            if not font.embedded:
                yield Finding.at(pdf.place, font=font.name or "?", file=pdf.path)
