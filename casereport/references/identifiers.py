"""DOI, PMID and PMCID as they are stored: bare, without the address that often precedes them."""

from __future__ import annotations

import re

_DOI_PREFIX = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi\s*:\s*)", re.IGNORECASE)
_PMID_PREFIX = re.compile(
    r"(?:https?://(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/pubmed)/|pmid\s*:?\s*)",
    re.IGNORECASE,
)
_PMCID_PREFIX = re.compile(
    r"(?:https?://(?:www\.)?(?:pmc\.)?ncbi\.nlm\.nih\.gov/(?:pmc/)?articles/|pmcid\s*:?\s*)",
    re.IGNORECASE,
)
_IN_NOTE = re.compile(r"\b(PMID|PMCID|DOI)\s{0,3}:\s{0,3}([^\s;,]+)[;,.]?", re.IGNORECASE)


def bare_doi(text: str) -> str:
    """A DOI without its address; what else is wrong with it stays.

    >>> bare_doi("https://doi.org/10.1000/182")
    '10.1000/182'
    """
    return _without(_DOI_PREFIX, text)


def doi_prefix(text: str) -> int:
    """How many characters of an address or a label stand before a DOI; 0 when it is bare.

    >>> doi_prefix("doi: 10.1000/182"), doi_prefix("10.1000/182"), doi_prefix("https://doi.org/")
    (5, 0, 0)
    """
    match = _DOI_PREFIX.match(text)
    return match.end() if match is not None and text.startswith("10.", match.end()) else 0


def bare_pmid(text: str) -> str:
    """A PubMed number without its address or label."""
    return _without(_PMID_PREFIX, text).rstrip("/")


def bare_pmcid(text: str) -> str:
    """A PubMed Central number, beginning with PMC when it is digits alone."""
    bare = _without(_PMCID_PREFIX, text).rstrip("/")
    return f"PMC{bare}" if bare.isascii() and bare.isdigit() else bare


def identifiers_in_note(note: str) -> tuple[str, dict[str, str]]:
    """A note without the identifiers that Zotero puts into it, and these by their CSL names.

    >>> identifiers_in_note("PMID: 15942917")
    ('', {'PMID': '15942917'})
    """
    found = {match[1].upper(): match[2] for match in _IN_NOTE.finditer(note)}
    return " ".join(_IN_NOTE.sub(" ", note).split()), found


def _without(prefix: re.Pattern[str], text: str) -> str:
    text = text.strip()
    match = prefix.match(text)
    return text[match.end() :].strip() if match else text
