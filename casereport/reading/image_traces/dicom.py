"""DICOM files: the fields that the confidentiality profile of DICOM PS3.15 Annex E takes away.

They are read by pydicom, the optional extra ``dicom``. Without it a file of this kind is told to be
closed to us: that it names the patient is what it is made for.
"""

from __future__ import annotations

import importlib.util
import io
import warnings

from casereport.model.image_trace import ImageTrace
from casereport.reading.image_traces.dicom_tags import BASIC_PROFILE
from casereport.reading.image_traces.values import trace

_DEFLATED = (b"1.2.840.10008.1.2.1.99", b"1.2.840.10008.1.2.8.1")
_HEAD = 4096


def is_dicom(content: bytes) -> bool:
    """True for a file of DICOM PS3.10: a preamble of 128 bytes, then DICM."""
    return content[128:132] == b"DICM"


def dicom_traces(content: bytes) -> list[ImageTrace]:
    """The traces in the file's header; its pixels are not read."""
    closed = [ImageTrace("dicom", "DICOM")]
    # A compressed header opens to any size.
    deflated = any(syntax in content[:_HEAD] for syntax in _DEFLATED)
    if deflated or importlib.util.find_spec("pydicom") is None:
        return closed
    import pydicom

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            dataset = pydicom.dcmread(
                io.BytesIO(content), stop_before_pixels=True, specific_tags=list(BASIC_PROFILE)
            )
            found: list[ImageTrace] = []
            for keyword, kind in BASIC_PROFILE.items():
                if keyword in dataset:
                    found += trace(kind, f"DICOM {keyword}", str(dataset[keyword].value))
    except Exception:  # it fails on a damaged header in every way there is
        return closed
    return found
