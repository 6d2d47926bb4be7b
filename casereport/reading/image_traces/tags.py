"""The fields of images in which people, places, times and machines are told, by their standards.

Exif 2.32 §4.6 and the Windows XP tags; XMP parts 1 and 2, IPTC Photo Metadata 2023.1; IPTC IIM 4.2,
record 2; PNG (Third Edition) §11.3.3.2. Left out: when a file was last changed, and with which
program.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from casereport.model.image_trace import TraceKind

Field = tuple[TraceKind, str]

EXIF: Mapping[int, Field] = MappingProxyType(
    {
        0x010D: ("text", "DocumentName"),
        0x010E: ("text", "ImageDescription"),
        0x013B: ("person", "Artist"),
        0x013C: ("device", "HostComputer"),
        0x8298: ("person", "Copyright"),
        0x9003: ("time", "DateTimeOriginal"),
        0x9004: ("time", "DateTimeDigitized"),
        0x9286: ("text", "UserComment"),
        0x9C9B: ("text", "XPTitle"),
        0x9C9C: ("text", "XPComment"),
        0x9C9D: ("person", "XPAuthor"),
        0x9C9E: ("text", "XPKeywords"),
        0x9C9F: ("text", "XPSubject"),
        0xA420: ("device", "ImageUniqueID"),
        0xA430: ("person", "CameraOwnerName"),
        0xA431: ("device", "BodySerialNumber"),
        0xA435: ("device", "LensSerialNumber"),
        0xC62F: ("device", "CameraSerialNumber"),
    }
)

XMP: Mapping[str, TraceKind] = MappingProxyType(
    {
        "dc:creator": "person",
        "dc:rights": "person",
        "tiff:Artist": "person",
        "xmpRights:Owner": "person",
        "photoshop:CaptionWriter": "person",
        "aux:OwnerName": "person",
        "exifEX:CameraOwnerName": "person",
        "Iptc4xmpExt:PersonInImage": "person",
        "mwg-rs:Name": "person",
        "MPReg:PersonDisplayName": "person",
        "exif:GPSLatitude": "place",
        "exif:GPSLongitude": "place",
        "photoshop:City": "place",
        "photoshop:State": "place",
        "Iptc4xmpCore:Location": "place",
        "Iptc4xmpExt:City": "place",
        "Iptc4xmpExt:Sublocation": "place",
        "dc:title": "text",
        "dc:description": "text",
        "dc:subject": "text",
        "photoshop:Headline": "text",
        "photoshop:Instructions": "text",
        "tiff:ImageDescription": "text",
        "exif:UserComment": "text",
        "stRef:filePath": "text",
        "exif:DateTimeOriginal": "time",
        "photoshop:DateCreated": "time",
        "aux:SerialNumber": "device",
        "exifEX:BodySerialNumber": "device",
    }
)

SVG: Mapping[str, TraceKind] = MappingProxyType(
    {
        "dc:creator": "person",
        "dc:rights": "person",
        "dc:contributor": "person",
        "sodipodi:docname": "text",
        "sodipodi:absref": "text",
        "inkscape:export-filename": "text",
    }
)
"""A drawing's own title and description are read aloud to readers: they are no traces."""

IPTC: Mapping[int, Field] = MappingProxyType(
    {
        5: ("text", "Object Name"),
        25: ("text", "Keywords"),
        40: ("text", "Special Instructions"),
        55: ("time", "Date Created"),
        80: ("person", "By-line"),
        90: ("place", "City"),
        92: ("place", "Sub-location"),
        95: ("place", "Province/State"),
        105: ("text", "Headline"),
        116: ("person", "Copyright Notice"),
        120: ("text", "Caption/Abstract"),
        122: ("person", "Writer/Editor"),
    }
)

PNG: Mapping[str, TraceKind] = MappingProxyType(
    {
        "author": "person",
        "copyright": "person",
        "artist": "person",
        "exif:artist": "person",
        "exif:gpslatitude": "place",
        "exif:gpslongitude": "place",
        "creation time": "time",
        "exif:datetimeoriginal": "time",
    }
)
"""Names of text chunks in small letters; what is not here is free text."""

PNG_OF_PROGRAMS = frozenset({"software", "tiff:software", "exif:software", "warning"})
PNG_PREFIXES_OF_PROGRAMS = ("date:", "png:", "icc:", "jpeg:", "exif:", "tiff:", "svg:", "thumb::m")
"""What ImageMagick and thumbnailers write of the file itself."""
