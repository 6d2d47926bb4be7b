"""What an author types is text in every field and format: no string becomes script, frame or link.

The fields are found by walking the schema of case.yaml; the narrative and the references are the
places that Markdown and BibTeX have. In the short run several strings stand in a field at once; in
the long run each stands alone. A document must have the structure of the one with harmless words.
"""

from __future__ import annotations

import datetime
import json
import re
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest
from lxml import html as lxml_html

from casereport.assembly import assemble
from casereport.diagnostics import Diagnostic
from casereport.exporters import find_exporter
from casereport.inspection import read_pdf
from casereport.journals import journal_ids, load_journal
from casereport.locale import available_languages
from casereport.pipeline.case import check_case
from casereport.reading import read_case
from casereport.text.yaml_tree import FORBIDDEN
from casereport.workspace import MemoryWorkspace, OutputFile
from tests.torture.bombs.images import png
from tests.torture.conftest import Score
from tests.torture.fields import chosen, escaped, filled, written

DATA = Path(__file__).parent.parent / "data" / "naughty"
TODAY = datetime.date(2026, 1, 1)
ACTIVE = {
    "script", "iframe", "frame", "object", "embed", "applet", "form", "input", "button", "textarea",
    "video", "audio", "source", "svg", "math", "base", "marquee", "isindex", "template", "portal",
}  # fmt: skip
LINKS = ("#", "https:", "http:", "mailto:")
INLINE = {"span", "a", "em", "strong", "sub", "sup", "code", "br", "bdi"}
"""What the small Markdown of a field makes of a string that happens to be Markdown."""

AT_ONCE = {"html": 40, "pdf": 6}
"""Strings in a field at once in the short run; pages of many take long to set."""

SHORT_SHARE = {"html": 3, "pdf": 50}
"""One string of so many is tried in the short run."""


@cache
def strings() -> tuple[str, ...]:
    """All strings, each once; what no file may hold is refused elsewhere."""
    found = [
        *json.loads((DATA / "blns.json").read_text("ascii")),
        *json.loads((DATA / "persian.json").read_text("ascii")),
    ]
    kept = (FORBIDDEN.sub("", text).strip() for text in found)
    return tuple(dict.fromkeys(text for text in kept if text))


def prose(text: str) -> str:
    """A narrative with the string in every construct."""
    line = " ".join(text.split())
    return f"""\
## Introduction {{#introduction}}

First {text}

Second {line} @fig-one @tbl-one {{{{ labs.one }}}} {{{{ findings.one }}}} [@a].[^n]

### Third {line}

- fourth {line}

> fifth {line}

`sixth {line}`

[seventh {line}](https://a.org) [eighth]({line}) [ninth]{{lang=en title="{line}"}} [@{line}]

::: {{#tbl-one}}

| tenth {line} |
|---|
| eleventh {line} |

:::

::: labs
:::

::: timeline
:::

[^n]: twelfth {line}
"""


def case_with(texts: Sequence[str]) -> MemoryWorkspace:
    """A case with these strings in every free field, in the narratives and in the references."""
    value = " ".join(texts)
    named = {f: f"harmless {value}" if f.is_free else str(f.sound) for f in chosen()}
    bib = re.sub(r"[{}\\%#@\"]", "", " ".join(value.split()))
    files = {
        "case.yaml": written(filled(named), escaped).encode(),
        "en.md": prose(value).encode(),
        "fa.md": prose(value).encode(),
        "references.bib": (
            f"@article{{a, author={{{bib}, B}}, title={{x {bib}}}, journal={{x {bib}}}, year=2000,"
            f" publisher={{x {bib}}}, note={{x {bib}}}, url={{{bib}}}, doi={{{bib}}}}}\n"
        ).encode(),
        "references.json": json.dumps(
            [{"id": "b", "type": "book", "title": value, "publisher": value, "URL": value}]
        ).encode(),
        "figures/a.png": png(9, 9),
    }
    return MemoryWorkspace("case", files, TODAY)


def exported(texts: Sequence[str], form: str) -> tuple[OutputFile, ...]:
    """The files made of such a case, whatever its errors: what they keep back must be harmless too."""
    case = read_case(case_with(texts), journals=journal_ids(), languages=available_languages()).case
    assert case is not None
    journal = load_journal("jmums")
    return find_exporter(form).run(assemble(case, journal).article, journal).files


def checked(texts: Sequence[str]) -> tuple[Diagnostic, ...]:
    """What is found in such a case."""
    return check_case(case_with(texts)).diagnostics


