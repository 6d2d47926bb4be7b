"""A character that nobody sees, or that no text may hold, is told at its place in every field."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence

import pytest

from casereport.diagnostics import Diagnostic
from casereport.pipeline.case import check_case
from casereport.reading.case_yaml import read_case_yaml
from casereport.reading.decoding import decode
from casereport.reading.reference_files import references_of
from casereport.reporting import report_json, report_text
from casereport.text.yaml_tree import FORBIDDEN
from casereport.workspace import MemoryWorkspace
from tests.torture.bombs.images import png
from tests.torture.conftest import Score
from tests.torture.fields import Field, chosen, escaped, filled, raw, written

CHARACTERS = {
    "a lone surrogate": "\ud800",
    "NUL": "\0",
    "bell": "\x07",
    "escape": "\x1b",
    "delete": "\x7f",
    "a control of the second set": "\x9b",
    "no character": "\ufffe",
    "byte order mark": "\ufeff",
    "line separator": "\u2028",
    "paragraph separator": "\u2029",
    "embedding": "\u202b",
    "override": "\u202e",
    "end of an embedding": "\u202c",
    "isolate": "\u2067",
    "end of an isolate": "\u2069",
    "zero width space": "\u200b",
    "zero width joiner": "\u200d",
    "word joiner": "\u2060",
    "soft hyphen": "\xad",
    "grapheme joiner": "\u034f",
    "Hangul filler": "\u3164",
    "tag": "\U000e0041",
    "annotation": "\ufff9",
    "20,000 marks": "\u0301" * 20_000,
}
HARMLESS = {"half-space": "\u200c", "left to right": "\u200e", "right to left": "\u200f"}
"""What an author may type between two letters."""

AT_ONCE = 12
"""Fields spoilt at once: fewer than are told of one character in one file."""

TODAY = datetime.date(2026, 1, 1)
FACTS = "title: {fa: x, en: A report}\njournal: jmums\n"
TEXT = "## Introduction {#introduction}\n\nText @fig-one @tbl-one [@a].\n"
BIB = "@article{a, title={T}, author={A, B}, year=2000}\n"
TOLD = ("SRC", "BIDI", "DATE002", "FIG001", "REF004")
"""The families of findings that speak of a value itself."""


def findings(**files: str | bytes) -> tuple[Diagnostic, ...]:
    """What is found in a case with these files; an underscore stands for the dot."""
    texts = {"case_yaml": FACTS, "en_md": TEXT, "fa_md": TEXT, **files}
    contents = {
        name.replace("_", ".", 1): text.encode("utf-8", "surrogatepass")
        if isinstance(text, str)
        else text
        for name, text in texts.items()
    }
    contents["figures/a.png"] = png(9, 9)
    found = check_case(MemoryWorkspace("case", contents, TODAY)).diagnostics
    assert not [str(one.message) for one in found if one.code == "SRC009"], "a check crashed"
    for language in ("en", "fa"):
        for told in (
            report_text(found, language=language, sources={}),
            report_json(found, language=language),
        ):
            assert not [c for c in told if (c < " " and c != "\n") or "\x7f" <= c <= "\x9f"]
            told.encode("utf-8")
    return found


def told_lines(found: tuple[Diagnostic, ...], file: str) -> set[int]:
    """The lines of a file at which a value is spoken of."""
    return {
        line
        for one in found
        if one.span.file == file and one.code.startswith(TOLD)
        for line in range(one.span.line, one.span.end_line + 1)
    }


def inside(value: str, character: str) -> str:
    return value[:1] + character + value[1:]


def silent_fields(
    character: str, quote: Callable[[str], str], batches: Sequence[Sequence[Field]]
) -> Iterator[str]:
    """The fields of case.yaml in which nothing is told of the character."""
    sound = {field: "harmless words" if field.is_free else str(field.sound) for field in chosen()}
    was = set(written(filled(sound), quote).split("\n"))
    for batch in batches:
        spoilt = {field: inside(sound[field], character) for field in sound if field in batch}
        text = written(filled({**sound, **spoilt}), quote)
        found = findings(case_yaml=text, references_bib=BIB)
        told = told_lines(found, "case.yaml")
        lines = [n for n, line in enumerate(text.split("\n"), 1) if line not in was]
        assert len(lines) == len(batch)
        if any(one.code == "SRC002" and one.span.line in lines for one in found):
            continue  # by such an escape the file is no YAML: it is refused whole, at the first
        silent = [field for field, n in zip(spoilt, lines, strict=True) if n not in told]
        # Some typed values do without: 2<U+202E>8 mm/h is 28 mm/h and nothing else.
        alone = {field: spoilt[field] for field in silent}
        if survives(character, written(filled({**sound, **alone}), quote)):
            yield from (field.name for field in silent)


def survives(character: str, text: str) -> bool:
    """True when the character is in what is read of case.yaml."""
    case = read_case_yaml(decode(text.encode("utf-8", "surrogatepass"), "case.yaml").text or "",
                          "case.yaml", languages=("en", "fa"))  # fmt: skip
    return repr(character)[1:-1] in repr(case.facts)


def batches(character: str, turn: int, *, all_of_them: bool) -> Sequence[Sequence[Field]]:
    """The fields to be spoilt at once: all where all are told, else some, and others the next time."""
    fields = chosen()
    if not FORBIDDEN.search(character) and len(character) == 1:
        # A refused value can take its neighbours with it, which are told of in their turn.
        return [[f for f in fields if f.is_free], [f for f in fields if not f.is_free]]
    parts = [fields[start : start + AT_ONCE] for start in range(0, len(fields), AT_ONCE)]
    return parts if all_of_them else (parts[turn % len(parts)],)


NARRATIVE = {
    "paragraph": "Some wo{}rds.",
    "heading": "### Some wo{}rds",
    "list": "- some wo{}rds",
    "quotation": "> some wo{}rds",
    "code": "`some wo{}rds`",
    "link's text": "[wo{}rds](https://a.org)",
    "link's target": "[words](https://a.org/wo{}rds)",
    "language span": "[wo{}rds]{{lang=en}}",
    "attribute": "[words]{{lang=e{}n}}",
    "table": "| a | wo{}rds |\n|---|---|\n| c | d |",
    "footnote": "word[^n]\n\n[^n]: some wo{}rds",
    "citation": "see [@a{}b]",
    "fact": "{{{{ patient.a{}ge }}}}",
    "mention": "see @fig-o{}ne",
    "comment": "<!-- some wo{}rds -->",
}


def silent_places(character: str) -> Iterator[str]:
    """The places of a narrative at which nothing is told of the character."""
    places = {place: pattern.format(character) for place, pattern in NARRATIVE.items()}
    # What no text may hold becomes U+FFFD when it is written by its number (CommonMark).
    if len(character) == 1 and not FORBIDDEN.search(character):
        places["entity"] = f"wo&#x{ord(character):x};rds"
    text = TEXT + "".join(f"\n{spoilt}\n" for spoilt in places.values())
    told = told_lines(findings(en_md=text, references_bib=BIB), "en.md")
    lines = text.split("\n")
    for place, spoilt in places.items():
        wanted = {n for n, line in enumerate(lines, 1) if line in spoilt.split("\n") and line}
        if not wanted & told:
            yield place


REFERENCES = {
    "bib": (
        "@article{{a,\n title = {{Wo{0}rds}},\n author = {{Wo{0}rd, B}},\n journal = {{J{0}M}},\n"
        " volume = {{1{0}2}},\n pages = {{1{0}--2}},\n doi = {{10.1000/a{0}b}},\n url = {{https://a.org/{0}a}},\n"
        " publisher = {{P{0}Q}},\n note = {{N{0}M}},\n year = 2000\n}}\n"
    ),
    "ris": (
        "TY  - JOUR\nID  - a\nTI  - Wo{0}rds\nAU  - Wo{0}rd, B\nJO  - J{0}M\nVL  - 1{0}2\nSP  - 1{0}1\n"
        "DO  - 10.1000/a{0}b\nUR  - https://a.org/{0}a\nPB  - P{0}Q\nN1  - N{0}M\nPY  - 2000\nER  - \n"
    ),
    "nbib": "PMID- 1\nTI  - Wo{0}rds\nFAU - Wo{0}rd, B\nTA  - J{0}M\nVI  - 1{0}2\nPG  - 1{0}-2\nDP  - 2000\n",
    "json": (
        '[{{"id": "a", "type": "book",\n"title": "Wo{0}rds",\n"author": [{{"family": "Wo{0}rd"}}],\n'
        '"publisher": "P{0}Q",\n"volume": "1{0}2",\n"DOI": "10.1000/a{0}b",\n"note": "N{0}M",\n'
        '"issued": {{"date-parts": [[2000]]}}}}]\n'
    ),
    "yaml": (
        '- id: a\n  title: "Wo{0}rds"\n  author: "Wo{0}rd"\n  publisher: "P{0}Q"\n  volume: "1{0}2"\n'
        '  DOI: "10.1000/a{0}b"\n  note: "N{0}M"\n'
    ),
    "txt": "1. Wo{0}rd B. Some wo{0}rds here. J M{0}ed. 2000;1:1-2.\n",
    "xml": (
        "<xml><records><record><rec-number>1</rec-number><titles>\n<title>Wo{0}rds</title></titles>\n"
        "<volume>1{0}2</volume>\n<publisher>P{0}Q</publisher>\n</record></records></xml>\n"
    ),
}


def silent_references(character: str) -> Iterator[str]:
    """The formats of references, and the lines, at which nothing is told of the character."""
    for suffix, pattern in REFERENCES.items():
        text = pattern.format(character)
        told = told_lines(findings(**{f"references_{suffix}": text}), f"references.{suffix}")
        for number, line in enumerate(text.split("\n"), 1):
            if character in line and number not in told:
                yield f"{suffix}: {line!r}"[:60]


BY_NUMBER = {"json": "\\u{:04x}", "yaml": "\\u{:04x}", "xml": "&#x{:x};"}


def silent_numbers(character: str) -> Iterator[str]:
    """As above, where the character is written by its number."""
    for suffix, number in BY_NUMBER.items() if len(character) == 1 else ():
        if ord(character) > 0xFFFF:
            continue
        text = REFERENCES[suffix].format(number.format(ord(character)))
        found = findings(**{f"references_{suffix}": text})
        if any(one.code in {"SRC001", "SRC002"} and one.span.file != "case.yaml" for one in found):
            continue  # the file is refused whole
        told = told_lines(found, f"references.{suffix}")
        read, _ = references_of(f"references.{suffix}", text)
        kept = repr(character)[1:-1] in repr(read) or FORBIDDEN.search(character)
        for place, line in enumerate(text.split("\n"), 1):
            if number.format(ord(character)) in line and place not in told and kept:
                yield f"{suffix}: {line}"


@pytest.mark.parametrize("name", CHARACTERS)
def test_a_character_that_no_text_should_hold_is_told_in_every_field(
    name: str, score: Score, is_long: bool
) -> None:
    character, turn = CHARACTERS[name], [*CHARACTERS].index(name)
    parts = batches(character, turn, all_of_them=is_long)
    silent = [*silent_fields(character, raw, parts), *silent_places(character)]
    if len(character) == 1:
        silent += silent_fields(character, escaped, parts)
    silent += [*silent_references(character), *silent_numbers(character)]
    places = 2 * sum(map(len, parts)) + len(NARRATIVE) + len(REFERENCES) + len(BY_NUMBER)
    score(
        f"character in any field: {name}",
        target="0 silent",
        measured=f"{len(silent)} silent of {places} places",
    )
    assert not silent


@pytest.mark.parametrize("name", HARMLESS)
def test_what_an_author_may_type_is_not_told(name: str) -> None:
    fields = [field for field in chosen() if field.is_free]
    silent = set(silent_fields(HARMLESS[name], raw, (fields,)))
    # Some of them hold no prose, and their own checks may say more.
    assert len(silent) > len(fields) * 0.9


def test_a_case_with_every_field_is_sound() -> None:
    text = written(filled({f: "harmless words" if f.is_free else str(f.sound) for f in chosen()}))
    found = findings(case_yaml=text, references_bib=BIB)
    assert len(chosen()) > 150
    assert not [one for one in found if one.code.startswith("SRC") and one.span.file == "case.yaml"]
