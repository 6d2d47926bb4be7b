"""Where a command's many renders run: ``--jobs`` of this machine, ``--scheduler`` of a cluster."""

from __future__ import annotations

import ipaddress
import os
import re
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from casereport.cli.command import misuse
from casereport.cli.terminal import tell
from casereport.diagnostics import N_, say

if TYPE_CHECKING:
    from casereport.pipeline.workers import Machines

_ADDRESS = re.compile(r"(?:tcp|tls)://(?P<host>\[[0-9A-Fa-f:.]+\]|[\w.-]+):(?P<port>[0-9]{1,5})")


class SchedulerAddress(click.ParamType[str]):
    """Where a dask scheduler listens, in dask's own form; those within one machine are out."""

    name = "address"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """The address as it is; whether anyone answers there shows later."""
        match = _ADDRESS.fullmatch(str(value))
        if match is None or not 0 < int(match["port"]) < 65536:
            message = f"{value!r} is not tcp://HOST:PORT or tls://HOST:PORT (dask's port is 8786)."
            raise click.BadParameter(message, ctx, param)
        return str(value)


def cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def machines(jobs: int, scheduler: str | None, language: str) -> Machines:
    """This machine with so many jobs at a time, or the cluster of ``scheduler``."""
    from casereport.pipeline.workers import ThisMachine

    if scheduler is None:
        return ThisMachine(jobs)
    from casereport.pipeline.cluster import Cluster

    context = click.get_current_context()
    if context.get_parameter_source("jobs") is ParameterSource.COMMANDLINE:
        misuse("--jobs is of this machine; with --scheduler the workers' threads say how many.")
    if is_sent_in_the_clear(scheduler):
        clear = N_(
            "What is sent to {address} can be read on the way, patients' data too; "
            "tls:// or an SSH tunnel hides it."
        )
        tell(say(clear, address=scheduler), language)
    return Cluster(scheduler, lambda message: tell(message, language))


def is_sent_in_the_clear(address: str) -> bool:
    """True for what leaves this machine without TLS.

    >>> is_sent_in_the_clear("tcp://10.0.0.1:8786"), is_sent_in_the_clear("tcp://127.0.0.1:8786")
    (True, False)
    """
    match = _ADDRESS.fullmatch(address)
    host = "" if match is None else match["host"].strip("[]")
    if address.startswith("tls:") or host == "localhost":
        return False
    try:
        return not ipaddress.ip_address(host).is_loopback
    except ValueError:
        return True
