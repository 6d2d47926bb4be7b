"""BibTeX: classic types and fields where there are some, else biblatex's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from casereport.model.reference import Issued, Name, Reference
from casereport.references.bibtex.encoding import encode_markup, encode_plain, encode_verbatim
from casereport.references.bibtex.fields import NUMBERED
from casereport.references.dates import iso_date
from casereport.references.languages import babel_name
from casereport.references.record_values import issue_and_supplement

name = "bib"
suffix = ".bib"
head = ""
between = "\n"
tail = ""

_TYPES = {
    "article-journal": "article", "book": "book", "chapter": "incollection",
    "dataset": "dataset", "entry-encyclopedia": "inreference", "manuscript": "unpublished",
    "pamphlet": "booklet", "paper-conference": "inproceedings", "patent": "patent",
    "periodical": "periodical", "report": "techreport", "software": "software",
    "standard": "standard", "thesis": "phdthesis", "webpage": "online",
}  # fmt: skip
_PUBLISHERS = {"thesis": "school", "report": "institution", "webpage": "organization"}
_MASTERS = "master's thesis"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def entry(reference: Reference) -> str:
    """One entry, its equals signs one below the other."""
    fields = [(field, value) for field, value in fields_of(reference) if value]
    width = max((len(field) for field, _ in fields), default=0)
    kind = _TYPES.get(reference.type, "misc")
    if _is_masters(reference):
        kind = "mastersthesis"
    lines = [f"  {field:<{width}} = {value},\n" for field, value in fields]
    return f"@{kind}{{{reference.citekey},\n{''.join(lines)}}}\n"


def _is_masters(reference: Reference) -> bool:
    return reference.type == "thesis" and reference.genre == _MASTERS


def fields_of(reference: Reference) -> Iterator[tuple[str, str]]:
    """The fields of an entry with their values, braces included; empty ones have no value."""
    kind = reference.type
    yield "author", _braced(_people(reference.authors, et_al=reference.et_al))
    yield "editor", _braced(_people(reference.editors, et_al=False))
    yield "title", _braced(encode_markup(reference.title_markup or reference.title))
    container = "journal" if kind.startswith("article") else "booktitle"
    yield container, _plain(reference.container_title)
    yield "series", _plain(reference.collection_title)
    yield _PUBLISHERS.get(kind, "publisher"), _plain(reference.publisher)
    yield "address", _plain(reference.publisher_place)
    yield "edition", _plain(reference.edition)
    yield from _date(reference.issued)
    yield "volume", _plain(reference.volume)
    yield from _numbers(reference)
    yield "pages", _braced(encode_plain(reference.page).replace("-{}-", "-").replace("-", "--"))
    yield "doi", _verbatim(reference.doi)
    yield "pmid", _verbatim(reference.pmid)
    yield "pmcid", _verbatim(reference.pmcid)
    yield "issn", _verbatim(reference.issn)
    yield "isbn", _verbatim(reference.isbn)
    yield "url", _verbatim(reference.url)
    yield "urldate", _plain(iso_date(reference.accessed) or reference.accessed.literal)
    yield "type", "" if _is_masters(reference) else _plain(reference.genre)
    yield "langid", _plain(babel_name(reference.language))
    yield "note", _plain(reference.note)


def _numbers(reference: Reference) -> Iterator[tuple[str, str]]:
    """A supplement stands in the issue's place where the reader takes it from there."""
    issue = reference.number if reference.type in NUMBERED else reference.issue
    in_place = not issue and issue_and_supplement(reference.supplement)[1] == reference.supplement
    yield "number", _plain(reference.supplement if in_place else issue)
    yield "supplement", "" if in_place else _plain(reference.supplement)


def _date(issued: Issued) -> Iterator[tuple[str, str]]:
    yield "year", _plain(str(issued.year) if issued.year is not None else issued.literal)
    if issued.month is not None and 1 <= issued.month <= len(_MONTHS):
        yield "month", _MONTHS[issued.month - 1]
        yield "day", _plain(str(issued.day) if issued.day is not None else "")


def _people(people: Iterable[Name], *, et_al: bool) -> str:
    written = [_person(person) for person in people]
    return " and ".join([*written, "others"] if written and et_al else written)


def _person(person: Name) -> str:
    if person.literal:
        return f"{{{encode_plain(person.literal)}}}"
    parts = (person.family, person.suffix, person.given) if person.suffix else (
        person.family, person.given
    )  # fmt: skip
    return ", ".join(_part(part) for part in parts if part)


def _part(text: str) -> str:
    """A part of a name; braces keep together what would be taken for two parts or two people."""
    encoded = encode_plain(text)
    words = text.split(" ")
    return f"{{{encoded}}}" if "," in text or "and" in words else encoded




def _plain(text: str) -> str:
    return _braced(encode_plain(text))


def _verbatim(text: str) -> str:
    return _braced(encode_verbatim(text))


def _braced(text: str) -> str:
    return f"{{{text}}}" if text else ""
