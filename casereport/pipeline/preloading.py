"""Imported by the process which workers are forked from: all that they share, once.

Nothing is rendered here: Pango asks fontconfig in threads of its own, and a process with threads
must not be forked.
"""

import importlib
import pkgutil

from casereport import compiled, levers

levers.settle()
compiled.take_into_use()
importlib.import_module("casereport.pipeline.isolation")
_environment = importlib.import_module("casereport.typesetting.engine.environment")
with _environment.engine_environment():
    importlib.import_module("casereport.typesetting.engine.render")
for _package in map(importlib.import_module, ("casereport.checks", "casereport.exporters")):
    for _module in pkgutil.walk_packages(_package.__path__, f"{_package.__name__}."):
        importlib.import_module(_module.name)
