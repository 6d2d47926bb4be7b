"""Images that ask for too much: of many pixels, of much that unpacks, with loops, cut short."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable

from PIL import Image

from tests.torture.bombs.cases import FACTS, TEXT, Files, case

_PNG = b"\x89PNG\r\n\x1a\n"


def with_figure(content: bytes, name: str = "a.png") -> Files:
    """A small case with this image as its figure."""
    facts = f"figures: {{one: {{file: figures/{name}, caption: Caption, alt: Alt}}}}\n"
    text = TEXT + "\nSee @fig-one.\n"
    files = case(case_yaml=FACTS + facts, en_md=text, fa_md=text)
    return {**files, f"figures/{name}": content}


def chunk(kind: bytes, content: bytes) -> bytes:
    """A PNG chunk with its checksum."""
    check = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)


def png(width: int, height: int, *extra: bytes, depth: int = 8, data: bytes | None = None) -> bytes:
    """A grey PNG of nothing, deflated."""
    if data is None:
        row = bytes(1 + (width * depth + 7) // 8)
        packer = zlib.compressobj(9)
        data = b"".join([packer.compress(row) for _ in range(height)]) + packer.flush()
    header = struct.pack(">IIBBBBB", width, height, depth, 0, 0, 0, 0)
    return b"".join(
        (_PNG, chunk(b"IHDR", header), *extra, chunk(b"IDAT", data), chunk(b"IEND", b""))
    )


def saved(image: Image.Image, form: str, **options: object) -> bytes:
    """The image as a file of this format."""
    stream = io.BytesIO()
    image.save(stream, form, **options)
    return stream.getvalue()


def _tiff(width: int, height: int, *, next_directory: int = 0, strips: int = 1) -> bytes:
    entries = [
        (256, 4, 1, width), (257, 4, 1, height), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1),
        (273, 4, strips, 8), (277, 3, 1, 1), (278, 4, 1, 1), (279, 4, strips, 10),
    ]  # fmt: skip
    directory = struct.pack("<H", len(entries))
    directory += b"".join(struct.pack("<HHII", *entry) for entry in entries)
    return b"II*\x00\x08\x00\x00\x00" + directory + struct.pack("<I", next_directory)


def _gif(width: int, height: int, frames: int = 1) -> bytes:
    head = b"GIF89a" + struct.pack("<HH", width, height) + b"\x80\x00\x00\x00\x00\x00\xff\xff\xff"
    frame = b"," + struct.pack("<HHHH", 0, 0, width, height) + b"\x00\x02\x02\x4c\x01\x00"
    return head + frame * frames + b";"


def _bmp(width: int, height: int) -> bytes:
    info = struct.pack("<IiiHHIIiiII", 40, width, height, 1, 24, 0, 0, 0, 0, 0, 0)
    return b"BM" + struct.pack("<IHHI", 54, 0, 0, 54) + info


def _jpeg(width: int, height: int) -> bytes:
    small = saved(Image.new("L", (8, 8)), "JPEG")
    at = small.index(b"\xff\xc0") + 5
    return small[:at] + struct.pack(">HH", height, width) + small[at + 4 :]


def _scans() -> bytes:
    made = saved(Image.new("L", (2_000, 2_000)), "JPEG", progressive=True)
    at = made.index(b"\xff\xda")
    return made[:at] + made[at:-2] * 5_000 + b"\xff\xd9"


def _webp(width: int, height: int) -> bytes:
    small = saved(Image.new("RGB", (8, 8)), "WEBP", lossless=True)
    at = small.index(b"VP8L") + 9
    bits = (width - 1) | (height - 1) << 14
    return small[:at] + struct.pack("<I", bits) + small[at + 4 :]


def _svg(body: str, start: str = "") -> bytes:
    head = '<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99">'
    return f"{start}{head}{body}</svg>".encode()


def _svg_uses(width: int, depth: int) -> bytes:
    steps = "".join(
        f'<g id="u{n}">{f"""<use href="#u{n - 1}"/>""" * width}</g>' for n in range(1, depth)
    )
    rect = '<rect id="u0" width="1" height="1"/>'
    return _svg(f'<defs>{rect}{steps}</defs><use href="#u{depth - 1}"/>')


def _svg_patterns() -> bytes:
    steps = "".join(
        f'<pattern id="p{n}" width="0.01" height="0.01">'
        f'<rect width="9" height="9" fill="url(#p{n + 1})"/></pattern>'
        for n in range(40)
    )
    return _svg(f'<defs>{steps}</defs><rect width="99" height="99" fill="url(#p0)"/>')


def _svg_chain(count: int) -> bytes:
    steps = "".join(
        f'<linearGradient id="g{n}" href="#g{n + 1}"><stop/></linearGradient>' for n in range(count)
    )
    return _svg(f'{steps}<rect width="9" height="9" fill="url(#g0)"/>')


def _svg_laughs() -> bytes:
    steps = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    return _svg("<text>&e11;</text>", f'<!DOCTYPE svg [<!ENTITY e0 "ha">{steps}]>')


def _text_bomb() -> bytes:
    packed = zlib.compress(bytes(200_000_000), 9)
    return png(9, 9, *[chunk(b"zTXt", b"Comment\x00\x00" + packed)] * 3)


def _profile_bomb() -> bytes:
    return png(9, 9, chunk(b"iCCP", b"x\x00\x00" + zlib.compress(bytes(300_000_000), 9)))


def _dicom(length: int, body: bytes = b"") -> bytes:
    def element(tag: tuple[int, int], kind: bytes, value: bytes) -> bytes:
        return struct.pack("<HH", *tag) + kind + struct.pack("<H", len(value)) + value

    meta = element((2, 0x10), b"UI", b"1.2.840.10008.1.2.1\x00")
    patient = element((0x10, 0x10), b"PN", b"NOBODY^A")
    pixels = struct.pack("<HH", 0x7FE0, 0x10) + b"OW\x00\x00" + struct.pack("<I", length)
    return bytes(128) + b"DICM" + meta + patient + body + pixels


def _dicom_nest(depth: int) -> bytes:
    start = struct.pack("<HH", 0x40, 0x275) + b"SQ\x00\x00\xff\xff\xff\xff"
    return _dicom(8, (start + b"\xfe\xff\x00\xe0\xff\xff\xff\xff") * depth)


def _many(count: int) -> Files:
    content = png(5_000, 7_000)
    facts = "figures:\n" + "".join(
        f"  f{n}: {{file: figures/a{n}.png, caption: c, alt: a}}\n" for n in range(count)
    )
    text = TEXT + "\n" + "\n\n".join(f"See @fig-f{n}." for n in range(count)) + "\n"
    files = {f"figures/a{n}.png": content for n in range(count)}
    return {**case(case_yaml=FACTS + facts, en_md=text, fa_md=text), **files}


def _figure(make: Callable[[], bytes], name: str = "a.png") -> Callable[[], Files]:
    return lambda: with_figure(make(), name)


IMAGES: dict[str, Callable[[], Files]] = {
    "PNG: 900 Mpx": _figure(lambda: png(30_000, 30_000)),
    "PNG: 39 Mpx": _figure(lambda: png(5_200, 7_500)),
    "PNG: 39 Mpx of 16 bits": _figure(lambda: png(5_200, 7_500, depth=16)),
    "PNG: 39 Mpx of colour and alpha": _figure(
        lambda: saved(Image.new("RGBA", (5_200, 7_500), (1, 2, 3, 4)), "PNG", compress_level=1)
    ),
    "PNG: a picture one pixel high": _figure(lambda: png(30_000_000, 1)),
    "PNG: a picture one pixel wide": _figure(lambda: png(1, 30_000_000)),
    "PNG: 4 billion by 4 billion": _figure(lambda: png(2**31 - 1, 2**31 - 1, data=b"x")),
    "PNG: no pixels": _figure(lambda: png(0, 0, data=zlib.compress(b""))),
    "PNG: 600 MB of comments": _figure(_text_bomb),
    "PNG: a profile of 300 MB": _figure(_profile_bomb),
    "PNG: 100,000 chunks": _figure(lambda: png(9, 9, *[chunk(b"tEXt", b"a\x00b")] * 100_000)),
    "PNG: data of 200 MB behind one pixel": _figure(
        lambda: png(1, 1, data=zlib.compress(bytes(200_000_000), 9))
    ),
    "PNG: cut short": _figure(lambda: png(500, 500)[:-40]),
    "GIF: 4,000 Mpx": _figure(lambda: _gif(65_535, 65_535), "a.gif"),
    "GIF: 50,000 frames": _figure(lambda: _gif(100, 100, 50_000), "a.gif"),
    "GIF: cut short": _figure(lambda: _gif(100, 100)[:30], "a.gif"),
    "TIFF: 4 billion by 4 billion": _figure(lambda: _tiff(2**32 - 1, 2**32 - 1), "a.tif"),
    "TIFF: a directory in a ring": _figure(lambda: _tiff(9, 9, next_directory=8), "a.tif"),
    "TIFF: 4 billion strips": _figure(lambda: _tiff(9, 9, strips=2**32 - 1), "a.tif"),
    "TIFF: a billion tags": _figure(
        lambda: b"II*\x00\x08\x00\x00\x00\xff\xff" + bytes(60_000), "a.tif"
    ),
    "WebP: 268 Mpx": _figure(lambda: _webp(16_384, 16_384), "a.webp"),
    "BMP: 4 billion pixels": _figure(lambda: _bmp(65_535, 65_535), "a.bmp"),
    "BMP: less than nothing": _figure(lambda: _bmp(-5, -(2**31)), "a.bmp"),
    "JPEG: 4,000 Mpx": _figure(lambda: _jpeg(65_500, 65_500), "a.jpg"),
    "JPEG: 39 Mpx of 8": _figure(lambda: _jpeg(5_200, 7_500), "a.jpg"),
    "JPEG: 100,000 comments": _figure(
        lambda: (
            b"\xff\xd8"
            + b"\xff\xfe\x00\x04ab" * 100_000
            + saved(Image.new("L", (8, 8)), "JPEG")[2:]
        ),
        "a.jpg",
    ),
    "JPEG: 5,000 scans": _figure(_scans, "a.jpg"),
    "SVG: parts that use parts": _figure(lambda: _svg_uses(10, 12), "a.svg"),
    "SVG: 99,000 parts drawn": _figure(lambda: _svg_uses(9, 6), "a.svg"),
    "SVG: patterns in patterns": _figure(_svg_patterns, "a.svg"),
    "SVG: a fine pattern on a large field": _figure(
        lambda: _svg(
            '<defs><pattern id="p" width="0.0001" height="0.0001"><rect width="1" height="1"/>'
            '</pattern></defs><rect width="99" height="99" fill="url(#p)"/>'
        ),
        "a.svg",
    ),
    "SVG: a chain of 40,000 gradients": _figure(lambda: _svg_chain(40_000), "a.svg"),
    "SVG: masks in a ring": _figure(
        lambda: _svg(
            '<mask id="m"><rect mask="url(#m)" width="9" height="9"/></mask>'
            '<rect mask="url(#m)" width="9" height="9"/>'
        ),
        "a.svg",
    ),
    "SVG: markers on themselves": _figure(
        lambda: _svg(
            '<marker id="m"><path marker-mid="url(#m)" d="M0 0L1 1L2 2"/></marker>'
            f'<path marker-mid="url(#m)" d="M0 0{"L1 1" * 9_000}"/>'
        ),
        "a.svg",
    ),
    "SVG: markers on 300,000 points": _figure(
        lambda: _svg(
            '<marker id="m"><path d="M0 0L1 1"/></marker>'
            f'<path marker-mid="url(#m)" d="M0 0{"L1 1" * 300_000}"/>'
        ),
        "a.svg",
    ),
    "SVG: filters": _figure(
        lambda: _svg(
            '<filter id="f">' + '<feOffset dx="1"/>' * 20_000 + "</filter>"
            '<rect filter="url(#f)" width="9" height="9"/>' * 100
        ),
        "a.svg",
    ),
    "SVG: a path of 15 MB": _figure(lambda: _svg(f'<path d="M0 0{"L1 1" * 3_500_000}"/>'), "a.svg"),
    "SVG: 50,000 texts": _figure(lambda: _svg("<text>word</text>" * 49_000), "a.svg"),
    "SVG: a text of a megabyte": _figure(lambda: _svg(f"<text>{'w' * 1_000_000}</text>"), "a.svg"),
    "SVG: a text of 100,000 Persian letters": _figure(
        lambda: _svg(f"<text>{chr(0x628) * 100_000}</text>"), "a.svg"
    ),
    "SVG: 100,000 marks": _figure(lambda: _svg(f"<text>a{chr(0x301) * 100_000}</text>"), "a.svg"),
    "SVG: 100,000 dashes a pixel": _figure(
        lambda: _svg('<path stroke="red" stroke-dasharray="0.00001" d="M0 0L99 99"/>'), "a.svg"
    ),
    "SVG: entities that multiply": _figure(_svg_laughs, "a.svg"),
    "SVG: 100,000 nested groups": _figure(
        lambda: _svg("<g>" * 100_000 + "</g>" * 100_000), "a.svg"
    ),
    "SVG: a sheet of a megabyte": _figure(
        lambda: _svg(f"<style>{'.a .b{fill:red}' * 60_000}</style>" + '<g class="b"/>' * 2_000),
        "a.svg",
    ),
    "SVG: a billion wide": _figure(
        lambda: b'<svg xmlns="http://www.w3.org/2000/svg" width="1e300" height="1e-300"/>', "a.svg"
    ),
    "DICOM: pixels of 4 GB": _figure(lambda: _dicom(2**32 - 2), "a.dcm"),
    "DICOM: 20,000 nested sequences": _figure(lambda: _dicom_nest(20_000), "a.dcm"),
    "DICOM: 200,000 elements": _figure(
        lambda: _dicom(8, (struct.pack("<HH", 0x10, 0x20) + b"LO\x02\x00ab") * 200_000), "a.dcm"
    ),
    "12 pictures of 35 Mpx": lambda: _many(12),
}
