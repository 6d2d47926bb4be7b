"""Citations inside a paragraph, as Pandoc has them: ``[see @a, p. 3; -@b]``, ``@a [p. 3]``, ``@a``.

Lenient where only one thing can be meant: keys may also be parted by a comma, the Persian marks or
"and"; an empty part is none. Each rule is a function in markdown-it's form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from markdown_it.rules_inline import StateInline

from casereport.text.locators import LABELLED, read_locator

_BRACKETED = re.compile(r"\[[^\[\]]{1,20000}\]")
"""As long as a paragraph can be; no bracket stands in it, so nothing is looked at twice."""
_KEY = re.compile(r"(?<![\w.+@-])(-?)@([\w\u200c][\w\u200c:.#$%&\-+?<>~/]{0,199})")
_PART = re.compile("[^;\u061b]+")
_JOINTS = ("and", "&", "\u0648")
_TRAILING = ".:#$%&-+?<>~/"
_BLANK = " \t\n,\u060c"
# A Latin id ends where Persian letters join it; one of other letters is taken, to be reported.
_CROSS_REFERENCE = re.compile(
    r"@(fig|tbl)-([A-Za-z0-9](?:[A-Za-z0-9_-]{0,98}[A-Za-z0-9])?|[^\W_][\w\u200c-]{0,98})"
)
# So does a Latin key; one that begins with another letter is «@مبینی1399», of a Persian source.
_BARE_KEY = re.compile(
    r"@([A-Za-z0-9_][A-Za-z0-9_:.#$%&\-+?<>~/]{0,199}|[^\W\d_][\w\u200c:.#$%&\-+?<>~/]{0,199})"
)
_BARE_LOCATOR = re.compile(rf"[ ]?\[({LABELLED}[^\[\]@\n]{{1,100}})\](?![({{])", re.IGNORECASE)


class TypedItem(NamedTuple):
    """One key of a group, with its place in the paragraph and what stands round it."""

    key: str
    start: int
    end: int
    prefix: str
    locator: str
    suppressed: bool


def citation(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """``[@a; @b, p. 3]``; the keys may also be ``fig-`` and ``tbl-`` ids, as Quarto allows."""
    match = _BRACKETED.match(state.src, state.pos, state.posMax)
    if (
        match is None
        or "@" not in match[0]
        or state.src[match.end() : match.end() + 1] in {"(", "{"}
    ):
        return False
    items: list[TypedItem] = []
    keyless: list[tuple[int, int]] = []
    for part in _PART.finditer(state.src, match.start() + 1, match.end() - 1):
        found = list(_items(state.src, part.start(), part.end()))
        items += found
        if not found and (text := part[0].strip()):
            start = part.start() + part[0].index(text)
            keyless.append((start, start + len(text)))
    floats = [item.key.startswith(("fig-", "tbl-")) for item in items]
    if not items or (keyless and all(floats)):
        return False
    if all(floats):
        return _bracketed_references(state, match.end(), silent=silent)
    if keyless:
        return _open_bracket(state, match.end(), keyless, silent=silent)
    if not silent:
        state.push("cite", "", 0).meta.update(items=tuple(items), in_text=False)
    state.pos = match.end()
    return True


def _items(text: str, start: int, end: int) -> Iterator[TypedItem]:
    """The keys between two semicolons: one as a rule."""
    matches = list(_KEY.finditer(text, start, end))
    prefix = text[start : matches[0].start()].strip() if matches else ""
    for index, match in enumerate(matches):
        key = match[2].rstrip(_TRAILING)
        key_end = match.start(2) + len(key)
        suppressed = match[1] == "-"
        if index == len(matches) - 1:
            locator, following = text[key_end:end].strip(_BLANK), ""
        else:
            between = _without_joint(text[key_end : matches[index + 1].start()]).strip(_BLANK)
            # Words between two keys belong to the second, unless they are a page of the first.
            is_locator = read_locator(between) is not None
            locator, following = (between, "") if is_locator else ("", between)
        yield TypedItem(key, match.start(2) - 1, key_end, prefix, locator, suppressed)
        prefix = following


def _without_joint(text: str) -> str:
    """What stands between two keys without the word that joins them."""
    words = text.rsplit(maxsplit=1)
    return text.rstrip()[: -len(words[-1])] if words and words[-1] in _JOINTS else text


def _open_bracket(
    state: StateInline, end: int, keyless: list[tuple[int, int]], *, silent: bool
) -> bool:
    """A part has no @: the bracket is text, as Pandoc reads it, and the part is told."""
    if not silent:
        token = state.push("open_citation", "", 0)
        token.content = "["
        token.meta.update(keyless=tuple(keyless), whole=state.src[state.pos : end])
    state.pos += 1
    return True


def _bracketed_references(state: StateInline, end: int, *, silent: bool) -> bool:
    """``[@fig-a; @fig-b]``: the brackets group and do not print."""
    if not silent:
        maximum = state.posMax
        state.pos, state.posMax = state.pos + 1, end - 1
        state.md.inline.tokenize(state)
        state.posMax = maximum
    state.pos = end
    return True


def cross_reference(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """``@fig-chest``, ``@tbl-doses``; a bare ``@key`` names the authors and cites."""
    if state.src[state.pos] != "@" or not _begins_word(state):
        return False
    if match := _CROSS_REFERENCE.match(state.src, state.pos, state.posMax):
        if not silent:
            token = state.push("cross_reference", "", 0)
            token.meta.update(kind=match[1], target=match[2])
        state.pos = match.end()
        return True
    match = _BARE_KEY.match(state.src, state.pos, state.posMax)
    key = match[1].rstrip(_TRAILING) if match else ""
    if not key:
        return False
    end = state.pos + 1 + len(key)
    located = _BARE_LOCATOR.match(state.src, end, state.posMax)
    if not silent:
        locator = located[1].strip(_BLANK) if located else ""
        item = TypedItem(key, state.pos, end, "", locator, suppressed=False)
        state.push("cite", "", 0).meta.update(items=(item,), in_text=True)
    state.pos = located.end() if located else end
    return True


def _begins_word(state: StateInline) -> bool:
    """True when no letter or digit stands before: not the @ of an e-mail address."""
    before = state.src[state.pos - 1 : state.pos]
    return not (before.isascii() and before.isalnum()) and (not before or before not in "._-+")
