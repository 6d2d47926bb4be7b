"""The words on the illustrations, in Persian and in English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_NOTE: Final = {
    "fa": "تصویر شماتیک، نه تصویر واقعی بیمار",
    "en": "Schematic illustration, not a clinical image",
}

_WORDS: Final[dict[str, dict[str, dict[str, str]]]] = {
    "chest": {
        "fa": {
            "right": "راست",
            "reticular": "کدورت رتیکولار\nخشن، بیشتر\nدر سمت راست",
            "reticular-left": "کدورت رتیکولار\nقاعده\u0654 چپ",
            "calcification": "کلسیفیکاسیون\nپاراورتبرال",
            "t10": "مهره\u0654 دهم\nتوراسیک\n(T10)",
        },
        "en": {
            "right": "R",
            "reticular": "Coarse\nreticular\nopacity,\nmore on the\nright",
            "reticular-left": "Reticular\nopacity,\nleft base",
            "calcification": "Paravertebral\ncalcification",
            "t10": "Tenth\nthoracic\nvertebra\n(T10)",
        },
    },
    "wrist": {
        "fa": {
            "metacarpals": "متاکارپ\u200cها",
            "carpals": "استخوان\u200cهای\nمچ دست",
            "radius": "رادیوس",
            "ulna": "اولنا",
            "radial-side": "سمت رادیال",
            "calcification": "کلسیفیکاسیون",
        },
        "en": {
            "metacarpals": "Metacarpals",
            "carpals": "Carpal\nbones",
            "radius": "Radius",
            "ulna": "Ulna",
            "radial-side": "Radial side",
            "calcification": "Calcification",
        },
    },
    "lumbar-mri": {
        "fa": {
            "sagittal": "نمای ساژیتال",
            "axial": "نمای آگزیال",
            "body": "جسم مهره",
            "facet": "مفصل\nفاست",
            "foramen": "فورامن عصبی",
            "low-signal": "کلسیفیکاسیون\nپاراسپینال\n(کم\u200cسیگنال)",
            "towards-foramen": "گسترش به سمت\nفورامن عصبی",
            "posterolateral": "ناحیه\u0654 کم\u200cسیگنال\nخلفی-جانبی، در حد\nمفصل فاست",
        },
        "en": {
            "sagittal": "Sagittal view",
            "axial": "Axial view",
            "body": "Vertebral body",
            "facet": "Facet\njoint",
            "foramen": "Neural foramen",
            "low-signal": "Paraspinal\ncalcification\n(low signal)",
            "towards-foramen": "Extension to the\nneural foramen",
            "posterolateral": "Posterolateral\nlow-signal area\nat facet level",
        },
    },
    "elbow-surgery": {
        "fa": {
            "proximal": "پروگزیمال",
            "distal": "دیستال",
            "triceps": "عضله\u0654 تریسپس\n(شکاف طولی)",
            "inside": "مواد کرمی\nداخل مفصل",
            "outside": "مواد کرمی\nخارج مفصل",
            "olecranon": "اوله\u200cکرانون",
            "humerus": "هومروس",
        },
        "en": {
            "proximal": "Proximal",
            "distal": "Distal",
            "triceps": "Triceps, split\nlongitudinally",
            "inside": "Creamy material\ninside the joint",
            "outside": "Creamy material\noutside the joint",
            "olecranon": "Olecranon",
            "humerus": "Humerus",
        },
    },
    "hands": {
        "fa": {
            "right": "راست",
            "left": "چپ",
            "osteolysis": "آکرواستئولیز\nبند انتهایی",
            "narrowing": "باریک\u200cشدن\nمفصل DIP",
            "dip-masses": "توده\u200cهای\nکلسیفیه کنار\nمفاصل DIP",
            "metacarpal-masses": "توده\u200cهای\nکلسیفیه کنار\nمتاکارپ\u200cها",
            "carpal-masses": "توده\u200cهای کلسیفیه\nکنار استخوان\u200cهای مچ",
        },
        "en": {
            "right": "R",
            "left": "L",
            "osteolysis": "Acro-osteolysis of\ndistal phalanges",
            "narrowing": "Narrowed\nDIP joint",
            "dip-masses": "Masses\nbeside\nDIP joints",
            "metacarpal-masses": "Masses\nbeside the\nmetacarpals",
            "carpal-masses": "Calcific masses\nbeside carpal bones",
        },
    },
    "elbow": {
        "fa": {
            "humerus": "هومروس",
            "radius": "رادیوس",
            "ulna": "اولنا",
            "olecranon": "اوله\u200cکرانون",
            "bursa": "کلسیفیکاسیون\nبورس اوله\u200cکرانون",
            "periarticular": "کلسیفیکاسیون\nاطراف مفصل آرنج",
        },
        "en": {
            "humerus": "Humerus",
            "radius": "Radius",
            "ulna": "Ulna",
            "olecranon": "Olecranon",
            "bursa": "Calcified\nolecranon\nbursa",
            "periarticular": "Calcifications around\nthe elbow joint",
        },
    },
}


def words(figure: str, language: str) -> Mapping[str, str]:
    """The labels of one figure in one language, with the line that says it is a scheme."""
    return {**_WORDS[figure][language], "note": _NOTE[language]}
