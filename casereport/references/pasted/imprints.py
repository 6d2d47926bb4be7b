"""Where a book appeared: «2nd ed. Cham: Springer; 2017. p. 12-20», «چاپ دوم. تهران: سمت؛ ۱۳۹۰»."""

from __future__ import annotations

import re

from casereport.references.pasted.dates import DATE, SEEN
from casereport.references.pasted.names import UPPER
from casereport.references.pasted.pages import PAGES_WITH_WORD
from casereport.references.pasted.persian import EDITION as P_EDITION
from casereport.references.pasted.persian import LETTER, ORDINAL, TRANSLATION
from casereport.references.pasted.persian import PUBLISHER as P_PUBLISHER
from casereport.references.pasted.working import Ledger

_WINDOW = 240
_ORDINALS = "First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth"
_EDITION = (
    rf"(?:(?P<edition>(?:\d{{1,2}}(?:st|nd|rd|th)|{_ORDINALS}|Rev(?:ised|\.)?|International)"
    r"(?: rev\.?)?) [Ee]d(?:ition|n)?\b\.?"
    rf"|(?:ویرایش|ویراست) (?P<edition2>\d{{1,3}})|(?P<edition3>{P_EDITION}))"
)
_VOLUME = (
    r"(?:[Vv]ol(?:ume)?\.? ?(?P<volume>\d{1,3}|[IVX]{1,5})"
    rf"|جلد (?P<volume2>\d{{1,3}}|{ORDINAL}))"
)
_PARTS = (
    re.compile(rf"(?P<note>(?:[Tt]ranslated by|{TRANSLATION}) [^.:;]{{2,90}})\Z"),
    re.compile(rf"[(\[]?{_EDITION}(?:[,;] ?{_VOLUME})?(?:[,;] ?{PAGES_WITH_WORD})?[)\]]?\Z"),
    re.compile(rf"[(\[]?{_VOLUME}[)\]]?\Z"),
    re.compile(r"(?P<edition>[Vv]ersion \d{1,3}(?:\.\d{1,3}){0,3})\Z"),
    re.compile(rf"\({PAGES_WITH_WORD}\)\Z"),
    re.compile(
        r"(?P<genre>[A-Z][\w ]{0,40}[Rr]eport)?,? ?(?:Report )?[Nn]o\.?: ?"
        r"(?P<number>[A-Z\d][\w\-/.]{0,30})\Z"
    ),
)
_CHAPTER_PAGES = re.compile(rf"(?<![\w]){PAGES_WITH_WORD}\Z")
_TOTAL_PAGES = re.compile(r"(?<![\w\-])(?P<note>\[?\d{1,4} ?(?:p|pp|pages|ص|صفحه)\]?)\.?\Z")
_SERIES = re.compile(r"\((?P<series>[^()]{4,120})\)\Z")
_CITED = (
    rf"(?: ?\[(?:(?P<note>(?:updated|reviewed) {DATE})[;,] ?)?"
    rf"(?:cited|accessed) (?P<accessed>{SEEN})\])?"
)
_AFTER_COLON = re.compile(
    rf": ?(?P<publisher>[^;:\[\]]{{2,140}}?) ?[;,.] ?(?:c|©)?(?P<issued>{DATE}){_CITED}\Z"
)
_COLON_NO_YEAR = re.compile(r": ?(?P<publisher>[^;:\[\]\d]{2,140})\Z")
_PUBLISHER_YEAR = re.compile(
    rf"(?P<publisher>[^;:\[\]]{{2,140}}?) ?[;,] ?(?:c|©)?(?P<issued>{DATE}){_CITED}\Z"
)
_PUBLISHER = re.compile(
    r"\b(?:Press|Elsevier|Springer|Wiley|Blackwell|Saunders|Mosby|McGraw|Lippincott|Wolters|Kluwer"
    r"|University|Publish(?:er|ers|ing)|Publications?|Verlag|Books|Organi[sz]ation|Association|Institute"
    r"|Thieme|Karger|Routledge|Sage|SAGE|Pearson|Churchill|Academic|Institutes|Ministry|Society"
    rf"|Department|Centers?|Centre|Foundation|Williams|Medical)\b|^(?:{P_PUBLISHER})(?!{LETTER})"
)
_PLACE = re.compile(rf"(?:[{UPPER}]|{LETTER})[^.;:?!\[\]\d]{{1,70}}(?:D\.C\.?|[A-Z]\.[A-Z]\.)?")
_NOT_SENTENCE_ENDS = re.compile(r"(?:\bSt|\bMt|\bFt|\bD\.C|\bInc|\bCo|\bLtd|\b[A-Z])\Z")
_INTERNET = re.compile(
    r" ?\[(?:Internet|[Oo]nline|[Ww]eb ?page|[Hh]omepage|Electronic resource|اینترنتی?)\]"
)


