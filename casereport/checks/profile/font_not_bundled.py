"""A journal names a typeface that does not ship with the program.

Pages are set with the bundled fonts alone, so that they come out alike on every machine. Another
family would be replaced without a word, with other widths and perhaps without half-spaces. The
Persian family is one that has an "Arabic" face beside it, for the letters alone.

Bad::

    journal.yaml:
        typography: {persian-family: B Nazanin}

Bad (in a style sheet)::

    style.css:
        .front h1 { font-family: "Times New Roman", serif; }

Good::

    journal.yaml:
        typography: {persian-family: Scheherazade New}
    style.css:
        .front h1 { font-family: var(--persian), "Liberation Serif"; }
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import Check, Finding, ProfileContext
from casereport.checks.profile._sheets import Declaration, code_of, declarations
from casereport.diagnostics import N_, AnyOf, Severity
from casereport.text.characters import OBJECT_REPLACEMENT
from casereport.typesetting.fonts import font_faces

check = Check(
    code="PROF008",
    name="font-not-bundled",
    severity=Severity.ERROR,
    scope="profile",
    message=N_("The typeface {family} is not bundled."),
    hint=N_("Use one of {known}."),
)

_GENERIC = frozenset(
    {
        "serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", "inherit", "initial",
        "unset", "revert", "math", "ui-serif", "ui-sans-serif", "ui-monospace",
    }
)  # fmt: skip
_LETTERS_ALONE = " Arabic"
_FOR_SCREENS = "screen.css"


def run(context: ProfileContext) -> Iterator[Finding]:
    profile, known = context.profile, tuple(dict.fromkeys(face.family for face in font_faces()))
    if profile.manifest is not None:
        typography = profile.manifest.typography
        scripts = tuple(name for name in known if name + _LETTERS_ALONE in known)
        for script, family, choice in (
            ("persian", typography.persian_family, scripts),
            ("latin", typography.latin_family, known),
        ):
            if family not in choice:
                route = ("typography", f"{script}-family")
                yield Finding.at(route, family=family, known=AnyOf(choice))
    for name, text in profile.sheets():
        if name == _FOR_SCREENS:
            continue  # a browser has fonts of its own
        for one in declarations(code_of(text)):
            if one.name == "font-family":
                for start, family in _families(one):
                    if family not in known and family.lower() not in _GENERIC:
                        place = profile.place(name, start, start + len(family))
                        yield Finding.at(place, family=family, known=AnyOf(known))


def _families(one: Declaration) -> Iterator[tuple[int, str]]:
    """Each family that is named as it stands, and where."""
    start = one.value_start
    for part in one.value.split(","):
        family = part.strip().removesuffix("!important").strip().strip("\"'")
        if family and "(" not in part and ")" not in part and OBJECT_REPLACEMENT not in part:
            yield start + part.index(family), family
        start += len(part) + 1
