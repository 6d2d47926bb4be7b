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

from casereport.checks.numbers._laboratory import LABORATORY
from casereport.checks.numbers._quantity import Quantity
from casereport.checks.numbers._vital_signs import VITAL_SIGNS

QUANTITIES: tuple[Quantity, ...] = (*LABORATORY, *VITAL_SIGNS)
BY_NAME = {name: quantity for quantity in QUANTITIES for name in quantity.names}
NAMES = tuple(BY_NAME)

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
