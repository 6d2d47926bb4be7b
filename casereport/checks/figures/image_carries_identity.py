"""An image file says who, where or when beside its picture.

Cameras write the place to a few metres and the owner's name into a photograph; programs add the
author, a comment, the path of the file; a DICOM file names the patient. Nothing of this reaches the
pages that are made here, but the files themselves go to editors and reviewers. Names, places and
free words are told with what they say; the day, the serial number of a camera and blocks that only
its maker can read are a note. Left alone is what names a program or tells of the picture itself.

Read are Exif, GPS, XMP, IPTC, comments, the text chunks of PNG and the metadata of SVG. DICOM
headers are read when casereport is installed with the extra `dicom`.

Bad::

    case.yaml:
        figures:
          hand:
            file: figures/hand.jpg
            caption: {fa: دست, en: The hand}
    figures/hand.jpg: <a photograph that knows its place>

Bad (a comment)::

    case.yaml:
        figures:
          hand:
            file: figures/hand.png
            caption: {fa: دست, en: The hand}
    figures/hand.png: <a PNG with its author's name>

Good::

    case.yaml:
        figures:
          hand:
            file: figures/hand.png
            caption: {fa: دست, en: The hand}
    figures/hand.png: <a small PNG>

References:
    ICMJE Recommendations, II.E.1: identifying information is not published.
    DICOM PS3.15, Annex E: the confidentiality profile.
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.figures._files import uses_of_files
from casereport.diagnostics import N_, Severity, say
from casereport.model.image_trace import ImageTrace
from casereport.text.masking import masked

check = Check(
    code="FIG010",
    name="image-carries-identity",
    severity=Severity.WARNING,
    scope="source",
    message=N_("The image file {file} says who or where: {traces}."),
    hint=N_("Save a copy without metadata in its place; the picture stays as it is."),
)

_DAY_OR_MACHINE = N_("The image file {file} says when or with what it was made: {traces}.")
_CLOSED = N_("The file {file} is DICOM: its header names the patient, unless that was taken out.")
_CLOSED_HINT = N_("Export the picture alone as PNG. Its header can be read with {package}.")
_MORE = "\u2026"
_SHOWN = 6
_NAMING = frozenset({"person", "place", "text"})


def run(context: SourceContext) -> Iterator[Finding]:
    for file, places in uses_of_files(context.case.facts).items():
        image = context.case.images.get(file)
        if image is None or not image.traces:
            continue
        closed = any(trace.kind == "dicom" for trace in image.traces)
        naming = [trace for trace in image.traces if trace.kind in _NAMING]
        yield Finding.at(
            places[0].route,
            message=_CLOSED if closed else "" if naming else _DAY_OR_MACHINE,
            hint=_CLOSED_HINT if closed else "",
            severity=None if closed or naming else Severity.NOTE,
            related=[(use.route, say(N_("It is used here, too."))) for use in places[1:]],
            file=file,
            traces=_told(naming or list(image.traces)),
            package="casereport[dicom]",
        )


def _shown(trace: ImageTrace) -> str:
    """The value; what may name a person or a place is covered, since a report is sent on."""
    if trace.kind not in _NAMING:
        return trace.value
    return " ".join(masked(word) for word in trace.value.split(" "))


def _told(traces: list[ImageTrace]) -> tuple[str, ...]:
    told = [f"{one.name}: {_shown(one)}" if one.value else one.name for one in traces]
    return (*told[:_SHOWN], _MORE) if len(told) > _SHOWN else tuple(told)
