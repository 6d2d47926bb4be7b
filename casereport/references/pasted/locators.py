"""Where an article stands in its journal: year, volume, issue, supplement and pages.

Each form is tried where it can begin, the first place first, so that nothing of it is left with the
journal's name.
"""

from __future__ import annotations

import re

from casereport.references.pasted.locator_forms import (
    DATE_ONLY,
    IN_PRESS,
    IN_WORDS,
    SUPPLEMENT,
    VOLUME_MAY_BEGIN,
    WITHOUT_YEAR,
    YEAR_FIRST,
    YEAR_IN_BRACKETS,
    YEAR_LAST,
    YEAR_MAY_BEGIN,
)
from casereport.references.pasted.working import Ledger

_WINDOW = 170
_WINDOW_OF_DATE = 60
_FORMS = (
    (YEAR_MAY_BEGIN, YEAR_FIRST), (YEAR_MAY_BEGIN, YEAR_IN_BRACKETS),
    (VOLUME_MAY_BEGIN, IN_WORDS), (VOLUME_MAY_BEGIN, YEAR_LAST),
)  # fmt: skip
_FORMS_WITHOUT_YEAR = ((VOLUME_MAY_BEGIN, IN_WORDS), (VOLUME_MAY_BEGIN, WITHOUT_YEAR))
_SUPPLEMENT = re.compile(SUPPLEMENT)


def take_locator(ledger: Ledger, *, year_known: bool) -> bool:
    """Take year, volume, issue and pages from the end; ``year_known``: the year stood elsewhere."""
    for may_begin, form in _FORMS_WITHOUT_YEAR if year_known else _FORMS:
        match = _first_match(may_begin, form, ledger, _WINDOW)
        if match is None:
            continue
        if form is WITHOUT_YEAR and not (match["page"] or match["number"] or match["issue"]):
            continue  # a figure alone: nothing tells that it is a volume
        _take(ledger, match)
        return True
    return False


def take_date(ledger: Ledger) -> bool:
    """Take a date that ends what is left, or the words that say that it is to come."""
    match = IN_PRESS.search(
        ledger.plain, max(ledger.start, ledger.end - _WINDOW_OF_DATE), ledger.end
    )
    match = match or _first_match(VOLUME_MAY_BEGIN, DATE_ONLY, ledger, _WINDOW_OF_DATE)
    if match is None:
        return False
    _take(ledger, match)
    return True


def _first_match(
    may_begin: re.Pattern[str], form: re.Pattern[str], ledger: Ledger, window: int
) -> re.Match[str] | None:
    begin = max(ledger.start, ledger.end - window)
    for start in may_begin.finditer(ledger.plain, begin, ledger.end):
        if match := form.match(ledger.plain, start.start(), ledger.end):
            return match
    return None


def _take(ledger: Ledger, match: re.Match[str]) -> None:
    for group in match.re.groupindex:
        if match[group] is None or group == "of_volume":
            continue
        name = group.rstrip("2345")
        if name == "issue" and _SUPPLEMENT.fullmatch(match[group]):
            name = "supplement"  # 34(Suppl 1)
        ledger.take(name, *match.span(group))
    if match.re.groupindex.get("of_volume") and match["of_volume"] is not None:
        _take_supplement(ledger, match)
    ledger.take_rest_from(match.start())
    ledger.strip_end()


def _take_supplement(ledger: Ledger, match: re.Match[str]) -> None:
    """A supplement of the volume; where an issue follows, it is part of the volume's name."""
    inner = _SUPPLEMENT.search(ledger.plain, *match.span("of_volume"))
    if inner is None:
        return
    if match.re is not IN_WORDS and match["issue"] is not None:
        ledger.fields["volume"] = (match.start("volume"), inner.end())
    else:
        ledger.take("supplement", *inner.span())
