"""What holds for a project: casereport.toml; what is not understood in it is told on stderr."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from casereport.cli.command import misuse
from casereport.cli.terminal import tell
from casereport.diagnostics import N_, Message, say

if TYPE_CHECKING:
    from casereport.pipeline.settings import ProjectSettings
    from casereport.reading import EvidenceFolder


def project_settings(case: Path, given: Path | None, language: str) -> ProjectSettings:
    """The settings for a case: those of the file that was named, else of the one that is found.

    What is not understood is told and passed over; a value that cannot be used is misuse.
    """
    from casereport.pipeline.settings import InvalidSettingsError, find_settings, load_settings
    from casereport.reporting import render

    try:
        settings = find_settings(case) if given is None else load_settings(given)
    except InvalidSettingsError as error:
        misuse("\n".join(render(message, language) for message in error.messages))
    told: tuple[Message, ...] = settings.unknown
    if given is None:
        settings, told = vetted(settings, case)
    for message in told:
        tell(message, reader_language(language, settings))
    return settings


def vetted(
    settings: ProjectSettings, case: Path
) -> tuple[ProjectSettings, tuple[Message, ...]]:
    """The settings found for a case, as far as they may hold, and what to tell of them."""
    told = list(settings.unknown)
    if settings.severities and Path(settings.file).parent == case:
        # An author's own settings must not silence what a journal's staff looks for unseen.
        own = N_("{file} lies in the case folder itself and changes how {codes} is told.")
        told.append(say(own, file=settings.file, codes=tuple(sorted(settings.severities))))
    if _leads_outside(settings, case):
        # A submission may not have its editor's files read and quoted.
        outside = N_("{file} lies in the case folder; its evidence, {folder}, outside is not read.")
        told.append(say(outside, file=settings.file, folder=settings.evidence or ""))
        settings = replace(settings, evidence=None)
    return settings, tuple(told)


def _leads_outside(settings: ProjectSettings, case: Path) -> bool:
    """True when settings in the case folder itself name a folder beyond it."""
    if settings.evidence is None or Path(settings.file).parent != case:
        return False
    way = Path(settings.evidence)
    inside = way.is_relative_to(case) and ".." not in way.relative_to(case).parts
    return not inside


def evidence_of(settings: ProjectSettings, given: Path | None = None) -> EvidenceFolder | None:
    """The folder of evidence that was named on the command line, else in the settings."""
    from casereport.pipeline.evidence import evidence_folder

    if given is not None:
        return evidence_folder(given)
    return evidence_folder(Path(settings.evidence)) if settings.evidence else None


def reader_language(asked: str, settings: ProjectSettings) -> str:
    """The language of messages: what was asked for, else the project's, else the terminal's."""
    source = click.get_current_context().get_parameter_source("language")
    if source in {ParameterSource.COMMANDLINE, ParameterSource.ENVIRONMENT}:
        return asked
    return settings.language or asked


class BatchSettings:
    """The settings for each case of a batch, by its folder; what is not understood is told once.

    ``first``: those of the batch itself, which hold for all its cases when ``named``, and of which
    all has been told.
    """

    def __init__(
        self, first: ProjectSettings, say_it: Callable[[Message], None], *, named: bool
    ) -> None:
        self._named = first if named else None
        self._say_it = say_it
        self._told = {str(message) for message in first.unknown}

    def __call__(self, case: Path) -> ProjectSettings:
        """The file that was named, else the one that is found for this case.

        Raises:
            InvalidSettingsError: the one that is found cannot be used.
        """
        from casereport.pipeline.settings import find_settings

        if self._named is not None:
            return self._named
        settings, told = vetted(find_settings(case), case)
        for message in told:
            if str(message) not in self._told:
                self._told.add(str(message))
                self._say_it(message)
        return settings
