"""Every image file that case.yaml names, with the route of its name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from casereport.checks.check import SourceContext
from casereport.diagnostics import N_, Fix, Route, TextEdit, say
from casereport.model.base import Bilingual
from casereport.model.case_file import CaseFile
from casereport.model.display import Figure

_PLAIN = re.compile(r"\w[\w./-]{0,200}")
"""A path that YAML reads as it stands, also between braces."""


@dataclass(frozen=True, slots=True)
class FileUse:
    """One file name; ``language`` is ``und`` when the image serves every language."""

    figure: str
    language: str
    file: str
    route: Route


def file_uses(facts: CaseFile) -> Iterator[FileUse]:
    """The image files of every figure and panel, in the order in which they are declared."""
    for key, figure in facts.figures.items():
        for base, file in file_fields(key, figure):
            for language, name in file.texts.items():
                route = base if language == "und" else (*base, language)
                yield FileUse(key, language, name, route)


def file_fields(key: str, figure: Figure) -> Iterator[tuple[Route, Bilingual]]:
    """The ``file`` of the figure and of each panel that has one, with its route."""
    if figure.file is not None:
        yield ("figures", key, "file"), figure.file
    for index, panel in enumerate(figure.panels):
        if panel.file is not None:
            yield ("figures", key, "panels", index, "file"), panel.file


def uses_of_files(facts: CaseFile) -> dict[str, list[FileUse]]:
    """File → its uses, both in the order in which they are declared."""
    uses: dict[str, list[FileUse]] = {}
    for use in file_uses(facts):
        uses.setdefault(use.file, []).append(use)
    return uses


def path_fix(use: FileUse, reason: str, context: SourceContext) -> Fix | None:
    """The name of the one file that differs in backslashes or in capital letters alone."""
    if reason not in {"missing", "backslash"}:
        return None
    wanted = use.file.replace("\\", "/").lower()
    same = [name for name in context.files if name.lower() == wanted]
    span = context.case.source.span(use.route)
    # Only over the very value as it is written: not over a quoted or folded one.
    written = span.line == span.end_line and span.end_column - span.column == len(use.file)
    if len(same) != 1 or not written or not _PLAIN.fullmatch(same[0]):
        return None
    return Fix(say(N_("Write {nearest}."), nearest=same[0]), (TextEdit(span, same[0]),))
