"""Pages that reporters make: templates under ``templates/report``, filled, self-contained.

All text of the author is escaped by the template and stands in isolates of its own.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from markupsafe import Markup

from casereport import __version__, resources
from casereport.locale.messages import catalogue
from casereport.typesetting.fonts import FontFace, font_face_rules


def fill_page(  # noqa: PLR0913  (keyword-only)
    template: str,
    view: object,
    *,
    language: str,
    sheets: tuple[str, ...],
    persian_font: bool,
    filters: Mapping[str, Callable[..., Any]] = MappingProxyType({}),
) -> str:
    """The page; ``persian_font``: the Persian face travels inside it, as a data URL."""
    # Only these formats need Jinja, which is slow to import.
    from jinja2 import DictLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        loader=DictLoader({template: resources.read_text("templates", template)}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(filters)
    css = [resources.read_text("templates", sheet) for sheet in sheets]
    if persian_font:
        css.insert(0, _persian_font())
    return environment.get_template(template).render(
        view=view,
        version=__version__,
        css=Markup("\n".join(css)),  # noqa: S704  (our own sheets)
        _=catalogue(language).gettext,
    )


@cache
def _persian_font() -> str:
    def url(face: FontFace) -> str:
        return "data:font/ttf;base64," + base64.b64encode(face.content()).decode("ascii")

    return font_face_rules(url, families=("Vazirmatn",))
