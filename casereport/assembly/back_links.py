"""Links between the citations of an edition and the reference list, both ways."""

from __future__ import annotations

from collections.abc import Collection

from casereport.assembly.setting import Setting


def reference_id(number: int) -> str:
    """The id in the document of the reference at this place of the list, from 1."""
    return f"ref-{number}"


def link_back(numbers: Collection[int], setting: Setting) -> str:
    """The id of a citation of these references, which the list can now link back to."""
    count = sum(len(ids) for ids in setting.record.back_links.values())
    identifier = f"{setting.language}-cite-{count + 1}"
    for number in sorted(numbers):
        setting.record.back_links.setdefault(reference_id(number), []).append(identifier)
    if not numbers:
        setting.record.back_links.setdefault("", []).append(identifier)
    return identifier
