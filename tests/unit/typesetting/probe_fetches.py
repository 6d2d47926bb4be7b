"""Typeset every probe of fetch_probes.yaml under an audit hook; tell what was touched, as JSON.

Run by test_fetching.py in a process of its own: an audit hook cannot be taken away again.
"""

from __future__ import annotations

import json
import socket
import sys
import sysconfig
from pathlib import Path
from typing import Any

import yaml

import casereport
from casereport.inspection import read_pdf
from casereport.typesetting import typeset_report

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'
WATCHED = (
    "open", "os.", "socket.", "urllib.", "http.", "ftplib.", "subprocess.", "shutil.", "tempfile.",
    "glob.", "pathlib.", "webbrowser.", "smtplib.", "sqlite3.",
)  # fmt: skip
HARMLESS = {"os.putenv", "os.unsetenv"}
INSTALLED = tuple(
    str(Path(path).resolve())
    for path in (*sysconfig.get_paths().values(), casereport.__path__[0], sys.base_prefix)
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
        code = subject.startswith(INSTALLED) and not subject.endswith(".txt")
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


def main() -> None:
    probes = yaml.safe_load(Path(sys.argv[1]).read_text("utf-8"))
    canary = Path(sys.argv[2])
    server = socket.create_server(("127.0.0.1", 0))
    server.setblocking(False)
    host = f"127.0.0.1:{server.getsockname()[1]}"
    watch = Watch()
    typeset_report('<p style="font-style: italic">warm<svg width=9 height=9 />')
    sys.addaudithook(watch)
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
            "leaked": canary.read_bytes() in result.pdf or canary.name.encode() in result.pdf,
        }
    try:
        server.accept()
        connected = True
    except BlockingIOError:
        connected = False
    print(json.dumps({"probes": results, "connected": connected}))


if __name__ == "__main__":
    main()
