"""One document through WeasyPrint: parse, lay out, take out what may not be, paint, finish."""

from __future__ import annotations

import datetime
import functools
import logging
import re
from typing import Any, Literal

from weasyprint import DEFAULT_OPTIONS, Attachment
from weasyprint.document import Document
from weasyprint.html import element_has_link_type

from casereport.errors import TypesettingError
from casereport.levers import is_on, is_stock
from casereport.text.marks import without_excess_marks
from casereport.typesetting.assets import AssetStore, RefusedError, may_link_to
from casereport.typesetting.engine.bidi.direction import DirectedHTML
from casereport.typesetting.engine.fetching import AssetFetcher
from casereport.typesetting.engine.finish import finish
from casereport.typesetting.engine.fontset import BundledFonts
from casereport.typesetting.engine.linenumbers.painting import number_lines
from casereport.typesetting.engine.pictures import load_picture
from casereport.typesetting.result import PageLabels, TypesetResult

_LOGGER = logging.getLogger("weasyprint")
_NO_DATE = datetime.datetime(2000, 1, 1)
"""WeasyPrint wants a date for each attachment; ``finish`` takes it out."""

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_OPTIONS = {"pdf_tags": True}
_MAX_MARKS = 100


def render(
    html: str,
    store: AssetStore,
    *,
    page_labels: PageLabels | None,
    reading_direction: Literal["ltr", "rtl"] | None,
) -> TypesetResult:
    """Set ``html`` as PDF, its resources coming from ``store`` alone.

    Raises:
        TypesettingError: the engine failed.
    """
    remarks, fonts = _Remarks(), BundledFonts()
    _LOGGER.addHandler(remarks)
    try:
        document, attachments = _lay_out(html, store, fonts)
        pdf = document.write_pdf(
            finisher=functools.partial(
                finish, page_labels=page_labels, reading_direction=reading_direction
            ),
            attachments=attachments,
            **_OPTIONS,
        )
    except (RecursionError, MemoryError) as error:
        raise TypesettingError("the document is nested too deeply, or too large") from error
    except Exception as error:  # the engine's failures have no type in common
        raise TypesettingError(f"{type(error).__name__}: {error}") from error
    finally:
        _LOGGER.removeHandler(remarks)
        fonts.close()
    return TypesetResult(
        pdf=pdf,
        page_count=len(document.pages),
        refusals=store.refusals,
        missing_characters=_missing_characters(document),
        messages=tuple(remarks.texts),
    )


class _AssetDocument(Document):  # type: ignore[misc]  # (untyped base)
    """A document whose images are asked for as images, so that nothing else is decoded as one."""

    @classmethod
    def _build_layout_context(cls, html: Any, *arguments: Any) -> Any:
        context = super()._build_layout_context(html, *arguments)
        given = context.get_image_from_uri
        context.get_image_from_uri = functools.partial(
            load_picture if is_on("png") else given.func,
            *given.args,
            **{**given.keywords, "url_fetcher": html.url_fetcher.wanting("image")},
        )
        return context


def _lay_out(
    html: str, store: AssetStore, fonts: BundledFonts
) -> tuple[Document, list[Attachment]]:
    parsed = DirectedHTML(
        string=html, base_url="asset:", url_fetcher=AssetFetcher(store, "stylesheet")
    )
    # Whatever a <base> says, relative URLs lead nowhere.
    parsed.base_url = "asset:"
    _shorten_marks(parsed.etree_element)
    attachments = _take_attachments(parsed.etree_element, store)
    _clean_elements(parsed.etree_element, store)
    options = {**DEFAULT_OPTIONS, **_OPTIONS}
    document = _AssetDocument._render(parsed, fonts, None, None, options)  # noqa: SLF001
    document.url_fetcher = AssetFetcher(store, "attachment")
    _clean_pages(document, store)
    if not is_stock():
        number_lines(document.pages)
    _tidy_metadata(document.metadata)
    return document, attachments


def _shorten_marks(root: Any) -> None:
    """Leave out what is piled on one letter beyond any writing: HarfBuzz would end the process."""
    shorten = functools.partial(without_excess_marks, limit=_MAX_MARKS)
    for element in root.iter():
        for name, value in element.items():
            element.set(name, shorten(value))
        element.text = shorten(element.text) if element.text else element.text
        element.tail = shorten(element.tail) if element.tail else element.tail


def _take_attachments(root: Any, store: AssetStore) -> list[Attachment]:
    """The files that ``<link rel=attachment>`` names; WeasyPrint would date them by the clock."""
    found = []
    for link in root.iter("link"):
        if not element_has_link_type(link, "attachment"):
            continue
        del link.attrib["rel"]
        url = link.get("href", "").strip()
        try:
            served = store.serve(url, "attachment")
        except RefusedError:
            continue  # recorded in the store
        found.append(
            Attachment(
                string=served.content,
                name=url.rpartition("/")[2].rpartition(":")[2],
                description=link.get("title"),
                created=_NO_DATE,
                modified=_NO_DATE,
            )
        )
    return found


def _clean_elements(root: Any, store: AssetStore) -> None:
    """Take targets that may not be from links before styles are matched (``a[href]``)."""
    for element in root.iter():
        href = element.get("href") if element.tag in {"a", "area", "base"} else None
        if href is None:
            continue
        if element.tag == "base":
            store.refuse(href, "base", "ignored")
        elif element_has_link_type(element, "attachment"):
            continue  # fetched as an asset, or refused, when the file is written
        elif may_link_to(href):
            continue
        elif href.strip() not in {"", "#"}:
            store.refuse(href, "link", "target")
        del element.attrib["href"]


def _clean_pages(document: Document, store: AssetStore) -> None:
    """The last look before painting: links that came about in another way, and form fields."""
    for page in document.pages:
        page.links = [link for link in page.links if _is_allowed(link, store)]
        if any(page.forms.values()):
            store.refuse("", "form", "ignored")
        page.forms = {None: []}


def _is_allowed(link: tuple[Any, ...], store: AssetStore) -> bool:
    link_type, target = link[:2]
    if link_type == "external" and not may_link_to(target):
        store.refuse(target, "link", "target")
        return False
    return True


def _missing_characters(document: Document) -> str:
    missing = {code_point for font in document.fonts.values() for code_point in font.missing}
    return "".join(chr(code_point) for code_point in sorted(missing))


def _tidy_metadata(metadata: Any) -> None:
    """One line each, and nothing that XML cannot hold: Info and XMP say the same."""
    for name in ("title", "description", "generator", "lang"):
        text = getattr(metadata, name)
        setattr(metadata, name, _one_line(text) if text else None)
    metadata.authors = [line for author in metadata.authors if (line := _one_line(author))]
    metadata.keywords = [line for keyword in metadata.keywords if (line := _one_line(keyword))]


def _one_line(text: str) -> str:
    return " ".join(_NOT_XML.sub("", text).split())


class _Remarks(logging.Handler):
    """What WeasyPrint says while it sets one document."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.texts.append(record.getMessage())
