"""Set every probe of fetch_probes.yaml, and render every hostile case, under an audit hook.

Run by test_fetching.py in a process of its own: an audit hook cannot be taken away again. A server
on this machine and a file stand for what nobody may have; what was touched is told as JSON.
"""

from __future__ import annotations

import datetime
import json
import re
import socket
import sys
import sysconfig
import zlib
from pathlib import Path
from typing import Any

import yaml

import casereport
from casereport.inspection import read_pdf
from casereport.pipeline.case import render_case
from casereport.pipeline.options import RenderOptions
from casereport.typesetting import typeset_report
from casereport.workspace import MemoryWorkspace
from tests.torture.bombs.images import png
from tests.torture.fetching_cases import hostile_cases

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'
WATCHED = (
    "open", "os.", "socket.", "urllib.", "http.", "ftplib.", "subprocess.", "shutil.", "tempfile.",
    "glob.", "pathlib.", "webbrowser.", "smtplib.", "sqlite3.",
)  # fmt: skip
CONTENT = b"CANARY-"
HARMLESS = {"os.putenv", "os.unsetenv"}
PACKAGE = Path(casereport.__path__[0])
INSTALLED = tuple(
    str(Path(path).resolve())
    for path in (
        *sysconfig.get_paths().values(),
        sys.base_prefix,
        PACKAGE,
        "/usr/share/zoneinfo",
        # Journals, fonts and words: beside the package in a checkout.
        *(PACKAGE.parent / folder for folder in ("templates", "fonts", "locales")),
    )
)


class Watch:
    """What Python touched while ``armed``, except the code of installed packages."""

    def __init__(self) -> None:
        self.armed = False
        self.touched: list[str] = []

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self.armed or not event.startswith(WATCHED) or event in HARMLESS:
            return
        subject = str(arguments[0]) if arguments else ""
        code = subject.startswith(INSTALLED) and ".." not in subject
        code = code and not subject.endswith(".txt")
        if not (event in {"open", "os.listdir"} and code):
            self.touched.append(f"{event} {subject}")


def assets(canary: Path) -> dict[str, bytes]:
    file = canary.as_uri()
    return {
        "figure.png": b"",
        "imports.css": f'@import "{file}"; p {{ color: red }}'.encode(),
        "outward.svg": (
            f'{SVG}<style>@import "{file}";rect{{fill:url({file})}}</style>'
            f'<script href="{file}"/><image href="{file}" width="9" height="9"/>'
            f'<use href="{file}#x"/><rect width="9" height="9"/></svg>'
        ).encode(),
        "entity.svg": (
            f'<!DOCTYPE svg [<!ENTITY x SYSTEM "{file}">]>{SVG}<text>&x;</text></svg>'
        ).encode(),
        "parameter.svg": (
            f'<!DOCTYPE svg [<!ENTITY % x SYSTEM "{file}"> %x;]>{SVG}<text>a</text></svg>'
        ).encode(),
        "include.svg": (
            f'{SVG}<include xmlns="http://www.w3.org/2001/XInclude" href="{file}"/></svg>'
        ).encode(),
    }


def holds(pdf: bytes, words: tuple[bytes, ...]) -> bool:
    """True when a PDF, or any compressed stream in it, holds one of the words."""
    parts = [pdf]
    for match in re.finditer(rb"stream\r?\n", pdf):
        try:
            parts.append(zlib.decompressobj().decompress(pdf[match.end() :]))
        except zlib.error:
            continue  # a stream of another kind; its bytes are among those of the file
    return any(word in part for part in parts for word in words)


def typeset_probes(probes: dict[str, Any], canary: Path, host: str, watch: Watch) -> dict[str, Any]:
    """What each document of the list touched, and what is in its PDF."""
    results = {}
    for name, probe in probes.items():
        body = probe.get("html") or f"<style>{probe['css']}</style>"
        for word, value in (("FILE", canary.as_uri()), ("PATH", str(canary)), ("HOST", host)):
            body = body.replace(word, value)
        watch.touched, watch.armed = [], True
        result = typeset_report(
            f"<html lang=en><title>t</title>{body}<p>text", assets=assets(canary)
        )
        watch.armed = False
        document = read_pdf(result.pdf)
        results[name] = {
            "touched": watch.touched,
            "refused": sorted({refusal.kind for refusal in result.refusals}),
            "text": " ".join(page.text for page in document.pages),
            "links": list(document.links),
            "attachments": list(document.attachments),
            "leaked": holds(result.pdf, (CONTENT, canary.name.encode())),
        }
    return results


def case_probes(canary: Path, host: str, watch: Watch) -> dict[str, Any]:
    """What each hostile case touched, and whether anything of the canary is in its files."""
    results = {}
    options = RenderOptions(formats=("pdf", "html"), keep_html=True)
    cases = hostile_cases(canary.as_uri(), str(canary), host)
    day = datetime.date(2026, 1, 1)
    # Everything is loaded once before: what is opened then is code and data of ours.
    for armed in (False, True):
        for name, files in cases.items() if armed else [*cases.items()][:1]:
            contents = {"figures/a.png": png(9, 9), **files}
            watch.touched, watch.armed = [], armed
            result = render_case(MemoryWorkspace("case", contents, day), options)
            watch.armed = False
            made = [file.content for file in (*result.outputs, *result.kept_html)]
            # The path may stand there, as the author's own words; what lies there may not.
            results[name] = {
                "touched": watch.touched,
                "files": len(made),
                "leaked": any(holds(content, (CONTENT,)) for content in made),
                "told": sorted({found.code for found in result.diagnostics}),
            }
    return results


def main() -> None:
    probes = yaml.safe_load(Path(sys.argv[1]).read_text("utf-8"))
    canary = Path(sys.argv[2])
    server = socket.create_server(("127.0.0.1", 0))
    server.setblocking(False)
    host = f"127.0.0.1:{server.getsockname()[1]}"
    watch = Watch()
    typeset_report('<p style="font-style: italic">warm<svg width=9 height=9 />')
    sys.addaudithook(watch)
    told = {
        "probes": typeset_probes(probes, canary, host, watch),
        "cases": case_probes(canary, host, watch),
    }
    try:
        server.accept()
        connected = True
    except BlockingIOError:
        connected = False
    print(json.dumps({**told, "connected": connected}))


if __name__ == "__main__":
    main()
