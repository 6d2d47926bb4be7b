"""Text from records of databases, made plain: entities, tags and characters no text may hold."""

from __future__ import annotations

import html
import re

from casereport.text.yaml_tree import FORBIDDEN

LONGEST = 2_000
"""What goes on longer in one field of a record is no title and no name."""
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9:]{0,20}(?:\s[^<>]{0,300})?/?>")
_YEAR = re.compile(r"(?<!\d)(1[1-9]\d\d|20\d\d)(?!\d)")


def plain_text(value: object) -> str:
    """The text of a field on one line; empty when it is no text.

    >>> plain_text("Lung &amp;amp; <i>heart</i>: CO<sub>2</sub> at p &lt; 0.05")
    'Lung & heart: CO2 at p < 0.05'
    """
    if not isinstance(value, str):
        return ""
    # Tags first: an entity may hide a sign that is none. Twice: Crossref has &amp;amp;.
    text = html.unescape(html.unescape(_TAG.sub("", value[: 4 * LONGEST])))
    return " ".join(FORBIDDEN.sub("\ufffd", _TAG.sub("", text)).split())[:LONGEST]


def texts_of(value: object) -> tuple[str, ...]:
    """The texts of a field that is a list of them, or one text."""
    values = value if isinstance(value, list) else [value]
    return tuple(dict.fromkeys(text for one in values[:50] if (text := plain_text(one))))


def year_in(text: object) -> int | None:
    """The year in a date as text (``2005 Jun 3``), or None."""
    match = _YEAR.search(text[:100]) if isinstance(text, str) else None
    return int(match[1]) if match is not None else None
