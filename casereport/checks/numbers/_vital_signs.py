"""Vital signs and measures of the body. Sources and limits: see :mod:`._quantities`."""

from __future__ import annotations

from casereport.checks.numbers._quantity import Quantity, known

VITAL_SIGNS: tuple[Quantity, ...] = (
    known("blood pressure, BP, فشار خون, فشارخون", "mmHg 10..400; mm Hg 10..400", pair=True),
    known(
        "heart rate, pulse rate, HR, ضربان قلب, تعداد ضربان قلب",
        "bpm 5..400; beats/min 5..400; /min 5..400",
    ),
    known("respiratory rate, RR, تعداد تنفس", "/min 2..150; breaths/min 2..150; bpm 2..150"),
    known(
        "body temperature, temperature, دمای بدن, درجه حرارت",
        "\u00b0C 12..47; \u00b0F 54..117; \u00b0 12..117",
    ),
    known("oxygen saturation, SpO2, SaO2, اشباع اکسیژن", "% 5..100"),
    known("ejection fraction, left ventricular ejection fraction, LVEF, EF, کسر جهشی,"
        " کسر جهشی بطن چپ, کسر تخلیه بطن چپ, کسر تخلیه", "% 3..95"),
    known("weight, body weight, وزن", "kg 0.2..700; g 200..20000"),
    known("height, قد", "cm 20..280; m 0.2..2.8"),
    known("body mass index, BMI, شاخص توده بدنی", "kg/m2 5..250; kg/m\u00b2 5..250"),
)  # fmt: skip
