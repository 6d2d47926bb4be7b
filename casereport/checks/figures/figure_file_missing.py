"""The image of a figure cannot be found or read.

A figure without its image is a hole in the page. The path stands in case.yaml as it is seen from
the case folder, with capital letters as in the file's name: some machines tell Chest.png from
chest.png, others do not. Paths that leave the folder, links, and folders are refused. A figure
that has an image in one language only is reported when the other language has a text, too.

Bad::

    case.yaml:
        figures:
          chest:
            file: figures/chset.png
            caption: {fa: قفسه سینه, en: The chest}
    fa.md:
        تغییرات در @fig-chest دیده شد.
    en.md:
        The changes are shown in @fig-chest.
    figures/chest.png: <a small PNG>

Bad (outside the case folder)::

    case.yaml:
        figures:
          chest:
            file: ../chest.png
            caption: {fa: قفسه سینه, en: The chest}

Good::

    case.yaml:
        figures:
          chest:
            file: figures/chest.png
            caption: {fa: قفسه سینه, en: The chest}
    fa.md:
        تغییرات در @fig-chest دیده شد.
    en.md:
        The changes are shown in @fig-chest.
    figures/chest.png: <a small PNG>
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.figures._files import FileUse, file_fields, file_uses, path_fix
from casereport.diagnostics import N_, LanguageName, Severity
from casereport.model.display import Figure
from casereport.workspace import MAX_FILE_BYTES

check = Check(
    code="FIG001",
    name="figure-file-missing",
    severity=Severity.ERROR,
    scope="source",
    message=N_("The image file {file} cannot be read."),
    hint=N_("Open the file on its own to see what is wrong with it, or save it anew."),
)

_REASONS = {
    "missing": (
        N_("The image file {file} is not in the case folder."),
        N_("Put the file there, or correct its path."),
    ),
    "outside": (
        N_("The path {file} leads out of the case folder, or is a link."),
        N_("Copy the image into the case folder and write its path from there, such as {example}."),
    ),
    "backslash": (
        N_("The path {file} is written with backslashes."),
        N_("Write {slashed}."),
    ),
    "permission": (
        N_("The image file {file} may not be read on this machine."),
        N_("Give yourself the right to read the file."),
    ),
    "not-a-file": (
        N_("The path {file} is a folder or a device, not an image file."),
        N_("Write the path of the image itself."),
    ),
    "too-large": (
        N_("The image file {file} is larger than {limit} MB."),
        N_("Save the image in a smaller size."),
    ),
}
_NEAREST = N_("Did you mean {nearest}? Correct the path, or add the file.")
_NO_FILE = N_("The figure {figure} names no image file.")
_NO_FILE_HINT = N_("Name the image in a line below the figure, such as {example}.")
_ONE_LANGUAGE = N_("The figure {figure} names no image file for {language}.")
_ONE_LANGUAGE_HINT = N_("Name a file for {language} too, or one file for every language.")


def run(context: SourceContext) -> Iterator[Finding]:
    for use in file_uses(context.case.facts):
        image = context.case.images.get(use.file)
        if image is None or image.content is None:
            yield _unreadable(use, image.reason if image else "missing", context)
    for key, figure in context.case.facts.figures.items():
        yield from _unnamed(key, figure, context)


def _unreadable(use: FileUse, reason: str, context: SourceContext) -> Finding:
    message, hint = _REASONS.get(reason, ("", ""))
    near = _nearest(use.file, context.files) if reason == "missing" else ""
    return Finding.at(
        use.route,
        fix=path_fix(use, reason, context),
        message=message,
        hint=_NEAREST if near else hint,
        file=use.file,
        nearest=near,
        limit=MAX_FILE_BYTES // 2**20,
        example="figures/chest.png",
        slashed=use.file.replace("\\", "/"),
    )


def _nearest(wanted: str, files: tuple[str, ...]) -> str:
    """The file that was probably meant: other letter case, other folder, or a slip."""
    lower = wanted.lower()
    for same in (lambda name: name.lower() == lower, lambda name: _base(name) == _base(lower)):
        for name in files:
            if same(name):
                return name
    near = difflib.get_close_matches(wanted, files, n=1, cutoff=0.75)
    return near[0] if near else ""


def _base(name: str) -> str:
    return name.lower().rpartition("/")[2]


def _unnamed(key: str, figure: Figure, context: SourceContext) -> Iterator[Finding]:
    fields = list(file_fields(key, figure))
    if not fields:
        line = f"file: figures/{key}.png"
        yield Finding.at(
            ("figures", key), message=_NO_FILE, hint=_NO_FILE_HINT, figure=key, example=line
        )
    for language, narrative in sorted(context.case.narratives.items()):
        if not narrative.has_body:
            continue
        for route, file in fields:
            if file.get(language) is None:
                yield Finding.at(
                    route,
                    message=_ONE_LANGUAGE,
                    hint=_ONE_LANGUAGE_HINT,
                    figure=key,
                    language=LanguageName(language),
                )
