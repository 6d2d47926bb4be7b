"""What several of these tests look with."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable

import pytest


@pytest.fixture(scope="session")
def inflate() -> Callable[[bytes], bytes]:
    """A PDF's bytes, and its streams uncompressed behind them: for what must not be anywhere."""

    def inflated(pdf: bytes) -> bytes:
        parts = [pdf]
        for match in re.finditer(rb"stream\n(.*?)\nendstream", pdf, re.DOTALL):
            try:
                parts.append(zlib.decompress(match[1]))
            except zlib.error:
                continue  # a stream that is not compressed stands in the file itself
        return b"\n".join(parts)

    return inflated
