"""What our Markdown has beyond CommonMark, inside a paragraph: Pandoc's and Quarto's habits.

``{{ path }}``, ``[text]{lang=en dir=ltr}``, ``H~2~O``, ``10^9^``, ``[^note]``, ``^[note]``;
citations are :mod:`citation_rules`; and what it has not, so that it can be reported: HTML and
images. Each rule is a function in markdown-it's form (see its ``rules_inline``).
"""

from __future__ import annotations

import re

from markdown_it.helpers import parseLinkLabel
from markdown_it.rules_inline import StateInline

from casereport.reading.markdown.attributes import read_attributes

_FACT = re.compile(r"\{\{([^{}\n]{0,200})\}\}")
_NOTE = re.compile(r"\[\^([^\]\s\[^]{1,60})\]")
_ATTRIBUTES = re.compile(r"\{([^{}\n]{0,200})\}")
_SCRIPT = {
    "~": re.compile(r"(?<!~)~([^~\s]{1,100})~(?!~)"),
    "^": re.compile(r"\^([^\^\s\[][^\^\s]{0,99})\^"),
}
TAG = re.compile(
    r"</?[A-Za-z][A-Za-z0-9-]{0,30}(?:[\s/][^<>]{0,500})?>|<[?!][A-Za-z?][^<>]{0,500}>"
)
# What only a link can mean: a scheme, a path, the suffix of a file.
_TARGET = re.compile(
    r"\(<?([A-Za-z][A-Za-z0-9+.-]{1,31}:\S*?|\.{0,2}/\S*?|[^\s()]{1,300}\.[A-Za-z]{2,5})>?\)"
)
_AUTOLINK = re.compile(
    r"<((?:[A-Za-z][A-Za-z0-9+.-]{1,31}:/|file:|javascript:|data:|tel:)[^\s<>]*)>"
)


def fact(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """``{{ labs.hemoglobin.value }}``."""
    if not state.src.startswith("{{", state.pos):
        return False
    match = _FACT.match(state.src, state.pos, state.posMax)
    if not silent:
        token = state.push("fact" if match else "open_fact", "", 0)
        token.content = match[1].strip() if match else "{{"
    state.pos = match.end() if match else state.pos + 2
    return True


def note_reference(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """``[^label]``."""
    match = _NOTE.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        state.push("note_reference", "", 0).meta["label"] = match[1]
    state.pos = match.end()
    return True


def inline_note(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """``^[the note itself]``."""
    if not state.src.startswith("^[", state.pos):
        return False
    end = parseLinkLabel(state, state.pos + 1)
    if end < 0:
        return False
    return _enclose(state, "note", (state.pos + 2, end, end + 1), silent=silent)


def language_span(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """``[text]{lang=en dir=ltr}``."""
    if state.src[state.pos] != "[" or state.src.find("]{", state.pos, state.posMax) < 0:
        return False
    end = parseLinkLabel(state, state.pos)
    if end < 0 or not (match := _ATTRIBUTES.match(state.src, end + 1, state.posMax)):
        return False
    attributes = read_attributes(match[1])
    meta = {"language": attributes.language, "direction": attributes.direction}
    unknown = [(name, match.start(1)) for name in attributes.unknown]
    where = (state.pos + 1, end, match.end())
    return _enclose(state, "span", where, silent=silent, meta={**meta, "unknown": unknown})


def script(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """``H~2~O`` and ``10^9^``: no space inside, as in Pandoc."""
    marker = state.src[state.pos]
    match = _SCRIPT[marker].match(state.src, state.pos, state.posMax) if marker in _SCRIPT else None
    if match is None:
        return False
    name = "subscript" if marker == "~" else "superscript"
    return _enclose(state, name, (match.start(1), match.end(1), match.end()), silent=silent)


def _enclose(
    state: StateInline,
    name: str,
    where: tuple[int, int, int],
    *,
    silent: bool,
    meta: dict[str, object] | None = None,
) -> bool:
    """Push the inlines between the first two positions inside ``name``; go to the third."""
    start, end, after = where
    if not silent:
        maximum = state.posMax
        state.pos, state.posMax = start, end
        state.push(f"{name}_open", "", 1).meta.update(meta or {})
        state.md.inline.tokenize(state)
        state.push(f"{name}_close", "", -1)
        state.posMax = maximum
    state.pos = after
    return True


def image(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """``![alt](file)``: reported, printed as typed."""
    if not state.src.startswith("![", state.pos):
        return False
    end = parseLinkLabel(state, state.pos + 1)
    if end < 0 or state.src[end + 1 : end + 2] != "(":
        return False
    close = state.src.find(")", end, min(state.posMax, end + 2000))
    if close < 0:
        return False
    if not silent:
        state.push("image_text", "", 0).content = state.src[state.pos : close + 1]
    state.pos = close + 1
    return True


def refused_link(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """``[text](file:///…)``, ``<file:///…>``: reported, printed as typed; tried after the links."""
    if state.src[state.pos] == "<":
        match = _AUTOLINK.match(state.src, state.pos, state.posMax)
    elif state.src[state.pos] == "[":
        end = parseLinkLabel(state, state.pos)
        match = _TARGET.match(state.src, end + 1, state.posMax) if end >= 0 else None
    else:
        return False
    if match is None:
        return False
    if not silent:
        token = state.push("link_text", "", 0)
        token.content = state.src[state.pos : match.end()]
        token.meta["target"] = match[1]
    state.pos = match.end()
    return True


def html(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """A tag: reported, printed as typed. A comment: dropped (it was collected before)."""
    if state.src[state.pos] != "<":
        return False
    if state.src.startswith("<!--", state.pos):
        end = state.src.find("-->", state.pos + 4, state.posMax)
        if end < 0:
            return False
        state.pos = end + 3
        return True
    match = TAG.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        state.push("html_text", "", 0).content = match[0]
    state.pos = match.end()
    return True
