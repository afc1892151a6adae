"""Scopes and positions: laws over generated sources, with ast.walk and a naive parent map as oracles."""

from __future__ import annotations

import ast
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings

from flake8_testquality import engine
from flake8_testquality.model.module import Module
from flake8_testquality.model.scopes import blocks, descend, flat
from flake8_testquality.registry import all_rules
from flake8_testquality.source import Source
from tests.effort import examples
from tests.generated_sources import sources
from tests.linting import STRICT, module_of_text

LAW = settings(max_examples=examples(20), suppress_health_check=list(HealthCheck))


def module_of_source(text: str) -> Module:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return Module(Source.of_text(text))
        except (SyntaxError, ValueError):
            assume(False)
            raise


def is_statement(node: ast.AST) -> bool:
    return isinstance(node, ast.stmt | ast.ExceptHandler | ast.match_case)


def naive_statement(node: ast.AST, parents: dict[ast.AST, ast.AST]) -> ast.AST:
    while not is_statement(node) and node in parents:
        node = parents[node]
    return node


def parent_map(tree: ast.AST) -> dict[ast.AST, ast.AST]:
    return {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}


@LAW
@given(sources())
def test_calls_found_are_those_of_ast_walk(text: str) -> None:
    module = module_of_source(text)
    found = [call for scope in module.scopes for call in scope.calls]
    assert len(found) == len(set(found))
    assert set(found) == {node for node in ast.walk(module.tree) if isinstance(node, ast.Call)}


@LAW
@given(sources())
def test_nodes_found_are_those_of_ast_walk(text: str) -> None:
    module = module_of_source(text)
    for kind in (ast.Name, ast.Attribute, ast.Constant, ast.Lambda, ast.Yield, ast.Assert, ast.FunctionDef, ast.If):
        found = module.nodes(kind)
        wanted = [node for node in ast.walk(module.tree) if isinstance(node, kind)]
        patterns = {
            part
            for node in ast.walk(module.tree)
            if isinstance(node, ast.match_case)
            for part in ast.walk(node.pattern)
        }
        assert set(found) - patterns == set(wanted) - patterns


@LAW
@given(sources())
def test_statement_of_agrees_with_a_naive_parent_map(text: str) -> None:
    module = module_of_source(text)
    parents = parent_map(module.tree)
    for node in ast.walk(module.tree):
        if isinstance(node, ast.expr) and hasattr(node, "lineno"):
            assert module.statement_of(node) is naive_statement(node, parents), ast.unparse(node)


@LAW
@given(sources())
def test_parent_and_block_parent_agree_with_a_naive_parent_map(text: str) -> None:
    module = module_of_source(text)
    parents = parent_map(module.tree)
    statements = {node: above for node, above in parents.items() if is_statement(node)}
    parts = {node: above for node, above in parents.items() if isinstance(node, ast.Call | ast.Name | ast.Attribute)}
    assert {node: module.block_parent(node) for node in statements} == statements
    assert [node for node, above in parts.items() if module.parent(node) not in (above, None)] == []


@LAW
@given(sources())
def test_parents_do_not_depend_on_what_was_asked_before(text: str) -> None:
    module = module_of_source(text)
    nodes = list(ast.walk(module.tree))
    above = {node: module.parent(node) for node in nodes}
    other = Module(module.source)
    assert {node: other.parent(node) for node in reversed(nodes)} == above


@LAW
@given(sources())
def test_scope_of_is_the_scope_that_evaluates_a_node(text: str) -> None:
    module = module_of_source(text)
    for scope in module.scopes:
        for call in scope.calls:
            assert module.scope_of(call) is scope


@LAW
@given(sources())
def test_every_statement_is_found_once_and_in_order(text: str) -> None:
    module = module_of_source(text)
    wanted = [node for node in ast.walk(module.tree) if is_statement(node)]
    found = [node for scope in module.scopes for nodes in scope.statements.values() for node in nodes]
    assert sorted(map(id, found)) == sorted(map(id, wanted))
    for scope in module.scopes:
        for nodes in scope.statements.values():
            starts = [getattr(node, "lineno", 0) for node in nodes]
            assert starts == sorted(starts)


