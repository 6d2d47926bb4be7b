"""RIS: the tags of the specification, as EndNote and Zotero read them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from casereport.model.reference import Issued, Name, Reference
from casereport.references.groups import is_group
from casereport.references.ris.fields import BOOKS, PARTS

name = "ris"
suffix = ".ris"
head = ""
between = "\n"
tail = ""

_TYPES = {
    "article": "PREPRINT", "article-journal": "JOUR", "article-magazine": "MGZN",
    "article-newspaper": "NEWS", "bill": "BILL", "book": "BOOK", "chapter": "CHAP",
    "classic": "CLSWK", "dataset": "DATA", "document": "GEN", "entry-dictionary": "DICT",
    "entry-encyclopedia": "ENCYC", "figure": "FIGURE", "graphic": "ART", "hearing": "HEAR",
    "interview": "INTV", "legal_case": "CASE", "legislation": "STAT", "manuscript": "UNPB",
    "map": "MAP", "motion_picture": "MPCT", "musical_score": "MUSIC", "pamphlet": "PAMP",
    "paper-conference": "CPAPER", "patent": "PAT", "periodical": "JFULL",
    "personal_communication": "PCOMM", "post-weblog": "BLOG", "report": "RPRT",
    "software": "COMP", "song": "SOUND", "speech": "SLIDE", "standard": "STAND",
    "thesis": "THES", "webpage": "ELEC",
}  # fmt: skip
_NUMBERED = frozenset({"report", "standard", "patent"})
_RANGE = re.compile(r"([^\s-]+)-([^\s-]+)")


def entry(reference: Reference) -> str:
    """One record, from its type to its end."""
    lines = [f"{tag}  - {' '.join(text.split())}\n" for tag, text in _values(reference) if text]
    return f"{''.join(lines)}ER  - \n"


def _values(reference: Reference) -> Iterator[tuple[str, str]]:
    kind = reference.type
    yield "TY", _TYPES.get(kind, "GEN")
    yield "ID", reference.citekey
    yield from (("AU", text) for text in _people(reference.authors))
    if reference.et_al and reference.authors:
        yield "AU", "et al."
    editors = "A2" if kind in PARTS else "A3" if kind in BOOKS else "ED"
    yield from ((editors, text) for text in _people(reference.editors))
    yield "TI", reference.title_markup or reference.title
    yield "T2", reference.container_title
    yield "T3", reference.collection_title
    yield "PB", reference.publisher
    yield "CY", reference.publisher_place
    yield "ET", reference.edition
    yield "VL", reference.volume
    number = reference.number if kind in _NUMBERED else reference.issue
    yield "IS", number or reference.supplement
    pages = _RANGE.fullmatch(reference.page)
    yield "SP", pages[1] if pages else reference.page
    yield "EP", pages[2] if pages else ""
    yield "PY", str(reference.issued.year or "") or reference.issued.literal
    yield "DA", _slashed(reference.issued) if reference.issued.month is not None else ""
    yield "Y2", _slashed(reference.accessed) or reference.accessed.literal
    yield "SN", reference.isbn if kind in PARTS | {"book", "classic"} else reference.issn
    yield "M3", reference.genre
    yield "LA", reference.language
    yield "DO", reference.doi
    if reference.pmid:
        yield "DB", "PubMed"
        yield "AN", reference.pmid
    yield "C2", reference.pmcid
    yield "UR", reference.url
    yield "N1", f"Note: {reference.note}" if reference.note else ""


def _people(people: Iterable[Name]) -> Iterator[str]:
    for person in people:
        if person.literal:
            # EndNote's sign that a name is not to be turned round.
            yield person.literal if is_group(person.literal) else f"{person.literal},"
        else:
            yield ", ".join(filter(None, (person.family, person.given, person.suffix)))


def _slashed(date: Issued) -> str:
    """``2018/11/05/``, missing parts left empty."""
    if date.year is None:
        return ""
    month = f"{date.month:02d}" if date.month is not None else ""
    day = f"{date.day:02d}" if month and date.day is not None else ""
    return f"{date.year:04d}/{month}/{day}/"
