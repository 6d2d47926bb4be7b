"""The house rules that import-linter and ruff cannot say: sizes, names, disk, print, imports, text.

Each rule is a function from a source file to its complaints, with a snippet that breaks it and one
that keeps it: a rule that cannot fail would not be one.
"""

from __future__ import annotations

import ast
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "casereport"

MAX_MODULE_LINES = 400
MAX_FUNCTION_LINES = 60
MAX_CHECK_LINES = 120
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "misc"}

DISK = {"workspace", "resources"}
"""The only parts that touch the disk."""

LAZY = {
    # Heavy to import (PERFORMANCE: ms of CPU each), so imported where the work begins.
    "PIL", "babel", "bidi", "arabic_reshaper", "bibtexparser", "citeproc", "dask", "distributed", "fontTools", "jinja2",
    "lxml", "markdown_it", "mdit_py_plugins", "persiantools", "pikepdf", "pydicom", "pydyf", "pylatexenc", "pypdfium2",
    "rich", "weasyprint",
    # Ours, and as heavy: its modules stand on WeasyPrint's own.
    "casereport.typesetting.engine",
    # Of the formats of references a case has one: its suffix decides which is imported.
    "casereport.references.bibtex", "casereport.references.endnote", "casereport.references.nbib",
    "casereport.references.pasted", "casereport.references.ris",
}  # fmt: skip

FILE_METHODS = {
    "read_text", "read_bytes", "write_text", "write_bytes", "mkdir", "unlink", "rmdir", "iterdir",
    "rglob", "touch", "symlink_to", "hardlink_to", "chmod",
}  # fmt: skip
OS_FILE_FUNCTIONS = {
    "open", "fdopen", "remove", "unlink", "rename", "replace", "mkdir", "makedirs", "rmdir",
    "listdir", "scandir", "walk", "stat", "lstat", "chmod", "link", "symlink", "truncate",
}  # fmt: skip
FILE_MODULES = {"tempfile", "shutil", "glob", "fileinput", "mmap", "importlib.resources"}
OUTSIDE_MODULES = {"socket", "subprocess", "http", "urllib.request", "ftplib", "smtplib"}


@dataclass(frozen=True)
class Source:
    """A Python file of the package: its place and its text."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @property
    def stage(self) -> str:
        """The package's part it belongs to: casereport/<stage>/… or casereport/<stage>.py."""
        parts = self.path.split("/")
        return parts[1].removesuffix(".py") if len(parts) > 1 else ""

    def calls(self) -> Iterator[ast.Call]:
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.Call))

    def imports(self, tree: ast.AST | None = None) -> Iterator[tuple[str, int]]:
        """Every imported module with its line; ``from a import b`` is told as ``a.b``."""
        for node in ast.walk(tree or self.tree):
            if isinstance(node, ast.Import):
                yield from ((name.name, node.lineno) for name in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield from ((f"{node.module}.{name.name}", node.lineno) for name in node.names)


Rule = Callable[[Source], Iterator[str]]


def is_below(module: str, roots: set[str]) -> bool:
    return any(module == root or module.startswith(root + ".") for root in roots)


def modules_stay_small(source: Source) -> Iterator[str]:
    lines = source.text.count("\n")
    if lines > MAX_MODULE_LINES:
        yield f"{lines} lines; {MAX_MODULE_LINES} is the most"


def functions_stay_small(source: Source) -> Iterator[str]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1 - docstring_lines(node)
            if lines > MAX_FUNCTION_LINES:
                yield f"line {node.lineno}: {node.name} has {lines} lines"


def docstring_lines(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Module) -> int:
    first = node.body[0] if node.body else None
    is_text = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    if not is_text or ast.get_docstring(node) is None:
        return 0
    return (first.end_lineno or first.lineno) - first.lineno + 1


def checks_are_one_page(source: Source) -> Iterator[str]:
    if not re.fullmatch(r"casereport/checks/\w+/\w+\.py", source.path):
        return
    lines = source.text.count("\n") - docstring_lines(source.tree)
    if lines > MAX_CHECK_LINES:
        yield f"{lines} lines below its docstring; a check is a page"


def names_say_what_is_inside(source: Source) -> Iterator[str]:
    for part in Path(source.path).with_suffix("").parts:
        if FORBIDDEN_NAMES & set(part.split("_")):
            yield f"{part} says nothing of what is inside"


def only_workspace_and_resources_touch_the_disk(source: Source) -> Iterator[str]:
    if source.stage in DISK:
        return
    for call in source.calls():
        called = ast.unparse(call.func)
        owner, _, method = called.rpartition(".")
        if [ast.unparse(argument) for argument in call.args[:1]] == ["os.devnull"]:
            continue
        # resources.read_text(), and a workspace's methods, are the doors we want to see used.
        through_a_door = owner.rpartition(".")[2] in {"", *DISK}
        if (
            called in {"open", "io.open"}
            or (owner == "os" and method in OS_FILE_FUNCTIONS)
            or owner.startswith("os.path")
            or (method in FILE_METHODS and not through_a_door)
        ):
            yield f"line {call.lineno}: {called}()"
    allowed_paths = source.stage in {"cli", "pipeline"}
    for module, line in source.imports():
        pure = module.startswith("pathlib.Pure")
        if is_below(module, FILE_MODULES) or (
            is_below(module, {"pathlib"}) and not allowed_paths and not pure
        ):
            yield f"line {line}: import of {module}"


def nothing_goes_outside(source: Source) -> Iterator[str]:
    for module, line in source.imports():
        if is_below(module, OUTSIDE_MODULES):
            yield f"line {line}: {module}: this program is offline and starts no other"


def only_cli_prints(source: Source) -> Iterator[str]:
    if source.stage == "cli":
        return
    for call in source.calls():
        called = ast.unparse(call.func)
        if called == "print" or re.match(r"sys\.(__)?std(out|err)", called):
            yield f"line {call.lineno}: {called}()"


def imports_stand_at_the_top(source: Source) -> Iterator[str]:
    enters_stages = source.stage in {"cli", "pipeline"}
    for node in ast.walk(source.tree):
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        for module, line in source.imports(node):
            own = is_below(module, {"casereport"})
            if is_below(module, LAZY) or (own and enters_stages):
                continue
            yield f"line {line}: import of {module} inside a function"


def languages_are_asked_not_compared(source: Source) -> Iterator[str]:
    if source.stage in {"locale", "text"}:
        return
    for node in ast.walk(source.tree):
        operands: list[ast.expr] = []
        if isinstance(node, ast.Compare):
            for operand in (node.left, *node.comparators):
                inside = isinstance(operand, ast.Tuple | ast.Set | ast.List)
                operands += operand.elts if inside else [operand]
        elif isinstance(node, ast.MatchValue):
            operands = [node.value]
        for operand in operands:
            if isinstance(operand, ast.Constant) and operand.value in {"fa", "en"}:
                yield f"line {node.lineno}: compares with {operand.value!r}; ask the Locale"


def no_error_is_swallowed(source: Source) -> Iterator[str]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ExceptHandler):
            if node.type is None:
                yield f"line {node.lineno}: except without a type"
            if all(isinstance(part, ast.Pass) or is_ellipsis(part) for part in node.body):
                yield f"line {node.lineno}: except that does nothing"
        elif (
            isinstance(node, ast.Call)
            and ast.unparse(node.func).endswith("suppress")
            and {"Exception", "BaseException"} & {ast.unparse(kind) for kind in node.args}
        ):
            yield f"line {node.lineno}: suppresses everything"


