"""The PDF tells things that its pages do not show.

A path tells the name of its user and the folders of a hospital; a photograph's camera data tell
when and where it was taken; comments tell who reviewed the text, and hidden text may be anything.
All of it travels with the file, and a case report must not tell more of its patient and its
reviewers than its authors chose to.

References:
    ICMJE Recommendations, II.E.1 Patients and study participants
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import Check, Finding, OutputContext
from casereport.checks.output._reading import Pdf, pdfs
from casereport.diagnostics import N_, Severity
from casereport.inspection import commentators, has_camera_data, paths_in

check = Check(
    code="OUT006",
    name="metadata-leaks",
    severity=Severity.WARNING,
    scope="output",
    hint=N_("Remove it before the file is sent to anyone."),
)

_PATHS = N_("{file} names folders of a computer: {paths}.")
_COMMENTS = N_("Comments in {file}: {count}.")
_COMMENTS_BY = N_("Comments in {file}: {count}, by {names}.")
_CAMERA = N_("{file} holds a photograph with its camera's data (date, device, perhaps the place).")
_HIDDEN = N_("Page {page} of {file} holds text that is not shown: {text}")
_RECOGNISED = N_("Make sure that it is only the recognised text of a scanned page.")


def run(context: OutputContext) -> Iterator[Finding]:
    for pdf in pdfs(context):
        if paths := paths_in(pdf.document):
            yield Finding.at(pdf.place, message=_PATHS, file=pdf.path, paths=paths)
        yield from _comments(pdf)
        if has_camera_data(pdf.content):
            yield Finding.at(pdf.place, message=_CAMERA, file=pdf.path)
        for page in pdf.pages:
            if page.hidden.strip():
                yield Finding.at(
                    pdf.place, message=_HIDDEN, hint=_RECOGNISED,
                    page=page.number, file=pdf.path, text=page.hidden.strip(),
                )  # fmt: skip


def _comments(pdf: Pdf) -> Iterator[Finding]:
    authors = commentators(pdf.document)
    if not authors:
        return
    names = tuple(dict.fromkeys(name for name in authors if name))
    yield Finding.at(
        pdf.place,
        message=_COMMENTS_BY if names else _COMMENTS,
        file=pdf.path,
        count=len(authors),
        names=names,
    )
