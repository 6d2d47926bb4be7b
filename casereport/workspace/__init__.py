"""Where a case's files come from and where results go: the disk, memory, and what day it is.

Reading a name can never leave the case folder: names are relative posix paths, resolved (after
percent-decoding) with links refused. Results are written beside their final name, flushed, then
renamed, so that no half-written file ever stands under a final name.
"""

from casereport.workspace.above import find_above, read_file
from casereport.workspace.finding import FoundFolder, find_folder, find_folders
from casereport.workspace.names import UnreadableError, clean_name
from casereport.workspace.overlay import OverlayWorkspace
from casereport.workspace.reading import (
    MAX_FILE_BYTES,
    MAX_FILES,
    DiskWorkspace,
    MemoryWorkspace,
    Workspace,
)
from casereport.workspace.replacing import ChangedMeanwhileError, Replacement, replace_all
from casereport.workspace.snapshots import snapshot
from casereport.workspace.staging import sweep_all
from casereport.workspace.writing import (
    OutputFile,
    is_same_folder,
    is_vacant,
    output_name,
    refused,
    write_all,
)

__all__ = [
    "MAX_FILES",
    "MAX_FILE_BYTES",
    "ChangedMeanwhileError",
    "DiskWorkspace",
    "FoundFolder",
    "MemoryWorkspace",
    "OutputFile",
    "OverlayWorkspace",
    "Replacement",
    "UnreadableError",
    "Workspace",
    "clean_name",
    "find_above",
    "find_folder",
    "find_folders",
    "is_same_folder",
    "is_vacant",
    "output_name",
    "read_file",
    "refused",
    "replace_all",
    "snapshot",
    "sweep_all",
    "write_all",
]
