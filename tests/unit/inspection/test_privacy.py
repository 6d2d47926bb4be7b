"""A PDF's metadata may tell who made it, and where."""

from __future__ import annotations

import dataclasses

import pytest

from casereport.inspection import has_camera_data, paths_in, read_pdf
from casereport.typesetting import typeset

CLEAN = read_pdf(
    typeset("<title>A case of 10/5 and a/b</title><a href='https://doi.org/10.1/x'>x</a>")
)


@pytest.mark.parametrize(
    "value",
    [
        r"C:\Users\ahmadi\case.docx",
        "file:///home/sara/case.pdf",
        "/Users/sara/case",
        r"\\ward\share\a",
    ],
)
def test_paths_in_metadata_are_found(value: str) -> None:
    document = dataclasses.replace(CLEAN, metadata={"Title": f"See {value} there"})
    assert paths_in(document) == (value,)


def test_what_is_no_path_is_left_alone() -> None:
    assert paths_in(CLEAN) == ()
    assert paths_in(dataclasses.replace(CLEAN, metadata={"Subject": "doi:10.1/a and/or 1:2"})) == ()


def test_camera_data_is_found() -> None:
    assert has_camera_data(b"\xff\xe1\x00\x10Exif\x00\x00II*\x00")
    assert not has_camera_data(b"Exif is the name of a format")
