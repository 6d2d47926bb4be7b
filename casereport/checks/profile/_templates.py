"""The faults of a journal's templates, of one kind, with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casereport.diagnostics import Span
from casereport.journals.profile import Profile
from casereport.journals.template_faults import Kind, template_faults


def faults_of(profile: Profile, kind: Kind) -> Iterator[tuple[Span, str]]:
    """Each fault's place and the word at fault: where the line has the word, else the line."""
    for name, text in profile.templates():
        lines = text.split("\n")
        for fault in template_faults(text, profile.has_template):
            if fault.kind == kind:
                line = lines[fault.line - 1] if fault.line <= len(lines) else ""
                yield _place(name, fault.line, line, fault.word), fault.word


def _place(name: str, number: int, line: str, word: str) -> Span:
    edge = r"(?<!\w)" if word[:1].isalnum() else ""
    match = re.search(edge + re.escape(word), line) if word else None
    start, end = match.span() if match else (len(line) - len(line.lstrip()), len(line))
    return Span(name, number, start + 1, number, end + 1)
