"""The data that ships with the package: ``templates/``, ``fonts/``, ``locales/``.

In an installed wheel they lie in ``casereport/data/``; in a checkout at the top level. Journals of
one's own lie in the folder that CASEREPORT_JOURNALS names; a file there stands before the package's
of the same name. This module and :mod:`casereport.workspace` are the only ones that touch the disk.
"""

from __future__ import annotations

import contextlib
import importlib.resources
import importlib.util
import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Literal

from casereport.errors import JournalsFolderError, ResourceMissingError

Kind = Literal["templates", "fonts", "locales"]


@cache
def root(kind: Kind) -> Path:
    """The folder that holds the package's data of this kind.

    Raises:
        ResourceMissingError: the installation is not whole.
    """
    package = Path(__file__).resolve().parent
    for candidate in (package / "data" / kind, package.parent / kind):
        if candidate.is_dir():
            return candidate
    raise ResourceMissingError(f"the folder {kind}/ is missing from this installation")


def own_journals() -> Path | None:
    """The folder of the user's own journals, if one is named.

    Raises:
        JournalsFolderError: it is not there.
    """
    named = os.environ.get("CASEREPORT_JOURNALS")
    if not named:
        return None
    if not (folder := Path(named)).is_dir():
        raise JournalsFolderError(named)
    return folder


def _roots(kind: Kind) -> tuple[Path, ...]:
    own = own_journals() if kind == "templates" else None
    return (root(kind),) if own is None else (own, root(kind))


def read_bytes(kind: Kind, name: str) -> bytes:
    """The bytes of ``kind/name``; ``name`` is a relative posix path without ``..``.

    Raises:
        ResourceMissingError: there is no such file.
    """
    path = _inside(kind, name)
    try:
        return path.read_bytes()
    except OSError as error:
        raise ResourceMissingError(f"{kind}/{name}: {error.strerror or error}") from error


def read_text(kind: Kind, name: str) -> str:
    """The text of ``kind/name``, which is UTF-8 (see :func:`read_bytes`)."""
    return read_bytes(kind, name).decode("utf-8")


def package_text(package: str, name: str) -> str:
    """The text of a data file that lies beside the modules of ``package``; it is UTF-8.

    Raises:
        ResourceMissingError: there is no such file.
    """
    try:
        return importlib.resources.files(package).joinpath(name).read_text("utf-8")
    except OSError as error:
        raise ResourceMissingError(f"{package}/{name}: {error.strerror or error}") from error


def exists(kind: Kind, name: str) -> bool:
    """True when ``kind/name`` is a file of the package, or of the user's own journals."""
    return _inside(kind, name).is_file()


def folders(kind: Kind) -> tuple[str, ...]:
    """The names of the folders directly under ``kind``, sorted: the journals, the languages."""
    found = (entry for base in _roots(kind) for entry in base.iterdir() if entry.is_dir())
    return tuple(sorted({entry.name for entry in found}))


def files(kind: Kind, suffix: str) -> tuple[str, ...]:
    """Every file under ``kind`` whose name ends in ``suffix``, as sorted relative posix paths."""
    base = root(kind)
    return tuple(sorted(path.relative_to(base).as_posix() for path in base.rglob("*" + suffix)))


def contents(kind: Kind) -> Iterator[tuple[str, bytes]]:
    """Every file under ``kind``, the user's own journals too, as a posix path with its bytes."""
    for base in _roots(kind):
        yield from _contents(base, "*", kind)


def program() -> Iterator[tuple[str, bytes]]:
    """The program's own source files: what the data is worked on with."""
    return _contents(Path(__file__).resolve().parent, "*.py", "casereport")


def _contents(base: Path, pattern: str, name: str) -> Iterator[tuple[str, bytes]]:
    for path in sorted(base.rglob(pattern)):
        if path.is_file():
            yield f"{name}/{path.relative_to(base).as_posix()}", path.read_bytes()


def cached(name: str) -> bytes | None:
    """What :func:`cache_beside_bytecode` put there; None where nothing is, or cannot be read."""
    try:
        return _in_cache(name).read_bytes()
    except OSError:
        return None


def may_cache(name: str) -> bool:
    """True where :func:`cache_beside_bytecode` would write, as far as can be seen."""
    folder = _in_cache(name).parent
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return not sys.dont_write_bytecode and os.access(folder, os.W_OK)


def cache_beside_bytecode(name: str, content: bytes) -> None:
    """Put it among the bytecode of this package, as Python does: where that may not be, not at all.

    What stands there is as trusted as the bytecode itself, and as easily made anew: nobody else may
    write it, whatever the umask.
    """
    if sys.dont_write_bytecode:
        return
    target = _in_cache(name)
    with contextlib.suppress(OSError):
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary = target.with_name(f"{target.name}.{os.getpid()}")
        try:
            temporary.touch(0o644, exist_ok=False)
            temporary.write_bytes(content)
            temporary.replace(target)
        finally:
            temporary.unlink(missing_ok=True)


def _in_cache(name: str) -> Path:
    source = Path(__file__).resolve().with_name(f"{name}.py")
    return Path(importlib.util.cache_from_source(str(source))).with_suffix(".cache")


def path_of(kind: Kind, name: str) -> Path:
    """The path of ``kind/name`` for a library that insists on one (fontconfig).

    Raises:
        ResourceMissingError: there is no such file.
    """
    path = _inside(kind, name)
    if not path.exists():
        raise ResourceMissingError(f"{kind}/{name}: no such file")
    return path


def _inside(kind: Kind, name: str) -> Path:
    parts = name.split("/")
    if name.startswith("/") or "\\" in name or any(part in {"", "..", "."} for part in parts):
        raise ResourceMissingError(f"{kind}/{name}: not a name inside {kind}/")
    paths = [base.joinpath(*parts) for base in _roots(kind)]
    return next((path for path in paths if path.exists()), paths[-1])
