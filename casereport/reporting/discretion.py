"""What a report does not repeat: the personal data that its own findings point at.

A report is sent on, by mail or by a log on a server; the place of a finding is enough to find what
is meant. So the stretches that the privacy checks (PRIV) tell are covered in every excerpt, those
of other findings on the same line included.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from casereport.diagnostics import Diagnostic, Span
from casereport.text.masking import masked

_FAMILY = "PRIV"


def discreet(sources: Mapping[str, str], diagnostics: Iterable[Diagnostic]) -> Mapping[str, str]:
    """The texts to quote from, of the same lines and columns, personal data covered."""
    places: dict[str, list[Span]] = {}
    for item in diagnostics:
        if item.code.startswith(_FAMILY) and item.span.file in sources:
            places.setdefault(item.span.file, []).append(item.span)
    covered = {file: _covered(sources[file], spans) for file, spans in places.items()}
    return {**sources, **covered} if covered else sources


def without(text: str, private: Iterable[str]) -> str:
    """A quotation in which each of the ``private`` stretches is covered.

    >>> without("The patient 0013542419 was seen.", {"0013542419"})
    'The patient 00******19 was seen.'
    """
    for stretch in sorted(private, key=len, reverse=True):
        text = text.replace(stretch, masked(stretch))
    return text


def _covered(text: str, spans: list[Span]) -> str:
    # By line feeds alone, as places are counted; whatever else ends a line stays where it was.
    lines = text.split("\n")
    for span in spans:
        for number in range(span.line, min(span.end_line, len(lines)) + 1):
            line = lines[number - 1]
            start = span.column - 1 if number == span.line else 0
            end = span.end_column - 1 if number == span.end_line else len(line)
            lines[number - 1] = line[:start] + masked(line[start:end]) + line[end:]
    return "\n".join(lines)
