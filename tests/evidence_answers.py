"""Answers of databases in their true shapes, made by hand from a reference: what a user would save.

Crossref's REST API (``/works/DOI`` and ``/works?query=…``), PubMed's ESummary 2.0 and EFetch. The
identifiers are invented; what else they say is the reference's, with the fields given in its place.
"""

from __future__ import annotations

import json
from typing import Any
from xml.sax.saxutils import escape

from casereport.model.reference import Reference

FULL_NAMES = {
    "Semin Arthritis Rheum": "Seminars in Arthritis and Rheumatism",
    "J Am Acad Dermatol": "Journal of the American Academy of Dermatology",
    "Curr Opin Rheumatol": "Current Opinion in Rheumatology",
    "Rheumatology (Oxford)": "Rheumatology",
    "Arthritis Rheum": "Arthritis &amp; Rheumatism",
    "Br J Rheumatol": "British Journal of Rheumatology",
    "J Clin Rheumatol": "JCR: Journal of Clinical Rheumatology",
    "Ann Rheum Dis": "Annals of the Rheumatic Diseases",
    "Arch Dermatol": "Archives of Dermatology",
    "Aesthetic Plast Surg": "Aesthetic Plastic Surgery",
}


def parts(year: int | None, month: int = 6) -> dict[str, object]:
    return {"date-parts": [[year, month]] if year else [[None]]}


def crossref_work(reference: Reference, /, **fields: object) -> dict[str, Any]:
    """The object under ``message``."""
    journal = reference.container_title
    supplement = f"suppl_{reference.supplement.split()[-1]}" if reference.supplement else ""
    work: dict[str, Any] = {
        "indexed": {"date-parts": [[2024, 3, 2]], "timestamp": 1709340000000},
        "reference-count": 2,
        "publisher": "Publisher",
        "issue": reference.issue or supplement,
        "license": [{"URL": "https://example.org/licence", "content-version": "vor"}],
        "content-domain": {"domain": [], "crossmark-restriction": False},
        "short-container-title": [journal],
        "published-print": parts(reference.issued.year),
        "DOI": reference.doi or f"10.5555/{reference.citekey}",
        "type": "journal-article",
        "created": {"date-parts": [[2002, 7, 27]], "timestamp": 1027728000000},
        "page": reference.page.replace("-", "\u2013"),
        "source": "Crossref",
        "is-referenced-by-count": 3,
        "title": [reference.title.replace("-", "\u2010")],
        "prefix": "10.5555",
        "volume": reference.volume,
        "author": [
            {"given": each.given, "family": each.family, "sequence": "first" if not n else
             "additional", "affiliation": []}
            for n, each in enumerate(reference.authors)
        ],
        "member": "78",
        "reference": [{"key": "ref1", "DOI": "10.5555/elsewhere", "doi-asserted-by": "publisher"}],
        "container-title": [FULL_NAMES.get(journal, journal)],
        "original-title": [],
        "subtitle": [],
        "issued": parts(reference.issued.year),
        "URL": "http://dx.doi.org/10.5555/x",
        "ISSN": ["0000-0000"],
        "journal-issue": {"issue": reference.issue, "published-print":
                          parts(reference.issued.year)},
    }  # fmt: skip
    return work | {key.replace("_", "-"): value for key, value in fields.items()}


def crossref_single(work: object) -> str:
    answer = {"status": "ok", "message-type": "work", "message-version": "1.0.0", "message": work}
    return json.dumps(answer, ensure_ascii=False)


def crossref_list(works: list[Any]) -> str:
    message = {"facets": {}, "total-results": len(works), "items": works, "items-per-page": 20,
               "query": {"start-index": 0, "search-terms": None}}  # fmt: skip
    answer = {"status": "ok", "message-type": "work-list", "message-version": "1.0.0"}
    return json.dumps(answer | {"message": message}, ensure_ascii=False, indent=1)


