"""From the elements of a PubMed record to a Reference, which has CSL's variables.

"MEDLINE/PubMed Data Element (Field) Descriptions" (NLM) says what each element holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from casereport.diagnostics import Span
from casereport.model.reference import Name, Reference
from casereport.references.bounds import MAX_NAMES
from casereport.references.dates import parse_issued
from casereport.references.identifiers import bare_pmcid
from casereport.references.languages import language_of_script, language_tag
from casereport.references.markup import plain
from casereport.references.names import parse_name
from casereport.references.record_values import issue_and_supplement, whole_list
from casereport.references.tagged import Record, Tagged

_TYPES = (
    ("preprint", "article"), ("dataset", "dataset"), ("book chapter", "chapter"),
    ("newspaper article", "article-newspaper"), ("technical report", "report"),
    ("academic dissertation", "thesis"), ("video-audio media", "motion_picture"),
)  # fmt: skip
_AU = re.compile(
    r"(?P<family>[^\s,][^,]{0,80}?) (?P<given>[^\W\d_a-z]{1,4})"
    r"(?: (?P<suffix>Jr|Sr|2nd|3rd|4th|[IV]{2,3}))?"
)
_SUFFIX_AT_END = re.compile(r"(?P<given>.*\S),? (?P<suffix>Jr|Sr|2nd|3rd|4th|II|III|IV)\.?")
_LABELLED = re.compile(
    r"(?P<text>\S.{0,300}?)\s{0,8}\[(?P<label>doi|pii|isbn|pmc|bookaccession)\]"
)
_LABELLED_NUMBER = re.compile(r"(?P<number>[0-9][0-9Xx-]{7,17})(?:\s*\(.*)?")
_ARTICLE_NUMBER = re.compile(r"[a-z]{0,2}[0-9]{1,8}(?:-[0-9]{1,8})?", re.IGNORECASE)
_NOTE = re.compile(r"note\s*:\s*(\S.*)", re.IGNORECASE)
_EMPTY_TITLES = frozenset({"[not available].", "[not available]", "not available."})


def reference_from(record: Record) -> Reference:
    """The reference of a record; the whole record as ``unparsed`` when it says none."""
    kind = _type(record)
    title_markup = _title(record, kind)
    title = plain(title_markup)
    identifiers = _labelled(record)
    authors = _people(record, "FAU", "AU", "CN")
    container = record.first("TA", "JT") if kind != "chapter" else record.first("BTI")
    language = record.first("LA").split()[0] if record.first("LA") else ""
    issue, supplement = issue_and_supplement(record.first("IP"))
    read = title or authors or container
    return Reference(
        citekey="",
        type=kind,
        title=title,
        title_markup=title_markup if title_markup != title else "",
        authors=authors,
        editors=_people(record, "FED", "ED", ""),
        container_title=container if kind != "book" else "",
        collection_title=record.first("CTI"),
        publisher=record.first("PB"),
        # Of a journal it is the country.
        publisher_place=record.first("PL") if kind in {"book", "chapter"} else "",
        edition=record.first("EN"),
        volume=record.first("VI"),
        issue=issue,
        supplement=supplement,
        page=_page(record, identifiers),
        issued=parse_issued(record.first("DP", "DEP")),
        doi=identifiers.get("doi", ""),
        pmid=record.first("PMID"),
        pmcid=bare_pmcid(record.first("PMC") or identifiers.get("pmc", "")),
        issn=_number(record.first("IS")) if kind not in {"book", "chapter"} else "",
        isbn=_number(record.first("ISBN")) or identifiers.get("isbn", ""),
        note="; ".join(_notes(record)),
        language=language_tag(language) or language_of_script(title),
        unparsed="" if read else record.source,
        spans=_spans(record, kind),
    )


def _notes(record: Record) -> Iterator[str]:
    """What is marked as meant for readers: NLM's own notes are for its catalogue."""
    for value in record.all("GN"):
        if match := _NOTE.fullmatch(value.text):
            yield match[1]


