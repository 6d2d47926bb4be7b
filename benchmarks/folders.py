"""Cases and documents on the disk."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def files_of(folder: Path) -> dict[str, bytes]:
    """The files below a folder, by their names as the case has them."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def written(files: Mapping[str, bytes], folder: Path) -> Path:
    """The folder, with the files in it."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder
