"""From the fields of BibTeX and biblatex to a Reference, which has CSL's.

biblatex manual §2 for types and fields; CSL 1.0.2 appendices III and IV for what they become.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from casereport.diagnostics import Span
from casereport.model.reference import Issued, Reference
from casereport.references.bibtex.blocks import Entry, Field
from casereport.references.bibtex.latex import decode_latex, decode_plain
from casereport.references.dates import accessed_in_note, issued_from_parts, parse_issued
from casereport.references.identifiers import (
    bare_doi,
    bare_pmcid,
    bare_pmid,
    identifiers_in_note,
)
from casereport.references.languages import language_of_script, language_tag
from casereport.references.markup import plain
from casereport.references.names import NameList, parse_name_list
from casereport.references.record_values import bare_pages, issue_and_supplement

TYPES = {
    "article": "article-journal",
    "artwork": "graphic",
    "audio": "song",
    "book": "book",
    "bookinbook": "chapter",
    "booklet": "pamphlet",
    "collection": "book",
    "conference": "paper-conference",
    "dataset": "dataset",
    "electronic": "webpage",
    "image": "figure",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "inreference": "entry-encyclopedia",
    "jurisdiction": "legal_case",
    "legislation": "legislation",
    "letter": "personal_communication",
    "manual": "report",
    "mastersthesis": "thesis",
    "misc": "document",
    "movie": "motion_picture",
    "music": "song",
    "mvbook": "book",
    "mvcollection": "book",
    "mvproceedings": "book",
    "mvreference": "book",
    "online": "webpage",
    "patent": "patent",
    "periodical": "periodical",
    "performance": "performance",
    "phdthesis": "thesis",
    "preprint": "article",
    "proceedings": "book",
    "reference": "book",
    "report": "report",
    "review": "review",
    "software": "software",
    "standard": "standard",
    "suppbook": "chapter",
    "suppcollection": "chapter",
    "suppperiodical": "article-journal",
    "techreport": "report",
    "thesis": "thesis",
    "unpublished": "manuscript",
    "video": "motion_picture",
    "webpage": "webpage",
    "www": "webpage",
}

NUMBERED = frozenset({"patent", "report", "standard"})
"""Types whose ``number`` is their own, not that of an issue."""
_GENRES = {"mastersthesis": "master's thesis"}
_CONTAINERS = ("shortjournal", "journal", "journaltitle", "booktitle", "maintitle")
_PUBLISHERS = ("publisher", "school", "institution", "organization", "howpublished")
_PREPRINT_ARCHIVES = {"arxiv": "arXiv", "biorxiv": "bioRxiv", "medrxiv": "medRxiv"}
_ACCESSED = ("urldate", "lastaccessed", "lastchecked", "accessed")
_URL_IN_TEXT = re.compile(r"\\url\s*\{([^{}]*)\}|(https?://\S+)")
_ESCAPED = re.compile(r"\\([_%&#~{}$])")


@dataclass(frozen=True, slots=True)
class _Fields:
    by_name: dict[str, Field]

    def first(self, *names: str) -> Field | None:
        """The first of these fields that is there and says something."""
        for name in names:
            field = self.by_name.get(name)
            if field is not None and field.value.text.strip():
                return field
        return None

    def text(self, *names: str) -> str:
        field = self.first(*names)
        return tidy(decode_plain(field.value.text)) if field else ""

    def verbatim(self, *names: str) -> str:
        """A URL or an identifier: no ligatures, no accents, only what TeX forced to be escaped."""
        field = self.first(*names)
        if field is None:
            return ""
        bare = field.value.text.strip().removeprefix("{").removesuffix("}")
        wrapped = _URL_IN_TEXT.fullmatch(bare)
        return _ESCAPED.sub(r"\1", (wrapped[1] or wrapped[2]) if wrapped else bare).strip()


def tidy(text: str) -> str:
    """One space wherever white space stands."""
    return " ".join(text.split())


def reference_from(entry: Entry) -> Reference:
    """The reference that an entry of BibTeX describes."""
    fields = _Fields({field.name: field for field in entry.fields})
    title_markup = _title(fields)
    title = plain(title_markup)
    issue, supplement = _issue(fields)
    people, editors = _people(fields, "author"), _people(fields, "editor")
    names = fields.text("author", "editor")
    kind = _type(entry, fields)
    note, noted = identifiers_in_note(fields.text("note"))
    note, read_on = accessed_in_note(note)
    language = language_tag(fields.text("langid", "language", "hyphenation"))
    return Reference(
        citekey=entry.citekey,
        type=kind,
        title=title,
        title_markup=title_markup if title_markup != title else "",
        authors=people.names,
        editors=editors.names,
        et_al=people.et_al,
        container_title=fields.text(*_CONTAINERS),
        collection_title=fields.text("series"),
        publisher=_publisher(fields, kind) or _archive(fields, kind),
        publisher_place=fields.text("address", "location"),
        edition=fields.text("edition"),
        volume=fields.text("volume"),
        issue=issue if kind not in NUMBERED else "",
        supplement=supplement,
        page=_pages(fields),
        number=issue if kind in NUMBERED else _preprint(fields) if kind == "article" else "",
        issued=_issued(fields),
        accessed=parse_issued(fields.text(*_ACCESSED)) if fields.first(*_ACCESSED) else read_on,
        doi=bare_doi(fields.verbatim("doi") or noted.get("DOI", "")),
        pmid=bare_pmid(_identifier(fields, noted, "pmid", "pubmed")),
        pmcid=bare_pmcid(_identifier(fields, noted, "pmcid", "pmc")),
        issn=fields.verbatim("issn"),
        isbn=fields.verbatim("isbn"),
        url=_url(fields) or (_url_of_preprint(fields) if kind == "article" else ""),
        genre=fields.text("type") or _genre(entry, title),
        note=note,
        language=language or language_of_script(title, names),
        spans=_spans(entry),
    )


def _title(fields: _Fields) -> str:
    title, subtitle = (
        tidy(decode_latex(field.value.text)) if field else ""
        for field in (fields.first("title"), fields.first("subtitle"))
    )
    return f"{title}: {subtitle}" if title and subtitle else title or subtitle


def _people(fields: _Fields, name: str) -> NameList:
    field = fields.first(name)
    return parse_name_list(field.value.text, decode_plain) if field else NameList(())


def _type(entry: Entry, fields: _Fields) -> str:
    kind = TYPES.get(entry.type, "document")
    if entry.type in {"article", "misc", "online", "unpublished"} and _is_preprint(fields):
        return "article"
    if kind == "document" and _url(fields):
        return "webpage"
    if kind == "document" and fields.first("journal", "journaltitle"):
        return "article-journal"
    return kind


def _is_preprint(fields: _Fields) -> bool:
    """In an archive that names itself, and in no journal: CSL's type for it is ``article``."""
    in_journal = fields.first("journal", "journaltitle", "shortjournal") is not None
    return bool(_preprint(fields)) and not (in_journal and fields.first("volume", "pages"))


