"""A project's settings: ``casereport.toml`` in the case folder or above it. Data, never run.

::

    journal = "jmums"        # for cases that name none
    language = "fa"          # of the messages
    fail-on = "warning"
    evidence = "evidence"    # a folder, seen from here: saved records and lists of retractions

    [checks]                 # by code or name: off, note, warning, error
    REF009 = "off"
    alt-text-missing = "error"

    [journal-titles]         # names of journals that refs clean shall know, before its own table
    "Journal of Mazandaran University of Medical Sciences" = "J Mazandaran Univ Med Sci"
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from types import MappingProxyType

from casereport.checks import UnknownCodeError, explain
from casereport.checks.severities import has_fixed_severity
from casereport.diagnostics import N_, AnyOf, Message, Severity, say
from casereport.journals import journal_ids
from casereport.locale import available_languages
from casereport.workspace import UnreadableError, find_above, read_file

SETTINGS_FILE = "casereport.toml"
_KEYS = ("checks", "evidence", "fail-on", "journal", "journal-titles", "language")
_SEVERITIES = tuple(severity.value for severity in Severity)
_OFF = "off"


class InvalidSettingsError(Exception):
    """Settings that cannot be used; ``messages`` say why, for the reader."""

    def __init__(self, *messages: Message) -> None:
        super().__init__("; ".join(map(str, messages)))
        self.messages = messages


@dataclass(frozen=True, slots=True)
class ProjectSettings:
    """What casereport.toml says; empty without one. ``unknown``: what was passed over, and why.

    ``evidence`` is a folder as seen from where the settings were named: ``../desk/evidence``.
    """

    file: str = ""
    severities: Mapping[str, Severity | None] = field(default_factory=lambda: MappingProxyType({}))
    journal: str | None = None
    language: str | None = None
    fail_on: Severity | None = None
    evidence: str | None = None
    journal_titles: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    unknown: tuple[Message, ...] = ()


def find_settings(folder: Path) -> ProjectSettings:
    """The settings that hold for the case in ``folder``.

    Raises:
        InvalidSettingsError: they are there and cannot be used.
    """
    try:
        found = find_above(folder, SETTINGS_FILE)
    except UnreadableError as error:
        raise InvalidSettingsError(_unreadable(SETTINGS_FILE)) from error
    if found is None:
        return ProjectSettings()
    path, content = found
    return read_settings(content, _shown(path, folder))


def load_settings(path: Path) -> ProjectSettings:
    """The settings in a file that was named.

    Raises:
        InvalidSettingsError: they cannot be used.
    """
    try:
        content = read_file(path)
    except UnreadableError as error:
        raise InvalidSettingsError(_unreadable(path.as_posix())) from error
    return read_settings(content, path.as_posix())


def read_settings(content: bytes, file: str) -> ProjectSettings:
    """The settings in these bytes.

    Raises:
        InvalidSettingsError: it is no TOML, or a value is none that its key takes.
    """
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
        data = tomllib.loads(text)
    except UnicodeDecodeError as error:
        raise InvalidSettingsError(say(N_("{file} is not in UTF-8."), file=file)) from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        told = say(N_("{file} is not valid TOML: {reason}."), file=file, reason=str(error))
        raise InvalidSettingsError(told) from error
    return _Reader(text, file).read(data)


class _Reader:
    def __init__(self, text: str, file: str) -> None:
        self._text = text
        self._file = file
        self._unknown: list[Message] = []
        self._wrong: list[Message] = []

    def read(self, data: Mapping[str, object]) -> ProjectSettings:
        for key in data.keys() - set(_KEYS):
            self._pass_over(key, _KEYS)
        language = self._word(data, "language", available_languages)
        journal = self._word(data, "journal", journal_ids)
        fail_on = self._word(data, "fail-on", lambda: _SEVERITIES)
        evidence = self._folder(data, "evidence")
        severities = self._severities(data.get("checks", {}))
        titles = self._titles(data.get("journal-titles", {}))
        if self._wrong:
            raise InvalidSettingsError(*self._wrong)
        return ProjectSettings(
            file=self._file,
            severities=MappingProxyType(severities),
            journal=journal,
            language=language,
            fail_on=Severity(fail_on) if fail_on else None,
            evidence=evidence,
            journal_titles=MappingProxyType(titles),
            unknown=tuple(sorted(self._unknown, key=str)),
        )

    def _word(
        self, data: Mapping[str, object], key: str, known: Callable[[], Iterable[str]]
    ) -> str | None:
        value = data.get(key)
        if value is None:
            return None
        words = tuple(known())
        if value in words:
            return str(value)
        self._refuse(key, value, words)
        return None

    def _folder(self, data: Mapping[str, object], key: str) -> str | None:
        """A folder that is named from where the settings stand."""
        value = data.get(key)
        if value is None:
            return None
        if isinstance(value, str) and value.strip() and "\0" not in value:
            return (PurePath(self._file).parent / value).as_posix()
        message = N_("{place}: {key} cannot be {value}; write the path of a folder.")
        shown = value if isinstance(value, str) else repr(value)
        self._wrong.append(say(message, place=self._place(key), key=key, value=shown))
        return None

    def _severities(self, table: object) -> dict[str, Severity | None]:
        found: dict[str, Severity | None] = {}
        if not isinstance(table, Mapping):
            told = say(N_("{place}: checks is not a table."), place=self._place("checks"))
            self._wrong.append(told)
            return found
        for key, value in table.items():
            try:
                code = explain(key).code
            except UnknownCodeError as error:
                self._pass_over(key, error.nearest)
                continue
            if value not in (*_SEVERITIES, _OFF):  # not a set: a table has no hash
                self._refuse(key, value, (_OFF, *_SEVERITIES))
            elif has_fixed_severity(code):
                message = N_("{place}: {code} keeps its severity, it tells what cannot be read.")
                self._unknown.append(say(message, place=self._place(key), code=code))
            else:
                found[code] = None if value == _OFF else Severity(value)
        return found

    def _titles(self, table: object) -> dict[str, str]:
        """A journal's title → its abbreviation, both as text."""
        found = dict(table) if isinstance(table, Mapping) else {"": ""}
        if not all(isinstance(value, str) and value for value in found.values()):
            told = N_("{place}: journal-titles is not a table of texts: {example}.")
            example = '"Full Title" = "Abbrev"'
            self._wrong.append(say(told, place=self._place("journal-titles"), example=example))
            return {}
        return found

    def _pass_over(self, key: str, known: Iterable[str]) -> None:
        near = difflib.get_close_matches(key, tuple(known), n=1)
        if near:
            message = N_("{place}: there is no setting {key}; did you mean {nearest}?")
            told = say(message, place=self._place(key), key=key, nearest=near[0])
        else:
            told = say(N_("{place}: there is no setting {key}."), place=self._place(key), key=key)
        self._unknown.append(told)

    def _refuse(self, key: str, value: object, known: tuple[str, ...]) -> None:
        message = N_("{place}: {key} cannot be {value}; write {known}.")
        shown = value if isinstance(value, str) else repr(value)
        place = self._place(key)
        self._wrong.append(say(message, place=place, key=key, value=shown, known=AnyOf(known)))

    def _place(self, key: str) -> str:
        """``file:line`` of a key, where it can be told: TOML's reader keeps no places."""
        name = re.escape(key)
        pattern = re.compile(rf"^[ \t]*[\"']?{name}[\"']?[ \t]*[=.\]]|^\[{name}")
        for number, line in enumerate(self._text.split("\n"), start=1):
            if pattern.match(line[:500]):
                return f"{self._file}:{number}"
        return self._file


def _unreadable(file: str) -> Message:
    return say(N_("The file {file} cannot be read."), file=file)


def _shown(path: Path, folder: Path) -> str:
    """The file as seen from where the case was named: ``../casereport.toml``."""
    way = list(folder.parts)
    for _ in range(len(folder.resolve().parts) - len(path.parent.parts)):
        if way and way[-1] not in {".", ".."}:
            way.pop()
        else:
            way.append("..")
    return Path(*way, path.name).as_posix()
