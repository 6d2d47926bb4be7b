"""A file of PubMed's as records whose values know their places.

"MEDLINE/PubMed Data Element (Field) Descriptions" (NLM): a tag of two to four letters, padded to
four places, a hyphen, a space, the value; further lines of it begin with six spaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from casereport.references.tagged import Line, OpenRecord, Record, lines_of

TAGS = frozenset(
    str.split(
        "AB AD AID AU AUID BTI CDAT CI CIN CN COI COIS CON CP CRDT CRF CRI CTDT CTI DA DCOM "
        "DDIN DDIO DEP DP DRDT DRIN ECF ECI ED EDAT EFR EIN EN FAU FED FIR FPS GN GR GS IP "
        "IR IRAD IS ISBN JID JT LA LID LR MH MHDA MID NM OAB OABL OCI OID ORI OT OTO OWN PB "
        "PG PHST PL PMC PMCR PMID PRIN PROF PS PST PT PUBM RF RIN RN ROF RPF RPI RRF RRI SB "
        "SFM SI SO SPIN STAT TA TI TT UIN UOF USIN VI VTI"
    )
)
_PADDED = re.compile(r"(?=.{4}-)[ \t\ufeff\u200b]{0,2}([A-Z]{2,4}) {0,2}-(?: |\Z)?")
_LOOSE = re.compile(r"[\ufeff\u200b]{0,2}([A-Z]{2,4})[ \t\u00a0]{0,3}[-\u2013\u2014](?:\s|\Z)")
_SLIP = re.compile(r"([A-Z]{2,4})[ \t]{0,4}[:=]")
_BEGINNINGS = frozenset({"PMID", "TI", "BTI"})


def read_records(text: str, file: str) -> Iterator[Record]:
    """The records of the file in their order: each begins with PMID, or after an empty line.

    An empty line that somebody made inside a record ends nothing: what follows has no title.
    """
    record: OpenRecord | None = None
    for stretch in _stretches(text):
        tags = {tag for tag, _, _ in stretch}
        if record is not None and (not tags.isdisjoint(_BEGINNINGS) or not tags - {""}):
            yield record.close()
            record = None
        for tag, start, line in stretch:
            if tag == "PMID" and record is not None and record.values:
                yield record.close()
                record = None
            if tag:
                record = record or OpenRecord(file)
                record.add(line, tag, start)
            elif record is not None:
                _untagged(line, record)
    if record is not None:
        yield record.close()


def _stretches(text: str) -> Iterator[list[tuple[str, int, Line]]]:
    """Lines between empty ones, each with its tag and the index where its value begins."""
    stretch: list[tuple[str, int, Line]] = []
    for line in lines_of(text):
        if not line.is_blank:
            stretch.append((*_tag(line), line))
        elif stretch:
            yield stretch
            stretch = []
    if stretch:
        yield stretch


def _tag(line: Line) -> tuple[str, int]:
    if line.text.startswith("      "):
        return "", 0
    if match := _PADDED.match(line.text):
        return match[1], match.end()
    match = _LOOSE.match(line.text)
    return (match[1], match.end()) if match is not None and match[1] in TAGS else ("", 0)


def _untagged(line: Line, record: OpenRecord) -> None:
    if line.is_comment:
        return
    match = _SLIP.match(line.text)
    if match is not None and match[1] in TAGS:
        record.slip(line, match[1])
    else:
        record.carry_on(line)
