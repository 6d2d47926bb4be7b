"""The head of an entry: authors or editors, and the year where it follows them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from casereport.model.reference import Name
from casereport.references.pasted.authors import read_names
from casereport.references.pasted.dates import DATE, YEAR
from casereport.references.pasted.persian import EDITOR
from casereport.references.pasted.working import Ledger

EDITORS = rf"(?:[\[(]?(?:editors?|eds?\.?|{EDITOR})[\])]?)"
_EDITORS = re.compile(rf"[,;]? ?{EDITORS}(?=[.,:; ]|\Z)", re.IGNORECASE)
_YEAR = re.compile(
    rf"[.,]? ?\((?P<year>{DATE}|in press)\)[.,:]? ?|(?:\. ?|, | )(?P<year2>{YEAR})\. "
)
_END = re.compile(r"\.? ?[.:] ?| ?: ")


@dataclass(frozen=True, slots=True)
class Head:
    """``end``: where what follows begins; ``issued``: where the year stands, if it stands here."""

    names: tuple[Name, ...] = ()
    end: int = 0
    names_end: int = 0
    et_al: bool = False
    are_editors: bool = False
    issued: tuple[int, int] | None = None
    ends: tuple[int, int] = (0, 0)
    groups_only: bool = False


def heads(ledger: Ledger) -> Iterator[Head]:
    """The readings of the head, the likelier first; the last is a head without names."""
    plain = ledger.plain
    found = False
    for read in read_names(plain, ledger.entry.text, ledger.start, ledger.end):
        position = read.end
        editors = _EDITORS.match(plain, position, ledger.end)
        if editors is not None:
            position = editors.end()
        year = _YEAR.match(plain, position, ledger.end)
        if year is not None:
            group = "year" if year["year"] else "year2"
            found = True
            yield Head(
                read.names, year.end(), read.end, read.et_al, editors is not None,
                year.span(group), (read.end, year.end()), read.groups_only,
            )  # fmt: skip
            continue
        end = _END.match(plain, position, ledger.end)
        if end is None and plain[position - 1] == "." and plain[position : position + 1] == " ":
            stop = position + 1
        elif read.et_al and plain.startswith(", ", position):
            stop = position + 2  # «Smith J, et al., The title.» (EndNote's own numbered style)
        elif end is not None and (plain[end.end() - 1] == " " or "." in end[0] or ":" in end[0]):
            stop = end.end()
        else:
            continue
        found = True
        yield Head(
            read.names, stop, read.end, read.et_al, editors is not None, None, (read.end, stop),
            read.groups_only,
        )  # fmt: skip
    if not found:
        yield Head(end=ledger.start, names_end=ledger.start, ends=(ledger.start, ledger.start))


def take_head(ledger: Ledger, head: Head) -> None:
    """Move the start of what is left behind the head."""
    if head.names:
        ledger.take("editor" if head.are_editors else "author", ledger.start, head.names_end)
    if head.issued is not None:
        ledger.take("issued", *head.issued)
    ledger.understood(*head.ends)
    ledger.start = head.end
    ledger.strip_start()
