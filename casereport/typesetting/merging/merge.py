"""Merges PDFs; what a page is linked to and tagged as in its own file it is in the whole as well.

PDF 32000-1: §7.7.3 pages, §12.3.2.3 named destinations, §12.3.3 outlines, §12.4.2 page labels,
§14.7 logical structure. Each part is prepared in its own file (numbers into the parent tree moved
on, names of destinations made unique), then copied. PDFium and the page-wise copies of others lose
the tags and the links.

The first part speaks for the whole: its Info, XMP, language and viewer preferences are those of the
result. The bytes depend on the parts alone: no date is written, and the file's ID is a hash.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Sequence
from typing import Any

from casereport.typesetting.merging.destinations import Destinations
from casereport.typesetting.merging.outlines import Bookmark, bookmarks_of, write_bookmarks
from casereport.typesetting.merging.part import MergeError, Part
from casereport.typesetting.merging.sharing import share_resources
from casereport.typesetting.merging.tags import TagTree


def merge(parts: Sequence[Part]) -> bytes:
    """One PDF of all parts, in their order.

    Raises:
        MergeError: a part is no PDF, or is encrypted.
        ValueError: there are no parts.
    """
    import pikepdf

    if not parts:
        raise ValueError("there is nothing to merge")
    opened: list[Any] = []
    try:
        for number, part in enumerate(parts, 1):
            try:
                opened.append(pikepdf.open(io.BytesIO(part.pdf)))
            except pikepdf.PdfError as error:
                raise MergeError(f"part {number} cannot be read: {error}") from error
        return _Merge(parts, opened).run()
    finally:
        for pdf in opened:
            pdf.close()


class _Merge:
    def __init__(self, parts: Sequence[Part], opened: Sequence[Any]) -> None:
        import pikepdf

        self._parts = parts
        self._opened = opened
        self._whole = pikepdf.new()
        self._labels: list[Any] = []
        self._starts: list[int] = []

    def run(self) -> bytes:
        tags, destinations = TagTree(self._whole, self._opened[0]), Destinations(self._whole)
        bookmarks: list[Bookmark] = []
        for index, (part, pdf) in enumerate(zip(self._parts, self._opened, strict=True)):
            destinations.rename(pdf, index)
            tags.renumber(pdf)
            self._take_pages(part, pdf)
            start = self._starts[index]
            tags.take(pdf)
            destinations.take(pdf, start)
            bookmarks += bookmarks_of(pdf, part.title, start)
        targets = zip(self._parts, self._starts, strict=True)
        destinations.lead({part.link: (start, part.title) for part, start in targets if part.link})
        destinations.write()
        tags.write()
        write_bookmarks(self._whole, bookmarks)
        share_resources(self._whole)
        self._speak_for_all()
        return self._written()

    def _take_pages(self, part: Part, pdf: Any) -> None:
        import pikepdf

        self._starts.append(len(self._whole.pages))
        self._labels += [len(self._whole.pages), _label(part)]
        with warnings.catch_warnings():
            # It warns that names of destinations are lost: those we copy ourselves.
            warnings.simplefilter("ignore", UserWarning)
            self._whole.pages.extend(pdf.pages)
        size = pdf.pages[-1].mediabox
        for _ in range(part.blanks_after):
            blank = pikepdf.Dictionary(
                Type=pikepdf.Name.Page,
                MediaBox=pikepdf.Array(list(size)),
                Resources=pikepdf.Dictionary(),
                Tabs=pikepdf.Name.S,
            )
            self._whole.pages.append(pikepdf.Page(self._whole.make_indirect(blank)))

    def _speak_for_all(self) -> None:
        """What the first part says of itself holds for the whole."""
        import pikepdf

        first, root = self._opened[0], self._whole.Root
        for key in ("/Lang", "/ViewerPreferences", "/Metadata"):
            if key in first.Root:
                root[key] = self._whole.copy_foreign(first.make_indirect(first.Root[key]))
        root.MarkInfo = pikepdf.Dictionary(Marked=True)
        root.PageLabels = pikepdf.Dictionary(Nums=pikepdf.Array(self._labels))
        if self._whole.Root.get("/Outlines") is not None:
            root.PageMode = pikepdf.Name.UseOutlines
        information = self._whole.docinfo
        for key, value in first.docinfo.items():
            information[key] = str(value)

    def _written(self) -> bytes:
        import pikepdf

        stream = io.BytesIO()
        self._whole.save(
            stream,
            min_version=max(pdf.pdf_version for pdf in self._opened),
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
        )
        self._whole.close()
        return stream.getvalue()


def _label(part: Part) -> Any:
    import pikepdf

    style = pikepdf.Name.r if part.labels.style == "roman" else pikepdf.Name.D
    label = pikepdf.Dictionary(S=style, St=part.labels.first)
    if part.labels.prefix:
        label.P = pikepdf.String(part.labels.prefix)
    return label
