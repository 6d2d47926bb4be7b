"""Any text can be read and any reference can be set: no exception, no unbounded work."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casereport import resources
from casereport.model.reference import Issued, Name, Reference
from casereport.references import ReadReferences, format_references, read_references
from casereport.references.names import parse_name_list
from tests.pace import is_within

BASE = resources.read_text("templates", "base/references.csl")
JMUMS = resources.read_text("templates", "jmums/references.csl")
PRIVATE_USE = re.compile("[\ue000-\uf8ff]")

BIBTEX = st.lists(
    st.sampled_from(
        ["@article", "@string", "@comment", "{", "}", "(", ")", '"', ",", "=", "#", "\n", "%", "\\",
         "a", "author", "title", "year", " ", "$", "^", "and", "،", "و", "1", "-", "~", "'", "\r"]
    ),
    max_size=60,
).map("".join)  # fmt: skip
JSON = st.lists(
    st.sampled_from(
        ["[", "]", "{", "}", '"', ":", ",", "id", "author", "issued", "date-parts", "1", "null",
         " ", "\n", "\\", "\\u12", "true", "-", "e", '"id":"a"', '"issued":', '{"id":"a"}']
    ),
    max_size=60,
).map("".join)  # fmt: skip
YAML = st.lists(
    st.sampled_from(
        ["- ", "id: a", "author: ", "[", "]", "{", "}", "\n", "  ", "'", '"', ": ", "#", "&a", "*a",
         "!!x", "\t", "issued: ", "|", "title: x", "references:", "~"]
    ),
    max_size=60,
).map("".join)  # fmt: skip
RIS = st.lists(
    st.sampled_from(
        ["TY  - JOUR", "TY  - ", "ER  - ", "AU  - ", "TI  - x", "PY  - 2005/", "SP  - 1-", "TI: x",
         "\n", "\n", "\r", "\r\n", " ", "  - ", "A, B", "،", ";", "-", "/", "\ufeff", "# casereport:",
         "DO  - 10.1/x", "UR  - http://a ", "N1  - PMID: ", "ID  - ", "é", "۱"]
    ),
    max_size=60,
).map("".join)  # fmt: skip
NBIB = st.lists(
    st.sampled_from(
        ["PMID- 1", "TI  - x", "TI  - ", "AU  - A B", "FAU - A, ", "CN  - ", "      ", "\n", "\n", "\r",
         "\r\n", "AID - x [doi]", "DP  - 2005 ", "BTI - ", "IS  - 1", "LA  - ", "TI: ", "-", " ", "\ufeff",
         "PT  - Book", "x"]
    ),
    max_size=60,
).map("".join)  # fmt: skip
XML = st.lists(
    st.sampled_from(
        ["<record>", "</record>", "<titles>", "</titles>", "<title>", "</title>", "<style face='bold'>",
         "</style>", "<ref-type name='Book'>", "6</ref-type>", "<record/>", "<!--", "-->", "<![CDATA[",
         "]]>", "<?x", "?>", "&", "&amp;", "&lol;", "&#0;", "&#x41;", "<", ">", '"', "'", "/", "\n", "\r", "x",
         "<author>", "</author>", "<!DOCTYPE x [<!ENTITY a 'b'>]>", "<a:b>", "<x xmlns='u'>", "</x>"]
    ),
    max_size=60,
).map("".join)  # fmt: skip
QUICK = settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow])


@QUICK
@given(BIBTEX)
def test_any_bibtex_is_read(text: str) -> None:
    lines = text.count("\n") + 1
    for fault in read_references("r.bib", text).faults:
        assert 1 <= fault.span.line <= lines + text.count("\r")


@QUICK
@given(JSON)
def test_any_json_is_read(text: str) -> None:
    read_references("r.json", text)


@QUICK
@given(YAML)
def test_any_yaml_is_read(text: str) -> None:
    read_references("r.yaml", text)


def assert_places_within(read: ReadReferences, text: str) -> None:
    lines = re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff"))
    spans = [span for reference in read.references for _, span in reference.spans]
    for span in (*spans, *(fault.span for fault in read.faults)):
        assert 1 <= span.line <= span.end_line <= len(lines)
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1
        assert 1 <= span.end_column <= len(lines[span.end_line - 1]) + 1


@QUICK
@given(st.one_of(RIS.map(lambda text: (".ris", text)), NBIB.map(lambda text: (".nbib", text)),
                 XML.map(lambda text: (".xml", text)),
                 XML.map(lambda text: (".xml", f"<record>{text}</record>")),
                 BIBTEX.map(lambda text: (".bib", text))))  # fmt: skip
def test_any_file_is_read_with_places_inside_it(case: tuple[str, str]) -> None:
    suffix, text = case
    read = read_references("r" + suffix, text)
    assert_places_within(read, text)
    if suffix != ".bib":
        assert all(reference.citekey for reference in read.references)


@QUICK
@given(st.text(max_size=200), st.sampled_from([".bib", ".json", ".yaml", ".ris", ".nbib", ".xml"]))
def test_any_text_is_read(text: str, suffix: str) -> None:
    read_references("r" + suffix, text)


@QUICK
@given(st.text(alphabet="Aa Bé.-,;{}\\،و and\u200c\n", max_size=80))
def test_any_list_of_names_is_read(text: str) -> None:
    parse_name_list(text)


texts = st.text(alphabet="Aaé ۱2.?!:;,-–<i>/sub{}()[]&«»کی\u200c\ue000\uf000'\"\n", max_size=25)
names = st.builds(Name, family=texts, given=texts, literal=texts, suffix=texts)
numbers = st.one_of(st.none(), st.integers(1, 12))
dates = st.builds(
    Issued,
    year=st.one_of(st.none(), st.integers(0, 2100)),
    month=numbers,
    day=numbers,
    literal=texts,
)
references = st.builds(
    Reference,
    citekey=st.just("a"),
    type=st.sampled_from(["article-journal", "book", "chapter", "thesis", "webpage", "report"]),
    title=texts, title_markup=texts, authors=st.lists(names, max_size=8).map(tuple),
    editors=st.lists(names, max_size=2).map(tuple), et_al=st.booleans(), container_title=texts,
    publisher=texts, publisher_place=texts, edition=texts, volume=texts, issue=texts,
    supplement=texts, page=texts, number=texts, issued=dates, accessed=dates, doi=texts, pmid=texts,
    url=texts, genre=texts, note=texts, language=st.sampled_from(["", "fa", "en", "de"]),
)  # fmt: skip


@settings(QUICK, max_examples=80)
@given(references, st.sampled_from([BASE, JMUMS]))
def test_any_reference_is_set_and_no_mark_of_ours_is_left(reference: Reference, style: str) -> None:
    for entry in format_references([reference], style):
        assert not PRIVATE_USE.search(entry.text)
        assert entry.text.count("\u2066") + entry.text.count("\u2067") == entry.text.count("\u2069")
        assert all(run.text for run in entry.runs)


@pytest.mark.parametrize(
    ("suffix", "text"),
    [
        (".bib", "@article{a, title=" + "{" * 200_000),
        (".bib", "@article{a, author={" + "a and " * 100_000 + "}}"),
        (".bib", "@article{a, author={" + " " * 150_000 + "}}"),
        (".bib", "@article{a, author={" + "{" * 50_000 + "}" * 50_000 + "}}"),
        (".bib", "@article{a, note={" + "PMID:" * 30_000 + "}}"),
        (".bib", "@a{" * 50_000),
        (".bib", "@a{" * 1_500_000),
        (".bib", "@article{a, pages={" + "1-" * 50_000 + "}}"),
        (".bib", "@article{a,\n" + "%\n" * 100_000 + "}"),
        (".bib", "@xdata{a, xdata={" + "a," * 50_000 + "}}"),
        (".bib", "".join(f"@book{{k{n}, crossref={{k{n + 1}}}}}\n" for n in range(15_000))),
        (".ris", "TY  - JOUR\n" * 100_000),
        (".ris", "TY  - JOUR\nTI  - x\n" + "AU  - é،\n" * 50_000),
        (".ris", "TY  - JOUR\nAB  - x\n" + "y\n" * 300_000),
        (".ris", "TY  - JOUR\nAU  - " + "a and " * 100_000),
        (".ris", "TY  - JOUR\nAU  - " + "Aa, A., " * 50_000),
        (".ris", "TY  - JOUR\nN1  - " + "PMID:" * 100_000),
        (".ris", "TY  - JOUR\nSP  - " + "-" * 500_000),
        (".nbib", "PMID- 1\n" * 100_000),
        (".nbib", "PMID- 1\nAU  - " + "a " * 200_000),
        (".nbib", "PMID- 1\nFAU - " + "a, Jr " * 100_000),
        (".nbib", "PMID- 1\nAID - " + "a [" * 200_000),
        (".xml", "<record>" * 100_000),
        (".xml", "<record " * 100_000),
        (".xml", "<record>" + "<a>" * 200_000 + "</record>"),
        (".xml", "<record>" + "<![CDATA[" * 100_000 + "</record>"),
        (".xml", "<record>" + "<!--" * 200_000 + "</record>"),
        (".xml", "<record><title>" + "<style/>" * 100_000 + "</title></record>"),
        (".xml", ("<record>" + "&lol;" * 100 + "</record>") * 2_000),
        (".json", '[{"id": "a", "title": "' + "<i>" * 100_000 + '"}]'),
        (".json", '{"a":' * 100_000),
        (".json", '[{"' * 100_000),
        (".json", "[" + '{"id":"a"},' * 15_000),
        (".yaml", "[" * 100_000),
        (".yaml", "- a: 'x\n" * 20_000),
    ],
)
def test_text_made_to_be_slow_is_read_in_time(suffix: str, text: str) -> None:
    begin = time.process_time()
    read = read_references("r" + suffix, text)
    format_references(read.references[:5], BASE)
    assert is_within(time.process_time() - begin, 20)
