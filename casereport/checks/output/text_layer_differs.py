"""The text that readers take out of a PDF is not the text that was written.

A page can look right and still be useless to a search engine, to a screen reader, and to whoever
copies a sentence: half-spaces are lost, the letters of "لا" come in the wrong order, letters turn
into presentation forms. After rendering, every line is read back and compared with its paragraph,
word by word, half-spaces included. Of a PDF that was made elsewhere the source is not known; there
the finding tells what cannot be right in any text.

References:
    PDF 32000-1:2008, 9.10 Extraction of text content
    Unicode 15, 9.2 Arabic, presentation forms
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from casereport.checks.check import Check, Finding, OutputContext
from casereport.checks.output._reading import Pdf, pdfs
from casereport.checks.output._text_layer import suspicions
from casereport.diagnostics import N_, Severity
from casereport.inspection import Fault, Proof, is_empty

check = Check(
    code="OUT001",
    name="text-layer-differs",
    severity=Severity.ERROR,
    scope="output",
    hint=N_("Report this as a fault of casereport, with the case (look it over for patient data)."),
)

_SHOWN = 3
_EMPTY = (
    N_("{file} holds no text that can be read."),
    N_("Make the PDF from text; of a scanned page, let a program recognise the text."),
)
_TOLD = {
    "missing": N_("Passages that the text of {file} lacks: {count}; the first: {examples}."),
    "half-space": N_("Half-spaces lost in the text of {file}: {count} ({examples})."),
    "word": N_("Lines of {file} that read otherwise than written: {count} ({examples})."),
}


def run(context: OutputContext) -> Iterator[Finding]:
    for pdf in pdfs(context):
        if is_empty(pdf.pages):
            yield Finding.at(pdf.place, message=_EMPTY[0], hint=_EMPTY[1], file=pdf.path)
        elif pdf.proof is not None:
            yield from _differences(pdf, pdf.proof)
        else:
            yield from suspicions(pdf)


def _differences(pdf: Pdf, proof: Proof) -> Iterator[Finding]:
    for kind, message in _TOLD.items():
        faults = [fault for fault in proof.faults if fault.kind == kind]
        if faults:
            yield Finding.at(
                pdf.place,
                message=message,
                file=pdf.path,
                count=len(faults),
                examples=_examples(faults),
            )


def _examples(faults: Iterable[Fault]) -> tuple[str, ...]:
    """The first few, each once."""
    return tuple(dict.fromkeys(fault.meant for fault in faults))[:_SHOWN]
