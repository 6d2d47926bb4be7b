"""Mutated files of every kind: nothing is raised that is not a finding, and nothing hangs.

A thousand examples in the short run, a hundred thousand in the long one (or as many as
``CASEREPORT_FUZZ_EXAMPLES`` says), most of them where they are cheap. hypothesis makes an example
small before it tells of it.
"""

from __future__ import annotations

import io
import os
import signal
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from casereport.pipeline.case import check_case, render_case
from casereport.pipeline.options import RenderOptions
from casereport.references.reading import read_references
from casereport.references.writing import suffix_of, writable_formats, write_references
from casereport.reporting import report_json, report_text
from casereport.typesetting.clean_image import UnfitImageError
from casereport.typesetting.examining import examine_image
from casereport.workspace import DiskWorkspace, MemoryWorkspace, snapshot
from tests.torture.conftest import Score
from tests.torture.fields import chosen, filled, written

SAMPLE = Path(__file__).parents[2] / "samples" / "hand-calcinosis-66"
SECONDS = 20
"""A mutated file takes milliseconds, or a second; this is a hang."""

BITS = (
    "\t", "[", "]", "{", "}", ": ", "- ", "\n", "  ", "'", '"', "null", "x", "1402-02-31", "*a", "&a ",
    "!!x ", "|", "> ", "\0", "\ud800", "fa", "{fa: x}", "[a]", "@", "::: ", "<b>", "[@", "{{", "\\", "#",
    "%", "<!--", "@book{", "\n\n", "\n```\n", "^[", "\u202e", "\u200c", "\u0301" * 30, "9" * 400, "1e999", "-0",
    "\u06f1\u06f2/\u06f0", "ER  - \n", "TY  - ", "</record>", "&#0;", "]]>", "and ", "~", "$", "\r", "\x85", "\u2028",
    "{#x}", "](x)", "[^1]", "[^1]: ", "@fig-", "@tbl-", "| a |\n|---|\n", "{{ patient.age }}", "10.1000/", "1-", "\u2013",
)  # fmt: skip
TEXT_MUTATIONS = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 40), st.sampled_from(BITS), st.floats(0, 1)),
    min_size=1,
    max_size=6,
)
BYTE_MUTATIONS = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 30), st.binary(max_size=8)), min_size=1, max_size=6
)
VALUES = st.one_of(
    st.sampled_from((*BITS, "")), st.text(max_size=30), st.integers().map(str), st.floats().map(str),
    st.dates().map(str), st.from_regex(r"[<>~]?[0-9]{1,4}([-/:.,][0-9]{1,4})? ?[a-z%/]{0,5}", fullmatch=True),
)  # fmt: skip


class HangError(Exception):
    """An example that did not end."""


@contextmanager
def alarm() -> Iterator[None]:
    """Stop what takes SECONDS of CPU, and tell of it though the program kept the error to itself."""
    hung = False

    def stop(*_: object) -> None:
        nonlocal hung
        hung = True
        raise HangError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    if hung:
        raise HangError


def mutated(text: str, mutations: list[tuple[float, int, str, float]]) -> bytes:
    """Parts replaced, and after each a piece of the text itself put elsewhere."""
    for where, length, bit, source in mutations:
        start, taken = int(where * len(text)), int(source * len(text))
        piece = text[taken : taken + length] if source > 0.5 else ""
        text = text[:start] + bit + piece + text[start + length :]
    return text.encode("utf-8", "surrogatepass")


@cache
def sample() -> Mapping[str, bytes]:
    return snapshot(DiskWorkspace(SAMPLE)).files


@cache
def reference_files() -> Mapping[str, str]:
    """References of each format that is written, and of those that are only read."""
    folder = Path(__file__).parents[1] / "data" / "references"
    bib = (folder / "jmums-22.bib").read_text("utf-8")
    read = read_references("a.bib", bib).references[:4]
    made = {suffix_of(name).strip("."): write_references(name, read) for name in writable_formats()}
    listed = "\n".join((folder / "jmums-22-pasted.txt").read_text("utf-8").split("\n")[:4])
    xml = (
        "<xml><records><record><rec-number>1</rec-number><ref-type name='Journal Article'>17</ref-type>"
        "<contributors><authors><author>A, B</author></authors></contributors><titles><title>T</title>"
        "</titles><dates><year>2000</year></dates></record></records></xml>"
    )
    yaml = "- id: a\n  type: book\n  title: T\n  author: [{family: A, given: B}]\n  issued: 2000\n"
    return {**made, "txt": listed, "xml": xml, "yaml": yaml}


