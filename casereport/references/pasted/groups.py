"""Groups as authors: the names of bodies, beside those that :mod:`references.groups` knows."""

from __future__ import annotations

import re

from casereport.references.groups import is_group
from casereport.references.pasted.names import UPPER
from casereport.references.pasted.persian import LETTER
from casereport.references.pasted.word_sets import word_set

_ACRONYMS = word_set(
    """
    WHO CDC NICE FDA NIH EMA ESC EULAR ACR AHA ACC ACOG GOLD GINA KDIGO UNICEF UNAIDS NHS IARC
    ICMJE COPE CARE ADA AAP AAD ASCO ESMO NCCN IDSA ATS ERS SIGN PAHO ECDC MHRA IDF
    """
)
_SMALL = word_set(
    "a an the of for and on in to against by at with de la der und et del des & - from"
)
_SHORT = re.compile(rf"[{UPPER}]{{2,6}}")
_ACRONYM_AFTER = re.compile(rf" \([{UPPER}][^\W\d_]{{1,9}}\)\Z")
_END = re.compile(r"[.:](?= |\Z)| \((?=(?:1[3-9]|20)\d\d)|;")
_MAX = 200
_TEAM = re.compile(
    r"\b(?:Group|Investigators|Collaborators|Co-?[Aa]uthors|Consortium|Network|Team|Trialists"
    r"|Committee|Panel|Study|Initiative|Project|Registry|Collaboration|Force)\Z"
)


def group_at(plain: str, start: int, end: int, *, after_people: bool = False) -> int | None:
    """Where the name of a group ends that begins at ``start``; None when none does.

    ``after_people``: it follows a semicolon or «for» in a list, where shorter names are certain.
    """
    for match in _END.finditer(plain, start, min(end, start + _MAX)):
        if match[0] == "." and _is_abbreviation(plain, start, match.start()):
            continue
        name = plain[start : match.start()]
        known = is_group_name(name) or (after_people and _is_team(name))
        return match.start() if known else None
    return None


def is_group_name(text: str) -> bool:
    """True for what can only be a body: in capitals, but for small words, and with a body's word.

    >>> is_group_name("World Health Organization"), is_group_name("Boulman")
    (True, False)
    """
    bare = _ACRONYM_AFTER.sub("", text)
    if bare in _ACRONYMS:
        return True
    if re.match(LETTER, bare):
        return is_group(bare) and len(bare.split()) <= 14
    words = re.findall(r"[^\s,()]+", bare)
    if not 2 <= len(words) <= 16 or any(sign in bare for sign in "?!:"):
        return False
    capital = all(word[0] in UPPER or word in _SMALL for word in words) and words[0] not in _SMALL
    named = capital or words[0] == "The"
    return named and is_group(bare)


def _is_team(name: str) -> bool:
    words = name.split(" ")
    capital = all(word and (word[0] in UPPER or word in _SMALL) for word in words)
    return capital and 2 <= len(words) <= 14 and _TEAM.search(name) is not None


def _is_abbreviation(plain: str, start: int, stop: int) -> bool:
    """True for the full stops in «U.S. Preventive Services Task Force» and «St. Jude»."""
    word = plain[max(start, stop - 4) : stop].rpartition(" ")[2]
    return bool(re.fullmatch(rf"(?:[{UPPER}]\.)*[{UPPER}]|St|Dr", word))
