"""The base of every model of case.yaml: frozen, no unknown keys, kebab-case keys in the file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, RootModel, model_validator

from casereport.diagnostics import Message

Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}$", description="BCP 47 language: fa, en")]

NOT_STATED = "not-stated"
NotStated = Literal["not-stated"]
"""The author's word for «the source does not say»: told apart from an absent key."""


class FactError(ValueError):
    """A value that the schema refuses: the sentence for the author, and what to write instead.

    pydantic keeps it whole in its error's ``ctx``, so that it is translated where it is reported.
    ``at``: the way from the refused mapping to the value in it that is at fault.
    """

    def __init__(
        self, message: Message, hint: Message | None = None, *, at: tuple[str, ...] = ()
    ) -> None:
        super().__init__(str(message))
        self.message = message
        self.hint = hint
        self.at = at

    def placed(self, *at: str) -> FactError:
        """The same error, told at a value of the mapping that is refused."""
        return FactError(self.message, self.hint, at=at)


def _kebab(name: str) -> str:
    return name.replace("_", "-")


class Facts(BaseModel):
    """A mapping of case.yaml."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        alias_generator=_kebab,
        populate_by_name=True,
        arbitrary_types_allowed=True,
    )


def _strip(value: object) -> object:
    return value.strip() if isinstance(value, str) else value


Text = Annotated[str, BeforeValidator(_strip), Field(min_length=1)]
"""A line or paragraph of plain text, at least one character."""


class Bilingual(RootModel[dict[Language, Text]]):
    """A text in each language: ``{fa: …, en: …}``, or one text that serves every language."""

    model_config = ConfigDict(frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _one_text_for_all(cls, value: Any) -> Any:
        return {"und": value} if isinstance(value, str) else value

    def get(self, language: str) -> str | None:
        """The text in ``language``, or the one that serves every language, or None."""
        return self.root.get(language, self.root.get("und"))

    @property
    def texts(self) -> Mapping[str, str]:
        """Language → text; ``und`` when one text serves every language."""
        return self.root


class BilingualList(RootModel[dict[Language, tuple[Text, ...]]]):
    """A list of texts in each language: keywords."""

    model_config = ConfigDict(frozen=True)

    def get(self, language: str) -> tuple[str, ...]:
        """The texts in ``language``; empty when there are none."""
        return self.root.get(language, ())

    @property
    def texts(self) -> Mapping[str, tuple[str, ...]]:
        """Language → texts."""
        return self.root
