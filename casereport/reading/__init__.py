"""Files become a CaseReport with positions: case.yaml, the narratives, references, images."""

from casereport.reading.case_reading import ReadResult, read_case
from casereport.reading.evidence import EvidenceFolder
from casereport.reading.faults import CATALOGUE, check_crashed, unknown_placeholder, unused_ignore
from casereport.reading.ignores import Ignore

__all__ = [
    "CATALOGUE",
    "EvidenceFolder",
    "Ignore",
    "ReadResult",
    "check_crashed",
    "read_case",
    "unknown_placeholder",
    "unused_ignore",
]
