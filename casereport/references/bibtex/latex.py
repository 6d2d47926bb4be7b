"""LaTeX in a bibliographic field, as text with the tags of :mod:`casereport.references.markup`.

BibTeX's own rules ("BibTeXing", 1988): braces protect case unless a command begins them. A bare
``%`` is a percent sign, as exporters write it. One pass with a stack: no input can exhaust it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import TypeAlias

from pylatexenc.latex2text import (  # type: ignore[import-untyped]  # it publishes no types
    get_default_latex_context_db,
)

from casereport.references.markup import NOCASE, SMALL_CAPS, SPAN_END, plain

_MAX_DEPTH = 64
_ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306",
    ".": "\u0307", '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "c": "\u0327",
    "k": "\u0328", "d": "\u0323", "b": "\u0331",
}  # fmt: skip
_TAGS = {
    "emph": "i", "textit": "i", "textsl": "i", "mathit": "i", "textbf": "b", "mathbf": "b",
    "textsuperscript": "sup", "textsubscript": "sub", "textsc": "sc",
}  # fmt: skip
_SWITCHES = {
    "it": "i", "em": "i", "sl": "i", "itshape": "i", "bf": "b", "bfseries": "b", "sc": "sc",
}  # fmt: skip
_FIRST_ARGUMENT_IS_NOT_TEXT = frozenset({"href", "textcolor", "color", "foreignlanguage"})
_SPACES = {" ": " ", "\n": " ", "\t": " ", ",": " ", ";": " ", ":": " ", "\\": " "}
_NOTHING = frozenset("-/!@[]")
_MATH = {"(": True, ")": False}
_COMMAND_WORD = re.compile("[A-Za-z]+")
_DOTLESS = {"\u0131": "i", "\u0237": "j"}
_LIGATURES = (("---", "\u2014"), ("--", "\u2013"), ("``", "\u201c"), ("''", "\u201d"))
_SPECIAL = frozenset("\\{}$~`'-")
_PLAIN_RUN = re.compile(r"[^\\{}$^_~`'-]+")

Wrap: TypeAlias = Callable[[str], str]


def decode_latex(text: str) -> str:
    r"""A field's text with CSL's tags.

    >>> decode_latex(r"M{\"u}ller and CO$_2$ in {DNA}")
    'Müller and CO<sub>2</sub> in <span class="nocase">DNA</span>'
    """
    if not _SPECIAL.intersection(text):
        return text
    return _Decoder(text).decode()


def decode_plain(text: str) -> str:
    r"""A field's text without any tag.

    >>> decode_plain(r"{\'E}cole \& {INSERM}")
    'École & INSERM'
    """
    return plain(decode_latex(text))


@dataclass(slots=True)
class _Group:
    wrap: Wrap
    math: bool
    switch: str = ""
    pieces: list[str] = field(default_factory=list)

    def text(self) -> str:
        inner = self.wrap("".join(self.pieces))
        return _tagged(self.switch, inner) if self.switch else inner


class _Decoder:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.groups = [_Group(_as_it_is, math=False)]
        # What waits for the next character or group: an accent, a raised or lowered digit.
        self.waiting: list[Wrap] = []

    def decode(self) -> str:
        while self.at < len(self.text):
            self._step(self.text[self.at])
        while len(self.groups) > 1:
            self._close()
        return self.groups[0].text()

    def _step(self, character: str) -> None:
        run = None if self.waiting else _PLAIN_RUN.match(self.text, self.at)
        if run is not None:
            self.groups[-1].pieces.append(run[0])
            self.at = run.end()
        elif character == "\\":
            self._command()
        elif character == "{":
            self._open()
        elif character == "}":
            self.at += 1
            if len(self.groups) > 1:
                self._close()
        elif character == "$":
            self._dollar()
        elif self.groups[-1].math and character in "^_":
            self.at += 1
            self._wait(_in_tag("sup" if character == "^" else "sub"))
        else:
            self._characters(character)

    def _characters(self, character: str) -> None:
        for typed, meant in _LIGATURES:
            if self.text.startswith(typed, self.at) and not self.waiting:
                self.at += len(typed)
                self._emit(meant)
                return
        self.at += 1
        if self.waiting and character.isspace():
            return
        self._emit({"~": " ", "`": "\u2018"}.get(character, character))

    def _emit(self, text: str) -> None:
        while self.waiting:
            text = self.waiting.pop()(text)
        self.groups[-1].pieces.append(text)

    def _wait(self, wrap: Wrap) -> None:
        if len(self.waiting) < _MAX_DEPTH:
            self.waiting.append(wrap)

    def _open(self) -> None:
        start = self.at
        self.at += 1
        if len(self.groups) > _MAX_DEPTH:
            return
        wraps = tuple(self.waiting)
        self.waiting.clear()
        wrap = _all(wraps) if wraps else self._protection(start)
        self.groups.append(_Group(wrap, math=self.groups[-1].math))

    def _protection(self, start: int) -> Wrap:
        begins_with_command = self.text.startswith("\\", start + 1)
        protects = not begins_with_command and not self.groups[-1].math and len(self.groups) == 1
        return _protected if protects else _as_it_is

    def _close(self) -> None:
        group = self.groups.pop()
        self.groups[-1].pieces.append(group.text())

    def _dollar(self) -> None:
        group = self.groups[-1]
        self.at += 1
        if not group.math and "$" not in self.text[self.at : self.at + 2000]:
            self._emit("$")
            return
        group.math = not group.math

    def _command(self) -> None:
        self.at += 1
        if self.at == len(self.text):
            self._emit("\\")
            return
        name = self._command_name()
        if name in _ACCENTS:
            self._wait(_accented(_ACCENTS[name]))
        elif name in _TAGS:
            self._wait(_in_tag(_TAGS[name]))
        elif name in _SWITCHES:
            self.groups[-1].switch = _SWITCHES[name]
        elif name in _FIRST_ARGUMENT_IS_NOT_TEXT:
            self._skip_argument()
        elif name in _MATH:
            self.groups[-1].math = _MATH[name]
        elif name == "ensuremath":
            self._ensure_math()
        elif name in _SPACES:
            self._emit(_SPACES[name])
        elif name not in _NOTHING:
            self._emit_symbol(name)

    def _command_name(self) -> str:
        start = self.at
        match = _COMMAND_WORD.match(self.text, start)
        if match is None:
            self.at += 1
            return self.text[start]
        self.at = match.end()
        name = match[0]
        # TeX swallows the spaces after a command made of letters.
        while self.at < len(self.text) and self.text[self.at].isspace():
            self.at += 1
        return name

    def _emit_symbol(self, name: str) -> None:
        symbol = _symbol(name)
        if symbol:
            self._emit(symbol)

    def _skip_argument(self) -> None:
        if not self.text.startswith("{", self.at):
            return
        end = self.text.find("}", self.at)
        self.at = len(self.text) if end < 0 else end + 1

    def _ensure_math(self) -> None:
        if self.text.startswith("{", self.at) and len(self.groups) <= _MAX_DEPTH:
            self.groups.append(_Group(_as_it_is, math=True))
            self.at += 1


def _as_it_is(text: str) -> str:
    return text


def _protected(text: str) -> str:
    has_capital = any(character.isupper() for character in text)
    return f"{NOCASE}{text}{SPAN_END}" if has_capital and "<span" not in text else text


def _tagged(tag: str, text: str) -> str:
    if not text:
        return text
    return f"{SMALL_CAPS}{text}{SPAN_END}" if tag == "sc" else f"<{tag}>{text}</{tag}>"


def _in_tag(tag: str) -> Wrap:
    return lambda text: _tagged(tag, text)


def _accented(mark: str) -> Wrap:
    def wrap(text: str) -> str:
        if not text:
            return text
        letter = _DOTLESS.get(text[0], text[0])
        return unicodedata.normalize("NFC", letter + mark) + text[1:]

    return wrap


def _all(wraps: tuple[Wrap, ...]) -> Wrap:
    def wrap(text: str) -> str:
        for one in reversed(wraps):
            text = one(text)
        return text

    return wrap


@cache
def _symbol(name: str) -> str:
    """What a command without arguments stands for; one character stands for itself."""
    specification = get_default_latex_context_db().get_macro_spec(name)
    meaning = getattr(specification, "simplify_repl", None)
    if isinstance(meaning, str) and "%" not in meaning:
        return meaning
    if name.startswith("text") and len(name) > len("text"):
        return _symbol(name.removeprefix("text"))
    return name if len(name) == 1 and not name.isalpha() else ""
