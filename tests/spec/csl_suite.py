"""How much of the public CSL test suite our adapter sets right, and citeproc-py as it stands.

Not a test: the suite is not ours to ship. It lies in github.com/citation-style-language/test-suite
(``processor-tests/humans``) and in the sources of Debian's haskell-citeproc (``test/csl``)::

    python -m tests.spec.csl_suite FOLDER [--failures CATEGORY] [--styles FOLDER-OF-CSL-FILES]

Only words are compared: markup is left out, and so are the numbers beside a list, which are set by
who numbers the citations. Styles of class "note" are set as if they were not.
"""

from __future__ import annotations

import argparse
import html
import json
import re
import time
import warnings
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from casereport.model.reference import Reference
from casereport.references import (
    CitationStyle,
    ReferenceStyleError,
    format_references,
    read_references,
    sort_references,
    style_kind,
)
from casereport.text.isolates import strip_isolates

_SECTION = re.compile(r">>=+ ([A-Z-]+) =+>>\n(.*?)\n?<<=+ \1 =+<<", re.DOTALL)
_NUMBERS = re.compile(r'<div class="csl-left-margin">.*?</div>', re.DOTALL)
_NUMBER = re.compile(r"^[\[(]?\d+[\])]?[.:]? ?")
_NEEDS_MORE = {"CITATIONS", "BIBSECTION", "BIBENTRIES", "ABBREVIATIONS", "LANGPARAMS"}

_ANY_LIST = '<bibliography><layout><text variable="title"/></layout></bibliography>'


