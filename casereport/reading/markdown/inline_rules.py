"""What our Markdown has beyond CommonMark, inside a paragraph: Pandoc's and Quarto's habits.

``[@key]``, ``@fig-id``, ``{{ path }}``, ``[text]{lang=en dir=ltr}``, ``H~2~O``, ``10^9^``,
``[^note]``, ``^[note]``; and what it has not, so that it can be reported: HTML and images. Each
rule is a function in markdown-it's form (see its ``rules_inline``).
"""

from __future__ import annotations

import re

from markdown_it.helpers import parseLinkLabel
from markdown_it.rules_inline import StateInline

from casereport.reading.markdown.attributes import read_attributes

_FACT = re.compile(r"\{\{([^{}\n]{0,200})\}\}")
_BRACKETED = re.compile(r"\[[^\[\]]{1,2000}\]")
_KEY = r"[\w\u200c][\w\u200c:.#$%&\-+?<>~/]{0,199}"
_ITEM = re.compile(
    rf"(?P<prefix>(?:[^@]{{0,300}}\s)?)-?@(?P<key>{_KEY})(?P<locator>.*)", re.DOTALL
)
# A Latin id ends where Persian letters join it; one of other letters is taken, to be reported.
_CROSS_REFERENCE = re.compile(
    r"@(fig|tbl)-([A-Za-z0-9](?:[A-Za-z0-9_-]{0,98}[A-Za-z0-9])?|[^\W_][\w\u200c-]{0,98})"
)
_BARE_KEY = re.compile(r"@([A-Za-z0-9_][A-Za-z0-9_:.#$%&\-+?<>~/]{0,199})")
_NOTE = re.compile(r"\[\^([^\]\s\[^]{1,60})\]")
_ATTRIBUTES = re.compile(r"\{([^{}\n]{0,200})\}")
_SCRIPT = {
    "~": re.compile(r"(?<!~)~([^~\s]{1,100})~(?!~)"),
    "^": re.compile(r"\^([^\^\s\[][^\^\s]{0,99})\^"),
}
TAG = re.compile(
    r"</?[A-Za-z][A-Za-z0-9-]{0,30}(?:[\s/][^<>]{0,500})?>|<[?!][A-Za-z?][^<>]{0,500}>"
)
_TRAILING = ".:#$%&-+?<>~/"
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


def citation(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """``[@a; @b, p. 3]``; the keys may also be ``fig-`` and ``tbl-`` ids, as Quarto allows."""
    match = _BRACKETED.match(state.src, state.pos, state.posMax)
    if (
        match is None
        or "@" not in match[0]
        or state.src[match.end() : match.end() + 1] in {"(", "{"}
    ):
        return False
    items = []
    offset = match.start() + 1
    for part in match[0][1:-1].split(";"):
        item = _ITEM.fullmatch(part)
        if item is None:
            return False
        key = item["key"].rstrip(_TRAILING)
        begin = offset + item.start("key") - 1
        locator = item["key"][len(key) :] + item["locator"]
        items.append(
            (key, begin, begin + 1 + len(key), item["prefix"].strip(), locator.strip(" ,\t\n"))
        )
        offset += len(part) + 1
    if all(key.startswith(("fig-", "tbl-")) for key, *_ in items):
        return _bracketed_references(state, match.end(), silent=silent)
    if not silent:
        state.push("cite", "", 0).meta["items"] = tuple(items)
    state.pos = match.end()
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
    """``@fig-chest``, ``@tbl-doses``; a bare ``@key`` cites as ``[@key]`` does."""
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
    if not silent:
        state.push("cite", "", 0).meta["items"] = ((key, state.pos, end, "", ""),)
    state.pos = end
    return True


def _begins_word(state: StateInline) -> bool:
    """True when no letter or digit stands before: not the @ of an e-mail address."""
    before = state.src[state.pos - 1 : state.pos]
    return not (before.isascii() and before.isalnum()) and (not before or before not in "._-+")


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
