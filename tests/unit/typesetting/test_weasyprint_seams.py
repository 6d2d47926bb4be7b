"""The places of WeasyPrint that we build on are as they were when they were read.

A failure here says that an upgrade changed one of them: read it again, then write the new hash.
"""

from __future__ import annotations

import hashlib
import inspect
from types import SimpleNamespace
from typing import Any

import pytest

from casereport.typesetting import Refusal, typeset
from casereport.typesetting.assets import AssetStore

SEAMS = {
    "document.Document._render": "ebaceeb0fa8e79aa",
    "document.Document._build_layout_context": "2b072254ab89701b",
    "document.Document.write_pdf": "086e4a8e99981829",
    "text.fonts.FontConfiguration.__init__": "9fdb532fe2c80013",
    "text.fonts.FontConfiguration.__del__": "b325ecf9683e945e",
    "text.fonts.FontConfiguration.add_font_face": "e4fcfcc36ed8c310",
    "images.get_image_from_uri": "07bdb0c0e3fd5b83",
    "urls.fetch": "a0b61dca95970b6d",
    "urls.get_link": "6bcf98abe407fa7d",
    "html.handle_a": "47e52e12444edcaf",
    "html.get_html_metadata": "bc30b27717b2a9f8",
    "pdf.anchors.write_pdf_attachment": "11bdffe520ef3841",
    "pdf.tags.add_tags": "f0e74575b0bafaf3",
}


@pytest.mark.parametrize("name", SEAMS)
def test_seam_is_as_it_was_read(name: str) -> None:
    typeset("<p>x")  # loads the engine in its own way
    import weasyprint

    found: Any = weasyprint
    for part in name.split("."):
        found = getattr(found, part)

    assert hashlib.sha256(inspect.getsource(found).encode()).hexdigest()[:16] == SEAMS[name]


def test_link_that_came_about_otherwise_is_taken_out_before_painting() -> None:
    typeset("<p>x")
    from casereport.typesetting.engine.render import _clean_pages

    kept = [("internal", "end", (0, 0, 1, 1), None), ("external", "https://a.org", (), None)]
    page = SimpleNamespace(links=[*kept, ("external", "file:///x", (), None)], forms={None: []})
    store = AssetStore({})
    _clean_pages(SimpleNamespace(pages=[page]), store)  # type: ignore[arg-type]

    assert page.links == kept
    assert store.refusals == (Refusal("file:///x", "link", "target"),)
