"""The examples in the docstrings of casereport.text are true."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import casereport.text

MODULES = [
    info.name.removeprefix("casereport.text.")
    for info in pkgutil.walk_packages(casereport.text.__path__, "casereport.text.")
]


@pytest.mark.parametrize("name", MODULES)
def test_examples_of_module_are_true(name: str) -> None:
    module = importlib.import_module(f"casereport.text.{name}")
    assert doctest.testmod(module).failed == 0


def test_there_are_examples() -> None:
    modules = [importlib.import_module(f"casereport.text.{name}") for name in MODULES]
    assert sum(doctest.testmod(module).attempted for module in modules) >= 12
