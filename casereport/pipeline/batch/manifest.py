"""What a batch has written, kept in its output folder so that the next one can leave it alone.

::

    {"version": 1,
     "cases": {"crest": {"fingerprint": "…", "files": {"crest.pdf": "SHA-256 …"},
                         "counts": {"error": 0, "warning": 1, "note": 0}}}}

An article of an issue has what the issue needs of it besides, when it is left alone next time::

    "article": {"pages": 5, "heads": [{"language": "fa", …}]}

It says nothing of where the cases lie. One that cannot be read counts as absent: then all is
rendered again, which harms nothing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from casereport.article.contents import Head
from casereport.diagnostics import Severity
from casereport.workspace import OutputFile, UnreadableError, read_file, write_all

MANIFEST = "casereport-batch.json"
_VERSION = 1


@dataclass(frozen=True, slots=True)
class ArticleNote:
    """What an issue needs to know of an article: how long it is, what the contents say of it."""

    pages: int
    heads: tuple[Head, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One case: what it was made from, and what was made; each file with its SHA-256."""

    fingerprint: str
    files: Mapping[str, str]
    counts: Mapping[Severity, int]
    article: ArticleNote | None = None

    def stands_in(self, output: Path) -> bool:
        """True when every file is there with the bytes that were written."""
        try:
            return all(
                hashlib.sha256(read_file(output / path)).hexdigest() == digest
                for path, digest in self.files.items()
            )
        except UnreadableError:
            return False


def entry_of(
    fingerprint: str,
    outputs: tuple[OutputFile, ...],
    counts: Mapping[Severity, int],
    article: ArticleNote | None = None,
) -> Entry:
    """What is to be remembered of a case that was written."""
    files = {file.path: hashlib.sha256(file.content).hexdigest() for file in outputs}
    return Entry(fingerprint, files, counts, article)


def read_manifest(output: Path) -> dict[str, Entry]:
    """The entries of the manifest in ``output``; none without one that can be read."""
    try:
        data = json.loads(read_file(output / MANIFEST))
        if data["version"] != _VERSION:
            return {}
        return {str(key): _entry(each) for key, each in data["cases"].items()}
    except (UnreadableError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def write_manifest(output: Path, entries: Mapping[str, Entry]) -> None:
    """Write it whole or not at all.

    Raises:
        CannotWriteError: the disk refused.
    """
    cases = {
        key: {
            "fingerprint": entry.fingerprint,
            "files": dict(entry.files),
            "counts": {severity.value: number for severity, number in entry.counts.items()},
            **({"article": asdict(entry.article)} if entry.article is not None else {}),
        }
        for key, entry in sorted(entries.items())
    }
    text = json.dumps({"version": _VERSION, "cases": cases}, ensure_ascii=False, indent=1)
    write_all(output, (OutputFile(MANIFEST, f"{text}\n".encode("utf-8", "surrogateescape")),))


def _entry(data: Any) -> Entry:
    files = {_inside(str(path)): str(digest) for path, digest in data["files"].items()}
    counts = {Severity(name): int(number) for name, number in data["counts"].items()}
    noted = data.get("article")
    article = _article(noted) if noted is not None else None
    return Entry(str(data["fingerprint"]), files, counts, article)


def _article(data: Any) -> ArticleNote:
    return ArticleNote(int(data["pages"]), tuple(map(_head, data["heads"])))


def _head(data: Any) -> Head:
    return Head(
        language=str(data["language"]),
        direction="rtl" if data["direction"] == "rtl" else "ltr",
        title=str(data["title"]),
        plain_title=str(data["plain_title"]),
        authors=tuple(map(str, data["authors"])),
    )


def _inside(path: str) -> str:
    """A path of the output folder: another one was written by someone else."""
    if not path or path.startswith("/") or ".." in path.split("/"):
        raise ValueError(path)
    return path
