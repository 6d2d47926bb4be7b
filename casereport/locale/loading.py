"""Finds and reads ``locales/<language>/locale.yaml``; every scalar is read as text."""

from __future__ import annotations

from functools import cache
from typing import Any

import yaml
from pydantic import ValidationError

from casereport import resources
from casereport.errors import CaseReportError, ResourceMissingError
from casereport.locale.data import LocaleData
from casereport.locale.locale import Locale, locale_of

FILE = "locale.yaml"


class LocaleDataError(CaseReportError):
    """A locale.yaml that is not what :class:`casereport.locale.data.LocaleData` asks for."""


class _TextLoader(yaml.CBaseLoader):
    """Reads scalars as text, and refuses a key that stands twice in one mapping."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:  # noqa: FBT001, FBT002  (the signature of PyYAML)
        keys = [key.value for key, _ in node.value]
        for key in keys:
            if keys.count(key) > 1:
                line = node.start_mark.line + 1
                raise LocaleDataError(f"the key {key!r} stands twice in the mapping at line {line}")
        return super().construct_mapping(node, deep)


@cache
def available_languages() -> tuple[str, ...]:
    """The languages that have a locale, sorted."""
    folders = resources.folders("locales")
    return tuple(name for name in folders if resources.exists("locales", f"{name}/{FILE}"))


@cache
def load_locale(language: str) -> Locale:
    """The locale of ``language``.

    Raises:
        ResourceMissingError: there is no such locale.
        LocaleDataError: its file does not hold what a locale must.
    """
    if language not in available_languages():
        known = ", ".join(available_languages())
        raise ResourceMissingError(f"there is no locale {language!r}; there are: {known}")
    return read_locale(resources.read_text("locales", f"{language}/{FILE}"), language)


def read_locale(text: str, language: str) -> Locale:
    """The locale that the text of a locale.yaml describes.

    Raises:
        LocaleDataError: the text does not hold what a locale must.
    """
    try:
        data = LocaleData.model_validate(yaml.load(text, Loader=_TextLoader))  # noqa: S506  (a base loader)
    except (yaml.YAMLError, ValidationError) as error:
        raise LocaleDataError(f"locales/{language}/{FILE}: {error}") from error
    if data.language != language:
        raise LocaleDataError(
            f"locales/{language}/{FILE} says that its language is {data.language}"
        )
    return locale_of(data)
