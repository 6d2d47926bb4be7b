"""The words by which a text speaks of figures and tables, language by language.

A language without a table of its own is read by the words of its locale alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal, TypeAlias

from casereport.locale import load_locale

FloatKind: TypeAlias = Literal["fig", "tbl"]


@dataclass(frozen=True, slots=True)
class MentionWords:
    """What stands before a number typed by hand.

    ``one`` takes one number, ``many`` a list of them; ``between`` may stand before the number
    («شماره»). After a word of ``not_after`` it is no mention unless one of ``between`` stands
    there: «به شکل ۲ توده» is "in the shape of two masses". ``not_before``: «تصویر ۳ بعدی».
    """

    one: tuple[str, ...]
    many: tuple[str, ...]
    between: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()


_FA_BETWEEN = ("شماره", "شماره\u200cی", "شمارهٔ", "شماره ی")
_FA_NOT_BEFORE = ("بعدی", "بُعدی", "بعد", "عدد", "مورد", "ستون", "سطر")
_EN_BETWEEN = ("no.", "no", "number")
_EN_NOT_BEFORE = ("of",)
"""Table 2 of a guideline is not one of the article."""

_MENTIONS: Mapping[tuple[str, FloatKind], MentionWords] = MappingProxyType(
    {
        ("fa", "fig"): MentionWords(
            one=("شکل", "تصویر", "نگاره"),
            many=(
                "شکل\u200cهای", "شکل های", "شکلهای", "اشکال", "تصاویر", "تصویرهای",
                "نگاره\u200cهای",
            ),
            between=_FA_BETWEEN,
            not_after=("به",),
            not_before=_FA_NOT_BEFORE,
        ),
        ("fa", "tbl"): MentionWords(
            one=("جدول",),
            many=("جدول\u200cهای", "جدول های", "جدولهای", "جداول"),
            between=_FA_BETWEEN,
            not_before=_FA_NOT_BEFORE,
        ),
        ("en", "fig"): MentionWords(
            one=("figure", "fig.", "fig"),
            many=("figures", "figs.", "figs"),
            between=_EN_BETWEEN,
            not_before=_EN_NOT_BEFORE,
        ),
        ("en", "tbl"): MentionWords(
            one=("table",), many=("tables",), between=_EN_BETWEEN, not_before=_EN_NOT_BEFORE
        ),
    }
)  # fmt: skip


@cache
def mention_words(language: str, kind: FloatKind) -> MentionWords:
    """The words of a language for a kind of float."""
    known = _MENTIONS.get((language, kind))
    if known is not None:
        return known
    locale, name = load_locale(language), "figure" if kind == "fig" else "table"
    return MentionWords(one=(locale.term(name),), many=(locale.term(f"{name}s"),))
