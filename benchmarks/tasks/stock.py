"""Sets a kept HTML file with WeasyPrint as it comes, in this process; nothing of ours is loaded."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import weasyprint


def prepare(argument: dict[str, Any]) -> Callable[[], dict[str, object]]:
    """Read the HTML; with ``edit``, its last paragraph is changed."""
    path = Path(argument["html"])
    html = path.read_text("utf-8")
    if "edit" in argument:
        before, end, after = html.rpartition("</p>")
        html = f"{before} {'باز ' * (1 + argument['edit'] % 7)}{end}{after}"

    def work() -> dict[str, object]:
        pdf = weasyprint.HTML(string=html, base_url=str(path)).write_pdf()
        return {"bytes": len(pdf)}

    return work
