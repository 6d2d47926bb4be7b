"""What image files say beside their pictures: of every format, and of hostile ones."""

from __future__ import annotations

import io
import random
import struct
import time
import zlib
from collections.abc import Callable

import pytest
from PIL import Image, PngImagePlugin

from casereport.model.image_trace import ImageTrace
from casereport.reading.image_traces import traces_of
from casereport.reading.image_traces.dicom_tags import BASIC_PROFILE
from casereport.reading.image_traces.values import LONGEST, one_line, trace
from tests.pace import is_within

XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description photoshop:City="Sari"'
    b' xmp:CreatorTool="GIMP"><dc:creator><rdf:Seq><rdf:li>Nina Boulman</rdf:li>'
    b"<rdf:li>P. &amp; Q.</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>"
)
OF_XMP = [
    ImageTrace("person", "XMP dc:creator", "Nina Boulman, P. & Q."),
    ImageTrace("place", "XMP photoshop:City", "Sari"),
]


def picture() -> Image.Image:
    return Image.linear_gradient("L").resize((16, 16))


def saved(kind: str, **parts: object) -> bytes:
    stream = io.BytesIO()
    picture().save(stream, kind, **parts)
    return stream.getvalue()


def exif(
    sub: dict[int, object] | None = None, gps: dict[int, object] | None = None, **tags: object
) -> Image.Exif:
    block = Image.Exif()
    for name, value in tags.items():
        block[int(name[1:], 16)] = value
    block.get_ifd(0x8769).update(sub or {})
    block.get_ifd(0x8825).update(gps or {})
    return block


GPS = {1: "N", 2: (36.0, 33.0, 57.0), 3: "E", 4: (53.0, 3.0, 36.0)}
HERE = ImageTrace("place", "EXIF GPS", "36.5658 N, 53.0600 E")


def said(content: bytes) -> list[tuple[str, str, str]]:
    return [(one.kind, one.name, one.value) for one in traces_of(content)]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_the_place_and_the_artist_are_read_in_every_format(kind: str) -> None:
    block = exif(gps=GPS, t013B="Nina Boulman")
    # Pillow leaves the place out of a TIFF; the block itself is one.
    found = traces_of(block.tobytes()[6:] if kind == "TIFF" else saved(kind, exif=block))
    assert HERE in found
    assert ImageTrace("person", "EXIF Artist", "Nina Boulman") in found


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "GIF", "BMP"])
def test_a_bare_picture_says_nothing(kind: str) -> None:
    assert traces_of(saved(kind)) == ()


def test_resolution_orientation_and_program_tell_of_nobody() -> None:
    block = exif(
        t0112=6, t0131="Adobe Photoshop", t011A=300.0, t010F="Canon", t0132="2020:01:01 00:00:00"
    )
    assert traces_of(saved("JPEG", exif=block, dpi=(300, 300))) == ()


def test_fields_below_the_first_directory_are_read() -> None:
    block = exif({0x9003: "2020:01:21 10:00:00", 0xA431: "1234567", 0x927C: b"secret"})
    assert said(saved("JPEG", exif=block)) == [
        ("time", "EXIF DateTimeOriginal", "2020:01:21 10:00:00"),
        ("unread", "EXIF MakerNote", ""),
        ("device", "EXIF BodySerialNumber", "1234567"),
    ]


def test_the_tags_of_windows_are_utf_16() -> None:
    block = exif(t9C9D="Nina\0".encode("utf-16-le"))
    assert said(saved("JPEG", exif=block)) == [("person", "EXIF XPAuthor", "Nina")]


@pytest.mark.parametrize(
    "comment",
    [
        b"ASCII\0\0\0Nina",
        b"UNICODE\0" + "Nina".encode("utf-16-le"),
        b"UNICODE\0" + "Nina".encode("utf-16-be"),
    ],
)
def test_a_user_comment_is_read_in_its_encoding(comment: bytes) -> None:
    assert said(saved("JPEG", exif=exif({0x9286: comment}))) == [
        ("text", "EXIF UserComment", "Nina")
    ]


