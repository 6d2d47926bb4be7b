"""Every image file that case.yaml names, with the route of its name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from casereport.diagnostics import Route
from casereport.model.base import Bilingual
from casereport.model.case_file import CaseFile
from casereport.model.display import Figure


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
