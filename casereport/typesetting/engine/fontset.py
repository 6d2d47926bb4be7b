"""The engine's fonts: the bundled faces and those the document brings as assets, nothing else."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape

from weasyprint.text.ffi import ffi, fontconfig, pangoft2
from weasyprint.text.fonts import FontConfiguration

from casereport import resources
from casereport.errors import TypesettingError
from casereport.typesetting.engine.fetching import AssetFetcher
from casereport.typesetting.fonts import FontFace, font_faces


class BundledFonts(FontConfiguration):  # type: ignore[misc]  # (untyped base)
    """A font configuration that holds the faces of ``fonts/families.yaml``.

    Made inside ``engine_environment``, it knows no font of the system. One is made for each
    document (4 ms), so that the faces a document brings do not reach the next; ``has_more`` tells
    that it brought some, ``measured`` is what was measured with them (:mod:`.text_memo`).
    """

    def __init__(self) -> None:
        super().__init__()
        self.has_more = False
        self.measured: Any = None
        for number, face in enumerate(font_faces()):
            self._add(face, number)
        pangoft2.pango_fc_font_map_config_changed(ffi.cast("PangoFcFontMap *", self.font_map))

    def _add(self, face: FontFace, number: int) -> None:
        path = resources.path_of("fonts", face.file)
        # Pango remembers a font's repertoire by its path: the same file under two names needs two
        # spellings of its path ("fonts/./x.ttf", "fonts/././x.ttf" …), not two copies.
        spelled = f"{path.parent.as_posix()}/{'./' * number}{path.name}"
        self._configure(_scan_rule(face, spelled))
        if not fontconfig.FcConfigAppFontAddFile(self._config, spelled.encode("utf-8")):
            raise TypesettingError(f"fontconfig does not read the bundled font {face.file}")

    def _configure(self, rule: str) -> None:
        document = f'<?xml version="1.0" encoding="utf-8"?><fontconfig>{rule}</fontconfig>'
        complain = 1
        if not fontconfig.FcConfigParseAndLoadFromMemory(self._config, document.encode(), complain):
            raise TypesettingError("fontconfig refuses the rule of a bundled font")

    def add_font_face(self, rule_descriptors: dict[str, Any], url_fetcher: AssetFetcher) -> None:
        """Add a face of the document's own @font-face rules; installed fonts are out of reach."""
        fetcher = url_fetcher.wanting("font")
        for source in rule_descriptors["src"]:
            # Asked here first: WeasyPrint makes a folder for the file before it asks.
            if source[0] == "external" and fetcher.has(source[1]):
                self.has_more, self.measured = True, None
                super().add_font_face({**rule_descriptors, "src": (source,)}, fetcher)
                return
            if source[0] == "local":
                fetcher.refuse(f"local({source[1]})")

    def close(self) -> None:
        """Take away the temporary files of the document's own fonts, now and not at some time."""
        super().__del__()
        self._folder = None


def _scan_rule(face: FontFace, path: str) -> str:
    """What fontconfig notes about the file, in place of what the file says of itself."""
    edits = [
        _edit("family", f"<string>{escape(face.family)}</string>"),
        _edit("weight", f"<const>{'bold' if face.weight == 700 else 'regular'}</const>"),
        _edit("slant", f"<const>{'italic' if face.style == 'italic' else 'roman'}</const>"),
    ]
    if face.unicode_range:
        # Own minus (own minus wanted): what the file has of the range, and no more than it has.
        intervals = "".join(
            f"<range><int>0x{first:x}</int><int>0x{last:x}</int></range>"
            for first, last in face.unicode_range
        )
        own = "<name>charset</name>"
        outside = f"<minus>{own}<charset>{intervals}</charset></minus>"
        edits.append(_edit("charset", f"<minus>{own}{outside}</minus>"))
    test = f'<test name="file" compare="eq"><string>{escape(path)}</string></test>'
    return f'<match target="scan">{test}{"".join(edits)}</match>'


def _edit(name: str, expression: str) -> str:
    return f'<edit name="{name}" mode="assign_replace">{expression}</edit>'
