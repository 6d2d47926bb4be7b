r"""Residue of other markup in a text: LaTeX, HTML entities, Word's field codes, lost Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["latex", "entity", "field", "markdown"]

_COMMANDS = {
    "alpha": "\u03b1", "beta": "\u03b2", "gamma": "\u03b3", "delta": "\u03b4", "epsilon":
    "\u03b5", "kappa": "\u03ba", "lambda": "\u03bb", "mu": "\u03bc", "omega": "\u03c9", "pi":
    "\u03c0", "sigma": "\u03c3", "tau": "\u03c4", "chi": "\u03c7", "Delta": "\u0394", "Omega":
    "\u03a9", "pm": "\u00b1", "times": "\u00d7", "geq": "\u2265", "ge": "\u2265", "leq":
    "\u2264", "le": "\u2264", "degree": "\u00b0", "circ": "\u00b0", "approx": "\u2248",
    "rightarrow": "\u2192", "to": "\u2192", "infty": "\u221e", "cdot": "\u00b7", "sim": "~",
    "%": "%",
}  # fmt: skip
_PATTERNS: tuple[tuple[Kind, str], ...] = (
    ("latex", r"\$(?=[^$\n]{0,200}[\\^_{])[^$\n]{1,200}\$"),
    (
        "latex",
        r"\\(?:begin|end|text\w{2}|emph|cite\w?|ref|label|frac|mathrm|mathbf)\{[^{}\n]{0,80}\}?",
    ),
    ("latex", r"(?<![\w:.\\])\\[A-Za-z]{2,20}(?![A-Za-z\\:])"),
    ("entity", r"&(?:[A-Za-z]{2,12}|#[0-9]{2,6}|#x[0-9A-Fa-f]{2,5});"),
    (
        "field",
        r"\{\s{0,3}(?:REF|PAGEREF|SEQ|TOC|PAGE|NUMPAGES|HYPERLINK|ADDIN|MERGEFIELD|EQ|XE|TA|INCLUDEPICTURE)"
        r"\b[^{}\n]{0,200}\}",
    ),
    ("field", r"ADDIN (?:EN\.CITE|ZOTERO_\w{2,20}|Mendeley)[^\s]{0,40}|\\?\* ?MERGEFORMAT"),
    ("field", r"Error! (?:Reference source|Bookmark) not (?:found|defined)\.?|CSL_CITATION"),
    ("field", r"\b_(?:Ref|Toc|Hlk)[0-9]{5,12}\b"),
    ("markdown", r"\*\*(?=\w)|(?<=\w)\*\*"),
)
_RESIDUE = re.compile("|".join(f"(?P<_{i}>{pattern})" for i, (_, pattern) in enumerate(_PATTERNS)))
_COMMAND = re.compile(r"\\([A-Za-z]+|%)")


@dataclass(frozen=True, slots=True)
class Residue:
    """A piece of foreign markup; ``plain`` is what it says when that is simple enough to tell."""

    start: int
    text: str
    kind: Kind
    plain: str = ""


def residues(text: str) -> Iterator[Residue]:
    r"""The pieces of foreign markup in ``text``.

    >>> [(piece.text, piece.plain) for piece in residues(r"a $TNF\ \alpha$ b")] == [
    ...     (r"$TNF\ \alpha$", "TNF \u03b1")
    ... ]
    True
    """
    for match in _RESIDUE.finditer(text):
        kind = _PATTERNS[int((match.lastgroup or "_0")[1:])][0]
        plain = _plain(match[0]) if kind == "latex" else ""
        yield Residue(match.start(), match[0], kind, plain)


def _plain(latex: str) -> str:
    """The characters that a short formula stands for; nothing when a command is not known."""
    text = _COMMAND.sub(lambda match: _COMMANDS.get(match[1], "\\"), latex.strip("$"))
    text = re.sub(r"\\[ ,;]", " ", text)
    return "" if re.search(r"[\\{}^_$]", text) else " ".join(text.split())
