"""One case through all stages: what is fatal, what is only told."""

from __future__ import annotations

import dataclasses
import re

import pytest

from casereport.exporters import Loss
from casereport.inspection import read_pdf
from casereport.pipeline import case as pipeline
from casereport.pipeline.case import RenderOptions, check_case, render_case
from casereport.pipeline.findings import figure_missing_in_output
from casereport.workspace import MemoryWorkspace
from tests.conftest import TODAY, memory_case, rendered

CASE = "journal: manuscript\nlanguages: [en]\ntitle: {en: A case}\n"
TEXT = "## Introduction {#introduction}\n\nText [@a].\n"
BIB = "@article{a, author={Doe, J}, title={T}, journal={J}, year={2020}}\n"


def codes(result: object) -> list[str]:
    return [found.code for found in result.diagnostics]  # type: ignore[attr-defined]


def make(text: str = TEXT, case: str = CASE, **options: object) -> pipeline.RenderResult:
    workspace = memory_case("trial", case_yaml=case, en_md=text, references_bib=BIB)
    return render_case(workspace, RenderOptions(formats=("html",), **options))  # type: ignore[arg-type]


def test_a_sound_case_gives_its_file_and_no_finding() -> None:
    result = make()
    assert not result.fatal
    assert [file.path for file in result.outputs] == ["trial.html"]
    assert codes(result) == []


def test_an_error_of_the_source_writes_nothing() -> None:
    result = make(case=CASE + "colour: red\n")
    assert result.fatal
    assert result.outputs == ()
    assert codes(result) == ["SRC003"]


def test_another_error_is_told_and_the_file_is_written_unless_strict() -> None:
    text = TEXT + "\nMore [@absent].\n"
    lax, strict = make(text), make(text, strict=True)
    assert codes(lax) == codes(strict) == ["CIT001"]
    assert (lax.fatal, len(lax.outputs)) == (False, 1)
    assert (strict.fatal, strict.outputs) == (True, ())


def test_a_comment_silences_a_finding_but_brings_back_no_picture() -> None:
    ignore = "<!-- casereport: ignore CIT001 as in the source -->\n"
    assert codes(make(f"{TEXT}\n{ignore}More [@absent].\n", strict=True)) == []
    figure = "figures:\n  x:\n    # casereport: ignore FIG001 on its way\n    file: figures/x.png\n"
    result = make(TEXT + "\nSee @fig-x.\n", case=CASE + figure)
    assert result.fatal
    assert result.outputs == ()


def test_an_unknown_journal_is_told_and_the_rest_is_still_checked() -> None:
    case = CASE.replace("manuscript", "jmum")
    workspace = memory_case("t", case_yaml=case, en_md=TEXT + "\n[@absent]\n", references_bib=BIB)
    assert codes(check_case(workspace)) == ["SRC015", "CIT001"]


def test_an_unreadable_case_has_its_findings_and_no_article() -> None:
    result = check_case(memory_case("t", en_md="## Introduction\n"))
    assert codes(result) == ["SRC001"]


def test_pages_that_end_elsewhere_are_printed_as_they_are_and_noted() -> None:
    result = rendered("crest-calcinosis-44f-as-printed", None, ("pdf",))
    notes = [found for found in result.diagnostics if found.code == "OUT008"]
    assert len(notes) == 1
    assert notes[0].span.file == "case.yaml"
    assert not result.fatal


def test_what_an_exporter_loses_is_fatal(monkeypatch: pytest.MonkeyPatch) -> None:
    real = pipeline.find_exporter("html")

    def losing(article: object, journal: object) -> object:
        export = real.run(article, journal)  # type: ignore[arg-type]
        return dataclasses.replace(export, losses=(Loss("x.png", "truncated"),))

    lossy = dataclasses.replace(real, run=losing)  # type: ignore[arg-type]
    monkeypatch.setattr(pipeline, "find_exporter", lambda name: lossy)
    result = make()
    assert result.fatal
    assert result.outputs == ()
    assert codes(result) == [figure_missing_in_output(Loss("x.png", "truncated")).code]


def test_steps_are_told_as_they_begin() -> None:
    told: list[str] = []
    workspace = memory_case("trial", case_yaml=CASE, en_md=TEXT, references_bib=BIB)
    render_case(workspace, RenderOptions(formats=("html",)), lambda step: told.append(str(step)))
    assert told == ["Reading the case", "Checking the case", "Writing html"]


