"""What an author types is text: in no field does it become markup, style, script or template."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
import yaml
from lxml import html as lxml_html

from casereport.article.article import Article
from casereport.assembly import assemble
from casereport.exporters import find_exporter
from casereport.exporters._document import print_document
from casereport.exporters._kept import kept_html
from casereport.journals import journal_ids, load_journal
from casereport.locale import available_languages
from casereport.reading import read_case
from casereport.workspace import MemoryWorkspace

PAYLOADS = {
    "script": "<script>alert(1)</script>",
    "attribute": '"><img src=x onerror=alert(1)>',
    "quote": "' onmouseover='alert(1)",
    "expression": "{{ 7*7 }}",
    "statement": "{% for x in range(9) %}{{ x }}{% endfor %}{# gone #}",
    "style": "</style><style>body{display:none}</style>",
    "title": "</title><base href=//evil.example>",
    "entity": "&lt;svg onload=alert(1)&gt; &#60;b&#62;",
    "link": "[x](javascript:alert(1)) ![x](http://evil.example/p.png)",
    "format": "{0} {journal} {dates} %s ${x}",
    "asset": '"asset:figures/a.png" url(asset:x)',
}
TEMPLATES = {"expression", "statement"}
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8ff"
    "ff3f0005fe02fea735a1740000000049454e44ae426082"
)


def case_of(text: Callable[[str], str]) -> dict[str, Any]:
    """A case in which every text field is what ``text`` makes of its name."""

    def both(name: str) -> dict[str, str]:
        return {"fa": text(f"{name}fa"), "en": text(f"{name}en")}

    return {
        "journal": "jmums",
        "languages": ["fa", "en"],
        "title": both("title"),
        "running-title": both("runningtitle"),
        "contributors": [
            {
                "name": both("name"),
                "degrees": both("degrees"),
                "rank": both("rank"),
                "affiliations": ["one", "two"],
                "corresponding": "yes",
                "phone": text("phone"),
                "address": both("address"),
                "email": "a@b.org",
            },
            {"name": both("secondname"), "roles": ["supervision"]},
        ],
        "affiliations": {
            "one": {part: both(part) for part in
                    ("department", "center", "hospital", "institution", "city", "country")},
            "two": {"text": both("whole")},
        },
        "keywords": {"fa": [text("kwdfa")], "en": [text("kwden")]},
        "dates": {"received": "2020-01-21", "line": both("line")},
        "publication": {
            "volume": text("volume"), "issue": text("issue"), "year": "2020", "pages": "1-2",
            "license": text("license"),
        },
        "labs": {
            "hb": {"name": both("labname"), "value": both("labvalue"), "note": both("labnote")},
            "wc": {"name": both("labtwo"), "value": "3", "unit": text("unit")},
        },
        "findings": {"x": {"name": both("findingname"), "note": both("findingnote")}},
        "timeline": [{"when": both("when"), "event": both("event")}],
        "statements": {
            "ethics": {
                "text": both("ethics"), "code": text("code"), "committee": both("committee"),
            },
            "funding": both("funding"),
        },
        "figures": {
            "one": {
                "file": "figures/a.png", "caption": both("caption"), "alt": both("alt"),
                "credit": both("credit"),
            },
            "two": {
                "panels": [{"file": "figures/a.png", "caption": both("panel"), "alt": both("palt")}]
            },
        },
        "tables": {
            "labs": {"caption": both("tblcaption"), "note": both("tblnote")},
            "doses": {"caption": both("pipecaption"), "note": both("pipenote")},
        },
    }  # fmt: skip


def prose_of(text: Callable[[str], str], language: str) -> str:
    return f"""\
## Abstract {{#abstract}}

{text("abstract" + language)}

## Introduction {{#introduction}}

{text("paragraph" + language)} {{{{ findings.x.note }}}} @fig-one @fig-two [@a] [@gone].[^n]

### {text("subheading" + language)}

- {text("item" + language)}

> {text("quotation" + language)}

`{text("code" + language)}`

::: {{lang=en dir=ltr}}

{text("division" + language)}

:::

