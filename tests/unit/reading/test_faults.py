"""The SRC family: every code is made by a function, every sentence can be translated."""

from __future__ import annotations

import ast
import inspect
import string
from pathlib import Path

import pytest

from casereport.diagnostics import Diagnostic, Span, say
from casereport.reading import faults, file_faults, narrative_faults, reference_files
from casereport.reading.yaml_sentences import _SENTENCES, yaml_diagnostic
from casereport.references.read_result import ReferenceFault, ReferenceFaultKind
from casereport.text.yaml_nodes import FaultKind, YamlFault

READING = Path(inspect.getfile(faults)).parent
MODEL = READING.parent / "model"
SPAN = Span("case.yaml", 2, 3, 2, 4)


def templates() -> list[str]:
    """Every ``N_("…")`` of reading and of the model's values."""
    paths = sorted([*READING.rglob("*.py"), *MODEL.glob("*.py")])
    nodes = (node for path in paths for node in ast.walk(ast.parse(path.read_text("utf-8"))))
    calls = (node for node in nodes if isinstance(node, ast.Call))
    return [
        ast.literal_eval(call.args[0]) for call in calls if getattr(call.func, "id", "") == "N_"
    ]


def test_every_sentence_ends_with_a_full_stop_and_names_its_values() -> None:
    found = templates()
    assert len(found) > 100
    for template in found:
        assert template.endswith("."), template
        assert "please" not in template.lower()
        assert all(
            name != "" for _, name, _, _ in string.Formatter().parse(template) if name is not None
        )


def test_every_code_of_the_catalogue_is_made_somewhere() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in READING.rglob("*.py"))
    made = source.split("CATALOGUE: ")[0] + source.split("Code -> name and severity")[1]
    assert sorted(code for code in faults.CATALOGUE if f'"{code}"' not in made) == []


def test_the_functions_for_other_stages_give_their_codes() -> None:
    made = {
        "SRC007": faults.unknown_placeholder("labs.hb", SPAN, "labs.hemoglobin"),
        "SRC008": faults.unused_ignore("REF002", SPAN),
        "SRC009": faults.check_crashed("REF002", "division by zero", SPAN),
    }
    assert {code: found.code for code, found in made.items()} == {code: code for code in made}
    assert all(found.span == SPAN for found in made.values())
    assert faults.unknown_placeholder("x", SPAN).hint != made["SRC007"].hint


def test_no_name_is_suggested_for_a_fact_that_nothing_is_near_to() -> None:
    found = faults.unknown_placeholder("timeline.1.when", SPAN, "")
    assert found.hint == faults.unknown_placeholder("x", SPAN).hint


@pytest.mark.parametrize("kind", FaultKind.__args__)  # type: ignore[attr-defined]
def test_every_kind_of_yaml_fault_has_its_sentence(kind: FaultKind) -> None:
    found = yaml_diagnostic(YamlFault(kind, SPAN, "detail"))
    assert (found.span, found.hint is not None) == (SPAN, True)
    assert found.code in {"SRC002", "SRC006", "SRC010", "SRC012", "SRC016"}
    assert (kind in _SENTENCES) == (found.code == "SRC002")
    str(found.message)  # every field of the template has its value


@pytest.mark.parametrize("kind", ReferenceFaultKind.__args__)  # type: ignore[attr-defined]
def test_every_kind_of_reference_fault_has_its_code(kind: ReferenceFaultKind) -> None:
    yaml = YamlFault("tab", SPAN) if kind == "yaml" else None
    fault = ReferenceFault(kind, SPAN, say("x"), None, "", yaml)
    found = reference_files._diagnostic(fault)
    assert kind == "yaml" or kind in reference_files._CODES
    assert (found.severity == "error") == (kind == "yaml" or fault.loses_entry)


def example(parameter: inspect.Parameter) -> object:
    samples: dict[str, object] = {
        "Span": SPAN, "str": "word", "int": 3, "str | None": None, "Span | None": None,
        "Collection[str]": ("discussion",), "tuple[str, ...]": ("X001",), "Message": say("Word."),
        "Message | None": None,
    }  # fmt: skip
    return samples[str(parameter.annotation)]


@pytest.mark.parametrize(
    "function",
    [
        function
        for module in (faults, file_faults, narrative_faults)
        for _, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__
        and inspect.signature(function).return_annotation == "Diagnostic"
        and function.__name__ not in {"make", "twice"}
    ],
    ids=lambda function: function.__name__,
)
def test_every_fault_can_be_said_with_a_hint(function: object) -> None:
    assert callable(function)
    parameters = inspect.signature(function).parameters.values()
    found = function(*(example(parameter) for parameter in parameters))
    assert isinstance(found, Diagnostic)
    assert found.name == faults.CATALOGUE[found.code][0]
    assert found.span.file
    str(found.message)  # every field of the template has its value
    if function.__name__ not in {"invalid_yaml", "wrong_type"}:
        assert found.hint is not None
        str(found.hint)
