"""The line to a cluster's scheduler: the one module of this side that knows dask.

Calls go out as bytes with the name of a function, each to one worker; what they come to is put in
a queue by dask's own threads. Dask's words go nowhere (with CASEREPORT_DEBUG they stay): the
screen belongs to the command.
"""

from __future__ import annotations

import asyncio
import concurrent.futures
import logging
import os
import queue
import uuid
import warnings
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from casereport.errors import ClusterError, MissingExtraError

_CONNECT_SECONDS = 15
_GATHER_SECONDS = 60
_log = logging.getLogger(__name__)
_LOGGERS = ("distributed", "tornado", "asyncio")


@dataclass(frozen=True, slots=True)
class Ended:
    """A call that has ended: with ``content``, or a ``failure``, or its worker was lost (none)."""

    key: str
    content: bytes | None = None
    failure: str = ""


class Connection:
    """Used by one thread; to be closed."""

    def __init__(self, address: str) -> None:
        """Connect.

        Raises:
            MissingExtraError: dask.distributed is not installed.
            ClusterError: no scheduler answers there.
        """
        self._address = address
        self._futures: dict[str, Any] = {}
        self._ended: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._client = _connected(address)

    def threads(self) -> Mapping[str, int] | None:
        """The workers that are there: how many threads each has, by its address.

        None when the scheduler is too busy to say, which is not to be gone.

        Raises:
            ClusterError: the scheduler is gone.
        """
        self._look()
        try:
            return dict(self._client.nthreads())
        except _LOST as error:
            _log.debug("%s does not tell who is there: %s", self._address, _words(error))
            self._look()
            return None

    def call(self, function: Callable[[bytes], bytes], content: bytes, worker: str) -> str:
        """Have a worker call ``function``; the key by which :meth:`next` tells of it.

        Raises:
            ClusterError: the scheduler is gone.
        """
        self._look()
        # Whoever looks at the scheduler sees the keys: they tell nothing of a case.
        key = f"casereport-{uuid.uuid4().hex}"
        try:
            future = self._client.submit(
                function, content, key=key, workers=[worker], allow_other_workers=False, pure=False
            )
        except _LOST as error:
            raise ClusterError("lost", self._address, _words(error)) from error
        self._futures[key] = future
        future.add_done_callback(lambda _future: self._ended.put(key))
        return key

    def next(self, seconds: float) -> Ended | None:
        """A call that has ended; None when none does within that time.

        Raises:
            ClusterError: the scheduler is gone.
        """
        try:
            key = self._ended.get(timeout=seconds)
        except queue.Empty:
            self._look()
            return None
        future = self._futures.pop(key, None)
        if future is None:
            return None  # it was dropped
        return self._end_of(key, future)

    def drop(self, keys: Iterable[str]) -> None:
        """Forget calls, whatever has become of them."""
        dropped = [self._futures.pop(key) for key in keys if key in self._futures]
        if dropped and self._client.status == "running":
            try:
                self._client.cancel(dropped, force=True)
            except _LOST as error:
                raise ClusterError("lost", self._address, _words(error)) from error

    def close(self) -> None:
        """Cancel all calls and hang up."""
        try:
            self.drop(list(self._futures))
        except ClusterError:
            # Who is gone has forgotten them too.
            self._futures.clear()
        self._client.close(_CONNECT_SECONDS)

    def _end_of(self, key: str, future: Any) -> Ended:
        from distributed.scheduler import KilledWorker

        self._look()
        if future.status == "error":
            error = future.exception(_GATHER_SECONDS)
            if isinstance(error, KilledWorker):
                return Ended(key)
            return Ended(key, failure=f"{type(error).__name__}: {error}")
        if future.status != "finished":
            return Ended(key)
        try:
            content = future.result(_GATHER_SECONDS)
        except _LOST:
            # Its worker went down between the end of the call and this.
            self._look()
            return Ended(key)
        if not isinstance(content, bytes):
            return Ended(key, failure=f"an answer of type {type(content).__name__}")
        return Ended(key, content)

    def _look(self) -> None:
        if self._client.status != "running":
            raise ClusterError("lost", self._address, str(self._client.status))


_LOST = (OSError, TimeoutError, concurrent.futures.CancelledError, asyncio.CancelledError)
"""What dask raises when who it talks to is gone."""


def _connected(address: str) -> Any:
    try:
        import dask
        from distributed import Client, Security
    except ModuleNotFoundError as error:
        if error.name not in {"dask", "distributed"}:
            raise
        raise MissingExtraError("dask.distributed", "distributed") from error
    if not os.environ.get("CASEREPORT_DEBUG"):
        _silence()
    if address.startswith("tls:"):
        _need_certificates(address, Security())
    # A case with its figures is larger than what dask finds large.
    dask.config.set({"distributed.admin.large-graph-warning-threshold": "1 TiB"})
    try:
        with warnings.catch_warnings():
            # Of versions: what they change of a page is compared by us.
            warnings.simplefilter("ignore")
            return Client(
                address,
                timeout=_CONNECT_SECONDS,
                set_as_default=False,
                direct_to_workers=False,
                name="casereport",
            )
    except (*_LOST, TypeError, ValueError, RuntimeError) as error:
        raise ClusterError("unreachable", address, _words(error)) from error


def _words(error: BaseException) -> str:
    return " ".join(str(error).split()) or type(error).__name__


def _need_certificates(address: str, security: Any) -> None:
    """See before we call whether dask's settings lead to certificates: it would complain late."""
    try:
        found = security.get_connection_args("client").get("ssl_context")
    except (OSError, ValueError) as error:  # a file is not there, or holds no certificate
        detail = f"{error.strerror or error}" if isinstance(error, OSError) else str(error)
        raise ClusterError("no-certificates", address, detail) from error
    if found is None:
        raise ClusterError("no-certificates", address, "DASK_DISTRIBUTED__COMM__TLS__…")


def _silence() -> None:
    for name in _LOGGERS:
        logger = logging.getLogger(name)
        logger.handlers[:] = [logging.NullHandler()]
        logger.propagate = False
