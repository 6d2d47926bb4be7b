"""What titles of case reports say, in Persian and English: a concept a line, each with synonyms.

``Persian | English | + what may stand for it``. A form of the first two columns is a word or
several words and is missed when nothing of its line stands in the other title; ``*`` ends the
beginning of a word, ``=`` marks a form without endings (بیمار is not بیماری). What stands behind
``+`` counts as a counterpart in either language, also inside a word, but is never missed: it means
more than this.

Source: compiled by hand for this project: the usual words of titles of case reports in both
languages; kinds of publication, ages and pregnancy with the entry terms of MeSH.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

HELD_BY_ACRONYMS = "syndrome"
"""A form of the concept that an acronym beside it may hold: the S of DRESS or AIDS."""

GLOSSARY = """
گزارش مورد, گزارش یک مورد, گزارش موردی, معرفی یک مورد | case report, report of a case | + گزارش,
    معرفی, مورد, report, case
مرور, مرور متون, مرور مقالات | review | + literature, overview, متون, مقالات, بازبینی, بررسی
وسیع, گسترده | extensive, widespread | + منتشر, فراگیر, بزرگ, عظیم, diffuse, disseminated,
    large, massive, huge, wide, generali, broad
منتشر | disseminated | + گسترده, وسیع, فراگیر, متاستا, diffuse, spread, extensive, generali,
    metasta, multiple, miliary
نادر, کمیاب | rare | + غیرمعمول, ناشایع, نامعمول, uncommon, unusual, infrequent, exceptional
غیرمعمول, نامعمول, ناشایع | unusual, uncommon | + نادر, کمیاب, عجیب, غیرعادی, rare, atypical,
    bizarre, strange, تیپیک, شایع
غیرمنتظره | unexpected | + surprising, ناگهانی, اتفاقی
غول آسا, عظیم, حجیم | giant, huge | + وسیع, بزرگ, ژانت, غول, big, large, bulky, extensive,
    massive, macro, جسیم
متعدد, چندگانه | multiple | + چند, numerous, several, multi, poly, تیپل, میلوم, دو, سه, two,
    three, ام اس
منفرد | solitary | + تک, single, isolated, سولیتر, تنها, ایزوله, جدا
دوطرفه | bilateral | + هر دو, both, دو سمت, bi
یک طرفه | unilateral | + یک سمت, one side
مادرزادی | congenital | + از بدو تولد, inborn, inherit, ارثی, birth
ارثی | hereditary, inherited | + ژنتیک, خانوادگی, genetic, famil, وراثت, مادرزادی, congenital
خانوادگی, فامیلیال | familial | + family, ارثی, hereditary, خانواده, فامیلی
اکتسابی | acquired | +
اولیه | primary | + ابتدای, آغازین, initial, early, نخستین, زودرس, first, پرایمری
ثانویه | secondary | + ناشی از, due to, به دنبال, following, after, پس از, related, induced,
    associated, متعاقب, در اثر
حاد | acute | + آکوت
مزمن | chronic | + دیرپا, longstanding, طولانی
عودکننده, راجعه | recurrent, relapsing | + عود, recurrence, relapse, repeated, مکرر
مقاوم, مقاوم به درمان | refractory, resistant | + resist, intractable, مقاومت
شدید | severe | + intense, major, profound, fulminant, حاد, threatening, سخت
خفیف | mild | + minor, سبک
پیشرونده | progressive | + پیشرفت, progress
پیشرفته | advanced | + پیشرفت, late
خودبه خودی | spontaneous | + خود, اسپانتان
ناگهانی | sudden | + abrupt, acute, حاد, یکباره
دیررس, تأخیری | delayed, late-onset | + تاخیر, late, دیر
زودرس | premature, precocious | + زود, early
گذرا | transient | + موقت, temporary, reversible, ترانزینت
برگشت پذیر | reversible | + برگشت, transient, گذرا
کشنده | fatal, lethal | + مرگ, death, deadly, فوت, mortal
خوش خیم | benign | +
بدخیم | malignant | + malignan, cancer, سرطان, carcinoma, کارسینوم, بدخیمی
متاستاز, متاستاتیک | metasta* | + منتشر, ثانوی, secondary, disseminat, گسترش
سرطان | cancer | + کارسینوم, carcinoma, بدخیم, malignan, تومور, tumo, neoplas
تومور | tumor, tumour | + توده, mass, سرطان, cancer, نئوپلاسم, neoplas, کارسینوم, سارکوم, oma
توده | =mass, =masses | + تومور, tumo, lump, lesion, ضایعه, swelling
کیست | cyst | + کیستیک, cystic, هیداتی, hydatid, echinococc
آبسه | abscess | + چرک, collection
زخم | ulcer, wound | + جراحت, sore, injur, اولسر
ضایعه, ضایعات | lesion | + آسیب, injur, توده, mass, involvement, damage, درگیری
عفونت | infection | + عفونی, infect, sepsis
خونریزی | hemorrhage, haemorrhage, bleeding | + هموراژ, hemorrhag, haemorrhag, hematoma, هماتوم,
    منوراژی, menorrhagia
