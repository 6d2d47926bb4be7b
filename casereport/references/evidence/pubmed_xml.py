"""Records in PubMed's XML (``efetch … retmode=xml``, "Save: XML"), read one article at a time.

Elements of NLM's "PubMed DTD": MedlineCitation has what was printed, PubmedData the identifiers.
No entity is resolved and no DTD is loaded.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, TypeAlias

from casereport.diagnostics import Span
from casereport.model.evidence import WorkRecord
from casereport.model.reference import Name, Retraction
from casereport.references.evidence.pubmed_summary import NATURES, RETRACTED, SOURCE
from casereport.references.evidence.record_text import plain_text, year_in
from casereport.references.evidence.record_titles import is_marked_retracted

Element: TypeAlias = Any
"""lxml's, which has no types here."""
_NATURES = {nature.replace(" ", ""): told for nature, told in NATURES.items()}
_MOST_AUTHORS = 1_000


class XmlSyntaxError(Exception):
    """Where XML stops being XML: 1-based line and column."""

    def __init__(self, line: int, column: int) -> None:
        super().__init__(line, column)
        self.line = line
        self.column = column


def xml_records(content: bytes, file: str) -> Iterator[WorkRecord]:
    """The records of a file, as they are read.

    Raises:
        XmlSyntaxError: the file breaks off here; the records before it were given.
    """
    from lxml import etree

    events = etree.iterparse(
        io.BytesIO(content),
        tag="PubmedArticle",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )
    try:
        for _, article in events:
            yield _record(article, Span(file, article.sourceline, 1, article.sourceline, 1))
            # What was read is let go, with the empty places it leaves before it.
            article.clear()
            while article.getprevious() is not None:
                del article.getparent()[0]
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise XmlSyntaxError(max(1, line), max(1, column)) from error


def _record(article: Element, span: Span) -> WorkRecord:
    citation = article.find("MedlineCitation")
    printed = article.find("MedlineCitation/Article")
    if citation is None or printed is None:
        return WorkRecord(SOURCE)
    pmid, doi = _text(citation, "PMID"), _doi(article, printed)
    titles = (_text(printed, "ArticleTitle"), _text(printed, "VernacularTitle"))
    journals = (
        _text(printed, "Journal/Title"),
        _text(printed, "Journal/ISOAbbreviation"),
        _text(citation, "MedlineJournalInfo/MedlineTA"),
    )
    people = printed.find("AuthorList")
    issue = "Journal/JournalIssue"
    return WorkRecord(
        source=SOURCE,
        type="article-journal",
        titles=tuple(title for title in titles if title),
        authors=tuple(_authors(people)),
        et_al=people is not None and people.get("CompleteYN") == "N",
        journals=tuple(dict.fromkeys(name for name in journals if name)),
        printed=_year(printed.find(f"{issue}/PubDate")),
        online=_year(printed.find("ArticleDate")),
        volume=_text(printed, f"{issue}/Volume"),
        issue=_text(printed, f"{issue}/Issue"),
        pages=tuple(_pages(printed)),
        doi=doi,
        pmid=pmid,
        notices=tuple(_notices(citation, pmid, doi, titles[0], span)),
        span=span,
    )


def _text(element: Element, way: str) -> str:
    found = element.find(way)
    return plain_text("".join(found.itertext())) if found is not None else ""


def _year(date: Element) -> int | None:
    if date is None:
        return None
    return year_in(_text(date, "Year") or _text(date, "MedlineDate"))


def _doi(article: Element, printed: Element) -> str:
    for way, name, where in (
        ("ELocationID", "EIdType", printed),
        ("PubmedData/ArticleIdList/ArticleId", "IdType", article),
    ):
        for one in where.findall(way):
            if one.get(name) == "doi":
                return plain_text("".join(one.itertext()))
    return ""


def _pages(printed: Element) -> Iterator[str]:
    if pages := _text(printed, "Pagination/MedlinePgn"):
        yield pages
    elif first := _text(printed, "Pagination/StartPage"):
        last = _text(printed, "Pagination/EndPage")
        yield f"{first}-{last}" if last else first


def _authors(people: Element) -> Iterator[Name]:
    for one in people.findall("Author")[:_MOST_AUTHORS] if people is not None else ():
        if family := _text(one, "LastName"):
            given = _text(one, "ForeName") or _text(one, "Initials")
            yield Name(family=family, given=given, suffix=_text(one, "Suffix"))
        elif group := _text(one, "CollectiveName"):
            yield Name(literal=group)


def _notices(
    citation: Element, pmid: str, doi: str, title: str, span: Span
) -> Iterator[Retraction]:
    natures: list[str] = []
    for one in citation.findall("CommentsCorrectionsList/CommentsCorrections"):
        if nature := _NATURES.get((one.get("RefType") or "").casefold()):
            natures.append(nature)
            year = year_in(_text(one, "RefSource"))
            date = str(year) if year else ""
            yield Retraction(nature=nature, doi=doi, pmid=pmid, date=date, span=span)
    kinds = citation.findall("Article/PublicationTypeList/PublicationType")
    marked = any(plain_text("".join(kind.itertext())).casefold() == RETRACTED for kind in kinds)
    if (marked or is_marked_retracted(title)) and "Retraction" not in natures:
        yield Retraction(nature="Retraction", doi=doi, pmid=pmid, span=span)
