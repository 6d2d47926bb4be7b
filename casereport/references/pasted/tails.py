"""What stands after the pages: identifiers, addresses, the day of reading, remarks, the language.

They are taken from the end, one after the other, until nothing known stands there.
"""

from __future__ import annotations

import re

from casereport.references.languages import language_tag
from casereport.references.pasted.dates import DATE, SEEN
from casereport.references.pasted.persian import AVAILABLE, CITED, LANGUAGE
from casereport.references.pasted.working import Ledger

_WINDOW = 260
_DOI = re.compile(
    r"(?:(?:https?://)?(?:dx\.|www\.)?doi\.org/|doi ?: ?|doi\.)?(10\.\d{4,9}/\S+)", re.IGNORECASE
)
_DOI_LABEL = re.compile(
    r"(?:[\[(]?\bdoi ?[:.]? ?|\bdoi ?[:.]? ?https?://(?:dx\.)?doi\.org/)\Z", re.IGNORECASE
)
_URL = re.compile(r"<?((?:https?://|ftp://|www\.)[^\s<>]{4,})>?", re.IGNORECASE)
_URL_LABEL = re.compile(
    r"[\[(<]?(?:\b(?:available|accessible|retrieved|accessed|archived) (?:online )?"
    r"(?:from|at|in|on) ?:? ?"
    rf"|\bavailable(?: online)? ?: ?|\b(?:url|from|link) ?: ?|(?:{AVAILABLE}) ?:? ?)<?\Z",
    re.IGNORECASE,
)
_RETRIEVED = re.compile(
    rf"\b(?:Retrieved|Accessed) (?:on )?(?P<accessed>{SEEN}),? (?:from|at) ?:? ?\Z", re.IGNORECASE
)

_PMID = re.compile(
    r"[\[(]?(?:PubMed )?(?:PMID|PubMed ID|PubMed) ?[:.]? ?(?P<PMID>\d{1,9})[\])]?\Z", re.IGNORECASE
)
_PMCID = re.compile(
    r"[\[(]?(?:(?:PMCID|PubMed Central(?: PMCID)?) ?[:.]? ?)?(?P<PMCID>PMC ?\d{3,9})[\])]?\Z",
    re.IGNORECASE,
)
_ISBN = re.compile(r"ISBN(?:-1[03])? ?:? ?(?P<ISBN>[\d][\d\- ]{8,16}[\dX])\Z", re.IGNORECASE)
_LINKS = re.compile(
    r"\[(?:PubMed|PMC free article|CrossRef|Google Scholar|DOI|Free Full Text|View Article"
    r"|Full Text|Abstract|Links?|Article)\]\Z",
    re.IGNORECASE,
)
_ACCESSED = re.compile(
    r"[\[(]?(?:last )?(?:accessed|cited|viewed|access date|date accessed|retrieved)"
    r"(?: on| at|:)? ?"
    rf"(?P<accessed>{SEEN})[\])]?\Z"
    rf"|[\[(]?(?:{CITED}) ?:? ?(?P<accessed2>{SEEN})[\])]?\Z",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    rf"[\[(]?(?P<note>(?:last )?(?:updated|reviewed)(?: on|:)? ?{DATE})"
    rf"(?:; ?(?:cited|accessed) (?P<accessed>{SEEN}))?[\])]?\Z",
    re.IGNORECASE,
)
_LANGUAGE = re.compile(
    r"[\[(] ?(?:article |text |paper |full text |abstract |original )?(?:is )?(?:[Ii]n )?"
    r"(?P<language>[A-Z][a-z]{3,11})"
    rf"(?: language)? ?[\])]\Z|[\[(] ?(?P<language2>{LANGUAGE}) ?[\])]\Z"
    r"|(?<=[.;] )(?:Article )?(?:[Ii]n )?(?P<language3>[A-Z][a-z]{3,11})\Z"
)
_REMARK = re.compile(
    rf"[\[(]?(?P<note>(?:e-?pub|online|published online) ahead of print(?:[;,.:]? {DATE})?"
    r"|(?:Epub|Published online|First published(?: online)?|Posted) (?:ahead of print )?"
    rf"{DATE})[\])]?\Z",
    re.IGNORECASE,
)
_ERRATUM = re.compile(
    r"(?P<note>(?:Erratum|Comment|Retraction|Corrected and republished) in: .{4,120})\Z"
)
_PREPRINT_REMARK = re.compile(
    rf"(?P<note>Preprint(?: posted online)? ?,? ?{DATE})\Z|(?<=[.;] )(?P<genre>Preprint)\Z",
    re.IGNORECASE,
)
_PATTERNS = (
    _PMID, _PMCID, _ISBN, _LINKS, _UPDATED, _ACCESSED, _REMARK, _PREPRINT_REMARK, _ERRATUM,
)  # fmt: skip


