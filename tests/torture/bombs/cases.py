"""Cases that ask for too much: narratives, facts and references an author could send."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

Files = Mapping[str, bytes]

FACTS = "title: {fa: x, en: A report}\njournal: jmums\nlanguages: [en, fa]\n"
TEXT = "## Introduction {#introduction}\n\nText.\n"


def case(**files: str | bytes) -> Files:
    """A small case with these files; an underscore stands for the dot."""
    made = {"case_yaml": FACTS, "en_md": TEXT, "fa_md": TEXT, **files}
    return {
        name.replace("_", ".", 1): text.encode() if isinstance(text, str) else text
        for name, text in made.items()
    }


def _text(body: str) -> Callable[[], Files]:
    return lambda: case(en_md=TEXT + body + "\n")


def _facts(body: str) -> Callable[[], Files]:
    return lambda: case(case_yaml=FACTS + body + "\n")


def _refs(suffix: str, body: str) -> Callable[[], Files]:
    return lambda: case(**{f"references_{suffix}": body})


def _laughs(levels: int) -> str:
    lines = ["keywords:", '  en: &a0 ["x", "x"]']
    lines += [f"  k{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, levels)]
    return "\n".join(lines)


def _entities() -> str:
    steps = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    return f'<!DOCTYPE xml [<!ENTITY e0 "ha">{steps}]>'


def _escaped_controls() -> str:
    """A thousand names of overrides by their number, and one at the end that is typed."""
    names = '{"family": "' + r"\u202e" * 1_000 + '"},'
    return f'[{{"id": "a", "title": "t", "author": [{names * 1_000}{{"family": "\u202e"}}]}}]'


NARRATIVES: dict[str, Callable[[], Files]] = {
    "5,000 nested lists": _text("\n".join(" " * 2 * n + "- a" for n in range(900))),
    "5,000 markers in a line": _text("- " * 5_000 + "a"),
    "5,000 numbers in a line": _text("1. " * 5_000 + "a"),
    "5,000 nested quotations": _text("> " * 5_000 + "a"),
    "quotations and lists in turn": _text("> - " * 2_000 + "a"),
    "50,000 open brackets": _text("[" * 50_000),
    "50,000 open pictures": _text("![" * 50_000),
    "20,000 brackets that close": _text("[" * 20_000 + "a" + "](x)" * 20_000),
    "links in links": _text("[a](" * 20_000),
    "50,000 stars": _text("*a " * 25_000 + "a* " * 25_000),
    "stars and underscores in turn": _text("*_" * 20_000 + "a" + "_*" * 20_000),
    "stars of every length": _text(" ".join("*" * n for n in range(1, 400))),
    "backticks of every length": _text(" ".join("`" * n + "a" for n in range(1, 600))),
    "20,000 link definitions": _text(
        "\n".join(f"[a{n}]: http://a.org/{n}" for n in range(20_000)) + "\n\n" + "[a1] " * 5_000
    ),
    "a definition that never ends": _text("[a]: <" + "x" * 100_000),
    "100,000 less-than signs": _text("<" * 100_000),
    "20,000 comments that never end": _text("<!-- " * 20_000),
    "20,000 processing instructions": _text("<?" * 20_000),
    "50,000 ampersands": _text("&" * 25_000 + "&#x" * 25_000),
    "100,000 backslashes": _text("\\" * 100_000),
    "a table of 100,000 cells": _text(
        "|" + "a|" * 100 + "\n|" + "-|" * 100 + "\n" + ("|" + "a|" * 100 + "\n") * 1_000
    ),
    "a table of 20,000 columns": _text("|" + "a|" * 20_000 + "\n|" + "-|" * 20_000),
    "20,000 pipes in one cell": _text("|a|\n|-|\n" + "|" * 20_000),
    "3,000 footnotes": _text(
        " ".join(f"a[^{n}]" for n in range(3_000))
        + "\n\n"
        + "\n\n".join(f"[^{n}]: note" for n in range(3_000))
    ),
    "footnotes in footnotes": _text(
        "a[^0]\n\n" + "\n\n".join(f"[^{n}]: b[^{n + 1}]" for n in range(2_000))
    ),
    "footnotes in a ring": _text("a[^a]\n\n[^a]: b[^b]\n\n[^b]: a[^a]"),
    "10,000 inline footnotes": _text("a^[" * 10_000),
    "20,000 open citations": _text("[@" * 20_000),
    "a citation of 20,000 keys": _text("[" + "; ".join(f"@k{n}" for n in range(20_000)) + "]"),
    "50,000 open facts": _text("{{ " * 50_000),
    "20,000 facts": _text("{{ patient.age }} " * 20_000),
    "10,000 open divisions": _text("\n".join([":::: {.a}"] * 10_000)),
    "20,000 spans that never close": _text("[a]{lang=" * 20_000),
    "50,000 small signs": _text("^a~" * 50_000),
    "10,000 headings": _text("\n\n".join(["## a"] * 10_000)),
    "10,000 nested headings": _text("\n\n".join(["#### a {#x}"] * 10_000)),
    "2,000 mentions of nothing": _text("@fig-a @tbl-b " * 2_000),
    "a line of a megabyte": _text("word " * 200_000),
    "a word of a megabyte": _text("w" * 1_000_000),
    "a million line ends": _text("a\n\n" * 400_000),
    "a joined word of 15,000 letters": _text("\u0628" * 15_000),
    "15,000 letters with a half-space each": _text("\u0645\u06cc\u200c" * 6_000),
    "15,000 embeddings": _text("\u202ba" * 7_000),
    "200 paragraphs of 15,000 letters": _text("\n\n".join(["lorem " * 2_500] * 60)),
    "10,000 numbers": _text("12.5 mg, " * 2_000 + "\n\n" + "[1-9999] " * 2_000),
    "10,000 dates": _text("1398/11/01 2020-01-21 " * 900),
    "10,000 web addresses": _text("<http://a.org/> " * 1_200),
    "a web address of 15,000 letters": _text("<http://a.org/" + "a" * 15_000 + ">"),
    "tabs": _text("\t" * 50_000 + "a"),
    "10,000 list items": _text("- a\n" * 10_000),
}

CASE_FILES: dict[str, Callable[[], Files]] = {
    "aliases that multiply by ten": _facts(_laughs(9)),
    "an alias in itself": _facts("keywords: &a {en: *a}"),
    "100,000 open brackets": _facts("keywords: " + "[" * 100_000),
    "100,000 open braces": _facts("keywords: " + "{a: " * 100_000),
    "5,000 nested blocks": _facts("\n".join(" " * n + "a:" for n in range(1_500))),
    "a key of a megabyte": _facts("k" * 1_000_000 + ": a"),
    "50,000 unknown keys": _facts("\n".join(f"key{n}: a" for n in range(50_000))),
    "50,000 equal keys": _facts("running-title: a\n" * 50_000),
    "20,000 contributors": _facts("contributors:\n" + "  - name: {en: A B, fa: c}\n" * 20_000),
    "20,000 keywords": _facts(f"keywords: {{en: [{', '.join(['word'] * 20_000)}]}}"),
    "20,000 faulty values": _facts("timeline:\n" + "  - {when: [], event: 3}\n" * 20_000),
    "3,000 laboratory values": _facts(
        "labs:\n" + "".join(f"  l{n}: {{name: l, value: {n}, unit: g}}\n" for n in range(3_000))
    ),
    "3,000 events": _facts("timeline:\n" + "  - {when: day 1, event: something}\n" * 3_000),
    "300 by 300 affiliations": _facts(
        "affiliations:\n"
        + "".join(f"  a{n}: {{institution: {{en: I, fa: i}}}}\n" for n in range(300))
        + "contributors:\n"
        + f"  - {{name: A B, affiliations: [{', '.join(f'a{n}' for n in range(300))}]}}\n" * 300
    ),
    "2,000 figures that are not there": _facts(
        "figures:\n"
        + "".join(f"  f{n}: {{file: figures/a.png, caption: c}}\n" for n in range(2_000))
    ),
    "a title of 19,000 letters": lambda: case(case_yaml=FACTS.replace("A report", "w" * 19_000)),
    "a title of 19,000 words' letters": lambda: case(
        case_yaml=FACTS.replace("A report", "word " * 3_800)
    ),
    "a running title of 19,000 letters": _facts("running-title: " + "word " * 3_800),
    "an age of 10,000 digits": _facts("patient: {age: " + "9" * 10_000 + "}"),
    "a value of 10,000 digits": _facts(
        "labs: {a: {name: a, value: " + "9" * 10_000 + ", unit: g}}"
    ),
    "an exponent of 10,000 digits": _facts("labs: {a: {name: a, value: 1e" + "9" * 10_000 + "}}"),
    "pages from 1 to 10^300": _facts("publication: {pages: 1-1" + "0" * 300 + "}"),
    "100,000 comments": _facts("# casereport: ignore REF002 x\n" * 60_000),
    "100,000 documents": _facts("---\n" * 100_000),
    "100,000 anchors": _facts(
        "history:\n" + "".join(f"  h{n}: &h{n} {{name: x}}\n" for n in range(20_000))
    ),
    "a width of 10^9 mm": _facts("figures: {a: {file: a.png, caption: c, width: 999 mm}}"),
}

REFERENCES: dict[str, Callable[[], Files]] = {
    "BibTeX: 50,000 strings": _refs(
        "bib", "".join(f'@string{{s{n} = "a"}}\n' for n in range(50_000))
    ),
    "BibTeX: strings that double": _refs(
        "bib",
        '@string{s0 = "haha"}\n'
        + "".join(f"@string{{s{n} = s{n - 1} # s{n - 1}}}\n" for n in range(1, 60))
        + "@article{a, title = s59}\n",
    ),
    "BibTeX: a string of itself": _refs("bib", "@string{s = s # s}\n@article{a, title = s}\n"),
    "BibTeX: 100,000 open braces": _refs("bib", "@article{a, title = " + "{" * 100_000),
    "BibTeX: 20,000 nested braces": _refs(
        "bib", "@article{a, title = " + "{" * 20_000 + "t" + "}" * 20_000 + "}"
    ),
    "BibTeX: 20,000 entries that begin": _refs("bib", "@article{a,\n" * 20_000),
    "BibTeX: 20,000 commands": _refs(
        "bib", "@article{a, title = {" + "\\textbf{" * 20_000 + "}" * 20_001 + "}"
    ),
    "BibTeX: 30,000 authors": _refs(
        "bib", "@article{a, title={t}, author = {" + " and ".join(["A, B"] * 30_000) + "}}"
    ),
    "BibTeX: 5,000 entries": _refs(
        "bib", "".join(f"@article{{a{n}, title={{Title {n}}}, year=2000}}\n" for n in range(5_000))
    ),
    "RIS: 30,000 records": _refs("ris", "TY  - JOUR\nTI  - T\nER  - \n" * 30_000),
    "RIS: 100,000 fields": _refs("ris", "TY  - JOUR\n" + "AU  - A, B\n" * 100_000 + "ER  - \n"),
    "RIS: records that never end": _refs("ris", "TY  - JOUR\n" * 60_000),
    "RIS: a field of a megabyte": _refs("ris", f"TY  - JOUR\nTI  - {'word ' * 200_000}\nER  - \n"),
    "PubMed: 100,000 lines": _refs("nbib", "PMID- 1\n" + "AU  - A B\n" * 100_000),
    "JSON: 100,000 open brackets": _refs("json", "[" * 100_000),
    "JSON: 100,000 nested objects": _refs("json", '{"a":' * 100_000 + "1" + "}" * 100_000),
    "JSON: a number of 100,000 digits": _refs(
        "json", '[{"id":"a","volume":' + "9" * 100_000 + "}]"
    ),
    "JSON: a great exponent": _refs("json", '[{"id":"a","issued":{"date-parts":[[1e999999]]}}]'),
    "JSON: a million escaped controls in one place": lambda: case(
        references_json=_escaped_controls()
    ),
    "JSON: 20,000 items": _refs(
        "json", json.dumps([{"id": f"a{n}", "title": "T"} for n in range(20_000)])
    ),
    "YAML: aliases that multiply": _refs(
        "yaml",
        "- &a0 {id: a}\n"
        + "".join(
            f"- &a{n} {{id: b, author: [{', '.join([f'*a{n - 1}'] * 10)}]}}\n" for n in range(1, 9)
        ),
    ),
    "EndNote: entities that multiply": _refs(
        "xml",
        _entities()
        + "<xml><records><record><titles><title>&e11;</title></titles></record></records></xml>",
    ),
    "EndNote: 100,000 nested elements": _refs(
        "xml", "<xml><records>" + "<a>" * 100_000 + "</a>" * 100_000 + "</records></xml>"
    ),
    "EndNote: an outer entity": _refs(
        "xml",
        '<!DOCTYPE xml [<!ENTITY e SYSTEM "file:///etc/passwd">]><xml><records><record>'
        "<titles><title>&e;</title></titles></record></records></xml>",
    ),
    "a pasted list: one line of a megabyte": _refs("txt", "1. " + "Author A. Title. " * 60_000),
    "a pasted list: 20,000 works": _refs(
        "txt", "\n".join(f"{n}. A B. Title {n}. J Med. 2000;1:1-2." for n in range(1, 20_000))
    ),
    "CSL: macros in a ring": lambda: case(
        case_yaml=FACTS + "references: {csl: a.csl}\n",
        references_bib="@article{a, title={t}, year=2000}",
        en_md=TEXT + "\nSee [@a].\n",
        a_csl='<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">'
        "<info><title>a</title><id>a</id><updated>2020-01-01T00:00:00Z</updated></info>"
        '<macro name="m"><text macro="m"/></macro>'
        '<citation><layout><text macro="m"/></layout></citation>'
        '<bibliography><layout><text macro="m"/></layout></bibliography></style>',
    ),
    "CSL: entities that multiply": lambda: case(
        case_yaml=FACTS + "references: {csl: a.csl}\n",
        references_bib="@article{a, title={t}, year=2000}",
        en_md=TEXT + "\nSee [@a].\n",
        a_csl=_entities()
        + '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><info><title>&e11;</title></info></style>',
    ),
    "evidence: 100,000 open brackets": lambda: {
        **case(references_bib="@article{a, title={t}, year=2000}"),
        "evidence/a.json": b"[" * 100_000,
        "evidence/b.json": b'{"message": {"items": ' + b"[" * 50_000,
        "evidence/c.xml": (_entities() + "<PubmedArticleSet>&e11;</PubmedArticleSet>").encode(),
    },
}