شکستگی | fracture | + شکسته
پارگی | rupture, laceration | + perforation, پرفوراسیون, پاره, torn, tear, rupt
انسداد | obstruction, occlusion | + بسته, block, ایلئوس, stenosis, تنگی, ileus, obstruct, occlus
تنگی | stenosis, stricture | + narrow, انسداد, obstruct, coarctation, dyspnea, breath,
    کوارکتاسیون, استنوز
فلج | palsy, paralysis | + paresis, plegia, پارزی, پلژی
تشنج | seizure, convulsion | + صرع, epilep, convuls
سردرد | headache | + migraine, میگرن, cephal
تب | fever | + febril, pyrexia, مالت, brucell, حصبه, typhoid
کم خونی, آنمی | anemia, anaemia | + anemi, anaemi, آنمی
مسمومیت | poisoning, intoxication, toxicity | + سم, toxic, overdose, envenom, poison
سوختگی | burn | +
جسم خارجی | foreign body | + خارجی, foreign, ingest, بلع
درمان | treatment | + therap, manag, مدیریت, treat, cure, اداره, کنترل
تشخیص | diagnosis | + diagnos, شناسایی, detect, افتراقی, identif
تصویربرداری | imaging | + تصویر, radiolog, رادیولوژی, image, mri, ct, sonograph, radiograph
جراحی | surgery, surgical | + surg, operat, عمل, resection, ectomy, کتومی, procedure
پیوند | transplant, transplantation, graft | + پیوندی, transplant, استم
بارداری, حاملگی, =باردار, =حامله | pregnancy, pregnant | + pregnan, gestation, gravid, matern,
    باردار, حامل
نوزاد | neonate, newborn, =neonatal | + شیرخوار, infant, baby, کودک, neonat, نئونات
شیرخوار | infant, =infantile | + نوزاد, baby, کودک, child, month, ماهه, انفانتیل
کودک, کودکان, اطفال | child, children, pediatric, paediatric | + بچه, پسر, دختر, boy, girl,
    infant, شیرخوار, نوزاد, نوجوان, year old, juvenile, ساله
نوجوان | adolescent, teenager | + جوان, juvenile, youth, boy, girl, پسر, دختر, year old, child,
    ساله
سالمند, سالخورده | elderly, geriatric | + پیر, مسن, ساله, year old, aged, older
=زن, =زنی, خانم | woman, =female | + زنان, بانو, women, مادر, mother, دختر, girl, year old,
    ماده, lady, ladies
=مرد, =مردی, آقا | =man, =male | + مردان, =men, پسر, boy, year old, نر
پسر | boy | + male, مرد, child, کودک, نوجوان, adolescent, نوزاد, شیرخوار, infant, son
دختر | girl | + female, woman, زن, child, کودک, نوجوان, adolescent, نوزاد, شیرخوار, infant,
    daughter
=بیمار, =بیماران | patient | + مورد, case, فرد, افراد, مبتلا, زن, مرد, کودک, خانم, آقا, man,
    child, نوزاد, پسر, دختر, boy, girl, individual, with, شیرخوار, adult, infant, neonat,
    newborn, ساله
سندرم, سندروم, نشانگان | syndrome | +
ایدیوپاتیک | idiopathic | + ناشناخته, بدون علت, unknown, cryptogenic
واکسن, واکسیناسیون | vaccine, vaccination | + ایمن, immuniz, vaccin, واکس
کووید, کووید ۱۹, کرونا | covid-19, coronavirus | + کووید, کرونا, covid, corona, sars
ریه, ریوی | lung, pulmonary | + تنفسی, pneumo, پنومو, thora, respirat, pulmon, پولمونر
قلب, قلبی | heart, cardiac | + cardi, کارد, myocard
مغز, مغزی | brain, cerebral | + intracran, cerebr, enceph, جمجمه, marrow, cerebell, استخوان
کلیه, کلیوی | kidney, renal | + nephr, نفر, رنال, سنگ, uro
کبد, کبدی | liver, hepatic | + هپات, hepat
معده | stomach, gastric | + gastr, گاستر
پوستی, جلدی | cutaneous, =skin | + derm, درم, پوست, جلد, cut, سالک, skin
استخوان, استخوانی | bone | + oste, osse, skelet, اسکلت, استئو, مغز, marrow
"""
"""One concept a line; a line that is indented goes on with the one before."""


@dataclass(frozen=True, slots=True)
class Concept:
    """What one line of the glossary says: by language the forms that are missed, and the rest."""

    forms: dict[str, tuple[str, ...]]
    possible: tuple[str, ...]


@cache
def concepts() -> tuple[Concept, ...]:
    """The lines of the glossary."""
    lines = GLOSSARY.replace("\n    ", " ").strip().splitlines()
    return tuple(_concept(line) for line in lines)


def _concept(line: str) -> Concept:
    persian, english, rest = (part.strip() for part in line.split("|"))
    return Concept({"fa": _listed(persian), "en": _listed(english)}, _listed(rest.lstrip("+")))


def _listed(text: str) -> tuple[str, ...]:
    return tuple(form for each in text.split(",") if (form := each.strip()))
