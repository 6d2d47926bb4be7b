"""The contents of an issue as HTML to be typeset: a page for each language of the journal.

What it says of an article comes from the article's own front (:func:`article_heads`); where the
entry leads is named by a URI, since the article stands in another file until both are merged.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from markupsafe import Markup, escape

from casereport.article.article import Article, Edition
from casereport.article.contents import Contents, ContentsEntry, ContentsSection, Head
from casereport.article.inline import Break, Citation, Inline, Link, Span, Styled, Text, Xref
from casereport.article.inline import plain_text as text_of
from casereport.assembly.front import issue_parts
from casereport.assembly.setting import edition_locale
from casereport.exporters._document import filters
from casereport.journals import Journal
from casereport.journals.templates import render_template
from casereport.locale import Locale, load_locale
from casereport.model.front import Publication
from casereport.text.isolates import strip_isolates

_TAG = re.compile(r'</?(?:em|strong|sub|sup|code|span|bdi)(?: (?:lang|dir|class)="[\w -]{0,40}")*>')


def article_heads(article: Article, journal: Journal) -> tuple[Head, ...]:
    """What an issue's contents say of the article, its main language first."""
    editions = sorted(article.editions, key=lambda edition: edition is not article.main)
    return tuple(_head(edition, article, journal) for edition in editions)


def _head(edition: Edition, article: Article, journal: Journal) -> Head:
    write = filters(article, journal, lambda _name: "", frozenset(), "print")["inlines"]
    title = tuple(_bare(edition.front.title))
    return Head(
        language=edition.language,
        direction=edition.direction,
        title=str(write(title, edition)),
        plain_title=" ".join(strip_isolates(text_of(title)).split()),
        authors=tuple(person.name for person in edition.front.contribs),
    )


def _bare(nodes: Iterable[Inline]) -> Iterable[Inline]:
    """A title without what only means something in its article: citations, links, line breaks."""
    for node in nodes:
        match node:
            case Citation():
                continue
            case Break():
                yield Text(" ")
            case Link(children=children) | Xref(children=children):
                yield from _bare(children)
            case Styled(style, children):
                yield Styled(style, tuple(_bare(children)))
            case Span(language, direction, children):
                yield Span(language, direction, tuple(_bare(children)))
            case _:
                yield node


def entry_link(entry: ContentsEntry) -> str:
    """The URI by which the contents lead to an article; nothing outside has it (RFC 2606)."""
    return f"https://article.invalid/{entry.first_page}"


def contents_languages(journal: Journal) -> tuple[str, ...]:
    """The languages of a journal, that of its whole texts first, then as it prints them."""
    printed = journal.manifest.print
    languages = dict.fromkeys([*journal.manifest.order, *printed])
    known = [language for language in languages if language in printed]
    return tuple(sorted(known, key=lambda language: printed[language] != "full"))


def contents_title(contents: Contents, place: Publication, journal: Journal) -> str:
    """The issue's name in the first language: the journal, its own title, volume, number, date."""
    language = contents_languages(journal)[0]
    page = _Page(language, contents, place, journal)
    parts = [page.journal, *([page.title] if page.title else []), *page.parts]
    return strip_isolates(page.locale.list_comma.join(parts))


def contents_document(contents: Contents, place: Publication, journal: Journal) -> str:
    """The HTML that is typeset."""
    manifest = journal.manifest
    languages = contents_languages(journal)
    pages = tuple(_Page(language, contents, place, journal) for language in languages)
    values: dict[str, Any] = {
        "journal": journal,
        "name": contents_title(contents, place, journal),
        "pages": pages,
        "page": manifest.page,
        "typography": manifest.typography,
    }
    css = render_template(journal, "contents.css.j2", values, filters={})
    sheets = [css, *journal.styles("contents.css")]
    values["css"] = Markup("\n".join(sheets))  # noqa: S704  (our own style sheets)
    return render_template(journal, "contents.html.j2", values, filters={})


class _Page:
    """What the template prints in one language."""

    def __init__(
        self, language: str, contents: Contents, place: Publication, journal: Journal
    ) -> None:
        manifest = journal.manifest
        self._contents = contents
        self.locale: Locale = edition_locale(language, manifest)
        self.language = language
        self.direction = self.locale.direction
        self.journal = manifest.name.get(language) or ""
        self.heading = self.locale.term("contents")
        self.title = _in(contents.title, language)
        self.parts = issue_parts(place, self.locale, manifest)
        self.place = self.locale.list_comma.join(self.parts)
        issn = manifest.issn.print or manifest.issn.electronic if manifest.issn else None
        self.issn = f"{self.locale.term('issn')}: " if issn else ""
        self.issn_number = issn or ""

    @property
    def sections(self) -> list[dict[str, Any]]:
        """Heading and entries of each section."""
        return [
            {
                **self._heading(section),
                "entries": [self._entry(entry) for entry in section.entries],
            }
            for section in self._contents.sections
        ]

    def _heading(self, section: ContentsSection) -> dict[str, str]:
        """In another language where this one has none: its cases would seem to be of the last."""
        heading, language = _in(section.heading, self.language), self.language
        if not heading and section.heading:
            language, heading = next(iter(section.heading.items()))
        direction = load_locale(language).direction
        return {"heading": heading, "language": language, "direction": direction}

    def _entry(self, entry: ContentsEntry) -> dict[str, Any]:
        head = entry.head(self.language)
        return {
            "head": head,
            "title": _allowed(head.title),
            "authors": load_locale(head.language).list_comma.join(head.authors),
            "page": self.locale.number(entry.first_page),
            "link": entry_link(entry),
        }


def _in(texts: Any, language: str) -> str:
    return str(texts.get(language) or texts.get("und") or "")


def _allowed(markup: str) -> Markup:
    """The markup of a title with the elements that titles have; any other prints as it stands.

    It has been through files and other processes since we wrote it.
    """
    parts: list[Markup] = []
    position = 0
    for tag in _TAG.finditer(markup):
        parts += [_text(markup[position : tag.start()]), Markup(tag[0])]  # noqa: S704
        position = tag.end()
    return Markup("").join([*parts, _text(markup[position:])])


def _text(escaped: str) -> Markup:
    return escape(Markup(escaped).unescape())  # noqa: S704
