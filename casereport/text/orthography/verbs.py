"""Forms of Persian verbs that can follow the prefix می, from tables of stems.

Formal written Persian only. Source: compiled for this project (see the package's docstring).
"""

from __future__ import annotations

from functools import cache

# A stem that ends in a long vowel stands with the ی it takes before an ending: گوی\u200cد.
PRESENT_STEMS = """
کن شو باش توان ده گیر آی خور رس رسان یاب بر پرداز نشین نشان کاه گذار گذر گذران رو بین دان خواه گوی
دار ساز شناس مان کش کشان پذیر افت انداز اندیش آور آموز آمیز نویس خوان نگار نام گرد گردان گزین گمار
شکن سوز سوزان دوز پوش پوشان ریز خیز خواب خوابان جنب جوش جوشان تراش تراو ترس ترسان پرس پر پیوند بند
خند چرخ چرخان شکاف کوب کوش زن نوش بخش بلع فهم فهمان طلب چسب چسبان لرز لرزان لغز لنگ سنج خار دم مک
شمار پندار انگار گستر گستران پرور سپار فرست بار انجام گنج گنجان هراس ایست آشام آغاز گداز رنج رنجان
پز پیچ پیچان پاش ورز دو ران رهان چش چشان خوران جه جهان ترک ترکان کاو گریز گزار نگر شکوف دزد رقص
غلت غلتان فشار فشر تپ انگیز مال خراش تن تاب تابان وز روب سزد نال خشک خشکان چک جو جوی نمای آزمای
افزای آرای گشای ربای پیمای زدای سرای شوی پوی روی آسای ستای فرسای پالای زای آلای میر زی فروش خر
کار بوی گری شکیب گرای آگاهان قبولان شنو نهد نه نهان گسل آمرز آکن آویز پرست پژمر تاز توف خز خلد
"""
PAST_STEMS = """
شد کرد بود داشت داد گرفت رفت آمد یافت خورد رسید رساند برد پرداخت نشست نشاند کاست گذاشت گذشت گذراند
دید دانست خواست گفت نمود ساخت شناخت ماند کشید کشاند پذیرفت افتاد انداخت آورد آموخت نوشت خواند نگاشت
نامید گشت گردید گرداند گزید گماشت شکست سوخت سوزاند پوشید پوشاند ریخت خاست خوابید خواباند جنبید جوشید
تراشید تراوید ترسید پرسید پیوست بست خندید چرخید چرخاند شکافت کوبید کوشید زد نوشید بخشید بلعید فهمید
فهماند طلبید چسبید چسباند لرزید لغزید لنگید سنجید خارید دمید مکید شمرد پنداشت انگاشت گسترد گستراند
پرورد سپرد افزود فرستاد بارید انجامید توانست گنجید گنجاند ایستاد آغازید گداخت رنجید رنجاند پخت پیچید
پاشید ورزید دوید راند رهاند چشید خوراند جهید ترکید کاوید گریخت گزارد نگریست شکوفید دزدید غلتید فشرد
تپید انگیخت مالید خراشید تنید تابید وزید روبید رفت نالید خشکید خشکاند چکید جوید جست آزمود آراست گشود
ربود پیمود زدود سرود شست پویید رویید ستود فرسود پالود زاد زایید آلود مرد زیست فروخت خرید کاشت بویید
گریست گرایید شنید نهاد گسست آمرزید آویخت پرستید کشت آشامید پرید کند دوخت اندیشید آمیخت پایید
"""
_PRESENT_ENDINGS = ("م", "د", "یم", "ید", "ند")
_PAST_ENDINGS = ("", "م", "یم", "ید", "ند")
_VERBAL_PREFIXES = ("", "ن")


@cache
def forms() -> frozenset[str]:
    """What can follow می: می\u200cشود, می\u200cتوان, می\u200cرفتند, می\u200cشده."""
    found = {stem + end for stem in PRESENT_STEMS.split() for end in _PRESENT_ENDINGS}
    found |= {stem + end for stem in PAST_STEMS.split() for end in _PAST_ENDINGS}
    found |= {stem + "ه" for stem in PAST_STEMS.split()}
    return frozenset(found | {"توان", "بایست"})


@cache
def spoken_forms() -> frozenset[str]:
    """Those of the second person besides, which hardly stand in a report: می\u200cکنی."""
    stems = (*PRESENT_STEMS.split(), *PAST_STEMS.split())
    return frozenset(stem + "ی" for stem in stems)


@cache
def participles() -> frozenset[str]:
    """Past participles, also negated: شده, نشده."""
    return frozenset(
        f"{prefix}{stem}ه" for stem in PAST_STEMS.split() for prefix in _VERBAL_PREFIXES
    )
