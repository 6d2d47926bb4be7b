"""Compounds that are written with a half-space, and the forms in which they lose it.

``_`` is the half-space. What is written joined as well as with a half-space (پیشگیری, چشمگیر,
بیهوشی), or with a full space in another sense (هم زمان), is in no list. Source: compiled for this
project (see the package's docstring).
"""

from __future__ import annotations

from functools import cache

from casereport.text.characters import ZWNJ
from casereport.text.orthography.words import entries

# Wrong joined, and wrong with a full space.
BOTH = """
علامت_دار بی_علامت آنتی_بیوتیک آنتی_بادی آنتی_ژن آنتی_اکسیدان آنتی_هیستامین آنتی_کواگولان
آنتی_مایکوتیک پنتوکسی_فیلین کلشی_سین کلسی_فیلاکسی بیس_فسفونات میلی_متر میلی_گرم میلی_لیتر میلی_مول
میلی_ثانیه سانتی_متر سانتی_گراد دسی_لیتر کم_سیگنال کم_خونی رنگ_پریدگی رنگ_پریده بی_قراری
بی_اشتهایی بی_اختیاری بی_حسی بی_خوابی فرصت_طلب آسیب_دیده آسیب_پذیر سینه_پهلو پیش_آگهی
فوق_العاده اندازه_گیری نتیجه_گیری نمونه_گیری تصمیم_گیری
"""

# Wrong joined only.
JOINED = """
به_علت به_دلیل به_صورت به_طور به_وسیله به_عنوان به_دنبال به_منظور به_همراه به_نظر به_کار به_ویژه
به_خصوص به_ندرت به_تدریج به_راحتی به_سرعت به_شدت به_جای به_گونه به_مدت به_موقع به_هنگام به_خوبی
به_سوی به_کمک به_واسطه به_موجب به_شکل به_لحاظ به_رغم به_طوری به_تنهایی سی_تی ام_آرآی ای_سی_جی
خون_رسانی هنگامی_که درحالی_که به_طوری_که
پیش_التهابی بدین_گونه قابل_توجه قابل_قبول شیمی_درمانی
"""

# Wrong with a full space only; after = the right form, when it is not that with a half-space.
SPACED = """
پیش_رونده کراتی_نین=کراتینین لنفو_سیت=لنفوسیت لکو_سیت=لکوسیت هموگلو_بین=هموگلوبین
پلاسما_فرز=پلاسمافرز شیمی_درمانی بی_هوشی=بیهوشی بی_هوش=بیهوش
"""

VERBAL_ENDS = frozenset({"دیده", "یافته", "گرفته", "پریده"})
"""A compound that ends so is a verb before an auxiliary: آسیب دیده است."""
AUXILIARIES = frozenset(
    {"است", "بود", "بودند", "باشد", "باشند", "شده", "بوده", "اند", "ام", "ایم", "نیست", "نبود"}
)


@cache
def joined_compounds() -> dict[str, str]:
    """The joined, wrong form of each compound → its right form."""
    return {right.replace(ZWNJ, ""): right for right in (*entries(BOTH), *entries(JOINED))}


@cache
def spaced_compounds() -> dict[tuple[str, str], str]:
    """The two words into which a compound falls apart → its right form."""
    found: dict[tuple[str, str], str] = {}
    for entry in (*BOTH.split(), *SPACED.split()):
        parts, _, right = entry.partition("=")
        first, _, second = parts.partition("_")
        found[first, second] = right or f"{first}{ZWNJ}{second}"
    return found


@cache
def first_parts() -> frozenset[str]:
    """The first words of compounds that fall apart."""
    return frozenset(first for first, _ in spaced_compounds())
