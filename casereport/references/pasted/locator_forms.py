"""The forms that year, volume, issue and pages have in lists, as patterns that reach to the end.

Groups are named as CSL's variables; a digit at the end of a name tells a second place for one.
"""

from __future__ import annotations

import re

from casereport.references.pasted.dates import DATE, YEAR
from casereport.references.pasted.pages import PAGES
from casereport.references.pasted.persian import ISSUE as P_ISSUE
from casereport.references.pasted.persian import ORDINAL, SEASON
from casereport.references.pasted.persian import SUPPLEMENT as P_SUPPLEMENT
from casereport.references.pasted.persian import VOLUME as P_VOLUME

SUPPLEMENT = (
    r"(?:[Ss]uppl(?:ement)?s?\b\.?(?: ?[A-Z]?\d{0,4}[A-Za-z]?)?|S\d{1,3}"
    rf"|{P_SUPPLEMENT}(?: ?\d{{1,3}})?)"
)
_VOLUME = r"(?:[A-Z]?\d{1,4}(?:-?[A-Z])?(?:[-/]\d{1,4})?|[IVXLC]{1,8})"
_VOLUME_WORD = rf"(?:[Vv]ol(?:ume)?\.?|{P_VOLUME}) ?"
_ISSUE_NUMBER = r"\d{1,4}(?:[-/]\d{1,3})?"
_IN_BRACKETS = rf"\( ?(?:[Nn]o\.? ?|{P_ISSUE} ?)?(?P<issue>[^\W_][^()\[\];:]{{0,30}}?) ?\)"
_VOLUME_ISSUE = (
    rf"(?:(?:{_VOLUME_WORD})?(?P<volume>{_VOLUME})"
    rf"(?P<of_volume> ?[,(]? ?{SUPPLEMENT}\)?)?(?: ?{_IN_BRACKETS})?"
    rf"|{_IN_BRACKETS.replace('<issue>', '<issue2>')}"  # 2004;(2)
    rf"|(?P<supplement2>{SUPPLEMENT}))"  # 2004; Suppl 1
)
_ARTICLE_NUMBER = (
    r"(?:[Aa]rticle(?: (?:[Ii][Dd]|[Nn]o\.?|[Nn]umber))?|[Aa]rt\.?|ID):? ?"
    r"(?P<number>[A-Za-z]?\d{1,10})"
)
_PLACE = f"(?:{PAGES}|{_ARTICLE_NUMBER})"
_CITED = r"(?:\[(?:cited|accessed) (?P<accessed>[^\]]{4,30})\] ?)?"

YEAR_FIRST = re.compile(
    rf"(?P<issued>{DATE}) ?{_CITED}[;,:.] ?{_VOLUME_ISSUE}"
    rf"(?:(?: ?[:,] ?|[.] ?(?=pp?\b)){_PLACE})?\Z"
)
"""2005; 34(6): 805-12"""
YEAR_IN_BRACKETS = re.compile(
    rf"\((?P<issued>{DATE})\)[.,;:]? ?{_VOLUME_ISSUE}(?: ?[:,] ?{_PLACE})?\Z"
)
"""(2005) 34:805-12"""
YEAR_LAST = re.compile(
    rf"{_VOLUME_ISSUE}(?: ?[:,] ?| ){_PLACE}(?: ?[,;.] ?| )\(?(?P<issued>{DATE})\)?\Z"
)
"""34(6): 805-12, 2005"""
WITHOUT_YEAR = re.compile(rf"{_VOLUME_ISSUE}(?: ?[:,] ?{_PLACE})?\Z")
"""34(6), 805-812, where the year follows the authors"""
IN_WORDS = re.compile(
    r"(?<![^\s(.,;:\u0600-\u06ff])"  # as VOLUME_MAY_BEGIN has it
    rf"(?:(?P<issued>{DATE})[;,.]? ?)?"
    rf"{_VOLUME_WORD}(?P<volume>{_VOLUME}|{ORDINAL})(?: ?\((?P<issued3>{YEAR})\))?[,;:]? ?"
    rf"(?:(?:[Nn]o\.?|[Nn]umber|[Ii]ssue|{P_ISSUE}) ?(?P<issue>{_ISSUE_NUMBER}|{ORDINAL})"
    rf"(?P<of_volume> ?{SUPPLEMENT})?[,;:.]? ?)?"
    rf"(?:\((?P<issued4>(?:{SEASON} )?{YEAR})\)[,;:.]? ?"
    rf"|(?P<issued5>(?:{SEASON} )?{YEAR})[,;:.]? ?)?"
    rf"{PAGES}(?:[,;.]? ?\(?(?P<issued2>{DATE})\)?)?\Z"
)
"""vol. 34, no. 6, pp. 805-812, 2005; دوره ۳۰، شماره ۱۸۷، صفحات ۱۶۶ تا ۱۷۲"""
DATE_ONLY = re.compile(rf"(?P<issued>{DATE})\Z|\((?P<issued2>{DATE})\)\Z")
IN_PRESS = re.compile(
    r"\(?(?P<pending>[Ii]n press|[Ff]orthcoming|[Aa]ccepted|زیر چاپ|در دست چاپ)\)?"
    rf"(?:[.,;]? ?\(?(?P<issued>{DATE})\)?)?\Z"
    rf"|\(?(?P<issued2>{DATE})\)?[.,;]? ?\(?(?P<pending2>[Ii]n press|[Ff]orthcoming)\)?\Z"
)

YEAR_MAY_BEGIN = re.compile(rf"(?<![\w\-/:])\(?(?:{DATE})")
VOLUME_MAY_BEGIN = re.compile(r"(?<![^\s(.,;:\u0600-\u06ff])[(A-Z\d\u0622-\u06cc]")
