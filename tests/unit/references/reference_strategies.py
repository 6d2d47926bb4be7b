"""References of every shape: any text in any field, and what authors really write."""

from __future__ import annotations

from hypothesis import strategies as st

from casereport.model.reference import Issued, Name, Reference
from casereport.references.csl_item import TYPES

_REAL = [
    "Calcinosis in rheumatic diseases", "CO2 & p < 0.05", "50% {braced} $x$ #1 _y_ ~z~ ^w^",
    "``quoted'' -- dash --- long", "\\emph{TeX}", "{DNA}", "<i>E. coli</i>", "a and b", "and",
    "others", "et al.", "Müller, Jr.", "العربية", "کلسینوز جلدی در اسکلروز سیستمیک", "می\u200cشود",
    "PMID: 123", "https://doi.org/10.1/x_y", "10.1000/182", "805-12", "e1262--e1264", "Suppl 1",
    "(Suppl 2)", "&amp; &copy;", "@article{a, title={b}}", '"', "\\", "}", "{", "%", "line\nbreak",
    "two  spaces", " edge ", "\u00a0", "\u2028", "TY  - JOUR", "ER  - ", "PMID- 12", "x, y; z",
    "[casereport {\"title\": \"x\"}]", "[casereport {", "in press", "1399/2", "N.", "GM", "null",
    "true", "=", "a = {b},", "2018 Nov 5", "master's thesis", "WHO Group on Pain and Care",
    "J Mazandaran Univ Med Sci", "9", "\t", "\u0085", "#", "- x", "'", "''", "`", "--", "-",
]  # fmt: skip
# No lone surrogates: no file can hold them.
_ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
texts = st.one_of(st.just(""), st.sampled_from(_REAL), _ANY)
people = st.lists(
    st.builds(Name, family=texts, given=texts, literal=st.one_of(st.just(""), texts), suffix=texts),
    max_size=3,
).map(tuple)
_numbers = st.one_of(st.none(), st.integers(min_value=-3, max_value=9999))
dates = st.one_of(
    st.just(Issued()),
    st.builds(Issued, st.integers(1300, 2030), st.integers(1, 12), st.integers(1, 31)),
    st.builds(Issued, _numbers, _numbers, _numbers, texts),
)
references = st.builds(
    Reference,
    citekey=st.one_of(st.sampled_from(["a", "boulman2005", "کلید"]), texts.filter(bool)),
    type=st.sampled_from(sorted(TYPES)),
    title=texts, authors=people, editors=people, et_al=st.booleans(), container_title=texts,
    collection_title=texts, publisher=texts, publisher_place=texts, edition=texts, volume=texts,
    issue=texts, supplement=texts, page=texts, number=texts, issued=dates, accessed=dates,
    doi=texts, pmid=texts, pmcid=texts, issn=texts, isbn=texts, url=texts, genre=texts, note=texts,
    language=st.one_of(st.sampled_from(["", "en", "fa", "fa-IR", "de"]), texts), unparsed=texts,
    title_markup=st.one_of(
        st.just(""),
        st.just('CO<sub>2</sub> in <i>E. coli</i> <span class="nocase">DNA</span>'),
        texts,
    ),
)  # fmt: skip
