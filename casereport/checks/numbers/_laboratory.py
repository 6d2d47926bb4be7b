"""Laboratory values. Sources and the meaning of the limits: see :mod:`._quantities`."""

from __future__ import annotations

from casereport.checks.numbers._quantity import Quantity, known

_CELLS = (
    "/\u00b5L {0}; /mm3 {0}; cells/\u00b5L {0}; cells/mm3 {0};"
    " \u00d710\u00b3/\u00b5L {1}; \u00d710\u2079/L {1}"
)
_ENZYME = "U/L 0..100000; IU/L 0..100000"
_SALT = "mEq/L {0}; mmol/L {0}"

LABORATORY: tuple[Quantity, ...] = (
    # Blood count
    known("hemoglobin, haemoglobin, Hb, Hgb, هموگلوبین", "g/dL 1..30; g/L 10..300; mmol/L 0.6..19"),
    known("hematocrit, haematocrit, Hct, هماتوکریت", "% 3..85"),
    known("mean corpuscular volume, MCV, حجم متوسط گلبولی, حجم متوسط گلبول قرمز", "fL 30..200"),
    known("mean corpuscular hemoglobin, MCH", "pg 5..80"),
    known("mean corpuscular hemoglobin concentration, MCHC", "g/dL 10..50"),
    known("red cell distribution width, RDW", "%; fL"),
    known(
        "white blood cells, white blood cell, white blood cell count, white cell count, WBC,"
        " WBC count, leukocytes, leukocyte count, گلبول سفید, گلبول\u200cهای سفید,"
        " شمارش گلبول سفید, لکوسیت, تعداد لکوسیت",
        _CELLS.format("0..2000000", "0..2000"),
    ),
    known(
        "platelets, platelet, platelet count, PLT, پلاکت, پلاکت\u200cها, شمارش پلاکت, تعداد پلاکت",
        _CELLS.format("0..6000000", "0..6000"),
    ),
    known(
        "erythrocyte sedimentation rate, ESR, سرعت رسوب گلبول\u200cهای قرمز, سرعت رسوب گلبول قرمز,"
        " سرعت سدیمان گلبول قرمز, سرعت سدیمان گلوبول قرمز, سرعت سدیمان",
        "mm/h 0..200; mm/hr 0..200; mm/1h 0..200; mm 0..200",
    ),
    # Inflammation
    known("C-reactive protein, CRP, hs-CRP, پروتئین واکنشی C", "mg/L 0..1000; mg/dL 0..100"),
    known("procalcitonin, PCT, پروکلسیتونین", "ng/mL 0..2000; \u00b5g/L 0..2000"),
    known("ferritin, فریتین", "ng/mL 0..1000000; \u00b5g/L 0..1000000; mcg/L 0..1000000; pmol/L"),
    # Salts, kidney, sugar
    known("sodium, سدیم", _SALT.format("80..220")),
    known("potassium, پتاسیم", _SALT.format("0.8..15")),
    known("chloride, کلر, کلراید", _SALT.format("40..180")),
    known("bicarbonate, HCO3, بی\u200cکربنات, بیکربنات", _SALT.format("1..80")),
    known("calcium, کلسیم", "mg/dL 2..30; mmol/L 0.5..7.5; mEq/L 1..15"),
    known("phosphorus, phosphate, فسفر, فسفات", "mg/dL 0.1..40; mmol/L 0.03..13"),
    known("magnesium, منیزیم", "mg/dL 0.1..30; mmol/L 0.05..12.5; mEq/L 0.1..25"),
    known("creatinine, Cr, کراتینین, کراتی\u200cنین", "mg/dL 0.05..60; \u00b5mol/L 5..5300"),
    known("urea, اوره", "mg/dL 1..800; mmol/L 0.2..135"),
    known("blood urea nitrogen, BUN, نیتروژن اوره خون", "mg/dL 0.5..400; mmol/L 0.2..145"),
    known("uric acid, اسید اوریک", "mg/dL 0..100; \u00b5mol/L 0..6000"),
    known(
        "glucose, blood sugar, fasting blood sugar, fasting glucose, FBS,"
        " قند خون, قند خون ناشتا, گلوکز",
        "mg/dL 2..3000; mmol/L 0.1..170",
    ),
    known("glycated hemoglobin, hemoglobin A1c, HbA1c, هموگلوبین A1c", "% 2..25; mmol/mol 0..250"),
    # Liver, proteins, fats, muscle
    known(
        "total bilirubin, bilirubin, بیلی\u200cروبین, بیلی\u200cروبین توتال",
        "mg/dL 0..100; \u00b5mol/L 0..1710",
    ),
    known(
        "direct bilirubin, conjugated bilirubin, بیلی\u200cروبین مستقیم",
        "mg/dL 0..100; \u00b5mol/L 0..1710",
    ),
    known("albumin, آلبومین", "g/dL 0.3..8; g/L 3..80"),
    known("total protein, پروتئین توتال, پروتئین تام", "g/dL 1..20; g/L 10..200"),
    known("aspartate aminotransferase, AST, SGOT, آسپارتات آمینوترانسفراز", _ENZYME),
    known("alanine aminotransferase, ALT, SGPT, آلانین آمینوترانسفراز", _ENZYME),
    known("alkaline phosphatase, ALP, آلکالین فسفاتاز", _ENZYME),
    known("gamma-glutamyl transferase, GGT", _ENZYME),
    known("lactate dehydrogenase, LDH, لاکتات دهیدروژناز", _ENZYME),
    known(
        "creatine kinase, CK, CPK, creatine phosphokinase, کراتین کیناز",
        "U/L 0..2000000; IU/L 0..2000000",
    ),
    known("amylase, آمیلاز", _ENZYME),
    known("lipase, لیپاز", _ENZYME),
    known("cholesterol, total cholesterol, کلسترول", "mg/dL 5..3000; mmol/L 0.1..80"),
    known(
        "triglycerides, triglyceride, تری\u200cگلیسرید, تری\u200cگلیسیرید",
        "mg/dL 5..40000; mmol/L 0.05..450",
    ),
    known("LDL, LDL cholesterol", "mg/dL 0..2500; mmol/L 0..65"),
    known("HDL, HDL cholesterol", "mg/dL 0..300; mmol/L 0..8"),
    known("serum iron, iron, آهن سرم", "\u00b5g/dL 0..20000; mcg/dL 0..20000; \u00b5mol/L 0..3600"),
    known(
        "total iron binding capacity, TIBC",
        "\u00b5g/dL 20..2000; mcg/dL 20..2000; \u00b5mol/L 3..360",
    ),
    known("transferrin saturation, اشباع ترانسفرین", "% 0..120"),
    # Hormones, vitamins, clotting
    known(
        "thyroid stimulating hormone, thyrotropin, TSH",
        "mIU/L 0..3000; \u00b5IU/mL 0..3000; mU/L 0..3000",
    ),
    known("parathyroid hormone, PTH, پاراتورمون", "pg/mL 0..30000; ng/L 0..30000; pmol/L 0..3200"),
    known("25-hydroxyvitamin D, vitamin D, ویتامین D", "ng/mL 0..1500; nmol/L 0..3750"),
    known("vitamin B12, ویتامین B12", "pg/mL 0..100000; ng/L 0..100000; pmol/L 0..75000"),
    known("D-dimer, دی\u200cدایمر", "ng/mL; \u00b5g/mL; mg/L; \u00b5g/L; \u00b5g/mL FEU"),
    known("fibrinogen, فیبرینوژن", "mg/dL 0..3000; g/L 0..30"),
    known("troponin, troponin I, troponin T, تروپونین", "ng/mL; ng/L; pg/mL"),
    known("partial thromboplastin time, PTT, aPTT", "s 5..600; sec 5..600"),
)  # fmt: skip