def take_imprint(ledger: Ledger, *, year_known: bool, certain: bool = False) -> bool:
    """Take place, publisher and year from the end; ``certain``: no word has to show a publisher."""
    begin = max(ledger.start, ledger.end - _WINDOW)
    form = _COLON_NO_YEAR if year_known else _AFTER_COLON
    colon = ledger.plain.rfind(":", begin, ledger.end)
    if colon >= 0 and (match := form.match(ledger.plain, colon, ledger.end)):
        place = sentence_start(ledger, colon)
        if _is_place(ledger.plain[place:colon]) and _is_publisher(match["publisher"]):
            ledger.take("publisher-place", place, colon)
            return _take_match(ledger, match, place)
    first = sentence_start(ledger, ledger.end)
    if first == ledger.start:
        return False
    if year_known:
        name = ledger.plain[first : ledger.end]
        if not _PUBLISHER.search(name) or re.search(r"\d|[:;?]", name):
            return False
        ledger.take("publisher", first, ledger.end)
        return _finish(ledger, first)
    match = _PUBLISHER_YEAR.match(ledger.plain, first, ledger.end)
    if match is None or not (certain or _PUBLISHER.search(match["publisher"])):
        return False
    return _take_match(ledger, match, first)


def _take_match(ledger: Ledger, match: re.Match[str], begin: int) -> bool:
    for name in match.re.groupindex:
        if match[name] is not None:
            ledger.take(name, *match.span(name))
    return _finish(ledger, begin)


def _finish(ledger: Ledger, begin: int) -> bool:
    ledger.understood(begin, ledger.end)
    ledger.end = begin
    ledger.strip_end()
    return True


def take_book_parts(ledger: Ledger) -> None:
    """Take edition, volume, translator, report number, and pages in brackets, from the end."""
    changed = True
    while changed:
        changed = False
        begin = max(ledger.start, ledger.end - 120)
        for pattern in _PARTS:
            match = pattern.search(ledger.plain, begin, ledger.end)
            if match is None or not _stands_alone(ledger, match.start()):
                continue
            _take_groups(ledger, match)
            changed = True
            break


def _take_groups(ledger: Ledger, match: re.Match[str]) -> None:
    for name in match.re.groupindex:
        if match[name] is not None:
            ledger.take(name.rstrip("23"), *match.span(name))
    _finish(ledger, match.start())


def _stands_alone(ledger: Ledger, index: int) -> bool:
    """True after the end of a sentence, a comma or at a bracket: not in the middle of a title."""
    before = ledger.plain[:index].rstrip(" ")
    return ledger.plain[index] in "([" or (before[-1:] in ".,;:?!)]" and index > ledger.start)


def take_pages(ledger: Ledger) -> bool:
    """Take the pages of a chapter, or the number of pages of a book, or a series, from the end."""
    taken = False
    for pattern in (_SERIES, _CHAPTER_PAGES, _TOTAL_PAGES):
        begin = max(ledger.start, ledger.end - 130)
        match = pattern.search(ledger.plain, begin, ledger.end)
        if match is not None and _stands_alone(ledger, match.start()):
            if pattern is _SERIES and not re.search(
                r"(?i)series|vol|monograph|report|no\.|lecture", match[0]
            ):
                continue
            _take_groups(ledger, match)
            taken = True
    return taken


def take_internet(ledger: Ledger) -> bool:
    """Pass over the word for a work on the internet at the end of what is left."""
    begin = max(ledger.start, ledger.end - 30)
    match = _INTERNET.search(ledger.plain, begin, ledger.end)
    if match is None or match.end() != ledger.end:
        return False
    return _finish(ledger, match.start())


def sentence_start(ledger: Ledger, end: int) -> int:
    """Where the last sentence before ``end`` begins."""
    position = end
    while True:
        stop = max(
            ledger.plain.rfind(sign, ledger.start, position) for sign in (". ", "? ", "! ", "] ")
        )
        if stop < ledger.start:
            return ledger.start
        if ledger.plain[stop] != "." or not _NOT_SENTENCE_ENDS.search(
            ledger.plain, max(0, stop - 5), stop
        ):
            return stop + 2
        position = stop


def _is_place(place: str) -> bool:
    place = place.strip()
    if re.match(r"St\. ", place):
        place = "St " + place[4:]
    if not _PLACE.fullmatch(place) or len(place.split()) > 8:
        return False
    return all(
        word[0] in UPPER
        or word[0] in "(&"
        or not word[0].isascii()
        or word in {"and", "of", "upon", "de"}
        for word in re.findall(r"\S+", place)
    )


def _is_publisher(name: str) -> bool:
    return not re.search(r"[.?!] (?!Ltd|Inc|Co\b|&)|https?:|\d{4}", name) and any(
        c.isalpha() for c in name
    )
