"""Injected arguments: the real unittest.mock is the oracle for stacks of patches of every kind."""

from __future__ import annotations

import asyncio
import inspect
import sys
import types
import unittest.mock
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from flake8_testquality import engine
from flake8_testquality.model.injections import injection_of, positional_arguments
from flake8_testquality.model.module import Module
from flake8_testquality.registry import rule_named
from flake8_testquality.source import Source
from tests.effort import examples
from tests.linting import STRICT

NAMES = ("charge", "mailer", "total", "cart")
PATCHES = (
    "patch('{t}')", "m.patch('{t}', return_value=1)", "patch('{t}', new=3)", "patch('{t}', 3)", "patch('{t}', DEFAULT)",
    "patch('{t}', new=DEFAULT)", "patch('{t}', new_callable=m.Mock)", "patch.object(shop, '{n}')",
    "patch.object(shop, '{n}', 3)", "patch.object(shop, '{n}', DEFAULT, None)", "patch.dict('shop.table', a=1)",
    "patch.multiple('shop', {n}=DEFAULT)", "patch.multiple(shop, {n}=3)", "mark",
)  # fmt: skip
HEAD = "import pytest\nimport unittest\nfrom unittest import mock as m\nfrom unittest.mock import DEFAULT, patch\n"
HEAD += "import shop\n"
decorators = st.lists(st.tuples(st.sampled_from(PATCHES), st.sampled_from(NAMES)), max_size=4)
parameters = st.sampled_from(["", "*given", "**given", "*given, **more"])


def product() -> types.ModuleType:
    shop = types.ModuleType("shop")
    vars(shop).update(dict.fromkeys(NAMES, len), table={})
    return shop


def lines(stack: list[tuple[str, str]], indent: str = "") -> str:
    words = [text.format(t=f"shop.{name}", n=name).replace("mark", "pytest.mark.slow") for text, name in stack]
    return "".join(f"{indent}@{word}\n" for word in words)


@st.composite
def suites(draw: st.DrawFn) -> tuple[str, bool]:
    """A test under patches, and whether it stands in a class."""
    own, outer = draw(decorators), draw(decorators)
    names = draw(st.lists(st.sampled_from([*NAMES, "a", "b"]), unique=True, max_size=5))
    taken = ", ".join(part for part in (*names, draw(parameters)) if part)
    word = draw(st.sampled_from(["def", "async def"]))
    name = draw(st.sampled_from(["test_it", "check_it"]))
    body = "return {**locals()}\n"
    if draw(st.booleans()):
        return f"{HEAD}{lines(own)}{word} {name}({taken}):\n    {body}", False
    base = draw(st.sampled_from(["", "(unittest.TestCase)"]))
    head = f"{HEAD}{lines(outer)}class TestIt{base}:\n{lines(own, '    ')}    {word} {name}("
    return f"{head}{', '.join(part for part in ('self', taken) if part)}):\n        {body}", True


def run(text: str) -> Any:
    """What the arguments of the test hold when the real patches call it; a TypeError if they do not fit."""
    sys.modules["shop"] = product()
    try:
        space: dict[str, Any] = {}
        exec(text, space)
        holder = space.get("TestIt")
        if holder is not None:
            name = next(word for word in vars(holder) if word.endswith("_it"))
            target = getattr(holder(name) if issubclass(holder, unittest.TestCase) else holder(), name)
        else:
            target = next(value for word, value in space.items() if word.endswith("_it"))
        try:
            found = target()
            return asyncio.run(found) if inspect.iscoroutine(found) else found
        except TypeError as error:
            return error
    finally:
        del sys.modules["shop"]


@given(suites())
@settings(max_examples=examples(150))
def test_arguments_receive_what_the_real_patches_hand_over(suite: tuple[str, bool]) -> None:
    text, _ = suite
    module = Module(Source.of_text(text, "test_example.py"), settings=STRICT)
    scope = next(scope for scope in module.scopes if scope.is_function)
    found = injection_of(module, scope.node)
    assert found.certain
    outcome = run(text)
    if isinstance(outcome, TypeError):
        return
    names = positional_arguments(module, scope.node)
    mocks = [name for name in names if isinstance(outcome.get(name), unittest.mock.NonCallableMock)]
    expected = names[: len(found.positional)]
    assert mocks == [name for name in names if name in expected or name in found.named]


@given(suites())
@settings(max_examples=examples(150))
def test_too_few_arguments_are_those_that_the_real_patches_cannot_fill(suite: tuple[str, bool]) -> None:
    text, _ = suite
    rule = rule_named("TQ415")
    assert rule is not None
    module = Module(Source.of_text(text, "test_example.py"), settings=STRICT)
    if not module.tests:
        return
    outcome = run(text)
    reported = bool(engine.check(module, (rule,)))
    surplus = isinstance(outcome, TypeError) and ("positional argument" in str(outcome) and "given" in str(outcome))
    unexpected = isinstance(outcome, TypeError) and "unexpected keyword" in str(outcome)
    if surplus or unexpected:
        assert reported
    if reported:
        assert isinstance(outcome, TypeError)


@given(st.permutations(NAMES), st.permutations(NAMES), st.integers(2, 4))
@settings(max_examples=examples(60))
def test_swapped_names_are_those_that_hold_the_mock_of_another(
    targets: list[str], names: list[str], count: int
) -> None:
    rule = rule_named("TQ414")
    assert rule is not None
    stack = "".join(f"@patch('shop.{name}', name='{name}')\n" for name in targets[:count])
    text = f"{HEAD}{stack}def test_it({', '.join(names[:count])}):\n    return {{**locals()}}\n"
    outcome = run(text)
    held = {name: value._extract_mock_name() for name, value in outcome.items()}
    ring = {name for name in held if held[name] != name and held[name] in held}
    while any(held[name] not in ring or name not in {held[other] for other in ring} for name in ring):
        ring = {name for name in ring if held[name] in ring and name in {held[other] for other in ring}}
    module = Module(Source.of_text(text, "test_example.py"), settings=STRICT)
    assert bool(engine.check(module, (rule,))) == bool(ring)