def is_ellipsis(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and ast.unparse(node) == "..."


def nothing_invisible_is_typed(source: Source) -> Iterator[str]:
    for number, line in enumerate(source.text.split("\n"), start=1):
        for character in line:
            category = unicodedata.category(character)
            if category in {"Cf", "Zl", "Zp"} or character in "\u00a0\u034f\u061c\u115f\u3164":
                yield f"line {number}: U+{ord(character):04X}; write it as an escape"


ELSEWHERE = re.compile(r"/work/" + "main|/work/" + r"shared|\.\./" + "shared|[A-Z]{4,}" + r"\.md\b")
OWN_DOCUMENTS = {"README" + ".md"}


def the_project_stands_alone(source: Source) -> Iterator[str]:
    for number, line in enumerate(source.text.split("\n"), start=1):
        if set(ELSEWHERE.findall(line)) - OWN_DOCUMENTS:
            yield f"line {number}: names a file that readers of this project do not have"


PYTHON_RULES: tuple[Rule, ...] = (
    modules_stay_small,
    functions_stay_small,
    checks_are_one_page,
    names_say_what_is_inside,
    only_workspace_and_resources_touch_the_disk,
    nothing_goes_outside,
    only_cli_prints,
    imports_stand_at_the_top,
    languages_are_asked_not_compared,
    no_error_is_swallowed,
)
TEXT_RULES: tuple[Rule, ...] = (nothing_invisible_is_typed, the_project_stands_alone)

SPOILT: tuple[tuple[Rule, str, str], ...] = (
    (modules_stay_small, "casereport/a.py", "x = 1\n" * 401),
    (functions_stay_small, "casereport/a.py", "def f():\n" + "    x = 1\n" * 61),
    (checks_are_one_page, "casereport/checks/dates/a.py", "x = 1\n" * 121),
    (names_say_what_is_inside, "casereport/text/date_utils.py", ""),
    (names_say_what_is_inside, "casereport/common/dates.py", ""),
    (only_workspace_and_resources_touch_the_disk, "casereport/a.py", "open('x')"),
    (only_workspace_and_resources_touch_the_disk, "casereport/a.py", "path.read_text()"),
    (only_workspace_and_resources_touch_the_disk, "casereport/cli/a.py", "out.write_bytes(b'')"),
    (only_workspace_and_resources_touch_the_disk, "casereport/a.py", "os.listdir('.')"),
    (only_workspace_and_resources_touch_the_disk, "casereport/a.py", "os.path.exists('x')"),
    (only_workspace_and_resources_touch_the_disk, "casereport/a.py", "from pathlib import Path"),
    (only_workspace_and_resources_touch_the_disk, "casereport/cli/a.py", "import tempfile"),
    (nothing_goes_outside, "casereport/cli/a.py", "import subprocess"),
    (nothing_goes_outside, "casereport/a.py", "from urllib.request import urlopen"),
    (only_cli_prints, "casereport/a.py", "print('x')"),
    (only_cli_prints, "casereport/a.py", "import sys\nsys.stderr.write('x')"),
    (imports_stand_at_the_top, "casereport/a.py", "def f():\n    import json"),
    (imports_stand_at_the_top, "casereport/checks/a.py", "def f():\n    from casereport import x"),
    (languages_are_asked_not_compared, "casereport/a.py", "if language == 'fa': x = 1"),
    (languages_are_asked_not_compared, "casereport/a.py", "x = language in ('fa', 'ar')"),
    (languages_are_asked_not_compared, "casereport/a.py", "match x:\n    case 'en': y = 1"),
    (no_error_is_swallowed, "casereport/a.py", "try:\n    x = 1\nexcept OSError:\n    pass"),
    (no_error_is_swallowed, "casereport/a.py", "try:\n    x = 1\nexcept:\n    raise"),
    (no_error_is_swallowed, "casereport/a.py", "with contextlib.suppress(Exception): x = 1"),
    (nothing_invisible_is_typed, "templates/a.css", "a\u200cb"),
    (nothing_invisible_is_typed, "templates/a.css", "a\u00a0b"),
    (the_project_stands_alone, "casereport/a.py", "# see ../" + "shared/BIDI" + ".md"),
)

SOUND: tuple[tuple[Rule, str, str], ...] = (
    (modules_stay_small, "casereport/a.py", "x = 1\n" * 400),
    (functions_stay_small, "casereport/a.py", "def f():\n    '''" + "x\n" * 90 + "'''\n"),
    (checks_are_one_page, "casereport/checks/dates/a.py", "'''" + "x\n" * 150 + "'''\nx = 1\n"),
    (only_workspace_and_resources_touch_the_disk, "casereport/resources.py", "path.read_text()"),
    (only_workspace_and_resources_touch_the_disk, "casereport/a.py", "resources.read_text('x')"),
    (only_workspace_and_resources_touch_the_disk, "casereport/cli/a.py", "import pathlib"),
    (only_cli_prints, "casereport/cli/a.py", "print('x')"),
    (imports_stand_at_the_top, "casereport/a.py", "def f():\n    import weasyprint"),
    (imports_stand_at_the_top, "casereport/cli/a.py", "def f():\n    from casereport import x"),
    (languages_are_asked_not_compared, "casereport/text/a.py", "x = language == 'fa'"),
    (languages_are_asked_not_compared, "casereport/a.py", "x = {'fa': 1}"),
    (no_error_is_swallowed, "casereport/a.py", "try:\n    x = 1\nexcept OSError:\n    x = 2"),
    (nothing_invisible_is_typed, "casereport/a.py", "x = '\\u200c'"),
)


def files(*patterns: str) -> list[Source]:
    """The project's files of these patterns, in order."""
    paths = sorted({path for pattern in patterns for path in ROOT.glob(pattern)})
    return [Source(path.relative_to(ROOT).as_posix(), path.read_text("utf-8")) for path in paths]


def complaints(rule: Rule, sources: list[Source]) -> list[str]:
    return [f"{source.path}: {complaint}" for source in sources for complaint in rule(source)]


@pytest.mark.parametrize("rule", PYTHON_RULES, ids=lambda rule: rule.__name__)
def test_the_package_keeps_the_rule(rule: Rule) -> None:
    sources = files("casereport/**/*.py")
    assert len(sources) > 50
    found = complaints(rule, sources)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("rule", TEXT_RULES, ids=lambda rule: rule.__name__)
def test_every_text_keeps_the_rule(rule: Rule) -> None:
    sources = files(
        "casereport/**/*.py",
        "tests/**/*.py",
        "samples/**/*.py",
        "benchmarks/**/*.py",
        "templates/**/*.j2",
        "templates/**/*.css",
        ".ci/*",
        "Makefile",
    )
    assert len(sources) > 50
    found = complaints(rule, sources)
    assert not found, "\n".join(found)


def test_templates_do_not_compare_languages() -> None:
    found = [
        f"{template.path}: {match[0]}"
        for template in files("templates/**/*.j2")
        for match in re.finditer(r"[=!]=\s*[\"'](fa|en)[\"']", template.text)
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(("rule", "path", "text"), SPOILT)
def test_a_spoilt_snippet_is_reported(rule: Rule, path: str, text: str) -> None:
    assert list(rule(Source(path, text)))


@pytest.mark.parametrize(("rule", "path", "text"), SOUND)
def test_a_sound_snippet_is_not_reported(rule: Rule, path: str, text: str) -> None:
    assert list(rule(Source(path, text))) == []


def test_every_rule_is_shown_to_be_able_to_fail() -> None:
    assert {rule for rule, _, _ in SPOILT} == {*PYTHON_RULES, *TEXT_RULES}
