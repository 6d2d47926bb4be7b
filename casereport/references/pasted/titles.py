"""What can be a title, and what shows that a stretch holds more than one: parts of other fields.

Here a wrong cut would go unseen, for a title may hold nearly anything. What looks like names,
pages, an imprint or a second reference inside makes the whole reading uncertain.
"""

from __future__ import annotations

import re

from casereport.references.pasted.authors import begins_with_listed_name
from casereport.references.pasted.dates import YEAR
from casereport.references.pasted.names import UPPER
from casereport.references.pasted.persian import (
    EDITION,
    ET_AL,
    LETTER,
    ORDINAL,
    THESIS,
    TRANSLATION,
)

_YEAR_OF_IMPRINT = rf"[;,] ?(?:c|©)?{YEAR}(?=[.;:\[ ]|\Z)(?! [a-z])"
_OTHER_FIELDS = (
    rf"\d{{4}}\)?[;:,] ?\d|;\s?\d{{1,4}}:|\d ?\(\d{{1,4}}\) ?[:,]|\b\d{{1,4}}: ?e?\d{{1,6}}-\d"
    r"|: ?e\d{3,}|https?:|\bdoi\b|\b10\.\d{4}/|\bPMID\b|\bPMC\d"
    rf"|\d(?:st|nd|rd|th) ed\b|\bet al\b|(?<!{LETTER})و {ET_AL.removeprefix('(?:و )?')}(?!{LETTER})"
    rf"|(?<!{LETTER})(?:{EDITION})[.:]|\[(?:Internet|cited|Preprint|اینترنت)|\beditors?\.|\(Eds?\.\)"
    rf"|\b(?:Available (?:from|at)|Accessed) |[.?!] [Ii]n: |[.?!] در ?: |[A-Z] \({YEAR}\)"
    rf"|\b{YEAR};|\d \({YEAR}\)|[,.;] ?{YEAR}\. |press {YEAR}|\bpp?\. ?\d"
    r"|(?:صفحات|صص|دوره|شماره) \d"
    r"|[.?!] (?:\[\d{1,4}\]|\d{1,3}[.)]) |\] \[\d|\[\d{1,4}\] "
)
_FOREIGN = re.compile(_OTHER_FIELDS)
_IMPRINT = re.compile(rf": [^:;]{{2,80}}{_YEAR_OF_IMPRINT}|{_YEAR_OF_IMPRINT.replace(',', '')}")
_STOP = re.compile(r"[.?!:\])] (?:\d{1,4}[.)] ?)?")
_BEGINS = re.compile(
    rf"[{UPPER}\d\[\"\u201c\u00ab('<]|{LETTER}|[a-z\u03b1-\u03c9]{{1,4}}[A-Z0-9\-]"
)
_NO_TITLE = re.compile(
    rf"(?:{EDITION}|جلد (?:{ORDINAL}|\d{{1,3}})|(?:[Vv]ol(?:ume)?\.?) \d{{1,3}})\Z"
    rf"|(?:[Ii]n|در) ?: |(?:{THESIS}|{TRANSLATION})(?!{LETTER})(?![^.]{{60}})"
    r"|(?:PhD|MD|MSc|Master'?s?|Doctoral) (?:[Tt]hesis|[Dd]issertation)\Z"
)
"""What is a part of the entry, where the title was left out before it."""
_PAIRS = (("(", ")"), ("[", "]"), ("\u00ab", "\u00bb"))


def is_title(text: str, *, of_meeting: bool = False) -> bool:
    """True for text that can be a title, and can be nothing more.

    ``of_meeting``: of its proceedings, in which the date of the meeting stands.

    >>> is_title("Calcinosis cutis: part I. Diagnostic pathway"), is_title("Smith J, Jones K")
    (True, False)
    """
    text = text.strip()
    if not _BEGINS.match(text) or _NO_TITLE.match(text) or holds_other_fields(text):
        return False
    if not of_meeting and _IMPRINT.search(text):
        return False
    letters = sum(character.isalpha() for character in text)
    return letters >= 3 and all(text.count(one) == text.count(other) for one, other in _PAIRS)


def holds_other_fields(text: str) -> bool:
    """True when pages, an address, an edition or a list of names stands in the text."""
    return holds_numbers_of_others(text) or any(
        begins_with_listed_name(text, start) for start in _sentence_starts(text)
    )


def holds_numbers_of_others(text: str) -> bool:
    """True when pages, an address or an edition stands in the text."""
    return _FOREIGN.search(text) is not None


def _sentence_starts(text: str) -> list[int]:
    return [0, *(stop.end() for stop in _STOP.finditer(text))]
