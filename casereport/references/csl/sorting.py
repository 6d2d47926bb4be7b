"""The order that a style's sort keys give, in the alphabet of each script.

citeproc-py says what each work is sorted by, and compares by code points, where É stands after Z
and گ after ی. Works that lack a key stand behind those that have it, as CSL asks.
"""

from __future__ import annotations

import re
from typing import Any

from casereport.references.csl.marks import UNSHIELD
from casereport.references.csl.style import CSL
from casereport.text.collation import collation_key

_PRIVATE_USE = re.compile("[\ue000-\uf8ff]")


def sorted_items(items: list[Any], layout: Any) -> list[Any]:
    """The items in the order of the keys of a layout; as given where it has none."""
    sort = layout.getparent().find(f"{CSL}sort")
    ordered = list(range(len(items)))
    # From the last key to the first: each pass keeps the order of the one before among equals.
    for key in reversed(sort.findall(f"{CSL}key") if sort is not None else []):
        layout.repressed = {}
        values = [_collated(value) for value in key.sort_keys(items, layout)]
        known = [index for index in ordered if values[index]]
        known.sort(key=values.__getitem__, reverse=key.get("sort") == "descending")
        ordered = known + [index for index in ordered if not values[index]]
    return [items[index] for index in ordered]


def _collated(value: Any) -> str:
    if value is None:
        return ""
    return collation_key(_PRIVATE_USE.sub("", str(value).translate(UNSHIELD)))