def test_a_comment_that_cannot_bring_back_a_picture_does_not_hide_why_nothing_is_written() -> None:
    figure = "figures:\n  x:\n    # casereport: ignore FIG001 on its way\n    file: figures/x.png\n"
    assert "FIG001" in codes(make(TEXT + "\nSee @fig-x.\n", case=CASE + figure))


@pytest.mark.parametrize(
    ("image", "code"), [(None, "FIG001"), (b"\x89PNG\r\n\x1a\n", "FIG006"), (b"text", "FIG006")]
)
def test_a_figure_that_is_missing_or_unreadable_is_fatal(image: bytes | None, code: str) -> None:
    case = f"{CASE}figures: {{x: {{file: figures/x.png, alt: {{en: X}}}}}}\n"
    files = {"case.yaml": case.encode(), "en.md": (TEXT + "\nSee @fig-x.\n").encode()}
    if image is not None:
        files["figures/x.png"] = image
    workspace = MemoryWorkspace("t", {**files, "references.bib": BIB.encode()}, TODAY)
    result = render_case(workspace, RenderOptions(formats=("html",)))
    assert (result.fatal, result.outputs) == (True, ())
    assert code in codes(result)


PLACED = CASE.replace("manuscript", "jmums") + (
    "publication:\n  volume: 3\n  year: 2020\n{comment}  pages: 10-19\n"
)
OUT008 = "  # casereport: ignore OUT008 the pages are not final\n"


def pages_of(comment: str = "", **options: object) -> pipeline.RenderResult:
    workspace = memory_case(
        "trial", case_yaml=PLACED.format(comment=comment), en_md=TEXT, references_bib=BIB
    )
    return render_case(workspace, RenderOptions(formats=("html", "pdf"), **options))  # type: ignore[arg-type]


def test_the_range_that_prints_is_the_one_there_is_in_every_format() -> None:
    result = pages_of()
    assert codes(result) == ["OUT008"]
    assert result.diagnostics[0].span.line == 7
    by_name = {file.path: file.content for file in result.outputs}
    page = by_name["trial.html"].decode().replace("\u2060", "")
    (last,) = {int(number) for number in re.findall(r"Pages 10\u2013(\d+)", page)}
    document = read_pdf(by_name["trial.pdf"])
    assert [p.label for p in document.pages] == [str(n) for n in range(10, last + 1)]
    assert f"10-{last}" in document.text.replace("\u2013", "-").replace("\u2060", "")
    assert "19" not in document.pages[0].text


def test_a_note_of_the_output_can_be_silenced_and_is_not_idle_before_there_is_one() -> None:
    assert codes(pages_of(OUT008)) == []
    silenced = PLACED.format(comment=OUT008)
    workspace = memory_case("trial", case_yaml=silenced, en_md=TEXT, references_bib=BIB)
    assert codes(check_case(workspace)) == []


def test_a_character_that_no_font_has_is_told_with_its_place_and_can_be_silenced() -> None:
    text = TEXT.replace("Text", "Text \U00012000")
    comment = "<!-- casereport: ignore OUT004 known -->\n"
    for typed, expected in ((text, ["OUT004"]), (text.replace("Text", comment + "Text"), [])):
        workspace = memory_case("t", case_yaml=CASE, en_md=typed, references_bib=BIB)
        result = render_case(workspace, RenderOptions(formats=("pdf",)))
        assert codes(result) == expected
        assert not result.fatal


def test_a_link_may_lead_anywhere_the_text_allows_without_loss() -> None:
    links = "\n[a](https://a.org/?x=1&y=2) [b](mailto:a@b.org) [c](#gone) <https://d.org/\u0641>\n"
    workspace = memory_case("t", case_yaml=CASE, en_md=TEXT + links, references_bib=BIB)
    result = render_case(workspace, RenderOptions(formats=("pdf", "html"), keep_html=True))
    assert not result.fatal
    assert codes(result) == []


def test_the_journal_of_the_command_wins_over_the_cases() -> None:
    result = make(journal="clinical-brief")
    assert 'class="journal-clinical-brief"' in result.outputs[0].content.decode()


def test_kept_html_is_made_only_when_it_is_wanted() -> None:
    assert make().kept_html == ()
    assert [f.path for f in make(keep_html=True).kept_html][0] == "trial.html"
