"""5,000 entries with their abstracts are read in under three seconds of the processor's time."""

from __future__ import annotations

import json
import textwrap
import time

import pytest

from casereport.references import read_references
from tests.pace import is_within

COUNT = 5_000
SECONDS = 3
ABSTRACT = "Calcinosis is a deposition of calcium in soft tissues. " * 10
PEOPLE = (("Boulman", "Nina"), ("Slobodin", "Gleb"), ("Rozenbaum", "Michael"), ("Rosner", "Itzhak"))
TITLE = "Calcinosis in rheumatic diseases: a {CREST} study"


def bibtex() -> str:
    people = " and ".join(f"{family}, {given}" for family, given in PEOPLE)
    return "".join(
        f"@article{{key{n},\n  author = {{{people} and {{WHO Group on Pain}}}},\n"
        f"  title = {{{TITLE} of M{{\\\"u}}ller}},\n  journal = {{Semin Arthritis Rheum}},\n"
        "  year = {2005}, month = jun, volume = {34}, number = {6}, pages = {805--812},\n"
        f"  doi = {{10.1016/j.x.{n}}}, issn = {{0049-0172}},\n  abstract = {{{ABSTRACT}}},\n}}\n\n"
        for n in range(COUNT)
    )


def ris() -> str:
    people = "".join(f"AU  - {family}, {given}\n" for family, given in PEOPLE)
    return "".join(
        f"TY  - JOUR\nID  - key{n}\n{people}TI  - {TITLE}\nJO  - Semin Arthritis Rheum\n"
        "PY  - 2005\nDA  - 2005/06//\nVL  - 34\nIS  - 6\nSP  - 805\nEP  - 812\n"
        f"DO  - 10.1016/j.x.{n}\nUR  - https://example.org/{n}\nAB  - {ABSTRACT}\nER  - \n\n"
        for n in range(COUNT)
    )


def nbib() -> str:
    people = "".join(f"FAU - {f}, {g}\nAU  - {f} {g[0]}\nAD  - Haifa.\n" for f, g in PEOPLE)
    abstract = textwrap.fill(f"AB  - {ABSTRACT}", 88, subsequent_indent="      ")
    headings = "".join(f"MH  - Calcinosis/*complications {n}\n" for n in range(10))
    return "".join(
        f"PMID- {15_000_000 + n}\nOWN - NLM\nIS  - 0049-0172 (Print)\nVI  - 34\nIP  - 6\n"
        f"DP  - 2005 Jun\nTI  - {TITLE}.\nPG  - 805-12\n{abstract}\n{people}LA  - eng\n"
        f"PT  - Journal Article\nTA  - Semin Arthritis Rheum\n{headings}AID - 10.1016/j.x.{n} [doi]\n\n"
        for n in range(COUNT)
    )


def styled(text: str) -> str:
    return f'<style face="normal" font="default" size="100%">{text}</style>'


def endnote_xml() -> str:
    people = "".join(f"<author>{styled(f'{f}, {g}')}</author>" for f, g in PEOPLE)
    words = "".join(f"<keyword>{styled(f'word {n}')}</keyword>" for n in range(6))
    return "<xml><records>" + "".join(
        f'<record><database name="a.enl">a.enl</database><rec-number>{n}</rec-number>'
        f'<ref-type name="Journal Article">17</ref-type><contributors><authors>{people}</authors>'
        f"</contributors><titles><title>{styled(TITLE)}</title><secondary-title>"
        f"{styled('Semin Arthritis Rheum')}</secondary-title></titles><pages>{styled('805-12')}</pages>"
        f"<volume>{styled('34')}</volume><number>{styled('6')}</number><keywords>{words}</keywords>"
        f"<dates><year>{styled('2005')}</year></dates><abstract>{styled(ABSTRACT)}</abstract>"
        f"<electronic-resource-num>{styled(f'10.1016/j.x.{n}')}</electronic-resource-num></record>"
        for n in range(COUNT)
    ) + "</records></xml>"  # fmt: skip


def csl_json() -> str:
    people = [{"family": family, "given": given} for family, given in PEOPLE]
    return json.dumps(
        [
            {"id": f"key{n}", "type": "article-journal", "title": TITLE, "author": people,
             "container-title": "Semin Arthritis Rheum", "issued": {"date-parts": [[2005, 6]]},
             "volume": "34", "page": "805-812", "DOI": f"10.1016/j.x.{n}", "abstract": ABSTRACT}
            for n in range(COUNT)
        ],
        indent=1,
    )  # fmt: skip


def csl_yaml() -> str:
    people = ", ".join(f"{family} {given[0]}" for family, given in PEOPLE)
    return "".join(
        f"- id: key{n}\n  type: article-journal\n  title: '{TITLE}'\n  author: {people}\n"
        "  container-title: Semin Arthritis Rheum\n  issued: 2005\n  volume: 34\n  page: 805-812\n"
        for n in range(COUNT)
    )


FORMATS = {
    ".bib": bibtex, ".ris": ris, ".nbib": nbib, ".xml": endnote_xml, ".json": csl_json,
    ".yaml": csl_yaml,
}  # fmt: skip


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_library_is_read_in_good_time(suffix: str) -> None:
    text = FORMATS[suffix]()
    begin = time.process_time()
    read = read_references(f"references{suffix}", text)
    seconds = time.process_time() - begin
    assert len(read.references) == COUNT
    assert read.faults == ()
    assert is_within(seconds, SECONDS)
