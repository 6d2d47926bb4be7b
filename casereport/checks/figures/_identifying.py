"""The words by which captions say that a person can be known, language by language.

A word stands for itself and for what begins with it when it ends in ``*``; ``_`` is the half-space.
Words of another kind of picture in the same sentence (a radiograph, a section under the microscope)
mean that no person is to be seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal, TypeAlias

from casereport.text.orthography.words import entries

Group: TypeAlias = Literal["face", "skin", "body", "photograph", "other"]

_TABLES: Mapping[str, Mapping[Group, str]] = MappingProxyType(
    {
        "en": {
            "face": "face faces eyelid* periorbital forehead cheek cheeks portrait",
            "skin": "skin cutaneous rash rashes erythematous tattoo* vesicle* papule* blister*"
            " alopecia vitiligo",
            "body": "facial eye eyes lip lips nose nasal ear ears chin hand hands finger fingers"
            " foot feet toe toes arm arms leg legs trunk chest abdomen back breast breasts"
            " genital* limb limbs patient ulcer* nodule* wound* scar scars burn burns erythema"
            " telangiectasia*",
            "photograph": "photograph photographs photo photos",
            "other": "radiograph* x-ray* ct tomograph* mri magnetic ultraso* sonograph* doppler"
            " scan scans scintigra* angiogra* echocardiogra* ecg electro* endoscop* *microscop*"
            " *micrograph* histolog* histopatholog* immunohisto* biops* stain* hematoxylin"
            " haematoxylin smear* cytolog* specimen* drawing* diagram* schem* chart graph flow"
            " dermoscop* fundus slit-lamp intraoperative surgery surgical operative bone bones",
        },
        "fa": {
            "face": "چهره چهره_* صورت پلک پلک_* پیشانی",
            "skin": "پوست پوستی بثور* راش اریتماتو* تاتو خالکوبی وزیکول* پاپول* تاول* آلوپسی"
            " ویتیلیگو*",
            "body": "چشم چشم_ها چشم_های چشمان لب لب_ها لب_های بینی گوش گوش_ها چانه دست دست_ها"
            " دست_های انگشت انگشتان پا پاها پاهای ساق تنه شکم کمر پستان بیمار زخم زخم_* ندول*"
            " گره_* سوختگی اریتم تلانژکتازی*",
            "photograph": "عکس عکس_* فتوگراف*",
            "other": "گرافی رادیوگراف* پرتونگار* سی_تی* توموگراف* ام_آر* سونوگراف* اسکن* داپلر"
            " آنژیوگراف* اکوکاردیو* نوار آندوسکوپ* میکروسکوپ* هیستولوژ* آسیب_شناس* پاتولوژ*"
            " ایمونوهیستو* بیوپسی* رنگ_آمیزی* لام سیتولوژ* نمونه* طرح طرحی شماتیک نمودار جراحی"
            " درموسکوپ* استخوان*",
        },
    }
)
"""``face`` and ``skin`` tell by themselves; ``body`` where the image is said to be a photograph."""
_PICTURES: Mapping[str, str] = MappingProxyType(
    {"en": "image* picture* photo* figure*", "fa": "تصویر* تصاویر عکس*"}
)

_NOT_AFTER = {"fa": {"به", "در", "هر", "این", "آن", "بدین", "غیر"}}
"""«به صورت», «در این صورت», «به چشم آمد» speak of no face."""
_NOT_BEFORE = {"fa": {"گرفت", "گرفته", "می", "نگرفت", "پذیرفت"}}
_WORD = re.compile("[^\\W_](?:[\\w\u200c-]*\\w)?")
_SENTENCE = re.compile(r"[^.;!?\u061b\u061f]+")


@dataclass(frozen=True, slots=True)
class Identifying:
    """A word that tells of a person: ``text[start:end]``."""

    group: Group
    start: int
    end: int


def identifying(text: str, language: str) -> Iterator[Identifying]:
    """The words of a caption that tell of a face, of skin, of a body, or of a photograph."""
    for sentence in _SENTENCE.finditer(text):
        found = list(_groups(sentence[0], language))
        if not any(one.group == "other" for one in found):
            offset = sentence.start()
            yield from (
                Identifying(one.group, offset + one.start, offset + one.end) for one in found
            )


def speaks_of_pictures(text: str, language: str) -> bool:
    """True when a statement of consent says that it holds for images."""
    pattern = _compiled(_PICTURES.get(language, ""))
    return any(pattern.fullmatch(match[0].lower()) for match in _WORD.finditer(text))


def _groups(sentence: str, language: str) -> Iterator[Identifying]:
    matches = list(_WORD.finditer(sentence))
    around = ["", *(match[0].lower() for match in matches), ""]
    for index, match in enumerate(matches, 1):
        before, after = around[index - 1], around[index + 1].partition("\u200c")[0]
        if before in _NOT_AFTER.get(language, ()) or after in _NOT_BEFORE.get(language, ()):
            continue
        for group, pattern in _patterns(language).items():
            if pattern.fullmatch(around[index]):
                yield Identifying(group, match.start(), match.end())


@cache
def _patterns(language: str) -> Mapping[Group, re.Pattern[str]]:
    tables = _TABLES.get(language, {})
    return {group: _compiled(words) for group, words in tables.items()}


@cache
def _compiled(words: str) -> re.Pattern[str]:
    return re.compile("|".join(map(_pattern, entries(words))) or "(?!)")


def _pattern(word: str) -> str:
    return "".join(".{0,40}" if character == "*" else re.escape(character) for character in word)
