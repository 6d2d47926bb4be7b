"""Loads a journal: its manifest merged down the ``extends`` chain, its style files."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import ValidationError

from casereport import resources
from casereport.errors import MisconfiguredError, ResourceMissingError
from casereport.journals.layers import MANIFEST_FILE, merged, plain
from casereport.journals.manifest import Manifest
from casereport.references import ReferenceStyleError, authors_before_et_al, style_kind
from casereport.text.yaml_nodes import parse_yaml


class InvalidJournalError(MisconfiguredError):
    """A journal's folder is there but its manifest is not sound."""


@dataclass(frozen=True, slots=True)
class Journal:
    """A journal as data. ``chain``: its own folder first, then what it extends, to the base."""

    id: str
    manifest: Manifest
    chain: tuple[str, ...]

    def find(self, name: str) -> str:
        """The path under templates/ of the nearest ``name`` in the chain.

        Raises:
            ResourceMissingError: no folder of the chain has it.
        """
        for folder in self.chain:
            if resources.exists("templates", f"{folder}/{name}"):
                return f"{folder}/{name}"
        raise ResourceMissingError(f"the journal {self.id} has no {name}")

    @property
    def csl(self) -> str:
        """The text of the journal's CSL style.

        Raises:
            InvalidJournalError: it cannot be used; the message names the file and the line.
        """
        path = self.find(self.manifest.references.csl)
        text = resources.read_text("templates", path)
        try:
            style_kind(text)
        except ReferenceStyleError as error:
            raise InvalidJournalError(f"{path}:{max(error.line, 1)}: {error}") from error
        return text

    @property
    def authors_before_et_al(self) -> int | None:
        """How many authors its CSL style prints of a list that it cuts; None: it cuts none."""
        return authors_before_et_al(self.csl)

    def styles(self, name: str) -> tuple[str, ...]:
        """The texts of every style sheet called ``name``, the base's first, the journal's last."""
        found = [f"{folder}/{name}" for folder in reversed(self.chain)]
        return tuple(
            resources.read_text("templates", path)
            for path in found
            if resources.exists("templates", path)
        )


def journal_ids() -> tuple[str, ...]:
    """The ids of the journals one can choose, sorted."""
    ids = [name for name in resources.folders("templates") if _has_manifest(name)]
    return tuple(name for name in ids if not load_journal(name).manifest.abstract)


@cache
def load_journal(journal_id: str) -> Journal:
    """The journal with this id.

    Raises:
        ResourceMissingError: there is no such journal.
        InvalidJournalError: its manifest is not sound; the message names the key.
    """
    chain: list[str] = []
    layers: list[dict[str, Any]] = []
    folder: str | None = journal_id
    while folder is not None:
        if folder in chain:
            raise InvalidJournalError(f"the journal {journal_id} extends itself")
        if not _has_manifest(folder):
            if chain:
                reason = f"extends: there is no journal {folder}"
                raise InvalidJournalError(f"{chain[-1]}/{MANIFEST_FILE}: {reason}")
            raise ResourceMissingError(f"there is no journal {folder}")
        chain.append(folder)
        layers.append(_read(folder))
        parent = layers[-1].get("extends")
        folder = parent if isinstance(parent, str) else None
    try:
        manifest = Manifest.model_validate(merged(reversed(layers)))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        told = f"{journal_id}/{MANIFEST_FILE}: {place}: {first['msg']}"
        raise InvalidJournalError(told) from error
    return Journal(journal_id, manifest, tuple(chain))


def _has_manifest(folder: str) -> bool:
    return resources.exists("templates", f"{folder}/{MANIFEST_FILE}")


def _read(folder: str) -> dict[str, Any]:
    name = f"{folder}/{MANIFEST_FILE}"
    result = parse_yaml(resources.read_text("templates", name), name)
    if result.faults:
        fault = result.faults[0]
        raise InvalidJournalError(f"{name}:{fault.span.line}: {fault.kind}")
    data = plain(result.root)
    if not isinstance(data, dict):
        raise InvalidJournalError(f"{name}: expected a mapping")
    return data