def cases(folder: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """Name and sections of each case that can be asked of a list or of single citations."""
    for file in sorted(folder.glob("*.txt")):
        sections = dict(_SECTION.findall(file.read_text(encoding="utf-8")))
        if {"MODE", "CSL", "INPUT", "RESULT"} <= sections.keys():
            yield file.stem, sections


def words(text: str) -> list[str]:
    """The lines of a result without markup."""
    text = re.sub(r"</div>\s*", "\n", _NUMBERS.sub("", text))
    plain = html.unescape(re.sub(r"<[^>]+>", "", text))
    return [" ".join(line.split()) for line in plain.split("\n") if line.strip()]


def by_adapter(sections: dict[str, str]) -> list[str]:
    """What the case prints by our adapter."""
    style = sections["CSL"].replace('class="note"', 'class="in-text"')
    if "<bibliography" not in style:
        # A style that only cites is no journal's; its citations can be asked for all the same.
        style = style.replace("</style>", _ANY_LIST + "</style>")
    references = read_references("r.json", sections["INPUT"]).references
    if sections["MODE"].strip() == "citation":
        return _citations(style, references, json.loads(sections.get("CITATION-ITEMS", "[]")))
    letters: tuple[str, ...] = ()
    references = sort_references(references, style)
    if style_kind(style) == "author-date":
        letters = CitationStyle(style, references).letters
    formatted = format_references(references, style, letters=letters)
    return [" ".join(strip_isolates(entry.text).split()) for entry in formatted]


def _citations(
    style: str, references: tuple[Reference, ...], groups: list[list[dict[str, str]]]
) -> list[str]:
    if style_kind(style) != "author-date":
        raise ReferenceStyleError("numeric citations are not set by the style")
    ordered = sort_references(references, style)
    cited, marks = CitationStyle(style, ordered), CitationStyle(style, ordered).marks("en")
    places = {reference.citekey: index for index, reference in enumerate(ordered)}
    groups = groups or [[{"id": reference.citekey} for reference in references]]
    lines = []
    for group in groups:
        items = {places[str(item["id"])]: item for item in group}
        works = [
            cited.cite(
                index, locator=f"{items[index].get('label', '')} {items[index].get('locator', '')}"
            ).text
            for index in cited.ordered(items)
        ]
        line = marks.opening + marks.delimiter.join(works) + marks.closing
        lines.append(" ".join(strip_isolates(line).split()))
    return lines


def by_citeproc(sections: dict[str, str]) -> list[str]:
    """What the case prints by citeproc-py as it stands."""
    import citeproc
    from citeproc.formatter import plain
    from citeproc.source.json import CiteProcJSON

    data = json.loads(sections["INPUT"])
    style = citeproc.CitationStylesStyle(_file(sections["CSL"]), validate=False)
    source = CiteProcJSON(data)
    bibliography = citeproc.CitationStylesBibliography(style, source, plain)
    keys = [str(item["id"]).lower() for item in data]
    if sections["MODE"].strip() == "citation":
        groups = json.loads(sections.get("CITATION-ITEMS", "[]")) or [[{"id": k} for k in keys]]
        made = []
        for group in groups:
            items = []
            for item in group:
                more = {}
                if item.get("locator"):
                    label = item.get("label", "page")
                    more["locator"] = citeproc.Locator(label, item["locator"])
                items.append(citeproc.CitationItem(str(item["id"]), **more))
            made.append(citeproc.Citation(items))
        for citation in made:
            bibliography.register(citation)
        lines = [str(bibliography.cite(citation, lambda _item: None)) for citation in made]
    else:
        for key in keys:
            bibliography.register(citeproc.Citation([citeproc.CitationItem(key)]))
        bibliography.sort()
        lines = [str(entry) for entry in bibliography.bibliography()]
    return [" ".join(html.unescape(line).split()) for line in lines]


def _file(text: str):  # type: ignore[no-untyped-def]
    import io

    return io.BytesIO(text.encode("utf-8"))


def tried(how, sections: dict[str, str]) -> tuple[list[str], str]:  # type: ignore[no-untyped-def]
    """The lines, and what went wrong."""
    try:
        return how(sections), ""
    except ReferenceStyleError as error:
        return [], f"refused: {error.reason}"
    except Exception as error:
        return [], f"{type(error).__name__}: {error}"


def run_suite(folder: Path, shown: str) -> None:
    """Print a table of the categories; of one of them every failure."""
    totals: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    crashes: Counter[str] = Counter()
    for name, sections in cases(folder):
        mode = sections["MODE"].strip()
        if mode not in {"bibliography", "citation"} or _NEEDS_MORE & sections.keys():
            totals[mode, "not asked"]["cases"] += 1
            continue
        expected = words(sections["RESULT"])
        ours, fault = tried(by_adapter, sections)
        theirs, _ = tried(by_citeproc, sections)
        if 'variable="citation-number"' in sections["CSL"] and mode == "bibliography":
            expected, theirs = (
                [_NUMBER.sub("", line) for line in each] for each in (expected, theirs)
            )
        count = totals[mode, name.split("_")[0]]
        count["cases"] += 1
        count["refused"] += fault.startswith("refused")
        count["ours"] += ours == expected
        count["theirs"] += theirs == expected
        if fault and not fault.startswith("refused"):
            crashes[fault] += 1
        if shown == name.split("_")[0] and ours != expected:
            print(name, fault, *(f"\n  - {a}\n  + {b}" for a, b in zip(expected, ours)))  # noqa: B905
    print("| mode | category | cases | our adapter | refused | citeproc-py |")
    print("|---|---|---|---|---|---|")
    for mode in ("bibliography", "citation"):
        found = {key[1]: count for key, count in sorted(totals.items()) if key[0] == mode}
        whole = sum((c for n, c in found.items() if n != "not asked"), Counter())
        for category, count in (*found.items(), ("**all**", whole)):
            cells = [str(count[key]) for key in ("cases", "ours", "refused", "theirs")]
            print(f"| {mode} | {category} | {' | '.join(cells)} |")
    print(f"\nCrashes of ours: {dict(crashes) or 'none'}")


def run_styles(folder: Path) -> None:
    """Set a work of each kind by every style: each loads or is refused, in bounded time."""
    works = Path(__file__).parents[1] / "data" / "references" / "styles" / "works.yaml"
    references = read_references("works.yaml", works.read_text(encoding="utf-8")).references
    found: Counter[str] = Counter()
    slowest = (0.0, "")
    for file in sorted(folder.rglob("*.csl")):
        begin = time.perf_counter()
        text = file.read_text(encoding="utf-8")
        try:
            kind: str = style_kind(text)
            format_references(references, text)
            if kind == "author-date":
                ordered = sort_references(references, text)
                cited = CitationStyle(text, ordered)
                for index in range(len(ordered)):
                    cited.cite(index, locator="p. 3")
        except ReferenceStyleError as error:
            kind = f"refused: {error.reason}"
            if error.reason == "fails":
                print(file.name, str(error)[:160])
        found[kind] += 1
        slowest = max(slowest, (time.perf_counter() - begin, file.name))
    for kind, count in found.most_common():
        print(f"{count:6} {kind}")
    print(f"slowest: {slowest[1]}, {slowest[0]:.1f} s for {len(references)} works")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("suite", type=Path, nargs="?")
    parser.add_argument("--failures", default="")
    parser.add_argument("--styles", type=Path)
    given = parser.parse_args()
    warnings.simplefilter("ignore")
    if given.suite:
        run_suite(given.suite, given.failures)
    if given.styles:
        run_styles(given.styles)


if __name__ == "__main__":
    main()
