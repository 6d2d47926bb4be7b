"""What of a machine can be seen in a page: a cluster's worker is to have the same as we."""

from __future__ import annotations

import json
import platform
import unicodedata
import zlib
from collections.abc import Mapping

from casereport.pipeline.environment import environment_parts
from casereport.typesetting.libraries import found_versions


def identity() -> Mapping[str, str]:
    """Versions and hashes by name; names that end in a slash are folders."""
    major, minor, _ = platform.python_version_tuple()
    return {
        **environment_parts(),
        **found_versions(),
        "Python": f"{major}.{minor}",
        "Unicode": unicodedata.unidata_version,
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
    }


def differences(theirs: Mapping[str, str], ours: Mapping[str, str]) -> tuple[str, ...]:
    """What is not the same: ``Pango 1.50.6 ≠ 1.56.1`` (theirs first), ``fonts/``."""
    names = {name for name in ours.keys() | theirs.keys() if theirs.get(name) != ours.get(name)}
    files = {name for name in names if name.endswith("/")}
    said = (f"{name} {theirs.get(name) or '-'} ≠ {ours.get(name) or '-'}" for name in names - files)
    return (*sorted(said), *sorted(files))


def encode_identity(mine: Mapping[str, str]) -> bytes:
    """As bytes."""
    return json.dumps(mine).encode()


def decode_identity(content: bytes) -> Mapping[str, str]:
    """From bytes.

    Raises:
        ValueError: these are none.
    """
    told = json.loads(content)
    if not isinstance(told, dict):
        raise ValueError("no identity")
    return {str(name): str(value) for name, value in told.items()}
