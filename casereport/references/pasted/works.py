"""The kinds of works beside articles: books, chapters, papers of meetings, theses, web pages."""

from __future__ import annotations

import re

from casereport.references.pasted.authors import read_names
from casereport.references.pasted.dates import DATE
from casereport.references.pasted.heads import EDITORS, Head
from casereport.references.pasted.imprints import (
    sentence_start,
    take_book_parts,
    take_imprint,
    take_internet,
    take_pages,
)
from casereport.references.pasted.locators import take_date
from casereport.references.pasted.persian import IN, LETTER, MEETING, THESIS
from casereport.references.pasted.titles import holds_other_fields, is_title
from casereport.references.pasted.working import Ledger

_IN = re.compile(
    rf"(?<=[.?!\])] )(?:[Ii]n ?: ?|{IN} ?: ?"
    r"|In (?=(?:[A-Z]\. ){1,3}[A-Z][^()]{2,120} ?\(Eds?\.\)))"
)
_PRESENTED = re.compile(
    r"(?<=[.?!\]] )(?:(?:Paper|Poster|Abstract|Oral presentation)? ?[Pp]resented at"
    r"(?: the)? ?:? ?|ارائه شده در ?:? ?)"
)
_MEETING = re.compile(
    rf"\b(?:Proceedings|Proc\b|Conference|Congress|Symposium|Meeting|Workshop|Sessions)|(?:{MEETING})"
)
_MEETING_DATE = re.compile(rf"[;,] ?(?P<issued>{DATE})(?=[;,.]|\Z| )")
_EDITORS_END = re.compile(rf"[,;]? ?{EDITORS}[.,:;]? ?|[.:] ", re.IGNORECASE)
_THESIS_WORD = rf"(?:[Tt]hesis|[Dd]issertation|{THESIS})"
_THESIS = re.compile(
    rf" ?[\[(](?P<genre>[^\[\]()]{{0,60}}?{_THESIS_WORD}[^\[\](),]{{0,60}})"
    r"(?:, ?(?P<publisher>[^\[\]()]{4,100}))?[\])][.,;:]? ?"
    r"|(?<=[.?!]) (?P<genre2>(?:[A-Z][\w.']{0,12} ?){1,3}(?:[Tt]hesis|[Dd]issertation)"
    rf"|(?:{THESIS})(?!{LETTER})[^.,;:\[\]]{{0,60}})[.,;:] ?"
)
_UNIVERSITY_YEAR = re.compile(rf"(?P<publisher>[^;:\[\]]{{4,120}}?) ?[;,.] ?(?P<issued>{DATE})\Z")
_PUBLISHED = re.compile(
    rf"(?:Published|Posted|Last updated|Updated|Created)(?: on)? ?:? ?(?P<issued>{DATE})\Z"
)


def read_thesis(ledger: Ledger, head: Head) -> str:
    """A thesis: its title, the word for its kind, its university."""
    match = _THESIS.search(ledger.plain, ledger.start, ledger.end)
    if match is None:
        return ""
    begin, end = match.start(), ledger.end
    ledger.take("genre", *match.span("genre" if match["genre"] else "genre2"))
    if match["publisher"]:
        ledger.take("publisher", *match.span("publisher"))
    ledger.understood(*match.span())
    take_title(ledger, ledger.start, begin)
    ledger.start, ledger.end = match.end(), end
    if ledger.rest.strip():
        ledger.strip_start(" ,.;")
        ledger.strip_end()
        if not _take_university(ledger, year_known=head.issued is not None):
            return ""
    return "thesis"


def _take_university(ledger: Ledger, *, year_known: bool) -> bool:
    take_pages(ledger)
    # What is left is the imprint alone: a place can begin it.
    if take_imprint(ledger, year_known=year_known, certain=True):
        return not ledger.rest.strip()
    if year_known:
        ledger.take("publisher", ledger.start, ledger.end)
        return True
    match = _UNIVERSITY_YEAR.match(ledger.plain, ledger.start, ledger.end)
    if match is None:
        return False
    ledger.take("publisher", *match.span("publisher"))
    ledger.take("issued", *match.span("issued"))
    ledger.understood(*match.span())
    return True