def test_decorators_defaults_bases_and_annotations_belong_to_the_scope_around() -> None:
    module = module_of_text(
        """
        @mark(1)
        def f(a=default(), b: note() = 1) -> result():
            inside()

        class C(base(), metaclass=meta()):
            field = made()
        """
    )
    names = {scope.node.__class__.__name__: [call.func.id for call in scope.calls] for scope in module.scopes}  # type: ignore[attr-defined]
    assert names == {
        "Module": ["mark", "default", "note", "result", "base", "meta"],
        "FunctionDef": ["inside"],
        "ClassDef": ["made"],
    }


def test_calls_of_one_chain_are_in_the_order_of_evaluation() -> None:
    module = module_of_text("first().second().third(argument())\n")
    assert [ast.unparse(call) for call in module.scope.calls] == [
        "first()",
        "first().second()",
        "first().second().third(argument())",
        "argument()",
    ]


def test_flat_enters_blocks_but_no_definitions() -> None:
    module = module_of_text(
        """
        if a:
            b = 1
            def f():
                c = 1
        else:
            with d:
                e = 1
        """
    )
    kinds = [type(node).__name__ for node in flat(module.tree.body)]
    assert kinds == ["If", "Assign", "FunctionDef", "With", "Assign"]
    assert [len(block) for block in blocks(module.tree.body[0])] == [2, 1]


def test_descend_goes_through_expressions_in_source_order() -> None:
    (statement,) = module_of_text("f(a, b[c], *d, e=g)\n").tree.body
    assert [node.id for node in descend(statement) if isinstance(node, ast.Name)] == ["f", "a", "b", "c", "d", "g"]


@contextmanager
def deep_parser() -> Iterator[None]:
    """The parser's own limit, lifted: it is the linter that must not depend on it."""
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(30_000)
    try:
        yield
    finally:
        sys.setrecursionlimit(limit)


DEEP = {
    "operators": "x = " + " + ".join(["f()"] * 5_000),
    "attributes": "x = a" + ".b" * 5_000,
    "calls": "x = a" + ".b()" * 5_000,
    "not": "assert " + "not " * 5_000 + "a",
    "subscripts": "assert a" + "[0]" * 5_000 + " == 1",
    "marks": "x = pytest.mark" + "(1)" * 5_000,
    "comparisons": "assert " + " < ".join(["a"] * 5_000),
    "lambdas": "x = " + "lambda: " * 90 + "f()",
    "elifs": "if a:\n        pass\n" + "    elif b:\n        f()\n" * 2_000,
}


def built(text: str) -> ast.Module:
    with deep_parser():
        return ast.parse(text)


@pytest.mark.parametrize("name", DEEP)
def test_deep_nesting_raises_nothing(name: str) -> None:
    text = f"import pytest\n\n\ndef test_deep(x):\n    {DEEP[name]}\n"
    try:
        tree = built(text)
    except (RecursionError, MemoryError):
        pytest.skip("this Python's parser cannot take it at all")
    module = Module(Source("test_deep.py", text.splitlines(keepends=True), tree), settings=STRICT)
    found = [call for scope in module.scopes for call in scope.calls]
    assert len(found) == sum(isinstance(node, ast.Call) for node in ast.walk(tree))
    for node in found[:: max(1, len(found) // 20)]:
        assert module.scope_of(node) is module.scopes[1]
    for assertion in module.assertions:
        assert list(assertion.claims)
    assert {report.code for report in engine.check(module, collection_rules())} <= {"TQ107"}


def collection_rules() -> tuple[Any, ...]:
    return tuple(rule for rule in all_rules() if rule.code.startswith(("TQ000", "TQ1", "TQ003", "TQ004")))