def take_tails(ledger: Ledger) -> None:
    """Move the end of what is left before everything known that stands there."""
    while True:
        before = ledger.end
        ledger.strip_end()
        if not (_take_address(ledger) or _take_pattern(ledger) or _take_language(ledger)):
            if ledger.end < before:
                ledger.strip_end()
            return


def _take_pattern(ledger: Ledger) -> bool:
    begin = max(ledger.start, ledger.end - _WINDOW)
    for pattern in _PATTERNS:
        match = pattern.search(ledger.plain, begin, ledger.end)
        if match is None or not _begins_a_word(ledger, match.start()):
            continue
        for group in pattern.groupindex:
            if match[group] is not None:
                _take_value(ledger, group.rstrip("2"), *match.span(group))
        ledger.take_rest_from(match.start())
        return True
    return False


def _take_value(ledger: Ledger, name: str, start: int, end: int) -> None:
    """A field; a second remark is joined to the first, as nothing is between but known wording."""
    if name == "note" and "note" in ledger.fields:
        ledger.pass_over(start, end)
        first, last = ledger.fields["note"]
        others = [place for other, place in ledger.fields.items() if other != "note"]
        if any(start < place[0] < first for place in others):
            ledger.sound = False
        ledger.fields["note"] = (min(first, start), max(last, end))
    else:
        ledger.take(name, start, end)


def _take_language(ledger: Ledger) -> bool:
    begin = max(ledger.start, ledger.end - 60)
    match = _LANGUAGE.search(ledger.plain, begin, ledger.end)
    if match is None or "language" in ledger.fields:
        return False
    group = next(name for name in _LANGUAGE.groupindex if match[name] is not None)
    if group != "language2" and not language_tag(match[group]):
        return False
    if group == "language3" and not re.search(
        r"\d[\])]?[.;] (?:Article )?(?:[Ii]n )?\Z", ledger.plain[: match.start(group)]
    ):
        return False  # a journal may be called so: it stands behind pages or not at all
    ledger.take("language", *match.span(group))
    ledger.take_rest_from(match.start())
    return True


def _take_address(ledger: Ledger) -> bool:
    """A DOI or an address that is the last word, with the words that announce it."""
    plain = ledger.plain
    first = max(plain.rfind(" ", ledger.start, ledger.end) + 1, ledger.start)
    word_end = ledger.end
    if plain[word_end - 1 : word_end] in ")]>" and not _is_balanced(plain[first:word_end]):
        word_end -= 1
    if match := _DOI.fullmatch(plain, first, word_end):
        ledger.take("DOI", *match.span(1))
        label = _DOI_LABEL
    elif match := _URL.fullmatch(plain, first, word_end):
        ledger.take("URL", *match.span(1))
        label = _URL_LABEL
    else:
        inner = re.compile(r"[\[(<](?=(?:https?://|doi:|10\.\d{4}))").match(plain, first)
        if inner is None:
            return False
        ledger.pass_over(first, first + 1)
        word = _DOI.fullmatch(plain, first + 1, word_end) or _URL.fullmatch(
            plain, first + 1, word_end
        )
        if word is None:
            ledger.sound = False
            return False
        ledger.take("DOI" if word.re is _DOI else "URL", *word.span(1))
        label = _DOI_LABEL if word.re is _DOI else _URL_LABEL
    window = max(ledger.start, first - 80)
    begin = first
    if said := label.search(plain, window, first) or _URL_LABEL.search(plain, window, first):
        begin = said.start()
    elif seen := _RETRIEVED.search(plain, window, first):
        ledger.take("accessed", *seen.span("accessed"))
        begin = seen.start()
    ledger.take_rest_from(begin)
    return True


def _begins_a_word(ledger: Ledger, index: int) -> bool:
    return index == ledger.start or not ledger.plain[index - 1].isalnum()


def _is_balanced(word: str) -> bool:
    return all(word.count(a) == word.count(b) for a, b in ("()", "[]", "<>"))
