"""Distinct cases made of a sample: other people, values, order and pictures, and as valid as it.

Pure: a case is a mapping from file names to bytes, and the same number always gives the same one.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Mapping

Files = Mapping[str, bytes]

_GIVEN = (
    ("سارا", "Sara"), ("نرگس", "Narges"), ("لیلا", "Leila"), ("مینا", "Mina"), ("زهرا", "Zahra"),
    ("علی", "Ali"), ("رضا", "Reza"), ("حامد", "Hamed"), ("امیر", "Amir"), ("پویا", "Pouya"),
    ("نیما", "Nima"),
)  # fmt: skip
_FAMILY = (
    ("احمدی", "Ahmadi"), ("کریمی", "Karimi"), ("محمدی", "Mohammadi"), ("رستمی", "Rostami"),
    ("جعفری", "Jafari"), ("اکبری", "Akbari"), ("صالحی", "Salehi"), ("نوری", "Nouri"),
    ("یوسفی", "Yousefi"), ("قاسمی", "Ghasemi"), ("باقری", "Bagheri"), ("مرادی", "Moradi"),
    ("عباسی", "Abbasi"),
)  # fmt: skip
_CONTRIBUTOR = re.compile(
    r"^  - name: \{fa: [^,}]+, en: [^}]+\}\n(?:    family: \{[^}]+\}\n)?", re.MULTILINE
)
_AGE = re.compile(r"^  age: \d+$", re.MULTILINE)
_LABS = re.compile(r"^labs:\n(?:[ #].*\n|\n)+", re.MULTILINE)
_VALUE = re.compile(r"^(    value: )(\d+(?:\.\d+)?)$", re.MULTILINE)
_INTRODUCTION = re.compile(r"(## .*\{#introduction\}\n\n)((?:(?!## ).*\n)+)")
_PNG = b"\x89PNG\r\n\x1a\n"


def distinct_case(files: Files, number: int) -> dict[str, bytes]:
    """The files of case ``number``; any two numbers below 10,000 give different ones."""
    return {name: _varied(name, content, number) for name, content in files.items()}


def edited_case(files: Files, number: int) -> dict[str, bytes]:
    """The case after one edit of one Persian paragraph, another with every number."""
    text = files["fa.md"].decode()
    head, mark, discussion = text.partition("{#discussion}\n\n")
    first, end, rest = discussion.partition("\n\n")
    spoken = " ".join(("این", "متن", *("باز" for _ in range(1 + number % 7)), "ویرایش شد."))
    return {**files, "fa.md": f"{head}{mark}{first} {spoken}{end}{rest}".encode()}


def recoloured_png(content: bytes, number: int) -> bytes:
    """A PNG with a palette in other colours; one without a palette as it is."""
    if not content.startswith(_PNG):
        return content
    position, pieces = len(_PNG), [_PNG]
    while position < len(content):
        (length,) = struct.unpack(">I", content[position : position + 4])
        kind = content[position + 4 : position + 8]
        data = content[position + 8 : position + 8 + length]
        if kind == b"PLTE":
            data = _tinted(data, number)
        checksum = zlib.crc32(kind + data)
        pieces += [struct.pack(">I", length), kind, data, struct.pack(">I", checksum)]
        position += length + 12
    return b"".join(pieces)


def _varied(name: str, content: bytes, number: int) -> bytes:
    if name == "case.yaml":
        return _other_facts(content.decode(), number).encode()
    if name.endswith(".md") and "/" not in name:
        return _INTRODUCTION.sub(lambda m: _turned(m, number), content.decode()).encode()
    if name.endswith(".png"):
        return recoloured_png(content, number)
    return content


def _other_facts(text: str, number: int) -> str:
    people = iter(range(number, number + 100))
    text = _CONTRIBUTOR.sub(lambda _: _contributor(next(people)), text)
    text = _AGE.sub(f"  age: {20 + number * 7 % 61}", text)
    return _LABS.sub(lambda labs: _VALUE.sub(lambda m: _shifted(m, number), labs[0]), text)


def _contributor(number: int) -> str:
    given, family = _GIVEN[number % len(_GIVEN)], _FAMILY[number % len(_FAMILY)]
    return f"  - name: {{fa: {given[0]} {family[0]}, en: {given[1]} {family[1]}}}\n"


def _shifted(value: re.Match[str], number: int) -> str:
    """A laboratory value by up to a twentieth higher or lower, with as many decimals."""
    decimals = len(value[2].partition(".")[2])
    share = (number * 31 + value.start() * 17) % 21 - 10
    return f"{value[1]}{float(value[2]) * (1 + share / 200):.{decimals}f}"


def _turned(section: re.Match[str], number: int) -> str:
    """The paragraphs between the first and the last, begun at another; alike in every language."""
    first, *between, last = section[2].strip("\n").split("\n\n") + [""] * 2
    between = [paragraph for paragraph in (*between, last) if paragraph]
    turned, closing = between[:-1], between[-1:]
    at = number % len(turned) if turned else 0
    paragraphs = (first, *turned[at:], *turned[:at], *closing)
    return section[1] + "\n\n".join(paragraphs) + "\n\n"


def _tinted(palette: bytes, number: int) -> bytes:
    """Each of the three channels by a little darker: digits of the number in base 22."""
    strengths = [255 - number // 22**channel % 22 * 4 for channel in range(3)]
    return bytes(value * strengths[at % 3] // 255 for at, value in enumerate(palette))
