"""The C declarations that are kept parsed are those of the installed WeasyPrint, and our own.

Run as a program with ``--update`` it writes them anew::

    .venv/bin/python tests/unit/typesetting/test_declarations.py --update
"""

from __future__ import annotations

import ast
import hashlib
import importlib.util
import sys
from pathlib import Path
from typing import Any

import cffi
import pytest

from casereport.typesetting.engine import loading, pango_declarations

FILE = Path(pango_declarations.__file__)


def declared_texts() -> tuple[str, ...]:
    """What WeasyPrint and our engine give to cffi, in this order; the modules are only read."""
    spec = importlib.util.find_spec("weasyprint")
    assert spec is not None
    assert spec.submodule_search_locations
    theirs = Path(spec.submodule_search_locations[0], "text", "ffi.py")
    ours = sorted(FILE.parent.rglob("*.py"))
    texts = tuple(text for file in (theirs, *ours) for text in texts_in(file.read_text("utf-8")))
    assert len(texts) > 1
    return texts


def texts_in(source: str) -> tuple[str, ...]:
    return tuple(
        str(ast.literal_eval(node.args[0]))
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "ffi.cdef"
    )


def parsed(texts: tuple[str, ...], folder: Path) -> dict[str, Any]:
    """What cffi makes of declarations for its out-of-line ABI mode."""
    builder = cffi.FFI()
    for text in texts:
        builder.cdef(text)
    builder.set_source("declared", None)
    target = folder / "declared.py"
    builder.emit_python_code(str(target))
    (call,) = (
        node
        for node in ast.walk(ast.parse(target.read_text("ascii")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "_cffi_backend.FFI"
    )
    return {str(each.arg): ast.literal_eval(each.value) for each in call.keywords}


def hashes(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(hashlib.sha256(text.encode()).hexdigest() for text in texts)


def test_the_hashes_are_those_of_the_installed_declarations() -> None:
    assert hashes(declared_texts()) == pango_declarations.HASHES, "read them, then --update"


def test_they_are_what_cffi_makes_of_them(tmp_path: Path) -> None:
    assert parsed(declared_texts(), tmp_path) == pango_declarations.PARSED


def test_other_declarations_are_told_apart(tmp_path: Path) -> None:
    other = (*declared_texts(), "int a_new_function(int);")
    assert hashes(other) != pango_declarations.HASHES
    assert parsed(other, tmp_path) != pango_declarations.PARSED


def test_declarations_that_were_not_parsed_are_refused() -> None:
    declared = loading._Declared()
    declared.cdef(declared_texts()[0])
    with pytest.raises(loading._OtherDeclarationsError):
        declared.cdef("int a_new_function(int);")


def written(texts: tuple[str, ...], folder: Path) -> str:
    """The module as it should be."""
    head = FILE.read_text("utf-8").split("\nHASHES")[0]
    known = "".join(f'    "{each}",\n' for each in hashes(texts))
    values = "".join(f'    "{key}": {value!r},\n' for key, value in parsed(texts, folder).items())
    return (
        f"{head}\nHASHES: tuple[str, ...] = (\n{known})\n\n"
        f"PARSED: dict[str, Any] = {{\n{values}}}\n"
    )


if __name__ == "__main__" and sys.argv[1:] == ["--update"]:
    import tempfile

    with tempfile.TemporaryDirectory() as made:
        FILE.write_text(written(declared_texts(), Path(made)), "utf-8")
