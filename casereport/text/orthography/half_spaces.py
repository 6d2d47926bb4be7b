r"""Half-spaces (U+200C) that are missing: words joined or parted where one should stand.

A rule table after the guide of the Academy of Persian Language and Literature: the verbal prefix
می, the plural ها, the superlative ترین, the clitics after silent he, and listed compounds. What is
joined in good writing too (کتابخانه, آنها, بزرگتر) is left alone. ``certain`` is what cannot mean
anything else; the joined plural and the joined verb are suggestions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from casereport.text.characters import ZWNJ
from casereport.text.orthography import compounds, verbs
from casereport.text.orthography.words import (
    NOT_JOINING,
    SPACES,
    Word,
    entries,
    with_persian_letters,
    words,
)

Kind = Literal["verb", "plural", "superlative", "comparative", "clitic", "compound"]
Loss = Literal["joined", "spaced"]
_Found = tuple[Kind, str, bool]


@dataclass(frozen=True, slots=True)
class MissingHalfSpace:
    """A stretch of a text, what should stand there, and the rule that says so."""

    start: int
    end: int
    typed: str
    right: str
    kind: Kind
    loss: Loss
    certain: bool

    def edits(self) -> tuple[tuple[int, int, str], ...]:
        """(start, end, replacement) of the gaps between letters alone: no letter is touched."""
        typed, right = _gaps(self.typed), _gaps(self.right)
        return tuple(
            (self.start + position, self.start + position + len(gap), wanted)
            for (position, gap), (_, wanted) in zip(typed, right, strict=True)
            if gap != wanted
        )


def missing_half_spaces(text: str) -> Iterator[MissingHalfSpace]:
    r"""Every place of ``text`` where a half-space is missing, in order; their edits do not overlap.

    >>> [found.right.replace("\u200c", "_") for found in missing_half_spaces("روشهای می شود")]
    ['روش_های', 'می_شود']
    """
    found = list(words(with_persian_letters(text)))
    for index, word in enumerate(found):
        if (joined := _joined(word.text)) is not None:
            yield _missing(text, word.start, word.end, joined, "joined")
        following = found[index + 1] if index + 1 < len(found) else None
        if following is None or not _adjacent(text, word, following):
            continue
        after = found[index + 2].text if index + 2 < len(found) else ""
        if (spaced := _spaced(word.text, following.text, after)) is not None:
            yield _missing(text, word.start, following.end, spaced, "spaced")


def _missing(text: str, start: int, end: int, found: _Found, loss: Loss) -> MissingHalfSpace:
    kind, right, certain = found
    return MissingHalfSpace(start, end, text[start:end], right, kind, loss, certain)


def _adjacent(text: str, first: Word, second: Word) -> bool:
    return second.start - first.end == 1 and text[first.end] in SPACES


# Joined

_VERB = re.compile("(?P<prefix>(?:بر|در|باز|فرا|فرو)?ن?می)(?P<rest>.{2,12})")
_NO_VERB = frozenset(entries("میدانی میدان نمیرد نمیرند میانه"))
_PLURAL_ENDS = "هایشان|هایمان|هایی|هایش|هایم|های|هاست|ها"
_PLURAL = re.compile(f"(?P<noun>.{{2,30}}?)(?P<end>{_PLURAL_ENDS})")
_NO_PLURAL = frozenset(
    entries(
        """
        تن علی خونب شانگ پراشت پرب انت منت اشت گرانب کمب بیب فق سف وج توج مشاب شبی التب آن این
        ن ب نوب ابت مبت
        """
    )
)
# No nouns, but nouns in silent he without it: مرحلهای is مرحله and ای.
_LACKS_HE = frozenset(
    entries(
        """
        مرحل صفح نقط هفت برنام تجرب ضایع شبک لک شیش مقال مطالع فاصل نمون ناحی رسان لول حلق توصی تغذی
        ماهیچ استخوانچ هزین
        """
    )
)
_CLITIC = re.compile("(?P<word>.{2,12}ه)(?P<end>اند|ایم|اید)")
_ENDS = re.compile(
    "(?P<base>.{3,30}?)(?P<gap>\u200c?)(?P<end>هایشان|هایی|هایش|های|ها|ترین|تر|ی|ای|ان)"
)
_LOOSE_ENDS = frozenset({"هایشان", "هایی", "هایش", "های", "ها", "ترین", "تر", "ای"})


@lru_cache(maxsize=16384)
def _joined(word: str) -> _Found | None:
    return (
        _joined_compound(word) or _joined_verb(word) or _joined_clitic(word) or _joined_plural(word)
    )


def _joined_compound(word: str) -> _Found | None:
    table = compounds.joined_compounds()
    if (right := table.get(word)) is not None:
        return "compound", right, True
    match = _ENDS.fullmatch(word)
    if match is None or (right := table.get(match["base"])) is None:
        return None
    return "compound", right + _gap_before(right, match["end"]) + match["end"], True


def _gap_before(word: str, end: str) -> str:
    return ZWNJ if end in _LOOSE_ENDS and word[-1] not in NOT_JOINING else ""


def _joined_verb(word: str) -> _Found | None:
    match = _VERB.fullmatch(word)
    if match is None or word in _NO_VERB or match["rest"] not in verbs.forms():
        return None
    return "verb", f"{match['prefix']}{ZWNJ}{match['rest']}", False


def _joined_clitic(word: str) -> _Found | None:
    match = _CLITIC.fullmatch(word)
    if match is None or match["word"] not in verbs.participles():
        return None
    return "clitic", f"{match['word']}{ZWNJ}{match['end']}", True


def _joined_plural(word: str) -> _Found | None:
    match = _PLURAL.fullmatch(word)
    if match is None or match["noun"][-1] in NOT_JOINING or match["noun"][-1] == ZWNJ:
        return None
    if match["noun"].rpartition(ZWNJ)[2] in _NO_PLURAL:
        return None
    if match["end"] == "های" and match["noun"] in _LACKS_HE:
        return "clitic", f"{match['noun']}ه{ZWNJ}ای", False
    return "plural", f"{match['noun']}{ZWNJ}{match['end']}", False


# With a full space

_PREFIX = re.compile("(?:بر|در|باز|فرا|فرو)?ن?می")
_LOOSE_PLURALS = frozenset(
    entries(
        """
        ها های هایی هایش هایشان هایمان هایم
        """
    )
)
_NO_NOUN = frozenset(
    entries(
        """
        و از به در که یا تا را با بر هر این آن
        """
    )
)
_CLITICS = frozenset(
    entries(
        """
        اند ای ی ام ایم اید
        """
    )
)
_OF_PARTICIPLES = frozenset(["ام", "ایم", "اید"])
# Before these, ای and ام are letters of an abbreviation (ای سی جی, ام اس).
_LETTER_NAMES = frozenset(
    entries(
        """
        آر اس ان سی کی دی جی بی تی آی پی وی ال
        """
    )
)
_HE_IS_HEARD = frozenset(
    entries(
        """
        ماه راه گروه کوه شاه چاه گاه نگاه پناه دانشگاه دستگاه آزمایشگاه درمانگاه بنگاه توجه
        متوجه فقیه شبیه شبه وجه ده نه به که چه سه فقه تنبیه کلاه سیاه کوتاه اشتباه همراه آگاه
        گناه مه زه جایگاه نمایشگاه اندوه انبوه شکوه
        """
    )
)
_GRADED = frozenset(
    entries(
        """
        بزرگ کوچک شدید خفیف شایع نادر مهم جوان پیر مسن بالا پایین سریع کند طولانی کوتاه بلند
        دقیق ضعیف قوی وسیع گسترده پیچیده ساده آسان سخت دشوار مناسب مؤثر موثر دردناک خطرناک
        متداول رایج بیش کم به زیاد قدیمی جدید نزدیک دور عمیق سطحی روشن تیره پررنگ کم_رنگ کامل
        واضح محتمل ارزان گران حساس
        """
    )
)
_JOINED_GRADES = {"بیش": "بیش", "کم": "کم", "به": "به"}


@lru_cache(maxsize=32768)
def _spaced(first: str, second: str, after: str) -> _Found | None:
    return (
        _spaced_verb(first, second)
        or _spaced_end(first, second)
        or _spaced_clitic(first, second, after)
        or _spaced_compound(first, second, after)
    )


def _spaced_verb(first: str, second: str) -> _Found | None:
    if not first.endswith("می") or _PREFIX.fullmatch(first) is None:
        return None
    form = second.partition(ZWNJ)[0]
    if form in verbs.forms() or form in verbs.spoken_forms():
        return "verb", f"{first}{ZWNJ}{second}", True
    return None


def _spaced_end(first: str, second: str) -> _Found | None:
    if second in _LOOSE_PLURALS and first not in _NO_NOUN:
        return "plural", _bound(first, second), True
    if second in {"ترین", "ترینها"} and len(first) > 1:
        return "superlative", _graded(first, second), True
    if second == "تر" and first in _GRADED:
        return "comparative", _graded(first, second), first in _JOINED_GRADES
    return None


def _bound(first: str, second: str) -> str:
    return f"{first}{'' if first[-1] in NOT_JOINING else ZWNJ}{second}"


def _graded(first: str, second: str) -> str:
    return first + second if first in _JOINED_GRADES else _bound(first, second)


def _spaced_clitic(first: str, second: str, after: str) -> _Found | None:
    if second not in _CLITICS or len(first) < 3 or first[-1] != "ه" or after in _LETTER_NAMES:
        return None
    if second != "اند" and first.rpartition(ZWNJ)[2] in _HE_IS_HEARD:
        return None
    if second in _OF_PARTICIPLES and first.rpartition(ZWNJ)[2] not in verbs.participles():
        return None
    return "clitic", f"{first}{ZWNJ}{second}", second != "ای"


def _spaced_compound(first: str, second: str, after: str) -> _Found | None:
    table = compounds.spaced_compounds()
    right, end, gap = table.get((first, second)), "", ""
    if first not in compounds.first_parts():
        return None
    if right is None and (match := _ENDS.fullmatch(second)) is not None:
        right, end = table.get((first, match["base"])), match["end"]
        gap = _gap_before(right, end) if right is not None else ""
    if right is None:
        return None
    if second in compounds.VERBAL_ENDS and after.partition(ZWNJ)[0] in compounds.AUXILIARIES:
        return None
    return "compound", right + gap + end, True


_GAP = re.compile(f"[{ZWNJ}{SPACES}]*+")


def _gaps(text: str) -> list[tuple[int, str]]:
    """(position, what stands there) of every gap between two letters, most of them empty."""
    found: list[tuple[int, str]] = []
    position = 1
    while position < len(text):
        match = _GAP.match(text, position)
        gap = match[0] if match is not None else ""
        found.append((position, gap))
        position += len(gap) + 1
    return found


def repaired(word: str) -> str | None:
    """The one word with the half-spaces that it lacks for being joined, or None.

    >>> repaired("کتاب") is None
    True
    """
    found = _joined(with_persian_letters(word))
    return found[1] if found is not None else None
