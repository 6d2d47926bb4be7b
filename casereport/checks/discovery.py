"""Finds the checks: every module below ``checks/<family>/`` whose name has no leading underscore.

Nothing is registered by hand. A module that cannot be imported, or that is not shaped as
:mod:`casereport.checks.check` says, is a fault of the program and stops it; only a check that
declares ``requires`` may be unavailable.
"""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import ModuleType

from casereport.checks.check import Check, Run
from casereport.errors import CaseReportError

PACKAGE = "casereport.checks"
_CONTEXTS = {
    "source": "SourceContext",
    "article": "ArticleContext",
    "output": "OutputContext",
    "profile": "ProfileContext",
}


class CheckDefinitionError(CaseReportError):
    """A check's module is not as the mechanism needs it."""

    def __init__(self, module: str, reason: str) -> None:
        super().__init__(f"{module}: {reason}")


@dataclass(frozen=True, slots=True)
class LoadedCheck:
    """A check as found. ``run`` is None when the finding arises in another stage."""

    check: Check
    run: Run | None
    docstring: str
    family: str

    @property
    def available(self) -> bool:
        """False when the optional package it requires is not installed."""
        needed = self.check.requires
        return not needed or importlib.util.find_spec(needed) is not None


@cache
def discover(package: str = PACKAGE) -> tuple[LoadedCheck, ...]:
    """Every check below ``package``, by code.

    Raises:
        CheckDefinitionError: a module is not shaped as a check, or two share a code or a name.
        ImportError: a module cannot be imported.
    """
    found = sorted(_load_all(package), key=lambda loaded: loaded.check.code)
    for field in ("code", "name"):
        seen: set[str] = set()
        for loaded in found:
            value = getattr(loaded.check, field)
            if value in seen:
                raise CheckDefinitionError(package, f"two checks have the {field} {value}")
            seen.add(value)
    return tuple(found)


def _load_all(package: str) -> Iterator[LoadedCheck]:
    for family in _submodules(importlib.import_module(package)):
        if not family.ispkg:
            continue
        folder = importlib.import_module(f"{package}.{family.name}")
        for module in _submodules(folder):
            path = f"{package}.{family.name}.{module.name}"
            yield _load(importlib.import_module(path), family.name)


def _submodules(package: ModuleType) -> Iterator[pkgutil.ModuleInfo]:
    modules = pkgutil.iter_modules(package.__path__)
    return (module for module in modules if not module.name.startswith("_"))


def _load(module: ModuleType, family: str) -> LoadedCheck:
    check = getattr(module, "check", None)
    if not isinstance(check, Check):
        raise CheckDefinitionError(module.__name__, "has no `check = Check(…)`")
    if module.__name__.rpartition(".")[2] != check.name.replace("-", "_"):
        raise CheckDefinitionError(module.__name__, f"the file is not named after {check.name}")
    if not module.__doc__:
        raise CheckDefinitionError(module.__name__, "has no docstring, which is its page")
    run: Run | None = getattr(module, "run", None)
    expected = _CONTEXTS.get(check.scope)
    given = run.__annotations__.get("context") if run is not None else None
    if getattr(given, "__name__", given) != expected:
        raise CheckDefinitionError(
            module.__name__, f"the scope {check.scope} needs run(context: {expected}), not {given}"
        )
    return LoadedCheck(check, run, module.__doc__, family)
