"""What all cases of a machine share: the program, its libraries, fonts, journals and locales.

The journals are hashed as a whole, since which one a case takes, and what that one extends, is
known only when it has been read; and the program with its data, so that an unreleased change of
either counts too.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from importlib import metadata

from casereport import __version__, levers, resources

_SET_BY = (
    "weasyprint", "pydyf", "fonttools", "pillow", "citeproc-py", "jinja2", "markdown-it-py",
    "pikepdf",
)  # fmt: skip
"""The libraries whose version can be seen in a page."""
_SWITCHES = (levers.STOCK, levers.OFF)


def environment_fingerprint() -> str:
    """Of what all cases share: the program, its libraries, fonts, journals and locales."""
    parts = sorted(environment_parts().items())
    return digest((name, value.encode()) for name, value in parts)


def environment_parts() -> Mapping[str, str]:
    """The same by its parts, each under its name: a version, a variable, the hash of files."""
    kinds: tuple[resources.Kind, ...] = ("fonts", "locales", "templates")
    return {
        "casereport": __version__,
        **{name: metadata.version(name) for name in _SET_BY},
        **{name: os.environ.get(name, "") for name in _SWITCHES},
        **{f"{kind}/": digest(resources.contents(kind)) for kind in kinds},
        "casereport/": digest(resources.program()),
    }


def digest(parts: Iterable[tuple[str, bytes]]) -> str:
    """One hash; the length before each part, so that no two lists of parts are one text."""
    hashed = hashlib.sha256()
    for name, content in parts:
        named = name.encode("utf-8", "surrogateescape")
        hashed.update(f"{len(named)} {len(content)} ".encode())
        hashed.update(named)
        hashed.update(content)
    return hashed.hexdigest()
