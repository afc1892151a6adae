"""Rewriting: parentheses, comments and imports of the text that a fix writes."""

from __future__ import annotations

import ast
import textwrap
from typing import Any

import pytest

from flake8_testquality.model import rewriting
from flake8_testquality.model.module import Module
from flake8_testquality.rule import Edit
from tests.linting import module_of_text


def value_of(module: Module) -> Any:
    statement = module.tree.body[-1]
    assert isinstance(statement, ast.Assign)
    return statement.value


def applied(module: Module, edit: Edit) -> str:
    text = module.source.text
    return text[: edit.start] + edit.text + text[edit.end :]


@pytest.mark.parametrize(
    ("source", "where", "wanted"),
    [
        ("a + b", rewriting.OPERAND, "a + b"),
        ("a == b", rewriting.OPERAND, "(a == b)"),
        ("a or b", rewriting.AND, "(a or b)"),
        ("not a", rewriting.NOT, "not a"),
        ("a if b else c", rewriting.TEST, "a if b else c"),
        ("a if b else c", rewriting.OR, "(a if b else c)"),
        ("lambda: a", rewriting.OPERAND, "(lambda: a)"),
        ("(a := b)", rewriting.TEST, "(a := b)"),
        ("(a := b)", rewriting.ARGUMENT, "a := b"),
        ("a, b", rewriting.ARGUMENT, "(a, b)"),
        ("(a), (b)", rewriting.ARGUMENT, "((a), (b))"),
        ("(a, b)", rewriting.ATOM, "(a, b)"),
        ("(a +\n b)", rewriting.TEST, "(a +\n b)"),
        ("f(a,\n b)", rewriting.ATOM, "f(a,\n b)"),
        ("('é'\n 'ü')", rewriting.TEST, "('é'\n 'ü')"),
    ],
)
def test_expression_keeps_its_meaning_in_another_place(source: str, where: int, wanted: str) -> None:
    module = module_of_text(f"x = {source}\n")
    assert rewriting.parenthesised(module, value_of(module), where) == wanted


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("a == b", "a != b"),
        ("a not in b", "a in b"),
        ("a is b", "a is not b"),
        ("a < b", "not a < b"),
        ("not a", "a"),
        ("a and b", "not (a and b)"),
        ("(a or b) == c", "(a or b) != c"),
    ],
)
def test_opposite_is_said_without_not_where_it_always_holds(source: str, wanted: str) -> None:
    module = module_of_text(f"x = {source}\n")
    assert rewriting.negated(module, value_of(module)) == wanted


def test_replacement_that_would_lose_a_comment_is_not_made() -> None:
    module = module_of_text("x = (a +  # why\n     b)\n")
    assert rewriting.replace(module, value_of(module), "c") is None
    module = module_of_text("x = ('# no comment' + b)  # a comment behind\n")
    assert rewriting.replace(module, value_of(module), "c") is not None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("def test_x(): ...\n", "import pytest\n\ndef test_x(): ...\n"),
        ('"""Docs."""\n\nx = 1\n', '"""Docs."""\n\nimport pytest\n\nx = 1\n'),
        ("import os\n\nx = 1\n", "import os\n\nimport pytest\n\nx = 1\n"),
        ("import os\n\nfrom shop import total\n", "import os\n\nimport pytest\nfrom shop import total\n"),
        ("from __future__ import division\n\nx = 1\n", "from __future__ import division\n\nimport pytest\n\nx = 1\n"),
        ("@mark\ndef test_x(): ...\n", "import pytest\n\n@mark\ndef test_x(): ...\n"),
        ("import os", "import os\n\nimport pytest\n"),
    ],
)
def test_import_is_added_among_the_imports(before: str, after: str) -> None:
    module = module_of_text(before)
    assert applied(module, rewriting.import_edit(module, "pytest")) == after


def test_name_is_written_as_the_file_imports_it() -> None:
    text = """
        import pytest as pt
        from pytest import approx as near
    """
    module = module_of_text(textwrap.dedent(text))
    assert rewriting.name_for(module, "pytest.approx", module.scope) == "near"
    assert rewriting.name_for(module, "pytest.raises", module.scope) == "pt.raises"
    assert rewriting.name_for(module, "unittest.mock.call", module.scope) is None
