"""FIG010: an image file says who, where or when beside its picture."""

from __future__ import annotations

import io

import pytest
from PIL import Image, PngImagePlugin

from casereport.diagnostics import Severity

DICOM = b"\0" * 128 + b"DICM"


def only(found):  # type: ignore[no-untyped-def]
    return [item for item in found if item.code == "FIG010"]


def figure(content: bytes, file: str = "file: figures/a.png") -> dict[str, str | bytes]:
    yaml = f"figures:\n  chest:\n    caption: {{fa: قفسه, en: Chest}}\n    {file}\n"
    return {"case.yaml": yaml, "figures/a.png": content}


def with_words(**words: str) -> bytes:
    info = PngImagePlugin.PngInfo()
    for name, value in words.items():
        info.add_text(name.replace("_", " "), value)
    stream = io.BytesIO()
    Image.new("L", (8, 8)).save(stream, "PNG", pnginfo=info)
    return stream.getvalue()


def test_a_name_is_a_warning_over_the_file_s_path_and_says_the_name(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose(figure(with_words(Author="Nina", Software="x"))))
    assert (item.severity, item.span.file, item.span.column) == (Severity.WARNING, "case.yaml", 11)
    assert item.message.values["traces"] == ("PNG Author: N**a",)


def test_a_day_alone_is_a_note(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose(figure(with_words(Creation_Time="2020-01-21"))))
    assert item.severity is Severity.NOTE
    assert "when" in item.message.template


def test_beside_a_name_the_day_is_not_told(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose(figure(with_words(Creation_Time="2020-01-21", Author="Nina"))))
    assert item.message.values["traces"] == ("PNG Author: N**a",)


def test_many_fields_are_cut_to_a_sentence(diagnose) -> None:  # type: ignore[no-untyped-def]
    words = {f"Word {index}": f"value {index}" for index in range(30)}
    (item,) = only(diagnose(figure(with_words(**words))))
    traces = item.message.values["traces"]
    assert len(traces) == 7
    assert traces[-1] == "\u2026"


def test_a_file_used_twice_is_told_once_with_both_places(diagnose) -> None:  # type: ignore[no-untyped-def]
    both = "file: {fa: figures/a.png, en: figures/a.png}"
    (item,) = only(diagnose(figure(with_words(Author="Nina"), both)))
    assert len(item.related) == 1


def test_a_dicom_file_is_told_to_name_the_patient(
    diagnose, monkeypatch: pytest.MonkeyPatch
) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(
        "casereport.reading.image_traces.dicom.importlib.util.find_spec", lambda _: None
    )
    found = diagnose(figure(DICOM))
    (item,) = only(found)
    assert item.severity is Severity.WARNING
    assert "DICOM" in item.message.template
    assert "FIG006" in {one.code for one in found}


def test_an_image_too_large_to_decode_is_still_read_for_names(diagnose) -> None:  # type: ignore[no-untyped-def]
    content = bytearray(with_words(Author="Nina"))
    content[16:24] = (60_000).to_bytes(4, "big") * 2  # the size that the header claims
    found = diagnose(figure(bytes(content)))
    assert {"FIG006", "FIG010"} <= {item.code for item in found}


def test_a_bare_image_and_a_missing_one_say_nothing(diagnose, png: bytes) -> None:  # type: ignore[no-untyped-def]
    assert not only(diagnose(figure(png)))
    assert not only(diagnose(figure(png, "file: figures/gone.png")))