def _preprint(fields: _Fields) -> str:
    """``arXiv:2001.01234``, from biblatex's eprint fields."""
    archive = fields.text("eprinttype", "archiveprefix")
    known = _PREPRINT_ARCHIVES.get(archive.lower())
    number = fields.verbatim("eprint")
    if not known or not number:
        return ""
    return number if number.lower().startswith(known.lower()) else f"{known}:{number}"


def _issue(fields: _Fields) -> tuple[str, str]:
    return issue_and_supplement(fields.text("number", "issue"), fields.text("supplement"))


def _genre(entry: Entry, title: str) -> str:
    """What the type alone says, in English: the style has its own word for a Persian thesis."""
    return "" if language_of_script(title) else _GENRES.get(entry.type, "")


def _pages(fields: _Fields) -> str:
    field = fields.first("pages", "page", "eid", "articleno")
    if field is None:
        return ""
    dashed = field.value.text.replace("---", "-").replace("--", "-")
    return bare_pages(tidy(decode_plain(dashed)))


def _issued(fields: _Fields) -> Issued:
    if fields.first("date") is not None:
        return parse_issued(fields.text("date"))
    if fields.first("year") is None:
        return parse_issued(fields.text("pubstate")) if fields.first("pubstate") else Issued()
    return issued_from_parts(fields.text("year"), fields.text("month"), fields.text("day"))


def _publisher(fields: _Fields, kind: str) -> str:
    institutions = ("school", "institution") if kind in {"thesis", "report"} else ()
    field = fields.first(*institutions, *_PUBLISHERS)
    if field is None or _URL_IN_TEXT.search(field.value.text):
        return ""
    return tidy(decode_plain(field.value.text))


def _url(fields: _Fields) -> str:
    url = fields.verbatim("url")
    if not url and (field := fields.first("howpublished")) is not None:
        match = _URL_IN_TEXT.search(field.value.text)
        url = _ESCAPED.sub(r"\1", match[1] or match[2]) if match else ""
    return url


def _archive(fields: _Fields, kind: str) -> str:
    return _preprint(fields).split(":")[0] if kind == "article" else ""


def _url_of_preprint(fields: _Fields) -> str:
    number = _preprint(fields)
    return f"https://arxiv.org/abs/{number[6:]}" if number.startswith("arXiv:") else ""


def _identifier(fields: _Fields, noted: dict[str, str], name: str, archive: str) -> str:
    """From its own field, from biblatex's eprint fields, or from the note."""
    if own := fields.verbatim(name, archive):
        return own
    if fields.text("eprinttype", "archiveprefix").lower() in {name, archive}:
        return fields.verbatim("eprint")
    return noted.get(name.upper(), "")


_CSL_NAMES = {
    "author": "author", "editor": "editor", "title": "title", "subtitle": "title",
    "shortjournal": "container-title", "journal": "container-title",
    "journaltitle": "container-title", "booktitle": "container-title", "series": "collection-title",
    "publisher": "publisher", "school": "publisher", "institution": "publisher",
    "organization": "publisher", "address": "publisher-place", "location": "publisher-place",
    "edition": "edition", "volume": "volume", "number": "issue", "issue": "issue",
    "supplement": "supplement-number", "pages": "page", "page": "page", "eid": "page",
    "year": "issued", "date": "issued", "urldate": "accessed", "lastaccessed": "accessed",
    "lastchecked": "accessed", "accessed": "accessed", "doi": "DOI", "pmid": "PMID",
    "pmcid": "PMCID", "issn": "ISSN", "isbn": "ISBN", "url": "URL", "type": "genre",
    "note": "note", "language": "language", "langid": "language",
}  # fmt: skip


def _spans(entry: Entry) -> tuple[tuple[str, Span], ...]:
    spans: dict[str, Span] = {"": entry.span, "id": entry.citekey_span}
    for field in entry.fields:
        if (name := _CSL_NAMES.get(field.name)) is not None:
            spans.setdefault(name, field.span)
    return tuple(spans.items())