def summary(reference: Reference, uid: str, **fields: object) -> dict[str, Any]:
    """A document summary, as it stands under its uid."""
    pages = reference.page
    if "-" in pages and pages.replace("-", "").isdigit():
        first, last = pages.split("-")
        same = 0
        while len(first) == len(last) and same < len(first) - 1 and first[same] == last[same]:
            same += 1
        pages = f"{first}-{last[same:]}"
    issue = f"{reference.issue} Suppl {reference.supplement}".strip()
    authors = [f"{each.family} {each.given.replace('.', '').replace(' ', '')}".strip()
               for each in reference.authors]  # fmt: skip
    found: dict[str, Any] = {
        "uid": uid,
        "pubdate": f"{reference.issued.year} Jun",
        "epubdate": "",
        "source": reference.container_title,
        "authors": [{"name": name, "authtype": "Author", "clusterid": ""} for name in authors],
        "lastauthor": authors[-1] if authors else "",
        "title": f"{reference.title}.",
        "sorttitle": reference.title.lower(),
        "volume": reference.volume,
        "issue": issue if reference.supplement else reference.issue,
        "pages": pages,
        "lang": ["eng"],
        "nlmid": "1306053",
        "issn": "0000-0000",
        "pubtype": ["Journal Article"],
        "recordstatus": "PubMed - indexed for MEDLINE",
        "pubstatus": "4",
        "articleids": [
            {"idtype": "pubmed", "idtypen": 1, "value": uid},
            {"idtype": "doi", "idtypen": 3, "value": reference.doi},
        ],
        "history": [{"pubstatus": "entrez", "date": "2005/06/09 09:00"}],
        "references": [],
        "attributes": ["Has Abstract"],
        "pmcrefcount": 12,
        "fulljournalname": FULL_NAMES.get(reference.container_title, reference.container_title),
        "elocationid": f"doi: {reference.doi}" if reference.doi else "",
        "doctype": "citation",
        "vernaculartitle": "",
        "booktitle": "",
    }
    return found | fields


def summaries(found: list[dict[str, Any]]) -> str:
    result: dict[str, Any] = {"uids": [each["uid"] for each in found]}
    result |= {each["uid"]: each for each in found}
    header = {"type": "esummary", "version": "0.3"}
    return json.dumps({"header": header, "result": result}, ensure_ascii=False, indent=1)


def pubmed_xml(reference: Reference, pmid: str, more: str = "", kind: str = "Journal Article") -> str:
    """A set of one article; ``more`` stands after its publication types."""
    people = "".join(
        f"<Author ValidYN='Y'><LastName>{escape(each.family)}</LastName>"
        f"<ForeName>{escape(each.given)}</ForeName><Initials>N</Initials></Author>"
        for each in reference.authors
    )
    return f"""<?xml version="1.0" ?>
<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2024//EN" "https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_240101.dtd">
<PubmedArticleSet>
<PubmedArticle><MedlineCitation Status="MEDLINE" Owner="NLM"><PMID Version="1">{pmid}</PMID>
<Article PubModel="Print"><Journal><ISSN IssnType="Print">0000-0000</ISSN>
<JournalIssue CitedMedium="Print"><Volume>{reference.volume}</Volume><Issue>{reference.issue}</Issue>
<PubDate><Year>{reference.issued.year}</Year><Month>Jun</Month></PubDate></JournalIssue>
<Title>{escape(reference.container_title)}</Title>
<ISOAbbreviation>{escape(reference.container_title)}</ISOAbbreviation></Journal>
<ArticleTitle>{escape(reference.title)} with <i>tags</i>.</ArticleTitle>
<Pagination><StartPage>805</StartPage><MedlinePgn>{reference.page}</MedlinePgn></Pagination>
<AuthorList CompleteYN="Y">{people}</AuthorList>
<PublicationTypeList><PublicationType UI="D016428">{kind}</PublicationType></PublicationTypeList>
</Article>{more}</MedlineCitation>
<PubmedData><ArticleIdList><ArticleId IdType="pubmed">{pmid}</ArticleId>
<ArticleId IdType="doi">{reference.doi}</ArticleId></ArticleIdList>
<ReferenceList><Reference><ArticleIdList><ArticleId IdType="doi">10.5555/elsewhere</ArticleId>
</ArticleIdList></Reference></ReferenceList></PubmedData></PubmedArticle>
</PubmedArticleSet>
"""
