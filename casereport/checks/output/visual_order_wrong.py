"""The letters of a line do not stand in the order in which they are read.

Where Persian and Latin text meet, a page that is set box by box prints "(C-reactive protein) CRP"
for "CRP (C-reactive protein)", or turns the numbers of a citation round; nobody sees it before a
reader does. After rendering, the place of every glyph is read back from the PDF, and each line is
compared with the order that the Unicode Bidirectional Algorithm gives for its paragraph. Where a
paragraph is one line, an independent implementation (python-bidi) must agree.

References:
    Unicode Standard Annex #9, Unicode Bidirectional Algorithm
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import Check, Finding, OutputContext
from casereport.checks.output._reading import pdfs
from casereport.diagnostics import N_, Severity
from casereport.inspection import is_empty

check = Check(
    code="OUT007",
    name="visual-order-wrong",
    severity=Severity.ERROR,
    scope="output",
    message=N_("On page {page} of {file} this line stands in a wrong order: {line}"),
    hint=N_("Report this as a fault of casereport, with the case (look it over for patient data)."),
)

_MORE = N_("More lines of {file} in a wrong order: {count}, on page {pages}.")
_UNPROVEN = N_("The order of the lines of {file} could not be proven: it holds no text.")
_SHOWN = 10


def run(context: OutputContext) -> Iterator[Finding]:
    for pdf in pdfs(context):
        if pdf.proof is None:
            continue
        if is_empty(pdf.pages):
            yield Finding.at(pdf.place, message=_UNPROVEN, file=pdf.path)
            continue
        wrong = pdf.proof.of("order")
        for fault in wrong[:_SHOWN]:
            yield Finding.at(pdf.place, page=fault.page, file=pdf.path, line=fault.meant)
        if rest := wrong[_SHOWN:]:
            pages = tuple(dict.fromkeys(str(fault.page) for fault in rest))
            yield Finding.at(
                pdf.place, message=_MORE, count=len(rest), file=pdf.path, pages=pages
            )
