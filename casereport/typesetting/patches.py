"""Which functions of WeasyPrint we patch or build on, and whether they are as they were read.

Each stands here by the hash of its source. When one differs, an upgrade changed it: it is to be
read again, with what we put in its place, before the new hash is written down. ``doctor`` and the
tests ask here.
"""

from __future__ import annotations

import hashlib
import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from casereport.typesetting.engine.environment import engine_environment

MADE_FOR = "70.0"
"""The version of WeasyPrint whose source was read."""

_EXPECTED: Mapping[str, str] = MappingProxyType(
    {
        "anchors.gather_anchors": "373f8c676f27da3b",
        "document.Document._build_layout_context": "2b072254ab89701b",
        "document.Document._render": "ebaceeb0fa8e79aa",
        "document.Document.write_pdf": "086e4a8e99981829",
        "document.Page.paint": "b2f0dcbda755b5d5",
        "draw.draw_inline_level": "068162a401d00efd",
        "draw.text.draw_first_line": "1bb8eae6d88e71b1",
        "draw.text.draw_text": "ebaf96239c6ca363",
        "formatting_structure.build.create_anonymous_boxes": "f1e76cc779a89855",
        "html.get_html_metadata": "bc30b27717b2a9f8",
        "html.handle_a": "47e52e12444edcaf",
        "images.get_image_from_uri": "07bdb0c0e3fd5b83",
        "layout.column._create_column_box": "c9fc1aaa4d0fa7d8",
        "layout.column._report_footnotes": "0e9226e4e92830f0",
        "layout.inline._break_waiting_children": "62536bacd563bb44",
        "layout.inline.add_word_spacing": "879516e71f1b80fa",
        "layout.inline.float_layout": "d6c66bc084325f93",
        "layout.inline.get_next_linebox": "67af458c2545e74f",
        "layout.inline.iter_line_boxes": "04aec48abfcad809",
        "layout.inline.remove_last_whitespace": "53f0c79c9fbbda50",
        "layout.inline.split_inline_box": "3a0cb7ca7e34c7ef",
        "layout.inline.split_text_box": "8c564329599ef23f",
        "layout.inline.text_align": "e953d41b87ccfc30",
        "pdf.add_links": "262e8b9b299892a7",
        "pdf.anchors.write_pdf_attachment": "11bdffe520ef3841",
        "pdf.fonts.build_fonts_dictionary": "fc551bef35d0d6c3",
        "pdf.tags._build_box_tree": "f716251a83e7096e",
        "pdf.tags.add_tags": "f0e74575b0bafaf3",
        "stacking._dispatch": "003563d2565b4d30",
        "svg.text": "67a30c3e181b4a80",
        "text.fonts.FontConfiguration.__del__": "b325ecf9683e945e",
        "text.fonts.FontConfiguration.__init__": "9fdb532fe2c80013",
        "text.fonts.FontConfiguration.add_font_face": "e4fcfcc36ed8c310",
        "text.line_break.Layout": "681b737d1ba5e004",
        "text.line_break.Layout.get_first_line": "bb65cbda0e27f135",
        "text.line_break.Layout.reactivate": "0b89ee097104b713",
        "text.line_break._font_style_cache_key": "d6b09d54b8258d58",
        "text.line_break.create_layout": "6587192cc0ab3ffa",
        "text.line_break.first_line_metrics": "55ec5d0b58b29a8b",
        "text.line_break.get_font_description": "85734b8947b9bf64",
        "text.line_break.line_size": "03fa04fd51fc69aa",
        "text.line_break.split_first_line": "39ad1016863ca34d",
        "text.line_break.strut": "b57885b70dd08efe",
        "urls.fetch": "a0b61dca95970b6d",
        "urls.get_link": "6bcf98abe407fa7d",
    }
)


@dataclass(frozen=True, slots=True)
class PatchState:
    """A function by its name below ``weasyprint``; ``found`` is empty when it has no source."""

    name: str
    expected: str
    found: str

    @property
    def is_as_expected(self) -> bool:
        """True when the function is the one that was read."""
        return self.found == self.expected


def patch_states() -> tuple[PatchState, ...]:
    """The state of every function, sorted by name; the engine is loaded for it.

    Raises:
        MissingLibraryError: the engine cannot be loaded.
    """
    with engine_environment():
        import weasyprint

        from casereport.typesetting.engine import column_notes, line_memo, svg_text, text_memo
        from casereport.typesetting.engine.bidi import install as bidi
        from casereport.typesetting.engine.textlayer import install as textlayer

        # Those that we replaced were kept as they came.
        kept = {
            **bidi.PATCHED,
            **textlayer.PATCHED,
            **svg_text.PATCHED,
            **column_notes.PATCHED,
            **line_memo.PATCHED,
            **text_memo.PATCHED,
        }
        return tuple(
            PatchState(
                name, _EXPECTED.get(name, ""), _hash(kept.get(name) or _find(weasyprint, name))
            )
            for name in sorted({*_EXPECTED, *kept})
        )


def _find(module: Any, name: str) -> Callable[..., Any] | None:
    found = module
    for part in name.split("."):
        found = getattr(found, part, None)
    return found if callable(found) else None


def _hash(function: Callable[..., Any] | None) -> str:
    if function is None:
        return ""
    try:
        source = inspect.getsource(function)
    except (OSError, TypeError):
        return ""  # compiled, or installed without its source
    return hashlib.sha256(source.encode()).hexdigest()[:16]
