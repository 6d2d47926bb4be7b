"""Cases for long runs: real ones, cheap, each unlike every other, and the same for a number always."""

from __future__ import annotations

import random
import struct
import zlib
from collections.abc import Mapping
from pathlib import Path

SAMPLES = Path(__file__).parent.parent.parent / "samples"

WHOLE = ("hand-calcinosis-66", "crest-calcinosis-44f")
EVERY_WHOLE = 100
"""One in so many is a whole sample, under a title of its own."""
EVERY_LARGER = 25
EVERY_BAD = 1000
"""One in so many cannot be printed."""

DRUGS = (("پردنیزولون", "Prednisolone"), ("متوترکسات", "Methotrexate"), ("کلشی\u200cسین", "Colchicine"))
AUTHORS = ("Boulman N", "Steen VD", "Walsh JS", "Fairley JA", "Vayssairat M")

CASE = """title: {{fa: گزارش مورد شماره {number}, en: Case report number {number}}}
journal: clinical-brief
languages: [fa, en]
keywords: {{fa: [کلسینوز, اسکلرودرمی], en: [Calcinosis, Scleroderma]}}
patient: {{age: {age}, sex: {sex}}}
labs:
  calcium: {{name: {{fa: کلسیم سرم, en: Serum calcium}}, value: {calcium}, unit: mg/dL, range: 8.5-10.5}}
figures:
  hand:
    file: figures/hand.png
    caption: {{fa: دست بیمار {number}., en: Hand of patient {number}.}}
    alt: {{fa: نوارهای روشن, en: Bright bands}}
    consent: obtained
"""
FA = """## چکیده {{#abstract}}

بیماری {{{{ patient.age }}}} ساله با کلسیم {{{{ labs.calcium }}}} معرفی می\u200cشود.

## معرفی بیمار {{#patient-information}}

بیمار شماره {number} با درد دست (Hand pain) مراجعه کرد [@a; @b] و {drug} ۵ mg گرفت. @fig-hand را ببینید.

{filling}

## بحث {{#discussion}}

رسوب کلسیم در {percent} درصد بیماران دیده می\u200cشود [@c].
"""
EN = """## Abstract {{#abstract}}

A patient aged {{{{ patient.age }}}} with a calcium of {{{{ labs.calcium }}}} is presented.

## Patient information {{#patient-information}}

Patient {number} came with hand pain [@a; @b] and took {drug} 5 mg. See @fig-hand.

{filling}

## Discussion {{#discussion}}

Calcium is deposited in {percent} percent of patients [@c].
"""
FILLING = (
    ("معاینه طبیعی بود و تب (fever) نداشت.", "The examination was normal, without fever."),
    ("گرافی دست رسوب کلسیم را نشان داد.", "The radiograph showed deposits of calcium."),
    ("آزمایش\u200cها در محدوده طبیعی بودند.", "The laboratory values were within their ranges."),
    ("درد پس از دو هفته کمتر شد.", "The pain was less after two weeks."),
)


def tiny_case(number: int) -> dict[str, bytes]:
    """The smallest case that prints."""
    return _encoded(
        {
            "case.yaml": f"title: {{en: Report {number}}}\njournal: manuscript\nlanguages: [en]\n",
            "en.md": f"## Discussion {{#discussion}}\n\nText {number}.\n",
        }
    )


def case_files(number: int) -> dict[str, bytes]:
    """The files of case ``number``, by their relative paths."""
    if number % EVERY_BAD == EVERY_BAD // 2:
        return _encoded({"case.yaml": f"title: [ {number}\n", "en.md": "## Discussion\n"})
    if number % EVERY_WHOLE == EVERY_WHOLE - 1:
        return _whole(number)
    chance = random.Random(number)
    fa_drug, en_drug = chance.choice(DRUGS)
    sentences = [chance.choice(FILLING) for _ in range(chance.randint(4, 40))]
    values = {
        "number": number,
        "age": chance.randint(18, 90),
        "sex": chance.choice(("female", "male")),
        "calcium": f"{chance.uniform(8, 11):.1f}",
        "percent": chance.randint(5, 95),
    }
    entries = [
        f"TY  - JOUR\nID  - {key}\nAU  - {chance.choice(AUTHORS)}\nTI  - Calcinosis, part {number}{key}\n"
        f"JO  - J Rheumatol\nPY  - {chance.randint(1980, 2019)}\nVL  - {chance.randint(1, 40)}\nER  - \n"
        for key in "abc"
    ]
    texts = {
        "case.yaml": CASE.format(**values),
        "fa.md": FA.format(**values, drug=fa_drug, filling=" ".join(fa for fa, _ in sentences)),
        "en.md": EN.format(**values, drug=en_drug, filling=" ".join(en for _, en in sentences)),
        "references.ris": "\n".join(entries),
    }
    return {**_encoded(texts), "figures/hand.png": _picture(chance)}


def brief_case_files(number: int) -> dict[str, bytes]:
    """The smallest of its kind, for ten thousand of them; one in so many is as ``case_files``."""
    if number % EVERY_BAD == EVERY_BAD // 2 or number % EVERY_LARGER == 1:
        return case_files(number)
    return tiny_case(number)


def write_case(folder: Path, files: Mapping[str, bytes]) -> Path:
    """Put a case on the disk."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def _whole(number: int) -> dict[str, bytes]:
    sample = SAMPLES / WHOLE[number // EVERY_WHOLE % len(WHOLE)]
    files = {
        path.relative_to(sample).as_posix(): path.read_bytes()
        for path in sorted(sample.rglob("*"))
        if path.is_file()
    }
    # In both: one of the samples prints the front page alone of its English.
    files["fa.md"] += f"\nاین نسخه شماره {number} است.\n".encode()
    files["en.md"] += f"\nThis is copy number {number}.\n".encode()
    return files


def _picture(chance: random.Random) -> bytes:
    """A grey PNG of 160 by 120, with bands of its own."""
    bands = bytes(chance.randrange(256) for _ in range(160))
    rows = b"".join(b"\0" + bands[row:] + bands[:row] for row in range(120))
    header = struct.pack("!IIBBBBB", 160, 120, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack("!I", len(body)) + kind + body + struct.pack("!I", zlib.crc32(kind + body))
        for kind, body in parts
    )


def _encoded(texts: dict[str, str]) -> dict[str, bytes]:
    return {name: text.encode() for name, text in texts.items()}
