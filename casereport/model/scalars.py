"""What every scalar value of a case has in common: it is read from one text, by its own class."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from casereport.diagnostics import N_, AnyOf, Message, say
from casereport.model.base import FactError


def examples_hint(examples: tuple[str, ...]) -> Message:
    """What to write, by example."""
    return say(N_("Write a value such as {examples}."), examples=AnyOf(examples))


class FromText:
    """A frozen value that pydantic reads from a string by ``parse``; JSON Schema: a string."""

    examples: ClassVar[tuple[str, ...]] = ()

    @classmethod
    def parse(cls, text: str) -> Self:
        """The value that ``text`` says; raises FactError when it says none."""
        raise NotImplementedError(f"{cls.__name__} reads no text, not even {text!r}")

    @classmethod
    def refusal(cls, message: Message) -> FactError:
        """The error for a text that this class does not read, with its examples as the hint."""
        return FactError(message, examples_hint(cls.examples))

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        def read(value: object) -> FromText:
            if isinstance(value, cls):
                return value
            if not isinstance(value, str):
                raise FactError(
                    say(N_("A single value is expected here.")), examples_hint(cls.examples)
                )
            return cls.parse(value)

        return core_schema.no_info_plain_validator_function(read)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        # An editor's YAML reader sees numbers where we see text, so both are allowed.
        return {"type": ["string", "number"], "examples": list(cls.examples)}