def test_a_block_of_gps_without_a_place_is_none() -> None:
    assert traces_of(saved("JPEG", exif=exif(gps={0: b"\2\3\0\0"}))) == ()


def test_a_thumbnail_may_show_what_was_cut_off() -> None:
    thumb = saved("JPEG")
    first = struct.pack("<H", 0) + struct.pack("<I", 14)
    second = struct.pack("<H", 2)
    second += struct.pack("<HHII", 0x0201, 4, 1, 44) + struct.pack(
        "<HHII", 0x0202, 4, 1, len(thumb)
    )
    block = b"Exif\0\0II*\0" + struct.pack("<I", 8) + first + second + struct.pack("<I", 0) + thumb
    assert said(saved("JPEG", exif=block)) == [("unread", "EXIF thumbnail", "")]


def test_a_comment_of_jpeg_and_of_gif_is_read() -> None:
    assert said(saved("JPEG", comment="Seen by Dr. Boulman")) == [
        ("text", "comment", "Seen by Dr. Boulman")
    ]
    assert said(saved("GIF", comment="Seen by Dr. Boulman")) == [
        ("text", "comment", "Seen by Dr. Boulman")
    ]


@pytest.mark.parametrize(
    "words", ["CREATOR: gd-jpeg v1.0 (using IJG JPEG v62)", "Created with GIMP", "   ", "***"]
)
def test_what_programs_write_by_themselves_is_left(words: str) -> None:
    assert traces_of(saved("JPEG", comment=words)) == ()


def test_a_comment_that_is_not_utf_8_is_read_too() -> None:
    assert said(saved("JPEG", comment="Mu\xf1oz".encode("latin-1"))) == [
        ("text", "comment", "Mu\xf1oz")
    ]


def test_a_persian_comment_is_read() -> None:
    assert said(saved("JPEG", comment="بیمار خانم احمدی")) == [
        ("text", "comment", "بیمار خانم احمدی")
    ]


def test_text_chunks_of_png_are_read_plain_compressed_and_international() -> None:
    words = PngImagePlugin.PngInfo()
    words.add_text("Author", "Nina")
    words.add_text("Description", "the hand of a patient", zip=True)
    words.add_itxt("Comment", "خانم احمدی", lang="fa", zip=True)
    words.add_text("Software", "matplotlib")
    words.add_text("date:create", "2020-01-01")
    assert said(saved("PNG", pnginfo=words)) == [
        ("person", "PNG Author", "Nina"),
        ("text", "PNG Description", "the hand of a patient"),
        ("text", "PNG Comment", "خانم احمدی"),
    ]


def test_a_path_with_a_user_s_name_in_a_text_chunk_is_told() -> None:
    words = PngImagePlugin.PngInfo()
    words.add_text("Thumb::URI", "file:///home/nina/patient.png")
    assert [one.kind for one in traces_of(saved("PNG", pnginfo=words))] == ["text"]


def test_a_text_chunk_behind_the_pixels_is_read() -> None:
    body = b"tEXtAuthor\0Nina"
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    content = saved("PNG")
    assert said(content[:-12] + chunk + content[-12:]) == [("person", "PNG Author", "Nina")]


def test_exif_in_hexadecimal_digits_is_read() -> None:
    block = exif(t013B="Nina").tobytes()
    words = PngImagePlugin.PngInfo()
    words.add_text("Raw profile type exif", f"\nexif\n{len(block):8}\n{block.hex()}\n", zip=True)
    assert said(saved("PNG", pnginfo=words)) == [("person", "EXIF Artist", "Nina")]


