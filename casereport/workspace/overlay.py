"""A case with some of its files changed, before anything is written."""

from __future__ import annotations

import datetime
import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import BinaryIO

from casereport.workspace.reading import Workspace


@dataclass(frozen=True)
class OverlayWorkspace:
    """``base``, but the files of ``changed`` have these bytes."""

    base: Workspace
    changed: Mapping[str, bytes]

    @property
    def name(self) -> str:
        """The base's name."""
        return self.base.name

    @property
    def today(self) -> datetime.date:
        """The base's day."""
        return self.base.today

    def names(self) -> tuple[str, ...]:
        """The base's files: none is added."""
        return self.base.names()

    def read(self, name: str) -> bytes:
        """The changed bytes, else the base's."""
        changed = self.changed.get(name)
        return self.base.read(name) if changed is None else changed

    def stream(self, name: str) -> BinaryIO:
        """The changed bytes, else the base's file."""
        changed = self.changed.get(name)
        return self.base.stream(name) if changed is None else io.BytesIO(changed)