def image_files() -> Mapping[str, bytes]:
    files = {}
    picture = Image.radial_gradient("L").resize((24, 16))
    for form in ("PNG", "JPEG", "GIF", "TIFF", "WEBP", "BMP"):
        stream = io.BytesIO()
        picture.convert("L" if form != "WEBP" else "RGB").save(stream, form)
        files[form] = stream.getvalue()
    files["SVG"] = (
        b'<svg xmlns="http://www.w3.org/2000/svg" width="9mm" viewBox="0 0 9 9"><style>.a{fill:red}</style>'
        b'<defs><linearGradient id="g"><stop offset="0"/></linearGradient></defs><use href="#g"/>'
        b'<path class="a" d="M0 0L9 9z" transform="scale(2)"/><text x="1">word</text></svg>'
    )
    return files


def check(files: Mapping[str, bytes]) -> None:
    found = check_case(MemoryWorkspace("case", dict(files))).diagnostics
    assert not [str(one.message) for one in found if one.code == "SRC009"]
    for language in ("en", "fa"):
        report_text(found, language=language, sources={}).encode("utf-8")
        report_json(found, language=language).encode("utf-8")


def example_of_text(name: str, mutations: list[tuple[float, int, str, float]]) -> None:
    check({**sample(), name: mutated(sample()[name].decode(), mutations)})


def example_of_values(values: list[tuple[float, str]]) -> None:
    fields = chosen()
    named = {f: "words" if f.is_free else str(f.sound) for f in fields}
    for where, value in values:
        named[fields[int(where * (len(fields) - 1))]] = value
    text = written(filled(named)).encode("utf-8", "surrogatepass")
    check({**sample(), "case.yaml": text})


def example_of_references(suffix: str, mutations: list[tuple[float, int, str, float]]) -> None:
    text = mutated(reference_files()[suffix], mutations).decode("utf-8", "replace")
    read = read_references(f"references.{suffix}", text)
    for name in writable_formats():
        write_references(name, read.references).encode("utf-8")


def example_of_image(form: str, mutations: list[tuple[float, int, bytes]]) -> None:
    content = image_files()[form]
    for where, length, bit in mutations:
        start = int(where * len(content))
        content = content[:start] + bit + content[start + length :]
    # Its own error is the answer for what cannot be printed; any other is uncaught.
    with suppress(UnfitImageError):
        examine_image(content)


def example_of_render(name: str, mutations: list[tuple[float, int, str, float]]) -> None:
    files = {**sample(), name: mutated(sample()[name].decode(), mutations)}
    result = render_case(MemoryWorkspace("case", files), RenderOptions(formats=("html",)))
    assert not [str(one.message) for one in result.diagnostics if one.code == "SRC009"]


NARRATIVES = st.sampled_from(("case.yaml", "en.md", "fa.md"))
KINDS: Mapping[str, tuple[float, Callable[..., None], Mapping[str, st.SearchStrategy[object]]]] = {
    "files of a case": (0.06, example_of_text, {"name": NARRATIVES, "mutations": TEXT_MUTATIONS}),
    "values in fields": (
        0.06,
        example_of_values,
        {"values": st.lists(st.tuples(st.floats(0, 1), VALUES), min_size=1, max_size=8)},
    ),
    "references": (
        0.45,
        example_of_references,
        {"suffix": st.sampled_from(("bib", "ris", "nbib", "json", "txt", "xml", "yaml")), "mutations": TEXT_MUTATIONS},
    ),
    "images": (
        0.4,
        example_of_image,
        {"form": st.sampled_from(("PNG", "JPEG", "GIF", "TIFF", "WEBP", "BMP", "SVG")), "mutations": BYTE_MUTATIONS},
    ),
    "renders": (0.03, example_of_render, {"name": NARRATIVES, "mutations": TEXT_MUTATIONS}),
}  # fmt: skip

LONG: Mapping[str, float] = {
    "files of a case": 0.01, "values in fields": 0.01, "references": 0.3, "images": 0.675, "renders": 0.005,
}  # fmt: skip
"""The shares of the long run.

A case is checked or rendered in 200 ms of CPU time, references are read in 17 and an image in 3, and
hypothesis takes 5 more for each: with the shares of the short run a hundred thousand would take
70 minutes, with these half an hour of a processor, 45 minutes of one that others use too.
"""


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="nothing here can stop a hang")
@pytest.mark.parametrize("kind", KINDS)
def test_mutated_files_raise_nothing_and_end(kind: str, score: Score, is_long: bool) -> None:
    total = int(os.environ.get("CASEREPORT_FUZZ_EXAMPLES", "100000" if is_long else "1000"))
    share, example, strategies = KINDS[kind]
    count = max(1, round((LONG[kind] if is_long else share) * total))
    done = 0

    def body(**drawn: object) -> None:
        nonlocal done
        done += 1
        with alarm():
            example(**drawn)

    run = settings(
        max_examples=count, deadline=None, derandomize=not is_long,
        suppress_health_check=list(HealthCheck),
    )(given(**strategies)(body))  # fmt: skip
    try:
        run()
    finally:
        score(
            f"fuzzing: {kind}", target="0 uncaught, 0 hangs", measured=f"{done} of {count} examples"
        )
