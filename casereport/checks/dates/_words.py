"""Words that say what a date is, or that a number is none.

Source: compiled by hand for this project: what the lines of dates of Persian and English medical
journals call an event, beside the term that the locale has.
"""

from __future__ import annotations

EVENT_WORDS: dict[str, dict[str, tuple[str, ...]]] = {
    "fa": {
        "received": ("تاریخ ارسال", "دریافت مقاله"),
        "revised": ("تاریخ بازنگری", "تاریخ اصلاح", "تاریخ ویرایش"),
        "accepted": ("تاریخ پذیرش", "پذیرش مقاله"),
        "published": ("تاریخ چاپ", "انتشار مقاله"),
    },
    "en": {
        "received": ("Submitted",),
        "revised": ("Revision",),
        "accepted": ("Approved",),
        "published": ("Published online", "Available online"),
    },
}
"""Language → event → what else it is called in print."""

IDENTIFIED_BY = (
    "شماره", "شمارهٔ", "کد", "شناسه", "پرونده", "نامه", "number", "no", "nr", "code", "id", "ref",
    "file",
)  # fmt: skip
"""After these a number with slashes is the number of a letter or a file, not a date."""