def _type(record: Record) -> str:
    kinds = {value.text.lower() for value in record.all("PT")}
    if record.first("BTI"):
        return "chapter" if record.first("TI") else "book"
    return next((kind for word, kind in _TYPES if word in kinds), "article-journal")


def _title(record: Record, kind: str) -> str:
    """The title without its full stop, the translated one without its brackets' stop.

    Where NLM has no translation («[Not Available].») the title in its own language stands.
    """
    title = record.first("BTI") if kind == "book" else record.first("TI")
    if not title or title.lower() in _EMPTY_TITLES:
        title = record.first("TT")
    return title[:-1] if title.endswith(".") and not title.endswith("..") else title


def _people(record: Record, full: str, short: str, group: str) -> tuple[Name, ...]:
    """Full names, each followed by its short form; old records have the short form alone."""
    names: list[Name] = []
    last_family = ""
    for value in record.all(full, short, group):
        if len(names) > MAX_NAMES:
            break  # one more than are kept: that there are more is told
        if value.tag == group:
            names.append(Name(literal=value.text.rstrip(".")))
        elif value.tag == full:
            names.append(_full(value))
            last_family = value.text.split(",")[0].casefold()
            continue
        elif not (last_family and value.text.casefold().startswith(last_family)):
            names.append(_short(value))
        last_family = ""
    return tuple(names)


def _full(value: Tagged) -> Name:
    family, _, given = value.text.partition(",")
    given = given.strip()
    if not given:
        return _short(value)
    if match := _SUFFIX_AT_END.fullmatch(given):
        return Name(family.strip(), match["given"], suffix=match["suffix"])
    return Name(family.strip(), given)


def _short(value: Tagged) -> Name:
    match = _AU.fullmatch(value.text)
    if match is None:
        return parse_name(value.text)
    return Name(match["family"], match["given"], suffix=match["suffix"] or "")


def _labelled(record: Record) -> dict[str, str]:
    """The identifiers that say what they are: ``10.1000/182 [doi]``. AID and LID are alike."""
    found: dict[str, str] = {}
    for value in record.all("AID", "LID"):
        if match := _LABELLED.fullmatch(value.text):
            found.setdefault(match["label"], match["text"])
    return found


def _page(record: Record, identifiers: dict[str, str]) -> str:
    """The pages, or the number of an article that has none."""
    number = identifiers.get("pii", "")
    return record.first("PG") or (number if _ARTICLE_NUMBER.fullmatch(number) else "")


def _number(text: str) -> str:
    match = _LABELLED_NUMBER.match(text)
    return match["number"] if match else ""


_CSL_NAMES = {
    "FAU": "author", "AU": "author", "CN": "author", "FED": "editor", "ED": "editor",
    "TI": "title", "BTI": "title", "TT": "title", "TA": "container-title",
    "JT": "container-title", "CTI": "collection-title", "PB": "publisher",
    "EN": "edition", "VI": "volume", "IP": "issue", "PG": "page", "DP": "issued", "DEP": "issued",
    "PMID": "PMID", "PMC": "PMCID", "IS": "ISSN", "ISBN": "ISBN", "LA": "language", "GN": "note",
}  # fmt: skip


def _spans(record: Record, kind: str) -> tuple[tuple[str, Span], ...]:
    names = _CSL_NAMES
    if kind in {"book", "chapter"}:
        names = {**names, "PL": "publisher-place"}
    if kind == "chapter":
        names = {**names, "BTI": "container-title"}
    spans: dict[str, Span] = {"": record.span}
    for tag in names:
        for value in record.all(tag):
            spans.setdefault(names[tag], value.span)
    for value in record.all("AID", "LID"):
        if value.text.endswith("[doi]"):
            spans.setdefault("DOI", value.span)
    spans.update(whole_list("author", (value.span for value in record.all("FAU", "AU", "CN"))))
    spans.update(whole_list("editor", (value.span for value in record.all("FED", "ED"))))
    return tuple(spans.items())