def test_xmp_is_read_wherever_it_stands() -> None:
    words = PngImagePlugin.PngInfo()
    words.add_itxt("XML:com.adobe.xmp", XMP.decode())
    segment = b"http://ns.adobe.com/xap/1.0/\0" + XMP
    jpeg = saved("JPEG")
    jpeg = jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(segment) + 2) + segment + jpeg[2:]
    tiff = saved("TIFF", tiffinfo={700: XMP})
    gif = saved("GIF")
    magic = b"\x01" + bytes(range(255, -1, -1)) + b"\0"
    gif = gif[:-1] + b"\x21\xff\x0bXMP DataXMP" + XMP + magic + b";"
    webp = saved("WEBP", xmp=XMP)
    for content in (saved("PNG", pnginfo=words), jpeg, tiff, gif, webp):
        assert list(traces_of(content)) == OF_XMP


def test_a_long_xmp_packet_in_several_segments_is_joined() -> None:
    jpeg, head = saved("JPEG"), b"http://ns.adobe.com/xmp/extension/\0" + b"G" * 32 + b"\0" * 8
    for part in (XMP[100:], XMP[:100]):
        segment = head + part
        jpeg = jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(segment) + 2) + segment + jpeg[2:]
    assert list(traces_of(jpeg)) == OF_XMP


def test_iptc_among_photoshop_s_resources_is_read() -> None:
    fields = (
        b"\x1c\x02\x50"
        + struct.pack(">H", 4)
        + b"Nina"
        + b"\x1c\x02\x5a"
        + struct.pack(">H", 4)
        + b"Sari"
    )
    resource = b"8BIM\x04\x04\0\0" + struct.pack(">I", len(fields)) + fields
    data = b"Photoshop 3.0\0" + b"8BIM\x03\xed\0\0" + struct.pack(">I", 3) + b"abc\0" + resource
    jpeg = saved("JPEG")
    jpeg = jpeg[:2] + b"\xff\xed" + struct.pack(">H", len(data) + 2) + data + jpeg[2:]
    assert said(jpeg) == [("person", "IPTC By-line", "Nina"), ("place", "IPTC City", "Sari")]


def test_the_metadata_of_a_drawing_are_read_but_not_its_title() -> None:
    svg = (
        b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" sodipodi:docname="C:\\Users\\nina\\a.svg">'
        b"<title>A hand</title><metadata><dc:creator><cc:Agent><dc:title>Nina</dc:title></cc:Agent></dc:creator>"
        b"</metadata></svg>"
    )
    assert said(svg) == [
        ("person", "SVG dc:creator", "Nina"),
        ("text", "SVG sodipodi:docname", "C:\\Users\\nina\\a.svg"),
    ]


def test_a_value_is_one_line_and_short() -> None:
    assert one_line("a\x1b[2J\u202eb\n" + "c" * 999).startswith("a [2J b ccc")
    assert len(one_line("c" * 999)) == LONGEST
    assert trace("text", "x", "\0\n") == []


# DICOM


def dicom(**fields: str) -> bytes:
    """A file of DICOM, explicit little endian."""
    pydicom = pytest.importorskip("pydicom")
    dataset = pydicom.Dataset()
    for keyword, value in fields.items():
        setattr(dataset, keyword, value)
    dataset.file_meta = pydicom.dataset.FileMetaDataset()
    dataset.file_meta.MediaStorageSOPClassUID = "1.2.840.10008.5.1.4.1.1.1"
    dataset.file_meta.MediaStorageSOPInstanceUID = "1.2.3"
    dataset.file_meta.TransferSyntaxUID = "1.2.840.10008.1.2.1"
    stream = io.BytesIO()
    pydicom.dcmwrite(stream, dataset, enforce_file_format=True)
    return stream.getvalue()


def test_the_header_of_dicom_names_the_patient() -> None:
    content = dicom(
        PatientName="Boulman^Nina", PatientID="123", StudyDate="20200121", Modality="CT"
    )
    assert said(content) == [
        ("person", "DICOM PatientName", "Boulman^Nina"),
        ("person", "DICOM PatientID", "123"),
        ("time", "DICOM StudyDate", "20200121"),
    ]


