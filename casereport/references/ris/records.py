"""A RIS file as records whose values know their places.

The format: "RIS Format Specifications" (Research Information Systems, 2001, as EndNote and Zotero
write it): two letters, two spaces, a hyphen, a space, the value. rispy 0.10 was measured and is
only a witness in the tests: it knows no places, takes nothing after a byte order mark, drops a last
record without ER, merges one without ER into the next, keeps one of two values of a tag silently,
makes an author of a wrapped line, and raises on text before the first tag.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from casereport.references.tagged import Line, OpenRecord, Record, lines_of

TAGS = frozenset(
    str.split(
        "A1 A2 A3 A4 AB AD AN AU BT C1 C2 C3 C4 C5 C6 C7 C8 CA CN CP CT CY DA DB DO DP DS "
        "ED EP ER ET H1 H2 ID IS J1 J2 JA JF JO K1 KW L1 L2 L3 L4 LA LB LK M1 M2 M3 N1 N2 "
        "NV OP PB PP PY RI RN RP PMID PMCID SE SN SP ST T1 T2 T3 TA TI TT TY U1 U2 U3 U4 U5 "
        "UR VL VO Y1 Y2"
    )
)
"""The tags of the specification, with those of EndNote, Zotero and reference databases."""

# As the specification has it, any tag; with other spaces, small letters, or the dash that word
# processors make of the hyphen, only a tag that is known: text may wrap before «IL - 6».
_STRICT = re.compile(r"[ \t\ufeff\u200b]{0,4}([A-Z][A-Z0-9])  -(?:\s|\Z|(?=\S))")
_LOOSE = re.compile(
    r"[ \t\ufeff\u200b]{0,4}(PMC?ID|[A-Za-z][A-Za-z0-9])[ \t\u00a0]{0,4}[-\u2013\u2014]"
    r"(?:\s|\Z|(?<=  -))"
)
_SLIP = re.compile(r"([A-Z][A-Z0-9])[ \t]{0,4}(?:[:=]|[-\u2013\u2014](?=\S))")


def read_records(text: str, file: str) -> Iterator[Record]:
    """The records of a RIS file in their order. What stands between them is a comment."""
    record: OpenRecord | None = None
    for line in lines_of(text):
        tag, start = _tag(line)
        if tag == "TY" and record is not None:
            yield record.close(closed=False)
            record = None
        if tag == "ER":
            if record is not None:
                record.lines.append(line)
                yield record.close()
            record = None
        elif tag:
            record = record or OpenRecord(file)
            record.add(line, tag, start)
        elif record is not None:
            _untagged(line, record)
    if record is not None:
        yield record.close(closed=False)


def _tag(line: Line) -> tuple[str, int]:
    """The tag and the index where its value begins; no tag for a line that carries on another."""
    if match := _STRICT.match(line.text):
        return match[1], match.end()
    match = _LOOSE.match(line.text)
    if match is not None and match[1].upper() in TAGS:
        return match[1].upper(), match.end()
    return "", 0


def _untagged(line: Line, record: OpenRecord) -> None:
    if line.is_comment:
        return
    match = _SLIP.match(line.text)
    if match is not None and match[1] in TAGS:
        record.slip(line, match[1])
    elif record.values and record.values[-1].tag == "TY" and not line.is_blank:
        record.slip(line, line.text.split()[0][:20])  # a type never wraps
    else:
        record.carry_on(line)
