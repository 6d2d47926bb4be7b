"""From an entry that was read to a Reference: values as typed, each with its place in the file."""

from __future__ import annotations

from casereport.model.reference import Issued, Reference
from casereport.references.identifiers import bare_pmcid
from casereport.references.languages import language_of_script, language_tag
from casereport.references.pasted.dates import date_of
from casereport.references.pasted.pages import pages_as_typed
from casereport.references.pasted.parsing import Reading, parse
from casereport.references.pasted.working import Entry, Ledger
from casereport.text.yaml_tree import Places

_SPAN_NAMES = {"supplement": "supplement-number", "accessed": "accessed", "pending": "issued"}


def reference_of(entry: Entry, places: Places) -> Reference:
    """The reference an entry describes, or the entry kept whole where that is not certain."""
    whole = places.span(entry.start, entry.end)
    reading = parse(entry)
    if reading is None:
        return Reference(
            "", type="document", unparsed=entry.text, language=language_of_script(entry.text),
            spans=(("", whole),),
        )  # fmt: skip
    spans = [("", whole)]
    for name, (start, end) in sorted(reading.ledger.fields.items(), key=lambda field: field[1]):
        if start < end:
            place = places.span(entry.places[start], entry.places[end - 1] + 1)
            spans.append((_SPAN_NAMES.get(name, name), place))
    return _reference(reading, tuple(spans))


def _reference(reading: Reading, spans: tuple[tuple[str, object], ...]) -> Reference:
    ledger, head = reading.ledger, reading.head
    is_article = reading.type == "article-journal"
    number = ledger.value("number")
    language = (
        language_tag(ledger.value("language").split()[-1]) if "language" in ledger.fields else ""
    )
    title = _title(ledger, language)
    names = " ".join(name.literal or name.family for name in head.names)
    return Reference(
        citekey="",
        type=reading.type,
        title=title,
        authors=() if head.are_editors else head.names,
        editors=head.names if head.are_editors else ledger.editors,
        et_al=head.et_al,
        container_title=ledger.value("container-title"),
        collection_title=ledger.value("series"),
        publisher=ledger.value("publisher"),
        publisher_place=ledger.value("publisher-place"),
        edition=ledger.value("edition"),
        volume=ledger.value("volume"),
        issue=ledger.value("issue"),
        supplement=ledger.value("supplement"),
        page=pages_as_typed(ledger.value("page") or (number if is_article else "")),
        number="" if is_article else number,
        issued=_issued(ledger),
        accessed=_date(ledger, "accessed"),
        doi=ledger.value("DOI"),
        pmid=ledger.value("PMID"),
        pmcid=bare_pmcid(ledger.value("PMCID").replace(" ", "")),
        isbn=ledger.value("ISBN"),
        url=ledger.value("URL"),
        genre=ledger.value("genre"),
        note=_note(ledger),
        language=language or language_of_script(title, names),
        spans=spans,  # type: ignore[arg-type]
    )


def _title(ledger: Ledger, language: str) -> str:
    """A title in brackets is the translation of one in another language: the style sets them."""
    title = ledger.value("title")
    if language and title.startswith("[") and title.endswith("]"):
        return title[1:-1].removesuffix(".")
    return title


def _issued(ledger: Ledger) -> Issued:
    found = _date(ledger, "issued")
    if found == Issued() and (pending := ledger.value("pending")):
        return Issued(literal=pending)
    return found


def _note(ledger: Ledger) -> str:
    """A remark; also that a work is in press, where its year is told beside it."""
    note, pending = ledger.value("note"), ledger.value("pending")
    return pending if pending and "issued" in ledger.fields and not note else note


def _date(ledger: Ledger, name: str) -> Issued:
    if name not in ledger.fields:
        return Issued()
    start, end = ledger.fields[name]
    return date_of(ledger.plain[start:end])
