"""Fonts and images that are the same to the byte are written once.

Two dictionaries are the same when all that they say is, the streams that they lead to included.
"""

from __future__ import annotations

import hashlib
from typing import Any

_SHARED = ("/Font", "/XObject", "/ColorSpace", "/ExtGState", "/Pattern", "/Shading")
_MAX_DEPTH = 40


def share_resources(whole: Any) -> None:
    """Let every page use the first of resources that are the same."""
    first: dict[bytes, Any] = {}
    digests = _Digests()
    done: set[tuple[int, int]] = set()
    for page in whole.pages:
        resources = page.get("/Resources", {})
        for kind in _SHARED:
            named = resources.get(kind)
            if named is None or (named.is_indirect and named.objgen in done):
                continue
            done |= {named.objgen} if named.is_indirect else set()
            for name, item in list(named.items()):
                if item.is_indirect and (digest := digests.of(item)):
                    named[name] = first.setdefault(digest, item)


class _Digests:
    """A hash of an object with all that it leads to; empty for what leads too far."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], bytes] = {}

    def of(self, item: Any, depth: int = 0) -> bytes:
        import pikepdf

        if depth > _MAX_DEPTH:
            return b""
        if not isinstance(item, pikepdf.Object):
            return f"{type(item).__name__} {item}".encode()
        if item.is_indirect:
            if item.objgen not in self._known:
                # While its parts are looked at: one that leads back to it is not shared.
                self._known[item.objgen] = b""
                self._known[item.objgen] = self._inside(item, depth)
            return self._known[item.objgen]
        return self._inside(item, depth)

    def _inside(self, item: Any, depth: int) -> bytes:
        import pikepdf

        parts: list[bytes] = []
        if isinstance(item, pikepdf.Stream):
            parts.append(item.read_raw_bytes())
        if isinstance(item, (pikepdf.Dictionary, pikepdf.Stream)):
            for key, each in sorted(item.items(), key=lambda entry: str(entry[0])):
                if key not in {"/Length", "/Parent"}:
                    parts += [str(key).encode(), self.of(each, depth + 1)]
        elif isinstance(item, pikepdf.Array):
            parts += [self.of(each, depth + 1) for each in item]
        else:
            return bytes(item.unparse())
        if not all(parts):
            return b""
        digest = hashlib.sha256(str(type(item)).encode())
        for part in parts:
            digest.update(f"{len(part)} ".encode())
            digest.update(part)
        return digest.digest()
