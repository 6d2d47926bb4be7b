"""From an item of CSL-JSON, or one written by hand in YAML, to a Reference.

CSL 1.0.2 appendices III and IV for names; Crossref's and Zotero's habits where they differ.
"""

from __future__ import annotations

import difflib
import html
from collections.abc import Iterator
from dataclasses import dataclass, field

from casereport.diagnostics import N_, Span, say
from casereport.model.reference import Issued, Name, Reference
from casereport.references.dates import issued_from_parts, parse_issued
from casereport.references.identifiers import (
    bare_doi,
    bare_pmcid,
    bare_pmid,
    identifiers_in_note,
)
from casereport.references.languages import language_of_script, language_tag
from casereport.references.markup import plain
from casereport.references.names import (
    NameList,
    means_others,
    parse_name,
    parse_name_list,
)
from casereport.references.read_result import ReferenceFault
from casereport.references.record_values import bare_pages
from casereport.text.yaml_tree import Mapping, Node, Scalar, Sequence

TYPES = frozenset(
    {
        "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book",
        "broadcast", "chapter", "classic", "collection", "dataset", "document", "entry",
        "entry-dictionary", "entry-encyclopedia", "event", "figure", "graphic", "hearing",
        "interview", "legal_case", "legislation", "manuscript", "map", "motion_picture",
        "musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical",
        "personal_communication", "post", "post-weblog", "regulation", "report", "review",
        "review-book", "software", "song", "speech", "standard", "thesis", "treaty", "webpage",
    }
)  # fmt: skip
_PREPRINT_SERVERS = frozenset(
    {"arxiv", "biorxiv", "chemrxiv", "medrxiv", "osf preprints", "preprints", "preprints.org",
     "psyarxiv", "research square", "ssrn"}
)  # fmt: skip
_OTHER_TYPES = {
    "journal-article": "article-journal", "book-chapter": "chapter", "monograph": "book",
    "edited-book": "book", "reference-book": "book", "proceedings-article": "paper-conference",
    "posted-content": "article", "dissertation": "thesis", "website": "webpage",
}  # fmt: skip

_KEYS = {
    "author": "author authors", "editor": "editor editors", "title": "title",
    "container-title-short": "container-title-short journalabbreviation short-container-title",
    "container-title": "container-title journal booktitle",
    "collection-title": "collection-title series", "publisher": "publisher",
    "publisher-place": "publisher-place place", "edition": "edition", "volume": "volume",
    "issue": "issue", "supplement-number": "supplement-number supplement", "page": "page pages",
    "number": "number", "issued": "issued year date", "accessed": "accessed", "DOI": "doi",
    "PMID": "pmid", "PMCID": "pmcid", "ISSN": "issn", "ISBN": "isbn", "URL": "url",
    "genre": "genre", "note": "note", "language": "language lang", "type": "type",
    "id": "id citekey citation-key key", "et-al": "et-al",
    "unstructured": "unstructured unparsed",  # Crossref's word for a reference that is text alone
}  # fmt: skip
_NAMES_BY_KEY = {key: name for name, keys in _KEYS.items() for key in keys.split()}
_READ_BY_OTHERS = frozenset(
    {
        "abstract", "annote", "archive", "archive-location", "archive-place", "call-number",
        "categories", "citation-label", "citation-number", "chapter-number", "collection-editor",
        "collection-number", "composer", "container-author", "custom", "dimensions", "director",
        "event", "event-date", "event-place", "event-title", "first-reference-note-number",
        "illustrator", "interviewer", "jurisdiction", "keyword", "locator", "medium",
        "number-of-pages", "number-of-volumes", "original-author", "original-date",
        "original-publisher", "original-publisher-place", "original-title", "page-first",
        "part-number", "part-title", "printing-number", "recipient", "reviewed-author",
        "reviewed-title", "scale", "section", "short-title", "shorttitle", "source", "status",
        "submitted", "title-short", "translator", "version", "volume-title", "year-suffix",
    }
)  # fmt: skip
"""CSL variables that no reference list of ours prints: known, and passed over."""


@dataclass(slots=True)
class _Item:
    nodes: dict[str, Node]
    keys: dict[str, Scalar] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """The text of a variable; of a list (Crossref) its first text."""
        node = self.nodes.get(name)
        if isinstance(node, Sequence):
            node = next((item for item in node.items if isinstance(item, Scalar)), None)
        if not isinstance(node, Scalar) or node.is_null:
            return ""
        return " ".join(html.unescape(node.text).split())


