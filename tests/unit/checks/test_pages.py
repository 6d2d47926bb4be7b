"""A check's docstring is its page: title, reasons, examples, references."""

from __future__ import annotations

import pytest

from casereport.checks.check import Check
from casereport.checks.discovery import LoadedCheck
from casereport.checks.pages import UnknownCodeError, _page, catalogue, explain
from casereport.diagnostics import Severity

DOCSTRING = """A title.

Why it matters,
over two lines.

A second reason.

Bad::

    case.yaml:
        title: One

        patient:
          age: 44
    figures/a.png: <the first half of a PNG>

Bad (a tab)::

    case.yaml:
        title:
        \u0009x

Good::

    fa.md:
        ## Heading

        Text.

References:
    First source.
    Second source.
"""


@pytest.fixture
def page():  # type: ignore[no-untyped-def]
    check = Check(code="TST001", name="a-fault", severity=Severity.NOTE, scope="elsewhere")
    return _page(LoadedCheck(check, None, DOCSTRING, "family"))


def test_title_and_paragraphs_are_told_apart(page) -> None:  # type: ignore[no-untyped-def]
    assert page.title == "A title."
    assert page.paragraphs == ("Why it matters, over two lines.", "A second reason.")
    assert page.references == ("First source.", "Second source.")


def test_examples_hold_files_with_their_own_indentation(page) -> None:  # type: ignore[no-untyped-def]
    first, tab, good = page.examples
    assert [file.name for file in first.files] == ["case.yaml", "figures/a.png"]
    assert first.files[0].text == "title: One\n\npatient:\n  age: 44\n"
    assert first.files[1].fixture == "the first half of a PNG"
    assert (tab.label, tab.files[0].text) == ("a tab", "title:\n\tx\n")
    assert good.kind == "good"
    assert good.files[0].text == "## Heading\n\nText.\n"


def test_a_code_is_explained_in_any_case_of_letters_and_by_its_name() -> None:
    assert explain("ref001").name == "pages-run-backwards"
    assert explain(" pages-run-backwards ").code == "REF001"


def test_an_unknown_code_names_the_nearest() -> None:
    with pytest.raises(UnknownCodeError) as caught:
        explain("REF01")
    assert "REF001" in caught.value.nearest
    with pytest.raises(UnknownCodeError) as caught:
        explain("page-run-backward")
    assert caught.value.nearest == ("pages-run-backwards",)


def test_a_code_like_no_other_has_no_nearest() -> None:
    with pytest.raises(UnknownCodeError) as caught:
        explain("zzzzzzzz")
    assert caught.value.nearest == ()


def test_every_code_has_a_whole_page() -> None:
    pages = catalogue()
    assert len(pages) >= 26
    for page in pages:
        assert page.title.endswith("."), page.code
        assert "\n" not in page.title
        assert page.paragraphs, page.code
        assert page.family


# Not shown by `check`: a fault of ours, a full disk, an absent library, what a render or the build
# of an issue finds.
WITHOUT_EXAMPLES = {"SRC009", "ENV001", "ENV002", "OUT004", "OUT005", "OUT008"} | {
    page.code for page in catalogue() if page.code.startswith("ISS")
}


def test_every_page_has_a_bad_and_a_good_example() -> None:
    for page in catalogue():
        kinds = {example.kind for example in page.examples}
        # A check on the output looks at a PDF, which no text can show.
        unshown = page.code in WITHOUT_EXAMPLES or page.scope == "output"
        expected = set() if unshown else {"bad", "good"}
        assert kinds == expected, page.code
