"""A case taken into memory as it stands, to be read elsewhere: in a worker, on another machine."""

from __future__ import annotations

from casereport.workspace.names import UnreadableError
from casereport.workspace.reading import MemoryWorkspace, Workspace

MAX_CASE_BYTES = 512 * 1024 * 1024
"""No case is taken into memory beyond this size; its further files are too large."""


def snapshot(workspace: Workspace) -> MemoryWorkspace:
    """The files of ``workspace``, and why those that cannot be read cannot be."""
    try:
        names = workspace.names()
    except UnreadableError as error:
        unlisted = (error.name, error.reason, error.detail)
        return MemoryWorkspace(workspace.name, {}, workspace.today, unlisted=unlisted)
    contents: dict[str, bytes] = {}
    refusals: dict[str, tuple[str, str]] = {}
    room = MAX_CASE_BYTES
    for name in names:
        try:
            content = workspace.read(name)
            if len(content) > room:
                raise UnreadableError(name, "too-large")
        except UnreadableError as error:
            refusals[name] = (error.reason, error.detail)
        else:
            contents[name] = content
            room -= len(content)
    return MemoryWorkspace(workspace.name, contents, workspace.today, refusals)
