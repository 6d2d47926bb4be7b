"""What is measured in patients: names as authors write them, usual units, what is plausible.

``names`` serve every language: a Persian text says Hb, too. They follow the long and short names of
LOINC and the headings of Iranian laboratory reports. The limits are no reference ranges: they lie
well beyond the critical limits, about where life ends or no case has been published, so what lies
outside is a slip of the decimal mark or of the unit. A unit without limits is usual, and no more.

Sources: LOINC (Regenstrief Institute), names; Tietz Textbook of Clinical Chemistry and Molecular
Diagnostics, critical limits; Kost GJ, JAMA 1990; 263: 704-7, critical limits in US hospitals; Kratz
A et al., N Engl J Med 2004; 351: 1548-63, reference values and the factors to SI units.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

Limits = tuple[Decimal, Decimal] | None
"""The lowest and the highest plausible number."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity, with its usual units.

    ``pair``: two numbers with a slash, of which the unit is understood (a blood pressure).
    """

    key: str
    names: tuple[str, ...]
    units: Mapping[str, Limits]
    pair: bool = False


def _units(text: str) -> dict[str, Limits]:
    """``g/dL 1..30; g/L``: units parted by semicolons, with limits or without."""
    found: dict[str, Limits] = {}
    for part in text.split("; "):
        unit, _, limits = part.rpartition(" ") if ".." in part else (part, "", "")
        low, _, high = limits.partition("..")
        found[unit] = (Decimal(low), Decimal(high)) if limits else None
    return found


def _of(names: str, units: str, *, pair: bool = False) -> Quantity:
    """``names`` parted by commas; the first is the quantity's key."""
    every = tuple(name.strip() for name in names.split(","))
    return Quantity(every[0], every, _units(units), pair)


_CELLS = (
    "/\u00b5L {0}; /mm3 {0}; cells/\u00b5L {0}; cells/mm3 {0};"
    " \u00d710\u00b3/\u00b5L {1}; \u00d710\u2079/L {1}"
)
_ENZYME = "U/L 0..100000; IU/L 0..100000"
_SALT = "mEq/L {0}; mmol/L {0}"

