"""One HTML element as safe markup."""

from __future__ import annotations

from markupsafe import Markup


def element(tag: str, *children: Markup | str, **attributes: str | None) -> Markup:
    """``<tag name="value">children</tag>``; empty attributes are left out.

    ``class_`` is class, ``aria_label`` aria-label. Tags are these modules' own words; children that
    are not Markup are escaped.
    """
    name = Markup(tag)  # noqa: S704  (never an author's)
    names = ((key.rstrip("_").replace("_", "-"), value) for key, value in attributes.items())
    given = [(key, value) for key, value in names if value]
    shown = Markup("").join(Markup(' {}="{}"').format(key, value) for key, value in given)
    return Markup("<{0}{1}>{2}</{0}>").format(name, shown, Markup("").join(children))