def test_a_dicom_file_that_was_cleaned_says_nothing() -> None:
    assert traces_of(dicom(PatientName="", Modality="CT")) == ()


def test_every_field_of_the_profile_has_its_keyword() -> None:
    datadict = pytest.importorskip("pydicom.datadict")
    assert [keyword for keyword in BASIC_PROFILE if datadict.tag_for_keyword(keyword) is None] == []
    assert len(BASIC_PROFILE) > 70


@pytest.mark.parametrize(
    "rest", [b"", b"\xff" * 400, b"\x02\0\x10\0UI\x16\x001.2.840.10008.1.2.1.99\0" + b"x" * 99]
)
def test_a_dicom_file_that_cannot_be_opened_is_told_to_be_closed(rest: bytes) -> None:
    assert said(b"\0" * 128 + b"DICM" + rest) in ([("dicom", "DICOM", "")], [])


def test_without_its_library_a_dicom_file_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    assert said(b"\0" * 128 + b"DICM") == [("dicom", "DICOM", "")]


# Hostile files


def big_xmp() -> bytes:
    words = PngImagePlugin.PngInfo()
    words.add_itxt("XML:com.adobe.xmp", "<dc:creator" * 950_000)
    return saved("PNG", pnginfo=words)


def many_texts() -> bytes:
    packed = zlib.compress(b"<dc:creator>" * 100_000)
    body = b"zTXtXML:com.adobe.xmp\0\0" + packed
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    return saved("PNG")[:33] + chunk * 4000


def bomb() -> bytes:
    body = b"iTXtComment\0\1\0\0\0" + zlib.compress(b"a" * 200_000_000, 9)
    return saved("PNG")[:33] + struct.pack(">I", len(body) - 4) + body + b"0000"


def circle() -> bytes:
    """Directories that point at themselves, each with 500 fields as long as the file."""
    entry = struct.pack("<HHII", 0x010E, 2, 4_000_000_000, 0)
    pointer = struct.pack("<HHII", 0x8769, 4, 1, 8)
    return (
        b"II*\0" + struct.pack("<IH", 8, 65_535) + pointer + entry * 65_534 + struct.pack("<I", 8)
    )


HOSTILE: dict[str, Callable[[], bytes]] = {
    "ten megabytes of XMP": big_xmp,
    "four thousand packed texts": many_texts,
    "a text that opens to 200 MB": bomb,
    "directories in a circle": circle,
    "a chain of empty segments": lambda: b"\xff\xd8" + b"\xff\xe1\0\2" * 1_000_000,
    "fill bytes": lambda: b"\xff" + b"\xd8" + b"\xff" * 5_000_000,
    "comments": lambda: b"\xff\xd8" + b"\xff\xfe\0\4ab" * 1_000_000,
    "a drawing of attributes": lambda: b"<svg " + b'dc:creator="' * 800_000,
    "GIF without end": lambda: b"GIF89a" + b"\0" * 7 + b"\x21\xfe" + b"\xffa" * 4_000_000,
}


@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_is_read_in_good_time(make: Callable[[], bytes]) -> None:
    content = make()
    start = time.process_time()
    assert len(traces_of(content)) <= 100
    assert is_within(time.process_time() - start, 1.5)  # a tenth of it on an idle machine


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "GIF"])
def test_no_cut_or_spoilt_file_makes_it_fail(kind: str) -> None:
    words = PngImagePlugin.PngInfo()
    words.add_itxt("Comment", "Nina", zip=True)
    parts: dict[str, object] = {"PNG": {"pnginfo": words}, "GIF": {"comment": "Nina"}}.get(kind, {})
    whole = saved(kind, exif=exif({0x9286: b"ASCII\0\0\0Nina"}, GPS, t013B="Nina"), **parts)
    chance = random.Random(7)
    for length in range(0, len(whole), max(1, len(whole) // 200)):
        traces_of(whole[:length])
        spoilt = bytearray(whole)
        for _ in range(6):
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
        traces_of(bytes(spoilt))
    assert traces_of(whole)