QUANTITIES: tuple[Quantity, ...] = (
    # Blood count
    _of("hemoglobin, haemoglobin, Hb, Hgb, هموگلوبین", "g/dL 1..30; g/L 10..300; mmol/L 0.6..19"),
    _of("hematocrit, haematocrit, Hct, هماتوکریت", "% 3..85"),
    _of("mean corpuscular volume, MCV, حجم متوسط گلبولی, حجم متوسط گلبول قرمز", "fL 30..200"),
    _of("mean corpuscular hemoglobin, MCH", "pg 5..80"),
    _of("mean corpuscular hemoglobin concentration, MCHC", "g/dL 10..50"),
    _of("red cell distribution width, RDW", "%; fL"),
    _of(
        "white blood cells, white blood cell, white blood cell count, white cell count, WBC,"
        " WBC count, leukocytes, leukocyte count, گلبول سفید, گلبول\u200cهای سفید, شمارش گلبول سفید,"
        " لکوسیت, تعداد لکوسیت",
        _CELLS.format("0..2000000", "0..2000"),
    ),
    _of(
        "platelets, platelet, platelet count, PLT, پلاکت, پلاکت\u200cها, شمارش پلاکت, تعداد پلاکت",
        _CELLS.format("0..6000000", "0..6000"),
    ),
    _of(
        "erythrocyte sedimentation rate, ESR, سرعت رسوب گلبول\u200cهای قرمز, سرعت رسوب گلبول قرمز,"
        " سرعت سدیمان گلبول قرمز, سرعت سدیمان گلوبول قرمز, سرعت سدیمان",
        "mm/h 0..200; mm/hr 0..200; mm/1h 0..200; mm 0..200",
    ),
    # Inflammation
    _of("C-reactive protein, CRP, hs-CRP, پروتئین واکنشی C", "mg/L 0..1000; mg/dL 0..100"),
    _of("procalcitonin, PCT, پروکلسیتونین", "ng/mL 0..2000; \u00b5g/L 0..2000"),
    _of("ferritin, فریتین", "ng/mL 0..1000000; \u00b5g/L 0..1000000; mcg/L 0..1000000; pmol/L"),
    # Salts, kidney, sugar
    _of("sodium, سدیم", _SALT.format("80..220")),
    _of("potassium, پتاسیم", _SALT.format("0.8..15")),
    _of("chloride, کلر, کلراید", _SALT.format("40..180")),
    _of("bicarbonate, HCO3, بی\u200cکربنات, بیکربنات", _SALT.format("1..80")),
    _of("calcium, کلسیم", "mg/dL 2..30; mmol/L 0.5..7.5; mEq/L 1..15"),
    _of("phosphorus, phosphate, فسفر, فسفات", "mg/dL 0.1..40; mmol/L 0.03..13"),
    _of("magnesium, منیزیم", "mg/dL 0.1..30; mmol/L 0.05..12.5; mEq/L 0.1..25"),
    _of("creatinine, Cr, کراتینین, کراتی\u200cنین", "mg/dL 0.05..60; \u00b5mol/L 5..5300"),
    _of("urea, اوره", "mg/dL 1..800; mmol/L 0.2..135"),
    _of("blood urea nitrogen, BUN, نیتروژن اوره خون", "mg/dL 0.5..400; mmol/L 0.2..145"),
    _of("uric acid, اسید اوریک", "mg/dL 0..100; \u00b5mol/L 0..6000"),
    _of(
        "glucose, blood sugar, fasting blood sugar, fasting glucose, FBS,"
        " قند خون, قند خون ناشتا, گلوکز",
        "mg/dL 2..3000; mmol/L 0.1..170",
    ),
    _of("glycated hemoglobin, hemoglobin A1c, HbA1c, هموگلوبین A1c", "% 2..25; mmol/mol 0..250"),
    # Liver, proteins, fats, muscle
    _of(
        "total bilirubin, bilirubin, بیلی\u200cروبین, بیلی\u200cروبین توتال",
        "mg/dL 0..100; \u00b5mol/L 0..1710",
    ),
    _of(
        "direct bilirubin, conjugated bilirubin, بیلی\u200cروبین مستقیم",
        "mg/dL 0..100; \u00b5mol/L 0..1710",
    ),
    _of("albumin, آلبومین", "g/dL 0.3..8; g/L 3..80"),
    _of("total protein, پروتئین توتال, پروتئین تام", "g/dL 1..20; g/L 10..200"),
    _of("aspartate aminotransferase, AST, SGOT, آسپارتات آمینوترانسفراز", _ENZYME),
    _of("alanine aminotransferase, ALT, SGPT, آلانین آمینوترانسفراز", _ENZYME),
    _of("alkaline phosphatase, ALP, آلکالین فسفاتاز", _ENZYME),
    _of("gamma-glutamyl transferase, GGT", _ENZYME),
    _of("lactate dehydrogenase, LDH, لاکتات دهیدروژناز", _ENZYME),
    _of(
        "creatine kinase, CK, CPK, creatine phosphokinase, کراتین کیناز",
        "U/L 0..2000000; IU/L 0..2000000",
    ),
    _of("amylase, آمیلاز", _ENZYME),
    _of("lipase, لیپاز", _ENZYME),
    _of("cholesterol, total cholesterol, کلسترول", "mg/dL 5..3000; mmol/L 0.1..80"),
    _of("triglycerides, triglyceride, تری\u200cگلیسرید", "mg/dL 5..40000; mmol/L 0.05..450"),
    _of("LDL, LDL cholesterol", "mg/dL 0..2500; mmol/L 0..65"),
    _of("HDL, HDL cholesterol", "mg/dL 0..300; mmol/L 0..8"),
    _of("serum iron, iron, آهن سرم", "\u00b5g/dL 0..20000; mcg/dL 0..20000; \u00b5mol/L 0..3600"),
    _of(
        "total iron binding capacity, TIBC",
        "\u00b5g/dL 20..2000; mcg/dL 20..2000; \u00b5mol/L 3..360",
    ),
    _of("transferrin saturation, اشباع ترانسفرین", "% 0..120"),
    # Hormones, vitamins, clotting
    _of(
        "thyroid stimulating hormone, thyrotropin, TSH",
        "mIU/L 0..3000; \u00b5IU/mL 0..3000; mU/L 0..3000",
    ),
    _of("parathyroid hormone, PTH, پاراتورمون", "pg/mL 0..30000; ng/L 0..30000; pmol/L 0..3200"),
    _of("25-hydroxyvitamin D, vitamin D, ویتامین D", "ng/mL 0..1500; nmol/L 0..3750"),
    _of("vitamin B12, ویتامین B12", "pg/mL 0..100000; ng/L 0..100000; pmol/L 0..75000"),
    _of("D-dimer, دی\u200cدایمر", "ng/mL; \u00b5g/mL; mg/L; \u00b5g/L; \u00b5g/mL FEU; ng/mL FEU"),
    _of("fibrinogen, فیبرینوژن", "mg/dL 0..3000; g/L 0..30"),
    _of("troponin, troponin I, troponin T, تروپونین", "ng/mL; ng/L; pg/mL"),
    _of("partial thromboplastin time, PTT, aPTT", "s 5..600; sec 5..600"),
    # Vital signs, the body, the heart
    _of("blood pressure, BP, فشار خون, فشارخون", "mmHg 10..400; mm Hg 10..400", pair=True),
    _of(
        "heart rate, pulse rate, HR, ضربان قلب, تعداد ضربان قلب",
        "bpm 5..400; beats/min 5..400; /min 5..400",
    ),
    _of("respiratory rate, RR, تعداد تنفس", "/min 2..150; breaths/min 2..150; bpm 2..150"),
    _of("body temperature, temperature, دمای بدن, درجه حرارت", "\u00b0C 12..47; \u00b0F 54..117"),
    _of("oxygen saturation, SpO2, SaO2, اشباع اکسیژن", "% 5..100"),
    _of("ejection fraction, left ventricular ejection fraction, LVEF, EF, کسر جهشی,"
        " کسر جهشی بطن چپ, کسر تخلیه بطن چپ, کسر تخلیه", "% 3..95"),
    _of("weight, body weight, وزن", "kg 0.2..700; g 200..20000"),
    _of("height, قد", "cm 20..280; m 0.2..2.8"),
    _of("body mass index, BMI, شاخص توده بدنی", "kg/m2 5..250; kg/m\u00b2 5..250"),
)  # fmt: skip

QUALIFIERS = frozenset(
    {
        "serum", "plasma", "blood", "level", "levels", "total", "count", "initial", "initially",
        "baseline", "final", "first", "second", "last", "repeat", "repeated", "after", "before",
        "at", "on", "in", "the", "of", "admission", "treatment", "therapy", "discharge", "follow",
        "up", "presentation", "day", "week", "month", "surgery", "transfusion",
        "سرم", "پلاسما", "خون", "سطح", "میزان", "مقدار", "اولیه", "نهایی", "پایه", "پس", "از",
        "بعد", "قبل", "پیش", "در", "هنگام", "بدو", "درمان", "جراحی", "بستری", "ترخیص", "مراجعه",
        "پیگیری", "بدن",
    }
)  # fmt: skip
"""Words that may stand with a name and leave it the same: "serum calcium after surgery"."""
