"""Checks: one module a check, below a folder a family, found by walking the package.

A check is pure: it is given the case (and the article, and the output), and yields findings that
name a place; the mechanism makes diagnostics of them.
"""

from casereport.checks.check import (
    ArticleContext,
    OutputContext,
    ProfileContext,
    Scope,
    SourceContext,
)
from casereport.checks.ignoring import apply_ignores
from casereport.checks.page_texts import PageText, page_text
from casereport.checks.pages import Page, UnknownCodeError, catalogue, explain, family
from casereport.checks.running import run_checks

__all__ = [
    "ArticleContext",
    "OutputContext",
    "Page",
    "PageText",
    "ProfileContext",
    "Scope",
    "SourceContext",
    "UnknownCodeError",
    "apply_ignores",
    "catalogue",
    "explain",
    "family",
    "page_text",
    "run_checks",
]
