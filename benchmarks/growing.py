"""A sample with more text, more figures or more references, by as many as wanted. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from benchmarks.cases import Files, recoloured_png

_PARAGRAPHS = {
    "fa": "در بررسی\u200cهای پیاپی، درد و تورم مفصل آرنج کمتر شد و بیمار توانست کارهای روزانه "
    "را از سر بگیرد. پوست اندام\u200cها همچنان سفت بود، اما زخم تازه\u200cای پدید نیامد و دامنهٔ "
    "حرکت آرنج در هر دو طرف بیشتر شد. از آنجا که رسوب\u200cها در بافت نرم پراکنده بودند، "
    "تصویربرداری تنها هنگامی تکرار شد که نشانه\u200cای تازه آن را ایجاب می\u200cکرد.",
    "en": "At the visits that followed, the pain and the swelling of the elbow were less and the "
    "patient could take up her daily work again. The skin of the limbs remained tight, but no new "
    "ulcer appeared, and both elbows moved more freely. As the deposits were scattered in the soft "
    "tissue, imaging was repeated only when a new sign called for it.",
}
_SEEN = {
    "fa": "نمای دیگری از ضایعه در @fig-{id} دیده می\u200cشود.",
    "en": "See @fig-{id} for another view.",
}
_TOLD = {
    "fa": "این نکته پیش\u200cتر هم گزارش شده است [@{id}].",
    "en": "It was reported before [@{id}].",
}
_FIGURE = """  {id}:
    file: {{fa: figures/{id}.png, en: figures/{id}.png}}
    kind: illustration
    caption: {{fa: نمایی دیگر از ضایعه., en: Another view of the lesion.}}
    alt: {{fa: طرحی از ضایعه., en: Drawing of the lesion.}}
    consent: not-stated
"""
_ENTRY = """
@article{{{id},
  author = {{Walker, J. and Osei, M. and Lindqvist, P.}},
  title = {{A further report of calcinosis, part {number}}},
  journal = {{Semin Arthritis Rheum}},
  year = {{{year}}}, volume = {{{volume}}}, number = {{2}}, pages = {{{page}-{last}}},
}}
"""


def with_text(files: Files, amount: int) -> dict[str, bytes]:
    """With ``amount`` more paragraphs in the discussion, in each language."""
    return _with_paragraphs(files, [_PARAGRAPHS] * amount)


def with_figures(files: Files, amount: int) -> dict[str, bytes]:
    """With ``amount`` more figures, each another picture."""
    ids = [f"more-{number}" for number in range(1, amount + 1)]
    picture = next(content for name, content in sorted(files.items()) if name.endswith(".png"))
    grown = _with_paragraphs(files, [_filled(_SEEN, key) for key in ids])
    facts = grown["case.yaml"].decode()
    declared = "".join(_FIGURE.format(id=key) for key in ids)
    grown["case.yaml"] = facts.replace("\nfigures:\n", f"\nfigures:\n{declared}", 1).encode()
    for number, key in enumerate(ids, start=1):
        grown[f"figures/{key}.png"] = recoloured_png(picture, number)
    return grown


def with_references(files: Files, amount: int) -> dict[str, bytes]:
    """With ``amount`` more references, each cited once in each language."""
    numbers = range(1, amount + 1)
    entries = "".join(
        _ENTRY.format(
            id=f"more{n}", number=n, year=1980 + n % 40, volume=1 + n % 60,
            page=100 + n, last=109 + n,
        )
        for n in numbers
    )  # fmt: skip
    grown = _with_paragraphs(files, [_filled(_TOLD, f"more{n}") for n in numbers])
    return {**grown, "references.bib": files["references.bib"] + entries.encode()}


GROWTHS: Mapping[str, Callable[[Files, int], dict[str, bytes]]] = {
    "paragraphs": with_text,
    "figures": with_figures,
    "references": with_references,
}
"""By the name of what becomes more."""


def _filled(texts: Mapping[str, str], key: str) -> dict[str, str]:
    return {language: text.format(id=key) for language, text in texts.items()}


def _with_paragraphs(files: Files, paragraphs: list[dict[str, str]]) -> dict[str, bytes]:
    grown = dict(files)
    for language in _PARAGRAPHS:
        text = files[f"{language}.md"].decode()
        head, mark, tail = text.partition("{#discussion}\n\n")
        more = "".join(f"{texts[language]}\n\n" for texts in paragraphs)
        grown[f"{language}.md"] = f"{head}{mark}{more}{tail}".encode()
    return grown
