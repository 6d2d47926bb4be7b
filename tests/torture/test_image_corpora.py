"""Every image of other programs' test sets as a figure: its pixels, or a finding with its file.

PngSuite lies in tests/data. A larger set is any folder that ``CASEREPORT_IMAGE_CORPUS`` names, such
as Tests/images of Pillow's source archive (``pip download --no-binary :all: --no-deps pillow``).
"""

from __future__ import annotations

import base64
import json
import os
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
from lxml import html as lxml_html

from casereport.pipeline.case import check_case, render_case
from casereport.pipeline.options import RenderOptions
from casereport.workspace import MemoryWorkspace
from tests.torture.bombs.cases import FACTS, TEXT, case
from tests.torture.conftest import Score

PNGSUITE = Path(__file__).parent.parent / "data" / "pngsuite" / "images.json"
CORPUS = os.environ.get("CASEREPORT_IMAGE_CORPUS", "")
AT_ONCE = 20
EDITIONS = 2
"""The case is in two languages, and each prints every figure."""
UNFIT = {"FIG001", "FIG006"}


@cache
def pngsuite() -> Mapping[str, bytes]:
    stored = json.loads(PNGSUITE.read_text("ascii"))
    return {f"{name}.png": base64.b64decode(content) for name, content in stored.items()}


def corpus(folder: Path) -> Mapping[str, bytes]:
    """The files of a folder, each under a name that says its number."""
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {f"{n}{path.suffix.lower()}": path.read_bytes() for n, path in enumerate(found)}


def as_figures(images: Mapping[str, bytes]) -> tuple[MemoryWorkspace, dict[str, int]]:
    """A case with a figure for each image, and the line that names each."""
    lines = [*FACTS.rstrip("\n").split("\n"), "figures:"]
    places = {}
    for number, name in enumerate(images):
        lines += [f"  f{number}:", f"    file: figures/{name}", "    caption: c", "    alt: a"]
        places[name] = len(lines) - 2
    text = TEXT + "\n" + "\n\n".join(f"See @fig-f{number}." for number in range(len(images)))
    files = {f"figures/{name}": content for name, content in images.items()}
    made = case(case_yaml="\n".join(lines) + "\n", en_md=text, fa_md=text)
    return MemoryWorkspace("case", {**made, **files}), places


def missing(images: Mapping[str, bytes], ended: Counter[str]) -> Iterator[str]:
    """The images that are neither on the page nor told of."""
    names = list(images)
    for start in range(0, len(names), AT_ONCE):
        batch = {name: images[name] for name in names[start : start + AT_ONCE]}
        workspace, places = as_figures(batch)
        told = {f.span.line for f in check_case(workspace).diagnostics if f.code in UNFIT}
        unfit = {name for name, line in places.items() if line in told}
        ended["told of"] += len(unfit)
        printed = {name: content for name, content in batch.items() if name not in unfit}
        if not printed:
            continue
        workspace, _ = as_figures(printed)
        result = render_case(workspace, RenderOptions(formats=("html",)))
        pages = [lxml_html.document_fromstring(file.content) for file in result.outputs]
        shown = sum(
            len(page.xpath("//figure//img[starts-with(@src, 'data:image/')]")) for page in pages
        )
        ended["printed"] += shown
        if result.fatal or shown < EDITIONS * len(printed):
            yield f"{shown} of {EDITIONS} times {', '.join(printed)}"


def test_pngsuite_is_printed_or_told_of(score: Score) -> None:
    ended: Counter[str] = Counter()
    lost = list(missing(pngsuite(), ended))
    score(
        "PngSuite as figures",
        target="0 uncaught, 0 silently missing",
        measured=f"{len(pngsuite())} images: {dict(ended)}, {len(lost)} groups lost",
    )
    assert not lost


@pytest.mark.skipif(not CORPUS, reason="CASEREPORT_IMAGE_CORPUS names no folder of images")
def test_a_corpus_is_printed_or_told_of(score: Score) -> None:
    images, ended = corpus(Path(CORPUS)), Counter[str]()
    lost = list(missing(images, ended))
    score(
        "an image corpus as figures",
        target="0 uncaught, 0 silently missing",
        measured=f"{len(images)} files: {dict(ended)}, {len(lost)} groups lost",
    )
    assert images
    assert not lost
