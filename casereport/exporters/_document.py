"""The printed document as HTML: the journal's templates over an article.

Used for the PDF and for ``--keep-html``; assets are named ``asset:NAME``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Literal

from markupsafe import Markup

from casereport.article.article import Article, Edition
from casereport.article.block import Fig, TableWrap
from casereport.assembly.setting import edition_locale
from casereport.exporters._back_links import back_links, first_citation
from casereport.exporters._floats import settled
from casereport.exporters._markup import LinkNames, MarkupWriter
from casereport.exporters._notes import floating
from casereport.exporters._page_count import counted_last_page, counting_sheet
from casereport.exporters._targets import targets
from casereport.journals import Journal
from casereport.journals.templates import render_template
from casereport.locale import Locale, load_locale

Medium = Literal["screen", "print", "counted print"]
"""Where a document is read. In counted print, the style sheet numbers the last page."""

_BETWEEN_TAGS = re.compile(r">\s*\n\s*<")


def asset_url(name: str) -> str:
    """The URL by which the printed document calls an asset."""
    return f"asset:{name}"


def filters(
    article: Article,
    journal: Journal,
    asset: Callable[[str], str],
    ids: frozenset[str],
    medium: Medium,
) -> dict[str, Callable[..., Any]]:
    """The filters that templates use: ``inlines``, ``blocks``, ``figure``, ``table``, ``term``.

    ``ids`` are those of the document. Terms are the journal's own before the language's.
    On screen, links have names for those who do not see where they stand.
    """
    counted = {"last_page": counted_last_page} if medium == "counted print" else {}
    locales = {
        edition.language: edition_locale(edition.language, journal.manifest)
        for edition in article.editions
    }
    writer = {
        edition.language: MarkupWriter(
            edition.language,
            asset,
            locales[edition.language].term("figure-missing"),
            ids,
            names=_link_names(locales[edition.language]) if medium == "screen" else None,
            notes={} if medium == "screen" else floating(edition.footnotes),
            **counted,
        )
        for edition in article.editions
    }
    return {
        "inlines": lambda nodes, edition: writer[edition.language].inlines(nodes),
        "blocks": lambda nodes, edition, then="": writer[edition.language].blocks(nodes, then),
        "figure": lambda node, edition: writer[edition.language].figure(node),
        "table": lambda node, edition: writer[edition.language].table(node),
        "images": lambda node, edition: writer[edition.language].images(node),
        "tables": lambda floats: [node for node in floats if isinstance(node, TableWrap)],
        "figures": lambda floats: [node for node in floats if isinstance(node, Fig)],
        "tight": lambda markup: Markup(_BETWEEN_TAGS.sub("><", str(markup))),  # noqa: S704
        "plate_label": lambda label: label.rstrip(":."),
        "caption": lambda node, edition, tag: writer[edition.language].caption(node, tag),
        "comma": lambda edition: locales[edition.language].list_comma,
        "back_links": back_links(article.editions, locales),
        "at_end": lambda notes: [note for note in notes if note.id not in floating(notes)],
        "term": lambda edition, key, **values: locales[edition.language].term(key, **values),
    }


def _link_names(locale: Locale) -> LinkNames:
    return LinkNames(
        reference=lambda number: locale.term("go-to-reference", number=number),
        note=lambda mark: locale.term("go-to-note", mark=mark),
    )


def printed_editions(article: Article) -> tuple[Edition, ...]:
    """The editions that the journal sets in print, in order."""
    return tuple(edition for edition in article.editions if edition.part is not None)


def print_document(article: Article, journal: Journal, *, counts_pages: bool = False) -> str:
    """The HTML that is typeset.

    ``counts_pages``: the page range ends in what the engine counts, and not in what the article
    says; for articles that have a first page.
    """
    manifest = journal.manifest
    printed = printed_editions(article)
    if manifest.layout.columns == "2":
        printed = tuple(replace(edition, body=settled(edition.body)) for edition in printed)
    values: dict[str, Any] = {
        "article": article,
        "journal": journal,
        "printed": printed,
        "layout": manifest.layout,
        "page": manifest.page,
        "typography": manifest.typography,
        "references_columns": manifest.references.columns,
        **list_values(article),
        **heading_values(next((e for e in reversed(printed) if e.part == "full"), article.main)),
    }
    whole = [edition for edition in printed if edition.part == "full"]
    ids = targets(article, whole, references=bool(values["ref_heading"]))
    medium: Medium = "counted print" if counts_pages else "print"
    used = filters(article, journal, asset_url, ids, medium)
    used["first_citation"] = first_citation(whole)
    page_css = render_template(journal, "page.css.j2", values, filters=used)
    sheets = [page_css, *journal.styles("style.css")]
    if counts_pages and article.first_page is not None:
        sheets.append(counting_sheet(article.first_page))
    values["page_css"] = Markup("\n".join(sheets))  # noqa: S704  (our own style sheets)
    return render_template(journal, "article.html.j2", values, filters=used)


def list_values(article: Article) -> dict[str, object]:
    """Whether the reference list is numbered, its language and direction.

    A list is of one direction, on whose side its numbers stand: that of the Latin works, unless
    every work is written from right to left.
    """
    refs = article.references
    first = refs[0] if refs and all(ref.direction == "rtl" for ref in refs) else None
    return {
        "numbered": any(ref.label for ref in refs),
        "list_language": first.language if first else "en",
        "list_direction": first.direction if first else "ltr",
    }


def heading_values(edition: Edition) -> dict[str, str]:
    """The reference list's heading, its language and direction.

    A journal may head the list of a Persian text in English.
    """
    locale = load_locale("en" if edition.ref_heading.isascii() else edition.language)
    return {
        "ref_heading": edition.ref_heading,
        "ref_language": locale.language,
        "ref_direction": locale.direction,
    }
