r"""Text with CSL's tags as LaTeX that :mod:`casereport.references.bibtex.latex` reads as the same.

Only what TeX would take for its own is written as commands; letters stand as they are, in UTF-8.
"""

from __future__ import annotations

import re

from casereport.references.markup import Tag, TagName, tokens

_COMMANDS = {
    "\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    "`": r"\textasciigrave{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "%": r"\%",
    "#": r"\#", "_": r"\_",
}  # fmt: skip
_SPECIAL = re.compile(r"[\\~^`{}$&%#_]|(?<=-)-|(?<=')'")
_OPENINGS: dict[TagName, str] = {
    "i": r"\textit{", "b": r"\textbf{", "sup": r"\textsuperscript{", "sub": r"\textsubscript{",
    "sc": r"\textsc{", "nocase": "{",
}  # fmt: skip


def encode_plain(text: str) -> str:
    r"""Text without tags, as LaTeX.

    >>> encode_plain("50% & {x}")
    '50\\% \\& \\{x\\}'
    """
    return _SPECIAL.sub(_command, text)


def encode_markup(markup: str) -> str:
    r"""Text with tags, as LaTeX.

    >>> encode_markup('CO<sub>2</sub> in <span class="nocase">DNA</span>')
    'CO\\textsubscript{2} in {DNA}'
    """
    pieces: list[str] = []
    for piece in tokens(markup):
        if isinstance(piece, Tag):
            pieces.append("}" if piece.closes else _OPENINGS[piece.name])
        else:
            pieces.append(encode_plain(piece))
    return "".join(pieces)


def encode_verbatim(text: str) -> str:
    r"""A URL or an identifier: only what would unbalance the entry, or start a comment, is escaped.

    >>> encode_verbatim("10.1000/a_b%20c")
    '10.1000/a_b\\%20c'
    """
    return re.sub(r"[{}%#]", r"\\\g<0>", text)


def _command(match: re.Match[str]) -> str:
    # An empty group parts what TeX would join: -- and ''.
    return _COMMANDS.get(match[0]) or "{}" + match[0]
