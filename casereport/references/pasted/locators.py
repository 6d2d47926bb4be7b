"""Where an article stands in its journal: year, volume, issue, supplement and pages, in any order.

Each form is one pattern that reaches to the end of what is left, tried where it can begin. Of the
places where one fits, the first counts, so that nothing of it stays with the journal's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from casereport.references.pasted.dates import DATE, YEAR
from casereport.references.pasted.persian import ISSUE as P_ISSUE
from casereport.references.pasted.persian import ORDINAL, SEASON, SUPPLEMENT, TO
from casereport.references.pasted.persian import PAGES as P_PAGES
from casereport.references.pasted.persian import VOLUME as P_VOLUME
from casereport.references.pasted.working import Ledger

_WINDOW = 170

_PAGE = r"(?:[A-Za-z]{0,6}\.?\d{1,8}(?:\.?[A-Za-z]{1,3}\d{0,4})?|[ivxlc]{1,7})"
_RANGE = rf"{_PAGE}(?: ?(?:-{{1,2}}|{TO}) ?{_PAGE})?"
PAGES = rf"(?:(?:pp?|pages?|pgs?|{P_PAGES})(?:\. ?| ?: ?| ))?(?P<page>{_RANGE}(?:, ?{_RANGE}){{0,3}}(?:; ?(?:discussion|quiz|author reply|passim)(?: {_RANGE}(?:, ?{_RANGE})?)?)?)(?: ?pp?\.?)?"
"""One or more ranges of pages, or the number of an article."""
_NUMBERED = r"(?:[Aa]rticle(?: (?:[Ii][Dd]|[Nn]o\.?|[Nn]umber))?|[Aa]rt\.?|ID):? ?(?P<number>[A-Za-z]?\d{1,10})"

_SUPPL = rf"(?:[Ss]uppl(?:ement)?s?\b\.?(?: ?[A-Z]?\d{{0,4}}[A-Za-z]?)?|S\d{{1,3}}|{SUPPLEMENT}(?: ?\d{{1,3}})?)"
_VOLUME = rf"(?:[A-Z]?\d{{1,4}}(?:-?[A-Z])?(?:[-/]\d{{1,4}})?|[IVXLC]{{1,8}})"
_ISSUE_INSIDE = rf"[A-Za-z0-9{chr(0x621)}-{chr(0x6cc)}{chr(0x200c)}][^()\[\];:]{{0,30}}"
_ISSUE = rf"\( ?(?:[Nn]o\.? ?|{P_ISSUE} ?)?(?P<issue>{_ISSUE_INSIDE}?) ?\)"

_VOLUME_ISSUE = (
    rf"(?:(?:[Vv]ol(?:ume)?\.?|{P_VOLUME}) ?)?(?P<volume>{_VOLUME})(?P<of_volume> ?[,(]? ?{_SUPPL}\)?)?(?: ?{_ISSUE})?"
    rf"|{_ISSUE.replace('<issue>', '<issue_alone>')}|(?P<supplement_alone>{_SUPPL})"
)
_TO_PAGES = r" ?[:,] ?"


def _named(pattern: str, suffix: str) -> str:
    """The pattern with another name for each of its groups, to stand in one with the first."""
    return re.sub(r"\(\?P<(\w+)>", rf"(?P<\1{suffix}>", pattern)


_YEAR_FIRST = re.compile(
    rf"(?P<issued>{DATE}) ?(?:\[(?:cited|accessed) (?P<accessed>[^\]]{{4,30}})\] ?)?[;,:.] ?(?:{_VOLUME_ISSUE})"
    rf"(?:(?:{_TO_PAGES}|[.] ?(?=pp?\b))(?:{PAGES}|{_NUMBERED}))?\Z"
)
_YEAR_IN_BRACKETS = re.compile(
    rf"\((?P<issued>{DATE})\)[.,;:]? ?(?:{_VOLUME_ISSUE})(?:{_TO_PAGES}(?:{PAGES}|{_NUMBERED}))?\Z"
)
_YEAR_LAST = re.compile(
    rf"(?:{_VOLUME_ISSUE})(?:{_TO_PAGES}| )(?:{PAGES}|{_NUMBERED})(?: ?[,;.] ?| )\(?(?P<issued>{DATE})\)?\Z"
)
_WITHOUT_YEAR = re.compile(rf"(?:{_VOLUME_ISSUE})(?:{_TO_PAGES}(?:{PAGES}|{_NUMBERED}))?\Z")
_WORDS = re.compile(
    rf"(?:(?P<issued>{DATE})[;,.]? ?)?"
    rf"(?:(?:(?:[Vv]ol(?:ume)?\.?|{P_VOLUME}) ?(?P<volume>{_VOLUME}|{ORDINAL})(?: ?\((?P<issued3>{YEAR})\))?)[,;:]? ?)"
    rf"(?:(?:(?:[Nn]o\.?|[Nn]umber|[Ii]ssue|{P_ISSUE}) ?(?P<issue>\d{{1,4}}(?:[-/]\d{{1,3}})?|{ORDINAL})(?P<of_volume> ?{_SUPPL})?[,;:.]? ?))?"
    rf"(?:\((?P<issued4>{YEAR}|{SEASON} {YEAR})\)[,;:.]? ?|(?P<issued5>(?:{SEASON} )?{YEAR})[,;:.]? ?)?"
    rf"{PAGES}(?:[,;.]? ?\(?(?P<issued2>{DATE})\)?)?\Z"
)
_DATE_ONLY = re.compile(rf"(?P<issued>{DATE})\Z|\((?P<issued2>{DATE})\)\Z")
_IN_PRESS = re.compile(
    rf"\(?(?P<pending>[Ii]n press|[Ff]orthcoming|[Aa]ccepted|زیر چاپ|در دست چاپ)\)?(?:[.,;]? ?\(?(?P<issued>{DATE})\)?)?\Z"
    rf"|\(?(?P<issued2>{DATE})\)?[.,;]? ?\(?(?P<pending2>[Ii]n press|[Ff]orthcoming)\)?\Z"
)
_MAY_BEGIN = re.compile(r"(?<![^\s(.,;:\u0600-\u06ff])[(A-Z\d\u0622-\u06cc]")
_YEAR_BEGINS = re.compile(rf"(?<![\w\-/:])\(?(?:{DATE})")


def take_locator(ledger: Ledger, *, year_known: bool) -> bool:
    """Take year, volume, issue and pages from the end; ``year_known``: the year stood elsewhere."""
    begin = max(ledger.start, ledger.end - _WINDOW)
    forms = (
        ((_MAY_BEGIN, _WORDS), (_MAY_BEGIN, _WITHOUT_YEAR))
        if year_known
        else (
            (_YEAR_BEGINS, _YEAR_FIRST), (_YEAR_BEGINS, _YEAR_IN_BRACKETS),
            (_MAY_BEGIN, _WORDS), (_MAY_BEGIN, _YEAR_LAST),
        )
    )  # fmt: skip
    for starts, form in forms:
        for match in _matches(starts, form, ledger, begin):
            if form is _WITHOUT_YEAR and not (match["page"] or match["number"] or match["issue"]):
                continue
            _take(ledger, match)
            return True
    return False


def take_date(ledger: Ledger) -> bool:
    """Take a date that ends what is left, or the words that say it is to come."""
    begin = max(ledger.start, ledger.end - 60)
    for form in (_IN_PRESS, _DATE_ONLY):
        for match in _matches(_MAY_BEGIN if form is _DATE_ONLY else None, form, ledger, begin):
            _take(ledger, match)
            return True
    return False


def _matches(
    starts: re.Pattern[str] | None, form: re.Pattern[str], ledger: Ledger, begin: int
) -> Iterator[re.Match[str]]:
    if starts is None:
        match = form.search(ledger.plain, begin, ledger.end)
        if match is not None:
            yield match
        return
    for start in starts.finditer(ledger.plain, begin, ledger.end):
        match = form.match(ledger.plain, start.start(), ledger.end)
        if match is not None:
            yield match
            return


_NAMES = {
    "issued2": "issued", "issued3": "issued", "issued4": "issued", "issued5": "issued",
    "issue_alone": "issue", "supplement_alone": "supplement", "of_volume": "supplement",
    "pending2": "pending",
}  # fmt: skip


def _take(ledger: Ledger, match: re.Match[str]) -> None:
    for group in match.re.groupindex:
        begin, stop = match.span(group)
        if begin < 0:
            continue
        if group == "of_volume":
            _take_supplement(ledger, match, begin, stop)
            continue
        name = _NAMES.get(group, group)
        if name in {"issue"} and _is_supplement(ledger.plain[begin:stop]):
            name = "supplement"
        ledger.take(name, begin, stop)
    for index in range(match.start(), match.end()):
        ledger.taken[index] = 1
    ledger.end = match.start()
    ledger.strip_end()


def _take_supplement(ledger: Ledger, match: re.Match[str], begin: int, stop: int) -> None:
    """A supplement to the volume; beside an issue it is part of the volume's own designation."""
    inner = re.compile(_SUPPL).search(ledger.plain, begin, stop)
    if inner is None:
        return
    if match.re is not _WORDS and match["issue"] is not None:
        first = match.start("volume")
        ledger.fields["volume"] = (first, inner.end())
        ledger.pass_over(*match.span("of_volume")) if not any(
            ledger.taken[begin:stop]
        ) else None
    else:
        ledger.take("supplement", *inner.span())


def _is_supplement(text: str) -> bool:
    return re.fullmatch(_SUPPL, text) is not None