::: {{#tbl-doses}}

| {text("head" + language)} |
|---|
| {text("cell" + language)} |

:::

::: labs
:::

::: timeline
:::

[^n]: {text("footnote" + language)}
"""


def bib_of(text: Callable[[str], str]) -> str:
    def field(name: str) -> str:
        # Braces and backslashes are BibTeX's own.
        return re.sub(r"[{}\\%#]", "", text(name))

    return (
        f"@article{{a, author={{{field('author')}, B}}, title={{{field('reftitle')}}}, "
        f"journal={{{field('refjournal')}}}, year={{2020}}, pages={{1--2}}}}\n"
    )


def article_with(text: Callable[[str], str], journal: str) -> Article:
    files = {
        "case.yaml": yaml.safe_dump(case_of(text), allow_unicode=True, width=10_000),
        "fa.md": prose_of(text, "fa"),
        "en.md": prose_of(text, "en"),
        "references.bib": bib_of(text),
    }
    contents = {name: content.encode() for name, content in files.items()}
    workspace = MemoryWorkspace(
        "case", {**contents, "figures/a.png": PNG}, datetime.date(2026, 1, 1)
    )
    read = read_case(workspace, journals=journal_ids(), languages=available_languages())
    assert read.case is not None
    # Faults may be told (raw HTML, an unknown fact): the rest must still be harmless.
    return assemble(read.case, load_journal(journal)).article


def documents(text: Callable[[str], str], journal: str) -> dict[str, Any]:
    """The three documents that are made of an article, parsed."""
    article, style = article_with(text, journal), load_journal(journal)
    (page,) = find_exporter("html").run(article, style).files
    kept = kept_html(article, style)[0]
    sources = {
        "print": print_document(article, style),
        "page": page.content.decode(),
        "kept": kept.content.decode(),
    }
    return {name: lxml_html.document_fromstring(source) for name, source in sources.items()}


def harmless(name: str) -> str:
    return f"{name}q words"


@cache
def plain(journal: str) -> dict[str, Any]:
    """The documents of the same case with harmless texts."""
    return documents(harmless, journal)


MARKERS: set[str] = set()


def _collect(name: str) -> str:
    MARKERS.add(f"{name}q")
    return harmless(name)


INLINE = {"span", "a", "em", "strong", "sub", "sup", "code", "br"}


@pytest.mark.parametrize("journal", ["jmums", "manuscript"])
@pytest.mark.parametrize("payload", sorted(PAYLOADS))
def test_a_hostile_text_in_every_field_stays_text(journal: str, payload: str) -> None:
    made = documents(lambda name: f"{name}q {PAYLOADS[payload]}", journal)
    for name, root in made.items():
        before, after = plain(journal)[name], root
        assert tags(after) == tags(before), name
        assert attributes(after) <= attributes(before) | {("a", "href"), ("span", "lang")}, name
        for link in after.xpath("//@href"):
            assert link.startswith(("#", "https:", "http:", "mailto:")), (name, link)
        for source in after.xpath("//@src"):
            assert source.startswith(("data:image/png", "asset:", "case-files/")), (name, source)
        styles = [style.text for style in after.xpath("//style")]
        assert styles == [style.text for style in before.xpath("//style")], name


@pytest.mark.parametrize("payload", sorted(PAYLOADS))
def test_the_hostile_text_is_there_to_be_read(payload: str) -> None:
    page = documents(lambda name: f"{name}q {PAYLOADS[payload]}", "jmums")["page"]
    shown = "".join(page.itertext(with_tail=True))
    assert "49" not in shown.split()
    assert "012345678" not in shown
    # In a field that is no Markdown it prints letter for letter.
    for field in ("degreesen", "kwden", "lineen"):
        assert f"{field}q {PAYLOADS[payload]}" in shown


def test_every_field_of_the_case_reaches_the_page() -> None:
    article_with(_collect, "jmums")
    page = plain("jmums")["page"]
    shown = "".join(page.itertext()) + " ".join(page.xpath("//@alt"))
    elsewhere = {"runningtitlefaq", "runningtitleenq", "findingnamefaq", "findingnameenq"}
    assert sorted(marker for marker in MARKERS - elsewhere if marker not in shown) == []
    printed = "".join(plain("jmums")["print"].itertext())
    assert "runningtitlefaq" in printed


def tags(root: Any) -> Counter[str]:
    """How many elements of each kind there are, but for those that a text's own words bring."""
    found = Counter(element.tag for element in root.iter() if isinstance(element.tag, str))
    return Counter({tag: count for tag, count in found.items() if tag not in INLINE})


def attributes(root: Any) -> set[tuple[str, str]]:
    elements = (element for element in root.iter() if isinstance(element.tag, str))
    return {(element.tag, name) for element in elements for name in element.attrib}
