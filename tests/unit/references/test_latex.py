"""LaTeX in fields becomes text with CSL's tags."""

from __future__ import annotations

import time

import pytest

from casereport.references.bibtex.latex import decode_latex, decode_plain
from tests.pace import is_within


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        (r"M{\"u}ller", "Müller"),
        (r"M\"uller", "Müller"),
        (r"\'{E}cole", "École"),
        (r"{\'E}cole", "École"),
        (r"\c{c}a va \c cok", "ça va çok"),
        (r"\v{S}imek, \H{o}, \k{a}, \r{a}, \d{s}", "Šimek, ő, ą, å, ṣ"),
        (r"na{\"\i}ve", "naïve"),
        (r"stra{\ss}e, \O{}rsted, {\ae}, \L{}, \i", "straße, Ørsted, æ, Ł, ı"),
        (r"50\% \& 20 \$ a\_b \#1 \{x\}", "50% & 20 $ a_b #1 {x}"),
        ("5% of all", "5% of all"),
        (r"$\alpha$-blocker, $\geq$ 3", "α-blocker, ≥ 3"),
        (r"\textbeta{} and $\mu$g", "β and μg"),
        ("a -- b --- c", "a – b — c"),
        ("``quoted'' it's", "“quoted” it's"),
        ("A~B", "A B"),
        (r"cost $5 only", "cost $5 only"),
        (r"\unknowncommand{kept}", "kept"),
        (r"\href{https://x.org/{a}}{shown}", "shown"),
        ("کلسینوز {پوستی}", "کلسینوز پوستی"),
        ("می\u200cشود", "می\u200cشود"),
    ],
)
def test_commands_become_the_letters_they_stand_for(typed: str, text: str) -> None:
    assert decode_plain(typed) == text


@pytest.mark.parametrize(
    ("typed", "markup"),
    [
        (r"\emph{S. aureus} and \textit{E. coli}", "<i>S. aureus</i> and <i>E. coli</i>"),
        (r"{\it in vitro} study", "<i>in vitro</i> study"),
        (r"H$_2$O, 10$^{9}$/L, Ca$^{2+}$", "H<sub>2</sub>O, 10<sup>9</sup>/L, Ca<sup>2+</sup>"),
        (r"\textsuperscript{18}F", "<sup>18</sup>F"),
        (r"CO\textsubscript2", "CO<sub>2</sub>"),
        ("x^2 and a_b", "x^2 and a_b"),
        ("in {DNA}", 'in <span class="nocase">DNA</span>'),
        ("in {dna}", "in dna"),
        (r"\emph{}", ""),
        (r"\textbf{a \emph{b}}", "<b>a <i>b</i></b>"),
    ],
)
def test_what_looks_different_is_tagged(typed: str, markup: str) -> None:
    assert decode_latex(typed) == markup


@pytest.mark.parametrize("typed", ["{", "}", "\\", "$", "{{{}", "\\'", "\\emph", "\\'{", "^", "$^"])
def test_unfinished_latex_is_read_as_far_as_it_goes(typed: str) -> None:
    assert isinstance(decode_latex(typed), str)


@pytest.mark.parametrize(
    "unit", ["{", "}", "\\emph{", "\\'", "$", "$^", "\\ensuremath{", "\\href{", "``", "{\\it "]
)
def test_a_hundred_thousand_of_anything_is_read_in_time(unit: str) -> None:
    begin = time.process_time()
    decode_latex(unit * 100_000)
    assert is_within(time.process_time() - begin, 20)
