"""Names of files as a case writes them, and why one cannot be read.

A name is a relative posix path; it cannot leave the case folder, also not percent-encoded.
"""

from __future__ import annotations

from urllib.parse import unquote


class UnreadableError(Exception):
    """A file of the case that is absent, refused, outside the folder, or too large.

    ``reason`` is a stable word for the cause: ``missing``, ``outside``, ``backslash``,
    ``too-large``, ``permission``, ``not-a-file``, ``failed``.
    """

    def __init__(self, name: str, reason: str, detail: str = "") -> None:
        super().__init__(f"{name}: {detail or reason}")
        self.name = name
        self.reason = reason
        self.detail = detail


def clean_name(name: str) -> str:
    """``name`` as a relative posix path inside the case folder, percent-decoded.

    Raises:
        UnreadableError: it is empty, absolute, or climbs out (also when percent-encoded), or it is
            written with backslashes.
    """
    decoded = unquote(name.strip())
    if not decoded or decoded.startswith("/") or "\0" in decoded or ":" in decoded.split("/")[0]:
        raise UnreadableError(name, "outside")
    if "\\" in decoded:
        raise UnreadableError(name, "backslash")
    if ".." in decoded.split("/"):
        raise UnreadableError(name, "outside")
    return without_idle_parts(decoded)


def without_idle_parts(name: str) -> str:
    """``name`` without ``.`` and doubled slashes."""
    return "/".join(part for part in name.split("/") if part not in {"", "."})


def spellings(name: str) -> tuple[str, ...]:
    """``name`` as it stands, then decoded: a file may really be called ``a%20b.png``."""
    decoded = clean_name(name)
    return tuple(dict.fromkeys((without_idle_parts(name.strip()), decoded)))
