"""What tests of several stages share: the samples, and what is made of them, once a run."""

from __future__ import annotations

import copyreg
import datetime
import fcntl
import hashlib
import os
import pickle
import signal
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import MappingProxyType

import pytest

from casereport.pipeline.case import RenderResult, render_case
from casereport.pipeline.options import RenderOptions
from casereport.workspace import DiskWorkspace, MemoryWorkspace

# Started in the background of a script (``make test &``), all of a run's processes would ignore the
# Ctrl-C that tests send them, as they should.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

SAMPLES = Path(__file__).parent.parent / "samples"
TODAY = datetime.date(2026, 1, 1)


def _proxy_of(values: dict[str, object]) -> MappingProxyType[str, object]:
    return MappingProxyType(values)


# Not by the type itself: a type is pickled by its name, and "builtins.mappingproxy" leads nowhere.
copyreg.pickle(MappingProxyType, lambda proxy: (_proxy_of, (dict(proxy),)))


@cache
def rendered(
    sample: str,
    journal: str | None = None,
    formats: tuple[str, ...] = ("pdf", "html"),
    *,
    order: tuple[str, ...] | None = None,
    blind: bool = False,
    keep_html: bool = False,
) -> RenderResult:
    """A sample rendered in memory; each combination is made once in a run of the tests."""
    options = RenderOptions(
        formats=formats, journal=journal, order=order, blind=blind, keep_html=keep_html
    )
    workspace = DiskWorkspace(SAMPLES / sample, TODAY)
    return _once_a_run(f"{sample} {options}", lambda: render_case(workspace, options))


_shared: list[Path] = []
"""The folder that xdist's workers share; empty without them."""


@pytest.fixture(scope="session", autouse=True)
def _shared_folder(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Each worker's own folder lies in the run's, which pytest takes away in its time."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        _shared[:] = [tmp_path_factory.getbasetemp().parent]


def _once_a_run(key: str, make: Callable[[], RenderResult]) -> RenderResult:
    """What ``make`` gives, made by one of xdist's workers and read by the others."""
    if not _shared:
        return make()
    stored = _shared[0] / f"rendered-{hashlib.sha256(key.encode()).hexdigest()}"
    with stored.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if stored.exists():
            result = pickle.loads(stored.read_bytes())
            assert isinstance(result, RenderResult)
            return result
        result = make()
        stored.write_bytes(pickle.dumps(result))
        return result


def memory_case(name: str, **files: str | bytes) -> MemoryWorkspace:
    """A case in memory; ``case_yaml``, ``fa_md`` … are its files (an underscore for the dot)."""
    contents = {
        key.replace("_", ".", 1): text.encode() if isinstance(text, str) else text
        for key, text in files.items()
    }
    return MemoryWorkspace(name, contents, TODAY)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--torture", action="store_true", help="the scorecard of safety at its full size (hours)"
    )


def pytest_configure(config: pytest.Config) -> None:
    """A run of hours that is stopped has told what it has measured."""
    if config.getoption("--torture") and not hasattr(config, "workerinput"):
        config.pluginmanager.register(_RowsAsTheyCome(config))


class _RowsAsTheyCome:
    """Prints each row of the scorecard, and each failure, when its test ends."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Each row goes out twice: at once, and in the table at the end."""
        terminal = self._config.pluginmanager.get_plugin("terminalreporter")
        if report.when != "call" or terminal is None:
            return
        terminal.ensure_newline()
        for row in _rows(report):
            terminal.line(row)
        if report.failed:
            terminal.line(f"FAILED {report.nodeid}\n{report.longreprtext[-3000:]}")


def _rows(report: pytest.TestReport) -> list[str]:
    mark = "ok" if report.passed else "MISSED"
    return [
        f"{mark:7}{value[0]:44} target {value[1]}; measured {value[2]}"
        for name, value in report.user_properties
        if name == "scorecard" and isinstance(value, (tuple, list))
    ]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The scorecard that tests/torture has measured, after a long run."""
    if not terminalreporter.config.getoption("--torture"):
        return
    terminalreporter.section("scorecard of safety")
    for row in sorted(
        row
        for outcome in ("passed", "failed")
        for report in terminalreporter.getreports(outcome)
        for row in _rows(report)
    ):
        terminalreporter.line(row)
