"""The manifest while a batch or an issue is made: what was written, noted now and then."""

from __future__ import annotations

import time
from pathlib import Path
from types import TracebackType
from typing import Self

from casereport.errors import CannotWriteError
from casereport.pipeline.batch.manifest import Entry, read_manifest, write_manifest

_SAVE_EVERY = 2.0
"""Seconds between two notes in the manifest: of 10,000 cases it has three megabytes."""


class Ledger:
    """The manifest while a batch runs; as a context it is saved at the end, however that comes."""

    def __init__(self, output: Path) -> None:
        self._output = output
        self._entries = read_manifest(output)
        self._is_saved = True
        self._saved_at = time.monotonic()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        try:
            self._save()
        except CannotWriteError:
            # What ended the batch weighs more, and without a note all is only rendered again.
            if kind is None:
                raise

    def last(self, key: str) -> Entry | None:
        """What was last written of a case, whatever it was then."""
        return self._entries.get(key)

    def find(self, key: str, fingerprint: str) -> Entry | None:
        """What was written of a case, when it is still as it was, and so are its files."""
        entry = self._entries.get(key)
        if entry is None or entry.fingerprint != fingerprint:
            return None
        return entry if entry.stands_in(self._output) else None

    def note(self, key: str, entry: Entry) -> None:
        """Remember what was written."""
        self._entries[key] = entry
        self._is_saved = False
        if time.monotonic() - self._saved_at >= _SAVE_EVERY:
            self._save()

    def forget(self, key: str) -> None:
        """A case that fails now has not been written from what it is now."""
        self._is_saved = self._entries.pop(key, None) is None and self._is_saved

    def _save(self) -> None:
        if not self._is_saved:
            write_manifest(self._output, self._entries)
            self._is_saved = True
            self._saved_at = time.monotonic()
