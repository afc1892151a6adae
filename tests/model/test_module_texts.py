"""Glances at a text: what it defines at its margin without a decorator."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from flake8_testquality.model.module_texts import bare_definitions

PACKAGE = Path(__file__).parents[2] / "flake8_testquality"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("def total(): ...\nasync def wait(): ...\nclass Cart(dict): ...\n", {"total", "wait", "Cart"}),
        ("@fixture\ndef total(): ...\n", set()),
        ("@fixture(\n    scope='module',\n)\ndef total(): ...\n", set()),
        ("@fixture\n\n# why\nasync def total(): ...\n", set()),
        ("@fixture\ndef cart(): ...\n    return 3\ndef total(): ...\n", {"total"}),
        ("def total(): ...\ntotal = fixture(total)\n", set()),
        ("def total(): ...\ndef total(): ...\n", set()),
        ("class Cart:\n    @fixture\n    def total(self): ...\nclass Basket(Cart): ...\n", {"Cart", "Basket"}),
        ("if first:\n    def total(): ...\n", set()),
        ("total = 3\n", set()),
    ],
)
def test_definitions_without_a_decorator(text: str, names: set[str]) -> None:
    assert bare_definitions(text) == names


@pytest.mark.parametrize("path", sorted(PACKAGE.glob("*.py")), ids=lambda path: path.stem)
def test_no_decorated_definition_is_taken_for_a_bare_one(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    kinds = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
    defined = [node for node in ast.parse(text).body if isinstance(node, kinds)]
    assert bare_definitions(text) == {node.name for node in defined if not node.decorator_list}
