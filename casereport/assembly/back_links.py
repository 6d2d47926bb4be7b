"""Links between the citations of an edition and the reference list, both ways."""

from __future__ import annotations

from collections.abc import Collection

from casereport.assembly.setting import Setting


def reference_id(number: int) -> str:
    """The id in the document of the reference at this place of the list, from 1."""
    return f"ref-{number}"


def link_back(numbers: Collection[int], setting: Setting) -> str:
    """The id of a citation of these references, which the list can now link back to."""
    record = setting.record
    record.groups += 1
    identifier = f"{setting.language}-cite-{record.groups}"
    for number in sorted(numbers):
        record.back_links.setdefault(reference_id(number), []).append(identifier)
    return identifier
