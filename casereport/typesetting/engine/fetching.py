"""The engine's way to resources: each use has a fetcher that knows what it is wanted for."""

from __future__ import annotations

from weasyprint.urls import URLFetcherResponse

from casereport.typesetting.assets import AssetStore, RefusedError, Served
from casereport.typesetting.result import RefusedKind


class AssetFetcher:
    """A WeasyPrint URL fetcher over an :class:`AssetStore`.

    It does not derive from ``URLFetcher``, which carries openers for files, HTTP and FTP: what is
    not there cannot be reached.
    """

    _fail_on_errors = False  # a refusal is recorded, and the page goes on without the resource

    def __init__(self, store: AssetStore, kind: RefusedKind) -> None:
        self._store = store
        self._kind: RefusedKind = kind

    def wanting(self, kind: RefusedKind) -> AssetFetcher:
        """The same assets, wanted for another use."""
        return AssetFetcher(self._store, kind)

    def has(self, url: str) -> bool:
        """True when the document may have ``url``; else the refusal is recorded."""
        try:
            self._store.serve(url, self._kind)
        except RefusedError:
            return False
        return True

    def content(self, url: str) -> bytes:
        """The bytes at ``url``, empty when the document may not have it."""
        try:
            return self._store.serve(url, self._kind).content
        except RefusedError:
            return b""

    def refuse(self, source: str) -> None:
        """Record that ``source``, which is no URL, is out of reach."""
        self._store.refuse(source, self._kind, "not-an-asset")

    def __call__(self, url: str) -> URLFetcherResponse:
        """The resource at ``url``.

        Raises:
            RefusedError: the document may not have it; WeasyPrint goes on without.
        """
        try:
            served = self._store.serve(url, self._kind)
        except RefusedError:
            if self._kind != "stylesheet":
                raise
            # WeasyPrint catches a refusal everywhere but in @color-profile, where it would end
            # the document; an empty sheet says the same.
            served = Served(b"", "text/css")
        return URLFetcherResponse(url, served.content, {"Content-Type": served.media_type})
