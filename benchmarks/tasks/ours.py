"""Renders a case in this process: as it is, as a distinct one, or with one paragraph edited.

The process looks for what could be freed as a worker of a batch does: between the documents.
"""

from __future__ import annotations

import functools
import gc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2

from benchmarks.cases import distinct_case, edited_case
from benchmarks.folders import files_of, written
from casereport.garbage import keep_what_is_there, look_seldom
from casereport.pipeline.case import render_case
from casereport.pipeline.options import RenderOptions
from casereport.workspace import MemoryWorkspace


def prepare(argument: dict[str, Any]) -> Callable[[], dict[str, object]]:
    """Read the case; ``distinct`` and ``edit`` vary it.

    With ``keep``, its HTML is kept in that folder, and no PDF is made.
    """
    folder = Path(argument["case"])
    files = files_of(folder)
    if "distinct" in argument:
        files = distinct_case(files, argument["distinct"])
    if "edit" in argument:
        files = edited_case(files, argument["edit"])
    workspace = MemoryWorkspace(folder.name, files)
    _behave_as_a_worker()
    gc.collect()
    keep = argument.get("keep")
    options = RenderOptions(formats=("html",) if keep else ("pdf",), keep_html=bool(keep))

    def work() -> dict[str, object]:
        result = render_case(workspace, options)
        if result.fatal:
            raise RuntimeError("; ".join(f"{d.code} {d.message}" for d in result.diagnostics))
        if keep:
            written({file.path: file.content for file in result.kept_html}, Path(keep))
            return {}
        (output,) = result.outputs
        return {"pages": len(pypdfium2.PdfDocument(output.content)), "bytes": len(output.content)}

    return work


@functools.cache
def _behave_as_a_worker() -> None:
    keep_what_is_there()
    look_seldom()
