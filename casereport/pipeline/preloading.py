"""Imported by the process which workers are forked from: all that they share, once.

Nothing is rendered here: Pango asks fontconfig in threads of its own, and a process with threads
must not be forked.
"""

import importlib
import pkgutil

import casereport.pipeline.isolation  # noqa: F401
from casereport import checks, exporters
from casereport.typesetting.engine.environment import engine_environment

with engine_environment():
    importlib.import_module("casereport.typesetting.engine.render")
for _package in (checks, exporters):
    for _module in pkgutil.walk_packages(_package.__path__, f"{_package.__name__}."):
        importlib.import_module(_module.name)
