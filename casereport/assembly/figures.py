"""Sets a figure: its label, caption, panels, images, alt texts, in one language."""

from __future__ import annotations

from collections.abc import Callable

from casereport.article.block import Fig, Graphic
from casereport.article.inline import Inline, Text, plain_text
from casereport.assembly.setting import Setting
from casereport.diagnostics import N_, say
from casereport.model.base import Bilingual
from casereport.model.display import Figure
from casereport.reading.faults import wrong_type
from casereport.text.isolates import strip_isolates

Markdown = Callable[[str, tuple[str | int, ...]], tuple[Inline, ...]]


def figure(name: str, setting: Setting, markdown: Markdown) -> Fig | None:
    """The figure called ``name``; None when case.yaml declares none (FIG004 reports that)."""
    declared = setting.case.facts.figures.get(name)
    if declared is None:
        return None
    locale = setting.locale
    number = setting.numbering.figures.get(name, 0)
    caption = declared.caption.get(locale.language) if declared.caption else None
    shown = markdown(caption, ("figures", name, "caption")) if caption else ()
    width_mm = _millimetres(name, declared, setting)
    whole = (*shown, *_credit(name, declared, setting, markdown, after=bool(shown)))
    graphics = _graphics(name, declared, setting, markdown, plain_text(shown))
    # With nothing after it a label is only the figure's name: no colon, no full stop.
    leads = whole or any(graphic.caption for graphic in graphics)
    term = "figure-label" if leads else "figure-mention"
    return Fig(
        id=f"fig-{name}",
        number=number,
        label=locale.term(term, number=locale.number(number)) if number else "",
        caption=whole,
        graphics=graphics,
        width="page" if declared.width == "page" else "column",
        width_mm=width_mm,
    )


def _millimetres(name: str, declared: Figure, setting: Setting) -> int | None:
    """The width that the author gave in millimetres; one wider than the text is told."""
    if not declared.width.endswith("mm"):
        return None
    width, room = int(declared.width.removesuffix("mm")), setting.manifest.page.text_width
    if room is not None and width > room:
        setting.record.diagnostics.append(
            wrong_type(
                setting.case.source.span(("figures", name, "width")),
                say(
                    N_("The figure cannot be {width} mm wide: the text of the page is {room} mm."),
                    width=width,
                    room=room,
                ),
                say(N_("Write page, or at most {room} mm."), room=room),
            )
        )
    return width


def _credit(
    name: str, declared: Figure, setting: Setting, markdown: Markdown, *, after: bool
) -> tuple[Inline, ...]:
    """Whose image it is, at the end of the caption; it may name the authors, so not when blind."""
    credit = declared.credit.get(setting.language) if declared.credit else None
    if not credit or setting.blind:
        return ()
    opening, closing = setting.locale.term("credit", credit="\n").split("\n")
    inlines = markdown(credit, ("figures", name, "credit"))
    return (Text(f"{' ' if after else ''}{opening}"), *inlines, Text(closing))


def _graphics(
    name: str, declared: Figure, setting: Setting, markdown: Markdown, caption_text: str
) -> tuple[Graphic, ...]:
    # Without a description of its own an image is described by its caption.
    whole = _in_language(declared.alt, setting.language) or strip_isolates(caption_text)
    graphics: list[Graphic] = []
    if declared.file is not None:
        graphics.append(_graphic(_in_language(declared.file, setting.language), whole, setting))
    for index, panel in enumerate(declared.panels):
        caption = panel.caption.get(setting.language) or ""
        inlines = (
            markdown(caption, ("figures", name, "panels", index, "caption")) if caption else ()
        )
        label = setting.locale.panel_letter(index)
        file = _in_language(panel.file, setting.language)
        described = _in_language(panel.alt, setting.language)
        alt = described or strip_isolates(plain_text(inlines))
        base = _graphic(file, alt, setting) if file else Graphic("", "")
        graphics.append(Graphic(base.asset, base.alt, label, inlines, base.missing))
    return tuple(graphics)


def _graphic(file: str, alt: str, setting: Setting) -> Graphic:
    source = setting.case.images.get(file)
    missing = source is None or source.content is None
    return Graphic(asset_name(file), alt, missing=missing)


def asset_name(file: str) -> str:
    """The name of an image among the article's assets: its path in the case folder."""
    return file


def _in_language(field: Bilingual | None, language: str) -> str:
    """The text in this language, else (an image, an alt text) in whichever there is."""
    if field is None:
        return ""
    return field.get(language) or next(iter(field.texts.values()), "")