def active_nodes(content: bytes) -> Iterator[str]:
    """What a browser would run, load or follow."""
    for element in lxml_html.document_fromstring(content).iter():
        if not isinstance(element.tag, str):
            continue
        if element.tag in ACTIVE:
            yield f"<{element.tag}>"
        for name, value in element.attrib.items():
            if name.startswith("on") or name in {"srcdoc", "formaction", "action", "background"}:
                yield f"<{element.tag} {name}={value[:40]!r}>"
            elif name == "href" and element.tag != "link" and not value.startswith(LINKS):
                yield f"<{element.tag} href={value[:40]!r}>"
            elif name == "src" and not value.startswith(("data:image/png", "data:image/jpeg")):
                yield f"<{element.tag} src={value[:40]!r}>"


def structure(content: bytes) -> Counter[str]:
    """How many elements of each kind stand outside the narrative."""
    root = lxml_html.document_fromstring(content)
    return Counter(
        element.tag
        for element in root.iter()
        if isinstance(element.tag, str)
        and element.tag in {"style", "title", "meta", "head", "html", "body", "link", "img"}
    )


def active_parts(pdf: bytes) -> Iterator[str]:
    """What a PDF viewer would run or open."""
    parts = [pdf]
    for match in re.finditer(rb"stream\r?\n", pdf):
        try:
            parts.append(zlib.decompressobj().decompress(pdf[match.end() :]))
        except zlib.error:
            continue  # not deflated: among the file's own bytes
    for name in (
        rb"/JavaScript",
        rb"/JS\b",
        rb"/Launch",
        rb"/SubmitForm",
        rb"/EmbeddedFile",
        rb"/RichMedia",
    ):
        # In page content such letters are glyphs; names stand in dictionaries.
        if any(re.search(rb"<<[^>]*" + name, part) for part in parts):
            yield name.decode()
    yield from (link for link in read_pdf(pdf).links if not link.startswith(LINKS))


def faults(texts: Sequence[str], form: str) -> list[str]:
    """What of these strings is more than text."""
    found: list[str] = []
    if form == "html":
        found += (str(one.message) for one in checked(texts) if one.code == "SRC009")
    for output in exported(texts, form):
        if form == "pdf":
            found += active_parts(output.content)
            continue
        found += active_nodes(output.content)
        if structure(output.content) != plain():
            found.append(f"structure: {structure(output.content)} and not {plain()}")
    return found


@cache
def plain() -> Counter[str]:
    (output,) = exported(["words"], "html")
    return structure(output.content)


def culprits(texts: Sequence[str], form: str) -> Iterator[str]:
    """The strings at fault, each with what it did."""
    try:
        found = faults(texts, form)
    except Exception as error:  # the row says «uncaught»: any is the finding
        found = [f"{type(error).__name__}: {error}"[:200]]
    if found and len(texts) > 1:
        single = [one for text in texts for one in culprits([text], form)]
        yield from single or [f"{texts!r}: {found[:3]}"]
    elif found:
        yield f"{texts[0]!r}: {found[:3]}"


@pytest.mark.parametrize("form", ["html", "pdf"])
def test_no_string_is_more_than_text(form: str, score: Score, is_long: bool) -> None:
    wanted = strings() if is_long else strings()[:: SHORT_SHARE[form]]
    size = 1 if is_long else AT_ONCE[form]
    batches = [wanted[start : start + size] for start in range(0, len(wanted), size)]
    found: list[str] = []
    for batch in batches:
        found += culprits(batch, form)
    score(
        f"naughty strings in every field: {form}",
        target="at least 515 strings, 0 active nodes, 0 uncaught",
        measured=f"{len(wanted)} strings x {len(chosen()) + 24} places, {size} at once: "
        f"{len(found)} at fault",
    )
    assert not found


def test_there_are_enough_strings_and_they_reach_the_page() -> None:
    assert len(strings()) >= 515
    (output,) = exported(["<script>alert(7)</script>"], "html")
    assert output.content.count(b"&lt;script&gt;alert(7)&lt;/script&gt;") > 50


def test_what_is_active_is_caught() -> None:
    for spoilt in ("<script>1</script>", "<p onclick=x>", "<a href='javascript:1'>", "<img src=x>"):
        assert list(active_nodes(f"<html><body>{spoilt}</body></html>".encode()))
    (output,) = exported(["words"], "pdf")
    action = zlib.compress(b"<< /S /JavaScript /JS (x) >>")
    assert list(active_parts(output.content + b"stream\n" + action))
