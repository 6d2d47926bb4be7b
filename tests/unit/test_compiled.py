"""What was kept is what Python compiles; what an author wrote is never among it."""

from __future__ import annotations

import dataclasses
import importlib
import importlib.util
import inspect
import marshal
import os
import re
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from casereport import compiled, levers, resources
from casereport.cli import main
from casereport.compiled import patterns
from tests.conftest import SAMPLES

MODULE = """
import re
from dataclasses import dataclass
WORDS = re.compile(r"(?P<first>[a-z\u0600-\u06ff]+) (?P<second>\\d{2,4})", re.IGNORECASE)
BYTES = re.compile(rb"\\x89PNG|(?:GIF)+")
def helper(text):
    return re.compile(f"{text}+?")
MADE_BY_HELPER = helper("ab")
@dataclass(frozen=True, slots=True)
class Point:
    across: int
    down: int = 0
"""
TYPES = """
import re
class Own(str):
    pass
TEXT, BYTES, OWN = re.compile("a[b]"), re.compile(b"a[b]"), re.compile(Own("own"))
"""


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """What is kept, in memory."""
    kept: dict[str, bytes] = {}
    monkeypatch.setattr(resources, "cached", kept.get)
    monkeypatch.setattr(resources, "cache_beside_bytecode", kept.__setitem__)
    monkeypatch.setattr(resources, "may_cache", lambda _: True)
    return kept


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    name = "module_with_patterns"
    (tmp_path / f"{name}.py").write_text(MODULE, "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    yield name
    sys.modules.pop(name, None)


def imported_anew(name: str) -> dict[str, re.Pattern[str]]:
    re.purge()
    sys.modules.pop(name, None)
    found = vars(importlib.import_module(name))
    return {key: value for key, value in found.items() if isinstance(value, re.Pattern)}


def kept_in(store: dict[str, bytes]) -> set[str | bytes]:
    if "compiled" not in store:
        return set()
    _, (kept, methods, _) = marshal.loads(store["compiled"][8:])
    return {expression for _, expression, _ in kept} | set(methods)


def test_what_a_module_compiles_is_kept_and_is_what_re_makes(store: dict[str, bytes], module: str) -> None:
    plain = imported_anew(module)
    with compiled.in_use():
        imported_anew(module)
    assert {pattern.pattern for pattern in plain.values()} <= kept_in(store)
    parsed: list[object] = []
    with pytest.MonkeyPatch.context() as patch:
        parser = re._parser  # type: ignore[attr-defined]
        patch.setattr(parser, "parse", lambda *given: parsed.append(given))
        with compiled.in_use():
            again = imported_anew(module)
    # A pattern equals another when their flags and their code do.
    assert again == plain
    assert parsed == []
    match = again["WORDS"].fullmatch("\u0633\u0646 44")
    assert match is not None
    assert match.groupdict() == {"first": "\u0633\u0646", "second": "44"}
    assert again["WORDS"].groupindex == plain["WORDS"].groupindex


def test_methods_of_dataclasses_are_kept_and_do_the_same(
    store: dict[str, bytes], module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with compiled.in_use():
        imported_anew(module)
    compiled_now: list[object] = []
    with compiled.in_use():
        monkeypatch.setattr(
            "casereport.compiled.methods.compile",
            lambda *given, **named: compiled_now.append(given) or compile(*given, **named),
            raising=False,
        )
        imported_anew(module)
        point = sys.modules[module].Point
    assert compiled_now == []
    assert str(inspect.signature(point)) == "(across: int, down: int = 0) -> None"
    assert repr(point(1)) == "Point(across=1, down=0)"
    assert point(1) == point(1, 0) != point(2)
    assert len({point(1), point(1), point(3, 4)}) == 2
    with pytest.raises(AttributeError):
        point(1).across = 2
    assert "exec" not in vars(dataclasses)


def test_what_is_compiled_of_a_text_is_not_kept(store: dict[str, bytes], module: str) -> None:
    with compiled.in_use():
        imported_anew(module)
        sys.modules[module].helper("a patient")
        re.compile("the patient")
        dataclasses.make_dataclass("Other", ["patient"])
    assert not any("patient" in str(pattern) for pattern in kept_in(store))


def test_a_dataclass_is_what_it_is_without_us(store: dict[str, bytes], module: str) -> None:
    imported_anew(module)
    plain = sys.modules[module].Point.__init__
    for _ in range(2):
        with compiled.in_use():
            imported_anew(module)
        ours = sys.modules[module].Point.__init__
        assert ours.__annotations__ == plain.__annotations__ == {"across": int, "down": int, "return": None}
        assert ours.__code__ == plain.__code__


def test_a_program_that_runs_a_command_while_it_is_imported_gives_no_word_away(
    store: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = "import re\nfrom casereport import compiled\nwith compiled.in_use():\n    re.compile('the patient')\n"
    (tmp_path / "program_of_another.py").write_text(program, "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    imported_anew("program_of_another")
    assert kept_in(store) == set()


def test_where_nothing_can_be_written_nothing_is_compiled_twice(
    store: dict[str, bytes], module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "may_cache", lambda _: False)
    monkeypatch.setattr(patterns, "coded", lambda *_: pytest.fail("it is not to be kept"))
    with compiled.in_use():
        imported_anew(module)
    assert store == {}


def test_expressions_that_cannot_be_written_and_those_that_look_alike(
    store: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "module_of_types.py").write_text(TYPES, "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    for _ in range(2):
        with compiled.in_use():
            found = imported_anew("module_of_types")
        assert found["TEXT"].match("ab")
        assert found["BYTES"].match(b"ab")
        assert found["OWN"].match("own")
    assert kept_in(store) == {"a[b]", b"a[b]"}


def stored(body: bytes) -> bytes:
    return importlib.util.source_hash(body) + body


@pytest.mark.parametrize(
    "content",
    [b"", b"damaged", bytes(4096), stored(marshal.dumps((("another Python",), ({}, {}, {}))))],
    ids=["empty", "damaged", "zeros", "another Python"],
)
def test_what_is_damaged_or_of_another_python_is_made_anew(
    store: dict[str, bytes], module: str, content: bytes
) -> None:
    store["compiled"] = content
    with compiled.in_use():
        assert imported_anew(module)
    assert "ab+?" in kept_in(store)


def test_half_a_file_and_one_with_a_lost_block_are_made_anew(store: dict[str, bytes], module: str) -> None:
    with compiled.in_use():
        plain = imported_anew(module)
    whole = store["compiled"]
    middle = len(whole) // 2
    for broken in (whole[:middle], whole[:-1], whole[:middle] + bytes(64) + whole[middle + 64 :]):
        store["compiled"] = broken
        with compiled.in_use():
            assert imported_anew(module) == plain
        assert store["compiled"] != broken
        assert "ab+?" in kept_in(store)


def test_nothing_is_kept_where_python_compiles_otherwise(
    store: dict[str, bytes], module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    coded = patterns.coded
    monkeypatch.setattr(patterns, "coded", lambda pattern, given: coded(pattern, given | re.DOTALL))
    with compiled.in_use():
        assert imported_anew(module)
    assert not any("PNG" in str(each) for each in kept_in(store))


def test_the_lever_and_the_end_leave_re_as_it_was(
    store: dict[str, bytes], module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiler = re._compiler  # type: ignore[attr-defined]
    before = compiler.compile
    with compiled.in_use():
        assert compiler.compile != before
    assert compiler.compile is before
    monkeypatch.setenv(levers.OFF, "patterns,dataclasses,templates")
    levers.settle()
    try:
        with compiled.in_use():
            assert compiler.compile is before
            imported_anew(module)
    finally:
        monkeypatch.delenv(levers.OFF)
        levers.settle()
    assert store == {}


def test_it_lies_among_the_bytecode_and_goes_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    resources.cache_beside_bytecode("compiled", b"kept")
    assert resources.cached("compiled") is None
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    resources.cache_beside_bytecode("compiled", b"kept")
    assert resources.cached("compiled") == b"kept"
    (file,) = (path for path in tmp_path.rglob("*") if path.is_file())
    assert file.name.startswith("compiled.cpython-")
    file.parent.chmod(0o500)
    try:
        resources.cache_beside_bytecode("another", b"kept")  # cannot be: nothing is said
    finally:
        file.parent.chmod(0o700)


def test_nobody_else_may_write_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    before = os.umask(0)
    try:
        resources.cache_beside_bytecode("compiled", b"kept")
    finally:
        os.umask(before)
    (file,) = (path for path in tmp_path.rglob("*") if path.is_file())
    assert stat.S_IMODE(file.stat().st_mode) == 0o644
    # A link that waits where the file is to be begun leads nowhere.
    other = tmp_path / "other"
    file.with_name(f"{file.name}.{os.getpid()}").symlink_to(other)
    resources.cache_beside_bytecode("compiled", b"again")
    assert not other.exists()


def test_it_may_be_kept_where_python_would_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "not" / "yet"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    assert resources.may_cache("compiled")
    monkeypatch.setattr(os, "access", lambda path, mode: (path, mode) != (tmp_path, os.W_OK))
    assert not resources.may_cache("compiled")
    monkeypatch.undo()
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert not resources.may_cache("compiled")


def test_who_stops_the_command_while_it_is_kept_sees_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def write() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("casereport.compiled.store.write", write)
    assert main(["explain", "REF002"]) == 130
    assert "Stopped." in capsys.readouterr().err


STARTED = """
import sys
from pathlib import Path
from casereport import resources
from casereport.compiled import store
resources._in_cache = lambda name: Path(sys.argv[1], name)
write = store.write
def tell_and_write():
    kept = store.kept()
    print(len(kept.patterns) > 300, kept.changed)
    write()
store.write = tell_and_write
from casereport.cli import main
main(["check", sys.argv[2]])
"""


def test_a_second_start_compiles_nothing_anew(tmp_path: Path) -> None:
    # Of a set's words, in the order of another run, another pattern is made.
    changed = []
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONDONTWRITEBYTECODE": ""}
        command = [sys.executable, "-c", STARTED, str(tmp_path), str(SAMPLES / "hand-calcinosis-66")]
        run = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
        changed.append(run.stdout.splitlines()[-1])
    assert changed == ["True True", "True False"]
