"""This program with WeasyPrint as it comes: without our patches, and without true bidi."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from benchmarks.rival import Document, Recipe
from benchmarks.rivals import casereport

NAME = "casereport, stock typesetting"
INSTALL = ""

find = casereport.find


def prepare(program: str, document: Document, folder: Path) -> Recipe:
    """As casereport, with one variable more."""
    recipe = casereport.prepare(program, document, folder)
    stock = {**recipe.environment, "CASEREPORT_STOCK_TYPESETTING": "1"}
    return replace(recipe, environment=stock)
