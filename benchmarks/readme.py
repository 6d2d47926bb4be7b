"""The measured block of README.md: what stands between two marks is replaced, the rest stays."""

from __future__ import annotations

from pathlib import Path

README = Path(__file__).with_name("README.md")
_BEGIN = "<!-- measured: python -m benchmarks --write-readme -->"
_END = "<!-- end of measured -->"


def with_measured(text: str, measured: str) -> str:
    """The text with ``measured`` between its marks.

    Raises:
        ValueError: the marks are not there, once each and in this order.
    """
    before, begin, rest = text.partition(_BEGIN)
    _, end, after = rest.partition(_END)
    if not begin or not end or _BEGIN in rest or _END in after:
        raise ValueError(f"the text lacks {_BEGIN} … {_END}, or has them twice")
    return f"{before}{_BEGIN}\n\n{measured.strip()}\n\n{_END}{after}"


def write_readme(measured: str) -> None:
    """Put the tables into README.md."""
    README.write_text(with_measured(README.read_text("utf-8"), measured), "utf-8")
