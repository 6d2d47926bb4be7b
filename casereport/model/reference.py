"""A bibliographic reference: CSL variables, as the reference files said them."""

from __future__ import annotations

from dataclasses import dataclass

from casereport.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Name:
    """A person (family, given: full or initials; suffix: Jr, III) or a group (``literal``)."""

    family: str = ""
    given: str = ""
    literal: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Issued:
    """A date of publication, in the calendar of the source; ``literal`` when unreadable."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    literal: str = ""


@dataclass(frozen=True, slots=True)
class Retraction:
    """What a list of retractions says of one work: a row of the Retraction Watch database.

    ``nature``: Retraction, Expression of concern, Correction, Reinstatement, as written there;
    ``notice_doi``: the DOI of the notice; ``authors``: as one text.
    """

    nature: str
    title: str = ""
    authors: str = ""
    doi: str = ""
    pmid: str = ""
    date: str = ""
    notice_doi: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """One entry. ``type`` is a CSL type (article-journal, book, chapter, thesis, webpage …).

    ``language`` is a BCP 47 tag of the work («fa» prints right to left with Persian digits), empty
    when unknown. ``et_al``: the source cut its author list. ``unparsed``: the entry as found,
    whole, when it could not be read into fields (then only this is printed). ``spans`` has the
    place of the entry (key ``""``) and of each field by its CSL name. ``title_markup``: the title
    with CSL's tags (``CO<sub>2</sub>``) when it has any; ``title`` is always plain text.
    """

    citekey: str
    type: str = "article-journal"
    title: str = ""
    authors: tuple[Name, ...] = ()
    editors: tuple[Name, ...] = ()
    et_al: bool = False
    container_title: str = ""
    collection_title: str = ""
    publisher: str = ""
    publisher_place: str = ""
    edition: str = ""
    volume: str = ""
    issue: str = ""
    supplement: str = ""
    page: str = ""
    number: str = ""
    issued: Issued = Issued()
    accessed: Issued = Issued()
    doi: str = ""
    pmid: str = ""
    pmcid: str = ""
    issn: str = ""
    isbn: str = ""
    url: str = ""
    genre: str = ""
    note: str = ""
    language: str = ""
    unparsed: str = ""
    title_markup: str = ""
    spans: tuple[tuple[str, Span], ...] = ()

    def span(self, variable: str = "") -> Span | None:
        """The place of a CSL variable in the reference file, or of the whole entry."""
        places = dict(self.spans)
        return places.get(variable, places.get(""))
