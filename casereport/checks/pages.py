"""The page of a check: its docstring, read into parts to show to a reader and to run as tests.

The docstring's first line is the title (translated through gettext). Then follow the reasons, and::

    Bad::

        case.yaml:
            dates:
              received: {fa: 1398-11-11, en: 2020-01-21}

    Good::

        …

and, below the line ``References:``, a source a line.

A block may be called ``Bad (what is special)::`` and stand several times. In it each file is its
name and a colon, its text indented below; ``name: <words>`` stands for a file that text cannot show
(half an image), by words that ``tests/checks`` knows. A fragment of case.yaml
replaces the keys it holds in a minimal valid case; a fragment of a narrative without a heading is
added to its discussion; any other file stands for itself. On a page about a journal's profile the
files are those of a minimal journal that extends the base.
"""

from __future__ import annotations

import difflib
import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from casereport.checks.check import Scope
from casereport.checks.discovery import LoadedCheck, discover
from casereport.diagnostics import Severity
from casereport.errors import CaseReportError

_BLOCK = re.compile(r"^(Bad|Good)(?: \(([^)\n]+)\))?::$")
_LOOKED_AT = 30
_FILE = re.compile(r"^(\S+?):(?: <([^>]+)>)?$")


class UnknownCodeError(CaseReportError):
    """There is no check with this code or name; ``nearest`` are those that look like it."""

    def __init__(self, code: str, nearest: tuple[str, ...]) -> None:
        super().__init__(code)
        self.code = code
        self.nearest = nearest


@dataclass(frozen=True, slots=True)
class ExampleFile:
    """One file of an example: its text, or the name of a fixture that text cannot show."""

    name: str
    text: str
    fixture: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """Files laid over a minimal valid case: ``bad`` ones are reported, ``good`` ones are not."""

    kind: Literal["bad", "good"]
    label: str
    files: tuple[ExampleFile, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Page:
    """A check's page. ``title`` is a gettext msgid; for other languages see page_text()."""

    code: str
    name: str
    severity: Severity
    scope: Scope
    family: str
    title: str
    paragraphs: tuple[str, ...]
    examples: tuple[Example, ...]
    references: tuple[str, ...]
    available: bool

    @property
    def letters(self) -> str:
        """The letters of the code, which all checks of its family share: ``CIT``."""
        return self.code.rstrip("0123456789")


def catalogue() -> tuple[Page, ...]:
    """The pages of all codes, in their order."""
    return tuple(_page(loaded) for loaded in discover())


def family(name: str) -> tuple[Page, ...]:
    """The pages of a family by its letters (CIT) or its folder, in their order; none: no family."""
    wanted = name.strip().lower()
    return tuple(page for page in catalogue() if wanted in {page.letters.lower(), page.family})


def explain(code: str) -> Page:
    """The page of a check by its code or name, in any case of letters.

    Raises:
        UnknownCodeError: there is none; it carries the nearest codes and names.
    """
    wanted = code.strip().lower()
    names: dict[str, str] = {}
    for loaded in discover():
        if wanted in {loaded.check.code.lower(), loaded.check.name}:
            return _page(loaded)
        names[loaded.check.code.lower()] = loaded.check.code
        names[loaded.check.name] = loaded.check.name
    near = difflib.get_close_matches(wanted, names, n=_LOOKED_AT, cutoff=0.6)
    # Among those that are equally near, the first code.
    near.sort(key=lambda name: (-difflib.SequenceMatcher(None, name, wanted).ratio(), name))
    raise UnknownCodeError(code, tuple(names[name] for name in near[:3]))


def _page(loaded: LoadedCheck) -> Page:
    title, _, rest = loaded.docstring.strip().partition("\n")
    paragraphs: list[str] = []
    examples: list[Example] = []
    references: tuple[str, ...] = ()
    for head, body in sections(rest):
        if match := _BLOCK.match(head):
            kind: Literal["bad", "good"] = "bad" if match[1] == "Bad" else "good"
            examples.append(Example(kind, match[2] or "", tuple(_files(body)), body))
        elif head == "References:":
            references = tuple(line.strip() for line in body.splitlines() if line.strip())
        else:
            paragraphs.append(head)
    return Page(
        code=loaded.check.code,
        name=loaded.check.name,
        severity=loaded.check.severity,
        scope=loaded.check.scope,
        family=loaded.family,
        title=title.strip(),
        paragraphs=tuple(paragraphs),
        examples=tuple(examples),
        references=references,
        available=loaded.available,
    )


def sections(text: str) -> Iterator[tuple[str, str]]:
    """Paragraphs of a page, each with the indented block that follows it (dedented), if any."""
    lines = text.strip("\n").splitlines()
    position = 0
    while position < len(lines):
        start = position
        while position < len(lines) and lines[position] and lines[position][0] != " ":
            position += 1
        head = " ".join(line.strip() for line in lines[start:position])
        start = position
        while position < len(lines) and (not lines[position] or lines[position][0] == " "):
            position += 1
        body = textwrap.dedent("\n".join(lines[start:position])).strip("\n")
        if head or body:
            yield head, body


def _files(block: str) -> Iterator[ExampleFile]:
    name, fixture, lines = "", "", list[str]()
    for line in [*block.splitlines(), ""]:
        match = _FILE.match(line)
        if match and name:
            yield _file(name, fixture, lines)
        if match:
            name, fixture, lines = match[1], match[2] or "", []
        elif line.startswith(" ") or not line:
            lines.append(line)
        else:
            raise ValueError(f"an example needs a file's name and a colon, not {line!r}")
    if name:
        yield _file(name, fixture, lines)


def _file(name: str, fixture: str, lines: list[str]) -> ExampleFile:
    text = textwrap.dedent("\n".join(lines)).strip("\n")
    return ExampleFile(name, text + "\n" if text else "", fixture)
