"""Citekeys in Markdown and in the texts of case.yaml, as they are typed: found, and renamed.

``[@a; @b, p. 3]`` and a bare ``@a``; an e-mail address holds none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

_KEY_CHARACTERS = r"\w:.#$%&\-+?<>~/\u200c"
_GROUP = re.compile(r"\[[^\[\]@]{0,300}@[^\[\]]{1,2000}\]")
_KEY = re.compile(
    r"(?<![A-Za-z0-9._+])(?<![A-Za-z0-9]-)"
    rf"@(?P<key>[\w\u200c][{_KEY_CHARACTERS}]{{0,99}})"
)
_TRAILING = ":.#$%&-+?<>~/\u200c"


def renamed(text: str, keys: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    """The changes that call citekeys by their new names: start, end, replacement.

    Where a group then cites one work twice, the second is taken out, unless it says a page.

    >>> list(renamed("[@a; @b] @c", {"b": "a", "c": "d"}))
    [(3, 7, ''), (9, 11, '@d')]
    >>> list(renamed("[@b; @a]", {"b": "a"}))
    [(1, 3, '@a'), (3, 7, '')]
    """
    done = 0
    for group in _GROUP.finditer(text):
        yield from _in_text(text, done, group.start(), keys)
        yield from _in_group(text, group, keys)
        done = group.end()
    yield from _in_text(text, done, len(text), keys)


def _in_text(
    text: str, start: int, end: int, keys: Mapping[str, str]
) -> Iterator[tuple[int, int, str]]:
    for match in _KEY.finditer(text, start, end):
        key = match["key"].rstrip(_TRAILING)
        if key in keys:
            yield match.start(), match.start("key") + len(key), f"@{keys[key]}"


def _in_group(
    text: str, group: re.Match[str], keys: Mapping[str, str]
) -> Iterator[tuple[int, int, str]]:
    seen: set[str] = set()
    typed_keys = {match["key"].rstrip(_TRAILING) for match in _KEY.finditer(group[0])}
    new = {keys[key] for key in typed_keys if key in keys}
    start = group.start() + 1
    for part in group[0][1:-1].split(";"):
        end = start + len(part)
        match = _KEY.search(text, start, end)
        if match is not None:
            typed = match["key"].rstrip(_TRAILING)
            key = keys.get(typed, typed)
            alone = part.strip() == f"@{typed}"
            if key in seen and alone and key in new:
                yield start - 1, end, ""
            elif typed in keys:
                yield match.start(), match.start("key") + len(typed), f"@{key}"
            seen.add(key)
        start = end + 1
