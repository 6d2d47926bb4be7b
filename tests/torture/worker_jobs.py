"""What the workers of these tests do: set a document, or render a case; imported by its name."""

from __future__ import annotations

import pickle

from casereport.errors import TypesettingError
from casereport.pipeline import isolation
from casereport.pipeline.workers import Task
from casereport.typesetting import typeset_report


def run(payload: bytes) -> bytes:
    """A document's pages, or why there are none; a case's result as its own job gives it."""
    kind, content = payload[:1], payload[1:]
    if kind == b"C":
        return isolation.run_job(content)
    html, assets = pickle.loads(content)
    try:
        return f"{typeset_report(html, assets=assets).page_count} pages".encode()
    except TypesettingError as error:
        return f"refused: {error}"[:300].encode()


TASK = Task(run, isolation.prepare, isolation.TASK.preload)
