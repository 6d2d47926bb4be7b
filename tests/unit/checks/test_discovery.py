"""Checks are found by walking the package; a module that is not shaped as one stops the program."""

from __future__ import annotations

import itertools
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from casereport.checks.discovery import CheckDefinitionError, discover

GOOD = '''"""A title.

Why.
"""
from __future__ import annotations
from collections.abc import Iterator
from casereport.checks.check import Check, Finding, SourceContext
from casereport.diagnostics import Severity

check = Check(
    code="{code}", name="{name}", severity=Severity.NOTE, scope="source", message="Found.", {extra}
)

def run(context: SourceContext) -> Iterator[Finding]:
    yield Finding.at(("title",))
'''

Write = Callable[[dict[str, str]], str]
_names = (f"fake_checks_{number}" for number in itertools.count())


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Write modules into a new package with one family, ``family``; the package's name."""

    def write(modules: dict[str, str]) -> str:
        name = next(_names)
        folder = tmp_path / name / "family"
        folder.mkdir(parents=True)
        (tmp_path / name / "__init__.py").touch()
        (folder / "__init__.py").touch()
        for module, source in modules.items():
            (folder / f"{module}.py").write_text(source, encoding="utf-8")
        monkeypatch.syspath_prepend(str(tmp_path))
        return name

    return write


def good(code: str = "TST001", name: str = "a-fault", extra: str = "") -> str:
    return GOOD.format(code=code, name=name, extra=extra)


def test_a_file_in_a_family_folder_is_found_without_being_registered(package: Write) -> None:
    (found,) = discover(package({"a_fault": good()}))
    assert (found.check.code, found.family, found.available) == ("TST001", "family", True)


def test_checks_are_ordered_by_code_not_by_file(package: Write) -> None:
    name = package({"a_fault": good("TST002"), "z_fault": good("TST001", "z-fault")})
    assert [loaded.check.code for loaded in discover(name)] == ["TST001", "TST002"]


def test_a_module_with_a_leading_underscore_is_a_helper(package: Write) -> None:
    name = package({"a_fault": good(), "_helper": "VALUE = 1\n"})
    assert len(discover(name)) == 1


def test_a_module_that_cannot_be_imported_stops_the_program(package: Write) -> None:
    name = package({"a_fault": "import a_package_that_does_not_exist\n"})
    with pytest.raises(ModuleNotFoundError):
        discover(name)


@pytest.mark.parametrize(
    ("module", "source", "reason"),
    [
        ("a_fault", "VALUE = 1\n", "has no `check"),
        ("another_name", good(), "not named after a-fault"),
        ("a_fault", good()[good().index("from ") :], "docstring"),
        ("a_fault", good().replace("context: SourceContext", "context: ArticleContext"), "scope"),
        ("a_fault", good().replace('scope="source"', 'scope="elsewhere"'), "scope"),
        ("a_fault", good().replace("def run", "def walk"), "scope"),
    ],
)
def test_a_module_of_another_shape_is_refused_with_its_reason(
    package: Write, module: str, source: str, reason: str
) -> None:
    with pytest.raises(CheckDefinitionError, match=reason):
        discover(package({module: source}))


def test_two_checks_may_not_share_a_code(package: Write) -> None:
    name = package({"a_fault": good(), "b_fault": good(name="b-fault")})
    with pytest.raises(CheckDefinitionError, match="the code TST001"):
        discover(name)


def test_two_checks_of_different_families_may_not_share_a_name(
    package: Write, tmp_path: Path
) -> None:
    name = package({"a_fault": good()})
    other = tmp_path / name / "other"
    other.mkdir()
    (other / "__init__.py").touch()
    (other / "a_fault.py").write_text(good("TST002"), encoding="utf-8")
    with pytest.raises(CheckDefinitionError, match="the name a-fault"):
        discover(name)


def test_a_check_whose_package_is_absent_is_listed_as_unavailable(package: Write) -> None:
    name = package({"a_fault": good(extra='requires="a_package_that_does_not_exist"')})
    (found,) = discover(name)
    assert not found.available


def test_importing_the_checks_does_not_import_the_layout_engine() -> None:
    code = (
        "import sys\n"
        "from casereport.checks import catalogue\n"
        "assert catalogue()\n"
        "heavy = {'weasyprint', 'PIL', 'citeproc', 'rich'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
