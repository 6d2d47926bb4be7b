"""Values as reference managers export them, one author a line: names, pages, dates, addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from casereport.diagnostics import Span
from casereport.model.reference import Issued, Name
from casereport.references.bounds import MAX_NAMES
from casereport.references.dates import issued_from_parts, parse_issued
from casereport.references.groups import is_group
from casereport.references.identifiers import bare_doi, bare_pmcid, bare_pmid
from casereport.references.names import NameList, parse_name_list
from casereport.text.characters import ARABIC_COMMA
from casereport.text.digits import to_latin_digits

_DOI = re.compile(r"10\.\d{4,9}/\S{1,300}")
_DOI_ADDRESS = re.compile(r"https?://(?:dx\.)?doi\.org/10\.", re.IGNORECASE)
_PUBMED_ADDRESS = re.compile(
    r"https?://(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/pubmed)/\d{1,9}/?",
    re.IGNORECASE,
)
_PMC_ADDRESS = re.compile(
    r"https?://(?:www\.)?(?:pmc\.)?ncbi\.nlm\.nih\.gov/(?:pmc/)?articles/PMC\d{1,9}/?",
    re.IGNORECASE,
)
_PERSIAN_SUPPLEMENT = "\u0636\u0645\u06cc\u0645\u0647"
_SUPPLEMENT = re.compile(rf"\(?\s*(?:suppl\b|supplement\b|{_PERSIAN_SUPPLEMENT})", re.IGNORECASE)
_DASH = re.compile("[-\u2010-\u2015\u2212]")
_ANY_DASH_RUN = re.compile("--+")
_PAGE_WORD = re.compile(r"\A\s*(?:pp?|pages?|\u0635{1,2})\b\.?\s*(?=\w{0,2}\d)", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"\s*(\d{4})/(\d{0,2})/(\d{0,2})(?:/.*)?", re.DOTALL)


def people(values: Iterable[str]) -> NameList:
    """The names of values that hold one name each, as a rule.

    A comma at the end makes a group (EndNote's convention), and so do words that only groups have.
    Several names in one value, as Persian databases export them, are told apart.

    >>> people(["Boulman, N.", "World Health Organization,"]).names[1].literal
    'World Health Organization'
    """
    names: list[Name] = []
    et_al = False
    for value in values:
        if len(names) > MAX_NAMES:
            break  # one more than are kept: that there are more is told
        typed = value.strip()
        bare = typed.rstrip(f",;{ARABIC_COMMA} ")
        is_one = not any(sign in bare for sign in f",;{ARABIC_COMMA}")
        if bare and is_one and (typed.endswith(",") or is_group(bare)):
            names.append(Name(literal=bare))
        elif bare:
            listed = parse_name_list(bare)
            names += listed.names
            et_al = et_al or listed.et_al
    return NameList(tuple(names), et_al)


def bare_pages(text: str) -> str:
    """Pages without the word for them: ``pp. 37-64``, «صص ۳۷-۶۴».

    >>> bare_pages("pp. 37-64"), bare_pages("ppm")
    ('37-64', 'ppm')
    """
    return _PAGE_WORD.sub("", text, count=1)


def issue_and_supplement(issue: str, supplement: str = "") -> tuple[str, str]:
    """``Suppl 1`` in the issue's place is a supplement to the volume.

    >>> issue_and_supplement("(Suppl 1)"), issue_and_supplement("3 Suppl 1")
    (('', 'Suppl 1'), ('3 Suppl 1', ''))
    """
    if not supplement and _SUPPLEMENT.match(issue):
        return "", issue.removeprefix("(").removesuffix(")")
    return issue, supplement


def page_range(first: str, last: str) -> str:
    """A first and a last page as one range; the first may hold the range already.

    >>> page_range("805", "812"), page_range("805-12", "812"), page_range("e3585", "")
    ('805-812', '805-12', 'e3585')
    """
    first, last = (bare_pages(_ANY_DASH_RUN.sub("-", text)) for text in (first, last))
    if not first or _DASH.search(last):
        return last or first
    return first if not last or last == first or _DASH.search(first) else f"{first}-{last}"


def issued_date(year: str, date: str = "") -> Issued:
    """A date of publication from a year and, where it is of the same year, a fuller date.

    >>> issued_date("2005", "2005/06//"), issued_date("2005", "Jun 3").day
    (Issued(year=2005, month=6, day=None, literal=''), 3)
    """
    from_year = slashed_date(year) if year else Issued()
    if not date:
        return from_year
    whole = slashed_date(date)
    if whole.year is None and from_year.year is not None:
        whole = issued_from_parts(str(from_year.year), *date.replace("/", " ").split()[:2])
    if from_year == Issued() or (whole.year == from_year.year and whole.month is not None):
        return whole
    return from_year


def slashed_date(text: str) -> Issued:
    """``YYYY/MM/DD/other`` with any part missing, as RIS has it, or a date in other words."""
    typed = " ".join(to_latin_digits(text).split())
    if match := _YEAR_FIRST.fullmatch(typed):
        return issued_from_parts(match[1], match[2], match[3])
    found = parse_issued(typed.rstrip("/"))
    return replace(found, literal=found.literal.strip("/ ")) if found.literal else found


def addresses(values: Iterable[str]) -> dict[str, str]:
    """DOI, PMID, PMCID and URL by their CSL names: what is none of the first is the URL."""
    found: dict[str, str] = {}
    for value in values:
        for address in value.split():
            name, text = _address(address.rstrip(";,"))
            if name:
                found.setdefault(name, text)
    return found


def _address(address: str) -> tuple[str, str]:
    if _DOI_ADDRESS.match(address):
        return "DOI", bare_doi(address)
    if _PUBMED_ADDRESS.fullmatch(address):
        return "PMID", bare_pmid(address)
    if _PMC_ADDRESS.fullmatch(address):
        return "PMCID", bare_pmcid(address)
    if re.match(r"(?i)(?:https?|ftp)://|www\.", address):
        return "URL", address
    return "", ""


def whole_list(name: str, spans: Iterable[Span]) -> dict[str, Span]:
    """One place for a variable that has several values: from the first of them to the last."""
    places = tuple(spans)
    if not places:
        return {}
    first, last = min(places), max(places)
    place = Span(first.file, first.line, first.column, last.end_line, last.end_column)
    return {name: place}


def doi_in(text: str) -> str:
    """The DOI in a value that is a DOI or holds one; empty when there is none."""
    match = _DOI.search(text)
    return match[0].rstrip(".,;") if match else ""


def merged_identifiers(*found: Mapping[str, str]) -> dict[str, str]:
    """DOI, PMID and PMCID without their prefixes; a later place speaks before an earlier one."""
    merged: dict[str, str] = {}
    for place in found:
        merged |= {name: text for name, text in place.items() if text}
    return {
        **merged,
        "DOI": bare_doi(merged.get("DOI", "")),
        "PMID": bare_pmid(merged.get("PMID", "")),
        "PMCID": bare_pmcid(merged.get("PMCID", "")),
    }