def read_chapter(ledger: Ledger, head: Head) -> str:
    """A chapter or a paper of a meeting: title, «In:», editors, book, imprint, pages."""
    match = _IN.search(ledger.plain, ledger.start, ledger.end)
    presented = match is None
    match = match or _PRESENTED.search(ledger.plain, ledger.start, ledger.end)
    if match is None:
        return ""
    ledger.understood(*match.span())
    before = _without_stop(ledger, ledger.start, match.start())
    take_title(ledger, ledger.start, before)
    ledger.start = match.end()
    _take_editors(ledger)
    take_pages(ledger)
    year_known = head.issued is not None
    imprinted = take_imprint(ledger, year_known=year_known)
    if not imprinted and not year_known:
        imprinted = take_date(ledger)
    take_pages(ledger)
    take_book_parts(ledger)
    meeting = presented or _MEETING.search(ledger.rest) is not None
    if not imprinted and not year_known:
        date = _MEETING_DATE.search(ledger.plain, ledger.start, ledger.end) if meeting else None
        if date is None:
            return ""
        ledger.fields["issued"] = date.span("issued")
    if not _is_book_title(ledger.rest, meeting=meeting):
        return ""
    ledger.take("container-title", ledger.start, ledger.end)
    return "paper-conference" if meeting else "chapter"


def _take_editors(ledger: Ledger) -> None:
    for read in read_names(ledger.plain, ledger.entry.text, ledger.start, ledger.end):
        end = _EDITORS_END.match(ledger.plain, read.end, ledger.end)
        if end is None and ledger.plain[read.end - 1] == "." and not read.groups_only:
            stop = read.end
        elif end is not None and (not read.groups_only or "ed" in end[0].lower()):
            stop = end.end()
        else:
            continue
        ledger.take("editor", ledger.start, read.end)
        ledger.understood(read.end, stop)
        ledger.editors = read.names
        ledger.start = stop
        ledger.strip_start()
        return


def read_book(ledger: Ledger, head: Head) -> str:
    """A book, a report, or a work on the internet that has an imprint."""
    take_pages(ledger)
    year_known = head.issued is not None
    internet = "[" in ledger.rest and re.search(r"\[(?:Internet|اینترنت)", ledger.rest) is not None
    edition = re.search(r"\d(?:st|nd|rd|th) ed", ledger.rest) is not None
    if not take_imprint(ledger, year_known=year_known, certain=internet or edition):
        return ""
    take_book_parts(ledger)
    internet = take_internet(ledger)
    take_book_parts(ledger)
    if not _is_single_title(ledger):
        return ""
    take_title(ledger, ledger.start, ledger.end)
    if internet:
        return "webpage"
    return "report" if "number" in ledger.fields else "book"


def read_web_page(ledger: Ledger, head: Head) -> str:
    """A page of the web: title, site or body, date; its address was taken before."""
    if "URL" not in ledger.fields:
        return ""
    if published := _PUBLISHED.search(ledger.plain, max(ledger.start, ledger.end - 60), ledger.end):
        ledger.take("issued", *published.span("issued"))
        ledger.pass_over(published.start(), published.start("issued"))
        ledger.end = published.start()
        ledger.strip_end()
    elif head.issued is None and take_date(ledger) and ledger.plain[ledger.end] == ";":
        return ""  # place and publisher stand before the year, and no title before them
    ledger.strip_end()
    begin = sentence_start(ledger, ledger.end)
    internet = take_internet(ledger)
    if begin > ledger.start and not internet:
        # Between the title and the site stands a full stop, or the word for the internet.
        site = (begin, ledger.end)
        ledger.end = begin
        ledger.strip_end()
        take_internet(ledger)
        # Without an author the first sentence may be the body, and the second the title.
        if not head.names or not _is_site(ledger.plain[site[0] : site[1]]):
            return ""
        ledger.take("container-title", *site)
    if not _is_single_title(ledger):
        return ""
    take_title(ledger, ledger.start, ledger.end)
    return "webpage"


def _is_site(name: str) -> bool:
    return (
        len(name) <= 80
        and (name[:1].isupper() or re.match(LETTER, name) is not None)
        and not re.search(r"[:;?\[\]]", name)
        and not re.search(r"\d{4}", name)
    )


def take_title(ledger: Ledger, start: int, end: int) -> None:
    """Take the title; what it cannot be makes the reading unsound."""
    start, end = ledger.trimmed(start, end)
    end = _without_stop(ledger, start, end)
    title = ledger.plain[start:end]
    if not is_title(title, of_meeting=_MEETING.search(title) is not None):
        ledger.sound = False
    ledger.take("title", start, end)


def _without_stop(ledger: Ledger, start: int, end: int) -> int:
    while end > start and ledger.plain[end - 1] in " .,":
        end -= 1
    return end


def _is_single_title(ledger: Ledger) -> bool:
    """True when no sentence ends inside: after it could stand something that is not known."""
    return sentence_start(ledger, ledger.end) == ledger.start and bool(ledger.rest.strip())


def _is_book_title(text: str, *, meeting: bool) -> bool:
    if meeting:
        # Date and town of the meeting follow its name; no sentence ends among them.
        after = text.partition(";")[2]
        return 3 <= len(text) <= 250 and ". " not in after and not holds_other_fields(text)
    return is_title(text) and re.search(r"[.?!] |;|\d{4}; ", text) is None
