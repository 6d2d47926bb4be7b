"""What cannot be right in the text layer of any PDF, whatever its text is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casereport.checks.check import Finding
from casereport.checks.output._reading import Pdf
from casereport.diagnostics import N_, Severity
from casereport.inspection import glyph_meanings, presentation_forms, private_use
from casereport.text.visual_words import runs_backwards

_LAM_ALEF = re.compile("\u0644[\u0622\u0623\u0625\u0627]")
_ANOTHER_MAKER = N_("Make the PDF again with another program, or with another font.")
_SHOWN = 5


def suspicions(pdf: Pdf) -> Iterator[Finding]:
    """Reversed words, letters that stand for nothing, letters in a form that no search finds."""
    glyphs = [glyph for page in pdf.pages for line in page.lines for glyph in line.glyphs]
    unmapped = sum(not glyph.mapped for glyph in glyphs)
    meanings = "".join(glyph_meanings(pdf.content))
    text = pdf.document.text
    if runs_backwards(text):
        yield _finding(N_("The Persian words of {file} run backwards in its text."), pdf)
    if forms := _listed(presentation_forms(meanings + text)):
        yield _finding(
            N_("The text of {file} holds presentation forms ({examples}); no search finds them."),
            pdf,
            examples=forms,
        )
    if private := _listed(private_use(meanings + text)):
        yield _finding(
            N_("The text of {file} holds characters without a meaning ({examples})."),
            pdf,
            examples=private,
        )
    if unmapped:
        yield _finding(
            N_("Glyphs of {file} that do not say which character they are: {count}."),
            pdf,
            count=unmapped,
            severity=Severity.ERROR if unmapped > len(glyphs) / 100 else Severity.WARNING,
        )
    if _LAM_ALEF.search("\n".join(glyph_meanings(pdf.content))):
        yield Finding.at(
            pdf.place,
            message=N_("The letters of {word} come out of the text of {file} in the wrong order."),
            hint=_ANOTHER_MAKER,
            severity=Severity.WARNING,
            file=pdf.path,
            word="\u0644\u0627",
        )


def _finding(
    message: str,
    pdf: Pdf,
    *,
    examples: tuple[str, ...] = (),
    count: int = 0,
    severity: Severity = Severity.ERROR,
) -> Finding:
    return Finding.at(
        pdf.place,
        message=message,
        hint=_ANOTHER_MAKER,
        severity=severity,
        file=pdf.path,
        examples=examples,
        count=count,
    )


def _listed(characters: str) -> tuple[str, ...]:
    """The first few code points, by their numbers: they may print as nothing."""
    return tuple(f"U+{ord(c):04X}" for c in dict.fromkeys(characters))[:_SHOWN]
