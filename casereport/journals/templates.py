"""The Jinja environment of a journal: sandboxed, immutable, autoescaping, strict.

A template is looked up along the journal's chain; ``base/article.html.j2`` with its folder names
one exactly, so that a child can extend its parent. Author text only ever enters as values.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import jinja2
from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateNotFound, pass_context
from jinja2.bccache import Bucket, BytecodeCache
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from casereport import resources
from casereport.compiled import store
from casereport.errors import ResourceMissingError
from casereport.journals.journal import Journal
from casereport.levers import is_on


class _ChainLoader(BaseLoader):
    def __init__(self, chain: tuple[str, ...]) -> None:
        self.chain = chain

    def get_source(
        self,
        environment: Environment,  # noqa: ARG002  (jinja2's signature)
        template: str,
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        folder = template.split("/", 1)[0]
        exact = "/" in template and folder in self.chain
        names = [template] if exact else [f"{folder}/{template}" for folder in self.chain]
        for name in names:
            try:
                return resources.read_text("templates", name), name, lambda: True
            except ResourceMissingError:
                continue
        raise TemplateNotFound(template)


class _KeptBytecode(BytecodeCache):
    """Templates are compiled once, and not again for each document (see casereport.compiled).

    Another Jinja compiles them anew: what it writes and what it runs may not fit each other's.
    """

    def load_bytecode(self, bucket: Bucket) -> None:
        if is_on("templates"):
            bucket.code = store.kept().templates.get(_key(bucket))

    def dump_bytecode(self, bucket: Bucket) -> None:
        if is_on("templates") and bucket.code is not None:
            kept = store.kept()
            kept.templates[_key(bucket)] = bucket.code
            kept.changed = True


def _key(bucket: Bucket) -> tuple[str, str]:
    return bucket.key, f"{bucket.checksum} {jinja2.__version__}"


@cache
def _environment(chain: tuple[str, ...]) -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment(
        loader=_ChainLoader(chain),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        bytecode_cache=_KeptBytecode(),
    )


def _asked_late(wanted: Callable[..., Any]) -> Callable[..., Any]:
    """The same filter, left alone while a template is compiled, once for all languages.

    Jinja would ask it then for what it makes of a constant, and remember the answer.
    """

    @pass_context
    def ask(_: Context, *values: Any, **options: Any) -> Any:
        return wanted(*values, **options)

    return ask


def render_template(
    journal: Journal,
    name: str,
    values: Mapping[str, Any],
    *,
    filters: Mapping[str, Callable[..., Any]],
) -> str:
    """Render the journal's template ``name`` with ``values`` and these filters.

    Raises:
        jinja2.TemplateError: the template itself is wrong (never for an author's text).
    """
    environment = _environment(journal.chain).overlay()
    own = {name: _asked_late(wanted) for name, wanted in filters.items()}
    environment.filters = {**environment.filters, **own}
    return environment.get_template(name).render(**values)
