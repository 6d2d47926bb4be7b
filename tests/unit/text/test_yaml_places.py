"""Each character of a YAML value is found in the file, however the value is written."""

from __future__ import annotations

import pytest

from casereport.text.yaml_nodes import Mapping, Scalar, parse_yaml
from casereport.text.yaml_places import value_stretches

VALUES = [
    "plain text",
    '"quoted \\"x\\" \\u200c \\x41 y"',
    "'it''s quoted'",
    "'folded\n    over   lines\n\n    with a blank one'",
    '"folded \\\n    by an escape"',
    "plain\n    folded",
    ">\n    block folded\n    text\n\n    more",
    ">-\n    stripped\n    block",
    "|\n    literal\n      indented\n    lines",
    "{fa: متن فارسی, en: x}",
]


@pytest.mark.parametrize("written", VALUES)
def test_every_character_is_where_it_was_typed(written: str) -> None:
    text = f"key: {written}\nother: x\n"
    root = parse_yaml(text, "case.yaml").root
    assert isinstance(root, Mapping)
    node = root.get("key")
    node = node if isinstance(node, Scalar) else node.get("fa") if node else None  # type: ignore[union-attr]
    assert isinstance(node, Scalar)
    lines = text.split("\n")
    stretches = value_stretches(node.text, node.span, lines)
    assert stretches is not None
    for offset, character in enumerate(node.text.rstrip("\n")):
        begin, line, column = [each for each in stretches if each[0] <= offset][-1]
        at = lines[line - 1][column - 1 + offset - begin :][:1]
        escaped = at == "\\" and '"' in written
        assert escaped or at == character or (character in " \n" and at in " "), (offset, character)


def test_a_value_that_is_not_there_has_no_places() -> None:
    node = parse_yaml("key: value\n", "case.yaml").root.get("key")  # type: ignore[union-attr]
    assert value_stretches("other", node.span, ["key: value"]) is None  # type: ignore[union-attr]
    assert value_stretches("", node.span, ["key: value"]) is None  # type: ignore[union-attr]