def reference_from_mapping(mapping: Mapping) -> tuple[Reference, tuple[ReferenceFault, ...]]:
    """The reference an item describes, and what in it is not known."""
    item, faults = _item(mapping)
    citekey = item.text("id")
    if not citekey:
        message = say(N_("This entry has no id, so nothing can cite it."))
        hint = say(N_("Give it an id such as boulman2005."))
        faults.append(ReferenceFault("missing-citekey", mapping.span, message, hint))
    kind = _type(item, faults, citekey)
    title_markup = item.text("title")
    title = plain(title_markup)
    authors = _names(item.nodes.get("author"))
    names = " ".join(name.literal or name.family for name in authors.names)
    note, noted = identifiers_in_note(item.text("note"))
    reference = Reference(
        citekey=citekey,
        type=kind,
        title=title,
        title_markup=title_markup if title_markup != title else "",
        authors=authors.names,
        editors=_names(item.nodes.get("editor")).names,
        et_al=authors.et_al or item.text("et-al").lower() in {"true", "yes"},
        container_title=plain(item.text("container-title-short") or item.text("container-title")),
        collection_title=plain(item.text("collection-title")),
        publisher=item.text("publisher"),
        publisher_place=item.text("publisher-place"),
        edition=item.text("edition"),
        volume=item.text("volume"),
        issue=item.text("issue"),
        supplement=item.text("supplement-number"),
        page=bare_pages(item.text("page").replace("--", "-")),
        number=item.text("number"),
        issued=_date(item.nodes.get("issued")),
        accessed=_date(item.nodes.get("accessed")),
        doi=bare_doi(item.text("DOI") or noted.get("DOI", "")),
        pmid=bare_pmid(item.text("PMID") or noted.get("PMID", "")),
        pmcid=bare_pmcid(item.text("PMCID") or noted.get("PMCID", "")),
        issn=item.text("ISSN"),
        isbn=item.text("ISBN"),
        url=item.text("URL"),
        genre=item.text("genre"),
        note=note,
        language=language_tag(item.text("language")) or language_of_script(title, names),
        unparsed="" if title else item.text("unstructured"),
        spans=(("", mapping.span), *((name, node.span) for name, node in item.nodes.items())),
    )
    return reference, tuple(faults)


def _item(mapping: Mapping) -> tuple[_Item, list[ReferenceFault]]:
    item = _Item({})
    faults: list[ReferenceFault] = []
    for key, value in mapping.entries:
        plain_key = key.text.strip().replace("_", "-").lower()
        name = _NAMES_BY_KEY.get(plain_key)
        if name is not None:
            item.nodes.setdefault(name, value)
            item.keys.setdefault(name, key)
        elif plain_key not in _READ_BY_OTHERS:
            faults.append(_unknown_field(key))
    return item, faults


def _unknown_field(key: Scalar) -> ReferenceFault:
    message = say(N_("{field} is not a field of a reference; it is passed over."), field=key.text)
    near = difflib.get_close_matches(key.text.lower(), _NAMES_BY_KEY, n=1)
    hint = say(N_("Write {field} if that is meant."), field=near[0]) if near else None
    return ReferenceFault("unknown-field", key.span, message, hint)


def _type(item: _Item, faults: list[ReferenceFault], citekey: str) -> str:
    typed = item.text("type")
    kind = _OTHER_TYPES.get(typed, typed)
    in_journal = bool(item.text("container-title") or item.text("container-title-short"))
    if kind == "article" and in_journal and not _is_preprint(item):
        return "article-journal"
    if kind in TYPES:
        return kind
    if typed:
        message = say(
            N_("{type} is not a type of CSL; the entry {citekey} is read as a document."),
            type=typed, citekey=citekey,
        )  # fmt: skip
        near = difflib.get_close_matches(typed, sorted(TYPES), n=1)
        hint = say(N_("Write {type} if that is meant."), type=near[0]) if near else None
        span: Span = item.nodes["type"].span
        faults.append(ReferenceFault("unknown-type", span, message, hint, citekey))
        return "document"
    if in_journal:
        return "article-journal"
    return "webpage" if item.text("URL") else "document"


def _is_preprint(item: _Item) -> bool:
    server = item.text("container-title") or item.text("container-title-short")
    return item.text("genre").lower() == "preprint" or server.lower() in _PREPRINT_SERVERS


def _names(node: Node | None) -> NameList:
    if isinstance(node, Scalar):
        return NameList(()) if node.is_null else parse_name_list(node.text)
    nodes = node.items if isinstance(node, Sequence) else (node,) if node is not None else ()
    names: list[Name] = []
    et_al = False
    for each in nodes:
        if isinstance(each, Mapping):
            name = _name(each)
            if means_others(name.literal or ("" if name.given else name.family)):
                et_al = True  # as pandoc writes BibTeX's «and others»
            else:
                names.append(name)
        elif isinstance(each, Scalar) and not each.is_null:
            listed = parse_name_list(each.text)
            et_al = et_al or listed.et_al
            names.extend(listed.names)
    return NameList(tuple(name for name in names if name != Name()), et_al)


def _name(mapping: Mapping) -> Name:
    parts = _Item({key.text.strip().lower(): value for key, value in mapping.entries})
    family = f"{parts.text('non-dropping-particle')} {parts.text('family')}".strip()
    given = f"{parts.text('given')} {parts.text('dropping-particle')}".strip()
    literal = parts.text("literal") or ("" if family else parts.text("name"))
    if literal or not family:
        return Name(literal=literal) if literal else parse_name(given)
    return Name(family=family, given=given, suffix=parts.text("suffix"))


def _date(node: Node | None) -> Issued:
    if isinstance(node, Scalar):
        return Issued() if node.is_null else parse_issued(node.text)
    if isinstance(node, Sequence):
        return _from_parts(node)
    if not isinstance(node, Mapping):
        return Issued()
    parts = node.get("date-parts")
    if isinstance(parts, Sequence) and parts.items and (found := _from_parts(parts)) != Issued():
        return found
    item = _Item({key.text: value for key, value in node.entries})
    text = item.text("raw") or item.text("literal") or item.text("year")
    return parse_issued(text) if text else Issued()


def _from_parts(node: Sequence) -> Issued:
    texts = [scalar.text for scalar in _scalars(node)][:3]
    return issued_from_parts(*texts) if texts and texts[0] else Issued()


def _scalars(node: Sequence) -> Iterator[Scalar]:
    """The first date of ``[[2005, 12, 1], …]``, or of ``[2005, 12, 1]``."""
    first = node.items[0] if node.items else None
    for item in first.items if isinstance(first, Sequence) else node.items:
        if isinstance(item, Scalar):
            yield item
