"""A case taken into memory as it stands, to be read elsewhere: in a worker, on another machine."""

from __future__ import annotations

from casereport.workspace.names import UnreadableError
from casereport.workspace.reading import MemoryWorkspace, Workspace, read_at_most

MAX_CASE_BYTES = 256 * 1024 * 1024
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
            # What is too large to be read whole may still be read piece by piece.
            with workspace.stream(name) as stream:
                content = read_at_most(stream, room + 1)
        except UnreadableError as error:
            refusals[name] = (error.reason, error.detail)
        except OSError as error:
            refusals[name] = ("failed", str(error))
        else:
            if len(content) > room:
                refusals[name] = ("too-large", "")
                continue
            contents[name] = content
            room -= len(content)
    return MemoryWorkspace(workspace.name, contents, workspace.today, refusals)
